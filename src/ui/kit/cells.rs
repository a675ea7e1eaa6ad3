//! Cells of a table. At rest a cell is painted text, which costs next to nothing; under the pointer or with the focus it is the
//! field itself. Both are the same widget to egui and to a screen reader.

use super::{
    Dates, ROW, day_picker, draft,
    draft::DraftLook,
    fields::{field_id, mark_cell, mark_corner, visit},
    language_name, name_in, picker, tokens,
};
use crate::{
    locale::{grouped, read_amount, read_number},
    plan::{Choice, Day, Decimal, Edit, Grouping, Lang, Place, Text, UserText},
    text::{self, Style},
    ui::{Cx, Outbox},
};
use egui::{Align2, Color32, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// One cell: where it stands, on the screen and in the plan, and what a screen reader calls the row.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    /// Where it is drawn.
    pub rect: Rect,
    /// What of the plan it shows.
    pub place: Place,
    /// The name of its row: `1.2`.
    pub owner: &'a str,
    /// How far the text is moved in, in points.
    pub indent: f32,
    /// Which part of the field, when several widgets share it; 0: the field itself.
    pub part: u16,
    /// Whether it stands in a form, with a border also at rest.
    pub is_field: bool,
    /// The colour of its text at rest; nothing: that of all text.
    pub ink: Option<Color32>,
}

const PAD: f32 = 6.0;
/// The room around the field in a cell, in points.
const EDGE: f32 = 2.0;

impl<'a> Cell<'a> {
    /// A cell of a table.
    #[must_use]
    pub const fn new(rect: Rect, place: Place, owner: &'a str) -> Self {
        Self { rect, place, owner, indent: 0.0, part: 0, is_field: false, ink: None }
    }

    /// A field in a form, of this width in points; several that share a place differ by their part.
    #[must_use]
    pub fn field(ui: &mut Ui, width: f32, place: Place, owner: &'a str, part: u16) -> Self {
        let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        Self { part, is_field: true, ..Self::new(rect, place, owner) }
    }

    fn id(&self, lang: Option<&Lang>) -> Id {
        let id = field_id(self.place, lang);
        if self.part == 0 { id } else { id.with(self.part) }
    }

    fn name(&self, cx: &Cx<'_>) -> String {
        let label = self.place.field.map(|f| cx.words.get(f.words())).unwrap_or_default();
        if self.owner.is_empty() { label.into_owned() } else { format!("{}, {label}", self.owner) }
    }
}

/// The part of a cell that a widget takes. Its text stands where it stands at rest, so that nothing jumps under the pointer.
fn inner(ui: &mut Ui, cell: &Cell<'_>, rect: Rect) -> Ui {
    let layout = Layout::left_to_right(egui::Align::Center);
    let edge = if cell.is_field { EDGE } else { 0.0 };
    let room = rect.shrink2(vec2(EDGE, edge));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    if cell.is_field {
        return inner;
    }
    inner.spacing_mut().button_padding = vec2(PAD - EDGE, 4.0);
    inner.spacing_mut().interact_size.y = rect.height() - 2.0 * EDGE;
    inner
}

/// Whether the field itself is shown: with the focus, or where the pointer is.
fn is_awake(ui: &Ui, cell: &Cell<'_>, id: Id, rect: Rect) -> bool {
    cell.is_field
        || ui.memory(|m| m.has_focus(id))
        || (ui.rect_contains_pointer(rect) && !egui::Popup::is_any_open(ui.ctx()))
}

/// A painted cell that can take the focus.
fn at_rest(ui: &Ui, id: Id, rect: Rect, role: Role, value: &str, name: impl Fn() -> String) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(role, ui.is_enabled(), name());
        info.current_text_value = Some(value.to_owned());
        info
    });
    response
}

/// Where a number ends in its cell: at the right of the screen also in a mirrored window, for its last digits stand below each other.
pub fn number_end(ui: &Ui, rect: Rect) -> (egui::Pos2, Align2) {
    if text::is_mirrored(ui.ctx()) {
        (rect.left_center(), Align2::LEFT_CENTER)
    } else {
        (rect.right_center(), Align2::RIGHT_CENTER)
    }
}

/// Paints the text of a cell in one row, elided where it does not fit. `at_end`: it is a number.
pub fn paint(ui: &Ui, rect: Rect, words: &str, ink: Color32, at_end: bool) {
    paint_styled(ui, rect, words, Style::body().color(ink), at_end);
}

/// Paints the text of a cell in a look of its own.
pub fn paint_styled(ui: &Ui, rect: Rect, words: &str, style: Style, at_end: bool) {
    if words.is_empty() {
        return;
    }
    let rect = rect.shrink2(vec2(PAD, 0.0));
    let ink = tokens(ui).ink;
    let style = style.elided();
    if at_end {
        let (at, anchor) = number_end(ui, rect);
        let style = style.dir(text::Dir::Ltr);
        text::paint_within(ui.painter(), at, anchor, words, &style, ink, rect.width());
    } else {
        let (at, anchor) = (rect.left_center(), Align2::LEFT_CENTER);
        text::paint_within(ui.painter(), at, anchor, words, &style.fill(), ink, rect.width());
    }
}

