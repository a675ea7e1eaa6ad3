//! What is shown of the tree, kept until the cards change, and the window onto it.

use super::{Draft, Show};
use crate::{
    analysis::tree::{Layout, Measures, Tree},
    plan::{Card, Plan, Row, Table},
    ui::Cx,
};
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};

/// Cards, their places, and what they were made from.
#[derive(Debug)]
pub(super) struct Picture {
    cards: Table<Card>,
    pub show: Show,
    pub tree: Tree,
    pub layout: Layout,
}

impl Picture {
    /// The picture of this frame; the last one when nothing changed.
    pub fn of(last: Option<Self>, cx: &Cx<'_>, show: Show) -> Self {
        let cards = &cx.plan.cards;
        let measures = measures(show, cx.shown.len());
        // While a card is drafted its table is another in each frame, with the same rows.
        match last.filter(|p| p.show == show && p.layout.measures == measures && p.cards == *cards) {
            Some(same) => same,
            None => {
                let tree = Tree::new(cards);
                let layout = Layout::new(&tree, measures);
                Self { cards: cards.clone(), show, tree, layout }
            }
        }
    }

    /// The position of a node's card on the screen.
    pub fn rect(&self, camera: &Camera, canvas: Rect, node: usize) -> Rect {
        let spot = self.layout.spots().get(node).copied().unwrap_or_default();
        let height = self.layout.measures.height;
        camera.rect(canvas, Rect::from_min_size(pos2(spot.x, spot.y), vec2(spot.width, height)))
    }

    /// Left, upper, right and lower edge of these nodes on the screen.
    pub fn bounds(
        &self,
        camera: &Camera,
        canvas: Rect,
        nodes: impl IntoIterator<Item = usize>,
    ) -> Option<Rect> {
        let [left, top, right, bottom] = self.layout.bounds_of(nodes)?;
        Some(camera.rect(canvas, Rect::from_min_max(pos2(left, top), pos2(right, bottom))))
    }
}

/// The plan with a card that is not written yet; nothing when it has no place any more.
pub(super) fn with_draft(plan: &Plan, draft: &Draft) -> Option<Plan> {
    let mut plan = plan.clone();
    Card::add(draft.card.clone(), draft.at).apply(&mut plan).is_ok().then_some(plan)
}

/// The sizes of cards in points at zoom 100 %.
fn measures(show: Show, languages: usize) -> Measures {
    // At most three languages: exact as a float.
    #[allow(clippy::cast_precision_loss)]
    let more = languages.saturating_sub(1) as f32;
    let width = if show == Show::Both { 396.0 } else { 208.0 };
    Measures {
        width,
        wide: width,
        height: 85.0 + more * 58.0,
        gap: 28.0,
        rise: 48.0,
        step: 22.0,
        indent: 18.0,
    }
}

/// The least and the most zoom.
const ZOOM: Rangef = Rangef { min: 0.25, max: 2.5 };
/// The zoom at which everything is shown is never more than this: few cards need not be huge. In the large view they may be larger.
const MOST_FIT: (f32, f32) = (1.0, 1.7);
/// The least zoom at which a tree is shown first.
const LEAST_BEGIN: f32 = 0.62;

/// The window onto the tree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Camera {
    /// What of the tree stands in the middle of the canvas.
    middle: Vec2,
    /// How large it is.
    pub zoom: f32,
    /// For how many frames more everything is made to fit: the room is known only in the second one.
    fits: u8,
    /// Whether nothing was shown yet.
    is_new: bool,
    /// Whether it is seen from far away.
    pub is_large: bool,
}

impl Default for Camera {
    fn default() -> Self {
        Self { middle: Vec2::ZERO, zoom: 1.0, fits: 2, is_new: true, is_large: false }
    }
}

impl Camera {
    /// A rectangle of the tree on the screen.
    fn rect(&self, canvas: Rect, rect: Rect) -> Rect {
        let (a, b) = (self.on_screen(canvas, rect.min), self.on_screen(canvas, rect.max));
        Rect::from_two_pos(a, b)
    }

    fn on_screen(&self, canvas: Rect, at: Pos2) -> Pos2 {
        let away = (at.to_vec2() - self.middle) * self.zoom;
        canvas.center() + away
    }

    /// Shows everything, in this frame and the next.
    pub fn fit(&mut self) {
        self.fits = 2;
        self.is_new = false;
    }

