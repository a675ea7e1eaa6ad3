//! One to five: as signs, or as numbers with words.

use super::{Look, framed, visit};
use crate::{
    plan::{Edit, Place, Rating},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{Icon, RADIUS, hint, paint_icon, tokens},
    },
};
use egui::{Align2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

/// One to five, as five signs in a row; a click on the chosen one takes it back.
pub fn rating(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Rating>,
    look: Look<'_>,
    edit: impl Fn(Option<Rating>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let t = tokens(ui);
            for step in 1..=5 {
                let is_on = value.is_some_and(|v| v.value() >= step);
                let name = format!("{} {step}", look.name(label));
                let paint = |ui: &Ui, rect: Rect, response: &Response| {
                    let color = if is_on { t.soga } else { t.line };
                    paint_icon(ui.painter(), rect.shrink(2.0), Icon::Star, color);
                    if response.has_focus() || response.hovered() {
                        ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, t.indigo), StrokeKind::Inside);
                    }
                };
                let response = step_ui(ui, Vec2::splat(26.0), is_on, &name, paint);
                take(cx, out, place, (step, value), &response, &edit);
            }
        });
    });
}

/// One to five as five numbers in a row, and the word of the chosen one; a click on it takes it back. `words`: the key of each
/// step.
#[allow(clippy::too_many_arguments, reason = "as its siblings among the fields, with the words of the steps")]
pub fn scale(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Rating>,
    look: Look<'_>,
    words: [&str; 5],
    edit: impl Fn(Option<Rating>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let t = tokens(ui);
            for (step, word) in (1..=5).zip(words) {
                let is_chosen = value.is_some_and(|v| v.value() == step);
                let name = format!("{} {step}: {}", look.name(label), cx.words.get(word));
                let paint =
                    |ui: &Ui, rect: Rect, response: &Response| number_ui(ui, rect, response, step, is_chosen);
                let response = step_ui(ui, vec2(32.0, 30.0), is_chosen, &name, paint);
                let response = hint(response, &cx.words.get(word));
                take(cx, out, place, (step, value), &response, &edit);
            }
            let chosen = value.and_then(|v| words.get(usize::from(v.value()) - 1));
            if let Some(word) = chosen {
                ui.add_space(4.0);
                text::label(ui, &cx.words.get(word), Style::body().color(t.ink_soft));
            }
        });
    });
}

/// One step of five, which can be chosen.
fn step_ui(
    ui: &mut Ui,
    size: Vec2,
    is_on: bool,
    name: &str,
    paint: impl FnOnce(&Ui, Rect, &Response),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
    paint(ui, rect, &response);
    response
}

/// Takes a clicked step as the value, or takes the value back.
fn take(
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    (step, value): (u8, Option<Rating>),
    response: &Response,
    edit: impl Fn(Option<Rating>) -> Edit,
) {
    if response.clicked() {
        out.edit(edit(Rating::new(step).filter(|next| value != Some(*next))));
    }
    visit(cx, out, place, response);
}

fn number_ui(ui: &Ui, rect: Rect, response: &Response, step: u8, is_chosen: bool) {
    let t = tokens(ui);
    let (fill, ink) = match (is_chosen, response.hovered()) {
        (true, _) => (t.indigo, t.on_indigo),
        (false, true) => (t.indigo_wash, t.ink),
        (false, false) => (t.surface, t.ink),
    };
    let edge = if is_chosen || response.hovered() { t.indigo } else { t.line };
    ui.painter().rect(rect, RADIUS, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if response.has_focus() {
        let around = rect.expand(2.0);
        ui.painter().rect_stroke(around, RADIUS, Stroke::new(1.5, t.indigo), StrokeKind::Inside);
    }
    let (at, anchor) = (rect.center(), Align2::CENTER_CENTER);
    text::paint(ui.painter(), at, anchor, &step.to_string(), &Style::body(), ink);
}
