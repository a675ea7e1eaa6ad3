//! Packs: what the program knows about training programmes, countries, schemes and indicators, as data with sources.
//!
//! A pack is a text file in RON that a person can write by hand, with remarks after `//`. The packs in `assets/programmes`,
//! `assets/countries`, `assets/schemes` and `assets/library` ship with the program; files of the same form from the user's data folder add to them, and one with
//! the key or code of a shipped pack takes its place. In libraries and schemes that holds for each entry too: its source, which is shown with
//! it, says whose it is. The bytes of such files are passed in: nothing here touches the disk.
//!
//! # The form
//! Everything but `pack` and `code` or `key` may be left out. Text is `"English text"` or `{"en": "text", "ne": "पाठ"}`.
//! Days are `"2017-07-30"`.
//!
//! Beside its value, each fact of a country takes `source`, `confidence` (`high`, `medium`, `low`; left out: `low`), `as_of`
//! (when it was looked up; left out: the `as_of` of the file), `from` and `until` (the first and the last day on which it
//! holds) and `note`. A `source` may name several, parted by `;`, and each may be a short name from `sources`. Facts with
//! the confidence `low` are shown with a warning and never put into a plan by the program. `reviewed` names the
//! languages whose wording a native reader has checked.
//!
//! ```ron
//! (
//!     pack: "country",
//!     code: "NP",
//!     as_of: "2026-11-23",
//!     reviewed: ["en"],
//!     sources: {"cldr": "Unicode CLDR 48"},
//!     name: (value: {"en": "Nepal", "ne": "नेपाल"}, source: "cldr", confidence: "high"),
//!     currency: (value: "NPR", source: "cldr", confidence: "high"),
//!     weekends: [(days: ["saturday"], source: "...", confidence: "medium")],
//!     fiscal_starts: [(calendar: "bikram-sambat", month: 4, day: 1, source: "...", confidence: "high")],
//!     sme: [(
//!         basis: "Industrial Enterprises Act 2076, section 17",
//!         year: 2020,
//!         from: "2020-02-11",
//!         summary: "Small: fixed capital up to NPR 150 million ...",
//!         rows: [(class: "small", assets: "up to NPR 150 million")],
//!         source: "...",
//!         confidence: "high",
//!     )],
//! )
//! ```
//!
//! Further fields of a country: `official_name`, `languages`, `currency_sign`, `currency_digits`, `number_signs`, `grouping`,
//! `calendar`, `agencies`, `policies`, `finance`, `ovop`, `products`, `memberships`. Fields of a programme: `key`, `title`,
//! `framework`, `host`, `partner`, `place`, `start`, `finish`, `participants`, `countries`, `purpose`, `content`, `task`,
//! `background`, `learning` (rows of `key`, `kind`, `name`), `days`, `source`, `confidence`, `as_of`, `reviewed`.
//!
//! A pack of schemes (`pack: "schemes"`, `key`) holds `assessments` of products (`licences`, `groups` of `criteria` with their
//! `steps`, `stars` with who supports them), `credits` (each term a fact: `annual_rate_percent`, `method`, `ceiling`, `months`,
//! `subsidy_rate_percent`) and `clusters` (entries on what counts as one). Numbers that may have decimals stand in
//! quotation marks.
//!
//! A library (`pack: "library"`, `key`) holds what can be chosen: `topics`, `indicators` under them (`key`, `topic`, `name`, `definition`,
//! `measure`, `unit`, `direction`, `numerator`, `denominator`, `people`, `splits`, `sdg`), `sectors` and `targets` (rows of `code`, `name`,
//! `about`). What an entry does not say about its source holds for the file: `source`, `confidence`, `as_of`.

mod iso;
mod library;
mod loose;
mod prefill;
mod problem;
mod profile;
mod programme;
mod read;
mod read_library;
mod read_schemes;
mod scheme;
#[cfg(test)]
mod tests;

pub use iso::{CountryEntry, CurrencyEntry};
pub use library::*;
pub use prefill::NewPlan;
pub use problem::PackProblem;
pub use profile::*;
pub use programme::*;
pub use scheme::*;

