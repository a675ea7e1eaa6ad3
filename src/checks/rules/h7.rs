//! H7: purpose and outputs reach their targets within the plan.
//!
//! Source: JICA project design matrix, the purpose is achieved "within the project duration" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H7",
    Warning,
    Data,
    "JICA project design matrix: the purpose is achieved \"within the project duration\"",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, frame: &Frame, out: &mut Out) {
    // The goal comes after the project.
    let (Some(by), true) = (indicator.target_on, indicator.of != ResultRef::Goal) else { return };
    let mut say = |words, fix: Option<Day>| {
        let mut found = Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.target_on)).saying(words);
        if let Some(day) = fix {
            let mend = Indicator::change(indicator.id, IndicatorField::TargetOn(Some(day)));
            found = found.fix("fix-target-at-finish", mend);
        }
        out.push(found);
    };
    // Without a sensible span of the plan there is nothing to compare with.
    let is_sensible = frame.start.zip(frame.finish).is_none_or(|(start, finish)| start <= finish);
    if !is_sensible {
        return;
    }
    if frame.finish.is_some_and(|finish| by > finish) {
        say(RULE.words, frame.finish);
    } else if frame.start.is_some_and(|start| by < start) {
        say("check-H7-before", frame.finish);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_outside_the_plan() {
        let on = |n, text| Indicator::change(id(n), IndicatorField::TargetOn(Some(day(text))));
        fires("H7", &[on(32, "2018-10-01")], &[]);
        fires("H7", &[on(32, "2019-01-01")], &["H7 warning indicator 32 target_on"]);
        fires("H7", &[on(33, "2019-01-01")], &["H7 warning indicator 33 target_on"]);
        fires("H7", &[on(32, "2017-09-30")], &["H7-before warning indicator 32 target_on"]);
        fires("H7", &[on(31, "2022-12-31")], &[]);
    }
}
