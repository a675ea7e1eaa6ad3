//! Cards by keyboard alone.

use super::{Part, Show, Spot, View, board::pressed, details, hand, picture::Picture};
use crate::{
    analysis::tree::{
        Tree,
        act::{self, Target},
    },
    plan::*,
    text,
    ui::{Cx, Outbox},
};
use egui::{Event, EventFilter, FocusDirection, Id as WidgetId, Key, Modifiers, Ui};

/// Keys of the page as a whole.
pub(super) fn keys(ui: &Ui, view: &mut View) {
    let is_free = view.writing.is_none() && view.held.is_none() && view.asked.is_none();
    if is_free && view.carried.is_some() && pressed(ui, Modifiers::NONE, Key::Escape) {
        // Escape takes the focus away before anybody can ask; it goes back to the card.
        if let Some(card) = view.carried.take() {
            view.want(card);
            view.said = None;
        }
    } else if is_free && view.is_large && pressed(ui, Modifiers::NONE, Key::Escape) {
        view.is_large = false;
        view.camera.fit();
    }
    if pressed(ui, Modifiers::COMMAND, Key::Home) {
        view.camera.fit();
    }
}

/// Keys while a card has the focus.
pub(super) fn spot_keys(
    ui: &Ui,
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    spot: Spot,
    out: &mut Outbox,
) {
    let widget = spot.widget();
    if !ui.memory(|m| m.has_focus(widget)) || view.writing.is_some() {
        return;
    }
    // Tab goes on to the details of this card and not to the next card, which would change the details.
    let tab = view.shows_details();
    let filter = EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|m| m.set_focus_lock_filter(widget, filter));
    if tab && pressed(ui, Modifiers::NONE, Key::Tab) {
        ui.memory_mut(|m| m.request_focus(details::mark()));
        return;
    }
    if tab && pressed(ui, Modifiers::SHIFT, Key::Tab) {
        ui.memory_mut(|m| m.move_focus(FocusDirection::Previous));
        return;
    }
    if walk(ui, view, picture, spot) || rearrange(ui, cx, view, picture, spot.card, out) {
        view.said = None;
        return;
    }
    if pressed(ui, Modifiers::COMMAND, Key::M) {
        view.carried = Some(spot.card);
        view.said = Some(("trees-carrying", 0));
    }
    if pressed(ui, Modifiers::NONE, Key::F2) {
        view.write(spot);
    }
    let (plain, command) = (Modifiers::NONE, Modifiers::COMMAND);
    if pressed(ui, command.plus(Modifiers::SHIFT), Key::Enter) {
        grow(cx, view, picture, spot.card, Grow::Effect, out);
    } else if pressed(ui, command, Key::Enter) {
        grow(cx, view, picture, spot.card, Grow::Child, out);
    } else if pressed(ui, plain, Key::Enter) {
        grow(cx, view, picture, spot.card, Grow::Sibling, out);
    }
    if pressed(ui, plain, Key::Delete) {
        delete(cx, view, picture, spot.card, out);
    }
    if pressed(ui, plain, Key::PageUp) {
        zoom(view, 1.0 / 0.8);
    }
    if pressed(ui, plain, Key::PageDown) {
        zoom(view, 0.8);
    }
    if pressed(ui, plain, Key::Home)
        && let Some(core) = picture.tree.core()
    {
        view.want(core.id);
    }
    write_what_is_typed(ui, cx, view, spot, out);
}

fn zoom(view: &mut View, factor: f32) {
    // Around the middle, wherever that is.
    let any = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::Vec2::splat(100.0));
    view.camera.zoom_at(any, factor, any.center());
}

/// A letter opens the card and comes behind what stands there.
fn write_what_is_typed(ui: &Ui, cx: &Cx<'_>, view: &mut View, spot: Spot, out: &mut Outbox) {
    let is_letter = |event: &Event| matches!(event, Event::Text(t) if !t.trim().is_empty());
    let typed: String = ui.input_mut(|i| {
        let letters = i.events.iter().filter(|e| is_letter(e));
        let typed =
            letters.filter_map(|e| if let Event::Text(t) = e { Some(t.as_str()) } else { None }).collect();
        i.events.retain(|e| !is_letter(e));
        typed
    });
    let Some(card) = cx.plan.cards.get(spot.card).filter(|_| !typed.is_empty()) else { return };
    let lang = cx.shown.first().cloned().unwrap_or_default();
    let old = spot.part.text(card);
    let text = UserText::new(&format!("{}{typed}", old.get(&lang).raw()));
    out.edit(Card::change(card.id, spot.part.change(old.with(&lang, text))));
    view.write(spot);
}

