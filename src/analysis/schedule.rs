//! When things happen: the time of each activity with its parts, of each output, of the plan.

use super::{Change, Map, Numbering, Placed};
use crate::plan::{Activity, Day, Decimal, Id, Output, Plan, Status};
use std::sync::Arc;

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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schedule {
    numbering: Arc<Numbering>,
    /// In the order of [`Numbering::activities`].
    activities: Vec<Option<Span>>,
    outputs: Map<Id<Output>, Span>,
    whole: Option<Span>,
    done: Map<Id<Activity>, Decimal>,
}

impl Schedule {
    /// Rolls the dates up: an activity with parts spans its parts, an output its activities.
    #[must_use]
    pub fn new(plan: &Plan, numbering: &Arc<Numbering>) -> Self {
        let placed = numbering.activities();
        let mut activities = vec![None; placed.len()];
        let mut outputs = Map::default();
        let mut whole = None;
        // Parts come after their whole in this order, so that going backwards meets every part first: what the parts at each depth
        // span waits here for their whole.
        let mut parts: Vec<Option<Span>> = Vec::new();
        for (place, span) in placed.iter().zip(&mut activities).rev() {
            let Some(activity) = plan.activities.at(place.row) else { continue };
            if parts.len() < place.depth + 2 {
                parts.resize(place.depth + 2, None);
            }
            *span = parts[place.depth + 1].take().or_else(|| own_time(activity));
            let Some(span) = *span else { continue };
            widen(&mut parts[place.depth], span);
            if place.depth == 0 {
                parts[0] = None;
                if let Some(output) = place.output {
                    widen(outputs.entry(output).or_default(), span);
                }
            }
            widen(&mut whole, span);
        }
        let outputs = outputs.into_iter().filter_map(|(id, span)| Some((id, span?))).collect();
        let mut me =
            Self { numbering: Arc::clone(numbering), activities, outputs, whole, done: Map::default() };
        me.done = me.done_shares(plan);
        me
    }

    /// Whether the times stay what they were, if the numbers do.
    pub(super) fn holds(change: &Change<'_>) -> bool {
        change.before.reports.is_same(&change.plan.reports)
            && change.activities.iter().all(|[a, b]| own_time(a) == own_time(b))
    }

    /// The times after a change that left the numbers as they were: what it did not touch stays.
    pub(super) fn next(&self, change: &Change<'_>) -> Self {
        let has_reports = [change.before, change.plan].iter().any(|plan| !plan.reports.is_empty());
        // What is done weighs by days, so it may change anywhere above.
        if has_reports || change.activities.len() > FEW {
            return Self::new(change.plan, &self.numbering);
        }
        let mut me = self.clone();
        for [_, activity] in &change.activities {
            me.update(change.plan, activity.id);
        }
        me.whole = join(&me.activities);
        me
    }

    /// Finds the time of an activity anew, and of everything above it.
    fn update(&mut self, plan: &Plan, id: Id<Activity>) {
        let numbering = Arc::clone(&self.numbering);
        let placed = numbering.activities();
        let Some(mut at) = numbering.position(id) else { return };
        loop {
            let depth = placed[at].depth;
            let parts = placed[at + 1..].iter().take_while(|part| part.depth > depth).count();
            self.activities[at] = join(&self.activities[at + 1..=at + parts])
                .or_else(|| plan.activities.at(placed[at].row).and_then(own_time));
            if depth == 0 {
                break;
            }
            at = placed[..at].iter().rposition(|whole| whole.depth < depth).unwrap_or_default();
        }
        let Some(output) = placed[at].output else { return };
        let of_output = |place: &&Placed| place.output == Some(output);
        let before = placed[..at].iter().rev().take_while(of_output).count();
        let after = placed[at..].iter().take_while(of_output).count();
        match join(&self.activities[at - before..at + after]) {
            Some(span) => self.outputs.insert(output, span),
            None => self.outputs.remove(&output),
        };
    }

    /// The time of an activity, its parts included.
    #[must_use]
    pub fn activity(&self, id: Id<Activity>) -> Option<Span> {
        self.numbering.position(id).and_then(|i| self.activities.get(i).copied()?)
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

    /// How much of an activity is done, 0 to 1, by the newest report that tells of it; of one with parts, the mean of its parts
    /// by their days. Nothing when no report tells.
    #[must_use]
    pub fn done(&self, id: Id<Activity>) -> Option<Decimal> {
        self.done.get(&id).copied()
    }

    /// What the reports say about how far each activity is, rolled up.
    fn done_shares(&self, plan: &Plan) -> Map<Id<Activity>, Decimal> {
        let mut done = Map::default();
        if plan.reports.is_empty() {
            return done;
        }
        let mut reports: Vec<_> = plan.reports.iter().collect();
        reports.sort_by_key(|report| report.on);
        for said in reports.iter().flat_map(|report| &report.statuses) {
            let share = match (said.done_percent, said.status) {
                (Some(percent), _) => (percent / Decimal::ONE_HUNDRED).clamp(Decimal::ZERO, Decimal::ONE),
                (None, Some(Status::Completed)) => Decimal::ONE,
                (None, Some(Status::Planned)) => Decimal::ZERO,
                (None, _) => continue,
            };
            done.insert(said.activity, share);
        }
        // Parts come after their whole in this order, so that going backwards meets every part first.
        let mut sums: Map<Id<Activity>, (Decimal, Decimal)> = Map::default();
        for placed in self.numbering.activities().iter().rev() {
            if let Some((part, whole)) = sums.get(&placed.id).filter(|(_, whole)| !whole.is_zero()) {
                done.insert(placed.id, *part / *whole);
            }
            let Some(parent) = plan.activities.at(placed.row).and_then(|a| a.parent) else { continue };
            let days = Decimal::from(self.activity(placed.id).map_or(1, Span::days));
            let share = done.get(&placed.id).copied();
            let sum = sums.entry(parent).or_default();
            sum.1 += days;
            sum.0 += days * share.unwrap_or_default();
        }
        done.retain(|id, share| !share.is_zero() || !sums.contains_key(id));
        done
    }
}

/// So many activities are followed upwards one by one; of more, all is made anew.
const FEW: usize = 32;

/// The time that an activity has of its own.
fn own_time(activity: &Activity) -> Option<Span> {
    match (activity.start, activity.finish) {
        (Some(start), _) if activity.milestone => Some(Span::new(start, start)),
        (Some(start), Some(finish)) => Some(Span::new(start, finish)),
        (Some(day), None) | (None, Some(day)) => Some(Span::new(day, day)),
        (None, None) => None,
    }
}

fn join(spans: &[Option<Span>]) -> Option<Span> {
    spans.iter().flatten().copied().reduce(Span::join)
}

fn widen(span: &mut Option<Span>, by: Span) {
    *span = Some(span.map_or(by, |span| span.join(by)));
}
