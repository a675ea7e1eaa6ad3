//! The forms of packs in files: everything may be left out, nothing is believed yet.

use crate::plan::{Lang, Text};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use std::{collections::BTreeMap, fmt};

/// Words in one or more languages: `"Nepal"` (English) or `{"en": "Nepal", "ne": "नेपाल"}`.
#[derive(Default)]
pub(super) struct Words {
    pub text: Text,
    /// Tags that are no language.
    pub bad: Vec<String>,
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text in quotation marks, or {\"en\": \"text\", ...}")
            }

            fn visit_str<E>(self, text: &str) -> Result<Words, E> {
                Ok(Words { text: Text::english(text), bad: Vec::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                let mut words = Words::default();
                while let Some((tag, text)) = map.next_entry::<String, String>()? {
                    match Lang::new(&tag) {
                        Some(lang) => words.text = words.text.with(&lang, text.as_str().into()),
                        None => words.bad.push(tag),
                    }
                }
                Ok(words)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Where a fact comes from, as it stands in the file.
#[derive(Default, Clone)]
pub(super) struct Provenance {
    pub source: String,
    pub confidence: String,
    pub as_of: String,
    pub from: String,
    pub until: String,
    pub note: Text,
}

impl Provenance {
    /// The same, with what is left out taken from the whole.
    pub fn or(mut self, whole: &Self) -> Self {
        for (own, whole) in [
            (&mut self.source, &whole.source),
            (&mut self.confidence, &whole.confidence),
            (&mut self.as_of, &whole.as_of),
            (&mut self.from, &whole.from),
            (&mut self.until, &whole.until),
        ] {
            if own.is_empty() {
                own.clone_from(whole);
            }
        }
        self
    }
}

/// A form in the file: `form! { Name { field: Type } }`; with `fact`, the fields of [`Provenance`] come with it.
macro_rules! form {
    (fact $name:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        form! { $name { $($field: $ty,)* source: String, confidence: String, as_of: String, from: String, until: String, note: Words } }
        impl $name {
            pub fn provenance(&self) -> Provenance {
                Provenance {
                    source: self.source.clone(),
                    confidence: self.confidence.clone(),
                    as_of: self.as_of.clone(),
                    from: self.from.clone(),
                    until: self.until.clone(),
                    note: self.note.text.clone(),
                }
            }
        }
    };
    ($name:ident { $($field:ident: $ty:ty),* $(,)? }) => {
        #[derive(Deserialize, Default)]
        #[serde(default, deny_unknown_fields)]
        pub(super) struct $name { $(pub $field: $ty,)* }
    };
}

/// The one field that tells what a pack is.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Head {
    pub pack: String,
}

form! { fact CodeFact { value: String } }
form! { fact NumberFact { value: u8 } }
form! { fact WordsFact { value: Words } }
form! { fact SignsFact { decimal: String, group: String, native_digits: String } }
form! { fact LanguageFact { lang: String, name: Words, script: String, official: bool } }
form! { fact FiscalFact { calendar: String, month: u8, day: u8 } }
form! { fact WeekendFact { days: Vec<String> } }
form! { fact SmeRowFact { class: String, sector: Words, employees: Words, turnover: Words, assets: Words } }
form! { fact SmeFact { basis: String, year: Option<i32>, summary: Words, rows: Vec<SmeRowFact> } }
form! { fact EntryFact { name: Words, about: Words } }
form! { fact MembershipFact { name: Words, year: Option<i32> } }

form! { CountryForm {
    pack: String,
    code: String,
    as_of: String,
    reviewed: Vec<String>,
    sources: BTreeMap<String, String>,
    name: Option<WordsFact>,
    official_name: Option<WordsFact>,
    languages: Vec<LanguageFact>,
    currency: Option<CodeFact>,
    currency_sign: Option<CodeFact>,
    currency_digits: Option<NumberFact>,
    number_signs: Option<SignsFact>,
    grouping: Option<CodeFact>,
    fiscal_starts: Vec<FiscalFact>,
    calendar: Option<CodeFact>,
    weekends: Vec<WeekendFact>,
    sme: Vec<SmeFact>,
    agencies: Vec<EntryFact>,
    policies: Vec<EntryFact>,
    finance: Vec<EntryFact>,
    ovop: Vec<EntryFact>,
    products: Option<WordsFact>,
    memberships: Vec<MembershipFact>,
} }

form! { LearningForm { key: String, kind: String, name: Words } }
form! { DaysForm { kind: String, days: u32 } }

form! { ProgrammeForm {
    pack: String,
    key: String,
    as_of: String,
    reviewed: Vec<String>,
    source: String,
    confidence: String,
    title: Words,
    framework: Words,
    host: Words,
    partner: Words,
    place: Words,
    start: String,
    finish: String,
    participants: Option<u32>,
    countries: Vec<String>,
    purpose: Words,
    content: Words,
    task: Words,
    background: Words,
    learning: Vec<LearningForm>,
    days: Vec<DaysForm>,
} }

form! { fact LicenceFact { key: String, name: Words, about: Words } }
form! { fact StarFact { from_stars: u8, to_stars: u8, supporter: Words } }
form! { fact MonthsFact { value: i32 } }
form! { CriterionForm { key: String, name: Words, steps: Vec<Words>, note: Words } }
form! { GroupForm { name: Words, points: Option<u32>, criteria: Vec<CriterionForm> } }
form! { fact AssessmentForm {
    key: String,
    name: Words,
    country: Option<String>,
    licences: Vec<LicenceFact>,
    groups: Vec<GroupForm>,
    stars: Vec<StarFact>,
    facts: Vec<EntryFact>,
} }
form! { CreditForm {
    key: String,
    name: Words,
    country: Option<String>,
    currency: Option<String>,
    annual_rate_percent: Option<CodeFact>,
    method: Option<CodeFact>,
    ceiling: Option<CodeFact>,
    months: Option<MonthsFact>,
    subsidy_rate_percent: Option<CodeFact>,
    facts: Vec<EntryFact>,
} }

form! { SchemesForm {
    pack: String,
    key: String,
    as_of: String,
    reviewed: Vec<String>,
    sources: BTreeMap<String, String>,
    assessments: Vec<AssessmentForm>,
    credits: Vec<CreditForm>,
    clusters: Vec<EntryFact>,
} }

form! { TopicForm { key: String, name: Words } }
form! { fact IndicatorForm {
    key: String,
    topic: String,
    name: Words,
    definition: Words,
    measure: String,
    unit: Words,
    direction: String,
    numerator: Words,
    denominator: Words,
    people: bool,
    splits: Vec<String>,
    sdg: String,
} }
form! { fact ListedFact { code: String, name: Words, about: Words } }

// Its `as_of` is that of the whole file.
form! { fact LibraryForm {
    pack: String,
    key: String,
    reviewed: Vec<String>,
    sources: BTreeMap<String, String>,
    topics: Vec<TopicForm>,
    indicators: Vec<IndicatorForm>,
    sectors: Vec<ListedFact>,
    targets: Vec<ListedFact>,
} }
