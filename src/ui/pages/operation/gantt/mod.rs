//! The chart beside the table: a bar for each activity, moved by hand or by keys.
//!
//! [`scale`] turns days into points, [`time`] cuts them into months and fiscal years of the plan's calendar, [`model`] says what a
//! line shows and what a movement means, [`hand`] and [`keys`] move, [`header`], [`links`] and [`paint`] draw. A movement is shown while the
//! hand holds the bar and becomes one edit when it lets go, so that undo takes back the whole of it; so do keys that follow each
//! other.

mod hand;
mod header;
mod keys;
mod links;
pub mod model;
mod paint;
mod says;
pub mod scale;
mod time;

pub use header::HEIGHT as HEADER;

use super::{
    lines::{Line, Lines},
    name_of,
};
use crate::{
    analysis::{Span, mend_dates},
    locale::calendar::{Calendar, FiscalRule, FiscalYear, number},
    plan::{Activity, Day, Id},
    ui::{
        Cx, Outbox,
        kit::{self, Dates, grid::GridOutput},
    },
};
use egui::{Id as WidgetId, Key, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use model::{Bar, Kind, Shift};
use says::Says;
use scale::Scale;
use time::Cutter;

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
    /// Whether the bar with the focus was moved by keys last: what they do next belongs to the same step.
    by_keys: bool,
    /// What is said at the foot of the chart.
    says: Option<Says>,
    /// When the rows went on last under what the hand holds.
    pushed: f64,
}

/// What the hand holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    /// A bar, and the moment at which it was taken up.
    Bar(Shift, f64),
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

    /// Shows a day as wide as fits a unit. `near`: a day that is to stay in sight, else the middle does.
    pub fn show_unit(&mut self, unit: scale::Unit, width: f32, near: Option<Day>) {
        if let Some((_, per_day)) = self.place {
            self.zoom(unit.per_day() / per_day, width);
        }
        if let Some(near) = near {
            self.show_day(near, width);
        }
    }

    /// Whether a day is in sight.
    #[must_use]
    pub fn sees(&self, day: Day, width: f32) -> bool {
        let along = |(first, per_day)| (f64::from(number(day)) - first) * f64::from(per_day);
        self.place.is_some_and(|place| (0.0..f64::from(width)).contains(&along(place)))
    }

    /// Brings a day into sight, near the starting edge.
    pub fn show_day(&mut self, day: Day, width: f32) {
        if let Some((first, per_day)) = &mut self.place {
            *first = f64::from(number(day)) - f64::from(width * 0.15 / *per_day);
        }
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
    /// The line that is worked on.
    selected: Option<usize>,
    dates: Dates<'a>,
    cutter: Cutter,
    fiscal: Vec<FiscalRule>,
}

/// Every second fiscal year lies on a tinted ground.
fn is_tinted(year: &FiscalYear) -> bool {
    Calendar::GREGORIAN.date(year.first).is_some_and(|date| date.year % 2 == 0)
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
        let x = self.scale.across(number(bar.span.start), number(bar.span.finish));
        let (x, height) = match bar.kind {
            Kind::Milestone => (egui::Rangef::point(x.center()).expand(8.0), 16.0),
            Kind::Task => (egui::Rangef::new(x.min, x.max.max(x.min + 3.0)), 18.0),
            Kind::Whole => (x, 12.0),
            Kind::Output => (x, 8.0),
        };
        let y = self.y(line);
        Rect::from_x_y_ranges(x, egui::Rangef::point(y).expand(height * 0.5))
    }

    /// The middle of the edge at which a bar begins or ends.
    fn edge(&self, bar: &Rect, at_end: bool) -> Pos2 {
        pos2(if at_end { bar.right() } else { bar.left() }, bar.center().y)
    }

    /// Where the bar of an activity ends.
    fn end_of(&self, id: Id<Activity>) -> Option<Pos2> {
        let line = self.lines.of(id)?;
        let bar = model::bar(self.cx, self.lines.at(line)?, None)?;
        Some(self.edge(&self.bar_rect(&bar, line), true))
    }

    fn has_parts(&self, id: Id<Activity>) -> bool {
        self.cx.derived.numbering.placed(id).is_some_and(|p| p.has_parts)
    }
}

/// Shows the chart in the room that the table left free.
pub fn chart_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    lines: &Lines<'_>,
    (grid, row_height, selected): (&GridOutput, f32, Option<usize>),
    out: &mut Outbox,
) -> Done {
    // An activity without dates has no bar that could take the focus, now or when its dates are typed.
    view.wanted = view.wanted.filter(|id| cx.derived.schedule.activity(*id).is_some());
    hand::let_go(ui, view);
    let header = grid.trailing.with_max_y(grid.header.bottom());
    let body = grid.trailing.with_min_y(grid.header.bottom());
    let scale = place(ui, cx, view, body);
    let (dates, cutter, fiscal) = (Dates::of_activities(cx), Cutter::of(cx), time::fiscal_rules(cx));
    let chart = Chart { cx, lines, scale, grid, row_height, body, selected, dates, cutter, fiscal };
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("gantt"));
    inner.set_clip_rect(ui.clip_rect().intersect(body));
    let mut done = Done::default();
    hand::follow(&inner, &chart, view);
    hand::push(&inner, &chart, view, &mut done);
    paint::ground(&inner, &chart);
    hand::ground_ui(&inner, &chart, view);
    links::links_ui(&inner, &chart, view, out);
    for line in grid.visible.clone() {
        line_ui(&mut inner, &chart, view, line, out, &mut done);
    }
    hand::held_ui(&inner, &chart, &*view);
    hand::release(&inner, &chart, view, out);
    says::says_ui(&mut inner, &chart, view);
    header::header_ui(ui, &chart, header);
    done
}

