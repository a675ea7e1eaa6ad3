//! Known dates. Nowruz: 21 March 2017 and 2018, 20 March 2020 (timeanddate.com, Iranian calendars); 1 Baisakh: 14 April 2017 and
//! 2018, 13 April 2020 (Nepali New Year, public holiday lists); fiscal years: `facts/countries` 0.4.

use super::*;
use crate::{
    locale::{Interface, Words},
    plan::{FiscalStart, Lang, Weekday},
};

const SAMBAT: Calendar = Calendar { kind: CalendarKind::BikramSambat, is_afghan: false };
const HIJRI: Calendar = Calendar { kind: CalendarKind::SolarHijri, is_afghan: false };
const AFGHAN: Calendar = Calendar { kind: CalendarKind::SolarHijri, is_afghan: true };

fn iso(text: &str) -> Day {
    text.parse().unwrap()
}

fn words() -> Words {
    Words::new(Interface::English)
}

#[test]
fn known_dates_both_ways() {
    let check = |calendar: Calendar, gregorian: &str, (year, month, day): (i32, u8, u8)| {
        let date = CalendarDate { year, month, day };
        assert_eq!(calendar.date(iso(gregorian)), Some(date), "{gregorian}");
        assert_eq!(calendar.day(date).map(|d| d.to_string()).as_deref(), Some(gregorian), "{date:?}");
    };
    for (gregorian, year) in [
        ("2016-03-20", 1395),
        ("2017-03-21", 1396),
        ("2018-03-21", 1397),
        ("2019-03-21", 1398),
        ("2020-03-20", 1399),
        ("2021-03-21", 1400),
        ("2026-03-21", 1405),
        ("2027-03-21", 1406),
    ] {
        check(HIJRI, gregorian, (year, 1, 1));
    }
    check(HIJRI, "2017-08-09", (1396, 5, 18));
    check(HIJRI, "2017-03-20", (1395, 12, 30));
    check(AFGHAN, "2020-12-21", (1399, 10, 1));
    for (gregorian, year) in [
        ("1943-04-14", 2000),
        ("1950-04-13", 2007),
        ("2016-04-13", 2073),
        ("2017-04-14", 2074),
        ("2018-04-14", 2075),
        ("2019-04-14", 2076),
        ("2020-04-13", 2077),
        ("2026-04-14", 2083),
    ] {
        check(SAMBAT, gregorian, (year, 1, 1));
    }
    check(SAMBAT, "2017-04-25", (2074, 1, 12));
    check(SAMBAT, "2017-03-28", (2073, 12, 15));
    check(SAMBAT, "2017-07-16", (2074, 4, 1));
    check(Calendar::GREGORIAN, "2017-04-25", (2017, 4, 25));
}

#[test]
fn outside_its_years_a_calendar_says_nothing_and_writes_the_gregorian_date() {
    assert_eq!(SAMBAT.date(iso("2031-04-14")), None);
    assert!(SAMBAT.date(iso("2031-04-13")).is_some_and(|d| d.year == 2087 && SAMBAT.is_expected(d.year)));
    assert!(!SAMBAT.is_expected(2083));
    assert_eq!(SAMBAT.written(iso("2040-05-01"), &words()), "1 May 2040");
    assert_eq!(HIJRI.date(iso("0622-03-22")), None);
    for (year, month, day) in [(2074, 13, 1), (2074, 2, 32), (1396, 1, 1)] {
        assert_eq!(SAMBAT.day(CalendarDate { year, month, day }), None);
    }
    assert_eq!(HIJRI.day(CalendarDate { year: 1396, month: 12, day: 30 }), None);
}

#[test]
fn numbers_of_days_agree_with_a_calendar_library() {
    let mut day = iso("1899-12-28");
    for _ in 0..60_000 {
        assert_eq!(day_of(number(day)), Some(day));
        day = day.tomorrow().unwrap();
    }
    assert_eq!(number(iso("0001-01-01")), 1);
    assert_eq!(number(iso("1943-04-14")), 709_404);
}

