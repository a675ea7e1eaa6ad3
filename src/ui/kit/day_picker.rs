//! A small calendar under a date field: the days of a month in the calendar of the plan, to be chosen with a click or by keys.

use super::{Dates, Icon, draft, icon_button, link_button, paint_icon, tokens};
use crate::{
    analysis::is_free,
    locale::calendar::{Calendar, CalendarDate, day_of, number, week_start},
    plan::{Day, Lang, Weekday},
    text::{self, Style},
    ui::Cx,
};
use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// What an open calendar remembers.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// The day that has the focus; its month is shown.
    cursor: Day,
    /// Whether the focus is to go there.
    wants_focus: bool,
}

const CELL: Vec2 = vec2(40.0, 36.0);

/// The button at the end of a date field, and the calendar that it opens; F4, and Alt with Down, open it too.
///
/// `name`: the accessible name of the field. Returns what was chosen: the inner option is a day, or nothing when the date is taken
/// back. What was typed in the field is forgotten then.
pub fn choose(
    ui: &mut Ui,
    cx: &Cx<'_>,
    dates: &Dates<'_>,
    field: &Response,
    value: Option<Day>,
    name: &str,
) -> Option<Option<Day>> {
    let popup = Popup::default_response_id(field);
    if !Popup::is_id_open(ui.ctx(), popup) {
        let typed = draft::typed(ui, field.id);
        let shown = typed.clone().or(value.map(|day| dates.shown(day)));
        let shown = shown.unwrap_or_else(|| dates.hint(cx.today));
        let is_asked = field.has_focus() && asked_by_key(ui) || button_ui(ui, cx, field, &shown, name);
        if !is_asked {
            return None;
        }
        // The date that is being typed is where the calendar opens.
        let typed = typed.and_then(|text| dates.read(&text));
        let cursor = typed.or(value).unwrap_or(cx.today);
        ui.data_mut(|d| d.insert_temp(popup, Open { cursor, wants_focus: true }));
        Popup::open_id(ui.ctx(), popup);
    }
    let shown = Popup::from_response(field)
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| month_ui(ui, cx, dates, popup, value));
    let chosen = shown.and_then(|inner| inner.inner)?;
    Popup::close_id(ui.ctx(), popup);
    field.request_focus();
    if let Chosen::Day(day) = chosen {
        draft::forget(ui, field.id);
        return Some(day);
    }
    None
}

/// How a calendar was left.
#[derive(Debug, Clone, Copy)]
enum Chosen {
    Day(Option<Day>),
    /// With nothing changed.
    Nothing,
}

fn asked_by_key(ui: &Ui) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::F4) || i.consume_key(Modifiers::ALT, Key::ArrowDown))
}

/// The room that the button takes at the end of a field, in points.
pub const BUTTON: f32 = 22.0;

