//! Fiscal years in the calendar of a country.

use super::{Calendar, CalendarDate, day_of, number};
use crate::plan::{Day, FiscalStart};

/// A fiscal year. They are in order by their first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The year of its calendar in which it begins.
    year: i32,
    /// Whether it ends in the next year of its calendar.
    is_split: bool,
}

impl FiscalYear {
    /// How offices call it: `2074/75`, or `1396` when it is the year of the calendar.
    #[must_use]
    pub fn label(&self) -> String {
        if self.is_split {
            format!("{}/{:02}", self.year, (self.year + 1).rem_euclid(100))
        } else {
            self.year.to_string()
        }
    }
}

/// When fiscal years begin, and for which time that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiscalRule {
    /// Their first day.
    pub start: FiscalStart,
    /// The first day on which it holds; nothing: always so far.
    pub from: Option<Day>,
    /// The last day on which it holds; nothing: still.
    pub until: Option<Day>,
}

impl FiscalRule {
    /// A rule without an end.
    #[must_use]
    pub const fn always(start: FiscalStart) -> Self {
        Self { start, from: None, until: None }
    }
}

/// The first day of the fiscal year that begins in a year of its calendar.
fn begins(start: FiscalStart, year: i32) -> Option<Day> {
    let calendar = Calendar::new(start.calendar, None);
    let last = calendar.month_length(year, start.month)?;
    calendar.day(CalendarDate { year, month: start.month, day: start.day.min(last) })
}

/// The fiscal year that holds a day; nothing outside the years that its calendar can convert.
#[must_use]
pub fn fiscal_year(start: FiscalStart, day: Day) -> Option<FiscalYear> {
    let here = Calendar::new(start.calendar, None).date(day)?.year;
    let year = if begins(start, here)? <= day { here } else { here - 1 };
    let (first, next) = (begins(start, year)?, begins(start, year + 1)?);
    let is_split = (start.month, start.day) != (1, 1);
    Some(FiscalYear { first, last: day_of(number(next) - 1)?, year, is_split })
}

/// More years than any chart shows.
const MOST: usize = 400;

/// The fiscal years between two days, by rules that follow each other in time. Where a rule ends inside a year, the year ends
/// there too: an interim year, as Myanmar had one from October 2021 to March 2022.
#[must_use]
pub fn fiscal_years(rules: &[FiscalRule], from: Day, to: Day) -> Vec<FiscalYear> {
    let (mut all, mut misses) = (Vec::new(), 0);
    let mut at = from;
    // A year has at least one day, so that this ends; the bound keeps a strange scale from asking for thousands.
    while at <= to && all.len() + misses < MOST {
        let holds = |rule: &&FiscalRule| {
            rule.from.is_none_or(|from| from <= at) && rule.until.is_none_or(|until| at <= until)
        };
        let rule = rules.iter().filter(holds).max_by_key(|rule| rule.from);
        let found = rule.and_then(|rule| Some((rule, fiscal_year(rule.start, at)?)));
        let Some((rule, mut year)) = found else {
            // Nothing holds here, or the calendar does not reach: look a year later, or where the next rule begins.
            let later = rules.iter().filter_map(|r| r.from).filter(|from| *from > at);
            match later.chain(day_of(number(at) + 365)).min() {
                Some(next) => at = next,
                None => break,
            }
            misses += 1;
            continue;
        };
        year.first = rule.from.map_or(year.first, |from| year.first.max(from));
        year.last = rule.until.map_or(year.last, |until| year.last.min(until));
        all.push(year);
        match day_of(number(year.last) + 1) {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    all
}
