//! One record or one table of three plans.

use super::{Bound, OpenChoice, Clash, Side};
use crate::file::Written;
use crate::plan::{At, Edit, Field, Id, Place, Record, Row, RowEdit, Table, Text};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Merges a record that exists once.
pub(super) fn merge_once<T: Record + Written>(
    base: &Arc<T>,
    ours: &Arc<T>,
    theirs: &Arc<T>,
    edit: fn(T::Change) -> Edit,
    choices: &mut Vec<OpenChoice>,
) -> Arc<T> {
    if theirs == base || ours == theirs {
        return Arc::clone(ours);
    }
    if ours == base {
        return Arc::clone(theirs);
    }
    let mut clash = |field, other| {
        let values = (ours.written(field), theirs.written(field));
        choices.push(OpenChoice {
            place: Place::field(field),
            clash: Clash::Changed,
            values,
            other: edit(other),
        });
    };
    Arc::new(merge_fields(&**base, &**ours, &**theirs, |_| false, &mut clash))
}

/// Merges field by field; text, language by language. Where both changed a field, or `holds_ours` says so, ours stands and
/// `clash` is told the change that makes it theirs.
fn merge_fields<T: Record>(
    base: &T,
    ours: &T,
    theirs: &T,
    holds_ours: impl Fn(Field) -> bool,
    clash: &mut dyn FnMut(Field, T::Change),
) -> T {
    let mut merged = ours.clone();
    let (base_texts, our_texts, their_texts) = (texts(base), texts(ours), texts(theirs));
    for ((base, ours), theirs) in base.changes().into_iter().zip(ours.changes()).zip(theirs.changes()) {
        let field = T::field_of(&ours);
        if theirs == ours {
            continue;
        }
        if holds_ours(field) {
            clash(field, theirs);
        } else if theirs == base {
            // Ours alone changed it, or nobody did.
        } else if ours == base {
            merged.set(theirs);
        } else if let (Some(base), Some(ours), Some(theirs)) =
            (base_texts.get(&field), our_texts.get(&field), their_texts.get(&field))
        {
            let (text, other) = merge_text(base, ours, theirs);
            if let Some(change) = other.and_then(|other| T::text_change(field, other)) {
                clash(field, change);
            }
            if let Some(change) = T::text_change(field, text) {
                merged.set(change);
            }
        } else {
            clash(field, theirs);
        }
    }
    merged
}

fn texts<T: Record>(record: &T) -> HashMap<Field, &Text> {
    let mut texts = HashMap::new();
    record.each_text(&mut |field, text| {
        texts.insert(field, text);
    });
    texts
}

/// The merged text, and the same with their wordings where both changed one language.
fn merge_text(base: &Text, ours: &Text, theirs: &Text) -> (Text, Option<Text>) {
    let (mut merged, mut clashes) = (ours.clone(), Vec::new());
    let langs: Vec<_> = base.iter().chain(theirs.iter()).map(|(lang, _)| lang).collect();
    for lang in langs {
        let (before, our, their) = (base.get(lang), ours.get(lang), theirs.get(lang));
        if their == before || their == our {
            continue;
        }
        if our == before {
            merged = merged.with(lang, their.clone());
        } else {
            clashes.push((lang, their));
        }
    }
    if clashes.is_empty() {
        return (merged, None);
    }
    let other =
        clashes.into_iter().fold(merged.clone(), |text, (lang, their)| text.with(lang, their.clone()));
    (merged, Some(other))
}

/// Merges a table.
pub(super) fn merge_rows<T: Row + Written>(
    base: &Table<T>,
    ours: &Table<T>,
    theirs: &Table<T>,
    bound: &Bound,
    choices: &mut Vec<OpenChoice>,
) -> Table<T> {
    let is_bound = bound.kept.iter().any(|(block, _)| *block == T::BLOCK)
        || bound.circles.iter().any(|place| place.block == T::BLOCK);
    if !is_bound && (theirs == base || ours == theirs) {
        return ours.clone();
    }
    if !is_bound && ours == base {
        return theirs.clone();
    }
    let mut rows = HashMap::new();
    let all = base.iter().chain(ours.iter()).chain(theirs.iter()).map(Row::id);
    for id in all {
        if !rows.contains_key(&id) {
            rows.insert(id, merge_row(id, (base.get(id), ours.get(id), theirs.get(id)), bound, choices));
        }
    }
    rows.retain(|_, row| row.is_some());
    let order = merge_order(base, ours, theirs, |id| rows.contains_key(&id), choices);
    Table::from_rows(order.into_iter().filter_map(|id| rows.remove(&id).flatten())).0
}

