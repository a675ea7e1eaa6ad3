//! How dates stand in fields, tables and charts: in the calendar of the plan, or counted from its start.

use crate::{
    locale::{
        Words,
        calendar::{Calendar, FIRST_EXPECTED_SAMBAT, Misread, Relative},
    },
    plan::{ACTIVITY, CalendarKind, DateStyle, Day, Place},
    ui::Cx,
};

/// Writes and reads the dates of a plan.
#[derive(Debug, Clone, Copy)]
pub struct Dates<'a> {
    words: &'a Words,
    calendar: Calendar,
    relative: Option<Relative>,
    start: Option<Day>,
}

impl<'a> Dates<'a> {
    /// The dates of a plan.
    #[must_use]
    pub fn new(cx: &Cx<'a>) -> Self {
        let identity = &cx.plan.identity;
        Self { words: cx.words, calendar: Calendar::of(identity), relative: None, start: identity.start }
    }

    /// The dates of activities, which a plan can count from its start.
    #[must_use]
    pub fn of_activities(cx: &Cx<'a>) -> Self {
        let identity = &cx.plan.identity;
        let calendar = Calendar::of(identity);
        let is_relative = identity.date_style == Some(DateStyle::Relative);
        let relative = identity.start.filter(|_| is_relative).map(|start| Relative { start, calendar });
        Self { words: cx.words, calendar, relative, start: identity.start }
    }

    /// The dates at a place.
    #[must_use]
    pub fn at(cx: &Cx<'a>, place: Place) -> Self {
        let is_of_activity = place.field.is_some_and(|f| f == ACTIVITY.start || f == ACTIVITY.finish);
        if is_of_activity { Self::of_activities(cx) } else { Self::new(cx) }
    }

    /// The calendar.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &'a Words {
        self.words
    }

    /// Whether dates are Gregorian ones and nothing else.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.relative.is_none() && self.calendar.is_gregorian()
    }

    /// A date as it stands in a table: `25 Apr 2017`, `12 Baisakh 2074`, `month 3, day 12`.
    #[must_use]
    pub fn shown(&self, day: Day) -> String {
        if self.is_plain() { self.words.short_day(day) } else { self.in_words(day) }
    }

    /// A date as it stands in a sentence or in a form: `25 April 2017`, `12 Baisakh 2074`, `month 3, day 12`.
    #[must_use]
    pub fn in_words(&self, day: Day) -> String {
        match self.relative {
            Some(relative) => relative.written(day, self.words),
            None => self.calendar.written(day, self.words),
        }
    }

    /// What stands beside it in small letters: the Gregorian date; nothing when it is the same.
    #[must_use]
    pub fn beside(&self, day: Day) -> String {
        if self.is_plain() { String::new() } else { self.gregorian(day) }
    }

    /// The Gregorian date, written out.
    #[must_use]
    pub fn gregorian(&self, day: Day) -> String {
        Calendar::GREGORIAN.written(day, self.words)
    }

    /// A date in the calendar and in the Gregorian one: `12 Baisakh 2074, 25 April 2017`.
    #[must_use]
    pub fn both(&self, day: Day) -> String {
        let own = self.calendar.written(day, self.words);
        if self.calendar.is_gregorian() { own } else { format!("{own}, {}", self.gregorian(day)) }
    }

    /// What to know about a date: that the calendar does not reach it, or that its month is not published yet.
    #[must_use]
    pub fn remark(&self, day: Day) -> Option<String> {
        let (first, last) = years_of(self.calendar);
        let range = [("first", first.into()), ("last", last.into())];
        match self.calendar.date(day) {
            None if self.calendar.kind() == CalendarKind::BikramSambat => {
                Some(self.words.with("calendar-beyond-sambat", &range))
            }
            None => Some(self.words.with("calendar-beyond", &range)),
            Some(date) if self.calendar.is_expected(date.year) => {
                let from = FIRST_EXPECTED_SAMBAT.to_string();
                Some(self.words.with("calendar-expected", &[("year", from.into())]))
            }
            Some(_) => None,
        }
    }

    /// The date that somebody typed.
    #[must_use]
    pub fn read(&self, typed: &str) -> Option<Day> {
        match self.relative {
            Some(relative) => relative.read(typed, self.words),
            None => self.calendar.read(typed, self.words),
        }
    }

    /// What the empty field says: the day on which the plan starts is an example of its own time.
    #[must_use]
    pub fn hint(&self, today: Day) -> String {
        if self.relative.is_some() {
            return self.words.with("relative-day", &[("month", "3".into()), ("day", "1".into())]);
        }
        self.words.with("field-day-like", &[("day", self.shown(self.start.unwrap_or(today)).into())])
    }

    /// What to type instead of what does not fit.
    #[must_use]
    pub fn wrong(&self, typed: &str) -> String {
        match self.calendar.misread(typed, self.words) {
            Misread::NoSuchDay { calendar, date, days } => {
                let month = self.words.get(&calendar.month_key(date.month)).into_owned();
                let values =
                    [("month", format!("{month} {}", date.year).into()), ("days", days.to_string().into())];
                return self.words.with("calendar-no-such-day", &values);
            }
            Misread::Beyond(calendar) if !calendar.is_gregorian() => {
                let (first, last) = years_of(calendar);
                let key = match calendar.kind() {
                    CalendarKind::BikramSambat => "calendar-typed-beyond-sambat",
                    _ => "calendar-typed-beyond",
                };
                return self.words.with(key, &[("first", first.into()), ("last", last.into())]);
            }
            Misread::Beyond(_) | Misread::Unclear => {}
        }
        if self.relative.is_some() {
            return self.words.get("relative-wrong").into_owned();
        }
        match self.calendar.kind() {
            CalendarKind::Gregorian => self.words.get("field-day-wrong").into_owned(),
            CalendarKind::SolarHijri => {
                let month = self.words.get(&self.calendar.month_key(5)).into_owned();
                self.words.with("calendar-wrong-hijri", &[("month", month.into())])
            }
            CalendarKind::BikramSambat => self.words.get("calendar-wrong-sambat").into_owned(),
        }
    }

    /// The width in points of a column of dates: the longest of them, and the sign that opens the small calendar.
    #[must_use]
    pub fn width(&self) -> f32 {
        match self.calendar.kind() {
            CalendarKind::Gregorian if self.is_plain() => 124.0,
            // The months of Iran are longer than those of Afghanistan: Ordibehesht, Sunbula.
            CalendarKind::SolarHijri => {
                let letters = |month| self.words.get(&self.calendar.month_key(month)).chars().count();
                let most = (1..=12).map(letters).max().and_then(|most| u8::try_from(most).ok());
                81.0 + 9.0 * f32::from(most.unwrap_or(11))
            }
            CalendarKind::Gregorian | CalendarKind::BikramSambat => 160.0,
        }
    }
}

/// The first and the last year that a calendar can convert.
fn years_of(calendar: Calendar) -> (String, String) {
    let years = calendar.years();
    (years.start().to_string(), years.end().to_string())
}
