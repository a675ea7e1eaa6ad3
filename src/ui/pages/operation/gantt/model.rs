//! What the chart shows in a line, and what moving a bar means for the plan.

use super::{
    super::lines::{Line, Lines},
    scale::later,
};
use crate::{
    analysis::Span,
    checks::{Diagnostic, Severity},
    plan::{Activity, ActivityField, After, Day, Edit, Id, Output, Place, Plan, Refused, Row},
    ui::Cx,
};

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All activities of an output.
    Output,
    /// An activity with parts: from the first to the last of them.
    Whole,
    /// An activity.
    Task,
    /// A moment.
    Milestone,
}

/// The bar of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub kind: Kind,
    /// The activity; nothing for an output.
    pub activity: Option<Id<Activity>>,
    /// When.
    pub span: Span,
    /// The number of its output among all, for its tint.
    pub tint: usize,
    /// How much is done, 0 to 1, when a report tells.
    pub done: Option<f32>,
}

/// What a hand does to a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// The whole bar moves.
    Move,
    /// The first day moves.
    Start,
    /// The last day moves.
    Finish,
}

/// A change of a bar that is not made yet: the hand still holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// Whose bar.
    pub activity: Id<Activity>,
    /// Where the hand holds it.
    pub grip: Grip,
    /// By how many days.
    pub days: i32,
}

/// The bar of a line, if its dates are known.
#[must_use]
pub fn bar(cx: &Cx<'_>, line: Line<'_>, held: Option<Shift>) -> Option<Bar> {
    let tint = |output: Option<Id<Output>>| output.and_then(|o| cx.plan.outputs.position(o)).unwrap_or(0);
    match line {
        Line::Heading(output) => {
            let span = cx.derived.schedule.output(output?)?;
            Some(Bar { kind: Kind::Output, activity: None, span, tint: tint(output), done: None })
        }
        Line::Activity(placed) => {
            let span = cx.derived.schedule.activity(placed.id)?;
            let is_milestone = cx.plan.activities.at(placed.row).is_some_and(|a| a.milestone);
            let kind = match (placed.has_parts, is_milestone) {
                (true, _) => Kind::Whole,
                (false, true) => Kind::Milestone,
                (false, false) => Kind::Task,
            };
            let span = match held.filter(|h| h.activity == placed.id) {
                Some(held) => moved(span, held),
                None => span,
            };
            let done = cx.derived.schedule.done(placed.id).and_then(|share| share.try_into().ok());
            Some(Bar { kind, activity: Some(placed.id), span, tint: tint(placed.output), done })
        }
    }
}

/// A span after a hand has moved it. An edge never passes the other one.
#[must_use]
pub fn moved(span: Span, held: Shift) -> Span {
    let (start, finish) = (later(span.start, held.days), later(span.finish, held.days));
    match held.grip {
        Grip::Move => Span { start, finish },
        Grip::Start => Span { start: start.min(span.finish), ..span },
        Grip::Finish => Span { finish: finish.max(span.start), ..span },
    }
}

/// The edits that move both dates of an activity by some days.
fn shift_one(activity: &Activity, days: i32, edits: &mut Vec<Edit>) {
    let set = |change| Activity::change(activity.id, change);
    let moved = |day: Option<Day>| day.map(|d| later(d, days));
    if activity.start.is_some() {
        edits.push(set(ActivityField::Start(moved(activity.start))));
    }
    if activity.finish.is_some() {
        edits.push(set(ActivityField::Finish(moved(activity.finish))));
    }
}

/// The change of the plan that a movement makes; nothing when nothing moves. A whole moves with its parts.
#[must_use]
pub fn edit(cx: &Cx<'_>, shift: Shift) -> Option<Edit> {
    if shift.days == 0 {
        return None;
    }
    let activity = cx.plan.activities.get(shift.activity)?;
    match shift.grip {
        Grip::Move => {
            let mut edits = Vec::new();
            for placed in cx.derived.numbering.with_parts(shift.activity) {
                if let Some(activity) = cx.plan.activities.at(placed.row) {
                    shift_one(activity, shift.days, &mut edits);
                }
            }
            (!edits.is_empty()).then_some(Edit::Several("step-activity-shift", edits))
        }
        Grip::Start | Grip::Finish => {
            if cx.derived.numbering.with_parts(activity.id).len() > 1 || activity.milestone {
                return None;
            }
            let span = moved(cx.derived.schedule.activity(activity.id)?, shift);
            let change = if shift.grip == Grip::Start {
                ActivityField::Start(Some(span.start))
            } else {
                ActivityField::Finish(Some(span.finish))
            };
            Some(Edit::Several("step-activity-shift", vec![Activity::change(activity.id, change)]))
        }
    }
}

