//! The table of lines.

use super::{View, add_like, block};
use crate::{
    analysis::{line_amount, line_day},
    locale::{grouped, money_form},
    plan::{BUDGET, BudgetField, BudgetLine, Currency, Field, FundSource, Grouping, Money, Place, Row},
    ui::{
        Cx, Outbox,
        kit::{
            self,
            cells::{self, Cell, Options, Stand, Typed},
            grid::{Column, Grid, HEADER, Spot},
        },
        pages::operation::numbered_name,
    },
};
use egui::{Key, Modifiers, Rect, Response, Ui};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The number of the line.
    Number,
    /// A field of the line.
    Field(Field),
    /// Quantity times unit cost.
    Amount,
}

/// The columns in their order.
pub const COLUMNS: [What; 13] = [
    What::Number,
    What::Field(BUDGET.activity),
    What::Field(BUDGET.item),
    What::Field(BUDGET.category),
    What::Field(BUDGET.quantity),
    What::Field(BUDGET.unit),
    What::Field(BUDGET.unit_cost),
    What::Amount,
    What::Field(BUDGET.source),
    What::Field(BUDGET.currency),
    What::Field(BUDGET.funder),
    What::Field(BUDGET.on),
    What::Field(BUDGET.note),
];

/// The width of a digit of text in points, rounded up.
const DIGIT: f32 = 8.8;

/// The columns with their widths: from the number of a line to its payer they stand beside each other without scrolling in a
/// usual window. No amount is ever cut, for a number without its end is another number.
fn columns(cx: &Cx<'_>) -> Vec<Column> {
    let digits = cx.derived.totals.all.iter().map(|m| line_words(cx, m).len()).max().unwrap_or(0);
    let money = (f32::from(u8::try_from(digits).unwrap_or(u8::MAX)) * DIGIT + 16.0).clamp(88.0, 240.0);
    let column = |what| {
        let key = match what {
            What::Number => "budget-number",
            What::Amount => "budget-amount",
            What::Field(field) if field == BUDGET.unit_cost => "budget-unit-cost",
            What::Field(field) if field == BUDGET.source => "budget-source",
            What::Field(field) if field == BUDGET.funder => "budget-funder",
            What::Field(field) => field.words(),
        };
        let column = |width| Column::new(cx.words.get(key), width);
        match what {
            What::Number => column(36.0),
            What::Amount => column(money).at_end(),
            What::Field(f) if f == BUDGET.activity => column(100.0).growing(1.0),
            What::Field(f) if f == BUDGET.item => column(132.0).growing(2.0),
            What::Field(f) if f == BUDGET.category => column(96.0),
            What::Field(f) if f == BUDGET.quantity => column(72.0).at_end(),
            What::Field(f) if f == BUDGET.unit => column(60.0),
            What::Field(f) if f == BUDGET.unit_cost => column(money).at_end(),
            What::Field(f) if f == BUDGET.currency => column(80.0),
            What::Field(f) if f == BUDGET.source => column(112.0),
            What::Field(f) if f == BUDGET.funder => column(120.0).growing(1.0),
            What::Field(f) if f == BUDGET.note => column(120.0).growing(1.0),
            What::Field(_) => column(kit::Dates::new(cx).width()),
        }
    };
    COLUMNS.iter().copied().map(column).collect()
}

/// Shows the table.
pub fn table_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    keys(ui, cx, view, out);
    block::keys(ui, cx, view, out);
    let columns = columns(cx);
    let lines = f32::from(u8::try_from(cx.shown.len().max(1)).unwrap_or(3));
    let grid = Grid {
        id: egui::Id::unique("budget"),
        columns: &columns,
        rows: cx.plan.budget.len(),
        header: HEADER,
        row_height: kit::ROW * lines,
        trailing: 0.0,
        selected: view.selected.and_then(|id| cx.plan.budget.position(id)),
        is_wide: &|_| false,
    };
    let (before, choice) = (view.grid.focus(), &mut view.choice);
    let done = grid.show(ui, &mut view.grid, |ui, spot, rect| {
        choice.cell(ui, spot, rect);
        cell_ui(ui, cx, out, cx.plan.budget.at(spot.row)?, spot, rect)
    });
    block::pointer(ui, view, before, done.body);
    if let Some(line) = done.focus.and_then(|spot| cx.plan.budget.at(spot.row)) {
        view.selected = Some(line.id);
    }
    if let Some((spot, line)) = done.entered.and_then(|spot| Some((spot, cx.plan.budget.at(spot.row)?))) {
        if spot.row + 1 < cx.plan.budget.len() {
            view.grid.want(Spot { row: spot.row + 1, ..spot });
        } else {
            add_like(cx, out, line);
        }
    }
}

