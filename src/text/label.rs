//! Text that is only read: labels, galleys for other widgets, and text on a canvas.

use super::{Style, engine};
use egui::{Align2, Color32, Context, Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo};
use std::sync::Arc;

/// Shows a text, wrapped at the width that is left. Its accessible name is the text itself.
pub fn label(ui: &mut Ui, text: &str, style: Style) -> Response {
    label_sensing(ui, text, style, Sense::hover())
}

/// Shows a text in one row; what does not fit is elided and shown whole when the pointer rests on it.
pub fn label_elided(ui: &mut Ui, text: &str, style: Style) -> Response {
    label(ui, text, style.elided())
}

/// Like [`label`], with a sense of its own: a label that can be clicked or dragged.
pub fn label_sensing(ui: &mut Ui, text: &str, style: Style, sense: Sense) -> Response {
    let width = ui.available_width();
    let galley = galley(ui.ctx(), text, &style, width);
    let (rect, mut response) = ui.allocate_exact_size(galley.size(), sense);
    response.set_intrinsic_size(galley.intrinsic_size());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let color = style.color.unwrap_or_else(|| ui.visuals().text_color());
        if galley.elided {
            let whole = Style { rows: usize::MAX, fill: false, color: None, ..style };
            response = response.on_hover_ui(|ui| {
                ui.set_max_width(480.0);
                label(ui, text, whole);
            });
        }
        ui.painter().galley(rect.min, galley, color);
    }
    response
}

/// A laid out text for buttons, menus, checkboxes, tooltips and combo boxes, which take it as their text.
///
/// Wraps at `wrap_width` (may be infinite). Without a colour in the style it takes the widget's. Its `text()` is the
/// logical text, so the widget's accessible name is right. Lay out anew each frame: unchanged text costs a look-up.
pub fn galley(ctx: &Context, text: &str, style: &Style, wrap_width: f32) -> Arc<Galley> {
    Arc::clone(&engine::layout(ctx, text, style, wrap_width).galley)
}

/// Paints a text in one row (or wrapped at line breaks it holds) on a canvas; `pos` is the point that `anchor` names.
/// Without a colour in the style, `fallback` is used. Returns where it stands.
pub fn paint(
    painter: &Painter,
    pos: Pos2,
    anchor: Align2,
    text: &str,
    style: &Style,
    fallback: Color32,
) -> Rect {
    paint_within(painter, pos, anchor, text, style, fallback, f32::INFINITY)
}

/// Like [`paint`], wrapped at a width, or elided there if the style says so.
pub fn paint_within(
    painter: &Painter,
    pos: Pos2,
    anchor: Align2,
    text: &str,
    style: &Style,
    fallback: Color32,
    width: f32,
) -> Rect {
    let galley = galley(painter.ctx(), text, style, width);
    let rect = anchor.anchor_size(pos, galley.size());
    painter.galley(rect.min, galley, style.color.unwrap_or(fallback));
    rect
}

/// How wide a text is in one row, in points.
pub fn width(ctx: &Context, text: &str, style: &Style) -> f32 {
    galley(ctx, text, &Style { fill: false, ..style.single_row() }, f32::INFINITY).size().x
}
