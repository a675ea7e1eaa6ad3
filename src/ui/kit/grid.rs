//! A table of cells in rows of one height. Only the rows that can be seen are laid out, and those around the focus, so that
//! Tab finds its way past the border of what is seen and no half-typed value is dropped when somebody scrolls.
//!
//! The edges between headings can be dragged; a double click gives a column its usual width again.
//!
//! Up and Down move by rows; Enter is told to the page, which goes down or adds a row; Tab is egui's own order, which is
//! the reading order.

use super::{cells, draft, tokens};
use crate::text::{self, Style};
use egui::{
    Align2, CursorIcon, Event, EventFilter, Id, InputState, Key, Pos2, Rect, Response, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, pos2, style::ScrollAnimation, vec2,
};
use std::{collections::BTreeSet, ops::Range};

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// The least width in points.
    pub width: f32,
    /// Its share of the room that is left, against the other columns.
    pub grow: f32,
    /// Whether its cells stand at the end, as numbers do.
    pub at_end: bool,
}

impl Column {
    /// A column of a width in points.
    #[must_use]
    pub fn new(heading: impl Into<String>, width: f32) -> Self {
        Self { heading: heading.into(), width, grow: 0.0, at_end: false }
    }

    /// The same, taking a share of the room that is left.
    #[must_use]
    pub fn growing(self, grow: f32) -> Self {
        Self { grow, ..self }
    }

    /// The same, with cells that stand at the end.
    #[must_use]
    pub fn at_end(self) -> Self {
        Self { at_end: true, ..self }
    }
}

/// A cell by its row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub col: usize,
}

/// What a table remembers from frame to frame.
#[derive(Debug, Default)]
pub struct GridView {
    focus: Option<Spot>,
    wanted: Option<Spot>,
    reveal: Option<usize>,
    /// The row that was revealed last: all of its cells are laid out, also those beside what is seen.
    revealed: Option<usize>,
    /// The row that the table scrolls to already: it takes a frame until it is there, and who leads to it asks in each.
    arriving: Option<usize>,
    /// The column to come back to behind a wide row.
    column: usize,
    /// Widths that a hand gave to columns, by their headings.
    widths: Vec<(String, f32)>,
    /// The width that a hand gave to the room behind the columns.
    trailing: Option<f32>,
}

impl GridView {
    /// The cell that had the focus in the last frame.
    #[must_use]
    pub fn focus(&self) -> Option<Spot> {
        self.focus
    }

    /// Gives the focus to a cell, and scrolls to it.
    pub fn want(&mut self, spot: Spot) {
        self.wanted = Some(spot);
    }

    /// Scrolls until a row can be seen.
    pub fn reveal(&mut self, row: usize) {
        self.reveal = Some(row);
        self.revealed = Some(row);
    }

    fn width_of(&self, column: &Column) -> Option<f32> {
        self.widths.iter().find(|(heading, _)| *heading == column.heading).map(|(_, width)| *width)
    }

    fn set_width(&mut self, column: &Column, width: Option<f32>) {
        self.widths.retain(|(heading, _)| *heading != column.heading);
        self.widths.extend(width.map(|width| (column.heading.clone(), width.clamp(LEAST, MOST))));
    }
}

/// How narrow and how wide a hand can make a column, in points.
const LEAST: f32 = 36.0;
const MOST: f32 = 900.0;
/// The least room behind the columns that a hand can leave, in points.
const LEAST_TRAILING: f32 = 120.0;

/// What a table shows.
pub struct Grid<'a> {
    /// Its name among the tables of the window.
    pub id: Id,
    /// Its columns.
    pub columns: &'a [Column],
    /// Number of rows.
    pub rows: usize,
    /// Height of the headings in points.
    pub header: f32,
    /// Height of each row in points.
    pub row_height: f32,
    /// Room that is left free behind the columns, in points, for what the page draws there.
    pub trailing: f32,
    /// The row that stands out.
    pub selected: Option<usize>,
    /// Which rows are one wide cell instead of many.
    pub is_wide: &'a dyn Fn(usize) -> bool,
}

