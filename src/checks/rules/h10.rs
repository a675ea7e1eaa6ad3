//! H10: an indicator says how often it is measured and by whom: a role, not a person.
//!
//! Source: USAID performance indicator reference sheets, "named by role, not by person" (`domain` 1.5).

use crate::checks::prelude::*;
use std::collections::HashSet;

pub(in crate::checks) static RULE: Rule = rule!(
    "H10",
    Hint,
    Data,
    "USAID ADS 201maf, performance indicator reference sheets: \"named by role, not by person\"",
    [Check::Indicator(look), Check::Plan(look_at_names)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    // A thing at a time: first what is measured and how far it should go.
    if indicator.text.is_blank() || (indicator.target.is_none() && indicator.means.is_blank()) {
        return;
    }
    let found = |field| Diagnostic::new(&RULE, Place::cell(indicator.id, field));
    if indicator.frequency.is_none() {
        out.push(found(INDICATOR.frequency));
    }
    if indicator.responsible.is_blank() {
        out.push(found(INDICATOR.responsible).saying("check-H10-nobody"));
    }
}

fn look_at_names(cx: &Cx<'_>, out: &mut Out) {
    let names: HashSet<_> =
        cx.plan.team.iter().filter(|m| !m.name.is_blank()).map(|m| m.name.raw().trim()).collect();
    if names.is_empty() {
        return;
    }
    for indicator in cx.plan.indicators.iter() {
        if indicator.responsible.iter().any(|(_, who)| names.contains(who.raw().trim())) {
            let found = Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.responsible));
            out.push(found.saying("check-H10-person"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_frequency_or_role() {
        let set = |change| Indicator::change(id(33), change);
        fires("H10", &[], &[]);
        fires("H10", &[set(IndicatorField::Frequency(None))], &["H10 hint indicator 33 frequency"]);
        fires(
            "H10",
            &[set(IndicatorField::Responsible(Text::default()))],
            &["H10-nobody hint indicator 33 responsible"],
        );
        let draft = Indicator { text: en("Workshops that export"), ..Indicator::new(id(35)) };
        fires("H10", &[Indicator::add(draft, At::Last)], &[]);
        let member = Member { name: "Sita Gurung".into(), ..Member::new(id(1)) };
        let named = [Member::add(member, At::Last), set(IndicatorField::Responsible(en("Sita Gurung")))];
        fires("H10", &named, &["H10-person hint indicator 33 responsible"]);
    }
}
