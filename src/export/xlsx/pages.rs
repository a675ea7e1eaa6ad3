//! Sheets that are read and not filled in: the summary, tables of the report as they stand, the lists behind choices.

use super::{
    super::{
        ExportError, Report,
        report::{Cell, Column, Fact, Line, Row, RowKind, Table, speech::Speech},
    },
    List, ListName, Roster,
    book::{Book, MOST_LINES, Rank, Value, in_sheet, lines_of, refused, set_lines},
    budget::{Costs, Lines},
};
use crate::plan::Day;
use rust_xlsxwriter::Worksheet;
use unicode_bidi::{BidiClass, bidi_class};

/// The lines of a cell as one text, each label before its line, and whether the cell runs from right to left.
fn joined(lines: &[Line]) -> (String, bool) {
    let is_turned = lines.first().is_some_and(|l| l.rtl);
    let one = |l: &Line| {
        let text = if l.lead.is_empty() { l.text.clone() } else { format!("{} {}", l.lead, l.text) };
        if l.rtl || is_turned { sided(&text, l.rtl) } else { text }
    };
    (lines.iter().map(one).collect::<Vec<_>>().join("\n"), is_turned)
}

/// Lines whose first and last signs stay at their own side in a cell of any direction. A cell has one direction for all its lines, so
/// a number or a full stop at the end of a line of the other one would change sides; an invisible mark says where it belongs.
fn sided(text: &str, rtl: bool) -> String {
    let mark = if rtl { "\u{200f}" } else { "\u{200e}" };
    let is_own = |c: char| match bidi_class(c) {
        BidiClass::R | BidiClass::AL => rtl,
        BidiClass::L => !rtl,
        _ => false,
    };
    let beside = |c: Option<char>| if c.is_none_or(is_own) { "" } else { mark };
    let lines = text
        .split('\n')
        .map(|line| format!("{}{line}{}", beside(line.chars().next()), beside(line.chars().next_back())));
    lines.collect::<Vec<_>>().join("\n")
}

fn value(lines: &[Line]) -> Value {
    let (text, rtl) = joined(lines);
    if text.is_empty() { Value::Nothing } else { Value::Text(text, rtl) }
}

