//! One frame of a field: what was typed, clicked and composed.

use super::cursor::{Cursor, Grain};
use super::view::View;
use super::{Edit, FILTER};
use crate::text::byte_at;
use crate::text::caret::cursor;
use crate::text::engine::{self, Layout};
use crate::text::mirror::{is_mirrored, mirrored_key};
use egui::accesskit::{Action, ActionData, ActionRequest};
use egui::text_edit::TextEditState;
use egui::text_selection::CCursorRange;
use egui::{Event, Id, ImeEvent, Key, Modifiers, Pos2, Response, Ui};
use std::ops::Range;
use std::sync::Arc;

/// What a field keeps between frames.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub cursor: Cursor,
    /// How far a single row is scrolled, in points from its left end.
    pub scroll: Option<f32>,
    pub composing: Option<Composing>,
    /// What the last click took, and how many characters around it.
    grain: Grain,
    anchor: Option<Range<usize>>,
    /// The last press: when, where, and the how manieth in a row.
    press: Option<(f64, Pos2, u32)>,
    /// The selection that the system was told of.
    reported: Range<usize>,
    had_focus: bool,
}

/// Input that is not finished: it is shown in place of `chars`, and enters the text when it is committed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Composing {
    pub chars: Range<usize>,
    pub text: String,
    /// The part of it that the input method works on, in characters.
    pub active: Option<Range<usize>>,
}

impl State {
    /// The cursor is kept where egui keeps those of its own fields, so that egui knows that a field has the focus and a
    /// page can set it. A field that was never visited has it at the end.
    pub fn load(ui: &Ui, id: Id, chars: usize) -> Self {
        let mut state: Self = ui.data(|d| d.get_temp(id)).unwrap_or_default();
        let shared = TextEditState::load(ui.ctx(), id).and_then(|s| s.cursor.char_range());
        state.cursor = shared.map_or_else(|| Cursor::at(cursor(chars, false)), Cursor::from).within(chars);
        state
    }

    /// Whether the field has lost the focus since it was last asked. egui itself may say so for two frames.
    pub fn leave(&mut self, focused: bool) -> bool {
        std::mem::replace(&mut self.had_focus, focused) && !focused
    }

    /// A field that was never visited leaves nothing behind.
    pub fn store(self, ui: &Ui, id: Id) {
        let shared = TextEditState::load(ui.ctx(), id);
        if shared.is_none() && !self.had_focus {
            return;
        }
        let mut shared = shared.unwrap_or_default();
        shared.cursor.set_char_range(Some(CCursorRange::from(self.cursor)));
        shared.store(ui.ctx(), id);
        ui.data_mut(|d| d.insert_temp(id, self));
    }
}

/// A field in this frame.
pub(super) struct Session<'s, 'e> {
    pub edit: Edit<'e>,
    pub ui: &'s mut Ui,
    pub state: &'s mut State,
    /// The width of the text area in points.
    pub inner: f32,
    pub changed: bool,
    /// Enter has ended the input of a single row.
    pub committed: bool,
}

impl Session<'_, '_> {
    /// The text as it is shown: with what is being composed.
    fn shown(&self) -> String {
        let text = &*self.edit.text;
        match &self.state.composing {
            None => text.clone(),
            Some(now) => {
                let (start, end) = (byte_at(text, now.chars.start), byte_at(text, now.chars.end));
                [&text[..start], &now.text, &text[end..]].concat()
            }
        }
    }

    /// The cursor in what is shown.
    pub fn shown_cursor(&self) -> Cursor {
        match &self.state.composing {
            None => self.state.cursor,
            Some(now) => {
                let within = now.active.as_ref().map_or(now.text.chars().count(), |a| a.end);
                Cursor::at(cursor(now.chars.start + within, false))
            }
        }
    }

    /// The layout of what is shown.
    pub fn layout(&self) -> Arc<Layout> {
        engine::layout(self.ui.ctx(), &self.shown(), &self.edit.inner_style(), self.inner)
    }

