//! Names of months in their own scripts, and the day with which a week begins.

use super::Calendar;
use crate::plan::{CalendarKind, Country, Lang, Weekday};

/// The names of the months in a language of the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnMonths {
    /// The language, as a BCP 47 tag.
    pub lang: &'static str,
    /// The twelve names.
    pub names: [&'static str; 12],
    /// Whether a native reader has checked them.
    pub is_reviewed: bool,
}

/// Source: CLDR 48, `fa`, Persian calendar; the same in CLDR 46.1 (`cldr-cal-persian-full`), read in 2026.
const IRAN: OwnMonths = OwnMonths {
    lang: "fa",
    names: [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ],
    is_reviewed: false,
};

/// Source: CLDR 48, `fa-AF`, Persian calendar. CLDR 46.1 has the sixth as it stands before a year: سنبلهٔ.
const DARI: OwnMonths = OwnMonths {
    lang: "fa-AF",
    names: ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"],
    is_reviewed: false,
};

/// Source: CLDR 48, `ps`, Persian calendar. CLDR 46.1 spells three of them with Persian letters: غبرگولی, چنگاښ, لیندۍ.
const PASHTO: OwnMonths = OwnMonths {
    lang: "ps",
    names: [
        "وری",
        "غویی",
        "غبرګولی",
        "چنګاښ",
        "زمری",
        "وږی",
        "تله",
        "لړم",
        "ليندۍ",
        "مرغومی",
        "سلواغه",
        "کب",
    ],
    is_reviewed: false,
};

/// Source: medic/bikram-sambat (README, `MONTH_NAMES`), with the spelling of printed calendars where it has two.
const NEPAL: OwnMonths = OwnMonths {
    lang: "ne",
    names: ["बैशाख", "जेठ", "असार", "साउन", "भदौ", "असोज", "कार्तिक", "मंसिर", "पुस", "माघ", "फागुन", "चैत"],
    is_reviewed: false,
};

impl Calendar {
    /// The names of its months in their own script, in the first of these languages that has some, else in the main language of
    /// the country; nothing for the Gregorian calendar.
    #[must_use]
    pub fn own_months(self, langs: &[Lang]) -> Option<&'static OwnMonths> {
        match self.kind {
            CalendarKind::Gregorian => None,
            CalendarKind::BikramSambat => Some(&NEPAL),
            CalendarKind::SolarHijri if self.is_afghan => {
                let first = langs.iter().find_map(|l| match l.as_str().split('-').next() {
                    Some("ps") => Some(&PASHTO),
                    Some("fa" | "prs") => Some(&DARI),
                    _ => None,
                });
                Some(first.unwrap_or(&DARI))
            }
            CalendarKind::SolarHijri => Some(&IRAN),
        }
    }
}

/// All names in own scripts of the months of a calendar, for reading what people type.
pub(super) fn all_names(calendar: Calendar) -> &'static [&'static [&'static str; 12]] {
    match calendar.kind {
        CalendarKind::Gregorian => &[],
        CalendarKind::BikramSambat => &[&NEPAL.names, &FORMAL_NEPALI],
        CalendarKind::SolarHijri if calendar.is_afghan => &[&DARI.names, &PASHTO.names],
        CalendarKind::SolarHijri => &[&IRAN.names],
    }
}

/// The same months as laws and almanacs write them; only read.
const FORMAL_NEPALI: [&str; 12] =
    ["वैशाख", "ज्येष्ठ", "आषाढ", "श्रावण", "भाद्र", "आश्विन", "कात्तिक", "मङ्सिर", "पौष", "माघ", "फाल्गुन", "चैत्र"];

/// The day with which a week begins in a country. Source: CLDR 48, `weekData`, as listed in the facts on the twelve countries;
/// Monday (ISO 8601) elsewhere.
#[must_use]
pub fn week_start(country: Option<Country>) -> Weekday {
    match country.as_ref().map(Country::code) {
        Some("ID" | "BD" | "BT" | "LA" | "MM" | "NP" | "PK") => Weekday::Sunday,
        Some("AF" | "IR") => Weekday::Saturday,
        _ => Weekday::Monday,
    }
}
