//! V2: the plan has one overall goal. The model has room for one; here it must be written.
//!
//! Source: "The overall aim should be one", Tristar (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V2",
    Warning,
    Data,
    "Tristar, objectives of a project: \"The overall aim should be one\"",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let matrix = &cx.plan.matrix;
    if matrix.goal.is_blank() && !matrix.purpose.is_blank() {
        let found = Diagnostic::new(&RULE, Place::field(MATRIX.goal));
        out.push(if cx.plan.activities.is_empty() { found.softly() } else { found });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_a_goal() {
        let no_goal = Edit::Matrix(MatrixField::Goal(Text::default()));
        let purpose = Edit::Matrix(MatrixField::Purpose(en("Weavers sell abroad")));
        fires("V2", &[], &[]);
        fires("V2", &[no_goal], &["V2 warning matrix goal"]);
        fires_in("V2", &empty(), &[]);
        fires_in("V2", &after(empty(), &[purpose]), &["V2 hint matrix goal"]);
    }
}
