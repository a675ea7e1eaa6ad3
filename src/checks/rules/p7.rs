//! P7: in the first 90 days something happens that needs no new money.
//!
//! Source: a rule of this program, from the study of plans that were never begun (`domain` 1.5). The brief for the superior names this
//! first step by the same measure.

use crate::{analysis::days_between, checks::prelude::*};

pub(in crate::checks) static RULE: Rule = rule!(
    "P7",
    Hint,
    Data,
    "A rule of this program: plans that can begin without waiting for money do begin",
    [Check::Plan(look)]
);

const SOON_DAYS: i32 = 90;
/// Below this many dated activities the plan is still being written.
const LEAST_ACTIVITIES: usize = 3;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let (plan, schedule) = (cx.plan, &cx.derived.schedule);
    let Some(whole) = schedule.whole() else { return };
    let begin = plan.identity.start.unwrap_or(whole.start);
    let paid: Set<_> = plan
        .budget
        .iter()
        .filter(|line| line.unit_cost.is_none_or(|cost| cost > Decimal::ZERO))
        .filter_map(|line| line.activity)
        .collect();
    let mut dated = 0;
    let mut first: Option<(Day, Id<Activity>)> = None;
    for placed in cx.derived.numbering.activities().iter().filter(|p| !p.has_parts) {
        let Some(span) = schedule.activity(placed.id) else { continue };
        dated += 1;
        if first.is_none_or(|(day, _)| span.start < day) {
            first = Some((span.start, placed.id));
        }
        let mut chain =
            std::iter::successors(Some(placed.id), |id| plan.activities.get(*id)?.parent).take(64);
        if days_between(begin, span.start) <= SOON_DAYS && !chain.any(|id| paid.contains(&id)) {
            return;
        }
    }
    if dated >= LEAST_ACTIVITIES {
        let begin = first.map(|(_, id)| Place::cell(id, ACTIVITY.start));
        out.push(Diagnostic::new(&RULE, Place::block(Block::Activity)).mended_from(begin));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_when_every_early_step_costs() {
        let cost = |n, activity| {
            let line =
                BudgetLine { activity: Some(id(activity)), unit_cost: number(10), ..BudgetLine::new(id(n)) };
            BudgetLine::add(line, At::Last)
        };
        fires("P7", &[], &[]);
        fires("P7", &[cost(62, 11)], &["P7 hint activity"]);
        let free = BudgetLine { activity: Some(id(11)), unit_cost: number(0), ..BudgetLine::new(id(62)) };
        fires("P7", &[BudgetLine::add(free, At::Last)], &[]);
        fires("P7", &[cost(62, 11), Activity::delete(id(21)), Activity::delete(id(22))], &[]);
    }
}
