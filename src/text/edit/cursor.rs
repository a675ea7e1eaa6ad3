//! What a key does to a text and its cursor, apart from any window.

use crate::text::caret::cursor;
use crate::text::engine::Layout;
use crate::text::{byte_at, words};
use egui::epaint::text::cursor::CCursor;
use egui::text_selection::CCursorRange;
use egui::{Key, Modifiers, os::OperatingSystem};
use std::ops::Range;

/// A selection; empty, it is the caret.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cursor {
    /// The end that moves.
    pub primary: CCursor,
    /// The end that stays.
    pub secondary: CCursor,
    /// Where Up and Down try to keep the caret, in points of the layout.
    pub column: Option<f32>,
}

/// What a click takes: its place, the word or the paragraph there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grain {
    #[default]
    Place,
    Word,
    Paragraph,
}

impl From<CCursorRange> for Cursor {
    fn from(range: CCursorRange) -> Self {
        Self { primary: range.primary, secondary: range.secondary, column: range.h_pos }
    }
}

impl From<Cursor> for CCursorRange {
    fn from(cursor: Cursor) -> Self {
        Self { primary: cursor.primary, secondary: cursor.secondary, h_pos: cursor.column }
    }
}

impl Cursor {
    pub fn at(place: CCursor) -> Self {
        Self { primary: place, secondary: place, column: None }
    }

    /// The whole of a text of so many characters.
    pub fn all(chars: usize) -> Self {
        Self { primary: cursor(chars, false), secondary: cursor(0, true), column: None }
    }

    /// The selected characters.
    pub fn chars(&self) -> Range<usize> {
        let (a, b) = (self.primary.index.0, self.secondary.index.0);
        a.min(b)..a.max(b)
    }

    pub fn is_empty(&self) -> bool {
        self.chars().is_empty()
    }

    /// The same cursor in a text of so many characters.
    #[must_use]
    pub fn within(mut self, chars: usize) -> Self {
        for end in [&mut self.primary, &mut self.secondary] {
            end.index.0 = end.index.0.min(chars);
        }
        self
    }

    /// Moves the caret, or the moving end of the selection.
    pub fn go(&mut self, to: CCursor, extend: bool) {
        self.primary = to;
        self.column = None;
        if !extend {
            self.secondary = to;
        }
    }

    /// Replaces characters; the caret stands behind what came.
    pub fn replace(&mut self, text: &mut String, chars: Range<usize>, new: &str) {
        let bytes = byte_at(text, chars.start)..byte_at(text, chars.end);
        text.replace_range(bytes, new);
        *self = Self::at(cursor(chars.start + new.chars().count(), false));
    }

    /// Types over the selection.
    pub fn insert(&mut self, text: &mut String, new: &str) {
        self.replace(text, self.chars(), new);
    }

    /// Deletes the selection, or what Backspace (`back`) or Delete takes from here. Says whether anything went.
    pub fn erase(&mut self, text: &mut String, back: bool, by_word: bool) -> bool {
        let at = self.primary.index.0;
        let chars = match (back, by_word) {
            _ if !self.is_empty() => self.chars(),
            (true, true) => words::previous(text, at)..at,
            (true, false) => at - words::backspace(text, at).min(at)..at,
            (false, true) => at..words::next(text, at),
            (false, false) => at..words::grapheme_end(text, at).max(at),
        };
        let any = !chars.is_empty();
        if any {
            self.replace(text, chars, "");
        }
        any
    }

    /// Moves by a key. Left and Right go that way on the screen, a word at a time in the direction of the paragraph. Says
    /// whether the key moves at all.
    pub fn key(&mut self, layout: &Layout, key: Key, modifiers: Modifiers, os: OperatingSystem) -> bool {
        let text = layout.galley.text();
        let extend = modifiers.shift;
        let mac = matches!(os, OperatingSystem::Mac | OperatingSystem::IOS);
        let by_word = if mac { modifiers.alt } else { modifiers.ctrl || modifiers.alt };
        let to_end = mac && modifiers.mac_cmd;
        let here = self.primary;
        match key {
            Key::A if modifiers.command && !modifiers.shift && !modifiers.alt => {
                *self = Self::all(layout.end());
            }
            Key::ArrowLeft | Key::ArrowRight => {
                let right = key == Key::ArrowRight;
                let forward = right != layout.is_rtl_at(here);
                let to = if to_end {
                    let (start, end) = layout.row_ends(here);
                    if forward { end } else { start }
                } else if by_word && forward {
                    cursor(words::next(text, here.index.0), false)
                } else if by_word {
                    cursor(words::previous(text, here.index.0), true)
                } else if !self.is_empty() && !extend {
                    let ends = [self.primary, self.secondary];
                    let [first, last] =
                        if self.primary.index <= self.secondary.index { ends } else { [ends[1], ends[0]] };
                    if forward { last } else { first }
                } else {
                    layout.step(here, right)
                };
                self.go(to, extend);
            }
            Key::ArrowUp | Key::ArrowDown => {
                let down = key == Key::ArrowDown;
                let column = self.column.unwrap_or_else(|| layout.caret_rect(here).left());
                let row = if to_end { None } else { layout.row_step(here, down, column) };
                let edge = if down { cursor(layout.end(), false) } else { cursor(0, true) };
                self.go(row.unwrap_or(edge), extend);
                self.column = row.map(|_| column);
            }
            Key::Home | Key::End => {
                let whole = modifiers.ctrl || modifiers.command;
                let (start, end) = if whole {
                    (cursor(0, true), cursor(layout.end(), false))
                } else {
                    layout.row_ends(here)
                };
                self.go(if key == Key::Home { start } else { end }, extend);
            }
            _ => return false,
        }
        true
    }

    /// What a click or a drag selects. `anchor` is what the first click took; it stays selected.
    pub fn point(&mut self, text: &str, at: CCursor, grain: Grain, anchor: Option<Range<usize>>) {
        let taken = match grain {
            Grain::Place => at.index.0..at.index.0,
            Grain::Word => words::around(text, at.index.0),
            Grain::Paragraph => words::paragraph(text, at.index.0),
        };
        let anchor = anchor.unwrap_or_else(|| taken.clone());
        self.column = None;
        if taken.start < anchor.start {
            self.secondary = cursor(anchor.end, false);
            self.primary = if taken.is_empty() { at } else { cursor(taken.start, true) };
        } else {
            self.secondary = cursor(anchor.start, true);
            self.primary = if taken.is_empty() { at } else { cursor(taken.end.max(anchor.end), false) };
        }
    }
}
