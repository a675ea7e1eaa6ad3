//! Small forms that several formats share: grouped numbers, safe names of files, cut text.

use crate::plan::{Decimal, Grouping};
use unicode_segmentation::UnicodeSegmentation as _;

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

/// The longest name, in characters, that [`safe_file_name`] gives.
const LONGEST_NAME: usize = 80;

/// A name for a file that every system takes: no separators, control or direction characters, no reserved names
/// (`reliability` 7), at most 80 characters. `plan` when nothing is left.
#[must_use]
pub fn safe_file_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        let bad = c.is_control()
            || "<>:\"/\\|?*'`$&;#%!{}".contains(c)
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}');
        // Joiners shape letters of several scripts; everything else unseen goes.
        if c == '\u{200c}' || c == '\u{200d}' {
            name.push(c);
        } else if bad || c.is_whitespace() {
            if !name.ends_with(' ') {
                name.push(' ');
            }
        } else {
            name.push(c);
        }
    }
    let cut = cut_text(name.trim().trim_start_matches(['.', '-', '~', ' ']), LONGEST_NAME, 200);
    let cut = cut.trim_end_matches(['.', ' ', '\u{2026}']);
    let stem = cut.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|n| n.chars().count() == 1 && "0123456789¹²³".contains(n))
    };
    let reserved = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$");
    match cut {
        "" => "plan".into(),
        name if reserved || numbered("COM") || numbered("LPT") => format!("plan {name}"),
        name => name.into(),
    }
}

/// The first `most` characters as people count them, and at most `bytes` bytes, with an ellipsis when something was cut.
#[must_use]
pub(super) fn cut_text(text: &str, most: usize, bytes: usize) -> String {
    let mut out = String::new();
    for (n, cluster) in text.graphemes(true).enumerate() {
        if n == most || out.len() + cluster.len() > bytes {
            let kept = out.trim_end().len();
            out.truncate(kept);
            out.push('\u{2026}');
            return out;
        }
        out.push_str(cluster);
    }
    out
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

    #[test]
    fn file_names() {
        let check = |title: &str, name: &str| assert_eq!(safe_file_name(title), name, "{title:?}");
        check("Weaving in Palpa", "Weaving in Palpa");
        check("a/b\\c: d", "a b c d");
        check("../../etc/passwd", "etc passwd");
        check("CON", "plan CON");
        check("lpt1.txt", "plan lpt1.txt");
        check("Com port", "Com port");
        check("", "plan");
        check("...", "plan");
        check("\u{202e}gpj.exe. ", "gpj.exe");
        check("بافندگی می\u{200c}شود", "بافندگی می\u{200c}شود");
        let long = safe_file_name(&"ක්\u{200d}ර".repeat(200));
        assert!((150..=200).contains(&long.len()) && long.graphemes(true).count() <= LONGEST_NAME);
        assert_eq!(safe_file_name(&"x".repeat(200)).len(), LONGEST_NAME);
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(cut_text("weaving", 7, 99), "weaving");
        assert_eq!(cut_text("weaving", 4, 99), "weav\u{2026}");
        assert_eq!(cut_text("नेपाली", 2, 99), "नेपा\u{2026}");
    }
}
