//! What holds between rows: every link leads to a row that is there, nothing depends on itself, and what belongs to one row
//! alone goes with it.

use super::super::*;
use std::collections::HashSet;

/// A row with its links.
pub(super) trait Linked: Row {
    /// Its table, to change.
    fn table_mut(plan: &mut Plan) -> &mut Table<Self>;

    /// Whether a change of this field can break a link.
    fn is_link(_change: &Self::Change) -> bool {
        false
    }

    /// Whether every link of the row leads somewhere.
    fn check_links(&self, _plan: &Plan) -> Result<(), Refused> {
        Ok(())
    }

    /// Takes the row out, and what belongs to it alone; links to it become empty.
    fn remove_with_dependents(plan: &mut Plan, id: Id<Self>) {
        Self::table_mut(plan).retain(|row| row.id() != id);
    }
}

macro_rules! linked {
    ($($row:ident in $table:ident { $($body:tt)* })*) => {
        $(impl Linked for $row {
            fn table_mut(plan: &mut Plan) -> &mut Table<Self> {
                &mut plan.$table
            }
            $($body)*
        })*
    };
}

fn there<T: Row>(plan: &Plan, id: Option<Id<T>>, field: Field) -> Result<(), Refused> {
    match id {
        Some(id) if !T::table(plan).contains(id) => Err(Refused::NoSuchTarget(field)),
        _ => Ok(()),
    }
}

fn result_there(plan: &Plan, of: ResultRef, field: Field) -> Result<(), Refused> {
    match of {
        ResultRef::Output(id) => there(plan, Some(id), field),
        ResultRef::Goal | ResultRef::Purpose => Ok(()),
    }
}

