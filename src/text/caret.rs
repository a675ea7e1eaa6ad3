//! Where the caret stands, where a click puts it, and how the arrow keys move it.
//!
//! A caret stands at the edge of a grapheme. Between two letters of opposite directions there are two such edges far
//! apart, so a cursor says which one is meant: with `prefer_next_row` it belongs to the grapheme behind it, otherwise to
//! the one before it. After typing that is the letter just typed; after a click it is the grapheme that was clicked.

use super::engine::{Layout, Placed};
use super::row::Cell;
use egui::epaint::text::{CharIndex, cursor::CCursor};
use egui::{Pos2, Rect, pos2};
use std::ops::Range;

/// A caret on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Caret {
    pub line: usize,
    /// Within the layout, in points.
    pub x: f32,
    /// The direction of the text it belongs to.
    pub rtl: bool,
    /// The grapheme it belongs to, and whether it stands at its right edge; none in an empty row.
    edge: Option<(usize, bool)>,
}

/// The cursor before a character; `after` makes it belong to the character behind it.
pub(super) fn cursor(index: usize, after: bool) -> CCursor {
    CCursor { index: CharIndex(index), prefer_next_row: after }
}

impl Layout {
    /// The number of characters.
    pub fn end(&self) -> usize {
        self.lines.last().map_or(0, |l| l.first + l.len)
    }

    /// The row of a cursor.
    pub fn line_of(&self, at: CCursor) -> usize {
        let index = at.index.0;
        let mut line = self.lines.partition_point(|l| l.first <= index).saturating_sub(1);
        let wraps = line > 0 && !self.lines[line - 1].newline;
        if wraps && self.lines[line].first == index && !at.prefer_next_row {
            line -= 1;
        }
        line
    }

    /// Where a cursor is shown. One inside a grapheme stands before it.
    pub fn caret(&self, at: CCursor) -> Option<Caret> {
        let line = self.line_of(at);
        let row = self.lines.get(line)?;
        let column = at.index.0.saturating_sub(row.first).min(row.len);
        let next = row.cells.iter().position(|c| column < c.first + c.len);
        let inside = next.is_some_and(|n| row.cells[n].first < column);
        let before = next.unwrap_or(row.cells.len()).checked_sub(1);
        let (cell, leading) = match (before, next) {
            (_, Some(next)) if inside || at.prefer_next_row => (next, true),
            (Some(before), _) => (before, false),
            (None, Some(next)) => (next, true),
            (None, None) => {
                return Some(Caret { line, x: row.at.x, rtl: row.rtl, edge: None });
            }
        };
        Some(self.at_edge(line, cell, leading == row.cells[cell].rtl))
    }

    fn at_edge(&self, line: usize, cell: usize, right: bool) -> Caret {
        let row = &self.lines[line];
        let shape = row.cells[cell];
        let x = row.at.x + if right { shape.right } else { shape.left };
        Caret { line, x, rtl: shape.rtl, edge: Some((cell, right)) }
    }

    fn cursor_of(&self, caret: Caret) -> CCursor {
        let row = &self.lines[caret.line];
        match caret.edge {
            None => cursor(row.first, true),
            Some((cell, right)) => {
                let shape = row.cells[cell];
                let leading = right == shape.rtl;
                cursor(row.first + shape.first + if leading { 0 } else { shape.len }, leading)
            }
        }
    }

    /// The rectangle of a caret, without width.
    pub fn caret_rect(&self, at: CCursor) -> Rect {
        let Some(caret) = self.caret(at) else { return Rect::from_min_max(Pos2::ZERO, Pos2::ZERO) };
        let row = &self.lines[caret.line];
        Rect::from_min_max(pos2(caret.x, row.at.y), pos2(caret.x, row.at.y + row.height))
    }

    /// The cursor nearest to a place: the edge of a grapheme.
    pub fn hit(&self, at: Pos2) -> CCursor {
        let line = self.lines.partition_point(|l| l.at.y + l.height <= at.y);
        self.hit_in(line.min(self.lines.len().saturating_sub(1)), at.x)
    }

    fn hit_in(&self, line: usize, x: f32) -> CCursor {
        let Some(row) = self.lines.get(line) else { return CCursor::default() };
        let x = x - row.at.x;
        let distance = |c: &Cell| (c.left - x).max(x - c.right).max(0.0);
        let nearest =
            (0..row.cells.len()).min_by(|a, b| distance(&row.cells[*a]).total_cmp(&distance(&row.cells[*b])));
        match nearest {
            None => cursor(row.first, true),
            Some(cell) => {
                let shape = row.cells[cell];
                let right = x > (shape.left + shape.right) / 2.0;
                self.cursor_of(self.at_edge(line, cell, right))
            }
        }
    }