/// Where everything came to stand, and what was pressed.
pub struct GridOutput {
    /// The headings.
    pub header: Rect,
    /// What can be seen below the headings.
    pub body: Rect,
    /// The top of the first row, seen or not.
    pub top: f32,
    /// The rows that can be seen.
    pub visible: Range<usize>,
    /// The room behind the columns, as high as the headings and the body.
    pub trailing: Rect,
    /// The cell that has the focus.
    pub focus: Option<Spot>,
    /// The cell in which Enter was pressed. The page goes down, or adds a row.
    pub entered: Option<Spot>,
}

/// The height of the headings of most tables, in points.
pub const HEADER: f32 = 30.0;
const PAD: f32 = 6.0;

impl Grid<'_> {
    /// Shows the table in the room that is left. `cell` shows one cell and returns what can take its focus.
    pub fn show(
        &self,
        ui: &mut Ui,
        view: &mut GridView,
        mut cell: impl FnMut(&mut Ui, Spot, Rect) -> Option<Response>,
    ) -> GridOutput {
        let room = ui.available_rect_before_wrap();
        let trailing = self.trailing_width(view, room.width());
        let (offsets, width) = self.offsets(view, room.width(), trailing);
        ScrollArea::both()
            .id_salt(self.id)
            .auto_shrink(false)
            .max_width(room.width())
            .max_height(room.height())
            .show_viewport(ui, |ui, seen| {
                ui.set_width(width);
                ui.set_height(self.header + float(self.rows) * self.row_height);
                let origin = ui.max_rect().left_top();
                let top = origin.y + self.header;
                let header = Rect::from_min_size(origin + vec2(0.0, seen.top()), vec2(width, self.header));
                let body =
                    Rect::from_min_max(header.left_bottom(), pos2(header.right(), origin.y + seen.bottom()));
                let visible = self.visible(seen);
                let place = |spot: Spot| self.cell_rect(spot, &offsets, origin);
                self.scroll(ui, view, header, top);
                let mut inner = ui.new_child(UiBuilder::new().max_rect(ui.max_rect()));
                inner.set_clip_rect(ui.clip_rect().intersect(body));
                let mut found = Found::default();
                for row in self.rows_to_lay_out(&visible, view) {
                    self.paint_row(&inner, row, top, origin.x, width);
                    let columns = if (self.is_wide)(row) { 1 } else { self.columns.len() };
                    for col in 0..columns {
                        let spot = Spot { row, col };
                        let rect = place(spot);
                        if inner.clip_rect().intersects(rect) || view.is_near(row) {
                            let response = cell(&mut inner, spot, rect);
                            let above = rect.with_min_y(rect.top() - self.header);
                            found.see(&inner, view, (spot, above, columns), response);
                        }
                    }
                }
                let headings =
                    Rect::from_min_max(header.min, pos2(origin.x + width - trailing, header.bottom()));
                let rect_of = |col| self.span_rect(0, (col, col + 1), &offsets, origin);
                self.paint_header(ui, headings, rect_of);
                self.edges_ui(ui, view, headings, trailing, rect_of);
                self.move_focus(ui, view, &found);
                view.focus = found.focus.map(|(spot, _)| spot);
                let trailing =
                    Rect::from_min_max(pos2(origin.x + width - trailing, header.top()), body.right_bottom());
                GridOutput { header, body, top, visible, trailing, focus: view.focus, entered: found.entered }
            })
            .inner
    }

    /// The width of the room behind the columns: as the page asks for it, or as a hand has left it.
    fn trailing_width(&self, view: &GridView, room: f32) -> f32 {
        let own = view.trailing.map(|w| w.clamp(LEAST_TRAILING, (room - LEAST_TRAILING).max(LEAST_TRAILING)));
        if self.trailing > 0.0 { own.unwrap_or(self.trailing) } else { 0.0 }
    }

    /// Where the columns begin, and the width of all.
    fn offsets(&self, view: &GridView, room: f32, trailing: f32) -> (Vec<f32>, f32) {
        let columns = || self.columns.iter().map(|c| (c, view.width_of(c)));
        let fixed: f32 = columns().map(|(c, own)| own.unwrap_or(c.width)).sum::<f32>() + trailing;
        let shares: f32 = columns().filter(|(_, own)| own.is_none()).map(|(c, _)| c.grow).sum();
        let left = (room - fixed).max(0.0);
        let mut x = 0.0;
        let mut offsets = vec![0.0];
        for (column, own) in columns() {
            x += match own {
                Some(width) => width,
                None if shares > 0.0 => column.width + left * column.grow / shares,
                None => column.width,
            };
            offsets.push(x);
        }
        (offsets, (x + trailing).max(room))
    }

    /// The edges of the headings, to be dragged, and the border before the room behind the columns.
    fn edges_ui(
        &self,
        ui: &mut Ui,
        view: &mut GridView,
        header: Rect,
        trailing: f32,
        rect_of: impl Fn(usize) -> Rect,
    ) {
        let last = self.columns.len().saturating_sub(1);
        for (col, column) in self.columns.iter().enumerate() {
            let is_border = col == last && trailing > 0.0;
            if column.heading.is_empty() && !is_border {
                continue;
            }
            let cell = rect_of(col);
            let edge = cell.right();
            let place = Rect::from_x_y_ranges(egui::Rangef::point(edge).expand(4.0), header.y_range());
            let response = ui.interact(place, self.id.with(("edge", col)), Sense::CLICK | Sense::DRAG);
            if response.hovered() || response.dragged() {
                ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
                ui.painter().vline(edge, header.y_range(), Stroke::new(2.0, tokens(ui).indigo));
            }
            let by = response.drag_delta().x;
            match (response.double_clicked(), response.dragged(), is_border) {
                (true, _, true) => view.trailing = None,
                (true, _, false) => view.set_width(column, None),
                (_, true, true) => view.trailing = Some(trailing - by),
                (_, true, false) => view.set_width(column, Some(cell.width() + by)),
                (_, false, _) => {}
            }
        }
    }

    fn cell_rect(&self, spot: Spot, offsets: &[f32], origin: Pos2) -> Rect {
        let columns =
            if (self.is_wide)(spot.row) { (0, self.columns.len()) } else { (spot.col, spot.col + 1) };
        self.span_rect(spot.row, columns, offsets, origin)
    }

    /// The room of a row from one column to before another.
    fn span_rect(&self, row: usize, columns: (usize, usize), offsets: &[f32], origin: Pos2) -> Rect {
        let (left, right) = (offsets[columns.0], offsets[columns.1]);
        let y = origin.y + self.header + float(row) * self.row_height;
        Rect::from_min_max(pos2(origin.x + left, y), pos2(origin.x + right, y + self.row_height))
    }

    fn visible(&self, seen: Rect) -> Range<usize> {
        // Rows are non-negative, and a plan has few enough of them for a float.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let row = |y: f32| (y.max(0.0) / self.row_height) as usize;
        let last = row(seen.bottom() - self.header - 0.5) + 1;
        row(seen.top()).min(self.rows)..last.min(self.rows)
    }

    fn rows_to_lay_out(&self, visible: &Range<usize>, view: &GridView) -> BTreeSet<usize> {
        let mut rows: BTreeSet<usize> = visible.clone().collect();
        for row in view.kept() {
            let near = row.saturating_sub(1)..row.saturating_add(2);
            rows.extend(near.filter(|row| *row < self.rows));
        }
        rows
    }

    /// Scrolls to the row that is to be seen.
    fn scroll(&self, ui: &Ui, view: &mut GridView, header: Rect, top: f32) {
        let asked = view.reveal.take().filter(|row| *row < self.rows);
        let Some(row) = asked.filter(|row| view.arriving != Some(*row)) else {
            view.arriving = asked;
            return;
        };
        view.arriving = asked;
        let y = top + float(row) * self.row_height;
        // The headings cover the upper part of what is seen.
        let x = header.left().max(ui.clip_rect().left());
        let rect = Rect::from_min_max(pos2(x, y - self.header), pos2(x, y + self.row_height));
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
        ui.ctx().request_repaint();
    }

    fn paint_row(&self, ui: &Ui, row: usize, top: f32, left: f32, width: f32) {
        let t = tokens(ui);
        let y = top + float(row) * self.row_height;
        let rect = Rect::from_min_size(pos2(left, y), vec2(width, self.row_height));
        if self.selected == Some(row) {
            ui.painter().rect_filled(rect, 0.0, t.indigo_wash);
        } else if (self.is_wide)(row) {
            ui.painter().rect_filled(rect, 0.0, t.line.gamma_multiply(0.35));
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line));
    }

    fn paint_header(&self, ui: &Ui, header: Rect, rect_of: impl Fn(usize) -> Rect) {
        let t = tokens(ui);
        ui.painter().rect_filled(header, 0.0, t.paper);
        ui.painter().hline(header.x_range(), header.bottom() - 0.5, Stroke::new(1.0, t.line));
        for (col, column) in self.columns.iter().enumerate() {
            let cell = rect_of(col);
            let rect = Rect::from_x_y_ranges(cell.x_range(), header.y_range()).shrink2(vec2(PAD, 0.0));
            let style = Style::small().strong().color(t.ink_soft).elided();
            let (at, anchor) = if column.at_end {
                cells::number_end(ui, rect)
            } else {
                (rect.left_center(), Align2::LEFT_CENTER)
            };
            text::paint_within(ui.painter(), at, anchor, &column.heading, &style, t.ink_soft, rect.width());
        }
    }

    fn move_focus(&self, ui: &Ui, view: &mut GridView, found: &Found) {
        let Some((spot, id)) = found.focus else { return };
        let is_wide = (self.is_wide)(spot.row);
        if !is_wide {
            view.column = spot.col;
        }
        // Escape forgets what is half typed before it leaves the cell.
        let escape = draft::is_pending(ui, id);
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
        let step = ui
            .input(|i| isize::from(is_pressed(i, Key::ArrowDown)) - isize::from(is_pressed(i, Key::ArrowUp)));
        let next = spot.row.checked_add_signed(step).filter(|row| step != 0 && *row < self.rows);
        if let Some(row) = next {
            view.want(Spot { row, col: if (self.is_wide)(row) { 0 } else { view.column } });
            ui.ctx().request_repaint();
        }
    }
}

