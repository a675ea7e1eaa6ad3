//! How the trees look.

use super::{Part, Show, View, board::Board, card_name, hint_of, picture::Picture, text_of};
use crate::{
    analysis::tree::{Node, act::Target},
    plan::{Card, CardKind, Place},
    text::{self, Align, Style},
    ui::{
        Cx,
        kit::{self, Icon, fields, tokens},
    },
};
use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// The size of the words on a card at zoom 100 %, in points.
pub(super) const SIZE: f32 = 13.5;
/// The size of a reason between two cards.
pub(super) const REASON: f32 = 11.5;
/// Words smaller than this are not drawn.
pub(super) const LEAST: f32 = 6.0;
/// From this size on words are read with ease, in points.
const EASY: f32 = 9.5;

/// A size of type near this one: few sizes, so that zooming does not fill the store of letters.
fn stepped(size: f32) -> f32 {
    (size * 2.0).round() * 0.5
}

/// How a card stands out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    is_core: bool,
    is_selected: bool,
    has_focus: bool,
    is_hovered: bool,
    /// Is on its way to another card.
    is_carried: bool,
    is_chosen: bool,
    /// A row of the matrix was made of it.
    is_linked: bool,
    /// The row says something else.
    differs: bool,
    zoom: f32,
}

impl Look {
    /// The look of a node's card on the canvas.
    pub fn of(board: &Board<'_>, view: &View, at: usize, part: Part) -> Self {
        let node = &board.picture.tree.nodes()[at];
        let card = board.cx.plan.cards.at(node.row);
        Self {
            is_core: node.kind == CardKind::Core,
            is_selected: view.selected == Some(node.id),
            is_carried: view.carried == Some(node.id)
                || view.held.is_some() && view.selected == Some(node.id),
            is_chosen: card.is_some_and(|c| c.chosen),
            differs: board.differing.contains(&node.id),
            is_linked: part != Part::Problem && board.linked.contains(&node.id),
            zoom: board.camera.zoom,
            ..Self::default()
        }
    }

    /// The look of a card that waits in the tray.
    pub fn waiting(view: &View, card: &Card) -> Self {
        let is_selected = view.selected == Some(card.id);
        Self { is_selected, is_carried: view.carried == Some(card.id), zoom: 1.0, ..Self::default() }
    }

    /// The same after what the pointer and the focus do.
    pub fn answering(self, response: &Response) -> Self {
        Self { has_focus: response.has_focus(), is_hovered: response.hovered(), ..self }
    }
}

/// What lies behind everything.
pub(super) fn ground(ui: &Ui, canvas: Rect) {
    let t = tokens(ui);
    ui.painter().rect(canvas, kit::RADIUS, t.paper, Stroke::new(1.0, t.line), StrokeKind::Inside);
}

/// An outline around each chosen branch.
pub(super) fn branches(ui: &Ui, board: &Board<'_>) {
    let t = tokens(ui);
    let tree = &board.picture.tree;
    for at in tree.chosen(board.cx.plan) {
        let all = board.picture.bounds(&board.camera, board.canvas, tree.branch(at));
        let Some(rect) = all.map(|r| r.expand(9.0 * board.camera.zoom)) else { continue };
        let radius = CornerRadius::same(10);
        ui.painter().rect(rect, radius, t.indigo_wash, Stroke::new(1.5, t.indigo), StrokeKind::Inside);
    }
}

/// The lines between cards.
pub(super) fn links(ui: &Ui, board: &Board<'_>) {
    let t = tokens(ui);
    let line = Stroke::new((1.4 * board.camera.zoom).max(1.0), t.ink_soft.gamma_multiply(0.7));
    let sight = board.canvas.expand(40.0);
    for (at, node) in board.picture.tree.nodes().iter().enumerate() {
        let Some(parent) = node.parent else { continue };
        let (from, to) = (board.rect(parent), board.rect(at));
        if from.union(to).intersects(sight) {
            ui.painter().add(Shape::line(way(board, node, from, to), line));
        }
    }
}

