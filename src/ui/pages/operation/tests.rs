//! Journeys through the plan of operation by the names that a screen reader says.

use super::*;
use crate::{
    locale::calendar::{day_of, number},
    plan::{
        ActivityField, ActivityStatus, After, CalendarKind, Country, Day, Decimal, Depth, Identity, Output,
        Plan, Report, Row, Table, Text, Weekday,
    },
    ui::testing::{Stage, click, example, field, write},
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
fn an_activity_is_added_named_and_dated_by_typing() {
    let mut harness = open(plan());
    click(&mut harness, "Add an activity to output 1");
    write(&mut harness, "1.4, Activity", "Dye the first yarn");
    for (name, typed) in [("1.4, Start date", "23.10.2017"), ("1.4, Finish date", "2017-11-03")] {
        write(&mut harness, name, typed);
        press(&mut harness, Modifiers::NONE, Key::Enter);
    }
    let plan = harness.state().plan();
    let added = plan.activities.iter().find(|a| a.name.best(&[]).raw() == "Dye the first yarn").unwrap();
    assert_eq!((added.start, added.finish), (Some(day("2017-10-23")), Some(day("2017-11-03"))));
    assert_eq!(bar_name(&harness, "1.4 "), "1.4 Dye the first yarn, 2017-10-23 to 2017-11-03");
}

#[test]
fn a_date_that_does_not_fit_stays_until_it_is_mended() {
    let mut harness = open(plan());
    field(&harness, "1.1, Start date").focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    field(&harness, "1.1, Start date").type_text("31.2.2017");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-02", "2017-10-06"));
    assert_eq!(field(&harness, "1.1, Start date").value().as_deref(), Some("31.2.2017"));
}

#[test]
fn a_bar_is_moved_by_hand_in_one_step() {
    let mut harness = open(plan());
    let (from, width) = (bar(&harness, "1.1 ").rect().center(), per_day(&harness));
    drag(&mut harness, from, from + vec2(width * 3.0, 0.0));
    assert_eq!(dates_of(&harness, 11), dates("2017-10-05", "2017-10-09"));
    assert_eq!(steps(&harness), 1);
    undo(&mut harness);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-02", "2017-10-06"));
}

#[test]
fn escape_lets_go_of_a_bar() {
    let mut harness = open(plan());
    let (from, width) = (bar(&harness, "1.1 ").rect().center(), per_day(&harness));
    harness.drag_at(from);
    harness.run();
    harness.hover_at(from + vec2(width * 4.0, 0.0));
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.drop_at(from + vec2(width * 4.0, 0.0));
    harness.run();
    assert_eq!(dates_of(&harness, 11), dates("2017-10-02", "2017-10-06"));
    assert_eq!(steps(&harness), 0);
}

#[test]
fn both_ends_of_a_bar_are_dragged() {
    let mut harness = open(plan());
    let (rect, width) = (bar(&harness, "1.2 ").rect(), per_day(&harness));
    let finish = pos2(rect.right() - 4.0, rect.center().y);
    drag(&mut harness, finish, finish + vec2(width * 5.0, 0.0));
    assert_eq!(dates_of(&harness, 12), dates("2017-10-09", "2017-10-25"));
    let start = pos2(bar(&harness, "1.2 ").rect().left() + 4.0, rect.center().y);
    drag(&mut harness, start, start - vec2(width * 2.0, 0.0));
    assert_eq!(dates_of(&harness, 12), dates("2017-10-07", "2017-10-25"));
    assert_eq!(steps(&harness), 2);
}

#[test]
fn an_activity_without_dates_gets_a_bar_by_drawing_it() {
    let mut harness = open(plan());
    let width = per_day(&harness);
    let (first, second) = (bar(&harness, "1.1 ").rect(), bar(&harness, "1.2 ").rect());
    let row = second.center().y - first.center().y;
    let from = pos2(first.left() + 2.0 + width * 0.5, second.center().y + row);
    drag(&mut harness, from, from + vec2(width * 4.0, 0.0));
    assert_eq!(dates_of(&harness, 13), dates("2017-10-02", "2017-10-06"));
    assert_eq!(steps(&harness), 1);
}

/// Behind the end of a bar, where links begin.
fn handle(harness: &Harness<'_, Stage>, begin: &str) -> Pos2 {
    let rect = bar(harness, begin).rect();
    pos2(rect.right() - 2.0 + 8.0, rect.center().y)
}

#[test]
fn a_link_is_drawn_from_the_end_of_a_bar_and_a_circle_is_refused_with_a_message() {
    let mut harness = open(plan());
    let (from, to) = (handle(&harness, "1.1 "), bar(&harness, "1.2 ").rect().center());
    drag(&mut harness, from, to);
    let after = |harness: &Harness<'_, Stage>, id: u64| {
        harness.state().plan().activities.get(Id::from_bits(id)).unwrap().after.clone()
    };
    assert_eq!(after(&harness, 12), [After { activity: Id::from_bits(11), lag_days: 0 }]);
    assert_eq!(steps(&harness), 1);
    let (from, to) = (handle(&harness, "1.2 "), bar(&harness, "1.1 ").rect().center());
    drag(&mut harness, from, to);
    assert_eq!(after(&harness, 11), []);
    harness.get_by_label("1.1 cannot wait for 1.2: That would make it wait for itself");
    click(&mut harness, "Close this message");
    assert!(harness.query_by_label_contains("cannot wait").is_none());
}

