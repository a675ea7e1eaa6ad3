//! From days to points and back, and what stands above the chart. Days are counted from 1 January 2000.

use crate::{
    analysis::{Span, days_between},
    plan::{CalendarKind, Day, FiscalStart, Weekday},
};
use egui::Rangef;
use std::ops::Range;

const ZERO: Day = jiff::civil::date(2000, 1, 1);

/// The number of a day.
#[must_use]
pub fn number(day: Day) -> i32 {
    days_between(ZERO, day)
}

/// The day with a number; nothing beyond the calendar.
#[must_use]
pub fn day(number: i32) -> Option<Day> {
    ZERO.checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

/// The day so many days later; the same day where the calendar ends.
#[must_use]
pub fn later(from: Day, days: i32) -> Day {
    number(from).checked_add(days).and_then(day).unwrap_or(from)
}

/// The least and the largest width of a day in points: ten years, or two weeks, fill a screen.
pub const PER_DAY: Rangef = Rangef { min: 0.25, max: 48.0 };

/// Where days stand on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The moment at the starting edge, in days.
    pub first: f64,
    /// The width of a day in points.
    pub per_day: f32,
    /// The chart from its left to its right edge.
    pub range: Rangef,
    /// Whether time runs from right to left.
    pub is_rtl: bool,
}

impl Scale {
    /// Where a day begins.
    #[must_use]
    pub fn x(&self, day: i32) -> f32 {
        // On a screen, and a little beyond: a float tells the points apart.
        #[allow(clippy::cast_possible_truncation)]
        let along = ((f64::from(day) - self.first) * f64::from(self.per_day)).clamp(-1e6, 1e6) as f32;
        if self.is_rtl { self.range.max - along } else { self.range.min + along }
    }

    /// The moment at a point, in days.
    #[must_use]
    pub fn moment(&self, x: f32) -> f64 {
        let along = if self.is_rtl { self.range.max - x } else { x - self.range.min };
        self.first + f64::from(along / self.per_day)
    }

    /// How many whole days a movement of the pointer is.
    #[must_use]
    pub fn days(&self, points: f32) -> i32 {
        let along = if self.is_rtl { -points } else { points };
        #[allow(clippy::cast_possible_truncation, reason = "bounded by the screen and the scale")]
        let days = (along / self.per_day).round().clamp(-1e6, 1e6) as i32;
        days
    }

    /// From the left to the right edge of these days, both included.
    #[must_use]
    pub fn across(&self, from: i32, to: i32) -> Rangef {
        let (a, b) = (self.x(from), self.x(to.saturating_add(1)));
        Rangef::new(a.min(b), a.max(b))
    }

    /// The days that can be seen.
    #[must_use]
    pub fn seen(&self) -> Range<i32> {
        // Clamped to what a calendar holds, far inside an i32.
        #[allow(clippy::cast_possible_truncation)]
        let whole = |moment: f64| moment.clamp(-3.0e6, 3.0e6) as i32;
        let last = self.first + f64::from(self.range.span() / self.per_day);
        whole(self.first.floor())..whole(last.ceil())
    }

    /// The same, so much larger, with the moment at `x` staying there.
    #[must_use]
    pub fn zoomed(&self, factor: f32, x: f32) -> Self {
        let moment = self.moment(x);
        let per_day = PER_DAY.clamp(self.per_day * factor);
        let along = if self.is_rtl { self.range.max - x } else { x - self.range.min };
        Self { per_day, first: moment - f64::from(along / per_day), ..*self }
    }

    /// A scale in which a span fills the chart, with some air around it.
    #[must_use]
    pub fn fitting(&self, span: Span) -> Self {
        let days = span.days().max(14);
        #[allow(clippy::cast_precision_loss, reason = "a plan has few enough days to be exact")]
        let per_day = PER_DAY.clamp(self.range.span().max(1.0) / (days as f32 * 1.08));
        Self { per_day, first: f64::from(number(span.start)) - f64::from(days) * 0.04, ..*self }
    }
}

