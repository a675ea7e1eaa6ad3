//! H14: no vague words in results and indicators, unless a definition says what they mean.
//!
//! Source: babayomi/toolkit, "Vague language"; Afrotech (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H14",
    Hint,
    Words,
    "babayomi/toolkit, logical-framework.md: \"Vague language\"; Afrotech, why your logframe isn't working",
    [Check::Text(look), Check::Indicator(look_at_indicator)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if [MATRIX.goal, MATRIX.purpose, OUTPUT.text].iter().any(|field| passage.is(*field)) {
        say(passage.said(), passage.place, out);
    }
}

fn look_at_indicator(indicator: &Indicator, _: &Frame, out: &mut Out) {
    if indicator.definition.is_blank() {
        say(&Said::of(&indicator.text), Place::cell(indicator.id, INDICATOR.text), out);
    }
}

fn say(said: &[Said], place: Place, out: &mut Out) {
    if let Some(word) = said.iter().find_map(|s| s.has("vague")) {
        out.push(Diagnostic::new(&RULE, place).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_words_that_say_nothing() {
        let set = |change| Indicator::change(id(33), change);
        let vague = set(IndicatorField::Text(en("Adequate quality of cloth")));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Mutu kain memadai");
        fires("H14", &[], &[]);
        fires("H14", std::slice::from_ref(&vague), &["H14 hint indicator 33 text"]);
        fires("H14", &[vague, set(IndicatorField::Definition(en("Class A of the mark")))], &[]);
        fires("H14", &[Output::change(id(1), OutputField::Text(indonesian))], &["H14 hint output 1 text"]);
        fires(
            "H14",
            &[Edit::Matrix(MatrixField::Goal(en("Sustainable growth of 10 % by 2020")))],
            &["H14 hint matrix goal"],
        );
    }
}