/// What stands on the cover, the plan in a few lines, and the costs as the budget has them now.
pub(super) fn summary(
    book: &mut Book,
    name: &str,
    (me, report): (&Speech<'_>, &Report),
    costs: &Costs,
) -> Result<Worksheet, ExportError> {
    let mut ws = book.blank(name)?;
    for (col, width) in [(0, 26.0), (1, 90.0)] {
        ws.set_column_width(col, width).map_err(refused)?;
    }
    ws.set_portrait();
    let mut row = 0;
    for (i, title) in report.cover.title.iter().enumerate() {
        let rank = if i == 0 { Rank::Title } else { Rank::Group };
        book.write_over(&mut ws, (row, 0), 2, rank, (&title.text, title.rtl))?;
        let lines = lines_of(&title.text, if i == 0 { 75.0 } else { 110.0 }).min(12);
        ws.set_row_height(row, if i == 0 { 24 * lines } else { 18 * lines }).map_err(refused)?;
        row += 1;
    }
    let country =
        Fact { label: me.word("field-identity-country"), lines: report.cover.country.clone(), place: None };
    let facts = [country].into_iter().chain(report.cover.facts.clone()).chain(report.cover.team.clone());
    // The costs follow below, alive.
    let live = if costs.whole.is_some() {
        ["report-costs", "report-unfunded"].map(|key| me.word(key))
    } else {
        Default::default()
    };
    let glance = report.glance.iter().filter(|f| !live.contains(&f.label)).cloned();
    for fact in facts.chain(glance).filter(|f| !f.lines.is_empty()) {
        write_fact(book, &mut ws, row, &fact.label, &value(&fact.lines), report.rtl)?;
        row += 1;
    }
    if let (Some((whole, open)), Some(currency)) = (&costs.whole, costs.currency) {
        book.whole_amounts(&mut ws, 1, row..=row + 1)?;
        for (key, value) in [("report-costs", whole), ("report-unfunded", open)] {
            let label = format!("{} ({currency})", me.word(key));
            write_fact(book, &mut ws, row, &label, value, report.rtl)?;
            row += 1;
        }
    }
    let label = me.word("report-prepared-on");
    write_fact(book, &mut ws, row, &label, &Value::text(&report.day), report.rtl)?;
    Ok(ws)
}

fn write_fact(
    book: &mut Book,
    ws: &mut Worksheet,
    row: u32,
    label: &str,
    value: &Value,
    rtl: bool,
) -> Result<(), ExportError> {
    book.write(ws, (row, 0), Rank::Group, &Value::Text(label.to_owned(), rtl))?;
    book.write(ws, (row, 1), Rank::Fact, value)?;
    let lines = if let Value::Text(text, _) = value { lines_of(text, 90.0) } else { 1 };
    set_lines(ws, row, lines)
}

/// So many lines stand in each part of a row that is too high: no row breaks over a page.
const PART_LINES: u32 = 12;

/// A row as rows that are no higher than Excel lets one be: what is higher would be cut in print.
fn low_rows(row: &Row, widths: &[f64]) -> Vec<Row> {
    let lines = |(n, cell): (usize, &Cell)| {
        let width = widths.iter().skip(n).take(cell.span).sum();
        lines_of(&joined(&cell.lines).0, width)
    };
    if row.cells.iter().enumerate().all(|cell| lines(cell) <= MOST_LINES) {
        return vec![row.clone()];
    }
    let mut parts: Vec<Vec<Vec<Line>>> = Vec::new();
    let mut at = 0;
    for cell in &row.cells {
        let width = widths.iter().skip(at).take(cell.span).sum();
        at += cell.span;
        let mut pieces: Vec<Vec<Line>> = vec![Vec::new()];
        let mut lines = 0;
        for line in &cell.lines {
            let more = lines_of(&joined(std::slice::from_ref(line)).0, width);
            // A second language stays with what it says again.
            let may_part = !line.lead.is_empty() || lines + more > 2 * PART_LINES;
            if lines > 0 && lines + more > PART_LINES && may_part {
                pieces.push(Vec::new());
                lines = 0;
            }
            lines += more;
            pieces.last_mut().into_iter().for_each(|piece| piece.push(line.clone()));
        }
        parts.push(pieces);
    }
    let rows = parts.iter().map(Vec::len).max().unwrap_or(1);
    let nth = |n: usize| {
        let cells = row.cells.iter().zip(&parts);
        let cells = cells.map(|(c, p)| Cell { span: c.span, lines: p.get(n).cloned().unwrap_or_default() });
        Row { kind: row.kind, cells: cells.collect() }
    };
    (0..rows).map(nth).collect()
}

/// A table of the report, with its heading and its cells over several columns.
pub(super) fn table(book: &mut Book, name: &str, table: &Table) -> Result<Worksheet, ExportError> {
    let mut ws = book.blank(name)?;
    let rtl = book.rtl;
    let width = |c: &Column| f64::from(c.width) * 11.0;
    for (col, column) in (0u16..).zip(&table.columns) {
        ws.set_column_width(col, width(column)).map_err(refused)?;
        book.write(&mut ws, (0, col), Rank::Head, &Value::Text(column.title.clone(), rtl))?;
    }
    let widths: Vec<f64> = table.columns.iter().map(width).collect();
    let rows = table.rows.iter().flat_map(|row| low_rows(row, &widths));
    for (row, r) in (1u32..).zip(rows) {
        let rank = match r.kind {
            RowKind::Body => Rank::Body,
            RowKind::Group => Rank::Group,
            RowKind::Total => Rank::Total,
        };
        let (mut col, mut lines) = (0u16, 1);
        for c in &r.cells {
            let span = u16::try_from(c.span).unwrap_or(1).max(1);
            let (text, rtl) = joined(&c.lines);
            if span > 1 {
                book.write_over(&mut ws, (row, col), span, rank, (&text, rtl))?;
            } else {
                book.write(&mut ws, (row, col), rank, &value(&c.lines))?;
            }
            lines = lines.max(lines_of(&text, widths.iter().skip(col.into()).take(c.span).sum()));
            col += span;
        }
        set_lines(&mut ws, row, lines)?;
    }
    ws.set_freeze_panes(1, 0).map_err(refused)?;
    ws.set_repeat_rows(0, 0).map_err(refused)?;
    Ok(ws)
}

/// What is needed in each fiscal year, as the budget has it now: the lines of the budget say to which year they belong.
pub(super) fn by_year(
    book: &mut Book,
    me: &Speech<'_>,
    lines: &Lines,
) -> Result<Option<Worksheet>, ExportError> {
    let totals = &me.source.derived.totals;
    if totals.all.is_empty() {
        return Ok(None);
    }
    let name = book.name(&me.word("report-by-year"));
    let mut ws = book.blank(&name)?;
    let heads = ["report-fiscal-year", "report-start", "report-finish"].map(|key| me.word(key));
    let currencies: Vec<_> = totals.all.iter().map(|money| money.currency).collect();
    let heads = heads.into_iter().chain(currencies.iter().map(ToString::to_string));
    for (col, title) in (0u16..).zip(heads) {
        ws.set_column_width(col, 18.0).map_err(refused)?;
        book.head(&mut ws, (0, col), title, col > 2)?;
    }
    let day = |day: Option<Day>| day.map_or(Value::Nothing, Value::Day);
    // Those without a year stand last.
    let (known, unknown): (Vec<_>, Vec<_>) = totals.by_year.iter().partition(|(year, _)| year.is_some());
    let mut row = 0;
    for (year, sum) in known.into_iter().chain(unknown) {
        row += 1;
        let label = year.map_or_else(|| me.word("report-no-year"), |year| year.label());
        book.write(&mut ws, (row, 0), Rank::Body, &Value::text(&label))?;
        book.write(&mut ws, (row, 1), Rank::Body, &day(year.map(|y| y.first)))?;
        book.write(&mut ws, (row, 2), Rank::Body, &day(year.map(|y| y.last)))?;
        for (col, currency) in (3u16..).zip(&currencies) {
            let place = format!("$A{}", row + 1);
            let formula = format!(
                "SUMIFS({},{},{place},{},\"{currency}\")",
                lines.amounts, lines.years, lines.currencies
            );
            let value = Value::formula(formula, Value::Money(sum.all.get(*currency)));
            book.write(&mut ws, (row, col), Rank::Body, &value)?;
        }
    }
    let last = row + 1;
    book.write(&mut ws, (last, 0), Rank::Total, &Value::text(&me.word("report-total")))?;
    for (col, currency) in (3u16..).zip(&currencies) {
        let letters = super::book::letters(col.into());
        let formula = format!("SUM({letters}2:{letters}{last})");
        let value = Value::formula(formula, Value::Money(totals.all.get(*currency)));
        book.write(&mut ws, (last, col), Rank::Total, &value)?;
        book.whole_amounts(&mut ws, col, 1..=last)?;
    }
    ws.set_freeze_panes(1, 0).map_err(refused)?;
    ws.set_repeat_rows(0, 0).map_err(refused)?;
    Ok(Some(ws))
}

/// The hidden sheet of the words that cells choose from, each beside its word in the file, and of the entries that there are;
/// and the names of the lists.
pub(super) fn lists(
    book: &mut Book,
    me: &Speech<'_>,
    lists: &[List],
    rosters: &[Roster],
) -> Result<(Worksheet, Vec<ListName>), ExportError> {
    let name = book.name("lists");
    let mut ws = book.blank(&name)?;
    ws.set_hidden(true);
    let mut names = Vec::new();
    for (n, (list, choices)) in lists.iter().enumerate() {
        let col = u16::try_from(2 * n).unwrap_or(u16::MAX - 1);
        ws.write_string(0, col, *list).map_err(refused)?;
        for (row, (words, word)) in (1u32..).zip(choices) {
            ws.write_string(row, col, me.word(words)).map_err(refused)?;
            ws.write_string(row, col + 1, *word).map_err(refused)?;
        }
        let letters = super::book::letters(col.into());
        let range = format!("${letters}$2:${letters}${}", choices.len() + 1);
        names.push((*list, format!("={}", in_sheet(&name, &range))));
    }
    for (n, (key, ids)) in rosters.iter().enumerate() {
        let col = u16::try_from(2 * lists.len() + n).unwrap_or(u16::MAX - 1);
        ws.write_string(0, col, key).map_err(refused)?;
        for (row, id) in (1u32..).zip(ids) {
            ws.write_string(row, col, id).map_err(refused)?;
        }
    }
    Ok((ws, names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{
        report::{Block, Tone},
        tests::{
            fixture::{voice, with_source},
            paper::examples,
        },
    };

    fn line(text: &str, rtl: bool) -> Line {
        let lang = if rtl { "fa" } else { "en" }.to_owned();
        Line {
            lead: String::new(),
            text: text.to_owned(),
            lang,
            rtl,
            tone: Tone::Normal,
            href: None,
            place: None,
        }
    }

    #[test]
    fn a_number_at_the_edge_of_a_line_keeps_its_side_in_a_cell_of_the_other_direction() {
        let (workshops, kiosk) = ("۳۸ کارگاه", "Kiosk (2)");
        for (first, second) in
            [(line(kiosk, false), line(workshops, true)), (line(workshops, true), line(kiosk, false))]
        {
            let (text, rtl) = joined(&[first.clone(), second]);
            assert_eq!(rtl, first.rtl);
            // What a program that gives the whole cell one direction shows, from left to right.
            let level = if rtl { unicode_bidi::Level::rtl() } else { unicode_bidi::Level::ltr() };
            let bidi = unicode_bidi::BidiInfo::new(&text, Some(level));
            let shown: Vec<String> = bidi
                .paragraphs
                .iter()
                .map(|p| bidi.reorder_line(p, p.range.clone()).replace(['\u{200e}', '\u{200f}', '\n'], ""))
                .collect();
            assert!(shown.iter().any(|l| l.ends_with("۳۸")), "{shown:?}");
            assert!(shown.iter().any(|l| l == kiosk), "{shown:?}");
        }
        // Where nothing can change sides nothing is added.
        assert_eq!(joined(&[line("2 kiosks (new)", false)]).0, "2 kiosks (new)");
        assert_eq!(joined(&[line("کارگاه", true)]).0, "کارگاه");
    }

    #[test]
    fn a_long_row_goes_on_in_the_next_one_and_nothing_is_lost() {
        let numbered = |n: usize| Line {
            lead: if n.is_multiple_of(2) { "1.1".to_owned() } else { String::new() },
            ..line(&format!("Activity {n}"), false)
        };
        let cells = [60, 3, 0].map(|n| Cell::new((0..n).map(numbered).collect()));
        let row = Row { kind: RowKind::Body, cells: cells.to_vec() };
        let rows = low_rows(&row, &[20.0; 3]);
        assert_eq!(rows.len(), 5);
        let lines =
            |at: usize| rows.iter().flat_map(move |row| row.cells[at].lines.clone()).collect::<Vec<_>>();
        (0..3).for_each(|at| assert_eq!(lines(at), row.cells[at].lines, "{at}"));
        assert!(rows.iter().all(|row| row.cells[0].lines.len() <= PART_LINES as usize));
        assert!(rows.iter().all(|row| row.cells[0].lines.first().is_none_or(|line| !line.lead.is_empty())));
    }

    #[test]
    fn no_row_of_the_matrix_of_an_example_is_higher_than_excel_lets_it_be() {
        for (name, plan) in examples() {
            let voice = voice("en");
            with_source(&plan, &voice, |s| {
                let report = Report::new(s);
                let matrix = report.sections.iter().find(|section| section.id == "matrix").unwrap();
                let Some(Block::Table(table)) = matrix.blocks.first() else { panic!("{name}") };
                let widths: Vec<f64> = table.columns.iter().map(|c| f64::from(c.width) * 11.0).collect();
                for row in table
                    .rows
                    .iter()
                    .flat_map(|row| low_rows(row, &widths))
                    .filter(|r| r.kind == RowKind::Body)
                {
                    for (cell, width) in row.cells.iter().zip(&widths).filter(|(cell, _)| cell.span == 1) {
                        assert!(lines_of(&joined(&cell.lines).0, *width) <= MOST_LINES, "{name}: {cell:?}");
                    }
                }
            });
        }
    }
}
