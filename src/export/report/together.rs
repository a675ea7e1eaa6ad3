//! How much of a table stands on one page: a short one stands whole, a long one begins with a few of its rows or on the next page.
//! Nobody likes one row alone under a heading, or a heading and a row at the foot of a page.
//!
//! The room is measured with the advances of the fonts ([`Ruler`]), no further than needed: whoever lays pages out would have to lay
//! a table out twice to know it.

use super::{Block, Cell, Row, RowKind, Section, Table};
use crate::export::drawing::measure::Ruler;
use serde::Serialize;

/// What of a table stands together where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Together {
    /// So many of its first rows, below its heading.
    pub rows: usize,
    /// The room that they take with the heading, in points of the PDF; rather too large than too small.
    pub room: f32,
}

/// The width of text and the height of a page, upright and on its long side (`plan.typ`), in points.
const PAGES: [(f32, f32); 2] = [(481.9, 717.0), (751.2, 482.0)];
/// A table that takes no more of a page than this stands whole, upright and on the long side,
const SHORT: [f32; 2] = [0.42, 0.5];
/// and one after which a new page begins: what it leaves behind would stand alone there.
const SHORT_AT_END: [f32; 2] = [0.65, 0.75];
/// The same for a table of so few rows that they cannot stand two and two.
const FEW: f32 = 0.8;
/// No more of a page is asked for by rows that begin a long table.
const MOST: f32 = 0.5;
/// The size of type in a table, the room left and right of a cell's words, and above and below them (`draw-table`).
const SIZE: f32 = 8.8;
const INSET: (f32, f32) = (8.0, 7.2);
/// Rows of a long table that begin it together.
const FIRST: usize = 2;

/// Says of every table of these sections what of it stands together.
pub(super) fn measure(sections: &mut [Section], nastaliq: bool) {
    let mut ruler = Ruler::new(nastaliq);
    for n in 0..sections.len() {
        let ends =
            sections.get(n + 1).is_some_and(|next| next.wide != sections[n].wide || next.begins_page());
        let section = &mut sections[n];
        let side = usize::from(section.wide);
        let last = section.blocks.len().saturating_sub(1);
        for (at, block) in section.blocks.iter_mut().enumerate() {
            if let Block::Table(table) = block {
                let short = if ends && at == last { SHORT_AT_END } else { SHORT };
                table.together = together(table, &mut ruler, PAGES[side], short[side]);
            }
        }
    }
}

fn together(table: &Table, ruler: &mut Ruler, (width, page): (f32, f32), short: f32) -> Together {
    let whole: f32 = table.columns.iter().map(|c| c.width).sum();
    let widths: Vec<f32> = table.columns.iter().map(|c| c.width / whole * width).collect();
    let head = table.columns.iter().zip(&widths);
    // A heading of two words may take two rows.
    let head = head.map(|(c, w)| 1.0 + (ruler.width(&c.title, SIZE, true) / (w - INSET.0).max(1.0)).floor());
    let mut room = head.fold(1.0, f32::max) * SIZE * 1.4 + INSET.1;
    let entries = table.rows.iter().filter(|row| row.kind == RowKind::Body).count();
    let short = if entries < 2 * FIRST { FEW } else { short };
    let (mut bodies, mut first) = (0, None);
    for (n, row) in table.rows.iter().enumerate() {
        room += height(row, ruler, &widths);
        bodies += usize::from(row.kind == RowKind::Body);
        if first.is_none() && bodies >= FIRST {
            first = Some(Together { rows: n + 1, room: room.min(page * MOST) });
        }
        if room > page * short {
            return first.unwrap_or(Together { rows: n + 1, room: room.min(page * MOST) });
        }
    }
    Together { rows: table.rows.len(), room }
}

fn height(row: &Row, ruler: &mut Ruler, widths: &[f32]) -> f32 {
    let (mut at, mut highest) = (0, SIZE * 1.4);
    for Cell { span, lines } in &row.cells {
        let width: f32 = widths.iter().skip(at).take(*span).sum();
        at += span;
        if !lines.is_empty() {
            highest = highest.max(ruler.height(lines, SIZE, width - INSET.0, row.kind != RowKind::Body));
        }
    }
    highest + INSET.1
}
