//! Shaping: a piece of one face and one direction as blocks of glyph images, in logical order.
//!
//! epaint shapes the piece and draws its glyphs into the atlas, but does not say which glyph stands for which letters. So
//! the piece is shaped a second time, by the same crate with the same face and flags, and the two results are walked side
//! by side. Plain Latin, where glyph and letter match one to one, needs no second run.

use super::face::{FaceId, Faces, is_ignorable};
use egui::epaint::text::{ByteIndex, FontsView, Glyph, LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Rect, pos2};
use harfrust::{BufferFlags, Direction, ShapeOptions, UnicodeBuffer};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// A glyph image in the atlas.
#[derive(Clone, Debug)]
pub(super) struct Image {
    /// Where it stands in its piece, in points: x from the left end, y from the base line. Whole pixels.
    pub rect: Rect,
    /// Where it is in the atlas, in its pixels.
    pub uv: Rect,
    /// epaint's glyph, if it keeps its own colours.
    pub in_color: Option<Box<Glyph>>,
}

/// The smallest stretch that is whole both for the shaper and for the reader: mostly one grapheme; several where a
/// ligature draws them together.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Bytes in the piece.
    pub bytes: Range<usize>,
    /// The graphemes in it; they share its width.
    pub graphemes: usize,
    /// Left edge and width in points, as shaped.
    pub left: f32,
    pub width: f32,
    pub images: Range<usize>,
    /// Whether the glyphs stay the same when the text is cut before this block.
    pub cut_is_safe: bool,
}

/// A shaped piece.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub text: Box<str>,
    pub face: Option<FaceId>,
    /// The direction its blocks stand in as shaped, which differs from the wanted one for digits of the Arabic script.
    pub shaped_rtl: bool,
    /// In logical order.
    pub blocks: Vec<Block>,
    pub images: Vec<Image>,
}

/// What a piece is shaped with.
pub(super) struct Shaping<'a, 'f> {
    pub fonts: &'a mut FontsView<'f>,
    pub faces: &'a Faces,
    pub size: f32,
    pub pixels_per_point: f32,
}

/// A cluster of the shaper: its first byte, the glyphs it drew, and whether the text may be cut before it.
struct Cluster {
    start: usize,
    glyphs: Range<usize>,
    cut_is_safe: bool,
}

/// What epaint made of a text.
struct Shaped {
    galley: std::sync::Arc<egui::Galley>,
    rtl: bool,
    /// None if they are not known.
    clusters: Option<Vec<Cluster>>,
}

impl Shaping<'_, '_> {
    /// Shapes a text that stands right to left or left to right.
    pub fn piece(&mut self, text: &str, face: Option<FaceId>, rtl: bool) -> Piece {
        let shaped = self.shape(text, face, rtl);
        let glyphs = shaped.galley.rows.first().map_or(&[][..], |row| &row.glyphs);
        if shaped.clusters.is_none() && face.is_some() {
            log::error!("shaping differs from epaint's; the caret stands wrong inside a piece of text");
        }
        let whole = || vec![Cluster { start: 0, glyphs: 0..glyphs.len(), cut_is_safe: false }];
        let clusters = shaped.clusters.unwrap_or_else(whole);
        self.assemble(text, face, shaped.rtl, &clusters, glyphs)
    }

