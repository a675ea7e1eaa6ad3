//! From text to galley: caches, paragraphs under each other, alignment.

use super::breaks::{Breaks, parts};
use super::cache::{Cache, key};
use super::face::{FaceId, Faces};
use super::itemise::Item;
use super::paragraph::{Paragraph, Pieces, Setter, Wish};
use super::row::{Cell, Line, Press};
use super::shape::{Piece, Shaping};
use super::{Align, Style};
use egui::emath::GuiRounding as _;
use egui::epaint::text::{ByteIndex, FontsView, LayoutJob, LayoutSection, PlacedRow, TextFormat};
use egui::mutex::Mutex;
use egui::{Color32, Context, FontId, Galley, Id, Pos2, Rect, pos2, vec2};
use std::sync::{Arc, OnceLock};

/// A text with its place on the screen: what is painted, and where each grapheme stands.
pub(super) struct Layout {
    pub galley: Arc<Galley>,
    pub lines: Vec<Placed>,
    word_starts: OnceLock<Vec<usize>>,
}

/// A row of a text.
pub(super) struct Placed {
    /// Its first character in the text.
    pub first: usize,
    /// Its characters, without the line break that ends it.
    pub len: usize,
    /// Whether a line break of the text ends it.
    pub newline: bool,
    /// Whether its paragraph runs right to left.
    pub rtl: bool,
    /// Where its x begins, and its top.
    pub at: Pos2,
    pub height: f32,
    pub cells: Arc<[Cell]>,
}

/// The state of this module in an egui context.
pub(super) struct Engine {
    pub(super) faces: Faces,
    breaks: Breaks,
    layouts: Cache<Layout>,
    paragraphs: Cache<Kept>,
    pieces: Cache<Piece>,
    kept_breaks: Cache<KeptBreaks>,
    /// epaint forgets its galleys when it rebuilds the atlas, and then ours point to glyphs that are no longer there. A
    /// galley that is asked for in each pass tells: once it is another, all is laid out anew.
    sentinel: Option<Arc<Galley>>,
    checked_in: Option<(egui::ViewportId, u64)>,
    pixels_per_point: f32,
}

/// A paragraph with what it was laid out from.
struct Kept {
    text: Box<str>,
    paragraph: Paragraph,
}

/// A part of a text and where lines may break in it.
type KeptBreaks = (Box<str>, Vec<usize>);

/// The sizes of the caches in bytes. A row of text takes about 15 kB, so the window's own text fits many times.
const LAYOUTS: usize = 8 << 20;
const PARAGRAPHS: usize = 24 << 20;
const PIECES: usize = 16 << 20;
const BREAKS: usize = 2 << 20;

/// Lays out a text, or finds it in the cache.
pub(super) fn layout(ctx: &Context, text: &str, style: &Style, width: f32) -> Arc<Layout> {
    let interface_rtl = super::is_mirrored(ctx);
    let style = &style.nastaliq(style.nastaliq.unwrap_or_else(|| super::is_nastaliq(ctx)));
    let engine: Arc<Mutex<Engine>> = ctx.data_mut(|d| {
        d.get_temp_mut_or_insert_with(Id::unique("rencana text engine"), || {
            Arc::new(Mutex::new(Engine::new()))
        })
        .clone()
    });
    let mut engine = engine.lock();
    let pass = (ctx.viewport_id(), ctx.cumulative_pass_nr());
    if engine.checked_in != Some(pass) {
        engine.checked_in = Some(pass);
        let pixels_per_point = ctx.pixels_per_point();
        if !ctx.fonts_mut(|fonts| engine.begin(fonts, pixels_per_point)) {
            super::install(ctx);
        }
    }
    if let Some(found) = engine.find(text, style, width, interface_rtl) {
        return found;
    }
    ctx.fonts_mut(|fonts| engine.layout(fonts, text, style, width, interface_rtl))
}

impl Engine {
    pub fn new() -> Self {
        Self {
            faces: Faces::new(),
            breaks: Breaks::new(),
            layouts: Cache::new(LAYOUTS),
            paragraphs: Cache::new(PARAGRAPHS),
            pieces: Cache::new(PIECES),
            kept_breaks: Cache::new(BREAKS),
            sentinel: None,
            checked_in: None,
            pixels_per_point: 1.0,
        }
    }

    /// To be called in each pass, first: drops the caches if the atlas was rebuilt. Says whether the fonts are installed.
    pub fn begin(&mut self, fonts: &mut FontsView<'_>, pixels_per_point: f32) -> bool {
        self.pixels_per_point = pixels_per_point;
        self.faces.installed = fonts.definitions().families.contains_key(&self.faces.last_resort);
        let sentinel = fonts.layout_job(job(&self.faces, " ", 0.0, 10.0));
        if self.sentinel.as_ref().is_none_or(|old| !Arc::ptr_eq(old, &sentinel)) {
            self.layouts.clear();
            self.paragraphs.clear();
            self.pieces.clear();
            self.sentinel = Some(sentinel);
        }
        self.faces.installed
    }

