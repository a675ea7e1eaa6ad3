//! Answers derived from a plan: numbering, schedule, totals. Pure functions of one revision.
//!
//! [`Derived`] holds the answers that every screen and every export asks for. It is made once a revision; what it costs grows with the
//! number of rows, so that the window makes it after a change and not in every frame.

mod credit;
mod fullness;
mod ifthen;
pub mod items;
mod links;
mod needle;
mod numbering;
mod reschedule;
mod risk;
mod schedule;
pub mod search;
mod totals;
pub mod tree;

pub use credit::{Credit, CreditGap, CreditMonth, MOST_MONTHS, credit};
pub use fullness::{Fullness, Part, Section};
pub use ifthen::{IfThen, if_then, sentence};
pub use links::Links;
pub use numbering::{Numbering, Placed};
pub use reschedule::{earliest_start, is_free, mend_dates};
pub use risk::{RiskBand, RiskMap};
pub(crate) use schedule::days_between;
pub use schedule::{Schedule, Span};
pub(crate) use totals::convert;
pub use totals::{Amounts, JANUARY, Sum, Totals, fiscal_start, line_amount, line_day};

use crate::plan::{Activity, BudgetLine, Plan, Row, Table};
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
    /// come, and `plan` did not touch is shared, so that typing or dragging in a large plan costs little.
    #[must_use]
    pub fn next(&self, before: &Plan, plan: &Plan) -> Self {
        let fullness = Fullness::new(plan);
        let tree = if before.cards.is_same(&plan.cards) {
            Arc::clone(&self.tree)
        } else {
            Arc::new(tree::Tree::new(&plan.cards))
        };
        let change = Change::between(before, plan);
        let links = match &change {
            Some(change) if Links::holds(change) => Arc::clone(&self.links),
            _ => Arc::new(Links::new(plan)),
        };
        let Some(change) = change.filter(Numbering::holds) else {
            let numbering = Arc::new(Numbering::new(plan));
            let schedule = Arc::new(Schedule::new(plan, &numbering));
            let totals = Arc::new(Totals::new(plan, &numbering, &schedule));
            return Self { numbering, schedule, links, totals, tree, fullness };
        };
        let numbering = Arc::clone(&self.numbering);
        let times_hold = Schedule::holds(&change);
        let schedule =
            if times_hold { Arc::clone(&self.schedule) } else { Arc::new(self.schedule.next(&change)) };
        let totals = match (Totals::holds(&change), times_hold) {
            (true, true) => Arc::clone(&self.totals),
            (true, false) => Arc::new(self.totals.at_other_times(plan, &schedule)),
            _ => Arc::new(Totals::new(plan, &numbering, &schedule)),
        };
        Self { numbering, schedule, links, totals, tree, fullness }
    }
}

/// What changed between two states of a plan that hold the same outputs and activities in the same order.
struct Change<'p> {
    before: &'p Plan,
    plan: &'p Plan,
    /// The activities that changed.
    activities: Vec<[&'p Activity; 2]>,
    /// The costs that changed; nothing if costs came, went or moved.
    budget: Option<Vec<[&'p BudgetLine; 2]>>,
}

impl<'p> Change<'p> {
    /// Nothing if outputs or activities came, went or moved.
    fn between(before: &'p Plan, plan: &'p Plan) -> Option<Self> {
        changed(&before.outputs, &plan.outputs)?;
        let activities = changed(&before.activities, &plan.activities)?;
        Some(Self { before, plan, activities, budget: changed(&before.budget, &plan.budget) })
    }
}

/// The rows that differ between two states of a table, as they were and as they are; nothing if rows came, went or moved. Rows that
/// both share are not looked at.
fn changed<'t, T: Row>(before: &'t Table<T>, now: &'t Table<T>) -> Option<Vec<[&'t T; 2]>> {
    if before.is_same(now) {
        return Some(Vec::new());
    }
    let pairs = before.shared().zip(now.shared()).filter(|(a, b)| !Arc::ptr_eq(a, b));
    let all: Vec<[&T; 2]> = pairs.map(|(a, b)| [&**a, &**b]).collect();
    (before.len() == now.len() && all.iter().all(|[a, b]| a.id() == b.id())).then_some(all)
}

#[cfg(test)]
mod tests;
