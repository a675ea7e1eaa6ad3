//! One to five by numbers, each with its word.

use super::{
    RADIUS,
    fields::{Look, framed, visit},
    tokens,
};
use crate::{
    plan::{Edit, Place, Rating},
    text::{self, Style},
    ui::{Cx, Outbox},
};
use egui::{Align2, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

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
            for (step, word) in (1..=5u8).zip(words) {
                let (rect, response) = ui.allocate_exact_size(vec2(32.0, 30.0), Sense::click());
                let is_chosen = value.is_some_and(|v| v.value() == step);
                let name = format!("{} {step}: {}", look.name(label), cx.words.get(word));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
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
                let style = Style::body();
                text::paint(
                    ui.painter(),
                    rect.center(),
                    Align2::CENTER_CENTER,
                    &step.to_string(),
                    &style,
                    ink,
                );
                let response = super::hint(response, &cx.words.get(word));
                if response.clicked() {
                    out.edit(edit(Rating::new(step).filter(|r| value != Some(*r))));
                }
                visit(cx, out, place, &response);
            }
            let chosen = value.and_then(|v| words.get(usize::from(v.value()) - 1));
            if let Some(word) = chosen {
                ui.add_space(4.0);
                text::label(ui, &cx.words.get(word), Style::body().color(t.ink_soft));
            }
        });
    });
}
