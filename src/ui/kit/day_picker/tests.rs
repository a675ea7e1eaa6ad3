//! The small calendar by mouse in every calendar, where its sign stands, and dates that no calendar here reaches.

use crate::{
    analysis::Section,
    locale::{
        Interface, Words,
        calendar::{Calendar, CalendarDate, FIRST_EXPECTED_SAMBAT},
    },
    plan::{
        Activity, CalendarKind, Country, Day, Depth, Id, Identity, Output, Place, Plan, RISK, Risk, Table,
        Text,
    },
    text,
    ui::{
        Page,
        testing::{Stage, field, letters},
    },
};
use egui::{Event, Key, Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::sync::Arc;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An activity and a risk, each with a date, in a calendar with the names of a country.
fn plan(calendar: CalendarKind, country: &str) -> Plan {
    let activity = Activity {
        output: Some(Id::from_bits(2)),
        name: Text::english("Choose weavers"),
        start: Some(day("2017-10-02")),
        finish: Some(day("2017-10-28")),
        ..Activity::new(Id::from_bits(3))
    };
    let risk = Risk {
        event: Text::english("The press arrives late"),
        by: Some(day("2017-10-28")),
        ..Risk::new(Id::from_bits(4))
    };
    let identity = Identity {
        calendar: Some(calendar),
        country: Country::new(country),
        depth: Some(Depth::Full),
        ..Identity::default()
    };
    Plan {
        identity: Arc::new(identity),
        outputs: Table::from_rows([Output::new(Id::from_bits(2))]).0,
        activities: Table::from_rows([activity]).0,
        risks: Table::from_rows([risk]).0,
        ..Plan::new(Id::from_bits(1))
    }
}

const CALENDARS: [(CalendarKind, &str); 4] = [
    (CalendarKind::Gregorian, "ID"),
    (CalendarKind::BikramSambat, "NP"),
    (CalendarKind::SolarHijri, "IR"),
    (CalendarKind::SolarHijri, "AF"),
];

const START: &str = "1.1, Start date";
const BY: &str = "Risk 1, By";

fn open(plan: Plan, section: Section) -> Harness<'static, Stage> {
    let mut stage = Stage::new(plan, Page::Section(section));
    if section == Section::Risks {
        stage.go(Place::cell::<Risk>(Id::from_bits(4), RISK.by));
    }
    let mut harness = stage.open(1300.0, 1400.0);
    harness.run();
    harness
}

fn start(harness: &Harness<'_, Stage>) -> String {
    harness.state().plan().activities.at(0).unwrap().start.unwrap().to_string()
}

/// Opens the calendar of a field with the sign in it, by mouse.
fn open_by_mouse(harness: &mut Harness<'_, Stage>, name: &str) {
    let at = field(harness, name).rect().center();
    harness.hover_at(at);
    harness.run();
    harness.get_by_role_and_label(Role::Button, &format!("Calendar of {name}")).click();
    harness.run();
}

#[test]
fn a_day_is_picked_by_mouse_in_every_calendar() {
    let months = [
        ("November 2017", "10 October 2017"),
        ("Kartik 2074, October \u{2013} November 2017", "24 Ashwin 2074, 10 October 2017"),
        ("Aban 1396, October \u{2013} November 2017", "18 Mehr 1396, 10 October 2017"),
        ("Aqrab 1396, October \u{2013} November 2017", "18 Mizan 1396, 10 October 2017"),
    ];
    for ((calendar, country), (next_month, tenth)) in CALENDARS.into_iter().zip(months) {
        let mut harness = open(plan(calendar, country), Section::Activities);
        open_by_mouse(&mut harness, START);
        harness.get_by_role_and_label(Role::Button, "Month after").click();
        harness.run();
        harness.get_by_label(next_month);
        harness.get_by_role_and_label(Role::Button, "Month before").click();
        harness.run();
        harness.get_by_role_and_label(Role::Button, tenth).click();
        harness.run();
        assert_eq!(start(&harness), "2017-10-10", "{country}");
        assert!(harness.query_by_label("Month after").is_none(), "a choice closes it");
        open_by_mouse(&mut harness, START);
        harness.get_by_role_and_label(Role::Button, "No date").click();
        harness.run();
        assert_eq!(harness.state().plan().activities.at(0).unwrap().start, None);
    }
}

