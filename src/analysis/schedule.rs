//! When things happen: the time of each activity with its parts, of each output, of the plan.

use super::Numbering;
use crate::plan::{Activity, Day, Id, Output, Plan};
use std::collections::HashMap;

/// From the first to the last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub start: Day,
    /// Last day.
    pub finish: Day,
}

impl Span {
    /// The span of these two days in either order.
    #[must_use]
    pub fn new(a: Day, b: Day) -> Self {
        Self { start: a.min(b), finish: a.max(b) }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), finish: self.finish.max(other.finish) }
    }

    /// Number of days, both ends counted.
    #[must_use]
    pub fn days(self) -> i32 {
        days_between(self.start, self.finish) + 1
    }
}

/// Days from `a` to `b`; negative when `b` comes first.
#[must_use]
pub(crate) fn days_between(a: Day, b: Day) -> i32 {
    // Two calendar dates are at most 7.3 million days apart, which an i32 holds.
    a.until(b).map_or(0, |span| span.get_days())
}

/// The times of one revision.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    activities: HashMap<Id<Activity>, Span>,
    outputs: HashMap<Id<Output>, Span>,
    whole: Option<Span>,
}

impl Schedule {
    /// Rolls the dates up: an activity with parts spans its parts, an output its activities.
    #[must_use]
    pub fn new(plan: &Plan, numbering: &Numbering) -> Self {
        let mut me = Self::default();
        // Parts come after their whole in this order, so that going backwards meets every part first.
        for placed in numbering.activities().iter().rev() {
            let Some(a) = plan.activities.at(placed.row) else { continue };
            let own = match (a.start, a.finish) {
                (Some(s), _) if a.milestone => Some(Span::new(s, s)),
                (Some(s), Some(f)) => Some(Span::new(s, f)),
                (Some(d), None) | (None, Some(d)) => Some(Span::new(d, d)),
                (None, None) => None,
            };
            let rolled = if placed.has_parts { me.activities.get(&a.id).copied().or(own) } else { own };
            let Some(span) = rolled else { continue };
            me.activities.insert(a.id, span);
            if let Some(parent) = a.parent {
                widen(&mut me.activities, parent, span);
            } else if let Some(output) = placed.output {
                widen(&mut me.outputs, output, span);
            }
            me.whole = Some(me.whole.map_or(span, |w| w.join(span)));
        }
        me
    }

    /// The time of an activity, its parts included.
    #[must_use]
    pub fn activity(&self, id: Id<Activity>) -> Option<Span> {
        self.activities.get(&id).copied()
    }

    /// The time of the activities of an output.
    #[must_use]
    pub fn output(&self, id: Id<Output>) -> Option<Span> {
        self.outputs.get(&id).copied()
    }

    /// From the first to the last activity.
    #[must_use]
    pub fn whole(&self) -> Option<Span> {
        self.whole
    }
}

fn widen<K: std::hash::Hash + Eq>(spans: &mut HashMap<K, Span>, key: K, span: Span) {
    spans.entry(key).and_modify(|s| *s = s.join(span)).or_insert(span);
}
