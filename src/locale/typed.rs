//! Dates and numbers as people type them, in the digits of their scripts.

use crate::plan::{Day, Decimal};

/// The western digit for a digit in one of the scripts of our countries.
#[must_use]
pub fn western_digit(c: char) -> Option<char> {
    const ZEROS: [char; 10] = ['0', '۰', '٠', '০', '०', '໐', '၀', '༠', '௦', '෦'];
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero)).filter(|d| *d < 10)?;
        char::from_digit(value, 10)
    })
}

/// A text with western digits for those of the scripts of our countries.
pub(super) fn western(text: &str) -> String {
    text.chars().map(|c| western_digit(c).unwrap_or(c)).collect()
}

/// A date as people type it: `2017-10-02`, `2.10.2017`, `2/10/2017`, `2 10 2017`; native digits are fine.
/// Day comes before month, as in all of the countries.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let text = western(text);
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).collect();
    let [a, b, c] = parts[..] else { return None };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return None;
    }
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A number as people type it: `12,345.5`, `12 345`, `১২৩`. The point is the decimal sign; a single comma with other than three
/// digits behind it is one too.
#[must_use]
pub fn read_number(text: &str) -> Option<Decimal> {
    let text: String = western(text)
        .chars()
        .map(|c| match c {
            '٫' => '.',
            '٬' => ',',
            '\u{2212}' => '-',
            c => c,
        })
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != '\'' && *c != '_')
        .collect();
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let behind = text.rsplit_once(',').map_or(0, |(_, rest)| rest.len());
    let plain = match (commas, points) {
        (1, 0) if behind != 3 => text.replace(',', "."),
        (0, n) if n > 1 => text.replace('.', ""),
        (1, n) if n > 1 => text.replace('.', "").replace(',', "."),
        _ => text.replace(',', ""),
    };
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(read_day(typed).map(|d| d.to_string()).as_deref(), expected, "{typed}");
        };
        check("2017-10-02", Some("2017-10-02"));
        check("2.10.2017", Some("2017-10-02"));
        check("2/10/2017", Some("2017-10-02"));
        check("२०१७-१०-०२", Some("2017-10-02"));
        check("۲ ۱۰ ۲۰۱۷", Some("2017-10-02"));
        check("31.2.2017", None);
        check("2017", None);
        check("2.10.17", None);
        check("soon", None);
    }

    #[test]
    fn numbers() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(read_number(typed).map(|d| d.to_string()).as_deref(), expected, "{typed}");
        };
        check("12,345.5", Some("12345.5"));
        check("1,23,45,678", Some("12345678"));
        check("12.345.678", Some("12345678"));
        check("12.345.678,9", Some("12345678.9"));
        check("2,5", Some("2.5"));
        check("2,500", Some("2500"));
        check("১২৩", Some("123"));
        check("۱۲۳٫۵", Some("123.5"));
        check("\u{2212}4", Some("-4"));
        check("about 5", None);
        check("", None);
    }
}
