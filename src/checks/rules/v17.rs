//! V17: an assumption stands at every step of the matrix: from activities to outputs, to the purpose, to the goal.
//!
//! Source: GrantFlow's check of causal links; DFID 2009, assumptions at goal and purpose (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V17",
    Hint,
    Data,
    "GrantFlow: explicit assumptions at every causal link; DFID, revised logical framework 2009",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    // A matrix that is still being written has no steps yet.
    if plan.matrix.purpose.is_blank() || plan.outputs.is_empty() || plan.activities.is_empty() {
        return;
    }
    let has = |level| plan.assumptions.iter().any(|a| a.level == Some(level) && !a.text.is_blank());
    let steps = [
        (MatrixLevel::Activities, "check-V17-activities"),
        (MatrixLevel::Outputs, "check-V17-outputs"),
        (MatrixLevel::Purpose, "check-V17-purpose"),
    ];
    for (_, words) in steps.into_iter().filter(|(level, _)| !has(*level)) {
        out.push(Diagnostic::new(&RULE, Place::block(Block::Assumption)).saying(words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_at_each_step_without_an_assumption() {
        fires("V17", &[], &[]);
        fires("V17", &[Assumption::delete(id(41))], &["V17-activities hint assumption"]);
        fires("V17", &[Assumption::delete(id(42))], &["V17-outputs hint assumption"]);
        fires("V17", &[Assumption::delete(id(43))], &["V17-purpose hint assumption"]);
        fires_in("V17", &empty(), &[]);
    }
}
