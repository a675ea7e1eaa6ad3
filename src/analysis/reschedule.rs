//! Mending dates: an activity that begins before those it waits for are finished moves behind them, and what waits for it moves
//! on. Nothing moves by itself; a person asks for it.
//!
//! A start on the last day of the activity before is no conflict (rule P4), but what is moved begins on the next day that is not a
//! weekend.

use super::{Derived, Span};
use crate::{
    locale::calendar::{day_of, number},
    plan::{Activity, ActivityField, Day, Edit, Id, Plan, Row, Weekday},
};
use std::collections::HashSet;

/// Whether nobody works on a day.
#[must_use]
pub fn is_free(day: Day, weekend: &[Weekday]) -> bool {
    let at = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    Weekday::ALL.get(at).is_some_and(|w| weekend.contains(w))
}

/// The first day on which an activity can begin whose predecessor ends on a day: the next one after the days to wait that is not
/// free. Nothing beyond the calendar.
#[must_use]
pub fn earliest_start(finish: Day, lag_days: i32, weekend: &[Weekday]) -> Option<Day> {
    work_day(number(finish).checked_add(lag_days)?.checked_add(1)?, weekend).and_then(day_of)
}

/// The day itself, or the next one that is not free. A plan whose weekend is the whole week works every day.
fn work_day(day: i32, weekend: &[Weekday]) -> Option<i32> {
    if weekend.is_empty() {
        return Some(day);
    }
    (day..day.checked_add(7)?).find(|n| day_of(*n).is_some_and(|d| !is_free(d, weekend))).or(Some(day))
}

/// The edits that mend every start that comes too early; nothing when none does. `only`: this activity, and what waits for it.
#[must_use]
pub fn mend_dates(plan: &Plan, derived: &Derived, only: Option<Id<Activity>>) -> Option<Edit> {
    let mut me = Mender::new(plan, derived, only);
    for row in 0..me.rows.len() {
        me.solve(row);
    }
    let mut edits = Vec::new();
    for (activity, row) in plan.activities.iter().zip(&me.rows) {
        let Some((start, finish)) = row.moved else { continue };
        let set = |change| Activity::change(activity.id, change);
        edits.push(set(ActivityField::Start(Some(day_of(start)?))));
        if activity.finish.is_some() && !activity.milestone {
            edits.push(set(ActivityField::Finish(Some(day_of(finish)?))));
        }
    }
    (!edits.is_empty()).then_some(Edit::Several("step-activity-mend", edits))
}

/// What is known about the activity of a row.
#[derive(Debug, Clone, Default)]
struct State {
    /// Its position among all by number; its parts come behind it.
    place: usize,
    parent: Option<usize>,
    has_parts: bool,
    may_move: bool,
    /// First and last day now.
    span: Option<(i32, i32)>,
    /// The latest last day of what it waits for, with the days to wait, its wholes' included; made once.
    limit: Option<Option<i32>>,
    /// The last day after mending; made once.
    finish: Option<Option<i32>>,
    /// New first and last day.
    moved: Option<(i32, i32)>,
    /// Whether it is being solved: dates that wait for themselves end here.
    is_open: bool,
}

/// A question about the activity of a row.
#[derive(Debug, Clone, Copy)]
enum Ask {
    /// Its limit.
    Limit(usize),
    /// Its last day.
    Finish(usize),
}

struct Mender<'a> {
    plan: &'a Plan,
    derived: &'a Derived,
    rows: Vec<State>,
}

impl<'a> Mender<'a> {
    fn new(plan: &'a Plan, derived: &'a Derived, only: Option<Id<Activity>>) -> Self {
        let mut rows = vec![State::default(); plan.activities.len()];
        let allowed = only.map(|id| with_followers(derived, id));
        for (place, placed) in derived.numbering.activities().iter().enumerate() {
            let Some(activity) = plan.activities.at(placed.row) else { continue };
            let span = derived.schedule.activity(placed.id);
            rows[placed.row] = State {
                place,
                parent: activity.parent.and_then(|id| plan.activities.position(id)),
                has_parts: placed.has_parts,
                may_move: !placed.has_parts && allowed.as_ref().is_none_or(|ids| ids.contains(&placed.id)),
                span: span.map(|Span { start, finish }| (number(start), number(finish))),
                ..State::default()
            };
        }
        Self { plan, derived, rows }
    }

