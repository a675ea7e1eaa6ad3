//! A row: blocks side by side become a row of epaint's with one glyph a character, in logical order.

use super::Style;
use super::face::line_extent;
use super::shape::{Block, Image, Piece};
use egui::epaint::text::{Glyph, Row, RowVisuals};
use egui::{Color32, Mesh, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;
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

/// Makes rows.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub pixels_per_point: f32,
    /// A glyph of epaint's without an image, to copy the fields from that only epaint can set.
    pub glyph: Glyph,
    /// The same for rows.
    pub row: &'a Row,
}

/// Blocks side by side.
#[derive(Default)]
pub(super) struct Strip {
    pieces: Vec<Arc<Piece>>,
    placed: Vec<Placed>,
    width: f32,
}

/// A block with its place in a row.
struct Placed {
    /// Its piece in the strip, and its place in that.
    piece: usize,
    block: usize,
    /// Its first byte in the paragraph.
    start: usize,
    left: f32,
    /// How far its images move from where the piece has them: whole pixels.
    shift: f32,
    rtl: bool,
}

impl Strip {
    /// The width of all blocks.
    pub fn width(&self) -> f32 {
        self.width
    }

    /// Adds some blocks of a piece that starts at a byte of the paragraph; their left end stands at `x`.
    pub fn add(
        &mut self,
        piece: Arc<Piece>,
        within: Range<usize>,
        start: usize,
        x: f32,
        rtl: bool,
        press: &Press<'_>,
    ) {
        let part = &piece.blocks[within.clone()];
        let as_shaped = rtl == piece.shaped_rtl;
        let origin = part.iter().map(|b| b.left).fold(f32::INFINITY, f32::min);
        let width: f32 = part.iter().map(|b| b.width).sum();
        let mut used = 0.0;
        for (i, block) in within.zip(part) {
            // Blocks that stand as they were shaped keep their distances to a fraction of a pixel.
            let (left, shift) = if as_shaped {
                (x + block.left - origin, press.whole(x - origin))
            } else {
                let left = if rtl { x + width - used - block.width } else { x + used };
                (left, press.whole(left - block.left))
            };
            used += block.width;
            let start = start + block.bytes.start;
            self.placed.push(Placed { piece: self.pieces.len(), block: i, start, left, shift, rtl });
        }
        self.pieces.push(piece);
        self.width += width;
    }

    /// Moves all blocks to the right, by whole pixels.
    pub fn shift(&mut self, by: f32) {
        for placed in &mut self.placed {
            placed.left += by;
            placed.shift += by;
        }
    }

    /// Puts the blocks in logical order.
    pub fn sort(&mut self) {
        self.placed.sort_by_key(|p| p.start);
    }
}

impl Press<'_> {
    /// A length in whole pixels.
    pub fn whole(&self, length: f32) -> f32 {
        (length * self.pixels_per_point).round() / self.pixels_per_point
    }

    /// Makes a row of blocks in logical order. So much of them hangs outside at the end of the direction.
    pub fn line(&self, strip: &Strip, hangs: f32, rtl: bool, style: &Style) -> Line {
        let move_by = if rtl { -self.whole(hangs) } else { 0.0 };
        let (ascent, height) = self.extent(strip, style.size);
        let mut pen = Pen {
            glyphs: Vec::with_capacity(2 * strip.placed.len()),
            cells: Vec::with_capacity(strip.placed.len()),
            mesh: Mesh::default(),
            blank: self.glyph,
            glyph: self.glyph,
        };
        pen.glyph.line_height = height;
        pen.mesh.reserve_vertices(4 * strip.placed.len());
        pen.mesh.reserve_triangles(2 * strip.placed.len());
        for p in &strip.placed {
            let piece = &strip.pieces[p.piece];
            let block = &piece.blocks[p.block];
            let origin = vec2(p.shift + move_by, ascent);
            pen.draw(&piece.images[block.images.clone()], origin, style.color);
            let text = piece.text.get(block.bytes.clone()).unwrap_or_default();
            pen.write(text, block, p.left + move_by, p.rtl, ascent);
        }
        let width = strip.width - hangs;
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
    fn extent(&self, strip: &Strip, em: f32) -> (f32, f32) {
        let (mut up, mut down) = line_extent("");
        for piece in &strip.pieces {
            let (u, d) = line_extent(piece.face.map_or("", |f| f.script()));
            (up, down) = (up.max(u), down.max(d));
        }
        (up, down) = (up * em, down * em);
        for p in &strip.placed {
            let piece = &strip.pieces[p.piece];
            for image in &piece.images[piece.blocks[p.block].images.clone()] {
                (up, down) = (up.max(-image.rect.top()), down.max(image.rect.bottom()));
            }
        }
        let whole = |length: f32| (length * self.pixels_per_point).ceil() / self.pixels_per_point;
        (whole(up), whole(up) + whole(down))
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
        self.glyph.first_vertex = self.vertices();
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

    fn vertices(&self) -> u32 {
        u32::try_from(self.mesh.vertices.len()).unwrap_or(u32::MAX)
    }

    fn write(&mut self, text: &str, block: &Block, left: f32, rtl: bool, base_line: f32) {
        if block.graphemes == 1 {
            self.cell(text, left, block.width, rtl, base_line);
            return;
        }
        let share = block.width / block.graphemes as f32;
        for (i, grapheme) in text.graphemes(true).enumerate() {
            let steps = if rtl { block.graphemes.saturating_sub(i + 1) } else { i };
            self.cell(grapheme, left + share * steps as f32, share, rtl, base_line);
        }
    }

    /// One glyph a character. The first of a grapheme has its width, the others stand at its end.
    fn cell(&mut self, grapheme: &str, left: f32, width: f32, rtl: bool, base_line: f32) {
        let (first, right) = (self.glyphs.len(), left + width);
        for chr in grapheme.chars() {
            let (x, advance) = if self.glyphs.len() == first { (left, width) } else { (right, 0.0) };
            self.glyph.chr = chr;
            self.glyph.pos = pos2(x, base_line);
            self.glyph.advance_width = advance;
            self.glyphs.push(self.glyph);
            self.glyph.first_vertex = self.vertices();
        }
        let len = self.glyphs.len() - first;
        self.cells.push(Cell { first, len, left, right, rtl });
    }
}
