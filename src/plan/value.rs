//! Small values: countries, currencies, money, days, keys into packs.

use std::{fmt, sync::Arc};

pub use rust_decimal::Decimal;

/// A calendar date without a time, in the Gregorian calendar.
pub type Day = jiff::civil::Date;

/// A country by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

macro_rules! letters {
    ($name:ident, $n:literal) => {
        impl $name {
            #[doc = concat!("The code, or nothing when the text is not ", stringify!($n), " letters. Small letters are taken as capitals.")]
            #[must_use]
            pub fn new(code: &str) -> Option<Self> {
                let bytes: [u8; $n] = code.as_bytes().try_into().ok()?;
                bytes.iter().all(u8::is_ascii_alphabetic).then(|| Self(bytes.map(|b| b.to_ascii_uppercase())))
            }

            /// The code in capitals.
            #[must_use]
            pub fn code(&self) -> &str {
                // Always ASCII letters: checked when made.
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
letters!(Country, 2);
letters!(Currency, 3);

/// An amount with its currency. Amounts of different currencies do not add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// The amount in units of the currency (rupiah, not sen).
    pub amount: Decimal,
    /// The currency.
    pub currency: Currency,
}

/// A short name of something that a pack defines: a learning source, a programme, a sector or target code, a criterion.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Key(Option<Arc<str>>);

impl Key {
    /// The key with this name. Only letters, digits, `-`, `_`, `.` and `:` stay; at most 80 of them.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let kept: String =
            name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.:".contains(*c)).take(80).collect();
        Self((!kept.is_empty()).then(|| kept.into()))
    }

    /// The name; empty when none was chosen.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// Whether nothing was chosen.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_none()
    }
}

/// A judgement from 1 (lowest) to 5 (highest).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// The rating, or nothing when the number is not 1 to 5.
    #[must_use]
    pub fn new(value: u8) -> Option<Self> {
        (1..=5).contains(&value).then_some(Self(value))
    }

    /// 1 to 5.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        assert_eq!(Country::new("np").unwrap().code(), "NP");
        assert_eq!(Country::new("NPL"), None);
        assert_eq!(Currency::new("idr").unwrap().to_string(), "IDR");
        assert_eq!(Currency::new("ID1"), None);
        assert_eq!(Key::new("sdg:8.3 ?").as_str(), "sdg:8.3");
        assert!(Key::new(" ").is_none());
        assert_eq!(Rating::new(0), None);
    }
}