    fn key(&self, text: &str, style: &Style, width: f32, interface_rtl: bool) -> u64 {
        key((text, style.bits(), width.to_bits(), self.pixels_per_point.to_bits(), interface_rtl))
    }

    fn find(&mut self, text: &str, style: &Style, width: f32, interface_rtl: bool) -> Option<Arc<Layout>> {
        let key = self.key(text, style, rounded(width), interface_rtl);
        self.layouts.get(key, Layout::weight, |found| found.galley.text() == text)
    }

    pub fn layout(
        &mut self,
        fonts: &mut FontsView<'_>,
        text: &str,
        style: &Style,
        width: f32,
        interface_rtl: bool,
    ) -> Arc<Layout> {
        let width = rounded(width);
        let key = self.key(text, style, width, interface_rtl);
        let mut wish = Wish {
            style: *style,
            interface_rtl,
            wrap: if style.wrap { width } else { f32::INFINITY },
            rows: style.rows,
            more_follows: false,
        };
        let mut paragraphs = Vec::new();
        let mut rest = Some(text);
        while let Some(now) = rest {
            let (this, next) = if style.wrap { split(now) } else { (now, None) };
            let paragraph = self.paragraph(fonts, this, &wish);
            let used = paragraph.paragraph.lines.len();
            let last = used >= wish.rows;
            if last && next.is_some() && !paragraph.paragraph.elided {
                wish.more_follows = true;
                paragraphs.push(self.paragraph(fonts, this, &wish));
            } else {
                paragraphs.push(paragraph);
            }
            wish.rows = wish.rows.saturating_sub(used);
            rest = if last { None } else { next };
        }
        let layout = Arc::new(self.assemble(fonts, text, &paragraphs, style, width));
        self.layouts.put(key, Arc::clone(&layout), layout.weight());
        layout
    }

    fn paragraph(&mut self, fonts: &mut FontsView<'_>, text: &str, wish: &Wish) -> Arc<Kept> {
        // Where the row stands is decided later, so alignment does not matter here.
        let style = Style { align: Align::Start, fill: false, ..wish.style };
        let wrap = wish.wrap.to_bits();
        let ppp = self.pixels_per_point;
        let key =
            key((text, style.bits(), wrap, wish.rows, wish.more_follows, wish.interface_rtl, ppp.to_bits()));
        if let Some(found) = self.paragraphs.get(key, Kept::weight, |kept| *kept.text == *text) {
            return found;
        }
        let template = fonts.layout_job(job(&self.faces, " ", 0.0, 10.0));
        let row = &template.rows[0].row;
        let shaping = Shaping { fonts, faces: &self.faces, size: wish.style.size, pixels_per_point: ppp };
        let paragraph = Setter {
            pieces: Memory {
                shaping,
                kept: &mut self.pieces,
                breaks: self.breaks,
                kept_breaks: &mut self.kept_breaks,
            },
            faces: &self.faces,
            press: Press { pixels_per_point: ppp, glyph: row.glyphs[0], row },
        }
        .paragraph(text, wish);
        let kept = Arc::new(Kept { text: text.into(), paragraph });
        self.paragraphs.put(key, Arc::clone(&kept), kept.weight());
        kept
    }

    /// Puts the paragraphs under each other.
    fn assemble(
        &self,
        fonts: &mut FontsView<'_>,
        text: &str,
        paragraphs: &[Arc<Kept>],
        style: &Style,
        width: f32,
    ) -> Layout {
        let ppp = self.pixels_per_point;
        let all = || paragraphs.iter().flat_map(|p| p.paragraph.lines.iter().map(move |l| (&p.paragraph, l)));
        let widest = all().map(|(_, l)| l.width).fold(0.0, f32::max);
        let within = if style.fill && width.is_finite() { width.max(widest) } else { widest };
        let natural = paragraphs.iter().map(|p| p.paragraph.natural_width).fold(0.0, f32::max);
        let height: f32 = all().map(|(_, l)| l.row.size.y).sum();
        // egui keeps the width in one row to itself, so a job must have it: an indent and a space.
        let space = fonts.layout_job(job(&self.faces, " ", 0.0, 10.0)).intrinsic_size().x;
        let template = fonts.layout_job(job(&self.faces, " ", (natural - space).max(0.0), height));
        let mut galley = (*template).clone();
        galley.rows.clear();
        let mut lines = Vec::new();
        let (mut y, mut first) = (0.0, 0);
        let (mut vertices, mut indices) = (0, 0);
        let mut bounds = Rect::NOTHING;
        for (i, kept) in paragraphs.iter().enumerate() {
            let paragraph = &kept.paragraph;
            for (k, line) in paragraph.lines.iter().enumerate() {
                let newline = i + 1 < paragraphs.len() && k + 1 == paragraph.lines.len();
                let x = (start_of(line, paragraph.rtl, style.align, within) * ppp).round() / ppp;
                let at = pos2(x, y);
                vertices += line.row.visuals.mesh.vertices.len();
                indices += line.row.visuals.mesh.indices.len();
                bounds |= line.row.visuals.mesh_bounds.translate(at.to_vec2());
                galley.rows.push(PlacedRow {
                    pos: at,
                    row: Arc::clone(&line.row),
                    ends_with_newline: newline,
                });
                let len = line.row.glyphs.len();
                let (rtl, height) = (paragraph.rtl, line.row.size.y);
                let cells = Arc::clone(&line.cells);
                lines.push(Placed { first, len, newline, rtl, at, height, cells });
                first += len + usize::from(newline);
                y += height;
            }
        }
        let mut source = job(&self.faces, text, 0.0, style.size);
        source.wrap.max_width = width;
        galley.job = Arc::new(source);
        galley.elided = paragraphs.last().is_some_and(|p| p.paragraph.elided);
        galley.rect = Rect::from_min_size(Pos2::ZERO, vec2(fit(within, width), y.round_ui()));
        galley.mesh_bounds = bounds;
        galley.num_vertices = vertices;
        galley.num_indices = indices;
        Layout { galley: Arc::new(galley), lines, word_starts: OnceLock::new() }
    }
}

