//! The budget with formulas that go on living: amounts, rates, sums by currency and by source of funds.

use super::{
    super::{
        ExportError,
        report::{budget::source_words, speech::Speech},
    },
    book::{Book, NO_ENTRY, Rank, Sheet, Takes, Value, cell, in_sheet, range},
    columns::Columns,
};
use crate::{
    analysis::{convert, fiscal_start, line_amount, line_day},
    locale::calendar::fiscal_year,
    plan::{BUDGET, BudgetLine, Currency, Decimal, FundSource, Money, RATE, Rate},
};
use rust_xlsxwriter::Worksheet;
use std::collections::BTreeSet;

/// Where the summary finds what the plan costs.
pub(super) struct Costs {
    /// The whole, and what nobody pays yet, each as a formula with its value; nothing without one common currency.
    pub whole: Option<(Value, Value)>,
    /// The common currency.
    pub currency: Option<Currency>,
}

/// Where the lines of the budget stand, for the formulas of other sheets.
#[derive(Default)]
pub(super) struct Lines {
    pub years: String,
    pub currencies: String,
    pub amounts: String,
}

/// Where the rates stand that the budget counts with: the range of currencies and worths in the sheet of rates.
pub(super) struct RatesUsed {
    table: String,
}

/// The lines by activity as in the report, those without an activity last.
fn ordered<'a>(me: &Speech<'a>) -> Vec<&'a BudgetLine> {
    let numbering = &me.source.derived.numbering;
    let mut lines: Vec<_> = me.plan().budget.iter().collect();
    let place = |l: &&BudgetLine| {
        let id = l.activity?;
        numbering.activities().iter().position(|p| p.id == id)
    };
    lines.sort_by_cached_key(|l| place(l).unwrap_or(usize::MAX));
    lines
}

/// The columns that formulas speak of.
struct At {
    currency: usize,
    amount: usize,
    home: Option<usize>,
    source: usize,
    item: usize,
    year: usize,
}

pub(super) fn budget(
    book: &mut Book,
    me: &Speech<'_>,
    rates: Option<&RatesUsed>,
) -> Result<(Worksheet, Costs, Lines), ExportError> {
    let lines = ordered(me);
    let mut columns = Columns::new(me);
    let at = describe(&mut columns, me, &lines, rates);
    let mut rows: Vec<_> = lines.iter().enumerate().map(|(i, l)| (Rank::Body, columns.row(l, i))).collect();
    let name = book.name(&me.word("report-budget"));
    let costs = sums(&mut rows, &columns, me, &at, &name, lines.len());
    let all = |col| match lines.len().checked_sub(1) {
        Some(last) => in_sheet(&name, &range(col, 0, last)),
        None => String::new(),
    };
    let places = Lines { years: all(at.year), currencies: all(at.currency), amounts: all(at.amount) };
    let sheet = Sheet { name, rows, frozen: u16::try_from(at.item + 1).unwrap_or(4), heads: columns.heads };
    Ok((book.draw(&sheet)?, costs, places))
}

