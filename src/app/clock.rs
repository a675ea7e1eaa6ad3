//! The clock of this computer: only the shell asks it.

#![allow(clippy::disallowed_methods, reason = "here the window learns what day and time it is")]

use crate::{locale::Words, plan::Day};
use jiff::{Timestamp, ZonedDateTime, tz::TimeZone};
use std::time::SystemTime;

/// The calendar day here.
pub fn today() -> Day {
    ZonedDateTime::now().date()
}

/// The time of day here, such as `14:02`.
pub fn time_of_day() -> String {
    let now = ZonedDateTime::now();
    format!("{:02}:{:02}", now.hour(), now.minute())
}

/// This moment.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// This moment, as file systems count it.
pub fn system() -> SystemTime {
    SystemTime::now()
}

/// This moment, in seconds since 1970.
pub fn seconds() -> u64 {
    u64::try_from(now().as_second()).unwrap_or(0)
}

/// A moment in words: the time of day, with the date before it unless that is today.
pub fn when(words: &Words, seconds: u64) -> String {
    let moment = i64::try_from(seconds).ok().and_then(|s| Timestamp::from_second(s).ok()).unwrap_or_default();
    let moment = moment.to_zoned_datetime(TimeZone::system());
    let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
    if moment.date() == today() { time } else { format!("{}, {time}", words.short_day(moment.date())) }
}