#[test]
fn dates_are_written_and_read() {
    let words = words();
    assert_eq!(SAMBAT.written(iso("2017-04-25"), &words), "12 Baisakh 2074");
    assert_eq!(HIJRI.written(iso("2017-08-09"), &words), "18 Mordad 1396");
    assert_eq!(AFGHAN.written(iso("2017-08-09"), &words), "18 Asad 1396");
    assert_eq!(Calendar::GREGORIAN.written(iso("2017-08-09"), &words), "9 August 2017");
    let check = |calendar: Calendar, typed: &str, expected: Option<&str>| {
        let read = calendar.read(typed, &words).map(|d| d.to_string());
        assert_eq!(read.as_deref(), expected, "{typed}");
    };
    for typed in [
        "12 Baisakh 2074",
        "12 bai 2074",
        "baishakh 12, 2074",
        "2074 Baisakh 12",
        "2074-01-12",
        "12.1.2074",
        "12/1/2074",
        "12-1-2074",
        "१२ बैशाख २०७४",
        "२०७४ वैशाख १२",
        "२०७४/०१/१२",
        "2017-04-25",
        "25.4.2017",
        "25 April 2017",
        "25 apr 2017",
        "२५ ४ २०१७",
    ] {
        check(SAMBAT, typed, Some("2017-04-25"));
    }
    for typed in [
        "12 ash 2074",
        "33 Baisakh 2074",
        "12 Baisakh",
        "12 Baisakh 2099",
        "soon",
        "",
        "12 1 74",
        "1 2 3 2074",
    ] {
        check(SAMBAT, typed, None);
    }
    for typed in [
        "18 Mordad 1396",
        "18 mor 1396",
        "1396-05-18",
        "۱۸ مرداد ۱۳۹۶",
        "۱۳۹۶/۵/۱۸",
        "2017-08-09",
        "9 Aug 2017",
    ] {
        check(HIJRI, typed, Some("2017-08-09"));
    }
    for typed in ["18 Asad 1396", "۱۸ اسد ۱۳۹۶", "18 زمري 1396", "18.5.1396", "9 Agustus 2017"] {
        check(AFGHAN, typed, Some("2017-08-09"));
    }
    // As Persian and as Pashto letters have it.
    for typed in ["4 چنگاښ 1396", "4 چنګاښ 1396", "۴ سرطان ۱۳۹۶"] {
        check(AFGHAN, typed, Some("2017-06-25"));
    }
    check(AFGHAN, "۱ سنبلهٔ ۱۳۹۶", Some("2017-08-23"));
    check(HIJRI, "18 Asad 1396", None);
    check(Calendar::GREGORIAN, "2074-01-12", Some("2074-01-12"));
    check(Calendar::GREGORIAN, "2.10.2017", Some("2017-10-02"));
    check(Calendar::GREGORIAN, "31.2.2017", None);
}

#[test]
fn every_written_date_is_read_again() {
    for interface in Interface::ALL {
        let words = Words::new(*interface);
        for calendar in [Calendar::GREGORIAN, HIJRI, AFGHAN, SAMBAT] {
            for step in 0..400 {
                let day = day_of(number(iso("2016-01-03")) + step * 9).unwrap();
                let written = calendar.written(day, &words);
                assert_eq!(calendar.read(&written, &words), Some(day), "{written}");
            }
            if let Some(own) = calendar.own_months(&[]) {
                for month in 1..=12_u8 {
                    let year = calendar.date(iso("2017-08-09")).unwrap().year;
                    let typed = format!("3 {} {year}", own.names[usize::from(month) - 1]);
                    let day = calendar.day(CalendarDate { year, month, day: 3 });
                    assert_eq!(calendar.read(&typed, &words), day, "{typed}");
                }
            }
        }
    }
}

#[test]
fn every_short_date_is_read_again_in_each_language_of_the_interface() {
    for interface in crate::locale::Interface::ALL {
        let words = Words::new(*interface);
        for month in 1..=12 {
            let day = Day::new(2017, month, 9).unwrap();
            let said = words.short_day(day);
            assert!(said.len() <= "10 Sep 2017".len(), "{said}");
            assert_eq!(Calendar::GREGORIAN.read(&said, &words), Some(day), "{said}");
        }
    }
}

#[test]
fn months_and_pieces() {
    let later = |calendar: Calendar, day: &str, months| {
        calendar.months_later(iso(day), months).map(|d| calendar.written(d, &words()))
    };
    assert_eq!(later(Calendar::GREGORIAN, "2017-10-31", 1).as_deref(), Some("30 November 2017"));
    assert_eq!(later(SAMBAT, "2017-04-25", 3).as_deref(), Some("12 Shrawan 2074"));
    assert_eq!(later(HIJRI, "2017-03-21", -1).as_deref(), Some("1 Esfand 1395"));
    let start = |calendar: Calendar, day: &str, months| {
        calendar.piece_start(iso(day), months).map(|d| calendar.written(d, &words()))
    };
    assert_eq!(start(SAMBAT, "2017-10-02", 1).as_deref(), Some("1 Ashwin 2074"));
    assert_eq!(start(SAMBAT, "2017-10-02", 3).as_deref(), Some("1 Shrawan 2074"));
    assert_eq!(start(HIJRI, "2017-10-02", 12).as_deref(), Some("1 Farvardin 1396"));
}

