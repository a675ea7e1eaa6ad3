//! H11: an indicator that counts people is split at least into women and men.
//!
//! Source: EU Annex C, "disaggregated by sex"; DFID 2009 (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H11",
    Warning,
    Data,
    "EU Annex C, logical framework: \"disaggregated by sex\"; DFID, revised logical framework 2009",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    if !indicator.people || indicator.splits.contains(&Split::Sex) {
        return;
    }
    let mut splits = vec![Split::Sex];
    splits.extend(&indicator.splits);
    let mend = Indicator::change(indicator.id, IndicatorField::Splits(splits));
    let found = Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.splits));
    out.push(found.fix("fix-split-by-sex", mend));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_people_without_women_and_men() {
        let set = |change| Indicator::change(id(33), change);
        let people = set(IndicatorField::People(true));
        fires("H11", &[], &[]);
        fires("H11", std::slice::from_ref(&people), &["H11 warning indicator 33 splits"]);
        fires(
            "H11",
            &[people.clone(), set(IndicatorField::Splits(vec![Split::Age]))],
            &["H11 warning indicator 33 splits"],
        );
        fires("H11", &[people, set(IndicatorField::Splits(vec![Split::Sex]))], &[]);
    }
}
