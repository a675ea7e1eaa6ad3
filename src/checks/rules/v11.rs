//! V11: one result a statement.
//!
//! "And" counts only where both halves say that something is done or changes: "women and men" is one thing.
//!
//! Source: Miradi, "Simple: there is only one result per box" (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V11",
    Hint,
    Words,
    "Miradi, criteria of good results chains: \"Simple: there is only one result per box\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if ![MATRIX.goal, MATRIX.purpose, OUTPUT.text].iter().any(|field| passage.is(*field)) {
        return;
    }
    if let Some(word) = passage.said().iter().find_map(|s| s.has("joins").or_else(|| joined(s))) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

fn joined(said: &Said) -> Option<String> {
    let words = said.words();
    let says = |half: &[String]| half.iter().any(|w| said.is_on("change", w) || said.is_on("finished", w));
    let at = |i: usize| said.is_on("and", &words[i]) && says(&words[..i]) && says(&words[i + 1..]);
    (0..words.len()).find(|i| at(*i)).map(|i| words[i].clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_two_results_in_one() {
        let output = |text| Output::change(id(1), OutputField::Text(text));
        let expected = ["V11 hint output 1 text"];
        fires("V11", &[], &[]);
        fires("V11", &[output(en("Dyers are certified through courses"))], &expected);
        fires("V11", &[output(en("Quality improved and exports increased"))], &expected);
        fires("V11", &[output(en("Small and medium workshops are certified"))], &[]);
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Mutu meningkat dan ekspor naik");
        fires("V11", &[output(indonesian)], &expected);
        fires("V11", &[Activity::change(id(11), ActivityField::Name(en("Brief them through radio")))], &[]);
    }
}
