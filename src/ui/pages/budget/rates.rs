//! Exchange rates, each with its date and where it was read.

use super::table::currency_ui;
use crate::{
    plan::{At, Id, Place, RATE, Rate, RateField, Row},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self,
            cells::{self, Cell},
            grid::{Column, Grid, GridView, HEADER, Spot},
        },
    },
};
use egui::{Rect, Response, Ui};

/// What the table remembers.
#[derive(Debug, Default)]
pub struct View {
    grid: GridView,
    selected: Option<Id<Rate>>,
}

/// Adds a rate into the plan's currency and leads to it.
fn add(cx: &Cx<'_>, out: &mut Outbox) {
    let from = cx.derived.totals.without_rate.first().copied();
    let row = Rate { from, to: cx.plan.identity.currency, on: Some(cx.today), ..Rate::new(out.new_id()) };
    let field = if from.is_some() { RATE.rate } else { RATE.from };
    out.go(Place::cell(row.id, field));
    out.edit(Rate::add(row, At::Last));
}

/// Leads to the first rate that a common total lacks: to its number where the line is there already, else to a new line.
pub fn lead_to_missing(cx: &Cx<'_>, out: &mut Outbox) {
    let missing = cx.derived.totals.without_rate.first();
    let is_it = |rate: &&Rate| rate.from.as_ref() == missing && rate.to == cx.plan.identity.currency;
    match cx.plan.rates.iter().find(is_it) {
        Some(rate) => out.go(Place::cell(rate.id, RATE.rate)),
        None => add(cx, out),
    }
}

/// Shows the rates.
pub fn rates_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let rates = &cx.plan.rates;
    view.selected = view.selected.filter(|id| rates.contains(*id));
    ui.horizontal(|ui| {
        if kit::link_button(ui, &cx.words.get("rates-add")).clicked() {
            add(cx, out);
        }
        if rates.is_empty() {
            text::label(ui, &cx.words.get("rates-empty"), Style::small().color(kit::tokens(ui).ink_soft));
        }
        if let Some((id, row)) = view.selected.and_then(|id| Some((id, rates.position(id)?))) {
            let name = cx.words.with("rates-line", &[("number", (row + 1).to_string().into())]);
            let wish = kit::row_menu(ui, cx.words, &name, row == 0, row + 1 == rates.len());
            crate::ui::pages::do_to_row(rates, id, wish, out);
        }
    });
    if rates.is_empty() {
        return;
    }
    let column = |field: crate::plan::Field, width| Column::new(cx.words.get(field.words()), width);
    let columns = [
        column(RATE.from, 90.0),
        column(RATE.to, 90.0),
        column(RATE.rate, 120.0).at_end(),
        column(RATE.on, kit::Dates::new(cx).width()),
        column(RATE.source, 200.0).growing(1.0),
    ];
    let grid = Grid {
        id: egui::Id::unique("rates"),
        columns: &columns,
        rows: rates.len(),
        header: HEADER,
        row_height: kit::ROW,
        trailing: 0.0,
        selected: view.selected.and_then(|id| rates.position(id)),
        is_wide: &|_| false,
    };
    let done =
        grid.show(ui, &mut view.grid, |ui, spot, rect| cell_ui(ui, cx, out, rates.at(spot.row)?, spot, rect));
    if let Some(rate) = done.focus.and_then(|spot| rates.at(spot.row)) {
        view.selected = Some(rate.id);
    }
    if let Some(spot) = done.entered {
        if spot.row + 1 < rates.len() {
            view.grid.want(Spot { row: spot.row + 1, ..spot });
        } else {
            add(cx, out);
        }
    }
}

fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    rate: &Rate,
    spot: Spot,
    rect: Rect,
) -> Option<Response> {
    let owner = cx.words.with("rates-line", &[("number", (spot.row + 1).to_string().into())]);
    let id = rate.id;
    let cell = |field| Cell::new(rect, Place::cell(id, field), &owner);
    let set = move |change| Rate::change(id, change);
    match spot.col {
        0 => currency_ui(ui, cx, out, cell(RATE.from), (rate.from, None), |v| set(RateField::From(v))),
        1 => currency_ui(ui, cx, out, cell(RATE.to), (rate.to, None), |v| set(RateField::To(v))),
        2 => cells::number(ui, cx, out, cell(RATE.rate), rate.rate, |v| set(RateField::Rate(v))),
        3 => cells::day(ui, cx, out, cell(RATE.on), (rate.on, None), |v| set(RateField::On(v))),
        _ => cells::plain(ui, cx, out, cell(RATE.source), &rate.source, "", |v| set(RateField::Source(v))),
    }
}
