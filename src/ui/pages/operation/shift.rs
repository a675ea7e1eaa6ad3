//! Moving the whole plan to another first day.

use super::gantt::model;
use crate::{
    locale::calendar::number,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Dates, draft},
    },
};
use egui::{Id, Popup, PopupCloseBehavior, Ui};

/// The button, and under it the question for the new first day.
pub fn button_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let Some(first) = model::first_day(cx) else { return };
    let button = kit::link_button(ui, &cx.words.get("operation-shift"));
    Popup::from_toggle_button_response(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(
        |ui| {
            ui.set_max_width(300.0);
            let soft = Style::small().color(kit::tokens(ui).ink_soft);
            text::label(ui, &cx.words.get("operation-shift-note"), soft);
            let name = cx.words.get("operation-shift-day");
            let look = draft::DraftLook { name: &name, width: Some(160.0), ..draft::DraftLook::default() };
            let dates = Dates::new(cx);
            let shown = dates.shown(first);
            let read = |typed: &str| dates.read(typed);
            let done = draft::field(ui, Id::unique("plan-shift"), &shown, &look, read);
            let (words, ink) = if done.is_wrong {
                let typed = draft::typed(ui, done.response.id).unwrap_or_default();
                (dates.wrong(&typed), kit::tokens(ui).bad)
            } else {
                (dates.beside(first), kit::tokens(ui).ink_soft)
            };
            if !words.is_empty() {
                text::label(ui, &words, Style::small().color(ink));
            }
            if let Some(day) = done.value.flatten() {
                let days = number(day) - number(first);
                if let Some(edit) = model::shift_plan(cx.plan, days) {
                    out.edit(edit);
                }
                ui.close();
            }
        },
    );
}
