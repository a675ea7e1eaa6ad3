//! The chart beside the table: a bar for each activity, moved by hand or by keys.
//!
//! [`scale`] turns days into points, [`model`] says what a line shows and what a movement means, [`paint`] draws. A movement
//! is shown while the hand holds the bar and becomes one edit when it lets go, so that undo takes back the whole of it.

pub mod model;
mod paint;
pub mod scale;

use super::{
    lines::{Line, Lines},
    name_of,
};
use crate::{
    analysis::Span,
    plan::{Activity, ActivityField, Day, Edit, Id, Row},
    text,
    ui::{
        Cx, Outbox,
        kit::{self, grid::GridOutput},
    },
};
use egui::{
    CursorIcon, EventFilter, Id as WidgetId, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};
use model::{Bar, Grip, Kind, Shift};
use scale::Scale;

/// What the chart remembers.
#[derive(Debug, Default)]
pub struct View {
    /// Whether only the table is shown.
    pub is_hidden: bool,
    /// The moment at the starting edge, and the width of a day; nothing: the whole plan is made to fit.
    place: Option<(f64, f32)>,
    /// What the hand holds.
    held: Option<Held>,
    /// The bar that is to have the focus.
    wanted: Option<Id<Activity>>,
}

/// What the hand holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    /// A bar.
    Bar(Shift),
    /// The end of a bar, to be led to the bar that comes after it.
    Link(Id<Activity>),
    /// A bar that is being drawn for an activity without dates, between these days.
    New(Id<Activity>, i32, i32),
}

/// What happened to the chart that concerns the table.
#[derive(Debug, Default)]
pub struct Done {
    /// The activity whose bar was chosen.
    pub selected: Option<Id<Activity>>,
    /// The line to show.
    pub reveal: Option<usize>,
    /// The line whose cell is to have the focus.
    pub to_table: Option<usize>,
    /// Everything about the chosen activity is to be shown.
    pub details: bool,
}

impl View {
    /// Gives the focus to the bar of an activity.
    pub fn want(&mut self, id: Id<Activity>) {
        self.wanted = Some(id);
    }

    /// Makes everything larger or smaller, around the middle.
    pub fn zoom(&mut self, factor: f32, width: f32) {
        if let Some((first, per_day)) = &mut self.place {
            let next = scale::PER_DAY.clamp(*per_day * factor);
            *first += f64::from(width * 0.5 / *per_day - width * 0.5 / next);
            *per_day = next;
        }
    }

    /// Makes the whole plan fit.
    pub fn fit(&mut self) {
        self.place = None;
    }

    /// What one step of the time above the chart is.
    #[must_use]
    pub fn unit(&self) -> scale::Unit {
        scale::Unit::of(self.place.map_or(1.0, |(_, per_day)| per_day))
    }
}

/// The chart in one frame.
struct Chart<'a> {
    cx: &'a Cx<'a>,
    lines: &'a Lines<'a>,
    scale: Scale,
    grid: &'a GridOutput,
    row_height: f32,
    body: Rect,
}

impl Chart<'_> {
    /// The middle of the first row of text of a line.
    fn y(&self, line: usize) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "rows of a plan are few enough to be exact")]
        let top = self.grid.top + line as f32 * self.row_height;
        top + kit::ROW * 0.5
    }

    /// The line at a height.
    fn line_at(&self, y: f32) -> Option<usize> {
        let row = ((y - self.grid.top) / self.row_height).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a row")]
        let line = (row >= 0.0).then_some(row as usize)?;
        (line < self.lines.len()).then_some(line)
    }

    fn activity_at(&self, pos: Pos2) -> Option<Id<Activity>> {
        match self.lines.at(self.line_at(pos.y)?)? {
            Line::Activity(placed) if self.body.contains(pos) => Some(placed.id),
            _ => None,
        }
    }

    fn bar_rect(&self, bar: &Bar, line: usize) -> Rect {
        let x = self.scale.across(scale::number(bar.span.start), scale::number(bar.span.finish));
        let (x, height) = match bar.kind {
            Kind::Milestone => (egui::Rangef::point(x.center()).expand(8.0), 16.0),
            Kind::Task => (egui::Rangef::new(x.min, x.max.max(x.min + 3.0)), 18.0),
            Kind::Whole => (x, 12.0),
            Kind::Output => (x, 8.0),
        };
        let y = self.y(line);
        Rect::from_x_y_ranges(x, egui::Rangef::point(y).expand(height * 0.5))
    }
}

