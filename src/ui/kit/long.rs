//! Long lists inside a page that scrolls: rows far from the window keep their room and are not laid out.

use crate::{
    plan::{Block, Place, RowId},
    ui::{Cx, Outbox},
};
use egui::{Align, Ui, vec2};
use std::sync::Arc;

/// So many rows are laid out together, or not at all.
const TOGETHER: usize = 8;
/// Lists up to this many rows are always laid out.
const SHORT: usize = 24;
/// How far above and below the window rows are laid out, in points: as far as Tab may lead.
const NEAR: f32 = 500.0;
/// A first guess at the height of a row, in points.
const GUESS: f32 = 60.0;

/// A long list of rows of the plan.
pub struct LongList<'a> {
    /// Its name on the page.
    pub id: &'a str,
    /// What its rows are.
    pub block: Block,
    /// How many there are.
    pub count: usize,
    /// Where a row stands in the list.
    pub position: &'a dyn Fn(RowId) -> Option<usize>,
}

/// What a list remembers from frame to frame.
#[derive(Debug, Clone, Default)]
struct Memory {
    width: f32,
    /// How high each group was when it was laid out last; 0: never.
    heights: Vec<f32>,
    /// The row that had the focus last: it stays laid out, so that no half-typed value is dropped when somebody scrolls.
    focus: Option<RowId>,
    /// The place that was asked for last, and for how many frames more the window is brought there: heights settle meanwhile.
    led: (Option<Place>, u8),
}

impl LongList<'_> {
    /// Shows the rows near the window, the one with the focus, and the one that the person asked for.
    pub fn show(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        out: &mut Outbox,
        mut row: impl FnMut(&mut Ui, &mut Outbox, usize),
    ) {
        if self.count <= SHORT {
            (0..self.count).for_each(|i| row(ui, out, i));
            return;
        }
        let id = ui.scope_id().with(self.id);
        let memory = ui.data_mut(|d| d.remove_temp::<Arc<Memory>>(id));
        let mut memory = memory.and_then(Arc::into_inner).unwrap_or_default();
        memory.begin(cx, self.count, ui.available_width());
        let goal = cx.goto.filter(|goal| goal.block == self.block).and_then(|goal| goal.row);
        let led = memory.led.0.filter(|place| place.block == self.block).and_then(|place| place.row);
        let position = |row: Option<RowId>| row.and_then(self.position);
        let (goal, focus) = (position(goal.or(led)), position(memory.focus));
        let gap = ui.spacing().item_spacing.y;
        let mean = memory.mean();
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut skipped = 0.0;
            for n in 0..memory.heights.len() {
                let rows = n * TOGETHER..((n + 1) * TOGETHER).min(self.count);
                let height = match memory.heights[n] {
                    known if known > 0.0 => known,
                    _ => mean * float(rows.len()),
                };
                let top = ui.cursor().top() + skipped;
                let clip = ui.clip_rect();
                let is_far = top > clip.bottom() + NEAR || top + height < clip.top() - NEAR;
                let is_needed =
                    [goal, focus].into_iter().flatten().any(|row| (row / TOGETHER).abs_diff(n) <= 1);
                if is_far && !is_needed {
                    skipped += height;
                    continue;
                }
                skip(ui, &mut skipped);
                let inside = ui.push_id(n, |ui| {
                    ui.spacing_mut().item_spacing.y = gap;
                    for i in rows {
                        let rect = ui.scope(|ui| row(ui, out, i)).response.rect;
                        if goal == Some(i) && memory.led.1 > 0 && !clip.contains_rect(rect) {
                            memory.led.1 -= 1;
                            ui.scroll_to_rect(rect, Some(Align::Center));
                            ui.request_repaint();
                        }
                    }
                });
                ui.add_space(gap);
                memory.heights[n] = inside.response.rect.height() + gap;
            }
            skip(ui, &mut skipped);
        });
        if let Some(place) = out.focused {
            memory.focus = place.row.filter(|_| place.block == self.block);
        }
        ui.data_mut(|d| d.insert_temp(id, Arc::new(memory)));
    }
}

fn skip(ui: &mut Ui, height: &mut f32) {
    if *height > 0.0 {
        ui.allocate_space(vec2(ui.available_width(), *height));
        *height = 0.0;
    }
}

impl Memory {
    fn begin(&mut self, cx: &Cx<'_>, count: usize, width: f32) {
        if (self.width - width).abs() > 1.0 {
            // Words wrap elsewhere now.
            self.heights.clear();
            self.width = width;
        }
        self.heights.resize(count.div_ceil(TOGETHER), 0.0);
        if cx.goto.is_some() && cx.goto != self.led.0 {
            self.led = (cx.goto, 8);
        } else if self.led.1 == 0 {
            self.led.0 = None;
        } else if cx.goto.is_none() {
            self.led.1 -= 1;
        }
    }

    /// The height of a row, as far as it is known.
    fn mean(&self) -> f32 {
        let known = self.heights.iter().filter(|height| **height > 0.0);
        let (count, sum) = known.fold((0, 0.0), |(count, sum), height| (count + 1, sum + height));
        if count == 0 { GUESS } else { sum / float(count * TOGETHER) }
    }
}

/// A plan has few enough rows for a float.
#[allow(clippy::cast_precision_loss)]
fn float(rows: usize) -> f32 {
    rows as f32
}
