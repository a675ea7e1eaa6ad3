//! Word lists for the rules that guess from words: data in `assets/checks`, one file a language.
//!
//! A file has headings such as `[vague]` with one phrase a line below; `*` at the end of a word stands for any ending, at its
//! beginning for any beginning. In a language without a file the rules are silent.

use crate::plan::{Lang, Text};
use std::{collections::HashMap, sync::LazyLock};

static ENGLISH: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../assets/checks/en.txt")));
static INDONESIAN: LazyLock<Lists> =
    LazyLock::new(|| Lists::parse(include_str!("../../assets/checks/id.txt")));
static ANY: LazyLock<Lists> = LazyLock::new(|| Lists::parse(include_str!("../../assets/checks/any.txt")));

/// The lists of one language.
#[derive(Debug)]
pub(super) struct Lists(HashMap<&'static str, Vec<Phrase>>);

#[derive(Debug)]
struct Phrase {
    written: &'static str,
    words: Vec<&'static str>,
}

impl Lists {
    fn parse(text: &'static str) -> Self {
        let (mut lists, mut name) = (HashMap::<_, Vec<_>>::new(), "");
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            match line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                Some(heading) => name = heading,
                None => lists
                    .entry(name)
                    .or_default()
                    .push(Phrase { written: line, words: line.split_whitespace().collect() }),
            }
        }
        Self(lists)
    }

    fn of(lang: &Lang) -> Option<&'static Self> {
        match lang.as_str().split('-').next()? {
            "en" => Some(&ENGLISH),
            "id" => Some(&INDONESIAN),
            _ => None,
        }
    }

    fn list(&self, name: &str) -> &[Phrase] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Whether the whole text is one of the phrases of a list for every language, white space and full stops at the ends aside.
pub(super) fn is_one_of(list: &str, text: &str) -> bool {
    let trimmed = text.trim().trim_end_matches(['.', ':', '…']).trim();
    // The longest phrase is far shorter: long texts need no small letters.
    trimmed.len() <= 60 && {
        let small = trimmed.to_lowercase();
        ANY.list(list).iter().any(|p| match p.written.strip_suffix('*') {
            Some(start) => small.starts_with(start),
            None => small == p.written,
        })
    }
}

/// What was said in one language that has word lists, as small-letter words.
#[derive(Debug)]
pub(super) struct Said {
    lists: &'static Lists,
    words: Vec<String>,
}

impl Said {
    /// What a text says in the languages that have word lists.
    pub fn of(text: &Text) -> Vec<Self> {
        text.iter()
            .filter(|(_, said)| !said.is_blank())
            .filter_map(|(lang, said)| Some(Self { lists: Lists::of(lang)?, words: split(said.raw()) }))
            .collect()
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The first phrase of a list that stands anywhere, as it was written.
    pub fn has(&self, list: &str) -> Option<String> {
        let phrases = self.lists.list(list);
        (0..self.words.len()).find_map(|at| phrases.iter().find_map(|p| self.phrase_at(p, at)))
    }

    /// The phrase of a list with which it begins, as it was written.
    pub fn begins(&self, list: &str) -> Option<String> {
        self.lists.list(list).iter().find_map(|p| self.phrase_at(p, 0))
    }

    /// The whole of it, when it is one phrase of a list.
    pub fn is_all(&self, list: &str) -> Option<String> {
        let whole = |p: &&Phrase| p.words.len() == self.words.len();
        self.lists.list(list).iter().filter(whole).find_map(|p| self.phrase_at(p, 0))
    }

    /// Whether both are in one language.
    pub fn is_same_language(&self, other: &Self) -> bool {
        std::ptr::eq(self.lists, other.lists)
    }

    /// Whether a word is on a list.
    pub fn is_on(&self, list: &str, word: &str) -> bool {
        self.lists.list(list).iter().any(|p| matches!(p.words[..], [pattern] if fits(pattern, word)))
    }

    /// Whether it says how much, in digits or in words.
    pub fn has_amount(&self) -> bool {
        self.words.iter().any(|w| w.chars().any(char::is_numeric)) || self.has("amount").is_some()
    }

    fn phrase_at(&self, phrase: &Phrase, at: usize) -> Option<String> {
        let here = self.words.get(at..at + phrase.words.len())?;
        here.iter().zip(&phrase.words).all(|(word, pattern)| fits(pattern, word)).then(|| here.join(" "))
    }
}

fn fits(pattern: &str, word: &str) -> bool {
    match (pattern.strip_suffix('*'), pattern.strip_prefix('*')) {
        (Some(start), _) => word.starts_with(start),
        (None, Some(end)) => word.ends_with(end),
        (None, None) => word == pattern,
    }
}

fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '%' && c != '\'' && c != '-')
        .map(|word| word.trim_matches(['\'', '-']))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words() {
        let check = |lang: &str, text: &str, list: &str, expected: Option<&str>| {
            let said = Said::of(&Text::of(&Lang::new(lang).unwrap(), text));
            let found = said.iter().find_map(|s| s.has(list));
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("en", "A Significant rise.", "vague", Some("significant"));
        check("en", "insignificantly", "vague", None);
        check("en-GB", "Awareness is strengthened", "vague", Some("strengthened"));
        check("ne", "significant", "vague", None);
        check("id", "Peningkatan yang signifikan", "vague", Some("signifikan"));
    }

    #[test]
    fn both_languages_have_the_same_lists() {
        let names = |lists: &Lists| {
            let mut names: Vec<_> = lists.0.keys().copied().collect();
            names.sort_unstable();
            names
        };
        assert_eq!(names(&ENGLISH), names(&INDONESIAN));
        assert!(!names(&ENGLISH).contains(&""));
    }

    #[test]
    fn placeholders() {
        let check =
            |text: &str, expected: bool| assert_eq!(is_one_of("placeholder", text), expected, "{text}");
        check(" TBD. ", true);
        check("n/a", true);
        check("-", true);
        check("[Insert name]", true);
        check("akan diisi", true);
        check("unknown weavers", false);
        check("Nadi", false);
    }
}
