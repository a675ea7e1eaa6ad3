//! Where lines may break: UAX 14, with words told apart in Burmese, Khmer, Lao and Thai.

use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, options::LineBreakOptions};

/// Finds line breaks.
#[derive(Clone, Copy)]
pub(super) struct Breaks(LineSegmenterBorrowed<'static>);

impl Breaks {
    pub fn new() -> Self {
        Self(LineSegmenter::new_lstm(LineBreakOptions::default()))
    }

    /// The bytes of a text before which a line may break, its end included.
    pub fn of(self, text: &str) -> Vec<usize> {
        self.0.segment_str(text).filter(|at| *at > 0).collect()
    }
}

/// Cuts a text where a space stands between two letters that need a dictionary. A line may always break there, and words
/// are looked up from space to space, so each part can be asked for alone and be kept: telling words apart takes far longer
/// than all else.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (space, _) in text.match_indices(' ') {
        let (before, after) = (&text[..space], &text[space + 1..]);
        let complex = |c: Option<char>| c.is_some_and(needs_dictionary);
        if complex(before.chars().next_back()) && complex(after.chars().next()) {
            parts.push(&text[start..=space]);
            start = space + 1;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Whether words of the script of a character are told apart by a model.
pub(super) fn needs_dictionary(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{AA60}'..='\u{AA7F}')
        && !c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::samples::{MIXED, SCRIPTS};

    #[test]
    fn parts_break_as_the_whole_does() {
        let breaks = Breaks::new();
        let joined = ["ສະບາຍດີ ພາສາລາວ ແຜນ (ດຳ) ເນີນ 12 ງານ", "မြန်မာ စီးပွားရေး ၂၀၁၈ ခုနှစ် ။ လုပ်ငန်း"];
        let sentences = SCRIPTS.iter().flat_map(|s| s.sentences);
        for text in sentences.chain(MIXED).copied().chain(joined) {
            let mut start = 0;
            let mut found = Vec::new();
            for part in parts(text) {
                found.extend(breaks.of(part).into_iter().map(|at| start + at));
                start += part.len();
            }
            assert_eq!(found, breaks.of(text), "{text:?}");
        }
        assert_eq!(parts(joined[0]).len(), 3);
        assert_eq!(parts("one two").len(), 1);
    }
}
