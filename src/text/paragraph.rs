//! One paragraph: direction, pieces, line breaks, and its rows with one glyph a character in logical order.

use super::face::{Faces, Variant, line_extent};
use super::itemise::{Item, itemise};
use super::shape::{Block, Image, Piece};
use super::{Dir, Style};
use egui::epaint::text::{Glyph, Row, RowVisuals};
use egui::{Color32, Mesh, Vec2, pos2, vec2};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{Direction, Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation as _;

/// A caret stop: one grapheme of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// Its first character in the row, and how many it has.
    pub first: usize,
    pub len: usize,
    /// Its edges in the row, in points.
    pub left: f32,
    pub right: f32,
    pub rtl: bool,
}

/// A row of a paragraph. x runs from the left end of what is visible: white space at a soft line break hangs outside.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub row: Arc<Row>,
    /// In logical order; together they hold each character once.
    pub cells: Arc<[Cell]>,
    /// Without what hangs.
    pub width: f32,
}

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
    pub pixels_per_point: f32,
    /// A glyph of epaint's without an image, to copy the fields from that only epaint can set.
    pub glyph: Glyph,
    /// The same for rows.
    pub row: &'a Row,
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

/// A block with its place in a row.
struct Placed {
    piece: Arc<Piece>,
    block: usize,
    start: usize,
    left: f32,
    /// How far its images move from where the piece has them: whole pixels.
    shift: f32,
    rtl: bool,
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
                let placed = self.place(&draft, start..end);
                self.line(&draft, &placed, start..end, is_last, wish)
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

    /// The blocks of a row in logical order, each with its place; x from the left end of all.
    fn place(&mut self, draft: &Draft<'_>, blocks: Range<usize>) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(blocks.len());
        let mut x = 0.0;
        for (run, rtl) in draft.visual_runs(&blocks) {
            let mut fragments = draft.fragments(run);
            if rtl {
                fragments.reverse();
            }
            for fragment in fragments {
                let (piece, within, start) = self.fragment(draft, fragment, rtl);
                x += self.place_fragment(&piece, within, start, x, rtl, &mut placed);
            }
        }
        placed.sort_by_key(|p| p.start);
        placed
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

    fn place_fragment(
        &self,
        piece: &Arc<Piece>,
        within: Range<usize>,
        start: usize,
        x: f32,
        rtl: bool,
        placed: &mut Vec<Placed>,
    ) -> f32 {
        let round = |v: f32| (v * self.pixels_per_point).round() / self.pixels_per_point;
        let part = &piece.blocks[within.clone()];
        let as_shaped = rtl == piece.shaped_rtl;
        let origin = part.iter().map(|b| b.left).fold(f32::INFINITY, f32::min);
        let width: f32 = part.iter().map(|b| b.width).sum();
        let mut used = 0.0;
        for (i, block) in within.zip(part) {
            // Blocks that stand as they were shaped keep their distances to a fraction of a pixel.
            let (left, shift) = if as_shaped {
                (x + block.left - origin, round(x - origin))
            } else {
                let left = if rtl { x + width - used - block.width } else { x + used };
                (left, round(left - block.left))
            };
            used += block.width;
            let start = start + block.bytes.start;
            placed.push(Placed { piece: Arc::clone(piece), block: i, start, left, shift, rtl });
        }
        width
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
        let mut placed = self.place(draft, blocks.start..end);
        if let Some(dots) = dots {
            let width: f32 = placed.iter().map(|p| p.piece.blocks[p.block].width).sum();
            let at = if draft.directions.rtl { 0.0 } else { width };
            if draft.directions.rtl {
                let by = (dots_width * self.pixels_per_point).round() / self.pixels_per_point;
                for p in &mut placed {
                    p.left += by;
                    p.shift += by;
                }
            }
            self.place_fragment(
                &dots,
                0..dots.blocks.len(),
                draft.text.len(),
                at,
                draft.directions.rtl,
                &mut placed,
            );
        }
        self.line(draft, &placed, blocks.start..end, true, wish)
    }

    /// Makes a row of placed blocks.
    fn line(
        &self,
        draft: &Draft<'_>,
        placed: &[Placed],
        blocks: Range<usize>,
        is_last: bool,
        wish: &Wish,
    ) -> Line {
        let full: f32 = placed.iter().map(|p| p.piece.blocks[p.block].width).sum();
        let trailing = || -> f32 {
            let spaces = blocks.clone().rev().take_while(|&b| draft.is_space(b));
            spaces.map(|b| draft.left_of(b + 1) - draft.left_of(b)).sum()
        };
        // At the end of a paragraph the caret follows the spaces as far as there is room.
        let hangs = if is_last { (full - wish.wrap).max(0.0).min(trailing()) } else { trailing() };
        let move_by = if draft.directions.rtl {
            -(hangs * self.pixels_per_point).round() / self.pixels_per_point
        } else {
            0.0
        };
        let (ascent, height) = self.extent(placed, wish);
        let mut pen = Pen {
            glyphs: Vec::new(),
            cells: Vec::new(),
            mesh: Mesh::default(),
            blank: self.glyph,
            glyph: self.glyph,
        };
        pen.glyph.line_height = height;
        for p in placed {
            let block = &p.piece.blocks[p.block];
            let origin = vec2(p.shift + move_by, ascent);
            pen.draw(&p.piece.images[block.images.clone()], origin, wish.style.color);
            let text = p.piece.text.get(block.bytes.clone()).unwrap_or_default();
            pen.write(text, block, p.left + move_by, p.rtl, ascent);
        }
        let width = full - hangs;
        let mut row = self.row.clone();
        row.glyphs = pen.glyphs;
        row.size = vec2(width, height);
        row.visuals = RowVisuals {
            mesh_bounds: pen.mesh.calc_bounds(),
            glyph_index_start: 0,
            glyph_vertex_range: 0..pen.mesh.vertices.len(),
            mesh: pen.mesh,
        };
        Line { row: Arc::new(row), cells: pen.cells.into(), width }
    }

    /// Ascent and height of a row: what its faces want, and more where ink needs it, in whole pixels.
    fn extent(&self, placed: &[Placed], wish: &Wish) -> (f32, f32) {
        let em = wish.style.size;
        let (mut up, mut down) = line_extent("");
        let mut face = None;
        for p in placed {
            if p.piece.face != face {
                face = p.piece.face;
                let (u, d) = line_extent(face.map_or("", |f| f.script()));
                (up, down) = (up.max(u), down.max(d));
            }
        }
        (up, down) = (up * em, down * em);
        for p in placed {
            for image in &p.piece.images[p.piece.blocks[p.block].images.clone()] {
                (up, down) = (up.max(-image.rect.top()), down.max(image.rect.bottom()));
            }
        }
        let ppp = self.pixels_per_point;
        let up = (up * ppp).ceil() / ppp;
        (up, up + (down * ppp).ceil() / ppp)
    }
}

/// Draws a row.
struct Pen {
    glyphs: Vec<Glyph>,
    cells: Vec<Cell>,
    mesh: Mesh,
    /// A glyph without an image.
    blank: Glyph,
    /// The glyph to write next.
    glyph: Glyph,
}

impl Pen {
    fn draw(&mut self, images: &[Image], by: Vec2, color: Option<Color32>) {
        self.glyph.first_vertex = u32::try_from(self.mesh.vertices.len()).unwrap_or(u32::MAX);
        self.glyph.is_color = false;
        self.glyph.uv_rect = self.blank.uv_rect;
        let color = color.unwrap_or(Color32::PLACEHOLDER);
        for image in images {
            if let Some(own) = &image.in_color {
                self.glyph.is_color = true;
                self.glyph.uv_rect = own.uv_rect;
            }
            self.mesh.add_rect_with_uv(image.rect.translate(by), image.uv, color);
        }
    }