    /// Lets epaint shape a text and finds the clusters of its glyphs.
    fn shape(&mut self, text: &str, face: Option<FaceId>, rtl: bool) -> Shaped {
        let mut shown = std::borrow::Cow::Borrowed(text);
        let mut buffer = filled(text);
        let shaped_rtl = buffer.direction() == Direction::RightToLeft;
        if shaped_rtl != rtl {
            // The shaper mirrors brackets only in runs that it takes for right to left.
            shown = text.chars().map(mirrored).collect::<String>().into();
            buffer = filled(&shown);
        }
        let format = TextFormat {
            font_id: FontId::new(self.size, self.faces.family(face).clone()),
            color: Color32::PLACEHOLDER,
            ..Default::default()
        };
        let byte_range = ByteIndex(0)..ByteIndex(shown.len());
        let galley = self.fonts.layout_job(LayoutJob {
            text: shown.clone().into_owned(),
            sections: vec![LayoutSection { leading_space: 0.0, byte_range, format }],
            break_on_newline: false,
            round_output_to_gui: false,
            ..Default::default()
        });
        let glyphs = galley.rows.first().map_or(&[][..], |row| &row.glyphs);
        let clusters = match face {
            Some(id) if id.is_latin() && is_plain(&shown, glyphs) => Some(one_to_one(&shown)),
            Some(id) => self.clusters(id, &shown, buffer, glyphs),
            None => None,
        };
        Shaped { galley, rtl: shaped_rtl, clusters }
    }

    /// Whether epaint and the second run agree on a text.
    #[cfg(test)]
    pub fn in_step(&mut self, text: &str, face: FaceId, rtl: bool) -> bool {
        self.shape(text, Some(face), rtl).clusters.is_some()
    }

    /// The glyphs of a text from left to right, as the second run has them, with their advances in em.
    #[cfg(test)]
    pub fn glyph_ids(&mut self, text: &str, face: FaceId, rtl: bool) -> Vec<(u32, f64)> {
        let mut shown = text.to_owned();
        if (filled(&shown).direction() == Direction::RightToLeft) != rtl {
            shown = text.chars().map(mirrored).collect();
        }
        let buffer = filled(&shown);
        let shaped_rtl = buffer.direction() == Direction::RightToLeft;
        let Some(face) = self.faces.face(face) else { return Vec::new() };
        let em = skrifa::MetadataProvider::metrics(
            &face.font,
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        )
        .units_per_em;
        let shaped = face.shaper.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let mut all: Vec<(u32, f64)> =
            glyphs.map(|(g, p)| (g.glyph_id, f64::from(p.x_advance) / f64::from(em))).collect();
        if shaped_rtl != rtl {
            all.reverse();
        }
        all
    }

    /// The clusters in the order of the glyphs, found by shaping again; none if the result is not epaint's.
    fn clusters(
        &self,
        face: FaceId,
        text: &str,
        buffer: UnicodeBuffer,
        glyphs: &[Glyph],
    ) -> Option<Vec<Cluster>> {
        let face = self.faces.face(face)?;
        let shaped = face.shaper.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut next = 0;
        // epaint adds an empty glyph for each letter that a cluster has more than glyphs. It takes a cluster to end where
        // the next one in glyph order starts, so right to left they all come at the end of the run.
        let fill = |cluster: &Cluster, end: usize| {
            let letters = text.get(cluster.start..end).map_or(0, |t| t.chars().count());
            letters.saturating_sub(cluster.glyphs.len())
        };
        for info in shaped.glyph_infos() {
            let start = info.cluster as usize;
            let is_new = clusters.last().is_none_or(|c| c.start != start);
            if is_new {
                next += clusters.last().map_or(0, |last| fill(last, start));
                let cut_is_safe = !info.unsafe_to_break();
                clusters.push(Cluster { start, glyphs: next..next, cut_is_safe });
            } else if info.glyph_id == 0 {
                continue;
            }
            next += 1;
            if let Some(last) = clusters.last_mut() {
                last.glyphs.end = next;
            }
        }
        next += clusters.last().map_or(0, |last| fill(last, text.len()));
        (next == glyphs.len()).then_some(clusters)
    }