linked! {
    Member in team {}
    KeyFigure in key_figures {}
    Lesson in lessons {}
    Stakeholder in stakeholders {}
    Precondition in preconditions {}
    Input in inputs {}
    Rate in rates {}
    Cooperation in cooperation {}
    OvopSheet in ovop {}
    Cluster in clusters {}
    CreditCase in credits {}
    Instrument in instruments {}
    Criterion in criteria {}
    Comment in comments {}
    Silenced in silenced {}
    OpenChoice in choices {}
    Card in cards {
        fn is_link(change: &CardField) -> bool {
            matches!(change, CardField::Parent(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.parent, CARD.parent)?;
            let next = |id: Id<Card>| plan.cards.get(id).and_then(|c| c.parent);
            if leads_back(self.id, self.parent, next) { Err(Refused::Circle(CARD.parent)) } else { Ok(()) }
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Card>) {
            let gone = with_descendants(plan.cards.iter().map(|c| (c.id, c.parent)), id);
            plan.cards.retain(|c| !gone.contains(&c.id));
            let lost = |card: Option<Id<Card>>| card.is_some_and(|c| gone.contains(&c));
            plan.outputs.update_where(|o| lost(o.card), |o| (o.card, o.agreed) = (None, Key::default()));
            plan.activities.update_where(|a| lost(a.card), |a| (a.card, a.agreed) = (None, Key::default()));
            plan.strategies.update_where(|s| lost(s.branch), |s| s.branch = None);
            if lost(plan.matrix.goal_card) {
                let matrix = std::sync::Arc::make_mut(&mut plan.matrix);
                (matrix.goal_card, matrix.goal_agreed) = (None, Key::default());
            }
            if lost(plan.matrix.purpose_card) {
                let matrix = std::sync::Arc::make_mut(&mut plan.matrix);
                (matrix.purpose_card, matrix.purpose_agreed) = (None, Key::default());
            }
        }
    }
    Strategy in strategies {
        fn is_link(change: &StrategyField) -> bool {
            matches!(change, StrategyField::Branch(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.branch, STRATEGY.branch)
        }
    }
    Output in outputs {
        fn is_link(change: &OutputField) -> bool {
            matches!(change, OutputField::Card(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.card, OUTPUT.card)
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Output>) {
            let of = ResultRef::Output(id);
            let mine: Vec<_> =
                plan.activities.iter().filter(|a| a.output == Some(id) && a.parent.is_none()).map(|a| a.id).collect();
            remove_activities(plan, &mine);
            plan.activities.update_where(|a| a.output == Some(id), |a| a.output = None);
            let indicators: HashSet<_> = plan.indicators.iter().filter(|i| i.of == of).map(|i| i.id).collect();
            remove_indicators(plan, &indicators);
            plan.judgements.retain(|j| j.of != of);
            let assumptions: HashSet<_> =
                plan.assumptions.iter().filter(|a| a.output == Some(id)).map(|a| a.id).collect();
            remove_assumptions(plan, &assumptions);
            plan.outputs.retain(|o| o.id != id);
        }
    }
    Indicator in indicators {
        fn is_link(change: &IndicatorField) -> bool {
            matches!(change, IndicatorField::Of(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            result_there(plan, self.of, INDICATOR.of)
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Indicator>) {
            remove_indicators(plan, &HashSet::from([id]));
        }
    }
    Assumption in assumptions {
        fn is_link(change: &AssumptionField) -> bool {
            matches!(change, AssumptionField::Output(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.output, ASSUMPTION.output)
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Assumption>) {
            remove_assumptions(plan, &HashSet::from([id]));
        }
    }
    Judgement in judgements {
        fn is_link(change: &JudgementField) -> bool {
            use JudgementField as F;
            matches!(change, F::Of(_) | F::Assumption(_) | F::Risk(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            result_there(plan, self.of, JUDGEMENT.of)?;
            there(plan, self.assumption, JUDGEMENT.assumption)?;
            there(plan, self.risk, JUDGEMENT.risk)
        }
    }
    Activity in activities {
        fn is_link(change: &ActivityField) -> bool {
            use ActivityField as F;
            matches!(change, F::Output(_) | F::Parent(_) | F::After(_) | F::Card(_) | F::Risk(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.output, ACTIVITY.output)?;
            there(plan, self.parent, ACTIVITY.parent)?;
            there(plan, self.card, ACTIVITY.card)?;
            there(plan, self.risk, ACTIVITY.risk)?;
            for after in &self.after {
                there(plan, Some(after.activity), ACTIVITY.after)?;
            }
            let parent_of = |id: Id<Activity>| plan.activities.get(id).and_then(|a| a.parent);
            if leads_back(self.id, self.parent, parent_of) {
                return Err(Refused::Circle(ACTIVITY.parent));
            }
            if self.waits_for_itself(plan) { Err(Refused::Circle(ACTIVITY.after)) } else { Ok(()) }
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Activity>) {
            remove_activities(plan, &[id]);
        }
    }
    BudgetLine in budget {
        fn is_link(change: &BudgetField) -> bool {
            matches!(change, BudgetField::Activity(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.activity, BUDGET.activity)
        }
    }
    Risk in risks {
        fn is_link(change: &RiskField) -> bool {
            matches!(change, RiskField::Activity(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            there(plan, self.activity, RISK.activity)
        }
        fn remove_with_dependents(plan: &mut Plan, id: Id<Risk>) {
            plan.activities.update_where(|a| a.risk == Some(id), |a| a.risk = None);
            plan.judgements.update_where(|j| j.risk == Some(id), |j| j.risk = None);
            plan.risks.retain(|r| r.id != id);
        }
    }
    Report in reports {
        fn is_link(change: &ReportField) -> bool {
            matches!(change, ReportField::Statuses(_) | ReportField::Values(_))
        }
        fn check_links(&self, plan: &Plan) -> Result<(), Refused> {
            self.statuses.iter().try_for_each(|s| there(plan, Some(s.activity), REPORT.statuses))?;
            self.values.iter().try_for_each(|v| there(plan, Some(v.indicator), REPORT.values))
        }
    }
}

impl Activity {
    /// Whether the links of this row, in the plan, make it wait for itself.
    ///
    /// Every activity is two moments, its start and its finish; a part lies between the moments of its whole. Walks back from
    /// the start of this row: from a start to the finishes it waits for and to the start of the whole, from a finish to its
    /// own start and to the finishes of its parts.
    fn waits_for_itself(&self, plan: &Plan) -> bool {
        let links = |row: &Self| row.parent.is_some() || !row.after.is_empty();
        if !links(self) && !plan.activities.iter().any(|a| links(a) && a.id != self.id) {
            return false;
        }
        let mut parts = std::collections::HashMap::<Id<Self>, Vec<Id<Self>>>::new();
        for a in plan.activities.iter().filter(|a| a.id != self.id).chain([self]) {
            if let Some(parent) = a.parent {
                parts.entry(parent).or_default().push(a.id);
            }
        }
        let (mut open, mut seen) = (vec![(self.id, false)], HashSet::new());
        while let Some((id, is_finish)) = open.pop() {
            let row = if id == self.id { Some(self) } else { plan.activities.get(id) };
            let Some(row) = row else { continue };
            let mut before = Vec::new();
            if is_finish {
                before.push((id, false));
                before.extend(parts.get(&id).into_iter().flatten().map(|part| (*part, true)));
            } else {
                before.extend(row.after.iter().map(|link| (link.activity, true)));
                before.extend(row.parent.map(|parent| (parent, false)));
            }
            for moment in before {
                if moment == (self.id, false) {
                    return true;
                }
                if seen.insert(moment) {
                    open.push(moment);
                }
            }
        }
        false
    }
}

/// Whether walking from `from` with `next` arrives at `start`.
fn leads_back<T>(start: Id<T>, from: Option<Id<T>>, next: impl Fn(Id<T>) -> Option<Id<T>>) -> bool {
    let mut seen = HashSet::new();
    let mut at = from;
    while let Some(id) = at {
        if id == start || !seen.insert(id.bits()) {
            return true;
        }
        at = next(id);
    }
    false
}

/// A row and everything below it.
fn with_descendants<T>(links: impl Iterator<Item = (Id<T>, Option<Id<T>>)>, root: Id<T>) -> HashSet<Id<T>> {
    let mut children = std::collections::HashMap::<Id<T>, Vec<Id<T>>>::new();
    for (id, parent) in links {
        if let Some(parent) = parent {
            children.entry(parent).or_default().push(id);
        }
    }
    let (mut all, mut open) = (HashSet::new(), vec![root]);
    while let Some(id) = open.pop() {
        if all.insert(id) {
            open.extend(children.get(&id).into_iter().flatten());
        }
    }
    all
}

fn remove_activities(plan: &mut Plan, roots: &[Id<Activity>]) {
    if roots.is_empty() {
        return;
    }
    let mut gone = HashSet::new();
    for root in roots {
        gone.extend(with_descendants(plan.activities.iter().map(|a| (a.id, a.parent)), *root));
    }
    plan.activities.retain(|a| !gone.contains(&a.id));
    let waits = |a: &Activity| a.after.iter().any(|l| gone.contains(&l.activity));
    plan.activities.update_where(waits, |a| a.after.retain(|l| !gone.contains(&l.activity)));
    plan.budget.retain(|b| b.activity.is_none_or(|a| !gone.contains(&a)));
    plan.risks.update_where(|r| r.activity.is_some_and(|a| gone.contains(&a)), |r| r.activity = None);
    plan.reports.update_where(
        |r| r.statuses.iter().any(|s| gone.contains(&s.activity)),
        |r| r.statuses.retain(|s| !gone.contains(&s.activity)),
    );
}

fn remove_assumptions(plan: &mut Plan, gone: &HashSet<Id<Assumption>>) {
    plan.assumptions.retain(|a| !gone.contains(&a.id));
    let is_of = |j: &Judgement| j.assumption.is_some_and(|a| gone.contains(&a));
    plan.judgements.update_where(is_of, |j| j.assumption = None);
}

fn remove_indicators(plan: &mut Plan, gone: &HashSet<Id<Indicator>>) {
    plan.indicators.retain(|i| !gone.contains(&i.id));
    plan.reports.update_where(
        |r| r.values.iter().any(|v| gone.contains(&v.indicator)),
        |r| r.values.retain(|v| !gone.contains(&v.indicator)),
    );
}
