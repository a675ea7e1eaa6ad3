//! The canvas: the ground that is slid and zoomed, and the cards on it.

use super::{
    Part, Show, Spot, View, Writing, card_name, card_said, hand, hint_of, keys, paint,
    picture::{Camera, Picture},
};
use crate::{
    analysis::tree::{Link, Node, differences},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields},
    },
};
use egui::{
    CursorIcon, Id as WidgetId, Key, Modifiers, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};
use std::collections::HashSet;

/// Where the parts of the page are on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Areas {
    pub canvas: Rect,
    /// The part of the canvas that nothing lies over.
    pub free: Rect,
    /// Where waiting cards are.
    pub tray: Rect,
}

/// The canvas in one frame.
pub(super) struct Board<'a> {
    pub cx: &'a Cx<'a>,
    pub picture: &'a Picture,
    pub camera: Camera,
    pub canvas: Rect,
    /// The part of the canvas that nothing lies over.
    pub free: Rect,
    pub show: Show,
    /// The cards that rows of the matrix belong to.
    pub linked: HashSet<Id<Card>>,
    /// Those whose rows say something else.
    pub differing: HashSet<Id<Card>>,
}

impl Board<'_> {
    /// Where a node's card is on the screen.
    pub fn rect(&self, node: usize) -> Rect {
        self.picture.rect(&self.camera, self.canvas, node)
    }

    /// Where one of the texts of a card is, inside the card.
    pub fn part_rect(&self, card: Rect, part: Part) -> Rect {
        part_rect(card, self.show, part)
    }

    /// The node whose card is under a point.
    pub fn node_at(&self, pos: egui::Pos2) -> Option<usize> {
        if !self.free.contains(pos) {
            return None;
        }
        (0..self.picture.tree.nodes().len()).find(|i| self.rect(*i).contains(pos))
    }
}

/// Where one of the texts of a card is, inside the card.
pub(super) fn part_rect(card: Rect, show: Show, part: Part) -> Rect {
    if show != Show::Both {
        return card;
    }
    let (left, right) = card.split_left_right_at_fraction(0.5);
    if part == Part::Problem { left } else { right }
}

/// Shows the canvas.
pub(super) fn board_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    Areas { canvas, free, tray }: Areas,
    out: &mut Outbox,
) {
    ui.set_clip_rect(ui.clip_rect().intersect(canvas));
    // The tree that the toolbar has just asked for comes in the next frame.
    if picture.show != view.show || view.camera.settle(canvas, free, &picture.layout) {
        ui.request_repaint();
    }
    paint::ground(ui, canvas);
    ground_ui(ui, view, canvas, free);
    let asked = view.now.or(view.writing.filter(|w| w.is_new).map(|w| w.spot));
    if let Some(node) = asked.and_then(|spot| picture.tree.position(spot.card)) {
        let card = picture.rect(&view.camera, canvas, node);
        let all = picture.bounds(&view.camera, canvas, 0..picture.tree.nodes().len()).unwrap_or(card);
        view.camera.reveal(free, card, all);
    }
    let linked = Link::all(cx.plan).map(|(_, card)| card).collect();
    let differing = differences(cx.plan).iter().map(|d| d.card).collect();
    let (camera, show) = (view.camera, picture.show);
    let board = Board { cx, picture, camera, canvas, free, show, linked, differing };
    paint::branches(ui, &board);
    paint::links(ui, &board);
    // From top to bottom: effects from the far end, the core problem, causes.
    for at in reading_order(picture.tree.nodes()) {
        card_ui(ui, &board, view, at, out);
    }
    hand::hand_ui(ui, &board, view, tray, out);
}

/// The nodes as they stand from top to bottom, branch by branch.
fn reading_order(nodes: &[Node]) -> Vec<usize> {
    let of = |kind: CardKind| (0..nodes.len()).filter(move |i| nodes[*i].kind == kind);
    of(CardKind::Effect).rev().chain(of(CardKind::Core)).chain(of(CardKind::Cause)).collect()
}

/// The ground: dragging and the wheel slide it, Ctrl with the wheel zooms, a click lets go of the card.
fn ground_ui(ui: &mut Ui, view: &mut View, canvas: Rect, free: Rect) {
    let ground = ui.interact(canvas, WidgetId::unique("tree-ground"), Sense::CLICK | Sense::DRAG);
    if ground.dragged() {
        view.camera.slide(ground.drag_delta());
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    if ground.clicked() {
        view.selected = None;
        view.said = None;
        view.carried = None;
    }
    let pointer = ui.input(|i| i.pointer.hover_pos());
    if let Some(pos) = pointer.filter(|pos| free.contains(*pos) && ui.rect_contains_pointer(canvas)) {
        let (zoom, slide) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta()));
        if (zoom - 1.0).abs() > 1e-3 {
            view.camera.zoom_at(canvas, zoom, pos);
        } else if slide != Vec2::ZERO {
            view.camera.slide(slide);
        }
    }
}

