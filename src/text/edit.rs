//! The text field.

use super::{Style, label};
use egui::{Event, Id, Key, Response, Ui};

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
        let undo =
            |e: &Event| matches!(e, Event::Key { key: Key::Z | Key::Y, modifiers, .. } if modifiers.command);
        let kept = ui.input_mut(|i| {
            let all = std::mem::take(&mut i.events);
            i.events = all.iter().filter(|e| !undo(e)).cloned().collect();
            all
        });
        let style = self.style;
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
            let style = Style { color: Some(ui.visuals().text_color()), ..style };
            let style = if self.multiline { style } else { style.single_row() };
            label::galley(ui.ctx(), text.as_str(), &style, width)
        };
        let field = if self.multiline {
            egui::TextEdit::multiline(self.text).desired_rows(self.rows)
        } else {
            egui::TextEdit::singleline(self.text)
        };
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let hint = label::galley(ui.ctx(), &self.hint, &style, f32::INFINITY);
        let out = field
            .id(self.id)
            .desired_width(width)
            .hint_text(egui::WidgetText::from(hint))
            .interactive(!self.read_only)
            .layouter(&mut layouter)
            .show(ui);
        ui.input_mut(|i| i.events = kept);
        let response = out.response.response;
        if !self.name.is_empty() {
            let name = self.name;
            ui.ctx().accesskit_node_builder(self.id, |node| node.set_label(name));
        }
        let left = response.lost_focus();
        let committed = left && !self.multiline && ui.input(|i| i.key_pressed(Key::Enter));
        EditOutput { changed: response.changed(), committed, left, response }
    }
}