/// What one step of the lower row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
}

impl Unit {
    /// What fits a scale.
    #[must_use]
    pub fn of(per_day: f32) -> Self {
        match per_day {
            p if p >= 18.0 => Self::Day,
            p if p >= 3.6 => Self::Week,
            p if p >= 1.2 => Self::Month,
            _ => Self::Quarter,
        }
    }

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Day => "gantt-days",
            Self::Week => "gantt-weeks",
            Self::Month => "gantt-months",
            Self::Quarter => "gantt-quarters",
        }
    }

    /// What stands above it.
    const fn above(self) -> Step {
        match self {
            Self::Day | Self::Week => Step::Month,
            Self::Month | Self::Quarter => Step::Year,
        }
    }

    const fn step(self) -> Step {
        match self {
            Self::Day => Step::Day,
            Self::Week => Step::Week,
            Self::Month => Step::Month,
            Self::Quarter => Step::Quarter,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// A piece of the time above the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Its first day.
    pub from: i32,
    /// The first day behind it.
    pub to: i32,
    /// The first day as a date.
    pub day: Day,
}

/// The upper and the lower row of what is seen.
#[must_use]
pub fn ticks(scale: &Scale) -> (Vec<Tick>, Vec<Tick>) {
    let unit = Unit::of(scale.per_day);
    (steps(scale.seen(), unit.above()), steps(scale.seen(), unit.step()))
}

fn steps(seen: Range<i32>, step: Step) -> Vec<Tick> {
    let mut all = Vec::new();
    let mut at = day(seen.start).and_then(|d| begin(d, step));
    while let Some(from) = at.filter(|d| number(*d) < seen.end) {
        let Some(to) = next(from, step).filter(|to| *to > from) else { break };
        all.push(Tick { from: number(from), to: number(to), day: from });
        at = Some(to);
    }
    all
}

/// The first day of the piece that holds a day.
fn begin(day: Day, step: Step) -> Option<Day> {
    match step {
        Step::Day => Some(day),
        Step::Week => {
            let back = i32::from(day.weekday().to_monday_zero_offset());
            self::day(number(day) - back)
        }
        Step::Month => Some(day.first_of_month()),
        Step::Quarter => Day::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok(),
        Step::Year => Day::new(day.year(), 1, 1).ok(),
    }
}

fn next(from: Day, step: Step) -> Option<Day> {
    let span = match step {
        Step::Day => jiff::Span::new().days(1),
        Step::Week => jiff::Span::new().days(7),
        Step::Month => jiff::Span::new().months(1),
        Step::Quarter => jiff::Span::new().months(3),
        Step::Year => jiff::Span::new().years(1),
    };
    from.checked_add(span).ok()
}

/// Whether nobody works on a day.
#[must_use]
pub fn is_weekend(number: i32, weekend: &[Weekday]) -> bool {
    let Some(day) = day(number) else { return false };
    let at = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    Weekday::ALL.get(at).is_some_and(|w| weekend.contains(w))
}

/// The fiscal years that are seen, for those that begin on a day of the Gregorian calendar.
#[must_use]
pub fn fiscal_years(seen: Range<i32>, start: FiscalStart) -> Vec<Tick> {
    let begins = |year: i16| {
        let month = i8::try_from(start.month).ok()?;
        Day::new(year, month, i8::try_from(start.day).ok()?).ok()
    };
    if start.calendar != CalendarKind::Gregorian {
        return Vec::new();
    }
    let (Some(first), Some(last)) = (day(seen.start), day(seen.end)) else { return Vec::new() };
    let years = first.year() - 1..=last.year();
    let pairs = years.filter_map(|year| begins(year).zip(begins(year + 1)));
    let ticks = pairs.map(|(from, to)| Tick { from: number(from), to: number(to), day: from });
    ticks.filter(|t| t.from < seen.end && t.to > seen.start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn scale(first: &str, per_day: f32, is_rtl: bool) -> Scale {
        let first = f64::from(number(date(first)));
        Scale { first, per_day, range: Rangef::new(100.0, 500.0), is_rtl }
    }

    #[test]
    fn days_and_points_are_inverse() {
        for is_rtl in [false, true] {
            let scale = scale("2017-10-02", 8.0, is_rtl);
            for offset in [-30, 0, 1, 49] {
                let n = number(date("2017-10-02")) + offset;
                assert!((scale.moment(scale.x(n)) - f64::from(n)).abs() < 1e-3);
                assert_eq!(day(number(later(date("2017-10-02"), offset))), day(n));
            }
            let bar = scale.across(number(date("2017-10-02")), number(date("2017-10-03")));
            let expected = if is_rtl { Rangef::new(484.0, 500.0) } else { Rangef::new(100.0, 116.0) };
            assert_eq!(bar, expected);
            assert_eq!(scale.days(-24.0), if is_rtl { 3 } else { -3 });
        }
    }

    #[test]
    fn zoom_keeps_the_moment_under_the_pointer() {
        for is_rtl in [false, true] {
            let scale = scale("2017-10-02", 8.0, is_rtl);
            let larger = scale.zoomed(2.0, 180.0);
            assert!((larger.moment(180.0) - scale.moment(180.0)).abs() < 1e-3);
            assert!((larger.per_day - 16.0).abs() < 1e-3);
            assert!((scale.zoomed(1e9, 180.0).per_day - PER_DAY.max).abs() < 1e-3);
        }
    }

    #[test]
    fn a_fitting_scale_shows_the_whole_span() {
        let span = Span::new(date("2017-10-02"), date("2018-09-30"));
        let scale = scale("1990-01-01", 8.0, false).fitting(span);
        assert!(scale.x(number(span.start)) > 100.0 && scale.x(number(span.finish) + 1) < 500.0);
        assert!(scale.across(number(span.start), number(span.finish)).span() > 300.0);
    }

    #[test]
    fn steps_begin_where_they_should() {
        let check = |from: &str, to: &str, step: Step, expected: &[&str]| {
            let found = steps(number(date(from))..number(date(to)), step);
            let days: Vec<_> = found.iter().map(|t| t.day.to_string()).collect();
            assert_eq!(days, expected);
            assert!(found.windows(2).all(|pair| pair[0].to == pair[1].from));
        };
        check("2017-10-04", "2017-10-06", Step::Day, &["2017-10-04", "2017-10-05"]);
        check("2017-10-04", "2017-10-17", Step::Week, &["2017-10-02", "2017-10-09", "2017-10-16"]);
        check("2017-12-31", "2018-02-02", Step::Month, &["2017-12-01", "2018-01-01", "2018-02-01"]);
        check("2017-12-31", "2018-02-02", Step::Quarter, &["2017-10-01", "2018-01-01"]);
        check("2017-12-31", "2018-02-02", Step::Year, &["2017-01-01", "2018-01-01"]);
    }

    #[test]
    fn weekends_and_fiscal_years() {
        let saturday = number(date("2017-10-07"));
        assert!(is_weekend(saturday, &[Weekday::Saturday]));
        assert!(!is_weekend(saturday + 1, &[Weekday::Saturday]));
        let start = |calendar| FiscalStart { calendar, month: 7, day: 1 };
        let seen = number(date("2017-06-01"))..number(date("2018-07-02"));
        let years = fiscal_years(seen.clone(), start(CalendarKind::Gregorian));
        let days: Vec<_> = years.iter().map(|t| t.day.to_string()).collect();
        assert_eq!(days, ["2016-07-01", "2017-07-01", "2018-07-01"]);
        assert!(fiscal_years(seen, start(CalendarKind::BikramSambat)).is_empty());
    }
}
