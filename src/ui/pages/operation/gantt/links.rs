//! The links between bars: arrows, the days to wait on them, and the way from a link to where its days are typed.

use super::{
    super::{cell, lines::Line},
    Chart, View, held_shift, model,
};
use crate::{
    plan::{ACTIVITY, Activity, After, Id},
    text::{self, Style},
    ui::{
        Outbox,
        kit::{self, tokens},
    },
};
use egui::{
    Align2, CursorIcon, Id as WidgetId, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

/// An arrow from the end of a bar to the start of one that waits for it.
struct Arrow {
    link: After,
    then: Id<Activity>,
    way: Vec<Pos2>,
    /// It ends before it may.
    is_wrong: bool,
}

/// Most arrows out of one activity that are drawn to the border of what is seen.
const MOST_OUT: usize = 60;
/// How near the pointer is to an arrow that it points at, in points.
const NEAR: f32 = 4.0;

/// The two places that stand for a link.
const WAY: &str = "way";
const DAYS: &str = "days";

/// Shows the arrows into the activities that can be seen, and out of them to others that cannot: those end at the border. A click on
/// an arrow, or on its days, leads to where they are typed.
pub fn links_ui(ui: &Ui, chart: &Chart<'_>, view: &View, out: &mut Outbox) {
    let pointer = ui.input(|i| i.pointer.hover_pos()).filter(|_| view.held.is_none());
    let mut is_found = false;
    for arrow in arrows(chart, view) {
        let near = pointer.filter(|pos| !is_found && is_near(&arrow.way, *pos));
        let at = near.map(|pos| Rect::from_center_size(pos, Vec2::splat(8.0)));
        let mut response = at.map(|rect| arrow.ask(ui, chart, rect, WAY));
        let is_pointed = response.as_ref().is_some_and(Response::hovered);
        let t = tokens(ui);
        let (ink, width) = match (is_pointed, arrow.is_wrong) {
            (true, _) => (t.indigo, 2.0),
            (false, true) => (t.bad, 1.2),
            (false, false) => (t.ink_soft, 1.2),
        };
        paint(ui, &arrow.way, Stroke::new(width, ink));
        if let Some(rect) = arrow.days_ui(ui, chart, ink) {
            let days = arrow.ask(ui, chart, rect, DAYS);
            response = Some(match response {
                Some(way) => way | days,
                None => days,
            });
        }
        if response.is_some_and(|response| response.clicked()) {
            out.go(cell(arrow.then, ACTIVITY.after));
        }
        is_found |= is_pointed;
    }
}

fn arrows(chart: &Chart<'_>, view: &View) -> Vec<Arrow> {
    let held = held_shift(view);
    let edge = |id: Id<Activity>, at_end: bool| {
        let line = chart.lines.of(id)?;
        let bar = model::bar(chart.cx, chart.lines.at(line)?, held)?;
        Some(chart.edge(&chart.bar_rect(&bar, line), at_end))
    };
    let arrow = |link: After, then: Id<Activity>| {
        let way = way(edge(link.activity, true)?, edge(then, false)?);
        Some(Arrow { link, then, way, is_wrong: model::conflict(chart.cx, then).is_some() })
    };
    let mut all = Vec::new();
    for line in chart.grid.visible.clone() {
        let Some(Line::Activity(placed)) = chart.lines.at(line) else { continue };
        let Some(activity) = chart.cx.plan.activities.at(placed.row) else { continue };
        all.extend(activity.after.iter().filter_map(|link| arrow(*link, placed.id)));
        let is_hidden =
            |id: &&Id<Activity>| chart.lines.of(**id).is_some_and(|line| !chart.grid.visible.contains(&line));
        let followers = chart.cx.derived.links.followers(placed.id).iter();
        for follower in followers.take(MOST_OUT).filter(is_hidden) {
            let links = chart.cx.plan.activities.get(*follower).map_or(&[][..], |a| &a.after);
            let link = links.iter().find(|link| link.activity == placed.id);
            all.extend(link.and_then(|link| arrow(*link, *follower)));
        }
    }
    all
}

impl Arrow {
    /// A place on the screen that stands for the link.
    fn ask(&self, ui: &Ui, chart: &Chart<'_>, rect: Rect, part: &str) -> Response {
        let widget = WidgetId::unique(("gantt-arrow", self.link.activity, self.then, part));
        let response = ui.interact(rect, widget, Sense::CLICK);
        let said = self.said(chart);
        // A link with days to wait is there for screen readers already.
        if part == DAYS || self.link.lag_days == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            kit::hint(response.clone(), &said);
        }
        response
    }

    /// `1.2 waits 5 days after 1.1 is finished`
    fn said(&self, chart: &Chart<'_>) -> String {
        let number = |id| chart.cx.derived.numbering.activity(id).to_owned();
        let days = self.link.lag_days;
        let key = match days {
            0 => "gantt-after",
            1.. => "gantt-after-wait",
            _ => "gantt-after-early",
        };
        let values = [
            ("then", number(self.then).into()),
            ("before", number(self.link.activity).into()),
            ("days", usize::try_from(days.unsigned_abs()).unwrap_or_default().into()),
        ];
        chart.cx.words.with(key, &values)
    }

    /// The days to wait over the head of the arrow; nothing when there are none.
    fn days_ui(&self, ui: &Ui, chart: &Chart<'_>, ink: egui::Color32) -> Option<Rect> {
        let days = self.link.lag_days;
        let head = *self.way.last().filter(|_| days != 0)?;
        let sign = if days > 0 { '+' } else { '\u{2212}' };
        let days = format!("{sign}{}", days.unsigned_abs());
        let words = chart.cx.words.with("gantt-lag", &[("days", days.into())]);
        let galley = text::galley(ui.ctx(), &words, &Style::new(11.0).strong().color(ink), f32::INFINITY);
        // A bar that begins too early has a sign before it.
        let beside = if self.is_wrong { 24.0 } else { 9.0 };
        let rect = Align2::RIGHT_CENTER.anchor_size(head - vec2(beside, 9.0), galley.size());
        ui.painter().rect_filled(rect.expand2(vec2(2.0, -1.0)), 2.0, tokens(ui).surface.gamma_multiply(0.9));
        ui.painter().galley(rect.min, galley, ink);
        Some(rect.expand(2.0))
    }
}

