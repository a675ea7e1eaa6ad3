//! Cells of a table. At rest a cell is painted text, which costs next to nothing; under the pointer or with the focus it is the
//! field itself. Both are the same widget to egui and to a screen reader.

mod choices;
mod paint;
mod values;

use super::{
    ROW,
    fields::{field_id, mark_cell, mark_corner, visit},
    language_name, name_in, tokens,
};
use crate::{
    plan::{Edit, Lang, Place, Text, UserText},
    text::{self, Style},
    ui::{Cx, Outbox},
};
pub use choices::{Options, check, choice, pick};
use egui::{Color32, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use paint::whole;
pub use paint::{Stand, number_end, paint, paint_styled, read_only};
pub use values::{Typed, amount, day, number, typed};

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
    paint_styled(ui, line, first_line, style, Stand::Own);
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
        paint(ui, line, value.raw(), tokens(ui).ink, Stand::Own);
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

fn mark(ui: &Ui, cx: &Cx<'_>, out: &mut Outbox, cell: Cell<'_>) {
    if let Some(worst) = cx.findings.worst_at(cell.place) {
        mark_corner(ui, cell.rect.left_top() + vec2(1.0, 1.0), worst);
    }
    if cell.part == 0 {
        mark_cell(ui, cx, out, cell.place, cell.rect);
    }
}
