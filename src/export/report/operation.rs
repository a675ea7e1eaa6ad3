//! The plan of operation: a table of activities with their bars on a scale of months.

use super::{
    Align, Bar, Block, Cell, Row, RowKind, Table, Tick, Tone,
    build::{Speech, led, soft},
};
use crate::{
    analysis::{Placed, Span},
    locale::calendar::Calendar,
    plan::{Activity, Day, Id, Output},
};

/// The time that the chart shows: whole months of the plan's calendar, or Gregorian ones where that does not reach.
struct Scale {
    first: Day,
    days: f32,
    months: i32,
    calendar: Calendar,
}

impl Scale {
    fn new(span: Span, calendar: Calendar) -> Self {
        let own = Self::of(span, calendar);
        own.or_else(|| Self::of(span, Calendar::GREGORIAN)).unwrap_or(Self {
            first: span.start,
            days: days(span.start, span.finish) + 1.0,
            months: 0,
            calendar: Calendar::GREGORIAN,
        })
    }

    fn of(span: Span, calendar: Calendar) -> Option<Self> {
        let first = calendar.piece_start(span.start, 1)?;
        let last = calendar.piece_start(span.finish, 1)?;
        let (from, to) = (calendar.date(first)?, calendar.date(last)?);
        let months = (to.year - from.year) * 12 + i32::from(to.month) - i32::from(from.month) + 1;
        let length = calendar.month_length(to.year, to.month)?;
        Some(Self { first, days: days(first, last) + f32::from(length), months, calendar })
    }

    fn at(&self, day: Day) -> f32 {
        (days(self.first, day) / self.days).clamp(0.0, 1.0)
    }

    fn bar(&self, span: Span, moment: bool, whole: bool) -> Bar {
        let end = span.finish.tomorrow().unwrap_or(span.finish);
        Bar { from: self.at(span.start), to: self.at(end), moment, whole }
    }

    /// Marks at whole months, quarters or years: at most eight of them.
    fn ticks(&self, me: &Speech<'_>) -> Vec<Tick> {
        let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|s| self.months <= s * 8).unwrap_or(120);
        let mut ticks = Vec::new();
        let mut year: Option<String> = None;
        for n in 0..self.months {
            let Some(day) = self.calendar.months_later(self.first, n) else { break };
            let Some(date) = self.calendar.date(day) else { break };
            if (date.year * 12 + i32::from(date.month) - 1) % step != 0 {
                continue;
            }
            let this = me.source.voice.year(day);
            let new = year.as_ref() != Some(&this);
            let label = me.source.voice.month(day);
            ticks.push(Tick {
                at: self.at(day),
                label,
                year: if new { this.clone() } else { String::new() },
            });
            year = Some(this);
        }
        ticks
    }
}

fn days(a: Day, b: Day) -> f32 {
    let days = a.until(b).map_or(0, |span| span.get_days());
    // Fractions of a drawing: a few digits are enough.
    #[allow(clippy::cast_precision_loss)]
    let days = days as f32;
    days
}

pub(super) fn operation(me: &Speech<'_>) -> Vec<Block> {
    let derived = me.source.derived;
    if derived.numbering.activities().is_empty() {
        return Vec::new();
    }
    let scale = derived.schedule.whole().map(|span| Scale::new(span, me.source.voice.calendar()));
    let mut columns = vec![
        me.column("report-number", 0.8, Align::Start),
        me.column("report-activity", 4.2, Align::Start),
        me.column("report-who", 1.9, Align::Start),
        me.column("report-where-activity", 1.6, Align::Start),
        me.column("report-start", 1.3, Align::Start),
        me.column("report-finish", 1.3, Align::Start),
    ];
    if scale.is_some() {
        columns.push(me.column("", 4.2, Align::Start));
    }
    let mut table = Table::new(columns);
    table.scale = scale.as_ref().map(|s| s.ticks(me)).unwrap_or_default();
    let mut open: Option<Option<Id<Output>>> = None;
    for placed in derived.numbering.activities() {
        if open != Some(placed.output) {
            open = Some(placed.output);
            table.rows.push(output_row(me, placed.output, scale.as_ref()));
        }
        if let Some(activity) = me.plan().activities.at(placed.row) {
            table.body(row(me, placed, activity, scale.as_ref()));
        }
    }
    vec![Block::Table(table)]
}

fn output_row(me: &Speech<'_>, output: Option<Id<Output>>, scale: Option<&Scale>) -> Row {
    let lines = match output.and_then(|o| me.plan().outputs.get(o)) {
        Some(o) => led(me.lines(&o.text), me.source.derived.numbering.output(o.id)),
        None => vec![me.said(&me.word("report-no-output"))],
    };
    let lines = if lines.is_empty() { vec![me.said(&me.word("report-unnamed"))] } else { lines };
    let mut cells = vec![Cell::new(lines).over(6)];
    if let Some(scale) = scale {
        let span = output.and_then(|o| me.source.derived.schedule.output(o));
        cells.push(Cell { span: 1, lines: Vec::new(), bar: span.map(|s| scale.bar(s, false, true)) });
    }
    Row { kind: RowKind::Group, cells }
}

fn row(me: &Speech<'_>, placed: &Placed, a: &Activity, scale: Option<&Scale>) -> Vec<Cell> {
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
    if let Some(borrowed) = &a.borrowed {
        name.extend(led(soft(me.plain(&borrowed.plan)), &me.word("report-borrowed")));
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
    let mut cells = vec![
        me.cell(&placed.number),
        Cell::new(name),
        me.cell_of(&a.responsible),
        me.cell_of(&a.place),
        me.day_cell(span.map(|s| s.start)),
        me.day_cell(span.map(|s| s.finish).filter(|_| !a.milestone)),
    ];
    if let Some(scale) = scale {
        let bar = span.map(|s| scale.bar(s, a.milestone, placed.has_parts));
        cells.push(Cell { span: 1, lines: Vec::new(), bar });
    }
    cells
}
