//! H18: goal and purpose say how much and by when, in their own words or through an indicator with a dated target.
//!
//! Source: tools4dev, 7 common mistakes when writing a logframe (`domain` 1.5). Who benefits is asked by V15.

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "H18",
    Hint,
    Words,
    "tools4dev, 7 common mistakes when writing a logframe: SMART goals and outcomes",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let matrix = &cx.plan.matrix;
    let results =
        [(&matrix.goal, ResultRef::Goal, MATRIX.goal), (&matrix.purpose, ResultRef::Purpose, MATRIX.purpose)];
    for (text, of, field) in results {
        let said = Said::of(text);
        let measured =
            |i: &Indicator| i.of == of && i.target_on.is_some() && (i.target.is_some() || !i.text.is_blank());
        if said.is_empty() || cx.plan.indicators.iter().any(measured) {
            continue;
        }
        let how_much = said.iter().any(|s| s.has_amount());
        let by_when = said.iter().any(|s| s.has("time").is_some());
        let found = Diagnostic::new(&RULE, Place::field(field));
        match (how_much, by_when) {
            (true, true) => {}
            (true, false) => out.push(found.saying("check-H18-when")),
            (false, _) => out.push(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_how_much_and_by_when() {
        let goal = |text| Edit::Matrix(MatrixField::Goal(text));
        let unmeasured = Indicator::delete(id(31));
        let vague = goal(en("Income of weavers rises"));
        let indonesian =
            Text::of(&Lang::new("id").unwrap(), "Pendapatan penenun naik seperlima dalam lima tahun");
        fires("H18", std::slice::from_ref(&vague), &[]);
        fires("H18", std::slice::from_ref(&unmeasured), &[]);
        fires("H18", &[unmeasured.clone(), vague], &["H18 hint matrix goal"]);
        fires("H18", &[unmeasured.clone(), goal(en("Income rises by 10 %"))], &[]);
        fires("H18", &[unmeasured.clone(), goal(en("Income rises 10 %"))], &["H18-when hint matrix goal"]);
        fires("H18", &[unmeasured.clone(), goal(indonesian)], &[]);
        fires("H18", &[unmeasured, goal(Text::of(&Lang::new("ta").unwrap(), "வருமானம்"))], &[]);
    }
}
