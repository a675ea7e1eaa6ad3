//! Where the cards of a tree stand: the core problem in the middle, causes below, effects above.
//!
//! What hangs on the core problem stands side by side; what hangs on that stands under it (over it, among effects) as a list, each
//! step further in. So the tree is as wide as it has branches, words stay large on a small screen, and a new card moves only the
//! cards of its own branch that come behind it. A new branch moves the other branches of its side, each as a whole.

use super::Tree;

/// Sizes, in any unit; a window uses points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// Width of a card that hangs on the core problem, and of the core problem itself.
    pub width: f32,
    /// Width of these cards where there is room beside them: of the core problem, and of the side that has fewer branches. Never
    /// narrower than the others.
    pub wide: f32,
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

impl Measures {
    /// The width of so many branches side by side, each as wide as `width`.
    fn span(&self, branches: usize, width: f32) -> f32 {
        count(branches) * width + count(branches.saturating_sub(1)) * self.gap
    }

    /// How wide each of so many branches may be in a room that holds them.
    fn beside(&self, branches: usize, room: f32) -> f32 {
        let all = room - count(branches.saturating_sub(1)) * self.gap;
        (all / count(branches.max(1))).min(self.wide).max(self.width)
    }
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
    /// Height; 0 of a card that is not shown.
    pub height: f32,
}

/// A core problem, or any card that stands in the place of one, with some of what hangs on it: on paper a large tree is shown in
/// several parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The node in the middle.
    pub root: usize,
    /// Branches below it, each with its nodes in the order in which they are read away from the middle.
    pub below: Vec<Vec<usize>>,
    /// Branches above it, in the same form.
    pub above: Vec<Vec<usize>>,
}

impl Part {
    /// A node with everything that hangs on it.
    #[must_use]
    pub fn whole(tree: &Tree, root: usize) -> Self {
        let node = &tree.nodes()[root];
        let branches = |side: &[usize]| side.iter().map(|at| tree.outline(*at)).collect();
        Self { root, below: branches(&node.causes), above: branches(&node.effects) }
    }
}

/// Branches on one side of the middle.
struct Side<'a> {
    branches: &'a [Vec<usize>],
    is_above: bool,
    /// Where the card in the middle has its middle.
    middle: f32,
    /// How far from there the first cards begin.
    near: f32,
    /// The depth of the first cards.
    depth: usize,
    /// The width of the first cards.
    width: f32,
}

/// Where every node of a tree stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The sizes it was made with.
    pub measures: Measures,
    spots: Vec<Spot>,
}

impl Layout {
    /// Lays a tree out, all cards with the same height.
    #[must_use]
    pub fn new(tree: &Tree, measures: Measures) -> Self {
        let roots = (0..tree.nodes().len()).filter(|at| tree.nodes()[*at].parent.is_none());
        let parts: Vec<_> = roots.map(|at| Part::whole(tree, at)).collect();
        Self::of(tree, &parts, measures, |_, _| measures.height)
    }

    /// Lays parts of a tree out beside each other; `height` says how high a node's card is at a width.
    #[must_use]
    pub fn of(
        tree: &Tree,
        parts: &[Part],
        measures: Measures,
        mut height: impl FnMut(usize, f32) -> f32,
    ) -> Self {
        let mut layout = Self { measures, spots: vec![Spot::default(); tree.nodes().len()] };
        let gap = measures.gap;
        let mut right = None;
        for part in parts {
            let span = measures.span(part.below.len().max(part.above.len()).max(1), measures.width);
            let wing = span * 0.5;
            let middle = right.map_or(0.0, |right: f32| right + gap * 2.0 + wing);
            right = Some(middle + wing);
            let width = measures.beside(1, span);
            let high = height(part.root, width);
            layout.spots[part.root] = Spot { x: middle - width * 0.5, y: -high * 0.5, width, height: high };
            let depth = tree.nodes()[part.root].depth + 1;
            let near = high * 0.5 + measures.rise;
            for (branches, is_above) in [(&part.below, false), (&part.above, true)] {
                let width = measures.beside(branches.len(), span);
                layout.side(tree, &Side { branches, is_above, middle, near, depth, width }, &mut height);
            }
        }
        layout
    }

    fn side(&mut self, tree: &Tree, side: &Side<'_>, height: &mut impl FnMut(usize, f32) -> f32) {
        let m = self.measures;
        let mut left = side.middle - m.span(side.branches.len(), side.width) * 0.5;
        for branch in side.branches {
            let mut far = side.near;
            for at in branch {
                let steps = tree.nodes()[*at].depth.saturating_sub(side.depth).min(MOST_STEPS);
                let inwards = m.indent * count(steps);
                let width = side.width - inwards;
                let height = height(*at, width);
                let y = if side.is_above { -far - height } else { far };
                self.spots[*at] = Spot { x: left + inwards, y, width, height };
                far += height + m.step;
            }
            left += side.width + m.gap;
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
        let shown = nodes.into_iter().filter_map(|i| self.spots.get(i)).filter(|spot| spot.height > 0.0);
        shown.fold(None, |all, s| {
            let card = [s.x, s.y, s.x + s.width, s.y + s.height];
            Some(match all {
                None => card,
                Some([a, b, c, d]) => [card[0].min(a), card[1].min(b), card[2].max(c), card[3].max(d)],
            })
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "cards of a tree are few enough to be exact")]
fn count(n: usize) -> f32 {
    n as f32
}
