//! What a workbook remembers of itself, so that an import knows what a person changed in it: beside every entry a mark of what
//! each column showed, and in the hidden sheet the entries that there were.

use super::book::{LONGEST_TEXT, Value, cut_units};
use crate::{export::xml::clean, plan::Decimal};

/// Stands before the identity of the plan and the names of the marked columns, in the hidden first row.
pub(crate) const WAS: &str = "was:";

/// The mark of what a cell shows.
#[must_use]
pub(crate) fn mark(shown: &str) -> String {
    let hash = blake3::hash(shown.trim().as_bytes()).to_hex();
    hash[..8].to_owned()
}

/// A number with the fifteen digits that spreadsheets keep; nothing when it is beyond what an amount can be.
#[must_use]
pub(crate) fn fifteen_digits(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    match Decimal::from_scientific(&format!("{number:.14e}")) {
        Ok(number) => Some(number.normalize()),
        Err(_) => (number.abs() < 1.0).then_some(Decimal::ZERO),
    }
}

/// What a cell with this value shows, in the form that marks are made of.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text, _) => {
            let text = clean(text);
            cut_units(&text, LONGEST_TEXT).map_or_else(|| text.clone().into_owned(), |(cut, _)| cut)
        }
        Value::Number(n) | Value::Money(n) => {
            let float = f64::try_from(*n).unwrap_or_default();
            fifteen_digits(float).map(|n| n.to_string()).unwrap_or_default()
        }
        Value::Day(day) => day.to_string(),
        Value::Formula(_, result) => shown(result),
    }
}
