//! No text of the window is laid out by egui itself, which draws half of our scripts wrong: in the sources, and in what the
//! pages really paint.

use crate::support::{Scratch, home, sources};
use egui::{FontFamily, Key, Modifiers, Shape};
use egui_kittest::{Harness, kittest::Queryable as _};
use rencana::app::{self, App, Start};
use std::time::{Duration, Instant};

/// Calls that lay out a string, and what to use instead.
const STOCK: &[(&str, &str)] = &[
    ("ui.label(", "text::label"),
    ("ui.heading(", "text::label"),
    ("ui.strong(", "text::label"),
    ("ui.weak(", "text::label"),
    ("ui.small(", "text::label"),
    ("ui.code(", "text::label"),
    ("ui.monospace(", "text::label"),
    (".colored_label(", "text::label"),
    ("Label::new(", "text::label"),
    ("RichText", "text::galley"),
    ("WidgetText::from(\"", "text::galley"),
    ("LayoutJob", "text::galley"),
    ("layout_no_wrap(", "text::galley"),
    ("layout_delayed_color(", "text::galley"),
    ("fonts_mut(", "text::galley"),
    ("painter.text(", "text::paint"),
    ("painter().text(", "text::paint"),
    ("TextEdit::", "text::Edit"),
    ("text_edit_singleline(", "text::Edit"),
    ("text_edit_multiline(", "text::Edit"),
    ("ui.link(", "text::label_sensing"),
    ("hyperlink", "text::label_sensing"),
    (".button(\"", "text::galley as the text of the button"),
    (".button(format!", "text::galley as the text of the button"),
    ("Button::new(\"", "text::galley as the text of the button"),
    ("Button::new(format!", "text::galley as the text of the button"),
    ("on_hover_text(\"", "text::galley as the text of the hint"),
    ("on_hover_text(format!", "text::galley as the text of the hint"),
];

#[test]
fn the_window_calls_no_layout_of_egui() {
    let mut found = Vec::new();
    let mut read = 0;
    for (path, source) in sources() {
        if !(path.starts_with("ui/") || path.starts_with("app/")) || path.contains("tests") {
            continue;
        }
        read += 1;
        let code = source.lines().take_while(|line| *line != "#[cfg(test)]");
        for (number, line) in code.enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for (call, instead) in STOCK {
                // The colour of links is no layout.
                if line.contains(call) && !line.contains("hyperlink_color") {
                    found.push(format!("src/{path}:{}: `{call}`, use {instead}", number + 1));
                }
            }
        }
    }
    assert!(read > 5, "the sources of the window are found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The texts in a shape that egui's own fonts draw.
fn foreign(shape: &Shape, found: &mut Vec<String>) {
    match shape {
        Shape::Vec(all) => all.iter().for_each(|s| foreign(s, found)),
        Shape::Text(text) => {
            let galley = &text.galley;
            let stock = |family: &FontFamily| !matches!(family, FontFamily::Name(_));
            if !galley.text().trim().is_empty()
                && galley.job.sections.iter().any(|s| stock(&s.format.font_id.family))
            {
                found.push(galley.text().to_owned());
            }
        }
        _ => {}
    }
}

#[test]
fn every_page_paints_its_text_with_this_program_s_layout() {
    for name in ["nepal-lokta-paper", "iran-filigree", "myanmar-farm-tools"] {
        let scratch = Scratch::new();
        scratch.put("data/settings.ron", "(interface: \"en\")");
        let plan = home().join(format!("examples/{name}.plan.ron"));
        let data = scratch.path().join("data");
        let start = Start {
            files: vec![plan],
            exit_after_first_frame: false,
            renderer: None,
            started: Instant::now(),
        };
        let mut harness: Harness<'_, App> =
            Harness::builder().with_size([1366.0, 768.0]).with_max_steps(60).build_eframe(move |cc| {
                app::dress(&cc.egui_ctx);
                App::in_folder(&cc.egui_ctx, start, Some(data))
            });
        let until = Instant::now() + Duration::from_secs(20);
        while harness.query_all_by_label("Superior").next().is_none() {
            assert!(Instant::now() < until, "waited in vain for {name}");
            std::thread::sleep(Duration::from_millis(10));
            harness.step();
        }
        let mut found = Vec::new();
        let mut texts = 0;
        for _ in 0..20 {
            harness.key_press_modifiers(Modifiers::CTRL, Key::PageDown);
            harness.run_ok();
            for clipped in &harness.output().shapes {
                texts += usize::from(matches!(clipped.shape, Shape::Text(_)));
                foreign(&clipped.shape, &mut found);
            }
        }
        assert!(texts > 200, "{name}: the pages paint text, {texts}");
        found.sort();
        found.dedup();
        assert!(found.is_empty(), "{name}: laid out by egui itself: {found:?}");
    }
}
