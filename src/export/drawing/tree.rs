//! The problem tree and the objective tree: the core problem in the middle, effects above it, causes below it. What does not fit on
//! one sheet with words that can be read goes on, branch by branch, on others that show the card it hangs on.

use super::{Frame, Ink, Room, Scene, count, measure::Ruler, told};
use crate::{
    analysis::tree::{self as trees, Layout, Measures, Node, Spot, Tree},
    export::report::{Align, Line, Tone, speech::Speech},
    plan::{Card, CardKind, Text},
};
use std::collections::{HashSet, VecDeque};

/// Which of the two trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Part {
    /// What keeps things as they are.
    Problem,
    /// What it looks like when that is solved.
    Objective,
}

impl Part {
    const fn text(self, card: &Card) -> &Text {
        match self {
            Self::Problem => &card.problem,
            Self::Objective => &card.objective,
        }
    }

    const fn words(self, node: &Node) -> &'static str {
        match self {
            Self::Problem => node.words(),
            Self::Objective => node.objective_words(),
        }
    }

    /// The key of its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Problem => "report-problem-tree",
            Self::Objective => "report-objective-tree",
        }
    }
}

/// Sizes of type, the one that is liked most first. The name of a card is smaller than its words by [`NAME`].
const SIZES: [f32; 5] = [9.5, 9.0, 8.5, 8.0, 7.7];
const SMALLEST: f32 = SIZES[SIZES.len() - 1];
const NAME: f32 = 0.86;
/// Cards are no wider than this,
const WIDEST: f32 = 196.0;
/// and no narrower;
const NARROWEST: f32 = 110.0;
/// those with room beside them may be so wide, so that the tree is less high.
const ALONE: f32 = 250.0;
const GAP: f32 = 11.0;
const INDENT: f32 = 9.0;
/// Around everything.
const MARGIN: f32 = 5.0;
/// Room inside a card: at the side where reading starts, at the other one, above and below.
const INSIDE: [f32; 3] = [8.0, 5.0, 3.5];
/// More letters of one text are not drawn; the table below has all of them.
const MOST_LETTERS: usize = 220;
/// A damaged plan may have thousands of cards that hang on each other; the table has them all.
const MOST_SCENES: usize = 60;

/// The scenes of a tree; none when nothing is written in it.
pub(in crate::export) fn tree(me: &Speech<'_>, part: Part, room: Room) -> Vec<Scene> {
    let tree = &me.source.derived.tree;
    let card = |node: &Node| me.plan().cards.at(node.row);
    if !tree.nodes().iter().filter_map(card).any(|card| !part.text(card).is_blank()) {
        return Vec::new();
    }
    let ruler = Ruler::new(me.source.options.nastaliq);
    let chosen = tree.chosen(me.plan());
    let scenes = Painter { me, tree, part, room, ruler, chosen, scenes: Vec::new() }.scenes();
    told(scenes, &me.word_with("report-tree-alt", &[("tree", me.word(part.title()))]))
}

/// A card with branches that are still to be drawn.
struct Sheet {
    root: usize,
    below: Vec<usize>,
    above: Vec<usize>,
}

struct Painter<'a> {
    me: &'a Speech<'a>,
    tree: &'a Tree,
    part: Part,
    room: Room,
    ruler: Ruler,
    chosen: Vec<usize>,
    scenes: Vec<Scene>,
}

/// What a card says at a width.
struct Face {
    name: Vec<Line>,
    words: Vec<Line>,
    /// The heights of both.
    heights: [f32; 2],
}

impl Face {
    fn height(&self) -> f32 {
        self.heights[0] + self.heights[1] + INSIDE[2] * 2.0
    }
}

