//! H3: an indicator says how much, of what, and by when.
//!
//! With a target in figures the fields say it; here the unit is asked for. An indicator in words must say it in its words.
//!
//! Source: ADB, "(Quantity &/or Quality, & Timing)" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H3",
    Hint,
    Words,
    "ADB project framework: indicators with \"(Quantity &/or Quality, & Timing)\"",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    let found = |field| Diagnostic::new(&RULE, Place::cell(indicator.id, field));
    match indicator.measure {
        Some(Measure::Words) => {
            let said = Said::of(&indicator.text);
            let says_when = indicator.target_on.is_some() || said.iter().any(|s| s.has("time").is_some());
            if !said.is_empty() && !says_when {
                out.push(found(INDICATOR.text));
            }
        }
        None | Some(Measure::Number) => {
            if indicator.target.is_some() && indicator.unit.is_blank() && !indicator.text.is_blank() {
                out.push(found(INDICATOR.unit).saying("check-H3-unit"));
            }
        }
        Some(Measure::Percent) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_unit_or_time() {
        let set = |change| Indicator::change(id(33), change);
        let no_unit = set(IndicatorField::Unit(Text::default()));
        let in_words = set(IndicatorField::Measure(Some(Measure::Words)));
        let no_date = set(IndicatorField::TargetOn(None));
        fires("H3", &[], &[]);
        fires("H3", std::slice::from_ref(&no_unit), &["H3-unit hint indicator 33 unit"]);
        fires("H3", &[no_unit, set(IndicatorField::Measure(Some(Measure::Percent)))], &[]);
        fires("H3", &[in_words.clone(), no_date.clone()], &["H3 hint indicator 33 text"]);
        fires("H3", std::slice::from_ref(&in_words), &[]);
        let timed = set(IndicatorField::Text(en("The mark is registered by December")));
        fires("H3", &[in_words.clone(), no_date.clone(), timed], &[]);
        let unknown = set(IndicatorField::Text(Text::of(&Lang::new("my").unwrap(), "အမှတ်")));
        fires("H3", &[in_words, no_date, unknown], &[]);
    }
}
