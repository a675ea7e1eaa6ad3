//! V7: IF the activities AND the assumptions THEN the output, and so on up to the goal. Where the team doubts a sentence, what else must
//! hold is written as an assumption.
//!
//! Source: debategraph and TolaData, which ask the same question (`domain` 1.5).

use crate::{analysis::if_then, checks::prelude::*};

pub(in crate::checks) static RULE: Rule = rule!(
    "V7",
    Warning,
    Question,
    "Debategraph, if-then test of the logframe; TolaData, results framework and indicators",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    if cx.plan.judgements.is_empty() {
        return;
    }
    for sentence in if_then(cx.plan).iter().filter(|s| s.assumptions.is_empty()) {
        let doubts =
            |j: &&Judgement| j.of == sentence.then && matches!(j.answer, Some(Answer::No | Answer::Doubt));
        if let Some(judgement) = cx.plan.judgements.iter().find(doubts) {
            let found = Diagnostic::new(&RULE, Place::cell(judgement.id, JUDGEMENT.answer));
            out.push(if judgement.answer == Some(Answer::Doubt) { found.softly() } else { found });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_a_doubt_without_an_assumption() {
        let answer = |answer| Judgement::change(id(92), JudgementField::Answer(Some(answer)));
        let gone = Assumption::delete(id(42));
        fires("V7", std::slice::from_ref(&gone), &[]);
        fires("V7", &[answer(Answer::Doubt)], &[]);
        fires("V7", &[answer(Answer::Doubt), gone.clone()], &["V7 hint judgement 92 answer"]);
        fires("V7", &[answer(Answer::No), gone], &["V7 warning judgement 92 answer"]);
    }
}