    fn assemble(
        &self,
        text: &str,
        face: Option<FaceId>,
        shaped_rtl: bool,
        clusters: &[Cluster],
        glyphs: &[Glyph],
    ) -> Piece {
        let width = |c: &Cluster| glyphs[c.glyphs.clone()].iter().map(|g| g.advance_width).sum::<f32>();
        let mut left = 0.0;
        let mut placed: Vec<(&Cluster, f32, f32)> = clusters
            .iter()
            .map(|c| {
                let at = left;
                left += width(c);
                (c, at, left)
            })
            .collect();
        placed.sort_by_key(|(c, ..)| c.start);
        let mut blocks: Vec<Block> = Vec::new();
        let mut images = Vec::new();
        let mut graphemes = text.grapheme_indices(true).map(|(i, _)| i).peekable();
        let mut next = placed.iter().peekable();
        while let Some((cluster, from, to)) = next.next() {
            let end = next.peek().map_or(text.len(), |(c, ..)| c.start);
            let first_image = images.len();
            self.draw(&glyphs[cluster.glyphs.clone()], &mut images);
            let starts_grapheme = graphemes.peek() == Some(&cluster.start);
            let mut count = 0;
            while graphemes.next_if(|start| *start < end).is_some() {
                count += 1;
            }
            match blocks.last_mut() {
                // A cluster that starts inside a grapheme belongs to the block before.
                Some(block) if !starts_grapheme => {
                    let right = (block.left + block.width).max(*to);
                    block.left = block.left.min(*from);
                    block.width = right - block.left;
                    block.bytes.end = end;
                    block.graphemes += count;
                    block.images.end = images.len();
                }
                _ => blocks.push(Block {
                    bytes: cluster.start..end,
                    graphemes: count.max(1),
                    left: *from,
                    width: to - from,
                    images: first_image..images.len(),
                    cut_is_safe: cluster.cut_is_safe,
                }),
            }
        }
        Piece { text: text.into(), face, shaped_rtl, blocks, images }
    }

    fn draw(&self, glyphs: &[Glyph], images: &mut Vec<Image>) {
        let round = |v: f32| (v * self.pixels_per_point).round() / self.pixels_per_point;
        for glyph in glyphs.iter().filter(|g| !g.uv_rect.is_nothing()) {
            let uv = &glyph.uv_rect;
            let at = pos2(round(glyph.pos.x + uv.offset.x), round(uv.offset.y));
            let corner = |xy: [u16; 2]| pos2(f32::from(xy[0]), f32::from(xy[1]));
            images.push(Image {
                rect: Rect::from_min_size(at, uv.size),
                uv: Rect::from_min_max(corner(uv.min), corner(uv.max)),
                in_color: glyph.is_color.then(|| Box::new(*glyph)),
            });
        }
    }
}

impl Piece {
    /// Its width in points.
    pub fn width(&self) -> f32 {
        self.blocks.iter().map(|b| b.width).sum()
    }

    /// What it weighs in a cache, in bytes.
    pub fn weight(&self) -> usize {
        size_of::<Self>()
            + self.text.len()
            + self.blocks.len() * size_of::<Block>()
            + self.images.len() * size_of::<Image>()
    }
}

/// The buffer as epaint fills it. Each piece is laid out alone, so it is beginning and end.
fn filled(text: &str) -> UnicodeBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.set_flags(BufferFlags::BEGINNING_OF_TEXT | BufferFlags::END_OF_TEXT);
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer
}

/// Whether each letter got one glyph of its own, none of them a ligature's empty rest.
fn is_plain(text: &str, glyphs: &[Glyph]) -> bool {
    let mut letters = text.chars();
    glyphs
        .iter()
        .all(|g| letters.next().is_some_and(|c| c == g.chr && (g.advance_width > 0.0 || is_ignorable(c))))
        && letters.next().is_none()
}

fn one_to_one(text: &str) -> Vec<Cluster> {
    text.char_indices()
        .enumerate()
        .map(|(i, (start, _))| Cluster { start, glyphs: i..i + 1, cut_is_safe: true })
        .collect()
}

fn mirrored(c: char) -> char {
    unicode_bidi_mirroring::get_mirrored(c).filter(|m| m.len_utf8() == c.len_utf8()).unwrap_or(c)
}