/// Shows the chart in the room that the table left free.
pub fn chart_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    lines: &Lines<'_>,
    (grid, row_height): (&GridOutput, f32),
    out: &mut Outbox,
) -> Done {
    // An activity without dates has no bar that could take the focus, now or when its dates are typed.
    view.wanted = view.wanted.filter(|id| cx.derived.schedule.activity(*id).is_some());
    let header = grid.trailing.with_max_y(grid.header.bottom());
    let body = grid.trailing.with_min_y(grid.header.bottom());
    let scale = place(ui, cx, view, body);
    let chart = Chart { cx, lines, scale, grid, row_height, body };
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("gantt"));
    inner.set_clip_rect(ui.clip_rect().intersect(body));
    let mut done = Done::default();
    paint::ground(&inner, &chart);
    ground_ui(&mut inner, &chart, view, out);
    paint::arrows(&inner, &chart, held_shift(view));
    for line in grid.visible.clone() {
        line_ui(&mut inner, &chart, view, line, out, &mut done);
    }
    held_ui(&inner, &chart, view);
    paint::header(ui, &chart, header);
    done
}

fn held_shift(view: &View) -> Option<Shift> {
    match view.held {
        Some(Held::Bar(shift)) => Some(shift),
        _ => None,
    }
}

/// The scale of this frame: as the person left it, after what the wheel did.
fn place(ui: &Ui, cx: &Cx<'_>, view: &mut View, body: Rect) -> Scale {
    let is_rtl = text::interface_is_rtl(ui.ctx());
    let range = body.x_range();
    let mut scale = match view.place {
        Some((first, per_day)) => Scale { first, per_day, range, is_rtl },
        None => {
            let plan = cx.plan.identity.start.zip(cx.plan.identity.finish).map(|(a, b)| Span::new(a, b));
            let whole = cx.derived.schedule.whole();
            let span = whole.or(plan).unwrap_or(Span::new(cx.today, scale::later(cx.today, 365)));
            Scale { first: 0.0, per_day: 1.0, range, is_rtl }.fitting(span)
        }
    };
    if let Some(pos) = ui
        .input(|i| i.pointer.hover_pos())
        .filter(|pos| body.contains(*pos) && ui.rect_contains_pointer(body))
    {
        let (zoom, slide) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta().x));
        if (zoom - 1.0).abs() > 1e-3 {
            scale = scale.zoomed(zoom, pos.x);
        }
        let slide = if is_rtl { slide } else { -slide };
        scale.first += f64::from(slide / scale.per_day);
    }
    let wanted = view.wanted.and_then(|id| cx.derived.schedule.activity(id));
    if let Some(span) = wanted.filter(|span| !body.x_range().contains(scale.x(scale::number(span.start)))) {
        scale.first = f64::from(scale::number(span.start)) - f64::from(range.span() * 0.2 / scale.per_day);
    }
    view.place = Some((scale.first, scale.per_day));
    scale
}

