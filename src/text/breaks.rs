//! Where lines may break: UAX 14, with words told apart in Burmese, Khmer, Lao and Thai.

use super::itemise::is_cut;
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

/// Cuts a text so that each part can be asked for alone, and be kept: telling words apart takes far longer than all else,
/// and the rest of a long paragraph is not looked at again when a letter changes.
///
/// A line may break after a space between letters whatever else stands there, and after one that follows the end of a
/// sentence; words are looked up from space to space.
/// So letters that need a dictionary are cut at each of these spaces, others at some, chosen as [`is_cut`] does.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (space, _) in text.match_indices(' ') {
        let ends = |c: &char| c.is_alphanumeric() || needs_dictionary(*c) || ".,;!?।".contains(*c);
        let last = text[..space].chars().next_back().filter(ends);
        let next = text[space + 1..].chars().next().filter(|c| c.is_alphabetic());
        let Some((last, next)) = last.zip(next) else { continue };
        if needs_dictionary(last) && needs_dictionary(next) || is_cut(&text[start..=space]) {
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
        let long =
            "One firm, two firms. Three firms; four? Yes! ".repeat(9) + &"ক্ষুদ্র শিল্প। মাঝারি শিল্প। ".repeat(9);
        let joined = [
            "ສະບາຍດີ ພາສາລາວ ແຜນ (ດຳ) ເນີນ 12 ງານ",
            "မြန်မာ စီးပွားရေး ၂၀၁၈ ခုနှစ် ။ လုပ်ငန်း",
            "မြန်မာ့ စီးပွားရေးသည် လုပ်ငန်း။ လုပ်ငန်း",
            &long,
        ];
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
        assert_eq!(parts("ສະບາຍດີ ພາສາລາວ ແຜນ (ດຳ)").len(), 3);
        // Words end in signs that are no letters, sentences in points.
        assert_eq!(parts("မြန်မာ့ စီးပွားရေးသည် လုပ်ငန်း။ လုပ်ငန်း").len(), 4);
        assert_eq!(parts("one two").len(), 1);
        let long = "one two three four ".repeat(50);
        assert!(parts(&long).iter().all(|part| part.len() < 200), "a long text is cut");
    }
}