use crate::{
    locale::DecimalSign,
    plan::{Country, Currency, Key, Lang, Text},
};
use read::Pack;
use std::{collections::BTreeMap, sync::OnceLock};

/// A file that ships with the program.
type Shipped = (&'static str, &'static str);

macro_rules! shipped {
    ($dir:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/", $dir, "/", $name, ".ron")))),*]
    };
}

/// By the code of the country.
const COUNTRIES: &[Shipped] =
    shipped!("countries": "AF", "BD", "BT", "ID", "IR", "LA", "LK", "MM", "NP", "PG", "PK", "VN");
const PROGRAMMES: &[Shipped] = shipped!("programmes": "colombo-plan-smi-2017-batch-2");
const SCHEMES: &[Shipped] = shipped!("schemes": "indonesia-2017");
const LIBRARY: &[Shipped] = shipped!("library": "indicators", "dac-sectors", "sdg-targets");

/// All packs that are known: the shipped ones, each read when it is first asked for, and those of the user.
#[derive(Debug)]
pub struct Packs {
    /// Beside [`COUNTRIES`].
    shipped: [OnceLock<Option<Box<CountryProfile>>>; COUNTRIES.len()],
    own_countries: BTreeMap<Country, Box<CountryProfile>>,
    own_programmes: Vec<Programme>,
    own_schemes: Vec<Schemes>,
    own_libraries: Vec<Library>,
    programmes: OnceLock<Vec<Programme>>,
    schemes: OnceLock<Vec<Schemes>>,
    libraries: OnceLock<Vec<Library>>,
    entries: OnceLock<Vec<CountryEntry>>,
}

impl Packs {
    /// The packs that ship with the program. Nothing is read yet.
    #[must_use]
    pub fn builtin() -> Self {
        Self {
            shipped: [const { OnceLock::new() }; COUNTRIES.len()],
            own_countries: BTreeMap::new(),
            own_programmes: Vec::new(),
            own_schemes: Vec::new(),
            own_libraries: Vec::new(),
            programmes: OnceLock::new(),
            schemes: OnceLock::new(),
            libraries: OnceLock::new(),
            entries: OnceLock::new(),
        }
    }

    /// The same with packs of the user, given as names and bytes of files, and what could not be used of them. Of two packs
    /// for one country or programme the later counts.
    #[must_use]
    pub fn with_user(self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<PackProblem>) {
        let (mut countries, mut programmes) = (self.own_countries, self.own_programmes);
        let (mut schemes, mut libraries) = (self.own_schemes, self.own_libraries);
        let mut problems = Vec::new();
        for (name, bytes) in files {
            let (pack, told) = read::user_pack(&name, &bytes);
            problems.extend(told);
            match pack {
                Some(Pack::Country(profile)) => {
                    countries.insert(profile.code, profile);
                }
                Some(Pack::Programme(programme)) => put(&mut programmes, *programme, |p| &p.key),
                Some(Pack::Schemes(pack)) => put(&mut schemes, *pack, |s| &s.key),
                Some(Pack::Library(library)) => put(&mut libraries, *library, |l| &l.key),
                None => {}
            }
        }
        let packs = Self {
            own_countries: countries,
            own_programmes: programmes,
            own_schemes: schemes,
            own_libraries: libraries,
            ..Self::builtin()
        };
        (packs, problems)
    }

    /// What is known about a country, when there is a pack for it.
    #[must_use]
    pub fn country(&self, code: Country) -> Option<&CountryProfile> {
        if let Some(profile) = self.own_countries.get(&code) {
            return Some(profile);
        }
        let at = COUNTRIES.iter().position(|(name, _)| *name == code.code())?;
        let (name, text) = COUNTRIES[at];
        self.shipped[at].get_or_init(|| read::country(name, text).0.map(Box::new)).as_deref()
    }

