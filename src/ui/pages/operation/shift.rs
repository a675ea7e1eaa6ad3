//! Moving the whole plan to another first day.

use super::gantt::{model, scale};
use crate::{
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, draft},
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
            let shown = first.to_string();
            let done = draft::field(ui, Id::unique("plan-shift"), &shown, &look, draft::read_day);
            if done.is_wrong {
                text::label(ui, &cx.words.get("field-day-wrong"), Style::small().color(kit::tokens(ui).bad));
            }
            if let Some(day) = done.value.flatten() {
                let days = scale::number(day) - scale::number(first);
                if let Some(edit) = model::shift_plan(cx.plan, days) {
                    out.edit(edit);
                }
                ui.close();
            }
        },
    );
}
