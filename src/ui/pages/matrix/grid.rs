//! Where cells stand: columns that share the width, rows as high as their highest cell. No plan here.

use super::form::{Column, Form};
use crate::{
    text::Style,
    ui::{
        Cx,
        kit::{Dates, tokens},
    },
};
use egui::{Align, Layout, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};
use std::ops::Range;

/// Below this width in points the columns stand one below the other.
const LEAST_WIDTH: f32 = 620.0;
/// A column of words is not narrower than this for the sake of dates, in points.
const LEAST_WORDS: f32 = 120.0;
/// Room between the border of a cell and what is in it, in points.
pub(super) const PAD: f32 = 6.0;

/// The columns of the matrix.
pub(super) struct Grid {
    widths: Vec<f32>,
    /// Whether there is no room for columns: every cell takes the whole width.
    pub is_stacked: bool,
}

impl Grid {
    /// Shares the width that is left. Columns with dates get what a date needs, where the others keep enough for words.
    pub fn new(ui: &Ui, cx: &Cx<'_>, form: Form) -> Self {
        let columns = form.columns();
        let room = ui.available_width();
        let all: f32 = columns.iter().map(|(_, share, _)| share).sum();
        let date = Dates::new(cx).width();
        let has_date =
            |column: Column| matches!(column, Column::Baseline | Column::Milestones | Column::Target);
        let (dated, others): (Vec<_>, Vec<_>) = columns.iter().partition(|(column, ..)| has_date(*column));
        let shares: f32 = others.iter().map(|(_, share, _)| share).sum();
        // Few columns: counts are exact as floats.
        #[allow(clippy::cast_precision_loss)]
        let (left, words) = (room - date * dated.len() as f32, LEAST_WORDS * others.len() as f32);
        let width = |(column, share, _): &(Column, f32, &str)| match (left >= words, has_date(*column)) {
            (true, true) => date,
            (true, false) => (left * share / shares).floor(),
            (false, _) => (room * share / all).floor(),
        };
        Self { widths: columns.iter().map(width).collect(), is_stacked: room < LEAST_WIDTH }
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.widths.len()
    }

    /// The headings.
    pub fn heading_ui(&self, ui: &mut Ui, cx: &Cx<'_>, form: Form) {
        if self.is_stacked {
            return;
        }
        let t = tokens(ui);
        let cells: Vec<_> = (0..self.len()).map(|i| Cell::over(i..i + 1)).collect();
        self.band(ui, &cells, t.paper, |ui, i| {
            let style = Style::small().strong().color(t.ink_soft);
            super::cells::inset(ui, &cx.words.get(form.columns()[i].2), style);
        });
    }

    /// A row of cells. Returns where it stands.
    pub fn row(&self, ui: &mut Ui, cells: &[Cell], cell: impl FnMut(&mut Ui, usize)) -> Rect {
        let surface = tokens(ui).surface;
        self.band(ui, cells, surface, cell)
    }

    fn band(
        &self,
        ui: &mut Ui,
        cells: &[Cell],
        fill: egui::Color32,
        mut cell: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        let line = Stroke::new(1.0, tokens(ui).line);
        let ground = ui.painter().add(Shape::Noop);
        if self.is_stacked {
            let shown = ui.vertical(|ui| {
                let width = ui.available_width();
                (0..cells.len()).for_each(|i| {
                    beside(ui, &[(width, PAD)], |ui, _| cell(ui, i));
                });
            });
            let rect = shown.response.rect;
            ui.painter().set(ground, Shape::rect_filled(rect, 0.0, fill));
            ui.painter().rect_stroke(rect, 0.0, line, StrokeKind::Inside);
            return rect;
        }
        let room =
            |c: &Cell| (self.widths[c.columns.clone()].iter().sum(), if c.is_list { 0.0 } else { PAD });
        let rooms: Vec<(f32, f32)> = cells.iter().map(room).collect();
        let rect = beside(ui, &rooms, &mut cell);
        ui.painter().set(ground, Shape::rect_filled(rect, 0.0, fill));
        let mut x = rect.left();
        ui.painter().vline(x, rect.y_range(), line);
        for cell in cells {
            let parts = &self.widths[cell.columns.clone()];
            let whole = parts.iter().sum::<f32>();
            for width in if cell.is_list { parts } else { std::slice::from_ref(&whole) } {
                x += width;
                ui.painter().vline(x, rect.y_range(), line);
            }
        }
        // The row below paints over the lower line; the last row keeps it.
        ui.painter().hline(rect.x_range(), rect.top(), line);
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
        rect
    }

    /// One item in a cell that is a list: its parts side by side in the columns of the cell, a line above all but the first.
    /// Returns where it stands.
    pub fn item(
        &self,
        ui: &mut Ui,
        columns: Range<usize>,
        is_first: bool,
        mut part: impl FnMut(&mut Ui, usize),
    ) -> Rect {
        if self.is_stacked {
            let shown = ui.vertical(|ui| columns.for_each(|column| part(ui, column)));
            let rect = shown.response.rect;
            return Rect::from_min_max(rect.min - vec2(PAD, PAD), rect.max + vec2(PAD, 0.0));
        }
        let first = columns.start;
        let rooms: Vec<(f32, f32)> = columns.map(|c| (self.widths[c], PAD)).collect();
        let rect = beside(ui, &rooms, |ui, i| part(ui, first + i));
        if !is_first {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens(ui).line));
        }
        rect
    }
}

/// A cell of a row.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    columns: Range<usize>,
    is_list: bool,
}

impl Cell {
    /// A cell that takes these columns.
    pub fn over(columns: Range<usize>) -> Self {
        Self { columns, is_list: false }
    }

    /// A cell that takes these columns, for [`Grid::item`]s.
    pub fn list(columns: Range<usize>) -> Self {
        Self { columns, is_list: true }
    }
}

/// Parts side by side, each so wide and with so much room inside; as high as the highest of them. Returns where they stand.
fn beside(ui: &mut Ui, rooms: &[(f32, f32)], mut part: impl FnMut(&mut Ui, usize)) -> Rect {
    let start = ui.cursor().left_top();
    let (mut x, mut bottom) = (start.x, start.y);
    for (i, (width, pad)) in rooms.iter().enumerate() {
        let top = start.y + pad;
        let room =
            Rect::from_min_max(pos2(x + pad, top), pos2(x + width - pad, ui.max_rect().bottom().max(top)));
        let look = UiBuilder::new().id_salt(("cell", i)).max_rect(room).layout(Layout::top_down(Align::Min));
        let mut inside = ui.new_child(look);
        // Items of a list touch; what is in one cell stands close together.
        inside.spacing_mut().item_spacing.y = if *pad > 0.0 { 4.0 } else { 0.0 };
        part(&mut inside, i);
        bottom = bottom.max(inside.min_rect().bottom() + pad);
        x += width;
    }
    let rect = Rect::from_min_max(start, pos2(x, bottom));
    ui.advance_cursor_after_rect(rect);
    rect
}
