//! What it costs: by currency, source, category, output, activity and fiscal year. Amounts of two currencies never add without a rate.

use super::{Change, Map, Numbering, Schedule};
use crate::{
    locale::calendar::{FiscalYear, fiscal_year},
    plan::{
        Activity, BudgetLine, CalendarKind, CostCategory, Currency, Day, Decimal, FiscalStart, FundSource,
        Id, Money, Output, Plan,
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// When a fiscal year begins in a plan that does not say it.
pub const JANUARY: FiscalStart = FiscalStart { calendar: CalendarKind::Gregorian, month: 1, day: 1 };

/// Amounts by currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amounts(BTreeMap<Currency, Decimal>);

impl Amounts {
    /// Adds money. A sum beyond 28 digits stays at the largest number that can be told.
    pub fn add(&mut self, money: Money) {
        let sum = self.0.entry(money.currency).or_default();
        *sum = sum.saturating_add(money.amount);
    }

    /// Every currency with its amount, by code.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(currency, amount)| Money { amount: *amount, currency: *currency })
    }

    /// The amount in one currency.
    #[must_use]
    pub fn get(&self, currency: Currency) -> Decimal {
        self.0.get(&currency).copied().unwrap_or_default()
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What something costs, and the part of it that nobody pays yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    /// Everything, by currency.
    pub all: Amounts,
    /// Of it what no line names a payer for, by currency.
    pub unfunded: Amounts,
}

impl Sum {
    fn add(&mut self, money: Money, source: Option<FundSource>) {
        self.all.add(money);
        if matches!(source, None | Some(FundSource::Unfunded)) {
            self.unfunded.add(money);
        }
    }

    /// Adds another sum.
    pub fn add_all(&mut self, other: &Self) {
        other.all.iter().for_each(|money| self.all.add(money));
        other.unfunded.iter().for_each(|money| self.unfunded.add(money));
    }
}

/// The totals of one revision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Totals {
    /// Everything, by currency.
    pub all: Amounts,
    /// By source of funds; `None`: no source named yet.
    pub by_source: BTreeMap<Option<FundSource>, Amounts>,
    /// By category; `None`: no category named yet.
    pub by_category: BTreeMap<Option<CostCategory>, Amounts>,
    /// By output; `None`: lines without an output.
    pub by_output: Map<Option<Id<Output>>, Sum>,
    /// By activity, each with its sub-activities in it; `None`: lines without an activity. Only what costs something is here.
    /// Shared, for it is long and stays what it is while times change.
    pub by_activity: Arc<Map<Option<Id<Activity>>, Sum>>,
    /// By fiscal year of the plan, in its calendar; `None`: lines without a date, or beyond that calendar.
    pub by_year: BTreeMap<Option<FiscalYear>, Sum>,
    /// Everything in the plan's currency, when every other currency has a rate.
    pub converted: Option<Money>,
    /// The part of [`Totals::converted`] that nobody pays yet.
    pub converted_unfunded: Option<Money>,
    /// Currencies without a rate into the plan's currency.
    pub without_rate: Vec<Currency>,
    /// Lines that name no quantity, no cost or no currency.
    pub incomplete_lines: usize,
}

/// The amount of a line: quantity times unit cost. Nothing when one of them, or the currency, is missing or the product cannot be told.
#[must_use]
pub fn line_amount(plan: &Plan, line: &BudgetLine) -> Option<Money> {
    let currency = line.currency.or(plan.identity.currency)?;
    let amount = line.quantity.unwrap_or(Decimal::ONE).checked_mul(line.unit_cost?)?;
    Some(Money { amount, currency })
}

/// The day on which the money of a line is needed: its own, else the start of its activity.
#[must_use]
pub fn line_day(line: &BudgetLine, schedule: &Schedule) -> Option<Day> {
    line.on.or_else(|| schedule.activity(line.activity?).map(|span| span.start))
}

/// The value of money in another currency by the rates of the plan, the newest rate first.
#[must_use]
pub(crate) fn convert(plan: &Plan, money: Money, to: Currency) -> Option<Decimal> {
    if money.currency == to {
        return Some(money.amount);
    }
    let usable = plan.rates.iter().filter(|r| r.rate.is_some_and(|x| x > Decimal::ZERO));
    let there =
        usable.clone().filter(|r| r.from == Some(money.currency) && r.to == Some(to)).max_by_key(|r| r.on);
    if let Some(rate) = there.and_then(|r| r.rate) {
        return money.amount.checked_mul(rate);
    }
    let back = usable.filter(|r| r.from == Some(to) && r.to == Some(money.currency)).max_by_key(|r| r.on);
    back.and_then(|r| r.rate).and_then(|rate| money.amount.checked_div(rate))
}

impl Totals {
    /// Adds up the budget.
    #[must_use]
    pub fn new(plan: &Plan, numbering: &Numbering, schedule: &Schedule) -> Self {
        let mut me = Self::default();
        let mut by_activity = Map::<_, Sum>::default();
        for line in plan.budget.iter() {
            let Some(money) = line_amount(plan, line) else {
                me.incomplete_lines += 1;
                continue;
            };
            me.all.add(money);
            me.by_source.entry(line.source).or_default().add(money);
            me.by_category.entry(line.category).or_default().add(money);
            let placed = line.activity.and_then(|a| numbering.placed(a));
            me.by_output.entry(placed.and_then(|p| p.output)).or_default().add(money, line.source);
            by_activity.entry(placed.map(|p| p.id)).or_default().add(money, line.source);
        }
        roll_up(&mut by_activity, plan, numbering);
        me.by_activity = Arc::new(by_activity);
        if let Some(home) = plan.identity.currency {
            me.convert_all(plan, home);
        }
        me.by_year = by_year(plan, schedule);
        me
    }

    /// The totals when nothing but the times of activities changed.
    pub(super) fn at_other_times(&self, plan: &Plan, schedule: &Schedule) -> Self {
        Self { by_year: by_year(plan, schedule), ..self.clone() }
    }

    /// Whether the totals stay what they were, if the numbers and the times do.
    pub(super) fn holds(change: &Change<'_>) -> bool {
        let (a, b) = (change.before, change.plan);
        let parts = |line: &BudgetLine| {
            (line.activity, line.quantity, line.unit_cost, line.currency, line.source, line.category, line.on)
        };
        a.identity.currency == b.identity.currency
            && a.identity.fiscal_start == b.identity.fiscal_start
            && a.rates.is_same(&b.rates)
            && change.budget.as_ref().is_some_and(|all| all.iter().all(|[a, b]| parts(a) == parts(b)))
    }

    fn convert_all(&mut self, plan: &Plan, home: Currency) {
        let sum = |amounts: &Amounts| {
            amounts.iter().try_fold(Decimal::ZERO, |sum, money| sum.checked_add(convert(plan, money, home)?))
        };
        self.without_rate =
            self.all.iter().filter(|m| convert(plan, *m, home).is_none()).map(|m| m.currency).collect();
        let none = Amounts::default();
        let open = |source| sum(self.by_source.get(&source).unwrap_or(&none));
        let unfunded = open(Some(FundSource::Unfunded)).zip(open(None)).and_then(|(a, b)| a.checked_add(b));
        let money = |amount| Money { amount, currency: home };
        self.converted = sum(&self.all).map(money);
        self.converted_unfunded = unfunded.map(money);
    }

    /// Whether all amounts are in one currency, or none.
    #[must_use]
    pub fn is_one_currency(&self) -> bool {
        self.all.iter().count() <= 1
    }
}

/// Adds what sub-activities cost to the activities that they are parts of.
fn roll_up(sums: &mut Map<Option<Id<Activity>>, Sum>, plan: &Plan, numbering: &Numbering) {
    // Parts stand behind what they are parts of, so that each is whole when it is added.
    for part in numbering.activities().iter().rev().filter(|p| p.depth > 0) {
        let Some(sum) = sums.get(&Some(part.id)).cloned() else { continue };
        let parent = plan.activities.get(part.id).and_then(|a| a.parent);
        sums.entry(parent).or_default().add_all(&sum);
    }
}

/// When the fiscal years of a plan begin.
#[must_use]
pub fn fiscal_start(plan: &Plan) -> FiscalStart {
    plan.identity.fiscal_start.unwrap_or(JANUARY)
}

/// What falls into each fiscal year.
fn by_year(plan: &Plan, schedule: &Schedule) -> BTreeMap<Option<FiscalYear>, Sum> {
    let start = fiscal_start(plan);
    let mut all = BTreeMap::<_, Sum>::new();
    let mut year: Option<FiscalYear> = None;
    for line in plan.budget.iter() {
        let Some(money) = line_amount(plan, line) else { continue };
        // Most lines lie in the year of the line before.
        let day = line_day(line, schedule);
        let is_same = year.zip(day).is_some_and(|(y, day)| y.first <= day && day <= y.last);
        if !is_same {
            year = day.and_then(|day| fiscal_year(start, day));
        }
        all.entry(year).or_default().add(money, line.source);
    }
    all
}
