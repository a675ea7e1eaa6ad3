//! Several cells chosen together, as in a spreadsheet: by dragging across them, with Shift and a click, or with Shift and the
//! arrow keys. What is chosen is copied, emptied, or filled by a paste.

use super::{
    View, copy,
    table::{COLUMNS, What},
};
use crate::{
    plan::{BUDGET, BudgetLine, Edit, Field, Record as _, Row as _},
    ui::{
        Cx, Outbox,
        kit::{grid::Spot, tokens},
    },
};
use egui::{Event, InputState, Key, Modifiers, Rect, Ui};
use std::ops::Range;

/// Cells from one corner to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where choosing began.
    from: Spot,
    /// Where it ended.
    to: Spot,
}

impl Block {
    /// Whole rows, from one to another.
    #[must_use]
    pub fn of_rows(first: usize, last: usize, columns: usize) -> Self {
        Self { from: Spot { row: first, col: 0 }, to: Spot { row: last, col: columns.saturating_sub(1) } }
    }

    /// The cells between two. From the number of a line on, all of its cells are meant.
    fn between(from: Spot, to: Spot) -> Self {
        if from.col == 0 { Self::of_rows(from.row, to.row, COLUMNS.len()) } else { Self { from, to } }
    }

    /// Its rows.
    #[must_use]
    pub fn rows(&self) -> Range<usize> {
        self.from.row.min(self.to.row)..self.from.row.max(self.to.row) + 1
    }

    /// Its columns.
    #[must_use]
    pub fn cols(&self) -> Range<usize> {
        self.from.col.min(self.to.col)..self.from.col.max(self.to.col) + 1
    }

    /// The cell at its beginning.
    #[must_use]
    pub fn start(&self) -> Spot {
        Spot { row: self.rows().start, col: self.cols().start }
    }

    /// How many cells it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows().len() * self.cols().len()
    }

    fn contains(&self, spot: Spot) -> bool {
        self.rows().contains(&spot.row) && self.cols().contains(&spot.col)
    }
}

/// What is remembered of choosing.
#[derive(Debug, Default)]
pub struct Choice {
    /// What is chosen; nothing: a cell alone, the one with the focus.
    block: Option<Block>,
    /// Where the pointer went down.
    pressed: Option<Spot>,
    /// Where the pointer is.
    hovered: Option<Spot>,
    /// Where the focus was when the block was chosen: it lasts as long as the focus stays.
    focus: Option<Spot>,
}

impl Choice {
    /// What is chosen beyond one cell.
    #[must_use]
    pub fn block(&self) -> Option<Block> {
        self.block
    }

    /// Paints the ground of a chosen cell, and sees whether the pointer is there. To be called for each cell.
    pub fn cell(&mut self, ui: &Ui, spot: Spot, rect: Rect) {
        if self.block.is_some_and(|block| block.contains(spot)) {
            ui.painter().rect_filled(rect.shrink(0.5), 0.0, tokens(ui).indigo.gamma_multiply(0.18));
        }
        let is_here = ui.input(|i| i.pointer.latest_pos()).is_some_and(|at| rect.contains(at));
        if is_here && ui.clip_rect().intersects(rect) {
            self.hovered = Some(spot);
        }
    }
}

/// Reads the keys before the cells do: what chooses, copies and empties.
pub fn keys(ui: &Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let lines = cx.plan.budget.len();
    view.choice.hovered = None;
    view.choice.block = view.choice.block.filter(|block| block.rows().end <= lines);
    let Some(focus) = view.grid.focus().or(view.choice.block.map(|block| block.from)) else { return };
    if is_left(ui, view) {
        view.choice.block = None;
    }
    if let Some(to) = extended(ui, view, focus, lines) {
        let from = view.choice.block.map_or(focus, |block| block.from);
        view.choice.block = Some(Block { from, to }).filter(|block| block.count() > 1);
        view.choice.focus = view.grid.focus();
        view.grid.reveal(to.row);
    }
    let is_choice = matches!(COLUMNS[focus.col], What::Field(f) if is_chosen_from_list(f));
    let one = is_choice.then_some(Block { from: focus, to: focus });
    if let Some(block) = view.choice.block.or(one)
        && take_event(ui, |e| matches!(e, Event::Copy))
    {
        ui.copy_text(copy::cells(cx, block));
    }
    let Some(block) = view.choice.block else { return };
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let is_cut = take_event(ui, |e| matches!(e, Event::Cut));
    if is_cut {
        ui.copy_text(copy::cells(cx, block));
    }
    if is_cut || pressed(Key::Delete) || pressed(Key::Backspace) {
        empty(cx, block, out);
    }
    if pressed(Key::Escape) {
        view.choice.block = None;
    }
}

