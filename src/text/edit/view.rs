//! How a field looks, and what it tells assistive technology.

use super::access;
use super::session::Session;
use crate::text::Align;
use crate::text::engine::{self, Layout};
use crate::text::face::{line_extent, tallest_row};
use crate::text::is_nastaliq;
use egui::accesskit::{Action, Role};
use egui::emath::GuiRounding as _;
use egui::output::{IMEOutput, OutputEvent};
use egui::{
    Color32, CursorIcon, IMEPurpose, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, WidgetInfo,
    pos2, vec2,
};
use std::ops::Range;
use std::sync::Arc;

/// Where the text of a field is.
pub(super) struct View {
    pub layout: Arc<Layout>,
    /// The room for the text.
    pub area: Rect,
    /// The left top of the layout, as egui sees it.
    pub origin: Pos2,
    /// The frame will be mirrored. The layout will not: what stands left in it stands right for egui until then.
    pub mirrored: bool,
}

impl View {
    pub fn new(layout: Arc<Layout>, area: Rect, mirrored: bool) -> Self {
        Self { layout, area, origin: area.min, mirrored }
    }

    /// A place of the layout, for egui.
    pub fn rect(&self, rect: Rect) -> Rect {
        if !self.mirrored {
            return rect.translate(self.origin.to_vec2());
        }
        let right = self.origin.x + self.layout.galley.size().x;
        let (top, bottom) = (self.origin.y + rect.top(), self.origin.y + rect.bottom());
        Rect::from_min_max(pos2(right - rect.right(), top), pos2(right - rect.left(), bottom))
    }

    /// A place of egui's, in the layout.
    pub fn in_layout(&self, at: Pos2) -> Pos2 {
        let at = at - self.origin.to_vec2();
        if self.mirrored { pos2(self.layout.galley.size().x - at.x, at.y) } else { at }
    }

    /// Puts the layout so that its left side is this far right of the left side of the room, on the screen.
    fn put(&mut self, x: f32, y: f32) {
        let left = if self.mirrored {
            self.area.right() - x - self.layout.galley.size().x
        } else {
            self.area.left() + x
        };
        self.origin = pos2(left, y).round_ui();
    }
}

impl Session<'_, '_> {
    /// The layout and the height of the text area.
    ///
    /// A field is as high for every script, so that it does not jump when somebody types: a row that wants more than a Latin
    /// one takes it from the margin.
    pub fn size(&self) -> (Arc<Layout>, f32) {
        let layout = self.layout();
        let rows = if self.edit.multiline { self.edit.rows } else { 1 };
        let margin = 2.0 * self.ui.spacing().button_padding.y;
        let tallest = tallest_row(self.edit.style.size, is_nastaliq(self.ui.ctx()));
        let least = self.ui.spacing().interact_size.y.max(tallest) - margin;
        let wanted = |l: &Layout| l.galley.size().y - 2.0 * self.raised(l);
        let hint = self.hint().map_or(0.0, |h| wanted(&h));
        let height = wanted(&layout).max(self.row() * rows as f32).max(hint).max(least);
        (layout, height)
    }

    /// The height of a Latin row.
    fn row(&self) -> f32 {
        let (up, down) = line_extent("");
        ((up + down) * self.edit.style.size).ceil()
    }

    /// How far a text reaches into the margin above, and as far below, because its first row is a tall one.
    fn raised(&self, layout: &Layout) -> f32 {
        let first = layout.lines.first().map_or(0.0, |l| l.height);
        ((first - self.row()) / 2.0).clamp(0.0, self.ui.spacing().button_padding.y)
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
            view.put(0.0, area.top() - self.raised(&view.layout));
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
            view.put(start_x, y);
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
        view.put(-scroll, y);
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
        let seen = Rect::from_x_y_ranges(view.area.expand(1.0).x_range(), response.rect.y_range());
        let painter = self.ui.painter_at(seen);
        let visuals = self.ui.visuals();
        let color = visuals.override_text_color.unwrap_or_else(|| visuals.widgets.inactive.text_color());
        if let Some(hint) = self.hint() {
            let at = if self.edit.multiline {
                view.area.min - vec2(0.0, self.raised(&hint))
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
            let way = if caret.rtl == view.mirrored { 1.0 } else { -1.0 };
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
        let cursor = response.has_focus().then(|| self.shown_cursor());
        access::tell(self.ui.ctx(), id, view, cursor);
        self.report_selection();
    }
}

/// The size of the caret's flag in points.
const FLAG: f32 = 5.0;

fn on_screen(view: &View, chars: Range<usize>) -> Vec<Rect> {
    view.layout.selection(chars).into_iter().map(|r| view.rect(r)).collect()
}

/// The caret; never outside of the field, also behind spaces that hang there.
fn caret_on_screen(view: &View, at: egui::text::CCursor) -> Rect {
    let rect = view.rect(view.layout.caret_rect(at));
    let x = rect.left().clamp(view.area.left(), view.area.right());
    Rect::from_min_max(pos2(x, rect.top()), pos2(x, rect.bottom()))
}
