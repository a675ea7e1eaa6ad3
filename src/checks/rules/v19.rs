//! V19: pre-conditions are not assumptions, and hold before the first activity.
//!
//! Source: definition of pre-conditions in the JICA project design matrix (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V19",
    Error,
    Data,
    "JICA project design matrix: pre-conditions hold before activities start",
    [Check::Plan(look), Check::Precondition(look_at_row)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    let first = cx.derived.schedule.whole().map(|span| span.start);
    for condition in plan.preconditions.iter() {
        if let (Some(by), Some(first)) = (condition.by, first)
            && by > first
        {
            let mend = Precondition::change(condition.id, PreconditionField::By(Some(first)));
            let found = Diagnostic::new(&RULE, Place::cell(condition.id, PRECONDITION.by));
            out.push(found.fix("fix-by-first-activity", mend));
        }
        if !condition.text.is_blank() && plan.assumptions.iter().any(|a| a.text == condition.text) {
            let found = Diagnostic::new(&RULE, Place::cell(condition.id, PRECONDITION.text));
            out.push(found.saying("check-V19-twice").mildly());
        }
    }
}

fn look_at_row(condition: &Precondition, _: &Frame, out: &mut Out) {
    if !condition.text.is_blank() && condition.by.is_none() {
        let found = Diagnostic::new(&RULE, Place::cell(condition.id, PRECONDITION.by));
        out.push(found.saying("check-V19-date").softly());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_late_undated_and_doubled_conditions() {
        let set = |change| Precondition::change(id(51), change);
        fires("V19", &[], &[]);
        let late = set(PreconditionField::By(Some(day("2017-10-16"))));
        fires("V19", &[late], &["V19 error precondition 51 by"]);
        fires("V19", &[set(PreconditionField::By(None))], &["V19-date hint precondition 51 by"]);
        let twice = set(PreconditionField::Text(en("The road to the border stays open")));
        fires("V19", &[twice], &["V19-twice warning precondition 51 text"]);
    }
}
