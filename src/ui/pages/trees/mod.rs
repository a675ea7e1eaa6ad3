//! The problem tree and the objective tree on a canvas: cards that are written, moved and joined to the matrix.
//!
//! What is shown and where it goes come from [`crate::analysis::tree`]; here are the window onto it ([`picture`]), what happens on it
//! ([`board`], [`keys`], [`hand`]), how it looks ([`paint`]), and what stands around it.

mod board;
mod details;
mod hand;
mod keys;
pub(super) mod links;
mod paint;
mod picture;
#[cfg(test)]
mod tests;
mod tools;
mod tray;

use super::{Page, filling};
use crate::{
    analysis::{
        Section,
        tree::{Tree, act::Target},
    },
    plan::*,
    ui::{Cx, Outbox, kit},
};
use egui::{Frame, Id as WidgetId, Modal, Rect, Ui, UiBuilder};
use picture::{Camera, Picture};

const PAGE: Page = Page::Section(Section::Trees);

/// Which of the two trees is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Show {
    /// The problem tree.
    #[default]
    Problems,
    /// The objective tree: each positive twin where its problem stands.
    Objectives,
    /// Each card with its twin beside it.
    Both,
}

impl Show {
    const ALL: [Self; 3] = [Self::Problems, Self::Objectives, Self::Both];

    const fn words(self) -> &'static str {
        match self {
            Self::Problems => "trees-show-problems",
            Self::Objectives => "trees-show-objectives",
            Self::Both => "trees-show-both",
        }
    }

    /// The parts of a card that are shown, in reading order.
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Problems => &[Part::Problem],
            Self::Objectives => &[Part::Objective],
            Self::Both => &[Part::Problem, Part::Objective],
        }
    }

    /// The part that a new card is written in.
    const fn first(self) -> Part {
        match self {
            Self::Problems | Self::Both => Part::Problem,
            Self::Objectives => Part::Objective,
        }
    }
}

/// One of the two texts of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Problem,
    Objective,
}

impl Part {
    const fn field(self) -> Field {
        match self {
            Self::Problem => CARD.problem,
            Self::Objective => CARD.objective,
        }
    }

    fn text(self, card: &Card) -> &Text {
        match self {
            Self::Problem => &card.problem,
            Self::Objective => &card.objective,
        }
    }

    fn change(self, text: Text) -> CardField {
        match self {
            Self::Problem => CardField::Problem(text),
            Self::Objective => CardField::Objective(text),
        }
    }
}

/// A card, or rather one of its two texts, as something that can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Spot {
    card: Id<Card>,
    part: Part,
}

impl Spot {
    fn widget(self) -> WidgetId {
        WidgetId::unique(("tree-card", self.card, self.part))
    }

    fn place(self) -> Place {
        Place::cell(self.card, self.part.field())
    }
}

/// A text that is being written on its card.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Writing {
    spot: Spot,
    /// Counts the times a card was opened, so that the caret stands at the end each time.
    round: u32,
    /// Whether the field has not had the focus yet.
    is_new: bool,
    /// When it was shown first, in seconds of the window's clock.
    since: f64,
}

/// A card that is shown and not in the plan yet: its first letter puts it there.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    card: Card,
    at: At<Card>,
    /// The card that has the focus when nothing is written.
    from: Option<Id<Card>>,
}

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    show: Show,
    camera: Camera,
    picture: Option<Picture>,
    /// The card whose details are shown.
    selected: Option<Id<Card>>,
    /// What is to have the focus, and to be brought into sight, in the next frame.
    wanted: Option<Spot>,
    /// The same, in this frame.
    now: Option<Spot>,
    writing: Option<Writing>,
    draft: Option<Draft>,
    rounds: u32,
    /// Enter that came together with letters.
    waiting_key: Option<keys::Grow>,
    held: Option<hand::Held>,
    /// The card that is on its way to another one by keys.
    carried: Option<Id<Card>>,
    /// The key of what was said last, and how many cards it is about.
    said: Option<(&'static str, usize)>,
    is_large: bool,
    is_silent: bool,
    has_no_details: bool,
    /// Whether the details lie over the upper end of the canvas.
    is_upside: bool,
    /// The card that is being written in silence.
    quick: String,
    /// The question which rows are made.
    asked: Option<links::Asked>,
    has_differences: bool,
}

impl View {
    /// Begins to write on a card.
    fn write(&mut self, spot: Spot) {
        self.rounds += 1;
        self.writing = Some(Writing { spot, round: self.rounds, is_new: true, since: 0.0 });
        self.selected = Some(spot.card);
        self.said = None;
    }

