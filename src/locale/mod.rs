//! Languages, numbers, calendars, interface words and the fonts that draw them.

pub mod fonts;
