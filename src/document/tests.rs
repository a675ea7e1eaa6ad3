use super::*;
use crate::plan::{
    Activity, ActivityField, Id, IdentityField, Row, Text,
    edit::Verb,
    sample::{Dice, Sample},
};
use std::collections::HashSet;

/// Rows of one kind never share an identity, and every table finds each row where it stands.
fn assert_sound(plan: &Plan) {
    fn table<T: Row>(plan: &Plan) {
        let table = T::table(plan);
        let ids: HashSet<_> = table.iter().map(|row| row.id().bits()).collect();
        assert_eq!(ids.len(), table.len());
        assert!(table.iter().enumerate().all(|(i, row)| table.position(row.id()) == Some(i)));
    }
    table::<Activity>(plan);
    table::<crate::plan::Output>(plan);
    table::<crate::plan::Card>(plan);
    table::<crate::plan::Indicator>(plan);
    table::<crate::plan::BudgetLine>(plan);
    for a in plan.activities.iter() {
        assert!(a.output.is_none_or(|id| plan.outputs.contains(id)));
        assert!(a.parent.is_none_or(|id| plan.activities.contains(id)));
        assert!(a.after.iter().all(|l| plan.activities.contains(l.activity)));
        let depth =
            std::iter::successors(Some(a.id), |id| plan.activities.get(*id)?.parent).take(100).count();
        assert!(depth < 100, "parents lead in a circle");
    }
    assert!(plan.budget.iter().all(|b| b.activity.is_none_or(|id| plan.activities.contains(id))));
}

#[test]
fn random_edits_undo_and_redo() {
    for seed in 0..60 {
        let mut dice = Dice::new(seed);
        let start = Plan::new(Id::from_bits(1));
        let mut document = Document::unsaved(start.clone());
        let mut refused = 0;
        for _ in 0..200 {
            let before = Arc::clone(document.plan());
            let edit = Edit::sample(&mut dice);
            match document.apply(&edit) {
                Err(_) => {
                    refused += 1;
                    assert!(Arc::ptr_eq(&before, document.plan()), "a refused edit changes nothing");
                }
                Ok(changed) => assert_eq!(changed, *before != **document.plan(), "{edit:?}"),
            }
            if dice.below(3) == 0 {
                document.seal();
            }
            assert_sound(document.plan());
        }
        assert!(refused > 5, "the test tries bad edits too");
        let end = Arc::clone(document.plan());
        while document.undo().is_some() {}
        assert_eq!(**document.plan(), start);
        while document.redo().is_some() {}
        assert_eq!(*document.plan(), end);
    }
}

fn title(text: &str) -> Edit {
    Edit::Identity(IdentityField::Title(Text::english(text)))
}

#[test]
fn typing_is_one_step_until_the_hand_rests() {
    let mut document = Document::saved(Plan::new(Id::from_bits(1)));
    for text in ["W", "We", "Wea"] {
        document.apply(&title(text)).unwrap();
    }
    document.seal();
    document.apply(&title("Weaving")).unwrap();
    assert_eq!(document.steps().count(), 2);
    assert!(document.is_modified());
    assert_eq!(document.undo().unwrap().verb, Verb::Change);
    assert_eq!(document.plan().identity.title, Text::english("Wea"));
    document.undo();
    assert!(!document.is_modified(), "undoing back to the saved state is clean");
    assert_eq!(document.undo(), None);
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let mut document = Document::saved(Plan::new(Id::from_bits(1)));
    assert_eq!(document.apply(&title("")), Ok(false));
    assert_eq!(document.steps().count(), 0);
}

#[test]
fn deleting_takes_along_what_belongs_to_it() {
    use crate::plan::{At, BudgetLine, Output};
    let mut document = Document::saved(Plan::new(Id::from_bits(1)));
    let (o, a, sub) = (Id::from_bits(1), Id::from_bits(2), Id::from_bits(3));
    let activity = |id, output, parent| Activity { output, parent, ..Activity::new(id) };
    let edits = [
        Output::add(Output::new(o), At::Last),
        Activity::add(activity(a, Some(o), None), At::Last),
        Activity::add(activity(sub, None, Some(a)), At::Last),
        BudgetLine::add(BudgetLine { activity: Some(sub), ..BudgetLine::new(Id::from_bits(4)) }, At::Last),
    ];
    for edit in &edits {
        document.apply(edit).unwrap();
    }
    assert_eq!(
        document.apply(&Activity::change(a, ActivityField::Parent(Some(sub)))),
        Err(Refused::Circle(crate::plan::ACTIVITY.parent))
    );
    document.apply(&Output::delete(o)).unwrap();
    assert!(document.plan().activities.is_empty() && document.plan().budget.is_empty());
    document.undo();
    assert_eq!(document.plan().budget.len(), 1);
}

#[test]
fn marking_saved_keeps_later_typing_unsaved() {
    let mut document = Document::unsaved(Plan::new(Id::from_bits(1)));
    document.apply(&title("A")).unwrap();
    let written = Arc::clone(document.plan());
    document.apply(&title("AB")).unwrap();
    document.mark_saved(written);
    assert!(document.is_modified());
    document.undo();
    assert_eq!(document.plan().identity.title, Text::default(), "both letters were one gesture");
}

#[test]
fn a_copy_of_a_large_plan_equals_it() {
    let plan = crate::plan::sample::plan(3, 500);
    assert!(plan.activities.len() > 3, "the sample has rows");
    assert_sound(&plan);
    assert_eq!(plan.clone(), plan);
}

#[test]
fn another_state_of_the_plan_is_one_step() {
    let start = crate::plan::sample::plan(3, 40);
    let mut other = start.clone();
    Activity::delete(start.activities.at(0).unwrap().id).apply(&mut other).unwrap();
    let mut document = Document::saved(start.clone());
    let whole = |plan: &Plan| Edit::Become("merge-step", Box::new(plan.clone()));
    assert_eq!(document.apply(&whole(&start)), Ok(false));
    assert_eq!(document.apply(&whole(&other)), Ok(true));
    assert_eq!((**document.plan() == other, document.steps().count()), (true, 1));
    assert!(document.undo().is_some() && **document.plan() == start && !document.is_modified());
    let stranger = Plan::new(Id::from_bits(start.id.bits() ^ 1));
    assert_eq!(document.apply(&whole(&stranger)), Err(crate::plan::Refused::OtherPlan));
}
