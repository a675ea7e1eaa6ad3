//! Words, also in Lao and Burmese, which write no spaces between them.

use super::byte_at;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};
use std::ops::Range;
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation as _;

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_lstm(WordBreakInvariantOptions::default()));

/// The words of a text and what stands between them, as ranges of characters; `true` for words. Ends of words are ends of
/// graphemes.
fn segments(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut all = Vec::new();
    let mut breaks = SEGMENTER.segment_str(text);
    let mut graphemes = text.grapheme_indices(true).map(|(i, _)| i).chain([text.len()]).peekable();
    let (mut start, mut chars) = (0, 0);
    while let Some(end) = breaks.next() {
        while graphemes.next_if(|g| *g < end).is_some() {}
        if end == start || graphemes.peek() != Some(&end) {
            continue;
        }
        let len = text[start..end].chars().count();
        all.push((chars..chars + len, breaks.is_word_like()));
        chars += len;
        start = end;
    }
    all
}

/// Where the words of a text start, in characters.
pub(super) fn starts(text: &str) -> Vec<usize> {
    segments(text).into_iter().filter(|(_, is_word)| *is_word).map(|(r, _)| r.start).collect()
}

/// The end of the word at or behind a character.
pub(super) fn next(text: &str, at: usize) -> usize {
    let words = segments(text);
    let end = words.iter().find(|(r, word)| *word && r.end > at).map(|(r, _)| r.end);
    end.unwrap_or_else(|| text.chars().count())
}

/// The start of the word at or before a character.
pub(super) fn previous(text: &str, at: usize) -> usize {
    let words = segments(text);
    words.iter().rev().find(|(r, word)| *word && r.start < at).map_or(0, |(r, _)| r.start)
}

/// The word at a character, or what stands there between words.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let words = segments(text);
    let touching = || words.iter().filter(|(r, _)| r.start <= at && at <= r.end);
    let word =
        touching().find(|(r, word)| *word && at < r.end).or_else(|| touching().find(|(_, word)| *word));
    word.or_else(|| touching().next()).map_or(at..at, |(r, _)| r.clone())
}

/// The paragraph at a character, without its line break.
pub(super) fn paragraph(text: &str, at: usize) -> Range<usize> {
    let before = text.chars().take(at).collect::<Vec<_>>();
    let start = before.iter().rposition(|c| *c == '\n').map_or(0, |i| i + 1);
    let rest = text.chars().skip(at).take_while(|c| *c != '\n').count();
    start..at + rest
}

/// How many characters Backspace takes before a character: what was typed last, as the users of all our scripts expect.
/// Only pictures go as a whole, and a line break of two characters.
pub(super) fn backspace(text: &str, at: usize) -> usize {
    let before = &text[..byte_at(text, at)];
    let Some(grapheme) = before.graphemes(true).next_back() else { return 0 };
    let chars = grapheme.chars().count();
    let is_picture = grapheme.chars().any(|c| {
        matches!(c, '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F1E6}'..='\u{1FAFF}' | '\u{E0020}'..='\u{E007F}')
    });
    if is_picture || grapheme == "\r\n" { chars } else { 1 }
}

/// The end of the grapheme that starts at, or holds, a character.
pub(super) fn grapheme_end(text: &str, at: usize) -> usize {
    let mut end = 0;
    for grapheme in text.graphemes(true) {
        end += grapheme.chars().count();
        if end > at {
            return end;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_every_script() {
        let check = |text: &str, at: usize, word: &str| {
            let range = around(text, at);
            let found: String = text.chars().skip(range.start).take(range.len()).collect();
            assert_eq!(found, word, "{text:?} at {at}");
        };
        check("the small firm", 5, "small");
        check("the small firm", 3, "the");
        check("kế hoạch hành động", 4, "hoạch");
        check("طرح اقدام ملی", 5, "اقدام");
        check("می‌خواهم بروم", 2, "می‌خواهم");
        check("ສະບາຍດີ", 0, "ສະບາຍ");
        check("ကျွန်ုပ်တို့ သည်", 15, "သည်");
        check("কর্মপরিকল্পনা তৈরি", 15, "তৈরি");
        check("a  b", 2, "  ");
        check("", 0, "");
    }

    #[test]
    fn steps_by_word() {
        let text = "one, two… three";
        assert_eq!([next(text, 0), next(text, 3), next(text, 8), next(text, 15)], [3, 8, 15, 15]);
        assert_eq!(
            [previous(text, 15), previous(text, 10), previous(text, 5), previous(text, 0)],
            [10, 5, 0, 0]
        );
        let lao = "ພາສາລາວ";
        assert!(next(lao, 0) < lao.chars().count(), "Lao words are told apart");
    }

    #[test]
    fn backspace_takes_what_was_typed_last() {
        let check = |text: &str, taken: usize| {
            assert_eq!(backspace(text, text.chars().count()), taken, "{text:?}");
        };
        check("ab", 1);
        check("কো", 1); // the vowel sign, not the syllable
        check("ক্ষ", 1);
        check("ນ້ຳ", 1);
        check("e\u{302}\u{303}", 1);
        check("سلام", 1);
        check("👨‍👩‍👧‍👦", 7);
        check("🇱🇦", 2);
        check("❤️", 2);
        check("1️⃣", 3);
        check("👍🏽", 2);
        check("a\r\n", 2);
        check("", 0);
    }

    #[test]
    fn paragraphs_and_graphemes() {
        assert_eq!(paragraph("ab\ncd\n", 4), 3..5);
        assert_eq!(paragraph("ab\ncd\n", 6), 6..6);
        assert_eq!(paragraph("ab", 0), 0..2);
        assert_eq!(grapheme_end("কোক", 0), 2);
        assert_eq!(grapheme_end("কোক", 1), 2);
        assert_eq!(grapheme_end("কো", 2), 2);
    }
}
