//! The common past of two copies, looked for among earlier versions of the plan.
//!
//! A wrong base loses work without a word: what one copy has and the base has too counts as old, and the other copy's state of it as
//! a change. So a version counts only when it proves itself: everything that it brought, against the version before it, stands
//! unchanged in both copies, and among that is something that no version before it had. Texts, numbers and identities of rows do not
//! come about twice by chance; but a row that went, an emptied field and an undone change look like a copy that never had them, and
//! prove nothing. An older base than necessary is harmless: what both copies changed alike since is no question.

use super::{Change, What, difference};
use crate::{
    file::Opened,
    plan::{Block, Field, Lang, Plan, RowId},
};
use std::collections::HashSet;

/// So many of the newest versions are looked at: a copy that parted earlier is rare, and each one has to be read from the disk.
const MOST_CANDIDATES: usize = 20;

/// The newest earlier version from which both copies come; nothing when none proves itself.
///
/// `version` gives one by its number below `count`, the oldest first, or nothing when it is damaged. `is_birth` says that the oldest is
/// the plan as it was saved for the first time ever: every copy comes from it, without a proof.
pub fn shared_base(
    (mine, theirs): (&Plan, &Plan),
    count: usize,
    is_birth: bool,
    version: impl Fn(usize) -> Option<Opened>,
) -> Option<(usize, Opened)> {
    let mut newer: Option<(usize, Opened)> = None;
    let oldest = count.saturating_sub(MOST_CANDIDATES + 1);
    for i in (oldest..count).rev() {
        let before = version(i);
        if let (Some(before), Some((_, newer))) = (&before, &newer)
            && let Some(proof) = proof(&before.plan, &newer.plan, [mine, theirs])
            && is_new(proof, &newer.plan, (0..i).rev().filter_map(&version))
        {
            break;
        }
        newer = before.map(|before| (i, before));
        if i == oldest {
            newer = if oldest == 0 { newer } else { version(0).map(|first| (0, first)) };
            return newer.filter(|_| is_birth);
        }
    }
    newer
}

/// What of `version` was not in the one before it, when everything that it brought stands unchanged in all the copies.
fn proof(before: &Plan, version: &Plan, copies: [&Plan; 2]) -> Option<Touched> {
    let changes = difference(before, version);
    let proof = Touched::new(changes.iter().filter(|change| can_prove(change)));
    if proof.is_empty() {
        return None;
    }
    let brought = Touched::new(&changes);
    let stands = |copy: &Plan| !brought.meets(&Touched::new(&difference(version, copy)));
    copies.into_iter().all(stands).then_some(proof)
}

/// Whether something stands there that was not there before.
fn can_prove(change: &Change) -> bool {
    match change.what {
        What::Added => true,
        What::Changed => !change.after.is_nothing(),
        What::Removed | What::Moved => false,
    }
}

/// Whether something of the proof was in none of the versions that are older still: what was there before may have come back.
fn is_new(mut proof: Touched, version: &Plan, older: impl Iterator<Item = Opened>) -> bool {
    for older in older {
        let since = Touched::new(&difference(&older.plan, version));
        proof.whole.retain(|row| since.whole.contains(row));
        proof.cells.retain(|cell| since.cells.contains(cell) || since.whole.contains(&cell.0));
        if proof.is_empty() {
            return false;
        }
    }
    true
}

/// A record that a plan has once, or a row.
type Spot = (Block, Option<RowId>);

/// The places that changes touch. Order is left out: it is no proof.
#[derive(Default)]
struct Touched {
    /// Rows that came or went.
    whole: HashSet<Spot>,
    /// Rows in which something changed.
    inside: HashSet<Spot>,
    cells: HashSet<(Spot, Option<Field>, Option<Lang>)>,
}

