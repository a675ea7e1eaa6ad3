//! The calendars of the countries: days of the file, which are Gregorian, as dates of offices in Nepal, Iran and Afghanistan, and
//! back. Pure: no clock, no settings of the system.
//!
//! [`Calendar`] converts; [`form`] writes and reads dates as people do; [`fiscal`] cuts time into fiscal years; [`own`] holds the
//! names of months in their own scripts and the first day of the week.

mod bikram_sambat;
mod fiscal;
mod form;
mod own;
mod solar_hijri;

pub use bikram_sambat::FIRST_EXPECTED as FIRST_EXPECTED_SAMBAT;
pub use fiscal::{FiscalRule, FiscalYear, fiscal_year, fiscal_years};
pub use form::{Misread, Relative};
pub use own::{OwnMonths, week_start};

use crate::plan::{CalendarKind, Country, Day, Identity};
use std::ops::RangeInclusive;

/// A calendar with the names of its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    kind: CalendarKind,
    /// Whether Solar Hijri months have their names of Afghanistan (Hamal) and not those of Iran (Farvardin).
    is_afghan: bool,
}

/// A date in some calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    /// The year as people write it.
    pub year: i32,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl Calendar {
    /// The calendar of the file.
    pub const GREGORIAN: Self = Self { kind: CalendarKind::Gregorian, is_afghan: false };

    /// A calendar with the names of a country.
    #[must_use]
    pub fn new(kind: CalendarKind, country: Option<Country>) -> Self {
        Self { kind, is_afghan: country.is_some_and(|c| c.code() == "AF") }
    }

    /// The calendar that a plan asks for; nothing chosen: Gregorian.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        Self::new(identity.calendar.unwrap_or(CalendarKind::Gregorian), identity.country)
    }

    /// Which one it is.
    #[must_use]
    pub const fn kind(self) -> CalendarKind {
        self.kind
    }

    /// Whether it is the calendar of the file.
    #[must_use]
    pub fn is_gregorian(self) -> bool {
        self.kind == CalendarKind::Gregorian
    }

    /// The years that can be converted, the last one whole.
    #[must_use]
    pub fn years(self) -> RangeInclusive<i32> {
        match self.kind {
            CalendarKind::Gregorian => 1..=9998,
            CalendarKind::SolarHijri => solar_hijri::YEARS,
            CalendarKind::BikramSambat => bikram_sambat::YEARS,
        }
    }

    /// Whether the months of a year are not published yet: its dates may turn out a day earlier or later.
    #[must_use]
    pub fn is_expected(self, year: i32) -> bool {
        self.kind == CalendarKind::BikramSambat && year >= bikram_sambat::FIRST_EXPECTED
    }

    /// The date of a day; nothing outside the years that can be converted.
    #[must_use]
    pub fn date(self, day: Day) -> Option<CalendarDate> {
        match self.kind {
            CalendarKind::Gregorian => Some(gregorian(day)),
            CalendarKind::SolarHijri => solar_hijri::from_number(number(day)),
            CalendarKind::BikramSambat => bikram_sambat::from_number(number(day)),
        }
    }

    /// The day of a date; nothing for a date that the calendar does not have or that cannot be converted.
    #[must_use]
    pub fn day(self, date: CalendarDate) -> Option<Day> {
        match self.kind {
            CalendarKind::Gregorian => {
                let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
                Day::new(date.year.try_into().ok()?, month, day).ok()
            }
            CalendarKind::SolarHijri => day_of(solar_hijri::to_number(date)?),
            CalendarKind::BikramSambat => day_of(bikram_sambat::to_number(date)?),
        }
    }

    /// The number of days of a month; nothing outside the years that can be converted.
    #[must_use]
    pub fn month_length(self, year: i32, month: u8) -> Option<u8> {
        match self.kind {
            CalendarKind::Gregorian => {
                let first = self.day(CalendarDate { year, month, day: 1 })?;
                Some(first.days_in_month().unsigned_abs())
            }
            CalendarKind::SolarHijri => solar_hijri::month_length(year, month),
            CalendarKind::BikramSambat => bikram_sambat::month_length(year, month),
        }
    }

    /// The day so many months later, or earlier; the last day of its month where that one is shorter. Nothing outside the years
    /// that can be converted.
    #[must_use]
    pub fn months_later(self, day: Day, months: i32) -> Option<Day> {
        let date = self.date(day)?;
        let (year, month) = month_after(date.year, date.month, months)?;
        let last = self.month_length(year, month)?;
        self.day(CalendarDate { year, month, day: date.day.min(last) })
    }

    /// The first day of the piece of a year that holds a day, for pieces of so many months: 1, 3 or 12.
    #[must_use]
    pub fn piece_start(self, day: Day, months: u8) -> Option<Day> {
        let date = self.date(day)?;
        let months = months.clamp(1, 12);
        self.day(CalendarDate { month: (date.month - 1) / months * months + 1, day: 1, ..date })
    }

    /// The key of the name of a month among the interface words.
    #[must_use]
    pub fn month_key(self, month: u8) -> String {
        let names = if self.is_afghan && self.kind == CalendarKind::SolarHijri { "-af" } else { "" };
        format!("month-{}{names}-{month}", self.kind.word())
    }
}

fn gregorian(day: Day) -> CalendarDate {
    CalendarDate { year: day.year().into(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() }
}

/// The year and the month so many months later.
fn month_after(year: i32, month: u8, months: i32) -> Option<(i32, u8)> {
    let all = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(months)?;
    Some((all.div_euclid(12), u8::try_from(all.rem_euclid(12) + 1).ok()?))
}

/// The number of a Gregorian date: 1 is 1 January of the year 1.
const fn days_of(year: i32, month: u8, day: u8) -> i32 {
    const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let past = year - 1;
    let leap_days = past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let leap_day = if is_leap && month > 2 { 1 } else { 0 };
    365 * past + leap_days + BEFORE[(month - 1) as usize] + leap_day + day as i32
}

/// The number of a day: 1 is 1 January of the year 1.
#[must_use]
pub fn number(day: Day) -> i32 {
    days_of(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// The day with a number; nothing beyond what a date can hold.
#[must_use]
pub fn day_of(number: i32) -> Option<Day> {
    const FIRST: Day = jiff::civil::date(1, 1, 1);
    FIRST.checked_add(jiff::Span::new().try_days(number.checked_sub(1)?).ok()?).ok()
}

#[cfg(test)]
mod tests;
