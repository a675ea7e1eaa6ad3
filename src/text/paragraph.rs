//! One paragraph: direction, pieces, line breaks, and its rows with one glyph a character in logical order.

use super::Style;
use super::directions::Directions;
use super::face::{Faces, Variant};
use super::itemise::{Item, itemise};
use super::row::{Line, Press, Strip};
use super::shape::Piece;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// A laid out paragraph.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub lines: Vec<Line>,
    pub rtl: bool,
    /// The width in one row.
    pub natural_width: f32,
    /// Some of its text did not find a row.
    pub elided: bool,
}

/// How a paragraph is to be laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wish {
    pub style: Style,
    pub interface_rtl: bool,
    /// Infinite for text that does not wrap.
    pub wrap: f32,
    /// The most rows; at least one.
    pub rows: usize,
    /// Paragraphs follow for which there is no row, so the last row says so.
    pub more_follows: bool,
}

/// Gives what takes long to find out, from a cache if it can.
pub(super) trait Pieces {
    fn piece(&mut self, text: &str, item: &Item, rtl: bool) -> Arc<Piece>;

    /// The bytes of a text before which a line may break, its end included.
    fn breaks(&mut self, text: &str) -> Vec<usize>;
}

/// What the layout of a paragraph works with.
pub(super) struct Setter<'a, P> {
    pub pieces: P,
    pub faces: &'a Faces,
    pub press: Press<'a>,
}

/// A paragraph under construction.
struct Draft<'t> {
    text: &'t str,
    directions: Directions<'t>,
    pieces: Vec<(Item, Arc<Piece>)>,
    /// Every block: its piece, its place there, its first byte in the paragraph, its left end in one long row.
    blocks: Vec<(usize, usize, usize, f32)>,
    width: f32,
}

impl<P: Pieces> Setter<'_, P> {
    /// Lays out a paragraph, which holds no `\n` unless the style shows it as a space.
    pub fn paragraph(&mut self, text: &str, wish: &Wish) -> Paragraph {
        let shown = presentable(text);
        let draft = self.draft(&shown, wish);
        let mut starts = vec![0];
        if draft.width > wish.wrap + TOLERANCE {
            starts = draft.line_starts(wish.wrap, &self.pieces.breaks(&shown));
        }
        let cut_off = starts.len() > wish.rows;
        starts.truncate(wish.rows);
        let elided = cut_off || wish.more_follows;
        let mut lines = Vec::with_capacity(starts.len());
        for (i, &start) in starts.iter().enumerate() {
            let is_last = i + 1 == starts.len();
            let end = starts.get(i + 1).copied().unwrap_or(draft.blocks.len());
            let line = if is_last && elided {
                self.elided_line(&draft, start..draft.blocks.len(), wish)
            } else {
                let strip = self.strip(&draft, start..end);
                self.line(&draft, &strip, start..end, is_last, wish)
            };
            lines.push(line);
        }
        // The display text has other characters for some controls; the glyphs tell what is meant.
        if let Cow::Owned(_) = shown {
            restore(&mut lines, text);
        }
        Paragraph { lines, rtl: draft.directions.rtl, natural_width: draft.width, elided }
    }

    fn draft<'t>(&mut self, text: &'t str, wish: &Wish) -> Draft<'t> {
        let directions = Directions::new(text, wish.style.dir, wish.interface_rtl);
        let variant = Variant { strong: wish.style.strong, nastaliq: wish.style.nastaliq == Some(true) };
        let items = itemise(text, directions.levels(), self.faces, variant);
        let mut draft = Draft { text, directions, pieces: Vec::new(), blocks: Vec::new(), width: 0.0 };
        for item in items {
            let piece = self.pieces.piece(&text[item.bytes.clone()], &item, item.level.is_rtl());
            for (i, block) in piece.blocks.iter().enumerate() {
                let start = item.bytes.start + block.bytes.start;
                draft.blocks.push((draft.pieces.len(), i, start, draft.width));
                draft.width += block.width;
            }
            draft.pieces.push((item, piece));
        }
        draft
    }

    /// The blocks of a row in logical order, each at its place; x from the left end of all.
    fn strip(&mut self, draft: &Draft<'_>, blocks: Range<usize>) -> Strip {
        let mut strip = Strip::default();
        for (run, rtl) in draft.visual_runs(&blocks) {
            let mut fragments = draft.fragments(run);
            if rtl {
                fragments.reverse();
            }
            for fragment in fragments {
                let (piece, within, start) = self.fragment(draft, fragment, rtl);
                strip.add(piece, within, start, strip.width(), rtl, &self.press);
            }
        }
        strip.sort();
        strip
    }

    /// The glyphs of a stretch of blocks of one piece: a part of it, or shaped anew where cutting changes letters.
    fn fragment(
        &mut self,
        draft: &Draft<'_>,
        blocks: Range<usize>,
        rtl: bool,
    ) -> (Arc<Piece>, Range<usize>, usize) {
        let (index, first, start, _) = draft.blocks[blocks.start];
        let (item, piece) = &draft.pieces[index];
        let within = first..first + blocks.len();
        let safe = |at: usize| at == 0 || piece.blocks.get(at).is_none_or(|b| b.cut_is_safe);
        if safe(within.start) && safe(within.end) {
            return (Arc::clone(piece), within, item.bytes.start);
        }
        let end = draft.end_of(blocks.end - 1);
        let part = self.pieces.piece(&draft.text[start..end], item, rtl);
        let all = 0..part.blocks.len();
        (part, all, start)
    }

    /// A row that ends in `…`, on the side where the paragraph's direction ends.
    fn elided_line(&mut self, draft: &Draft<'_>, blocks: Range<usize>, wish: &Wish) -> Line {
        let variant = Variant { strong: wish.style.strong, nastaliq: wish.style.nastaliq == Some(true) };
        let mut dots = itemise("…", &[], self.faces, variant);
        let dots = dots.pop().map(|item| self.pieces.piece("…", &item, draft.directions.rtl));
        let dots_width = dots.as_ref().map_or(0.0, |d| d.width());
        let mut end = blocks.start;
        let origin = draft.left_of(blocks.start);
        while end < blocks.end && draft.left_of(end + 1) - origin + dots_width <= wish.wrap {
            end += 1;
        }
        while end > blocks.start && draft.is_space(end - 1) {
            end -= 1;
        }
        let mut strip = self.strip(draft, blocks.start..end);
        if let Some(dots) = dots {
            let (all, rtl) = (0..dots.blocks.len(), draft.directions.rtl);
            let at = if rtl { 0.0 } else { strip.width() };
            if rtl {
                strip.shift(self.press.whole(dots_width));
            }
            strip.add(dots, all, draft.text.len(), at, rtl, &self.press);
        }
        self.line(draft, &strip, blocks.start..end, true, wish)
    }

    fn line(
        &self,
        draft: &Draft<'_>,
        strip: &Strip,
        blocks: Range<usize>,
        is_last: bool,
        wish: &Wish,
    ) -> Line {
        let spaces = blocks.rev().take_while(|&b| draft.is_space(b));
        let trailing: f32 = spaces.map(|b| draft.left_of(b + 1) - draft.left_of(b)).sum();
        // At the end of a paragraph the caret follows the spaces as far as there is room.
        let room = if is_last { (strip.width() - wish.wrap).max(0.0) } else { f32::INFINITY };
        self.press.line(strip, trailing.min(room), draft.directions.rtl, &wish.style)
    }
}