fn held_shift(view: &View) -> Option<Shift> {
    match view.held {
        Some(Held::Bar(shift, _)) => Some(shift),
        _ => None,
    }
}

/// From the first to the last day of the activities; before there are any, of the plan, or a year of it.
fn whole_time(cx: &Cx<'_>) -> Span {
    let identity = &cx.plan.identity;
    let start = identity.start.unwrap_or(cx.today);
    let finish = identity.finish.unwrap_or(scale::later(start, 365));
    cx.derived.schedule.whole().unwrap_or(Span::new(start, finish))
}

/// The scale of this frame: as the person left it, after what the wheel did.
fn place(ui: &Ui, cx: &Cx<'_>, view: &mut View, body: Rect) -> Scale {
    let range = body.x_range();
    let mut scale = match view.place {
        Some((first, per_day)) => Scale { first, per_day, range },
        None => Scale { first: 0.0, per_day: 1.0, range }.fitting(whole_time(cx)),
    };
    if let Some(pos) = ui
        .input(|i| i.pointer.hover_pos())
        .filter(|pos| body.contains(*pos) && ui.rect_contains_pointer(body))
    {
        let (zoom, slide) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta().x));
        if (zoom - 1.0).abs() > 1e-3 {
            scale = scale.zoomed(zoom, pos.x);
        }
        scale.first -= f64::from(slide / scale.per_day);
    }
    let wanted = view.wanted.and_then(|id| cx.derived.schedule.activity(id));
    if let Some(span) = wanted.filter(|span| !body.x_range().contains(scale.x(number(span.start)))) {
        scale.first = f64::from(number(span.start)) - f64::from(range.span() * 0.2 / scale.per_day);
    }
    view.place = Some((scale.first, scale.per_day));
    scale
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
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, bar_name(chart, id, &bar)));
    if is_wanted {
        view.wanted = None;
        response.request_focus();
        ui.request_repaint();
    }
    if response.has_focus() {
        let was_linking = matches!(view.says, Some(Says::Linking(_)));
        keys::keys(ui, chart, view, (line, id), out, done);
        done.details = !was_linking && response.clicked() && ui.input(|i| i.key_pressed(Key::Enter));
    }
    hand::take_up(ui, chart, view, &bar, rect, &response);
    if response.clicked() {
        response.request_focus();
        done.selected = Some(id);
    }
    let conflict = model::conflict(chart.cx, id);
    let is_linked_to = matches!(view.held, Some(Held::Link(from)) if from != id)
        && ui.input(|i| i.pointer.hover_pos()).and_then(|pos| chart.activity_at(pos)) == Some(id);
    let state = paint::State {
        is_marked: response.has_focus() || response.hovered() || is_linked_to,
        is_wrong: conflict.is_some(),
    };
    paint::bar(ui, &bar, rect, state);
    hand::link_ui(ui, chart, view, id, rect, &response);
    if conflict.is_some() {
        let number = chart.cx.derived.numbering.activity(id);
        let words = chart.cx.words.with("gantt-mend", &[("number", number.into())]);
        if mend_ui(ui, rect, &words, id).clicked() {
            mend_dates(chart.cx.plan, chart.cx.derived, Some(id)).into_iter().for_each(|edit| out.edit(edit));
        }
    }
    if response.hovered() && view.held.is_none() {
        let name = bar_name(chart, id, &bar);
        // Keys are of use at the bar that has the focus; elsewhere they would only cover the rows below.
        let keys = response.has_focus().then(|| chart.cx.words.get("gantt-keys"));
        kit::hint(response, &keys.map_or(name.clone(), |keys| format!("{name}\n{keys}")));
    }
}

fn bar_id(id: Id<Activity>) -> WidgetId {
    WidgetId::unique(("gantt-bar", id))
}

/// `1.2 Train weavers, 2017-10-02 to 2017-10-06, 40% done`
fn bar_name(chart: &Chart<'_>, id: Id<Activity>, bar: &Bar) -> String {
    let name = chart.cx.plan.activities.get(id).map(|a| name_of(chart.cx, a)).unwrap_or_default();
    let name = format!("{} {name}", chart.cx.derived.numbering.activity(id));
    let (start, finish) = (chart.dates.in_words(bar.span.start), chart.dates.in_words(bar.span.finish));
    let said = if bar.kind == Kind::Milestone {
        chart.cx.words.with("gantt-milestone", &[("name", name.into()), ("day", start.into())])
    } else {
        let values = [("name", name.into()), ("start", start.into()), ("finish", finish.into())];
        chart.cx.words.with("gantt-bar", &values)
    };
    let Some(done) = bar.done else { return said };
    let percent = format!("{:.0}", done * 100.0);
    chart.cx.words.with("gantt-done", &[("name", said.into()), ("percent", percent.into())])
}

/// A small button at the starting edge of a bar that begins too early.
fn mend_ui(ui: &mut Ui, bar: Rect, words: &str, id: Id<Activity>) -> Response {
    let rect = Rect::from_center_size(pos2(bar.left() - 12.0, bar.center().y), egui::Vec2::splat(18.0));
    let response = ui.interact(rect, WidgetId::unique(("gantt-mend", id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let t = kit::tokens(ui);
    kit::paint_icon(ui.painter(), rect, kit::Icon::Octagon, t.bad);
    if response.has_focus() || response.hovered() {
        ui.painter().rect_stroke(rect, 4.0, egui::Stroke::new(1.0, t.indigo), egui::StrokeKind::Outside);
    }
    kit::hint(response, words)
}
