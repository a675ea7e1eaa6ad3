//! V9: the purpose says more than the outputs do.
//!
//! Compares the words of meaning of the purpose with those of each output; seven of ten shared is a restatement.
//!
//! Source: Afrotech, "outputs masquerading as outcomes"; common checklists (`domain` 1.5). The threshold is this program's own.

use crate::checks::prelude::*;
use std::collections::HashSet;

pub(in crate::checks) static RULE: Rule = rule!(
    "V9",
    Hint,
    Words,
    "Afrotech, why your logframe isn't working: \"outputs masquerading as outcomes\"; common logframe checklists",
    [Check::Plan(look)]
);

/// Below this many words of meaning there is too little to compare.
const LEAST_WORDS: usize = 3;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let purpose = Said::of(&cx.plan.matrix.purpose);
    if purpose.is_empty() {
        return;
    }
    for output in cx.plan.outputs.iter() {
        let said = Said::of(&output.text);
        let same = |a: &Said, b: &Said| a.is_same_language(b) && is_restated(&meaning(a), &meaning(b));
        if purpose.iter().any(|a| said.iter().any(|b| same(a, b))) {
            let found = Diagnostic::new(&RULE, Place::field(MATRIX.purpose));
            out.push(found.with("number", cx.derived.numbering.output(output.id)));
            return;
        }
    }
}

fn meaning(said: &Said) -> HashSet<&str> {
    said.words().iter().map(String::as_str).filter(|word| !said.is_on("little", word)).collect()
}

fn is_restated(a: &HashSet<&str>, b: &HashSet<&str>) -> bool {
    let least = a.len().min(b.len());
    least >= LEAST_WORDS && a.intersection(b).count() * 10 >= least * 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_a_purpose_that_repeats_an_output() {
        let purpose = |text| Edit::Matrix(MatrixField::Purpose(text));
        let expected = ["V9 hint matrix purpose"];
        fires("V9", &[], &[]);
        fires("V9", &[purpose(en("The shared showroom in Tansen has been opened and is open"))], &expected);
        fires("V9", &[purpose(en("A showroom"))], &[]);
        let indonesian = |text| Text::of(&Lang::new("id").unwrap(), text);
        let output = Output::change(
            id(2),
            OutputField::Text(indonesian("Ruang pamer bersama di Tansen telah dibuka")),
        );
        fires("V9", &[output, purpose(indonesian("Ruang pamer bersama dibuka di Tansen"))], &expected);
        fires(
            "V9",
            &[purpose(Text::of(&Lang::new("ne").unwrap(), "A shared showroom is open in Tansen"))],
            &[],
        );
    }
}
