//! What a person does to cards, as edits. Nothing when it cannot be done.

use super::Tree;
use crate::plan::{At, Card, CardField, CardKind, Edit, Id, Plan, Row, Strategy, StrategyField};

/// Where a card may be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// On a card, behind what hangs there already; on the core problem as a cause.
    On(Id<Card>),
    /// On the core problem, as an effect.
    Above(Id<Card>),
    /// Beside a card, before it.
    Before(Id<Card>),
    /// Beside a card, behind it.
    After(Id<Card>),
    /// Into the middle: it becomes a core problem.
    Middle,
    /// Among the cards that wait for a place.
    Tray,
}

/// Why a branch cannot go where it was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum No {
    /// It would hang on itself.
    Circle,
    /// One of the cards is not there, or nothing would change.
    Nothing,
}

impl No {
    /// The key of what is said about it; empty: nothing.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Circle => "trees-no-circle",
            Self::Nothing => "",
        }
    }
}

/// Kind and parent that a card gets at a target.
fn place(tree: &Tree, target: Target) -> Option<(Option<CardKind>, Option<Id<Card>>)> {
    let side = |kind| if kind == CardKind::Effect { CardKind::Effect } else { CardKind::Cause };
    match target {
        Target::On(id) => tree.node(id).map(|node| (Some(side(node.kind)), Some(id))),
        Target::Above(id) => {
            let node = tree.node(id)?;
            let kind = if node.kind == CardKind::Core { CardKind::Effect } else { node.kind };
            Some((Some(kind), Some(id)))
        }
        Target::Before(id) | Target::After(id) => {
            let node = tree.node(id)?;
            let parent = node.parent.map(|p| tree.nodes()[p].id);
            Some((Some(node.kind), parent))
        }
        Target::Middle => Some((Some(CardKind::Core), None)),
        Target::Tray => Some((None, None)),
    }
}

/// A new card at a target, with the place it takes in the order of the plan.
#[must_use]
pub fn new_card(tree: &Tree, target: Target, id: Id<Card>) -> Option<(Card, At<Card>)> {
    let (kind, parent) = place(tree, target)?;
    let at = match target {
        Target::Before(id) => At::Before(id),
        Target::After(id) => At::After(id),
        _ => At::Last,
    };
    Some((Card { kind, parent, ..Card::new(id) }, at))
}

/// Puts a card with its branch to another place, as one step.
///
/// # Errors
/// When it cannot go there.
pub fn move_card(plan: &Plan, tree: &Tree, card: Id<Card>, target: Target) -> Result<Edit, No> {
    let row = plan.cards.get(card).ok_or(No::Nothing)?;
    let on = match target {
        Target::On(id) | Target::Above(id) | Target::Before(id) | Target::After(id) => Some(id),
        Target::Middle | Target::Tray => None,
    };
    let from = tree.position(card);
    if let (Some(from), Some(to)) = (from, on.and_then(|id| tree.position(id)))
        && tree.is_within(to, from)
    {
        // Before and behind itself is where it is.
        return Err(if on == Some(card) { No::Nothing } else { No::Circle });
    }
    let (kind, parent) = place(tree, target).ok_or(No::Nothing)?;
    let mut edits = Vec::new();
    if row.parent != parent {
        edits.push(Card::change(card, CardField::Parent(parent)));
    }
    if row.kind != kind {
        edits.push(Card::change(card, CardField::Kind(kind)));
    }
    edits.extend(below(plan, card).into_iter().filter_map(|id| {
        let side = if kind == Some(CardKind::Effect) { CardKind::Effect } else { CardKind::Cause };
        // Under a core problem each card keeps its side.
        let is_other = plan.cards.get(id).is_some_and(|c| c.kind != Some(side));
        (kind != Some(CardKind::Core) && kind.is_some() && is_other)
            .then(|| Card::change(id, CardField::Kind(Some(side))))
    }));
    let order = match target {
        Target::Before(id) => Some(At::Before(id)),
        Target::After(id) => Some(At::After(id)),
        Target::On(_) | Target::Above(_) if (row.parent, row.kind) != (parent, kind) => Some(At::Last),
        _ => None,
    };
    let moves = order.filter(|at| !is_there(plan, card, *at));
    edits.extend(moves.map(|at| Card::relocate(card, at)));
    if edits.is_empty() { Err(No::Nothing) } else { Ok(Edit::Several("step-card-move", edits)) }
}

/// Whether a card stands there already.
fn is_there(plan: &Plan, card: Id<Card>, at: At<Card>) -> bool {
    let place = |id| plan.cards.position(id);
    let own = place(card);
    match at {
        At::Before(id) => own.map(|i| i + 1) == place(id),
        At::After(id) => place(id).map(|i| i + 1) == own,
        At::First => own == Some(0),
        At::Last => own.map(|i| i + 1) == Some(plan.cards.len()),
    }
}

/// Everything that hangs on a card, without itself; also on one that waits for a place.
fn below(plan: &Plan, card: Id<Card>) -> Vec<Id<Card>> {
    let mut all = vec![card];
    let mut next = 0;
    while let Some(at) = all.get(next).copied() {
        all.extend(plan.cards.iter().filter(|c| c.parent == Some(at) && c.id != card).map(|c| c.id));
        next += 1;
    }
    all.remove(0);
    all
}