    /// The countries with a pack, in the order of their codes. Nothing is read for it.
    #[must_use]
    pub fn profiled(&self) -> Vec<Country> {
        let mut codes: Vec<_> = COUNTRIES
            .iter()
            .filter_map(|(name, _)| Country::new(name))
            .chain(self.own_countries.keys().copied())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The name of a country in English and Indonesian, and from its pack in its own languages; empty when no country has
    /// the code.
    #[must_use]
    pub fn country_name(&self, code: Country) -> Text {
        let listed = iso::country(code).map(|entry| entry.name.clone()).unwrap_or_default();
        match self.country(code) {
            Some(profile) => joined(listed, &profile.name()),
            None => listed,
        }
    }

    /// Every country of ISO 3166-1, and those for which the user added a pack, sorted by English name. Names are those of
    /// the list, in English and Indonesian, so that no shipped pack has to be read.
    #[must_use]
    pub fn countries(&self) -> &[CountryEntry] {
        self.entries.get_or_init(|| {
            let mut entries = iso::countries().to_vec();
            for (code, profile) in &self.own_countries {
                let currency = profile.currency.as_ref().map(|c| c.value);
                match entries.iter_mut().find(|entry| entry.code == *code) {
                    Some(entry) => {
                        entry.name = joined(entry.name.clone(), &profile.name());
                        entry.currency = currency.or(entry.currency);
                    }
                    None => entries.push(CountryEntry { code: *code, name: profile.name(), currency }),
                }
            }
            let english = Lang::english();
            entries.sort_by_cached_key(|entry| entry.name.get(&english).raw().replace('Å', "A"));
            entries
        })
    }

    /// The usual currency of a country.
    #[must_use]
    pub fn default_currency(&self, country: Country) -> Option<Currency> {
        let of_pack = self.country(country).and_then(|profile| profile.currency.as_ref());
        of_pack.map(|c| c.value).or_else(|| iso::country(country)?.currency)
    }

    /// The sign before the fraction of a number as people of a country write it; the point where nothing is known.
    #[must_use]
    pub fn decimal_sign(&self, country: Option<Country>) -> DecimalSign {
        let signs = country.and_then(|c| self.country(c)).and_then(|profile| profile.number_signs.as_ref());
        match signs.map(|signs| signs.value.decimal.raw()) {
            Some(",") => DecimalSign::Comma,
            _ => DecimalSign::Point,
        }
    }

    /// The decimals that people write with amounts of a currency: those of a country pack, else those of ISO 4217.
    #[must_use]
    pub fn money_digits(&self, currency: Currency) -> u8 {
        let of_pack = self.profiled().into_iter().find_map(|country| {
            // A shipped pack is only read when the list says that it may fit.
            let may_fit = self.own_countries.contains_key(&country)
                || iso::country(country).is_some_and(|entry| entry.currency == Some(currency));
            let profile = if may_fit { self.country(country)? } else { return None };
            let fits = profile.currency.as_ref().is_some_and(|own| own.value == currency);
            profile.currency_digits.as_ref().filter(|_| fits).map(|digits| digits.value)
        });
        let of_list = || iso::currencies().iter().find(|entry| entry.code == currency).map(|e| e.digits);
        of_pack.or_else(of_list).unwrap_or(2)
    }

    /// Every currency of ISO 4217, in the order of the codes.
    #[must_use]
    pub fn currencies(&self) -> &'static [CurrencyEntry] {
        iso::currencies()
    }

    /// The programmes, the newest first.
    #[must_use]
    pub fn programmes(&self) -> &[Programme] {
        self.programmes.get_or_init(|| {
            let mut all = Vec::new();
            let shipped = PROGRAMMES.iter().filter_map(|(name, text)| read::programme(name, text).0);
            for programme in shipped.chain(self.own_programmes.iter().cloned()) {
                put(&mut all, programme, |p| &p.key);
            }
            all.sort_by_key(|programme| std::cmp::Reverse(programme.start));
            all
        })
    }

    /// The programme with this key.
    #[must_use]
    pub fn programme(&self, key: &Key) -> Option<&Programme> {
        self.programmes().iter().find(|programme| programme.key == *key)
    }

