//! P5: every line of the budget has a cost and a source of funds, and what nobody pays yet is shown.
//!
//! That the costs of activities sum to the budget holds by construction: the budget is its lines.
//!
//! Source: ITC-ILO form, fields budget and source; Logframer (`domain` 1.5).

use crate::{
    checks::prelude::*,
    locale::{grouped, money_form},
};

pub(in crate::checks) static RULE: Rule = rule!(
    "P5",
    Hint,
    Data,
    "ITC-ILO action plan form, budget and source of funds; Logframer, budget",
    [Check::BudgetLine(look_at_line), Check::Plan(look)]
);

fn look_at_line(line: &BudgetLine, _: &Frame, out: &mut Out) {
    let found = |field| Diagnostic::new(&RULE, Place::cell(line.id, field));
    if line.item.is_blank() && line.unit_cost.is_none() {
        return;
    }
    if line.unit_cost.is_none() {
        out.push(found(BUDGET.unit_cost).saying("check-P5-cost"));
    }
    if line.source.is_none() {
        out.push(found(BUDGET.source));
    }
}

fn look(cx: &Cx<'_>, out: &mut Out) {
    let Some(open) = cx.derived.totals.converted_unfunded.filter(|money| money.amount > Decimal::ZERO) else {
        return;
    };
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let money = format!("{}\u{a0}{}", open.currency, grouped(money_form(open.amount), grouping));
    let found = Diagnostic::new(&RULE, Place::block(Block::BudgetLine)).saying("check-P5-open");
    let is_open = |line: &&BudgetLine| matches!(line.source, None | Some(FundSource::Unfunded));
    let begin = cx.plan.budget.iter().find(is_open).map(|line| Place::cell(line.id, BUDGET.source));
    out.push(found.with("money", money).mended_from(begin));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_without_cost_or_payer() {
        let set = |change| BudgetLine::change(id(61), change);
        let open = "P5-open hint budget";
        fires("P5", &[], &[]);
        fires("P5", &[set(BudgetField::UnitCost(None))], &["P5-cost hint budget 61 unit_cost"]);
        fires("P5", &[set(BudgetField::Source(None))], &[open, "P5 hint budget 61 source"]);
        fires("P5", &[set(BudgetField::Source(Some(FundSource::Unfunded)))], &[open]);
        fires("P5", &[BudgetLine::add(BudgetLine::new(id(62)), At::Last)], &[]);
    }

    #[test]
    fn says_how_much_is_open() {
        let open = BudgetLine::change(id(61), BudgetField::Source(None));
        let findings = crate::checks::testing::look(&after(sound(), &[open]));
        let found = findings.iter().find(|d| d.words == "check-P5-open").unwrap();
        assert_eq!(found.values, [("money", "NPR\u{a0}30,000".into())]);
    }
}
