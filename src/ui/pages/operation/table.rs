//! The table of activities.

use super::{
    View, acts, cell, gantt, learned_sign,
    lines::{Line, Lines},
};
use crate::{
    analysis::Placed,
    plan::{ACTIVITY, Activity, ActivityField, Field, Id, Output, Row},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self, Dates, Icon,
            cells::{self, Cell, Stand},
            grid::{Column, Grid, HEADER, Spot},
        },
    },
};
use egui::{Align2, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The number; a click shows everything about the activity.
    Number,
    /// What is done.
    Name,
    /// Who.
    Responsible,
    /// From.
    Start,
    /// Until.
    Finish,
    /// A moment.
    Milestone,
    /// Learned in the programme.
    Learned,
}

impl What {
    /// The field that can be written in such a column.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Number | Self::Learned => None,
            Self::Name => Some(ACTIVITY.name),
            Self::Responsible => Some(ACTIVITY.responsible),
            Self::Start => Some(ACTIVITY.start),
            Self::Finish => Some(ACTIVITY.finish),
            Self::Milestone => Some(ACTIVITY.milestone),
        }
    }
}

const INDENT: f32 = 18.0;
/// The least width of the chart, and of names beside it, in points.
const LEAST_CHART: f32 = 230.0;
const LEAST_NAME: f32 = 140.0;

/// The columns: all of them, or beside the chart those that there is room for.
fn columns(ui: &Ui, cx: &Cx<'_>, has_chart: bool, room: f32) -> Vec<(What, Column)> {
    let column = |field: Field, width| Column::new(cx.words.get(field.words()), width);
    let sign = || Column::new("", 32.0);
    let dates = Dates::of_activities(cx).width();
    // A date and the word above it are seen whole.
    let dated = |field: Field| {
        let heading = text::width(ui.ctx(), &cx.words.get(field.words()), &Style::small().strong());
        column(field, dates.max(heading + 16.0))
    };
    let mut all = vec![
        (What::Number, Column::new(cx.words.get("operation-number"), 52.0)),
        (What::Name, column(ACTIVITY.name, 196.0).growing(3.0)),
        (What::Responsible, column(ACTIVITY.responsible, 120.0).growing(1.0)),
        (What::Start, dated(ACTIVITY.start)),
        (What::Finish, dated(ACTIVITY.finish)),
        (What::Milestone, sign()),
        (What::Learned, sign()),
    ];
    if has_chart && room < 1150.0 {
        all.retain(|(what, _)| *what != What::Responsible);
    }
    if has_chart && room < 1000.0 {
        all.retain(|(what, _)| !matches!(what, What::Milestone | What::Learned));
    }
    if has_chart && !narrow_names(&mut all, room) {
        // The bars show when something ends.
        all.retain(|(what, _)| *what != What::Finish);
        narrow_names(&mut all, room);
    }
    all
}

/// Takes from the names what the chart needs to be of use. Says whether that is enough.
fn narrow_names(all: &mut [(What, Column)], room: f32) -> bool {
    let over = all.iter().map(|(_, column)| column.width).sum::<f32>() + LEAST_CHART - room;
    let Some((_, names)) = all.iter_mut().find(|(what, _)| *what == What::Name) else { return true };
    let wanted = names.width - over.max(0.0);
    names.width = wanted.max(LEAST_NAME);
    wanted >= LEAST_NAME
}

