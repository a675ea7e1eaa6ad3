//! Random plans, changed on two sides.

use super::*;
use crate::{
    file::{self, Extras},
    plan::{
        sample::{self, Dice, Sample as _},
        *,
    },
};

/// A plan and two copies of it, each changed by some random edits.
fn copies(seed: u64, edits: usize) -> (Plan, Plan, Plan) {
    let base = sample::plan(seed, 150);
    let mut dice = Dice::new(seed ^ 0xc0ff_ee00);
    let mut changed = || {
        let mut copy = base.clone();
        for _ in 0..edits {
            let mut next = copy.clone();
            if Edit::sample(&mut dice).apply(&mut next).is_ok() {
                copy = next;
            }
        }
        copy
    };
    let (ours, theirs) = (changed(), changed());
    (base, ours, theirs)
}

fn merged(base: &Plan, ours: &Plan, theirs: &Plan) -> Merged {
    merge(base, ours, theirs).unwrap()
}

macro_rules! each_table {
    ($check:ident($($plan:expr),*; $($more:expr),*)) => {
        each_table!(@ $check, ($($plan),*), ($($more),*), team key_figures lessons stakeholders cards strategies outputs indicators
            assumptions preconditions inputs activities budget rates risks cooperation judgements ovop clusters credits instruments
            reports criteria comments silenced)
    };
    (@ $check:ident, $plans:tt, $more:tt, $($table:ident)*) => { $(each_table!(@@ $check, $plans, $more, $table);)* };
    (@@ $check:ident, ($($plan:expr),*), ($($more:expr),*), $table:ident) => { $check($(&$plan.$table,)* $($more),*) };
}

#[test]
fn one_side_alone_is_taken_as_it_is() {
    for seed in 0..200 {
        let (base, ours, theirs) = copies(seed, 30);
        for copy in [&ours, &theirs] {
            assert_eq!(merged(&base, copy, &base), Merged { plan: copy.clone(), choices: vec![] });
            assert_eq!(merged(&base, &base, copy), Merged { plan: copy.clone(), choices: vec![] });
            assert_eq!(merged(&base, copy, copy), Merged { plan: copy.clone(), choices: vec![] });
        }
    }
}

#[test]
fn what_comes_out_is_a_sound_plan() {
    for seed in 0..400 {
        let (base, ours, theirs) = copies(seed, 40);
        let plan = merged(&base, &ours, &theirs).plan;
        let text = file::write(&plan, &Extras::default()).unwrap_or_else(|p| panic!("seed {seed}: {p}"));
        let opened = file::read(text.as_bytes()).unwrap();
        assert!(opened.notes.is_empty() && opened.plan == plan, "seed {seed}: {:?}", opened.notes);
    }
}

#[test]
fn what_one_side_did_is_kept_and_no_row_is_lost() {
    fn check<T: Row + std::fmt::Debug>(
        base: &Table<T>,
        ours: &Table<T>,
        theirs: &Table<T>,
        merged: &Table<T>,
        choices: &[OpenChoice],
        seed: u64,
    ) {
        let is_open = |place: Place| choices.iter().any(|choice| choice.place == place);
        for row in ours.iter().chain(theirs.iter()) {
            let id = row.id();
            let Some(now) = merged.get(id) else {
                let left = ours.get(id).or(theirs.get(id));
                assert_eq!(base.get(id), left, "seed {seed}: only what nobody changed may go");
                assert!(ours.get(id).is_none() || theirs.get(id).is_none());
                continue;
            };
            let (Some(our), Some(their)) = (ours.get(id), theirs.get(id)) else {
                let was_deleted = base.contains(id);
                assert_eq!(was_deleted, is_open(Place::row(id)), "seed {seed}: {id}");
                assert_eq!(now, row, "seed {seed}");
                continue;
            };
            let empty = T::new(id);
            let before = base.get(id).unwrap_or(&empty);
            for (((now, our), their), before) in
                now.changes().into_iter().zip(our.changes()).zip(their.changes()).zip(before.changes())
            {
                let field = T::field_of(&now);
                if !is_open(Place::cell(id, field))
                    && !matches!(T::text_change(field, Text::default()), Some(_))
                {
                    let expected = if their == before { our } else { their };
                    assert_eq!(now, expected, "seed {seed}: {field:?}");
                }
            }
        }
        for row in merged.iter() {
            assert!(
                ours.contains(row.id()) || theirs.contains(row.id()),
                "seed {seed}: nothing comes from nowhere"
            );
        }
    }
    for seed in 0..400 {
        let (base, ours, theirs) = copies(seed, 40);
        let Merged { plan, choices } = merged(&base, &ours, &theirs);
        each_table!(check(base, ours, theirs, plan; &choices, seed));
    }
}

