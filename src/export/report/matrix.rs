//! The project design matrix in the layout that was asked for (`domain` 1.2 and 1.3), and the sheet of indicators.

use super::{
    Align, Block, Cell, Line, Row, RowKind, Table, Tone,
    speech::{Speech, led, one_line, soft},
};
use crate::{
    export::MatrixLayout,
    plan::{Day, Decimal, Indicator, MatrixLevel, Measure, Milestone, Output, ResultRef},
};

/// What a column of the matrix shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Goal, purpose, outputs, activities.
    Summary,
    /// How we will know.
    Indicators,
    /// The value before the project.
    Baseline,
    /// Values on the way.
    Milestones,
    /// The value to be reached.
    Target,
    /// Where values are read.
    Means,
    /// What must hold outside the project's control.
    Assumptions,
}

/// The names and columns of a layout.
struct Form {
    /// What each column shows, the key of its heading, its share of the width. The summary stands first, the assumptions
    /// last.
    columns: &'static [(Part, &'static str, f32)],
    goal: &'static str,
    purpose: &'static str,
    /// Each indicator has a row of its own, so that its values stand beside it.
    is_split: bool,
    /// Where a value is read stands under its indicator.
    is_source_below: bool,
}

impl Form {
    const fn of(layout: MatrixLayout) -> Self {
        use Part as P;
        match layout {
            MatrixLayout::Jica => Self {
                columns: &[
                    (P::Summary, "report-summary", 3.4),
                    (P::Indicators, "report-indicators-short", 3.4),
                    (P::Means, "report-means", 2.6),
                    (P::Assumptions, "report-assumptions", 2.8),
                ],
                goal: "report-goal",
                purpose: "report-purpose",
                is_split: false,
                is_source_below: false,
            },
            MatrixLayout::Eu => Self {
                columns: &[
                    (P::Summary, "matrix-results-chain", 2.7),
                    (P::Indicators, "matrix-indicators", 2.7),
                    (P::Baseline, "matrix-baseline", 1.5),
                    (P::Target, "matrix-target", 1.5),
                    (P::Means, "matrix-sources", 1.9),
                    (P::Assumptions, "matrix-assumptions-short", 2.2),
                ],
                goal: "matrix-eu-goal",
                purpose: "matrix-eu-purpose",
                is_split: true,
                is_source_below: false,
            },
            MatrixLayout::Dfid => Self {
                columns: &[
                    (P::Summary, "matrix-project", 2.6),
                    (P::Indicators, "matrix-indicators-source", 3.0),
                    (P::Baseline, "matrix-baseline", 1.5),
                    (P::Milestones, "matrix-milestones", 1.6),
                    (P::Target, "matrix-target", 1.5),
                    (P::Assumptions, "matrix-assumptions-short", 2.2),
                ],
                goal: "matrix-dfid-goal",
                purpose: "matrix-dfid-purpose",
                is_split: true,
                is_source_below: true,
            },
        }
    }
}

/// A letter for the nth indicator of a result, so that its source of verification can be found beside it.
fn letter(n: usize) -> String {
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    match char::from_u32(u32::from('a') + n) {
        Some(c) if n < 26 => format!("{c})"),
        _ => format!("{})", n.saturating_add(1)),
    }
}

/// What the matrix is called in its layout.
pub(in crate::export) fn name(me: &Speech<'_>) -> String {
    match me.source.options.layout {
        MatrixLayout::Jica => me.word("report-matrix"),
        MatrixLayout::Eu | MatrixLayout::Dfid => me.word("report-logframe"),
    }
}

pub(super) fn grid(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    let form = Form::of(me.source.options.layout);
    let columns = form.columns.iter().map(|(_, key, width)| me.column(key, *width, Align::Start));
    let mut table = Table::new(columns.collect());
    let group = |key: &str| Row {
        kind: RowKind::Group,
        cells: vec![Cell::new(vec![me.said(&me.word(key))]).over(form.columns.len())],
    };
    let levels = [
        (form.goal, &plan.matrix.goal, ResultRef::Goal, MatrixLevel::Goal),
        (form.purpose, &plan.matrix.purpose, ResultRef::Purpose, MatrixLevel::Purpose),
    ];
    for (key, text, of, level) in levels {
        let rows = result_rows(me, &form, me.lines(text), of, assumptions(me, level, None));
        if rows.iter().flatten().any(|c| !c.is_empty()) {
            table.rows.push(group(key));
            rows.into_iter().for_each(|row| table.body(row));
        }
    }
    if !plan.outputs.is_empty() {
        table.rows.push(group("report-outputs"));
    }
    for (i, output) in plan.outputs.iter().enumerate() {
        output_rows(me, &form, output, i == 0).into_iter().for_each(|row| table.body(row));
    }
    activities(me, &mut table, &form);
    table.blocks()
}

fn output_rows(me: &Speech<'_>, form: &Form, output: &Output, first: bool) -> Vec<Vec<Cell>> {
    let number = me.source.derived.numbering.output(output.id);
    let mut summary = me.lines(&output.text);
    if summary.is_empty() {
        summary.push(me.said(&me.word("report-unnamed")).in_tone(Tone::Soft));
    }
    if let Some(weight) = output.weight {
        let weight = me.word_with("report-weight-percent", &[("percent", me.source.voice.number(weight))]);
        summary.push(me.said(&weight).in_tone(Tone::Soft));
    }
    let mut beside = assumptions(me, MatrixLevel::Outputs, Some(output));
    if first {
        // Those of no output stand beside the first one.
        beside.lines.extend(assumptions(me, MatrixLevel::Outputs, None).lines);
    }
    result_rows(me, form, led(summary, number), ResultRef::Output(output.id), beside)
}

