//! Words to look for, and where they stand in a text, however either was typed.
//!
//! Two letters are one when a reader takes them for one: capital and small; in one character or taken apart (`é`, Vietnamese `ệ`,
//! Bengali `কো`); the Arabic, Persian and Urdu forms of yeh, kaf and heh, since people type the one for the other; digits of our
//! scripts and western ones; the apostrophes of Uzbek; all white space. Arabic vowel signs and the stretch, joiners and marks of
//! direction do not count. Accents do: `e` is not found in `é`, in whichever way that was typed.

use crate::locale::western_digit;
use std::ops::Range;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(Vec<char>);

/// How well a name fits what is looked for, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the whole name.
    Whole,
    /// The name starts with it.
    Start,
    /// A word of the name starts with it.
    Word,
    /// It stands somewhere in the name.
    Inside,
}

/// A folded text with the bytes from which each of its characters came, used again for the next text.
#[derive(Debug, Default)]
pub struct Folded {
    chars: Vec<char>,
    spans: Vec<(usize, usize)>,
}

/// The one letter that stands for all that readers take for it.
fn same(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ہ' | 'ە' => 'ه',
        '\u{2018}' | '\u{2019}' | '\u{2bb}' | '\u{2bc}' | '`' => '\'',
        c if c.is_whitespace() => ' ',
        c => western_digit(c).unwrap_or(c),
    }
}

/// Vowel signs of Arabic and the stretch: they belong to the letter before and do not count.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}')
}

/// Joiners, marks of direction, the soft hyphen: nobody sees them.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{61c}' | '\u{34f}')
}

/// Whether two characters of a folded text stand in one letter, so that half of it is no hit.
fn joins(before: char, c: char) -> bool {
    if c < '\u{300}' {
        return false;
    }
    let class = canonical_combining_class(c);
    // 7 is the dot below a letter of India, 200 and above are accents; vowels of a Korean syllable have no class.
    class == 7 || class >= 200 || matches!(c, '\u{1160}'..='\u{11ff}') || compose(before, c).is_some()
}

impl Folded {
    fn take(&mut self, text: &str) {
        self.chars.clear();
        self.spans.clear();
        for (at, c) in text.char_indices() {
            let span = (at, at + c.len_utf8());
            if c.is_ascii() {
                self.push(small_ascii(c), span);
            } else if is_vowel_sign(c) {
                self.stretch(span.1);
            } else if !is_unseen(c) {
                decompose_canonical(c, |part| self.put(part, span));
            }
        }
    }

    /// Adds a character that is taken apart already, as small letters. One may become several: `ß` is `ss`.
    fn put(&mut self, c: char, span: (usize, usize)) {
        let c = same(c);
        // The dot over a Turkish capital I is on the small letter anyway.
        if c == '\u{307}' && self.chars.last() == Some(&'i') {
            return self.stretch(span.1);
        }
        if c.is_ascii() {
            return self.push(small_ascii(c), span);
        }
        // From Arabic to Myanmar letters have one size.
        let has_size = !('\u{600}'..='\u{109f}').contains(&c);
        let class = if c < '\u{300}' { 0 } else { canonical_combining_class(c) };
        if class == 0 && !has_size {
            return self.push(c, span);
        }
        if class == 0 {
            c.to_uppercase().flat_map(char::to_lowercase).for_each(|c| self.push(c, span));
            return;
        }
        // Marks of one letter stand in their canonical order, however they were typed.
        let before = self.chars.iter().rev();
        let steps = before.take_while(|b| **b >= '\u{300}' && canonical_combining_class(**b) > class).count();
        let at = self.chars.len() - steps;
        self.chars.insert(at, c);
        self.spans.insert(at, span);
    }

    fn push(&mut self, c: char, span: (usize, usize)) {
        self.chars.push(c);
        self.spans.push(span);
    }

    /// Lets the last letter reach to here.
    fn stretch(&mut self, to: usize) {
        if let Some(last) = self.spans.last_mut() {
            last.1 = to;
        }
    }

    /// Whether a letter ends before this character.
    fn is_edge(&self, at: usize) -> bool {
        if at == 0 || at == self.chars.len() {
            return true;
        }
        let (before, here) = (self.spans[at - 1], self.spans[at]);
        before.1 <= here.0 && !joins(self.chars[at - 1], self.chars[at])
    }

    fn span(&self, hit: Range<usize>) -> Range<usize> {
        let spans = &self.spans[hit];
        let from = spans.iter().map(|span| span.0).min().unwrap_or_default();
        from..spans.iter().map(|span| span.1).max().unwrap_or_default()
    }
}

