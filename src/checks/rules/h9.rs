//! H9: the means of verification is a source that somebody can open.
//!
//! Source: USAID indicator reference sheets, "'Monitoring system' is not a data source" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H9",
    Hint,
    Words,
    "USAID, performance indicator reference sheets: \"'Monitoring system' is not a data source\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(INDICATOR.means) {
        return;
    }
    if let Some(word) = passage.said().iter().find_map(|s| s.is_all("nosource")) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_sources_that_are_none() {
        let means = |text| Indicator::change(id(33), IndicatorField::Means(text));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Sistem pemantauan");
        fires("H9", &[], &[]);
        fires("H9", &[means(en("Monitoring system."))], &["H9 hint indicator 33 means"]);
        fires("H9", &[means(en("Monitoring sheets of the cluster office"))], &[]);
        fires("H9", &[means(indonesian)], &["H9 hint indicator 33 means"]);
    }
}
