//! How people write dates, and how what they type is understood.

use super::{Calendar, CalendarDate, day_of, number, own};
use crate::{
    locale::{Words, typed::western},
    plan::{CalendarKind, Day},
};

/// From this year on a number is a year of Bikram Sambat (1993 and later), below it a Gregorian one.
const FIRST_TYPED_SAMBAT: i32 = 2050;
/// Below this year a number is a year of Solar Hijri (until 2320), from it on a Gregorian one.
const FIRST_TYPED_GREGORIAN: i32 = 1700;

/// Latin spellings of months beside those among the interface words; only read.
const SAMBAT_SPELLINGS: [&[&str]; 12] = [
    &["baishakh", "vaisakh", "vaishakh"],
    &["jeth", "jyestha", "jeshtha"],
    &["asar", "ashad", "asadh", "ashar"],
    &["saun", "sawan", "shravan"],
    &["bhadau", "bhadra"],
    &["asoj", "aswin", "ashvin"],
    &["kattik", "kartick"],
    &["mansir", "mangshir"],
    &["pus", "paush", "push", "paus"],
    &["mag"],
    &["fagun", "phagun", "phalgun"],
    &["chait", "chaitra"],
];
const AFGHAN_SPELLINGS: [&[&str]; 12] = [
    &[],
    &["saur", "thawr", "sowr"],
    &["jauza", "jawzah"],
    &[],
    &[],
    &["sunbula", "sumbula", "sonbolah"],
    &[],
    &["aghrab"],
    &["qaus", "qows"],
    &["jady"],
    &["dalwa", "dalv"],
    &["hoot", "hoat"],
];
/// The beginnings of Gregorian months in English and Indonesian.
const GREGORIAN_SPELLINGS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["may", "mei"],
    &["jun"],
    &["jul"],
    &["aug", "agu", "ags"],
    &["sep"],
    &["oct", "okt"],
    &["nov", "nop"],
    &["dec", "des"],
];

/// Why what somebody typed is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// It is no date.
    Unclear,
    /// Its year lies outside those that this calendar can convert.
    Beyond(Calendar),
    /// Its month has fewer days.
    NoSuchDay {
        /// The calendar of the date.
        calendar: Calendar,
        /// The date.
        date: CalendarDate,
        /// How many days its month has.
        days: u8,
    },
}

impl Calendar {
    /// A day as people write it: `12 Baisakh 2074`. Outside the years that can be converted, the Gregorian date.
    #[must_use]
    pub fn written(self, day: Day, words: &Words) -> String {
        let (calendar, date) = match self.date(day) {
            Some(date) => (self, date),
            None => (Self::GREGORIAN, super::gregorian(day)),
        };
        format!("{} {} {}", date.day, words.get(&calendar.month_key(date.month)), date.year)
    }

    /// The day that somebody typed. `12 Baisakh 2074`, `12.1.2074`, `2074-01-12`, `१२ बैशाख २०७४` in the calendar itself; always
    /// `2017-04-25`, `25.4.2017` and `25 April 2017` too. Day comes before month, as in all of the countries.
    #[must_use]
    pub fn read(self, text: &str, words: &Words) -> Option<Day> {
        let (calendar, date) = self.parsed(text, words)?;
        calendar.day(date)
    }

    /// Why what somebody typed is no day.
    #[must_use]
    pub fn misread(self, text: &str, words: &Words) -> Misread {
        let Some((calendar, date)) = self.parsed(text, words) else { return Misread::Unclear };
        if !calendar.years().contains(&date.year) {
            return Misread::Beyond(calendar);
        }
        match calendar.month_length(date.year, date.month) {
            Some(days) => Misread::NoSuchDay { calendar, date, days },
            None => Misread::Unclear,
        }
    }