/// Says all the words of a cell that is too narrow for them when the pointer rests on it.
fn whole(response: Response, width: f32, words: &str, style: Style) -> Response {
    let is_cut = response.hovered()
        && !response.has_focus()
        && text::width(&response.ctx, words, &style) > width - 2.0 * PAD;
    if is_cut { super::hint(response, words) } else { response }
}

/// Text in the languages that are shown, one below the other. The last field stands for the cell, unless another has the focus.
pub fn text(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: &Text,
    edit: impl Fn(Text) -> Edit,
) -> Option<Response> {
    let rect = cell.rect.with_min_x(cell.rect.left() + cell.indent);
    let mut main: Option<Response> = None;
    for (i, lang) in cx.shown.iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "a plan has three languages at most")]
        let top = rect.top() + i as f32 * ROW;
        let line = Rect::from_min_size(egui::pos2(rect.left(), top), vec2(rect.width(), ROW));
        let (response, typed) = text_line(ui, cx, cell, line, value, lang);
        if let Some(typed) = typed {
            out.edit(edit(value.with(lang, UserText::new(&typed))));
        }
        visit(cx, out, cell.place, &response);
        let counts = response.has_focus() || response.lost_focus();
        if counts || main.is_none() {
            main = Some(response);
        }
    }
    mark(ui, cx, out, cell);
    main
}

fn text_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    cell: Cell<'_>,
    line: Rect,
    value: &Text,
    lang: &Lang,
) -> (Response, Option<String>) {
    let id = cell.id(Some(lang));
    let name = || name_in(cx, cell.name(cx), lang);
    let written = value.get(lang).raw();
    // What another language says stands in for what this one lacks, softly.
    let other =
        if written.is_empty() && cx.shown.len() == 1 { value.best(cx.plan.languages()).raw() } else { "" };
    if is_awake(ui, &cell, id, line) {
        let mut typed = written.to_owned();
        let style = Style::body().lang(lang);
        let mut inner = inner(ui, &cell, line);
        let width = inner.available_width();
        // Among several languages the empty field says which one belongs there.
        let hint = if cx.shown.len() > 1 { language_name(cx.packs, lang) } else { other.to_owned() };
        let field = text::Edit::singleline(id, &mut typed).name(name()).hint(hint).style(style).width(width);
        let shown = field.show(&mut inner);
        let response = whole(shown.response, line.width(), written.lines().next().unwrap_or_default(), style);
        return (response, shown.changed.then_some(typed));
    }
    let t = tokens(ui);
    let (words, ink) = if written.is_empty() { (other, t.ink_soft) } else { (written, t.ink) };
    let first_line = words.lines().next().unwrap_or_default();
    let style = Style::body().color(ink);
    // What stands in comes from another language.
    let style = if written.is_empty() { style } else { style.lang(lang) };
    paint_styled(ui, line, first_line, style, false);
    let response = at_rest(ui, id, line, Role::TextInput, written, name);
    if response.clicked() {
        response.request_focus();
    }
    (response, None)
}

/// Text without a language.
pub fn plain(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: &UserText,
    hint: &str,
    edit: impl Fn(UserText) -> Edit,
) -> Option<Response> {
    let id = cell.id(None);
    let line = cell.rect.with_max_y(cell.rect.top() + ROW);
    let response = if is_awake(ui, &cell, id, line) {
        let mut typed = value.raw().to_owned();
        let mut inner = inner(ui, &cell, line);
        let width = inner.available_width();
        let shown = text::Edit::singleline(id, &mut typed)
            .name(cell.name(cx))
            .hint(hint)
            .width(width)
            .show(&mut inner);
        if shown.changed {
            out.edit(edit(UserText::new(&typed)));
        }
        shown.response
    } else {
        paint(ui, line, value.raw(), tokens(ui).ink, false);
        let response = at_rest(ui, id, line, Role::TextInput, value.raw(), || cell.name(cx));
        if response.clicked() {
            response.request_focus();
        }
        response
    };
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// What is typed in a cell and may be wrong meanwhile.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The value as text.
    pub shown: &'a str,
    /// What the empty cell says: a value that counts as long as none is written.
    pub instead: &'a str,
    /// The key of what is wrong with a value that does not fit.
    pub wrong: &'a str,
    /// Whether it stands at the end, as numbers do.
    pub at_end: bool,
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
        let look = DraftLook { name: &name, hint: typed.instead, width, at_end: typed.at_end };
        let done = draft::field(&mut inner, id, typed.shown, &look, read);
        if done.is_wrong {
            super::widgets::fault(&done.response, typed.wrong);
        }
        return (done.response, done.value);
    }
    let t = tokens(ui);
    let (words, ink) =
        if typed.shown.is_empty() { (typed.instead, t.ink_soft) } else { (typed.shown, t.ink) };
    paint(ui, line, words, ink, typed.at_end);
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
    let look = Typed { shown: &shown, instead: &instead, wrong: &wrong, at_end: false };
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
        super::widgets::hint(response.clone(), &format!("{}{remark}", dates.beside(day)));
    }
}

