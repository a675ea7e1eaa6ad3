//! V13: goal and purpose hold results, not activities.
//!
//! Source: Miradi, "Results oriented" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V13",
    Hint,
    Words,
    "Miradi, criteria of good results chains: \"Results oriented\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(MATRIX.goal) && !passage.is(MATRIX.purpose) {
        return;
    }
    let is_action = |s: &Said| s.begins("action").filter(|_| s.has("finished").is_none());
    if let Some(word) = passage.said().iter().find_map(is_action) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_activities_among_results() {
        let purpose = |text| Edit::Matrix(MatrixField::Purpose(text));
        let indonesian = |text| Text::of(&Lang::new("id").unwrap(), text);
        fires("V13", &[], &[]);
        fires("V13", &[purpose(en("Conduct a study of export markets"))], &["V13 hint matrix purpose"]);
        fires("V13", &[purpose(en("Support given to weavers has raised exports"))], &[]);
        fires("V13", &[purpose(indonesian("Melakukan kajian pasar ekspor"))], &["V13 hint matrix purpose"]);
    }
}
