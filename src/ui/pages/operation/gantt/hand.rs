//! What a hand does in the chart: move and resize bars, draw links, draw bars for activities without dates, slide the time.

use super::{
    Chart, Done, Held, Says, View, bar_id,
    model::{self, Bar, Grip, Kind, Shift},
    paint,
};
use crate::{
    analysis::Span,
    locale::calendar::day_of,
    plan::{Activity, ActivityField, Day, Edit, Id, Row},
    ui::{Outbox, kit},
};
use egui::{CursorIcon, Id as WidgetId, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// The ground: dragging it slides the time, or draws the bar of an activity without dates.
pub fn ground_ui(ui: &Ui, chart: &Chart<'_>, view: &mut View) {
    let ground = ui.interact(chart.body, WidgetId::unique("gantt-ground"), Sense::DRAG);
    let origin = ui.input(|i| i.pointer.press_origin());
    let undated = |at| chart.activity_at(at).filter(|id| chart.cx.derived.schedule.activity(*id).is_none());
    let is_free = view.held.is_none() && !ui.input(|i| i.pointer.any_down());
    if is_free && ground.hover_pos().and_then(undated).is_some() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
        let t = kit::tokens(ui);
        paint::beside_pointer(ui, chart, &chart.cx.words.get("gantt-draw"), (t.indigo_wash, t.ink));
    }
    if ground.drag_started()
        && let Some(origin) = origin
        && let Some(id) = undated(origin)
    {
        let day = day_at(chart, origin.x);
        view.held = Some(Held::New(id, day, day));
    }
    if view.held.is_none()
        && ground.dragged()
        && let Some((first, per_day)) = &mut view.place
    {
        *first -= f64::from(ground.drag_delta().x / *per_day);
        ui.set_cursor_icon(CursorIcon::Grabbing);
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
    whole(chart.scale.moment(x).floor())
}

/// The nearest whole number of days.
fn whole(moments: f64) -> i32 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a moment on the screen is near a day of the calendar"
    )]
    let days = moments.round().clamp(-3.0e6, 3.0e6) as i32;
    days
}

/// Where a hand holds a bar.
fn grip(bar: &Bar, rect: Rect, x: f32) -> Grip {
    if bar.kind != Kind::Task {
        return Grip::Move;
    }
    let edge = (rect.width() * 0.25).min(8.0);
    match x {
        x if x < rect.left() + edge => Grip::Start,
        x if x > rect.right() - edge => Grip::Finish,
        _ => Grip::Move,
    }
}

/// Begins to move or resize a bar.
pub fn take_up(ui: &Ui, chart: &Chart<'_>, view: &mut View, bar: &Bar, rect: Rect, response: &Response) {
    let Some(activity) = bar.activity else { return };
    if let Some(pos) = response.hover_pos().filter(|_| view.held.is_none()) {
        ui.set_cursor_icon(match grip(bar, rect, pos.x) {
            Grip::Move => CursorIcon::Grab,
            Grip::Start | Grip::Finish => CursorIcon::ResizeHorizontal,
        });
    }
    let origin = ui.input(|i| i.pointer.press_origin());
    if response.drag_started()
        && let Some(origin) = origin
    {
        let grip = grip(bar, rect, origin.x);
        view.held = Some(Held::Bar(Shift { activity, grip, days: 0 }, chart.scale.moment(origin.x)));
        view.by_keys = false;
        response.request_focus();
    }
}

/// What the hand holds goes where the pointer is, wherever the time and the rows went meanwhile.
pub fn follow(ui: &Ui, chart: &Chart<'_>, view: &mut View) {
    let Some((held, pos)) = view.held.zip(ui.input(|i| i.pointer.latest_pos())) else { return };
    view.held = Some(match held {
        Held::Bar(shift, from) => {
            Held::Bar(Shift { days: whole(chart.scale.moment(pos.x) - from), ..shift }, from)
        }
        Held::New(id, from, _) => Held::New(id, from, day_at(chart, pos.x)),
        Held::Link(_) => held,
    });
}

/// The hand lets go: one edit. After everything is drawn, so that a bar does not fall back until the plan has changed.
pub fn release(ui: &Ui, chart: &Chart<'_>, view: &mut View, out: &mut Outbox) {
    if !ui.input(|i| i.pointer.any_released()) {
        return;
    }
    match view.held.take() {
        Some(Held::Bar(shift, _)) => {
            model::edit(chart.cx, shift).into_iter().for_each(|edit| out.edit(edit));
        }
        Some(Held::New(id, a, b)) => {
            if let (Some(start), Some(finish)) = (day_of(a.min(b)), day_of(a.max(b))) {
                out.edit(dates(chart, id, start, finish));
            }
        }
        Some(Held::Link(from)) => {
            let then = ui.input(|i| i.pointer.latest_pos()).and_then(|pos| chart.activity_at(pos));
            if let Some(then) = then {
                link(chart, view, from, then, out);
            }
        }
        None => {}
    }
}

/// How near to the edge of the chart what is held pushes it on, and how fast the time goes then, in points and points a second.
const PUSH: (f32, f32) = (8.0, 420.0);
/// How long a row stays when rows go on, in seconds.
const ROW_STAYS: f64 = 0.06;