/// A small calendar inside the end of the field, where the pointer or the focus is. It is no stop for Tab: F4 does the same.
/// `shown`: what stands in the field. The button stands where that ends.
fn button_ui(ui: &Ui, cx: &Cx<'_>, field: &Response, shown: &str, name: &str) -> bool {
    let is_near = field.has_focus() || ui.rect_contains_pointer(field.rect);
    if !is_near {
        return false;
    }
    // A date stands where the window starts, so the button stands where the window ends; only what is typed from right to left in a
    // window from left to right has its end at the left.
    let ends_right = text::is_mirrored(ui.ctx()) || !text::runs_rtl(ui.ctx(), shown);
    let half = BUTTON / 2.0 + 1.0;
    let x = if ends_right { field.rect.right() - half } else { field.rect.left() + half };
    let rect = Rect::from_center_size(pos2(x, field.rect.center().y), Vec2::splat(BUTTON));
    let response = ui.interact(rect, field.id.with("calendar"), Sense::CLICK);
    let words = cx.words.with("calendar-open", &[("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    let t = tokens(ui);
    let ink = if response.hovered() { t.indigo } else { t.ink_soft };
    ui.painter().rect_filled(rect.shrink(2.0), 4.0, t.surface);
    paint_icon(ui.painter(), rect.shrink(4.0), Icon::Calendar, ink);
    super::hint(response, &words).clicked()
}

/// The calendar that a day is shown in: that of the plan as far as it reaches.
fn calendar_for(dates: &Dates<'_>, day: Day) -> (Calendar, CalendarDate) {
    let own = dates.calendar();
    match own.date(day) {
        Some(date) => (own, date),
        None => {
            let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            (Calendar::GREGORIAN, CalendarDate { year: day.year().into(), month, day: of_month })
        }
    }
}

fn month_ui(ui: &mut Ui, cx: &Cx<'_>, dates: &Dates<'_>, popup: Id, value: Option<Day>) -> Option<Chosen> {
    ui.set_width(CELL.x * 7.0);
    let mut open = ui
        .data(|d| d.get_temp(popup))
        .unwrap_or(Open { cursor: value.unwrap_or(cx.today), wants_focus: true });
    let (calendar, date) = calendar_for(dates, open.cursor);
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        return Some(Chosen::Nothing);
    }
    if let Some(cursor) = moved(ui, calendar, (open.cursor, date)) {
        open = Open { cursor, wants_focus: true };
    }
    let (calendar, date) = calendar_for(dates, open.cursor);
    if let Some(months) = heading_ui(ui, cx, dates, (calendar, date)) {
        open.cursor = calendar.months_later(open.cursor, months).unwrap_or(open.cursor);
    }
    let chosen = days_ui(ui, cx, dates, popup, &mut open, value).map(|day| Chosen::Day(Some(day)));
    ui.data_mut(|d| d.insert_temp(popup, open));
    chosen.or(below_ui(ui, cx, dates, (calendar, date), &open))
}

/// Where the keys lead: arrows by days and weeks, Page Up and Down by months, with Shift by years, Home and End in the month.
fn moved(ui: &Ui, calendar: Calendar, (cursor, date): (Day, CalendarDate)) -> Option<Day> {
    let pressed = |modifiers, key| ui.input_mut(|i| i.consume_key(modifiers, key));
    for (key, days) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)] {
        if pressed(Modifiers::NONE, key) {
            return day_of(number(cursor) + days);
        }
    }
    let last = calendar.month_length(date.year, date.month).unwrap_or(date.day);
    for (key, day) in [(Key::Home, 1), (Key::End, last)] {
        if pressed(Modifiers::NONE, key) {
            return calendar.day(CalendarDate { day, ..date });
        }
    }
    for (key, months) in [(Key::PageUp, -1), (Key::PageDown, 1)] {
        for (modifiers, months) in [(Modifiers::SHIFT, 12 * months), (Modifiers::NONE, months)] {
            if pressed(modifiers, key) {
                // Behind the last month of a calendar the Gregorian one goes on.
                let next = calendar.months_later(cursor, months);
                return next.or_else(|| Calendar::GREGORIAN.months_later(cursor, months));
            }
        }
    }
    None
}

/// The month with its names, and buttons to the one before and behind. Returns by how many months a person wants to move.
fn heading_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    dates: &Dates<'_>,
    (calendar, date): (Calendar, CalendarDate),
) -> Option<i32> {
    let mut wish = None;
    let t = tokens(ui);
    let row = vec2(ui.available_width(), 44.0);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(row, layout, |ui| {
        ui.set_min_height(row.y);
        if icon_button(ui, Icon::Left, &cx.words.get("calendar-earlier")).clicked() {
            wish = Some(-1);
        }
        let room = ui.available_width() - 36.0;
        let title = format!("{} {}", cx.words.get(&calendar.month_key(date.month)), date.year);
        let (rect, response) = ui.allocate_exact_size(vec2(room, 44.0), Sense::hover());
        let span = gregorian_months(dates, calendar, date);
        let said = if span.is_empty() { title.clone() } else { format!("{title}, {span}") };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        let y = if span.is_empty() { rect.center().y } else { rect.top() + 14.0 };
        let style = Style::body().strong();
        text::paint(ui.painter(), pos2(rect.center().x, y), Align2::CENTER_CENTER, &title, &style, t.ink);
        let below = pos2(rect.center().x, rect.top() + 34.0);
        let soft = Style::small().color(t.ink_soft);
        text::paint(ui.painter(), below, Align2::CENTER_CENTER, &span, &soft, t.ink_soft);
        if icon_button(ui, Icon::Right, &cx.words.get("calendar-later")).clicked() {
            wish = Some(1);
        }
    });
    wish
}