#[test]
fn keys_move_resize_and_link_bars_each_gesture_one_step() {
    let mut harness = open(plan());
    bar(&harness, "1.1 ").focus();
    harness.run();
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-12", "2017-10-16"));
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    press(&mut harness, Modifiers::COMMAND, Key::ArrowLeft);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-11", "2017-10-17"));
    assert_eq!(steps(&harness), 1, "keys that follow each other are one gesture");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(bar(&harness, "1.2 ").is_focused());
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(steps(&harness), 2, "another bar is another gesture");
    press(&mut harness, Modifiers::NONE, Key::L);
    harness.get_by_label_contains("What comes after 1.2?");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let plan = harness.state().plan();
    let first = plan.activities.get(Id::from_bits(11)).unwrap();
    assert_eq!(first.after, [After { activity: Id::from_bits(12), lag_days: 0 }]);
    assert_eq!(steps(&harness), 3);
    for _ in 0..3 {
        undo(&mut harness);
    }
    assert_eq!(**harness.state().document.plan(), self::plan());
}

#[test]
fn a_rest_between_keys_is_another_step() {
    let mut harness = open(plan());
    bar(&harness, "1.1 ").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    // The window seals when the hand rested for two seconds.
    harness.state_mut().document.seal();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(steps(&harness), 2);
}

#[test]
fn a_milestone_is_made_by_key_and_by_its_sign() {
    let mut harness = open(plan());
    bar(&harness, "1.1 ").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::M);
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, milestone on 2017-10-02");
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-02", "2017-10-06"), "a moment has no length");
    harness.get_by_role_and_label(Role::CheckBox, "1.1, Milestone").click_accesskit();
    harness.run();
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2017-10-02 to 2017-10-06");
}

#[test]
fn a_whole_spans_its_parts_and_moves_with_them() {
    let mut harness = open(plan());
    assert_eq!(bar_name(&harness, "2.1 "), "2.1 Sell, 2017-12-04 to 2018-01-12");
    harness.get_by_label("2.1, Start date: 2017-12-04");
    harness.get_by_label("2.1, Finish date: 2018-01-12");
    let (from, width) = (bar(&harness, "2.1 ").rect().center(), per_day(&harness));
    drag(&mut harness, from, from + vec2(width * 7.0, 0.0));
    assert_eq!(dates_of(&harness, 22), dates("2017-12-11", "2017-12-15"));
    assert_eq!(dates_of(&harness, 23), dates("2017-12-25", "2018-01-19"));
    assert_eq!(steps(&harness), 1);
}

#[test]
fn progress_of_reports_stands_in_the_bars() {
    let status = |id: u64, percent: i64| ActivityStatus {
        activity: Id::from_bits(id),
        status: None,
        done_percent: Some(Decimal::from(percent)),
        note: Text::default(),
    };
    let report = |n, on, statuses| Report { on: Some(day(on)), statuses, ..Report::new(Id::from_bits(n)) };
    let reports = [
        report(2, "2018-02-01", vec![status(11, 80), status(22, 100)]),
        report(1, "2017-11-01", vec![status(11, 40)]),
    ];
    let harness = open(Plan { reports: Table::from_rows(reports).0, ..plan() });
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2017-10-02 to 2017-10-06, 80 % done");
    assert!(!bar_name(&harness, "1.2 ").contains('%'));
    // 5 of 31 days of the parts are done.
    assert!(bar_name(&harness, "2.1 ").ends_with("16 % done"), "{}", bar_name(&harness, "2.1 "));
}

/// 1.2 waits for 1.1, and 2.1.1 for 1.2; both begin too early.
fn early() -> Plan {
    let mut document = crate::document::Document::saved(plan());
    let after = |id: u64, before: u64| {
        let link = After { activity: Id::from_bits(before), lag_days: 0 };
        Activity::change(Id::from_bits(id), ActivityField::After(vec![link]))
    };
    let set = |id: u64, change| Activity::change(Id::<Activity>::from_bits(id), change);
    for edit in [
        after(12, 11),
        after(22, 12),
        set(12, ActivityField::Start(Some(day("2017-10-04")))),
        set(22, ActivityField::Start(Some(day("2017-10-16")))),
        set(22, ActivityField::Finish(Some(day("2017-10-20")))),
    ] {
        document.apply(&edit).unwrap();
    }
    Plan::clone(document.plan())
}

