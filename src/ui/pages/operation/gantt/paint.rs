//! How the chart looks.

use super::{
    Chart,
    model::{Bar, Kind},
    time::fiscal_bands,
};
use crate::{
    analysis::{Span, is_free},
    locale::calendar::{day_of, number},
    text::{self, Style},
    ui::kit::{self, Tokens},
};
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

/// How a bar stands out.
#[derive(Debug, Clone, Copy, Default)]
pub struct State {
    /// The pointer or the focus is on it.
    pub is_marked: bool,
    /// It begins before what it waits for is finished.
    pub is_wrong: bool,
}

/// What lies behind the bars: weekends, fiscal years, the steps of time, lines between the rows, today.
pub fn ground(ui: &Ui, chart: &Chart<'_>) {
    let t = kit::tokens(ui);
    let painter = ui.painter();
    let body = chart.body;
    let band = |from: i32, to: i32| Rect::from_x_y_ranges(chart.scale.across(from, to - 1), body.y_range());
    painter.rect_filled(body, 0.0, t.surface);
    for year in fiscal_bands(&chart.scale, &chart.fiscal).iter().filter(|y| super::is_tinted(y)) {
        let band = band(number(year.first), number(year.last) + 1).intersect(body);
        painter.rect_filled(band, 0.0, t.soga.gamma_multiply(0.06));
    }
    if let Some(line) = chart.selected.filter(|line| chart.grid.visible.contains(line)) {
        let top = chart.y(line) - kit::ROW * 0.5;
        let row = egui::Rangef::new(top, top + chart.row_height - 1.0);
        painter.rect_filled(Rect::from_x_y_ranges(body.x_range(), row), 0.0, t.indigo_wash);
    }
    if chart.scale.per_day >= 3.0 {
        let weekend = &chart.cx.plan.identity.weekend;
        for day in chart.scale.seen().filter(|day| day_of(*day).is_some_and(|day| is_free(day, weekend))) {
            painter.rect_filled(band(day, day + 1).intersect(body), 0.0, t.line.gamma_multiply(0.45));
        }
    }
    let (above, _) = chart.cutter.ticks(&chart.scale);
    for tick in &above {
        painter.vline(chart.scale.x(tick.from), body.y_range(), Stroke::new(1.0, t.line));
    }
    for line in chart.grid.visible.clone() {
        #[allow(clippy::cast_precision_loss, reason = "rows of a plan are few enough to be exact")]
        let bottom = chart.grid.top + (line + 1) as f32 * chart.row_height - 0.5;
        painter.hline(body.x_range(), bottom, Stroke::new(1.0, t.line.gamma_multiply(0.6)));
    }
    let today = chart.scale.x(number(chart.cx.today));
    if body.x_range().contains(today) {
        painter.vline(today, body.y_range(), Stroke::new(1.5, t.soga));
    }
}

fn tint(t: &Tokens, bar: &Bar) -> Color32 {
    t.tints[bar.tint % t.tints.len()]
}

/// A bar.
pub fn bar(ui: &Ui, bar: &Bar, rect: Rect, state: State) {
    let t = kit::tokens(ui);
    let painter = ui.painter();
    let color = tint(t, bar);
    let border = match state {
        State { is_wrong: true, .. } => Stroke::new(2.0, t.bad),
        State { is_marked: true, .. } => Stroke::new(2.0, t.indigo),
        State { .. } => Stroke::NONE,
    };
    match bar.kind {
        Kind::Task => {
            painter.rect(rect, 4.0, color, border, egui::StrokeKind::Outside);
            done_part(ui, bar, rect);
        }
        Kind::Milestone => {
            let (c, r) = (rect.center(), 7.5);
            let corners = vec![c + vec2(0.0, -r), c + vec2(r, 0.0), c + vec2(0.0, r), c + vec2(-r, 0.0)];
            painter.add(Shape::convex_polygon(corners, color, border));
        }
        Kind::Output => {
            painter.rect_filled(rect, 4.0, color.gamma_multiply(0.45));
        }
        Kind::Whole => {
            whole(ui, rect, color, border);
            done_part(ui, bar, rect.with_max_y(rect.top() + 6.0));
        }
    }
}

/// How much of an activity is done: a dark line from its start through the middle of its bar.
fn done_part(ui: &Ui, bar: &Bar, rect: Rect) {
    let Some(share) = bar.done.filter(|share| *share > 0.0) else { return };
    let t = kit::tokens(ui);
    let inner = rect.shrink2(vec2(2.0, rect.height() * 0.34));
    let part = inner.with_max_x(inner.left() + inner.width() * share);
    ui.painter().rect_filled(part, 1.0, t.ink);
}

/// A bar over parts: thin, with both ends pointing down.
fn whole(ui: &Ui, rect: Rect, color: Color32, border: Stroke) {
    let beam = rect.with_max_y(rect.top() + 6.0);
    ui.painter().rect(beam, 1.0, color, border, egui::StrokeKind::Outside);
    let side = 7.0_f32.min(rect.width() * 0.5);
    for (corner, inwards) in [(rect.left(), side), (rect.right(), -side)] {
        let points =
            vec![pos2(corner, rect.top()), pos2(corner + inwards, rect.top()), pos2(corner, rect.bottom())];
        ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
    }
}

/// The point behind the end of a bar.
pub fn link_point(ui: &Ui, at: Pos2) {
    let t = kit::tokens(ui);
    ui.painter().circle(at, 4.5, t.surface, Stroke::new(1.5, t.indigo));
}

/// A link that is being drawn.
pub fn link_line(ui: &Ui, from: Pos2, to: Pos2) {
    let t = kit::tokens(ui);
    ui.painter().add(Shape::line_segment([from, to], Stroke::new(1.5, t.indigo)));
    ui.painter().circle_filled(to, 3.0, t.indigo);
}

/// The dates of what the hand holds, beside the pointer.
pub fn dates(ui: &Ui, chart: &Chart<'_>, span: Span) {
    let t = kit::tokens(ui);
    let words = chart.cx.words.with(
        "gantt-span",
        &[
            ("start", chart.dates.in_words(span.start).into()),
            ("finish", chart.dates.in_words(span.finish).into()),
        ],
    );
    beside_pointer(ui, chart, &words, (t.indigo, t.on_indigo));
}

/// Words on a ground of a colour, beside the pointer.
pub fn beside_pointer(ui: &Ui, chart: &Chart<'_>, words: &str, (ground, ink): (Color32, Color32)) {
    let Some(pos) = ui.input(|i| i.pointer.hover_pos()) else { return };
    let galley = text::galley(ui.ctx(), words, &Style::small().color(ink), f32::INFINITY);
    let size = galley.size() + vec2(12.0, 6.0);
    let limits = chart.body.shrink(2.0);
    let left = (pos.x + 12.0).min(limits.right() - size.x).max(limits.left());
    let top = (pos.y - size.y - 8.0).max(limits.top());
    let rect = Rect::from_min_size(pos2(left, top), size);
    ui.painter().rect_filled(rect, 4.0, ground);
    ui.painter().galley(rect.min + vec2(6.0, 3.0), galley, ink);
}