/// A card, or the field in which it is written.
fn card_ui(ui: &mut Ui, board: &Board<'_>, view: &mut View, at: usize, out: &mut Outbox) {
    let Some(node) = board.picture.tree.nodes().get(at) else { return };
    let Some(card) = board.cx.plan.cards.at(node.row) else { return };
    let rect = board.rect(at);
    let is_in_sight = rect.intersects(board.canvas.expand(60.0 * board.camera.zoom));
    for part in board.show.parts() {
        let spot = Spot { card: card.id, part: *part };
        let is_wanted = view.now == Some(spot);
        let is_written = view.writing.is_some_and(|w| w.spot == spot);
        // What has the focus stays, so that the keys still reach it.
        if !is_in_sight && !is_wanted && !is_written && !ui.memory(|m| m.has_focus(spot.widget())) {
            continue;
        }
        let room = board.part_rect(rect, *part);
        if is_written {
            write_ui(ui, board.cx, board.picture, view, card, (room, board.canvas), out);
        } else {
            let look = paint::Look::of(board, view, at, *part);
            spot_ui(ui, board.cx, board.picture, view, (card, spot), (room, look), out);
        }
    }
    if is_in_sight {
        reason_ui(ui, board, card, at, view.is_large, out);
    }
}

/// A card that can be selected, opened and dragged; on the canvas and in the tray.
pub(super) fn spot_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    picture: &Picture,
    view: &mut View,
    (card, spot): (&Card, Spot),
    (room, look): (Rect, paint::Look),
    out: &mut Outbox,
) {
    let widget = spot.widget();
    keys::spot_keys(ui, cx, view, picture, spot, out);
    let response = ui.interact(room, widget, Sense::click_and_drag());
    let said = card_said(cx, &picture.tree, card, spot.part);
    let is_selected = view.selected == Some(card.id);
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_selected, &said));
    if let Some(node) = picture.tree.node(card.id) {
        ui.ctx().accesskit_node_builder(widget, |n| n.set_level(node.depth + 1));
    }
    if view.now == Some(spot) {
        view.now = None;
        response.request_focus();
        ui.request_repaint();
    }
    if response.gained_focus() {
        view.selected = Some(card.id);
    }
    if response.double_clicked() {
        view.write(spot);
    } else if response.clicked() {
        response.request_focus();
        view.said = None;
        match view.carried.take() {
            Some(carried) if carried != card.id => {
                hand::put(cx, view, picture, carried, hand::on(picture, card.id), out)
            }
            _ => view.selected = Some(card.id),
        }
    }
    hand::take_up(ui, view, card.id, room, &response);
    let look = look.answering(&response);
    let is_whole = paint::card(ui, cx, picture, (card, spot.part), room, look);
    fields::visit(cx, out, spot.place(), &response);
    // A card that does not show all its words, or shows them small, says them when the pointer rests on it.
    if response.hovered() && view.held.is_none() && !is_whole {
        kit::hint(response, &said);
    }
}

