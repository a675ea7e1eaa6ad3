//! The bar at the bottom: what is saved and when, findings, zoom, language.

use crate::{
    checks::Severity,
    text::{self, Style},
    ui::{Command, Cx, Outbox, kit::tokens},
};
use egui::{Align, Layout, Ui};

/// What the bar says about saving, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// "Saved 14:02", "Not saved yet", "Saving ...".
    pub words: String,
    /// "Recovery copy 14:03".
    pub recovery: String,
    /// Whether something needs attention.
    pub needs_eyes: bool,
}

/// Shows the bar.
pub fn status_ui(ui: &mut Ui, cx: &Cx<'_>, saved: &Saved, zoom_percent: u32, out: &mut Outbox) {
    let t = tokens(ui);
    ui.horizontal_centered(|ui| {
        let ink = if saved.needs_eyes { t.warn } else { t.ink_soft };
        text::label(ui, &saved.words, Style::small().color(ink));
        if !saved.recovery.is_empty() {
            text::label(ui, &format!("· {}", saved.recovery), Style::small().color(t.ink_soft));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            text::label(ui, cx.words.interface().own_name(), Style::small().color(t.ink_soft));
            text::label(ui, &format!("{zoom_percent}%  ·"), Style::small().color(t.ink_soft));
            let words = found_words(cx);
            let ink = if cx.findings.count(Severity::Error) > 0 { t.bad } else { t.ink_soft };
            let galley = text::galley(ui.ctx(), &words, &Style::small().color(ink), f32::INFINITY);
            if ui.add(egui::Button::new(galley).frame_when_inactive(false).small()).clicked() {
                out.command(Command::Checks);
            }
        });
    });
}

/// How many findings of each weight there are; of those that there are none of, it says nothing.
fn found_words(cx: &Cx<'_>) -> String {
    const KINDS: [(Severity, &str); 3] = [
        (Severity::Error, "status-errors"),
        (Severity::Warning, "status-warnings"),
        (Severity::Hint, "status-hints"),
    ];
    let counted = KINDS.map(|(severity, key)| (cx.findings.count(severity), key));
    let told: Vec<_> = counted
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| cx.words.with(key, &[("count", (*count).into())]))
        .collect();
    if told.is_empty() { cx.words.get("status-no-findings").into_owned() } else { told.join(" \u{b7} ") }
}