    /// One glyph a character. The first of a grapheme has its width, the others stand at its end.
    fn write(&mut self, text: &str, block: &Block, left: f32, rtl: bool, base_line: f32) {
        let share = block.width / block.graphemes as f32;
        for (i, grapheme) in text.graphemes(true).enumerate() {
            let steps = if rtl { block.graphemes.saturating_sub(i + 1) } else { i };
            let left = left + share * steps as f32;
            let first = self.glyphs.len();
            for (k, chr) in grapheme.chars().enumerate() {
                let (x, advance) = if k == 0 { (left, share) } else { (left + share, 0.0) };
                self.glyph.chr = chr;
                self.glyph.pos = pos2(x, base_line);
                self.glyph.advance_width = advance;
                self.glyphs.push(self.glyph);
                self.glyph.first_vertex = u32::try_from(self.mesh.vertices.len()).unwrap_or(u32::MAX);
            }
            let len = self.glyphs.len() - first;
            self.cells.push(Cell { first, len, left, right: left + share, rtl });
        }
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

/// Whether a character can make a paragraph run in two directions.
fn may_turn(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The directions of a paragraph and of what is in it.
pub(super) struct Directions<'t> {
    /// Whether the paragraph runs right to left.
    pub rtl: bool,
    /// None if all runs left to right.
    bidi: Option<ParagraphBidiInfo<'t>>,
}

impl<'t> Directions<'t> {
    /// As the style says, else by the first strong character, else as the window runs.
    pub fn new(text: &'t str, dir: Dir, interface_rtl: bool) -> Self {
        let rtl = match dir {
            Dir::Ltr => false,
            Dir::Rtl => true,
            Dir::Auto => match unicode_bidi::get_base_direction(text) {
                Direction::Ltr => false,
                Direction::Rtl => true,
                Direction::Mixed => interface_rtl,
            },
        };
        let base = if rtl { Level::rtl() } else { Level::ltr() };
        let turns = rtl || text.chars().any(may_turn);
        Self { rtl, bidi: turns.then(|| ParagraphBidiInfo::new(text, Some(base))) }
    }

    /// A level a byte; nothing if all runs left to right.
    pub fn levels(&self) -> &[Level] {
        self.bidi.as_ref().map_or(&[], |b| &b.levels)
    }

    /// A row, cut where the direction changes, from left to right: bytes, and whether they run right to left.
    pub fn visual_runs(&self, row: Range<usize>) -> Vec<(Range<usize>, bool)> {
        let Some(bidi) = &self.bidi else { return vec![(row, false)] };
        let (levels, runs) = bidi.visual_runs(row);
        runs.into_iter().map(|run| (run.clone(), levels[run.start].is_rtl())).collect()
    }
}

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
