//! H2: two or three indicators a result, not more.
//!
//! Source: babayomi/toolkit, "Keep to 2-3 per objective level" (`domain` 1.5).

use crate::checks::prelude::*;
use std::collections::BTreeMap;

pub(in crate::checks) static RULE: Rule = rule!(
    "H2",
    Hint,
    Data,
    "babayomi/toolkit, logical-framework.md: \"Keep to 2-3 per objective level\"",
    [Check::Plan(look)]
);

const MOST: usize = 3;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let mut counts = BTreeMap::<_, usize>::new();
    for indicator in cx.plan.indicators.iter() {
        *counts.entry(indicator.of).or_default() += 1;
    }
    for (of, count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
        let place = match of {
            ResultRef::Goal => Place::field(MATRIX.goal),
            ResultRef::Purpose => Place::field(MATRIX.purpose),
            ResultRef::Output(id) => Place::row(id),
        };
        out.push(Diagnostic::new(&RULE, place).with("count", count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_above_three_indicators() {
        let more = |of, n: u64| {
            (60..60 + n)
                .map(|i| Indicator::add(Indicator { of, ..Indicator::new(id(i)) }, At::Last))
                .collect::<Vec<_>>()
        };
        fires("H2", &more(ResultRef::Purpose, 2), &[]);
        fires("H2", &more(ResultRef::Purpose, 3), &["H2 hint matrix purpose"]);
        fires("H2", &more(ResultRef::Goal, 3), &["H2 hint matrix goal"]);
        fires("H2", &more(ResultRef::Output(id(2)), 3), &["H2 hint output 2"]);
    }
}
