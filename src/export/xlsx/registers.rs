//! Sheets of entries without much calculation: indicators, risks, co-operation.

use super::{
    super::{ExportError, report::speech::Speech},
    book::{Book, FIRST_ROW, NO_ENTRY, Rank, Sheet, Takes, Value, cell, letters, refused},
    columns::Columns,
};
use crate::plan::{COOPERATION, Cooperation, Decimal, INDICATOR, Indicator, RISK, Rating, ResultRef, Risk};
use rust_xlsxwriter::{ConditionalFormatFormula, Format, Formula, Worksheet};

pub(super) fn indicators(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let plan = me.plan();
    let numbering = &me.source.derived.numbering;
    let results: Vec<_> = [ResultRef::Goal, ResultRef::Purpose]
        .into_iter()
        .chain(plan.outputs.iter().map(|o| ResultRef::Output(o.id)))
        .collect();
    let mut entries: Vec<&Indicator> = plan.indicators.iter().collect();
    entries.sort_by_key(|i| results.iter().position(|r| *r == i.of));
    let mut columns = Columns::new(me);
    columns.hidden("indicator.id".into(), |i: &&Indicator, _| Value::text(&i.id.to_string()));
    columns.field(INDICATOR.of, "report-result", 14.0, Takes::Text, |i, _| match i.of {
        ResultRef::Goal => Value::text(&me.word("report-goal")),
        ResultRef::Purpose => Value::text(&me.word("report-purpose")),
        ResultRef::Output(output) => {
            let number = numbering.output(output).to_owned();
            Value::text(&me.word_with("report-output-number", &[("number", number)]))
        }
    });
    columns.text(entries.iter(), INDICATOR.text, "report-indicator", 32.0, |i| &i.text);
    columns.text(entries.iter(), INDICATOR.unit, "report-unit", 12.0, |i| &i.unit);
    columns.number(INDICATOR.baseline, "report-baseline", |i| i.baseline);
    columns.day(INDICATOR.baseline_on, "report-baseline-day", |i| i.baseline_on);
    columns.number(INDICATOR.target, "report-target", |i| i.target);
    columns.day(INDICATOR.target_on, "report-target-day", |i| i.target_on);
    columns.text(entries.iter(), INDICATOR.means, "report-means", 22.0, |i| &i.means);
    columns.choice(INDICATOR.frequency, "report-how-often", "list_frequency", |i| {
        i.frequency.map(|f| f.words())
    });
    columns.text(entries.iter(), INDICATOR.responsible, "report-who-measures", 18.0, |i| &i.responsible);
    columns.marks();
    draw(book, me, "report-indicators", columns, &entries, 3)
}

pub(super) fn risks(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let numbering = &me.source.derived.numbering;
    let entries: Vec<&Risk> = me.plan().risks.iter().collect();
    let rating = |r: Option<Rating>| r.map_or(Value::Nothing, |r| Value::Number(Decimal::from(r.value())));
    let mut columns = Columns::new(me);
    columns.hidden("risk.id".into(), |r: &&Risk, _| Value::text(&r.id.to_string()));
    columns.text(entries.iter(), RISK.event, "report-risk", 34.0, |r| &r.event);
    columns.text(entries.iter(), RISK.cause, "report-cause-sheet", 26.0, |r| &r.cause);
    let likelihood = columns
        .field(RISK.likelihood, "report-likelihood", 11.0, Takes::Rating, move |r, _| rating(r.likelihood));
    let impact =
        columns.field(RISK.impact, "report-impact", 11.0, Takes::Rating, move |r, _| rating(r.impact));
    let weight = columns.program("report-significance", 11.0, move |r, i| {
        let (a, b) = (cell(likelihood, i), cell(impact, i));
        let product = r.significance().map_or(Value::Nothing, |s| Value::Number(Decimal::from(s)));
        Value::formula(format!("IF(COUNT({a},{b})=2,{a}*{b},\"\")"), product)
    });
    columns.text(entries.iter(), RISK.treatment, "report-treatment", 34.0, |r| &r.treatment);
    columns.text(entries.iter(), RISK.owner, "report-owner", 18.0, |r| &r.owner);
    columns.day(RISK.by, "report-by", |r| r.by);
    columns.field(RISK.activity, "report-activity", 10.0, Takes::Text, |r, _| {
        Value::text(r.activity.map(|a| numbering.activity(a)).unwrap_or_default())
    });
    columns.marks();
    let mut ws = draw(book, me, "report-risks", columns, &entries, 2)?;
    let last = FIRST_ROW + u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let place = format!("${}{}", letters(weight), FIRST_ROW + 1);
    let col = u16::try_from(weight).unwrap_or(u16::MAX);
    // Bands of `domain` 1.3: 10 to 15 high, 16 to 25 very high.
    for (from, colour) in [(16, 0x00F2_C2B0), (10, 0x00FB_E5C0)] {
        let rule = Formula::new(format!("=AND(ISNUMBER({place}),{place}>={from})"));
        let format = Format::new().set_background_color(colour);
        let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format).set_stop_if_true(true);
        ws.add_conditional_format(FIRST_ROW, col, last, col, &rule).map_err(refused)?;
    }
    Ok(ws)
}

pub(super) fn cooperation(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let entries: Vec<&Cooperation> = me.plan().cooperation.iter().collect();
    let mut columns = Columns::new(me);
    columns.hidden("cooperation.id".into(), |c: &&Cooperation, _| Value::text(&c.id.to_string()));
    columns.choice(COOPERATION.kind, "report-cooperation-kind", "list_cooperation", |c| {
        c.kind.map(|k| k.words())
    });
    columns.text(entries.iter(), COOPERATION.text, "report-cooperation-what", 44.0, |c| &c.text);
    columns.field(COOPERATION.partner, "report-cooperation-partner", 12.0, Takes::Text, |c, _| {
        c.partner.map_or(Value::Nothing, |p| Value::text(p.code()))
    });
    columns.text(entries.iter(), COOPERATION.institution, "report-institution", 36.0, |c| &c.institution);
    columns.choice(COOPERATION.form, "report-cooperation-form", "list_form", |c| c.form.map(|f| f.words()));
    columns.marks();
    draw(book, me, "report-cooperation", columns, &entries, 0)
}

/// A sheet of entries, or of a row that says where they go.
pub(super) fn draw<'a, T>(
    book: &mut Book,
    me: &Speech<'_>,
    title: &str,
    columns: Columns<'a, &'a T>,
    entries: &[&'a T],
    frozen: u16,
) -> Result<Worksheet, ExportError> {
    let name = book.name(&me.word(title));
    let mut rows: Vec<_> = entries.iter().enumerate().map(|(i, e)| (Rank::Body, columns.row(e, i))).collect();
    if rows.is_empty() {
        // A row that says where the entries go.
        rows.push((Rank::Body, columns.other(&[(0, Value::text(NO_ENTRY))])));
    }
    book.draw(&Sheet { name, rows, frozen, heads: columns.heads })
}
