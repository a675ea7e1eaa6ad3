//! V3: one to six outputs.
//!
//! Source: UK Aid Direct, "maximum of 6 Outputs" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V3",
    Warning,
    Data,
    "UK Aid Direct, introduction to logframes: \"maximum of 6 Outputs\"",
    [Check::Plan(look)]
);

const MOST: usize = 6;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let found = || Diagnostic::new(&RULE, Place::block(Block::Output));
    match cx.plan.outputs.len() {
        0 if !cx.plan.matrix.purpose.is_blank() => out.push(found().saying("check-V3-none").softly()),
        count if count > MOST => {
            let begin = cx.plan.outputs.iter().next().map(|o| Place::cell(o.id, OUTPUT.text));
            out.push(found().with("count", count).mended_from(begin));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_below_one_and_above_six() {
        let more =
            |n: u64| (10..10 + n).map(|i| Output::add(Output::new(id(i)), At::Last)).collect::<Vec<_>>();
        fires("V3", &more(4), &[]);
        fires("V3", &more(5), &["V3 warning output"]);
        fires("V3", &[Output::delete(id(1)), Output::delete(id(2))], &["V3-none hint output"]);
        fires_in("V3", &empty(), &[]);
    }
}
