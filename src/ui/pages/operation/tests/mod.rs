//! Journeys through the plan of operation by the names that a screen reader says.

mod bars;
mod dates;
mod links;
mod parts;
mod time;

use super::*;
use crate::{
    locale::calendar::{day_of, number},
    plan::{
        ActivityField, ActivityStatus, After, CalendarKind, Country, Day, Decimal, Depth, Identity, Output,
        Plan, Report, Row, Table, Text, Weekday,
    },
    ui::testing::{Stage, click, example, field, letters, write},
};
use egui::{Key, Modifiers, Pos2, accesskit::Role, pos2, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT, Queryable},
};
use std::sync::Arc;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Two outputs; 1.1 and 1.2 follow each other without a link, 2.1 has two parts.
fn plan() -> Plan {
    let output = |n, text| Output { text: Text::english(text), ..Output::new(Id::from_bits(n)) };
    let activity =
        |n, output: Option<u64>, parent: Option<u64>, name, dates: Option<(&str, &str)>| Activity {
            output: output.map(Id::from_bits),
            parent: parent.map(Id::from_bits),
            name: Text::english(name),
            start: dates.map(|(start, _)| day(start)),
            finish: dates.map(|(_, finish)| day(finish)),
            ..Activity::new(Id::from_bits(n))
        };
    let rows = vec![
        activity(11, Some(1), None, "Choose weavers", Some(("2017-10-02", "2017-10-06"))),
        activity(12, Some(1), None, "Train weavers", Some(("2017-10-09", "2017-10-20"))),
        activity(13, Some(1), None, "Report", None),
        activity(21, Some(2), None, "Sell", None),
        activity(22, None, Some(21), "At the fair", Some(("2017-12-04", "2017-12-08"))),
        activity(23, None, Some(21), "In the city", Some(("2017-12-18", "2018-01-12"))),
    ];
    let identity = Identity {
        start: Some(day("2017-10-02")),
        finish: Some(day("2018-06-30")),
        weekend: vec![Weekday::Saturday],
        depth: Some(Depth::Full),
        ..Identity::default()
    };
    Plan {
        identity: Arc::new(identity),
        outputs: Table::from_rows([output(1, "Dyes"), output(2, "Market")]).0,
        activities: Table::from_rows(rows).0,
        ..Plan::new(Id::from_bits(1))
    }
}

fn changed(mut plan: Plan, change: impl FnOnce(&mut Identity)) -> Plan {
    change(Arc::make_mut(&mut plan.identity));
    plan
}

fn open(plan: Plan) -> Harness<'static, Stage> {
    let mut harness = Stage::new(plan, PAGE).open(1300.0, 700.0);
    harness.run();
    harness
}

/// The bar whose name begins with these words.
#[track_caller]
fn bar<'h>(harness: &'h Harness<'_, Stage>, begin: &'h str) -> Node<'h> {
    harness.get_by(move |node| {
        node.role() == Role::Slider && node.label().is_some_and(|label| label.starts_with(begin))
    })
}

fn bar_name(harness: &Harness<'_, Stage>, begin: &str) -> String {
    bar(harness, begin).accesskit_node().label().unwrap()
}

/// How wide a day is: 1.2 begins seven days after 1.1.
fn per_day(harness: &Harness<'_, Stage>) -> f32 {
    (bar(harness, "1.2 ").rect().left() - bar(harness, "1.1 ").rect().left()) / 7.0
}

fn drag(harness: &mut Harness<'_, Stage>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    for share in [0.3, 0.7, 1.0] {
        harness.hover_at(from.lerp(to, share));
        harness.run();
    }
    harness.drop_at(to);
    harness.run();
    harness.remove_cursor();
    harness.run();
}

fn press(harness: &mut Harness<'_, Stage>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn dates_of(harness: &Harness<'_, Stage>, id: u64) -> (String, String) {
    let activity = harness.state().plan().activities.get(Id::from_bits(id)).unwrap().clone();
    let said = |day: Option<Day>| day.map(|d| d.to_string()).unwrap_or_default();
    (said(activity.start), said(activity.finish))
}

