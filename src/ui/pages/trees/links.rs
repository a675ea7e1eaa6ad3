//! Cards and the rows of the matrix that belong to them: making rows, and what differs since.

use super::{Part, View, card_name, picture::Picture};
use crate::{
    analysis::tree::{Changed, Difference, Link, Offer, RowKind, State, differences, offers, rows_edit},
    checks::place_name,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{self, Icon, tokens},
    },
};
use egui::{Frame, Id as WidgetId, Key, Margin, Modal, Role, ScrollArea, Stroke, Ui, WidgetInfo};

/// The question which rows are made.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked {
    /// The effect that becomes the overall goal; nothing: the first.
    goal: Option<Id<Card>>,
}

/// Asks which rows are made, and makes them.
pub(super) fn ask_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let Some(mut asked) = view.asked else { return };
    let offers = offers(cx.plan, &picture.tree, asked.goal);
    let mut is_done = offers.is_empty();
    let modal = Modal::new(WidgetId::unique("tree-rows")).frame(kit::dialog_frame(ui.ctx()));
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(640.0);
        text::label(ui, &cx.words.get("trees-rows-title"), Style::section());
        text::label(ui, &cx.words.get("trees-rows-note"), Style::body().color(tokens(ui).ink_soft));
        let most = ui.ctx().content_rect().height() - 260.0;
        ScrollArea::vertical().max_height(most.max(120.0)).show(ui, |ui| {
            for offer in &offers {
                offer_ui(ui, cx, picture, offer);
                if offer.kind == RowKind::Goal && !matches!(offer.state, State::There(_)) {
                    goals_ui(ui, cx, picture, offer.card, &mut asked);
                }
            }
        });
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let edit = rows_edit(cx.plan, &picture.tree, &offers, &mut out.new_ids());
            if let Some(edit) = edit {
                if kit::primary_button(ui, &cx.words.get("trees-rows-make")).clicked() {
                    out.edit(edit);
                    view.said = Some(("trees-rows-made", 0));
                    is_done = true;
                }
            } else {
                let lacks = offers.iter().any(|o| o.state == State::NoObjective);
                let key = if lacks { "trees-rows-waiting" } else { "trees-rows-none" };
                text::label(ui, &cx.words.get(key), Style::body().color(tokens(ui).ink_soft));
                if kit::button(ui, &cx.words.get("trees-to-matrix")).clicked() {
                    out.wish(Wish::Show(Page::Section(crate::analysis::Section::Matrix)));
                    view.is_large = false;
                    is_done = true;
                }
            }
            is_done |= kit::button(ui, &cx.words.get("trees-rows-cancel")).clicked();
        });
    });
    is_done |= shown.should_close() || ui.input(|i| i.key_pressed(Key::Escape));
    view.asked = (!is_done).then_some(asked);
}

/// A row that would be made.
fn offer_ui(ui: &mut Ui, cx: &Cx<'_>, picture: &Picture, offer: &Offer) {
    let t = tokens(ui);
    let (state, ink, icon) = match offer.state {
        State::New => ("trees-row-new", t.good, Icon::Plus),
        State::Join => ("trees-row-join", t.indigo, Icon::Right),
        State::There(_) => ("trees-row-there", t.ink_soft, Icon::Check),
        State::NoObjective => ("trees-row-no-objective", t.warn, Icon::Triangle),
    };
    let (kind, depth) = match offer.kind {
        RowKind::Goal => (MATRIX.goal.words(), 0.0),
        RowKind::Purpose => (MATRIX.purpose.words(), 0.0),
        RowKind::Output => (Block::Output.words(), 0.0),
        RowKind::Activity => (Block::Activity.words(), 20.0),
        RowKind::Part => ("trees-row-part", 40.0),
    };
    let Some(card) = cx.plan.cards.get(offer.card) else { return };
    ui.horizontal_top(|ui| {
        ui.add_space(depth);
        ui.add_space(2.0);
        kit::icon(ui, icon, 13.0, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let name = card_name(cx, &picture.tree, card.id, Part::Objective);
            let values = [
                ("row", cx.words.get(kind).into_owned().into()),
                ("name", name.into()),
                ("state", cx.words.get(state).into_owned().into()),
            ];
            text::label(ui, &cx.words.with("trees-row", &values), Style::small().color(ink));
            let said = super::text_of(cx, card, Part::Objective);
            let said = if said.trim().is_empty() { super::text_of(cx, card, Part::Problem) } else { said };
            text::label(ui, said, Style::body());
        });
    });
}

/// Which of several effects becomes the overall goal.
fn goals_ui(ui: &mut Ui, cx: &Cx<'_>, picture: &Picture, now: Id<Card>, asked: &mut Asked) {
    let effects = picture.tree.core().map_or(&[][..], |core| &core.effects);
    if effects.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        text::label(ui, &cx.words.get("trees-rows-goal"), Style::small().color(tokens(ui).ink_soft));
        for at in effects {
            let id = picture.tree.nodes()[*at].id;
            let name = card_name(cx, &picture.tree, id, Part::Objective);
            let galley = text::galley(ui.ctx(), &name, &Style::small(), f32::INFINITY);
            let response = ui.add(egui::Button::selectable(id == now, galley));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, id == now, &name));
            if response.clicked() {
                asked.goal = Some(id);
            }
        }
    });
}