/// The way of a link from the card below to the one it hangs on.
fn way(board: &Board<'_>, node: &Node, from: Rect, to: Rect) -> Vec<Pos2> {
    let is_up = node.kind == CardKind::Effect;
    let (leave, enter) = if is_up { (from.top(), to.bottom()) } else { (from.bottom(), to.top()) };
    if node.depth == 1 {
        let turn = leave + (enter - leave) * 0.4;
        let (a, b) = (from.center().x, to.center().x);
        return vec![pos2(a, leave), pos2(a, turn), pos2(b, turn), pos2(b, enter)];
    }
    let inset = board.picture.layout.measures.indent * 0.5 * board.camera.zoom;
    let (x, side) = (from.left() + inset, to.left());
    let y = to.center().y;
    if (side - x).abs() < inset * 0.5 || to.left() <= x && x <= to.right() {
        // Cards that are deep stand right under each other.
        return vec![pos2(x, leave), pos2(x, enter)];
    }
    vec![pos2(x, leave), pos2(x, y), pos2(side, y)]
}

/// Where the reason of a card has its room: between the card and the one it hangs on.
pub(super) fn reason_room(board: &Board<'_>, node: &Node, card: Rect) -> Rect {
    let height = board.picture.layout.measures.step * board.camera.zoom;
    if node.kind == CardKind::Effect {
        Rect::from_min_max(card.left_bottom(), card.right_bottom() + vec2(0.0, height))
    } else {
        Rect::from_min_max(card.left_top() - vec2(0.0, height), card.right_top())
    }
}

/// Why a card leads to the next; returns where it stands.
pub(super) fn reason(ui: &Ui, words: &str, room: Rect, is_centred: bool, is_asked: bool) -> Rect {
    let t = tokens(ui);
    let size = stepped(room.height() / 24.0 * REASON);
    let style = Style::new(size).elided();
    let ink = if is_asked { t.indigo } else { t.soga };
    let galley = text::galley(ui.ctx(), words, &style, room.width() - 12.0);
    let anchor = if is_centred { Align2::CENTER_CENTER } else { Align2::LEFT_CENTER };
    let at = if is_centred { room.center() } else { room.left_center() + vec2(6.0, 0.0) };
    let rect = anchor.anchor_size(at, galley.size());
    if is_centred {
        // The link passes behind it.
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 3.0, t.paper);
    }
    ui.painter().galley(rect.min, galley, ink);
    rect
}

/// A card with one of its texts.
pub(super) fn card(
    ui: &Ui,
    cx: &Cx<'_>,
    picture: &Picture,
    (card, part): (&Card, Part),
    room: Rect,
    look: Look,
) -> bool {
    if !ui.is_rect_visible(room) {
        return true;
    }
    let t = tokens(ui);
    let zoom = look.zoom;
    let radius = 6.0 * zoom;
    let is_filled = look.is_core && part == Part::Problem;
    let side = match part {
        Part::Problem => t.soga,
        Part::Objective => t.good,
    };
    let accent = if look.is_core { t.indigo } else { side };
    let (fill, ink, soft) = if is_filled {
        (t.indigo, t.on_indigo, t.on_indigo.gamma_multiply(0.85))
    } else {
        (t.surface, t.ink, accent)
    };
    let border =
        if look.has_focus || look.is_selected || look.is_hovered || look.is_core { t.indigo } else { t.line };
    let width = if look.has_focus {
        2.5
    } else if look.is_selected {
        2.0
    } else {
        1.0
    };
    let painter = ui.painter();
    painter.rect(room, radius, fill, Stroke::new(width, border), StrokeKind::Inside);
    if look.has_focus {
        let halo = t.indigo.gamma_multiply(0.35);
        painter.rect_stroke(room.expand(2.0), radius + 2.0, Stroke::new(2.0, halo), StrokeKind::Outside);
    }
    if !is_filled {
        let strip = room.with_max_x(room.left() + 4.0 * zoom);
        painter.rect_filled(strip.shrink2(vec2(0.0, radius * 0.6)), 1.0, accent);
    }
    let inside = room.shrink2(vec2(11.0, 6.0) * zoom);
    let below = head(ui, cx, picture, (card, part), inside, soft, look);
    let free = Rect::from_min_max(pos2(inside.left(), below), inside.max);
    let is_whole = words(ui, cx, picture.show, (card, part), free, (ink, zoom));
    if look.is_carried {
        painter.rect_filled(room, radius, t.paper.gamma_multiply(0.55));
    }
    is_whole
}