    /// The packs of schemes, the shipped ones first. What a later one has under the same key takes the place of what an earlier one has.
    #[must_use]
    pub fn schemes(&self) -> &[Schemes] {
        self.schemes.get_or_init(|| {
            let mut all = Vec::new();
            let shipped = SCHEMES.iter().filter_map(|(name, text)| read_schemes::schemes(name, text).0);
            for schemes in shipped.chain(self.own_schemes.iter().cloned()) {
                for other in &mut all {
                    let Schemes { assessments, credits, .. } = other;
                    give_way(assessments, &schemes.assessments, |a| &a.key);
                    give_way(credits, &schemes.credits, |c| &c.key);
                }
                put(&mut all, schemes, |s| &s.key);
            }
            all
        })
    }

    /// Every way to assess a product.
    pub fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.schemes().iter().flat_map(|schemes| &schemes.assessments)
    }

    /// The way to assess a product with this key, that of the user before a shipped one; without a key the first that is known.
    #[must_use]
    pub fn assessment(&self, key: &Key) -> Option<&Assessment> {
        self.assessments().find(|assessment| key.is_none() || assessment.key == *key)
    }

    /// Every credit scheme.
    pub fn credit_schemes(&self) -> impl Iterator<Item = &CreditScheme> {
        self.schemes().iter().flat_map(|schemes| &schemes.credits)
    }

    /// The credit scheme with this key, that of the user before a shipped one.
    #[must_use]
    pub fn credit_scheme(&self, key: &Key) -> Option<&CreditScheme> {
        self.credit_schemes().find(|scheme| scheme.key == *key)
    }

    /// The libraries, the shipped ones first. An entry takes the place of one with the same key or code in an earlier library.
    #[must_use]
    pub fn libraries(&self) -> &[Library] {
        self.libraries.get_or_init(|| {
            let mut all = Vec::new();
            let shipped = LIBRARY.iter().filter_map(|(name, text)| read_library::library(name, text).0);
            for library in shipped.chain(self.own_libraries.iter().cloned()) {
                for other in &mut all {
                    let Library { topics, indicators, sectors, targets, .. } = other;
                    give_way(topics, &library.topics, |t| &t.key);
                    give_way(indicators, &library.indicators, |i| &i.value.key);
                    give_way(sectors, &library.sectors, |s| &s.value.code);
                    give_way(targets, &library.targets, |t| &t.value.code);
                }
                put(&mut all, library, |l| &l.key);
            }
            all
        })
    }

    /// The indicator of a library with this key, that of the user before a shipped one.
    #[must_use]
    pub fn indicator(&self, key: &Key) -> Option<&Sourced<ReadyIndicator>> {
        let mut all = self.libraries().iter().flat_map(|library| &library.indicators);
        all.find(|indicator| indicator.value.key == *key)
    }

    /// The name of a topic of indicators.
    #[must_use]
    pub fn topic(&self, key: &Key) -> Option<&Text> {
        let mut all = self.libraries().iter().flat_map(|library| &library.topics);
        all.find(|topic| topic.key == *key).map(|topic| &topic.name)
    }

    /// The sectors that a plan can name.
    pub fn sectors(&self) -> impl Iterator<Item = &Sourced<Listed>> {
        self.libraries().iter().flat_map(|library| &library.sectors)
    }

    /// The targets of the Sustainable Development Goals that a plan can name.
    pub fn targets(&self) -> impl Iterator<Item = &Sourced<Listed>> {
        self.libraries().iter().flat_map(|library| &library.targets)
    }

    /// A learning source of a programme.
    #[must_use]
    pub fn learning_source(&self, programme: &Key, source: &Key) -> Option<&LearningSource> {
        self.programme(programme)?.learning_source(source)
    }
}

/// Takes a pack in; one with the same key gives way.
fn put<T>(all: &mut Vec<T>, pack: T, key: impl Fn(&T) -> &Key) {
    all.retain(|other| key(other) != key(&pack));
    all.push(pack);
}

/// Takes away what a later pack has under the same key.
fn give_way<T>(earlier: &mut Vec<T>, later: &[T], key: impl Fn(&T) -> &Key) {
    earlier.retain(|one| !later.iter().any(|other| key(other) == key(one)));
}

/// Text with the wordings of another; where both have a language, the other's counts.
fn joined(text: Text, other: &Text) -> Text {
    other.iter().fold(text, |text, (lang, words)| text.with(lang, words.clone()))
}
