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

/// Which sign parts the whole of a number from its fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// 1,250.50
    Point,
    /// 1.250,50
    Comma,
}

/// A number as people type it: `12,345.5`, `12 345`, `১২৩`. The point is the decimal sign; a single comma with other than three
/// digits behind it is one too.
#[must_use]
pub fn read_number(text: &str) -> Option<Decimal> {
    let text = bare(text);
    let sign = sign_of(&text).unwrap_or(DecimalSign::Point);
    plain(&text, sign).parse().ok()
}

/// An amount of money or a count as people type it: as [`read_number`], but three digits behind a single point are thousands too,
/// for neither has three decimals here: `25.000` is 25,000, as in Indonesia, Laos and Viet Nam.
#[must_use]
pub fn read_amount(text: &str) -> Option<Decimal> {
    let bare = bare(text);
    let (whole, behind) = bare.split_once('.').unwrap_or((&bare, ""));
    let are_groups = (1..=3).contains(&whole.trim_start_matches('-').len())
        && behind.len() == 3
        && !whole.trim_start_matches('-').starts_with('0')
        && !text.contains(ARABIC_DECIMAL);
    if are_groups && bare.matches([',', '.']).count() == 1 {
        return plain(&bare, DecimalSign::Comma).parse().ok();
    }
    read_number(text)
}

/// A quantity as people type it who write numbers with this decimal sign: where it is the comma, three digits behind a single point are
/// thousands, as in [`read_amount`]; where it is the point, as in [`read_number`]. A comma before three digits parts thousands
/// everywhere, for so the program itself shows them.
#[must_use]
pub fn read_quantity(text: &str, sign: DecimalSign) -> Option<Decimal> {
    match sign {
        DecimalSign::Point => read_number(text),
        DecimalSign::Comma => read_amount(text),
    }
}

/// A number whose decimal sign is known.
#[must_use]
pub fn read_number_with(text: &str, sign: DecimalSign) -> Option<Decimal> {
    plain(&bare(text), sign).parse().ok()
}

/// The decimal sign that the numbers of one table agree on; nothing where none of them tells, or two disagree.
pub fn decimal_sign<'t>(numbers: impl IntoIterator<Item = &'t str>) -> Option<DecimalSign> {
    let mut told = numbers.into_iter().filter_map(|number| {
        let bare = bare(number);
        let sign = sign_of(&bare)?;
        plain(&bare, sign).parse::<Decimal>().is_ok().then_some(sign)
    });
    let first = told.next()?;
    told.all(|sign| sign == first).then_some(first)
}

/// The decimal sign of Arabic script.
const ARABIC_DECIMAL: char = '٫';

/// Western digits and signs, without blanks.
fn bare(text: &str) -> String {
    western(text)
        .chars()
        .map(|c| match c {
            ARABIC_DECIMAL => '.',
            '٬' => ',',
            '\u{2212}' => '-',
            c => c,
        })
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != '\'' && *c != '_')
        .collect()
}

/// The decimal sign that the signs of one number tell; nothing where they tell none, as in `2,500` and `2.500`.
fn sign_of(bare: &str) -> Option<DecimalSign> {
    let (commas, points) = (bare.matches(',').count(), bare.matches('.').count());
    let behind = bare.rsplit_once([',', '.']).map_or(0, |(_, rest)| rest.len());
    match (commas, points) {
        (0, 1) | (1, 0) if behind == 3 => None,
        (1, 0) | (0, 2..) | (1, 2..) => Some(DecimalSign::Comma),
        (0, 1) | (2.., 0) | (2.., 1) => Some(DecimalSign::Point),
        (1, 1) if bare.find('.') < bare.find(',') => Some(DecimalSign::Comma),
        (1, 1) => Some(DecimalSign::Point),
        _ => None,
    }
}

/// A number without groups, with a point as its decimal sign.
fn plain(bare: &str, sign: DecimalSign) -> String {
    match sign {
        DecimalSign::Point => bare.replace(',', ""),
        DecimalSign::Comma => bare.replace('.', "").replace(',', "."),
    }
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
        check("1.250,50", Some("1250.50"));
        check("1,250.50", Some("1250.50"));
        check("2.500", Some("2.500"));
        check("about 5", None);
        check("", None);
    }

    #[test]
    fn three_digits_behind_a_point_are_thousands_of_a_price() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(read_amount(typed).map(|d| d.to_string()).as_deref(), expected, "{typed}");
        };
        check("25.000", Some("25000"));
        check("2,500", Some("2500"));
        check("25.50", Some("25.50"));
        check("0.125", Some("0.125"));
        check("-1.500", Some("-1500"));
        check("1,234.500", Some("1234.500"));
        check("۱۲٫۵۰۰", Some("12.500"));
        check("1,23,45,678", Some("12345678"));
        check("25.000.000", Some("25000000"));
        check("soon", None);
    }

    #[test]
    fn a_quantity_is_read_as_its_country_writes_numbers() {
        use DecimalSign::{Comma, Point};
        let check = |typed: &str, sign, expected: &str| {
            assert_eq!(
                read_quantity(typed, sign).map(|d| d.to_string()).as_deref(),
                Some(expected),
                "{typed}"
            );
        };
        check("1.500", Comma, "1500");
        check("1.500", Point, "1.500");
        check("1,500", Comma, "1500");
        check("1,500", Point, "1500");
        check("1,5", Comma, "1.5");
        check("3.2", Comma, "3.2");
        check("0.125", Comma, "0.125");
    }

    #[test]
    fn the_numbers_of_a_table_tell_their_decimal_sign() {
        use DecimalSign::{Comma, Point};
        let check = |numbers: &[&str], sign: Option<DecimalSign>| {
            assert_eq!(decimal_sign(numbers.iter().copied()), sign, "{numbers:?}");
        };
        check(&["2.500", "3,5"], Some(Comma));
        check(&["2.500", "1.250.000"], Some(Comma));
        check(&["2,500", "1.5"], Some(Point));
        check(&["1,23,45,678", "2,500"], Some(Point));
        check(&["12", "2.500", "about 3,5"], None);
        check(&["3,5", "3.5"], None);
        assert_eq!(read_number_with("2.500", Comma), Some(Decimal::from(2500)));
        assert_eq!(read_number_with("2,500", Point), Some(Decimal::from(2500)));
        assert_eq!(
            read_number_with("2,500", Comma).map(|n| n.normalize().to_string()).as_deref(),
            Some("2.5")
        );
    }
}
