//! V10: outputs are worded as finished results, activities as actions.
//!
//! Source: objective hierarchy, scribd 64047202 (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V10",
    Hint,
    Words,
    "Objective hierarchy, https://www.scribd.com/doc/64047202/Objective-Hierarchy-1",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if passage.is(OUTPUT.text) {
        let is_action = |s: &Said| s.begins("action").filter(|_| s.has("finished").is_none());
        if let Some(word) = passage.said().iter().find_map(is_action) {
            out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
        }
    } else if passage.is(ACTIVITY.name) {
        let is_state = |s: &Said| s.has("state").filter(|_| s.begins("action").is_none());
        if let Some(word) = passage.said().iter().find_map(is_state) {
            out.push(Diagnostic::new(&RULE, passage.place).saying("check-V10-activity").with("word", word));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_outputs_as_actions_and_activities_as_states() {
        let output = |text| Output::change(id(1), OutputField::Text(text));
        let activity = |text| Activity::change(id(22), ActivityField::Name(text));
        let indonesian = |text| Text::of(&Lang::new("id").unwrap(), text);
        fires("V10", &[], &[]);
        fires("V10", &[output(en("Conduct training for dyers"))], &["V10 hint output 1 text"]);
        fires("V10", &[output(en("Training of dyers completed"))], &[]);
        fires("V10", &[output(indonesian("Melatih pencelup"))], &["V10 hint output 1 text"]);
        fires("V10", &[output(indonesian("Pencelup terlatih"))], &[]);
        fires("V10", &[activity(en("The fair is held"))], &["V10-activity hint activity 22 name"]);
        fires("V10", &[activity(en("Visit the fair that is held in May"))], &[]);
        fires("V10", &[activity(Text::of(&Lang::new("vi").unwrap(), "The fair is held"))], &[]);
    }
}
