//! How a field looks, and what it tells assistive technology.

use super::session::Session;
use crate::text::Align;
use crate::text::engine::{self, Layout};
use crate::text::face::line_extent;
use egui::accesskit::{Action, Role, TextDirection, TextPosition};
use egui::emath::{GuiRounding as _, TSTransform};
use egui::output::{IMEOutput, OutputEvent};
use egui::text_selection::{CCursorRange, accesskit_text::update_accesskit_for_text_widget};
use egui::{
    Color32, CursorIcon, IMEPurpose, Id, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind,
    WidgetInfo, pos2, vec2,
};
use std::ops::Range;
use std::sync::Arc;

/// Where the text of a field is.
pub(super) struct View {
    pub layout: Arc<Layout>,
    /// The room for the text.
    pub area: Rect,
    /// The left top of the layout.
    pub origin: Pos2,
}

impl Session<'_, '_> {
    /// The layout and the height of the text area.
    pub fn size(&self) -> (Arc<Layout>, f32) {
        let layout = self.layout();
        let (up, down) = line_extent("");
        let row = ((up + down) * self.edit.style.size).ceil();
        let hint = self.hint().map_or(0.0, |h| h.galley.size().y);
        let rows = if self.edit.multiline { self.edit.rows } else { 1 };
        let least = (self.ui.spacing().interact_size.y - 2.0 * self.ui.spacing().button_padding.y).max(0.0);
        (Arc::clone(&layout), layout.galley.size().y.max(row * rows as f32).max(hint).max(least))
    }

    fn hint(&self) -> Option<Arc<Layout>> {
        let empty = self.edit.text.is_empty() && self.state.composing.is_none();
        let style = self.edit.inner_style();
        let style = if self.edit.multiline { style } else { style.fill().elided() };
        (empty && !self.edit.hint.is_empty())
            .then(|| engine::layout(self.ui.ctx(), &self.edit.hint, &style, self.inner))
    }

    /// Decides where the text stands in its area. A single row that is too long scrolls so that the caret is seen.
    pub fn place(&mut self, view: &mut View, focused: bool) {
        let size = view.layout.galley.size();
        let area = view.area;
        if self.edit.multiline {
            view.origin = area.min;
            return;
        }
        let y = area.center().y - size.y / 2.0;
        let rtl = view.layout.lines.first().is_some_and(|l| l.rtl);
        let free = area.width() - size.x;
        let start_x = match (self.edit.style.align, rtl) {
            (Align::Start, false) | (Align::End, true) => 0.0,
            (Align::Center, _) => free / 2.0,
            (Align::Start, true) | (Align::End, false) => free,
        };
        if free >= 0.0 {
            self.state.scroll = None;
            view.origin = pos2(area.left() + start_x, y).round_ui();
            return;
        }
        let start = if rtl { -free } else { 0.0 };
        let mut scroll = self.state.scroll.filter(|_| focused).unwrap_or(start);
        if focused {
            let caret = view.layout.caret_rect(self.shown_cursor().primary).left();
            scroll = scroll.clamp((caret - area.width()).min(caret), caret);
        }
        let scroll = scroll.clamp(0.0, -free);
        self.state.scroll = Some(scroll);
        view.origin = pos2(area.left() - scroll, y).round_ui();
    }

    /// Paints the field.
    pub fn paint(&mut self, view: &View, response: &Response) {
        if !self.ui.is_rect_visible(response.rect) {
            return;
        }
        if response.hovered() {
            self.ui.ctx().set_cursor_icon(CursorIcon::Text);
            if !self.edit.read_only {
                self.ui.output_mut(|o| o.mutable_text_under_cursor = true);
            }
        }
        self.paint_frame(response);
        let painter = self.ui.painter_at(view.area.expand(1.0));
        let visuals = self.ui.visuals();
        let color = visuals.override_text_color.unwrap_or_else(|| visuals.widgets.inactive.text_color());
        if let Some(hint) = self.hint() {
            let at = if self.edit.multiline {
                view.area.min
            } else {
                pos2(view.area.left(), view.area.center().y - hint.galley.size().y / 2.0)
            };
            painter.galley(at, Arc::clone(&hint.galley), visuals.weak_text_color());
        }
        let focused = response.has_focus();
        let selected = if focused { self.state.cursor.chars() } else { 0..0 };
        let composing = self.state.composing.is_some();
        let behind = if composing { Vec::new() } else { on_screen(view, selected) };
        for rect in &behind {
            painter.rect_filled(*rect, 0.0, visuals.selection.bg_fill);
        }
        painter.galley(view.origin, Arc::clone(&view.layout.galley), color);
        let selected_color = visuals.selection.stroke.color;
        if selected_color != color {
            for rect in &behind {
                let part = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
                part.galley_with_override_text_color(
                    view.origin,
                    Arc::clone(&view.layout.galley),
                    selected_color,
                );
            }
        }
        if focused && !self.edit.read_only {
            self.paint_composing(view, &painter);
            self.paint_caret(view, &painter);
            self.serve_input_method(view);
        }
    }

    fn paint_frame(&self, response: &Response) {
        let visuals = self.ui.visuals();
        let state = self.ui.style().interact(response);
        let fill = if self.edit.read_only { Color32::TRANSPARENT } else { visuals.text_edit_bg_color() };
        let stroke = if self.edit.read_only {
            visuals.widgets.inactive.bg_stroke
        } else if response.has_focus() {
            visuals.selection.stroke
        } else {
            state.bg_stroke
        };
        let rect = response.rect.expand(state.expansion);
        self.ui.painter().rect(rect, state.corner_radius, fill, stroke, StrokeKind::Inside);
    }

