//! Ordered rows with identities, structurally shared.

use super::{Id, Row, RowId};
use std::{
    collections::{HashMap, hash_map::Entry},
    sync::Arc,
};

/// Rows in the order of the plan, found by identity in constant time.
///
/// Each row and the list of rows are shared by pointer: a clone is two pointers, and changing one row after a clone copies the
/// list of pointers and that one row. Only [`super::edit`] changes a table.
#[derive(Debug)]
pub struct Table<T> {
    rows: Arc<Vec<Arc<T>>>,
    places: Arc<Places>,
}

/// Quick, and seeded by chance: a file from a stranger cannot make it slow.
type Places = HashMap<RowId, u32, foldhash::fast::RandomState>;

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { rows: Arc::clone(&self.rows), places: Arc::clone(&self.places) }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Arc::default(), places: Arc::default() }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other)
            || (self.rows.len() == other.rows.len()
                && self.rows.iter().zip(&*other.rows).all(|(a, b)| Arc::ptr_eq(a, b) || a == b))
    }
}

impl<T> Table<T> {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator + Clone {
        self.rows.iter().map(|row| &**row)
    }

    /// The rows as shared pointers, for caches that ask whether a row changed.
    pub fn shared(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.rows.iter()
    }

    /// The row at a position.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&T> {
        self.rows.get(position).map(|row| &**row)
    }

    /// The row with this identity.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.position(id).and_then(|i| self.at(i))
    }

    /// The row with this identity as a shared pointer.
    #[must_use]
    pub fn get_shared(&self, id: Id<T>) -> Option<&Arc<T>> {
        self.position(id).and_then(|i| self.rows.get(i))
    }

    /// Where the row with this identity stands.
    #[must_use]
    pub fn position(&self, id: Id<T>) -> Option<usize> {
        self.places.get(&id.bits()).map(|i| *i as usize)
    }

    /// Whether there is a row with this identity.
    #[must_use]
    pub fn contains(&self, id: Id<T>) -> bool {
        self.places.contains_key(&id.bits())
    }

    /// Whether both are the same snapshot: no row was touched between them.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

impl<T: Row> Table<T> {
    /// A table of these rows, and those that were left out because their identity was taken.
    #[must_use]
    pub fn from_rows(rows: impl IntoIterator<Item = T>) -> (Self, Vec<T>) {
        let (mut kept, mut places, mut twice) = (Vec::new(), Places::default(), Vec::new());
        for row in rows {
            match places.entry(row.id().bits()) {
                Entry::Occupied(_) => twice.push(row),
                Entry::Vacant(place) => {
                    place.insert(index(kept.len()));
                    kept.push(Arc::new(row));
                }
            }
        }
        (Self { rows: Arc::new(kept), places: Arc::new(places) }, twice)
    }

    /// A table of rows that stay shared with other tables. Of two with one identity the first counts.
    #[must_use]
    pub fn from_shared(rows: impl IntoIterator<Item = Arc<T>>) -> Self {
        let mut places = Places::default();
        let mut kept = Vec::new();
        for row in rows {
            if let Entry::Vacant(place) = places.entry(row.id().bits()) {
                place.insert(index(kept.len()));
                kept.push(row);
            }
        }
        Self { rows: Arc::new(kept), places: Arc::new(places) }
    }

    pub(in crate::plan) fn insert(&mut self, position: usize, row: T) {
        let rows = Arc::make_mut(&mut self.rows);
        let position = position.min(rows.len());
        let (id, last) = (row.id().bits(), position == rows.len());
        rows.insert(position, Arc::new(row));
        if last {
            Arc::make_mut(&mut self.places).insert(id, index(position));
        } else {
            self.find_places();
        }
    }

    /// Puts a row to where it stands when the rows before `position` stay before it.
    pub(in crate::plan) fn move_to(&mut self, id: Id<T>, position: usize) {
        let Some(from) = self.position(id) else { return };
        let rows = Arc::make_mut(&mut self.rows);
        let row = rows.remove(from);
        let to = if position > from { position - 1 } else { position };
        rows.insert(to.min(rows.len()), row);
        self.find_places();
    }

    pub(in crate::plan) fn update(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        let Some(position) = self.position(id) else { return };
        change(Arc::make_mut(&mut Arc::make_mut(&mut self.rows)[position]));
    }

    /// Changes every row for which `test` holds; the others stay shared.
    pub(in crate::plan) fn update_where(&mut self, test: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
        if self.iter().any(&test) {
            for row in Arc::make_mut(&mut self.rows).iter_mut().filter(|row| test(row)) {
                change(Arc::make_mut(row));
            }
        }
    }

    pub(in crate::plan) fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if !self.iter().all(&keep) {
            Arc::make_mut(&mut self.rows).retain(|row| keep(row));
            self.find_places();
        }
    }

    fn find_places(&mut self) {
        self.places =
            Arc::new(self.rows.iter().enumerate().map(|(i, row)| (row.id().bits(), index(i))).collect());
    }
}

/// A plan never holds four thousand million rows: the size cap on files is far below.
fn index(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{IdSource, Output};

    fn names(table: &Table<Output>) -> Vec<u64> {
        table.iter().map(|row| row.id.bits()).collect()
    }

    #[test]
    fn order_and_places_agree() {
        let mut ids = IdSource::seeded(1);
        let rows: Vec<_> = (0..6).map(|_| Output::new(ids.next())).collect();
        let (mut table, _) = Table::from_rows(rows.clone());
        table.move_to(rows[0].id, 3);
        table.move_to(rows[5].id, 0);
        table.insert(2, Output::new(ids.next()));
        table.retain(|row| row.id != rows[3].id);
        assert_eq!(table.len(), 6);
        for (i, row) in table.iter().enumerate() {
            assert_eq!(table.position(row.id), Some(i));
        }
        assert_eq!(names(&table)[0], rows[5].id.bits());
    }

    #[test]
    fn a_change_copies_one_row() {
        let mut ids = IdSource::seeded(2);
        let (mut table, _) = Table::from_rows((0..100).map(|_| Output::new(ids.next())));
        let before = table.clone();
        let id = table.at(7).unwrap().id;
        table.update(id, |row| row.weight = Some(Decimal::TEN));
        let shared = table.shared().zip(before.shared()).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert_eq!(shared, 99);
        assert_ne!(table, before);
    }

    #[test]
    fn double_identities_are_set_aside() {
        let row = Output::new(Id::from_bits(5));
        let (table, twice) = Table::from_rows([row.clone(), row]);
        assert_eq!((table.len(), twice.len()), (1, 1));
    }

    use rust_decimal::Decimal;
}