    /// One grapheme to the right or left on the screen.
    pub fn step(&self, from: CCursor, to_right: bool) -> CCursor {
        let Some(caret) = self.caret(from) else { return from };
        if let Some(next) = self.step_in_row(caret, to_right) {
            return self.settled(next);
        }
        let row = &self.lines[caret.line];
        let forward = to_right != row.rtl;
        let other = if forward { caret.line + 1 } else { caret.line.wrapping_sub(1) };
        let Some(target) = self.lines.get(other) else { return from };
        let soft = if forward { !row.newline } else { !target.newline };
        // The near end of the other row: its start when moving on, its end when moving back.
        let landed = self.row_end(other, forward == target.rtl);
        let landed_at = self.cursor_of(landed);
        if soft && landed_at.index == from.index {
            let next = self.step_in_row(landed, to_right).unwrap_or(landed);
            return self.settled(next);
        }
        landed_at
    }

    fn step_in_row(&self, caret: Caret, to_right: bool) -> Option<Caret> {
        let (cell, right) = caret.edge?;
        if right != to_right {
            return Some(self.at_edge(caret.line, cell, to_right));
        }
        let cells = &self.lines[caret.line].cells;
        let middle = |c: usize| (cells[c].left + cells[c].right, c);
        let here = middle(cell);
        let further = |c: &usize| {
            let there = middle(*c);
            if to_right { there > here } else { there < here }
        };
        let nearest = |a: &usize, b: &usize| {
            let order = middle(*a).0.total_cmp(&middle(*b).0).then(a.cmp(b));
            if to_right { order } else { order.reverse() }
        };
        (0..cells.len()).filter(further).min_by(nearest).map(|c| self.at_edge(caret.line, c, to_right))
    }

    /// The right or left end of a row on the screen.
    fn row_end(&self, line: usize, right: bool) -> Caret {
        let row = &self.lines[line];
        let middle = |c: &usize| row.cells[*c].left + row.cells[*c].right;
        let all = 0..row.cells.len();
        let by = |a: &usize, b: &usize| middle(a).total_cmp(&middle(b));
        let cell = if right { all.max_by(by) } else { all.min_by(by) };
        match cell {
            Some(cell) => self.at_edge(line, cell, right),
            None => Caret { line, x: row.at.x, rtl: row.rtl, edge: None },
        }
    }

    /// At the end of a wrapped row the caret goes on to where the next one starts on the screen: for text of one direction
    /// that is the same place in the text.
    fn settled(&self, caret: Caret) -> CCursor {
        let at = self.cursor_of(caret);
        let row = &self.lines[caret.line];
        let wraps = !row.newline && caret.line + 1 < self.lines.len();
        let ends = at.index.0 == row.first + row.len && caret == self.row_end(caret.line, !row.rtl);
        if wraps && ends { self.cursor_of(self.row_end(caret.line + 1, row.rtl)) } else { at }
    }

    /// One row up or down, near `x`; none beyond the first and last row.
    pub fn row_step(&self, from: CCursor, down: bool, x: f32) -> Option<CCursor> {
        let line = self.line_of(from);
        let other = if down { line + 1 } else { line.checked_sub(1)? };
        (other < self.lines.len()).then(|| self.hit_in(other, x))
    }

    /// The start and the end of the row of a cursor.
    pub fn row_ends(&self, at: CCursor) -> (CCursor, CCursor) {
        let Some(row) = self.lines.get(self.line_of(at)) else { return (at, at) };
        (cursor(row.first, true), cursor(row.first + row.len, false))
    }

    /// Whether the paragraph of a cursor runs right to left.
    pub fn is_rtl_at(&self, at: CCursor) -> bool {
        self.lines.get(self.line_of(at)).is_some_and(|l| l.rtl)
    }

    /// What is to be painted behind a selected range: each stretch of each row that is selected, and no more. A selected
    /// line break shows as a narrow stretch where its paragraph ends.
    pub fn selection(&self, chars: Range<usize>) -> Vec<Rect> {
        let mut all = Vec::new();
        if chars.is_empty() {
            return all;
        }
        for row in &self.lines {
            let rect = |left: f32, right: f32| {
                Rect::from_min_max(
                    pos2(row.at.x + left, row.at.y),
                    pos2(row.at.x + right, row.at.y + row.height),
                )
            };
            let mut edges: Vec<(f32, f32)> = row
                .cells
                .iter()
                .filter(|c| row.first + c.first < chars.end && chars.start < row.first + c.first + c.len)
                .map(|c| (c.left, c.right))
                .collect();
            if row.newline && chars.contains(&(row.first + row.len)) {
                edges.push(row.line_break());
            }
            edges.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut stretches: Vec<(f32, f32)> = Vec::new();
            for (left, right) in edges {
                match stretches.last_mut() {
                    Some(last) if left <= last.1 + 0.5 => last.1 = last.1.max(right),
                    _ => stretches.push((left, right)),
                }
            }
            all.extend(stretches.into_iter().map(|(left, right)| rect(left, right)));
        }
        all
    }
}

impl Placed {
    fn line_break(&self) -> (f32, f32) {
        let size = self.height * 0.3;
        let ends = self.cells.iter().map(|c| (c.left, c.right));
        let (left, right) = ends.fold((0.0_f32, 0.0_f32), |(l, r), c| (l.min(c.0), r.max(c.1)));
        if self.rtl { (left - size, left) } else { (right, right + size) }
    }
}