/// One row in its three states; nothing when it goes.
fn merge_row<T: Row + Written>(
    id: Id<T>,
    states: (Option<&T>, Option<&T>, Option<&T>),
    bound: &Bound,
    choices: &mut Vec<OpenChoice>,
) -> Option<T> {
    let must_stay = bound.kept.contains(&(T::BLOCK, id.bits()));
    let (base, left, by) = match states {
        (base, Some(ours), Some(theirs)) => {
            let empty = T::new(id);
            let holds_ours = |field| bound.circles.contains(&Place::cell(id, field));
            let mut clash = |field, other| {
                let (place, values) = (Place::cell(id, field), (ours.written(field), theirs.written(field)));
                choices.push(OpenChoice { place, clash: Clash::Changed, values, other: T::change(id, other) });
            };
            return Some(merge_fields(base.unwrap_or(&empty), ours, theirs, holds_ours, &mut clash));
        }
        (None, Some(only), None) | (None, None, Some(only)) => return Some(only.clone()),
        (Some(base), Some(left), None) => (base, left, Side::Theirs),
        (Some(base), None, Some(left)) => (base, left, Side::Ours),
        (_, None, None) => return None,
    };
    if left == base && !must_stay {
        return None;
    }
    let (place, values) = (Place::row(id), Default::default());
    choices.push(OpenChoice { place, clash: Clash::Deleted(by), values, other: T::delete(id) });
    Some(left.clone())
}

/// The order of the rows that stay: that of the side that changed it, with the rows that only the other side has behind those that
/// they followed there.
fn merge_order<T: Row>(
    base: &Table<T>,
    ours: &Table<T>,
    theirs: &Table<T>,
    stays: impl Fn(Id<T>) -> bool,
    choices: &mut Vec<OpenChoice>,
) -> Vec<Id<T>> {
    let ids = |table: &Table<T>| table.iter().map(Row::id).filter(|id| stays(*id)).collect::<Vec<_>>();
    let in_all = |id: &Id<T>| base.contains(*id) && ours.contains(*id) && theirs.contains(*id);
    let common = |table: &Table<T>| table.iter().map(Row::id).filter(in_all).collect::<Vec<_>>();
    let (before, our, their) = (common(base), common(ours), common(theirs));
    if before == our && our != their {
        return with_others(ids(theirs), &[ids(ours), ids(base)]);
    }
    let order = with_others(ids(ours), &[ids(theirs), ids(base)]);
    if before != their && our != their {
        let wanted = with_others(ids(theirs), &[ids(ours), ids(base)]);
        let moves = wanted.into_iter().map(|id| T::edit(RowEdit::Move(id, At::Last))).collect();
        let other = Edit::Several("merge-their-order", moves);
        let (place, values) = (Place::block(T::BLOCK), Default::default());
        choices.push(OpenChoice { place, clash: Clash::Reordered, values, other });
    }
    order
}

/// An order with the rows of others put in, each behind the row that it follows there.
fn with_others<T>(order: Vec<Id<T>>, others: &[Vec<Id<T>>]) -> Vec<Id<T>> {
    let mut order = order;
    for other in others {
        let known: HashSet<_> = order.iter().copied().collect();
        let mut behind: HashMap<Option<Id<T>>, Vec<Id<T>>> = HashMap::new();
        let mut last = None;
        for id in other {
            if known.contains(id) {
                last = Some(*id);
            } else {
                behind.entry(last).or_default().push(*id);
            }
        }
        let mut joined = behind.remove(&None).unwrap_or_default();
        for id in order {
            joined.push(id);
            joined.extend(behind.remove(&Some(id)).unwrap_or_default());
        }
        order = joined;
    }
    order
}