/// The ground: dragging it slides the time, or draws the bar of an activity without dates.
fn ground_ui(ui: &mut Ui, chart: &Chart<'_>, view: &mut View, out: &mut Outbox) {
    let ground = ui.interact(chart.body, WidgetId::unique("gantt-ground"), Sense::DRAG);
    let origin = ui.input(|i| i.pointer.press_origin());
    if ground.drag_started()
        && let Some(origin) = origin
        && let Some(id) = chart.activity_at(origin)
        && chart.cx.derived.schedule.activity(id).is_none()
    {
        let day = day_at(chart, origin.x);
        view.held = Some(Held::New(id, day, day));
    }
    if let (Some(Held::New(id, from, _)), Some(pos)) = (view.held, ground.interact_pointer_pos()) {
        view.held = Some(Held::New(id, from, day_at(chart, pos.x)));
    } else if ground.dragged()
        && let Some((first, per_day)) = &mut view.place
    {
        let by = ground.drag_delta().x;
        let by = if chart.scale.is_rtl { by } else { -by };
        *first += f64::from(by / *per_day);
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    if let (true, Some(Held::New(id, a, b))) = (ground.drag_stopped(), view.held) {
        view.held = None;
        if let (Some(start), Some(finish)) = (scale::day(a.min(b)), scale::day(a.max(b))) {
            out.edit(dates(chart, id, start, finish));
        }
    }
}

fn dates(chart: &Chart<'_>, id: Id<Activity>, start: Day, finish: Day) -> Edit {
    let is_milestone = chart.cx.plan.activities.get(id).is_some_and(|a| a.milestone);
    let set = |change| Activity::change(id, change);
    let mut edits = vec![set(ActivityField::Start(Some(start)))];
    if !is_milestone {
        edits.push(set(ActivityField::Finish(Some(finish))));
    }
    Edit::Several("step-activity-shift", edits)
}

/// The day at a point.
fn day_at(chart: &Chart<'_>, x: f32) -> i32 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a moment on the screen is near a day of the calendar"
    )]
    let day = chart.scale.moment(x).floor().clamp(-3.0e6, 3.0e6) as i32;
    day
}

fn line_ui(ui: &mut Ui, chart: &Chart<'_>, view: &mut View, line: usize, out: &mut Outbox, done: &mut Done) {
    let Some(row) = chart.lines.at(line) else { return };
    let Some(bar) = model::bar(chart.cx, row, held_shift(view)) else { return };
    let rect = chart.bar_rect(&bar, line);
    let Some(id) = bar.activity else {
        paint::bar(ui, &bar, rect, paint::State::default());
        return;
    };
    let is_wanted = view.wanted == Some(id);
    let widget = bar_id(id);
    if !ui.clip_rect().x_range().intersects(rect.x_range())
        && !is_wanted
        && !ui.memory(|m| m.has_focus(widget))
    {
        return;
    }
    let response = ui.interact(rect.expand2(vec2(2.0, 3.0)), widget, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, bar_name(chart, id, bar.span)));
    if is_wanted {
        view.wanted = None;
        response.request_focus();
        ui.request_repaint();
    }
    if response.has_focus() {
        keys(ui, chart, view, (line, id), out, done);
    }
    drag(ui, chart, view, &bar, rect, &response, out);
    if response.clicked() {
        response.request_focus();
        done.selected = Some(id);
        done.details = ui.input(|i| i.key_pressed(Key::Enter));
    }
    let conflict = model::conflict(chart.cx, id);
    let is_linked_to = matches!(view.held, Some(Held::Link(from)) if from != id)
        && ui.input(|i| i.pointer.hover_pos()).and_then(|pos| chart.activity_at(pos)) == Some(id);
    let state = paint::State {
        is_marked: response.has_focus() || response.hovered() || is_linked_to,
        is_wrong: conflict.is_some(),
    };
    paint::bar(ui, &bar, rect, state);
    link_ui(ui, chart, view, id, rect, &response, out);
    if let Some(fix) = conflict.and_then(|c| c.fixes.first()) {
        let number = chart.cx.derived.numbering.activity(id);
        let words = chart.cx.words.with("gantt-mend", &[("number", number.into())]);
        if mend_ui(ui, chart, rect, &words, id).clicked() {
            out.edit(fix.edit.clone());
        }
    }
    if response.hovered() && view.held.is_none() {
        kit::hint(response, &bar_name(chart, id, bar.span));
    }
}

fn bar_id(id: Id<Activity>) -> WidgetId {
    WidgetId::unique(("gantt-bar", id))
}

/// `1.2 Train weavers, 2017-10-02 to 2017-10-06`
fn bar_name(chart: &Chart<'_>, id: Id<Activity>, span: Span) -> String {
    let name = chart.cx.plan.activities.get(id).map(|a| name_of(chart.cx, a)).unwrap_or_default();
    let name = format!("{} {name}", chart.cx.derived.numbering.activity(id));
    chart.cx.words.with(
        "gantt-bar",
        &[
            ("name", name.into()),
            ("start", span.start.to_string().into()),
            ("finish", span.finish.to_string().into()),
        ],
    )
}

