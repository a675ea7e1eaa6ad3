//! Text for slides: one line of flowing words, no longer than a room reads, and the whole of it for the speaker.

use crate::export::{
    forms::cut_text,
    report::{Line, speech::one_line},
};
use std::cell::Cell;
use unicode_segmentation::UnicodeSegmentation as _;

/// So many letters without a gap may stand in a line; longer runs may break after each of them.
const LONGEST_RUN: usize = 28;

/// At most `most` characters as people count them: whole sentences when the first of them are long enough, else whole words,
/// with an ellipsis where something is missing.
pub(super) fn shortened(text: &str, most: usize) -> String {
    // A megabyte in one field: what comes behind the first few thousand bytes is never shown.
    let cut = cut_text(text, most, most.saturating_mul(40));
    if cut == text {
        return cut;
    }
    let body = cut.trim_end_matches('\u{2026}');
    let enough = |at: &usize| *at * 5 >= body.len() * 2;
    let sentence = body
        .char_indices()
        .filter(|(_, c)| "\u{964}\u{104b}\u{6d4}\u{61f}.!?\u{f0d}".contains(*c))
        .map(|(at, c)| at + c.len_utf8())
        .filter(|at| body[*at..].starts_with(' ') || *at == body.len())
        .rfind(enough);
    let word = body.rfind(' ').filter(|at| *at * 4 >= body.len() * 3);
    let kept = match (sentence, word) {
        (Some(at), _) => return format!("{} \u{2026}", &body[..at]),
        (None, Some(at)) => &body[..at],
        (None, None) => body,
    };
    format!("{}\u{2026}", kept.trim_end_matches([' ', ',', ';', ':', '-', '\u{60c}', '\u{2013}']))
}

/// The same text with places to break in runs of letters that no line would hold, such as an address of the web. Scripts
/// that write without gaps have their own places.
pub(super) fn breakable(text: &str) -> String {
    let (mut out, mut run) = (String::with_capacity(text.len()), 0);
    for cluster in text.graphemes(true) {
        let gap = |c: char| c.is_whitespace() || c >= '\u{e00}';
        run = if cluster.chars().next().is_none_or(gap) { 0 } else { run + 1 };
        if run > LONGEST_RUN {
            out.push('\u{200b}');
            run = 1;
        }
        out.push_str(cluster);
    }
    out
}

/// Text longer than this, in characters, may be shortened once more where it is laid out.
const LONG: usize = 56;
/// The same for the names of a chart, which have half the width.
const LONG_NAME: usize = 30;

/// Shortens lines for one slide, and keeps in full what was shortened or may be.
pub(super) struct Cutter<'a> {
    /// Long text, in full, for the notes of its slide.
    whole: Vec<Line>,
    /// From how many characters on text is long.
    long: usize,
    /// Set when something is shortened.
    is_cut: &'a Cell<bool>,
}

impl<'a> Cutter<'a> {
    pub fn new(is_cut: &'a Cell<bool>) -> Self {
        Self { whole: Vec::new(), long: LONG, is_cut }
    }

    /// For names that stand in half a line.
    pub fn of_names(is_cut: &'a Cell<bool>) -> Self {
        Self { long: LONG_NAME, ..Self::new(is_cut) }
    }

    /// What was long since the last time, in full.
    pub fn taken(&mut self) -> Vec<Line> {
        std::mem::take(&mut self.whole)
    }

    /// The first of the lines, at most so long.
    pub fn first(&mut self, lines: Vec<Line>, most: usize) -> Vec<Line> {
        lines.into_iter().take(1).map(|line| self.line(line, most)).collect()
    }

    /// A line, at most so long.
    pub fn line(&mut self, line: Line, most: usize) -> Line {
        let whole = one_line(&line.text);
        let short = shortened(&whole, most);
        let is_cut = short != whole;
        self.is_cut.set(self.is_cut.get() || is_cut);
        if is_cut || short.graphemes(true).count() > self.long {
            self.whole.push(Line { text: whole, ..line.clone() });
        }
        Line { text: breakable(&short), href: None, ..line }
    }
}

/// Points in slides of at most `most` each, as even as can be.
pub(super) fn spread<T>(points: Vec<T>, most: usize) -> Vec<Vec<T>> {
    let slides = points.len().div_ceil(most.max(1));
    let mut left = points.len();
    let mut points = points.into_iter();
    (0..slides)
        .map(|slide| {
            let here = left.div_ceil(slides - slide);
            left -= here;
            points.by_ref().take(here).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_sentences_then_whole_words() {
        let check = |text: &str, most, expected: &str| assert_eq!(shortened(text, most), expected);
        check("Sheets differ in weight", 40, "Sheets differ in weight");
        check("Sheets differ. Buyers send orders elsewhere", 24, "Sheets differ. \u{2026}");
        check("Sheets differ in weight and colour", 24, "Sheets differ in weight\u{2026}");
        check("Weavers sell 3.5 metres of cloth at half", 21, "Weavers sell 3.5\u{2026}");
        check("नेपाली कागज। विदेशी खरिदकर्ता", 12, "नेपाली कागज। \u{2026}");
        assert!(shortened(&"weaving".repeat(150_000), 60).len() < 100);
    }

    #[test]
    fn long_runs_can_break_and_words_stay_whole() {
        assert_eq!(
            breakable("Sheets differ in weight and in colour, all of them"),
            "Sheets differ in weight and in colour, all of them"
        );
        assert_eq!(breakable(&"x".repeat(60)).matches('\u{200b}').count(), 2);
        let lao = "ແຜນປະຕິບັດງານສຳລັບວິສາຫະກິດຂະໜາດນ້ອຍແລະກາງໃນແຂວງຫຼວງພະບາງ";
        assert_eq!(breakable(lao), lao);
    }

    #[test]
    fn points_are_spread_evenly() {
        let check = |count: usize, most, expected: &[usize]| {
            let sizes: Vec<_> = spread((0..count).collect(), most).iter().map(Vec::len).collect();
            assert_eq!(sizes, expected);
        };
        check(0, 3, &[]);
        check(3, 3, &[3]);
        check(4, 3, &[2, 2]);
        check(7, 3, &[3, 2, 2]);
    }
}
