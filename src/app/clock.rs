//! The clock of this computer: only the shell asks it.

#![allow(clippy::disallowed_methods, reason = "here the window learns what day and time it is")]

use crate::plan::Day;
use jiff::{Timestamp, ZonedDateTime};

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
