//! V8: what is planned and what is assumed are together enough. Where the team says that even with its assumptions a result does not
//! follow, something is missing in the plan.
//!
//! Source: USAID Project Starter, assumptions: necessary and sufficient conditions (`domain` 1.5).

use crate::{analysis::if_then, checks::prelude::*};

pub(in crate::checks) static RULE: Rule = rule!(
    "V8",
    Warning,
    Question,
    "USAID Project Starter, logframe assumptions: necessary and sufficient conditions",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    if cx.plan.judgements.is_empty() {
        return;
    }
    for sentence in if_then(cx.plan).iter().filter(|s| !s.assumptions.is_empty()) {
        let denies = |j: &&Judgement| j.of == sentence.then && j.answer == Some(Answer::No);
        if let Some(judgement) = cx.plan.judgements.iter().find(denies) {
            out.push(Diagnostic::new(&RULE, Place::cell(judgement.id, JUDGEMENT.answer)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_a_result_does_not_follow() {
        let answer = |answer| Judgement::change(id(93), JudgementField::Answer(Some(answer)));
        fires("V8", &[answer(Answer::Doubt)], &[]);
        fires("V8", &[answer(Answer::No)], &["V8 warning judgement 93 answer"]);
        fires("V8", &[answer(Answer::No), Assumption::delete(id(41))], &[]);
    }
}
