//! V15: the purpose says who benefits.
//!
//! Source: UK Aid Direct (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V15",
    Hint,
    Words,
    "UK Aid Direct, introduction to logframes: the outcome says what changes and who benefits",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(MATRIX.purpose) {
        return;
    }
    let said = passage.said();
    if !said.is_empty() && said.iter().all(|s| s.has("people").is_none()) {
        out.push(Diagnostic::new(&RULE, passage.place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_nobody_benefits() {
        let purpose = |text| Edit::Matrix(MatrixField::Purpose(text));
        let text = |lang, text| Text::of(&Lang::new(lang).unwrap(), text);
        let expected = ["V15 hint matrix purpose"];
        fires("V15", &[], &[]);
        fires("V15", &[purpose(en("Exports rise by 10 % by 2018"))], &expected);
        fires("V15", &[purpose(text("id", "Ekspor naik 10 % pada 2018"))], &expected);
        fires("V15", &[purpose(text("id", "Ekspor perajin naik 10 % pada 2018"))], &[]);
        fires("V15", &[purpose(text("lo", "Exports rise"))], &[]);
    }
}
