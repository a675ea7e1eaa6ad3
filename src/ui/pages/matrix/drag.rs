//! Rows of the matrix under a hand: a grip beside each, a line where it would fall, one edit when it is let go.

use super::{
    View,
    grid::PAD,
    order::{self, Spot, spot_of},
};
use crate::{
    checks::place_name,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
    },
};
use egui::{
    CursorIcon, Id as WidgetId, Key, LayerId, Modifiers, Order, Pos2, Rect, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// The cell in which rows of one kind stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// The only one of its kind: outputs, inputs, pre-conditions.
    Only,
    /// The indicators of a result.
    Result(ResultRef),
    /// The assumptions of a level.
    Spot(Spot),
    /// The activities of an output.
    Output(Option<Id<Output>>),
}

/// A row that a hand holds.
#[derive(Debug, Default)]
pub(super) struct Hand {
    /// What it holds.
    held: Option<Held>,
    /// Where rows of the same kind stand in this frame, and the ends of cells.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
struct Held {
    block: Block,
    row: RowId,
    /// Where it stood when it was laid out last.
    rect: Rect,
}

/// Where the row can fall.
#[derive(Debug, Clone, Copy)]
struct Slot {
    cell: Cell,
    /// The row that stands there; nothing: the end of the cell.
    row: Option<RowId>,
    rect: Rect,
}

/// What the row becomes when it is let go.
struct Fall {
    edit: Option<Edit>,
    line: (Pos2, f32),
}

/// The grip, in points; it fits into the margin beside the words.
const GRIP: Vec2 = vec2(10.0, 26.0);
/// So near to the upper and lower edge of the window the page scrolls, in points.
const EDGE: f32 = 48.0;
/// How fast it scrolls at the edge itself, in points a second.
const SPEED: f32 = 900.0;

impl Hand {
    /// The row that is held.
    pub fn place(&self) -> Option<Place> {
        self.held.map(|h| Place { block: h.block, row: Some(h.row), field: None })
    }
}

/// The grip of a row that takes this room, and the room as one to fall into.
/// `name`: what the row is called.
pub(super) fn row_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    hand: &mut Hand,
    (place, name): (Place, &str),
    cell: Cell,
    rect: Rect,
) {
    let Some(row) = place.row else { return };
    let t = tokens(ui);
    let at = Rect::from_min_size(rect.left_top() + vec2(1.0, 7.0), GRIP);
    let id = WidgetId::unique(("grip", place.block, row));
    // Without the focus: the keys have Alt and the arrows.
    let response = ui.interact(at, id, Sense::DRAG | Sense::HOVER);
    let is_held = hand.held.is_some_and(|h| h.block == place.block && h.row == row);
    let said = cx.words.with("matrix-drag", &[("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    let is_near = ui.rect_contains_pointer(rect) || is_held;
    let ink = match (response.hovered() || is_held, is_near) {
        (true, _) => t.indigo,
        (false, true) => t.ink_soft,
        (false, false) => t.ink_soft.gamma_multiply(0.35),
    };
    for (x, y) in [(-1.5, -4.0), (1.5, -4.0), (-1.5, 0.0), (1.5, 0.0), (-1.5, 4.0), (1.5, 4.0)] {
        ui.painter().circle_filled(at.center() + vec2(x, y), 0.9, ink);
    }
    if response.hovered() && hand.held.is_none() {
        ui.set_cursor_icon(CursorIcon::Grab);
        kit::hint(response.clone(), &cx.words.get("matrix-drag-hint"));
    }
    if response.drag_started() {
        hand.held = Some(Held { block: place.block, row, rect });
    }
    if let Some(held) = hand.held.as_mut().filter(|held| held.block == place.block) {
        if held.row == row {
            held.rect = rect;
            ui.painter().rect_filled(rect, 0.0, t.indigo.gamma_multiply(0.14));
        }
        hand.slots.push(Slot { cell, row: Some(row), rect });
    }
}

/// The room of a row that stands inside a cell, with the margin of the cell beside and above it.
pub(super) fn with_margin(rect: Rect) -> Rect {
    Rect::from_min_max(rect.min - Vec2::splat(PAD), rect.max + vec2(PAD, 0.0))
}

/// The end of a cell for rows of this kind, which may be empty.
pub(super) fn end(hand: &mut Hand, block: Block, cell: Cell, rect: Rect) {
    if hand.held.is_some_and(|held| held.block == block) {
        hand.slots.push(Slot { cell, row: None, rect });
    }
}

/// After the page is laid out: the line, the name at the pointer, scrolling at the edges; lets go when the button does.
pub(super) fn finish_ui(ui: &Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let slots = std::mem::take(&mut view.hand.slots);
    let Some(held) = view.hand.held else { return };
    let (pointer, is_down) = ui.input(|i| (i.pointer.latest_pos(), i.pointer.primary_down()));
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        view.hand.held = None;
        ui.ctx().stop_dragging();
        return;
    }
    let Some(pointer) = pointer else {
        view.hand.held = None;
        return;
    };
    let fall = fall(cx.plan, held, &slots, pointer);
    if !is_down {
        view.hand.held = None;
        // Let go here: not beside the page, and not on another one that was shown meanwhile.
        let is_here = ui.input(|i| i.pointer.primary_released()) && ui.clip_rect().contains(pointer);
        if let Some(edit) = fall.filter(|_| is_here).and_then(|fall| fall.edit) {
            out.edit(edit);
        }
        return;
    }
    out.is_held = true;
    ui.set_cursor_icon(CursorIcon::Grabbing);
    if let Some(Fall { edit: Some(_), line: (start, width) }) = fall {
        let color = tokens(ui).indigo;
        ui.painter().line_segment([start, start + vec2(width, 0.0)], Stroke::new(2.0, color));
        ui.painter().circle_filled(start, 3.5, color);
    }
    name_ui(ui, cx, held, pointer);
    scroll(ui, pointer);
}

/// What is held, beside the pointer.
fn name_ui(ui: &Ui, cx: &Cx<'_>, held: Held, pointer: Pos2) {
    let t = tokens(ui);
    let place = Place { block: held.block, row: Some(held.row), field: None };
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, WidgetId::unique("held row")));
    let galley = text::galley(ui.ctx(), &name, &Style::small().color(t.ink), 260.0);
    let rect = Rect::from_min_size(pointer + vec2(14.0, 6.0), galley.size() + vec2(16.0, 8.0));
    painter.rect(rect, kit::RADIUS, t.surface, Stroke::new(1.0, t.indigo), StrokeKind::Inside);
    painter.galley(rect.min + vec2(8.0, 4.0), galley, t.ink);
}