/// `April – May 2017`: the Gregorian months that a month lies in; nothing for a Gregorian one.
fn gregorian_months(dates: &Dates<'_>, calendar: Calendar, date: CalendarDate) -> String {
    if calendar.is_gregorian() {
        return String::new();
    }
    let last = calendar.month_length(date.year, date.month).unwrap_or(1);
    let ends = [1, last].map(|day| calendar.day(CalendarDate { day, ..date }));
    let [Some(first), Some(last)] = ends else { return String::new() };
    let month = |day: Day| {
        let key = Calendar::GREGORIAN.month_key(day.month().unsigned_abs());
        dates.words().get(&key).into_owned()
    };
    match (first.month() == last.month(), first.year() == last.year()) {
        (true, true) => format!("{} {}", month(first), first.year()),
        (false, true) => format!("{} \u{2013} {} {}", month(first), month(last), last.year()),
        _ => format!("{} {} \u{2013} {} {}", month(first), first.year(), month(last), last.year()),
    }
}

/// The weekdays in the order of the country.
fn week(cx: &Cx<'_>) -> impl Iterator<Item = Weekday> {
    let start = week_start(cx.plan.identity.country);
    let from = Weekday::ALL.iter().position(|day| *day == start).unwrap_or(0);
    Weekday::ALL.iter().copied().cycle().skip(from).take(7)
}

/// The days of the month. Returns the one that was chosen.
fn days_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    dates: &Dates<'_>,
    popup: Id,
    open: &mut Open,
    value: Option<Day>,
) -> Option<Day> {
    let (calendar, date) = calendar_for(dates, open.cursor);
    let length = calendar.month_length(date.year, date.month)?;
    let first = calendar.day(CalendarDate { day: 1, ..date })?;
    let t = tokens(ui);
    let weekday = Weekday::ALL.get(usize::try_from(first.weekday().to_monday_zero_offset()).ok()?)?;
    let before = week(cx).position(|day| day == *weekday)?;
    let rows = (before + usize::from(length)).div_ceil(7);
    #[allow(clippy::cast_precision_loss, reason = "a handful of rows and columns")]
    let at = |place: usize, top: f32, room: Rect| {
        let (row, col) = (place / 7, place % 7);
        Rect::from_min_size(pos2(room.left() + col as f32 * CELL.x, top + row as f32 * CELL.y), CELL)
    };
    #[allow(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = 22.0 + rows as f32 * CELL.y;
    let (room, _) = ui.allocate_exact_size(vec2(CELL.x * 7.0, height), Sense::hover());
    for (i, day) in week(cx).enumerate() {
        let words: String = cx.words.get(day.words()).chars().take(3).collect();
        let rect = at(i, room.top(), room);
        let style = Style::new(12.0).color(t.ink_soft);
        let place = pos2(rect.center().x, room.top() + 10.0);
        text::paint(ui.painter(), place, Align2::CENTER_CENTER, &words, &style, t.ink_soft);
    }
    let mut chosen = None;
    for of_month in 1..=length {
        let Some(day) = day_of(number(first) + i32::from(of_month) - 1) else { continue };
        let rect = at(before + usize::from(of_month) - 1, room.top() + 22.0, room).shrink(1.0);
        let response = ui.interact(rect, popup.with(("day", number(day))), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, dates.both(day)));
        if day == open.cursor {
            hold_focus(ui, &response, open);
        } else if response.gained_focus() {
            open.cursor = day;
        }
        let look = Look {
            is_chosen: value == Some(day),
            is_today: cx.today == day,
            is_gregorian: calendar.is_gregorian(),
        };
        paint_day(ui, cx, &response, (of_month, day), look);
        if response.clicked() {
            chosen = Some(day);
        }
    }
    chosen
}