/// How many cards hang on a card, directly or further away.
#[must_use]
pub fn count_below(plan: &Plan, card: Id<Card>) -> usize {
    below(plan, card).len()
}

/// One place to the left or right among its siblings.
#[must_use]
pub fn shift(plan: &Plan, tree: &Tree, card: Id<Card>, forwards: bool) -> Option<Edit> {
    let at = tree.position(card)?;
    let siblings = tree.siblings(at);
    let here = siblings.iter().position(|i| *i == at)?;
    let to = if forwards { here + 1 } else { here.checked_sub(1)? };
    let other = tree.nodes()[*siblings.get(to)?].id;
    let target = if forwards { Target::After(other) } else { Target::Before(other) };
    move_card(plan, tree, card, target).ok()
}

/// Becomes something that hangs on the sibling before it.
#[must_use]
pub fn inwards(plan: &Plan, tree: &Tree, card: Id<Card>) -> Option<Edit> {
    let at = tree.position(card).filter(|at| tree.nodes()[*at].parent.is_some())?;
    let siblings = tree.siblings(at);
    let here = siblings.iter().position(|i| *i == at)?;
    let before = tree.nodes()[*siblings.get(here.checked_sub(1)?)?].id;
    move_card(plan, tree, card, Target::On(before)).ok()
}

/// Becomes the sibling behind what it hangs on.
#[must_use]
pub fn outwards(plan: &Plan, tree: &Tree, card: Id<Card>) -> Option<Edit> {
    let parent = &tree.nodes()[tree.node(card)?.parent?];
    parent.parent?;
    move_card(plan, tree, card, Target::After(parent.id)).ok()
}

/// Chooses the branch that begins at a card, or takes the choice back. Alternatives that take this branch follow.
#[must_use]
pub fn choose(plan: &Plan, card: Id<Card>, is_chosen: bool) -> Edit {
    let mut edits = vec![Card::change(card, CardField::Chosen(is_chosen))];
    for strategy in plan.strategies.iter().filter(|s| s.branch == Some(card) && s.chosen != is_chosen) {
        edits.push(Strategy::change(strategy.id, StrategyField::Chosen(is_chosen)));
    }
    Edit::Several(if is_chosen { "step-branch-choose" } else { "step-branch-leave" }, edits)
}

/// Chooses an alternative, or takes the choice back; its branch follows, unless another chosen alternative takes it too.
#[must_use]
pub fn choose_strategy(plan: &Plan, id: Id<Strategy>, is_chosen: bool) -> Option<Edit> {
    let strategy = plan.strategies.get(id)?;
    let mut edits = vec![Strategy::change(id, StrategyField::Chosen(is_chosen))];
    let others = |branch| plan.strategies.iter().any(|s| s.id != id && s.chosen && s.branch == Some(branch));
    if let Some(branch) = strategy.branch
        && (is_chosen || !others(branch))
    {
        edits.push(Card::change(branch, CardField::Chosen(is_chosen)));
    }
    Some(Edit::Several(if is_chosen { "step-strategy-choose" } else { "step-strategy-leave" }, edits))
}

/// Alternatives for the branches of the tree that have none yet: one for each card that hangs on the core problem as a cause.
#[must_use]
pub fn alternatives(plan: &Plan, tree: &Tree, mut new_id: impl FnMut() -> Id<Strategy>) -> Option<Edit> {
    let core = tree.core()?;
    let has_one = |id| plan.strategies.iter().any(|s| s.branch == Some(id));
    let cards = core.causes.iter().filter_map(|i| plan.cards.get(tree.nodes()[*i].id));
    let new: Vec<Edit> = cards
        .filter(|card| !(has_one(card.id) || card.objective.is_blank() && card.problem.is_blank()))
        .map(|card| {
            let name = if card.objective.is_blank() { &card.problem } else { &card.objective };
            let strategy = Strategy {
                name: name.clone(),
                branch: Some(card.id),
                chosen: card.chosen,
                ..Strategy::new(new_id())
            };
            Strategy::add(strategy, At::Last)
        })
        .collect();
    (!new.is_empty()).then_some(Edit::Several("step-strategies-take", new))
}

/// Lets an alternative take another branch; if it is chosen, the choice goes along.
#[must_use]
pub fn set_branch(plan: &Plan, id: Id<Strategy>, branch: Option<Id<Card>>) -> Edit {
    let set = Strategy::change(id, StrategyField::Branch(branch));
    let Some(strategy) = plan.strategies.get(id).filter(|s| s.chosen && s.branch != branch) else {
        return set;
    };
    let mut edits = vec![set];
    let others = |card| plan.strategies.iter().any(|s| s.id != id && s.chosen && s.branch == Some(card));
    if let Some(old) = strategy.branch.filter(|old| !others(*old)) {
        edits.push(Card::change(old, CardField::Chosen(false)));
    }
    edits.extend(branch.map(|new| Card::change(new, CardField::Chosen(true))));
    Edit::Several("step-strategy-branch", edits)
}
