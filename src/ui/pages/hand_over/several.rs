//! Several documents at once, into one folder.

use super::{View, languages_ui};
use crate::{
    export::{Format, Tongues},
    text::{self, Style},
    ui::{
        Cx, Outbox, Wish,
        kit::{self, tokens},
    },
};
use egui::{Ui, WidgetInfo};

/// What a box takes beside its words, with the gap between columns, in points.
const BOX: f32 = 48.0;

/// Which documents, of which plans, in which languages.
pub(super) fn several_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Outbox) {
    let t = tokens(ui);
    ui.set_width(ui.available_width());
    let title = cx.words.get("several-title");
    text::label(ui, &title, Style::body().strong());
    text::label(ui, &cx.words.get("several-about"), Style::small().color(t.ink_soft));
    kinds_ui(ui, cx, &view.several, out);
    if view.open_plans > 1 {
        let words = cx.words.with("several-all-open", &[("count", view.open_plans.into())]);
        if let Some(is_on) = box_ui(ui, &words, view.of_all_open) {
            out.wish(Wish::OfAllOpen(is_on));
        }
    }
    let plans = if view.of_all_open { view.open_plans.max(1) } else { 1 };
    let documents = plans * view.several.len();
    let count = cx.words.with("several-count", &[("count", documents.into())]);
    text::label(ui, &count, Style::small().color(t.ink_soft));
    ui.add_enabled_ui(documents > 0, |ui| {
        languages_ui(ui, cx, &title, Tongues::Together, &|_| false, &mut |lang| {
            out.wish(Wish::ExportSeveral(lang))
        });
    });
}

/// A box for each kind of document, in columns.
fn kinds_ui(ui: &mut Ui, cx: &Cx<'_>, chosen: &[Format], out: &mut Outbox) {
    // Names stay in one row each, so that boxes stand beside each other.
    let names = Format::ALL.iter().map(|format| cx.words.get(format.words()));
    let widest = names.map(|name| text::width(ui.ctx(), &name, &Style::body())).fold(0.0, f32::max);
    // A form holds few columns.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let columns = ((ui.available_width() / (widest + BOX)) as usize).clamp(1, 3);
    let rows = Format::ALL.len().div_ceil(columns);
    kit::columns_or_stack(ui, columns, 0.0, |ui, column| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for format in Format::ALL.iter().skip(column * rows).take(rows) {
            let is_chosen = chosen.contains(format);
            if box_ui(ui, &cx.words.get(format.words()), is_chosen).is_some() {
                let wanted = |f: &Format| chosen.contains(f) != (f == format);
                out.wish(Wish::Several(Format::ALL.iter().copied().filter(wanted).collect()));
            }
        }
    });
}

/// A box with its words; says how it is when it was turned.
fn box_ui(ui: &mut Ui, words: &str, is_on: bool) -> Option<bool> {
    let mut now = is_on;
    let galley = text::galley(ui.ctx(), words, &Style::body(), ui.available_width() - 28.0);
    let response = ui.checkbox(&mut now, galley);
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, now, words));
    (now != is_on).then_some(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        export::tests::fixture::usual,
        plan::Lang,
        ui::{Page, testing::Stage},
    };
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn documents_are_ticked_counted_and_made_in_one_language_or_in_all() {
        let mut harness = Stage::new(usual("ne"), Page::HandOver).open(1000.0, 3600.0);
        harness.get_by_label("Choose what to make");
        harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, "Plan as PDF").click();
        harness.run();
        let taken =
            |harness: &mut egui_kittest::Harness<'_, Stage>| std::mem::take(&mut harness.state_mut().wishes);
        assert_eq!(taken(&mut harness), [Wish::Several(vec![Format::Pdf])]);
        harness.state_mut().views.hand_over.several = vec![Format::Pdf, Format::Brief];
        harness.run();
        harness.get_by_label("2 documents");
        harness.get_by_label("Several documents at once: Only नेपाली...").click();
        harness.run();
        assert_eq!(taken(&mut harness), [Wish::ExportSeveral(Lang::new("ne"))]);
        assert!(harness.query_by_label_contains("open plans").is_none(), "one plan is open");
        harness.state_mut().views.hand_over.open_plans = 3;
        harness.run();
        harness.get_by_label("Of all 3 open plans").click();
        harness.run();
        assert_eq!(taken(&mut harness), [Wish::OfAllOpen(true)]);
        harness.state_mut().views.hand_over.of_all_open = true;
        harness.run();
        harness.get_by_label("6 documents");
    }
}
