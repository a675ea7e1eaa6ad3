//! Two copies of one plan become one again, item by item; and what differs between two states of a plan.
//!
//! * What only one copy changed is taken, language by language in texts, and item by item in lists such as the links of an activity.
//! * Where both gave a field different values, mine stands, and an [`OpenChoice`] in the plan itself holds both until somebody
//!   [answers](answer()). A row that one copy deleted and the other changed, or needs, stays until then.
//! * Rows that both added are all kept. No identity comes twice and none is lost.
//! * A link that would lead to a row that one copy deleted keeps that row, with a choice. Links that together would make something
//!   wait for itself are choices too, and mine stand.
//! * Order asks nothing (see [`order`]): a row that one copy moved goes where that copy put it, behind the row that it follows there.
//!   Of a row that both moved to different places, and of rows that both added at one place, a rule that does not know whose copy is
//!   whose says where it stands. What moved so is [told](Merged::reordered).
//!
//! So it does not matter who merges: when the choices are answered alike, both ways give the same plan.

mod answer;
mod base;
mod difference;
mod fields;
mod links;
mod order;
mod rows;
mod telling;
#[cfg(test)]
mod tests;

pub use answer::{CannotAnswer, Pick, answer, answer_all, answers};
pub use base::shared_base;
pub use difference::{Change, What, difference};
pub use telling::{Teller, Told};

use crate::{
    file::{self, Extras},
    plan::{Block, Id, OpenChoice, Place, Plan, RowId},
};
use fields::merge_once;
use rows::{merge_choices, merge_rows};
use std::collections::HashSet;

/// Calls a macro with every record that a plan has once and every table of rows, by field and by kind of row. The table of open
/// choices is not among them: it has its own rule.
macro_rules! for_each_block {
    ($call:ident!($($more:tt)*)) => {
        $call! {
            ($($more)*)
            once: identity Identity, context Context, matrix Matrix;
            tables: team Member, key_figures KeyFigure, lessons Lesson, stakeholders Stakeholder, cards Card, strategies Strategy,
                outputs Output, indicators Indicator, assumptions Assumption, preconditions Precondition, inputs Input,
                activities Activity, budget BudgetLine, rates Rate, risks Risk, cooperation Cooperation, judgements Judgement,
                ovop OvopSheet, clusters Cluster, credits CreditCase, instruments Instrument, reports Report, criteria Criterion,
                comments Comment, silenced Silenced;
        }
    };
}
use for_each_block;

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Side {
    /// The copy that the merge is made for.
    Mine,
    /// The other one.
    Theirs,
}

/// A merged plan, and what is to be told about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The plan, with its open choices in [`Plan::choices`].
    pub plan: Plan,
    /// The choices that this merge opened, in the order of the plan.
    pub opened: Vec<Id<OpenChoice>>,
    /// Tables in which both copies moved a row to different places; a rule put it somewhere.
    pub reordered: Vec<Block>,
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
pub fn merge(base: &Plan, mine: &Plan, theirs: &Plan) -> Result<Merged, OtherPlan> {
    if base.id != mine.id || base.id != theirs.id {
        return Err(OtherPlan);
    }
    let mut bound = Bound::default();
    loop {
        let merged = merge_within(base, mine, theirs, &bound);
        // As the other one merges: what is asked there is asked here too.
        let turned = merge_within(base, theirs, mine, &bound);
        if !bound.tighten([(&merged, mine, theirs), (&turned, theirs, mine)]) {
            return Ok(merged.finish(base, mine, theirs));
        }
    }
}