/// Whether the person went on with something else: the focus left, or something is typed.
fn is_left(ui: &Ui, view: &View) -> bool {
    let is_typed = ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Text(_))));
    let is_down = ui.input(|i| i.pointer.any_down() || i.pointer.any_released());
    let is_elsewhere = view.grid.focus().is_none() && ui.memory(|m| m.focused().is_some());
    is_typed || (!is_down && (is_elsewhere || view.grid.focus() != view.choice.focus))
}

/// Where Shift and an arrow lead: up and down from any cell; to the sides once several are chosen, for in one cell they choose
/// letters.
fn extended(ui: &Ui, view: &View, focus: Spot, lines: usize) -> Option<Spot> {
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::SHIFT, key));
    let at = view.choice.block.map_or(focus, |block| block.to);
    let is_block = view.choice.block.is_some();
    if pressed(Key::ArrowDown) {
        return Some(Spot { row: (at.row + 1).min(lines.saturating_sub(1)), ..at });
    }
    if pressed(Key::ArrowUp) {
        return Some(Spot { row: at.row.saturating_sub(1), ..at });
    }
    if is_block && pressed(Key::ArrowRight) {
        return Some(Spot { col: (at.col + 1).min(COLUMNS.len() - 1), ..at });
    }
    if is_block && pressed(Key::ArrowLeft) {
        return Some(Spot { col: at.col.saturating_sub(1), ..at });
    }
    None
}

/// Takes the first event of a kind from the cells.
fn take_event(ui: &Ui, is_it: impl Fn(&Event) -> bool) -> bool {
    ui.input_mut(|i: &mut InputState| {
        let at = i.events.iter().position(is_it);
        at.map(|at| i.events.remove(at)).is_some()
    })
}

/// Whether a cell is chosen from a list, so that it has no text of its own to be copied.
fn is_chosen_from_list(field: Field) -> bool {
    [BUDGET.activity, BUDGET.category, BUDGET.source].contains(&field)
}

/// Reads the pointer after all cells were asked where it is. `body`: where the cells are; a press elsewhere changes nothing here.
pub fn pointer(ui: &Ui, view: &mut View, focus_before: Option<Spot>, body: Rect) {
    let (is_pressed, is_down, is_released, shift, at) = ui.input(|i| {
        let p = &i.pointer;
        (p.primary_pressed(), p.primary_down(), p.any_released(), i.modifiers.shift, p.latest_pos())
    });
    let choice = &mut view.choice;
    if is_pressed {
        let is_here = at.is_some_and(|at| body.contains(at));
        choice.pressed = choice.hovered.filter(|_| is_here);
        let anchor = choice.block.map(|block| block.from).or(focus_before);
        choice.block = match (choice.pressed, anchor) {
            _ if !is_here => choice.block,
            (Some(to), Some(from)) if shift => Some(Block::between(from, to)),
            // The number of a line is the handle of all its cells.
            (Some(at), _) if at.col == 0 => Some(Block::between(at, at)),
            _ => None,
        };
    } else if let (true, Some(from), Some(to)) = (is_down, choice.pressed, choice.hovered)
        && (from != to || choice.block.is_some())
        && !shift
    {
        choice.block = Some(Block::between(from, to));
    }
    if is_down || is_released {
        choice.focus = view.grid.focus();
    }
    choice.block = choice.block.filter(|block| block.count() > 1);
}

/// Takes back what stands in the cells of a block, as one step.
fn empty(cx: &Cx<'_>, block: Block, out: &mut Outbox) {
    let is_chosen = |field| COLUMNS[block.cols()].contains(&What::Field(field));
    let mut edits = Vec::new();
    for line in block.rows().filter_map(|row| cx.plan.budget.at(row)) {
        let blank = BudgetLine::new(line.id).changes();
        let taken = blank.into_iter().filter(|c| is_chosen(BudgetLine::field_of(c)) && !line.holds(c));
        edits.extend(taken.map(|change| BudgetLine::change(line.id, change)));
    }
    if !edits.is_empty() {
        out.edit(Edit::Several("step-empty-cells", edits));
    }
}
