//! Sheets of the worksheets; each is there only when the plan has one of its kind.

use super::{
    super::{
        ExportError,
        report::{speech::Speech, worksheets::counted},
    },
    book::{Book, Takes, Value, cell},
    columns::Columns,
    registers::draw,
};
use crate::{
    analysis::Credit,
    plan::{
        CLUSTER, CREDIT, Cluster, CreditCase, CreditMethod, Decimal, INSTRUMENT, Instrument, Lang, OVOP,
        OvopSheet, Score, Text,
    },
};
use rust_xlsxwriter::Worksheet;

/// The sheets that there are.
pub(super) fn worksheets(book: &mut Book, me: &Speech<'_>) -> Result<Vec<Worksheet>, ExportError> {
    let plan = me.plan();
    let mut sheets = Vec::new();
    if !plan.ovop.is_empty() {
        sheets.push(products(book, me)?);
    }
    if !plan.clusters.is_empty() {
        sheets.push(clusters(book, me)?);
    }
    if !plan.credits.is_empty() {
        sheets.push(credits(book, me)?);
    }
    if !plan.instruments.is_empty() {
        sheets.push(instruments(book, me)?);
    }
    Ok(sheets)
}

/// A name of a pack in the language of the report, or the key where no pack knows it.
fn named(me: &Speech<'_>, name: &Text, key: &str) -> Value {
    let best = name.best(&[me.source.voice.lang(), Lang::english()]);
    if best.is_blank() { Value::text(key) } else { Value::text(best.raw()) }
}

