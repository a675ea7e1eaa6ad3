//! H1: goal, purpose and each output have an indicator.
//!
//! Source: common to all logframe manuals (`domain` 1.5).

use crate::checks::prelude::*;
use std::collections::HashSet;

pub(in crate::checks) static RULE: Rule = rule!(
    "H1",
    Warning,
    Data,
    "Common to the logframe manuals of JICA, EU, ADB and DFID",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    if plan.indicators.is_empty() {
        // One word for all results while nothing is measured yet.
        if !plan.matrix.purpose.is_blank() {
            let found = Diagnostic::new(&RULE, Place::block(Block::Indicator)).saying("check-H1-none");
            out.push(found.softly().mended_from(Some(Place::field(MATRIX.purpose))));
        }
        return;
    }
    let measured: HashSet<_> = plan.indicators.iter().map(|i| i.of).collect();
    let mut look = |text: &Text, of: ResultRef, place, words| {
        if !text.is_blank() && !measured.contains(&of) {
            out.push(Diagnostic::new(&RULE, place).saying(words));
        }
    };
    look(&plan.matrix.goal, ResultRef::Goal, Place::field(MATRIX.goal), "check-H1-goal");
    look(&plan.matrix.purpose, ResultRef::Purpose, Place::field(MATRIX.purpose), "check-H1-purpose");
    for output in plan.outputs.iter() {
        look(&output.text, ResultRef::Output(output.id), Place::row(output.id), RULE.words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_results_that_nothing_measures() {
        fires("H1", &[], &[]);
        fires("H1", &[Indicator::delete(id(31))], &["H1-goal warning matrix goal"]);
        fires("H1", &[Indicator::delete(id(32))], &["H1-purpose warning matrix purpose"]);
        fires("H1", &[Indicator::delete(id(33))], &["H1 warning output 1"]);
        let all: Vec<_> = (31..35).map(|n| Indicator::delete(id(n))).collect();
        fires("H1", &all, &["H1-none hint indicator"]);
        fires_in("H1", &empty(), &[]);
    }
}
