//! V18: an assumption is not something that the project does itself.
//!
//! Source: ADB checklist, "Only assumptions and risks beyond the control" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V18",
    Hint,
    Words,
    "ADB project framework checklist: \"Only assumptions and risks beyond the control\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(ASSUMPTION.text) {
        return;
    }
    if let Some(word) = passage.said().iter().find_map(|s| s.has("ourselves")) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_the_project_acts() {
        let assume = |text| Assumption::change(id(42), AssumptionField::Text(text));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Kami akan melatih pembeli");
        fires("V18", &[], &[]);
        fires("V18", &[assume(en("We will invite buyers"))], &["V18 hint assumption 42 text"]);
        fires("V18", &[assume(en("The US market stays open"))], &[]);
        fires("V18", &[assume(indonesian)], &["V18 hint assumption 42 text"]);
    }
}
