//! Numbers that follow the order: outputs 1, 2; activities 1.1, 1.2; sub-activities 1.1.1.

use super::{Change, Map};
use crate::plan::{Activity, Id, Output, Plan};
use std::sync::Arc;

/// An activity at its place in the plan of operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The activity.
    pub id: Id<Activity>,
    /// Its row in the plan's table of activities.
    pub row: usize,
    /// 0: directly under an output; 1: a sub-activity; and so on.
    pub depth: usize,
    /// The output it works for, through its parents.
    pub output: Option<Id<Output>>,
    /// Its number, such as `1.2` or `1.2.1`; activities without an output count under `0`.
    pub number: Arc<str>,
    /// Whether it has sub-activities.
    pub has_parts: bool,
}

/// Every number of a plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbering {
    outputs: Map<Id<Output>, Arc<str>>,
    placed: Vec<Placed>,
    places: Map<Id<Activity>, usize>,
}

impl Numbering {
    /// Numbers the plan in the order of its tables: by output, then by parent, then as the rows stand.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let outputs: Map<_, Arc<str>> =
            plan.outputs.iter().enumerate().map(|(i, o)| (o.id, (i + 1).to_string().into())).collect();
        let mut parts = Map::<Id<Activity>, Vec<usize>>::default();
        let mut roots = Map::<Option<Id<Output>>, Vec<usize>>::default();
        for (row, a) in plan.activities.iter().enumerate() {
            match a.parent {
                Some(parent) => parts.entry(parent).or_default().push(row),
                None => roots.entry(a.output).or_default().push(row),
            }
        }
        let mut placed = Vec::with_capacity(plan.activities.len());
        let owners = plan.outputs.iter().map(|o| Some(o.id)).chain([None]);
        for output in owners {
            let number = output.and_then(|o| outputs.get(&o).cloned()).unwrap_or_else(|| "0".into());
            let rows = roots.get(&output).map_or(&[][..], Vec::as_slice);
            // Depth first without recursion: a damaged file may nest deeply.
            let mut open: Vec<(usize, usize, Arc<str>)> = rows
                .iter()
                .enumerate()
                .rev()
                .map(|(i, row)| (*row, 0, format!("{number}.{}", i + 1).into()))
                .collect();
            while let Some((row, depth, number)) = open.pop() {
                let Some(a) = plan.activities.at(row) else { continue };
                let mine = parts.get(&a.id).map_or(&[][..], Vec::as_slice);
                for (i, part) in mine.iter().enumerate().rev() {
                    open.push((*part, depth + 1, format!("{number}.{}", i + 1).into()));
                }
                placed.push(Placed { id: a.id, row, depth, output, number, has_parts: !mine.is_empty() });
            }
        }
        let places = placed.iter().enumerate().map(|(i, p)| (p.id, i)).collect();
        Self { outputs, placed, places }
    }

    /// Whether the numbers stay what they were.
    pub(super) fn holds(change: &Change<'_>) -> bool {
        change.activities.iter().all(|[a, b]| (a.output, a.parent) == (b.output, b.parent))
    }

    /// The number of an output; empty when it is not in the plan.
    #[must_use]
    pub fn output(&self, id: Id<Output>) -> &str {
        self.outputs.get(&id).map_or("", |n| n)
    }

    /// The number of an activity; empty when it is not in the plan.
    #[must_use]
    pub fn activity(&self, id: Id<Activity>) -> &str {
        self.placed(id).map_or("", |p| &p.number)
    }

    /// An activity at its place.
    #[must_use]
    pub fn placed(&self, id: Id<Activity>) -> Option<&Placed> {
        self.places.get(&id).and_then(|i| self.placed.get(*i))
    }

    /// Where an activity stands in [`Numbering::activities`].
    #[must_use]
    pub fn position(&self, id: Id<Activity>) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// An activity and behind it all its parts, in the order of their numbers; nothing when it is not in the plan.
    #[must_use]
    pub fn with_parts(&self, id: Id<Activity>) -> &[Placed] {
        let Some(from) = self.position(id) else { return &[] };
        let depth = self.placed[from].depth;
        let parts = self.placed[from + 1..].iter().take_while(|p| p.depth > depth).count();
        &self.placed[from..=from + parts]
    }

    /// All activities in the order of their numbers; those without an output last.
    #[must_use]
    pub fn activities(&self) -> &[Placed] {
        &self.placed
    }

    /// The activities of one output, sub-activities included, in the order of their numbers.
    pub fn of_output(&self, output: Option<Id<Output>>) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |p| p.output == output)
    }
}
