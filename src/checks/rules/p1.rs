//! P1: an activity has a start, a finish and somebody responsible; it starts before it finishes and lies inside the plan.
//!
//! Cost is not asked for here: an activity without a line in the budget needs no new money, which P7 looks for.
//!
//! Source: ADB project framework (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P1",
    Error,
    Data,
    "ADB project framework: activities with dates, responsible and cost",
    [Check::Activity(look), Check::Plan(look_at_plan)]
);

const SWAP: &str = "fix-swap-dates";

fn look(activity: &Activity, frame: &Frame, out: &mut Out) {
    let found = |field, words| Diagnostic::new(&RULE, Place::cell(activity.id, field)).saying(words);
    let set = |change| Activity::change(activity.id, change);
    let finish = if activity.milestone { None } else { activity.finish };
    if let (Some(start), Some(finish)) = (activity.start, finish)
        && start > finish
    {
        let swapped = Edit::Several(
            SWAP,
            vec![set(ActivityField::Start(Some(finish))), set(ActivityField::Finish(Some(start)))],
        );
        out.push(found(ACTIVITY.finish, "check-P1-order").fix(SWAP, swapped));
        return;
    }
    if let (Some(first), Some(start)) = (frame.start, activity.start)
        && start < first
    {
        let widen = Edit::Identity(IdentityField::Start(Some(start)));
        out.push(found(ACTIVITY.start, "check-P1-before").mildly().fix("fix-start-plan-earlier", widen));
    }
    let end = finish.or(activity.start);
    if let (Some(last), Some(end)) = (frame.finish, end)
        && end > last
    {
        let field = if finish.is_some() { ACTIVITY.finish } else { ACTIVITY.start };
        let widen = Edit::Identity(IdentityField::Finish(Some(end)));
        out.push(found(field, "check-P1-after").mildly().fix("fix-finish-plan-later", widen));
    }
}

/// The dates of the plan itself, and what is missing. A whole needs no dates of its own when its parts have some.
fn look_at_plan(cx: &Cx<'_>, out: &mut Out) {
    let identity = &cx.plan.identity;
    if let (Some(start), Some(finish)) = (identity.start, identity.finish)
        && start > finish
    {
        let edits = vec![
            Edit::Identity(IdentityField::Start(Some(finish))),
            Edit::Identity(IdentityField::Finish(Some(start))),
        ];
        let found = Diagnostic::new(&RULE, Place::field(IDENTITY.finish)).saying("check-P1-plan");
        out.push(found.fix(SWAP, Edit::Several(SWAP, edits)));
    }
    for placed in cx.derived.numbering.activities() {
        let Some(a) = cx.plan.activities.at(placed.row) else { continue };
        if a.name.is_blank() {
            continue;
        }
        let mut missing = |field, words| {
            out.push(Diagnostic::new(&RULE, Place::cell(a.id, field)).saying(words).softly());
        };
        if !placed.has_parts && a.start.is_none() {
            missing(ACTIVITY.start, "check-P1-no-start");
        } else if !placed.has_parts && a.finish.is_none() && !a.milestone {
            missing(ACTIVITY.finish, "check-P1-no-finish");
        }
        if a.responsible.is_blank() && !placed.has_parts {
            missing(ACTIVITY.responsible, "check-P1-nobody");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_dates_that_cannot_be() {
        let set = |change| Activity::change(id(22), change);
        let on = |text| Some(day(text));
        fires("P1", &[], &[]);
        fires("P1", &[set(ActivityField::Start(on("2018-12-20")))], &["P1-order error activity 22 finish"]);
        fires("P1", &[set(ActivityField::Start(on("2018-12-20"))), set(ActivityField::Milestone(true))], &[]);
        fires("P1", &[set(ActivityField::Start(on("2017-09-30")))], &["P1-before warning activity 22 start"]);
        fires(
            "P1",
            &[set(ActivityField::Finish(on("2019-01-01")))],
            &["P1-after warning activity 22 finish"],
        );
        let start = Edit::Identity(IdentityField::Start(on("2019-06-01")));
        let plan = after(empty(), &[start, Edit::Identity(IdentityField::Finish(on("2019-01-01")))]);
        fires_in("P1", &plan, &["P1-plan error identity finish"]);
    }

    #[test]
    fn fires_gently_where_something_is_missing() {
        let set = |change| Activity::change(id(22), change);
        fires("P1", &[set(ActivityField::Start(None))], &["P1-no-start hint activity 22 start"]);
        fires("P1", &[set(ActivityField::Finish(None))], &["P1-no-finish hint activity 22 finish"]);
        fires("P1", &[set(ActivityField::Finish(None)), set(ActivityField::Milestone(true))], &[]);
        fires(
            "P1",
            &[set(ActivityField::Responsible(Text::default()))],
            &["P1-nobody hint activity 22 responsible"],
        );
        // Parts have the dates and the people.
        let part = Activity { parent: Some(id(22)), ..sound().activities.get(id(22)).unwrap().clone() };
        let part = Activity::add(Activity { id: id(23), ..part }, At::Last);
        fires(
            "P1",
            &[
                part,
                set(ActivityField::Start(None)),
                set(ActivityField::Finish(None)),
                set(ActivityField::Responsible(Text::default())),
            ],
            &[],
        );
        fires("P1", &[Activity::add(Activity::new(id(24)), At::Last)], &[]);
    }
}
