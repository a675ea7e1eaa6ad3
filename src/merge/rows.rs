//! One table in its three states.

use super::{
    Bound, Side,
    fields::{choice, merge_fields},
    order::merge_order,
};
use crate::{
    file::Written,
    plan::{Clash, Id, OpenChoice, Place, Row, Table},
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Merges a table; says whether both copies moved a row to different places.
pub(super) fn merge_rows<T: Row + Written>(
    base: &Table<T>,
    mine: &Table<T>,
    theirs: &Table<T>,
    bound: &Bound,
    opened: &mut Vec<OpenChoice>,
) -> (Table<T>, bool) {
    if !bound.touches(T::BLOCK) {
        if theirs == base || mine == theirs {
            return (mine.clone(), false);
        }
        if mine == base {
            return (theirs.clone(), false);
        }
    }
    let (mut rows, mut seen) = (HashMap::new(), HashSet::new());
    for id in base.iter().chain(mine.iter()).chain(theirs.iter()).map(Row::id) {
        if seen.insert(id)
            && let Some(row) = merge_row(id, [base, mine, theirs].map(|t| t.get_shared(id)), bound, opened)
        {
            rows.insert(id, row);
        }
    }
    let (order, is_reordered) = merge_order(base, mine, theirs, |id| rows.contains_key(&id));
    (Table::from_shared(order.into_iter().filter_map(|id| rows.remove(&id))), is_reordered)
}

/// One row in its three states; nothing when it goes.
fn merge_row<T: Row + Written>(
    id: Id<T>,
    states: [Option<&Arc<T>>; 3],
    bound: &Bound,
    opened: &mut Vec<OpenChoice>,
) -> Option<Arc<T>> {
    let must_stay = bound.kept.contains(&(T::BLOCK, id.bits()));
    let place_of = |field| Place::cell(id, field);
    let is_in_circle = bound.circles.iter().any(|p| (p.block, p.row) == (T::BLOCK, Some(id.bits())));
    match states {
        [base, Some(mine), Some(theirs)] => {
            if mine == theirs || (base == Some(theirs) && !is_in_circle) {
                return Some(Arc::clone(mine));
            }
            if base == Some(mine) && !is_in_circle {
                return Some(Arc::clone(theirs));
            }
            let empty = T::new(id);
            let base = base.map_or(&empty, |row| &**row);
            Some(Arc::new(merge_fields((base, &**mine, &**theirs), place_of, bound, opened)))
        }
        [None, Some(only), None] => Some(alone(only, Side::Mine, is_in_circle, bound, opened)),
        [None, None, Some(only)] => Some(alone(only, Side::Theirs, is_in_circle, bound, opened)),
        [Some(base), Some(left), None] | [Some(base), None, Some(left)] => {
            if left == base && !must_stay {
                return None;
            }
            let (side, clash) = if states[1].is_some() {
                (Side::Mine, Clash::DeletedByTheirs)
            } else {
                (Side::Theirs, Clash::DeletedByMine)
            };
            opened.push(choice(Place::row(id), None, clash, Default::default()));
            Some(alone(left, side, is_in_circle, bound, opened))
        }
        [_, None, None] => None,
    }
}

/// A row that only one copy has. Links of theirs that would go in a circle are left empty until somebody chooses.
fn alone<T: Row + Written>(
    row: &Arc<T>,
    side: Side,
    is_in_circle: bool,
    bound: &Bound,
    opened: &mut Vec<OpenChoice>,
) -> Arc<T> {
    if !is_in_circle {
        return Arc::clone(row);
    }
    let mut kept = T::clone(row);
    for empty in T::new(row.id()).changes() {
        let field = T::field_of(&empty);
        let place = Place::cell(row.id(), field);
        if !bound.circles.contains(&place) {
            continue;
        }
        let (value, none) = (row.written(field), String::new());
        let values = match side {
            Side::Mine => [none.clone(), value, none],
            Side::Theirs => [none.clone(), none, value],
        };
        opened.push(choice(place, None, Clash::Circle, values));
        if side == Side::Theirs {
            kept.set(empty);
        }
    }
    Arc::new(kept)
}

/// The table of open choices. A choice that one copy has answered is answered; what is still open, and what this merge opens, is there
/// once.
pub(super) fn merge_choices(
    base: &Table<OpenChoice>,
    mine: &Table<OpenChoice>,
    theirs: &Table<OpenChoice>,
    opened: &[OpenChoice],
) -> Table<OpenChoice> {
    let old = match () {
        () if theirs == base => mine.clone(),
        () if mine == base => theirs.clone(),
        () => {
            let is_answered = |id| base.contains(id) && !(mine.contains(id) && theirs.contains(id));
            let newest = |row: &Arc<OpenChoice>| match theirs.get_shared(row.id) {
                Some(their) if base.get_shared(row.id) == Some(row) => Arc::clone(their),
                _ => Arc::clone(row),
            };
            let all = mine.shared().chain(theirs.shared()).filter(|row| !is_answered(row.id));
            Table::from_shared(all.map(newest))
        }
    };
    let is_new = |row: &&Arc<OpenChoice>| opened.iter().any(|new| new.id == row.id);
    let old = old.shared().filter(|row| opened.is_empty() || !is_new(row)).cloned();
    Table::from_shared(old.chain(opened.iter().cloned().map(Arc::new)))
}