const fn small_ascii(c: char) -> char {
    match c {
        '\t' | '\n' => ' ',
        '`' => '\'',
        c => c.to_ascii_lowercase(),
    }
}

impl Needle {
    /// Nothing when nothing is typed.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let mut folded = Folded::default();
        folded.take(typed);
        (!folded.chars.is_empty()).then_some(Self(folded.chars))
    }

    /// A needle for each word that is typed, whatever stands between them.
    #[must_use]
    pub fn words(typed: &str) -> Vec<Self> {
        typed.split_whitespace().filter_map(Self::new).collect()
    }

    /// Whether it stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.each(text, &mut Folded::default(), &mut |_, _| false)
    }

    /// Whether a number such as `2.1` begins with it as a whole part.
    #[must_use]
    pub fn leads(&self, number: &str) -> bool {
        self.fit(number, &mut Folded::default()) == Some(Fit::Start)
            && number.chars().nth(self.0.len()).is_some_and(|c| c == '.')
    }

    /// How well a name fits it; nothing when it does not stand there.
    #[must_use]
    pub fn fit(&self, name: &str, folded: &mut Folded) -> Option<Fit> {
        let mut best: Option<Fit> = None;
        self.each(name, folded, &mut |at, before| {
            let fit = match before {
                _ if at.start == 0 && at.end == name.len() => Fit::Whole,
                _ if at.start == 0 => Fit::Start,
                Some(c) if !c.is_alphanumeric() => Fit::Word,
                _ => Fit::Inside,
            };
            best = Some(best.map_or(fit, |best| best.min(fit)));
            fit > Fit::Start
        });
        best
    }

    /// Where it stands in a text, in bytes; never over itself, never in the middle of a letter.
    #[must_use]
    pub fn ranges(&self, text: &str, folded: &mut Folded) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        self.each(text, folded, &mut |at, _| {
            found.push(at);
            true
        });
        found
    }

    /// Tells each place where it stands, with the character before, until `more` wants no more. Says whether there was one.
    fn each(
        &self,
        text: &str,
        folded: &mut Folded,
        more: &mut dyn FnMut(Range<usize>, Option<char>) -> bool,
    ) -> bool {
        let (mut i, long, mut any) = (0, self.0.len(), false);
        if text.is_ascii() {
            // Letters are bytes: most texts, at a fraction of the cost.
            let bytes = text.as_bytes();
            let is = |(byte, c): (&u8, &char)| small_ascii(char::from(*byte)) == *c;
            while i + long <= bytes.len() {
                if !bytes[i..].iter().zip(&self.0).all(is) {
                    i += 1;
                    continue;
                }
                any = true;
                if !more(i..i + long, i.checked_sub(1).map(|b| char::from(bytes[b]))) {
                    break;
                }
                i += long;
            }
            return any;
        }
        folded.take(text);
        while i + long <= folded.chars.len() {
            let end = i + long;
            if folded.chars[i..end] != self.0 || !folded.is_edge(i) || !folded.is_edge(end) {
                i += 1;
                continue;
            }
            any = true;
            if !more(folded.span(i..end), i.checked_sub(1).map(|b| folded.chars[b])) {
                break;
            }
            i = end;
        }
        any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn check(typed: &str, text: &str, found: &[&str]) {
        let needle = Needle::new(typed).unwrap();
        let ranges = needle.ranges(text, &mut Folded::default());
        let told: Vec<_> = ranges.into_iter().map(|at| &text[at]).collect();
        assert_eq!(told, found, "{typed} in {text}");
        assert_eq!(needle.is_in(text), !found.is_empty());
    }

    #[test]
    fn letters_are_the_same_large_and_small_in_every_script() {
        check("WEAV", "Weaving in a weavery", &["Weav", "weav"]);
        check("ΣΑΣ", "σας ΣΑΣ", &["σας", "ΣΑΣ"]);
        check("đà nẵng", "Thành phố ĐÀ NẴNG", &["ĐÀ NẴNG"]);
        check("हस्तकला", "नेपाली हस्तकला उद्योग", &["हस्तकला"]);
        check("صنایع", "برای صنایع کوچک", &["صنایع"]);
        check("strasse", "Die Straße", &["Straße"]);
        check("istanbul", "İstanbul, ISTANBUL", &["İstanbul", "ISTANBUL"]);
        // Half of a letter is no hit.
        check("s", "ß", &[]);
        check("aa", "aaaaa", &["aa", "aa"]);
        assert_eq!(Needle::new(""), None);
        assert_eq!(Needle::new("\u{200c}"), None);
    }

    #[test]
    fn a_letter_in_one_character_is_the_same_taken_apart_in_every_script() {
        for (word, text) in [
            ("Việt", "Làng nghề Việt Nam"),
            ("nghề", "Làng nghề Việt Nam"),
            ("কোটা", "বাংলাদেশে কোটা শিল্প"),
            ("কৌশল", "নতুন কৌশল আছে"),
            ("ড়", "গাড়ি ও বাড়ি"),
            ("फ़न", "एक फ़न है"),
            ("ශෝ", "අශෝක"),
            ("கொ", "கொடி"),
            ("آموزش", "طرح آموزش زنان"),
            ("မြို့", "မြို့နယ်"),
            ("한국", "대한국"),
        ] {
            let forms = |t: &str| [t.to_owned(), t.nfc().collect::<String>(), t.nfd().collect::<String>()];
            for typed in forms(word) {
                let typed = Needle::new(&typed).unwrap();
                for text in forms(text) {
                    let ranges = typed.ranges(&text, &mut Folded::default());
                    assert!(!ranges.is_empty(), "{word} in {text:?}");
                    for at in ranges {
                        let hit: String = text[at].nfd().collect();
                        assert_eq!(hit, word.nfd().collect::<String>(), "in {text:?}");
                    }
                }
            }
        }
        // Marks in another order than usual are the same letter.
        check("ệ", "e\u{302}\u{323} e\u{323}\u{302}", &["e\u{302}\u{323}", "e\u{323}\u{302}"]);
        // Half of a letter is no hit, in whichever way the letter was typed.
        for (half, letters) in [
            ("e", ["é", "e\u{301}"]),
            ("ê", ["ệ", "e\u{302}\u{323}"]),
            ("কে", ["কো", "ক\u{9c7}\u{9be}"]),
            ("ড", ["\u{9dc}", "ড\u{9bc}"]),
            ("가", ["각", "\u{1100}\u{1161}\u{11a8}"]),
        ] {
            letters.into_iter().for_each(|letter| check(half, letter, &[]));
        }
        // A consonant before its vowel or in a cluster is a letter of its own.
        check("ক", "কো ক\u{9c7}\u{9be}", &["ক", "ক"]);
        check("विक", "विक्रम", &["विक"]);
    }

    #[test]
    fn what_persian_urdu_and_arabic_keyboards_type_differently_is_the_same() {
        check("صنايع كوچك", "صنایع کوچک", &["صنایع کوچک"]);
        check("صنایع کوچک", "صنايع كوچك", &["صنايع كوچك"]);
        check("علي", "على علی", &["على", "علی"]);
        check("ہنر", "هنر", &["هنر"]);
        check("می‌خواهیم", "ما میخواهیم", &["میخواهیم"]);
        check("میخواهیم", "ما می‌خواهیم", &["می‌خواهیم"]);
        // A joiner between two words is not taken with the first.
        check("می", "می‌خواهیم", &["می"]);
        check("عمل", "عَمَلٌ صالح", &["عَمَلٌ"]);
        check("محمد", "محـــمد", &["محـــمد"]);
    }

    #[test]
    fn digits_apostrophes_and_spaces_are_the_same() {
        check("2017", "سال ۲۰۱۷، ٢٠١٧, २०१७, ২০১৭", &["۲۰۱۷", "٢٠١٧", "२०१७", "২০১৭"]);
        check("۲۰۱۷", "in 2017", &["2017"]);
        check("o'zbek", "Oʻzbek, o‘zbek, O`zbek", &["Oʻzbek", "o‘zbek", "O`zbek"]);
        check("o‘zbek", "O'zbek", &["O'zbek"]);
        check("weaving hall", "weaving\nhall, weaving\u{a0}hall", &["weaving\nhall", "weaving\u{a0}hall"]);
    }

    #[test]
    fn a_name_fits_better_the_earlier_it_says_what_is_looked_for() {
        let fit = |typed: &str, name| Needle::new(typed).unwrap().fit(name, &mut Folded::default());
        assert_eq!(fit("weave", "Weave"), Some(Fit::Whole));
        assert_eq!(fit("weav", "Weaving hall"), Some(Fit::Start));
        assert_eq!(fit("hall", "Weaving hall"), Some(Fit::Word));
        assert_eq!(fit("h", "Weighing the hall"), Some(Fit::Word), "the best of several");
        assert_eq!(fit("eav", "Weaving hall"), Some(Fit::Inside));
        assert_eq!(fit("nẵng", "Đà Nẵng"), Some(Fit::Word));
        assert_eq!(fit("loom", "Weaving hall"), None);
        assert_eq!(Needle::words("  weave  2.1 ").len(), 2);
    }
}
