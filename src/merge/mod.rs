//! Two copies of one plan become one again, item by item.
//!
//! What only one copy changed is taken. Where both changed one thing to different values, ours stays and a [`OpenChoice`] says what
//! theirs was; a row that one copy deleted and the other still changed or needs stays, with a choice. Nothing is ever lost
//! without a choice, and no identity comes twice.

mod links;
mod rows;
#[cfg(test)]
mod tests;
mod told;

pub use told::{noted, told};

use crate::plan::{Block, Edit, Place, Plan, RowId};
use rows::{merge_once, merge_rows};
use std::collections::HashSet;

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The copy that the merge is made for.
    Ours,
    /// The other one.
    Theirs,
}

/// What both copies did to one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clash {
    /// Both gave a field another value; ours stands.
    Changed,
    /// This side deleted the row, and the other changed it or something that needs it; it is still there.
    Deleted(Side),
    /// Both put the rows of a table into another order; ours stands.
    Reordered,
}

/// Something that a person has to decide. Until then the plan holds one of the two answers.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenChoice {
    /// Where.
    pub place: Place,
    /// What happened.
    pub clash: Clash,
    /// Our value and theirs, as a file has them; empty when the clash is not about a field.
    pub values: (String, String),
    /// The edit that makes the plan as the other answer has it. It may be refused where it would lead in a circle.
    pub other: Edit,
}

/// A merged plan, and what is still to be decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The plan. Every change that only one copy made is in it.
    pub plan: Plan,
    /// What both copies changed, in the order of the plan.
    pub choices: Vec<OpenChoice>,
}

/// Two plans that are not copies of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherPlan;

impl std::fmt::Display for OtherPlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "these are different plans, not copies of one")
    }
}

impl std::error::Error for OtherPlan {}

/// Merges two copies of a plan that both come from `base`.
///
/// # Errors
/// When the plans are not copies of one: their identities differ.
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Result<Merged, OtherPlan> {
    if base.id != ours.id || base.id != theirs.id {
        return Err(OtherPlan);
    }
    let mut bound = Bound::default();
    loop {
        let merged = merge_within(base, ours, theirs, &bound);
        if !bound.tighten(&merged, ours, theirs) {
            return Ok(merged);
        }
    }
}

/// What the links between rows ask of a merge. Found by trying: each round can only add to it, so that it ends.
#[derive(Debug, Default)]
struct Bound {
    /// Rows that must stay, because something that stays leads to them.
    kept: HashSet<(Block, RowId)>,
    /// Links that together would go in a circle: ours stand.
    circles: HashSet<Place>,
}

impl Bound {
    /// Takes in what is wrong with a plan; says whether there was something new.
    fn tighten(&mut self, merged: &Merged, ours: &Plan, theirs: &Plan) -> bool {
        let before = self.kept.len();
        self.kept.extend(links::dangling(&merged.plan, |_| true, &merged.plan));
        // The other answer to a choice has to be possible too.
        let clashes: HashSet<_> = merged.choices.iter().map(|choice| choice.place).collect();
        self.kept.extend(links::dangling(theirs, |place| clashes.contains(place), &merged.plan));
        if self.kept.len() > before {
            return true;
        }
        let before = self.circles.len();
        self.circles.extend(links::circles(&merged.plan, ours, theirs));
        self.circles.len() > before
    }
}

fn merge_within(base: &Plan, ours: &Plan, theirs: &Plan, bound: &Bound) -> Merged {
    let mut choices = Vec::new();
    macro_rules! merged {
        ($($once:ident $edit:ident),*; $($table:ident),* $(,)?) => {
            Plan {
                id: ours.id,
                $($once: merge_once(&base.$once, &ours.$once, &theirs.$once, Edit::$edit, &mut choices),)*
                $($table: merge_rows(&base.$table, &ours.$table, &theirs.$table, bound, &mut choices),)*
            }
        };
    }
    let plan = merged! {
        identity Identity, context Context, matrix Matrix;
        team, key_figures, lessons, stakeholders, cards, strategies, outputs, indicators, assumptions, preconditions, inputs,
        activities, budget, rates, risks, cooperation, judgements, ovop, clusters, credits, instruments, reports, criteria,
        comments, silenced,
    };
    choices.sort_by_key(|choice| choice.place.block);
    Merged { plan, choices }
}