fn scroll(ui: &Ui, pointer: Pos2) {
    let clip = ui.clip_rect();
    let share = |over: f32| (over / EDGE).clamp(0.0, 1.0);
    let way = share(clip.top() + EDGE - pointer.y) - share(pointer.y - (clip.bottom() - EDGE));
    if way != 0.0 {
        let step = way * SPEED * ui.input(|i| i.stable_dt).min(0.05);
        ui.scroll_with_delta_animation(vec2(0.0, step), egui::style::ScrollAnimation::none());
        ui.request_repaint();
    }
}

/// Where the row falls: before or behind the row that is nearest to the pointer, or into an empty cell.
fn fall(plan: &Plan, held: Held, slots: &[Slot], pointer: Pos2) -> Option<Fall> {
    let distance = |slot: &&Slot| slot.rect.distance_sq_to_pos(pointer);
    let slot = slots.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    let is_before = slot.row.is_some() && pointer.y < slot.rect.center().y;
    let y = if is_before || slot.row.is_none() { slot.rect.top() } else { slot.rect.bottom() };
    let edit = match slot.row {
        Some(row) if row == held.row => None,
        _ => order::put(plan, held.block, held.row, slot.cell, (slot.row, is_before)),
    };
    Some(Fall { edit, line: (pos2(slot.rect.left(), y), slot.rect.width()) })
}