    /// Takes in what happened since the last frame, apart from the pointer.
    pub fn listen(&mut self, focused: bool) {
        let id = self.edit.id;
        let asked = self.ui.input(|i| {
            let all = i.accesskit_action_requests(id, Action::SetValue);
            all.filter_map(|r| match &r.data {
                Some(ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            })
            .last()
        });
        if let Some(value) = asked.filter(|_| self.can_change()) {
            self.state.composing = None;
            self.state.cursor = Cursor::all(self.edit.text.chars().count());
            self.insert(&value);
        }
        if !focused {
            self.finish_composing();
            self.state.cursor = Cursor::at(self.state.cursor.primary);
            return;
        }
        self.ui.memory_mut(|m| m.set_focus_lock_filter(id, FILTER));
        for event in self.ui.input(|i| i.filtered_events(&FILTER)) {
            if self.handle(event).is_none() {
                break;
            }
        }
    }

    fn can_change(&self) -> bool {
        !self.edit.read_only && self.ui.is_enabled()
    }

    /// Handles one event; none if the field has given up the focus.
    fn handle(&mut self, event: Event) -> Option<()> {
        let id = self.edit.id;
        match event {
            Event::Copy => self.copy(),
            Event::Cut => {
                self.copy();
                if !self.state.cursor.is_empty() {
                    self.insert("");
                }
            }
            Event::Paste(text) if !text.is_empty() => self.insert(&text),
            // A line break comes as the key Enter.
            Event::Text(text) if !matches!(text.as_str(), "" | "\n" | "\r") => self.insert(&text),
            Event::Ime(event) if self.can_change() => self.compose(event),
            Event::AccessKitActionRequest(request) if request.target_node == id.accesskit_id() => {
                self.assist(&request);
            }
            Event::Key { key, pressed: true, modifiers, .. } if self.state.composing.is_none() => {
                return self.key(key, modifiers);
            }
            _ => {}
        }
        Some(())
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> Option<()> {
        // Text is not mirrored, so its keys are what the person pressed.
        let key = if is_mirrored(self.ui.ctx()) { mirrored_key(key) } else { key };
        let os = self.ui.os();
        match key {
            Key::Enter if modifiers.command || modifiers.ctrl || modifiers.alt => {}
            Key::Enter if self.edit.multiline => self.insert("\n"),
            Key::Enter => {
                self.ui.memory_mut(|m| m.surrender_focus(self.edit.id));
                self.committed = true;
                return None;
            }
            // Shift+Delete is Cut there.
            Key::Delete if modifiers.shift && os == egui::os::OperatingSystem::Windows => {}
            Key::Backspace | Key::Delete if self.can_change() => {
                let by_word = if modifiers.mac_cmd { false } else { modifiers.ctrl || modifiers.alt };
                self.changed |= self.state.cursor.erase(self.edit.text, key == Key::Backspace, by_word);
            }
            _ => {
                let layout = self.layout();
                self.state.cursor.key(&layout, key, modifiers, os);
            }
        }
        Some(())
    }

    /// Types over the selection.
    fn insert(&mut self, text: &str) {
        if self.can_change() {
            let text = self.edit.fitting(text);
            self.state.cursor.insert(self.edit.text, &text);
            self.changed = true;
        }
    }

    fn copy(&self) {
        if !self.state.cursor.is_empty() {
            self.ui.copy_text(self.slice(self.state.cursor.chars()));
        }
    }

    fn slice(&self, chars: Range<usize>) -> String {
        let text = &*self.edit.text;
        text[byte_at(text, chars.start)..byte_at(text, chars.end)].to_owned()
    }

    fn compose(&mut self, event: ImeEvent) {
        match event {
            ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)
                if matches!(text.as_str(), "\n" | "\r") => {}
            ImeEvent::Preedit { text, .. } if text.is_empty() => self.state.composing = None,
            ImeEvent::Preedit { text, active_range_chars } => {
                let text = self.edit.fitting(&text);
                let chars = text.chars().count();
                let active = active_range_chars.map(|r| r.start.min(chars)..r.end.min(chars));
                let place = self.state.composing.take().map(|c| c.chars);
                let chars = place.unwrap_or_else(|| self.state.cursor.chars());
                self.state.composing = Some(Composing { chars, text, active });
            }
            ImeEvent::Commit(text) => {
                let place = self.state.composing.take().map(|c| c.chars);
                if !text.is_empty() {
                    let text = self.edit.fitting(&text);
                    let chars = place.unwrap_or_else(|| self.state.cursor.chars());
                    self.state.cursor.replace(self.edit.text, chars, &text);
                    self.changed = true;
                }
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                let selected = self.state.cursor.chars();
                let kept = self.slice(selected.clone());
                let end = (selected.end + after_chars).min(self.edit.text.chars().count());
                let start = selected.start.saturating_sub(before_chars);
                self.state.cursor.replace(self.edit.text, start..end, &kept);
                self.changed = true;
            }
            _ => {}
        }
    }

    /// A field that is left keeps what was being composed, as a person who clicks elsewhere expects.
    fn finish_composing(&mut self) {
        if let Some(now) = self.state.composing.take().filter(|_| self.can_change()) {
            let chars = self.edit.text.chars().count();
            let place = now.chars.start.min(chars)..now.chars.end.min(chars);
            self.state.cursor.replace(self.edit.text, place, &now.text);
            self.changed = true;
        }
    }

    /// What assistive technology asks for.
    fn assist(&mut self, request: &ActionRequest) {
        match (&request.action, &request.data) {
            (Action::ReplaceSelectedText, Some(ActionData::Value(text))) => self.insert(text),
            (Action::SetTextSelection, Some(ActionData::SetTextSelection(selection))) => {
                let layout = self.layout();
                let find = |p| super::access::char_of_position(self.edit.id, &layout, p);
                if let (Some(focus), Some(anchor)) = (find(&selection.focus), find(&selection.anchor)) {
                    self.state.cursor = Cursor::at(cursor(anchor, true));
                    self.state.cursor.go(cursor(focus, true), true);
                }
            }
            _ => {}
        }
    }

    /// Follows the pointer: a press puts the caret there or takes a word or a paragraph, a drag selects. Says whether
    /// what is shown may have changed.
    pub fn point(&mut self, view: &View, response: &Response) -> bool {
        let Some(pos) = response.interact_pointer_pos() else {
            if response.clicked() {
                response.request_focus();
            }
            return false;
        };
        let at = view.layout.hit(view.in_layout(pos));
        let (pressed, time, shift) =
            self.ui.input(|i| (i.pointer.primary_pressed(), i.time, i.modifiers.shift));
        if pressed && (response.hovered() || response.is_pointer_button_down_on()) {
            self.finish_composing();
            response.request_focus();
            let repeat = self.state.press.filter(|(then, place, _)| {
                time - then < DOUBLE_CLICK_SECONDS && place.distance(pos) < DOUBLE_CLICK_POINTS
            });
            let count = repeat.map_or(1, |(.., n)| n + 1);
            self.state.press = Some((time, pos, count));
            self.state.grain = match count {
                1 => Grain::Place,
                2 => Grain::Word,
                _ => Grain::Paragraph,
            };
            let end = self.state.cursor.secondary.index.0;
            let anchor = shift.then(|| self.state.anchor.take().unwrap_or(end..end));
            self.state.cursor.point(self.edit.text, at, self.state.grain, anchor.clone());
            let taken = self.state.cursor.chars();
            self.state.anchor = Some(anchor.unwrap_or(taken));
            return true;
        }
        if self.ui.ctx().is_being_dragged(response.id) && response.dragged_by(egui::PointerButton::Primary) {
            let anchor = self.state.anchor.clone();
            self.state.cursor.point(self.edit.text, at, self.state.grain, anchor);
            return true;
        }
        if response.clicked() {
            response.request_focus();
        }
        false
    }

    /// Pastes what is selected somewhere, where the middle button was clicked.
    pub fn middle_click(&mut self, view: &View, response: &Response) -> bool {
        if !self.can_change() || !response.contains_pointer() {
            return false;
        }
        let pasted = self.ui.input(|i| {
            i.events.iter().find_map(|e| match e {
                Event::MiddleClickPaste { pos, text } => Some((*pos, text.clone())),
                _ => None,
            })
        });
        let Some((pos, text)) = pasted else { return false };
        self.finish_composing();
        let from_global = self.ui.ctx().layer_transform_from_global(self.ui.layer_id());
        let pos = from_global.map_or(pos, |t| t * pos);
        self.state.cursor = Cursor::at(view.layout.hit(view.in_layout(pos)));
        self.insert(&text);
        response.request_focus();
        true
    }

    /// Tells the system what is selected, once it is settled.
    pub fn report_selection(&mut self) {
        let now = self.state.cursor.chars();
        if now == self.state.reported || self.ui.input(|i| i.pointer.any_down()) {
            return;
        }
        self.state.reported = now.clone();
        if !now.is_empty() {
            let text = self.slice(now);
            self.ui.ctx().send_cmd(egui::OutputCommand::TextSelectionSettled(text));
        }
    }
}

/// How near in time and place two presses are one double click: egui's own values.
const DOUBLE_CLICK_SECONDS: f64 = 0.3;
const DOUBLE_CLICK_POINTS: f32 = 6.0;
