//! From a cell to the value of a field.

use super::Cell;
use crate::{
    analysis::Derived,
    locale::{Arg, DecimalSign, Interface, Words, read_amount, read_day, read_number_with},
    plan::{
        Block, Country, Currency, Day, Decimal, Key, Plan, UserText,
        form::{FieldForm, Form, Value},
    },
};
use std::borrow::Cow;

/// What is needed to understand cells: the plan that they speak of, and the names of choices in every language.
pub(super) struct Reader<'a> {
    pub plan: &'a Plan,
    pub derived: &'a Derived,
    /// The words of the interface in every language.
    pub languages: Vec<Words>,
    /// The decimal sign of numbers that are written as text, where they tell it.
    pub sign: Option<DecimalSign>,
}

/// Why a cell was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The spreadsheet shows an error there.
    Error,
    /// The formula was never calculated.
    NoResult,
    /// It is no number.
    NoNumber,
    /// It is no date.
    NoDay,
    /// It is none of the choices.
    NoChoice,
    /// It names nothing in the plan.
    NoSuchRow,
    /// It is no code of a currency or a country.
    NoCode,
}

impl Misfit {
    /// The key of its message among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Error => "import-cell-error",
            Self::NoResult => "import-cell-no-result",
            Self::NoNumber => "import-cell-no-number",
            Self::NoDay => "import-cell-no-day",
            Self::NoChoice => "import-cell-no-choice",
            Self::NoSuchRow => "import-cell-no-such-row",
            Self::NoCode => "import-cell-no-code",
        }
    }
}

impl<'a> Reader<'a> {
    pub fn new(plan: &'a Plan, derived: &'a Derived) -> Self {
        Self { plan, derived, languages: Interface::ALL.iter().map(|i| Words::new(*i)).collect(), sign: None }
    }

    /// What a cell holds for a field of this form; text is left to the caller, who knows its language.
    ///
    /// # Errors
    /// When it does not fit.
    pub fn value(&self, form: &FieldForm, cell: &Cell) -> Result<Value<'static>, Misfit> {
        match cell {
            Cell::Empty => return Ok(Value::Nothing),
            Cell::Error(_) => return Err(Misfit::Error),
            Cell::NoResult => return Err(Misfit::NoResult),
            _ => {}
        }
        let words = shown(cell);
        let words = words.trim();
        let said = |text: String| Ok(Value::Words(Cow::Owned(text)));
        match &form.form {
            Form::Number | Form::Whole | Form::Rating => match (cell, typed_number(words, self.sign)) {
                (Cell::Number(number), _) => Ok(Value::Number(*number)),
                (Cell::Text(_), Some(number)) => Ok(Value::Number(number)),
                _ => Err(Misfit::NoNumber),
            },
            Form::Day => day_of(cell).map_or(Err(Misfit::NoDay), |day| said(day.to_string())),
            Form::Truth => self.truth(cell, words).map_or(Err(Misfit::NoChoice), |t| Ok(Value::Truth(t))),
            Form::Choice(choices) => {
                self.choice(choices, words).map_or(Err(Misfit::NoChoice), |c| said(c.to_owned()))
            }
            Form::Currency => Currency::new(words).map_or(Err(Misfit::NoCode), |c| said(c.code().to_owned())),
            Form::Country => Country::new(words).map_or(Err(Misfit::NoCode), |c| said(c.code().to_owned())),
            Form::Key => said(Key::new(words).as_str().to_owned()),
            Form::Id(block) => self.row(*block, words).map_or(Err(Misfit::NoSuchRow), said),
            Form::Result => self.result(words).map_or(Err(Misfit::NoSuchRow), said),
            Form::Text | Form::Words | Form::Language | Form::Block | Form::List(_) | Form::Record(_) => {
                said(UserText::new(words).raw().to_owned())
            }
        }
    }

    /// Yes and no in the languages of the interface, a cross, a tick, one and nothing.
    fn truth(&self, cell: &Cell, words: &str) -> Option<bool> {
        match cell {
            Cell::Truth(truth) => return Some(*truth),
            Cell::Number(n) if n.is_zero() => return Some(false),
            Cell::Number(n) if *n == Decimal::ONE => return Some(true),
            _ => {}
        }
        let is = |key: &str| self.languages.iter().any(|w| same(&w.get(key), words));
        if is("import-yes") || ["x", "\u{2713}", "\u{2714}", "true", "1"].iter().any(|t| same(t, words)) {
            Some(true)
        } else if is("import-no") || ["-", "false", "0"].iter().any(|t| same(t, words)) {
            Some(false)
        } else {
            None
        }
    }

    /// A choice by its name in any language of the interface, or by its word in the file.
    fn choice(&self, choices: &[(&'static str, &'static str)], words: &str) -> Option<&'static str> {
        let is = |key: &str| self.languages.iter().any(|w| same(&w.get(key), words));
        choices.iter().find(|(word, key)| same(word, words) || is(key)).map(|(word, _)| *word)
    }

    /// A row by its number or its name.
    fn row(&self, block: Block, words: &str) -> Option<String> {
        let numbering = &self.derived.numbering;
        let is_number = |number: &str| {
            !number.is_empty()
                && (number == words
                    || words.rsplit(' ').next() == Some(number)
                    || words.split(' ').next() == Some(number))
        };
        match block {
            Block::Activity => {
                let named =
                    |a: &crate::plan::Activity| a.name.iter().any(|(_, name)| same(name.raw(), words));
                let mut all = self.plan.activities.iter();
                let found = all.clone().find(|a| numbering.activity(a.id) == words);
                let found = found.or_else(|| all.clone().find(|a| named(a)));
                found.or_else(|| all.find(|a| is_number(numbering.activity(a.id)))).map(|a| a.id.to_string())
            }
            Block::Output => {
                let named = |o: &crate::plan::Output| o.text.iter().any(|(_, text)| same(text.raw(), words));
                let mut all = self.plan.outputs.iter();
                let found = all.clone().find(|o| named(o));
                found.or_else(|| all.find(|o| is_number(numbering.output(o.id)))).map(|o| o.id.to_string())
            }
            _ => None,
        }
    }

    /// How exports name a result, in every language.
    pub fn results(&self, of: &str, output: &str) -> Vec<String> {
        let name = |words: &Words| match of {
            "goal" => words.get("report-goal").into_owned(),
            "purpose" => words.get("report-purpose").into_owned(),
            _ => words.with(
                "report-output-number",
                &[("number", output.parse().map_or_else(|_| output.into(), Arg::Count))],
            ),
        };
        self.languages.iter().map(name).collect()
    }

    /// Goal, purpose or an output, by the words of the exports or by the number of the output.
    fn result(&self, words: &str) -> Option<String> {
        let is = |key: &str| self.languages.iter().any(|w| same(&w.get(key), words));
        let keys = [
            ("goal", ["report-goal", "matrix-eu-goal", "matrix-dfid-goal"]),
            ("purpose", ["report-purpose", "matrix-eu-purpose", "matrix-dfid-purpose"]),
        ];
        let level = keys.iter().find(|(_, keys)| keys.iter().any(|key| is(key)));
        level.map(|(word, _)| (*word).to_owned()).or_else(|| self.row(Block::Output, words))
    }
}

