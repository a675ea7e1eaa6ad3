//! P9: the weights of the outputs sum to 100 %.
//!
//! Source: DFID 2009, impact weighting; that the weights sum to 100 % is general knowledge (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P9",
    Warning,
    Data,
    "DFID, revised logical framework 2009: impact weighting of outputs; the sum of 100 % is general knowledge",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let outputs = &cx.plan.outputs;
    if outputs.iter().all(|o| o.weight.is_none()) {
        return;
    }
    for output in outputs.iter().filter(|o| o.weight.is_none()) {
        let found = Diagnostic::new(&RULE, Place::cell(output.id, OUTPUT.weight)).saying("check-P9-none");
        out.push(found.softly());
    }
    let weights = || outputs.iter().filter_map(|o| o.weight);
    let sum = weights().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(weight));
    if sum == Some(Decimal::ONE_HUNDRED) {
        return;
    }
    let begin = outputs.iter().find(|o| o.weight.is_some()).map(|o| Place::cell(o.id, OUTPUT.weight));
    let mut found = Diagnostic::new(&RULE, Place::field(OUTPUT.weight)).mended_from(begin);
    match sum {
        Some(sum) => found = found.with("sum", sum.normalize().to_string()),
        None => found = found.saying("check-P9-huge"),
    }
    let sensible = sum.filter(|sum| *sum > Decimal::ZERO && weights().all(|w| w >= Decimal::ZERO));
    if let Some(mend) = sensible.and_then(|sum| scale(outputs, sum)) {
        found = found.fix("fix-scale-weights", mend);
    }
    out.push(found);
}

/// Weights in the same proportion that sum to 100; what rounding leaves goes to the largest.
fn scale(outputs: &Table<Output>, sum: Decimal) -> Option<Edit> {
    let scaled = |output: &Output| {
        let weight = output.weight?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(sum)?.round();
        Some((output.id, weight))
    };
    let mut weights: Vec<_> =
        outputs.iter().filter(|o| o.weight.is_some()).map(scaled).collect::<Option<_>>()?;
    let rest = Decimal::ONE_HUNDRED - weights.iter().map(|(_, weight)| weight).sum::<Decimal>();
    let largest = weights.iter_mut().max_by_key(|(_, weight)| *weight)?;
    largest.1 += rest;
    let set = |(id, weight)| Output::change(id, OutputField::Weight(Some(weight)));
    Some(Edit::Several("fix-scale-weights", weights.into_iter().map(set).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_unless_weights_sum_to_a_hundred() {
        let weigh =
            |n, weight: &str| Output::change(id(n), OutputField::Weight(Some(weight.parse().unwrap())));
        fires("P9", &[], &[]);
        fires("P9", &[weigh(1, "60"), weigh(2, "40")], &[]);
        fires("P9", &[weigh(1, "60"), weigh(2, "60")], &["P9 warning output weight"]);
        fires("P9", &[weigh(1, "1"), weigh(2, "2")], &["P9 warning output weight"]);
        fires("P9", &[weigh(1, "100")], &["P9-none hint output 2 weight"]);
        fires("P9", &[weigh(1, "0"), weigh(2, "0")], &["P9 warning output weight"]);
        let huge = "79000000000000000000000000000";
        fires("P9", &[weigh(1, huge), weigh(2, huge)], &["P9-huge warning output weight"]);
    }
}
