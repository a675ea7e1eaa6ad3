//! Bikram Sambat, the calendar of Nepal: months follow the sun's way through the signs and are published year by year, so that
//! their lengths stand in a table.
//!
//! Sources, read on 25 November 2026. 2000 to 2080: three public tables agree in every month (medic/bikram-sambat, collected for
//! health records; amitgaru2/nepali-datetime, read from nepalipatro.com.np; opensource-nepal/node-nepali-datetime). 2081 to 2083:
//! the same after the corrections that their users made from printed calendars (medic/bikram-sambat issues 26 and 31,
//! amitgaru/nepali-datetime pull request 70). 2084 to 2087: not published yet; as Nepali Patro expects them, and as
//! opensource-nepal/node-nepali-datetime and several others have them. Anchor: 1 Baisakh 2000 is 14 April 1943; 15 Chaitra 2073 is
//! 28 March 2017 (README of medic/bikram-sambat). Later years differ between the sources and are left out.

use super::CalendarDate;
use std::{ops::RangeInclusive, sync::LazyLock};

/// The years of the table.
pub const YEARS: RangeInclusive<i32> = FIRST..=LAST;
/// The first year whose months are expected and not published.
pub const FIRST_EXPECTED: i32 = 2084;

const FIRST: i32 = 2000;
const LAST: i32 = 2087;

/// The day number of 1 Baisakh 2000: 14 April 1943.
const START: i32 = super::days_of(1943, 4, 14);

/// The months from Baisakh 2000 on, each by the last digit of its length: 29, 30, 31 or 32 days. A line holds four years.
const LENGTHS: [u8; 88 * 12] = *b"\
    021210009091112111090900112210090900121210009901\
    021210009091112111090900112210090900121210009901\
    111211900991112111090900112210090900121210009901\
    111211900900112111090900112210090900121210009901\
    111211900900112111090900121210090900121210009091\
    111211090900112111090900121210009900121210009091\
    111211090900112111090900121210009901021210009091\
    112111090900112120090900121210009901021210009091\
    112111090900112210090900121210009901021211900991\
    112111090900112210090900121210009901111211900900\
    112111090900112210090900121210009901111211900900\
    112111090900121210090900121210009901111211090900\
    112111090900121210009900121210009091111211090900\
    112111090900121210009900121210009091112111090900\
    112120090900121210009901021210009091112111090900\
    112210090900121210009901021211909091112111090900\
    112210090900121210009901111211900991112111090900\
    112210090900121210009901111211900900112111090900\
    121210090900121210009901111211090900112111090900\
    121210009900121210009091111211090900112111090900\
    121210009900121210009091112111090900112111090900\
    121210009901021210009091112111090900112210090900\
";

/// The day number on which each year of the table begins, and that of the first year behind it.
static STARTS: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let mut all = vec![START];
    for months in LENGTHS.chunks(12) {
        let days: i32 = months.iter().map(|m| i32::from(length(*m))).sum();
        all.push(all[all.len() - 1] + days);
    }
    all
});

const fn length(digit: u8) -> u8 {
    match digit {
        b'9' => 29,
        other => 30 + other - b'0',
    }
}

fn months(year: i32) -> Option<&'static [u8]> {
    LENGTHS.chunks(12).nth(usize::try_from(year.checked_sub(FIRST)?).ok()?)
}

/// The number of days of a month; nothing outside the table.
pub fn month_length(year: i32, month: u8) -> Option<u8> {
    let at = usize::from(month).checked_sub(1)?;
    months(year)?.get(at).map(|digit| length(*digit))
}

/// The date of a day by its number; nothing outside the table.
pub fn from_number(number: i32) -> Option<CalendarDate> {
    let at = STARTS.partition_point(|start| *start <= number).checked_sub(1)?;
    let months = LENGTHS.chunks(12).nth(at)?;
    let mut left = number - STARTS[at];
    for (month, digit) in (1..).zip(months) {
        let days = i32::from(length(*digit));
        if left < days {
            let year = FIRST + i32::try_from(at).ok()?;
            return Some(CalendarDate { year, month, day: u8::try_from(left + 1).ok()? });
        }
        left -= days;
    }
    None
}

/// The number of a day; nothing for a date that is not in the table.
pub fn to_number(date: CalendarDate) -> Option<i32> {
    let months = months(date.year)?;
    if date.day == 0 || date.day > month_length(date.year, date.month)? {
        return None;
    }
    let before: i32 =
        months.iter().take(usize::from(date.month) - 1).map(|digit| i32::from(length(*digit))).sum();
    let start = STARTS.get(usize::try_from(date.year - FIRST).ok()?)?;
    Some(start + before + i32::from(date.day) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_whole_years() {
        assert_eq!(LENGTHS.len(), 12 * YEARS.count());
        for (i, months) in LENGTHS.chunks(12).enumerate() {
            assert!(months.iter().all(|m| matches!(m, b'9' | b'0' | b'1' | b'2')), "{i}");
            let days = STARTS[i + 1] - STARTS[i];
            assert!((365..=366).contains(&days), "{}: {days}", FIRST + i32::try_from(i).unwrap());
        }
    }

    #[test]
    fn every_day_of_the_table_goes_there_and_back() {
        for number in START..*STARTS.last().unwrap() {
            let date = from_number(number).unwrap();
            assert_eq!(to_number(date), Some(number), "{date:?}");
        }
        assert_eq!(from_number(START - 1), None);
        assert_eq!(from_number(*STARTS.last().unwrap()), None);
        for (year, month, day) in
            [(1999, 1, 1), (2088, 1, 1), (2074, 0, 1), (2074, 13, 1), (2074, 1, 32), (2074, 1, 0)]
        {
            assert_eq!(to_number(CalendarDate { year, month, day }), None, "{year} {month} {day}");
        }
    }
}
