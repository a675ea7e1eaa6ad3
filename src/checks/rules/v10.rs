//! V10: outputs are worded as finished results, activities as actions.
//!
//! Source: objective hierarchy, scribd 64047202 (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V10",
    Hint,
    Words,
    "Objective hierarchy, https://www.scribd.com/doc/64047202/Objective-Hierarchy-1",
    [Check::Text(look), Check::Activity(look_at_activity)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(OUTPUT.text) {
        return;
    }
    let is_action = |s: &Said| s.begins("action").filter(|_| s.has("finished").is_none());
    if let Some(word) = passage.said().iter().find_map(is_action) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

/// A milestone is a moment: "the hall is open" is the right wording there.
fn look_at_activity(activity: &Activity, _: &Frame, out: &mut Out) {
    if activity.milestone {
        return;
    }
    let is_state = |s: &Said| s.has("state").filter(|_| s.begins("action").is_none());
    if let Some(word) = Said::of(&activity.name).iter().find_map(is_state) {
        let found = Diagnostic::new(&RULE, Place::cell(activity.id, ACTIVITY.name));
        out.push(found.saying("check-V10-activity").with("word", word));
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
        let milestone = Activity::change(id(22), ActivityField::Milestone(true));
        fires("V10", &[activity(en("The fair is held")), milestone], &[]);
        fires("V10", &[activity(en("Visit the fair that is held in May"))], &[]);
        fires("V10", &[activity(Text::of(&Lang::new("vi").unwrap(), "The fair is held"))], &[]);
    }
}