#[test]
fn both_ways_decide_the_same_things() {
    fn check<T: Row>(one: &Table<T>, other: &Table<T>, seed: u64) {
        let ids = |table: &Table<T>| {
            table.iter().map(|row| row.id().bits()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(ids(one), ids(other), "seed {seed}");
    }
    let turned = |clash| match clash {
        Clash::Deleted(Side::Ours) => Clash::Deleted(Side::Theirs),
        Clash::Deleted(Side::Theirs) => Clash::Deleted(Side::Ours),
        clash => clash,
    };
    let mut with_choices = 0;
    for seed in 0..400 {
        let (base, ours, theirs) = copies(seed, 25);
        let (one, other) = (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
        each_table!(check(one.plan, other.plan; seed));
        let mut places: Vec<_> = one.choices.iter().map(|c| (c.place, turned(c.clash))).collect();
        let mut others: Vec<_> = other.choices.iter().map(|c| (c.place, c.clash)).collect();
        places.sort();
        others.sort();
        assert_eq!(places, others, "seed {seed}");
        with_choices += usize::from(!places.is_empty());
    }
    assert!(with_choices > 50, "{with_choices} cases had something to decide");
}

#[test]
fn the_other_answer_can_be_taken() {
    let mut taken = 0;
    for seed in 0..200 {
        let (base, ours, theirs) = copies(seed, 40);
        let Merged { plan, choices } = merged(&base, &ours, &theirs);
        for choice in choices {
            let mut next = plan.clone();
            match choice.other.apply(&mut next) {
                Ok(changes) => assert!(changes, "seed {seed}: {choice:?}"),
                Err(refused) => assert!(matches!(refused, Refused::Circle(_)), "seed {seed}: {refused}"),
            }
            taken += 1;
        }
    }
    assert!(taken > 200);
}

#[test]
fn text_merges_by_language() {
    let ne = Lang::new("ne").unwrap();
    let plan = |english: &str, nepali: &str| {
        let text = Text::english(english).with(&ne, nepali.into());
        Plan {
            outputs: Table::from_rows([Output { text, ..Output::new(Id::from_bits(2)) }]).0,
            ..Plan::new(Id::from_bits(1))
        }
    };
    let check = |ours: (&str, &str), theirs: (&str, &str), expected: (&str, &str), choices: usize| {
        let merged = merged(&plan("one", "एक"), &plan(ours.0, ours.1), &plan(theirs.0, theirs.1));
        assert_eq!(merged.plan, plan(expected.0, expected.1));
        assert_eq!(merged.choices.len(), choices);
    };
    check(("two", "एक"), ("one", "दुई"), ("two", "दुई"), 0);
    check(("two", "एक"), ("three", "तीन"), ("two", "तीन"), 1);
    check(("", "एक"), ("one", "दुई"), ("", "दुई"), 0);
    check(("two", "दुई"), ("two", "दुई"), ("two", "दुई"), 0);
}

#[test]
fn a_deleted_output_stays_when_the_other_copy_works_on_it() {
    let (output, activity) = (Id::from_bits(2), Id::from_bits(3));
    let base = Plan { outputs: Table::from_rows([Output::new(output)]).0, ..Plan::new(Id::from_bits(1)) };
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    Output::delete(output).apply(&mut ours).unwrap();
    let new = Activity { output: Some(output), ..Activity::new(activity) };
    Activity::add(new, At::Last).apply(&mut theirs).unwrap();
    let Merged { plan, choices } = merged(&base, &ours, &theirs);
    assert_eq!(plan, theirs);
    let [OpenChoice { place, clash, other, .. }] = &choices[..] else { panic!("{choices:?}") };
    assert_eq!((*place, *clash), (Place::row(output), Clash::Deleted(Side::Ours)));
    let mut without = plan.clone();
    other.apply(&mut without).unwrap();
    assert_eq!(without, ours);
}

#[test]
fn circles_of_two_sides_are_choices() {
    let id = |n| Id::from_bits(n);
    let base = Plan {
        activities: Table::from_rows([Activity::new(id(2)), Activity::new(id(3))]).0,
        ..Plan::new(Id::from_bits(1))
    };
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    Activity::change(id(2), ActivityField::Parent(Some(id(3)))).apply(&mut ours).unwrap();
    Activity::change(id(3), ActivityField::Parent(Some(id(2)))).apply(&mut theirs).unwrap();
    let Merged { plan, choices } = merged(&base, &ours, &theirs);
    assert_eq!(plan, ours);
    assert_eq!(
        choices.iter().map(|c| c.place).collect::<Vec<_>>(),
        [2, 3].map(|n| Place::cell(id(n), ACTIVITY.parent))
    );
}

#[test]
fn order_follows_the_side_that_moved() {
    let plan = |ids: &[u64]| {
        let rows = ids.iter().map(|n| Risk::new(Id::from_bits(*n)));
        Plan { risks: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) }
    };
    let check = |ours: &[u64], theirs: &[u64], expected: &[u64], choices: usize| {
        let merged = merged(&plan(&[1, 2, 3, 4]), &plan(ours), &plan(theirs));
        assert_eq!(merged.plan, plan(expected));
        assert_eq!(merged.choices.len(), choices);
    };
    check(&[1, 2, 3, 4, 5], &[4, 3, 2, 1], &[4, 5, 3, 2, 1], 0);
    check(&[1, 2, 3, 4, 5], &[6, 1, 2, 3, 4, 7], &[6, 1, 2, 3, 4, 5, 7], 0);
    check(&[2, 1, 3, 4], &[1, 2, 4, 3], &[2, 1, 3, 4], 1);
    check(&[2, 1, 3, 4], &[2, 1, 3, 4, 9], &[2, 1, 3, 4, 9], 0);
    check(&[1, 3, 4], &[4, 1, 2, 3], &[4, 1, 3], 0);
}

#[test]
fn other_plans_are_refused() {
    let plan = |bits| Plan::new(Id::from_bits(bits));
    assert_eq!(merge(&plan(1), &plan(1), &plan(2)), Err(OtherPlan));
}