/// The field on a card. It is never smaller than words can be read in.
pub(super) fn write_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    picture: &Picture,
    view: &mut View,
    card: &Card,
    (room, canvas): (Rect, Rect),
    out: &mut Outbox,
) {
    let Some(mut writing) = view.writing else { return };
    let spot = writing.spot;
    let lang = cx.shown.first().cloned().unwrap_or_default();
    let old = spot.part.text(card);
    let mut typed = old.get(&lang).raw().to_owned();
    let size = (paint::SIZE * (room.width() / 208.0)).clamp(13.0, 24.0);
    let least = vec2(190.0, 70.0);
    let place = Rect::from_center_size(room.center(), room.size().max(least));
    let place = place.translate(inwards(place, canvas));
    let id = WidgetId::unique(("tree-field", spot.card, spot.part, writing.round));
    if std::mem::take(&mut writing.is_new) {
        ui.memory_mut(|m| m.request_focus(id));
        ui.request_repaint();
        writing.since = ui.input(|i| i.time);
    } else if keys::field_keys(ui, cx, view, picture, (id, spot), typed.trim().is_empty(), out) {
        return;
    }
    view.writing = Some(writing);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt(id));
    let mut style = Style::new(size);
    if lang.is_rtl() && typed.is_empty() {
        style = style.dir(text::Dir::Rtl);
    }
    let hint = match old.best(cx.plan.languages()).raw() {
        "" => hint_of(cx, picture.show, card, spot.part),
        other => other.to_owned(),
    };
    let field = text::Edit::multiline(id, &mut typed).rows(2).width(place.width()).style(style);
    let shown = field.name(card_name(cx, &picture.tree, spot.card, spot.part)).hint(hint).show(&mut inside);
    paint::writing(ui, shown.response.rect);
    if shown.changed {
        let text = old.with(&lang, UserText::new(&typed));
        out.edit(match view.draft.take() {
            Some(draft) if draft.card.id == spot.card => {
                let mut card = draft.card;
                card.set(spot.part.change(text));
                Card::add(card, draft.at)
            }
            _ => Card::change(spot.card, spot.part.change(text)),
        });
    }
    if shown.response.has_focus() {
        out.focused = Some(spot.place());
    }
    if shown.left {
        let (is_escape, now) = ui.input(|i| (i.key_pressed(Key::Escape), i.time));
        // Who clicks twice where once was enough has not turned away from the new card.
        if !is_escape && view.draft.is_some() && now - writing.since < SECOND_CLICK {
            view.writing = Some(Writing { is_new: true, ..writing });
            return;
        }
        view.writing = None;
        let from = view.draft.take().map(|draft| draft.from);
        if is_escape && let Some(card) = from.unwrap_or(Some(spot.card)) {
            view.wanted = Some(Spot { card, ..spot });
        }
    }
}

/// Within how many seconds a second click belongs to the first.
const SECOND_CLICK: f64 = 0.6;

/// How far a rectangle must move to lie inside another.
fn inwards(rect: Rect, room: Rect) -> Vec2 {
    let x = (room.left() - rect.left()).max(0.0) - (rect.right() - room.right()).max(0.0);
    let y = (room.top() - rect.top()).max(0.0) - (rect.bottom() - room.bottom()).max(0.0);
    vec2(x, y)
}

/// Why a card leads to the one it hangs on, between the two; a click leads to the field.
fn reason_ui(ui: &mut Ui, board: &Board<'_>, card: &Card, at: usize, is_large: bool, out: &mut Outbox) {
    let node = &board.picture.tree.nodes()[at];
    let size = paint::REASON * board.camera.zoom;
    if node.parent.is_none() || size < paint::LEAST {
        return;
    }
    let cx = board.cx;
    let place = Place::cell(card.id, CARD.reason);
    let reason = card.reason.best(cx.shown).raw();
    let is_asked = reason.trim().is_empty() && cx.findings.at(place).any(|f| f.place == place);
    if reason.trim().is_empty() && !is_asked {
        return;
    }
    let words = if is_asked { cx.words.get("trees-why").into_owned() } else { reason.to_owned() };
    let card_rect = board.rect(at);
    let room = paint::reason_room(board, node, card_rect);
    let rect = paint::reason(ui, &words, room, node.depth == 1, is_asked);
    let response = ui.interact(rect, WidgetId::unique(("tree-reason", card.id)), Sense::CLICK);
    let name = card_name(cx, &board.picture.tree, card.id, Part::Problem);
    let said = cx.words.with("trees-reason-of", &[("name", name.into()), ("text", words.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        kit::hint(response.clone(), &words);
    }
    // The large view has no fields; there the reason is only read.
    if response.clicked() && !is_large {
        out.go(place);
    }
}

/// Whether exactly this key was pressed with exactly these modifiers; takes it.
pub(super) fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|i| {
        let before = i.events.len();
        i.events.retain(|event| {
            let egui::Event::Key { key: k, pressed: true, modifiers: m, .. } = event else { return true };
            *k != key || !m.matches_exact(modifiers)
        });
        i.events.len() < before
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn twins_share_the_place_of_their_card() {
        let card = Rect::from_min_size(pos2(10.0, 0.0), vec2(100.0, 40.0));
        let of = |part| part_rect(card, Show::Both, part).left();
        assert_eq!((of(Part::Problem), of(Part::Objective)), (10.0, 60.0));
        assert_eq!(part_rect(card, Show::Objectives, Part::Objective), card);
    }

    #[test]
    fn a_field_stays_on_the_canvas() {
        let canvas = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 200.0));
        let at = |x, y| inwards(Rect::from_min_size(pos2(x, y), vec2(100.0, 50.0)), canvas);
        assert_eq!((at(20.0, 20.0), at(-30.0, 180.0)), (Vec2::ZERO, vec2(30.0, -30.0)));
    }
}
