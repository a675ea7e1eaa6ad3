//! V20: an assumption that is almost certain is left out, a likely one is watched, an unlikely one changes the plan.
//!
//! Source: "killer assumptions", debategraph; the decision flow is general knowledge (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V20",
    Warning,
    Data,
    "Debategraph, killer assumptions; the three answers are general knowledge of the logframe approach",
    [Check::Assumption(look)]
);

fn look(assumption: &Assumption, _: &Frame, out: &mut Out) {
    let found = |field| Diagnostic::new(&RULE, Place::cell(assumption.id, field));
    match assumption.certainty {
        Some(Certainty::AlmostCertain) => {
            let found = found(ASSUMPTION.certainty).saying("check-V20-certain").softly();
            out.push(found.fix("fix-delete-assumption", Assumption::delete(assumption.id)));
        }
        Some(Certainty::Likely) if assumption.owner.is_blank() => {
            out.push(found(ASSUMPTION.owner).saying("check-V20-watch").softly());
        }
        Some(Certainty::Unlikely) if assumption.response.is_blank() => out.push(found(ASSUMPTION.response)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_by_how_sure_an_assumption_is() {
        let set = |change| Assumption::change(id(42), change);
        let sure = |certainty| set(AssumptionField::Certainty(Some(certainty)));
        fires("V20", &[], &[]);
        fires("V20", &[sure(Certainty::AlmostCertain)], &["V20-certain hint assumption 42 certainty"]);
        fires("V20", &[sure(Certainty::Likely)], &["V20-watch hint assumption 42 owner"]);
        fires("V20", &[sure(Certainty::Likely), set(AssumptionField::Owner(en("Trade officer")))], &[]);
        fires("V20", &[sure(Certainty::Unlikely)], &["V20 warning assumption 42 response"]);
        fires(
            "V20",
            &[sure(Certainty::Unlikely), set(AssumptionField::Response(en("Sell in Pokhara")))],
            &[],
        );
    }
}
