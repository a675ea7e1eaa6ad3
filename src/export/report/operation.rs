//! The plan of operation: the chart of times, and a table that says who does what, where and when.

use super::{
    Align, Block, Cell, Row, RowKind, Table, Tone,
    speech::{Speech, led, soft},
};
use crate::{
    analysis::Placed,
    export::drawing::{self, Room},
    plan::{Activity, Id, Output, UserText},
};

pub(super) fn operation(me: &Speech<'_>) -> Vec<Block> {
    let derived = me.source.derived;
    if derived.numbering.activities().is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(vec![
        me.column("report-number", 0.8, Align::Start),
        me.column("report-activity", 6.1, Align::Start),
        me.column("report-who", 2.6, Align::Start),
        me.column("report-where-activity", 2.3, Align::Start),
        me.column("report-start", 1.9, Align::Start),
        me.column("report-finish", 1.9, Align::Start),
    ]);
    let mut open: Option<Option<Id<Output>>> = None;
    for placed in derived.numbering.activities() {
        if open != Some(placed.output) {
            open = Some(placed.output);
            table.rows.push(output_row(me, placed.output));
        }
        if let Some(activity) = me.plan().activities.at(placed.row) {
            table.body(row(me, placed, activity));
        }
    }
    let scenes = drawing::gantt(me, Room::PAGE);
    let chart = (!scenes.is_empty()).then_some(Block::Drawing { title: String::new(), scenes });
    chart.into_iter().chain([Block::Table(table)]).collect()
}

fn output_row(me: &Speech<'_>, output: Option<Id<Output>>) -> Row {
    let lines = match output.and_then(|o| me.plan().outputs.get(o)) {
        Some(o) => led(me.lines(&o.text), me.source.derived.numbering.output(o.id)),
        None => vec![me.said(&me.word("report-no-output"))],
    };
    let lines = if lines.is_empty() { vec![me.said(&me.word("report-unnamed"))] } else { lines };
    Row { kind: RowKind::Group, cells: vec![Cell::new(lines).over(6)] }
}

/// Whose idea an activity was: the plan, its team and its country, as far as they are known. Every document that shows the activity
/// says so.
pub(in crate::export) fn attribution(me: &Speech<'_>, a: &Activity) -> Option<UserText> {
    let borrowed = a.borrowed.as_ref()?;
    let country = borrowed.country.map(|c| me.source.voice.country(c));
    let country = country.as_ref().map(|name| name.best(&[me.source.voice.lang()]));
    let parts = [Some(&borrowed.plan), Some(&borrowed.team), country].into_iter().flatten();
    let said: Vec<_> = parts.map(|part| part.raw().trim()).filter(|part| !part.is_empty()).collect();
    (!said.is_empty()).then(|| UserText::new(&said.join(", ")))
}

fn row(me: &Speech<'_>, placed: &Placed, a: &Activity) -> Vec<Cell> {
    let span = me.source.derived.schedule.activity(a.id);
    let mut name = me.lines(&a.name);
    if name.is_empty() {
        name.push(me.said(&me.word("report-unnamed")).in_tone(Tone::Soft));
    }
    name.extend(led(soft(me.lines(&a.deliverable)), &me.word("report-deliverable")));
    for key in &a.learned {
        let source = me.source_name(key).into_iter().map(|l| l.in_tone(Tone::Learned)).collect();
        name.extend(led(source, &me.word("report-learned-here")));
    }
    name.extend(led(soft(me.lines(&a.adapts)), &me.word("report-we-adapt")));
    if let Some(origin) = attribution(me, a) {
        name.extend(led(soft(me.plain(&origin)), &me.word("report-borrowed")));
    }
    let after: Vec<_> = a
        .after
        .iter()
        .map(|x| me.source.derived.numbering.activity(x.activity))
        .filter(|n| !n.is_empty())
        .collect();
    if !after.is_empty() {
        let after = me.word_with("report-after", &[("numbers", after.join(", "))]);
        name.push(me.said(&after).in_tone(Tone::Soft));
    }
    vec![
        me.cell(&placed.number),
        Cell::new(name),
        me.cell_of(&a.responsible),
        me.cell_of(&a.place),
        me.day_cell(span.map(|s| s.start)),
        me.day_cell(span.map(|s| s.finish).filter(|_| !a.milestone)),
    ]
}