/// Shows the table, and the chart beside it.
pub fn table_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, lines: &Lines<'_>, out: &mut Outbox) {
    let has_chart = !view.chart.is_hidden;
    let room = ui.available_width();
    let (kinds, columns): (Vec<_>, Vec<_>) = columns(ui, cx, has_chart, room).into_iter().unzip();
    view.columns = kinds.iter().filter_map(|what| what.field()).collect();
    // The chart takes two fifths of the room, or less where long dates need it: both are seen at once.
    let table: f32 = columns.iter().map(|column| column.width).sum();
    let chart = (room * 0.42).min(room - table).max(LEAST_CHART);
    let is_wide = |row: usize| lines.is_heading(row);
    let grid = Grid {
        id: egui::Id::unique("activities"),
        columns: &columns,
        rows: lines.len(),
        header: if has_chart { gantt::HEADER } else { HEADER },
        row_height: row_height(cx),
        trailing: if has_chart { chart } else { 0.0 },
        selected: view.selected.and_then(|id| lines.of(id)),
        is_wide: &is_wide,
    };
    let mut asked = None;
    let done = grid.show(ui, &mut view.grid, |ui, spot, rect| match lines.at(spot.row)? {
        Line::Heading(output) => Some(heading_ui(ui, cx, out, output, rect)),
        Line::Activity(placed) => cell_ui(ui, cx, out, placed, kinds[spot.col], rect, &mut asked),
    });
    if let Some(Line::Activity(placed)) = done.focus.and_then(|spot| lines.at(spot.row)) {
        view.selected = Some(placed.id);
    }
    if let Some(id) = asked {
        view.has_details = !(view.has_details && view.selected == Some(id));
        view.selected = Some(id);
        // The cell that has the focus would choose its own activity again.
        ui.memory_mut(|m| m.focused().into_iter().for_each(|focus| m.surrender_focus(focus)));
    }
    if let Some(spot) = done.entered {
        entered(cx, view, lines, spot, out);
    }
    if has_chart {
        let name = kinds.iter().position(|what| *what == What::Name).unwrap_or(0);
        let place = (&done, grid.row_height, grid.selected);
        let acted = gantt::chart_ui(ui, cx, &mut view.chart, lines, place, out);
        view.selected = acted.selected.or(view.selected);
        view.has_details |= acted.details;
        if let Some(line) = acted.reveal {
            view.grid.reveal(line);
        }
        if let Some(row) = acted.to_table {
            view.grid.want(Spot { row, col: name });
        }
    }
}

/// The height of a row: a line for each language that is shown.
fn row_height(cx: &Cx<'_>) -> f32 {
    kit::ROW * f32::from(u8::try_from(cx.shown.len().max(1)).unwrap_or(3))
}

/// Enter goes down; under the last activity of an output it adds one, unless that one is still empty.
fn entered(cx: &Cx<'_>, view: &mut View, lines: &Lines<'_>, spot: Spot, out: &mut Outbox) {
    let Some(Line::Activity(placed)) = lines.at(spot.row) else { return };
    let is_empty = cx.plan.activities.at(placed.row).is_none_or(|a| a.name.is_blank());
    if lines.is_last(spot.row) && !is_empty {
        acts::add(cx, out, placed.output, Some(placed.id));
        return;
    }
    if let Some(row) = (spot.row + 1..lines.len()).find(|row| !lines.is_heading(*row)) {
        view.grid.want(Spot { row, ..spot });
    }
}

