//! The problem tree as it is shown: which card hangs where, its number, and the cards that wait for a place. The same cards with
//! their positive twins are the objective tree.
//!
//! [`Tree`] says what is shown, [`Layout`] where it goes, [`act`] what a person does to cards, [`Link`] and [`Difference`] join cards
//! to rows of the matrix. Nothing here knows a window: exports draw from the same values.

pub mod act;
mod layout;
mod link;
mod rows;
#[cfg(test)]
mod tests;

pub use layout::{Layout, Measures, Part, Spot};
pub use link::{Changed, Difference, Link, differences};
pub use rows::{Offer, RowKind, State, offers, rows_edit};

use crate::plan::{Card, CardKind, Id, Plan, Table};
use std::{collections::HashMap, sync::Arc};

/// A card at its place in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The card.
    pub id: Id<Card>,
    /// Its row in the plan's table of cards.
    pub row: usize,
    /// Core problem, cause or effect. A card is what the card is that it hangs on, so that a branch is never torn apart.
    pub kind: CardKind,
    /// How far it is from the core problem: 0 for the core problem itself.
    pub depth: usize,
    /// The node it hangs on.
    pub parent: Option<usize>,
    /// Causes of a core problem or a cause.
    pub causes: Vec<usize>,
    /// Effects of a core problem or an effect.
    pub effects: Vec<usize>,
    /// Its number among causes or effects, such as `1.2`; of the core problem empty, or `2` for a second one.
    pub number: Arc<str>,
}

impl Node {
    /// The key of what it is called in the problem tree; takes its number.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self.kind {
            CardKind::Core => "trees-core",
            CardKind::Cause => "trees-cause",
            CardKind::Effect => "trees-effect",
        }
    }

    /// The key of what its positive twin is called in the objective tree; takes its number.
    #[must_use]
    pub const fn objective_words(&self) -> &'static str {
        match self.kind {
            CardKind::Core => "trees-core-objective",
            CardKind::Cause => "trees-means",
            CardKind::Effect => "trees-end",
        }
    }

    /// The nodes that hang on it, causes first.
    pub fn children(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.causes.iter().chain(&self.effects).copied()
    }
}

/// Every card of a plan at its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree {
    nodes: Vec<Node>,
    places: HashMap<Id<Card>, usize>,
    loose: Vec<Id<Card>>,
}

impl Tree {
    /// Reads the tree from the cards: those that are called core problem and hang on nothing are its middle; those that hang on
    /// nothing else wait for a place.
    #[must_use]
    pub fn new(cards: &Table<Card>) -> Self {
        let mut below = HashMap::<Id<Card>, Vec<usize>>::new();
        let mut tree = Self::default();
        let mut open = Vec::new();
        for (row, card) in cards.iter().enumerate() {
            match (card.parent, card.kind) {
                (Some(parent), _) => below.entry(parent).or_default().push(row),
                (None, Some(CardKind::Core)) => open.push((row, CardKind::Core, None)),
                (None, _) => tree.loose.push(card.id),
            }
        }
        let cores = open.len();
        open.reverse();
        // Depth first without recursion: a damaged file may nest deeply.
        while let Some((row, kind, parent)) = open.pop() {
            let Some(card) = cards.at(row) else { continue };
            let at = tree.nodes.len();
            tree.put(card.id, row, kind, parent, cores);
            let children = below.get(&card.id).map_or(&[][..], Vec::as_slice);
            let kind_of = |row: usize| match kind {
                CardKind::Core => match cards.at(row).and_then(|c| c.kind) {
                    Some(CardKind::Effect) => CardKind::Effect,
                    _ => CardKind::Cause,
                },
                side => side,
            };
            // Causes are numbered before effects, each in the order of the table.
            for side in [CardKind::Effect, CardKind::Cause] {
                let mine = children.iter().rev().filter(|row| kind_of(**row) == side);
                open.extend(mine.map(|row| (*row, side, Some(at))));
            }
        }
        tree
    }