    /// Answers what is asked about a row after everything that it depends on. By hand and not by calls: a chain may be longer
    /// than a stack is deep.
    fn solve(&mut self, row: usize) {
        let mut open = vec![Ask::Finish(row)];
        while let Some(ask) = open.last().copied() {
            let before = open.len();
            match ask {
                Ask::Limit(row) if self.rows[row].limit.is_none() => self.need_for_limit(row, &mut open),
                Ask::Finish(row) if self.rows[row].finish.is_none() => self.need_for_finish(row, &mut open),
                Ask::Limit(_) | Ask::Finish(_) => {}
            }
            if open.len() > before {
                continue;
            }
            open.pop();
            match ask {
                Ask::Limit(row) if self.rows[row].limit.is_none() => {
                    self.rows[row].limit = Some(self.limit(row));
                }
                Ask::Finish(row) if self.rows[row].finish.is_none() => self.finish(row),
                Ask::Limit(_) | Ask::Finish(_) => {}
            }
        }
    }

    fn before(&self, row: usize) -> impl Iterator<Item = (usize, i32)> {
        let after = self.plan.activities.at(row).map(|a| a.after.as_slice()).unwrap_or_default();
        after.iter().filter_map(|l| Some((self.plan.activities.position(l.activity)?, l.lag_days)))
    }

    fn parts(&self, row: usize) -> impl Iterator<Item = usize> {
        let all = self.derived.numbering.activities();
        let depth = all.get(self.rows[row].place).map_or(0, |p| p.depth);
        let inside = all.iter().skip(self.rows[row].place + 1).take_while(move |p| p.depth > depth);
        inside.filter(move |p| p.depth == depth + 1).map(|p| p.row)
    }

    fn need_for_limit(&mut self, row: usize, open: &mut Vec<Ask>) {
        if std::mem::replace(&mut self.rows[row].is_open, true) {
            return;
        }
        open.extend(
            self.before(row).filter(|(r, _)| self.rows[*r].finish.is_none()).map(|(r, _)| Ask::Finish(r)),
        );
        let parent = self.rows[row].parent.filter(|p| self.rows[*p].limit.is_none());
        open.extend(parent.map(Ask::Limit));
    }

    fn need_for_finish(&self, row: usize, open: &mut Vec<Ask>) {
        if self.rows[row].has_parts {
            open.extend(self.parts(row).filter(|r| self.rows[*r].finish.is_none()).map(Ask::Finish));
        } else if self.rows[row].limit.is_none() && !self.rows[row].is_open {
            open.push(Ask::Limit(row));
        }
    }

    fn limit(&self, row: usize) -> Option<i32> {
        let own = self.before(row).filter_map(|(r, lag)| self.rows[r].finish??.checked_add(lag)).max();
        let whole = self.rows[row].parent.and_then(|p| self.rows[p].limit?);
        own.max(whole)
    }

    fn finish(&mut self, row: usize) {
        let state = &self.rows[row];
        if state.has_parts {
            let last = self.parts(row).filter_map(|r| self.rows[r].finish?).max();
            self.rows[row].finish = Some(last.or(state.span.map(|(_, finish)| finish)));
            return;
        }
        let mut finish = state.span.map(|(_, finish)| finish);
        if let (Some((start, last)), Some(limit)) = (state.span, state.limit.flatten())
            && state.may_move
            && start < limit
            && let Some(next) = limit.checked_add(1).and_then(|n| work_day(n, &self.plan.identity.weekend))
        {
            let moved = (next, next.saturating_add(last - start));
            self.rows[row].moved = Some(moved);
            finish = Some(moved.1);
        }
        self.rows[row].finish = Some(finish);
    }
}

/// An activity with its parts, and all that wait for one of them, directly or not.
fn with_followers(derived: &Derived, id: Id<Activity>) -> HashSet<Id<Activity>> {
    let all = derived.numbering.activities();
    let (mut found, mut open) = (HashSet::new(), vec![id]);
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        open.extend(derived.links.followers(id));
        let Some(place) = derived.numbering.position(id) else { continue };
        let depth = all[place].depth;
        open.extend(derived.numbering.with_parts(id).iter().skip(1).map(|p| p.id));
        // What waits for the whole waits for each of its parts.
        let parent = all[..place].iter().rev().find(|p| p.depth < depth).filter(|_| depth > 0);
        open.extend(parent.iter().flat_map(|p| derived.links.followers(p.id)));
    }
    found
}
