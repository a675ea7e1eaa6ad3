//! A card in the hand: dragged onto another one, beside it, or into the tray. One step when it is let go.

use super::{View, board::Board, paint, picture::Picture};
use crate::{
    analysis::tree::act::{self, No, Target},
    plan::*,
    ui::{Cx, Outbox},
};
use egui::{CursorIcon, Key, Pos2, Rect, Response, Ui, Vec2};

/// A card that a hand holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Held {
    card: Id<Card>,
    /// From the pointer to the upper left corner of the card.
    grip: Vec2,
    size: Vec2,
}

/// Begins to drag a card.
pub(super) fn take_up(ui: &Ui, view: &mut View, card: Id<Card>, rect: Rect, response: &Response) {
    let origin = ui.input(|i| i.pointer.press_origin());
    if response.drag_started()
        && let Some(origin) = origin
    {
        view.held = Some(Held { card, grip: rect.min - origin, size: rect.size() });
        view.selected = Some(card);
        view.said = None;
        response.request_focus();
    }
}

/// Where a card goes that is put on another one without more ado.
pub(super) fn on(picture: &Picture, card: Id<Card>) -> Target {
    if picture.tree.node(card).is_some() { Target::On(card) } else { Target::Tray }
}

/// Where a card goes that is let go over another one: onto it, or beside it near the edges that face its siblings.
fn target_over(board: &Board<'_>, at: usize, pos: Pos2) -> Target {
    let node = &board.picture.tree.nodes()[at];
    let rect = board.rect(at);
    let across = (pos.x - rect.left()) / rect.width();
    let down = (pos.y - rect.top()) / rect.height();
    target_in(node.id, node.kind, node.depth, (across, down))
}

/// As [`target_over`], for a card of this kind and depth; `across` and `down` are 0 to 1 inside the card.
fn target_in(id: Id<Card>, kind: CardKind, depth: usize, (across, down): (f32, f32)) -> Target {
    const EDGE: f32 = 0.2;
    // Effects are listed upwards.
    let along = match (depth, kind) {
        (0, _) => return if down < 0.5 { Target::Above(id) } else { Target::On(id) },
        (1, _) => across,
        (_, CardKind::Effect) => 1.0 - down,
        _ => down,
    };
    if along < EDGE {
        Target::Before(id)
    } else if along > 1.0 - EDGE {
        Target::After(id)
    } else {
        Target::On(id)
    }
}

/// What the hand holds, above everything; letting go puts it there, Escape lets go of it.
pub(super) fn hand_ui(ui: &Ui, board: &Board<'_>, view: &mut View, tray: Rect, out: &mut Outbox) {
    let Some(held) = view.held else { return };
    let (pos, is_down, is_released) =
        ui.input(|i| (i.pointer.latest_pos(), i.pointer.any_down(), i.pointer.any_released()));
    let Some(pos) = pos.filter(|_| (is_down || is_released) && !ui.input(|i| i.key_pressed(Key::Escape)))
    else {
        view.held = None;
        return;
    };
    let (cx, picture) = (board.cx, board.picture);
    let over = board.node_at(pos);
    let target = match over {
        Some(at) => Some(target_over(board, at, pos)),
        None if tray.contains(pos) && picture.tree.position(held.card).is_some() => Some(Target::Tray),
        None if picture.tree.core().is_none() && board.free.contains(pos) => Some(Target::Middle),
        None => None,
    };
    if is_released {
        view.held = None;
        if let Some(target) = target {
            put(cx, view, picture, held.card, target, out);
        }
        return;
    }
    ui.set_cursor_icon(CursorIcon::Grabbing);
    let is_refused =
        target.is_some_and(|t| act::move_card(cx.plan, &picture.tree, held.card, t) == Err(No::Circle));
    if let (Some(at), Some(target)) = (over, target) {
        paint::target(ui, board, at, target, is_refused);
    }
    let rect = Rect::from_min_size(pos + held.grip, held.size);
    if let Some(card) = cx.plan.cards.get(held.card) {
        paint::held(ui, board, card, rect);
    }
}

/// Puts a card with its branch to a target, or says why not.
pub(super) fn put(
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    card: Id<Card>,
    target: Target,
    out: &mut Outbox,
) {
    view.said = None;
    match act::move_card(cx.plan, &picture.tree, card, target) {
        Ok(edit) => {
            out.edit(edit);
            view.want(card);
        }
        Err(no) if !no.words().is_empty() => view.said = Some((no.words(), 0)),
        Err(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_goes_onto_or_beside_the_one_below_it() {
        let id = Id::from_bits(1);
        let check = |kind, depth, at, expected| {
            assert_eq!(target_in(id, kind, depth, at), expected, "{kind:?} {depth} {at:?}");
        };
        use CardKind::{Cause, Core, Effect};
        check(Core, 0, (0.1, 0.3), Target::Above(id));
        check(Core, 0, (0.9, 0.7), Target::On(id));
        check(Cause, 1, (0.1, 0.5), Target::Before(id));
        check(Cause, 1, (0.5, 0.1), Target::On(id));
        check(Cause, 2, (0.5, 0.1), Target::Before(id));
        check(Effect, 2, (0.5, 0.1), Target::After(id));
        check(Effect, 3, (0.5, 0.5), Target::On(id));
    }
}
