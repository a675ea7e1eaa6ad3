//! From the text of a library pack to what can be chosen.

use super::{
    Library, Listed, PackProblem, ReadyIndicator, Sourced, Topic,
    loose::{IndicatorForm, LibraryForm, ListedFact, Provenance, TopicForm},
    read::{Reader, form, line_of},
};
use crate::plan::{Direction, Key, Measure, Split, Text};
use std::collections::HashSet;

/// Reads the text of a library pack.
pub(super) fn library(file: &str, text: &str) -> (Option<Library>, Vec<PackProblem>) {
    let form: LibraryForm = match form(file, text) {
        Ok(form) => form,
        Err(problem) => return (None, vec![problem]),
    };
    let key = Key::new(&form.key);
    if key.is_none() {
        let hint = "give it a short name of letters, digits and hyphens, such as key: \"our-indicators\"";
        return (None, vec![PackProblem::whole(file, None, "the library has no key", hint)]);
    }
    let whole = form.provenance();
    let mut r = Reader::new(file, text, form.sources, &form.as_of);
    let mut taken = HashSet::new();
    let library = Library {
        key,
        reviewed: r.langs(&form.reviewed),
        topics: form.topics.into_iter().map(|topic| r.topic(topic)).collect(),
        indicators: form.indicators.into_iter().filter_map(|i| r.indicator(i, &whole, &mut taken)).collect(),
        sectors: form.sectors.into_iter().filter_map(|l| r.listed(l, &whole, is_sector)).collect(),
        targets: form.targets.into_iter().filter_map(|l| r.listed(l, &whole, is_target)).collect(),
    };
    (Some(library), r.problems)
}

/// Whether a code is one of the OECD: five digits.
fn is_sector(code: &str) -> bool {
    code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a code names a target: a goal from 1 to 17, a point, and a number or a letter.
fn is_target(code: &str) -> bool {
    code.split_once('.').is_some_and(|(goal, rest)| {
        goal.parse::<u8>().is_ok_and(|goal| (1..=17).contains(&goal))
            && !rest.is_empty()
            && rest.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

impl Reader<'_> {
    fn topic(&mut self, form: TopicForm) -> Topic {
        Topic { key: Key::new(&form.key), name: self.words(form.name) }
    }

    fn indicator(
        &mut self,
        form: IndicatorForm,
        whole: &Provenance,
        taken: &mut HashSet<Key>,
    ) -> Option<Sourced<ReadyIndicator>> {
        let key = Key::new(&form.key);
        if key.is_none() || !taken.insert(key.clone()) {
            let message = format!("the key \"{}\" of an indicator is empty or taken", form.key);
            self.tell(line_of(self.text, &form.key), &message, "give each indicator a key of its own");
            return None;
        }
        let provenance = form.provenance().or(whole);
        let indicator = ReadyIndicator {
            key,
            topic: Key::new(&form.topic),
            name: self.named(form.name, &form.key)?,
            definition: self.words(form.definition),
            measure: self.optional(&form.measure, Measure::ALL, Measure::word),
            unit: self.words(form.unit),
            direction: self.optional(&form.direction, Direction::ALL, Direction::word),
            numerator: self.words(form.numerator),
            denominator: self.words(form.denominator),
            people: form.people,
            splits: form.splits.iter().filter_map(|s| self.choice(s, Split::ALL, Split::word)).collect(),
            sdg: Key::new(&form.sdg),
        };
        Some(self.sourced(indicator, provenance))
    }

    fn listed(
        &mut self,
        form: ListedFact,
        whole: &Provenance,
        is_code: fn(&str) -> bool,
    ) -> Option<Sourced<Listed>> {
        if !is_code(&form.code) {
            let message = format!("\"{}\" is not such a code", form.code);
            let hint = "sectors have five digits, such as 32130; targets are written as in 8.3 or 9.b";
            self.tell(line_of(self.text, &form.code), &message, hint);
            return None;
        }
        let provenance = form.provenance().or(whole);
        let listed = Listed {
            code: Key::new(&form.code),
            name: self.named(form.name, &form.code)?,
            about: self.words(form.about),
        };
        Some(self.sourced(listed, provenance))
    }

    /// A name that is there: nothing can be chosen without one.
    fn named(&mut self, words: super::loose::Words, key: &str) -> Option<Text> {
        let name = self.words(words);
        if name.is_blank() {
            self.tell(line_of(self.text, key), &format!("\"{key}\" has no name"), "write name: \"...\"");
            return None;
        }
        Some(name)
    }

    /// One of the choices, or nothing where none is written.
    fn optional<T: Copy>(&mut self, word: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
        if word.is_empty() { None } else { self.choice(word, all, name) }
    }
}