/// What a new card is to the one it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grow {
    /// The next one beside it.
    Sibling,
    /// One that hangs on it.
    Child,
    /// On the core problem: an effect.
    Effect,
}

/// Where the new card goes. The core problem has no siblings: the next card after it is its first cause.
fn growth(tree: &Tree, card: Id<Card>, grow: Grow) -> Target {
    let kind = tree.node(card).map(|n| n.kind);
    match (kind, grow) {
        (None, _) => Target::Tray,
        (Some(CardKind::Core), Grow::Sibling) => Target::On(card),
        (Some(_), Grow::Sibling) => Target::After(card),
        (Some(_), Grow::Effect) => tree.core().map_or(Target::Tray, |core| Target::Above(core.id)),
        (Some(_), Grow::Child) => Target::On(card),
    }
}

/// Begins a new card; or, while another card is on its way, puts that one here.
pub(super) fn grow(
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    card: Id<Card>,
    grow: Grow,
    out: &mut Outbox,
) {
    if let Some(carried) = view.carried.take() {
        let target = match grow {
            Grow::Sibling | Grow::Child => hand::on(picture, card),
            Grow::Effect => Target::Above(card),
        };
        hand::put(cx, view, picture, carried, target, out);
        return;
    }
    let id = out.new_id();
    view.begin(&picture.tree, growth(&picture.tree, card, grow), id);
}

/// Takes a card out with its branch, and goes to the one beside it.
pub(super) fn delete(cx: &Cx<'_>, view: &mut View, picture: &Picture, card: Id<Card>, out: &mut Outbox) {
    let next = neighbour(&picture.tree, card);
    view.said = Some(("trees-deleted", act::count_below(cx.plan, card) + 1));
    view.selected = None;
    view.writing = None;
    if let Some(next) = next {
        let said = view.said;
        view.want(next);
        view.said = said;
    }
    out.edit(Card::delete(card));
}

/// The card that has the focus when this one is gone.
fn neighbour(tree: &Tree, card: Id<Card>) -> Option<Id<Card>> {
    let Some(at) = tree.position(card) else {
        let loose = tree.loose();
        let here = loose.iter().position(|c| *c == card)?;
        return loose.get(here + 1).or_else(|| here.checked_sub(1).and_then(|i| loose.get(i))).copied();
    };
    let siblings = tree.siblings(at);
    let here = siblings.iter().position(|i| *i == at)?;
    let beside = siblings.get(here + 1).or_else(|| here.checked_sub(1).and_then(|i| siblings.get(i)));
    beside.copied().or(tree.nodes()[at].parent).map(|i| tree.nodes()[i].id)
}

/// Keys while a card is written. Says whether the field is to be left.
pub(super) fn field_keys(
    ui: &Ui,
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    (id, spot): (WidgetId, Spot),
    is_blank: bool,
    out: &mut Outbox,
) -> bool {
    if !ui.memory(|m| m.has_focus(id)) || text::is_composing(ui.ctx(), id) {
        return false;
    }
    let is_drafted = view.draft.as_ref().is_some_and(|d| d.card.id == spot.card);
    let keys = [
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), Grow::Effect),
        (Modifiers::COMMAND, Grow::Child),
        (Modifiers::NONE, Grow::Sibling),
    ];
    let now = keys.into_iter().find(|(m, _)| pressed(ui, *m, Key::Enter)).map(|(_, wish)| wish);
    let Some(wish) = view.waiting_key.take().or(now) else { return false };
    // Letters that came in the same frame have to be written first.
    let is_typing = |e: &Event| matches!(e, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
    if now.is_some() && ui.input(|i| i.events.iter().any(is_typing)) {
        view.waiting_key = Some(wish);
        ui.request_repaint();
        return false;
    }
    view.writing = None;
    if is_drafted && is_blank {
        // Enter on an empty new card ends the writing.
        if let Some(from) = view.draft.take().and_then(|d| d.from) {
            view.want(from);
        }
    } else {
        grow(cx, view, picture, spot.card, wish, out);
    }
    true
}

