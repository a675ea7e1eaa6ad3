//! P6: every currency has a rate into the currency of the plan, and every rate a date.
//!
//! Source: Logframer's window of exchange rates; the date is the product's own rule (`domain` 1.5).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "P6",
    Error,
    Data,
    "Logframer, exchange rates; that a rate has a date is a rule of this program",
    [Check::Plan(look), Check::Rate(look_at_rate)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let plan = cx.plan;
    if plan.identity.currency.is_none() {
        if plan.budget.iter().any(|line| line.unit_cost.is_some() && line.currency.is_none()) {
            let found = Diagnostic::new(&RULE, Place::field(IDENTITY.currency));
            out.push(found.saying("check-P6-plan").mildly());
        }
        return;
    }
    for currency in &cx.derived.totals.without_rate {
        let Some(line) = plan.budget.iter().find(|line| line.currency == Some(*currency)) else { continue };
        let found = Diagnostic::new(&RULE, Place::cell(line.id, BUDGET.currency));
        out.push(found.with("currency", currency.code()));
    }
}

fn look_at_rate(rate: &Rate, _: &Frame, out: &mut Out) {
    let found = |field, words| Diagnostic::new(&RULE, Place::cell(rate.id, field)).saying(words).mildly();
    if rate.from.is_some() && rate.from == rate.to {
        out.push(found(RATE.to, "check-P6-same"));
    }
    match rate.rate {
        Some(value) if value <= Decimal::ZERO => out.push(found(RATE.rate, "check-P6-zero")),
        Some(_) if rate.on.is_none() => out.push(found(RATE.on, "check-P6-date")),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_a_rate_or_its_date() {
        let dollars = BudgetLine::change(id(61), BudgetField::Currency(currency("USD")));
        let rate = Rate {
            from: currency("USD"),
            to: currency("NPR"),
            rate: number(103),
            on: Some(day("2017-08-01")),
            ..Rate::new(id(5))
        };
        let add = |rate| Rate::add(rate, At::Last);
        fires("P6", &[], &[]);
        fires("P6", std::slice::from_ref(&dollars), &["P6 error budget 61 currency"]);
        fires("P6", &[dollars.clone(), add(rate.clone())], &[]);
        let undated = Rate { on: None, ..rate.clone() };
        fires("P6", &[dollars.clone(), add(undated)], &["P6-date warning rate 5 on"]);
        let zero = Rate { rate: number(0), ..rate.clone() };
        fires("P6", &[add(zero)], &["P6-zero warning rate 5 rate"]);
        fires("P6", &[add(Rate { to: rate.from, ..rate })], &["P6-same warning rate 5 to"]);
        fires("P6", &[Edit::Identity(IdentityField::Currency(None))], &["P6-plan warning identity currency"]);
    }
}
