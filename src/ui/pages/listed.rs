//! A list of rows that unfold: a line for each, and below the open ones their fields. Only what can be seen is laid out, and the
//! row with the focus, so that a half-typed value stays when somebody scrolls.

use super::parts::{self, focus_frame, paint_fold};
use crate::{
    plan::{At, Id, Place, Row, RowId, Table},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, RowWish, fields, tokens},
    },
};
use egui::{
    Align2, Color32, EventFilter, Frame, Key, Margin, Modifiers, Rect, Response, Role, Sense, Stroke, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::{HashMap, HashSet};

/// The height of a line, in points.
const LINE: f32 = 34.0;
/// How far beyond what can be seen rows are laid out, in points, so that Tab finds them.
const AROUND: f32 = 160.0;

/// So much of a row that was opened comes into sight, in points.
const MOST_REVEALED: f32 = 420.0;

/// What a list remembers.
#[derive(Debug, Default)]
pub struct ListView {
    open: HashSet<RowId>,
    /// The heights of rows as they were seen last, with the gap below.
    heights: HashMap<RowId, f32>,
    /// The height of a closed row, with the gap below.
    closed: Option<f32>,
    focus: Option<RowId>,
    /// The line that takes the focus and is scrolled to.
    wanted: Option<RowId>,
    /// The row that was opened in the last frame: its fields come into sight.
    opened: Option<RowId>,
}

impl ListView {
    /// Unfolds the row of a table that has only one.
    pub(super) fn unfold_only<T: Row>(&mut self, table: &Table<T>) {
        let only = table.at(0).filter(|_| table.len() == 1);
        self.open.extend(only.map(|row| row.id().bits()));
    }
}

/// What the line of a row shows.
pub(super) struct Line {
    /// What a screen reader says.
    pub said: String,
    /// Before the title: a number or a kind.
    pub lead: String,
    /// What the row is about.
    pub title: String,
    /// What else there is to know, softly.
    pub soft: String,
    /// A word at the end, with its colour.
    pub tag: Option<(String, Color32)>,
}

/// A list of some rows of a table, in their order. `line`: what the line of a row shows, given its name; `body`: its fields.
pub(super) fn list_ui<T: Row>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    view: &mut ListView,
    rows: &[&T],
    line: impl Fn(&T, &str) -> Line,
    mut body: impl FnMut(&mut Ui, &mut Outbox, &T, &str),
) {
    let seen = ui.clip_rect().expand2(vec2(0.0, AROUND));
    let (mut skipped, mut focus) = (0.0, None);
    for (i, row) in rows.iter().enumerate() {
        let place = Place::row(row.id());
        let id = row.id().bits();
        let is_led = fields::is_led_to(cx, place);
        if is_led && view.open.insert(id) {
            view.heights.remove(&id);
        }
        let is_open = view.open.contains(&id);
        let height = view.heights.get(&id).copied().or(view.closed.filter(|_| !is_open));
        let top = ui.cursor().top() + skipped;
        let is_asked = view.wanted == Some(id);
        let is_wanted = is_led || is_asked || view.focus == Some(id);
        if let Some(height) = height.filter(|h| !is_wanted && (top + h < seen.top() || top > seen.bottom())) {
            skipped += height;
            continue;
        }
        ui.add_space(std::mem::take(&mut skipped));
        let before = ui.cursor().top();
        let owner = name_of(cx, *row);
        row_ui(ui, cx, out, view, (rows, i), &line(row, &owner), |ui, out| body(ui, out, row, &owner));
        let height = ui.cursor().top() - before;
        view.heights.insert(id, height);
        if !is_open {
            view.closed = Some(height);
        }
        // A focus that was asked for in this frame is there in the next one.
        let has_focus = out.focused.is_some_and(|f| f.block == place.block && f.row == Some(id));
        if has_focus || is_led || is_asked {
            focus = Some(id);
        }
    }
    ui.add_space(skipped);
    view.focus = focus;
}

/// What a row is called: `Risk 2`.
pub(super) fn name_of<T: Row>(cx: &Cx<'_>, row: &T) -> String {
    let position = T::table(cx.plan).position(row.id()).unwrap_or_default();
    parts::row_name::<T>(cx, &(position + 1).to_string())
}