    /// Shows a new card at a target and begins to write on it.
    fn begin(&mut self, tree: &Tree, target: Target, id: Id<Card>) {
        let from = match target {
            Target::On(id) | Target::Above(id) | Target::Before(id) | Target::After(id) => Some(id),
            Target::Middle | Target::Tray => None,
        };
        if let Some((card, at)) = crate::analysis::tree::act::new_card(tree, target, id) {
            self.draft = Some(Draft { card, at, from });
            self.write(Spot { card: id, part: self.show.first() });
        }
    }

    /// Whether the details of the selected card are shown.
    fn shows_details(&self) -> bool {
        let is_idle = self.writing.is_none() && self.held.is_none();
        self.selected.is_some() && is_idle && !self.has_no_details && !self.is_large
    }

    /// Selects a card and gives it the focus.
    fn want(&mut self, card: Id<Card>) {
        let part = self.wanted.filter(|w| w.card == card).map_or(self.show.first(), |w| w.part);
        self.selected = Some(card);
        self.wanted = Some(Spot { card, part });
    }
}

/// The identity of the large view.
pub(crate) fn large_view() -> WidgetId {
    WidgetId::unique("trees-large")
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    follow(cx, view, out);
    let is_there = |id: Id<Card>| cx.plan.cards.contains(id);
    view.selected =
        view.selected.filter(|id| is_there(*id) || view.draft.as_ref().is_some_and(|d| d.card.id == *id));
    view.carried = view.carried.filter(|id| is_there(*id));
    view.now = view.wanted.take().filter(|spot| is_there(spot.card));
    if view.draft.as_ref().is_some_and(|d| is_there(d.card.id) || view.writing.is_none()) {
        view.draft = None;
    }
    // A draft whose neighbours are gone goes with them.
    let plan = match &view.draft {
        Some(draft) => picture::with_draft(cx.plan, draft),
        None => None,
    };
    if plan.is_none() {
        view.draft = None;
    }
    let cx = &of_plan(cx, plan.as_ref().unwrap_or(cx.plan));
    let show = view.show;
    let picture = Picture::of(view.picture.take(), cx, show);
    if view.is_large {
        large_ui(ui, cx, view, &picture, out);
    } else {
        filling(PAGE, ui, cx, |ui| work_ui(ui, cx, view, &picture, out));
    }
    links::ask_ui(ui, cx, view, &picture, out);
    view.picture = Some(picture);
    // What could not be shown in this frame is tried again.
    view.wanted = view.wanted.or(view.now.take());
    if view.wanted.is_some() {
        ui.request_repaint();
    }
}

/// The same context over another plan.
fn of_plan<'b>(cx: &Cx<'b>, plan: &'b Plan) -> Cx<'b> {
    Cx {
        plan,
        derived: cx.derived,
        findings: cx.findings,
        words: cx.words,
        packs: cx.packs,
        shown: cx.shown,
        goto: cx.goto,
        today: cx.today,
    }
}

/// Goes where the person asked to be led.
fn follow(cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let Some(goal) = cx.goto.filter(|g| g.block == Block::Card) else { return };
    let Some(id) = goal.row.map(Id::from_bits).filter(|id| cx.plan.cards.contains(*id)) else { return };
    view.selected = Some(id);
    view.writing = None;
    if goal.field == Some(CARD.objective) && view.show == Show::Problems {
        view.show = Show::Objectives;
    }
    let part = if goal.field == Some(CARD.objective) { Part::Objective } else { view.show.first() };
    if goal.field == Some(CARD.reason) {
        // It is written below the canvas.
        view.has_no_details = false;
        view.is_large = false;
    } else {
        view.wanted = Some(Spot { card: id, part });
        out.arrived = true;
    }
    view.is_silent &= cx.plan.cards.get(id).is_some_and(|c| c.kind.is_none());
}

/// The page over the whole window, for a projector.
fn large_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let room = ui.ctx().content_rect();
    let modal = Modal::new(large_view()).frame(Frame::NONE).backdrop_color(kit::tokens(ui).paper);
    modal.show(ui.ctx(), |ui| {
        ui.set_min_size(room.size());
        let look = UiBuilder::new().max_rect(room.shrink2(egui::vec2(16.0, 10.0))).id_salt("trees");
        work_ui(&mut ui.new_child(look), cx, view, picture, out);
    });
}

/// How high the details of a card are, in points, for one shown language and for each further one; and which share of the room they
/// take at most.
const DETAILS: (f32, f32, f32) = (176.0, 84.0, 0.55);
/// How wide the tray of waiting cards is, in points.
const TRAY: f32 = 196.0;

