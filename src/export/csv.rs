//! Tables as plain text with commas (RFC 4180): activities, and the lines of the budget.
//!
//! A text that would be a formula in a spreadsheet gets a `'` before it ([`super::guard`]); numbers and dates do not need it.
//! The file starts with a byte-order mark, without which Excel takes every script for Latin.

use super::{
    Exported, Source,
    guard::guarded,
    report::{budget::source_words, operation::attribution, speech::Speech},
    xml::clean,
};
use crate::{
    analysis::line_amount,
    plan::{Day, Decimal, Text},
};

/// A row in the making.
#[derive(Default)]
struct Row(Vec<String>);

impl Row {
    /// Text of a person or of the program.
    fn text(mut self, text: &str) -> Self {
        let text = clean(text.trim_matches(['\u{feff}', ' ']));
        self.0.push(guarded(&text).into_owned());
        self
    }

    /// A number in its plain form, or nothing.
    fn number(mut self, number: Option<Decimal>) -> Self {
        self.0.push(number.map(|n| n.normalize().to_string()).unwrap_or_default());
        self
    }

    /// A day as ISO 8601 writes it, or nothing.
    fn day(mut self, day: Option<Day>) -> Self {
        self.0.push(day.map(|d| d.to_string()).unwrap_or_default());
        self
    }
}

fn file(heads: Row, rows: impl Iterator<Item = Row>) -> Exported {
    let mut out = String::from("\u{feff}");
    for row in [heads].into_iter().chain(rows) {
        for (i, field) in row.0.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            if field.contains([',', '"', '\n', '\r', ';', '\t']) {
                out.push('"');
                out.push_str(&field.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(field);
            }
        }
        out.push_str("\r\n");
    }
    Exported { bytes: out.into_bytes(), notes: Vec::new() }
}

fn heads(me: &Speech<'_>, keys: &[&str]) -> Row {
    keys.iter().fold(Row::default(), |row, key| row.text(&me.word(key)))
}

/// The activities in the order of their numbers.
pub(super) fn activities(source: &Source<'_>) -> Exported {
    let speech = Speech::new(source);
    let me = &speech;
    let (plan, derived) = (me.plan(), source.derived);
    let best = |text: &Text| text.best(&me.langs).raw().to_owned();
    let keys = [
        "report-number",
        "report-result",
        "report-activity",
        "report-who",
        "report-where-activity",
        "report-start",
        "report-finish",
        "report-follows",
        "report-delivers",
        "field-activity-borrowed",
    ];
    let rows = derived.numbering.activities().iter().filter_map(|placed| {
        let a = plan.activities.at(placed.row)?;
        let output = placed.output.and_then(|o| plan.outputs.get(o)).map(|o| best(&o.text));
        let span = derived.schedule.activity(a.id);
        let after: Vec<_> = a.after.iter().map(|x| derived.numbering.activity(x.activity)).collect();
        let row = Row::default()
            .text(&placed.number)
            .text(&output.unwrap_or_default())
            .text(&best(&a.name))
            .text(&best(&a.responsible))
            .text(&best(&a.place))
            .day(span.map(|s| s.start))
            .day(span.map(|s| s.finish))
            .text(&after.join(" "))
            .text(&best(&a.deliverable))
            .text(attribution(me, a).unwrap_or_default().raw());
        Some(row)
    });
    file(heads(me, &keys), rows)
}

/// The lines of the budget in the order of the plan.
pub(super) fn budget(source: &Source<'_>) -> Exported {
    let speech = Speech::new(source);
    let me = &speech;
    let plan = me.plan();
    let best = |text: &Text| text.best(&me.langs).raw().to_owned();
    let keys = [
        "report-number",
        "report-item",
        "report-category",
        "report-quantity",
        "report-unit",
        "report-unit-cost",
        "report-currency",
        "report-amount",
        "report-pays",
        "report-funder",
        "report-needed-on",
        "report-note",
    ];
    let rows = plan.budget.iter().map(|l| {
        let number = l.activity.map(|a| source.derived.numbering.activity(a)).unwrap_or_default();
        let currency = l.currency.or(plan.identity.currency);
        Row::default()
            .text(number)
            .text(&best(&l.item))
            .text(&l.category.map(|c| me.word(c.words())).unwrap_or_default())
            .number(l.quantity)
            .text(&best(&l.unit))
            .number(l.unit_cost)
            .text(currency.as_ref().map_or("", |c| c.code()))
            .number(line_amount(plan, l).map(|m| m.amount))
            .text(&me.word(source_words(l.source)))
            .text(&best(&l.funder))
            .day(l.on)
            .text(&best(&l.note))
    });
    file(heads(me, &keys), rows)
}

#[cfg(test)]
mod tests {
    use crate::{
        export::{
            Format, export,
            tests::{
                HOSTILE,
                fixture::{usual, voice, with_source},
                hostile_plan,
            },
        },
        plan::Plan,
    };

    /// Reads RFC 4180, strictly.
    fn read(plan: &Plan, format: Format) -> Vec<Vec<String>> {
        let voice = voice("en");
        let text =
            String::from_utf8(with_source(plan, &voice, |s| export(s, format).unwrap().bytes)).unwrap();
        let mut signs = text.strip_prefix('\u{feff}').unwrap().chars().peekable();
        let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
        while let Some(c) = signs.next() {
            match c {
                '"' if field.is_empty() => loop {
                    match signs.next().expect("a closing quote") {
                        '"' if signs.peek() == Some(&'"') => field.extend(signs.next()),
                        '"' => break,
                        c => field.push(c),
                    }
                },
                ',' => row.push(std::mem::take(&mut field)),
                '\r' => {
                    assert_eq!(signs.next(), Some('\n'));
                    row.push(std::mem::take(&mut field));
                    rows.push(std::mem::take(&mut row));
                }
                c => field.push(c),
            }
        }
        assert!(row.is_empty() && field.is_empty());
        assert!(rows.iter().all(|r: &Vec<_>| r.len() == rows[0].len()));
        rows
    }

    #[test]
    fn activities_and_budget_are_tables() {
        let rows = read(&usual("ne"), Format::Csv);
        assert_eq!(rows.len(), 6);
        assert_eq!(rows[3][0..3], ["1.2.1", "A dye house serves 120 households", "Repair the mill"]);
        assert_eq!(rows[3][5..7], ["2017-11-01", "2018-01-15"]);
        let rows = read(&usual("ne"), Format::BudgetCsv);
        assert_eq!(rows[2][3..8], ["2", "pieces", "2450.5", "USD", "4901"]);
    }

    #[test]
    fn no_text_is_a_formula() {
        let check = |text: &str, field: &str| {
            let rows = read(&hostile_plan(text), Format::Csv);
            assert!(rows[1..].iter().all(|r| r[2] == field), "{text:?}: {:?}", rows[1][2]);
        };
        check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("@SUM(1,2)", "'@SUM(1,2)");
        check("-1+1", "'-1+1");
        check("\u{ff1d}1", "'\u{ff1d}1");
        check("\t=1", "'\t=1");
        check(" =1", "'=1");
        check("a \"b\", c\nd", "a \"b\", c\nd");
        check(HOSTILE, HOSTILE);
    }
}
