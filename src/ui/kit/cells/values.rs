//! Cells with a value that is typed: dates, numbers, codes.

use super::{Cell, PAD, Stand, at_rest, inner, is_awake, mark, paint};
use crate::{
    locale::{grouped, read_amount},
    plan::{Day, Decimal, Edit, Grouping},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{Dates, ROW, day_picker, draft, draft::DraftLook, fields::visit, tokens, widgets},
    },
};
use egui::{Align2, Response, Role, Ui, vec2};

/// What is typed in a cell and may be wrong meanwhile.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The value as text.
    pub shown: &'a str,
    /// What the empty cell says: a value that counts as long as none is written.
    pub instead: &'a str,
    /// The key of what is wrong with a value that does not fit.
    pub wrong: &'a str,
    /// Where it stands.
    pub stand: Stand,
}

/// A value that is typed as text: a date, a number, a code.
pub fn typed<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    typed: &Typed<'_>,
    read: impl Fn(&str) -> Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) -> Option<Response> {
    let wrong = cx.words.get(typed.wrong);
    let (response, value) = typed_ui(ui, cx, cell, &Typed { wrong: &wrong, ..*typed }, read);
    if let Some(value) = value {
        out.edit(edit(value));
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// The inside of [`typed`]; `typed.wrong` holds the words themselves. Returns a new value.
fn typed_ui<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    cell: Cell<'_>,
    typed: &Typed<'_>,
    read: impl Fn(&str) -> Option<T>,
) -> (Response, Option<Option<T>>) {
    let id = cell.id(None);
    let line = cell.rect.with_max_y(cell.rect.top() + ROW);
    if is_awake(ui, &cell, id, line) || draft::is_pending(ui, id) {
        let name = cell.name(cx);
        let mut inner = inner(ui, &cell, line);
        let width = Some(inner.available_width());
        let look = DraftLook { name: &name, hint: typed.instead, width, stand: typed.stand };
        let done = draft::field(&mut inner, id, typed.shown, &look, read);
        if done.is_wrong {
            widgets::fault(&done.response, typed.wrong);
        }
        return (done.response, done.value);
    }
    let t = tokens(ui);
    let (words, ink) =
        if typed.shown.is_empty() { (typed.instead, t.ink_soft) } else { (typed.shown, t.ink) };
    paint(ui, line, words, ink, typed.stand);
    let response = at_rest(ui, id, line, Role::TextInput, typed.shown, || cell.name(cx));
    if response.clicked() {
        response.request_focus();
    }
    (response, None)
}

/// A date. `instead`: the date that counts as long as none is written.
pub fn day(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    (value, instead): (Option<Day>, Option<Day>),
    edit: impl Fn(Option<Day>) -> Edit,
) -> Option<Response> {
    let dates = Dates::at(cx, cell.place);
    let said = |day: Option<Day>| day.map(|d| dates.shown(d)).unwrap_or_default();
    let (shown, instead) = (said(value), said(instead));
    let wrong = draft::typed(ui, cell.id(None)).map(|typed| dates.wrong(&typed)).unwrap_or_default();
    let look = Typed { shown: &shown, instead: &instead, wrong: &wrong, stand: Stand::Window };
    let (response, done) = typed_ui(ui, cx, cell, &look, |text| dates.read(text));
    let is_open = egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&response));
    let is_near = is_open || response.has_focus() || ui.rect_contains_pointer(response.rect);
    let picked =
        if is_near { day_picker::choose(ui, cx, &dates, &response, value, &cell.name(cx)) } else { None };
    if let Some(value) = picked.or(done) {
        out.edit(edit(value));
    }
    if let Some(day) = value.filter(|_| !dates.is_plain()) {
        beside(ui, cell, &response, &dates, day);
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// The Gregorian date of a cell: below its own where the row has a second line, else where the pointer rests.
fn beside(ui: &Ui, cell: Cell<'_>, response: &Response, dates: &Dates<'_>, day: Day) {
    if cell.rect.height() >= 2.0 * ROW {
        let below = cell.rect.with_min_y(cell.rect.top() + ROW).with_max_y(cell.rect.top() + 2.0 * ROW);
        let at = below.shrink2(vec2(PAD, 0.0));
        let t = tokens(ui);
        let style = Style::small().color(t.ink_soft).elided();
        let (place, anchor) = (at.left_top(), Align2::LEFT_TOP);
        let words = dates.beside(day);
        text::paint_within(ui.painter(), place, anchor, &words, &style, t.ink_soft, at.width());
    } else if response.hovered() {
        let remark = dates.remark(day).map(|r| format!(". {r}")).unwrap_or_default();
        widgets::hint(response.clone(), &format!("{}{remark}", dates.beside(day)));
    }
}

/// A quantity with its digits in groups.
pub fn number(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<Decimal>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) -> Option<Response> {
    number_ui(ui, cx, out, cell, value, draft::quantity_reader(cx), edit)
}

/// An amount of money with its digits in groups.
pub fn amount(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<Decimal>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) -> Option<Response> {
    number_ui(ui, cx, out, cell, value, read_amount, edit)
}

fn number_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<Decimal>,
    read: impl Fn(&str) -> Option<Decimal>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) -> Option<Response> {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let shown = value.map(|n| grouped(n.normalize(), grouping)).unwrap_or_default();
    let look = Typed { shown: &shown, instead: "", wrong: "field-number-wrong", stand: Stand::Number };
    typed(ui, cx, out, cell, &look, read, edit)
}
