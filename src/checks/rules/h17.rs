//! H17: the same long text does not stand in several places.
//!
//! Source: GrantFlow, `TOC_BOILERPLATE_REPETITION`: at least 40 characters, at least three times (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H17",
    Warning,
    Data,
    "GrantFlow, critic_rules.py, TOC_BOILERPLATE_REPETITION: 40 characters or more, three times or more",
    [Check::Plan(look)]
);

const LEAST_CHARS: usize = 40;
const LEAST_TIMES: usize = 3;

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    let mut seen = Map::<&str, (Place, usize)>::default();
    each_cell(plan, &mut |place, text| {
        for (_, said) in text.iter() {
            let said = said.raw().trim();
            // Bytes first: most texts are short, and counting characters costs more.
            if said.len() >= LEAST_CHARS && said.chars().nth(LEAST_CHARS - 1).is_some() {
                seen.entry(said).or_insert((place, 0)).1 += 1;
            }
        }
    });
    let mut repeated: Vec<_> = seen.into_values().filter(|(_, count)| *count >= LEAST_TIMES).collect();
    repeated.sort_unstable();
    for (place, count) in repeated {
        out.push(Diagnostic::new(&RULE, place).with("count", count));
    }
}

/// The texts of the matrix and of the plan of operation, where a reader expects each to say something of its own. Responsible people,
/// places and sources rightly repeat.
fn each_cell<'a>(plan: &'a Plan, see: &mut impl FnMut(Place, &'a Text)) {
    see(Place::field(MATRIX.goal), &plan.matrix.goal);
    see(Place::field(MATRIX.purpose), &plan.matrix.purpose);
    plan.outputs.iter().for_each(|o| see(Place::cell(o.id, OUTPUT.text), &o.text));
    for indicator in plan.indicators.iter() {
        see(Place::cell(indicator.id, INDICATOR.text), &indicator.text);
        see(Place::cell(indicator.id, INDICATOR.definition), &indicator.definition);
    }
    plan.assumptions.iter().for_each(|a| see(Place::cell(a.id, ASSUMPTION.text), &a.text));
    for activity in plan.activities.iter() {
        see(Place::cell(activity.id, ACTIVITY.name), &activity.name);
        see(Place::cell(activity.id, ACTIVITY.deliverable), &activity.deliverable);
    }
    for risk in plan.risks.iter() {
        see(Place::cell(risk.id, RISK.event), &risk.event);
        see(Place::cell(risk.id, RISK.treatment), &risk.treatment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_long_text_that_stands_three_times() {
        let long = "All stakeholders take part in capacity building";
        let named = |n, text| Activity::change(id(n), ActivityField::Name(en(text)));
        let thrice = |text| [named(11, text), named(12, text), named(21, text)];
        fires("H17", &[], &[]);
        fires("H17", &thrice(long)[..2], &[]);
        fires("H17", &thrice(long), &["H17 warning activity 11 name"]);
        fires("H17", &thrice(&long[..39]), &[]);
    }
}
