//! Cards that wait for a place, and writing many of them in silence before anybody discusses.

use super::{Part, Spot, View, board, paint, picture::Picture};
use crate::{
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
    },
};
use egui::{Id as WidgetId, Key, Modifiers, ScrollArea, Sense, Ui, vec2};

/// The size of a card that waits, in points.
const CARD: egui::Vec2 = vec2(180.0, 70.0);

/// The tray beside the canvas.
pub(super) fn tray_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let t = tokens(ui);
    let room = ui.max_rect();
    let is_awaited = view.held.is_some() && ui.rect_contains_pointer(room);
    let ink = if is_awaited { t.indigo } else { t.line };
    let frame = egui::Stroke::new(1.0, ink);
    ui.painter().rect(room, kit::RADIUS, t.surface, frame, egui::StrokeKind::Inside);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(room.shrink(7.0)).id_salt("tray-inside"));
    let ui = &mut inside;
    let count = picture.tree.loose().len();
    let words = cx.words.with("trees-tray", &[("count", count.into())]);
    text::label(ui, &words, Style::small().strong().color(t.ink_soft));
    text::label(ui, &cx.words.get("trees-tray-note"), Style::small().color(t.ink_soft));
    ScrollArea::vertical().id_salt("tray").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for id in picture.tree.loose() {
            if let Some(card) = cx.plan.cards.get(*id) {
                waiting_ui(ui, cx, view, picture, card, out);
            }
        }
    });
}

/// A card that waits.
fn waiting_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, card: &Card, out: &mut Outbox) {
    let width = CARD.x.min(ui.available_width());
    let (room, _) = ui.allocate_exact_size(vec2(width, CARD.y), Sense::hover());
    let spot = Spot { card: card.id, part: if view.is_silent { Part::Problem } else { view.show.first() } };
    if view.writing.is_some_and(|w| w.spot == spot) {
        let place = ui.clip_rect();
        board::write_ui(ui, cx, picture, view, card, (room, place), out);
        return;
    }
    if view.now == Some(spot) {
        ui.scroll_to_rect(room, None);
    }
    if ui.is_rect_visible(room) || view.now == Some(spot) || ui.memory(|m| m.has_focus(spot.widget())) {
        let look = paint::Look::waiting(view, card);
        board::spot_ui(ui, cx, picture, view, (card, spot), (room, look), out);
    }
}

/// Writing cards in silence: one field, and the cards so far. Nobody is named, so nobody need be asked.
pub(super) fn silent_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let t = tokens(ui);
    let id = WidgetId::unique("tree-silent");
    let size = if view.is_large { 24.0 } else { 18.0 };
    ui.add_space(4.0);
    let is_fresh = ui.memory(|m| m.focused().is_none());
    if is_fresh {
        ui.memory_mut(|m| m.request_focus(id));
    }
    let has_focus = ui.memory(|m| m.has_focus(id));
    let is_done =
        has_focus && !text::is_composing(ui.ctx(), id) && board::pressed(ui, Modifiers::NONE, Key::Enter);
    if is_done && !view.quick.trim().is_empty() {
        add(cx, view, out);
    }
    let mut typed = std::mem::take(&mut view.quick);
    let width = ui.available_width().min(if view.is_large { 1100.0 } else { 760.0 });
    let lang = cx.shown.first().cloned().unwrap_or_default();
    let mut style = Style::new(size);
    if lang.is_rtl() && typed.is_empty() {
        style = style.dir(text::Dir::Rtl);
    }
    let name = cx.words.get("trees-silent-field");
    text::Edit::multiline(id, &mut typed)
        .rows(2)
        .width(width)
        .style(style)
        .name(&*name)
        .hint(&*cx.words.get("trees-problem-hint"))
        .show(ui);
    view.quick = typed;
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!view.quick.trim().is_empty(), |ui| {
            if kit::button(ui, &cx.words.get("trees-silent-add")).clicked() {
                add(cx, view, out);
                ui.memory_mut(|m| m.request_focus(id));
            }
        });
        let words = cx.words.with("trees-silent-count", &[("count", picture.tree.loose().len().into())]);
        text::label(ui, &words, Style::body().color(t.ink_soft));
    });
    ui.add_space(6.0);
    ScrollArea::vertical().id_salt("silent").auto_shrink(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for id in picture.tree.loose().iter().rev() {
                if let Some(card) = cx.plan.cards.get(*id) {
                    waiting_ui(ui, cx, view, picture, card, out);
                }
            }
        });
    });
}

/// The card that was written joins those that wait.
fn add(cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let lang = cx.shown.first().cloned().unwrap_or_default();
    let words = std::mem::take(&mut view.quick);
    let problem = Text::of(&lang, words.trim());
    let card = Card { problem, ..Card::new(out.new_id()) };
    out.edit(Card::add(card, At::Last));
}
