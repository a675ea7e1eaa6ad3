//! The plan of operation: what is done, by whom, and when.

mod acts;
mod details;
mod gantt;
pub(crate) use details::numbered_name;
mod lines;
mod shift;
mod table;
#[cfg(test)]
mod tests;

use super::{Page, filling};
use crate::{
    analysis::Section,
    plan::{Activity, Block, Field, Id, Place},
    text::{self, Style},
    ui::{
        Cx, Outbox, Wish,
        kit::{self, Icon, grid::GridView},
    },
};
use egui::{Panel, Ui};
use lines::Lines;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    grid: GridView,
    /// The activity that was worked on last.
    selected: Option<Id<Activity>>,
    /// Whether everything about the selected activity is shown below the table.
    has_details: bool,
    /// The fields that have a column; the details show the others.
    columns: Vec<Field>,
    chart: gantt::View,
}

const PAGE: Page = Page::Section(Section::Activities);

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let lines = Lines::new(cx.plan, cx.derived);
    view.selected = view.selected.filter(|id| cx.plan.activities.contains(*id));
    follow(cx, view, &lines);
    filling(PAGE, ui, cx, |ui| {
        if lines.len() == 0 {
            empty_ui(ui, cx, out);
            return;
        }
        acts::keys(ui, cx, view, &lines, out);
        acts::toolbar_ui(ui, cx, view, &lines, out);
        if let Some(id) = view.selected.filter(|_| view.has_details) {
            let t = kit::tokens(ui);
            Panel::bottom("activity-details")
                .resizable(true)
                .default_size(280.0)
                .size_range(140.0..=ui.available_height().max(300.0) - 140.0)
                .frame(egui::Frame::new().fill(t.surface).inner_margin(egui::Margin::symmetric(16, 10)))
                .show(ui, |ui| details::details_ui(ui, cx, view, &lines, id, out));
        }
        acts::early_ui(ui, cx, out);
        table::table_ui(ui, cx, view, &lines, out);
    });
}

/// Goes where the person asked to be led.
fn follow(cx: &Cx<'_>, view: &mut View, lines: &Lines<'_>) {
    let Some(goal) = cx.goto.filter(|g| g.block == Block::Activity) else { return };
    let Some(id) = goal.row.map(Id::from_bits).filter(|id| cx.plan.activities.contains(*id)) else { return };
    view.selected = Some(id);
    if let Some(line) = lines.of(id) {
        view.grid.reveal(line);
    }
    if goal.field.is_some_and(|field| !view.columns.contains(&field)) {
        view.has_details = true;
    }
}

fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if kit::empty_state(ui, &cx.words.get("operation-empty"), &cx.words.get("operation-to-matrix")).clicked()
    {
        out.wish(Wish::Show(Page::Section(Section::Matrix)));
    }
    if kit::link_button(ui, &cx.words.get("operation-add-without")).clicked() {
        acts::add(cx, out, None, None);
    }
}

/// A sign that something was learned in the programme.
fn learned_sign(ui: &Ui, rect: egui::Rect) {
    let square = egui::Rect::from_center_size(rect.center(), egui::Vec2::splat(18.0));
    kit::paint_icon(ui.painter(), square, Icon::Star, kit::tokens(ui).soga);
}

/// A place of an activity.
fn cell(id: Id<Activity>, field: Field) -> Place {
    Place::cell(id, field)
}

/// The name of an activity in the languages that are shown, or that it has none yet.
fn name_of(cx: &Cx<'_>, activity: &Activity) -> String {
    let nameless = cx.words.get("operation-nameless");
    kit::title_or(&activity.name, cx.shown, &nameless).to_owned()
}

/// A small heading.
fn heading(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    text::label(ui, &cx.words.get(key), Style::small().color(kit::tokens(ui).ink_soft));
}
