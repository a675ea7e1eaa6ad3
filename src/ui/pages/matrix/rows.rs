//! The rows of the matrix, from the goal down to the pre-conditions.

use super::{
    super::trees::links,
    Part, View, cells, drag,
    grid::{Cell, Grid},
    indicators,
    order::{MOST_ACTIVITIES, Parts, Spot},
    sheets,
};
use crate::{
    analysis::{Section, tree::Link},
    checks::place_name,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{fields, fields::Look, tokens},
    },
};
use egui::Ui;

/// Shows the whole grid.
pub(super) fn matrix_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, parts: &Parts<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let grid = Grid::new(ui, cx, view.form);
        grid.heading_ui(ui, cx, view.form);
        let mut row = Rows { cx, parts, grid: &grid };
        for of in [ResultRef::Goal, ResultRef::Purpose] {
            view.part(ui, cx, Part::Result(of), |ui, view| row.result_ui(ui, view, out, of));
        }
        for output in cx.plan.outputs.iter() {
            let of = ResultRef::Output(output.id);
            view.part(ui, cx, Part::Result(of), |ui, view| row.result_ui(ui, view, out, of));
        }
        row.all_outputs_ui(ui, view, out);
        row.activities_ui(ui, view, out);
    });
}

/// What all rows need.
struct Rows<'a> {
    cx: &'a Cx<'a>,
    parts: &'a Parts<'a>,
    grid: &'a Grid,
}