/// A number with its digits in groups.
pub fn number(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<Decimal>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) -> Option<Response> {
    number_ui(ui, cx, out, cell, value, read_number, edit)
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
    read: fn(&str) -> Option<Decimal>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) -> Option<Response> {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let shown = value.map(|n| grouped(n.normalize(), grouping)).unwrap_or_default();
    let look = Typed { shown: &shown, instead: "", wrong: "field-number-wrong", at_end: true };
    typed(ui, cx, out, cell, &look, read, edit)
}

/// What can be chosen in a cell: how many there are, and the name of each.
pub struct Options<'a> {
    /// How many.
    pub count: usize,
    /// The name of each by its number.
    pub name: &'a dyn Fn(usize) -> String,
}

/// One of many, or none. `shown`: the name of what is chosen, or nothing. Gives the number of what is chosen now.
pub fn pick(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    shown: &str,
    options: &Options<'_>,
    edit: impl Fn(Option<usize>) -> Edit,
) -> Option<Response> {
    let t = tokens(ui);
    let id = cell.id(None);
    let line = cell.rect.with_max_y(cell.rect.top() + ROW);
    let response = at_rest(ui, id, line, Role::ComboBox, shown, || cell.name(cx));
    let is_awake = cell.is_field || response.has_focus() || response.hovered();
    let box_rect = line.shrink2(vec2(2.0, 3.0));
    let mut words = line;
    if is_awake {
        let stroke = egui::Stroke::new(1.0, if response.has_focus() { t.indigo } else { t.line });
        ui.painter().rect(box_rect, f32::from(super::RADIUS), t.surface, stroke, egui::StrokeKind::Inside);
        let side = 12.0;
        let middle = egui::pos2(line.right() - 12.0, line.center().y);
        let sign = Rect::from_center_size(middle, egui::Vec2::splat(side));
        super::paint_icon(ui.painter(), sign, super::Icon::Down, t.ink_soft);
        words = line.with_max_x(line.right() - 18.0);
    }
    paint(ui, words, shown, cell.ink.unwrap_or(t.ink), false);
    if let Some(chosen) = picker::choose(ui, cx.words, &response, options.count, options.name) {
        out.edit(edit(chosen));
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// One of a closed list, or none.
pub fn choice<T: Choice>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) -> Option<Response> {
    let name = |i: usize| T::all().get(i).map(|c| cx.words.get(c.words()).into_owned()).unwrap_or_default();
    let shown = value.map(|v| cx.words.get(v.words())).unwrap_or_default();
    let options = Options { count: T::all().len(), name: &name };
    pick(ui, cx, out, cell, &shown, &options, |i| edit(i.and_then(|i| T::all().get(i).copied())))
}

/// Yes or no: a sign that a click, Space or Enter turns.
pub fn check(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    (value, sign): (bool, super::Icon),
    edit: impl Fn(bool) -> Edit,
) -> Option<Response> {
    let t = tokens(ui);
    let response = ui.interact(cell.rect.with_max_y(cell.rect.top() + ROW), cell.id(None), Sense::click());
    let name = || cell.name(cx);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), value, name()));
    let square = Rect::from_center_size(response.rect.center(), egui::Vec2::splat(18.0));
    if value {
        super::paint_icon(ui.painter(), square, sign, t.indigo);
    } else if response.hovered() || response.has_focus() {
        super::paint_icon(ui.painter(), square, sign, t.line);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.shrink(3.0),
            f32::from(super::RADIUS),
            egui::Stroke::new(1.0, t.indigo),
            egui::StrokeKind::Inside,
        );
    }
    if response.clicked() && !ui.input(|i| i.key_pressed(egui::Key::Enter)) {
        out.edit(edit(!value));
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// Text that can only be read.
pub fn read_only(ui: &Ui, rect: Rect, name: &str, words: &str, at_end: bool) -> Response {
    let line = rect.with_max_y(rect.top() + ROW);
    paint(ui, line, words, tokens(ui).ink_soft, at_end);
    let response = ui.interact(line, egui::Id::unique(("read-only", name)), Sense::hover());
    response.widget_info(|| {
        let said = if words.is_empty() { name.to_owned() } else { format!("{name}: {words}") };
        WidgetInfo::labeled(Role::Label, true, said)
    });
    response
}

fn mark(ui: &Ui, cx: &Cx<'_>, out: &mut Outbox, cell: Cell<'_>) {
    if let Some(worst) = cx.findings.worst_at(cell.place) {
        mark_corner(ui, cell.rect.left_top() + vec2(1.0, 1.0), worst);
    }
    if cell.part == 0 {
        mark_cell(ui, cx, out, cell.place, cell.rect);
    }
}
