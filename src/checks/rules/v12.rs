//! V12: goal and purpose name a change. "By 2021 fifty workshops employ 200 people" does, with a time and a number.
//!
//! Source: Miradi, "Demonstrates change" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V12",
    Hint,
    Words,
    "Miradi, criteria of good results chains: \"Demonstrates change\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(MATRIX.goal) && !passage.is(MATRIX.purpose) {
        return;
    }
    let said = passage.said();
    let changes = |s: &Said| s.has("change").is_some() || (s.has("time").is_some() && s.has_amount());
    if !said.is_empty() && !said.iter().any(changes) {
        out.push(Diagnostic::new(&RULE, passage.place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_nothing_changes() {
        let goal = |text| Edit::Matrix(MatrixField::Goal(text));
        let text = |lang, text| Text::of(&Lang::new(lang).unwrap(), text);
        fires("V12", &[], &[]);
        fires("V12", &[goal(en("The welfare of weavers"))], &["V12 hint matrix goal"]);
        fires("V12", &[goal(en("The welfare of weavers increases"))], &[]);
        fires("V12", &[goal(en("By 2021 fifty workshops give work to weavers"))], &[]);
        fires("V12", &[goal(text("id", "Kesejahteraan penenun"))], &["V12 hint matrix goal"]);
        fires("V12", &[goal(text("id", "Kesejahteraan penenun meningkat"))], &[]);
        fires("V12", &[goal(text("ne", "बुनकरको जीवन"))], &[]);
    }
}
