//! P10: a risk has a cause, a grade, an owner and a treatment; a high one has its treatment and a date.
//!
//! Source: UNDP risk register; the bands 1-4, 5-9, 10-15, 16-25 are those of a risk register template (`domain` 1.3 and 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P10",
    Warning,
    Data,
    "UNDP, risk recording and reporting; bands of likelihood times impact from a common risk register template",
    [Check::Risk(look)]
);

/// From here on a risk is high.
const HIGH: u8 = 10;

fn look(risk: &Risk, _: &Frame, out: &mut Out) {
    if risk.event.is_blank() {
        return;
    }
    let found = |field, words| Diagnostic::new(&RULE, Place::cell(risk.id, field)).saying(words);
    let is_high = risk.significance().is_some_and(|significance| significance >= HIGH);
    let is_treated = !risk.treatment.is_blank() || risk.activity.is_some();
    if is_high && !is_treated {
        out.push(found(RISK.treatment, RULE.words));
    } else if is_high && risk.by.is_none() && risk.activity.is_none() {
        out.push(found(RISK.by, "check-P10-date"));
    } else if risk.likelihood.is_none() {
        out.push(found(RISK.likelihood, "check-P10-grade").softly());
    } else if risk.impact.is_none() {
        out.push(found(RISK.impact, "check-P10-grade").softly());
    } else if !is_treated {
        out.push(found(RISK.treatment, "check-P10-treatment").softly());
    }
    if risk.cause.is_blank() {
        out.push(found(RISK.cause, "check-P10-cause").softly());
    }
    if risk.owner.is_blank() {
        out.push(found(RISK.owner, "check-P10-owner").softly());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_a_risk_is_left_alone() {
        let set = |change| Risk::change(id(71), change);
        let likely = set(RiskField::Likelihood(Rating::new(4)));
        let untreated = set(RiskField::Treatment(Text::default()));
        let undated = set(RiskField::By(None));
        fires("P10", &[], &[]);
        fires("P10", std::slice::from_ref(&likely), &[]);
        fires("P10", &[likely.clone(), untreated.clone()], &["P10 warning risk 71 treatment"]);
        fires("P10", &[likely.clone(), undated.clone()], &["P10-date warning risk 71 by"]);
        let treats = set(RiskField::Activity(Some(id(12))));
        fires("P10", &[likely, undated, treats], &[]);
        fires("P10", &[untreated], &["P10-treatment hint risk 71 treatment"]);
        fires("P10", &[set(RiskField::Impact(None))], &["P10-grade hint risk 71 impact"]);
        fires("P10", &[set(RiskField::Cause(Text::default()))], &["P10-cause hint risk 71 cause"]);
        fires("P10", &[set(RiskField::Owner(Text::default()))], &["P10-owner hint risk 71 owner"]);
    }
}
