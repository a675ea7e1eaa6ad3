//! Bars: moved, resized, linked and drawn, by hand and by keys; and starts that come too early.

use super::*;

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
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, milestone on 2 October 2017");
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(dates_of(&harness, 11), dates("2017-10-02", "2017-10-06"), "a moment has no length");
    harness.get_by_role_and_label(Role::CheckBox, "1.1, Milestone").click_accesskit();
    harness.run();
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2 October 2017 to 6 October 2017");
}

#[test]
fn a_whole_spans_its_parts_and_moves_with_them() {
    let mut harness = open(plan());
    assert_eq!(bar_name(&harness, "2.1 "), "2.1 Sell, 4 December 2017 to 12 January 2018");
    harness.get_by_label("2.1, Start date: 4 Dec 2017");
    harness.get_by_label("2.1, Finish date: 12 Jan 2018");
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
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 2 October 2017 to 6 October 2017, 80% done");
    assert!(!bar_name(&harness, "1.2 ").contains('%'));
    // 5 of 31 days of the parts are done.
    assert!(bar_name(&harness, "2.1 ").ends_with("16% done"), "{}", bar_name(&harness, "2.1 "));
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