/// A small button at the starting edge of a bar that begins too early.
fn mend_ui(ui: &mut Ui, chart: &Chart<'_>, bar: Rect, words: &str, id: Id<Activity>) -> Response {
    let x = if chart.scale.is_rtl { bar.right() + 12.0 } else { bar.left() - 12.0 };
    let rect = Rect::from_center_size(pos2(x, bar.center().y), egui::Vec2::splat(18.0));
    let response = ui.interact(rect, WidgetId::unique(("gantt-mend", id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let t = kit::tokens(ui);
    kit::paint_icon(ui.painter(), rect, kit::Icon::Octagon, t.bad);
    if response.has_focus() || response.hovered() {
        ui.painter().rect_stroke(rect, 4.0, egui::Stroke::new(1.0, t.indigo), egui::StrokeKind::Outside);
    }
    kit::hint(response, words)
}

/// Where a hand holds a bar.
fn grip(bar: &Bar, rect: Rect, x: f32, is_rtl: bool) -> Grip {
    if bar.kind != Kind::Task {
        return Grip::Move;
    }
    let edge = (rect.width() * 0.25).min(8.0);
    let (near_left, near_right) = (x < rect.left() + edge, x > rect.right() - edge);
    let (near_start, near_finish) = if is_rtl { (near_right, near_left) } else { (near_left, near_right) };
    match (near_start, near_finish) {
        (true, _) => Grip::Start,
        (_, true) => Grip::Finish,
        _ => Grip::Move,
    }
}

fn drag(
    ui: &Ui,
    chart: &Chart<'_>,
    view: &mut View,
    bar: &Bar,
    rect: Rect,
    response: &Response,
    out: &mut Outbox,
) {
    let Some(activity) = bar.activity else { return };
    if let Some(pos) = response.hover_pos().filter(|_| view.held.is_none()) {
        ui.set_cursor_icon(match grip(bar, rect, pos.x, chart.scale.is_rtl) {
            Grip::Move => CursorIcon::Grab,
            Grip::Start | Grip::Finish => CursorIcon::ResizeHorizontal,
        });
    }
    let origin = ui.input(|i| i.pointer.press_origin());
    if response.drag_started()
        && let Some(origin) = origin
    {
        let grip = grip(bar, rect, origin.x, chart.scale.is_rtl);
        view.held = Some(Held::Bar(Shift { activity, grip, days: 0 }));
        response.request_focus();
    }
    let Some(Held::Bar(shift)) = view.held.filter(|_| response.dragged() || response.drag_stopped()) else {
        return;
    };
    if shift.activity != activity {
        return;
    }
    let (from, to) = (origin, response.interact_pointer_pos());
    let days = from.zip(to).map_or(shift.days, |(from, to)| chart.scale.days(to.x - from.x));
    let shift = Shift { days, ..shift };
    if response.drag_stopped() {
        view.held = None;
        if let Some(edit) = model::edit(chart.cx, shift) {
            out.edit(edit);
        }
    } else {
        view.held = Some(Held::Bar(shift));
    }
}

/// The point behind the end of a bar, from which a link is drawn.
fn link_ui(
    ui: &mut Ui,
    chart: &Chart<'_>,
    view: &mut View,
    id: Id<Activity>,
    bar: Rect,
    response: &Response,
    out: &mut Outbox,
) {
    let x = if chart.scale.is_rtl { bar.left() - 8.0 } else { bar.right() + 8.0 };
    let rect = Rect::from_center_size(pos2(x, bar.center().y), vec2(14.0, 18.0));
    let handle = ui.interact(rect, WidgetId::unique(("gantt-link", id)), Sense::DRAG);
    let is_held = view.held == Some(Held::Link(id));
    if response.hovered() || response.has_focus() || handle.hovered() || is_held {
        paint::link_point(ui, rect.center());
    }
    if handle.hovered() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
    }
    if handle.drag_started() {
        view.held = Some(Held::Link(id));
    }
    if handle.drag_stopped() && is_held {
        view.held = None;
        let then = ui.input(|i| i.pointer.latest_pos()).and_then(|pos| chart.activity_at(pos));
        if let Some(edit) = then.and_then(|then| model::link(chart.cx.plan, id, then)) {
            out.edit(edit);
        }
    }
}

/// What the hand holds, drawn above everything; Escape lets go of it.
fn held_ui(ui: &Ui, chart: &Chart<'_>, view: &mut View) {
    let Some(held) = view.held else { return };
    if ui.input(|i| i.key_pressed(Key::Escape) || !i.pointer.any_down() && !i.pointer.any_released()) {
        view.held = None;
        return;
    }
    match held {
        Held::Bar(shift) => {
            if let Some(span) = chart.cx.derived.schedule.activity(shift.activity) {
                paint::dates(ui, chart, model::moved(span, shift));
            }
        }
        Held::Link(from) => {
            let bar = chart.lines.of(from).and_then(|line| {
                let bar = model::bar(chart.cx, chart.lines.at(line)?, None)?;
                Some(chart.bar_rect(&bar, line))
            });
            if let Some((bar, pos)) = bar.zip(ui.input(|i| i.pointer.hover_pos())) {
                let x = if chart.scale.is_rtl { bar.left() } else { bar.right() };
                paint::link_line(ui, pos2(x, bar.center().y), pos);
            }
        }
        Held::New(id, a, b) => {
            if let (Some(line), Some(start), Some(finish)) =
                (chart.lines.of(id), scale::day(a.min(b)), scale::day(a.max(b)))
            {
                let span = Span { start, finish };
                let bar = Bar { kind: Kind::Task, activity: Some(id), span, tint: 0 };
                let state = paint::State { is_marked: true, is_wrong: false };
                paint::bar(ui, &bar, chart.bar_rect(&bar, line), state);
                paint::dates(ui, chart, span);
            }
        }
    }
}

/// Left and Right move the bar with the focus by a day, with Shift by a week, with Alt its end; Up and Down go to another bar.
fn keys(
    ui: &Ui,
    chart: &Chart<'_>,
    view: &mut View,
    (line, id): (usize, Id<Activity>),
    out: &mut Outbox,
    done: &mut Done,
) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|m| m.set_focus_lock_filter(bar_id(id), filter));
    done.selected = Some(id);
    let (later, earlier) = if chart.scale.is_rtl {
        (Key::ArrowLeft, Key::ArrowRight)
    } else {
        (Key::ArrowRight, Key::ArrowLeft)
    };
    // Keys with more to hold come first: a plain key matches them too.
    let both = Modifiers::ALT.plus(Modifiers::SHIFT);
    let ways = [
        (both, Grip::Finish, 7),
        (Modifiers::ALT, Grip::Finish, 1),
        (Modifiers::SHIFT, Grip::Move, 7),
        (Modifiers::NONE, Grip::Move, 1),
    ];
    for (modifiers, grip, days) in ways {
        for (key, days) in [(later, days), (earlier, -days)] {
            if ui.input_mut(|i| i.consume_key(modifiers, key)) {
                let shift = Shift { activity: id, grip, days };
                if let Some(edit) = model::edit(chart.cx, shift) {
                    out.edit(edit);
                }
            }
        }
    }
    for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
            && let Some((line, next)) = model::next_bar(chart.cx, chart.lines, line, down)
        {
            view.wanted = Some(next);
            done.reveal = Some(line);
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter)) {
        done.to_table = Some(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_held_at_its_edges_or_between() {
        let day: Day = "2017-10-02".parse().unwrap();
        let bar = |kind| Bar { kind, activity: None, span: Span::new(day, day), tint: 0 };
        let rect = Rect::from_min_max(pos2(100.0, 0.0), pos2(200.0, 10.0));
        for (x, is_rtl, expected) in [
            (101.0, false, Grip::Start),
            (150.0, false, Grip::Move),
            (199.0, false, Grip::Finish),
            (101.0, true, Grip::Finish),
            (150.0, true, Grip::Move),
            (199.0, true, Grip::Start),
        ] {
            assert_eq!(grip(&bar(Kind::Task), rect, x, is_rtl), expected, "{x} {is_rtl}");
            assert_eq!(grip(&bar(Kind::Milestone), rect, x, is_rtl), Grip::Move);
        }
    }
}
