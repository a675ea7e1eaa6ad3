//! H16: no placeholders: "tbd", "n/a", "-", "todo" and their like.
//!
//! Source: GrantFlow's critic rules (`domain` 1.5). Such words mean the same in every language of a plan.

use crate::checks::{prelude::*, wordlists::is_one_of};

pub(in crate::checks) static RULE: Rule = rule!(
    "H16",
    Warning,
    Data,
    "GrantFlow, critic_rules.py: placeholders such as \"tbd\", \"n/a\", \"lorem ipsum\", \"[insert\"",
    [Check::Text(look)]
);

fn look(passage: &Passage<'_>, _: &Frame, out: &mut Out) {
    // That nobody pays yet is an answer.
    if passage.is(BUDGET.funder) {
        return;
    }
    if !passage.text.iter().any(|(_, said)| is_one_of("placeholder", said.raw())) {
        return;
    }
    let kept = passage.text.iter().filter(|(_, said)| !is_one_of("placeholder", said.raw()));
    let kept = Text::from_pairs(kept.map(|(lang, said)| (lang.clone(), said.clone())));
    let mut found = Diagnostic::new(&RULE, passage.place);
    if let Some(mend) = passage.edit(kept) {
        found = found.fix("fix-clear-placeholder", mend);
    }
    out.push(found);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_placeholders() {
        let place = |text| Activity::change(id(11), ActivityField::Place(text));
        fires("H16", &[place(en("Tansen"))], &[]);
        fires("H16", &[place(en("TBD"))], &["H16 warning activity 11 place"]);
        fires("H16", &[Edit::Context(ContextField::Policies(en("n/a")))], &["H16 warning context policies"]);
        let nepali = Text::of(&Lang::new("ne").unwrap(), "तानसेन");
        fires("H16", &[place(nepali.with(&Lang::english(), "-".into()))], &["H16 warning activity 11 place"]);
        fires("H16", &[place(nepali)], &[]);
        fires("H16", &[BudgetLine::change(id(61), BudgetField::Funder(en("none")))], &[]);
    }
}
