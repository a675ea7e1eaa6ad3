//! Interface words: what the program says to people, in their language.
//!
//! Words live in `assets/words/LANGUAGE/*.ftl` (Fluent). A key that a language lacks falls back to English; a key that no
//! language has comes back as itself, which a test over the code forbids.

use crate::plan::{Day, Lang};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

/// A value that is put into a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A count, which also chooses the form of the words ("one output", "two outputs").
    Count(i64),
    /// Words that stand as they are.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

macro_rules! languages {
    ($($variant:ident = $tag:literal, $own:literal, $reviewed:literal;)*) => {
        /// A language that the interface speaks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Interface { $(#[doc = $own] $variant,)* }

        impl Interface {
            /// Every language, the most complete first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its BCP 47 tag.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag,)* }
            }

            /// Its name in itself.
            #[must_use]
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$variant => $own,)* }
            }

            /// Whether a native reader has checked the words.
            #[must_use]
            pub const fn is_reviewed(self) -> bool {
                match self { $(Self::$variant => $reviewed,)* }
            }
        }
    };
}
languages! {
    English = "en", "English", true;
    Indonesian = "id", "Bahasa Indonesia", false;
}

impl Interface {
    /// The language with this tag; only the part before the first `-` or `_` counts, as in `id-ID` or `id_ID.UTF-8`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.']).next()?;
        Self::ALL.iter().copied().find(|l| l.tag().eq_ignore_ascii_case(first))
    }

    /// Whether the language runs from right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        crate::plan::Lang::new(self.tag()).is_some_and(|l| l.is_rtl())
    }

    fn sources(self) -> &'static [(&'static str, &'static str)] {
        macro_rules! files {
            ($dir:literal: $($name:literal),*) => {
                &[$(($name, include_str!(concat!("../../assets/words/", $dir, "/", $name, ".ftl"))),)* ("safety", include_str!(concat!("../../assets/words/", $dir, "/safety.ftl")))]
            };
        }
        match self {
            Self::English => {
                files!("en": "export", "page_choices", "plan", "packs", "window", "checks", "help", "cli", "calendar", "page_budget", "page_context", "page_import", "page_journal", "page_matrix", "page_operation", "page_parts", "page_risks", "page_cooperation", "page_worksheets", "page_simple", "page_stakeholders", "page_strategy", "page_trees", "page_team", "slides", "next")
            }
            Self::Indonesian => {
                files!("id": "export", "page_choices", "plan", "packs", "window", "checks", "help", "cli", "calendar", "page_budget", "page_context", "page_import", "page_journal", "page_matrix", "page_operation", "page_parts", "page_risks", "page_cooperation", "page_worksheets", "page_simple", "page_stakeholders", "page_strategy", "page_trees", "page_team", "slides", "next")
            }
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one interface language, with English behind them. Cloning shares them.
#[derive(Clone)]
pub struct Words {
    interface: Interface,
    /// The language itself, then English.
    bundles: Arc<Vec<Bundle>>,
    /// Sentences without a value, ready made: most of what a window draws in every frame.
    plain: Arc<HashMap<String, Arc<str>>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("interface", &self.interface).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language. They are read once and shared: every document asks for them.
    #[must_use]
    pub fn new(interface: Interface) -> Self {
        static READ: [OnceLock<Words>; Interface::ALL.len()] =
            [const { OnceLock::new() }; Interface::ALL.len()];
        READ[interface as usize].get_or_init(|| Self::read(interface)).clone()
    }

    fn read(interface: Interface) -> Self {
        let mut plain = HashMap::new();
        let mut bundles = Vec::new();
        for language in [interface, Interface::English] {
            let bundle = bundle(language);
            for id in message_ids(language) {
                if plain.contains_key(&id) {
                    continue;
                }
                let mut errors = Vec::new();
                let Some(pattern) = bundle.get_message(&id).and_then(|m| m.value()) else { continue };
                let said = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                if errors.is_empty() {
                    plain.insert(id, said.into());
                }
            }
            bundles.push(bundle);
            if interface == Interface::English {
                break;
            }
        }
        Self { interface, bundles: Arc::new(bundles), plain: Arc::new(plain) }
    }

    /// The language.
    #[must_use]
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// Whether the key has words, in the language itself or in English.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|b| b.has_message(key))
    }

    /// The words of a key that takes no values.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        match self.plain.get(key) {
            Some(words) => Cow::Borrowed(words),
            None => Cow::Owned(self.with(key, &[])),
        }
    }

    /// The name of the month of a day in the Gregorian calendar.
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        self.get(&format!("month-gregorian-{}", day.month())).into_owned()
    }

    /// A day in the Gregorian calendar: "26 November 2017".
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.with(
            "seen-day",
            &[("day", number.into()), ("month", self.month(day).into()), ("year", year.into())],
        )
    }

    /// A day in the Gregorian calendar where room is short: "26 Nov 2017".
    #[must_use]
    pub fn short_day(&self, day: Day) -> String {
        let month = self.get(&format!("report-month-{}", day.month())).into_owned();
        let (number, year) = (day.day().to_string(), day.year().to_string());
        self.with("seen-day", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
    }

    /// The name of a language: "Nepali"; one that has no words here by its tag.
    #[must_use]
    pub fn language<'a>(&self, lang: &'a Lang) -> Cow<'a, str> {
        let key = format!("language-{}", lang.as_str());
        if self.has(&key) { Cow::Owned(self.get(&key).into_owned()) } else { Cow::Borrowed(lang.as_str()) }
    }

    /// The words of a key with values put in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Arg::Count(n) => FluentValue::from(*n),
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                };
                (*name, value)
            })
            .collect();
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }

    /// Every key that has words.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> =
            [self.interface, Interface::English].into_iter().flat_map(message_ids).collect();
        keys.sort();
        keys.dedup();
        keys
    }
}