impl Draft<'_> {
    fn left_of(&self, block: usize) -> f32 {
        self.blocks.get(block).map_or(self.width, |b| b.3)
    }

    fn start_of(&self, block: usize) -> usize {
        self.blocks.get(block).map_or(self.text.len(), |b| b.2)
    }

    fn end_of(&self, block: usize) -> usize {
        self.start_of(block + 1)
    }

    fn is_space(&self, block: usize) -> bool {
        let text = &self.text[self.start_of(block)..self.end_of(block)];
        text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}'))
    }

    /// The first block of each row.
    fn line_starts(&self, wrap: f32, allowed: &[usize]) -> Vec<usize> {
        let mut starts = vec![0];
        let mut allowed = allowed.iter().peekable();
        let mut start = 0;
        let mut good = 0;
        for block in 0..self.blocks.len() {
            let at = self.start_of(block);
            while allowed.next_if(|b| **b < at).is_some() {}
            if allowed.peek() == Some(&&at) {
                good = block;
            }
            let overflows = self.left_of(block + 1) - self.left_of(start) > wrap + TOLERANCE;
            if overflows && block > start && !self.is_space(block) {
                start = if good > start { good } else { block };
                starts.push(start);
            }
        }
        starts
    }

    /// The blocks of a row, cut where the direction changes, from left to right.
    fn visual_runs(&self, blocks: &Range<usize>) -> Vec<(Range<usize>, bool)> {
        if blocks.is_empty() {
            return vec![(blocks.clone(), false)];
        }
        let bytes = self.start_of(blocks.start)..self.end_of(blocks.end - 1);
        let block_at = |byte: usize| self.blocks.partition_point(|b| b.2 < byte);
        let runs = self.directions.visual_runs(bytes).into_iter();
        runs.map(|(run, rtl)| (block_at(run.start)..block_at(run.end), rtl))
            .filter(|(blocks, _)| !blocks.is_empty())
            .collect()
    }

    /// A stretch of blocks, cut where the piece changes, in logical order.
    fn fragments(&self, blocks: Range<usize>) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = Vec::new();
        for block in blocks {
            match all.last_mut() {
                Some(last) if self.blocks[last.start].0 == self.blocks[block].0 => last.end = block + 1,
                _ => all.push(block..block + 1),
            }
        }
        all
    }
}

/// How much wider than its space a row may be, in points: sums of widths are not exact.
const TOLERANCE: f32 = 0.05;

/// The text with controls that would end a paragraph or draw a box shown as spaces of the same number of bytes.
pub(super) fn presentable(text: &str) -> Cow<'_, str> {
    let shown = |c: char| match c {
        '\u{85}' => '\u{A0}',
        '\u{2028}' | '\u{2029}' => '\u{2003}',
        c if c != '\t' && c.is_ascii_control() => ' ',
        c => c,
    };
    if text.chars().all(|c| shown(c) == c) { text.into() } else { text.chars().map(shown).collect() }
}

fn restore(lines: &mut [Line], text: &str) {
    let mut chars = text.chars();
    for line in lines {
        for glyph in &mut Arc::make_mut(&mut line.row).glyphs {
            if glyph.chr == '…' && chars.clone().next() != Some('…') {
                continue;
            }
            if let Some(c) = chars.next() {
                glyph.chr = c;
            }
        }
    }
}