/// The way of an arrow from the end of a bar to the start of another: out, down or up, in.
#[must_use]
fn way(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let out = from.x + 7.0;
    let into = to.x - 9.0;
    if into >= out {
        return vec![from, pos2(out, from.y), pos2(out, to.y), to];
    }
    let between = from.y + (to.y - from.y).signum() * kit::ROW * 0.5;
    vec![from, pos2(out, from.y), pos2(out, between), pos2(into, between), pos2(into, to.y), to]
}

/// Whether a point lies on a way that goes along and down only.
fn is_near(way: &[Pos2], pos: Pos2) -> bool {
    way.windows(2).any(|piece| Rect::from_two_pos(piece[0], piece[1]).expand(NEAR).contains(pos))
}

fn paint(ui: &Ui, way: &[Pos2], stroke: Stroke) {
    let Some(to) = way.last().copied() else { return };
    ui.painter().add(Shape::line(way.to_vec(), stroke));
    let back = vec2(-6.0, 0.0);
    let head = vec![to, to + back + vec2(0.0, -3.5), to + back + vec2(0.0, 3.5)];
    ui.painter().add(Shape::convex_polygon(head, stroke.color, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_a_bar_that_begins_too_early() {
        let corners = |to_x: f32| way(pos2(100.0, 16.0), pos2(to_x, 48.0)).len();
        assert_eq!([corners(120.0), corners(110.0), corners(40.0)], [4, 6, 6]);
        let way = way(pos2(100.0, 16.0), pos2(90.0, 48.0));
        assert!(way.windows(2).all(|p| (p[0].x - p[1].x).abs() < 0.1 || (p[0].y - p[1].y).abs() < 0.1));
    }

    #[test]
    fn a_pointer_is_near_a_piece_of_the_way_and_not_inside_its_corners() {
        let way = way(pos2(100.0, 16.0), pos2(200.0, 48.0));
        let near = |x, y| is_near(&way, pos2(x, y));
        assert!(near(107.0, 30.0) && near(150.0, 51.0) && !near(150.0, 30.0) && !near(120.0, 16.0));
    }
}
