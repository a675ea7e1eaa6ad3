//! Solar Hijri, the calendar of Iran and Afghanistan: the year begins with the spring equinox. Computed by `icu_calendar`, whose
//! leap years were compared with the astronomical rule for the years below.

use super::CalendarDate;
use icu_calendar::{Date, cal::Persian, types::RataDie};
use std::ops::RangeInclusive;

/// The years for which the computation was compared with the equinox.
pub const YEARS: RangeInclusive<i32> = 1178..=2999;

/// The date of a day by its number.
pub fn from_number(number: i32) -> Option<CalendarDate> {
    let date = Date::from_rata_die(RataDie::new(number.into()), Persian);
    let year = date.era_year().year;
    YEARS.contains(&year).then(|| CalendarDate {
        year,
        month: date.month().ordinal,
        day: date.day_of_month().0,
    })
}

/// The number of a day.
pub fn to_number(date: CalendarDate) -> Option<i32> {
    let found = Date::try_new_persian(date.year, date.month, date.day).ok()?;
    let number = i32::try_from(found.to_rata_die().to_i64_date()).ok()?;
    YEARS.contains(&date.year).then_some(number)
}

/// The number of days of a month.
pub fn month_length(year: i32, month: u8) -> Option<u8> {
    let first = Date::try_new_persian(year, month, 1).ok()?;
    YEARS.contains(&year).then(|| first.days_in_month())
}
