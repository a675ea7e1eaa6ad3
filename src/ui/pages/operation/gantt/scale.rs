//! From days to points and back. Days are counted as in [`crate::locale::calendar`].

use crate::{
    analysis::Span,
    locale::calendar::{day_of, number},
    plan::Day,
};
use egui::Rangef;
use std::ops::Range;

/// The day so many days later; the same day where the calendar ends.
#[must_use]
pub fn later(from: Day, days: i32) -> Day {
    number(from).checked_add(days).and_then(day_of).unwrap_or(from)
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
}

impl Scale {
    /// Where a day begins.
    #[must_use]
    pub fn x(&self, day: i32) -> f32 {
        // On a screen, and a little beyond: a float tells the points apart.
        #[allow(clippy::cast_possible_truncation)]
        let along = ((f64::from(day) - self.first) * f64::from(self.per_day)).clamp(-1e6, 1e6) as f32;
        self.range.min + along
    }

    /// The moment at a point, in days.
    #[must_use]
    pub fn moment(&self, x: f32) -> f64 {
        self.first + f64::from((x - self.range.min) / self.per_day)
    }

    /// From the left to the right edge of these days, both included.
    #[must_use]
    pub fn across(&self, from: i32, to: i32) -> Rangef {
        Rangef::new(self.x(from), self.x(to.saturating_add(1)))
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
        Self { per_day, first: moment - f64::from((x - self.range.min) / per_day), ..*self }
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
    /// A week, from the day with which it begins in the country.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
}

impl Unit {
    /// Every unit, from the smallest.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Quarter];

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

    /// A width of a day in points that shows this unit well.
    #[must_use]
    pub const fn per_day(self) -> f32 {
        match self {
            Self::Day => 26.0,
            Self::Week => 6.0,
            Self::Month => 2.2,
            Self::Quarter => 0.7,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn scale(first: &str, per_day: f32) -> Scale {
        let first = f64::from(number(date(first)));
        Scale { first, per_day, range: Rangef::new(100.0, 500.0) }
    }

    #[test]
    fn days_and_points_are_inverse() {
        let scale = scale("2017-10-02", 8.0);
        for offset in [-30, 0, 1, 49] {
            let n = number(date("2017-10-02")) + offset;
            assert!((scale.moment(scale.x(n)) - f64::from(n)).abs() < 1e-3);
            assert_eq!(number(later(date("2017-10-02"), offset)), n);
        }
        let bar = scale.across(number(date("2017-10-02")), number(date("2017-10-03")));
        assert_eq!(bar, Rangef::new(100.0, 116.0));
    }

    #[test]
    fn zoom_keeps_the_moment_under_the_pointer() {
        let scale = scale("2017-10-02", 8.0);
        let larger = scale.zoomed(2.0, 180.0);
        assert!((larger.moment(180.0) - scale.moment(180.0)).abs() < 1e-3);
        assert!((larger.per_day - 16.0).abs() < 1e-3);
        assert!((scale.zoomed(1e9, 180.0).per_day - PER_DAY.max).abs() < 1e-3);
    }

    #[test]
    fn a_fitting_scale_shows_the_whole_span() {
        let span = Span::new(date("2017-10-02"), date("2018-09-30"));
        let scale = scale("1990-01-01", 8.0).fitting(span);
        assert!(scale.x(number(span.start)) > 100.0 && scale.x(number(span.finish) + 1) < 500.0);
        assert!(scale.across(number(span.start), number(span.finish)).span() > 300.0);
    }

    #[test]
    fn a_unit_stands_for_its_width() {
        for unit in Unit::ALL {
            assert_eq!(Unit::of(unit.per_day()), unit);
            assert!(PER_DAY.contains(unit.per_day()));
        }
    }
}
