//! Time as a length: whole months of the plan's calendar, cut into fiscal years, years and months.

use super::measure::Ruler;
use crate::{
    analysis::{Span, fiscal_start},
    export::report::speech::Speech,
    locale::calendar::{Calendar, FiscalRule, fiscal_years},
    plan::Day,
};

/// The time that a chart shows: whole months of the plan's calendar, or Gregorian ones where that does not reach.
pub(in crate::export) struct Scale {
    first: Day,
    /// The last day.
    last: Day,
    days: f32,
    months: i32,
    calendar: Calendar,
}

/// A piece of the time, from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) struct Piece {
    pub from: f32,
    pub to: f32,
    /// What stands in it; empty where there is no room for words.
    pub label: String,
}

/// The type of months, years and fiscal years.
pub(in crate::export) const SIZE: f32 = 7.2;

impl Scale {
    pub fn new(span: Span, calendar: Calendar) -> Self {
        let own = Self::of(span, calendar);
        own.or_else(|| Self::of(span, Calendar::GREGORIAN)).unwrap_or(Self {
            first: span.start,
            last: span.finish,
            days: days(span.start, span.finish) + 1.0,
            months: 0,
            calendar: Calendar::GREGORIAN,
        })
    }

    fn of(span: Span, calendar: Calendar) -> Option<Self> {
        let first = calendar.piece_start(span.start, 1)?;
        let last = calendar.piece_start(span.finish, 1)?;
        let (from, to) = (calendar.date(first)?, calendar.date(last)?);
        let months = (to.year - from.year) * 12 + i32::from(to.month) - i32::from(from.month) + 1;
        let length = calendar.month_length(to.year, to.month)?;
        let last = last.checked_add(jiff::Span::new().days(i64::from(length) - 1)).ok()?;
        Some(Self { first, last, days: days(first, last) + 1.0, months, calendar })
    }

    /// Where a day begins, 0 to 1.
    pub fn at(&self, day: Day) -> f32 {
        (days(self.first, day) / self.days).clamp(0.0, 1.0)
    }

    /// Where a span begins and ends.
    pub fn reach(&self, span: Span) -> [f32; 2] {
        [self.at(span.start), self.at(span.finish.tomorrow().unwrap_or(span.finish))]
    }

    /// Months, or so many of them together that their names have room in a chart of this width.
    pub fn months(&self, me: &Speech<'_>, ruler: &mut Ruler, width: f32) -> Vec<Piece> {
        let voice = me.source.voice;
        let first = |step: i32| {
            let starts = (0..self.months).filter_map(move |n| self.calendar.months_later(self.first, n));
            starts.filter(move |day| {
                let date = self.calendar.date(*day);
                step == 1 || date.is_some_and(|d| (d.year * 12 + i32::from(d.month) - 1) % step == 0)
            })
        };
        let widest = first(1).take(24).map(|day| ruler.width(&voice.month(day), SIZE, false));
        let widest = widest.fold(0.0, f32::max) + 5.0;
        #[allow(clippy::cast_precision_loss)]
        let has_room = |step: &i32| (self.months as f32) * widest <= width * (*step as f32);
        let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(has_room).unwrap_or(120);
        let label = |day| if step < 12 { voice.month(day) } else { String::new() };
        self.pieces(first(step).map(|day| (day, label(day))).collect())
    }

    /// The years of the calendar.
    pub fn years(&self, me: &Speech<'_>) -> Vec<Piece> {
        let starts = (0..self.months).filter_map(|n| self.calendar.months_later(self.first, n));
        let new = |day: &Day| *day == self.first || self.calendar.date(*day).is_some_and(|d| d.month == 1);
        let all: Vec<_> = starts.filter(new).map(|day| (day, me.source.voice.year(day))).collect();
        self.pieces(all)
    }

    /// The fiscal years of the plan; none when they are the years of its calendar.
    pub fn fiscal_years(&self, me: &Speech<'_>) -> Vec<Piece> {
        let years = fiscal_years(&[FiscalRule::always(fiscal_start(me.plan()))], self.first, self.last);
        let is_own = |day: Day| self.calendar.date(day).is_some_and(|d| (d.month, d.day) == (1, 1));
        if years.iter().all(|year| is_own(year.first)) {
            return Vec::new();
        }
        let name = |label: String| me.word_with("report-fiscal-year-of", &[("year", label)]);
        self.pieces(years.iter().map(|year| (year.first.max(self.first), name(year.label()))).collect())
    }

    /// Pieces that begin on these days, each up to the next one.
    fn pieces(&self, starts: Vec<(Day, String)>) -> Vec<Piece> {
        let ends = starts.iter().skip(1).map(|(day, _)| self.at(*day)).chain([1.0]).collect::<Vec<_>>();
        let piece = |((day, label), to): ((Day, String), f32)| Piece { from: self.at(day), to, label };
        starts.into_iter().zip(ends).map(piece).collect()
    }
}

fn days(a: Day, b: Day) -> f32 {
    let days = a.until(b).map_or(0, |span| span.get_days());
    // Fractions of a drawing: a few digits are enough.
    #[allow(clippy::cast_precision_loss)]
    let days = days as f32;
    days
}
