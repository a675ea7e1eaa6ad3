//! P2: an activity has a clear beginning and end.
//!
//! Source: Miradi, criteria of good activities (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P2",
    Hint,
    Words,
    "Miradi, criteria of good activities: distinct, with a clear beginning and end",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if !passage.is(ACTIVITY.name) {
        return;
    }
    if let Some(word) = passage.said().iter().find_map(|s| s.has("openended")) {
        out.push(Diagnostic::new(&RULE, passage.place).with("word", word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_activities_without_an_end() {
        let named = |text| Activity::change(id(22), ActivityField::Name(text));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Mendampingi perajin secara rutin");
        fires("P2", &[], &[]);
        fires("P2", &[named(en("Advise dyers as needed"))], &["P2 hint activity 22 name"]);
        fires("P2", &[named(indonesian)], &["P2 hint activity 22 name"]);
    }
}