#[test]
fn fiscal_years_of_the_countries() {
    let start = |calendar, month, day| FiscalStart { calendar, month, day };
    let check = |rule: FiscalStart, day: &str, expected: (&str, &str, &str)| {
        let year = fiscal_year(rule, iso(day)).unwrap();
        let found = (year.label(), year.first.to_string(), year.last.to_string());
        assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), expected);
    };
    let nepal = start(CalendarKind::BikramSambat, 4, 1);
    check(nepal, "2017-09-03", ("2074/75", "2017-07-16", "2018-07-16"));
    check(nepal, "2017-07-15", ("2073/74", "2016-07-16", "2017-07-15"));
    check(start(CalendarKind::SolarHijri, 1, 1), "2017-09-09", ("1396", "2017-03-21", "2018-03-20"));
    check(start(CalendarKind::SolarHijri, 10, 1), "2017-09-09", ("1395/96", "2016-12-21", "2017-12-21"));
    check(start(CalendarKind::Gregorian, 7, 1), "2017-09-09", ("2017/18", "2017-07-01", "2018-06-30"));
    check(start(CalendarKind::Gregorian, 1, 1), "2017-09-09", ("2017", "2017-01-01", "2017-12-31"));
    assert_eq!(fiscal_year(nepal, iso("2040-01-01")), None);
}

#[test]
fn a_country_that_changed_its_fiscal_year_has_an_interim_one() {
    let april = FiscalStart { calendar: CalendarKind::Gregorian, month: 4, day: 1 };
    let october = FiscalStart { month: 10, ..april };
    let rule = |start, from: Option<&str>, until: Option<&str>| FiscalRule {
        start,
        from: from.map(iso),
        until: until.map(iso),
    };
    let rules = [
        rule(april, Some("2022-04-01"), None),
        rule(october, Some("2018-10-01"), Some("2022-03-31")),
        rule(april, None, Some("2018-09-30")),
    ];
    let years = fiscal_years(&rules, iso("2018-06-01"), iso("2022-12-31"));
    let said: Vec<_> = years.iter().map(|y| format!("{} {} {}", y.label(), y.first, y.last)).collect();
    assert_eq!(
        said,
        [
            "2018/19 2018-04-01 2018-09-30",
            "2018/19 2018-10-01 2019-09-30",
            "2019/20 2019-10-01 2020-09-30",
            "2020/21 2020-10-01 2021-09-30",
            "2021/22 2021-10-01 2022-03-31",
            "2022/23 2022-04-01 2023-03-31",
        ]
    );
    let nepal = [FiscalRule::always(FiscalStart { calendar: CalendarKind::BikramSambat, month: 4, day: 1 })];
    assert!(fiscal_years(&nepal, iso("2050-01-01"), iso("2060-01-01")).is_empty());
    assert_eq!(fiscal_years(&nepal, iso("2030-01-01"), iso("2060-01-01")).len(), 1);
    assert_eq!(fiscal_years(&[], iso("2030-01-01"), iso("2060-01-01")), []);
}

#[test]
fn days_after_the_start() {
    let words = words();
    let plan = Relative { start: iso("2017-10-15"), calendar: Calendar::GREGORIAN };
    let check = |day: &str, parts: Option<(i32, i32)>, said: &str| {
        assert_eq!(plan.parts(iso(day)), parts, "{day}");
        let written = plan.written(iso(day), &words);
        assert_eq!(written, said);
        assert_eq!(plan.read(&written, &words), Some(iso(day)), "{written}");
    };
    check("2017-10-15", Some((1, 1)), "month 1, day 1");
    check("2017-11-14", Some((1, 31)), "month 1, day 31");
    check("2017-11-15", Some((2, 1)), "month 2, day 1");
    check("2018-10-16", Some((13, 2)), "month 13, day 2");
    check("2017-10-14", None, "14 October 2017");
    assert_eq!(plan.read("m3", &words), Some(iso("2017-12-15")));
    assert_eq!(plan.read("Bulan 3 hari 2", &words), Some(iso("2017-12-16")));
    assert_eq!(plan.read("2017-12-16", &words), Some(iso("2017-12-16")));
    assert_eq!(plan.read("3 March 2018", &words), Some(iso("2018-03-03")));
    assert_eq!(plan.read("month 0", &words), None);
    let nepal = Relative { start: iso("2017-04-14"), calendar: SAMBAT };
    assert_eq!(nepal.parts(iso("2017-05-14")), Some((1, 31)));
    assert_eq!(nepal.parts(iso("2017-05-15")), Some((2, 1)));
}

#[test]
fn names_in_own_scripts() {
    let lang = |tag: &str| Lang::new(tag).unwrap();
    assert_eq!(AFGHAN.own_months(&[lang("en"), lang("ps")]).unwrap().names[0], "وری");
    assert_eq!(AFGHAN.own_months(&[lang("en")]).unwrap().lang, "fa-AF");
    assert_eq!(HIJRI.own_months(&[]).unwrap().names[0], "فروردین");
    assert!(!SAMBAT.own_months(&[]).unwrap().is_reviewed);
    assert_eq!(Calendar::GREGORIAN.own_months(&[]), None);
    let names: std::collections::BTreeSet<_> = SAMBAT.own_months(&[]).unwrap().names.into();
    assert_eq!(names.len(), 12);
    assert_eq!(week_start(Country::new("NP")), Weekday::Sunday);
    assert_eq!(week_start(Country::new("IR")), Weekday::Saturday);
    assert_eq!(week_start(None), Weekday::Monday);
}
