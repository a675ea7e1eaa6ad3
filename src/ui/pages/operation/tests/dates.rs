//! Dates: typed, picked and counted, in the calendar of the plan.

use super::*;

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
    assert_eq!(bar_name(&harness, "1.4 "), "1.4 Dye the first yarn, 23 October 2017 to 3 November 2017");
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
fn dates_stand_below_their_heading_in_both_directions() {
    for mirrored in [false, true] {
        let mut h = open(plan());
        crate::text::set_mirrored(&h.ctx, mirrored);
        h.run();
        let name = "1.1, Start date";
        field(&h, name).focus();
        h.run();
        let (rect, letters) = (field(&h, name).rect(), letters(&h, name));
        let gap = if mirrored {
            rect.right() - letters.last().unwrap().right()
        } else {
            letters[0].left() - rect.left()
        };
        assert!(
            (0.0..12.0).contains(&gap),
            "{gap} points from where the heading stands, mirrored: {mirrored}"
        );
    }
}
