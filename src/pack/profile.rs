//! What the program knows about a country: values, each with its source.

use crate::plan::{
    CalendarKind, Country, Currency, Day, FiscalStart, Grouping, Lang, Text, UserText, Weekday,
};

choice! {
    /// How far a fact of a pack can be relied on.
    Confidence = "confidence" {
        /// Read in a source, or known beyond doubt.
        High = "high",
        /// Probably right.
        Medium = "medium",
        /// Shaky: shown with a warning, and never put into a plan by the program.
        Low = "low",
    }
}

/// A value with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from: addresses or titles, parted by `;`.
    pub source: UserText,
    /// How far it can be relied on.
    pub confidence: Confidence,
    /// The day on which it was looked up.
    pub as_of: Option<Day>,
    /// The first day on which it holds; nothing: always so far.
    pub valid_from: Option<Day>,
    /// The last day on which it holds; nothing: still.
    pub valid_until: Option<Day>,
    /// What to know when using it.
    pub note: Text,
}

impl<T> Sourced<T> {
    /// Whether it holds on a day; without a day, whether it still holds.
    #[must_use]
    pub fn holds(&self, on: Option<Day>) -> bool {
        match on {
            Some(day) => {
                self.valid_from.is_none_or(|from| from <= day)
                    && self.valid_until.is_none_or(|until| day <= until)
            }
            None => self.valid_until.is_none(),
        }
    }

    /// Whether the program may put it into a plan by itself.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.confidence != Confidence::Low
    }
}

/// Of facts that follow each other in time, the one that holds on a day; without a day, the newest.
#[must_use]
pub fn in_force<T>(facts: &[Sourced<T>], on: Option<Day>) -> Option<&Sourced<T>> {
    // The last of equals would win `max_by_key`; files put the most important first.
    facts.iter().rev().filter(|fact| fact.holds(on)).max_by_key(|fact| fact.valid_from)
}

/// A language of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub lang: Lang,
    /// Its name in English and in itself.
    pub name: Text,
    /// Its script, ISO 15924, such as `Deva`.
    pub script: UserText,
    /// Whether the whole country has it as an official language.
    pub is_official: bool,
}

/// The signs in numbers as people of a country write them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSigns {
    /// Between the whole and the rest.
    pub decimal: UserText,
    /// Between groups of digits.
    pub group: UserText,
    /// The ten digits from zero that the main language has of its own; empty when it uses 0 to 9.
    pub native_digits: UserText,
}

choice! {
    /// A class of enterprises by size.
    SmeClass = "sme-class" {
        /// Cottage: home based, by hand.
        Cottage = "cottage",
        /// Micro.
        Micro = "micro",
        /// Small.
        Small = "small",
        /// Medium.
        Medium = "medium",
        /// Small and medium together, where the definition does not divide.
        Sme = "sme",
        /// Large.
        Large = "large",
    }
}

/// The limits of one class of enterprises. An empty limit is no criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmeRow {
    /// The class.
    pub class: SmeClass,
    /// The sector it is for; empty: every sector.
    pub sector: Text,
    /// Number of people who work there.
    pub employees: Text,
    /// Yearly sales or income.
    pub turnover: Text,
    /// Assets, capital or investment.
    pub assets: Text,
}

/// A definition of small and medium enterprises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmeDefinition {
    /// The law or policy that sets it.
    pub basis: UserText,
    /// The year of that law or policy.
    pub year: Option<i32>,
    /// The definition in a few words, as it is put into a plan; empty when its limits are not known well enough.
    pub summary: Text,
    /// The limits, class by class.
    pub rows: Vec<Sourced<SmeRow>>,
}

/// Something with a name: an agency, a policy, a credit scheme, a programme for village products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: Text,
    /// What it is or offers.
    pub about: Text,
}

/// Membership of the country in an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub name: Text,
    /// The year of joining.
    pub year: Option<i32>,
}

/// What the program knows about a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryProfile {
    /// Its code.
    pub code: Country,
    /// Languages whose wording in this pack a native reader has checked.
    pub reviewed: Vec<Lang>,
    /// Its usual name in English and in its own languages.
    pub name: Option<Sourced<Text>>,
    /// Its long name.
    pub official_name: Option<Sourced<Text>>,
    /// Its languages, the main one first.
    pub languages: Vec<Sourced<Language>>,
    /// Its currency.
    pub currency: Option<Sourced<Currency>>,
    /// The sign of the currency.
    pub currency_sign: Option<Sourced<UserText>>,
    /// Decimals that people write with amounts of the currency.
    pub currency_digits: Option<Sourced<u8>>,
    /// Signs in numbers.
    pub number_signs: Option<Sourced<NumberSigns>>,
    /// How large numbers are grouped.
    pub grouping: Option<Sourced<Grouping>>,
    /// Starts of the fiscal year, as they followed each other.
    pub fiscal_starts: Vec<Sourced<FiscalStart>>,
    /// The calendar of offices.
    pub calendar: Option<Sourced<CalendarKind>>,
    /// Days on which nobody works, as they followed each other.
    pub weekends: Vec<Sourced<Vec<Weekday>>>,
    /// Definitions of small and medium enterprises, as they followed each other.
    pub sme: Vec<Sourced<SmeDefinition>>,
    /// Ministries and agencies in the lead.
    pub agencies: Vec<Sourced<Entry>>,
    /// Policies and strategies.
    pub policies: Vec<Sourced<Entry>>,
    /// Credit and guarantee schemes.
    pub finance: Vec<Sourced<Entry>>,
    /// Programmes of the kind of One Village One Product.
    pub ovop: Vec<Sourced<Entry>>,
    /// Products that the country is known for.
    pub products: Option<Sourced<Text>>,
    /// Memberships in organisations.
    pub memberships: Vec<Sourced<Membership>>,
}

impl CountryProfile {
    /// Whether a native reader has checked what this pack says in the language.
    #[must_use]
    pub fn is_reviewed(&self, lang: &Lang) -> bool {
        self.reviewed.contains(lang)
    }

    /// The name, empty when the pack gives none.
    #[must_use]
    pub fn name(&self) -> Text {
        self.name.as_ref().map(|n| n.value.clone()).unwrap_or_default()
    }

    /// The main language besides English, when there is one.
    #[must_use]
    pub fn own_language(&self) -> Option<&Lang> {
        self.languages.iter().map(|l| &l.value.lang).find(|l| **l != Lang::english())
    }
}