/// Keeps the keys in the calendar while a day has the focus.
fn hold_focus(ui: &Ui, response: &Response, open: &mut Open) {
    if std::mem::take(&mut open.wants_focus) && !response.has_focus() {
        response.request_focus();
        ui.request_repaint();
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
}

#[derive(Debug, Clone, Copy)]
struct Look {
    is_chosen: bool,
    is_today: bool,
    is_gregorian: bool,
}

fn paint_day(ui: &Ui, cx: &Cx<'_>, response: &Response, (of_month, day): (u8, Day), look: Look) {
    let t = tokens(ui);
    let rect = response.rect;
    let painter = ui.painter();
    let is_free = is_free(day, &cx.plan.identity.weekend);
    let (ground, ink, soft) = match look.is_chosen {
        true => (t.indigo, t.on_indigo, t.on_indigo),
        false if response.hovered() => (t.indigo_wash, t.ink, t.ink_soft),
        false if is_free => (t.line.gamma_multiply(0.45), t.ink_soft, t.ink_soft),
        false => (t.surface, t.ink, t.ink_soft),
    };
    painter.rect_filled(rect, 4.0, ground);
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, Stroke::new(2.0, t.indigo), StrokeKind::Inside);
    } else if look.is_today {
        painter.rect_stroke(rect, 4.0, Stroke::new(1.5, t.soga), StrokeKind::Inside);
    }
    let middle = if look.is_gregorian { rect.center() } else { rect.center() - vec2(0.0, 6.0) };
    let style = Style::body().color(ink);
    text::paint(painter, middle, Align2::CENTER_CENTER, &of_month.to_string(), &style, ink);
    if !look.is_gregorian {
        let below = rect.center() + vec2(0.0, 10.0);
        let style = Style::new(11.0).color(soft);
        text::paint(painter, below, Align2::CENTER_CENTER, &day.day().to_string(), &style, soft);
    }
}

/// Today, no date, and what to know about the month.
fn below_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    dates: &Dates<'_>,
    (calendar, date): (Calendar, CalendarDate),
    open: &Open,
) -> Option<Chosen> {
    let t = tokens(ui);
    let mut chosen = None;
    ui.horizontal(|ui| {
        if link_button(ui, &cx.words.get("calendar-today")).clicked() {
            chosen = Some(Chosen::Day(Some(cx.today)));
        }
        if link_button(ui, &cx.words.get("calendar-no-date")).clicked() {
            chosen = Some(Chosen::Day(None));
        }
    });
    let soft = Style::small().color(t.ink_soft);
    if let Some(words) = own_name(cx, calendar, date) {
        text::label(ui, &words, soft);
    }
    if let Some(words) = dates.remark(open.cursor) {
        text::label(ui, &words, soft.color(t.warn));
    }
    chosen
}

/// The name of the month in its own script, marked as long as no native reader has checked it.
fn own_name(cx: &Cx<'_>, calendar: Calendar, date: CalendarDate) -> Option<String> {
    let langs: Vec<Lang> = cx.plan.languages().to_vec();
    let own = calendar.own_months(&langs)?;
    let name = own.names.get(usize::from(date.month).checked_sub(1)?)?;
    let key = if own.is_reviewed { "calendar-own-name" } else { "calendar-own-name-unreviewed" };
    Some(cx.words.with(key, &[("name", (*name).into())]))
}

#[cfg(test)]
mod tests;