fn describe<'a>(
    columns: &mut Columns<'a, &'a BudgetLine>,
    me: &'a Speech<'a>,
    lines: &[&'a BudgetLine],
    rates: Option<&'a RatesUsed>,
) -> At {
    let (plan, numbering) = (me.plan(), &me.source.derived.numbering);
    let home = plan.identity.currency;
    let money = |d: Option<Decimal>| d.map_or(Value::Nothing, Value::Money);
    columns.hidden("budget.id".into(), |l, _| Value::text(&l.id.to_string()));
    columns.field(BUDGET.activity, "report-number", 7.0, Takes::Text, |l, _| {
        Value::text(l.activity.map(|a| numbering.activity(a)).unwrap_or_default())
    });
    let item = columns.text(lines.iter(), BUDGET.item, "report-item", 32.0, |l| &l.item);
    columns.choice(BUDGET.category, "report-category", "list_cost", |l| l.category.map(|c| c.words()));
    let quantity = columns.number(BUDGET.quantity, "report-quantity", |l| l.quantity);
    columns.text(lines.iter(), BUDGET.unit, "report-unit", 12.0, |l| &l.unit);
    let cost = columns
        .field(BUDGET.unit_cost, "report-unit-cost", 14.0, Takes::Number, move |l, _| money(l.unit_cost));
    let currency = columns.field(BUDGET.currency, "report-currency", 9.0, Takes::Text, move |l, _| {
        // A line that names no currency is in the plan's.
        l.currency.or(home).map_or(Value::Nothing, |c| Value::text(c.code()))
    });
    let amount = columns.program("report-amount", 15.0, move |l, i| {
        let (q, c, k) = (cell(quantity, i), cell(cost, i), cell(currency, i));
        let formula = format!("IF(OR({c}=\"\",{k}=\"\"),\"\",IF({q}=\"\",1,{q})*{c})");
        Value::formula(formula, money(line_amount(plan, l).map(|m| m.amount)))
    });
    let in_home = rates.zip(home).map(|(rates, home)| {
        let col = columns.program("report-amount", 15.0, move |l, i| {
            let (a, k) = (cell(amount, i), cell(currency, i));
            let formula = format!("IF({a}=\"\",\"\",IFERROR({a}*VLOOKUP({k},{},3,FALSE),\"\"))", rates.table);
            let worth = line_amount(plan, l).and_then(|m| convert(plan, m, home));
            Value::formula(formula, money(worth))
        });
        columns.heads[col].title = me.word_with("report-amount-in", &[("currency", home.to_string())]);
        col
    });
    let source =
        columns.choice(BUDGET.source, "report-pays", "list_fund_source", |l| l.source.map(|s| s.words()));
    columns.text(lines.iter(), BUDGET.funder, "report-funder", 16.0, |l| &l.funder);
    columns.day(BUDGET.on, "report-needed-on", |l| l.on);
    let unknown = me.word("report-no-year");
    let year = columns.program("report-fiscal-year", 12.0, move |l, _| {
        let day = line_day(l, &me.source.derived.schedule);
        let year = day.and_then(|day| fiscal_year(fiscal_start(plan), day));
        Value::text(&year.map_or_else(|| unknown.clone(), |year| year.label()))
    });
    columns.text(lines.iter(), BUDGET.note, "report-note", 24.0, |l| &l.note);
    columns.marks();
    At { currency, amount, home: in_home, source, item, year }
}

/// The rows below the lines: a sum for each currency, the whole in the common one, and its parts by source.
fn sums(
    rows: &mut Vec<(Rank, Vec<Value>)>,
    columns: &Columns<'_, &BudgetLine>,
    me: &Speech<'_>,
    at: &At,
    sheet: &str,
    lines: usize,
) -> Costs {
    let mut costs = Costs { whole: None, currency: None };
    let Some(last) = lines.checked_sub(1) else { return costs };
    let totals = &me.source.derived.totals;
    let over = |col: usize| range(col, 0, last);
    let row = |label: String, more: &[(usize, Value)]| {
        columns.other(&[&[(0, Value::text(NO_ENTRY)), (at.item, Value::text(&label))], more].concat())
    };
    for money in totals.all.iter() {
        let code = cell(at.currency, rows.len());
        let formula = format!("SUMIF({},{code},{})", over(at.currency), over(at.amount));
        let cells = [
            (at.currency, Value::text(money.currency.code())),
            (at.amount, Value::formula(formula, Value::Money(money.amount))),
        ];
        rows.push((Rank::Total, row(me.word("report-total"), &cells)));
    }
    let (Some(home), Some(whole)) = (at.home, totals.converted) else { return costs };
    let place = cell(home, rows.len());
    // Amounts without a rate must not be left out silently: then there is no whole.
    let formula = format!("IF(COUNT({a})=COUNT({h}),SUM({h}),\"\")", a = over(at.amount), h = over(home));
    let label = me.word("report-total-converted");
    let label = if totals.is_one_currency() { me.word("report-total") } else { label };
    let cells = [(home, Value::formula(formula, Value::Money(whole.amount)))];
    rows.push((Rank::Total, row(label, &cells)));
    rows.push((Rank::Group, row(me.word("report-by-source"), &[])));
    let parts = super::super::report::budget::parts(me);
    let mut unfunded = Vec::new();
    for source in FundSource::ALL.iter().copied().map(Some).chain([None]) {
        let sum = parts.iter().find(|p| p.source == source).map(|p| p.money.amount).unwrap_or_default();
        let asked = match source {
            Some(_) => cell(at.item, rows.len()),
            None => "\"=\"".to_owned(),
        };
        if matches!(source, None | Some(FundSource::Unfunded)) {
            unfunded.push(cell(home, rows.len()));
        }
        let formula = format!("SUMIF({},{asked},{})", over(at.source), over(home));
        let cells = [(home, Value::formula(formula, Value::Money(sum)))];
        rows.push((Rank::Body, row(me.word(source_words(source)), &cells)));
    }
    let there: Vec<_> = unfunded.iter().map(|place| in_sheet(sheet, place)).collect();
    let open = totals.converted_unfunded.map_or(Decimal::ZERO, |m: Money| m.amount);
    costs.currency = Some(whole.currency);
    costs.whole = Some((
        Value::formula(in_sheet(sheet, &place), Value::Money(whole.amount)),
        Value::formula(there.join("+"), Value::Money(open)),
    ));
    costs
}