    /// The caret, steady. Where text of the other direction is near, a flag shows the one it stands for.
    fn paint_caret(&self, view: &View, painter: &Painter) {
        if !self.ui.input(|i| i.focused) {
            return;
        }
        let stroke = self.ui.visuals().text_cursor.stroke;
        let place = self.shown_cursor().primary;
        let rect = caret_on_screen(view, place);
        painter.line_segment([rect.center_top(), rect.center_bottom()], stroke);
        let Some(caret) = view.layout.caret(place) else { return };
        let row = &view.layout.lines[caret.line];
        if row.cells.iter().any(|c| c.rtl != row.rtl) {
            let way = if caret.rtl { -1.0 } else { 1.0 };
            let top = rect.center_top();
            let flag = vec![top, top + vec2(FLAG * way, FLAG / 2.0), top + vec2(0.0, FLAG)];
            painter.add(Shape::convex_polygon(flag, stroke.color, Stroke::NONE));
        }
    }

    fn paint_composing(&self, view: &View, painter: &Painter) {
        let Some(now) = &self.state.composing else { return };
        let style = &self.ui.visuals().ime_composition;
        let start = now.chars.start;
        let line = |chars: Range<usize>, stroke: Stroke| {
            for rect in on_screen(view, chars) {
                painter.line_segment([rect.left_bottom(), rect.right_bottom()], stroke);
            }
        };
        line(start..start + now.text.chars().count(), style.inactive_underline_stroke);
        if let Some(active) = &now.active {
            line(start + active.start..start + active.end, style.active_underline_stroke);
        }
    }

    /// Tells the input method where the caret is.
    fn serve_input_method(&self, view: &View) {
        let to_global = self.ui.ctx().layer_transform_to_global(self.ui.layer_id()).unwrap_or_default();
        let caret = caret_on_screen(view, self.shown_cursor().primary);
        self.ui.output_mut(|o| {
            o.ime = Some(IMEOutput {
                purpose: IMEPurpose::Normal,
                rect: to_global * view.area,
                cursor_rect: to_global * caret,
                should_interrupt_composition: false,
            });
        });
    }

    /// Tells assistive technology, and scrolls to the caret when it moved.
    pub fn announce(&mut self, view: &View, response: &mut Response, before: &(String, Range<usize>)) {
        let enabled = self.ui.is_enabled();
        let (text, selected) = (self.edit.text.clone(), self.state.cursor.chars());
        let moved = selected != before.1;
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(enabled, &before.0, &text, &self.edit.hint);
            info.label = (!self.edit.name.is_empty()).then(|| self.edit.name.clone());
            info
        });
        if response.has_focus() && (moved || self.changed) {
            if !self.changed {
                let chars = egui::text::CharIndex(selected.start)..egui::text::CharIndex(selected.end);
                let info = WidgetInfo::text_selection_changed(enabled, chars, &text);
                response.output_event(OutputEvent::TextSelectionChanged(info));
            }
            self.ui.scroll_to_rect(caret_on_screen(view, self.shown_cursor().primary), None);
        }
        let (multiline, read_only) = (self.edit.multiline, self.edit.read_only);
        let id = response.id;
        self.ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(if multiline { Role::MultilineTextInput } else { Role::TextInput });
            if read_only || !enabled {
                node.set_read_only();
            } else {
                node.add_action(Action::SetValue);
                node.add_action(Action::ReplaceSelectedText);
            }
        });
        let range = response.has_focus().then(|| CCursorRange::from(self.shown_cursor()));
        let place = TSTransform::from_translation(view.origin.to_vec2());
        update_accesskit_for_text_widget(self.ui.ctx(), id, range, place, &view.layout.galley);
        for (i, _) in view.layout.lines.iter().enumerate().filter(|(_, l)| l.rtl) {
            // egui takes every text for left to right.
            self.ui.ctx().accesskit_node_builder(id.with(i).with(0_usize), |node| {
                node.set_text_direction(TextDirection::RightToLeft);
            });
        }
        self.report_selection();
    }
}

/// The size of the caret's flag in points.
const FLAG: f32 = 5.0;

/// The most characters of a text run, as egui cuts them.
const RUN: usize = 255;

/// The character that assistive technology means by a place in a text run.
pub(super) fn char_of_position(id: Id, layout: &Layout, at: &TextPosition) -> Option<usize> {
    for (i, line) in layout.lines.iter().enumerate() {
        for chunk in 0..=line.len / RUN {
            if id.with(i).with(chunk).accesskit_id() == at.node {
                return Some(line.first + chunk * RUN + at.character_index);
            }
        }
    }
    None
}

fn on_screen(view: &View, chars: Range<usize>) -> Vec<Rect> {
    let all = view.layout.selection(chars).into_iter();
    all.map(|r| r.translate(view.origin.to_vec2())).collect()
}

/// The caret; never outside of the field, also behind spaces that hang there.
fn caret_on_screen(view: &View, at: egui::text::CCursor) -> Rect {
    let rect = view.layout.caret_rect(at).translate(view.origin.to_vec2());
    let x = rect.left().clamp(view.area.left(), view.area.right());
    Rect::from_min_max(pos2(x, rect.top()), pos2(x, rect.bottom()))
}
