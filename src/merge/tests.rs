//! Random plans, changed on two sides; and the rules one by one.

use super::*;
use crate::{
    file::{self, Extras},
    plan::{
        sample::{self, Dice, Sample as _},
        *,
    },
};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::Cell;

/// Tries many random plans with two copies each, changed by up to so many edits; a failure is told with the least that fails. With
/// `RENCANA_LONG`, ten times as many.
fn each_case(what: &str, cases: u32, most_edits: usize, check: impl Fn([Plan; 3])) {
    let cases = if std::env::var_os("RENCANA_LONG").is_some() { 10 * cases } else { cases };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
        .run(&(0..1_u64 << 40, 1..=most_edits), |(seed, edits)| {
            check(copies(seed, edits));
            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
    println!("merging: {what} | {cases} cases | the fixed seed of proptest | all held");
}

/// A plan and two copies of it: each changed by some random edits, and some things changed by both.
fn copies(seed: u64, edits: usize) -> [Plan; 3] {
    let base = sample::plan(seed, 60);
    let mut dice = Dice::new(seed ^ 0xc0ff_ee00);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let apply = |edit: &Edit, copy: &mut Plan| {
        let mut next = copy.clone();
        if edit.apply(&mut next).is_ok() {
            *copy = next;
        }
    };
    for _ in 0..edits {
        if dice.below(3) == 0 {
            let (my, their) = clash(&mut dice, &base);
            apply(&my, &mut mine);
            apply(&their, &mut theirs);
        } else {
            apply(&Edit::sample(&mut dice), if dice.below(2) == 0 { &mut mine } else { &mut theirs });
        }
    }
    [base, mine, theirs]
}

/// Two edits of one row or field, often such as cannot both be.
fn clash(dice: &mut Dice, base: &Plan) -> (Edit, Edit) {
    fn of<T: Row + sample::Sample>(dice: &mut Dice, base: &Plan) -> (Edit, Edit)
    where
        T::Change: sample::Sample,
    {
        let row = T::table(base).at(dice.below(T::table(base).len().max(1)));
        let id = row.map_or(Id::from_bits(1), Row::id);
        let one = T::Change::sample(dice);
        let same = |dice: &mut Dice| {
            let tries = std::iter::repeat_with(|| T::Change::sample(dice)).take(200);
            let mut tries = tries.filter(|other| T::field_of(other) == T::field_of(&one));
            T::change(id, tries.next().unwrap_or_else(|| one.clone()))
        };
        match dice.below(8) {
            0 => (T::delete(id), T::change(id, one)),
            1 => (T::change(id, one), T::delete(id)),
            2 => (T::relocate(id, At::First), T::relocate(id, At::Last)),
            _ => (T::change(id, one.clone()), same(dice)),
        }
    }
    type Maker = fn(&mut Dice, &Plan) -> (Edit, Edit);
    let makers: &[Maker] = &[
        |dice, _| {
            (Edit::Identity(sample::Sample::sample(dice)), Edit::Identity(sample::Sample::sample(dice)))
        },
        of::<Output>,
        of::<Card>,
        of::<Indicator>,
        of::<Activity>,
        of::<Activity>,
        of::<BudgetLine>,
        of::<Risk>,
        of::<Report>,
        of::<Comment>,
    ];
    makers[dice.below(makers.len())](dice, base)
}

fn merged(base: &Plan, mine: &Plan, theirs: &Plan) -> Merged {
    merge(base, mine, theirs).unwrap()
}

fn clean(plan: &Plan) -> Merged {
    Merged { plan: plan.clone(), opened: vec![], reordered: vec![] }
}

/// Calls a function with each table of some plans, and with more values.
macro_rules! each_table {
    ($check:ident($($plan:expr),*; $($more:expr),*)) => {
        for_each_block!(each_table!(@ $check [$(($plan))*] ($($more),*)))
    };
    ((@ $check:ident $plans:tt $more:tt) once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
        $(each_table!(@@ $check $plans $more $table);)*
    };
    (@@ $check:ident [$(($plan:expr))*] ($($more:expr),*) $table:ident) => { $check($(&$plan.$table,)* $($more),*) };
}

#[test]
fn random_changes_of_one_copy_are_taken_as_they_are() {
    each_case("what only one changed is taken", 200, 30, |[base, mine, theirs]| {
        for copy in [&mine, &theirs] {
            assert_eq!(merged(&base, copy, &base), clean(copy));
            assert_eq!(merged(&base, &base, copy), clean(copy));
            assert_eq!(merged(&base, copy, copy), clean(copy));
        }
    });
}

#[test]
fn random_merges_are_sound_and_come_back_from_their_files() {
    let with_choices = Cell::new(0);
    each_case("merged files open and come back", 300, 50, |[base, mine, theirs]| {
        for merged in [merged(&base, &mine, &theirs), merge_without_base(&mine, &theirs).unwrap()] {
            let text = file::write(&merged.plan, &Extras::default()).unwrap_or_else(|p| panic!("{p}"));
            let opened = file::read(text.as_bytes()).unwrap();
            assert!(opened.notes.is_empty() && opened.canonical, "{:?}", opened.notes);
            assert_eq!(opened.plan, merged.plan);
            assert_eq!(file::write(&opened.plan, &opened.extras).unwrap(), text);
            with_choices.set(with_choices.get() + usize::from(!merged.opened.is_empty()));
        }
    });
    assert!(with_choices.get() >= 150, "{with_choices:?}");
}

/// What one copy alone did is in the merged table, and nothing else came or went.
fn check_kept<T: Row + std::fmt::Debug>([base, mine, theirs, merged]: [&Table<T>; 4], opened: &[OpenChoice]) {
    let is_open = |place: Place| opened.iter().any(|choice| choice.place == Some(place));
    let ids: std::collections::HashSet<_> = merged.iter().map(|row| row.id().bits()).collect();
    assert_eq!(ids.len(), merged.len(), "no identity twice");
    for row in mine.iter().chain(theirs.iter()) {
        let id = row.id();
        let Some(now) = merged.get(id) else {
            assert_eq!(base.get(id), mine.get(id).or(theirs.get(id)), "only what nobody changed may go");
            assert!(mine.get(id).is_none() || theirs.get(id).is_none());
            continue;
        };
        let (Some(my), Some(their)) = (mine.get(id), theirs.get(id)) else {
            assert_eq!(base.contains(id), is_open(Place::row(id)), "{id}");
            let rest = now.changes().into_iter().zip(row.changes());
            let mut rest = rest.filter(|(now, _)| !is_open(Place::cell(id, T::field_of(now))));
            assert!(rest.all(|(now, row)| now == row));
            continue;
        };
        let empty = T::new(id);
        let before = base.get(id).unwrap_or(&empty);
        for field in T::fields() {
            let place = Place::cell(id, *field);
            let [was, my, their, now] = [before, my, their, now].map(|row| row.seen(*field));
            if let (Seen::Words(was), Seen::Words(my), Seen::Words(their), Seen::Words(now)) =
                (&was, &my, &their, &now)
            {
                for tag in ["en", "ne", "fa", "uz-Arab"] {
                    let lang = Lang::new(tag).unwrap();
                    let [was, my, their, now] = [was, my, their, now].map(|text| text.get(&lang));
                    let choice =
                        opened.iter().find(|c| (c.place, c.lang.as_ref()) == (Some(place), Some(&lang)));
                    let clash = my != was && their != was && my != their;
                    assert_eq!(clash, choice.is_some(), "{place:?} {tag}");
                    assert_eq!(now, if my == was { their } else { my }, "{place:?} {tag}");
                }
            } else if !is_open(place) && my != was && their != was && my != their {
                // A list to which both added, or from which both took.
                let Seen::Many(now) = now else { panic!("{place:?}: {now:?}") };
                let items = |seen| if let Seen::Many(items) = seen { items } else { Vec::new() };
                let (was, my, their) = (items(was), items(my), items(their));
                let new =
                    |list: &[Seen]| list.iter().filter(|i| !was.contains(i)).cloned().collect::<Vec<_>>();
                assert!(new(&my).iter().chain(&new(&their)).all(|item| now.contains(item)), "{place:?}");
                let is_left = |item: &Seen| my.contains(item) || their.contains(item);
                assert!(now.iter().all(is_left), "{place:?}");
            } else if !is_open(place) {
                assert_eq!(now, if their == was { my } else { their }, "{place:?}");
            }
        }
    }
    let from_somewhere = |row: &T| mine.contains(row.id()) || theirs.contains(row.id());
    assert!(merged.iter().all(from_somewhere), "nothing comes from nowhere");
}

#[test]
fn random_changes_of_one_copy_are_kept_and_no_row_is_lost() {
    fn check<T: Row + std::fmt::Debug>(
        base: &Table<T>,
        mine: &Table<T>,
        theirs: &Table<T>,
        merged: &Table<T>,
        opened: &[OpenChoice],
    ) {
        check_kept([base, mine, theirs, merged], opened);
    }
    each_case("every change is kept, no row lost or double", 300, 50, |[base, mine, theirs]| {
        let Merged { plan, opened, .. } = merged(&base, &mine, &theirs);
        let opened: Vec<_> = opened.iter().map(|id| plan.choices.get(*id).unwrap().clone()).collect();
        each_table!(check(base, mine, theirs, plan; &opened));
    });
}

/// The plan with every choice answered alike, without what was open before; and how many could not be.
fn answered(merged: &Merged, how: Pick) -> (Plan, usize) {
    let mut plan = merged.plan.clone();
    let before: Vec<_> = plan.choices.iter().map(|c| c.id).filter(|id| !merged.opened.contains(id)).collect();
    before.into_iter().for_each(|id| assert_eq!(OpenChoice::delete(id).apply(&mut plan), Ok(true)));
    let (edit, left) = answer_all(&plan, how);
    edit.apply(&mut plan).unwrap();
    (plan, left)
}

#[test]
fn random_merges_are_the_same_both_ways() {
    let (with_choices, refused) = (Cell::new(0), Cell::new(0));
    each_case("whoever merges", 660, 40, |[base, mine, theirs]| {
        let (one, other) = (merged(&base, &mine, &theirs), merged(&base, &theirs, &mine));
        let ids = |merged: &Merged| {
            let mut ids = merged.opened.clone();
            ids.sort();
            ids
        };
        assert_eq!(ids(&one), ids(&other));
        assert_eq!(one.reordered, other.reordered);
        for id in &one.opened {
            let (a, b) = (one.plan.choices.get(*id).unwrap(), other.plan.choices.get(*id).unwrap());
            assert_eq!((&a.mine, &a.theirs, &a.base), (&b.theirs, &b.mine, &b.base));
        }
        for (how, turned) in [(Pick::Mine, Pick::Theirs), (Pick::Theirs, Pick::Mine)] {
            let ((a, left), (b, _)) = (answered(&one, how), answered(&other, turned));
            if left > 0 {
                refused.set(refused.get() + 1);
            } else {
                // Beside the order of the languages in a text, which says nothing.
                assert_eq!(difference(&a, &b), []);
            }
        }
        with_choices.set(with_choices.get() + usize::from(!one.opened.is_empty()));
    });
    let (with_choices, refused) = (with_choices.get(), refused.get());
    assert!(with_choices >= 200, "{with_choices} cases had something to choose");
    assert!(refused * 10 < with_choices, "{refused} of {with_choices} cases could not be answered alike");
}

#[test]
fn random_choices_are_answered_either_way() {
    let (cells, rows, refused) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let count = |cell: &Cell<usize>| cell.set(cell.get() + 1);
    each_case("choices answered either way", 440, 50, |[base, mine, theirs]| {
        let merged = merged(&base, &mine, &theirs);
        for id in &merged.opened {
            let choice = merged.plan.choices.get(*id).unwrap();
            let place = choice.place.unwrap();
            for (how, side) in [(Pick::Mine, &mine), (Pick::Theirs, &theirs)] {
                let mut plan = merged.plan.clone();
                match answer(&plan, *id, how) {
                    Ok(edit) => assert_eq!(edit.apply(&mut plan), Ok(true)),
                    Err(CannotAnswer::Refused(Refused::Circle(_))) => {
                        count(&refused);
                        continue;
                    }
                    Err(error) => panic!("{choice:?} {how:?}: {error}"),
                }
                assert!(!plan.choices.contains(*id), "what is answered is gone");
                let (now, wanted) = (answer::seen_at(&plan, place), answer::seen_at(side, place));
                match (&choice.lang, now, wanted) {
                    (Some(lang), Seen::Words(now), wanted) => {
                        let Seen::Words(wanted) = wanted else { panic!("{wanted:?}") };
                        assert_eq!(now.get(lang), wanted.get(lang));
                        count(&cells);
                    }
                    (_, now, wanted) if place.field.is_some() => {
                        if answer::is_there(side, place) {
                            assert_eq!(now, wanted, "{choice:?} {how:?}");
                        }
                        count(&cells);
                    }
                    _ => {
                        let gone = matches!(
                            (choice.clash.unwrap(), how),
                            (Clash::DeletedByMine, Pick::Mine) | (Clash::DeletedByTheirs, Pick::Theirs)
                        );
                        assert_eq!(answer::is_there(&plan, place), !gone);
                        count(&rows);
                    }
                }
            }
        }
    });
    let (cells, rows, refused) = (cells.get(), rows.get(), refused.get());
    assert!(cells >= 200 && rows >= 200, "{cells} values and {rows} rows were chosen");
    assert!(refused * 20 < cells + rows, "{refused} refused of {}", cells + rows);
}

#[test]
fn random_differences_lead_from_one_state_to_the_other() {
    let told = Cell::new(0);
    each_case("differences told", 200, 30, |[base, mine, _]| {
        assert_eq!(difference(&base, &base), []);
        let changes = difference(&base, &mine);
        assert_eq!(changes.is_empty(), base == mine);
        let (old, new) = (crate::analysis::Derived::new(&base), crate::analysis::Derived::new(&mine));
        let words = crate::locale::Words::new(crate::locale::Interface::English);
        let (before, after) = (Teller::new(&base, &old, &words), Teller::new(&mine, &new, &words));
        for change in &changes {
            match change.what {
                What::Changed => assert_ne!(change.before, change.after),
                What::Added => {
                    assert!(!answer::is_there(&base, change.place) && answer::is_there(&mine, change.place));
                }
                What::Removed => {
                    assert!(answer::is_there(&base, change.place) && !answer::is_there(&mine, change.place));
                }
                What::Moved => {
                    assert!(answer::is_there(&base, change.place) && answer::is_there(&mine, change.place));
                }
            }
            assert!(!after.change(change, &before).place.is_empty());
            told.set(told.get() + 1);
        }
    });
    assert!(told.get() > 300, "{told:?}");
}

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