/// The line over the words: what the card is, and its signs. Returns where it ends.
fn head(
    ui: &Ui,
    cx: &Cx<'_>,
    picture: &Picture,
    (card, part): (&Card, Part),
    inside: Rect,
    ink: Color32,
    look: Look,
) -> f32 {
    let zoom = look.zoom;
    let size = stepped(10.5 * zoom);
    let line = 15.0 * zoom;
    if size < LEAST || picture.tree.node(card.id).is_none() {
        return inside.top();
    }
    let middle = inside.top() + line * 0.5;
    let mut end = inside.right();
    let mut sign = |icon: Icon, color: Color32| {
        let square = Rect::from_center_size(pos2(end - 7.0 * zoom, middle), egui::Vec2::splat(12.0 * zoom));
        kit::paint_icon(ui.painter(), square, icon, color);
        end -= 14.7 * zoom;
    };
    if let Some(worst) = cx.findings.worst_at(Place::row(card.id)).filter(|_| part == Part::Problem) {
        let (color, icon) = fields::severity_look(ui, worst);
        sign(icon, if look.is_core { ink } else { color });
    }
    if look.is_chosen {
        sign(Icon::Check, if look.is_core && part == Part::Problem { ink } else { tokens(ui).indigo });
    }
    if look.differs {
        sign(Icon::Triangle, if look.is_core && part == Part::Problem { ink } else { tokens(ui).warn });
    } else if look.is_linked {
        sign(Icon::Right, ink);
    }
    let name = card_name(cx, &picture.tree, card.id, part);
    let style = Style::new(size).strong().elided();
    let at = pos2(inside.left(), middle);
    let room = end - inside.left();
    text::paint_within(ui.painter(), at, Align2::LEFT_CENTER, &name, &style, ink, room);
    inside.top() + line
}

/// The words of a card, as many lines as fit; with several languages shown each has its share. Says whether all of
/// them can be read.
fn words(
    ui: &Ui,
    cx: &Cx<'_>,
    show: Show,
    (card, part): (&Card, Part),
    room: Rect,
    (ink, zoom): (Color32, f32),
) -> bool {
    let t = tokens(ui);
    let size = stepped(SIZE * zoom);
    if size < LEAST {
        // Too small to read: two lines say that there are words.
        let soft = if ink == t.ink { t.line } else { ink.gamma_multiply(0.5) };
        let lines = if part.text(card).is_blank() { 0 } else { 2u8 };
        for i in 0..lines {
            let y = room.top() + room.height() * (0.3 + 0.35 * f32::from(i));
            let end = room.right() - room.width() * 0.3 * f32::from(i);
            ui.painter().hline(room.left()..=end, y, Stroke::new((3.0 * zoom).max(1.0), soft));
        }
        return lines == 0;
    }
    let text = part.text(card);
    if text.is_blank() {
        let soft = if ink == t.ink { t.ink_soft } else { ink };
        return fitting(ui, &hint_of(cx, show, card, part), room, (size * 0.92, soft)).1;
    }
    let there: Vec<&str> =
        cx.shown.iter().map(|l| text.get(l)).filter(|w| !w.is_blank()).map(|w| w.raw()).collect();
    if there.len() < 2 {
        return fitting(ui, text_of(cx, card, part), room, (size, ink)).1;
    }
    let (mut top, mut is_whole) = (room.top(), true);
    for (i, words) in there.iter().enumerate() {
        // At most three languages: exact as a float.
        #[allow(clippy::cast_precision_loss)]
        let share = (room.bottom() - top) / (there.len() - i) as f32;
        let part = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), share));
        let soft = if i == 0 || ink != t.ink { ink } else { t.ink_soft };
        let (height, fits) = fitting(ui, words, part, (size, soft));
        top += height.min(share) + 2.0 * zoom;
        is_whole &= fits;
    }
    is_whole
}