/// Whether a key was pressed without Ctrl, Alt or Shift.
fn is_pressed(input: &InputState, key: Key) -> bool {
    let plain = |e: &Event| matches!(e, Event::Key { key: k, pressed: true, modifiers, .. } if *k == key && modifiers.is_none());
    input.events.iter().any(plain)
}

impl GridView {
    /// The rows that are laid out wherever they are.
    fn kept(&self) -> impl Iterator<Item = usize> + '_ {
        self.focus.iter().chain(&self.wanted).map(|spot| spot.row).chain(self.revealed)
    }

    fn is_near(&self, row: usize) -> bool {
        self.kept().any(|kept| kept.abs_diff(row) <= 1)
    }
}

/// What was found out about the focus while the cells were shown.
#[derive(Default)]
struct Found {
    focus: Option<(Spot, Id)>,
    entered: Option<Spot>,
}

impl Found {
    /// `rect`: the cell, with as much above it as the headings cover.
    fn see(
        &mut self,
        ui: &Ui,
        view: &mut GridView,
        (spot, rect, columns): (Spot, Rect, usize),
        response: Option<Response>,
    ) {
        let is_wanted = view.wanted == Some(spot);
        let Some(response) = response else {
            // Nothing to type here: the next cell of the row takes the focus.
            if is_wanted {
                view.wanted = Some(Spot { col: spot.col + 1, ..spot }).filter(|next| next.col < columns);
            }
            return;
        };
        if is_wanted {
            view.wanted = None;
            response.request_focus();
            ui.ctx().request_repaint();
        }
        let has_focus = response.has_focus();
        if has_focus {
            self.focus = Some((spot, response.id));
            let by_hand = ui.input(|i| i.pointer.any_down() || i.pointer.any_released());
            if view.focus != Some(spot) && !by_hand {
                ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
            }
        }
        // A text field gives the focus up on Enter, everything else keeps it.
        let is_left = response.lost_focus() || (has_focus && !is_wanted && view.focus == Some(spot));
        if is_left && columns > 1 && ui.input(|i| is_pressed(i, Key::Enter)) {
            self.entered = Some(spot);
        }
    }
}

/// Rows of a plan are few enough to be exact.
#[allow(clippy::cast_precision_loss)]
fn float(rows: usize) -> f32 {
    rows as f32
}
