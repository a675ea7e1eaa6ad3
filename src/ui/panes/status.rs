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
            text::label(ui, &format!("{zoom_percent} %  ·"), Style::small().color(t.ink_soft));
            let count = |s| cx.findings.count(s);
            let (errors, warnings, hints) =
                (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
            let words = if errors + warnings + hints == 0 {
                cx.words.get("status-no-findings").into_owned()
            } else {
                cx.words.with(
                    "status-findings",
                    &[("errors", errors.into()), ("warnings", warnings.into()), ("hints", hints.into())],
                )
            };
            let ink = if errors > 0 { t.bad } else { t.ink_soft };
            let galley = text::galley(ui.ctx(), &words, &Style::small().color(ink), f32::INFINITY);
            if ui.add(egui::Button::new(galley).frame_when_inactive(false).small()).clicked() {
                out.command(Command::Checks);
            }
        });
    });
}
