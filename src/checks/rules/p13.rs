//! P13: at least one activity says where in the course it was learned.
//!
//! Source: a rule of this program (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P13",
    Hint,
    Data,
    "A rule of this program: the plan is the fruit of the course",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let activities = &cx.plan.activities;
    let Some(first) = activities.iter().find(|a| !a.name.is_blank()) else { return };
    if activities.iter().all(|a| a.learned.is_empty() && a.borrowed.is_none()) {
        let begin = Place::cell(first.id, ACTIVITY.learned);
        out.push(Diagnostic::new(&RULE, Place::field(ACTIVITY.learned)).mended_from(Some(begin)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_when_nothing_was_learned_in_the_course() {
        let forget = Activity::change(id(11), ActivityField::Learned(Vec::new()));
        fires("P13", &[], &[]);
        fires("P13", &[forget], &["P13 hint activity learned"]);
        fires_in("P13", &empty(), &[]);
    }
}
