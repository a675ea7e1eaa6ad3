//! What stands above the chart: months, quarters and years of the plan's calendar, weeks of the country, and its fiscal years.

use super::scale::{Scale, Unit};
use crate::{
    locale::calendar::{
        Calendar, CalendarDate, FiscalRule, FiscalYear, day_of, fiscal_years, number, week_start,
    },
    plan::{CalendarKind, Country, Day, FiscalStart, Weekday},
    ui::Cx,
};
use std::ops::Range;

/// A piece of the time above the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Its first day.
    pub from: i32,
    /// The first day behind it.
    pub to: i32,
    /// The calendar that it is a piece of: that of the plan, or the Gregorian one where that does not reach.
    pub calendar: Calendar,
    /// The first day as a date of that calendar.
    pub date: CalendarDate,
}

/// How time is cut into pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Day,
    Week,
    /// So many months.
    Months(u8),
}

impl Unit {
    const fn step(self) -> Step {
        match self {
            Self::Day => Step::Day,
            Self::Week => Step::Week,
            Self::Month => Step::Months(1),
            Self::Quarter => Step::Months(3),
        }
    }

    const fn above(self) -> Step {
        match self {
            Self::Day | Self::Week => Step::Months(1),
            Self::Month | Self::Quarter => Step::Months(12),
        }
    }
}

/// The calendar of a plan, as it cuts time into pieces.
#[derive(Debug, Clone, Copy)]
pub struct Cutter {
    calendar: Calendar,
    week_start: Weekday,
}

impl Cutter {
    /// The cutter of a plan.
    #[must_use]
    pub fn of(cx: &Cx<'_>) -> Self {
        Self::new(Calendar::of(&cx.plan.identity), cx.plan.identity.country)
    }

    fn new(calendar: Calendar, country: Option<Country>) -> Self {
        Self { calendar, week_start: week_start(country) }
    }

    /// The upper and the lower row of what is seen.
    #[must_use]
    pub fn ticks(&self, scale: &Scale) -> (Vec<Tick>, Vec<Tick>) {
        let unit = Unit::of(scale.per_day);
        (self.cut(scale.seen(), unit.above()), self.cut(scale.seen(), unit.step()))
    }

    fn cut(&self, seen: Range<i32>, step: Step) -> Vec<Tick> {
        let mut all: Vec<Tick> = Vec::new();
        let mut at = seen.start;
        while at < seen.end {
            let Some(mut tick) = day_of(at).and_then(|day| self.piece(day, step)) else { break };
            // Where one calendar ends and the other goes on, a piece of the other has begun before.
            tick.from = all.last().map_or(tick.from, |last| last.to);
            if tick.to <= at {
                break;
            }
            at = tick.to;
            all.push(tick);
        }
        all
    }

    /// The piece that holds a day.
    fn piece(&self, day: Day, step: Step) -> Option<Tick> {
        let dated = |day: Day| {
            let own = self.calendar.date(day).map(|date| (self.calendar, date));
            own.or_else(|| Some((Calendar::GREGORIAN, Calendar::GREGORIAN.date(day)?)))
        };
        let of_days = |from: i32, days: i32| {
            let (calendar, date) = dated(day_of(from)?)?;
            Some(Tick { from, to: from + days, calendar, date })
        };
        match step {
            Step::Day => of_days(number(day), 1),
            Step::Week => of_days(number(day) - self.days_into_week(day), 7),
            Step::Months(months) => {
                let (calendar, _) = dated(day)?;
                let first = calendar.piece_start(day, months)?;
                let date = calendar.date(first)?;
                let lengths = (0..months).map(|i| calendar.month_length(date.year, date.month + i));
                let days: i32 = lengths.map(|length| length.map_or(0, i32::from)).sum();
                Some(Tick { from: number(first), to: number(first) + days, calendar, date })
            }
        }
    }

    fn days_into_week(&self, day: Day) -> i32 {
        let start = Weekday::ALL.iter().position(|d| *d == self.week_start).unwrap_or(0);
        let start = i32::try_from(start).unwrap_or(0);
        (i32::from(day.weekday().to_monday_zero_offset()) - start).rem_euclid(7)
    }
}

