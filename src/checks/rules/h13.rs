//! H13: indicators of purpose and goal measure a change and do not merely count what was delivered.
//!
//! Source: babayomi/toolkit, "Common indicator mistakes" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H13",
    Hint,
    Words,
    "babayomi/toolkit, logical-framework.md: \"Common indicator mistakes\"",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    if matches!(indicator.of, ResultRef::Output(_)) {
        return;
    }
    if let Some(word) = Said::of(&indicator.text).iter().find_map(|s| s.has("delivered")) {
        out.push(Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.text)).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_only_deliveries_are_counted() {
        let text = |n, text| Indicator::change(id(n), IndicatorField::Text(text));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Jumlah peserta kursus");
        fires("H13", &[], &[]);
        fires("H13", &[text(32, en("Number of trainings held"))], &["H13 hint indicator 32 text"]);
        fires("H13", &[text(33, en("Number of trainings held"))], &[]);
        fires("H13", &[text(31, indonesian)], &["H13 hint indicator 31 text"]);
    }
}