/// Merges two copies of a plan file: the plans, and what the files hold beside them. Without a base as [`merge_without_base`].
///
/// What one file had set aside because it did not fit may fit now: a link to a row that only that copy had deleted. Then it counts.
///
/// # Errors
/// When the plans are not copies of one: their identities differ.
pub fn merge_files(
    base: Option<(&Plan, &Extras)>,
    mine: (&Plan, &Extras),
    theirs: (&Plan, &Extras),
) -> Result<(Merged, Extras), OtherPlan> {
    let (none, nothing) = (Plan::new(mine.0.id), Extras::default());
    let base = base.unwrap_or((&none, &nothing));
    let mut merged = merge(base.0, mine.0, theirs.0)?;
    let extras = Extras::merged(base.1, mine.1, theirs.1);
    match file::as_read_again(&merged.plan, &extras).filter(|_| !extras.is_empty()) {
        Some(opened) => {
            merged.plan = opened.plan;
            Ok((merged, opened.extras))
        }
        None => Ok((merged, extras)),
    }
}

/// Merges two copies of a plan whose common past is not known, row by row.
///
/// What is only in one copy is taken, so that a row which somebody deleted comes back. Where both have a value, and another one, there
/// is a choice.
///
/// # Errors
/// When the plans are not copies of one: their identities differ.
pub fn merge_without_base(mine: &Plan, theirs: &Plan) -> Result<Merged, OtherPlan> {
    merge(&Plan::new(mine.id), mine, theirs)
}

/// What the links between rows ask of a merge. Found by trying: each round can only add to it, so that it ends.
#[derive(Debug, Default)]
struct Bound {
    /// Rows that must stay, because something that stays, or may be chosen, leads to them.
    kept: HashSet<(Block, RowId)>,
    /// Links that together would go in a circle: mine stand.
    circles: HashSet<Place>,
}

impl Bound {
    /// Takes in what is wrong with the plans that either one gets who merges; says whether there was something new.
    fn tighten(&mut self, both: [(&Merging, &Plan, &Plan); 2]) -> bool {
        let before = self.kept.len();
        for (merged, _, theirs) in both {
            self.kept.extend(links::dangling(&merged.plan, |_| true, &merged.plan));
            // The other answer to a choice has to be possible too.
            let clashes: HashSet<_> = merged.opened.iter().filter_map(|choice| choice.place).collect();
            self.kept.extend(links::dangling(theirs, |place| clashes.contains(place), &merged.plan));
        }
        if self.kept.len() > before {
            return true;
        }
        let before = self.circles.len();
        for (merged, mine, theirs) in both {
            self.circles.extend(links::circles(&merged.plan, mine, theirs));
        }
        self.circles.len() > before
    }

    /// Whether anything is asked of this block.
    fn touches(&self, block: Block) -> bool {
        self.kept.iter().any(|(b, _)| *b == block) || self.circles.iter().any(|place| place.block == block)
    }
}

/// A merge under way.
struct Merging {
    plan: Plan,
    opened: Vec<OpenChoice>,
    reordered: Vec<Block>,
}

impl Merging {
    /// Puts the choices into the plan.
    fn finish(self, base: &Plan, mine: &Plan, theirs: &Plan) -> Merged {
        let Self { mut plan, mut opened, reordered } = self;
        opened.sort_by_key(|choice| choice.place.map(|place| place.block));
        let ids = opened.iter().map(|choice| choice.id).collect();
        plan.choices = merge_choices(&base.choices, &mine.choices, &theirs.choices, &opened);
        Merged { plan, opened: ids, reordered }
    }
}

fn merge_within(base: &Plan, mine: &Plan, theirs: &Plan, bound: &Bound) -> Merging {
    let (mut opened, mut reordered) = (Vec::new(), Vec::new());
    let mut plan = Plan::new(mine.id);
    macro_rules! merged {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            $(plan.$once = merge_once(&base.$once, &mine.$once, &theirs.$once, &mut opened);)*
            $(
                let (table, is_reordered) = merge_rows(&base.$table, &mine.$table, &theirs.$table, bound, &mut opened);
                plan.$table = table;
                if is_reordered {
                    reordered.push(<crate::plan::$row as crate::plan::Record>::BLOCK);
                }
            )*
        };
    }
    for_each_block!(merged!());
    Merging { plan, opened, reordered }
}
