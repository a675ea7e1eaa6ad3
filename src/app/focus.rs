//! From pane to pane by F6.

use crate::{locale::Words, ui::kit::tokens};
use egui::{Context, Id, Rect, Ui};

/// The parts of the window that F6 goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pane {
    Sections,
    Page,
    Preview,
    Side,
}

impl Pane {
    const ORDER: [Self; 4] = [Self::Sections, Self::Page, Self::Preview, Self::Side];

    const fn words(self) -> &'static str {
        match self {
            Self::Sections => "pane-sections",
            Self::Page => "pane-page",
            Self::Preview => "pane-preview",
            Self::Side => "pane-side",
        }
    }
}

fn pane_id(pane: Pane) -> Id {
    Id::unique(("pane", pane))
}

/// A thing at the start of a pane that can have the focus; Tab goes on to the first field. With the focus the pane has a line above it.
/// Says whether it has.
pub(super) fn pane_mark(ui: &mut Ui, pane: Pane, words: &Words) -> bool {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|d| d.insert_temp(drawn_at(pane), frame));
    let room = ui.max_rect();
    let rect = Rect::from_min_size(room.min, egui::Vec2::splat(1.0));
    let mark = ui.interact(rect, pane_id(pane), egui::Sense::focusable_noninteractive());
    mark.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Region, true, words.get(pane.words())));
    if mark.has_focus() {
        let edge = room.expand(8.0).intersect(ui.clip_rect());
        ui.painter().hline(edge.x_range(), edge.top() + 1.5, egui::Stroke::new(3.0, tokens(ui).indigo));
    }
    mark.has_focus()
}

fn last_pane() -> Id {
    Id::unique("last pane")
}

/// Moves the focus to the start of the next pane.
pub(super) fn next_pane(ctx: &Context) {
    let last = ctx.data(|d| d.get_temp::<usize>(last_pane())).unwrap_or(0);
    let now = ctx.cumulative_frame_nr();
    // Shortcuts are taken before anything is drawn, so what stands there was drawn in the frame before.
    let is_there = |pane: &usize| {
        let drawn = ctx.data(|d| d.get_temp::<u64>(drawn_at(Pane::ORDER[*pane])));
        drawn.is_some_and(|frame| frame + 1 >= now)
    };
    let others = (1..=Pane::ORDER.len()).map(|step| (last + step) % Pane::ORDER.len());
    if let Some(next) = others.into_iter().find(is_there) {
        focus_pane(ctx, next);
    }
}

/// The frame in which a pane was drawn last.
fn drawn_at(pane: Pane) -> Id {
    Id::unique(("pane drawn", pane))
}

/// Moves the focus to the start of the page: Tab goes on to its first field.
pub(super) fn focus_page(ctx: &Context) {
    focus_pane(ctx, 1);
}

fn focus_pane(ctx: &Context, pane: usize) {
    ctx.data_mut(|d| d.insert_temp(last_pane(), pane));
    ctx.memory_mut(|m| m.request_focus(pane_id(Pane::ORDER[pane])));
}
