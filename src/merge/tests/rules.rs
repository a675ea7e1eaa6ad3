//! The rules one by one.

use super::*;
use crate::file::{self, Extras};

#[test]
fn texts_merge_by_language() {
    let ne = Lang::new("ne").unwrap();
    let plan = |english: &str, nepali: &str| {
        let text = Text::english(english).with(&ne, nepali.into());
        Plan {
            outputs: Table::from_rows([Output { text, ..Output::new(Id::from_bits(2)) }]).0,
            ..Plan::new(Id::from_bits(1))
        }
    };
    let check = |mine: (&str, &str), theirs: (&str, &str), expected: (&str, &str), choices: usize| {
        let merged = merged(&plan("one", "एक"), &plan(mine.0, mine.1), &plan(theirs.0, theirs.1));
        assert_eq!(merged.plan.outputs, plan(expected.0, expected.1).outputs);
        assert_eq!((merged.opened.len(), merged.plan.choices.len()), (choices, choices));
    };
    check(("two", "एक"), ("one", "दुई"), ("two", "दुई"), 0);
    check(("two", "एक"), ("three", "तीन"), ("two", "तीन"), 1);
    check(("two", "दुई"), ("three", "तीन"), ("two", "दुई"), 2);
    check(("", "एक"), ("one", "दुई"), ("", "दुई"), 0);
    check(("two", "दुई"), ("two", "दुई"), ("two", "दुई"), 0);
}

#[test]
fn lists_merge_item_by_item() {
    let id = |n| Id::from_bits(n);
    let plan = |links: &[(u64, i32)]| {
        let after =
            links.iter().map(|(n, lag_days)| After { activity: id(*n), lag_days: *lag_days }).collect();
        let rows = [Activity { after, ..Activity::new(id(9)) }];
        let others = (2..6).map(|n| Activity::new(id(n)));
        Plan { activities: Table::from_rows(rows.into_iter().chain(others)).0, ..Plan::new(Id::from_bits(1)) }
    };
    let check = |mine: &[(u64, i32)], theirs: &[(u64, i32)], expected: &[(u64, i32)], choices: usize| {
        let merged = merged(&plan(&[(2, 0), (3, 0)]), &plan(mine), &plan(theirs));
        assert_eq!(merged.plan.activities, plan(expected).activities, "{mine:?} {theirs:?}");
        assert_eq!(merged.opened.len(), choices, "{mine:?} {theirs:?}");
    };
    check(&[(2, 0), (3, 0), (4, 0)], &[(2, 0), (3, 0), (5, 1)], &[(2, 0), (3, 0), (4, 0), (5, 1)], 0);
    check(&[(2, 0)], &[(3, 0), (4, 0)], &[(4, 0)], 0);
    check(&[(2, 7), (3, 0)], &[(2, 0), (3, 5)], &[(2, 7), (3, 5)], 0);
    check(&[(2, 7), (3, 0)], &[(2, 14), (3, 0)], &[(2, 7), (3, 0)], 1);
    check(&[(2, 7), (3, 0)], &[(3, 0)], &[(2, 7), (3, 0)], 1);
}

#[test]
fn both_wordings_can_be_kept() {
    let plan = |text: &str| Plan {
        outputs: Table::from_rows([Output { text: Text::english(text), ..Output::new(Id::from_bits(2)) }]).0,
        ..Plan::new(Id::from_bits(1))
    };
    let Merged { mut plan, opened, .. } = merged(&plan("one"), &plan("two"), &plan("three"));
    let choice = plan.choices.get(opened[0]).unwrap();
    assert_eq!(answers(&plan, choice), [Pick::Mine, Pick::Theirs, Pick::Both]);
    answer(&plan, opened[0], Pick::Both).unwrap().apply(&mut plan).unwrap();
    assert_eq!(plan.outputs.at(0).unwrap().text.best(&[]).raw(), "two\nthree");
    assert!(plan.choices.is_empty());
}

