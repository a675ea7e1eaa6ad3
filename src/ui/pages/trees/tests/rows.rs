//! From a chosen branch to rows of the matrix, and what differs since.

use super::*;
use crate::{
    analysis::tree::differences,
    ui::pages::{Page, Section},
};

/// The example without its matrix.
fn without_matrix() -> Plan {
    let mut plan = example("nepal-lokta-paper");
    plan.matrix = std::sync::Arc::default();
    plan.outputs = Table::default();
    plan.activities = Table::default();
    plan.indicators = Table::default();
    plan.assumptions = Table::default();
    plan.judgements = Table::default();
    plan.budget = Table::default();
    plan.risks = Table::default();
    plan
}

#[test]
fn a_chosen_branch_becomes_matrix_rows_in_one_step() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    h.get_by_label("Output from Means 1: will be made");
    click(&mut h, "Make these rows");
    let plan = h.state().plan();
    assert_eq!((plan.outputs.len(), plan.activities.len()), (4, 2));
    assert_eq!(
        plan.matrix.purpose.best(&[]).raw(),
        "Paper makers of Baglung get half of the value of their paper"
    );
    assert_eq!(h.state().document.steps().count(), 1);
    h.get_by_role_and_label(Role::Status, "The rows are in the matrix. Ctrl+Z takes them back");
    click(&mut h, "Make matrix rows...");
    h.get_by_label("All rows are there");
    click(&mut h, "Cancel");
    h.state_mut().document.undo();
    h.run();
    assert!(h.state().plan().outputs.is_empty() && h.state().plan().matrix.purpose.is_blank());
}

#[test]
fn a_difference_is_shown_on_both_sides_and_settled() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    click(&mut h, "Make these rows");
    assert!(h.query_by_label_contains("from the matrix").is_none());
    card(&h, "Cause 1: Sheets of one order differ in weight and colour").click();
    h.run();
    write(&mut h, "Cause 1, Objective", "Better: ");
    click(&mut h, "One difference from the matrix");
    assert_eq!(h.query_all_by_label("Means 1 was changed").count(), 2, "in the list and beside the card");
    click(&mut h, "One difference from the matrix");
    click(&mut h, "Keep both as they are: Output 1");
    assert_eq!(differences(h.state().plan()), []);
    // The matrix says so too, and there the words are taken over.
    write(&mut h, "Cause 1, Objective", "Much ");
    h.state_mut().page = Page::Section(Section::Matrix);
    h.run();
    h.get_by_label("Means 1 was changed");
    click(&mut h, "Take the card's words: Output 1");
    let plan = h.state().plan();
    let (card, output) = (plan.cards.at(3).unwrap(), plan.outputs.at(0).unwrap());
    assert_eq!(card.objective, output.text);
    assert!(output.text.best(&[]).raw().contains("Much"));
    // And from the row to its card.
    h.get_by_role_and_label(Role::Link, "Tree: Means 1: Output 1").click_accesskit();
    h.run();
    assert_eq!(h.state().page, PAGE);
    assert_eq!(
        h.state().focused,
        Some(Place::cell(h.state().plan().cards.at(3).unwrap().id, CARD.objective))
    );
}

#[test]
fn a_row_is_written_to_its_card() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    click(&mut h, "Make these rows");
    h.state_mut().page = Page::Section(Section::Matrix);
    h.run();
    write(&mut h, "Output 1, Result", "40 workshops: ");
    h.get_by_label("Output 1 was changed");
    click(&mut h, "Write it to the card: Output 1");
    let plan = h.state().plan();
    assert_eq!(plan.cards.at(3).unwrap().objective, plan.outputs.at(0).unwrap().text);
    assert_eq!(differences(plan), []);
}

#[test]
fn a_branch_is_chosen_with_its_alternative() {
    let mut h = open(example("nepal-lokta-paper"));
    card(&h, "Cause 4: Bark is cut before the shrub is four years old").click();
    h.run();
    click(&mut h, "Take the choice back");
    let plan = h.state().plan();
    assert!(!plan.cards.iter().next_back().unwrap().chosen);
    assert!(!plan.strategies.iter().next_back().unwrap().chosen);
}