/// Text in as many lines as fit into a room; smaller, if that is not enough. Returns how high it is, and whether all of it is there.
fn fitting(ui: &Ui, words: &str, room: Rect, (size, ink): (f32, Color32)) -> (f32, bool) {
    if room.height() < size {
        return (0.0, false);
    }
    let laid = |size: f32, rows: usize| {
        let style = Style::new(size).rows(rows).align(Align::Start).fill();
        text::galley(ui.ctx(), words, &style, room.width())
    };
    let room_height = room.height() + 1.0;
    let mut galley = laid(size, 6);
    if galley.size().y > room_height {
        galley = laid(stepped(size * 0.88), 6);
    }
    let mut rows = galley.rows.len();
    while galley.size().y > room_height && rows > 1 {
        rows -= 1;
        galley = laid(stepped(size * 0.88), rows);
    }
    let height = galley.size().y;
    let is_whole = !galley.elided && size >= EASY;
    ui.painter_at(room.expand2(vec2(2.0, 1.0))).galley(room.min, galley, ink);
    (height, is_whole)
}

/// The frame of a card that is being written.
pub(super) fn writing(ui: &Ui, rect: Rect) {
    let halo = tokens(ui).indigo.gamma_multiply(0.35);
    ui.painter().rect_stroke(rect.expand(2.0), 8.0, Stroke::new(2.0, halo), StrokeKind::Outside);
}

/// Where the card in the hand would go.
pub(super) fn target(ui: &Ui, board: &Board<'_>, at: usize, target: Target, is_refused: bool) {
    let t = tokens(ui);
    let rect = board.rect(at);
    let node = &board.picture.tree.nodes()[at];
    let ink = if is_refused { t.bad } else { t.indigo };
    let stroke = Stroke::new(3.0, ink);
    let (is_before, is_after) = (matches!(target, Target::Before(_)), matches!(target, Target::After(_)));
    if !is_before && !is_after {
        match target {
            Target::Above(_) => ui.painter().hline(rect.x_range(), rect.top() - 4.0, stroke),
            Target::On(_) if node.parent.is_none() => {
                ui.painter().hline(rect.x_range(), rect.bottom() + 4.0, stroke)
            }
            _ => ui.painter().rect_stroke(rect.expand(2.0), 8.0, stroke, StrokeKind::Outside),
        };
        return;
    }
    if node.depth == 1 {
        let x = if is_before { rect.left() - 6.0 } else { rect.right() + 6.0 };
        ui.painter().vline(x, rect.y_range(), stroke);
    } else {
        let is_up = is_before != (node.kind == CardKind::Effect);
        let y = if is_up { rect.top() - 6.0 } else { rect.bottom() + 6.0 };
        ui.painter().hline(rect.x_range(), y, stroke);
    }
}

/// The card in the hand.
pub(super) fn held(ui: &Ui, board: &Board<'_>, held: &Card, rect: Rect) {
    let mut above =
        ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("tree-held")));
    above.set_opacity(0.85);
    let t = tokens(ui);
    let part = board.show.first();
    let rect =
        if board.show == Show::Both { rect.with_max_x(rect.left() + rect.width().min(208.0)) } else { rect };
    above.rect(rect, 6.0, t.surface, Stroke::new(2.0, t.indigo), StrokeKind::Inside);
    let style = Style::new(stepped((SIZE * board.camera.zoom).max(10.0))).rows(2);
    let at = rect.shrink(8.0);
    let galley = text::galley(ui.ctx(), text_of(board.cx, held, part), &style, at.width());
    above.galley(at.min, galley, t.ink);
}