/// At the edge of the chart, what the hand holds takes the time along; the end of a link, which may belong far below, also the rows.
pub fn push(ui: &Ui, chart: &Chart<'_>, view: &mut View, done: &mut Done) {
    let (pos, now, since) = ui.input(|i| (i.pointer.latest_pos(), i.time, i.stable_dt.min(0.1)));
    let Some((held, pos)) = view.held.zip(pos).filter(|_| ui.input(|i| i.pointer.any_down())) else { return };
    let inside = chart.body.shrink(PUSH.0);
    let beyond =
        |at: f32, range: egui::Rangef| f32::from(i8::from(at > range.max) - i8::from(at < range.min));
    let (aside, down) = (beyond(pos.x, inside.x_range()), beyond(pos.y, inside.y_range()));
    if aside != 0.0
        && let Some((first, per_day)) = &mut view.place
    {
        *first += f64::from(aside * PUSH.1 * since / *per_day);
        ui.request_repaint();
    }
    if down != 0.0 && matches!(held, Held::Link(_)) {
        ui.request_repaint();
        if now - view.pushed >= ROW_STAYS {
            view.pushed = now;
            let rows = &chart.grid.visible;
            let next = if down > 0.0 { Some(rows.end) } else { rows.start.checked_sub(1) };
            done.reveal = next.filter(|row| *row < chart.lines.len());
        }
    }
}

/// The point behind the end of a bar, from which a link is drawn.
pub fn link_ui(
    ui: &mut Ui,
    chart: &Chart<'_>,
    view: &mut View,
    id: Id<Activity>,
    bar: Rect,
    response: &Response,
) {
    let rect = Rect::from_center_size(pos2(bar.right() + 8.0, bar.center().y), vec2(14.0, 18.0));
    let handle = ui.interact(rect, WidgetId::unique(("gantt-link", id)), Sense::DRAG);
    let is_held = view.held == Some(Held::Link(id));
    if response.hovered() || response.has_focus() || handle.hovered() || is_held {
        paint::link_point(ui, rect.center());
        let number = chart.cx.derived.numbering.activity(id);
        let words = chart.cx.words.with("gantt-link", &[("number", number.into())]);
        handle.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    }
    if handle.hovered() {
        ui.set_cursor_icon(CursorIcon::Crosshair);
    }
    if handle.drag_started() {
        view.held = Some(Held::Link(id));
    }
}

/// Lets an activity begin when another is finished, or says why that cannot be.
pub fn link(chart: &Chart<'_>, view: &mut View, before: Id<Activity>, then: Id<Activity>, out: &mut Outbox) {
    view.says = None;
    match model::link(chart.cx.plan, before, then) {
        Ok(edit) => edit.into_iter().for_each(|edit| out.edit(edit)),
        Err(refused) => view.says = Some(Says::Refused(refused, before, then)),
    }
}

/// Escape lets go of what the hand holds, before anything comes of it; so does a pointer that went up outside the window.
pub fn let_go(ui: &Ui, view: &mut View) {
    if ui.input(|i| i.key_pressed(Key::Escape) || !i.pointer.any_down() && !i.pointer.any_released()) {
        view.held = None;
    }
}

/// What the hand holds, drawn above everything.
pub fn held_ui(ui: &Ui, chart: &Chart<'_>, view: &View) {
    if let Some(Says::Linking(from)) = view.says {
        let focused = ui.memory(egui::Memory::focused);
        let end = chart.grid.visible.clone().find_map(|line| {
            let bar = model::bar(chart.cx, chart.lines.at(line)?, None)?;
            let is_it = bar.activity.is_some_and(|id| id != from && Some(bar_id(id)) == focused);
            is_it.then(|| chart.edge(&chart.bar_rect(&bar, line), false))
        });
        if let Some((start, end)) = chart.end_of(from).zip(end) {
            paint::link_line(ui, start, end);
        }
    }
    let Some(held) = view.held else { return };
    match held {
        Held::Bar(shift, _) => {
            if let Some(span) = chart.cx.derived.schedule.activity(shift.activity) {
                paint::dates(ui, chart, model::moved(span, shift));
            }
        }
        Held::Link(from) => link_held_ui(ui, chart, from),
        Held::New(id, a, b) => {
            if let (Some(line), Some(start), Some(finish)) =
                (chart.lines.of(id), day_of(a.min(b)), day_of(a.max(b)))
            {
                let span = Span { start, finish };
                let bar = Bar { kind: Kind::Task, activity: Some(id), span, tint: 0, done: None };
                let state = paint::State { is_marked: true, ..paint::State::default() };
                paint::bar(ui, &bar, chart.bar_rect(&bar, line), state);
                paint::dates(ui, chart, span);
            }
        }
    }
}

/// The line of a link that is being drawn; beside the pointer, why it cannot end there.
fn link_held_ui(ui: &Ui, chart: &Chart<'_>, from: Id<Activity>) {
    let Some(pos) = ui.input(|i| i.pointer.hover_pos()) else { return };
    if let Some(start) = chart.end_of(from) {
        paint::link_line(ui, start, pos);
    }
    let refused = chart.activity_at(pos).and_then(|then| model::link(chart.cx.plan, from, then).err());
    if let Some(refused) = refused {
        ui.set_cursor_icon(CursorIcon::NotAllowed);
        let t = kit::tokens(ui);
        paint::beside_pointer(ui, chart, &chart.cx.words.get(refused.words()), (t.bad, t.surface));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_held_at_its_edges_or_between() {
        let day: Day = "2017-10-02".parse().unwrap();
        let bar = |kind| Bar { kind, activity: None, span: Span::new(day, day), tint: 0, done: None };
        let rect = Rect::from_min_max(pos2(100.0, 0.0), pos2(200.0, 10.0));
        for (x, expected) in [(101.0, Grip::Start), (150.0, Grip::Move), (199.0, Grip::Finish)] {
            assert_eq!(grip(&bar(Kind::Task), rect, x), expected, "{x}");
            assert_eq!(grip(&bar(Kind::Milestone), rect, x), Grip::Move);
        }
    }
}
