//! P4: an activity does not start before those it waits for are finished. That nothing waits for itself is held by the edits.
//!
//! Source: the norm of all schedulers (`domain` 1.5). A start on the last day of the activity before is let pass.

use crate::{
    analysis::{days_between, earliest_start},
    checks::prelude::*,
};

pub(in crate::checks) static RULE: Rule = rule!(
    "P4",
    Error,
    Data,
    "Finish-to-start links as in all schedulers (MS Project, GanttProject, TaskJuggler)",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let schedule = &cx.derived.schedule;
    for activity in cx.plan.activities.iter().filter(|a| !a.after.is_empty()) {
        let Some(span) = schedule.activity(activity.id) else { continue };
        let earliest = |link: &After| {
            let before = schedule.activity(link.activity)?;
            let wait = jiff::Span::new().try_days(link.lag_days).ok()?;
            Some((before.finish.checked_add(wait).ok()?, link.activity))
        };
        let Some((day, before)) = activity.after.iter().filter_map(earliest).max() else { continue };
        if span.start < day {
            let number = cx.derived.numbering.activity(before);
            let found =
                Diagnostic::new(&RULE, Place::cell(activity.id, ACTIVITY.start)).with("number", number);
            let has_parts = cx.derived.numbering.placed(activity.id).is_some_and(|p| p.has_parts);
            let weekend = &cx.plan.identity.weekend;
            let mend = earliest_start(day, 0, weekend).and_then(|day| move_to(activity, day));
            out.push(match mend.filter(|_| !has_parts) {
                Some(mend) => found.fix("fix-move-after", mend),
                None => found,
            });
        }
    }
}

/// The edit that starts an activity on a day and keeps its length; nothing for one without a start.
fn move_to(activity: &Activity, day: Day) -> Option<Edit> {
    let start = activity.start?;
    let set = |change| Activity::change(activity.id, change);
    let mut edits = vec![set(ActivityField::Start(Some(day)))];
    if let Some(finish) = activity.finish.filter(|finish| *finish >= start) {
        let length = jiff::Span::new().try_days(days_between(start, finish)).ok()?;
        edits.push(set(ActivityField::Finish(Some(day.checked_add(length).ok()?))));
    }
    Some(Edit::Several("fix-move-after", edits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_a_start_is_too_early() {
        let set = |change| Activity::change(id(12), change);
        let start = |text| set(ActivityField::Start(Some(day(text))));
        let lag = |lag_days| set(ActivityField::After(vec![After { activity: id(11), lag_days }]));
        fires("P4", &[], &[]);
        fires("P4", &[start("2017-10-20")], &[]);
        fires("P4", &[start("2017-10-19")], &["P4 error activity 12 start"]);
        fires("P4", &[start("2017-10-19"), lag(-3)], &[]);
        fires("P4", &[lag(12)], &[]);
        fires("P4", &[lag(13)], &["P4 error activity 12 start"]);
        fires("P4", &[lag(i32::MAX)], &[]);
    }
}