fn dates(start: &str, finish: &str) -> (String, String) {
    (start.to_owned(), finish.to_owned())
}

fn steps(harness: &Harness<'_, Stage>) -> usize {
    harness.state().document.steps().filter(|step| step.done).count()
}

fn undo(harness: &mut Harness<'_, Stage>) {
    harness.state_mut().document.undo();
    harness.run();
}

#[test]
fn a_column_is_made_wider_by_its_edge_and_a_double_click_takes_it_back() {
    let mut harness = open(plan());
    let cell = |harness: &Harness<'_, Stage>| field(harness, "1.1, Activity").rect();
    let before = cell(&harness);
    let edge = pos2(before.right() - 2.0 + 2.0, before.top() - 40.0);
    drag(&mut harness, edge, edge + vec2(60.0, 0.0));
    let after = cell(&harness);
    assert!((after.width() - before.width() - 60.0).abs() < 8.0, "{before:?} {after:?}");
}

/// A plan with so many activities, most of them after the one before.
fn large(count: u64) -> Plan {
    let first = Id::from_bits(1);
    let rows = (0..count).map(|n| Activity {
        output: Some(first),
        name: Text::english(&format!("Step {n}")),
        start: day_of(number(day("2017-10-02")) + i32::try_from(n % 300).unwrap()),
        finish: day_of(number(day("2017-10-02")) + i32::try_from(n % 300).unwrap()),
        after: (n % 300 > 0)
            .then(|| After { activity: Id::from_bits(1000 + n - 1), lag_days: 0 })
            .into_iter()
            .collect(),
        ..Activity::new(Id::from_bits(1000 + n))
    });
    Plan {
        outputs: Table::from_rows([Output { text: Text::english("All"), ..Output::new(first) }]).0,
        activities: Table::from_rows(rows).0,
        ..plan()
    }
}

#[test]
fn of_ten_thousand_activities_only_those_in_sight_are_laid_out() {
    let mut harness = Stage::new(large(10_000), PAGE).open(1300.0, 700.0);
    harness.step();
    harness.step();
    let count = |harness: &Harness<'_, Stage>, role: Role| {
        harness.query_all_by(move |node| node.role() == role).count()
    };
    let (bars, fields) = (count(&harness, Role::Slider), count(&harness, Role::TextInput));
    assert!((10..=24).contains(&bars), "{bars} bars");
    assert!((bars..=bars * 6).contains(&fields), "{fields} fields");
    harness.state_mut().go(Place::row(Id::<Activity>::from_bits(1000 + 7_000)));
    for _ in 0..8 {
        harness.step();
    }
    assert!(field(&harness, "1.7001, Activity").is_focused());
    bar(&harness, "1.7001 ");
    assert!(count(&harness, Role::Slider) <= 30);
}

#[test]
fn a_worked_plan_shows_its_chart_in_its_calendar() {
    let mut harness = Stage::new(example("iran-filigree"), PAGE).open(1300.0, 700.0);
    harness.run();
    harness.get_by_label_contains("FY 1396, 1 Farvardin 1396, 21 March 2017");
    click(&mut harness, "days");
    click(&mut harness, "Whole plan");
    let bars = harness.query_all_by(|node| node.role() == Role::Slider).count();
    assert!(bars > 3);
}

#[test]
fn a_chosen_unit_keeps_the_chosen_activity_in_sight() {
    let mut harness = open(plan());
    field(&harness, "2.1.2, Activity").focus();
    harness.run();
    click(&mut harness, "days");
    let label = "2.1.2 In the city, 18 December 2017 to 12 January 2018";
    assert_eq!(bar_name(&harness, "2.1.2 "), label);
    click(&mut harness, "quarters");
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2 October 2017 to 6 October 2017");
}

#[test]
fn a_unit_begins_with_the_plan_when_nothing_is_chosen_and_all_of_it_was_in_sight() {
    let mut harness = open(plan());
    click(&mut harness, "days");
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2 October 2017 to 6 October 2017");
}
