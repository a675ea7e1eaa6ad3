//! The voice that the program has: interface words, and the forms of the plan's country.

use super::Voice;
use crate::{
    locale::{Arg, Words, grouped, money_form},
    plan::{Country, Day, Decimal, Grouping, Key, Lang, Plan, Text},
};

/// Speaks in interface words, with numbers as the plan groups them.
#[derive(Debug, Clone)]
pub struct Spoken {
    words: Words,
    grouping: Grouping,
}

impl Spoken {
    /// The voice for a plan in the language of these words.
    #[must_use]
    pub fn new(words: Words, plan: &Plan) -> Self {
        Self { words, grouping: plan.identity.grouping.unwrap_or(Grouping::Thousands) }
    }
}

impl Voice for Spoken {
    fn lang(&self) -> Lang {
        Lang::new(self.words.interface().tag()).unwrap_or_default()
    }

    fn word(&self, key: &str) -> String {
        self.words.get(key).into_owned()
    }

    fn word_with(&self, key: &str, values: &[(&'static str, String)]) -> String {
        let arg = |value: &String| value.parse().map_or_else(|_| Arg::Text(value.clone()), Arg::Count);
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, arg(value))).collect();
        self.words.with(key, &values)
    }

    fn country(&self, country: Country) -> Text {
        Text::english(country.code())
    }

    fn programme(&self, programme: &Key) -> Text {
        Text::english(programme.as_str())
    }

    fn learning_source(&self, _programme: &Key, source: &Key) -> Text {
        Text::english(source.as_str())
    }

    fn day(&self, day: Day) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    fn month(&self, day: Day) -> String {
        self.word(&format!("report-month-{}", day.month()))
    }

    fn year(&self, day: Day) -> String {
        day.year().to_string()
    }

    fn number(&self, number: Decimal) -> String {
        grouped(number.normalize(), self.grouping)
    }

    fn amount(&self, amount: Decimal) -> String {
        grouped(money_form(amount), self.grouping)
    }
}
