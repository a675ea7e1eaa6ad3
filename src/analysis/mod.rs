//! Answers derived from a plan: numbering, schedule, totals. Pure functions of one revision.
//!
//! [`Derived`] holds the answers that every screen and every export asks for. It is made once a revision; what it costs grows with the
//! number of rows, so that the window makes it after a change and not in every frame.

mod credit;
mod fullness;
mod ifthen;
mod links;
mod numbering;
mod reschedule;
mod risk;
mod schedule;
pub mod search;
mod totals;
pub mod tree;

pub use credit::{Credit, CreditGap, CreditMonth, MOST_MONTHS, credit};
pub use fullness::{Fullness, Section};
pub use ifthen::{IfThen, if_then, sentence};
pub use links::Links;
pub use numbering::{Numbering, Placed};
pub use reschedule::{earliest_start, is_free, mend_dates};
pub use risk::{RiskBand, RiskMap};
pub(crate) use schedule::days_between;
pub use schedule::{Schedule, Span};
pub(crate) use totals::convert;
pub use totals::{Amounts, Totals, line_amount, line_day};

use crate::plan::{Plan, Table};
use std::{collections::HashMap, sync::Arc};

/// A map by identity: asked ten thousand times after a key press.
type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// The derived answers of one revision. Cloning shares them.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// Numbers of outputs and activities, and the tree of activities.
    pub numbering: Arc<Numbering>,
    /// When things happen, sub-activities rolled up.
    pub schedule: Arc<Schedule>,
    /// Who waits for whom.
    pub links: Arc<Links>,
    /// What it costs.
    pub totals: Arc<Totals>,
    /// The problem tree.
    pub tree: Arc<tree::Tree>,
    /// How far each section is.
    pub fullness: Fullness,
}

impl Derived {
    /// Derives everything from a plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let numbering = Arc::new(Numbering::new(plan));
        let schedule = Arc::new(Schedule::new(plan, &numbering));
        let totals = Arc::new(Totals::new(plan, &numbering, &schedule));
        let links = Arc::new(Links::new(plan));
        let tree = Arc::new(tree::Tree::new(&plan.cards));
        Self { numbering, schedule, links, totals, tree, fullness: Fullness::new(plan) }
    }

    /// The answers of the next revision: the same as [`Derived::new`] gives. What the edit between `before`, from which these answers
    /// come, and `plan` did not touch is shared, so that typing in a large plan costs little.
    #[must_use]
    pub fn next(&self, before: &Plan, plan: &Plan) -> Self {
        let numbers_hold = Numbering::holds(before, plan);
        let numbering =
            if numbers_hold { Arc::clone(&self.numbering) } else { Arc::new(Numbering::new(plan)) };
        let times_hold = numbers_hold && Schedule::holds(before, plan);
        let schedule =
            if times_hold { Arc::clone(&self.schedule) } else { Arc::new(Schedule::new(plan, &numbering)) };
        let totals = if times_hold && Totals::holds(before, plan) {
            Arc::clone(&self.totals)
        } else {
            Arc::new(Totals::new(plan, &numbering, &schedule))
        };
        let links =
            if Links::holds(before, plan) { Arc::clone(&self.links) } else { Arc::new(Links::new(plan)) };
        let tree = if before.cards.is_same(&plan.cards) {
            Arc::clone(&self.tree)
        } else {
            Arc::new(tree::Tree::new(&plan.cards))
        };
        Self { numbering, schedule, links, totals, tree, fullness: Fullness::new(plan) }
    }
}

/// Whether two states of a table have rows that are alike, one by one. Rows that both share are not looked at.
fn alike<T>(a: &Table<T>, b: &Table<T>, alike: impl Fn(&T, &T) -> bool) -> bool {
    a.is_same(b)
        || a.len() == b.len() && a.shared().zip(b.shared()).all(|(a, b)| Arc::ptr_eq(a, b) || alike(a, b))
}

#[cfg(test)]
mod tests;