/// The keys of a language, in the order of its files.
fn message_ids(language: Interface) -> Vec<String> {
    let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    language
        .sources()
        .iter()
        .flat_map(|(_, text)| text.lines().filter(is_key))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
        .collect()
}

/// A mistake in a file of words leaves out that one sentence; a test holds that the shipped files have none.
fn bundle(language: Interface) -> Bundle {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolating marks would go into files and terminals too; who draws a value of another direction puts them in itself.
    bundle.set_use_isolating(false);
    for (_, text) in language.sources() {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        for language in Interface::ALL {
            let mut seen = std::collections::HashSet::new();
            for (name, text) in language.sources() {
                if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                    panic!("{}/{name}.ftl: {errors:?}", language.tag());
                }
            }
            for key in message_ids(*language) {
                assert!(seen.insert(key.clone()), "{}: {key} stands twice", language.tag());
            }
        }
    }

    #[test]
    fn every_language_has_every_key() {
        let english: std::collections::BTreeSet<_> = message_ids(Interface::English).into_iter().collect();
        for language in Interface::ALL {
            let own: std::collections::BTreeSet<_> = message_ids(*language).into_iter().collect();
            let missing: Vec<_> = english.difference(&own).collect();
            let extra: Vec<_> = own.difference(&english).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{}: {missing:?} {extra:?}", language.tag());
        }
    }

    #[test]
    fn sentences_take_values() {
        let words = Words::new(Interface::English);
        assert_eq!(words.with("report-count-outputs", &[("count", Arg::Count(1))]), "one output");
        assert_eq!(words.with("report-count-outputs", &[("count", 3usize.into())]), "3 outputs");
        assert_eq!(words.get("report-kind"), "Action plan");
        assert_eq!(words.get("no-such-key"), "no-such-key");
        assert_eq!(Words::new(Interface::Indonesian).get("report-kind"), "Rencana aksi");
        assert_eq!(Interface::from_tag("id_ID.UTF-8"), Some(Interface::Indonesian));
    }
}
