//! A sheet of every script as the window draws it. `RENCANA_SHEET=sheet.png cargo test --lib text::tests::sheet` keeps it,
//! so that a reader can look at the letters.

use super::samples::{MIXED, SCRIPTS};
use crate::text::{self, Align, Edit, Style};
use egui::{Color32, Id, Ui, text::CCursor, vec2};
use egui_kittest::Harness;

fn sheet(ui: &mut Ui) {
    ui.columns(3, |columns| {
        for script in SCRIPTS {
            let ui = &mut columns[0];
            text::label(ui, script.language, Style::small());
            text::label(ui, &script.words.join("  "), Style::new(20.0));
            text::label(ui, script.sentences[0], Style::body().strong());
            let ui = &mut columns[1];
            let mut field = script.sentences[0].to_owned();
            Edit::singleline(Id::unique((script.language, 1)), &mut field).name("one row").show(ui);
            Edit::multiline(Id::unique((script.language, 2)), &mut field).name("rows").rows(1).show(ui);
        }
        let ui = &mut columns[2];
        for mixed in MIXED {
            text::label(ui, mixed, Style::body().fill());
            text::label_elided(ui, mixed, Style::small());
        }
        let urdu = SCRIPTS.iter().find(|s| s.language == "Urdu").map_or("", |s| s.sentences[0]);
        text::label(ui, urdu, Style::new(18.0).nastaliq(true).fill());
        text::label(ui, "ສະບາຍດີ in the middle", Style::body().align(Align::Center).fill());
        let mut mixed = MIXED[4].to_owned();
        Edit::multiline(selected(), &mut mixed).name("selection").rows(1).show(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(200.0, 30.0), egui::Sense::hover());
        ui.painter().rect_filled(rect, 4.0, Color32::DARK_BLUE);
        let (style, anchor) = (Style::small().elided(), egui::Align2::CENTER_CENTER);
        let painter = ui.painter().clone();
        text::paint_within(&painter, rect.center(), anchor, urdu, &style, Color32::WHITE, 190.0);
    });
}

fn selected() -> Id {
    Id::unique("selected")
}

#[test]
fn the_sheet_is_drawn_without_a_missing_glyph() {
    let mut harness = Harness::builder()
        .with_size(vec2(1500.0, 1150.0))
        .with_context_setup(|ctx| {
            text::install(ctx);
        })
        .with_theme(egui::Theme::Light)
        .build_ui(sheet);
    let mut state = egui::text_edit::TextEditState::default();
    let range = egui::text_selection::CCursorRange::two(CCursor::new(4), CCursor::new(12));
    state.cursor.set_char_range(Some(range));
    state.store(&harness.ctx, selected());
    harness.ctx.memory_mut(|m| m.request_focus(selected()));
    harness.run();
    let Some(path) = std::env::var_os("RENCANA_SHEET") else { return };
    let image = harness.render().expect("a graphics driver");
    image.save(path).expect("the picture is kept");
}
