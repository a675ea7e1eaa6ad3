//! The order of the rows of a merged table.
//!
//! Rows that no copy moved keep their order. A row that one copy moved goes behind the row that it follows in that copy; so does a row
//! that one copy added. What both copies moved, or put at one place, is settled by a rule that gives the same whoever merges: the copy
//! whose order of identities comes first decides, and of two runs at one place that which begins with the lower identity comes first.

use super::Side;
use crate::plan::{Id, Row, Table};
use std::collections::{HashMap, HashSet};

/// What decides the place of a row, the closest to its neighbour first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Rank {
    /// Only one copy has it.
    OfOne,
    /// Both copies have it and the base has not.
    NewInBoth,
    /// A copy moved it.
    Moved,
    /// Nobody moved it.
    Fixed,
}

/// A row with what decides its place.
struct Decided<T> {
    id: Id<T>,
    rank: Rank,
    side: Side,
}

/// The rows that stay, in order; and whether both copies moved one of them to different places.
pub(super) fn merge_order<T: Row>(
    base: &Table<T>,
    mine: &Table<T>,
    theirs: &Table<T>,
    stays: impl Fn(Id<T>) -> bool,
) -> (Vec<Id<T>>, bool) {
    let ids = |table: &Table<T>| table.iter().map(Row::id).filter(|id| stays(*id)).collect::<Vec<_>>();
    let in_both = |id: &Id<T>| mine.contains(*id) && theirs.contains(*id);
    let (my_order, their_order) = (ids(mine), ids(theirs));
    let common = |order: &[Id<T>]| order.iter().copied().filter(in_both).collect::<Vec<_>>();
    let (my_common, their_common) = (common(&my_order), common(&their_order));
    let known: Vec<_> = ids(base).into_iter().filter(in_both).collect();
    let (moved_by_me, moved_by_them) = (moved(&known, &my_order), moved(&known, &their_order));
    let is_reordered = my_common != their_common && !moved_by_me.is_disjoint(&moved_by_them);
    let winner = if my_common <= their_common { Side::Mine } else { Side::Theirs };
    let decide = |id: Id<T>, side: Side| {
        let (rank, side) = if !in_both(&id) {
            (Rank::OfOne, side)
        } else if !base.contains(id) {
            (Rank::NewInBoth, winner)
        } else {
            match (moved_by_me.contains(&id), moved_by_them.contains(&id)) {
                (false, false) => (Rank::Fixed, winner),
                (true, false) => (Rank::Moved, Side::Mine),
                (false, true) => (Rank::Moved, Side::Theirs),
                (true, true) => (Rank::Moved, winner),
            }
        };
        Decided { id, rank, side }
    };
    let mut followers = Followers::default();
    followers.take(my_order.iter().map(|id| decide(*id, Side::Mine)), Side::Mine);
    followers.take(their_order.iter().map(|id| decide(*id, Side::Theirs)), Side::Theirs);
    (followers.in_order(), is_reordered)
}

/// The rows that a copy moved: as few as explain its order.
fn moved<T>(before: &[Id<T>], after: &[Id<T>]) -> HashSet<Id<T>> {
    let places: HashMap<_, _> = after.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    let sequence: Vec<(usize, Id<T>)> =
        before.iter().filter_map(|id| places.get(id).map(|i| (*i, *id))).collect();
    let stay = longest_rising(&sequence.iter().map(|(i, _)| *i).collect::<Vec<_>>());
    sequence.iter().zip(stay).filter(|(_, stays)| !stays).map(|((_, id), _)| *id).collect()
}

/// Which members of a sequence of different numbers belong to a longest rising part of it.
pub(super) fn longest_rising(sequence: &[usize]) -> Vec<bool> {
    // The last member of the best part of each length, and the member before each (Fredman 1975).
    let (mut ends, mut before) = (Vec::<usize>::new(), vec![None; sequence.len()]);
    for (i, number) in sequence.iter().enumerate() {
        let length = ends.partition_point(|end| sequence[*end] < *number);
        before[i] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(i);
        } else {
            ends[length] = i;
        }
    }
    let mut stays = vec![false; sequence.len()];
    let mut at = ends.last().copied();
    while let Some(i) = at {
        stays[i] = true;
        at = before[i];
    }
    stays
}

/// For each row, and for the start, the rows that follow it.
struct Followers<T>(HashMap<Option<Id<T>>, Vec<Follower<T>>>);

impl<T> Default for Followers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

struct Follower<T> {
    id: Id<T>,
    rank: Rank,
    side: Side,
    /// Where it stands in the copy that decides.
    position: usize,
}

impl<T: Row> Followers<T> {
    /// Takes the rows of one copy for which this copy decides. A row follows the nearest row before it whose own place does not depend on
    /// more than its own: so no two rows wait for each other.
    fn take(&mut self, order: impl Iterator<Item = Decided<T>>, side: Side) {
        let (mut fixed, mut settled, mut known, mut any) = (None, None, None, None);
        for (position, Decided { id, rank, side: decider }) in order.enumerate() {
            let decides = decider == side;
            let behind = match rank {
                Rank::Fixed => fixed,
                Rank::Moved => settled,
                Rank::NewInBoth => known,
                Rank::OfOne => any,
            };
            // Rows that nobody moved stand alike in both copies.
            if decides {
                self.0.entry(behind).or_default().push(Follower { id, rank, side, position });
            }
            any = Some(id);
            if rank == Rank::Fixed || (rank == Rank::Moved && decides) {
                settled = Some(id);
            }
            if matches!(rank, Rank::Fixed | Rank::Moved) || (rank == Rank::NewInBoth && decides) {
                known = Some(id);
            }
            if rank == Rank::Fixed {
                fixed = Some(id);
            }
        }
    }

    /// All rows: behind each row what follows it.
    fn in_order(mut self) -> Vec<Id<T>> {
        let mut runs = HashMap::new();
        for (behind, followers) in &self.0 {
            for f in followers {
                let first = runs.entry((*behind, f.rank, f.side)).or_insert(f.id);
                *first = (*first).min(f.id);
            }
        }
        let mut order = Vec::new();
        let mut open = vec![None];
        while let Some(at) = open.pop() {
            order.extend(at);
            let mut followers = self.0.remove(&at).unwrap_or_default();
            followers.sort_by_key(|f| (f.rank, runs.get(&(at, f.rank, f.side)).copied(), f.position));
            open.extend(followers.iter().rev().map(|f| Some(f.id)));
        }
        order
    }
}