/// When fiscal years begin: as the country has changed it in time when the plan follows the country, else as the plan says.
#[must_use]
pub fn fiscal_rules(cx: &Cx<'_>) -> Vec<FiscalRule> {
    let january = FiscalStart { calendar: CalendarKind::Gregorian, month: 1, day: 1 };
    let own = cx.plan.identity.fiscal_start.unwrap_or(january);
    let profile = cx.plan.identity.country.and_then(|c| cx.packs.country(c));
    let facts = profile.map(|p| p.fiscal_starts.as_slice()).unwrap_or_default();
    let firm = || facts.iter().filter(|fact| fact.is_firm());
    if !firm().any(|fact| fact.value == own) {
        return vec![FiscalRule::always(own)];
    }
    firm()
        .map(|fact| FiscalRule { start: fact.value, from: fact.valid_from, until: fact.valid_until })
        .collect()
}

/// The fiscal years that are seen.
#[must_use]
pub fn fiscal_bands(scale: &Scale, rules: &[FiscalRule]) -> Vec<FiscalYear> {
    let seen = scale.seen();
    let (Some(from), Some(to)) = (day_of(seen.start), day_of(seen.end)) else { return Vec::new() };
    fiscal_years(rules, from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> i32 {
        number(text.parse().unwrap())
    }

    fn cutter(kind: CalendarKind, country: &str) -> Cutter {
        Cutter::new(Calendar::new(kind, Country::new(country)), Country::new(country))
    }

    #[test]
    fn steps_begin_where_they_should() {
        let check = |cutter: Cutter, from: &str, to: &str, step: Step, expected: &[&str]| {
            let found = cutter.cut(iso(from)..iso(to), step);
            let days: Vec<_> = found.iter().map(|t| day_of(t.from).unwrap().to_string()).collect();
            assert_eq!(days, expected);
            assert!(found.windows(2).all(|pair| pair[0].to == pair[1].from));
        };
        let world = cutter(CalendarKind::Gregorian, "VN");
        check(world, "2017-10-04", "2017-10-06", Step::Day, &["2017-10-04", "2017-10-05"]);
        check(world, "2017-10-04", "2017-10-17", Step::Week, &["2017-10-02", "2017-10-09", "2017-10-16"]);
        check(
            world,
            "2017-12-31",
            "2018-02-02",
            Step::Months(1),
            &["2017-12-01", "2018-01-01", "2018-02-01"],
        );
        check(world, "2017-12-31", "2018-02-02", Step::Months(3), &["2017-10-01", "2018-01-01"]);
        check(world, "2017-12-31", "2018-02-02", Step::Months(12), &["2017-01-01", "2018-01-01"]);
        let nepal = cutter(CalendarKind::BikramSambat, "NP");
        check(nepal, "2017-10-04", "2017-10-17", Step::Week, &["2017-10-01", "2017-10-08", "2017-10-15"]);
        check(
            nepal,
            "2017-10-04",
            "2017-11-20",
            Step::Months(1),
            &["2017-09-17", "2017-10-18", "2017-11-17"],
        );
        check(nepal, "2017-04-13", "2017-04-15", Step::Months(12), &["2016-04-13", "2017-04-14"]);
        let iran = cutter(CalendarKind::SolarHijri, "IR");
        check(iran, "2017-10-04", "2017-10-09", Step::Week, &["2017-09-30", "2017-10-07"]);
        check(iran, "2017-10-04", "2018-01-01", Step::Months(3), &["2017-09-23", "2017-12-22"]);
    }

    #[test]
    fn behind_the_last_year_of_a_calendar_the_common_one_goes_on() {
        let nepal = cutter(CalendarKind::BikramSambat, "NP");
        let found = nepal.cut(iso("2031-03-20")..iso("2031-06-02"), Step::Months(1));
        let said: Vec<_> = found.iter().map(|t| (t.calendar.kind().word(), t.date.month)).collect();
        assert_eq!(said, [("bikram-sambat", 12), ("gregorian", 4), ("gregorian", 5), ("gregorian", 6)]);
        assert!(found.windows(2).all(|pair| pair[0].to == pair[1].from));
        assert_eq!(day_of(found[1].from).unwrap().to_string(), "2031-04-14");
    }
}
