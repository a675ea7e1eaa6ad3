//! The lists of results: outputs, indicators, where they are read, assumptions.

use super::{
    field_ui,
    rows::{add_button, framed, list_ui, of_row, title},
};
use crate::{
    plan::*,
    ui::{
        Cx, Outbox,
        kit::{fields, fields::Look},
        pages::{
            do_to_row,
            parts::{self, MENU, cells, note},
        },
    },
};
use egui::Ui;
use std::cell::OnceCell;

/// Fields 4 to 7: results, indicators, where they are read, assumptions.
pub(super) fn results_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let plan = cx.plan;
    let is_written = plan.outputs.iter().any(|o| !o.text.is_blank());
    field_ui(ui, cx, 4, "simple-results", is_written, |ui| {
        list_ui(ui, cx, out, "outputs", &plan.outputs, output_ui);
        if add_button(ui, cx, "simple-result-add") {
            parts::add_row(out, OUTPUT.text, Output::new);
        }
    });
    let is_written = plan.indicators.iter().any(|i| !i.text.is_blank());
    field_ui(ui, cx, 5, "simple-indicators", is_written, |ui| {
        let results = OnceCell::new();
        list_ui(ui, cx, out, "indicators", &plan.indicators, |ui, cx, out, i, row| {
            indicator_ui(ui, cx, out, i, row, results.get_or_init(|| results_of(cx)));
        });
        if add_button(ui, cx, "simple-indicator-add") {
            parts::add_row(out, INDICATOR.text, Indicator::new);
        }
    });
    let is_written = plan.indicators.iter().any(|i| !i.means.is_blank());
    field_ui(ui, cx, 6, "simple-means", is_written, |ui| {
        if plan.indicators.is_empty() {
            note(ui, &cx.words.get("simple-means-note"));
        }
        list_ui(ui, cx, out, "means", &plan.indicators, means_ui);
    });
    let is_written = plan.assumptions.iter().any(|a| !a.text.is_blank());
    field_ui(ui, cx, 7, "simple-assumptions", is_written, |ui| {
        list_ui(ui, cx, out, "assumptions", &plan.assumptions, assumption_ui);
        if add_button(ui, cx, "simple-assumption-add") {
            parts::add_row(out, ASSUMPTION.text, new_assumption);
        }
    });
}

/// In the short form an assumption is what the results need to reach the purpose.
fn new_assumption(id: Id<Assumption>) -> Assumption {
    Assumption { level: Some(MatrixLevel::Outputs), ..Assumption::new(id) }
}

fn output_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, output: &Output) {
    let table = &cx.plan.outputs;
    let name = parts::row_name::<Output>(cx, &(i + 1).to_string());
    if let Some(field) = parts::entered(ui, cx, output.id, &[OUTPUT.text]) {
        parts::down_or_add(table, output.id, (field, OUTPUT.text), out, Output::new);
    }
    cells(ui, &[24.0, 0.0, MENU], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), ""),
        1 => {
            let place = Place::cell(output.id, OUTPUT.text);
            let look = look.of(&name).hinting("hint-simple-result");
            fields::text(ui, cx, out, place, &output.text, look, |v| {
                Output::change(output.id, OutputField::Text(v))
            });
        }
        _ => {
            let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
            do_to_row(table, output.id, wish, out);
        }
    });
}

/// What an indicator can measure, with names.
fn results_of(cx: &Cx<'_>) -> Vec<(ResultRef, String)> {
    let named = |key: &str| cx.words.get(key).into_owned();
    let outputs = cx.plan.outputs.iter().map(|output| {
        let number = cx.derived.numbering.output(output.id);
        let name = parts::row_name::<Output>(cx, number);
        (ResultRef::Output(output.id), format!("{name}: {}", title(cx, &output.text)))
    });
    [(ResultRef::Purpose, named(MATRIX.purpose.words())), (ResultRef::Goal, named(MATRIX.goal.words()))]
        .into_iter()
        .chain(outputs)
        .collect()
}

fn indicator_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    i: usize,
    indicator: &Indicator,
    results: &[(ResultRef, String)],
) {
    let table = &cx.plan.indicators;
    let name = parts::row_name::<Indicator>(cx, &(i + 1).to_string());
    let cell = |field| Place::cell(indicator.id, field);
    let set = |field| Indicator::change(indicator.id, field);
    let like_this = |id| Indicator { of: indicator.of, ..Indicator::new(id) };
    let names = [INDICATOR.text, INDICATOR.target, INDICATOR.unit, INDICATOR.target_on];
    if let Some(field) = parts::entered(ui, cx, indicator.id, &names) {
        parts::down_or_add(table, indicator.id, (field, INDICATOR.text), out, like_this);
    }
    let line = Look::LINE.of(&name);
    framed(ui, |ui| {
        cells(ui, &[24.0, 0.0, MENU], |ui, column, look| match column {
            0 => of_row(ui, &(i + 1).to_string(), ""),
            1 => {
                let look = look.of(&name).hinting("hint-simple-indicator");
                fields::text(ui, cx, out, cell(INDICATOR.text), &indicator.text, look, |v| {
                    set(IndicatorField::Text(v))
                });
            }
            _ => {
                let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
                do_to_row(table, indicator.id, wish, out);
            }
        });
        cells(ui, &[0.0, 100.0, 120.0, 130.0], |ui, column, _| match column {
            0 => {
                let of = cell(INDICATOR.of);
                fields::pick(ui, cx, out, of, Some(&indicator.of), results, line, |v| {
                    set(IndicatorField::Of(v.copied().unwrap_or_default()))
                });
            }
            1 => {
                let look = line.wide(100.0);
                fields::number(ui, cx, out, cell(INDICATOR.target), indicator.target, look, |v| {
                    set(IndicatorField::Target(v))
                });
            }
            2 => fields::text(ui, cx, out, cell(INDICATOR.unit), &indicator.unit, line, |v| {
                set(IndicatorField::Unit(v))
            }),
            _ => {
                let look = line.wide(130.0);
                fields::day(ui, cx, out, cell(INDICATOR.target_on), indicator.target_on, look, |v| {
                    set(IndicatorField::TargetOn(v))
                });
            }
        });
    });
}

fn means_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, indicator: &Indicator) {
    let name = parts::row_name::<Indicator>(cx, &(i + 1).to_string());
    cells(ui, &[220.0, 0.0], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), title(cx, &indicator.text)),
        _ => {
            let place = Place::cell(indicator.id, INDICATOR.means);
            let look = look.of(&name).hinting("hint-simple-means");
            fields::text(ui, cx, out, place, &indicator.means, look, |v| {
                Indicator::change(indicator.id, IndicatorField::Means(v))
            });
        }
    });
}

fn assumption_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, assumption: &Assumption) {
    let table = &cx.plan.assumptions;
    let name = parts::row_name::<Assumption>(cx, &(i + 1).to_string());
    if let Some(field) = parts::entered(ui, cx, assumption.id, &[ASSUMPTION.text]) {
        parts::down_or_add(table, assumption.id, (field, ASSUMPTION.text), out, new_assumption);
    }
    cells(ui, &[24.0, 0.0, MENU], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), ""),
        1 => {
            let place = Place::cell(assumption.id, ASSUMPTION.text);
            let look = look.of(&name).hinting("hint-simple-assumption");
            fields::text(ui, cx, out, place, &assumption.text, look, |v| {
                Assumption::change(assumption.id, AssumptionField::Text(v))
            });
        }
        _ => {
            let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
            do_to_row(table, assumption.id, wish, out);
        }
    });
}