#[test]
fn a_deleted_output_stays_when_the_other_copy_works_on_it() {
    let (output, activity) = (Id::from_bits(2), Id::from_bits(3));
    let base = Plan { outputs: Table::from_rows([Output::new(output)]).0, ..Plan::new(Id::from_bits(1)) };
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    Output::delete(output).apply(&mut mine).unwrap();
    let new = Activity { output: Some(output), ..Activity::new(activity) };
    Activity::add(new, At::Last).apply(&mut theirs).unwrap();
    let Merged { plan, opened, .. } = merged(&base, &mine, &theirs);
    assert_eq!((&plan.outputs, &plan.activities), (&theirs.outputs, &theirs.activities));
    let choice = plan.choices.get(opened[0]).unwrap();
    assert_eq!((choice.place, choice.clash), (Some(Place::row(output)), Some(Clash::DeletedByMine)));
    let after = |how| {
        let mut next = plan.clone();
        answer(&plan, opened[0], how).unwrap().apply(&mut next).unwrap();
        next
    };
    assert_eq!((after(Pick::Mine), after(Pick::Theirs)), (mine, theirs));
}

#[test]
fn circles_of_two_copies_are_choices_that_are_answered_together() {
    let id = |n| Id::from_bits(n);
    let base = Plan {
        activities: Table::from_rows([Activity::new(id(2)), Activity::new(id(3))]).0,
        ..Plan::new(Id::from_bits(1))
    };
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    Activity::change(id(2), ActivityField::Parent(Some(id(3)))).apply(&mut mine).unwrap();
    Activity::change(id(3), ActivityField::Parent(Some(id(2)))).apply(&mut theirs).unwrap();
    let Merged { plan, opened, .. } = merged(&base, &mine, &theirs);
    assert_eq!(plan.activities, mine.activities);
    let places: Vec<_> = opened.iter().filter_map(|id| plan.choices.get(*id)?.place).collect();
    assert_eq!(places, [2, 3].map(|n| Place::cell(id(n), ACTIVITY.parent)));
    for choice in opened {
        let mut next = plan.clone();
        answer(&plan, choice, Pick::Theirs).unwrap().apply(&mut next).unwrap();
        let parent = next.activities.get(id(3)).unwrap().parent;
        // The link that is only mine can go alone; theirs needs mine to go with it.
        let alone = next.choices.len() == 1;
        assert_eq!((parent, alone), if alone { (None, true) } else { (Some(id(2)), false) });
        assert!(next.activities.get(id(2)).unwrap().parent.is_none());
    }
}

/// What only one copy changed is asked about when it goes in a circle with either of two values that both chose.
#[test]
fn a_circle_with_the_answer_of_one_side_alone_is_open_whoever_merges() {
    let id = |n| Id::from_bits(n);
    let rows = (2..5).map(|n| Activity::new(id(n)));
    let base = Plan { activities: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) };
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let below = |n, parent| Activity::change(id(n), ActivityField::Parent(Some(id(parent))));
    below(2, 3).apply(&mut mine).unwrap();
    below(2, 4).apply(&mut theirs).unwrap();
    below(3, 2).apply(&mut theirs).unwrap();
    let places = |merged: &Merged| {
        let open = merged.opened.iter().filter_map(|id| merged.plan.choices.get(*id)?.place);
        open.collect::<std::collections::HashSet<_>>()
    };
    let (one, other) = (merged(&base, &mine, &theirs), merged(&base, &theirs, &mine));
    assert_eq!(places(&one), [2, 3].map(|n| Place::cell(id(n), ACTIVITY.parent)).into());
    assert_eq!(places(&one), places(&other));
}

#[test]
fn a_circle_through_rows_that_one_copy_added_is_opened_too() {
    let id = |n| Id::from_bits(n);
    let after = |n| vec![After { activity: Id::from_bits(n), lag_days: 0 }];
    let base = Plan {
        activities: Table::from_rows([Activity::new(id(2)), Activity::new(id(3))]).0,
        ..Plan::new(Id::from_bits(1))
    };
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    Activity::change(id(3), ActivityField::After(after(2))).apply(&mut mine).unwrap();
    // A part of 2 that waits for 3.
    let part = Activity { parent: Some(id(2)), after: after(3), ..Activity::new(id(4)) };
    Activity::add(part, At::Last).apply(&mut theirs).unwrap();
    for (mine, theirs) in [(&mine, &theirs), (&theirs, &mine)] {
        let merged = merged(&base, mine, theirs);
        assert!(merged.opened.len() >= 2);
        let text = file::write(&merged.plan, &Extras::default()).unwrap();
        assert!(file::read(text.as_bytes()).unwrap().notes.is_empty());
    }
}

