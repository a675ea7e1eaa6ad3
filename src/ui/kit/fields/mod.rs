//! Fields of a plan: each knows its place, shows what the checks say about it, and wishes for an edit.
//!
//! All of them work alike: `kind(ui, cx, out, place, value, look, edit)`. `edit` turns a new value into the change of the plan.

mod choices;
mod frame;
mod ratings;
mod remarks;
mod values;

pub use choices::{check, choice, pick};
pub(super) use frame::mark_corner;
pub use frame::{findings_ui, is_led_to, row_findings_ui, severity_look, visit};
pub use ratings::{rating, scale};
pub(super) use remarks::mark_cell;
pub use values::{amount, day, number, typed, whole};

use super::{language_name, name_in, tokens, widgets};
use crate::{
    plan::{Edit, Lang, Place, Text, UserText},
    text::{self, Style},
    ui::{Cx, Outbox},
};
use egui::{Align, Align2, Id, Layout, Ui, vec2};
use frame::framed;

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The key of its label; nothing: the name of the field in the plan.
    pub label: Option<&'a str>,
    /// Whether the label and the findings are shown; a cell of a table has a heading above and a mark in its corner instead.
    pub is_cell: bool,
    /// Whether something beside the field names it already: the label is not drawn then.
    pub is_bare: bool,
    /// Rows of text: one is a single line, more wraps and grows.
    pub rows: usize,
    /// The key of what the empty field says.
    pub hint: &'a str,
    /// Width in points; nothing: all there is.
    pub width: Option<f32>,
    /// What comes before the label in the accessible name, such as `Output 2`: two fields of a page must not have one name.
    pub owner: &'a str,
}

impl<'a> Look<'a> {
    /// A field of one line in a form.
    pub const LINE: Look<'static> =
        Look { label: None, is_cell: false, is_bare: false, rows: 1, hint: "", width: None, owner: "" };
    /// A field of several lines in a form.
    pub const AREA: Look<'static> = Look { rows: 3, ..Look::LINE };
    /// A cell of a table, one line.
    pub const CELL: Look<'static> = Look { is_cell: true, ..Look::LINE };
    /// A cell of a table that wraps and grows.
    pub const TALL_CELL: Look<'static> = Look { rows: 2, is_cell: true, ..Look::LINE };

