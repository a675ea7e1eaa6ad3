//! What a field tells assistive technology about its text: runs of one direction, with the place of each letter.

use super::cursor::Cursor;
use super::view::View;
use crate::text::engine::{Layout, Placed};
use egui::accesskit::{self, TextDirection, TextPosition, TextSelection};
use egui::emath::TSTransform;
use egui::epaint::text::{PlacedRow, cursor::CCursor};
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Context, Id, Rect, pos2};
use std::ops::Range;
use std::sync::Arc;

/// A stretch of a row that stands in one piece on the screen, in one direction.
#[derive(Debug, PartialEq)]
struct Run {
    line: usize,
    rtl: bool,
    /// Its edges in the row, in points.
    left: f32,
    right: f32,
    letters: Vec<Letter>,
}

/// What a caret cannot enter: mostly a grapheme. A very long one is told in parts.
#[derive(Debug, PartialEq)]
struct Letter {
    /// Its characters in the text.
    chars: Range<usize>,
    bytes: u8,
    /// From where its run starts, in the direction of the run, in points.
    at: f32,
    width: f32,
}

/// AccessKit counts the letters of a run with a byte.
const MOST_LETTERS: usize = 255;

/// Tells about the text and the cursor, if there is one. Does nothing while nobody listens.
pub(super) fn tell(ctx: &Context, id: Id, view: &View, cursor: Option<Cursor>) {
    let layout = &*view.layout;
    if ctx.accesskit_node_builder(id, |_| ()).is_none() {
        return;
    }
    let runs = runs(layout);
    hang_under(ctx, id, layout, runs.len());
    let words = layout.word_starts();
    let mut chars = layout.galley.text().chars();
    for (i, run) in runs.iter().enumerate() {
        let row = &layout.lines[run.line];
        let (top, bottom) = (row.at.y, row.at.y + row.height);
        let x = row.at.x;
        let rect = view.rect(Rect::from_min_max(pos2(x + run.left, top), pos2(x + run.right, bottom)));
        let count = run.letters.iter().map(|l| l.chars.len()).sum();
        let value: String = chars.by_ref().take(count).collect();
        let same_line = |other: Option<&Run>| other.is_some_and(|o| o.line == run.line);
        let before = i.checked_sub(1).filter(|b| same_line(runs.get(*b)));
        let behind = Some(i + 1).filter(|b| same_line(runs.get(*b)));
        ctx.accesskit_node_builder(run_id(id, i), |node| {
            node.set_text_direction(direction(run.rtl));
            node.set_bounds(bounds(rect));
            node.set_value(value);
            node.set_character_lengths(run.letters.iter().map(|l| l.bytes).collect::<Vec<_>>());
            node.set_character_positions(run.letters.iter().map(|l| l.at).collect::<Vec<_>>());
            node.set_character_widths(run.letters.iter().map(|l| l.width).collect::<Vec<_>>());
            node.set_word_starts(run.word_starts(words));
            if let Some(before) = before {
                node.set_previous_on_line(run_id(id, before).accesskit_id());
            }
            if let Some(behind) = behind {
                node.set_next_on_line(run_id(id, behind).accesskit_id());
            }
        });
    }
    let Some(cursor) = cursor else { return };
    let (Some(anchor), Some(focus)) =
        (position_in(id, &runs, cursor.secondary), position_in(id, &runs, cursor.primary))
    else {
        return;
    };
    ctx.accesskit_node_builder(id, |node| node.set_text_selection(TextSelection { anchor, focus }));
}

/// The character that assistive technology means by a place in a run.
pub(super) fn char_of_position(id: Id, layout: &Layout, at: &TextPosition) -> Option<usize> {
    let runs = runs(layout);
    let run = runs.iter().enumerate().find(|(i, _)| run_id(id, *i).accesskit_id() == at.node)?.1;
    match run.letters.get(at.character_index) {
        Some(letter) => Some(letter.chars.start),
        None => Some(run.letters.last().map_or(layout.lines[run.line].first, |l| l.chars.end)),
    }
}