/// Whether two names are the same for a person.
fn same(a: &str, b: &str) -> bool {
    let plain = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(a) == plain(b)
}

/// What stands in a cell, as text.
#[must_use]
pub(super) fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty | Cell::NoResult => Cow::Borrowed(""),
        Cell::Text(text) | Cell::Error(text) => Cow::Borrowed(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::Truth(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
    }
}

/// A number as text, with the sign or code of a currency before or behind it: `Rp 12.500.000`, `1,250.50 USD`, `25 %`.
/// Where nothing tells the decimal sign, three digits behind a single point are thousands: tables of money and counts have no
/// thousandths.
fn typed_number(text: &str, sign: Option<DecimalSign>) -> Option<Decimal> {
    let bare = bare_number(text);
    // `5 metres of 3` is no number; a currency has few letters.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 4 {
        return None;
    }
    sign.map_or_else(|| read_amount(bare), |sign| read_number_with(bare, sign))
}

/// A number without the sign or code of a currency before or behind it.
pub(super) fn bare_number(text: &str) -> &str {
    let is_sign = |c: char| c.is_alphabetic() || c.is_whitespace() || "$€£¥₹₨৳₫₭%.".contains(c);
    text.trim_start_matches(|c: char| is_sign(c)).trim_end_matches(is_sign)
}

/// A day: as such, as text, or as the number of days that a spreadsheet counts when a column lost its form.
fn day_of(cell: &Cell) -> Option<Day> {
    match cell {
        Cell::Day(day) => Some(*day),
        Cell::Text(text) => read_day(text).or_else(|| text.get(..10)?.parse().ok()),
        Cell::Number(n) => {
            // Days from 1954 to 2119; a year alone is no day.
            let days = i64::try_from(n.trunc()).ok().filter(|d| (20_000..80_000).contains(d))?;
            Day::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
        }
        _ => None,
    }
}