#[test]
fn the_sign_stands_at_the_end_of_the_field_and_leaves_the_date_free() {
    for (calendar, country) in CALENDARS {
        for mirrored in [false, true] {
            for (section, name) in [(Section::Activities, START), (Section::Risks, BY)] {
                // Ordibehesht has the longest name of all months.
                let longest = day("2017-05-20");
                let mut plan = plan(calendar, country);
                let activity = plan.activities.at(0).unwrap().clone();
                plan.activities = Table::from_rows([Activity { start: Some(longest), ..activity }]).0;
                let risk = plan.risks.at(0).unwrap().clone();
                plan.risks = Table::from_rows([Risk { by: Some(longest), ..risk }]).0;
                let mut harness = open(plan, section);
                text::set_mirrored(&harness.ctx, mirrored);
                harness.run();
                field(&harness, name).focus();
                harness.run();
                let whole = field(&harness, name).rect();
                let sign = harness.get_by_role_and_label(Role::Button, &format!("Calendar of {name}")).rect();
                let said = format!("{name} in {country}, mirrored {mirrored}: sign {sign}, field {whole}");
                assert!(whole.expand(2.0).contains_rect(sign), "{said}");
                let letters = letters(&harness, name);
                assert!(letters.len() >= 10, "{said}");
                for letter in &letters {
                    assert!(!letter.intersects(sign), "{said}: letter {letter}");
                    assert!(whole.contains_rect(*letter), "{said}: letter {letter}");
                }
                // The date stands below its heading, where the window starts; the sign where it ends.
                if mirrored {
                    assert!(sign.right() <= letters[0].left(), "{said}");
                } else {
                    assert!(sign.left() >= letters.last().unwrap().right(), "{said}");
                }
            }
        }
    }
}

/// Types into a field and presses Enter.
fn type_in(harness: &mut Harness<'_, Stage>, name: &str, typed: &str) {
    field(harness, name).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(Event::Text(typed.to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_date_beyond_the_tables_of_bikram_sambat_says_so_in_the_field() {
    const BEYOND: &str = "The tables of Bikram Sambat reach from 2000 to 2087. Write a day beyond them as a Gregorian date, like 1 May 2040";
    let by = |harness: &Harness<'_, Stage>| harness.state().plan().risks.at(0).unwrap().by;
    let mut harness = open(plan(CalendarKind::BikramSambat, "NP"), Section::Risks);
    let before = by(&harness);
    for typed in ["30 Chaitra 1999", "1 Baisakh 2088", "१ बैशाख २०८८", "2088-01-01"] {
        type_in(&mut harness, BY, typed);
        harness.get_by_label(BEYOND);
        assert_eq!(by(&harness), before, "{typed} stays out of the plan");
        assert_eq!(field(&harness, BY).value().as_deref(), Some(typed), "and in the field");
    }
    type_in(&mut harness, BY, "33 Baisakh 2074");
    harness.get_by_label("Baisakh 2074 has 31 days");
    type_in(&mut harness, BY, "soon");
    harness.get_by_label("Write a date like 12 Baisakh 2074, or 25 April 2017");
    // The first and the last day of the tables fit.
    let calendar = Calendar::new(CalendarKind::BikramSambat, None);
    let last = calendar.month_length(2087, 12).unwrap();
    for (typed, expected) in [
        ("1 Baisakh 2000".to_owned(), day("1943-04-14")),
        (
            format!("{last} Chaitra 2087"),
            calendar.day(CalendarDate { year: 2087, month: 12, day: last }).unwrap(),
        ),
    ] {
        type_in(&mut harness, BY, &typed);
        assert_eq!(by(&harness), Some(expected), "{typed}");
        assert!(harness.query_by_label(BEYOND).is_none());
    }
    // A day beyond them can be written all the same, and the field tells why it looks different.
    type_in(&mut harness, BY, "1 May 2040");
    assert_eq!(by(&harness), Some(day("2040-05-01")));
    harness.get_by_label(
        "1 May 2040. The tables of Bikram Sambat reach from 2000 to 2087; here the Gregorian date stands",
    );
}

#[test]
fn a_cell_of_a_table_says_what_is_wrong_while_it_has_the_focus() {
    for (calendar, country, typed, said) in [
        (
            CalendarKind::BikramSambat,
            "NP",
            "1 Baisakh 2088",
            "The tables of Bikram Sambat reach from 2000 to 2087. Write a day beyond them as a Gregorian date, like 1 May 2040",
        ),
        (CalendarKind::SolarHijri, "IR", "31 Mehr 1396", "Mehr 1396 has 30 days"),
        (
            CalendarKind::SolarHijri,
            "AF",
            "1 Hamal 1100",
            "This calendar reaches from 1178 to 2999 here. Write a day beyond as a Gregorian date, like 9 August 2017",
        ),
        (CalendarKind::Gregorian, "ID", "31.2.2017", "February 2017 has 28 days"),
    ] {
        let mut harness = open(plan(calendar, country), Section::Activities);
        let before = start(&harness);
        type_in(&mut harness, START, typed);
        field(&harness, START).focus();
        harness.run();
        harness.get_by_label(said);
        assert_eq!(start(&harness), before, "{typed}");
    }
}

#[test]
fn the_help_of_the_calendar_tells_the_years_of_the_tables() {
    for interface in Interface::ALL {
        let words = Words::new(*interface);
        let help = words.get("help-field-identity-calendar");
        for kind in [CalendarKind::BikramSambat, CalendarKind::SolarHijri] {
            let years = Calendar::new(kind, None).years();
            for year in [years.start(), years.end()] {
                assert!(help.contains(&year.to_string()), "{year}: {help}");
            }
        }
        assert!(help.contains(&FIRST_EXPECTED_SAMBAT.to_string()), "{help}");
    }
}
