//! Right text on egui, for every script of the participants: Latin with Vietnamese, Bengali, Tibetan, Lao, Burmese,
//! Devanagari, Sinhala, Tamil and Arabic, and what people mix of them.
//!
//! egui lays text out from left to right, takes each glyph for a letter, and breaks lines at spaces or anywhere. That is
//! wrong for most of these scripts on the screen, and worse in a field, where a letter lands beside the place that was
//! clicked. This module lays text out itself and hands egui finished galleys. It needs no change in egui. What shows text
//! comes here: [`label()`] and its kin, [`paint`] for a canvas, [`galley`] for buttons, menus and other widgets that take a
//! text, and [`Edit`] for fields. Call [`install`] once, before the first frame.
//!
//! # From text to galley
//!
//! 1. A text is cut at line breaks into paragraphs. Each has its direction: what the [`Style`] says, else that of its first
//!    strong character, else the window's ([`set_mirrored`]). The levels come from UAX 9 (`directions`, by `unicode-bidi`).
//! 2. A paragraph is cut into pieces of one level, one script and one face (`itemise`), between graphemes. Which face draws a
//!    grapheme is decided here (`face`): the one of its script, then Latin, then any that has all its letters, and only then
//!    egui's symbols or a font of the system. Each face is an egui family of its own, so a word never changes its face.
//! 3. Each piece is shaped by epaint, which also draws the glyphs into the atlas, and once more by harfrust, to learn which
//!    glyphs stand for which letters (`shape`). Plain Latin needs no second run. What comes out are blocks: mostly a
//!    grapheme, several where a ligature draws them together. Brackets are mirrored and digits put in order where epaint
//!    would not.
//! 4. If a paragraph is wider than its space, it is broken by UAX 14 (`breaks`): after the tsheg in Tibetan, between words that
//!    a model knows in Lao and Burmese, and in need between blocks, never inside a grapheme. Where a break changes letters,
//!    the parts are shaped anew.
//! 5. Each row puts its blocks in visual order and becomes an epaint row with exactly one glyph a character, in logical order,
//!    all on one base line (`paragraph`, `row`). Its height is what its scripts want, and more where ink needs it.
//! 6. Rows are put under each other and aligned (`engine`). What is too long ends in `…` where its direction ends.
//!
//! Texts, paragraphs, pieces and line breaks are cached with bounded memory (`cache`). Typing shapes a few words anew,
//! unchanged text costs a look-up. Galleys point into epaint's atlas; when that is rebuilt, a sentinel tells and all caches
//! are dropped.
//!
//! # Carets and fields
//!
//! A row also keeps a cell for each grapheme: its characters, its edges, its direction. From these `caret` finds where a
//! cursor stands and which cursor is clicked; the two are inverse of each other. The right and left keys go right and left on
//! the screen, by grapheme. A selection paints what is selected, in several parts if directions mix, and copies logical
//! text. Where directions meet, a flag at the caret shows which one is meant.
//!
//! [`Edit`] is a widget of its own that looks like egui's and keeps its cursor where egui's does. Delete takes a grapheme,
//! Backspace what was typed last. Input that an input method has not finished is shown, and reaches the text when it is
//! committed, or when the person goes elsewhere.
//!
//! Assistive technology gets the logical text, cut into runs of one direction, with the place of each letter (`access`).
//! A field is as high for Tibetan as for Latin: a tall row takes its room from the margin.
//!
//! # A window from right to left
//!
//! Views know one direction. With [`set_mirrored`] the finished frame is turned around, text and pictures excepted, and so is
//! what pointer and arrow keys do (`mirror`). A field in such a frame turns its carets, selections and keys back.
//!
//! # Faces
//!
//! The shipped faces are complete for their scripts. Arabic script stands in Nastaliq where the style or the whole window
//! asks for it ([`set_nastaliq`]). What no shipped face has is looked for among egui's symbols, then, if
//! [`offer_system_fonts`] was called, among the fonts of the system: not before such a letter is shown (`system`).
//! Flags have no picture in the face for emoji and stand as the two letters of their country.
//!
//! # What holds it
//!
//! The tests need no window. For each language there are words, sentences and hard cases; each keeps one glyph a character,
//! one face a word, carets that are the inverse of clicks, and random edits that equal those of a plain string. Unicode's
//! vectors for directions and line breaks are run whole. Glyphs and advances are compared with typst's, which shapes the PDF.
//! `benches/text.rs` tells the cost against epaint alone.
//!
//! # Limits
//!
//! * epaint says neither language nor features to the shaper, so forms that depend on the language (Urdu digits) are the
//!   font's default.
//! * It depends on how epaint shapes and fills its rows; a test fails with words when an upgrade changes that. Should the two
//!   runs differ all the same, the piece is drawn right and its caret stands at its ends only.
//! * Letters that no shipped face has are laid out grapheme by grapheme, so foreign joined scripts are drawn unjoined.
//! * A soft hyphen allows a break and shows nothing there.
//! * egui's own selection of labels does not know directions: keep `selectable_labels` off for galleys from here.
//! * A picture that a view paints as triangles of its own is mirrored with the window; a map asks [`is_mirrored`] first.

mod breaks;
mod cache;
mod caret;
mod directions;
mod edit;
mod engine;
mod face;
mod install;
mod itemise;
mod label;
mod mirror;
mod paragraph;
mod row;
mod shape;
mod style;
mod system;
#[cfg(test)]
mod tests;
mod words;

pub use edit::{Edit, EditOutput, is_composing};
pub use install::install;
pub use label::{galley, label, label_elided, label_sensing, paint, paint_within, width};
pub use mirror::{is_mirrored, set_mirrored};
pub use style::{Align, Dir, Style, is_nastaliq, set_nastaliq};
pub use system::offer_system_fonts;

/// Whether a text begins at the right of the screen: by its first strong character, else as the window runs. The end of a field
/// lies on the other side.
#[must_use]
pub fn runs_rtl(ctx: &egui::Context, text: &str) -> bool {
    directions::runs_rtl(text, is_mirrored(ctx))
}

/// The byte where a character of a text starts; its end for any index beyond.
fn byte_at(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(i, _)| i)
}
