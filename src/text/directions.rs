//! The directions of a paragraph and of what is in it: UAX 9.

use super::Dir;
use std::ops::Range;
use unicode_bidi::{Direction, Level, ParagraphBidiInfo};

/// Whether a character can make a paragraph run in two directions.
fn may_turn(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a paragraph runs right to left: by its first strong character, else as the window runs.
pub(super) fn runs_rtl(text: &str, interface_rtl: bool) -> bool {
    match unicode_bidi::get_base_direction(text) {
        Direction::Ltr => false,
        Direction::Rtl => true,
        Direction::Mixed => interface_rtl,
    }
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
            Dir::Auto => runs_rtl(text, interface_rtl),
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