impl Rows<'_> {
    /// The row of a result, with the sheet that is unfolded in it.
    fn result_ui(&mut self, ui: &mut Ui, view: &mut View, out: &mut Outbox, of: ResultRef) {
        let (cx, grid) = (self.cx, self.grid);
        let last = grid.len() - 1;
        let cells = [Cell::over(0..1), Cell::list(1..last), Cell::over(last..last + 1)];
        let spot: Spot = match of {
            ResultRef::Goal => (MatrixLevel::Goal, None),
            ResultRef::Purpose => (MatrixLevel::Purpose, None),
            ResultRef::Output(id) => (MatrixLevel::Outputs, Some(id)),
        };
        let (indicators, assumptions) = (self.parts.indicators(of), self.parts.assumptions(spot));
        let rect = grid.row(ui, &cells, |ui, cell| match cell {
            0 => cells::summary_ui(ui, cx, view, out, of),
            1 => indicators::indicators_ui(ui, cx, view, out, (grid, of), indicators),
            _ => cells::assumptions_ui(ui, cx, view, out, spot, assumptions),
        });
        if let ResultRef::Output(id) = of {
            let place = Place::row(id);
            let name = place_name(&place, cx.plan, cx.derived, cx.words);
            drag::row_ui(ui, cx, &mut view.hand, (place, &name), drag::Cell::Only, rect);
            sheets::output_ui(ui, cx, view, out, id);
        }
        for indicator in indicators {
            sheets::indicator_ui(ui, cx, view, out, indicator);
        }
        for assumption in assumptions {
            sheets::assumption_ui(ui, cx, view, out, assumption);
        }
    }

    /// Under the outputs: a new one, and the assumptions that belong to all of them.
    fn all_outputs_ui(&mut self, ui: &mut Ui, view: &mut View, out: &mut Outbox) {
        let (cx, grid) = (self.cx, self.grid);
        let last = grid.len() - 1;
        let cells = [Cell::over(0..1), Cell::over(1..last), Cell::over(last..last + 1)];
        let spot = (MatrixLevel::Outputs, None);
        let assumptions = self.parts.assumptions(spot);
        let has_outputs = !cx.plan.outputs.is_empty();
        grid.row(ui, &cells, |ui, cell| match cell {
            0 => {
                let all = Place::block(Block::Output);
                if !has_outputs {
                    cells::label_ui(ui, cx, "matrix-outputs");
                    cells::guide_ui(ui, cx, "matrix-outputs-guide");
                }
                let add = cells::add_button(ui, cx, "matrix-add-output", None);
                // What is said of all outputs together stands here: that there are few, that their weights do not add up.
                let weights = Place::field(OUTPUT.weight);
                for place in [weights, all] {
                    fields::visit(cx, out, place, &add);
                }
                if add.clicked() {
                    let row = Output::new(out.new_id());
                    out.go(Place::cell(row.id, OUTPUT.text));
                    out.edit(Output::add(row, At::Last));
                }
                for place in [all, weights] {
                    fields::findings_ui(ui, cx, out, place);
                }
            }
            1 => {}
            _ if has_outputs || !assumptions.is_empty() => {
                cells::label_ui(ui, cx, "matrix-all-outputs");
                cells::assumptions_ui(ui, cx, view, out, spot, assumptions);
            }
            _ => {}
        });
        for assumption in assumptions {
            sheets::assumption_ui(ui, cx, view, out, assumption);
        }
    }

    /// Activities, inputs, assumptions and pre-conditions.
    fn activities_ui(&mut self, ui: &mut Ui, view: &mut View, out: &mut Outbox) {
        let (cx, grid) = (self.cx, self.grid);
        let last = grid.len() - 1;
        let cells = [Cell::over(0..1), Cell::over(1..last), Cell::over(last..last + 1)];
        let spot = (MatrixLevel::Activities, None);
        let assumptions = self.parts.assumptions(spot);
        grid.row(ui, &cells, |ui, cell| match cell {
            0 => self.activity_list_ui(ui, view, out),
            1 => cells::inputs_ui(ui, cx, view, out),
            _ => {
                if grid.is_stacked {
                    cells::label_ui(ui, cx, "matrix-assumptions");
                }
                cells::assumptions_ui(ui, cx, view, out, spot, assumptions);
                ui.add_space(8.0);
                cells::preconditions_ui(ui, cx, view, out);
            }
        });
        for input in cx.plan.inputs.iter() {
            sheets::input_ui(ui, cx, view, out, input);
        }
        for assumption in assumptions {
            sheets::assumption_ui(ui, cx, view, out, assumption);
        }
        for condition in cx.plan.preconditions.iter() {
            sheets::precondition_ui(ui, cx, view, out, condition);
        }
    }

    fn activity_list_ui(&self, ui: &mut Ui, view: &mut View, out: &mut Outbox) {
        let cx = self.cx;
        ui.horizontal(|ui| {
            cells::label_ui(ui, cx, "matrix-activities");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if cells::small_link(ui, &cx.words.get("matrix-to-operation")).clicked() {
                    out.wish(Wish::Show(Page::Section(Section::Activities)));
                }
            });
        });
        if cx.plan.outputs.is_empty() && cx.plan.activities.is_empty() {
            cells::guide_ui(ui, cx, "matrix-activities-guide");
        }
        for output in cx.plan.outputs.iter() {
            let of = Some(output.id);
            view.part(ui, cx, Part::Activities(of), |ui, view| self.activities_of_ui(ui, view, out, of));
        }
        if self.parts.activities(None).1 > 0 {
            view.part(ui, cx, Part::Activities(None), |ui, view| self.activities_of_ui(ui, view, out, None));
        }
    }

    fn activities_of_ui(&self, ui: &mut Ui, view: &mut View, out: &mut Outbox, output: Option<Id<Output>>) {
        let cx = self.cx;
        let t = tokens(ui);
        let (first, count) = self.parts.activities(output);
        let number = output.map(|o| cx.derived.numbering.output(o)).unwrap_or_default();
        let heading = match output {
            Some(_) => cx.words.with("matrix-for-output", &[("number", number.into())]),
            None => cx.words.get("matrix-for-no-output").into_owned(),
        };
        ui.add_space(6.0);
        text::label(ui, &heading, Style::small().color(t.ink_soft));
        for activity in first {
            activity_line(ui, cx, view, out, (activity, output));
        }
        if let Some(more) = count.checked_sub(first.len()).filter(|n| *n > 0) {
            let words = cx.words.with("matrix-more-activities", &[("count", more.into())]);
            if cells::small_link(ui, &words).clicked() {
                out.wish(Wish::Show(Page::Section(Section::Activities)));
            }
        }
        if output.is_some() {
            let add = cells::add_button(ui, cx, "matrix-add-activity", Some(&heading));
            drag::end(&mut view.hand, Block::Activity, drag::Cell::Output(output), add.rect);
            if add.clicked() {
                let row = Activity { output, ..Activity::new(out.new_id()) };
                let place = Place::cell(row.id, ACTIVITY.name);
                if count < MOST_ACTIVITIES {
                    cells::focus(ui, cx, place);
                } else {
                    out.go(place);
                }
                out.edit(Activity::add(row, At::Last));
            }
        }
    }
}

/// Number and name of an activity; the number leads to the plan of operation.
fn activity_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    (activity, output): (&Activity, Option<Id<Output>>),
) {
    let place = Place::row(activity.id);
    let owner = place_name(&place, cx.plan, cx.derived, cx.words);
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let number = cx.derived.numbering.activity(activity.id);
        let go = cells::small_link(ui, number);
        let said = cx.words.with("matrix-go-to", &[("name", owner.as_str().into())]);
        go.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &said));
        if go.clicked() {
            out.go(place);
        }
        ui.vertical(|ui| {
            cells::bare(ui);
            let at = Place::cell(activity.id, ACTIVITY.name);
            fields::text(ui, cx, out, at, &activity.name, Look::TALL_CELL.of(&owner), |v| {
                Activity::change(activity.id, ActivityField::Name(v))
            });
            links::row_ui(ui, cx, Link::Activity(activity.id), out);
        });
    });
    let rect = drag::with_margin(shown.response.rect);
    drag::row_ui(ui, cx, &mut view.hand, (place, &owner), drag::Cell::Output(output), rect);
}