/// The sheet of rates: those of the plan, and below them what one unit of each currency is worth in the plan's own.
pub(super) fn rates(book: &mut Book, me: &Speech<'_>) -> Result<(Worksheet, Option<RatesUsed>), ExportError> {
    let plan = me.plan();
    let entries: Vec<_> = plan.rates.iter().collect();
    let mut columns: Columns<'_, &Rate> = Columns::new(me);
    let code = |c: Option<Currency>| c.map_or(Value::Nothing, |c| Value::text(c.code()));
    columns.hidden("rate.id".into(), |r, _| Value::text(&r.id.to_string()));
    let from = columns.field(RATE.from, "report-rate-from", 16.0, Takes::Text, move |r, _| code(r.from));
    let to = columns.field(RATE.to, "report-rate-to", 16.0, Takes::Text, move |r, _| code(r.to));
    let rate = columns.number(RATE.rate, "report-rate", |r| r.rate);
    columns.day(RATE.on, "report-rate-day", |r| r.on);
    columns.field(RATE.source, "report-figure-source", 40.0, Takes::Text, |r, _| Value::text(r.source.raw()));
    columns.marks();
    let mut rows: Vec<_> = entries.iter().enumerate().map(|(i, r)| (Rank::Body, columns.row(r, i))).collect();
    let name = book.name(&me.word("report-rates"));
    let used = plan.identity.currency.map(|home| {
        let label = me.word("report-rates-used");
        rows.push((Rank::Group, columns.other(&[(0, Value::text(NO_ENTRY)), (from, Value::text(&label))])));
        let first = rows.len();
        let currencies: BTreeSet<_> =
            plan.budget.iter().filter_map(|l| l.currency).filter(|c| *c != home).collect();
        for currency in [home].into_iter().chain(currencies) {
            // Without a rate the currency is not listed, so that looking it up fails instead of giving zero.
            let Some(worth) = worth(&entries, currency, home, rate) else { continue };
            let cells = [
                (0, Value::text(NO_ENTRY)),
                (from, Value::text(currency.code())),
                (to, Value::text(home.code())),
                (rate, worth),
            ];
            rows.push((Rank::Body, columns.other(&cells)));
        }
        let (a, b) = (range(from, first, rows.len() - 1), range(rate, first, rows.len() - 1));
        let corner = |range: &str, n: usize| range.split(':').nth(n).unwrap_or_default().to_owned();
        RatesUsed { table: in_sheet(&name, &format!("{}:{}", corner(&a, 0), corner(&b, 1))) }
    });
    let sheet = Sheet { name, rows, frozen: 0, heads: columns.heads };
    Ok((book.draw(&sheet)?, used))
}

/// What one unit is worth, by the cell of the rate that the program itself takes: the newest one, or the newest the other
/// way round.
fn worth(rates: &[&Rate], of: Currency, home: Currency, col: usize) -> Option<Value> {
    if of == home {
        return Some(Value::Number(Decimal::ONE));
    }
    let newest = |from: Currency, to: Currency| {
        let fits =
            |r: &Rate| r.from == Some(from) && r.to == Some(to) && r.rate.is_some_and(|x| x > Decimal::ZERO);
        let (i, rate) = rates.iter().enumerate().filter(|(_, r)| fits(r)).max_by_key(|(_, r)| r.on)?;
        Some((cell(col, i), rate.rate?))
    };
    if let Some((place, rate)) = newest(of, home) {
        return Some(Value::formula(place, Value::Number(rate)));
    }
    let (place, rate) = newest(home, of)?;
    Some(Value::formula(format!("1/{place}"), Value::Number(Decimal::ONE.checked_div(rate)?)))
}
