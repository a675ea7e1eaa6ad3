//! Answers derived from a plan: numbering, schedule, totals. Pure functions of one revision.
//!
//! [`Derived`] holds the answers that every screen and every export asks for. It is made once a revision; what it costs grows with the
//! number of rows, so that the window makes it after a change and not in every frame.

mod fullness;
mod ifthen;
mod numbering;
mod schedule;
mod totals;

pub use fullness::{Fullness, Section};
pub use ifthen::{IfThen, if_then, sentence};
pub use numbering::{Numbering, Placed};
pub(crate) use schedule::days_between;
pub use schedule::{Schedule, Span};
pub(crate) use totals::convert;
pub use totals::{Amounts, Totals, line_amount, line_day};

use crate::plan::Plan;

/// The derived answers of one revision.
#[derive(Debug, Clone)]
pub struct Derived {
    /// Numbers of outputs and activities, and the tree of activities.
    pub numbering: Numbering,
    /// When things happen, sub-activities rolled up.
    pub schedule: Schedule,
    /// What it costs.
    pub totals: Totals,
    /// How far each section is.
    pub fullness: Fullness,
}

impl Derived {
    /// Derives everything from a plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let numbering = Numbering::new(plan);
        let schedule = Schedule::new(plan, &numbering);
        let totals = Totals::new(plan, &numbering, &schedule);
        let fullness = Fullness::new(plan);
        Self { numbering, schedule, totals, fullness }
    }
}

#[cfg(test)]
mod tests;
