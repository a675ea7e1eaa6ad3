//! Every country of ISO 3166-1 and every currency of ISO 4217, by name.

use crate::plan::{Country, Currency, Lang, Text};
use std::{collections::HashMap, sync::LazyLock};

/// A country by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryEntry {
    /// Its code.
    pub code: Country,
    /// Its name in English and Indonesian, and for countries with a pack in their own languages.
    pub name: Text,
    /// Its usual currency; none for Antarctica.
    pub currency: Option<Currency>,
}

/// A currency by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyEntry {
    /// Its code.
    pub code: Currency,
    /// Its name in English and Indonesian.
    pub name: Text,
    /// Minor digits of ISO 4217: 2 when a hundredth has a name.
    pub digits: u8,
}

/// The lines of a table of this folder: a code, a second column, an English and an Indonesian name.
fn lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, Text)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let (code, second, english) = (cells.next()?, cells.next()?, cells.next()?);
        let mut name = Text::english(english);
        if let (Some(indonesian), Some(lang)) = (cells.next(), Lang::new("id")) {
            name = name.with(&lang, indonesian.into());
        }
        Some((code, second, name))
    })
}

static COUNTRIES: LazyLock<Vec<CountryEntry>> = LazyLock::new(|| {
    lines(include_str!("../../assets/countries/iso-3166.tsv"))
        .filter_map(|(code, currency, name)| {
            Some(CountryEntry { code: Country::new(code)?, name, currency: Currency::new(currency) })
        })
        .collect()
});

static CURRENCIES: LazyLock<Vec<CurrencyEntry>> = LazyLock::new(|| {
    lines(include_str!("../../assets/countries/iso-4217.tsv"))
        .filter_map(|(code, digits, name)| {
            Some(CurrencyEntry { code: Currency::new(code)?, name, digits: digits.parse().ok()? })
        })
        .collect()
});

static BY_CODE: LazyLock<HashMap<Country, &'static CountryEntry>> =
    LazyLock::new(|| COUNTRIES.iter().map(|entry| (entry.code, entry)).collect());

/// All countries in the order of their codes.
pub(super) fn countries() -> &'static [CountryEntry] {
    &COUNTRIES
}

/// The country with this code.
pub(super) fn country(code: Country) -> Option<&'static CountryEntry> {
    BY_CODE.get(&code).copied()
}

/// All currencies in the order of their codes.
pub(super) fn currencies() -> &'static [CurrencyEntry] {
    &CURRENCIES
}