/// Every difference between tree and matrix.
pub(super) fn differences_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Outbox) {
    let most = if view.is_large { 320.0 } else { 200.0 };
    ScrollArea::vertical().id_salt("differences").max_height(most).auto_shrink([false, true]).show(
        ui,
        |ui| {
            for difference in differences(cx.plan) {
                difference_ui(ui, cx, &difference, out);
            }
        },
    );
}

/// What the card says and what the row says, and the three ways to settle it.
pub(in crate::ui::pages) fn difference_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    difference: &Difference,
    out: &mut Outbox,
) {
    let t = tokens(ui);
    let (Some(card), Some(text)) = (cx.plan.cards.get(difference.card), difference.link.text(cx.plan)) else {
        return;
    };
    let tree = &cx.derived.tree;
    let card_called = card_name(cx, tree, card.id, Part::Objective);
    let row_called = row_name(cx, difference.link);
    let frame = Frame::new().fill(t.surface).stroke(Stroke::new(1.0, t.warn)).corner_radius(kit::RADIUS);
    frame.inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 2.0);
        let key = match difference.changed {
            Changed::Card => "link-card-changed",
            Changed::Row => "link-row-changed",
            Changed::Both => "link-differs",
        };
        let names = [("card", card_called.as_str().into()), ("row", row_called.as_str().into())];
        text::label(ui, &cx.words.with(key, &names), Style::small().strong().color(t.warn));
        let said = |said: &Text| said.best(cx.shown).raw().to_owned();
        let of_card = cx.words.with(
            "link-says",
            &[("name", card_called.as_str().into()), ("text", said(&card.objective).into())],
        );
        let of_row =
            cx.words.with("link-says", &[("name", row_called.as_str().into()), ("text", said(text).into())]);
        text::label(ui, &of_card, Style::small());
        text::label(ui, &of_row, Style::small());
        ui.horizontal_wrapped(|ui| {
            let ways = [
                ("link-take", difference.take(cx.plan)),
                ("link-keep", difference.keep(cx.plan)),
                ("link-write", difference.write(cx.plan)),
            ];
            for (key, edit) in ways {
                let words = cx.words.get(key);
                let button = small_button(ui, &words);
                let name = format!("{words}: {row_called}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                if let Some(edit) = edit.filter(|_| button.clicked()) {
                    out.edit(edit);
                }
            }
        });
    });
}

fn small_button(ui: &mut Ui, words: &str) -> egui::Response {
    let galley = text::galley(ui.ctx(), words, &Style::small(), f32::INFINITY);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = egui::vec2(8.0, 3.0);
        ui.add(egui::Button::new(galley))
    })
    .inner
}

/// What a row of the matrix is called: `Output 2`.
pub(super) fn row_name(cx: &Cx<'_>, link: Link) -> String {
    match link {
        Link::Goal => cx.words.get(MATRIX.goal.words()).into_owned(),
        Link::Purpose => cx.words.get(MATRIX.purpose.words()).into_owned(),
        Link::Output(id) => place_name(&Place::row(id), cx.plan, cx.derived, cx.words),
        Link::Activity(id) => place_name(&Place::row(id), cx.plan, cx.derived, cx.words),
    }
}

/// Beside a row of the matrix: what differs from its card, or the way to the card.
pub(in crate::ui::pages) fn row_ui(ui: &mut Ui, cx: &Cx<'_>, link: Link, out: &mut Outbox) {
    let Some(card) = link.card(cx.plan) else { return };
    if let Some(difference) = Difference::of(cx.plan, link) {
        difference_ui(ui, cx, &difference, out);
    } else if !matches!(link, Link::Activity(_)) {
        let name = card_name(cx, &cx.derived.tree, card, Part::Objective);
        let words = cx.words.with("link-from", &[("name", name.as_str().into())]);
        let style = Style::new(12.0).color(tokens(ui).indigo);
        let galley = text::galley(ui.ctx(), &words, &style, ui.available_width());
        let way = ui.scope(|ui| {
            ui.spacing_mut().button_padding = egui::vec2(4.0, 1.0);
            ui.add(egui::Button::new(galley).frame_when_inactive(false).min_size(egui::vec2(0.0, 18.0)))
        });
        let said = format!("{words}: {}", row_name(cx, link));
        way.inner.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
        if way.inner.clicked() {
            out.go(Place::cell(card, CARD.objective));
        }
    }
}

/// The rows of a card, each as a way to it, and what differs.
pub(super) fn rows_of_ui(ui: &mut Ui, cx: &Cx<'_>, card: Id<Card>, out: &mut Outbox) {
    let links: Vec<Link> = Link::all(cx.plan).filter(|(_, c)| *c == card).map(|(link, _)| link).collect();
    for link in &links {
        if let Some(difference) = Difference::of(cx.plan, *link) {
            difference_ui(ui, cx, &difference, out);
        }
    }
    ui.horizontal_wrapped(|ui| {
        for link in links {
            let words = cx.words.with("link-to", &[("name", row_name(cx, link).into())]);
            if kit::link_button(ui, &words).clicked() {
                out.go(link.place());
            }
        }
    });
}