/// The cell in which a row stands.
pub(super) fn cell_of(plan: &Plan, block: Block, row: RowId) -> Option<Cell> {
    Some(match block {
        Block::Indicator => Cell::Result(plan.indicators.get(Id::from_bits(row))?.of),
        Block::Assumption => Cell::Spot(spot_of(plan.assumptions.get(Id::from_bits(row))?)),
        Block::Activity => Cell::Output(plan.activities.get(Id::from_bits(row))?.output),
        _ => Cell::Only,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::Section,
        ui::{
            Page,
            testing::{Stage, example, field, full_plan},
        },
    };
    use egui_kittest::{Harness, kittest::Queryable};

    const PAGE: Page = Page::Section(Section::Matrix);

    /// Three outputs, two indicators of the first, an activity each, an assumption beside the purpose.
    fn plan() -> Plan {
        let mut plan = full_plan();
        let named = ["one", "two", "three"];
        let outputs = (0..3)
            .map(|i| Output { text: Text::english(named[i]), ..Output::new(Id::from_bits(i as u64 + 1)) });
        plan.outputs = Table::from_rows(outputs).0;
        let of = ResultRef::Output(Id::from_bits(1));
        plan.indicators =
            Table::from_rows((11..13).map(|n| Indicator { of, ..Indicator::new(Id::from_bits(n)) })).0;
        let activity =
            |n: u64| Activity { output: Some(Id::from_bits(n)), ..Activity::new(Id::from_bits(20 + n)) };
        plan.activities = Table::from_rows((1..4).map(activity)).0;
        let level = Some(MatrixLevel::Purpose);
        plan.assumptions = Table::from_rows([Assumption { level, ..Assumption::new(Id::from_bits(31)) }]).0;
        plan
    }

    fn texts(h: &Harness<'_, Stage>) -> Vec<String> {
        h.state().plan().outputs.iter().map(|o| o.text.get(&Lang::english()).raw().to_owned()).collect()
    }

    /// Takes the grip of this row and holds it over a place.
    fn hold(h: &mut Harness<'_, Stage>, name: &str, over: Pos2) {
        let from = h.get_by_label(&format!("Drag {name}")).rect().center();
        h.hover_at(from);
        h.run();
        h.drag_at(from);
        h.run();
        for share in [0.4, 0.8, 1.0] {
            h.hover_at(from.lerp(over, share));
            h.run_steps(2);
        }
    }

    fn let_go(h: &mut Harness<'_, Stage>, at: Pos2) {
        h.drop_at(at);
        h.run();
        h.remove_cursor();
        h.run();
    }

    fn drag(h: &mut Harness<'_, Stage>, name: &str, over: Pos2) {
        hold(h, name, over);
        let_go(h, over);
    }

    /// Just below the upper edge of a row's grip: the row falls before it.
    fn above(h: &Harness<'_, Stage>, name: &str) -> Pos2 {
        h.get_by_label(&format!("Drag {name}")).rect().center_top() + vec2(0.0, 2.0)
    }

    #[test]
    fn a_row_is_dragged_to_its_place_in_one_step_and_numbers_follow() {
        let mut h = Stage::new(plan(), PAGE).open(1000.0, 2400.0);
        h.run();
        let to = above(&h, "Output 1");
        drag(&mut h, "Output 3", to);
        assert_eq!(texts(&h), ["three", "one", "two"]);
        assert_eq!(field(&h, "Output 1, Result").value().as_deref(), Some("three"));
        h.get_by_label("Drag Activity 1.1");
        h.get_by_label("Drag Indicator 1 of output 2");
        h.state_mut().document.undo();
        h.run();
        assert_eq!(texts(&h), ["one", "two", "three"]);
        assert!(h.state_mut().document.undo().is_none(), "one step");
        // Where it stands already, nothing happens.
        let to = above(&h, "Output 2");
        drag(&mut h, "Output 1", to);
        assert!(h.state_mut().document.undo().is_none());
    }

    #[test]
    fn escape_lets_go_without_a_change() {
        let mut h = Stage::new(plan(), PAGE).open(1000.0, 2400.0);
        h.run();
        let to = above(&h, "Output 1");
        hold(&mut h, "Output 3", to);
        h.key_press(Key::Escape);
        h.run_steps(2);
        let_go(&mut h, to);
        assert_eq!(texts(&h), ["one", "two", "three"]);
    }

    #[test]
    fn a_row_that_is_let_go_on_another_page_stays_where_it_is() {
        let mut h = Stage::new(plan(), PAGE).open(1000.0, 2400.0);
        h.run();
        let to = above(&h, "Output 1");
        hold(&mut h, "Output 3", to);
        h.state_mut().page = Page::Section(Section::Team);
        h.run();
        let_go(&mut h, to);
        h.state_mut().page = PAGE;
        h.hover_at(to);
        h.run();
        assert_eq!(texts(&h), ["one", "two", "three"]);
    }

    #[test]
    fn rows_go_to_other_cells_too() {
        let mut h = Stage::new(plan(), PAGE).open(1000.0, 2400.0);
        h.run();
        let to = h.get_by_label("Indicator: Project purpose").rect().center();
        drag(&mut h, "Indicator 2 of output 1", to);
        assert_eq!(h.state().plan().indicators.get(Id::from_bits(12)).unwrap().of, ResultRef::Purpose);
        let to = h.get_by_label("Assumption: Output 2").rect().center();
        drag(&mut h, "Assumption 1", to);
        let moved = h.state().plan().assumptions.at(0).unwrap().clone();
        assert_eq!((moved.level, moved.output), (Some(MatrixLevel::Outputs), Some(Id::from_bits(2))));
        let to = above(&h, "Activity 1.1");
        drag(&mut h, "Activity 3.1", to);
        let activities = &h.state().plan().activities;
        assert_eq!(activities.at(0).map(|a| (a.id.bits(), a.output)), Some((23, Some(Id::from_bits(1)))));
        for _ in 0..3 {
            h.state_mut().document.undo();
        }
        assert_eq!(h.state().plan().indicators, plan().indicators);
        assert!(h.state_mut().document.undo().is_none(), "a step each");
    }

    #[test]
    fn it_works_in_a_mirrored_window() {
        let mut h = Stage::new(plan(), PAGE).open(1000.0, 2400.0);
        text::set_mirrored(&h.ctx, true);
        h.run();
        let grip = h.get_by_label("Drag Output 1").rect();
        assert!(grip.center().x > 900.0, "the first column stands at the right: {grip:?}");
        let to = above(&h, "Output 1");
        drag(&mut h, "Output 3", to);
        assert_eq!(texts(&h), ["three", "one", "two"]);
    }

    #[test]
    fn the_page_scrolls_while_a_row_is_held_at_its_edge() {
        let mut h = Stage::new(example("nepal-lokta-paper"), PAGE).open(1000.0, 600.0);
        h.run();
        let before = h.get_by_label("Drag Indicator 1 of the overall goal").rect().top();
        hold(&mut h, "Indicator 1 of the overall goal", pos2(400.0, 590.0));
        h.run_steps(10);
        let after = h.get_by_label("Drag Indicator 1 of the overall goal").rect().top();
        assert!(after < before - 40.0, "{before} {after}");
        h.key_press(Key::Escape);
        h.run();
    }
}
