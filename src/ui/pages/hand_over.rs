//! Documents for others: one card a format.

use super::{Page, titled};
use crate::{
    export::Format,
    plan::Lang,
    text::{self, Style},
    ui::{
        Cx, Outbox, Wish,
        kit::{self, tokens},
    },
};
use egui::Ui;

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    titled(Page::HandOver, ui, cx, |ui| {
        let t = tokens(ui);
        let open = cx.findings.count(crate::checks::Severity::Error);
        if open > 0 {
            let note = cx.words.with("hand-over-errors", &[("count", open.into())]);
            text::label(ui, &note, Style::body().color(t.warn));
            if kit::link_button(ui, &cx.words.get("hand-over-see-checks")).clicked() {
                out.command(crate::ui::Command::Checks);
            }
            ui.add_space(8.0);
        }
        kit::form(ui, |ui| {
            for format in Format::ALL {
                kit::card(ui, |ui| format_ui(ui, cx, *format, out));
            }
        });
    });
}

fn format_ui(ui: &mut Ui, cx: &Cx<'_>, format: Format, out: &mut Outbox) {
    let t = tokens(ui);
    let name = cx.words.get(format.words());
    text::label(ui, &name, Style::body().strong());
    let about = format!("{}-about", format.words());
    text::label(ui, &cx.words.get(&about), Style::small().color(t.ink_soft));
    ui.horizontal_wrapped(|ui| {
        let langs = cx.plan.languages();
        let mut offer = |ui: &mut Ui, words: &str, lang: Option<Lang>| {
            let response = kit::button(ui, words);
            let said = format!("{name}: {words}");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
            if response.clicked() {
                out.wish(Wish::Export(format, lang));
            }
        };
        if langs.len() == 1 {
            offer(ui, &cx.words.get("hand-over-make"), None);
            return;
        }
        offer(ui, &cx.words.get("hand-over-all-languages"), None);
        for lang in langs {
            let own = kit::language_name(cx.packs, lang);
            offer(ui, &cx.words.with("hand-over-in", &[("language", own.into())]), Some(lang.clone()));
        }
    });
}