/// Makes a node for each run. Only egui can hang nodes under a widget: it does so for the rows of a galley, so it gets one
/// with a row for each run.
fn hang_under(ctx: &Context, id: Id, layout: &Layout, runs: usize) {
    let Some(row) = layout.galley.rows.first() else { return };
    let mut empty = (*row.row).clone();
    empty.glyphs.clear();
    let row = PlacedRow { pos: row.pos, row: Arc::new(empty), ends_with_newline: false };
    let mut galley = (*layout.galley).clone();
    galley.rows = vec![row; runs];
    update_accesskit_for_text_widget(ctx, id, None, TSTransform::IDENTITY, &galley);
}

/// As egui names them.
fn run_id(id: Id, run: usize) -> Id {
    id.with(run).with(0_usize)
}

fn position_in(id: Id, runs: &[Run], at: CCursor) -> Option<TextPosition> {
    let index = at.index.0;
    let holds = |run: &Run| {
        let (first, last) = (run.letters.first(), run.letters.last());
        let (start, end) = (first.map_or(0, |l| l.chars.start), last.map_or(0, |l| l.chars.end));
        if at.prefer_next_row { (start..end).contains(&index) } else { start < index && index <= end }
    };
    let touches = |run: &Run| run.letters.iter().any(|l| l.chars.start <= index && index <= l.chars.end);
    let run = (runs.iter().position(holds))
        .or_else(|| runs.iter().position(touches))
        .or_else(|| runs.len().checked_sub(1))?;
    let character_index = runs[run].letters.partition_point(|l| l.chars.start < index);
    Some(TextPosition { node: run_id(id, run).accesskit_id(), character_index })
}

fn runs(layout: &Layout) -> Vec<Run> {
    let mut all = Vec::new();
    for (line, row) in layout.lines.iter().enumerate() {
        let text = layout.galley.rows[line].glyphs.iter().map(|g| g.chr).collect();
        runs_of_row(line, row, text, &mut all);
    }
    all
}

fn runs_of_row(line: usize, row: &Placed, text: Vec<char>, all: &mut Vec<Run>) {
    let empty = |at: f32, rtl| Run { line, rtl, left: at, right: at, letters: Vec::new() };
    let before = all.len();
    for cell in row.cells.iter() {
        let follows = |run: &Run| {
            let gap = if cell.rtl { run.left - cell.right } else { cell.left - run.right };
            run.rtl == cell.rtl && gap.abs() < 0.5 && run.letters.len() + cell.len < MOST_LETTERS
        };
        if all.len() == before || !all.last().is_some_and(follows) {
            all.push(empty(if cell.rtl { cell.right } else { cell.left }, cell.rtl));
        }
        let Some(run) = all.last_mut() else { continue };
        let at = if cell.rtl { run.right - cell.right } else { cell.left - run.left };
        (run.left, run.right) = (run.left.min(cell.left), run.right.max(cell.right));
        let letters = &text[cell.first..cell.first + cell.len];
        run.push(row.first + cell.first, letters, at, cell.right - cell.left);
    }
    if all.len() == before {
        all.push(empty(0.0, row.rtl));
    }
    if let Some(run) = all.last_mut().filter(|_| row.newline) {
        let at = run.right - run.left;
        run.push(row.first + row.len, &['\n'], at, 0.0);
    }
}

impl Run {
    fn push(&mut self, first: usize, chars: &[char], at: f32, width: f32) {
        let bytes: usize = chars.iter().map(|c| c.len_utf8()).sum();
        if let Ok(bytes) = u8::try_from(bytes) {
            self.letters.push(Letter { chars: first..first + chars.len(), bytes, at, width });
            return;
        }
        for (i, c) in chars.iter().enumerate() {
            let (at, width) = if i == 0 { (at, width) } else { (at + width, 0.0) };
            let bytes = u8::try_from(c.len_utf8()).unwrap_or(4);
            self.letters.push(Letter { chars: first + i..first + i + 1, bytes, at, width });
        }
    }

    fn word_starts(&self, words: &[usize]) -> Vec<u8> {
        let starts = |l: &Letter| words.binary_search(&l.chars.start).is_ok();
        let all = self.letters.iter().enumerate().filter(|(_, l)| starts(l));
        all.filter_map(|(i, _)| u8::try_from(i).ok()).collect()
    }
}

fn direction(rtl: bool) -> TextDirection {
    if rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight }
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    }
}
