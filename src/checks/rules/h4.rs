//! H4: an indicator has a baseline and a target, each with its date.
//!
//! Source: EU Annex C and the DFID logframe of 2009 (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H4",
    Warning,
    Data,
    "EU Annex C, logical framework; DFID, revised logical framework 2009",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, frame: &Frame, out: &mut Out) {
    let found = |field| Diagnostic::new(&RULE, Place::cell(indicator.id, field));
    let set = |change| Indicator::change(indicator.id, change);
    let in_words = indicator.measure == Some(Measure::Words);
    if indicator.target.is_none() && !in_words && !indicator.text.is_blank() {
        out.push(found(INDICATOR.target).softly());
    }
    if indicator.target.is_some() && indicator.target_on.is_none() {
        let mut found = found(INDICATOR.target_on).saying("check-H4-target-date");
        if let Some(finish) = frame.finish {
            found = found.fix("fix-target-at-finish", set(IndicatorField::TargetOn(Some(finish))));
        }
        out.push(found);
    }
    if indicator.target.is_some() && indicator.baseline.is_none() && !in_words {
        out.push(found(INDICATOR.baseline).saying("check-H4-baseline").softly());
    }
    if indicator.baseline.is_some() && indicator.baseline_on.is_none() {
        let mut found = found(INDICATOR.baseline_on).saying("check-H4-baseline-date");
        if let Some(start) = frame.start {
            found = found.fix("fix-baseline-at-start", set(IndicatorField::BaselineOn(Some(start))));
        }
        out.push(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_a_value_or_its_date_is_missing() {
        let set = |change| Indicator::change(id(32), change);
        fires("H4", &[], &[]);
        fires("H4", &[set(IndicatorField::Target(None))], &["H4 hint indicator 32 target"]);
        fires(
            "H4",
            &[set(IndicatorField::Target(None)), set(IndicatorField::Measure(Some(Measure::Words)))],
            &[],
        );
        fires(
            "H4",
            &[set(IndicatorField::TargetOn(None))],
            &["H4-target-date warning indicator 32 target_on"],
        );
        fires("H4", &[set(IndicatorField::Baseline(None))], &["H4-baseline hint indicator 32 baseline"]);
        fires(
            "H4",
            &[set(IndicatorField::BaselineOn(None))],
            &["H4-baseline-date warning indicator 32 baseline_on"],
        );
        let no_plan_dates = Edit::Identity(IdentityField::Finish(None));
        fires(
            "H4",
            &[no_plan_dates, set(IndicatorField::TargetOn(None))],
            &["H4-target-date warning indicator 32 target_on"],
        );
    }
}
