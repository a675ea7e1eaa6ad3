//! The time above the chart: fiscal years, then two rows of years, quarters, months, weeks or days.

use super::{
    Chart,
    scale::Unit,
    time::{Tick, fiscal_bands},
};
use crate::{
    locale::calendar::number,
    text::{self, Style},
    ui::kit,
};
use egui::{Align2, Painter, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

/// The height of the three rows together, in points.
pub const HEIGHT: f32 = 62.0;
const FISCAL: f32 = 18.0;

/// Draws the time above the chart.
pub fn header_ui(ui: &Ui, chart: &Chart<'_>, rect: Rect) {
    let t = kit::tokens(ui);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, t.paper);
    let fiscal = rect.with_max_y(rect.top() + FISCAL);
    let middle = f32::midpoint(fiscal.bottom(), rect.bottom());
    let above = rect.with_min_y(fiscal.bottom()).with_max_y(middle);
    let below = rect.with_min_y(middle);
    fiscal_ui(ui, chart, &painter, fiscal);
    let (upper, lower) = chart.cutter.ticks(&chart.scale);
    let unit = Unit::of(chart.scale.per_day);
    for (ticks, row, is_above) in [(upper, above, true), (lower, below, false)] {
        for tick in &ticks {
            let across = chart.scale.across(tick.from, tick.to - 1);
            painter.vline(chart.scale.x(tick.from), row.y_range(), Stroke::new(1.0, t.line));
            let (long, short) = tick_words(chart, tick, unit, is_above);
            words_within(ui, &painter, (across, row), &[&long, &short], t.ink_soft);
        }
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line));
    let today = chart.scale.x(number(chart.cx.today));
    if rect.x_range().contains(today) {
        painter.circle_filled(pos2(today, rect.bottom() - 4.0), 3.5, t.soga);
        let spot = Rect::from_x_y_ranges(Rangef::point(today).expand(5.0), below.y_range());
        let response = ui.interact(spot, egui::Id::unique("gantt-today"), Sense::hover());
        let said = chart.cx.words.with("gantt-today", &[("day", chart.dates.both(chart.cx.today).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        if response.hovered() {
            kit::hint(response, &said);
        }
    }
}

/// The fiscal years, every second one tinted as in the ground of the chart.
fn fiscal_ui(ui: &Ui, chart: &Chart<'_>, painter: &Painter, row: Rect) {
    let t = kit::tokens(ui);
    for (i, year) in fiscal_bands(&chart.scale, &chart.fiscal).iter().enumerate() {
        let across = chart.scale.across(number(year.first), number(year.last));
        let band = Rect::from_x_y_ranges(across, row.y_range()).intersect(row);
        painter.rect_filled(band, 0.0, t.soga.gamma_multiply(if super::is_tinted(year) { 0.2 } else { 0.1 }));
        painter.vline(chart.scale.x(number(year.first)), row.y_range(), Stroke::new(1.0, t.soga));
        let label = year.label();
        let words = chart.cx.words.with("fiscal-year", &[("year", label.as_str().into())]);
        words_within(ui, painter, (across, row), &[&words, &label], t.ink);
        let response = ui.interact(band, egui::Id::unique(("gantt-fiscal", i)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said(chart, year, &words)));
        if response.hovered() {
            kit::hint(response, &said(chart, year, &words));
        }
    }
}

/// `Fiscal year 2074/75, 1 Shrawan 2074, 16 July 2017 to ...`
fn said(chart: &Chart<'_>, year: &crate::locale::calendar::FiscalYear, words: &str) -> String {
    chart.cx.words.with(
        "gantt-fiscal",
        &[
            ("name", words.into()),
            ("start", chart.dates.both(year.first).into()),
            ("finish", chart.dates.both(year.last).into()),
        ],
    )
}

/// The first of these words that fits into a piece. They stay in sight as long as a part of the piece does.
fn words_within(
    ui: &Ui,
    painter: &Painter,
    (across, row): (Rangef, Rect),
    words: &[&str],
    ink: egui::Color32,
) {
    let seen = across.intersection(row.x_range()).shrink(3.0);
    let style = Style::new(12.0).color(ink).elided();
    let fits = |words: &&&str| seen.span() >= text::width(ui.ctx(), words, &style);
    let Some(words) = words.iter().find(fits) else { return };
    let at = pos2(seen.min, row.center().y);
    text::paint(painter, at, Align2::LEFT_CENTER, words, &style, ink);
}

/// What a piece is called, at length and in short.
fn tick_words(chart: &Chart<'_>, tick: &Tick, unit: Unit, is_above: bool) -> (String, String) {
    let month = chart.cx.words.get(&tick.calendar.month_key(tick.date.month)).into_owned();
    // Names of other calendars share three letters: Ashadh and Ashwin.
    let letters = if tick.calendar.is_gregorian() { 3 } else { 4 };
    let short: String = month.chars().take(letters).collect();
    let year = tick.date.year.to_string();
    match (unit, is_above) {
        (Unit::Day | Unit::Week, true) => (format!("{month} {year}"), short),
        (Unit::Month | Unit::Quarter, true) => (year.clone(), year),
        (Unit::Day | Unit::Week, false) => (tick.date.day.to_string(), String::new()),
        (Unit::Month, false) => (month, short),
        (Unit::Quarter, false) => {
            let number = (tick.date.month - 1) / 3 + 1;
            let words = chart.cx.words.with("gantt-quarter", &[("number", number.to_string().into())]);
            (words, number.to_string())
        }
    }
}