/// The buttons, the tray, the canvas, the details.
fn work_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    let is_empty = cx.plan.cards.is_empty() && view.draft.is_none();
    if is_empty && !view.is_silent {
        tools::empty_ui(ui, cx, view, picture, out);
        return;
    }
    keys::keys(ui, view);
    tools::toolbar_ui(ui, cx, view, picture);
    if view.is_silent {
        tray::silent_ui(ui, cx, view, picture, out);
        return;
    }
    if view.has_differences {
        links::differences_ui(ui, cx, view, out);
    }
    let room = ui.available_rect_before_wrap();
    let has_details = view.shows_details();
    let has_tray = !picture.tree.loose().is_empty();
    let beside = if has_tray { TRAY + 8.0 } else { 0.0 };
    // Reading order: what waits, the canvas, what belongs to the card.
    let (tray, canvas) = room.split_left_right_at_x(room.left() + beside);
    view.camera.is_large = view.is_large;
    if has_tray {
        let tray = tray.with_max_x(tray.right() - 8.0);
        tray::tray_ui(&mut part(ui, tray, "tray"), cx, view, picture, out);
    }
    // The details lie over an end of the canvas, so that nothing moves when a card is chosen; never over that card.
    // At most three languages: exact as a float.
    #[allow(clippy::cast_precision_loss)]
    let height = DETAILS.0 + DETAILS.1 * cx.shown.len().saturating_sub(1) as f32;
    let height = if has_details { height.min(canvas.height() * DETAILS.2) } else { 0.0 };
    let node = view.selected.and_then(|id| picture.tree.position(id));
    let card = node.map(|at| picture.rect(&view.camera, canvas, at));
    let is_under = |rect: Rect| card.is_some_and(|card| card.shrink(4.0).intersects(rect));
    let (above, under_above) = canvas.split_top_bottom_at_y(canvas.top() + height);
    let (over_below, below) = canvas.split_top_bottom_at_y(canvas.bottom() - height);
    let is_hidden = is_under(if view.is_upside { above } else { below });
    if is_hidden && !is_under(if view.is_upside { below } else { above }) {
        view.is_upside = !view.is_upside;
    }
    let (free, details) = if view.is_upside { (under_above, above) } else { (over_below, below) };
    let areas = board::Areas { canvas, free, tray };
    board::board_ui(&mut part(ui, canvas, "canvas"), cx, view, picture, areas, out);
    if has_details {
        let details = details.shrink(8.0);
        details::details_ui(&mut part(ui, details, "details"), cx, view, picture, out);
    }
    ui.advance_cursor_after_rect(room);
}

/// A part of the page with a room of its own.
fn part(ui: &mut Ui, room: Rect, salt: &str) -> Ui {
    let mut part = ui.new_child(UiBuilder::new().max_rect(room).id_salt(salt));
    part.set_clip_rect(ui.clip_rect().intersect(room.expand(1.0)));
    part
}

/// What a card is called: `Cause 1.2`.
fn card_name(cx: &Cx<'_>, tree: &Tree, id: Id<Card>, part: Part) -> String {
    let Some(node) = tree.node(id) else {
        let key = match part {
            Part::Problem => "trees-waiting",
            Part::Objective => "trees-waiting-objective",
        };
        return cx.words.get(key).into_owned();
    };
    let key = match part {
        Part::Problem => node.words(),
        Part::Objective => node.objective_words(),
    };
    cx.words.with(key, &[("number", (&*node.number).into())]).trim_end().to_owned()
}

/// A text of a card in the languages that are shown; empty when nothing is written.
fn text_of<'a>(cx: &Cx<'_>, card: &'a Card, part: Part) -> &'a str {
    let text = part.text(card);
    cx.shown
        .iter()
        .map(|l| text.get(l))
        .find(|t| !t.is_blank())
        .unwrap_or_else(|| text.best(cx.plan.languages()))
        .raw()
}

/// What stands on a card as long as nothing is written there. An objective is thought from its problem, where that is not in sight.
fn hint_of(cx: &Cx<'_>, show: Show, card: &Card, part: Part) -> String {
    let problem = text_of(cx, card, Part::Problem).trim();
    match part {
        Part::Problem => cx.words.get("trees-problem-hint").into_owned(),
        Part::Objective if show == Show::Objectives && !problem.is_empty() => {
            cx.words.with("trees-objective-from", &[("problem", problem.into())])
        }
        Part::Objective => cx.words.get("trees-objective-hint").into_owned(),
    }
}

/// What a card is called, and what stands on it: `Cause 1.2: Pulp is measured by eye`.
fn card_said(cx: &Cx<'_>, tree: &Tree, card: &Card, part: Part) -> String {
    let said = text_of(cx, card, part);
    let nothing = cx.words.get("trees-unwritten");
    let said = if said.trim().is_empty() { &nothing } else { said };
    let name = card_name(cx, tree, card.id, part);
    cx.words.with("trees-card", &[("name", name.into()), ("text", said.into())])
}
