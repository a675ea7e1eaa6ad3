//! H8: a percentage says what is counted, and out of what.
//!
//! Source: USAID performance indicator reference sheets (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H8",
    Hint,
    Data,
    "USAID ADS 201maf, performance indicator reference sheets",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    if indicator.measure != Some(Measure::Percent) {
        return;
    }
    let field = match (indicator.numerator.is_blank(), indicator.denominator.is_blank()) {
        (true, _) => INDICATOR.numerator,
        (false, true) => INDICATOR.denominator,
        (false, false) => return,
    };
    out.push(Diagnostic::new(&RULE, Place::cell(indicator.id, field)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_a_percentage_of_nothing() {
        let set = |change| Indicator::change(id(33), change);
        let percent = set(IndicatorField::Measure(Some(Measure::Percent)));
        let counted = set(IndicatorField::Numerator(en("Workshops with the mark")));
        let out_of = set(IndicatorField::Denominator(en("Workshops in the district")));
        fires("H8", &[], &[]);
        fires("H8", std::slice::from_ref(&percent), &["H8 hint indicator 33 numerator"]);
        fires("H8", &[percent.clone(), counted.clone()], &["H8 hint indicator 33 denominator"]);
        fires("H8", &[percent, counted, out_of], &[]);
    }
}
