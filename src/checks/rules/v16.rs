//! V16: outputs lie wholly in the hands of the project; the goal is served by others too. The team says so in the if-then reader.
//!
//! Source: UK Aid Direct, introduction to logframes (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V16",
    Warning,
    Question,
    "UK Aid Direct, introduction to logframes: outputs are in the control of the project, the goal is contributed to",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    for judgement in cx.plan.judgements.iter() {
        let found = Diagnostic::new(&RULE, Place::cell(judgement.id, JUDGEMENT.reach));
        match (judgement.of, judgement.reach) {
            (ResultRef::Output(_), Some(Answer::No)) => out.push(found),
            (ResultRef::Output(_), Some(Answer::Doubt)) => out.push(found.softly()),
            (ResultRef::Goal, Some(Answer::No)) => out.push(found.saying("check-V16-goal").softly()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_a_result_lies_outside_its_place() {
        let reach = |n, answer| Judgement::change(id(n), JudgementField::Reach(Some(answer)));
        fires("V16", &[reach(93, Answer::Yes), reach(91, Answer::Yes), reach(91, Answer::Doubt)], &[]);
        fires("V16", &[reach(93, Answer::No)], &["V16 warning judgement 93 reach"]);
        fires("V16", &[reach(93, Answer::Doubt)], &["V16 hint judgement 93 reach"]);
        fires("V16", &[reach(91, Answer::No)], &["V16-goal hint judgement 91 reach"]);
        // The purpose is neither: it is what others do with the outputs.
        fires("V16", &[reach(92, Answer::No)], &[]);
    }
}
