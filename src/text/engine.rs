//! The state of this module inside an egui context, and the way into the layout.

use super::Style;
use egui::{
    Color32, Context, FontId, Galley, Id,
    text::{LayoutJob, TextFormat},
};
use std::sync::Arc;

fn direction_id() -> Id {
    Id::unique("rencana text direction")
}

/// Says that the interface runs right to left: paragraphs without a letter of a direction then do so too.
pub fn set_interface_direction(ctx: &Context, rtl: bool) {
    ctx.data_mut(|d| d.insert_temp(direction_id(), rtl));
}

/// Whether the interface runs right to left.
pub fn interface_is_rtl(ctx: &Context) -> bool {
    ctx.data(|d| d.get_temp(direction_id())).unwrap_or(false)
}

pub(super) fn layout(ctx: &Context, text: &str, style: &Style, width: f32) -> Arc<Galley> {
    let family = egui::FontFamily::Proportional;
    let format = TextFormat {
        font_id: FontId::new(style.size, family),
        color: style.color.unwrap_or(Color32::PLACEHOLDER),
        line_height: Some(style.size * 1.4),
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = if style.wrap { width } else { f32::INFINITY };
    job.wrap.max_rows = style.rows;
    job.break_on_newline = style.wrap;
    ctx.fonts_mut(|f| f.layout_job(job))
}
