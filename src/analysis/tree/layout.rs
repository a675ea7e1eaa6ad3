//! Where the cards of a tree stand: the core problem in the middle, causes below, effects above.
//!
//! What hangs on the core problem stands side by side; what hangs on that stands under it (over it, among effects) as a list, each
//! step further in. So the tree is as wide as it has branches, words stay large on a small screen, and a new card moves only the
//! cards of its own branch that come behind it. A new branch moves the other branches of its side, each as a whole.

use super::Tree;
use crate::plan::CardKind;

/// Sizes, in any unit; a window uses points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// Width of a card that hangs on the core problem, and of the core problem itself.
    pub width: f32,
    /// Height of a card.
    pub height: f32,
    /// Between two branches side by side.
    pub gap: f32,
    /// Between the core problem and the cards that hang on it.
    pub rise: f32,
    /// Between two cards of a branch, one below the other.
    pub step: f32,
    /// How far a card of a branch stands further in than the one it hangs on; it is narrower by so much.
    pub indent: f32,
}

/// Cards deeper than this stand no further in: a card needs room for words.
const MOST_STEPS: usize = 4;

/// The left upper corner of a card, and its width. `x` grows to the right, `y` downwards; the first core problem has its middle at
/// 0, 0.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
}

/// Where every node of a tree stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The sizes it was made with.
    pub measures: Measures,
    spots: Vec<Spot>,
}

impl Layout {
    /// Lays a tree out.
    #[must_use]
    pub fn new(tree: &Tree, measures: Measures) -> Self {
        let mut layout = Self { measures, spots: vec![Spot::default(); tree.nodes().len()] };
        let Measures { width, height, gap, .. } = measures;
        let mut right = None;
        for (at, node) in tree.nodes().iter().enumerate().filter(|(_, n)| n.parent.is_none()) {
            let wing = layout.span(node.causes.len().max(node.effects.len()).max(1)) * 0.5;
            let middle = right.map_or(0.0, |right: f32| right + gap * 2.0 + wing);
            right = Some(middle + wing);
            layout.spots[at] = Spot { x: middle - width * 0.5, y: -height * 0.5, width };
            layout.side(tree, &node.causes, middle);
            layout.side(tree, &node.effects, middle);
        }
        layout
    }

    /// The width of so many branches side by side.
    fn span(&self, branches: usize) -> f32 {
        count(branches) * self.measures.width + count(branches.saturating_sub(1)) * self.measures.gap
    }

    /// Branches of a core problem that stand on one side of it.
    fn side(&mut self, tree: &Tree, branches: &[usize], middle: f32) {
        let m = self.measures;
        let mut left = middle - self.span(branches.len()) * 0.5;
        for branch in branches {
            for (row, at) in outline(tree, *branch).into_iter().enumerate() {
                let node = &tree.nodes()[at];
                let inwards = m.indent * count(node.depth.saturating_sub(1).min(MOST_STEPS));
                let far = m.height * 0.5 + m.rise + count(row) * (m.height + m.step);
                let y = if node.kind == CardKind::Effect { -far - m.height } else { far };
                self.spots[at] = Spot { x: left + inwards, y, width: m.width - inwards };
            }
            left += m.width + m.gap;
        }
    }

    /// Where each node of the tree stands, in the order of [`Tree::nodes`].
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// Left, upper, right and lower edge of everything; nothing when there is no card.
    #[must_use]
    pub fn bounds(&self) -> Option<[f32; 4]> {
        self.bounds_of(0..self.spots.len())
    }

    /// Left, upper, right and lower edge of these nodes together.
    #[must_use]
    pub fn bounds_of(&self, nodes: impl IntoIterator<Item = usize>) -> Option<[f32; 4]> {
        let height = self.measures.height;
        nodes.into_iter().filter_map(|i| self.spots.get(i)).fold(None, |all, s| {
            let card = [s.x, s.y, s.x + s.width, s.y + height];
            Some(match all {
                None => card,
                Some([a, b, c, d]) => [card[0].min(a), card[1].min(b), card[2].max(c), card[3].max(d)],
            })
        })
    }
}

/// A branch in the order in which its cards are read away from the core problem.
fn outline(tree: &Tree, branch: usize) -> Vec<usize> {
    let (mut all, mut open) = (Vec::new(), vec![branch]);
    while let Some(at) = open.pop() {
        all.push(at);
        open.extend(tree.nodes()[at].children().rev());
    }
    all
}

#[allow(clippy::cast_precision_loss, reason = "cards of a tree are few enough to be exact")]
fn count(n: usize) -> f32 {
    n as f32
}