/// The link that lets an activity begin when another is finished; nothing when it is there already.
///
/// # Errors
/// When an activity would wait for itself.
pub fn link(plan: &Plan, before: Id<Activity>, then: Id<Activity>) -> Result<Option<Edit>, Refused> {
    if before == then {
        return Ok(None);
    }
    let Some(activity) = plan.activities.get(then) else { return Ok(None) };
    if activity.after.iter().any(|l| l.activity == before) {
        return Ok(None);
    }
    let mut after = activity.after.clone();
    after.push(After { activity: before, lag_days: 0 });
    let edit = Activity::change(then, ActivityField::After(after));
    // A copy of a plan is a few pointers: trying says at once whether it can be.
    edit.apply(&mut plan.clone())?;
    Ok(Some(edit))
}

/// The finding that an activity begins before those it waits for are finished.
#[must_use]
pub fn conflict<'a>(cx: &'a Cx<'_>, id: Id<Activity>) -> Option<&'a Diagnostic> {
    cx.findings.at(Place::row(id)).find(|f| f.code == "P4" && f.severity == Severity::Error)
}

/// The edits that let the whole plan begin on another day: its own dates, those of all activities and of the money.
#[must_use]
pub fn shift_plan(plan: &Plan, days: i32) -> Option<Edit> {
    use crate::plan::{BudgetField, BudgetLine, IdentityField};
    if days == 0 {
        return None;
    }
    let mut edits = Vec::new();
    let identity = &plan.identity;
    edits.extend(identity.start.map(|day| Edit::Identity(IdentityField::Start(Some(later(day, days))))));
    edits.extend(identity.finish.map(|day| Edit::Identity(IdentityField::Finish(Some(later(day, days))))));
    for activity in plan.activities.iter() {
        shift_one(activity, days, &mut edits);
    }
    for line in plan.budget.iter() {
        if let Some(day) = line.on {
            edits.push(BudgetLine::change(line.id, BudgetField::On(Some(later(day, days)))));
        }
    }
    (!edits.is_empty()).then_some(Edit::Several("step-plan-shift", edits))
}

/// The day on which the plan begins: its own first day, else that of the first activity.
#[must_use]
pub fn first_day(cx: &Cx<'_>) -> Option<Day> {
    cx.plan.identity.start.or_else(|| cx.derived.schedule.whole().map(|span| span.start))
}

/// The line above or below with a bar.
#[must_use]
pub fn next_bar(cx: &Cx<'_>, lines: &Lines<'_>, from: usize, down: bool) -> Option<(usize, Id<Activity>)> {
    let found = |row: usize| match lines.at(row)? {
        Line::Activity(placed) if cx.derived.schedule.activity(placed.id).is_some() => Some((row, placed.id)),
        _ => None,
    };
    if down { (from + 1..lines.len()).find_map(found) } else { (0..from).rev().find_map(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_do_not_pass_each_other() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let span = Span::new(day("2017-10-02"), day("2017-10-06"));
        let check = |grip, days, expected: (&str, &str)| {
            let shift = Shift { activity: Id::from_bits(1), grip, days };
            assert_eq!(moved(span, shift), Span { start: day(expected.0), finish: day(expected.1) });
        };
        check(Grip::Move, 3, ("2017-10-05", "2017-10-09"));
        check(Grip::Start, -2, ("2017-09-30", "2017-10-06"));
        check(Grip::Start, 30, ("2017-10-06", "2017-10-06"));
        check(Grip::Finish, 30, ("2017-10-02", "2017-11-05"));
        check(Grip::Finish, -30, ("2017-10-02", "2017-10-02"));
    }
}