    /// Shows everything that can be shown without words becoming too small, in this frame and the next.
    pub fn begin(&mut self) {
        self.fits = 2;
        self.is_new = true;
    }

    /// Makes everything fit into the free part of the canvas, if that was asked for. A tree that would be too small to read when it is first seen begins in the middle
    /// instead. Says whether another frame is needed.
    pub fn settle(&mut self, canvas: Rect, free: Rect, layout: &Layout) -> bool {
        let Some([left, top, right, bottom]) = layout.bounds().filter(|_| self.fits > 0) else {
            return false;
        };
        self.fits -= 1;
        let most = if self.is_large { MOST_FIT.1 } else { MOST_FIT.0 };
        let room = (free.size() - vec2(28.0, 28.0)).max(Vec2::splat(40.0));
        let zoom = (room.x / (right - left)).min(room.y / (bottom - top)).min(most);
        self.middle = vec2(left + right, top + bottom) * 0.5;
        if self.is_new && zoom < LEAST_BEGIN {
            self.middle = Vec2::ZERO;
        }
        self.zoom = ZOOM.clamp(if self.is_new { zoom.max(LEAST_BEGIN) } else { zoom });
        self.slide(free.center() - canvas.center());
        self.fits > 0
    }

    /// Slides by points on the screen.
    pub fn slide(&mut self, by: Vec2) {
        self.middle -= by / self.zoom;
    }

    /// Makes everything larger or smaller around a point of the screen.
    pub fn zoom_at(&mut self, canvas: Rect, factor: f32, at: Pos2) {
        let next = ZOOM.clamp(self.zoom * factor);
        let away = at - canvas.center();
        self.middle += away / self.zoom - away / next;
        self.zoom = next;
    }

    /// Brings a rectangle of the screen into sight by the shortest way; along each axis on which `all` has room, all of it.
    pub fn reveal(&mut self, free: Rect, rect: Rect, all: Rect) {
        let inside = free.shrink2((free.size() * 0.25).min(Vec2::splat(28.0)));
        let by = |rect: Rangef, all: Rangef, room: Rangef| {
            let range = if all.span() <= room.span() { all } else { rect };
            if range.min < room.min || range.span() > room.span() {
                room.min - range.min
            } else {
                (room.max - range.max).min(0.0)
            }
        };
        self.slide(vec2(
            by(rect.x_range(), all.x_range(), inside.x_range()),
            by(rect.y_range(), all.y_range(), inside.y_range()),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let canvas = Rect::from_min_size(pos2(100.0, 50.0), vec2(800.0, 400.0));
        let mut camera = Camera::default();
        camera.slide(vec2(30.0, -10.0));
        let at = pos2(333.0, 111.0);
        let of_tree = |camera: &Camera| camera.middle + (at - canvas.center()) / camera.zoom;
        let before = of_tree(&camera);
        camera.zoom_at(canvas, 1.7, at);
        assert!((of_tree(&camera) - before).length() < 0.01);
        assert!((camera.on_screen(canvas, before.to_pos2()) - at).length() < 0.01);
    }

    #[test]
    fn revealing_moves_no_more_than_needed() {
        let canvas = Rect::from_min_size(Pos2::ZERO, vec2(800.0, 400.0));
        let card = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(200.0, 80.0));
        let mut camera = Camera::default();
        let wide = Rect::from_min_max(pos2(-500.0, -500.0), pos2(1500.0, 900.0));
        camera.reveal(canvas, card(300.0, 100.0), wide);
        assert_eq!(camera.middle, Vec2::ZERO, "it is in sight");
        camera.reveal(canvas, card(700.0, 100.0), wide);
        assert_eq!(camera.middle, vec2(128.0, 0.0));
    }

    #[test]
    fn revealing_a_card_of_a_small_tree_leaves_nothing_cut() {
        let canvas = Rect::from_min_size(Pos2::ZERO, vec2(800.0, 400.0));
        let mut camera = Camera::default();
        let card = Rect::from_min_size(pos2(200.0, 100.0), vec2(200.0, 80.0));
        let all = Rect::from_min_max(pos2(-40.0, 100.0), pos2(500.0, 700.0));
        camera.reveal(canvas, card, all);
        assert_eq!(camera.middle, vec2(-68.0, 0.0), "as wide as there is room, and too high for it");
    }
}
