//! V5: every output has an activity, and every activity works for an output.
//!
//! Source: EU Annex C, where activity A 1.1.1 is related to output 1.1 (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V5",
    Warning,
    Data,
    "EU Annex C, logical framework: activities are numbered after the output they belong to",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    let mut served = Set::default();
    let only = if plan.outputs.len() == 1 { plan.outputs.at(0) } else { None };
    for placed in cx.derived.numbering.activities() {
        if let Some(output) = placed.output {
            served.insert(output);
        } else if placed.depth == 0 && !plan.outputs.is_empty() {
            let mut found =
                Diagnostic::new(&RULE, Place::cell(placed.id, ACTIVITY.output)).saying("check-V5-activity");
            if let Some(only) = only {
                let link = Activity::change(placed.id, ActivityField::Output(Some(only.id)));
                found = found.fix("fix-link-only-output", link);
            }
            out.push(found);
        }
    }
    for output in plan.outputs.iter().filter(|o| !served.contains(&o.id) && !o.text.is_blank()) {
        let found = Diagnostic::new(&RULE, Place::row(output.id));
        // Before there is any activity, this is only the next step.
        out.push(if plan.activities.is_empty() { found.softly() } else { found });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_either_side_without_the_other() {
        fires("V5", &[], &[]);
        fires("V5", &[Activity::delete(id(21)), Activity::delete(id(22))], &["V5 warning output 2"]);
        let loose = Activity::change(id(22), ActivityField::Output(None));
        fires("V5", std::slice::from_ref(&loose), &["V5-activity warning activity 22 output"]);
        fires("V5", &[loose, Output::delete(id(2))], &["V5-activity warning activity 22 output"]);
        let output = Output::add(Output { text: en("Cloth meets the mark"), ..Output::new(id(1)) }, At::Last);
        fires_in("V5", &after(empty(), &[output]), &["V5 hint output 1"]);
    }
}
