//! H12: where an indicator is read from a survey, somebody makes the survey: an activity or a line of the budget.
//!
//! Source: babayomi/toolkit, "Resourced"; Miradi, "small portion of budget" (`domain` 1.5).

use crate::checks::{prelude::*, rule::Marks};

pub(in crate::checks) static RULE: Rule = rule!(
    "H12",
    Hint,
    Words,
    "babayomi/toolkit, logical-framework.md: \"Resourced\"; Miradi, method criteria",
    [Check::Text(mark), Check::Plan(look)]
);

/// Remembers where a survey is read and where one is made.
fn mark(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    if passage.is(ACTIVITY.name) || passage.is(BUDGET.item) {
        if passage.said().iter().any(|s| s.has("surveying").is_some()) {
            out.marks.set(Marks::MAKES_SURVEY);
        }
    } else if passage.is(INDICATOR.means) && reads_survey(passage.said()) {
        out.marks.set(Marks::READS_SURVEY);
    }
}

fn reads_survey(said: &[Said]) -> bool {
    said.iter().any(|s| s.has("survey").is_some())
}

fn look(cx: &Cx<'_>, out: &mut Out) {
    if !cx.marks.has(Marks::READS_SURVEY) || cx.marks.has(Marks::MAKES_SURVEY) {
        return;
    }
    for indicator in cx.plan.indicators.iter().filter(|i| reads_survey(&Said::of(&i.means))) {
        out.push(Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.means)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_a_survey_that_nobody_makes() {
        let survey = Indicator::change(id(33), IndicatorField::Means(en("Survey of 60 workshops")));
        let activity = Activity::change(id(22), ActivityField::Name(en("Interview 60 owners")));
        let line = BudgetLine::change(id(61), BudgetField::Item(en("Enumerators")));
        let indonesian = Text::of(&Lang::new("id").unwrap(), "Kuesioner");
        fires("H12", &[], &[]);
        fires("H12", std::slice::from_ref(&survey), &["H12 hint indicator 33 means"]);
        fires("H12", &[survey.clone(), activity], &[]);
        fires("H12", &[survey, line], &[]);
        let asked = Indicator::change(id(34), IndicatorField::Means(indonesian));
        fires("H12", &[asked], &["H12 hint indicator 34 means"]);
    }
}