#[test]
fn order_follows_the_copy_that_moved() {
    let plan = |ids: &[u64]| {
        let rows = ids.iter().map(|n| Risk::new(Id::from_bits(*n)));
        Plan { risks: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) }
    };
    let check = |mine: &[u64], theirs: &[u64], expected: &[u64], reordered: bool| {
        for (mine, theirs) in [(mine, theirs), (theirs, mine)] {
            let merged = merged(&plan(&[1, 2, 3, 4]), &plan(mine), &plan(theirs));
            let order: Vec<_> = merged.plan.risks.iter().map(|row| row.id.bits()).collect();
            assert_eq!(order, expected, "{mine:?} {theirs:?}");
            assert_eq!(!merged.reordered.is_empty(), reordered, "{mine:?} {theirs:?}");
            assert!(merged.opened.is_empty());
        }
    };
    // One moved, the other added.
    check(&[1, 2, 3, 4, 5], &[4, 3, 2, 1], &[4, 5, 3, 2, 1], false);
    check(&[1, 5, 2, 3, 4], &[3, 1, 2, 4], &[3, 1, 5, 2, 4], false);
    // Both added: each behind what it followed, in one place by the identities.
    check(&[1, 2, 3, 4, 5], &[6, 1, 2, 3, 4, 7], &[6, 1, 2, 3, 4, 5, 7], false);
    check(&[1, 2, 9, 5, 3, 4], &[1, 2, 8, 7, 3, 4], &[1, 2, 8, 7, 9, 5, 3, 4], false);
    // Each moved another row.
    check(&[2, 1, 3, 4], &[1, 2, 4, 3], &[2, 1, 4, 3], false);
    check(&[4, 1, 2, 3], &[1, 3, 2, 4], &[4, 1, 3, 2], false);
    // The same move twice.
    check(&[2, 1, 3, 4], &[2, 1, 3, 4, 9], &[2, 1, 3, 4, 9], false);
    // Both moved one row, to different places: the rule decides.
    check(&[4, 1, 2, 3], &[1, 4, 2, 3], &[1, 4, 2, 3], true);
    // One deleted, the other moved.
    check(&[1, 3, 4], &[4, 1, 2, 3], &[4, 1, 3], false);
}

#[test]
fn without_a_base_rows_of_both_stay_and_different_values_are_choices() {
    let row = |n, text: &str| Risk { event: Text::english(text), ..Risk::new(Id::from_bits(n)) };
    let plan = |rows: Vec<Risk>| Plan { risks: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) };
    let mine = plan(vec![row(2, "flood"), row(3, "fire"), row(4, "")]);
    let theirs = plan(vec![row(2, "drought"), row(4, "theft"), row(5, "strike")]);
    let Merged { plan, opened, .. } = merge_without_base(&mine, &theirs).unwrap();
    let names: Vec<_> = plan.risks.iter().map(|r| r.event.best(&[]).raw().to_owned()).collect();
    assert_eq!(names, ["flood", "fire", "theft", "strike"]);
    assert_eq!(opened.len(), 1);
    // Nobody knows what stood there before: nothing is told of it.
    let derived = crate::analysis::Derived::new(&plan);
    let words = crate::locale::Words::new(crate::locale::Interface::English);
    let told = Teller::new(&plan, &derived, &words).choice(plan.choices.at(0).unwrap());
    assert_eq!((&*told.before, &*told.mine, &*told.theirs), ("", "flood", "drought"));
    assert_eq!((&*told.place, &*told.about), ("Risk 1, event", "flood"));
}

#[test]
fn answered_choices_stay_answered_when_copies_merge_again() {
    let row = |text: &str| Output { text: Text::english(text), ..Output::new(Id::from_bits(2)) };
    let plan = |text: &str| Plan { outputs: Table::from_rows([row(text)]).0, ..Plan::new(Id::from_bits(1)) };
    // Both merge, then one answers and they meet again.
    let first = merged(&plan("one"), &plan("two"), &plan("three"));
    let mut mine = first.plan.clone();
    answer(&mine, first.opened[0], Pick::Theirs).unwrap().apply(&mut mine).unwrap();
    let again = merged(&first.plan, &mine, &first.plan);
    assert_eq!(again.plan, mine);
    let turned = merged(&plan("one"), &plan("three"), &plan("two")).plan;
    let met = merged(&first.plan, &first.plan, &turned);
    assert_eq!(met.plan.choices.len(), 1);
}

#[test]
fn other_plans_are_refused() {
    let plan = |bits| Plan::new(Id::from_bits(bits));
    assert_eq!(merge(&plan(1), &plan(1), &plan(2)), Err(OtherPlan));
    assert_eq!(merge_without_base(&plan(1), &plan(2)), Err(OtherPlan));
}
