//! Everything about the selected card, over an end of the canvas.

use super::{Part, View, card_name, keys, links, picture::Picture};
use crate::{
    analysis::tree::{
        Tree,
        act::{self, Target},
    },
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, fields, fields::Look, tokens},
    },
};
use egui::{ScrollArea, Ui};

/// Shows the details of a card.
pub(super) fn details_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let t = tokens(ui);
    let room = ui.max_rect();
    // Nothing under it is reached.
    ui.interact(room, egui::Id::unique("tree-details"), egui::Sense::CLICK | egui::Sense::DRAG);
    let shadow = ui.visuals().popup_shadow;
    ui.painter().add(shadow.as_shape(room, kit::RADIUS));
    ui.painter().rect(room, kit::RADIUS, t.surface, egui::Stroke::new(1.0, t.line), egui::StrokeKind::Inside);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(room.shrink2(egui::vec2(12.0, 6.0))));
    let ui = &mut inside;
    let Some(card) = view.selected.and_then(|id| cx.plan.cards.get(id)) else { return };
    let name = card_name(cx, &picture.tree, card.id, Part::Problem);
    mark_ui(ui, cx, &name);
    ScrollArea::vertical().id_salt("details").auto_shrink(false).show(ui, |ui| {
        // The bar with which it is scrolled stands beside the fields and not over them.
        ui.set_max_width(ui.available_width() - 10.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.spacing_mut().interact_size.y = 34.0;
        ui.horizontal_wrapped(|ui| {
            text::label(ui, &name, Style::body().strong());
            acts_ui(ui, cx, view, picture, card, &name, out);
            if kit::icon_button(ui, Icon::Minus, &cx.words.get("trees-details-hide")).clicked() {
                view.has_no_details = true;
            }
        });
        texts_ui(ui, cx, picture, card, &name, out);
        links::rows_of_ui(ui, cx, card.id, out);
        fields::findings_ui(ui, cx, out, Place::row(card.id));
    });
}

/// The identity of the start of the details.
pub(super) fn mark() -> egui::Id {
    egui::Id::unique("tree-details-mark")
}

/// The start of the details, to which Tab leads from the card.
fn mark_ui(ui: &Ui, cx: &Cx<'_>, name: &str) {
    let start = egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::splat(1.0));
    let response = ui.interact(start, mark(), egui::Sense::focusable_noninteractive());
    response.widget_info(|| {
        let words = cx.words.with("trees-details-of", &[("name", name.into())]);
        egui::WidgetInfo::labeled(egui::Role::Region, true, words)
    });
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, tokens(ui).indigo.gamma_multiply(0.5));
        let frame = ui.max_rect().expand2(egui::vec2(10.0, 4.0));
        ui.painter().rect_stroke(frame, f32::from(kit::RADIUS), stroke, egui::StrokeKind::Inside);
    }
}

fn texts_ui(ui: &mut Ui, cx: &Cx<'_>, picture: &Picture, card: &Card, name: &str, out: &mut Outbox) {
    let cell = |field| Place::cell(card.id, field);
    let set = |change| Card::change(card.id, change);
    let area = Look { rows: 2, ..Look::AREA }.of(name);
    let hangs = picture.tree.node(card.id).is_some_and(|n| n.parent.is_some());
    kit::columns_or_stack(ui, if hangs { 3 } else { 2 }, 190.0, |ui, i| match i {
        0 => {
            let look = area.hinting("trees-problem-hint");
            fields::text(ui, cx, out, cell(CARD.problem), &card.problem, look, |v| {
                set(CardField::Problem(v))
            });
        }
        1 => {
            let look = area.hinting("trees-objective-hint");
            fields::text(ui, cx, out, cell(CARD.objective), &card.objective, look, |v| {
                set(CardField::Objective(v))
            });
        }
        _ => {
            let look = area.hinting("trees-reason-hint");
            fields::text(ui, cx, out, cell(CARD.reason), &card.reason, look, |v| set(CardField::Reason(v)));
        }
    });
}

/// The buttons for the card as a whole.
fn acts_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    picture: &Picture,
    card: &Card,
    name: &str,
    out: &mut Outbox,
) {
    let id = card.id;
    let node = picture.tree.node(id);
    let said = |key: &str| cx.words.with(key, &[("name", name.into())]);
    ui.spacing_mut().item_spacing.x = 2.0;
    if let Some(node) = node {
        let (child, is_core) = match node.kind {
            CardKind::Core => ("trees-add-cause", true),
            CardKind::Cause => ("trees-add-cause", false),
            CardKind::Effect => ("trees-add-effect", false),
        };
        if kit::link_button(ui, &cx.words.get(child)).clicked() {
            keys::grow(cx, view, picture, id, keys::Grow::Child, out);
        }
        if is_core && kit::link_button(ui, &cx.words.get("trees-add-effect")).clicked() {
            keys::grow(cx, view, picture, id, keys::Grow::Effect, out);
        }
        let choose = if card.chosen { "trees-leave-branch" } else { "trees-choose-branch" };
        let button = kit::link_button(ui, &cx.words.get(choose));
        helped(out, id, CARD.chosen, &button);
        if button.clicked() {
            out.edit(act::choose(cx.plan, id, !card.chosen));
        }
    } else {
        places_ui(ui, cx, view, picture, id, out);
    }
    if node.is_none() || node.is_some_and(|n| n.parent.is_some()) {
        let button = kit::link_button(ui, &cx.words.get("trees-move"));
        helped(out, id, CARD.parent, &button);
        if button.clicked() {
            view.carried = Some(id);
            view.said = Some(("trees-carrying", 0));
            if let Some(core) = picture.tree.core() {
                view.wanted = Some(super::Spot { card: core.id, part: view.show.first() });
            }
        }
    }
    order_ui(ui, cx, &picture.tree, id, &said, out);
    if kit::icon_button(ui, Icon::Cross, &said("row-delete")).clicked() {
        keys::delete(cx, view, picture, id, out);
    }
}

/// The help beside the page is about this field while the button has the focus.
fn helped(out: &mut Outbox, id: Id<Card>, field: Field, button: &egui::Response) {
    if button.has_focus() {
        out.focused = Some(Place::cell(id, field));
    }
}

/// Where a waiting card can go at once.
fn places_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, id: Id<Card>, out: &mut Outbox) {
    let targets = match picture.tree.core() {
        None => vec![("trees-make-core", Target::Middle)],
        Some(core) => {
            vec![("trees-make-cause", Target::On(core.id)), ("trees-make-effect", Target::Above(core.id))]
        }
    };
    for (i, (key, target)) in targets.into_iter().enumerate() {
        let button = kit::link_button(ui, &cx.words.get(key));
        if i == 0 {
            helped(out, id, CARD.kind, &button);
        }
        if button.clicked() {
            super::hand::put(cx, view, picture, id, target, out);
        }
    }
}

/// Back, on, out and in.
fn order_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    tree: &Tree,
    id: Id<Card>,
    said: &dyn Fn(&str) -> String,
    out: &mut Outbox,
) {
    let acts = [
        (Icon::Left, "trees-back", act::shift(cx.plan, tree, id, false)),
        (Icon::Right, "trees-on", act::shift(cx.plan, tree, id, true)),
        (Icon::Up, "trees-out", act::outwards(cx.plan, tree, id)),
        (Icon::Down, "trees-in", act::inwards(cx.plan, tree, id)),
    ];
    for (icon, key, edit) in acts {
        if let Some(edit) = edit
            && kit::icon_button(ui, icon, &said(key)).clicked()
        {
            out.edit(edit);
        }
    }
}
