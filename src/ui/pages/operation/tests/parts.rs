//! Sub-activities: added, moved in and out, numbered; what their dates and costs add up to.

use super::*;
use crate::plan::{BudgetLine, Currency};

/// The numbers with their names, as they stand in the table.
fn told(harness: &Harness<'_, Stage>) -> Vec<String> {
    let plan = harness.state().plan();
    let derived = crate::analysis::Derived::new(plan);
    let name = |id| plan.activities.get(id).unwrap().name.best(&[]).raw().to_owned();
    derived.numbering.activities().iter().map(|p| format!("{} {}", p.number, name(p.id))).collect()
}

#[test]
fn a_part_is_added_by_mouse_and_by_key() {
    let mut harness = open(plan());
    field(&harness, "1.1, Activity").focus();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Add a part of it").click();
    harness.run();
    assert!(field(&harness, "1.1.1, Activity").is_focused());
    write(&mut harness, "1.1.1, Activity", "Ask the ward office");
    // By key, from the row of the whole.
    field(&harness, "1.1, Activity").focus();
    harness.run();
    press(&mut harness, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    assert!(field(&harness, "1.1.2, Activity").is_focused());
    write(&mut harness, "1.1.2, Activity", "Draw lots");
    assert_eq!(told(&harness)[..3], ["1.1 Choose weavers", "1.1.1 Ask the ward office", "1.1.2 Draw lots"]);
    // The whole spans what its parts say.
    for (name, typed) in [("1.1.1, Start date", "2017-10-03"), ("1.1.1, Finish date", "2017-10-04")] {
        write(&mut harness, name, typed);
        press(&mut harness, Modifiers::NONE, Key::Enter);
    }
    assert_eq!(bar_name(&harness, "1.1 "), "1.1 Choose weavers, 3 October 2017 to 4 October 2017");
}

#[test]
fn alt_and_arrows_move_rows_up_down_in_and_out_and_numbers_follow() {
    let mut harness = open(plan());
    let go = |harness: &mut Harness<'_, Stage>, name: &str, key: Key| {
        field(harness, name).focus();
        harness.run();
        press(harness, Modifiers::ALT, key);
    };
    go(&mut harness, "1.2, Activity", Key::ArrowUp);
    assert_eq!(told(&harness)[..3], ["1.1 Train weavers", "1.2 Choose weavers", "1.3 Report"]);
    go(&mut harness, "1.1, Activity", Key::ArrowDown);
    assert_eq!(told(&harness)[..3], ["1.1 Choose weavers", "1.2 Train weavers", "1.3 Report"]);
    go(&mut harness, "1.2, Activity", Key::ArrowRight);
    assert_eq!(told(&harness)[..3], ["1.1 Choose weavers", "1.1.1 Train weavers", "1.2 Report"]);
    // The row keeps the focus, so that keys go on: one more part behind it, before it, and out again.
    go(&mut harness, "1.2, Activity", Key::ArrowRight);
    assert_eq!(told(&harness)[1..3], ["1.1.1 Train weavers", "1.1.2 Report"]);
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(told(&harness)[1..3], ["1.1.1 Report", "1.1.2 Train weavers"]);
    assert!(field(&harness, "1.1.1, Activity").is_focused());
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(told(&harness)[..3], ["1.1 Choose weavers", "1.1.1 Train weavers", "1.2 Report"]);
    assert!(field(&harness, "1.2, Activity").is_focused());
    assert_eq!(steps(&harness), 6);
    // By mouse the same.
    click(&mut harness, "Make 1.2 a part of the one before");
    click(&mut harness, "Take 1.1.2 out of what it is a part of");
    click(&mut harness, "Move 1.2 up");
    assert_eq!(told(&harness)[..3], ["1.1 Report", "1.2 Choose weavers", "1.2.1 Train weavers"]);
}

#[test]
fn costs_of_parts_add_up_in_their_whole() {
    let line = |n: u64, activity: u64, cost: i64| BudgetLine {
        activity: Some(Id::from_bits(activity)),
        unit_cost: Some(Decimal::from(cost)),
        ..BudgetLine::new(Id::from_bits(n))
    };
    let lines = [line(1, 22, 1200), line(2, 23, 300), line(3, 21, 50), line(4, 11, 7)];
    let mut plan = changed(plan(), |identity| identity.currency = Currency::new("NPR"));
    plan.budget = Table::from_rows(lines).0;
    let mut harness = Stage::new(plan, PAGE).open(1300.0, 1000.0);
    harness.run();
    click(&mut harness, "Details of 2.1");
    harness.get_by_label("Costs NPR 1,550, its parts together");
    click(&mut harness, "Details of 2.1.1");
    harness.get_by_label("Costs NPR 1,200");
    click(&mut harness, "Details of 1.2");
    harness.get_by_label("No costs yet");
    // Out of the whole, its cost goes with it.
    field(&harness, "2.1.1, Activity").focus();
    harness.run();
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    click(&mut harness, "Details of 2.1");
    harness.get_by_label("Costs NPR 350, its parts together");
    click(&mut harness, "To the budget");
    assert_eq!(harness.state().page, Page::Section(Section::Budget));
}
