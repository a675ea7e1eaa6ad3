//! The project design matrix in the layout of JICA (`domain` 1.2), and the sheet of indicators.

use super::{
    Align, Block, Cell, Row, RowKind, Table, Tone,
    build::{Speech, led, soft},
};
use crate::plan::{Day, Decimal, Indicator, MatrixLevel, Measure, Output, ResultRef};

/// A letter for the nth indicator of a result, so that its source of verification can be found beside it.
fn letter(n: usize) -> String {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    match char::from_u32(u32::from('a') + n) {
        Some(c) if n < 26 => format!("{c})"),
        _ => format!("{})", n.saturating_add(1)),
    }
}

pub(super) fn grid(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    let mut table = Table::new(vec![
        me.column("report-summary", 3.4, Align::Start),
        me.column("report-indicators-short", 3.4, Align::Start),
        me.column("report-means", 2.6, Align::Start),
        me.column("report-assumptions", 2.8, Align::Start),
    ]);
    let group = |key: &str| Row {
        kind: RowKind::Group,
        cells: vec![Cell::new(vec![me.said(&me.word(key))]).over(4)],
    };
    let level = |table: &mut Table, key: &str, summary: Cell, of: ResultRef, level: MatrixLevel| {
        let (indicators, means) = columns_of(me, of);
        let row = vec![summary, indicators, means, assumptions(me, level, None)];
        if row.iter().any(|c| !c.is_empty()) {
            table.rows.push(group(key));
            table.body(row);
        }
    };
    level(&mut table, "report-goal", me.cell_of(&plan.matrix.goal), ResultRef::Goal, MatrixLevel::Goal);
    level(
        &mut table,
        "report-purpose",
        me.cell_of(&plan.matrix.purpose),
        ResultRef::Purpose,
        MatrixLevel::Purpose,
    );
    if !plan.outputs.is_empty() {
        table.rows.push(group("report-outputs"));
    }
    for (i, output) in plan.outputs.iter().enumerate() {
        table.body(output_row(me, output, i == 0));
    }
    activities(me, &mut table);
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

fn output_row(me: &Speech<'_>, output: &Output, first: bool) -> Vec<Cell> {
    let number = me.source.derived.numbering.output(output.id);
    let mut summary = me.lines(&output.text);
    if summary.is_empty() {
        summary.push(me.said(&me.word("report-unnamed")).in_tone(Tone::Soft));
    }
    if let Some(weight) = output.weight {
        let weight = me.word_with("report-weight-percent", &[("percent", me.source.voice.number(weight))]);
        summary.push(me.said(&weight).in_tone(Tone::Soft));
    }
    let (indicators, means) = columns_of(me, ResultRef::Output(output.id));
    let mut beside = assumptions(me, MatrixLevel::Outputs, Some(output));
    if first {
        // Those of no output stand beside the first one.
        beside.lines.extend(assumptions(me, MatrixLevel::Outputs, None).lines);
    }
    vec![Cell::new(led(summary, number)), indicators, means, beside]
}

fn columns_of(me: &Speech<'_>, of: ResultRef) -> (Cell, Cell) {
    let mine: Vec<&Indicator> = me.plan().indicators.iter().filter(|i| i.of == of).collect();
    let (mut texts, mut means) = (Vec::new(), Vec::new());
    for (n, indicator) in mine.iter().enumerate() {
        let lead = if mine.len() > 1 { letter(n) } else { String::new() };
        let mut lines = me.lines(&indicator.text);
        let values = values(me, indicator);
        if !values.is_empty() {
            lines.push(me.said(&values).in_tone(Tone::Soft));
        }
        texts.extend(led(lines, &lead));
        means.extend(led(me.lines(&indicator.means), &lead));
    }
    (Cell::new(texts), Cell::new(means))
}

/// Baseline and target with their years in one line.
fn values(me: &Speech<'_>, indicator: &Indicator) -> String {
    let one = |key: &str, value, on: Option<Day>| {
        let value = amount(me, indicator, value)?;
        Some(match on {
            Some(day) => me.word_with(
                &format!("{key}-on"),
                &[("value", value), ("day", me.source.voice.month_and_year(day))],
            ),
            None => me.word_with(key, &[("value", value)]),
        })
    };
    let parts = [
        one("report-baseline-is", indicator.baseline, indicator.baseline_on),
        one("report-target-is", indicator.target, indicator.target_on),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A value of an indicator with its unit.
fn amount(me: &Speech<'_>, indicator: &Indicator, value: Option<Decimal>) -> Option<String> {
    let number = me.source.voice.number(value?);
    let unit = indicator.unit.best(&me.langs).raw().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match (indicator.measure, unit.as_str()) {
        (Some(Measure::Percent), "" | "%") => format!("{number}\u{a0}%"),
        (_, "") => number,
        (_, unit) => format!("{number}\u{a0}{unit}"),
    })
}

fn assumptions(me: &Speech<'_>, level: MatrixLevel, output: Option<&Output>) -> Cell {
    let mine = me
        .plan()
        .assumptions
        .iter()
        .filter(|a| a.level == Some(level))
        .filter(|a| level != MatrixLevel::Outputs || a.output == output.map(|o| o.id));
    let lines = mine.flat_map(|a| {
        let number = if level == MatrixLevel::Activities {
            a.output.map(|o| me.source.derived.numbering.output(o)).unwrap_or_default()
        } else {
            ""
        };
        led(me.lines(&a.text), if number.is_empty() { "\u{2022}" } else { number })
    });
    Cell::new(lines.collect())
}

/// The lowest row: activities, inputs over two columns, assumptions, and the pre-conditions below them.
fn activities(me: &Speech<'_>, table: &mut Table) {
    let plan = me.plan();
    let numbering = &me.source.derived.numbering;
    let named = numbering.activities().iter().filter(|p| p.depth == 0);
    let names = named.filter_map(|p| Some(led(me.lines(&plan.activities.at(p.row)?.name), &p.number)));
    let names: Vec<_> = names.flatten().collect();
    let mut inputs = Vec::new();
    for input in plan.inputs.iter() {
        let lead = input.kind.map(|k| me.word(k.words())).unwrap_or_default();
        let mut lines = led(me.lines(&input.text), &lead);
        if let Some(from) = input.from.filter(|_| !lines.is_empty()) {
            lines.push(me.said(&me.word(from.words())).in_tone(Tone::Soft));
        }
        inputs.extend(lines);
    }
    let mut beside = assumptions(me, MatrixLevel::Activities, None).lines;
    let mut conditions = Vec::new();
    for condition in plan.preconditions.iter() {
        let mut lines = led(me.lines(&condition.text), "\u{2022}");
        if let Some(day) = condition.by.filter(|_| !lines.is_empty()) {
            let by = me.word_with("report-by-day", &[("day", me.day(Some(day)))]);
            lines.extend(soft(vec![me.said(&by)]));
        }
        conditions.extend(lines);
    }
    if !conditions.is_empty() {
        beside.push(me.said(&me.word("report-preconditions")).in_tone(Tone::Strong));
        beside.extend(conditions);
    }
    if names.is_empty() && inputs.is_empty() && beside.is_empty() {
        return;
    }
    let heads = [("report-activities", 1), ("report-inputs", 2), ("", 1)];
    let head = heads.map(|(key, span)| {
        let lines = if key.is_empty() { Vec::new() } else { vec![me.said(&me.word(key))] };
        Cell::new(lines).over(span)
    });
    table.rows.push(Row { kind: RowKind::Group, cells: head.into() });
    table.body(vec![Cell::new(names), Cell::new(inputs).over(2), Cell::new(beside)]);
}

pub(super) fn indicators(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-indicator", 4.2, Align::Start),
        me.column("report-baseline", 1.7, Align::Start),
        me.column("report-target", 1.7, Align::Start),
        me.column("report-on-the-way", 1.9, Align::Start),
        me.column("report-means", 2.8, Align::Start),
        me.column("report-how-often", 1.6, Align::Start),
        me.column("report-who-measures", 2.0, Align::Start),
    ]);
    let numbering = &me.source.derived.numbering;
    let goal = (ResultRef::Goal, me.word("report-goal"));
    let purpose = (ResultRef::Purpose, me.word("report-purpose"));
    let outputs = me.plan().outputs.iter().map(|o| {
        let number = numbering.output(o.id).to_owned();
        (ResultRef::Output(o.id), me.word_with("report-output-number", &[("number", number)]))
    });
    for (of, title) in [goal, purpose].into_iter().chain(outputs) {
        let mine: Vec<_> = me.plan().indicators.iter().filter(|i| i.of == of).collect();
        let rows: Vec<_> =
            mine.iter().map(|i| sheet_row(me, i)).filter(|r| r.iter().any(|c| !c.is_empty())).collect();
        if rows.is_empty() {
            continue;
        }
        let head = Cell::new(vec![me.said(&title)]).over(table.columns.len());
        table.rows.push(Row { kind: RowKind::Group, cells: vec![head] });
        rows.into_iter().for_each(|row| table.body(row));
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

fn sheet_row(me: &Speech<'_>, i: &Indicator) -> Vec<Cell> {
    let mut text = me.lines(&i.text);
    text.extend(soft(me.lines(&i.definition)));
    if !i.numerator.is_blank() || !i.denominator.is_blank() {
        text.extend(led(soft(me.lines(&i.numerator)), &me.word("report-numerator")));
        text.extend(led(soft(me.lines(&i.denominator)), &me.word("report-denominator")));
    }
    if !i.splits.is_empty() {
        let splits: Vec<_> = i.splits.iter().map(|s| me.word(s.words())).collect();
        let by = me.word_with("report-split-by", &[("splits", splits.join(", "))]);
        text.push(me.said(&by).in_tone(Tone::Soft));
    }
    let value = |value, on: Option<Day>| {
        let mut lines: Vec<_> = amount(me, i, value).map(|v| me.said(&v)).into_iter().collect();
        lines.extend(on.map(|_| me.said(&me.day(on)).in_tone(Tone::Soft)));
        Cell::new(lines)
    };
    let steps = i.milestones.iter().filter_map(|m| {
        let value = amount(me, i, m.value)?;
        Some(me.said(&value).led_by(&m.on.map(|d| me.source.voice.month_and_year(d)).unwrap_or_default()))
    });
    let mut means = me.lines(&i.means);
    means.extend(soft(me.lines(&i.method)));
    vec![
        Cell::new(text),
        value(i.baseline, i.baseline_on),
        value(i.target, i.target_on),
        Cell::new(steps.collect()),
        Cell::new(means),
        me.cell(&i.frequency.map(|f| me.word(f.words())).unwrap_or_default()),
        me.cell_of(&i.responsible),
    ]
}
