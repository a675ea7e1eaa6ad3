//! Tables: the report's own, and plain grids for what stands side by side.

use super::{
    super::{
        report::{Align, Cell, Column, Line, Row, RowKind, Table, Tone},
        xml::{Attribute, Xml},
    },
    body::{Context, INDIGO, INDIGO_TINT, Paragraph, SOGA_TINT, gap, line, paragraph},
    runs::{Look, runs},
};

/// A table as Word needs it: fixed columns, in twips.
pub(super) struct Grid<'a> {
    pub style: &'static str,
    pub columns: Vec<i32>,
    pub rtl: bool,
    /// What it is, for those who hear the document; empty: it only places things.
    pub title: &'a str,
}

/// Rows with more text than this, in bytes, may go on over the page.
const LONG_ROW: usize = 1200;

pub(super) fn table(x: &mut Xml, grid: &Grid<'_>, rows: impl FnOnce(&mut Xml)) {
    x.within("w:tbl", &[], |x| {
        x.within("w:tblPr", &[], |x| {
            x.empty("w:tblStyle", &[("w:val", &grid.style)]);
            if grid.rtl {
                x.empty("w:bidiVisual", &[]);
            }
            let width: i32 = grid.columns.iter().sum();
            x.empty("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
            x.raw(r#"<w:tblLayout w:type="fixed"/>"#);
            if grid.title.is_empty() {
                x.raw(r#"<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>"#);
            } else {
                x.raw(r#"<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>"#);
                x.empty("w:tblCaption", &[("w:val", &grid.title)]);
            }
        });
        x.within("w:tblGrid", &[], |x| {
            for width in &grid.columns {
                x.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        rows(x);
    });
}

/// A row with these properties, written out.
pub(super) fn row(x: &mut Xml, properties: &[&'static str], cells: impl FnOnce(&mut Xml)) {
    x.within("w:tr", &[], |x| {
        if !properties.is_empty() {
            x.within("w:trPr", &[], |x| properties.iter().for_each(|p| x.raw(p)));
        }
        cells(x);
    });
}

/// A cell over `span` columns; a colour such as `27408B` fills it. What is inside must write a paragraph at least.
pub(super) fn cell(x: &mut Xml, width: i32, span: usize, fill: &str, inside: impl FnOnce(&mut Xml)) {
    x.within("w:tc", &[], |x| {
        x.within("w:tcPr", &[], |x| {
            x.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
            if span > 1 {
                x.empty("w:gridSpan", &[("w:val", &span)]);
            }
            if !fill.is_empty() {
                shade(x, fill);
            }
            if fill == INDIGO {
                x.raw(r#"<w:vAlign w:val="bottom"/>"#);
            }
        });
        inside(x);
    });
}

pub(super) fn shade(x: &mut Xml, fill: &str) {
    let shade: [Attribute<'_>; 3] = [("w:val", &"clear"), ("w:color", &"auto"), ("w:fill", &fill)];
    x.empty("w:shd", &shade);
}

/// Shares `whole` out in proportion; the last one takes what rounding leaves.
pub(super) fn widths(whole: i32, parts: impl Iterator<Item = f32> + Clone) -> Vec<i32> {
    let sum: f32 = parts.clone().sum();
    let mut left = whole;
    let mut widths: Vec<_> = parts
        .map(|part| {
            let width = twips(whole, part / sum.max(f32::EPSILON)).min(left);
            left -= width;
            width
        })
        .collect();
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}

/// The widths of columns in proportion, but none narrower than the longest word of its heading.
fn column_widths(whole: i32, columns: &[Column]) -> Vec<i32> {
    let sum: f32 = columns.iter().map(|c| c.width).sum();
    let longest = |c: &Column| c.title.split_whitespace().map(|w| w.chars().count()).max().unwrap_or(0);
    let parts = columns.iter().map(|c| {
        // A letter of a heading takes about 125 twips, capitals more; the cell keeps 160 free.
        let needed = f32::from(u16::try_from(longest(c) * 125).unwrap_or(u16::MAX)) + 200.0;
        #[allow(clippy::cast_precision_loss)]
        let room = whole as f32;
        (c.width / sum).max((needed / room).min(0.2))
    });
    widths(whole, parts.collect::<Vec<_>>().into_iter())
}

/// A part of a length; lengths of paper are far below what a float holds exactly.
fn twips(whole: i32, part: f32) -> i32 {
    #[allow(clippy::cast_possible_truncation)]
    let twips = (f64::from(whole) * f64::from(part)) as i32;
    twips
}

pub(super) fn report_table(x: &mut Xml, cx: &mut Context<'_>, t: &Table, title: &str) {
    let columns = column_widths(cx.width, &t.columns);
    let grid = Grid { style: "PlanTable", columns, rtl: cx.report.rtl, title };
    table(x, &grid, |x| {
        row(x, &["<w:cantSplit/>", "<w:tblHeader/>"], |x| {
            for (column, width) in t.columns.iter().zip(&grid.columns) {
                cell(x, *width, 1, INDIGO, |x| {
                    let at = Paragraph { side: column.align, keep_next: true, ..head(cx.report.rtl) };
                    paragraph(x, &at, |x| runs(x, &column.title, cx.report.rtl, Look::default()));
                });
            }
        });
        for (n, row) in t.rows.iter().enumerate() {
            report_row(x, cx, row, (&t.columns, &grid.columns), stays(t, n));
        }
    });
    gap(x);
}

/// Whether a row stays on the page of the next one: a short table is whole, a long one begins and ends with two rows at least.
fn stays(t: &Table, n: usize) -> bool {
    let begins = n + 1 < t.together.rows;
    let ends = n + 2 == t.rows.len() || t.rows.get(n + 1).is_some_and(|next| next.kind == RowKind::Total);
    begins || ends || t.rows[n].kind == RowKind::Group
}

fn head(rtl: bool) -> Paragraph {
    Paragraph { style: "TableHead", rtl, ..Paragraph::default() }
}

fn report_row(
    x: &mut Xml,
    cx: &mut Context<'_>,
    r: &Row,
    (columns, widths): (&[Column], &[i32]),
    keep_next: bool,
) {
    let length = r.cells.iter().map(|c| c.lines.iter().map(|l| l.text.len()).sum()).max().unwrap_or(0);
    let whole: &[&str] = if length > LONG_ROW { &[] } else { &["<w:cantSplit/>"] };
    let fill = match r.kind {
        RowKind::Body => "",
        RowKind::Group => SOGA_TINT,
        RowKind::Total => INDIGO_TINT,
    };
    row(x, whole, |x| {
        let mut first = 0;
        for c in &r.cells {
            let width = widths.iter().skip(first).take(c.span).sum();
            let side = match columns.get(first) {
                Some(column) if c.span == 1 => column.align,
                _ => Align::Start,
            };
            let at = Paragraph { style: "TableText", side, keep_next, ..Paragraph::default() };
            cell(x, width, c.span, fill, |x| content(x, cx, c, r.kind, &at));
            first += c.span;
        }
    });
}

fn content(x: &mut Xml, cx: &mut Context<'_>, c: &Cell, kind: RowKind, at: &Paragraph) {
    for l in &c.lines {
        if kind != RowKind::Body && l.tone == Tone::Normal {
            line(x, cx, &Line { tone: Tone::Strong, ..l.clone() }, at);
        } else {
            line(x, cx, l, at);
        }
    }
    if c.is_empty() {
        gap(x);
    }
}
