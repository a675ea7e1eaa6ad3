//! What holds of any two copies of any plan.

use super::*;
use crate::{
    file::{self, Extras},
    plan::sample::{self, Dice, Sample as _},
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
