//! The plan of operation: activities below their outputs, and a chart that follows the dates in the cells.

use super::{
    super::{
        ExportError,
        report::{operation::attribution, speech::Speech},
    },
    book::{
        Book, FIRST_ROW, HEAD_ROW, KEY_ROW, NO_ENTRY, Rank, Sheet, Takes, Value, excel_day, letters, refused,
    },
    columns::Columns,
};
use crate::{
    analysis::{Placed, Span},
    plan::{ACTIVITY, Activity, Day, Id, Output, Text},
};
use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Formula, Worksheet};

/// A row of the sheet.
enum Line<'a> {
    /// An output, or what belongs to none, with so many activities below it.
    Output(Option<&'a Output>, usize),
    /// An activity with so many parts below it.
    Activity(&'a Placed, &'a Activity, usize),
}

static NOTHING: std::sync::LazyLock<Text> = std::sync::LazyLock::new(Text::default);

impl Line<'_> {
    fn activity(&self) -> Option<&Activity> {
        match self {
            Self::Activity(_, activity, _) => Some(activity),
            Self::Output(..) => None,
        }
    }

    fn text(&self, get: impl Fn(&Activity) -> &Text) -> &Text {
        self.activity().map_or(&NOTHING, get)
    }

    /// The name of an activity or the wording of an output.
    fn name(&self) -> &Text {
        match self {
            Self::Activity(_, activity, _) => &activity.name,
            Self::Output(output, _) => output.map_or(&NOTHING, |o| &o.text),
        }
    }

    /// How many of the rows below it are its own.
    const fn below(&self) -> usize {
        match self {
            Self::Activity(_, _, n) | Self::Output(_, n) => *n,
        }
    }
}

fn lines<'a>(me: &Speech<'a>) -> Vec<Line<'a>> {
    let (plan, placed) = (me.plan(), me.source.derived.numbering.activities());
    let mut lines = Vec::new();
    let mut open: Option<Option<Id<Output>>> = None;
    for (i, this) in placed.iter().enumerate() {
        let rest = placed.get(i + 1..).unwrap_or_default();
        if open != Some(this.output) {
            open = Some(this.output);
            let rows = 1 + rest.iter().take_while(|p| p.output == this.output).count();
            lines.push(Line::Output(this.output.and_then(|o| plan.outputs.get(o)), rows));
        }
        let parts = rest.iter().take_while(|p| p.output == this.output && p.depth > this.depth).count();
        if let Some(activity) = plan.activities.at(this.row) {
            lines.push(Line::Activity(this, activity, parts));
        }
    }
    lines
}

pub(super) fn operation(book: &mut Book, me: &Speech<'_>) -> Result<Worksheet, ExportError> {
    let lines = lines(me);
    let mut columns = Columns::new(me);
    let start = describe(&mut columns, me, &lines);
    let rank = |line: &Line<'_>| match line {
        Line::Output(..) => Rank::Names,
        Line::Activity(..) => Rank::Body,
    };
    let sheet = Sheet {
        name: book.name(&me.word("report-operation")),
        rows: lines.iter().enumerate().map(|(i, l)| (rank(l), columns.row(l, i))).collect(),
        frozen: 4,
        heads: columns.heads,
    };
    let mut ws = book.draw(&sheet)?;
    if let Some(span) = me.source.derived.schedule.whole() {
        chart(&mut ws, span, start, sheet.heads.len(), lines.len())?;
    }
    Ok(ws)
}