fn heading_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    output: Option<Id<Output>>,
    rect: Rect,
) -> Response {
    let t = kit::tokens(ui);
    let row = output.and_then(|id| cx.plan.outputs.get(id));
    let number = output.map(|id| cx.derived.numbering.output(id)).unwrap_or_default();
    let words = match row {
        Some(row) => {
            let nameless = cx.words.get("operation-nameless");
            let text = kit::title_or(&row.text, cx.shown, &nameless).lines().next().unwrap_or_default();
            cx.words.with("operation-output", &[("number", number.into()), ("text", text.into())])
        }
        None => cx.words.get("operation-without-output").into_owned(),
    };
    let line = rect.with_max_y(rect.top() + kit::ROW);
    let button = 30.0;
    let (label, place) = (line.with_max_x(line.right() - button), line.with_min_x(line.right() - button));
    let label = label.intersect(ui.clip_rect().expand2(vec2(0.0, 1e4))).shrink2(vec2(6.0, 0.0));
    let style = Style::body().strong().elided();
    let (at, anchor) = (label.left_center(), Align2::LEFT_CENTER);
    text::paint_within(ui.painter(), at, anchor, &words, &style, t.ink, label.width().max(40.0));
    let response = ui.interact(label, egui::Id::unique(("output", output)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let name = match row {
        Some(_) => cx.words.with("operation-add-to", &[("number", number.into())]),
        None => cx.words.get("operation-add-without").into_owned(),
    };
    let place = Rect::from_center_size(place.center(), egui::Vec2::splat(28.0));
    let builder = egui::UiBuilder::new().id_salt(("add", output)).max_rect(place);
    let plus = kit::icon_button(&mut ui.new_child(builder), Icon::Plus, &name);
    if plus.clicked() {
        acts::add(cx, out, output, None);
    }
    plus
}

#[allow(clippy::too_many_arguments, reason = "where, what, and what was asked for by the number")]
fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    placed: &Placed,
    what: What,
    rect: Rect,
    asked: &mut Option<Id<Activity>>,
) -> Option<Response> {
    let activity = cx.plan.activities.at(placed.row)?;
    let id = placed.id;
    let at = |field| Cell::new(rect, cell(id, field), &placed.number);
    let set = move |change| Activity::change(id, change);
    match what {
        What::Number => {
            if number_ui(ui, cx, placed, rect) {
                *asked = Some(id);
            }
            None
        }
        What::Name => {
            let depth = f32::from(u8::try_from(placed.depth.min(6)).unwrap_or(6));
            let place = Cell { indent: depth * INDENT, ..at(ACTIVITY.name) };
            cells::text(ui, cx, out, place, &activity.name, |v| set(ActivityField::Name(v)))
        }
        What::Responsible => cells::text(ui, cx, out, at(ACTIVITY.responsible), &activity.responsible, |v| {
            set(ActivityField::Responsible(v))
        }),
        What::Start | What::Finish if placed.has_parts => {
            let span = cx.derived.schedule.activity(id);
            let day = span.map(|s| if what == What::Start { s.start } else { s.finish });
            let field = if what == What::Start { ACTIVITY.start } else { ACTIVITY.finish };
            let name = format!("{}, {}", placed.number, cx.words.get(field.words()));
            let words = day.map(|d| Dates::of_activities(cx).shown(d)).unwrap_or_default();
            cells::read_only(ui, rect, &name, &words, Stand::Window);
            None
        }
        What::Start => cells::day(ui, cx, out, at(ACTIVITY.start), (activity.start, None), |v| {
            set(ActivityField::Start(v))
        }),
        What::Finish if activity.milestone => None,
        What::Finish => cells::day(ui, cx, out, at(ACTIVITY.finish), (activity.finish, None), |v| {
            set(ActivityField::Finish(v))
        }),
        What::Milestone => {
            let value = (activity.milestone, Icon::Diamond);
            cells::check(ui, cx, out, at(ACTIVITY.milestone), value, |v| set(ActivityField::Milestone(v)))
        }
        What::Learned => {
            if !activity.learned.is_empty() {
                learned_ui(ui, cx, activity, placed, rect);
            }
            None
        }
    }
}

/// The number; a click unfolds everything about the activity.
fn number_ui(ui: &mut Ui, cx: &Cx<'_>, placed: &Placed, rect: Rect) -> bool {
    let t = kit::tokens(ui);
    let line = rect.with_max_y(rect.top() + kit::ROW);
    let response = ui.interact(line, egui::Id::unique(("number", placed.id)), Sense::CLICK);
    response.widget_info(|| {
        let words = cx.words.with("operation-details-of", &[("number", (&*placed.number).into())]);
        WidgetInfo::labeled(Role::Button, true, words)
    });
    let ink = if response.hovered() { t.indigo } else { t.ink_soft };
    cells::paint(ui, line, &placed.number, ink, Stand::Window);
    response.clicked()
}

fn learned_ui(ui: &mut Ui, cx: &Cx<'_>, activity: &Activity, placed: &Placed, rect: Rect) {
    let line = rect.with_max_y(rect.top() + kit::ROW);
    learned_sign(ui, line);
    let response = ui.interact(line, egui::Id::unique(("learned", placed.id)), Sense::hover());
    let names = || super::details::learned_names(cx, activity).join(", ");
    response.widget_info(|| {
        let name = cx.words.get(ACTIVITY.learned.words());
        WidgetInfo::labeled(Role::Label, true, format!("{}, {name}: {}", placed.number, names()))
    });
    if response.hovered() {
        kit::hint(response, &names());
    }
}