/// Alt with Up or Down moves the line whose cell has the focus.
fn keys(ui: &Ui, cx: &Cx<'_>, view: &View, out: &mut Outbox) {
    let Some(id) = view.selected.filter(|_| view.grid.focus().is_some()) else { return };
    for (key, wish) in [(Key::ArrowUp, kit::RowWish::Up), (Key::ArrowDown, kit::RowWish::Down)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::ALT, key)) {
            crate::ui::pages::do_to_row(&cx.plan.budget, id, Some(wish), out);
        }
    }
}

/// An amount as it stands in the table and in the totals.
pub fn money_words(cx: &Cx<'_>, money: Money) -> String {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    grouped(money_form(money.amount), grouping)
}

/// The amount of a line: with its code where it is not the plan's currency.
fn line_words(cx: &Cx<'_>, money: Money) -> String {
    let words = money_words(cx, money);
    let is_home = cx.plan.identity.currency == Some(money.currency);
    if is_home { words } else { format!("{} {words}", money.currency.code()) }
}

fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    line: &BudgetLine,
    spot: Spot,
    rect: Rect,
) -> Option<Response> {
    let owner = (spot.row + 1).to_string();
    let id = line.id;
    let set = move |change| BudgetLine::change(id, change);
    let field = match COLUMNS[spot.col] {
        What::Number => {
            let line = rect.with_max_y(rect.top() + kit::ROW);
            cells::paint(ui, line, &owner, kit::tokens(ui).ink_soft, Stand::Window);
            return None;
        }
        What::Amount => {
            let words = line_amount(cx.plan, line).map(|m| line_words(cx, m)).unwrap_or_default();
            let name = format!("{owner}, {}", cx.words.get("budget-amount"));
            cells::read_only(ui, rect, &name, &words, Stand::Number);
            return None;
        }
        What::Field(field) => field,
    };
    let cell = Cell::new(rect, Place::cell(id, field), &owner);
    if field == BUDGET.activity {
        activity_ui(ui, cx, out, line, cell)
    } else if field == BUDGET.item {
        cells::text(ui, cx, out, cell, &line.item, |v| set(BudgetField::Item(v)))
    } else if field == BUDGET.category {
        cells::choice(ui, cx, out, cell, line.category, |v| set(BudgetField::Category(v)))
    } else if field == BUDGET.quantity {
        cells::number(ui, cx, out, cell, line.quantity, |v| set(BudgetField::Quantity(v)))
    } else if field == BUDGET.unit {
        cells::text(ui, cx, out, cell, &line.unit, |v| set(BudgetField::Unit(v)))
    } else if field == BUDGET.unit_cost {
        cells::amount(ui, cx, out, cell, line.unit_cost, |v| set(BudgetField::UnitCost(v)))
    } else if field == BUDGET.currency {
        currency_ui(ui, cx, out, cell, (line.currency, cx.plan.identity.currency), |v| {
            set(BudgetField::Currency(v))
        })
    } else if field == BUDGET.source {
        let is_open = matches!(line.source, None | Some(FundSource::Unfunded));
        let ink = is_open.then(|| kit::tokens(ui).warn);
        cells::choice(ui, cx, out, Cell { ink, ..cell }, line.source, |v| set(BudgetField::Source(v)))
    } else if field == BUDGET.funder {
        cells::text(ui, cx, out, cell, &line.funder, |v| set(BudgetField::Funder(v)))
    } else if field == BUDGET.note {
        cells::text(ui, cx, out, cell, &line.note, |v| set(BudgetField::Note(v)))
    } else {
        let instead = if line.on.is_none() { line_day(line, &cx.derived.schedule) } else { None };
        cells::day(ui, cx, out, cell, (line.on, instead), |v| set(BudgetField::On(v)))
    }
}

fn activity_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    line: &BudgetLine,
    cell: Cell<'_>,
) -> Option<Response> {
    let all = cx.derived.numbering.activities();
    let placed = line.activity.and_then(|id| cx.derived.numbering.placed(id));
    let shown = placed.map(|p| numbered_name(cx, p)).unwrap_or_default();
    let options = Options { count: all.len(), name: &|i| numbered_name(cx, &all[i]) };
    let id = line.id;
    cells::pick(ui, cx, out, cell, &shown, &options, |i| {
        BudgetLine::change(id, BudgetField::Activity(i.map(|i| all[i].id)))
    })
}

/// A currency by its code. `instead`: the one that counts as long as none is written.
pub fn currency_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    (value, instead): (Option<Currency>, Option<Currency>),
    edit: impl Fn(Option<Currency>) -> crate::plan::Edit,
) -> Option<Response> {
    let said = |c: &Option<Currency>| c.map(|c| c.code().to_owned()).unwrap_or_default();
    let (shown, instead) = (said(&value), said(&instead));
    let typed =
        Typed { shown: &shown, instead: &instead, wrong: "field-currency-wrong", stand: Stand::Window };
    cells::typed(ui, cx, out, cell, &typed, Currency::new, edit)
}
