//! What a report asks others for: words, names from packs, forms of numbers and dates.

use crate::{
    locale::calendar::Calendar,
    plan::{Country, Currency, Day, Decimal, Key, Lang, Money, Rating, Text},
};

/// The voice of a report: the language of its headings and the forms of the plan's country.
pub trait Voice {
    /// The language of the words.
    fn lang(&self) -> Lang;

    /// The same voice in another language; nothing where the program does not speak it.
    fn in_language(&self, lang: &Lang) -> Option<Box<dyn Voice + '_>>;

    /// The words of this key in that language.
    fn word(&self, key: &str) -> String;

    /// The words of this key with values put in.
    fn word_with(&self, key: &str, values: &[(&'static str, String)]) -> String;

    /// The name of a country in the languages that are known; empty when it is in no pack.
    fn country(&self, country: Country) -> Text;

    /// The name of a training programme.
    fn programme(&self, programme: &Key) -> Text;

    /// The name of a learning source of a programme.
    fn learning_source(&self, programme: &Key, source: &Key) -> Text;

    /// The name of a licence in a scheme of product assessment.
    fn licence(&self, scheme: &Key, licence: &Key) -> Text;

    /// The name of a criterion in a scheme of product assessment, and what a step of it means.
    fn criterion(&self, scheme: &Key, criterion: &Key, step: Option<Rating>) -> (Text, Text);

    /// Who helps the producer of a product with so many stars.
    fn star_supporter(&self, scheme: &Key, stars: Rating) -> Text;

    /// The name of a credit scheme.
    fn credit_scheme(&self, scheme: &Key) -> Text;

    /// The name of a sector of the OECD; empty when it is in no library.
    fn sector(&self, code: &Key) -> Text;

    /// The name of a target of the Sustainable Development Goals; empty when it is in no library.
    fn sdg_target(&self, code: &Key) -> Text;

    /// The code that an indicator of a library has among the global indicators of the United Nations; empty when it is none.
    fn sdg_indicator(&self, library: &Key) -> Key;

    /// The decimals that people write with amounts of a currency.
    fn money_digits(&self, currency: Currency) -> u32;

    /// A date, written out: in the calendar of the plan, with the Gregorian one in brackets where they differ.
    fn day(&self, day: Day) -> String {
        match self.day_parts(day) {
            (own, None) => own,
            // What stands in brackets stays in one row.
            (own, Some(gregorian)) => format!("{own} ({})", gregorian.replace(' ', "\u{a0}")),
        }
    }

    /// The same in two pieces, for the narrow columns of a table.
    fn day_parts(&self, day: Day) -> (String, Option<String>);

    /// The calendar of the plan: the scale of a chart has its months.
    fn calendar(&self) -> Calendar;

    /// The month of a date, short, for the scale of a chart.
    fn month(&self, day: Day) -> String;

    /// The year of a date.
    fn year(&self, day: Day) -> String;

    /// The month and the year of a date.
    fn month_and_year(&self, day: Day) -> String {
        format!("{} {}", self.month(day), self.year(day))
    }

    /// A number, grouped.
    fn number(&self, number: Decimal) -> String;

    /// An amount of money without its currency: whole, or with two decimals.
    fn amount(&self, amount: Decimal) -> String;

    /// An amount with its currency.
    fn money(&self, money: Money) -> String {
        format!("{}\u{a0}{}", money.currency, self.amount(money.amount))
    }
}