/// Adds the columns; gives the column of the start.
fn describe<'a>(columns: &mut Columns<'a, Line<'a>>, me: &'a Speech<'a>, lines: &[Line<'a>]) -> usize {
    let numbering = &me.source.derived.numbering;
    columns.hidden("activity.id".into(), |l, _| match l {
        Line::Activity(_, a, _) => Value::text(&a.id.to_string()),
        // What is added below it works for this output.
        Line::Output(Some(output), _) => Value::text(&format!("{NO_ENTRY}{}", output.id)),
        Line::Output(None, _) => Value::text(NO_ENTRY),
    });
    // What the chart asks for.
    columns.hidden("kind".into(), |l, _| {
        Value::text(match l {
            Line::Activity(_, a, _) if a.milestone => "milestone",
            Line::Activity(_, _, 0) => "activity",
            _ => "whole",
        })
    });
    columns.program("report-number", 7.0, |l, _| match l {
        Line::Activity(placed, ..) => Value::text(&placed.number),
        Line::Output(Some(o), _) => Value::text(numbering.output(o.id)),
        Line::Output(None, _) => Value::Nothing,
    });
    columns.text(lines.iter(), ACTIVITY.name, "report-activity", 36.0, Line::name);
    columns.text(lines.iter(), ACTIVITY.responsible, "report-who", 20.0, |l| l.text(|a| &a.responsible));
    columns.text(lines.iter(), ACTIVITY.place, "report-where-activity", 16.0, |l| l.text(|a| &a.place));
    let start = columns.heads.len();
    let dates = move |at: usize, below: usize| {
        let (from, to) = (letters(start), letters(start + 1));
        let base = FIRST_ROW as usize + 1;
        format!("{from}{}:{to}{}", base + at + 1, base + at + below)
    };
    let span = |l: &Line<'_>| match l {
        Line::Activity(_, a, _) => me.source.derived.schedule.activity(a.id),
        Line::Output(Some(o), _) => me.source.derived.schedule.output(o.id),
        Line::Output(None, _) => None,
    };
    // What has parts lasts from the first to the last of them; the cells say so themselves.
    let day = move |l: &Line<'_>, at: usize, own: Option<Day>, whole: &str, of: fn(Span) -> Day| match span(l)
        .filter(|_| l.below() > 0)
    {
        Some(span) => Value::formula(format!("{whole}({})", dates(at, l.below())), Value::Day(of(span))),
        None => own.map_or(Value::Nothing, Value::Day),
    };
    columns.field(ACTIVITY.start, "report-start", 12.0, Takes::Day, move |l, at| {
        day(l, at, l.activity().and_then(|a| a.start), "MIN", |s| s.start)
    });
    columns.field(ACTIVITY.finish, "report-finish", 12.0, Takes::Day, move |l, at| {
        let own = l.activity().filter(|a| !a.milestone || a.start.is_none()).and_then(|a| a.finish);
        day(l, at, own, "MAX", |s| s.finish)
    });
    columns.program("report-follows", 9.0, |l, _| {
        let after = l.activity().map_or(&[][..], |a| &a.after);
        let numbers: Vec<_> = after.iter().map(|x| numbering.activity(x.activity)).collect();
        Value::text(&numbers.join(", "))
    });
    columns.text(lines.iter(), ACTIVITY.deliverable, "report-delivers", 24.0, |l| l.text(|a| &a.deliverable));
    let origin = |l: &Line<'_>| l.activity().and_then(|a| attribution(me, a));
    if lines.iter().any(|l| origin(l).is_some()) {
        columns.program("field-activity-borrowed", 24.0, move |l, _| {
            origin(l).map_or(Value::Nothing, |origin| Value::text(origin.raw()))
        });
    }
    columns.marks();
    start
}

/// Columns of months, quarters or years after the others; formats by condition draw the bars.
fn chart(ws: &mut Worksheet, span: Span, start: usize, first: usize, rows: usize) -> Result<(), ExportError> {
    let months = |d: Day| i32::from(d.year()) * 12 + i32::from(d.month()) - 1;
    let (from, to) = (months(span.start), months(span.finish));
    let step = [1, 3, 12].into_iter().find(|step| to - from < 60 * step).unwrap_or(12);
    let zero = from.div_euclid(step) * step;
    let count = u16::try_from((to - zero) / step + 1).unwrap_or(u16::MAX).min(120);
    let first = u16::try_from(first).unwrap_or(u16::MAX);
    let head = Format::new()
        .set_num_format(if step == 12 { "yyyy" } else { "mmm yy" })
        .set_rotation(90)
        .set_font_size(9)
        .set_font_color(0x00FF_FFFF)
        .set_background_color(0x0027_408B)
        .set_align(FormatAlign::Center);
    let body = Format::new().set_border_left(FormatBorder::Hair).set_border_left_color(0x00E4_DDD0);
    let last_row = FIRST_ROW + u32::try_from(rows).unwrap_or(u32::MAX) - 1;
    for n in 0..count {
        let month = zero + i32::from(n) * step;
        let day = i16::try_from(month.div_euclid(12)).ok().and_then(|year| {
            let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
            excel_day(Day::new(year, month, 1).ok()?)
        });
        let Some(day) = day else { return Ok(()) };
        let col = first + n;
        ws.write_string(KEY_ROW, col, "chart").map_err(refused)?;
        ws.write_datetime_with_format(HEAD_ROW, col, &day, &head).map_err(refused)?;
        ws.set_column_width(col, 3.0).map_err(refused)?;
        for row in FIRST_ROW..=last_row {
            ws.write_blank(row, col, &body).map_err(refused)?;
        }
    }
    ws.set_row_height(HEAD_ROW, 44).map_err(refused)?;
    let (s, f, c) = (letters(start), letters(start + 1), letters(first.into()));
    let (row, head) = (FIRST_ROW + 1, HEAD_ROW + 1);
    let dates = format!("${s}{row}:${f}{row}");
    let inside = format!("COUNT({dates})>0,{c}${head}<=MAX({dates}),EDATE({c}${head},{step})>MIN({dates})");
    for (kind, colour) in [("milestone", 0x008A_5A2B), ("whole", 0x0027_408B), ("activity", 0x007D_92CC)] {
        let format = Format::new().set_background_color(colour);
        let rule = Formula::new(format!("=AND($B{row}=\"{kind}\",{inside})"));
        let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
        ws.add_conditional_format(FIRST_ROW, first, last_row, first + count - 1, &rule).map_err(refused)?;
    }
    Ok(())
}