/// Pieces from the cache, or shaped and put there.
struct Memory<'a, 'f> {
    shaping: Shaping<'a, 'f>,
    kept: &'a mut Cache<Piece>,
    breaks: Breaks,
    kept_breaks: &'a mut Cache<KeptBreaks>,
}

impl Pieces for Memory<'_, '_> {
    fn piece(&mut self, text: &str, item: &Item, rtl: bool) -> Arc<Piece> {
        let Shaping { size, pixels_per_point, .. } = self.shaping;
        let key = key((text, item.face, rtl, size.to_bits(), pixels_per_point.to_bits()));
        let face: Option<FaceId> = item.face;
        if let Some(found) = self.kept.get(key, Piece::weight, |p| *p.text == *text && p.face == face) {
            return found;
        }
        let piece = Arc::new(self.shaping.piece(text, face, rtl));
        self.kept.put(key, Arc::clone(&piece), piece.weight());
        piece
    }

    fn breaks(&mut self, text: &str) -> Vec<usize> {
        let mut start = 0;
        let mut all = Vec::new();
        for part in parts(text) {
            let key = key(part);
            let weight = |kept: &KeptBreaks| size_of::<KeptBreaks>() + kept.0.len() + 8 * kept.1.len();
            let kept = self.kept_breaks.get(key, weight, |kept| *kept.0 == *part).unwrap_or_else(|| {
                let found = Arc::new((Box::from(part), self.breaks.of(part)));
                self.kept_breaks.put(key, Arc::clone(&found), weight(&found));
                found
            });
            all.extend(kept.1.iter().map(|at| start + at));
            start += part.len();
        }
        all
    }
}

impl Layout {
    /// Where the words start, in characters. Found when somebody asks first.
    pub fn word_starts(&self) -> &[usize] {
        self.word_starts.get_or_init(|| super::words::starts(self.galley.text()))
    }

    fn weight(&self) -> usize {
        size_of::<Self>()
            + size_of::<Galley>()
            + self.galley.text().len()
            + self.lines.len() * (size_of::<Placed>() + size_of::<PlacedRow>())
    }
}

impl Kept {
    fn weight(&self) -> usize {
        let line = |l: &Line| {
            size_of::<Line>()
                + l.row.glyphs.len() * size_of::<egui::epaint::text::Glyph>()
                + l.cells.len() * size_of::<Cell>()
                + l.row.visuals.mesh.bytes_used()
        };
        size_of::<Self>() + self.text.len() + self.paragraph.lines.iter().map(line).sum::<usize>()
    }
}

fn split(text: &str) -> (&str, Option<&str>) {
    match text.split_once('\n') {
        Some((this, next)) => (this, Some(next)),
        None => (text, None),
    }
}

/// Whole points, as epaint does: a width that went through a layout comes back with an error of rounding, and must not
/// wrap a text that fitted.
fn rounded(width: f32) -> f32 {
    width.max(0.0).round()
}

fn fit(width: f32, limit: f32) -> f32 {
    let width = width.round_ui();
    if width <= limit + 1.0 { width.min(limit) } else { width }
}

fn start_of(line: &Line, rtl: bool, align: Align, within: f32) -> f32 {
    let free = within - line.width;
    match (align, rtl) {
        (Align::Start, false) | (Align::End, true) => 0.0,
        (Align::Center, _) => free / 2.0,
        (Align::Start, true) | (Align::End, false) => free,
    }
}

/// A job of one row with an indent: the way to a galley whose own size, were it not wrapped, is known to egui.
fn job(faces: &Faces, text: &str, indent: f32, line_height: f32) -> LayoutJob {
    let latin = faces.choose("x", unicode_script::Script::Latin, super::face::Variant::default());
    let format = TextFormat {
        font_id: FontId::new(10.0, faces.family(latin).clone()),
        color: Color32::PLACEHOLDER,
        line_height: Some(line_height),
        ..Default::default()
    };
    let range = ByteIndex(0)..ByteIndex(text.len());
    let sections = vec![LayoutSection { leading_space: indent, byte_range: range, format }];
    LayoutJob { text: text.to_owned(), sections, ..Default::default() }
}
