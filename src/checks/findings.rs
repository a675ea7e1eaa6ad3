//! Everything that was found in one revision.

use super::{Diagnostic, Severity};
use crate::{
    analysis::Section,
    plan::{Block, Place, Plan, RowId, Silenced},
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::{Arc, OnceLock},
};

/// The findings of one revision, in the order of the plan. Cloning shares them.
#[derive(Debug, Clone, Default)]
pub struct Findings(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    open: Vec<Arc<Diagnostic>>,
    silenced: Vec<Arc<Diagnostic>>,
    /// Positions in `open`, to be found by place. Made when the first place is asked for.
    index: OnceLock<Vec<(Block, Option<RowId>, u32)>>,
    /// How many are open in each block, by severity. Lists of sections ask for them in every frame.
    counts: BTreeMap<Block, BTreeMap<Severity, usize>>,
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        self.0.open == other.0.open && self.0.silenced == other.0.silenced
    }
}

impl Findings {
    /// Sorts what was found by the order of the plan, and sets aside what the team silenced.
    pub(super) fn new(
        plan: &Plan,
        mut found: Vec<Arc<Diagnostic>>,
        position: impl Fn(Place) -> usize,
    ) -> Self {
        // Row by row it comes in order already, which a stable sort takes nearly for free.
        found.sort_by_cached_key(|d| (d.place.block, position(d.place)));
        let silences: HashSet<(&str, Place)> =
            plan.silenced.iter().filter_map(|s| Some((s.code.as_str(), s.place?))).collect();
        let is_silenced = |d: &Diagnostic| {
            let Place { block, row, field } = d.place;
            let wider = [(row, field), (row, None), (None, field), (None, None)];
            wider
                .iter()
                .any(|(row, field)| silences.contains(&(d.code, Place { block, row: *row, field: *field })))
        };
        let (silenced, open) = if silences.is_empty() {
            (Vec::new(), found)
        } else {
            found.into_iter().partition(|d| is_silenced(d))
        };
        let mut counts = BTreeMap::<Block, BTreeMap<Severity, usize>>::new();
        for found in &open {
            *counts.entry(found.place.block).or_default().entry(found.severity).or_default() += 1;
        }
        Self(Arc::new(Inner { open, silenced, index: OnceLock::new(), counts }))
    }

    /// The open findings, in the order of the plan.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.0.open.iter().map(|d| &**d)
    }

    /// The open findings as shared pointers, for a worker or a view that keeps some of them.
    pub fn shared(&self) -> impl ExactSizeIterator<Item = &Arc<Diagnostic>> {
        self.0.open.iter()
    }

    /// What was found and silenced by the team at its place, or at its row, column or block.
    pub fn silenced(&self) -> impl ExactSizeIterator<Item = &Diagnostic> {
        self.0.silenced.iter().map(|d| &**d)
    }

    /// What one silenced check of the team sets aside: what it finds at the place, or at its row, column or block.
    pub fn silenced_by(&self, silenced: &Silenced) -> impl Iterator<Item = &Diagnostic> {
        let covers = |at: Place, d: &Diagnostic| {
            at.block == d.place.block
                && (at.row.is_none() || at.row == d.place.row)
                && (at.field.is_none() || at.field == d.place.field)
        };
        self.silenced().filter(move |d| {
            d.code == silenced.code.as_str() && silenced.place.is_some_and(|at| covers(at, d))
        })
    }

    /// The open findings at a place: at a field exactly this field; at a row the row with all its fields; without a row what concerns the
    /// block as a whole.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Diagnostic> {
        let index = self.index();
        let key = (place.block, place.row);
        let from = index.partition_point(|(block, row, _)| (*block, *row) < key);
        index[from..]
            .iter()
            .take_while(move |(block, row, _)| (*block, *row) == key)
            .filter_map(|(.., i)| self.0.open.get(*i as usize))
            .map(|d| &**d)
            .filter(move |d| place.field.is_none() || d.place.field == place.field)
    }

    /// The worst severity at a place, as [`Findings::at`] counts it.
    #[must_use]
    pub fn worst_at(&self, place: Place) -> Option<Severity> {
        self.at(place).map(|d| d.severity).min()
    }

    /// The open findings of a block and of all its rows.
    pub fn of_block(&self, block: Block) -> impl Iterator<Item = &Diagnostic> {
        let from = self.0.open.partition_point(|d| d.place.block < block);
        self.0.open[from..].iter().map(|d| &**d).take_while(move |d| d.place.block == block)
    }

    /// The open findings on the page of a section.
    pub fn of_section(&self, section: Section) -> impl Iterator<Item = &Diagnostic> {
        self.iter().filter(move |d| Section::of(d.place.block) == Some(section))
    }

    /// The number of open findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.counts.values().filter_map(|counts| counts.get(&severity)).sum()
    }

    /// The number of open findings that are more than hints.
    #[must_use]
    pub fn count_serious(&self) -> usize {
        self.count(Severity::Error) + self.count(Severity::Warning)
    }

    /// The number of open findings on the page of a section that are more than hints.
    #[must_use]
    pub fn count_serious_in(&self, section: Section) -> usize {
        let here = self.0.counts.iter().filter(|(block, _)| Section::of(**block) == Some(section));
        let serious =
            here.flat_map(|(_, counts)| counts).filter(|(severity, _)| **severity != Severity::Hint);
        serious.map(|(_, count)| count).sum()
    }

    /// Whether nothing is open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.open.is_empty()
    }

    fn index(&self) -> &[(Block, Option<RowId>, u32)] {
        self.0.index.get_or_init(|| {
            let mut index: Vec<_> =
                (0..).zip(&self.0.open).map(|(i, d)| (d.place.block, d.place.row, i)).collect();
            index.sort_unstable();
            index
        })
    }
}
