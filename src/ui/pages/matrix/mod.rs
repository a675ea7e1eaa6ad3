//! The project design matrix: goal, purpose, outputs, indicators, assumptions, inputs and pre-conditions on one grid, each
//! written in place; what else belongs to a row unfolds under it.

mod cells;
mod drag;
mod form;
mod grid;
mod indicators;
mod library;
mod order;
mod reader;
mod rows;
mod sheets;
#[cfg(test)]
mod tests;

pub use form::Form;

use super::{Page, titled};
use crate::{
    analysis::Section,
    plan::{Block, Id, Output, Place, Plan, ResultRef, RowId},
    text::{self, Style},
    ui::{Cx, Outbox, kit},
};
use egui::Ui;
use order::Parts;
use std::collections::HashMap;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    /// In whose layout the matrix is shown.
    form: Form,
    /// The row whose sheet is unfolded.
    open: Option<(Block, RowId)>,
    /// Whether that sheet has just been unfolded and is still to be brought into the window.
    is_new: bool,
    /// The indicator library, while it is open.
    picking: Option<library::Picking>,
    /// The row that is dragged.
    hand: drag::Hand,
    /// The place that had the focus last.
    focus: Option<Place>,
    /// How high each part was when it was laid out last, in points: what is far from the window is skipped by its height.
    heights: HashMap<Part, f32>,
    /// The place that the person asked for in the last frame, so that its sheet is unfolded once only.
    led: Option<Place>,
    /// The place that was asked for last: it stays laid out while the window scrolls there.
    target: Option<Place>,
    /// For how many frames more the window is brought there: heights between settle meanwhile.
    settles: u8,
}

/// A part of the page that is laid out as a whole, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    /// The row of a result.
    Result(ResultRef),
    /// The activities of an output, or those without one.
    Activities(Option<Id<Output>>),
    /// The if-then sentence that ends in a result.
    Sentence(ResultRef),
}

/// How far above and below the window parts are laid out, in points: as far as Tab may lead.
const NEAR: f32 = 500.0;

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    order::move_by_keys(ui, cx, view.focus, out);
    view.unfold_what_is_led_to(cx);
    titled(Page::Section(Section::Matrix), ui, cx, |ui| {
        if is_empty(cx.plan) {
            guide_ui(ui, cx);
        }
        form::switch_ui(ui, cx, view);
        let parts = Parts::new(cx);
        rows::matrix_ui(ui, cx, view, out, &parts);
        drag::finish_ui(ui, cx, view, out);
        ui.add_space(28.0);
        reader::reader_ui(ui, cx, view, out);
    });
    library::ask_ui(ui, cx, view, out);
    view.focus = out.focused.or(view.focus);
}

impl View {
    /// Unfolds the sheet of a row when the field that is asked for stands only there.
    fn unfold_what_is_led_to(&mut self, cx: &Cx<'_>) {
        let is_new = cx.goto != self.led;
        self.led = cx.goto;
        let Some(goal) = cx.goto.filter(|_| is_new) else { return };
        self.target = cx.goto;
        self.settles = 8;
        if let (Some(row), Some(field)) = (goal.row, goal.field)
            && !self.form.shows(field)
        {
            self.open = Some((goal.block, row));
        }
    }

    fn is_open(&self, place: Place) -> bool {
        place.row.is_some_and(|row| self.open == Some((place.block, row)))
    }

    fn toggle(&mut self, place: Place) {
        self.open = match place.row {
            Some(row) if !self.is_open(place) => Some((place.block, row)),
            _ => None,
        };
        self.is_new = self.open.is_some();
    }

    /// Lays a part out when it is near the window, when the focus is in it or somebody is led to it; else leaves its room.
    fn part(&mut self, ui: &mut Ui, cx: &Cx<'_>, part: Part, content: impl FnOnce(&mut Ui, &mut Self)) {
        let top = ui.cursor().top();
        let known = self.heights.get(&part).copied();
        let height = known.unwrap_or(120.0);
        let clip = ui.clip_rect();
        let is_far = top > clip.bottom() + NEAR || top + height < clip.top() - NEAR;
        let is_asked_for = [self.focus, self.target, self.hand.place()]
            .into_iter()
            .flatten()
            .any(|p| order::part_of(cx.plan, p) == Some(part));
        // On the way to a place every part gets its true height, else the window would scroll past.
        let is_needed = is_asked_for || (known.is_none() && cx.goto.is_some());
        if is_far && !is_needed {
            ui.allocate_space(egui::vec2(ui.available_width(), height));
            return;
        }
        let inside = ui.scope(|ui| content(ui, self)).response.rect;
        self.heights.insert(part, inside.height());
        let is_target = self.target.is_some_and(|p| order::part_of(cx.plan, p) == Some(part));
        if is_target && self.settles > 0 {
            self.settles -= 1;
            if !clip.intersects(inside) {
                ui.scroll_to_rect(inside, Some(egui::Align::Center));
            }
            ui.request_repaint();
        }
    }
}

fn is_empty(plan: &Plan) -> bool {
    plan.matrix.goal.is_blank() && plan.matrix.purpose.is_blank() && plan.outputs.is_empty()
}

/// What to write first.
fn guide_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let t = kit::tokens(ui);
    kit::card(ui, |ui| {
        ui.set_width(ui.available_width().min(kit::FORM_WIDTH));
        ui.spacing_mut().item_spacing.y = 4.0;
        text::label(ui, &cx.words.get("matrix-guide"), Style::body().strong());
        for step in
            ["matrix-guide-purpose", "matrix-guide-outputs", "matrix-guide-goal", "matrix-guide-indicators"]
        {
            text::label(ui, &cx.words.get(step), Style::body().color(t.ink_soft));
        }
    });
    ui.add_space(8.0);
}
