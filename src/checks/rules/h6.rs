//! H6: from the baseline over the milestones to the target, dates follow each other and values go one way.
//!
//! Source: DFID milestones (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H6",
    Error,
    Data,
    "DFID, revised logical framework 2009: milestones between baseline and target",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    let found = |field| Diagnostic::new(&RULE, Place::cell(indicator.id, field));
    if let (Some(before), Some(by)) = (indicator.baseline_on, indicator.target_on)
        && by < before
    {
        out.push(found(INDICATOR.target_on));
        return;
    }
    let milestones = &indicator.milestones;
    if milestones.is_empty() {
        return;
    }
    let dates = || milestones.iter().filter_map(|m| m.on);
    if !dates().is_sorted() {
        let mut sorted = milestones.clone();
        // Those without a date go to the end.
        sorted.sort_by_key(|m| (m.on.is_none(), m.on));
        let mend = Indicator::change(indicator.id, IndicatorField::Milestones(sorted));
        let found = found(INDICATOR.milestones).saying("check-H6-order").mildly();
        out.push(found.fix("fix-sort-milestones", mend));
        return;
    }
    let outside = |on: Day| {
        indicator.baseline_on.is_some_and(|before| on < before)
            || indicator.target_on.is_some_and(|by| on > by)
    };
    if dates().any(outside) {
        out.push(found(INDICATOR.milestones).saying("check-H6-outside").mildly());
    }
    let values = || {
        let on_the_way = milestones.iter().filter_map(|m| m.value);
        indicator.baseline.into_iter().chain(on_the_way).chain(indicator.target)
    };
    if !values().is_sorted() && !values().is_sorted_by(|a, b| a >= b) {
        out.push(found(INDICATOR.milestones).saying("check-H6-values").mildly());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_dates_or_values_turn_back() {
        let check = |milestones: &[(&str, i64)], expected: &[&str]| {
            let milestone =
                |(on, value): &(&str, i64)| Milestone { on: Some(day(on)), value: number(*value) };
            let milestones = milestones.iter().map(milestone).collect();
            fires("H6", &[Indicator::change(id(32), IndicatorField::Milestones(milestones))], expected);
        };
        check(&[], &[]);
        check(&[("2018-03-31", 20), ("2018-09-30", 40)], &[]);
        check(&[("2018-03-31", 4), ("2018-09-30", 60)], &[]);
        check(&[("2018-09-30", 20), ("2018-03-31", 40)], &["H6-order warning indicator 32 milestones"]);
        check(&[("2019-03-31", 20)], &["H6-outside warning indicator 32 milestones"]);
        check(&[("2017-03-31", 20)], &["H6-outside warning indicator 32 milestones"]);
        check(&[("2018-03-31", 70)], &["H6-values warning indicator 32 milestones"]);
        check(&[("2018-03-31", 3)], &["H6-values warning indicator 32 milestones"]);
        let early = Indicator::change(id(32), IndicatorField::TargetOn(Some(day("2017-09-01"))));
        fires("H6", &[early], &["H6 error indicator 32 target_on"]);
    }
}
