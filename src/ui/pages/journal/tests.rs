//! The journal by accessible names: notes, and what becomes of them.

use super::*;
use crate::ui::testing::{Stage, click, example, field, write};
use egui_kittest::kittest::Queryable;

const JOURNAL: Page = Page::Section(Section::Journal);

fn new_plan() -> Plan {
    let mut plan = Plan::new(Id::from_bits(1));
    let programme = Key::new("colombo-plan-smi-2017-batch-2");
    plan.identity = std::sync::Arc::new(Identity { programme, ..Identity::default() });
    plan
}

#[test]
fn looking_writes_nothing_and_the_first_letter_makes_the_lesson() {
    let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
    harness.run();
    click(&mut harness, "Silver craft, 0 of 4 written");
    assert!(harness.state().plan().lessons.is_empty());
    write(&mut harness, "Silver craft, What we saw", "One wire, ten hands");
    let plan = harness.state().plan();
    let lesson = plan.lessons.at(0).unwrap();
    assert_eq!((plan.lessons.len(), lesson.saw.best(&[]).raw()), (1, "One wire, ten hands"));
    assert_eq!(lesson.source.as_str(), "visit-silver");
    assert_eq!(lesson.day, Some(harness.state().today), "the course runs");
    harness.get_by_label("1 of 19 sources have notes");
    harness.get_by_label("one of them from today");
}

#[test]
fn the_first_letter_and_the_next_are_one_step() {
    let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
    harness.run();
    click(&mut harness, "Silver craft, 0 of 4 written");
    for letter in ["O", "n", "e"] {
        write(&mut harness, "Silver craft, What we saw", letter);
    }
    assert_eq!(harness.state().document.steps().count(), 1);
    assert_eq!(harness.state().plan().lessons.at(0).unwrap().saw.best(&[]).raw(), "One");
    harness.state_mut().document.undo();
    assert!(harness.state().plan().lessons.is_empty());
}

#[test]
fn the_next_empty_source_is_one_click_away() {
    let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
    harness.run();
    click(&mut harness, "Write the next one");
    let name = "Policies for the small and medium industry sector, What we saw";
    assert!(field(&harness, name).is_focused());
}

#[test]
fn a_lesson_becomes_an_activity_that_names_it() {
    let mut harness = Stage::new(new_plan(), JOURNAL).open(900.0, 1400.0);
    harness.run();
    click(&mut harness, "Golf gloves, 0 of 4 written");
    write(&mut harness, "Golf gloves, What we would adapt", "One table for cutting");
    click(&mut harness, "Make an activity of it");
    let plan = harness.state().plan();
    let activity = plan.activities.at(0).unwrap();
    assert_eq!(activity.learned, [Key::new("visit-golf-gloves")]);
    assert_eq!(activity.adapts.best(&[]).raw(), "One table for cutting");
}

#[test]
fn a_lesson_becomes_a_card_that_waits_for_its_place() {
    let mut plan = new_plan();
    let full = Identity { depth: Some(Depth::Full), ..Identity::clone(&plan.identity) };
    plan.identity = std::sync::Arc::new(full);
    let mut harness = Stage::new(plan, JOURNAL).open(900.0, 1400.0);
    harness.run();
    click(&mut harness, "Golf gloves, 0 of 4 written");
    write(&mut harness, "Golf gloves, What differs at home", "Pay is for pieces");
    write(&mut harness, "Golf gloves, What we would adapt", "Pay for good pairs");
    click(&mut harness, "Make a card of it");
    let stage = harness.state();
    let card = stage.plan().cards.at(0).unwrap();
    assert_eq!((card.kind, card.parent), (None, None));
    assert_eq!(card.problem.best(&[]).raw(), "Pay is for pieces");
    assert_eq!(card.objective.best(&[]).raw(), "Pay for good pairs");
    assert_eq!(stage.page, Page::Section(Section::Trees));
    harness.get_by_label("Waiting card: Pay is for pieces");
}

#[test]
fn own_sources_come_and_go() {
    let mut harness = Stage::new(Plan::new(Id::from_bits(1)), JOURNAL).open(900.0, 800.0);
    harness.run();
    click(&mut harness, "Add a source of our own");
    write(&mut harness, "Source without a name, Source of our own", "Night market");
    assert_eq!(harness.state().plan().lessons.at(0).unwrap().own_source.best(&[]).raw(), "Night market");
    click(&mut harness, "Delete these notes");
    assert!(harness.state().plan().lessons.is_empty());
}

#[test]
fn a_finding_leads_into_a_folded_card() {
    let plan = example("nepal-lokta-paper");
    let lesson = plan.lessons.at(0).unwrap().id;
    let mut stage = Stage::new(plan, JOURNAL);
    stage.go(Place::cell(lesson, LESSON.why));
    let mut harness = stage.open(900.0, 700.0);
    harness.run();
    assert_eq!(harness.state().focused, Some(Place::cell(lesson, LESSON.why)));
}