/// The rows of a result: one, or one for each of its indicators.
fn result_rows(
    me: &Speech<'_>,
    form: &Form,
    summary: Vec<Line>,
    of: ResultRef,
    beside: Cell,
) -> Vec<Vec<Cell>> {
    let mine: Vec<&Indicator> = me.plan().indicators.iter().filter(|i| i.of == of).collect();
    let mut first = Some((Cell::new(summary), beside));
    let rows: Vec<Vec<&Indicator>> = match (form.is_split, mine.is_empty()) {
        (true, false) => mine.into_iter().map(|i| vec![i]).collect(),
        _ => vec![mine],
    };
    rows.iter()
        .map(|indicators| {
            let (summary, beside) =
                first.take().unwrap_or_else(|| (Cell::new(Vec::new()), Cell::new(Vec::new())));
            let mut ends = [Some(summary), Some(beside)];
            let cell = |(part, ..): &(Part, &str, f32)| match part {
                Part::Summary => ends[0].take().unwrap_or_else(|| Cell::new(Vec::new())),
                Part::Assumptions => ends[1].take().unwrap_or_else(|| Cell::new(Vec::new())),
                part => Cell::new(of_indicators(me, form, *part, indicators)),
            };
            form.columns.iter().map(cell).collect()
        })
        .collect()
}

/// What a column says about the indicators of a row, each with a letter when they are several.
fn of_indicators(me: &Speech<'_>, form: &Form, part: Part, indicators: &[&Indicator]) -> Vec<Line> {
    let value = |i: &Indicator, value, on: Option<Day>| {
        let mut lines: Vec<_> = amount(me, i, value).map(|v| me.said(&v)).into_iter().collect();
        lines.extend(on.map(|_| me.said(&me.day(on)).in_tone(Tone::Soft)));
        lines
    };
    let mut all = Vec::new();
    for (n, i) in indicators.iter().enumerate() {
        let lines = match part {
            Part::Indicators => {
                let mut lines = me.lines(&i.text);
                let values = if form.is_split { String::new() } else { values(me, i) };
                if !values.is_empty() {
                    lines.push(me.said(&values).in_tone(Tone::Soft));
                }
                if form.is_source_below {
                    lines.extend(led(soft(me.lines(&i.means)), &me.word("report-source-of")));
                }
                lines
            }
            Part::Means => me.lines(&i.means),
            Part::Baseline => value(i, i.baseline, i.baseline_on),
            Part::Target => value(i, i.target, i.target_on),
            Part::Milestones => i.milestones.iter().filter_map(|m| step(me, i, m)).collect(),
            Part::Summary | Part::Assumptions => Vec::new(),
        };
        let lead = if indicators.len() > 1 { letter(n) } else { String::new() };
        all.extend(if lead.is_empty() { lines } else { led(lines, &lead) });
    }
    all
}

/// A value on the way, led by its month.
fn step(me: &Speech<'_>, indicator: &Indicator, milestone: &Milestone) -> Option<Line> {
    let value = amount(me, indicator, milestone.value)?;
    let month = milestone.on.map(|day| me.source.voice.month_and_year(day)).unwrap_or_default();
    Some(me.said(&value).led_by(&month))
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

/// The way of an indicator in one line: from its baseline to its target, and by when.
pub(in crate::export) fn way(me: &Speech<'_>, indicator: &Indicator) -> Option<String> {
    let voice = me.source.voice;
    let to = amount(me, indicator, indicator.target)?;
    // The unit is said once.
    let from = indicator.baseline.map(|value| voice.number(value));
    let by = indicator.target_on.map(|day| format!("{} {}", voice.month(day), voice.year(day)));
    let values = [("from", from.clone()), ("to", Some(to)), ("day", by.clone())];
    let values: Vec<_> = values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let key = match (from, by) {
        (Some(_), Some(_)) => "slides-from-to-by",
        (Some(_), None) => "slides-from-to",
        (None, Some(_)) => "slides-to-by",
        (None, None) => "slides-to",
    };
    Some(me.word_with(key, &values))
}

/// The key of what the purpose is called in the layout that was asked for.
pub(in crate::export) fn purpose_words(me: &Speech<'_>) -> &'static str {
    Form::of(me.source.options.layout).purpose
}

/// A value of an indicator with its unit.
fn amount(me: &Speech<'_>, indicator: &Indicator, value: Option<Decimal>) -> Option<String> {
    let number = me.source.voice.number(value?);
    let unit = one_line(indicator.unit.best(&me.langs).raw());
    Some(match (indicator.measure, unit.as_str()) {
        (Some(Measure::Percent), "" | "%") => format!("{number}%"),
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

/// The lowest row: activities, inputs over the columns of indicators, assumptions, and the pre-conditions below them.
fn activities(me: &Speech<'_>, table: &mut Table, form: &Form) {
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
    let middle = form.columns.len() - 2;
    let heads = [("report-activities", 1), ("report-inputs", middle), ("", 1)];
    let head = heads.map(|(key, span)| {
        let lines = if key.is_empty() { Vec::new() } else { vec![me.said(&me.word(key))] };
        Cell::new(lines).over(span)
    });
    table.rows.push(Row { kind: RowKind::Group, cells: head.into() });
    table.body(vec![Cell::new(names), Cell::new(inputs).over(middle), Cell::new(beside)]);
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
    table.blocks()
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
    let steps = i.milestones.iter().filter_map(|m| step(me, i, m));
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
