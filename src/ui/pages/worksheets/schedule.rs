//! The table of all payments of a credit. Only the rows that can be seen are laid out; one row takes the focus, the arrow keys and
//! Page Up, Page Down, Home and End go to the others.

use super::credit::number_words;
use crate::{
    analysis::Credit,
    plan::{CreditCase, Id},
    text::{self, Style},
    ui::{Cx, kit::tokens},
};
use egui::{
    Align2, EventFilter, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// The height of a row, in points.
const ROW: f32 = 26.0;
/// The most rows that are seen at once.
const MOST_SEEN: usize = 12;
/// The columns after the month.
const COLUMNS: [&str; 4] = ["credit-paid", "credit-interest", "credit-repaid", "credit-balance"];
/// The width of the column of months, in points.
const MONTH: f32 = 64.0;

/// What the table remembers.
#[derive(Debug, Default)]
pub struct View {
    at: Option<(Id<CreditCase>, usize)>,
    wants_focus: bool,
}

/// Shows the table. `owner`: the calculation that it belongs to.
pub fn schedule_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    (id, owner): (Id<CreditCase>, &str),
    credit: &Credit,
) {
    heads_ui(ui, cx);
    let count = credit.months.len();
    let at = view.at.filter(|(of, row)| *of == id && *row < count).map_or(0, |(_, row)| row);
    #[allow(clippy::cast_precision_loss, reason = "few hundred rows are exact as floats")]
    let height = count.min(MOST_SEEN) as f32 * ROW;
    let mut area =
        ScrollArea::vertical().id_salt(("schedule", id)).max_height(height).auto_shrink([false, true]);
    // In a page that scrolls itself there is no room left to measure.
    area = area.min_scrolled_height(height);
    if view.wants_focus && view.at.is_some_and(|(of, _)| of == id) {
        #[allow(clippy::cast_precision_loss, reason = "few hundred rows are exact as floats")]
        let top = at as f32 * ROW - height * 0.5;
        area = area.vertical_scroll_offset(top.max(0.0));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, count, |ui, rows| {
            for row in rows {
                row_ui(ui, cx, view, (id, owner), credit, (row, row == at));
            }
        });
    });
}

/// The edges of a row's columns, for numbers that stand at the end.
fn ends(rect: Rect) -> [f32; 4] {
    let width = (rect.width() - MONTH - 12.0) / 4.0;
    [1.0, 2.0, 3.0, 4.0].map(|n| rect.left() + MONTH + width * n)
}

fn heads_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let style = Style::small().strong();
    let month = cx.words.get("credit-month");
    text::paint(
        ui.painter(),
        rect.left_center() + vec2(6.0, 0.0),
        Align2::LEFT_CENTER,
        &month,
        &style,
        t.ink_soft,
    );
    for (key, x) in COLUMNS.into_iter().zip(ends(rect)) {
        let at = pos2(x, rect.center().y);
        text::paint(ui.painter(), at, Align2::RIGHT_CENTER, &cx.words.get(key), &style, t.ink_soft);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, t.line));
}

fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    (id, owner): (Id<CreditCase>, &str),
    credit: &Credit,
    (row, is_stop): (usize, bool),
) {
    let t = tokens(ui);
    let month = credit.months[row];
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let sense = if is_stop { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, egui::Id::unique(("schedule", id, row)), sense);
    let number = (row + 1).to_string();
    let values = [month.paid, month.interest, month.repaid, month.balance].map(|n| number_words(cx, n));
    let has_focus = response.has_focus();
    response.widget_info(|| {
        let [paid, interest, repaid, balance] = values.clone();
        let said = [
            ("month", number.as_str().into()),
            ("paid", paid.into()),
            ("interest", interest.into()),
            ("repaid", repaid.into()),
            ("balance", balance.into()),
        ];
        let said = cx.words.with("credit-row", &said);
        WidgetInfo::selected(Role::ListItem, true, has_focus, format!("{owner}, {said}"))
    });
    if is_stop && view.wants_focus && view.at == Some((id, row)) {
        view.wants_focus = false;
        response.request_focus();
    }
    if response.clicked() {
        view.at = Some((id, row));
        view.wants_focus = true;
    }
    if response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, t.indigo_wash);
        keys(ui, view, id, (row, credit.months.len()), response.id);
    }
    let style = Style::body();
    let at = rect.left_center() + vec2(6.0, 0.0);
    text::paint(ui.painter(), at, Align2::LEFT_CENTER, &number, &style, t.ink_soft);
    for (value, x) in values.iter().zip(ends(rect)) {
        text::paint(ui.painter(), pos2(x, rect.center().y), Align2::RIGHT_CENTER, value, &style, t.ink);
    }
}

fn keys(ui: &Ui, view: &mut View, id: Id<CreditCase>, (row, count): (usize, usize), focus: egui::Id) {
    let filter = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    ui.memory_mut(|m| m.set_focus_lock_filter(focus, filter));
    let last = count.saturating_sub(1);
    let ways = [
        (Key::ArrowDown, row + 1),
        (Key::ArrowUp, row.saturating_sub(1)),
        (Key::PageDown, row + MOST_SEEN),
        (Key::PageUp, row.saturating_sub(MOST_SEEN)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, next) in ways {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            view.at = Some((id, next.min(last)));
            view.wants_focus = true;
            ui.ctx().request_repaint();
        }
    }
}
