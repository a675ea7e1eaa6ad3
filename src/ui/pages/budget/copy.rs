//! Cells as text for a spreadsheet: tabs between cells, line ends between rows. Numbers have no groups, so that they stay numbers,
//! and no text is taken for a formula.

use super::{
    block::Block,
    table::{COLUMNS, What},
};
use crate::{
    analysis::line_amount,
    export::guard::guarded,
    locale::read_amount,
    plan::{BUDGET, BudgetLine, Decimal, Text},
    ui::{Cx, pages::operation::numbered_name},
};

/// The whole table, with its headings.
#[must_use]
pub fn table(cx: &Cx<'_>) -> String {
    let mut rows = vec![COLUMNS.iter().map(|what| heading(cx, *what)).collect::<Vec<_>>().join("\t")];
    let whole = Block::of_rows(0, cx.plan.budget.len().saturating_sub(1), COLUMNS.len());
    if !cx.plan.budget.is_empty() {
        rows.push(cells(cx, whole));
    }
    rows.join("\n")
}

/// What stands above a column.
pub fn heading(cx: &Cx<'_>, what: What) -> String {
    let key = match what {
        What::Number => "budget-number",
        What::Amount => "budget-amount",
        What::Field(field) => field.words(),
    };
    cx.words.get(key).into_owned()
}

/// The cells of a block.
#[must_use]
pub fn cells(cx: &Cx<'_>, block: Block) -> String {
    let row = |row: usize| {
        let line = cx.plan.budget.at(row)?;
        let cells = COLUMNS.get(block.cols())?.iter();
        Some(cells.map(|what| quoted(&cell_words(cx, row, line, *what))).collect::<Vec<_>>().join("\t"))
    };
    block.rows().filter_map(row).collect::<Vec<_>>().join("\n")
}

fn cell_words(cx: &Cx<'_>, row: usize, line: &BudgetLine, what: What) -> String {
    let best = |text: &Text| guarded(text.best(cx.shown).raw()).into_owned();
    let plain = |n: Option<Decimal>| n.map(unmistakable).unwrap_or_default();
    let field = match what {
        What::Number => return (row + 1).to_string(),
        What::Amount => return plain(line_amount(cx.plan, line).map(|money| money.amount)),
        What::Field(field) => field,
    };
    if field == BUDGET.activity {
        let placed = line.activity.and_then(|id| cx.derived.numbering.placed(id));
        placed.map(|p| numbered_name(cx, p)).unwrap_or_default()
    } else if field == BUDGET.item {
        best(&line.item)
    } else if field == BUDGET.category {
        line.category.map(|c| cx.words.get(c.words()).into_owned()).unwrap_or_default()
    } else if field == BUDGET.quantity {
        plain(line.quantity)
    } else if field == BUDGET.unit {
        best(&line.unit)
    } else if field == BUDGET.unit_cost {
        plain(line.unit_cost)
    } else if field == BUDGET.currency {
        line.currency.or(cx.plan.identity.currency).map(|c| c.to_string()).unwrap_or_default()
    } else if field == BUDGET.source {
        line.source.map(|s| cx.words.get(s.words()).into_owned()).unwrap_or_default()
    } else if field == BUDGET.funder {
        best(&line.funder)
    } else if field == BUDGET.note {
        best(&line.note)
    } else {
        line.on.map(|d| d.to_string()).unwrap_or_default()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A number that is read again as the same: three decimals would be taken for thousands, four are not.
fn unmistakable(n: Decimal) -> String {
    let written = n.normalize().to_string();
    if read_amount(&written) == Some(n) { written } else { format!("{written}0") }
}
