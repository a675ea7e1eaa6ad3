//! H15: a baseline is taken before the first activity changes something.
//!
//! Source: Afrotech, "Baseline data collected too late" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H15",
    Warning,
    Data,
    "Afrotech, why your logframe isn't working: \"Baseline data collected too late\"",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let Some(first) = cx.derived.schedule.whole().map(|span| span.start) else { return };
    for indicator in cx.plan.indicators.iter().filter(|i| i.baseline_on.is_some_and(|on| on > first)) {
        let mend = Indicator::change(indicator.id, IndicatorField::BaselineOn(Some(first)));
        let found = Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.baseline_on));
        out.push(found.fix("fix-baseline-at-first-activity", mend));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_a_late_baseline() {
        let on = |text| Indicator::change(id(33), IndicatorField::BaselineOn(Some(day(text))));
        fires("H15", &[on("2017-10-15")], &[]);
        fires("H15", &[on("2017-10-16")], &["H15 warning indicator 33 baseline_on"]);
    }
}
