//! The lists of money: what it costs, and who pays.

use super::{
    field_ui,
    rows::{add_button, list_ui, of_row, title},
};
use crate::{
    locale::{grouped, money_form},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{fields, tokens},
        pages::{
            do_to_row,
            parts::{self, MENU, cells, note},
        },
    },
};
use egui::Ui;

/// Fields 17 and 18: what it costs, and who pays each line.
pub(super) fn money_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let plan = cx.plan;
    field_ui(ui, cx, 17, "simple-budget", plan.budget.iter().any(|b| b.unit_cost.is_some()), |ui| {
        list_ui(ui, cx, out, "budget", &plan.budget, line_ui);
        for money in cx.derived.totals.all.iter() {
            let grouping = plan.identity.grouping.unwrap_or(Grouping::Thousands);
            let amount = format!("{} {}", money.currency, grouped(money_form(money.amount), grouping));
            let said = cx.words.with("simple-total", &[("amount", amount.into())]);
            text::label(ui, &said, Style::body().strong());
        }
        if add_button(ui, cx, "simple-budget-add") {
            parts::add_row(out, BUDGET.item, BudgetLine::new);
        }
    });
    field_ui(ui, cx, 18, "simple-funding", plan.budget.iter().any(|b| b.source.is_some()), |ui| {
        if plan.budget.is_empty() {
            note(ui, &cx.words.get("simple-funding-note"));
        }
        list_ui(ui, cx, out, "funding", &plan.budget, funding_ui);
    });
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, line: &BudgetLine) {
    let table = &cx.plan.budget;
    let name = parts::row_name::<BudgetLine>(cx, &(i + 1).to_string());
    if let Some(field) = parts::entered(ui, cx, line.id, &[BUDGET.item, BUDGET.unit_cost]) {
        parts::down_or_add(table, line.id, (field, BUDGET.item), out, BudgetLine::new);
    }
    cells(ui, &[24.0, 0.0, 56.0, 130.0, MENU], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), ""),
        1 => {
            let place = Place::cell(line.id, BUDGET.item);
            let look = look.of(&name).hinting("hint-simple-item");
            fields::text(ui, cx, out, place, &line.item, look, |v| {
                BudgetLine::change(line.id, BudgetField::Item(v))
            });
        }
        2 => before_amount_ui(ui, cx, line),
        3 => {
            let place = Place::cell(line.id, BUDGET.unit_cost);
            let is_one = line.quantity.is_none_or(|n| n == Decimal::ONE);
            let look = if is_one { look.labelled("simple-amount") } else { look };
            let look = look.of(&name).hinting("simple-amount");
            fields::amount(ui, cx, out, place, line.unit_cost, look, |v| {
                BudgetLine::change(line.id, BudgetField::UnitCost(v))
            });
        }
        _ => {
            let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
            do_to_row(table, line.id, wish, out);
        }
    });
}

/// The currency of an amount, and how many times it counts when the full method says more than once.
fn before_amount_ui(ui: &mut Ui, cx: &Cx<'_>, line: &BudgetLine) {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let times = line.quantity.filter(|n| *n != Decimal::ONE).map(|n| format!("{} ×", grouped(n, grouping)));
    let currency = line.currency.or(cx.plan.identity.currency).map(|c| c.to_string());
    let said = times.or(currency).unwrap_or_default();
    ui.add_space(7.0);
    let style = Style::small().color(tokens(ui).ink_soft).align(text::Align::End).fill().elided();
    text::label(ui, &said, style);
}

fn funding_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, line: &BudgetLine) {
    let name = parts::row_name::<BudgetLine>(cx, &(i + 1).to_string());
    cells(ui, &[200.0, 180.0, 0.0], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), title(cx, &line.item)),
        1 => {
            let place = Place::cell(line.id, BUDGET.source);
            fields::choice(ui, cx, out, place, line.source, look.of(&name), |v| {
                BudgetLine::change(line.id, BudgetField::Source(v))
            });
        }
        _ => {
            let place = Place::cell(line.id, BUDGET.funder);
            let look = look.of(&name).hinting("hint-simple-funder");
            fields::text(ui, cx, out, place, &line.funder, look, |v| {
                BudgetLine::change(line.id, BudgetField::Funder(v))
            });
        }
    });
}