/// One row a score, or one for a product without scores.
fn products(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    type Line<'p> = (&'p OvopSheet, Option<&'p Score>);
    let lines: Vec<Line<'_>> = me
        .plan()
        .ovop
        .iter()
        .flat_map(|row| {
            let scores = row.scores.iter().map(move |score| (row, Some(score)));
            scores.chain(row.scores.is_empty().then_some((row, None)))
        })
        .collect();
    let voice = me.source.voice;
    let entries: Vec<&Line<'_>> = lines.iter().collect();
    let mut columns = Columns::new(me);
    columns.hidden("ovop.id".into(), |l: &&Line<'_>, _| Value::text(&l.0.id.to_string()));
    columns.text(entries.iter(), OVOP.product, "field-ovop-product", 30.0, |l| &l.0.product);
    columns.program("report-criterion", 34.0, |l, _| {
        l.1.map_or(Value::Nothing, |score| {
            let (name, _) = voice.criterion(&l.0.scheme, &score.criterion, None);
            named(me, &name, score.criterion.as_str())
        })
    });
    columns.program("report-step", 8.0, |l, _| {
        let step = l.1.and_then(|score| score.step);
        step.map_or(Value::Nothing, |step| Value::Number(Decimal::from(step.value())))
    });
    columns.program("report-step-means", 26.0, |l, _| {
        let Some(score) = l.1 else { return Value::Nothing };
        let (_, means) = voice.criterion(&l.0.scheme, &score.criterion, score.step);
        named(me, &means, "")
    });
    columns.program("report-step-why", 34.0, |l, _| {
        l.1.map_or(Value::Nothing, |score| Value::text(score.note.raw()))
    });
    columns.text(entries.iter(), OVOP.next_step, "field-ovop-next_step", 34.0, |l| &l.0.next_step);
    draw(book, me, "report-ovop-sheet", columns, &entries, 2)
}

fn clusters(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let entries: Vec<&Cluster> = me.plan().clusters.iter().collect();
    let all = || entries.iter();
    let mut columns = Columns::new(me);
    columns.hidden("cluster.id".into(), |c: &&Cluster, _| Value::text(&c.id.to_string()));
    columns.text(all(), CLUSTER.name, CLUSTER.name.words(), 28.0, |c| &c.name);
    columns.text(all(), CLUSTER.place, CLUSTER.place.words(), 24.0, |c| &c.place);
    columns.text(all(), CLUSTER.products, CLUSTER.products.words(), 30.0, |c| &c.products);
    columns.number(CLUSTER.enterprises, CLUSTER.enterprises.words(), |c| c.enterprises);
    columns.number(CLUSTER.workers, CLUSTER.workers.words(), |c| c.workers);
    columns.text(all(), CLUSTER.materials, CLUSTER.materials.words(), 30.0, |c| &c.materials);
    columns.text(all(), CLUSTER.facilities, CLUSTER.facilities.words(), 30.0, |c| &c.facilities);
    columns.text(all(), CLUSTER.markets, CLUSTER.markets.words(), 30.0, |c| &c.markets);
    columns.text(all(), CLUSTER.obstacles, CLUSTER.obstacles.words(), 30.0, |c| &c.obstacles);
    draw(book, me, "report-cluster-sheet", columns, &entries, 2)
}

fn credits(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let entries: Vec<&CreditCase> = me.plan().credits.iter().collect();
    let whole = |n: Option<i32>| n.map(Decimal::from);
    let money = move |row: &CreditCase, get: fn(&Credit) -> Option<Decimal>| {
        counted(me, row).as_ref().and_then(get).map_or(Value::Nothing, Value::Money)
    };
    let mut columns = Columns::new(me);
    columns.hidden("credit.id".into(), |c: &&CreditCase, _| Value::text(&c.id.to_string()));
    columns.text(entries.iter(), CREDIT.name, CREDIT.name.words(), 34.0, |c| &c.name);
    columns.program(CREDIT.scheme.words(), 24.0, |c, _| {
        named(me, &me.source.voice.credit_scheme(&c.scheme), c.scheme.as_str())
    });
    let amount = columns.number(CREDIT.amount, CREDIT.amount.words(), |c| c.amount);
    columns.field(CREDIT.currency, CREDIT.currency.words(), 10.0, Takes::Text, |c, _| {
        c.currency.or(me.plan().identity.currency).map_or(Value::Nothing, |c| Value::text(c.code()))
    });
    let rate = columns
        .number(CREDIT.annual_rate_percent, CREDIT.annual_rate_percent.words(), |c| c.annual_rate_percent);
    let months = columns.number(CREDIT.months, CREDIT.months.words(), move |c| whole(c.months));
    columns.number(CREDIT.grace_months, CREDIT.grace_months.words(), move |c| whole(c.grace_months));
    columns.program(CREDIT.method.words(), 22.0, |c, _| {
        c.method.map_or(Value::Nothing, |method| Value::text(&me.word(method.words())))
    });
    columns.program("report-instalment", 14.0, move |c, i| {
        let today = money(c, |credit| Some(credit.instalment));
        let (a, r, n) = (cell(amount, i), cell(rate, i), cell(months, i));
        let currency = c.currency.or(me.plan().identity.currency);
        let digits = currency.map_or(2, |currency| me.source.voice.money_digits(currency));
        let formula = match c.method.unwrap_or(CreditMethod::Annuity) {
            CreditMethod::Annuity => format!("ROUND(IF({r}=0,{a}/{n},-PMT({r}/1200,{n},{a})),{digits})"),
            CreditMethod::Flat => format!("ROUND({a}/{n}+{a}*{r}/1200,{digits})"),
        };
        Value::formula(format!("IF(COUNT({a},{r},{n})=3,IFERROR({formula},\"\"),\"\")"), today)
    });
    columns
        .program("report-total-interest", 14.0, move |c, _| money(c, |credit| Some(credit.total_interest)));
    columns
        .number(CREDIT.subsidy_rate_percent, CREDIT.subsidy_rate_percent.words(), |c| c.subsidy_rate_percent);
    columns.program("report-subsidy-each", 16.0, move |c, _| money(c, |credit| credit.subsidy));
    columns.number(CREDIT.subsidy_budget, CREDIT.subsidy_budget.words(), |c| c.subsidy_budget);
    columns.program("report-borrowers", 14.0, |c, _| {
        counted(me, c).and_then(|credit| credit.borrowers).map_or(Value::Nothing, Value::Number)
    });
    draw(book, me, "report-credit-sheet", columns, &entries, 2)
}

fn instruments(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let entries: Vec<&Instrument> = me.plan().instruments.iter().collect();
    let all = || entries.iter();
    let mut columns = Columns::new(me);
    columns.hidden("instrument.id".into(), |r: &&Instrument, _| Value::text(&r.id.to_string()));
    columns.text(all(), INSTRUMENT.name, INSTRUMENT.name.words(), 28.0, |r| &r.name);
    columns.text(all(), INSTRUMENT.aim, INSTRUMENT.aim.words(), 28.0, |r| &r.aim);
    columns.text(all(), INSTRUMENT.target_group, INSTRUMENT.target_group.words(), 24.0, |r| &r.target_group);
    columns.text(all(), INSTRUMENT.owner, INSTRUMENT.owner.words(), 22.0, |r| &r.owner);
    columns.text(all(), INSTRUMENT.works, INSTRUMENT.works.words(), 28.0, |r| &r.works);
    columns.text(all(), INSTRUMENT.gap, INSTRUMENT.gap.words(), 28.0, |r| &r.gap);
    columns.text(all(), INSTRUMENT.proposal, INSTRUMENT.proposal.words(), 30.0, |r| &r.proposal);
    draw(book, me, "report-instruments", columns, &entries, 2)
}
