//! What stands in which cell, in which order, and how it moves.

use super::{
    Part,
    drag::{Cell, cell_of},
};
use crate::{
    plan::*,
    ui::{Cx, Outbox, kit::RowWish},
};
use egui::{Key, Modifiers, Ui};
use std::collections::HashMap;

/// The cell of an assumption: the level, and the output beside which it stands.
pub(super) type Spot = (MatrixLevel, Option<Id<Output>>);

/// How many activities of an output the matrix shows; the others are in the plan of operation.
pub(super) const MOST_ACTIVITIES: usize = 6;

/// Where an assumption stands. One that names no level stands beside the activities, so that it is seen.
pub(super) fn spot_of(assumption: &Assumption) -> Spot {
    match assumption.level {
        Some(MatrixLevel::Outputs) => (MatrixLevel::Outputs, assumption.output),
        Some(level @ (MatrixLevel::Goal | MatrixLevel::Purpose)) => (level, None),
        Some(MatrixLevel::Activities) | None => (MatrixLevel::Activities, None),
    }
}

/// The rows of every cell.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    indicators: HashMap<ResultRef, Vec<&'a Indicator>>,
    assumptions: HashMap<Spot, Vec<&'a Assumption>>,
    activities: HashMap<Option<Id<Output>>, (Vec<&'a Activity>, usize)>,
}

impl<'a> Parts<'a> {
    /// Sorts the rows of the plan into cells.
    pub fn new(cx: &Cx<'a>) -> Self {
        let plan = cx.plan;
        let mut me = Self::default();
        for indicator in plan.indicators.iter() {
            me.indicators.entry(indicator.of).or_default().push(indicator);
        }
        for assumption in plan.assumptions.iter() {
            me.assumptions.entry(spot_of(assumption)).or_default().push(assumption);
        }
        // The numbering keeps the activities of an output together: one look-up an output, however many it has.
        for group in cx.derived.numbering.activities().chunk_by(|a, b| a.output == b.output) {
            let Some(output) = group.first().map(|p| p.output) else { continue };
            let whole = || group.iter().filter(|p| p.depth == 0);
            let first = whole().take(MOST_ACTIVITIES).filter_map(|p| plan.activities.at(p.row)).collect();
            me.activities.insert(output, (first, whole().count()));
        }
        me
    }

    /// The indicators of a result.
    pub fn indicators(&self, of: ResultRef) -> &[&'a Indicator] {
        self.indicators.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The assumptions of a cell.
    pub fn assumptions(&self, spot: Spot) -> &[&'a Assumption] {
        self.assumptions.get(&spot).map_or(&[], Vec::as_slice)
    }

    /// The first activities of an output, and how many it has, sub-activities not counted.
    pub fn activities(&self, output: Option<Id<Output>>) -> (&[&'a Activity], usize) {
        self.activities.get(&output).map_or((&[], 0), |(first, count)| (first, *count))
    }
}

/// The part of the page in which a place stands; nothing: one that is always laid out.
pub(super) fn part_of(plan: &Plan, place: Place) -> Option<Part> {
    let row = place.row?;
    match place.block {
        Block::Output => Some(Part::Result(ResultRef::Output(Id::from_bits(row)))),
        Block::Indicator => plan.indicators.get(Id::from_bits(row)).map(|i| Part::Result(i.of)),
        Block::Assumption => match spot_of(plan.assumptions.get(Id::from_bits(row))?) {
            (MatrixLevel::Outputs, Some(output)) => Some(Part::Result(ResultRef::Output(output))),
            (MatrixLevel::Goal, _) => Some(Part::Result(ResultRef::Goal)),
            (MatrixLevel::Purpose, _) => Some(Part::Result(ResultRef::Purpose)),
            (MatrixLevel::Outputs | MatrixLevel::Activities, _) => None,
        },
        Block::Activity => plan.activities.get(Id::from_bits(row)).map(|a| Part::Activities(a.output)),
        Block::Judgement => plan.judgements.get(Id::from_bits(row)).map(|j| Part::Sentence(j.of)),
        _ => None,
    }
}

/// Alt with an arrow key moves the row that has the focus.
pub(super) fn move_by_keys(ui: &mut Ui, cx: &Cx<'_>, focus: Option<Place>, out: &mut Outbox) {
    let Some(place) = focus.filter(|_| ui.ctx().memory(|m| m.focused().is_some())) else { return };
    let Some(row) = place.row.filter(|_| can_move(place.block)) else { return };
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::ALT, key));
    let wish = if pressed(Key::ArrowUp) {
        RowWish::Up
    } else if pressed(Key::ArrowDown) {
        RowWish::Down
    } else {
        return;
    };
    move_row(cx.plan, place.block, row, wish, out);
}

const fn can_move(block: Block) -> bool {
    matches!(
        block,
        Block::Output
            | Block::Indicator
            | Block::Assumption
            | Block::Precondition
            | Block::Input
            | Block::Activity
    )
}

