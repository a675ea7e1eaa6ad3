//! A mark beside a field of which somebody has said something that is not settled.

use crate::{
    checks::place_name,
    plan::{Comment, Place},
    text::{self, Style},
    ui::{
        Cx, Outbox, Wish,
        kit::{Icon, paint_icon, tokens},
    },
};
use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

/// The side of the mark in points.
pub(super) const SIDE: f32 = 16.0;

/// The remarks at this very place that are not settled.
fn open_at<'a>(cx: &Cx<'a>, place: Place) -> impl Iterator<Item = &'a Comment> {
    cx.plan.comments.iter().filter(move |comment| !comment.resolved && comment.place == Some(place))
}

/// Whether there is something to mark.
pub(super) fn has_open(cx: &Cx<'_>, place: Place) -> bool {
    open_at(cx, place).next().is_some()
}

/// The mark in a row of words.
pub(super) fn mark_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, place: Place) {
    if has_open(cx, place) {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::hover());
        mark_at(ui, cx, out, place, rect);
    }
}

/// The mark over the upper end of a cell.
pub(in crate::ui::kit) fn mark_cell(ui: &Ui, cx: &Cx<'_>, out: &mut Outbox, place: Place, cell: Rect) {
    if has_open(cx, place) {
        let at = cell.right_top() + egui::vec2(-SIDE * 0.5, SIDE * 0.25);
        mark_at(ui, cx, out, place, Rect::from_center_size(at, Vec2::splat(SIDE)));
    }
}

/// Tells the remarks when the pointer rests on it; a click leads to them.
fn mark_at(ui: &Ui, cx: &Cx<'_>, out: &mut Outbox, place: Place, rect: Rect) {
    let t = tokens(ui);
    let response = ui.interact(rect, Id::unique(("remarks at", place)), Sense::click());
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    let values = [("count", open_at(cx, place).count().into()), ("name", name.into())];
    let said = cx.words.with("comment-mark", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let is_lit = response.hovered() || response.has_focus();
    let fill = if is_lit { t.soga } else { t.soga.gamma_multiply(0.75) };
    paint_icon(ui.painter(), rect.shrink(1.0), Icon::Bubble, fill);
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    let is_clicked = response.clicked();
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        for comment in open_at(cx, place) {
            text::label(ui, comment.author.raw(), Style::small().color(t.ink_soft));
            text::label(ui, comment.text.raw(), Style::small());
        }
    });
    if is_clicked {
        out.wish(Wish::Remarks(place));
    }
}