impl Touched {
    fn new<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut touched = Self::default();
        for Change { place, lang, what, .. } in changes {
            let row = (place.block, place.row);
            match what {
                What::Moved => {}
                What::Added | What::Removed => drop(touched.whole.insert(row)),
                What::Changed => {
                    touched.inside.insert(row);
                    touched.cells.insert((row, place.field, lang.clone()));
                }
            }
        }
        touched
    }

    fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.cells.is_empty()
    }

    fn meets(&self, other: &Self) -> bool {
        let in_whole = |row| self.whole.contains(row) || other.whole.contains(row);
        let both = |row: &&Spot| {
            (self.whole.contains(*row) || self.inside.contains(*row))
                && (other.whole.contains(*row) || other.inside.contains(*row))
        };
        let rows = self.whole.iter().chain(&self.inside).filter(both);
        rows.into_iter().any(in_whole) || !self.cells.is_disjoint(&other.cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        file::Extras,
        plan::{At, Edit, Id, IdentityField, Output, OutputField, Row as _, Text, UserText},
    };

    fn edited(plan: &Plan, edits: &[Edit]) -> Plan {
        let mut document = Document::saved(plan.clone());
        for edit in edits {
            document.apply(edit).unwrap();
        }
        Plan::clone(document.plan())
    }

    fn title(text: &str) -> Edit {
        Edit::Identity(IdentityField::Title(Text::english(text)))
    }

    fn superior(text: &str) -> Edit {
        Edit::Identity(IdentityField::Superior(UserText::new(text)))
    }

    /// Which version is taken as the base.
    fn check(versions: &[&Plan], is_birth: bool, mine: &Plan, theirs: &Plan) -> Option<usize> {
        let opened = |i: usize| {
            let (notes, extras) = (Vec::new(), Extras::default());
            Some(Opened { plan: versions[i].clone(), notes, extras, canonical: true })
        };
        let found = shared_base((mine, theirs), versions.len(), is_birth, opened)?;
        assert_eq!(found.1.plan, *versions[found.0]);
        Some(found.0)
    }

    #[test]
    fn the_newest_version_that_both_copies_have_is_the_base() {
        let old = edited(&Plan::new(Id::from_bits(1)), &[title("old"), superior("Sita")]);
        let shared = edited(&old, &[title("shared")]);
        let offline = edited(&shared, &[superior("Amina")]);
        let mine = edited(&offline, &[Output::add(Output::new(Id::from_bits(7)), At::Last)]);
        let theirs = edited(&shared, &[title("theirs")]);
        // What was saved after the copies parted is not in theirs, and no base.
        let other = edited(&shared, &[Output::add(Output::new(Id::from_bits(8)), At::Last)]);
        assert_eq!(check(&[&old, &shared, &offline], false, &mine, &other), Some(1));
        // The other copy went on changing the same field: an older base is as good, and the first one needs to be known as such.
        assert_eq!(check(&[&old, &shared, &offline], false, &mine, &theirs), None);
        assert_eq!(check(&[&old, &shared, &offline], true, &mine, &theirs), Some(0));
        // Nothing of mine is lost with it.
        let merged = super::super::merge(&old, &mine, &theirs).unwrap();
        assert_eq!(merged.plan.identity.superior.raw(), "Amina");
        assert_eq!(merged.opened.len(), 1, "both changed the title");
    }

    #[test]
    fn a_version_of_one_copy_alone_is_no_base() {
        let start = edited(&Plan::new(Id::from_bits(1)), &[title("start")]);
        let theirs_first = edited(&start, &[superior("Budi")]);
        let mine = edited(&start, &[superior("Amina")]);
        // A first version on a new computer proves nothing.
        assert_eq!(check(&[&mine], false, &mine, &theirs_first), None);
        // The file was theirs for a while, then mine came in from the shared folder.
        assert_eq!(check(&[&start, &theirs_first, &mine], false, &mine, &theirs_first), None);
        assert_eq!(check(&[], true, &mine, &theirs_first), None);
    }

    #[test]
    fn a_row_that_was_filled_in_later_is_no_proof() {
        let start = edited(&Plan::new(Id::from_bits(1)), &[title("start")]);
        let row = edited(&start, &[Output::add(Output::new(Id::from_bits(7)), At::Last)]);
        let filled =
            edited(&row, &[Output::change(Id::from_bits(7), OutputField::Text(Text::english("vats")))]);
        // The version between, in which the row was empty, is gone.
        assert_eq!(check(&[&start, &filled], false, &filled, &row), None);
        // With it, it still could have been filled in anywhere: an older one that proves itself is needed.
        let older = edited(&Plan::new(Id::from_bits(1)), &[]);
        assert_eq!(check(&[&older, &start, &row, &filled], false, &filled, &row), Some(1));
    }

    #[test]
    fn what_went_or_was_undone_is_no_proof() {
        let (seven, old) = (Id::from_bits(7), Plan::new(Id::from_bits(1)));
        let start = edited(&old, &[title("old"), superior("Sita")]);
        let amina = edited(&start, &[superior("Amina")]);
        let row = edited(&start, &[title("new"), Output::add(Output::new(seven), At::Last)]);
        // The row went again: like a copy that never had it.
        let gone = edited(&row, &[Output::delete(seven)]);
        assert_eq!(check(&[&start, &row, &gone], false, &gone, &amina), None);
        assert_eq!(check(&[&start, &row, &gone], true, &gone, &amina), Some(0));
        let merged = super::super::merge(&start, &gone, &amina).unwrap();
        let identity = &merged.plan.identity;
        assert_eq!((identity.title.clone(), identity.superior.raw()), (Text::english("new"), "Amina"));
        // A change that was undone, a field that was emptied, and a row that came back.
        let other = edited(&start, &[title("other"), Output::add(Output::new(Id::from_bits(8)), At::Last)]);
        let undone = edited(&other, &[title("old")]);
        assert_eq!(check(&[&start, &other, &undone], false, &undone, &amina), None);
        let named = edited(&old, &[superior("Sita")]);
        let emptied = edited(&edited(&named, &[title("new")]), &[superior("")]);
        assert_eq!(check(&[&named, &emptied], false, &emptied, &edited(&old, &[title("x")])), None);
        let with = edited(&start, &[Output::add(Output::new(seven), At::Last)]);
        let without = edited(&with, &[title("new"), Output::delete(seven)]);
        let back = edited(&without, &[Output::add(Output::new(seven), At::Last)]);
        let theirs = edited(&with, &[superior("Amina")]);
        assert_eq!(check(&[&start, &with, &without, &back], false, &back, &theirs), Some(1));
    }

    #[test]
    fn only_the_newest_versions_are_read() {
        let start = Plan::new(Id::from_bits(1));
        let versions: Vec<_> = (0..60).map(|i| edited(&start, &[title(&format!("title {i}"))])).collect();
        let all: Vec<_> = versions.iter().collect();
        let mine = edited(&start, &[title("mine")]);
        assert_eq!(check(&all, true, &mine, &mine), Some(0));
        let read = std::cell::RefCell::new(HashSet::new());
        let version = |i: usize| {
            read.borrow_mut().insert(i);
            None
        };
        assert!(shared_base((&mine, &mine), 60, true, version).is_none());
        assert_eq!(read.borrow().len(), MOST_CANDIDATES + 2);
    }
}
