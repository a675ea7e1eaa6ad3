//! The totals, one list for each way to cut them: who pays, and what for, and when.

use super::totals::amounts_words;
use crate::{
    analysis::Sum,
    plan::{FundSource, Output},
    text::{self, Style},
    ui::{
        Cx,
        kit::{
            self,
            cells::{self, Stand},
        },
        pages::operation::numbered_name,
    },
};
use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo};

/// One line of a list.
#[derive(Debug, Default)]
struct Line {
    words: String,
    /// How deep it stands below others.
    depth: usize,
    /// What it costs.
    amount: String,
    /// The part of it that nobody pays yet, in words; empty: all is paid.
    unfunded: String,
    /// Whether all of it is what nobody pays.
    is_open: bool,
}

impl Line {
    fn of(cx: &Cx<'_>, words: String, sum: Option<&Sum>) -> Self {
        let Some(sum) = sum else { return Self { words, ..Self::default() } };
        let unfunded = match sum.unfunded.is_empty() {
            true => String::new(),
            false => cx.words.with("budget-unfunded", &[("amount", amounts_words(cx, &sum.unfunded).into())]),
        };
        Self { words, amount: amounts_words(cx, &sum.all), unfunded, ..Self::default() }
    }

    fn said(&self) -> String {
        let parts = [&self.amount, &self.unfunded].map(String::as_str);
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", self.words, if parts.is_empty() { "0".to_owned() } else { parts.join(", ") })
    }
}

/// The height of a line, in points.
const ROW: f32 = 26.0;

/// The widths of what things cost and of what nobody pays of it, in points: no sum is wider than that of the whole.
#[derive(Debug, Clone, Copy)]
struct Widths {
    amount: f32,
    unfunded: f32,
}

impl Widths {
    fn new(ui: &Ui, cx: &Cx<'_>) -> Self {
        let totals = &cx.derived.totals;
        let mut open = Sum::default();
        totals.by_output.values().for_each(|sum| open.add_all(sum));
        let whole = Line::of(cx, String::new(), Some(&open));
        let width = |words: &str, style| text::width(ui.ctx(), words, &style) + 20.0;
        let unfunded = if whole.unfunded.is_empty() { 0.0 } else { width(&whole.unfunded, Style::small()) };
        Self { amount: width(&whole.amount, Style::body()).max(120.0), unfunded }
    }
}

/// Lines of which only what is seen is laid out.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, count: usize, row: impl Fn(usize) -> Line) {
    let widths = Widths::new(ui, cx);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show_rows(ui, ROW, count, |ui, rows| {
        for i in rows {
            line_ui(ui, widths, &row(i));
        }
    });
}

fn line_ui(ui: &mut Ui, widths: Widths, line: &Line) {
    let t = kit::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, line.said()));
    let rect = rect.with_max_x(rect.right() - 12.0);
    // The amounts keep together near their names, also in a wide window.
    let names = (rect.width() - widths.amount - widths.unfunded).clamp(120.0, 640.0);
    #[allow(clippy::cast_precision_loss, reason = "activities nest a few levels deep")]
    let indent = (line.depth.min(8) as f32) * 18.0;
    let column = |from: f32, width: f32| {
        Rect::from_x_y_ranges(rect.left() + from..=rect.left() + from + width, rect.y_range())
    };
    let ink = if line.is_open { t.warn } else { t.ink };
    cells::paint(ui, column(indent, names - indent), &line.words, ink, Stand::Own);
    if line.amount.is_empty() {
        cells::paint(ui, column(names, widths.amount), "\u{2013}", t.ink_soft, Stand::Number);
    } else {
        cells::paint(ui, column(names, widths.amount), &line.amount, ink, Stand::Number);
    }
    let small = Style::small().color(t.warn);
    cells::paint_styled(
        ui,
        column(names + widths.amount, widths.unfunded),
        &line.unfunded,
        small,
        Stand::Number,
    );
}

/// By who pays.
pub fn sources_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let rows: Vec<_> = cx.derived.totals.by_source.iter().collect();
    list_ui(ui, cx, "by-source", rows.len(), |i| {
        let (source, amounts) = rows[i];
        let key = source.map_or("budget-no-source", FundSource::words);
        let is_open = matches!(source, None | Some(FundSource::Unfunded));
        let words = cx.words.get(key).into_owned();
        Line { words, amount: amounts_words(cx, amounts), is_open, ..Line::default() }
    });
}

/// By fiscal year, each with its first and last day in the calendar of the plan.
pub fn years_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let dates = kit::Dates::new(cx);
    let rows: Vec<_> = cx.derived.totals.by_year.iter().collect();
    list_ui(ui, cx, "by-year", rows.len(), |i| {
        let (year, sum) = rows[i];
        let words = match year {
            Some(year) => {
                let values = [
                    ("year", year.label().into()),
                    ("first", dates.in_words(year.first).into()),
                    ("last", dates.in_words(year.last).into()),
                ];
                cx.words.with("budget-year", &values)
            }
            None => cx.words.get("budget-no-year").into_owned(),
        };
        Line::of(cx, words, Some(sum))
    });
}

/// By output, in their order; last what has none.
pub fn outputs_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let by_output = &cx.derived.totals.by_output;
    let without = by_output.get(&None);
    let count = cx.plan.outputs.len() + usize::from(without.is_some());
    let name = |output: &Output| {
        let nameless = cx.words.get("operation-nameless");
        let number = cx.derived.numbering.output(output.id);
        format!("{number} {}", kit::title_or(&output.text, cx.shown, &nameless))
    };
    list_ui(ui, cx, "by-output", count, |i| match cx.plan.outputs.at(i) {
        Some(output) => Line::of(cx, name(output), by_output.get(&Some(output.id))),
        None => Line::of(cx, cx.words.get("budget-no-output").into_owned(), without),
    });
}

/// By activity, in their order, each with its sub-activities in it; last what has none.
pub fn activities_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let by_activity = &cx.derived.totals.by_activity;
    let without = by_activity.get(&None);
    let placed = cx.derived.numbering.activities();
    let count = placed.len() + usize::from(without.is_some());
    list_ui(ui, cx, "by-activity", count, |i| match placed.get(i) {
        Some(placed) => {
            let line = Line::of(cx, numbered_name(cx, placed), by_activity.get(&Some(placed.id)));
            Line { depth: placed.depth, ..line }
        }
        None => Line::of(cx, cx.words.get("budget-no-activity").into_owned(), without),
    });
}
