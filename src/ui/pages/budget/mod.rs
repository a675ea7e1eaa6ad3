//! The budget: what it costs, and who pays.

mod block;
mod copy;
mod lists;
mod paste;
mod rates;
mod table;
#[cfg(test)]
mod tests;
mod totals;
pub(super) use totals::amounts_words;

use super::{Page, filling};
use crate::{
    analysis::Section,
    plan::{At, BUDGET, Block, BudgetLine, Id, Place, Row},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, grid::GridView},
    },
};
use egui::{Panel, Ui};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    grid: GridView,
    /// The cells that are chosen together.
    choice: block::Choice,
    /// The line that was worked on last.
    selected: Option<Id<BudgetLine>>,
    /// How many pasted values did not fit their cells.
    unfit: usize,
    /// What is unfolded under the bar of who pays.
    below: Option<Below>,
    rates: rates::View,
}

/// What can be unfolded below the table, under the bar of who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Below {
    Sources,
    Outputs,
    Activities,
    Years,
    Rates,
}

impl Below {
    const ALL: [Self; 5] = [Self::Sources, Self::Outputs, Self::Activities, Self::Years, Self::Rates];

    const fn words(self) -> &'static str {
        match self {
            Self::Sources => "budget-by-source",
            Self::Outputs => "budget-by-output",
            Self::Activities => "budget-by-activity",
            Self::Years => "budget-by-year",
            Self::Rates => "budget-rates",
        }
    }
}

const PAGE: Page = Page::Section(Section::Budget);

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    view.selected = view.selected.filter(|id| cx.plan.budget.contains(*id));
    follow(cx, view);
    filling(PAGE, ui, cx, |ui| {
        if cx.plan.budget.is_empty() && cx.plan.rates.is_empty() {
            if kit::empty_state(ui, &cx.words.get("budget-empty"), &cx.words.get("budget-add")).clicked() {
                add(out, At::Last);
            }
            paste::take(ui, cx, view, out);
            return;
        }
        paste::take(ui, cx, view, out);
        toolbar_ui(ui, cx, view, out);
        totals_panel(ui, view.below.is_some()).show(ui, |ui| totals::totals_ui(ui, cx, view, out));
        table::table_ui(ui, cx, view, out);
    });
}

/// The room below the table: as high as the sums, or what a hand leaves to an unfolded list.
fn totals_panel(ui: &Ui, is_open: bool) -> Panel {
    let frame = egui::Frame::new().inner_margin(egui::Margin { top: 8, ..egui::Margin::ZERO });
    let most = ui.available_height().max(320.0) - 120.0;
    if is_open {
        let open = Panel::bottom("budget-totals-open").resizable(true);
        open.default_size(312.0_f32.min(most)).size_range(152.0..=most).frame(frame)
    } else {
        Panel::bottom("budget-totals").resizable(false).size_range(0.0..=most).frame(frame)
    }
}

/// Goes where the person asked to be led.
fn follow(cx: &Cx<'_>, view: &mut View) {
    let Some(goal) = cx.goto else { return };
    match goal.block {
        Block::Rate => view.below = Some(Below::Rates),
        Block::BudgetLine => {
            let Some(id) = goal.row.map(Id::from_bits) else { return };
            if let Some(row) = cx.plan.budget.position(id) {
                view.selected = Some(id);
                view.grid.reveal(row);
            }
        }
        _ => {}
    }
}

/// Adds a line and leads to what is bought.
fn add(out: &mut Outbox, at: At<BudgetLine>) {
    let row = BudgetLine::new(out.new_id());
    out.go(Place::cell(row.id, BUDGET.item));
    out.edit(BudgetLine::add(row, at));
}

/// Adds a line below another, for the same activity and payer: most lines come in groups.
fn add_like(cx: &Cx<'_>, out: &mut Outbox, before: &BudgetLine) {
    let row = BudgetLine {
        activity: before.activity.filter(|id| cx.plan.activities.contains(*id)),
        currency: before.currency,
        source: before.source,
        funder: before.funder.clone(),
        ..BudgetLine::new(out.new_id())
    };
    out.go(Place::cell(row.id, BUDGET.item));
    out.edit(BudgetLine::add(row, At::After(before.id)));
}

fn toolbar_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    ui.horizontal(|ui| {
        let selected = view.selected.and_then(|id| cx.plan.budget.get(id));
        if kit::primary_button(ui, &cx.words.get("budget-add")).clicked() {
            match selected {
                Some(line) => add_like(cx, out, line),
                None => add(out, At::Last),
            }
        }
        match view.choice.block() {
            Some(block) => {
                let words = cx.words.with("budget-copy-cells", &[("count", block.count().into())]);
                if kit::link_button(ui, &words).clicked() {
                    ui.copy_text(copy::cells(cx, block));
                }
            }
            None => {
                let button = kit::link_button(ui, &cx.words.get("budget-copy"));
                if kit::hint(button, &cx.words.get("budget-copy-hint")).clicked() {
                    ui.copy_text(copy::table(cx));
                }
            }
        }
        if view.unfit > 0 {
            let t = kit::tokens(ui);
            let words = cx.words.with("budget-unfit", &[("count", view.unfit.into())]);
            text::label(ui, &words, Style::small().color(t.bad));
            if kit::icon_button(ui, kit::Icon::Cross, &cx.words.get("toast-dismiss")).clicked() {
                view.unfit = 0;
            }
        }
        let Some((line, row)) = selected.and_then(|l| Some((l, cx.plan.budget.position(l.id)?))) else {
            return;
        };
        let name = cx.words.with("budget-line", &[("number", (row + 1).to_string().into())]);
        let wish = kit::row_menu(ui, cx.words, &name, row == 0, row + 1 == cx.plan.budget.len());
        super::do_to_row(&cx.plan.budget, line.id, wish, out);
    });
}
