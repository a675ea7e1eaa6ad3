//! P8: the superior, or whoever holds the budget, is a stakeholder, and an activity tells them of the plan.
//!
//! Source: the Senegal study of what became of action plans (`domain` 1.5). The second half guesses from words and is silent in
//! languages without word lists.

use crate::checks::{prelude::*, rule::Marks};

pub(in crate::checks) static RULE: Rule = rule!(
    "P8",
    Hint,
    Data,
    "Study of follow-up in Senegal: plans live when the superior is told and agrees",
    [Check::Text(mark), Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    if plan.activities.is_empty() {
        return;
    }
    if !plan.stakeholders.iter().any(|s| s.superior) {
        let begin = plan.stakeholders.iter().next().map(|s| Place::cell(s.id, STAKEHOLDER.superior));
        out.push(Diagnostic::new(&RULE, Place::field(STAKEHOLDER.superior)).mended_from(begin));
    }
    if cx.marks.has(Marks::TELLS) || !cx.marks.has(Marks::UNDERSTOOD) {
        return;
    }
    let names = names_of_superiors(plan);
    let names_one = |said: &UserText| names.iter().any(|name| said.raw().contains(name));
    if !plan.activities.iter().any(|a| a.name.iter().any(|(_, said)| names_one(said))) {
        let begin = plan.activities.iter().next().map(|a| Place::cell(a.id, ACTIVITY.name));
        let found = Diagnostic::new(&RULE, Place::block(Block::Activity)).saying("check-P8-tell");
        out.push(found.mended_from(begin));
    }
}

/// Remembers whether an activity says that somebody is told.
fn mark(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if passage.is(ACTIVITY.name) {
        if !passage.said().is_empty() {
            out.marks.set(Marks::UNDERSTOOD);
        }
        if passage.said().iter().any(|said| said.has("telling").is_some()) {
            out.marks.set(Marks::TELLS);
        }
    }
}

/// Names and posts of those who decide.
fn names_of_superiors(plan: &Plan) -> Vec<&str> {
    let superiors = plan.stakeholders.iter().filter(|s| s.superior).map(|s| &s.name);
    let written =
        superiors.chain([&plan.identity.superior_role]).flat_map(|text| text.iter().map(|(_, said)| said));
    written
        .chain([&plan.identity.superior])
        .filter(|said| !said.is_blank())
        .map(|said| said.raw().trim())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_the_superior_is_left_out() {
        let named = |text: Text| Activity::change(id(11), ActivityField::Name(text));
        fires("P8", &[], &[]);
        fires("P8", &[Stakeholder::delete(id(81))], &["P8 hint stakeholder superior"]);
        fires("P8", &[named(en("Choose 20 workshops"))], &["P8-tell hint activity"]);
        fires("P8", &[named(en("Talk it over with the Director"))], &[]);
        fires("P8", &[named(en("Lunch with R. Sharma"))], &[]);
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Audiensi dengan kepala dinas");
        fires("P8", &[named(indonesian)], &[]);
        fires_in("P8", &empty(), &[]);
    }
}
