//! V4: at most ten results: goal, purpose and outputs together.
//!
//! Source: EU action documents of 2022, "maximum of 10 expected results" (`domain` 1.5, seen in a copy of C(2022) 9745).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V4",
    Hint,
    Data,
    "EU action documents 2022 (annex to C(2022) 9745): \"maximum of 10 expected results\"",
    [Check::Plan(look)]
);

const MOST: usize = 10;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let matrix = &cx.plan.matrix;
    let count = usize::from(!matrix.goal.is_blank())
        + usize::from(!matrix.purpose.is_blank())
        + cx.plan.outputs.len();
    if count > MOST {
        let begin = cx.plan.outputs.iter().next().map(|o| Place::cell(o.id, OUTPUT.text));
        out.push(Diagnostic::new(&RULE, Place::block(Block::Output)).with("count", count).mended_from(begin));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_above_ten_results() {
        let more =
            |n: u64| (10..10 + n).map(|i| Output::add(Output::new(id(i)), At::Last)).collect::<Vec<_>>();
        fires("V4", &more(6), &[]);
        fires("V4", &more(7), &["V4 hint output"]);
    }
}