/// Moves a row among those of its cell, or deletes it.
pub(super) fn move_row(plan: &Plan, block: Block, row: RowId, wish: RowWish, out: &mut Outbox) {
    let edit = match wish {
        RowWish::Delete => in_cell(plan, block, row).map(|c| c.delete),
        RowWish::Up => in_cell(plan, block, row).and_then(|c| c.up),
        RowWish::Down => in_cell(plan, block, row).and_then(|c| c.down),
    };
    if let Some(edit) = edit {
        out.edit(edit);
    }
}

/// Whether a row is the first and the last one of its cell.
pub(super) fn ends(plan: &Plan, block: Block, row: RowId) -> (bool, bool) {
    in_cell(plan, block, row).map_or((true, true), |c| (c.up.is_none(), c.down.is_none()))
}

/// What can be done to a row among those of its cell.
struct InCell {
    up: Option<Edit>,
    down: Option<Edit>,
    delete: Edit,
}

fn in_cell(plan: &Plan, block: Block, row: RowId) -> Option<InCell> {
    match block {
        Block::Output => among(&plan.outputs, Id::from_bits(row), |_, _| true),
        Block::Indicator => among(&plan.indicators, Id::from_bits(row), |a, b| a.of == b.of),
        Block::Assumption => among(&plan.assumptions, Id::from_bits(row), |a, b| spot_of(a) == spot_of(b)),
        Block::Precondition => among(&plan.preconditions, Id::from_bits(row), |_, _| true),
        Block::Input => among(&plan.inputs, Id::from_bits(row), |_, _| true),
        Block::Activity => {
            among(&plan.activities, Id::from_bits(row), |a, b| (a.output, a.parent) == (b.output, b.parent))
        }
        _ => None,
    }
}

/// Puts a row into a cell: before or behind a row of it, or at its end. Nothing when the row stands there already.
pub(super) fn put(
    plan: &Plan,
    block: Block,
    row: RowId,
    cell: Cell,
    beside: (Option<RowId>, bool),
) -> Option<Edit> {
    let stays = cell_of(plan, block, row)? == cell;
    let is_in = |block: Block, id: RowId| cell_of(plan, block, id) == Some(cell);
    let (table, changes) = match (block, cell) {
        (Block::Output, _) => (placed(&plan.outputs, row, beside, |_| true), vec![]),
        (Block::Precondition, _) => (placed(&plan.preconditions, row, beside, |_| true), vec![]),
        (Block::Input, _) => (placed(&plan.inputs, row, beside, |_| true), vec![]),
        (Block::Indicator, Cell::Result(of)) => {
            let change = Indicator::change(Id::from_bits(row), IndicatorField::Of(of));
            (placed(&plan.indicators, row, beside, |i| is_in(block, i.id.bits())), vec![change])
        }
        (Block::Assumption, Cell::Spot((level, output))) => {
            let set = |change| Assumption::change(Id::from_bits(row), change);
            let changes = [AssumptionField::Level(Some(level)), AssumptionField::Output(output)].map(set);
            (placed(&plan.assumptions, row, beside, |a| is_in(block, a.id.bits())), changes.to_vec())
        }
        (Block::Activity, Cell::Output(output)) => {
            let change = Activity::change(Id::from_bits(row), ActivityField::Output(output));
            let is_beside = |a: &Activity| a.parent.is_none() && a.output == output;
            (placed(&plan.activities, row, beside, is_beside), vec![change])
        }
        _ => return None,
    };
    let (edit, is_there) = table?;
    match (stays, is_there) {
        (true, true) => None,
        (true, false) => Some(edit),
        (false, _) => Some(Edit::Several("step-matrix-move", changes.into_iter().chain([edit]).collect())),
    }
}

/// The edit that puts a row before or behind another one of its new cell, and whether it stands there already.
fn placed<T: Row>(
    table: &Table<T>,
    row: RowId,
    (beside, is_before): (Option<RowId>, bool),
    is_in: impl Fn(&T) -> bool,
) -> Option<(Edit, bool)> {
    let id = Id::from_bits(row);
    let rows: Vec<Id<T>> = table.iter().filter(|r| is_in(r)).map(Row::id).collect();
    let beside = beside.map(Id::from_bits).or_else(|| rows.iter().copied().rfind(|other| *other != id));
    let Some(beside) = beside else { return Some((T::relocate(id, At::Last), rows.contains(&id))) };
    let at = rows.iter().position(|other| *other == beside)?;
    let neighbour = if is_before { at.checked_sub(1) } else { Some(at + 1) };
    let is_there = neighbour.and_then(|n| rows.get(n)) == Some(&id);
    Some((T::relocate(id, if is_before { At::Before(beside) } else { At::After(beside) }), is_there))
}

fn among<T: Row>(table: &Table<T>, id: Id<T>, is_beside: impl Fn(&T, &T) -> bool) -> Option<InCell> {
    let (position, row) = (table.position(id)?, table.get(id)?);
    let is_beside = |other: &&T| is_beside(other, row);
    let above = table.iter().take(position).rev().find(is_beside);
    let below = table.iter().skip(position + 1).find(is_beside);
    Some(InCell {
        up: above.map(|r| T::relocate(id, At::Before(r.id()))),
        down: below.map(|r| T::relocate(id, At::After(r.id()))),
        delete: T::delete(id),
    })
}
