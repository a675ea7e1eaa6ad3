//! The text field.
//!
//! It is a widget of its own rather than a wrapper around egui's: that one takes a glyph for a letter and a higher x for a
//! later letter wherever it moves the caret, and it writes unfinished input into the text.

mod access;
mod cursor;
mod session;
#[cfg(test)]
mod tests;
mod view;

use super::{Style, is_mirrored};
use egui::response::Flags;
use egui::{EventFilter, Id, Response, Sense, Ui, vec2};
use session::{Session, State};
use view::View;

/// A text field. Build it, then [`Edit::show`] it.
///
/// While an input method composes, the unfinished text stays inside the field. Undo belongs to the document: the field
/// neither handles nor swallows Ctrl+Z and Ctrl+Y.
pub struct Edit<'t> {
    id: Id,
    text: &'t mut String,
    multiline: bool,
    hint: String,
    name: String,
    rows: usize,
    width: Option<f32>,
    style: Style,
    read_only: bool,
}

/// What happened to a field in this frame.
pub struct EditOutput {
    /// The field as a widget; `changed()` is also set on it.
    pub response: Response,
    /// The text was changed by the person.
    pub changed: bool,
    /// Enter was pressed in a single-line field. The field has given up the focus then.
    pub committed: bool,
    /// The field has just lost the focus, by Enter, Tab, Escape or a click elsewhere.
    pub left: bool,
}

impl<'t> Edit<'t> {
    /// A field of one row. Pasted line breaks become spaces.
    pub fn singleline(id: Id, text: &'t mut String) -> Self {
        Self {
            id,
            text,
            multiline: false,
            hint: String::new(),
            name: String::new(),
            rows: 1,
            width: None,
            style: Style::body(),
            read_only: false,
        }
    }

    /// A field that wraps, where Enter starts a new paragraph.
    pub fn multiline(id: Id, text: &'t mut String) -> Self {
        Self { multiline: true, rows: 3, ..Self::singleline(id, text) }
    }

    /// What the empty field says.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The accessible name. Give one to every field that no visible label names.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The least height in rows. A field with more text grows.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// The width in points, frame included. Without it the field takes what is there.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The look of the text.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The text can be selected and copied, not changed.
    #[must_use]
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Shows the field and handles what the person does to it.
    pub fn show(self, ui: &mut Ui) -> EditOutput {
        let mut state = State::load(ui, self.id, self.text.chars().count());
        let focused = ui.is_enabled() && ui.memory(|m| m.has_focus(self.id));
        let before = (self.text.clone(), state.cursor.chars());
        let padding = ui.spacing().button_padding;
        let room = ui.available_width();
        let width = self.width.unwrap_or(room).min(room).max(LEAST_WIDTH);
        let inner = width - 2.0 * padding.x;

        let mut session =
            Session { edit: self, ui, state: &mut state, inner, changed: false, committed: false };
        session.listen(focused);
        let (layout, size) = session.size();
        let Session { edit, changed, committed, .. } = session;
        let (_, rect) = ui.allocate_space(vec2(width, size + 2.0 * padding.y));
        let mut response = ui.interact(rect, edit.id, edit.sense(ui, focused));
        response.flags -= Flags::FAKE_PRIMARY_CLICKED;

        let mut session = Session { edit, ui, state: &mut state, inner, changed, committed };
        let area = rect.shrink2(padding);
        let mut view = View::new(layout, area, is_mirrored(session.ui.ctx()));
        session.place(&mut view, focused);
        let pointed = session.point(&view, &response);
        if session.middle_click(&view, &response) || pointed {
            view.layout = session.layout();
            session.place(&mut view, true);
        }
        session.announce(&view, &mut response, &before);
        session.paint(&view, &response);
        let Session { changed, committed, .. } = session;
        let left = state.leave(response.has_focus());
        state.store(ui, response.id);
        if changed {
            response.mark_changed();
        }
        EditOutput { changed, committed, left, response }
    }

    /// The look of the text inside the field.
    fn inner_style(&self) -> Style {
        if self.multiline { self.style.fill() } else { self.style.single_row() }
    }

    /// Text as it may stand in this field.
    fn fitting(&self, text: &str) -> String {
        if self.multiline {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.replace("\r\n", " ").replace(['\r', '\n'], " ")
        }
    }

    /// On a touch screen a drag over a field without the focus scrolls the page.
    fn sense(&self, ui: &Ui, focused: bool) -> Sense {
        if focused || !ui.input(egui::InputState::has_touch_screen) {
            Sense::click_and_drag()
        } else {
            Sense::click()
        }
    }
}

/// Whether input in the field with this identity is not finished yet: the keys belong to the input method then.
pub fn is_composing(ctx: &egui::Context, id: Id) -> bool {
    ctx.data(|d| d.get_temp::<State>(id)).is_some_and(|state| state.composing.is_some())
}

/// A field is never narrower than this, in points.
const LEAST_WIDTH: f32 = 24.0;

/// The keys that the field takes for itself while it has the focus. Tab always moves on.
const FILTER: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