impl Painter<'_> {
    fn scenes(mut self) -> Vec<Scene> {
        let nodes = self.tree.nodes();
        let sheet = |(root, node): (usize, &Node)| Sheet {
            root,
            below: node.causes.clone(),
            above: node.effects.clone(),
        };
        let mut open: VecDeque<_> =
            nodes.iter().enumerate().filter(|(_, node)| node.parent.is_none()).map(sheet).collect();
        while let Some(sheet) = open.pop_front() {
            if self.scenes.len() >= MOST_SCENES {
                break;
            }
            if let Some(scene) = SIZES.iter().find_map(|size| self.whole(&sheet, *size)) {
                self.scenes.push(scene);
                continue;
            }
            for next in self.divided(sheet).into_iter().rev() {
                open.push_front(next);
            }
        }
        self.scenes
    }

    /// The height that the next scene has for cards.
    fn height(&self) -> f32 {
        self.room.height(self.scenes.len()) - MARGIN * 2.0
    }

    fn width(&self, columns: usize) -> f32 {
        let columns = count(columns.max(1));
        ((self.room.width - MARGIN * 2.0 - GAP * (columns - 1.0)) / columns).min(WIDEST)
    }

    /// A sheet with all its branches, if they fit at this size.
    fn whole(&mut self, sheet: &Sheet, size: f32) -> Option<Scene> {
        let width = self.width(sheet.below.len().max(sheet.above.len()));
        if width < NARROWEST {
            return None;
        }
        let outlines = |branches: &[usize]| branches.iter().map(|at| self.tree.outline(*at)).collect();
        let part =
            trees::Part { root: sheet.root, below: outlines(&sheet.below), above: outlines(&sheet.above) };
        let layout = self.layout(part.clone(), size, width);
        let [_, top, _, bottom] = layout.bounds()?;
        (bottom - top <= self.height()).then(|| self.paint(&part, &layout, size))
    }

    fn layout(&mut self, part: trees::Part, size: f32, width: f32) -> Layout {
        let wide = width.max(ALONE);
        let measures = Measures { width, wide, height: 0.0, gap: GAP, rise: 17.0, step: 6.0, indent: INDENT };
        let tree = self.tree;
        Layout::of(tree, &[part], measures, |at, width| self.face(at, size, width).height())
    }

    /// The sheets that take the place of one that does not fit; draws one itself where only cutting helps.
    fn divided(&mut self, sheet: Sheet) -> Vec<Sheet> {
        let Sheet { root, below, above } = sheet;
        let side = |below, above| Sheet { root, below, above };
        if !below.is_empty() && !above.is_empty() {
            return vec![side(Vec::new(), above), side(below, Vec::new())];
        }
        let is_above = below.is_empty();
        let branches = if is_above { above } else { below };
        let of = |branches| if is_above { side(Vec::new(), branches) } else { side(branches, Vec::new()) };
        let most = (1..).take_while(|n| self.width(*n) >= NARROWEST).last().unwrap_or(1);
        if branches.len() > most {
            // As many on each sheet, so that the last one is not nearly empty.
            let sheets = branches.len().div_ceil(most);
            return branches.chunks(branches.len().div_ceil(sheets)).map(|some| of(some.to_vec())).collect();
        }
        self.cut(root, &branches, is_above)
    }

    /// Draws what fits of branches that are too long, and says what is left.
    fn cut(&mut self, root: usize, branches: &[usize], is_above: bool) -> Vec<Sheet> {
        let width = self.width(branches.len());
        let outlines: Vec<_> = branches.iter().map(|at| self.tree.outline(*at)).collect();
        let both = |side: Vec<Vec<usize>>| {
            let (below, above) = if is_above { (Vec::new(), side) } else { (side, Vec::new()) };
            trees::Part { root, below, above }
        };
        let layout = self.layout(both(outlines.clone()), SMALLEST, width);
        let middle = layout.spots()[root];
        let far = |spot: &Spot| {
            if is_above { middle.y + middle.height - spot.y } else { spot.y + spot.height - middle.y }
        };
        let fits = |at: &usize| far(&layout.spots()[*at]) <= self.height();
        let kept = |outline: &Vec<usize>| {
            let most = outline.iter().take_while(|at| fits(at)).count();
            outline[..most.max(1)].to_vec()
        };
        let part = both(outlines.iter().map(kept).collect());
        let shown: HashSet<usize> = part.below.iter().chain(&part.above).flatten().copied().collect();
        let layout = self.layout(part.clone(), SMALLEST, width);
        let scene = self.paint(&part, &layout, SMALLEST);
        self.scenes.push(scene);
        let mut rest = Vec::new();
        for at in outlines.iter().flatten().filter(|at| shown.contains(at)) {
            let hidden: Vec<_> =
                self.tree.nodes()[*at].children().filter(|child| !shown.contains(child)).collect();
            if !hidden.is_empty() {
                let (below, above) = if is_above { (Vec::new(), hidden) } else { (hidden, Vec::new()) };
                rest.push(Sheet { root: *at, below, above });
            }
        }
        rest
    }

    fn face(&mut self, at: usize, size: f32, width: f32) -> Face {
        let node = &self.tree.nodes()[at];
        let me = self.me;
        let card = me.plan().cards.at(node.row);
        let mut name =
            me.word_with(self.part.words(node), &[("number", node.number.to_string())]).trim_end().to_owned();
        if card.is_some_and(|card| card.chosen) {
            name = format!("{name} \u{b7} {}", me.word("report-chosen"));
        }
        let mut words = card.map(|card| me.lines(self.part.text(card))).unwrap_or_default();
        if words.is_empty() {
            words.push(me.said(&me.word("report-unnamed")).in_tone(Tone::Soft));
        }
        if self.is_filled(node) {
            words.iter_mut().for_each(|line| line.tone = Tone::Normal);
        }
        let inside = width - INSIDE[0] - INSIDE[1];
        let words: Vec<_> =
            words.into_iter().map(|l| self.ruler.fitted(l, MOST_LETTERS, size, inside)).collect();
        let name = vec![me.said(&name)];
        let heights = [
            self.ruler.height(&name, size * NAME, inside, true),
            self.ruler.height(&words, size, inside, false),
        ];
        Face { name, words, heights }
    }

    fn is_filled(&self, node: &Node) -> bool {
        node.kind == CardKind::Core && self.part == Part::Problem
    }

    /// Everything that has a place in the layout, in the middle of a scene.
    fn paint(&mut self, part: &trees::Part, layout: &Layout, size: f32) -> Scene {
        let [left, top, right, bottom] = layout.bounds().unwrap_or_default();
        let mut scene = Scene::new(self.room, bottom - top + MARGIN * 2.0);
        let by = [(self.room.width - (right - left)) * 0.5 - left, MARGIN - top];
        let frame = |at: usize| {
            let spot = layout.spots()[at];
            Frame::new(spot.x + by[0], spot.y + by[1], spot.width, spot.height)
        };
        for at in &self.chosen {
            let Some([a, b, c, d]) = layout.bounds_of(self.tree.branch(*at)) else { continue };
            let around = Frame::new(
                a + by[0] - MARGIN + 1.0,
                b + by[1] - MARGIN + 1.0,
                c - a + MARGIN * 2.0 - 2.0,
                d - b + MARGIN * 2.0 - 2.0,
            );
            scene.rounded(around, 5.0, Ink::IndigoTint, Some(Ink::Indigo));
        }
        let shown: Vec<_> = part.below.iter().chain(&part.above).flatten().copied().collect();
        for at in &shown {
            let node = &self.tree.nodes()[*at];
            if let Some(parent) = node.parent {
                scene.path(way(node, part.root == parent, frame(parent), frame(*at)), Ink::Soft, 0.8);
            }
        }
        for at in [part.root].into_iter().chain(shown) {
            self.card(&mut scene, at, frame(at), size);
        }
        scene.turned(self.me.is_rtl())
    }

    fn card(&mut self, scene: &mut Scene, at: usize, frame: Frame, size: f32) {
        let node = &self.tree.nodes()[at];
        let (is_core, is_filled) = (node.kind == CardKind::Core, self.is_filled(node));
        let accent = match (is_core, self.part) {
            (true, _) => Ink::Indigo,
            (false, Part::Problem) => Ink::Soga,
            (false, Part::Objective) => Ink::Good,
        };
        let edge = if is_core { Ink::Indigo } else { Ink::Line };
        scene.rounded(frame, 3.0, if is_filled { Ink::Indigo } else { Ink::Card }, Some(edge));
        if !is_filled {
            scene.rounded(Frame::new(frame.x, frame.y + 2.0, 2.6, frame.height - 4.0), 1.0, accent, None);
        }
        let (soft, ink) = if is_filled { (Ink::Card, Ink::Card) } else { (accent, Ink::Text) };
        let face = self.face(at, size, frame.width);
        let [name, words] = face.heights;
        let (x, y) = (frame.x + INSIDE[0], frame.y + INSIDE[2]);
        let width = frame.width - INSIDE[0] - INSIDE[1];
        scene.words(Frame::new(x, y, width, name), face.name, (size * NAME, soft, true), Align::Start);
        scene.words(Frame::new(x, y + name, width, words), face.words, (size, ink, false), Align::Start);
        scene.at_top();
    }
}

/// The way of a link from the card that something hangs on.
fn way(node: &Node, is_from_root: bool, from: Frame, to: Frame) -> Vec<[f32; 2]> {
    let is_up = node.kind == CardKind::Effect;
    let (leave, enter) = if is_up { (from.y, to.y + to.height) } else { (from.y + from.height, to.y) };
    if is_from_root {
        let turn = leave + (enter - leave) * 0.45;
        let (a, b) = (from.x + from.width * 0.5, to.x + to.width * 0.5);
        return vec![[a, leave], [a, turn], [b, turn], [b, enter]];
    }
    let (x, y) = (from.x + INDENT * 0.5, to.y + to.height * 0.5);
    if to.x <= x {
        // Cards that are deep stand right under each other.
        return vec![[x, leave], [x, enter]];
    }
    vec![[x, leave], [x, y], [to.x, y]]
}
