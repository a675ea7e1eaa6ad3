//! What differs between two states of a plan.

use super::{for_each_block, order::longest_rising};
use crate::plan::{Field, Id, Lang, Place, Plan, Record, Row, Seen, Table, Text};
use std::collections::HashMap;

/// What happened at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A row came. [`Change::after`] is its first text.
    Added,
    /// A row went. [`Change::before`] is its first text.
    Removed,
    /// A row went to another place in the order. As few rows as explain the new order count as moved.
    Moved,
    /// A field got another value.
    Changed,
}

/// One difference between two states of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where. A row that went has its place in the state before.
    pub place: Place,
    /// The language, when the wording in one language of a text changed.
    pub lang: Option<Lang>,
    /// What happened.
    pub what: What,
    /// What stood there before.
    pub before: Seen,
    /// What stands there after.
    pub after: Seen,
}

/// Everything that differs between two states of a plan, in the order of the file: for each block first what went, then the rows as they
/// stand after, each with its fields. Costs as much as what was touched: rows that both states share are not looked at.
#[must_use]
pub fn difference(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    macro_rules! compared {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            $(fields(&*before.$once, &*after.$once, Place::field, &mut changes);)*
            $(rows(&before.$table, &after.$table, &mut changes);)*
        };
    }
    for_each_block!(compared!());
    rows(&before.choices, &after.choices, &mut changes);
    changes.sort_by_key(|change| change.place.block);
    changes
}

fn fields<T: Record>(before: &T, after: &T, place_of: impl Fn(Field) -> Place, changes: &mut Vec<Change>) {
    if std::ptr::eq(before, after) || before == after {
        return;
    }
    for field in T::fields() {
        let (place, what) = (place_of(*field), What::Changed);
        match (before.seen(*field), after.seen(*field)) {
            (Seen::Words(before), Seen::Words(after)) => wordings(&before, &after, place, changes),
            (before, after) if before != after => {
                changes.push(Change { place, lang: None, what, before, after });
            }
            _ => {}
        }
    }
}

fn wordings(before: &Text, after: &Text, place: Place, changes: &mut Vec<Change>) {
    let new = after.iter().map(|(lang, _)| lang).filter(|lang| before.get(lang).is_empty());
    for lang in before.iter().map(|(lang, _)| lang).chain(new) {
        let (was, is) = (before.get(lang), after.get(lang));
        if was != is {
            let (before, after) = (Seen::Plain(was.clone()), Seen::Plain(is.clone()));
            changes.push(Change { place, lang: Some(lang.clone()), what: What::Changed, before, after });
        }
    }
}

fn rows<T: Row>(before: &Table<T>, after: &Table<T>, changes: &mut Vec<Change>) {
    if before.is_same(after) {
        return;
    }
    let whole = |row: &T, what, before, after| Change {
        place: Place::row(row.id()),
        lang: None,
        what,
        before,
        after,
    };
    for row in before.iter().filter(|row| !after.contains(row.id())) {
        changes.push(whole(row, What::Removed, title(row), Seen::Nothing));
    }
    let stayed: Vec<(usize, Id<T>)> =
        after.iter().filter_map(|row| Some((before.position(row.id())?, row.id()))).collect();
    let in_order = longest_rising(&stayed.iter().map(|(i, _)| *i).collect::<Vec<_>>());
    let stays: HashMap<_, _> = stayed.iter().map(|(_, id)| *id).zip(in_order).collect();
    for row in after.iter() {
        let Some(old) = before.get(row.id()) else {
            changes.push(whole(row, What::Added, Seen::Nothing, title(row)));
            continue;
        };
        if stays.get(&row.id()) == Some(&false) {
            changes.push(whole(row, What::Moved, title(old), title(row)));
        }
        fields(old, row, |field| Place::cell(row.id(), field), changes);
    }
}

/// The first text of a row: what people know it by.
pub(super) fn title<T: Row>(row: &T) -> Seen {
    let is_text = |seen: &Seen| matches!(seen, Seen::Words(_) | Seen::Plain(_)) && !seen.is_nothing();
    T::fields().iter().map(|field| row.seen(*field)).find(is_text).unwrap_or(Seen::Nothing)
}
