//! What leads from row to row: links whose end is gone, links that go in a circle.

use crate::{
    file,
    plan::{
        ACTIVITY, ASSUMPTION, Activity, BUDGET, Block, CARD, Card, Field, INDICATOR, Id, JUDGEMENT, MATRIX,
        OUTPUT, Output, Place, Plan, REPORT, RISK, ResultRef, Row, RowId, STRATEGY,
    },
};
use std::collections::{HashMap, HashSet};

/// The rows that links of `from` lead to, of those at places where `looked_at` holds, and that are not in `plan`.
pub(super) fn dangling(
    from: &Plan,
    looked_at: impl Fn(&Place) -> bool,
    plan: &Plan,
) -> HashSet<(Block, RowId)> {
    let mut gone = HashSet::new();
    each_link(from, &mut |place, block, row| {
        if !is_there(plan, block, row) && looked_at(&place) {
            gone.insert((block, row));
        }
    });
    gone
}

/// Whether a row of a block that links lead to is in the plan.
fn is_there(plan: &Plan, block: Block, row: RowId) -> bool {
    match block {
        Block::Card => plan.cards.contains(Id::from_bits(row)),
        Block::Output => plan.outputs.contains(Id::from_bits(row)),
        Block::Indicator => plan.indicators.contains(Id::from_bits(row)),
        Block::Assumption => plan.assumptions.contains(Id::from_bits(row)),
        Block::Activity => plan.activities.contains(Id::from_bits(row)),
        Block::Risk => plan.risks.contains(Id::from_bits(row)),
        // No link leads to rows of other blocks.
        _ => true,
    }
}

/// Shows every link: its place, and the row that it leads to.
fn each_link(plan: &Plan, see: &mut dyn FnMut(Place, Block, RowId)) {
    let mut to_card = |place, id: Option<Id<Card>>| to(place, id, see);
    to_card(Place::field(MATRIX.goal_card), plan.matrix.goal_card);
    to_card(Place::field(MATRIX.purpose_card), plan.matrix.purpose_card);
    plan.cards.iter().for_each(|c| to_card(Place::cell(c.id, CARD.parent), c.parent));
    plan.strategies.iter().for_each(|s| to_card(Place::cell(s.id, STRATEGY.branch), s.branch));
    plan.outputs.iter().for_each(|o| to_card(Place::cell(o.id, OUTPUT.card), o.card));
    plan.indicators.iter().for_each(|i| to(Place::cell(i.id, INDICATOR.of), output_of(i.of), see));
    plan.assumptions.iter().for_each(|a| to(Place::cell(a.id, ASSUMPTION.output), a.output, see));
    for j in plan.judgements.iter() {
        to(Place::cell(j.id, JUDGEMENT.of), output_of(j.of), see);
        to(Place::cell(j.id, JUDGEMENT.assumption), j.assumption, see);
        to(Place::cell(j.id, JUDGEMENT.risk), j.risk, see);
    }
    plan.budget.iter().for_each(|b| to(Place::cell(b.id, BUDGET.activity), b.activity, see));
    plan.risks.iter().for_each(|r| to(Place::cell(r.id, RISK.activity), r.activity, see));
    for a in plan.activities.iter() {
        let place = |field: Field| Place::cell(a.id, field);
        to(place(ACTIVITY.output), a.output, see);
        to(place(ACTIVITY.parent), a.parent, see);
        to(place(ACTIVITY.card), a.card, see);
        to(place(ACTIVITY.risk), a.risk, see);
        a.after.iter().for_each(|link| to(place(ACTIVITY.after), Some(link.activity), see));
    }
    for report in plan.reports.iter() {
        let place = |field: Field| Place::cell(report.id, field);
        report.statuses.iter().for_each(|s| to(place(REPORT.statuses), Some(s.activity), see));
        report.values.iter().for_each(|v| to(place(REPORT.values), Some(v.indicator), see));
    }
}

fn to<T: Row>(place: Place, id: Option<Id<T>>, see: &mut dyn FnMut(Place, Block, RowId)) {
    if let Some(id) = id {
        see(place, T::BLOCK, id.bits());
    }
}

fn output_of(of: ResultRef) -> Option<Id<Output>> {
    match of {
        ResultRef::Output(id) => Some(id),
        ResultRef::Goal | ResultRef::Purpose => None,
    }
}

/// Links of rows in circles that are not the same in both copies; a row that one copy lacks has none there.
///
/// No copy alone has a circle. So when all these are as one copy has them, the circle is gone.
pub(super) fn circles(merged: &Plan, mine: &Plan, theirs: &Plan) -> HashSet<Place> {
    let mut found = HashSet::new();
    for id in below_themselves(merged.cards.iter().map(|c| (c.id, c.parent))) {
        let parent = |plan: &Plan| plan.cards.get(id).and_then(|card| card.parent);
        if parent(mine) != parent(theirs) {
            found.insert(Place::cell(id, CARD.parent));
        }
    }
    let in_parents = below_themselves(merged.activities.iter().map(|a| (a.id, a.parent)));
    found.extend(
        differing(&in_parents, |a| a.parent, mine, theirs).map(|id| Place::cell(id, ACTIVITY.parent)),
    );
    if in_parents.is_empty() {
        let waiting = file::activities_in_circles(merged);
        let links = |a: &Activity| a.after.iter().map(|l| (l.activity, l.lag_days)).collect::<Vec<_>>();
        found.extend(differing(&waiting, links, mine, theirs).map(|id| Place::cell(id, ACTIVITY.after)));
        found.extend(
            differing(&waiting, |a| a.parent, mine, theirs).map(|id| Place::cell(id, ACTIVITY.parent)),
        );
    }
    found
}

/// The activities among these of which the copies have different links.
fn differing<'a, V: PartialEq + Default>(
    rows: &'a HashSet<Id<Activity>>,
    links: impl Fn(&Activity) -> V + 'a,
    mine: &'a Plan,
    theirs: &'a Plan,
) -> impl Iterator<Item = Id<Activity>> + 'a {
    rows.iter().copied().filter(move |id| {
        let of = |plan: &Plan| plan.activities.get(*id).map(&links).unwrap_or_default();
        of(mine) != of(theirs)
    })
}

/// Rows whose parents lead back to themselves.
fn below_themselves<T>(links: impl Iterator<Item = (Id<T>, Option<Id<T>>)>) -> HashSet<Id<T>> {
    let parents: HashMap<_, _> = links.filter_map(|(id, parent)| Some((id, parent?))).collect();
    let (mut done, mut found) = (HashSet::new(), HashSet::new());
    for start in parents.keys() {
        let (mut way, mut on_way) = (Vec::new(), HashSet::new());
        let mut at = Some(*start);
        while let Some(id) = at.filter(|id| !done.contains(id) && on_way.insert(*id)) {
            way.push(id);
            at = parents.get(&id).copied();
        }
        if let Some(back) = at.and_then(|id| way.iter().position(|on| *on == id)) {
            found.extend(way[back..].iter().copied());
        }
        done.extend(way);
    }
    found
}