    /// The date that somebody typed and its calendar, whether it has such a day or not.
    fn parsed(self, text: &str, words: &Words) -> Option<(Self, CalendarDate)> {
        let tokens = tokens(text);
        let mut numbers = tokens.iter().filter_map(|t| match t {
            Token::Number(digits) => Some(digits.as_str()),
            Token::Word(_) => None,
        });
        let mut names = tokens.iter().filter_map(|t| match t {
            Token::Word(word) => Some(word.as_str()),
            Token::Number(_) => None,
        });
        let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next());
        if numbers.next().is_some() {
            return None;
        }
        match (names.next(), third) {
            (None, Some(third)) => {
                let (year, month, day) =
                    if first.len() == 4 { (first, second, third) } else { (third, second, first) };
                let date =
                    CalendarDate { year: year_of(year)?, month: month.parse().ok()?, day: day.parse().ok()? };
                Some((if self.takes(date.year) { self } else { Self::GREGORIAN }, date))
            }
            (Some(name), None) if names.next().is_none() => {
                let (calendar, month) = self.month_named(name, words)?;
                let (year, day) = if first.len() == 4 { (first, second) } else { (second, first) };
                Some((calendar, CalendarDate { year: year_of(year)?, month, day: day.parse().ok()? }))
            }
            _ => None,
        }
    }

    /// Whether a year that stands alone, without the name of a month, is one of this calendar.
    fn takes(self, year: i32) -> bool {
        match self.kind {
            CalendarKind::Gregorian => true,
            CalendarKind::SolarHijri => year < FIRST_TYPED_GREGORIAN,
            CalendarKind::BikramSambat => year >= FIRST_TYPED_SAMBAT,
        }
    }

    /// The month that somebody named, wholly or by the first three letters or more, and its calendar.
    fn month_named(self, typed: &str, words: &Words) -> Option<(Self, u8)> {
        let own = (!self.is_gregorian()).then(|| self.month_in_own(typed, words)).flatten();
        if let Some(month) = own {
            return Some((self, month));
        }
        let month = (1..).zip(GREGORIAN_SPELLINGS).find_map(|(month, beginnings)| {
            beginnings.iter().any(|b| typed.starts_with(b)).then_some(month)
        })?;
        Some((Self::GREGORIAN, month))
    }

    fn month_in_own(self, typed: &str, words: &Words) -> Option<u8> {
        for names in own::all_names(self) {
            if let Some(at) = names.iter().position(|name| unified(name) == typed) {
                return u8::try_from(at + 1).ok();
            }
        }
        let spellings: Option<&[&[&str]; 12]> = match self.kind {
            CalendarKind::BikramSambat => Some(&SAMBAT_SPELLINGS),
            CalendarKind::SolarHijri if self.is_afghan => Some(&AFGHAN_SPELLINGS),
            CalendarKind::SolarHijri | CalendarKind::Gregorian => None,
        };
        let is_it = |month: u8, fits: &dyn Fn(&str) -> bool| {
            let more = spellings.and_then(|s| s.get(usize::from(month) - 1)).copied().unwrap_or_default();
            fits(&words.get(&self.month_key(month)).to_lowercase()) || more.iter().any(|name| fits(name))
        };
        if let Some(month) = (1..=12).find(|month| is_it(*month, &|name| name == typed)) {
            return Some(month);
        }
        if typed.chars().count() < 3 {
            return None;
        }
        // Two months that begin the same way: which one is meant must be typed.
        let mut begun = (1..=12).filter(|month| is_it(*month, &|name| name.starts_with(typed)));
        begun.next().filter(|_| begun.next().is_none())
    }
}

/// A year of four digits.
fn year_of(digits: &str) -> Option<i32> {
    digits.parse().ok().filter(|_| digits.len() == 4)
}

/// A piece of what was typed.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Number(String),
    Word(String),
}

/// Numbers and words, without what stands between them.
fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut is_new = true;
    for c in unified(&western(text)).chars() {
        if c.is_whitespace() || ".,/-:\u{60c}\u{2013}\u{2010}\u{2011}\u{200e}\u{200f}".contains(c) {
            is_new = true;
            continue;
        }
        match (all.last_mut(), c.is_ascii_digit()) {
            (Some(Token::Number(number)), true) if !is_new => number.push(c),
            (Some(Token::Word(word)), false) if !is_new => word.push(c),
            (_, true) => all.push(Token::Number(c.into())),
            (_, false) => all.push(Token::Word(c.into())),
        }
        is_new = false;
    }
    all
}

/// Small letters, and one letter for those of Arabic script that keyboards write in two ways.
fn unified(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| *c != '\u{654}')
        .map(|c| match c {
            '\u{64a}' | '\u{649}' => '\u{6cc}',
            '\u{643}' => '\u{6a9}',
            '\u{6ab}' => '\u{6af}',
            c => c,
        })
        .collect()
}

/// Days counted from the start of a plan: the first day of its month 1 is the start itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relative {
    /// The first day of the plan.
    pub start: Day,
    /// The calendar whose months are counted.
    pub calendar: Calendar,
}

impl Relative {
    /// Month and day, both from 1; nothing before the start.
    #[must_use]
    pub fn parts(self, day: Day) -> Option<(i32, i32)> {
        let (from, to) = (self.calendar.date(self.start)?, self.calendar.date(day)?);
        if day < self.start {
            return None;
        }
        let whole = (to.year - from.year) * 12 + i32::from(to.month) - i32::from(from.month);
        let begins = |months: i32| self.calendar.months_later(self.start, months);
        let months = if begins(whole)? > day { whole - 1 } else { whole };
        Some((months + 1, number(day) - number(begins(months)?) + 1))
    }

    /// The day of a month and a day, both from 1.
    #[must_use]
    pub fn day(self, month: i32, day: i32) -> Option<Day> {
        let first = self.calendar.months_later(self.start, month.checked_sub(1).filter(|m| *m >= 0)?)?;
        day_of(number(first).checked_add(day.checked_sub(1).filter(|d| (0..366).contains(d))?)?)
    }

    /// `month 3, day 12`; before the start, the date.
    #[must_use]
    pub fn written(self, day: Day, words: &Words) -> String {
        let Some((month, of_month)) = self.parts(day) else { return self.calendar.written(day, words) };
        words.with(
            "relative-day",
            &[("month", month.to_string().into()), ("day", of_month.to_string().into())],
        )
    }

    /// The day that somebody typed: `month 3`, `m3 d12`, `bulan 3, hari 12`; else as a date.
    #[must_use]
    pub fn read(self, text: &str, words: &Words) -> Option<Day> {
        let is_month = |word: &str| matches!(word, "m" | "mo" | "month" | "b" | "bl" | "bln" | "bulan");
        let is_day = |word: &str| matches!(word, "d" | "day" | "h" | "hr" | "hari");
        match &tokens(text)[..] {
            [Token::Word(m), Token::Number(month)] if is_month(m) => self.day(month.parse().ok()?, 1),
            [Token::Word(m), Token::Number(month), Token::Word(d), Token::Number(day)]
                if is_month(m) && is_day(d) =>
            {
                self.day(month.parse().ok()?, day.parse().ok()?)
            }
            _ => self.calendar.read(text, words),
        }
    }
}
