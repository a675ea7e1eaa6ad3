//! V1: the plan has exactly one purpose. The model has room for one; here it must be written.
//!
//! Source: UK Aid Direct, "There can only be one Outcome" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V1",
    Error,
    Data,
    "UK Aid Direct, introduction to logframes: \"There can only be one Outcome\"",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    if !plan.matrix.purpose.is_blank() {
        return;
    }
    let found = Diagnostic::new(&RULE, Place::field(MATRIX.purpose));
    let begun =
        plan.outputs.iter().any(|o| !o.text.is_blank()) && plan.activities.iter().any(|a| !a.name.is_blank());
    // Before the rest is written, a missing purpose is only the next step.
    out.push(if begun { found } else { found.saying("check-V1-begin").softly() });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_a_purpose() {
        fires("V1", &[], &[]);
        fires("V1", &[Edit::Matrix(MatrixField::Purpose(Text::default()))], &["V1 error matrix purpose"]);
        fires("V1", &[Edit::Matrix(MatrixField::Purpose(en("  ")))], &["V1 error matrix purpose"]);
        fires_in("V1", &empty(), &["V1-begin hint matrix purpose"]);
    }
}
