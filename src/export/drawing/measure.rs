//! How much room words take, without laying them out: the sum of the advances of the shipped fonts, rows filled one after the other.
//! Letters that join or stack are counted one by one, so the answer is rather too large.

use super::super::{report::Line, typst_world::fonts};
use crate::export::report::Tone;
use std::{collections::HashMap, sync::LazyLock};
use typst::{
    layout::Abs,
    text::{FontInstance, FontVariant, FontVariations},
};
use unicode_segmentation::UnicodeSegmentation as _;

/// The regular faces, in the order in which the documents ask them.
static FACES: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let regular = fonts().iter().filter(|font| font.info().variant == FontVariant::default());
    let instance = |font: &typst::text::Font| {
        font.clone().instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default())
    };
    regular.map(instance).collect()
});

/// A letter, in parts of the size of the type.
#[derive(Debug, Clone, Copy)]
struct Letter {
    advance: f32,
    /// From the highest to the lowest edge of its face.
    height: f32,
}

/// Between two paragraphs, in parts of the size (`said` of `style.typ`).
const BETWEEN: f32 = 0.35;
/// Between two rows.
const LEADING: f32 = 0.12;
/// Of a row in a script that is broken without spaces, so much may stay empty.
const RAGGED: f32 = 0.8;
/// Arabic letters join, and are narrower together than one by one.
const JOINED: f64 = 0.85;
/// Bold letters are wider.
const BOLD: f32 = 1.1;
/// Of the room of words, so much is trusted: rows are never full to the last point.
const TRUST: f32 = 0.97;

/// Measures words.
#[derive(Debug)]
pub(in crate::export) struct Ruler {
    letters: HashMap<char, Letter>,
    /// Whether Urdu stands in Nastaliq.
    nastaliq: bool,
}

/// Whether rows break between the letters of a word: Lao, Burmese, and Tibetan at its own dots.
fn breaks_anywhere(c: char) -> bool {
    matches!(c, '\u{e80}'..='\u{109f}' | '\u{2e80}'..='\u{9fff}' | '\u{aa60}'..='\u{aa7f}')
}

impl Ruler {
    pub fn new(nastaliq: bool) -> Self {
        Self { letters: HashMap::new(), nastaliq }
    }

    fn letter(&mut self, c: char) -> Letter {
        *self.letters.entry(c).or_insert_with(|| {
            let joined = if ('\u{600}'..='\u{6ff}').contains(&c) { JOINED } else { 1.0 };
            let glyph = |face: &FontInstance| {
                let glyph = face.ttf().glyph_index(c)?;
                let advance = face.x_advance(glyph.0)?.get() * joined;
                let metrics = face.metrics();
                let height = metrics.ascender.get() - metrics.descender.get();
                #[allow(clippy::cast_possible_truncation)]
                let letter = Letter { advance: advance as f32, height: height as f32 };
                Some(letter)
            };
            FACES.iter().find_map(glyph).unwrap_or(Letter { advance: 0.6, height: 1.4 })
        })
    }

    /// The size of the letters of a language, and the height of its rows, both in parts of the size; no height: that of the faces.
    /// The numbers are those of `tongue` in `style.typ`.
    fn tongue(&self, line: &Line) -> (f32, Option<f32>) {
        match line.lang.split('-').next().unwrap_or_default() {
            "ur" if self.nastaliq => (1.0, Some(2.55)),
            "my" => (1.0, Some(1.66)),
            "dz" | "bo" => (1.15, Some(1.7)),
            _ if line.rtl => (1.0, Some(1.53)),
            _ => (1.0, None),
        }
    }

    fn advance(&mut self, word: &str) -> f32 {
        word.chars().map(|c| self.letter(c).advance).sum()
    }

    /// The width of a text in one row.
    pub fn width(&mut self, text: &str, size: f32, strong: bool) -> f32 {
        self.advance(text) * size * if strong { BOLD } else { 1.0 }
    }

    /// The height of paragraphs in a room of this width.
    pub fn height(&mut self, lines: &[Line], size: f32, width: f32, strong: bool) -> f32 {
        let between = super::count(lines.len().saturating_sub(1)) * BETWEEN * size;
        lines.iter().map(|line| self.paragraph(line, size, width, strong)).sum::<f32>() + between
    }

    fn paragraph(&mut self, line: &Line, size: f32, width: f32, strong: bool) -> f32 {
        let (larger, row) = self.tongue(line);
        let softer = if line.tone == Tone::Soft { 0.92 } else { 1.0 };
        let size = size * larger * softer * if strong { BOLD } else { 1.0 };
        let room = width * TRUST / size;
        let lead = if line.lead.is_empty() { 0.0 } else { self.advance(&line.lead) * BOLD + 0.45 };
        let mut rows = 0.0;
        let mut highest = 0.0_f32;
        for (n, part) in line.text.split('\n').enumerate() {
            rows += self.rows(part, room, if n == 0 { lead } else { 1.0_f32.min(lead) });
            highest = part.chars().fold(highest, |high, c| high.max(self.letter(c).height));
        }
        let row = row.unwrap_or(highest.max(1.37));
        (rows * (row + LEADING) - LEADING) * size / if strong { BOLD } else { 1.0 }
    }

    /// How many rows a text takes in a room, both in parts of the size of the type; the first row begins at `at`.
    fn rows(&mut self, text: &str, room: f32, mut at: f32) -> f32 {
        let mut rows = 1.0;
        for word in text.split_inclusive([' ', '-', '/']) {
            let width = self.advance(word.trim_end());
            let whole = self.advance(word);
            if word.chars().any(breaks_anywhere) {
                at += whole / RAGGED;
                while at > room {
                    rows += 1.0;
                    at -= room;
                }
            } else if at + width > room && at > 0.0 {
                rows += 1.0;
                at = whole;
            } else {
                at += whole;
            }
        }
        rows
    }

    /// The line for a room of this width: no more letters than `most`, and no word that is wider than the room.
    pub fn fitted(&mut self, line: Line, most: usize, size: f32, width: f32) -> Line {
        let text = super::super::forms::cut_text(&line.text, most, most * 12);
        let (larger, _) = self.tongue(&line);
        let room = width * TRUST / (size * larger * BOLD) - 1.0;
        let mut fitted = String::with_capacity(text.len());
        for word in text.split_inclusive(char::is_whitespace) {
            if word.len() < 8 || word.chars().any(breaks_anywhere) || self.advance(word) <= room {
                fitted.push_str(word);
                continue;
            }
            let mut at = 0.0;
            for cluster in word.graphemes(true) {
                at += self.advance(cluster);
                if at > room {
                    fitted.push_str("\u{2026} ");
                    break;
                }
                fitted.push_str(cluster);
            }
        }
        Line { text: fitted.trim_end().to_owned(), ..line }
    }
}