#[test]
fn a_conflict_is_shown_and_mended_on_request_alone() {
    let mut harness = open(early());
    harness.get_by_label("2 activities begin before what they wait for is finished");
    assert_eq!(dates_of(&harness, 12), dates("2017-10-04", "2017-10-20"), "nothing moves by itself");
    click(&mut harness, "Move 1.2 behind what it waits for");
    // 7 October 2017 is a Saturday, on which nobody works.
    assert_eq!(dates_of(&harness, 12), dates("2017-10-08", "2017-10-24"));
    assert_eq!(dates_of(&harness, 22), dates("2017-10-25", "2017-10-29"), "what waits for it moves on");
    assert_eq!(steps(&harness), 1);
    assert!(harness.query_by_label_contains("begin before").is_none());
    undo(&mut harness);
    click(&mut harness, "Move them behind it");
    assert_eq!(dates_of(&harness, 22), dates("2017-10-25", "2017-10-29"));
}

#[test]
fn moving_the_start_moves_the_plan() {
    let mut harness = open(plan());
    click(&mut harness, "Move the whole plan...");
    field(&harness, "New first day").focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    field(&harness, "New first day").type_text("9.10.2017");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-09", "2017-10-13"));
    assert_eq!(harness.state().plan().identity.start, Some(day("2017-10-09")));
    assert_eq!(harness.state().plan().identity.finish, Some(day("2018-07-07")));
    assert_eq!(steps(&harness), 1);
}

#[test]
fn dates_count_from_the_start_where_a_team_wants_it() {
    let mut harness = open(plan());
    click(&mut harness, "Months after start");
    assert_eq!(field(&harness, "1.2, Start date").value().as_deref(), Some("month 1, day 8"));
    field(&harness, "1.2, Finish date").focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND, Key::A);
    field(&harness, "1.2, Finish date").type_text("month 3, day 2");
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(dates_of(&harness, 12), dates("2017-10-09", "2017-12-03"));
    assert_eq!(bar_name(&harness, "1.2 "), "1.2 Train weavers, month 1, day 8 to month 3, day 2");
}

fn in_nepal(plan: Plan) -> Plan {
    changed(plan, |identity| {
        identity.country = Country::new("NP");
        identity.calendar = Some(CalendarKind::BikramSambat);
        identity.fiscal_start =
            Some(crate::plan::FiscalStart { calendar: CalendarKind::BikramSambat, month: 4, day: 1 });
    })
}

#[test]
fn dates_stand_and_are_typed_in_the_calendar_of_the_plan() {
    let mut harness = open(in_nepal(plan()));
    assert_eq!(field(&harness, "1.1, Start date").value().as_deref(), Some("16 Ashwin 2074"));
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 16 Ashwin 2074 to 20 Ashwin 2074");
    for (typed, expected) in
        [("१० असोज २०७४", "2017-09-26"), ("11 Ashwin 2074", "2017-09-27"), ("2017-09-28", "2017-09-28")]
    {
        field(&harness, "1.1, Start date").focus();
        harness.run();
        press(&mut harness, Modifiers::COMMAND, Key::A);
        field(&harness, "1.1, Start date").type_text(typed);
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(dates_of(&harness, 11).0, expected, "{typed}");
    }
}

#[test]
fn a_day_is_picked_from_the_small_calendar_by_keys() {
    let mut harness = open(in_nepal(plan()));
    field(&harness, "1.1, Start date").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::F4);
    let day_named = |harness: &Harness<'_, Stage>, name: &str| {
        harness.get_by_role_and_label(Role::Button, name).is_focused()
    };
    assert!(day_named(&harness, "16 Ashwin 2074, 2 October 2017"));
    harness.get_by_label("Ashwin 2074, September \u{2013} October 2017");
    harness.get_by_label("In its own script: असोज (not yet checked by a native reader)");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert!(day_named(&harness, "24 Ashwin 2074, 10 October 2017"));
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(day_named(&harness, "24 Kartik 2074, 10 November 2017"));
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert!(day_named(&harness, "1 Ashwin 2074, 17 September 2017"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(dates_of(&harness, 11).0, "2017-09-17");
    assert!(field(&harness, "1.1, Start date").is_focused());
    press(&mut harness, Modifiers::NONE, Key::F4);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Month before").is_none());
    assert_eq!(dates_of(&harness, 11).0, "2017-09-17");
}

#[test]
fn fiscal_years_of_the_country_are_labelled() {
    let harness = open(in_nepal(plan()));
    let name = "FY 2074/75, 1 Shrawan 2074, 16 July 2017 to 32 Ashadh 2075, 16 July 2018";
    harness.get_by_label(name);
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
    let label = "2.1.2 In the city, 2017-12-18 to 2018-01-12";
    assert_eq!(bar_name(&harness, "2.1.2 "), label);
    click(&mut harness, "quarters");
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2017-10-02 to 2017-10-06");
}