fn row_ui<T: Row>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    view: &mut ListView,
    (rows, i): (&[&T], usize),
    line: &Line,
    body: impl FnOnce(&mut Ui, &mut Outbox),
) {
    let t = tokens(ui);
    let id = rows[i].id();
    let is_open = view.open.contains(&id.bits());
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::symmetric(4, 3));
    let was_opened = view.opened == Some(id.bits());
    let shown = frame.show(ui, |ui| {
        let response = line_ui(ui, cx, Place::row(id), line, is_open);
        fields::visit(cx, out, Place::row(id), &response);
        if view.wanted == Some(id.bits()) {
            view.wanted = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            keys(ui, view, (rows, i), response.id, out);
        }
        if response.clicked() {
            view.heights.remove(&id.bits());
            if !view.open.remove(&id.bits()) {
                view.open.insert(id.bits());
                view.opened = Some(id.bits());
                ui.ctx().request_repaint();
            }
        }
        if is_open {
            let margin = Margin { left: 12, right: 12, top: 4, bottom: 12 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 12.0;
                let owner = name_of(cx, rows[i]);
                ui.horizontal(|ui| {
                    parts::note(ui, &owner);
                    let ends = (i == 0, i + 1 == rows.len());
                    let wish = kit::row_menu(ui, cx.words, &owner, ends.0, ends.1);
                    do_among(rows, i, wish, out);
                });
                body(ui, out);
                fields::findings_ui(ui, cx, out, Place::row(id));
            });
        }
    });
    if was_opened {
        view.opened = None;
        let rect = shown.response.rect;
        let seen = rect.with_max_y(rect.bottom().min(rect.top() + MOST_REVEALED));
        ui.scroll_to_rect(seen, None);
    }
}

/// Up and Down go to another line; with Alt they move the row.
fn keys<T: Row>(ui: &Ui, view: &mut ListView, (rows, i): (&[&T], usize), line: egui::Id, out: &mut Outbox) {
    let filter = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    ui.memory_mut(|m| m.set_focus_lock_filter(line, filter));
    for (key, wish, next) in
        [(Key::ArrowUp, RowWish::Up, i.checked_sub(1)), (Key::ArrowDown, RowWish::Down, Some(i + 1))]
    {
        // A plain key matches one with Alt too, so that comes first.
        if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
            do_among(rows, i, Some(wish), out);
            view.wanted = Some(rows[i].id().bits());
        } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            view.wanted = next.and_then(|n| rows.get(n)).map(|row| row.id().bits());
            ui.ctx().request_repaint();
        }
    }
}

/// Does to a row what its buttons wish, among those that are shown.
fn do_among<T: Row>(rows: &[&T], i: usize, wish: Option<RowWish>, out: &mut Outbox) {
    let id = rows[i].id();
    let at = |step: Option<usize>| step.and_then(|i| rows.get(i)).map(|row| row.id());
    let to = |at: At<T>| T::relocate(id, at);
    let edit = match wish {
        None => None,
        Some(RowWish::Delete) => Some(T::delete(id)),
        Some(RowWish::Up) => at(i.checked_sub(1)).map(|before: Id<T>| to(At::Before(before))),
        Some(RowWish::Down) => at(i.checked_add(1)).map(|after: Id<T>| to(At::After(after))),
    };
    if let Some(edit) = edit {
        out.edit(edit);
    }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, place: Place, line: &Line, is_open: bool) -> Response {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let response = ui.interact(rect, egui::Id::unique(("line", place)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &line.said));
    focus_frame(ui, rect, &response);
    let middle = rect.center().y;
    let square = |x: f32, side: f32| Rect::from_center_size(pos2(rect.left() + x, middle), Vec2::splat(side));
    paint_fold(ui, square(14.0, 20.0), is_open);
    let mut right = rect.right() - 8.0;
    if let Some((words, ink)) = &line.tag {
        let galley = text::galley(ui.ctx(), words, &Style::small().color(*ink), f32::INFINITY);
        let size = galley.size() + vec2(12.0, 4.0);
        let tag = Rect::from_min_size(pos2(right - size.x, middle - size.y * 0.5), size);
        ui.painter().rect_filled(tag, kit::RADIUS, ink.gamma_multiply(kit::TAG_WASH));
        ui.painter().galley(tag.min + vec2(6.0, 2.0), galley, *ink);
        right = tag.left() - 8.0;
    }
    if let Some(worst) = cx.findings.worst_at(place) {
        let (color, sign) = fields::severity_look(ui, worst);
        kit::paint_icon(
            ui.painter(),
            Rect::from_center_size(pos2(right - 6.0, middle), Vec2::splat(12.0)),
            sign,
            color,
        );
        right -= 20.0;
    }
    let paint = |left: f32, words: &str, style: Style, ink: Color32| {
        let room = (right - left).max(0.0);
        let at = pos2(left, middle);
        text::paint_within(ui.painter(), at, Align2::LEFT_CENTER, words, &style.elided(), ink, room).right()
    };
    let left = paint(rect.left() + 30.0, &line.lead, Style::body(), t.ink_soft) + 8.0;
    let left = paint(left, &line.title, Style::body().strong(), t.ink) + 14.0;
    if !line.soft.is_empty() && right - left > 60.0 {
        paint(left, &line.soft, Style::small(), t.ink_soft);
    }
    response
}
