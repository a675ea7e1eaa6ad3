//! From the chosen branches of the objective tree to rows of the matrix.
//!
//! The objective of the core problem is the purpose, that of an effect above it the overall goal; the causes right below it that
//! belong to a chosen branch are outputs, their causes activities, and what hangs on those sub-activities (JICA's sequence from
//! objective analysis to PDM, `domain` 1.2).

use super::{Link, Tree, link::agreed};
use crate::plan::{Activity, At, Card, Edit, Id, IdSource, MatrixField, Output, Plan, Row, Text};
use std::collections::HashMap;

/// What a card becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// The overall goal.
    Goal,
    /// The purpose.
    Purpose,
    /// An output.
    Output,
    /// An activity.
    Activity,
    /// A part of an activity.
    Part,
}

/// What would happen to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A row is made, or an empty one written.
    New,
    /// The row is written already; it keeps its words and is linked to the card.
    Join,
    /// The row is there and linked.
    There(Link),
    /// The card has no objective yet, so that there is nothing to write.
    NoObjective,
}

/// A row that can be made of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The card.
    pub card: Id<Card>,
    /// What it becomes.
    pub kind: RowKind,
    /// What would happen.
    pub state: State,
}

/// The rows that the chosen branches make, in the order of the matrix. `goal`: which effect becomes the overall goal; without one
/// the first.
#[must_use]
pub fn offers(plan: &Plan, tree: &Tree, goal: Option<Id<Card>>) -> Vec<Offer> {
    let chosen = tree.chosen(plan);
    let Some(core) = tree.core().filter(|_| !chosen.is_empty()) else { return Vec::new() };
    let (mut outputs, mut activities) = (HashMap::new(), HashMap::new());
    for (link, card) in Link::all(plan) {
        match link {
            Link::Output(_) => _ = outputs.entry(card).or_insert(link),
            Link::Activity(_) => _ = activities.entry(card).or_insert(link),
            Link::Goal | Link::Purpose => {}
        }
    }
    let mut offers = Vec::new();
    let effects: Vec<Id<Card>> = core.effects.iter().map(|i| tree.nodes()[*i].id).collect();
    let matrix = &*plan.matrix;
    let there = matrix.goal_card.filter(|card| effects.contains(card));
    let wanted = there.or(goal.filter(|card| effects.contains(card))).or(effects.first().copied());
    let single = |card, kind, link: Link, is_linked: bool, text: &Text| {
        let state = match (is_linked, has_objective(plan, card), text.is_blank()) {
            (true, ..) => State::There(link),
            (_, false, _) => State::NoObjective,
            (_, _, true) => State::New,
            (_, _, false) => State::Join,
        };
        Offer { card, kind, state }
    };
    offers.extend(
        wanted.map(|card| {
            single(card, RowKind::Goal, Link::Goal, matrix.goal_card == Some(card), &matrix.goal)
        }),
    );
    let is_linked = matrix.purpose_card == Some(core.id);
    offers.push(single(core.id, RowKind::Purpose, Link::Purpose, is_linked, &matrix.purpose));
    let is_in = |at: usize| chosen.iter().any(|c| tree.is_within(at, *c) || tree.is_within(*c, at));
    // A chosen card deep in a branch brings in the cards above it, and of theirs only itself.
    for top in core.causes.iter().copied().filter(|at| is_in(*at)) {
        let mut open = vec![(top, RowKind::Output)];
        while let Some((at, kind)) = open.pop() {
            let card = tree.nodes()[at].id;
            let made = if kind == RowKind::Output { &outputs } else { &activities };
            let state = match made.get(&card) {
                Some(link) => State::There(*link),
                None if has_objective(plan, card) => State::New,
                None => State::NoObjective,
            };
            offers.push(Offer { card, kind, state });
            let next = if kind == RowKind::Output { RowKind::Activity } else { RowKind::Part };
            let causes = tree.nodes()[at].causes.iter().rev().filter(|at| is_in(**at));
            open.extend(causes.map(|at| (*at, next)));
        }
    }
    offers
}

fn has_objective(plan: &Plan, card: Id<Card>) -> bool {
    plan.cards.get(card).is_some_and(|c| !c.objective.is_blank())
}

/// Makes the rows of these offers in one step; nothing when all of them are there. Written rows keep their words.
#[must_use]
pub fn rows_edit(plan: &Plan, tree: &Tree, offers: &[Offer], ids: &mut IdSource) -> Option<Edit> {
    let mut edits = Vec::new();
    let mut outputs = HashMap::<Id<Card>, Id<Output>>::new();
    let mut activities = HashMap::<Id<Card>, Id<Activity>>::new();
    for offer in offers {
        let card = plan.cards.get(offer.card)?;
        match offer.state {
            State::There(Link::Output(id)) => {
                outputs.insert(card.id, id);
            }
            State::There(Link::Activity(id)) => {
                activities.insert(card.id, id);
            }
            State::There(_) | State::NoObjective => {}
            State::New | State::Join => {
                let said = card.objective.clone();
                let above = tree.node(card.id).and_then(|n| n.parent).map(|p| tree.nodes()[p].id);
                let output = || outputs_above(tree, card.id, &outputs);
                match offer.kind {
                    RowKind::Goal => goal(offer.state, card, said, &mut edits),
                    RowKind::Purpose => purpose(offer.state, card, said, &mut edits),
                    RowKind::Output => {
                        let row = Output {
                            agreed: agreed(&said, &said),
                            text: said,
                            card: Some(card.id),
                            ..Output::new(ids.next())
                        };
                        outputs.insert(card.id, row.id);
                        edits.push(Output::add(row, At::Last));
                    }
                    RowKind::Activity | RowKind::Part => {
                        let row = Activity {
                            agreed: agreed(&said, &said),
                            name: said,
                            card: Some(card.id),
                            output: output(),
                            parent: above.and_then(|above| activities.get(&above).copied()),
                            ..Activity::new(ids.next())
                        };
                        activities.insert(card.id, row.id);
                        edits.push(Activity::add(row, At::Last));
                    }
                }
            }
        }
    }
    (!edits.is_empty()).then_some(Edit::Several("step-matrix-rows", edits))
}

/// The output of the first card above this one that has one.
fn outputs_above(tree: &Tree, card: Id<Card>, outputs: &HashMap<Id<Card>, Id<Output>>) -> Option<Id<Output>> {
    let mut at = tree.node(card)?.parent;
    while let Some(node) = at.and_then(|i| tree.nodes().get(i)) {
        if let Some(output) = outputs.get(&node.id) {
            return Some(*output);
        }
        at = node.parent;
    }
    None
}

fn goal(state: State, card: &Card, said: Text, edits: &mut Vec<Edit>) {
    edits.push(Edit::Matrix(MatrixField::GoalCard(Some(card.id))));
    if state == State::New {
        edits.push(Edit::Matrix(MatrixField::GoalAgreed(agreed(&said, &said))));
        edits.push(Edit::Matrix(MatrixField::Goal(said)));
    }
}

fn purpose(state: State, card: &Card, said: Text, edits: &mut Vec<Edit>) {
    edits.push(Edit::Matrix(MatrixField::PurposeCard(Some(card.id))));
    if state == State::New {
        edits.push(Edit::Matrix(MatrixField::PurposeAgreed(agreed(&said, &said))));
        edits.push(Edit::Matrix(MatrixField::Purpose(said)));
    }
}