    /// The same, belonging to something: `Output 2`.
    #[must_use]
    pub const fn of(self, owner: &'a str) -> Look<'a> {
        Look { owner, ..self }
    }

    /// The same with another label.
    #[must_use]
    pub const fn labelled(self, key: &'a str) -> Look<'a> {
        Look { label: Some(key), ..self }
    }

    /// The same under a heading that names it: without a label of its own.
    #[must_use]
    pub const fn bare(self) -> Look<'a> {
        Look { is_bare: true, ..self }
    }

    /// The same with words for the empty field.
    #[must_use]
    pub const fn hinting(self, key: &'a str) -> Look<'a> {
        Look { hint: key, ..self }
    }

    /// The same, so wide in points.
    #[must_use]
    pub const fn wide(self, points: f32) -> Look<'a> {
        Look { width: Some(points), ..self }
    }

    fn label_of(&self, cx: &Cx<'_>, place: Place) -> String {
        let key = self.label.or(place.field.map(crate::plan::Field::words)).unwrap_or_default();
        cx.words.get(key).into_owned()
    }

    fn name(&self, label: &str) -> String {
        if self.owner.is_empty() { label.to_owned() } else { format!("{}, {label}", self.owner) }
    }

    fn hint_of(&self, cx: &Cx<'_>) -> String {
        if self.hint.is_empty() { String::new() } else { cx.words.get(self.hint).into_owned() }
    }
}

/// The identity of the field at a place, in the language if it has one.
#[must_use]
pub fn field_id(place: Place, lang: Option<&Lang>) -> Id {
    Id::unique(("field", place, lang))
}

/// Text in the languages of the plan that are shown.
pub fn text(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: &Text,
    look: Look<'_>,
    edit: impl Fn(Text) -> Edit,
) {
    let many = cx.shown.len() > 1;
    // Beside the name of a language the label stands in the line of the first field.
    let frame = if many && !look.is_cell { look.bare() } else { look };
    framed(ui, cx, out, place, frame, |ui, cx, out, label| {
        let part = |ui: &mut Ui, i: usize| {
            let lang = &cx.shown[i];
            let name = name_in(cx, look.name(label), lang);
            let mut typed = value.get(lang).raw().to_owned();
            let id = field_id(place, Some(lang));
            let shown = ui
                .vertical(|ui| {
                    let own = if many { language_name(cx.packs, lang) } else { String::new() };
                    if many && !look.is_cell {
                        language_line(ui, if i == 0 && !look.is_bare { label } else { "" }, &own);
                    }
                    // In a table the empty field says which language belongs there.
                    let hint = match fallback_hint(cx, value, lang) {
                        Some(hint) => hint,
                        None if many && look.is_cell => own,
                        None => look.hint_of(cx),
                    };
                    show_text(ui, id, &mut typed, look, &name, hint, Some(lang))
                })
                .inner;
            if shown.changed {
                out.edit(edit(value.with(lang, UserText::new(&typed))));
            }
            visit(cx, out, place, &shown.response);
        };
        if look.is_cell {
            widgets::columns_or_stack(ui, cx.shown.len(), f32::INFINITY, part);
        } else {
            widgets::columns_or_stack(ui, cx.shown.len(), 260.0, part);
        }
    });
}

/// The line above a field of one language: what the field is called, and at the end the language. As high in every script, so that
/// fields side by side stand in one line.
fn language_line(ui: &mut Ui, label: &str, language: &str) {
    let ink = tokens(ui).ink_soft;
    let soft = Style::small().color(ink);
    let height = text::galley(ui.ctx(), "x", &soft, f32::INFINITY).size().y;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), layout, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        if !label.is_empty() {
            text::label(ui, label, soft);
        }
        let room = ui.max_rect();
        let (at, style) = (room.right_center(), soft.nastaliq(false).elided());
        text::paint_within(ui.painter(), at, Align2::RIGHT_CENTER, language, &style, ink, room.width() * 0.5);
        ui.expand_to_include_rect(room);
    });
}

/// What is written in another language, as a hint in the empty field of this one.
fn fallback_hint(cx: &Cx<'_>, value: &Text, lang: &Lang) -> Option<String> {
    if cx.shown.len() > 1 || !value.get(lang).is_empty() || value.is_blank() {
        return None;
    }
    Some(value.best(cx.plan.languages()).raw().to_owned())
}

/// Text without a language: names, sources, contacts.
pub fn plain(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: &UserText,
    look: Look<'_>,
    edit: impl Fn(UserText) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let mut typed = value.raw().to_owned();
        let id = field_id(place, None);
        let shown = show_text(ui, id, &mut typed, look, &look.name(label), look.hint_of(cx), None);
        if shown.changed {
            out.edit(edit(UserText::new(&typed)));
        }
        visit(cx, out, place, &shown.response);
    });
}

fn show_text(
    ui: &mut Ui,
    id: Id,
    typed: &mut String,
    look: Look<'_>,
    name: &str,
    hint: String,
    lang: Option<&Lang>,
) -> text::EditOutput {
    let style = lang.map_or(Style::body(), |lang| Style::body().lang(lang));
    let edit = if look.rows > 1 {
        text::Edit::multiline(id, typed).rows(if look.is_cell { 1 } else { look.rows })
    } else {
        text::Edit::singleline(id, typed)
    };
    let edit = edit.name(name).hint(hint).style(style);
    match look.width {
        Some(width) => edit.width(width).show(ui),
        None => edit.show(ui),
    }
}
