//! Links: the days to wait, how they stand in the chart, and what follows from them.

use super::*;

/// 1.2 waits for 1.1; nothing begins too early.
fn linked() -> Plan {
    let mut document = crate::document::Document::saved(plan());
    let link = After { activity: Id::from_bits(11), lag_days: 0 };
    document.apply(&Activity::change(Id::from_bits(12), ActivityField::After(vec![link]))).unwrap();
    Plan::clone(document.plan())
}

const LAG: &str = "1.2 after 1.1, Comes after";

/// Types the days to wait into the details of 1.2.
fn type_days(harness: &mut Harness<'_, Stage>, days: &str) {
    if harness.query_by_label("Details of 1.2").is_some() && harness.query_by_label(LAG).is_none() {
        click(harness, "Details of 1.2");
    }
    field(harness, LAG).focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    field(harness, LAG).type_text(days);
    harness.run();
    press(harness, Modifiers::NONE, Key::Enter);
}

fn lag(harness: &Harness<'_, Stage>) -> i32 {
    harness.state().plan().activities.get(Id::from_bits(12)).unwrap().after[0].lag_days
}

#[test]
fn five_days_to_wait_are_typed_shown_and_followed_by_the_dates_on_request() {
    let mut harness = open(linked());
    assert!(harness.query_by_label_contains("waits").is_none());
    type_days(&mut harness, "5");
    assert_eq!((lag(&harness), steps(&harness)), (5, 1));
    harness.get_by_role_and_label(Role::Link, "1.2 waits 5 days after 1.1 is finished");
    // Finished on 6 October and 5 days: the start on the 9th is too early, and nothing moves by itself.
    assert_eq!(dates_of(&harness, 12), dates("2017-10-09", "2017-10-20"));
    click(&mut harness, "Move 1.2 behind what it waits for");
    assert_eq!(dates_of(&harness, 12), dates("2017-10-12", "2017-10-23"));
    assert!(harness.query_by_label("Move 1.2 behind what it waits for").is_none());
    assert_eq!(steps(&harness), 2);
    undo(&mut harness);
    assert_eq!(dates_of(&harness, 12), dates("2017-10-09", "2017-10-20"));
    undo(&mut harness);
    assert_eq!(lag(&harness), 0);
    assert!(harness.query_by_label_contains("waits 5 days").is_none());
}

#[test]
fn days_below_zero_let_activities_overlap() {
    let mut harness = open(linked());
    // Two days before 1.1 is finished: too early without an overlap.
    for _ in 0..4 {
        bar(&harness, "1.2 ").focus();
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    }
    assert_eq!(dates_of(&harness, 12).0, "2017-10-05");
    harness.get_by_label("Move 1.2 behind what it waits for");
    type_days(&mut harness, "-2");
    assert_eq!(lag(&harness), -2);
    harness.get_by_role_and_label(Role::Link, "1.2 may begin 2 days before 1.1 is finished");
    assert!(harness.query_by_label("Move 1.2 behind what it waits for").is_none(), "it may overlap now");
    // A sign of its own is read too, and what is no number stays in the field.
    type_days(&mut harness, "\u{2212}3");
    assert_eq!(lag(&harness), -3);
    type_days(&mut harness, "soon");
    assert_eq!(lag(&harness), -3);
}

#[test]
fn a_click_on_an_arrow_or_on_its_days_leads_to_where_they_are_typed() {
    let mut harness = open(linked());
    // The arrow goes down from the end of 1.1.
    let end = bar(&harness, "1.1 ").rect().right_center();
    let on_arrow = end + vec2(-2.0 + 7.0, 16.0);
    harness.hover_at(on_arrow);
    harness.run();
    harness.get_by_role_and_label(Role::Link, "1.2 comes after 1.1");
    for event in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: on_arrow,
            button: egui::PointerButton::Primary,
            pressed: event,
            modifiers: Modifiers::NONE,
        });
        harness.run();
    }
    assert!(field(&harness, LAG).is_focused());
    type_days(&mut harness, "12");
    click(&mut harness, "Close the details of 1.2");
    harness.get_by_role_and_label(Role::Link, "1.2 waits 12 days after 1.1 is finished").click();
    harness.run();
    assert!(field(&harness, LAG).is_focused());
}
