//! M1: what two copies of the plan changed differently is chosen before the plan is handed over.
//!
//! Source: a rule of this program.

use crate::checks::{engine::position, prelude::*};

pub(in crate::checks) static RULE: Rule = rule!(
    "M1",
    Warning,
    Data,
    "A rule of this program: a plan that was joined from two copies keeps both answers until somebody chooses",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    for choice in cx.plan.choices.iter() {
        let is_there = |place: &Place| place.block.is_once() || position(cx.plan, *place).is_some();
        let place = choice.place.filter(is_there).unwrap_or(Place::row(choice.id));
        let keep = OpenChoice::delete(choice.id);
        out.push(Diagnostic::new(&RULE, place).fix("fix-keep-what-stands", keep));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_something_is_to_be_chosen() {
        let open = |n, place| {
            let choice = OpenChoice { place: Some(place), ..OpenChoice::new(id(n)) };
            OpenChoice::add(choice, At::Last)
        };
        let start = open(1, Place::cell::<Activity>(id(11), ACTIVITY.start));
        fires("M1", &[], &[]);
        fires("M1", std::slice::from_ref(&start), &["M1 warning activity 11 start"]);
        let title = open(2, Place::field(IDENTITY.title));
        let gone = open(3, Place::row::<Risk>(id(999)));
        fires("M1", &[title, gone], &["M1 warning identity title", "M1 warning open-choice 3"]);
    }
}
