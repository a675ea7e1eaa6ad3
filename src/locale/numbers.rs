//! Forms of numbers.

use crate::plan::{Decimal, Grouping};

/// A number with its digits in groups: `1,234,567.50` or `12,34,567.50`. Decimals stay as they are given.
#[must_use]
pub fn grouped(number: Decimal, grouping: Grouping) -> String {
    let plain = number.abs().to_string();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() + plain.len() / 2);
    if number.is_sign_negative() && !number.is_zero() {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.char_indices() {
        let left = whole.len() - i;
        let comma = match grouping {
            Grouping::Thousands => left % 3 == 0,
            Grouping::Lakh => left == 3 || (left > 3 && left % 2 == 1),
        };
        if i > 0 && comma {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// An amount of money: rounded to two decimals, none of them when it is whole.
#[must_use]
pub fn money_form(amount: Decimal) -> Decimal {
    let rounded = amount.round_dp(2);
    if rounded.fract().is_zero() {
        return rounded.trunc();
    }
    let mut form = rounded;
    form.rescale(2);
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups() {
        let check = |number: &str, thousands: &str, lakh: &str| {
            let number: Decimal = number.parse().unwrap();
            assert_eq!(grouped(number, Grouping::Thousands), thousands);
            assert_eq!(grouped(number, Grouping::Lakh), lakh);
        };
        check("0", "0", "0");
        check("999", "999", "999");
        check("1000", "1,000", "1,000");
        check("12345678.90", "12,345,678.90", "1,23,45,678.90");
        check("-1234567", "\u{2212}1,234,567", "\u{2212}12,34,567");
        check("-0", "0", "0");
    }

    #[test]
    fn money_has_two_decimals_or_none() {
        let check = |amount: &str, form: &str| {
            assert_eq!(money_form(amount.parse().unwrap()).to_string(), form, "{amount}");
        };
        check("2450.5", "2450.50");
        check("4901.00", "4901");
        check("0.005", "0");
        check("-3.336", "-3.34");
    }
}