/// Arrows walk to the card that lies there on the screen.
fn walk(ui: &Ui, view: &mut View, picture: &Picture, spot: Spot) -> bool {
    let ways = [
        (Key::ArrowUp, Way::Up),
        (Key::ArrowDown, Way::Down),
        (Key::ArrowLeft, Way::Back),
        (Key::ArrowRight, Way::On),
    ];
    let Some((_, way)) = ways.into_iter().find(|(key, _)| pressed(ui, Modifiers::NONE, *key)) else {
        return false;
    };
    // Beside a problem stands its own twin.
    if view.show == Show::Both {
        let twin = match (way, spot.part) {
            (Way::On, Part::Problem) => Some(Part::Objective),
            (Way::Back, Part::Objective) => Some(Part::Problem),
            _ => None,
        };
        if let Some(part) = twin {
            view.wanted = Some(Spot { part, ..spot });
            return true;
        }
    }
    if let Some(next) = next_card(picture, spot.card, way) {
        let part = match (view.show, way) {
            (Show::Both, Way::Back) => Part::Objective,
            (Show::Both, Way::On) => Part::Problem,
            _ => spot.part,
        };
        view.wanted = Some(Spot { card: next, part });
    }
    true
}

/// A way on the screen; on and back along the line of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Back,
    On,
}

/// The card to which an arrow leads: up and down along the branch, sideways to the nearest card of another branch.
fn next_card(picture: &Picture, card: Id<Card>, way: Way) -> Option<Id<Card>> {
    let tree = &picture.tree;
    let Some(at) = tree.position(card) else {
        let loose = tree.loose();
        let here = loose.iter().position(|c| *c == card)?;
        return match way {
            Way::Up => here.checked_sub(1).and_then(|i| loose.get(i)).copied(),
            Way::Down => loose.get(here + 1).copied(),
            Way::On => tree.core().map(|n| n.id),
            Way::Back => None,
        };
    };
    let spots = picture.layout.spots();
    let (from, height) = (spots[at], picture.layout.measures.height);
    let middle = |i: usize| (spots[i].x + spots[i].width * 0.5, spots[i].y + height * 0.5);
    let (x, y) = (from.x + from.width * 0.5, from.y + height * 0.5);
    let width = picture.layout.measures.width;
    let distance = |i: usize| {
        let (to_x, to_y) = middle(i);
        let (dx, dy) = (to_x - x, to_y - y);
        match way {
            // Along its own column first; the core problem is over or under all of them.
            Way::Up | Way::Down => {
                let along = if way == Way::Up { -dy } else { dy };
                let is_core = tree.nodes()[i].parent.is_none() || tree.nodes()[at].parent.is_none();
                let is_near = dx.abs() < width * 0.5 || is_core;
                (along > 1.0 && is_near).then_some(along + dx.abs() * 0.01)
            }
            Way::Back | Way::On => {
                let along = if way == Way::Back { -dx } else { dx };
                let is_same_side = tree.nodes()[i].kind == tree.nodes()[at].kind;
                (along >= width * 0.5 && is_same_side).then_some(along + dy.abs() * 2.0)
            }
        }
    };
    let all = (0..spots.len()).filter_map(|i| distance(i).map(|d| (i, d)));
    let nearest = all.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| tree.nodes()[i].id);
    let to_tray = || tree.loose().first().copied().filter(|_| way == Way::Back);
    nearest.or_else(to_tray)
}

/// Alt with an arrow moves the card: along its siblings, in and out of them.
fn rearrange(
    ui: &Ui,
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    card: Id<Card>,
    out: &mut Outbox,
) -> bool {
    let Some(node) = picture.tree.node(card) else { return false };
    let (back, on) = (Key::ArrowLeft, Key::ArrowRight);
    let (plan, tree) = (cx.plan, &picture.tree);
    let is_top = node.depth < 2;
    // The branches of the core problem stand side by side, what hangs on them one below the other.
    let is_up = node.kind == CardKind::Effect;
    let keys = [Key::ArrowUp, Key::ArrowDown, back, on];
    let Some(key) = keys.into_iter().find(|key| pressed(ui, Modifiers::ALT, *key)) else { return false };
    let edit = match (is_top, key) {
        (true, k) if k == back || k == on => act::shift(plan, tree, card, k == on),
        (true, Key::ArrowDown) => (!is_up).then(|| act::inwards(plan, tree, card)).flatten(),
        (true, _) => is_up.then(|| act::inwards(plan, tree, card)).flatten(),
        (false, Key::ArrowUp) => act::shift(plan, tree, card, is_up),
        (false, Key::ArrowDown) => act::shift(plan, tree, card, !is_up),
        (false, k) if k == back => act::outwards(plan, tree, card),
        (false, _) => act::inwards(plan, tree, card),
    };
    if let Some(edit) = edit {
        out.edit(edit);
        view.want(card);
    }
    true
}