    fn put(&mut self, id: Id<Card>, row: usize, kind: CardKind, parent: Option<usize>, cores: usize) {
        let at = self.nodes.len();
        let siblings = parent.map(|p| {
            let parent = &mut self.nodes[p];
            let list = if kind == CardKind::Effect { &mut parent.effects } else { &mut parent.causes };
            list.push(at);
            list.len()
        });
        let place = siblings.unwrap_or_else(|| 1 + self.nodes.iter().filter(|n| n.parent.is_none()).count());
        let above = parent.map(|p| &self.nodes[p]).filter(|p| p.depth > 0).map(|p| &*p.number);
        let number = match (parent, above) {
            (None, _) if cores < 2 => String::new(),
            (_, Some(above)) => format!("{above}.{place}"),
            (_, None) => place.to_string(),
        };
        let depth = parent.map_or(0, |p| self.nodes[p].depth + 1);
        let (causes, effects) = (Vec::new(), Vec::new());
        self.nodes.push(Node { id, row, kind, depth, parent, causes, effects, number: number.into() });
        self.places.insert(id, at);
    }

    /// The cards that have a place: each core problem, its causes depth first, its effects depth first.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Where a card stands in [`Tree::nodes`]; nothing when it waits for a place.
    #[must_use]
    pub fn position(&self, id: Id<Card>) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// A card at its place.
    #[must_use]
    pub fn node(&self, id: Id<Card>) -> Option<&Node> {
        self.position(id).and_then(|i| self.nodes.get(i))
    }

    /// The first core problem.
    #[must_use]
    pub fn core(&self) -> Option<&Node> {
        self.nodes.first()
    }

    /// Cards that wait for a place, in the order of the plan.
    #[must_use]
    pub fn loose(&self) -> &[Id<Card>] {
        &self.loose
    }

    /// The nodes beside one, itself among them, in their order; core problems are beside each other.
    #[must_use]
    pub fn siblings(&self, at: usize) -> Vec<usize> {
        let Some(node) = self.nodes.get(at) else { return Vec::new() };
        match (node.parent.and_then(|p| self.nodes.get(p)), node.kind) {
            (Some(parent), CardKind::Effect) => parent.effects.clone(),
            (Some(parent), _) => parent.causes.clone(),
            (None, _) => (0..self.nodes.len()).filter(|i| self.nodes[*i].parent.is_none()).collect(),
        }
    }

    /// A node and everything that hangs on it.
    #[must_use]
    pub fn branch(&self, at: usize) -> Vec<usize> {
        let (mut all, mut open) = (Vec::new(), vec![at]);
        while let Some(at) = open.pop() {
            if let Some(node) = self.nodes.get(at) {
                all.push(at);
                open.extend(node.children());
            }
        }
        all
    }

    /// A branch in the order in which its cards are read away from the core problem.
    #[must_use]
    pub fn outline(&self, branch: usize) -> Vec<usize> {
        let (mut all, mut open) = (Vec::new(), vec![branch]);
        while let Some(at) = open.pop() {
            all.push(at);
            open.extend(self.nodes[at].children().rev());
        }
        all
    }

    /// Whether a node is another one or hangs below it.
    #[must_use]
    pub fn is_within(&self, at: usize, branch: usize) -> bool {
        let mut next = Some(at);
        while let Some(i) = next {
            if i == branch {
                return true;
            }
            next = self.nodes.get(i).and_then(|n| n.parent);
        }
        false
    }

    /// The nodes at which a branch begins that the team chose; a chosen card inside a chosen branch begins no second one.
    #[must_use]
    pub fn chosen(&self, plan: &Plan) -> Vec<usize> {
        let is_chosen = |i: usize| plan.cards.get(self.nodes[i].id).is_some_and(|c| c.chosen);
        let has_chosen_above = |i: usize| {
            let mut next = self.nodes[i].parent;
            while let Some(above) = next {
                if is_chosen(above) {
                    return true;
                }
                next = self.nodes[above].parent;
            }
            false
        };
        (0..self.nodes.len()).filter(|i| is_chosen(*i) && !has_chosen_above(*i)).collect()
    }
}
