//! The cells of indicators: what is measured, its values where the layout has columns for them, and where they are read.

use super::{View, cells, drag, form::Column, grid::Grid, library};
use crate::{
    checks::place_name,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look},
    },
};
use egui::Ui;

/// The indicators of a result, each with its source beside it.
pub(super) fn indicators_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    (grid, of): (&Grid, ResultRef),
    indicators: &[&Indicator],
) {
    let columns = view.form.columns();
    let last = columns.len() - 1;
    if grid.is_stacked {
        cells::label_ui(ui, cx, "matrix-indicators");
    }
    for (i, indicator) in indicators.iter().enumerate() {
        let name = place_name(&Place::row(indicator.id), cx.plan, cx.derived, cx.words);
        let rect = grid.item(ui, 1..last, i == 0, |ui, column| {
            ui.push_id((indicator.id.bits(), column), |ui| {
                cells::bare(ui);
                if grid.is_stacked && column > 1 {
                    cells::label_ui(ui, cx, columns[column].2);
                }
                indicator_ui(ui, cx, view, out, (indicator, &name), columns[column].0);
            });
        });
        let place = Place::row(indicator.id);
        drag::row_ui(ui, cx, &mut view.hand, (place, &name), drag::Cell::Result(of), rect);
    }
    let rect = grid.item(ui, 1..2, true, |ui, _| {
        let owner = cells::result_name(cx, view, of);
        let add = cells::add_button(ui, cx, "matrix-add-indicator", Some(&owner));
        if add.clicked() {
            let row = Indicator { of, ..Indicator::new(out.new_id()) };
            out.go(Place::cell(row.id, INDICATOR.text));
            out.edit(Indicator::add(row, At::Last));
        }
        library::add_ui(ui, cx, view, of, &owner);
    });
    drag::end(&mut view.hand, Block::Indicator, drag::Cell::Result(of), rect);
}

fn indicator_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    (indicator, name): (&Indicator, &str),
    column: Column,
) {
    let id = indicator.id;
    let at = |field| Place::cell(id, field);
    let set = |change| Indicator::change(id, change);
    let (cell, line) = (Look::TALL_CELL.of(name), Look::CELL.of(name));
    match column {
        Column::Indicator => {
            fields::text(ui, cx, out, at(INDICATOR.text), &indicator.text, cell, |v| {
                set(IndicatorField::Text(v))
            });
            if !view.form.columns().iter().any(|(c, ..)| *c == Column::Means) {
                cells::label_ui(ui, cx, "matrix-sources");
                indicator_ui(ui, cx, view, out, (indicator, name), Column::Means);
            }
            let values = if view.form.has_values() { String::new() } else { values_of(cx, indicator) };
            let empty = if view.form.has_values() { "matrix-more" } else { "matrix-values-none" };
            let (said, is_empty) =
                if values.is_empty() { (cx.words.get(empty).into_owned(), true) } else { (values, false) };
            cells::opener_ui(ui, cx, view, Place::row(id), name, (&said, is_empty));
        }
        Column::Means => {
            fields::text(ui, cx, out, at(INDICATOR.means), &indicator.means, cell, |v| {
                set(IndicatorField::Means(v))
            });
        }
        Column::Baseline => {
            fields::number(ui, cx, out, at(INDICATOR.baseline), indicator.baseline, line, |v| {
                set(IndicatorField::Baseline(v))
            });
            fields::day(ui, cx, out, at(INDICATOR.baseline_on), indicator.baseline_on, line, |v| {
                set(IndicatorField::BaselineOn(v))
            });
        }
        Column::Target => {
            fields::number(ui, cx, out, at(INDICATOR.target), indicator.target, line, |v| {
                set(IndicatorField::Target(v))
            });
            fields::day(ui, cx, out, at(INDICATOR.target_on), indicator.target_on, line, |v| {
                set(IndicatorField::TargetOn(v))
            });
        }
        Column::Milestones => {
            for milestone in &indicator.milestones {
                let value = milestone.value.map(|v| cells::number(cx, v));
                let day = milestone.on.map(|d| kit::Dates::new(cx).shown(d));
                let said: Vec<_> = value.into_iter().chain(day).collect();
                text::label(ui, &said.join(" · "), Style::small());
            }
        }
        Column::Summary | Column::Assumptions => {}
    }
}

/// `from 0 to 40 workshops by 30 June 2019`, as far as it is known.
fn values_of(cx: &Cx<'_>, indicator: &Indicator) -> String {
    let unit = indicator.unit.best(cx.shown);
    let unit = match indicator.measure {
        Some(Measure::Percent) if unit.is_blank() => "%",
        _ => unit.raw().trim(),
    };
    let with_unit = |n: String| if unit.is_empty() { n } else { format!("{n} {unit}") };
    let (baseline, target) =
        (indicator.baseline.map(|v| cells::number(cx, v)), indicator.target.map(|v| cells::number(cx, v)));
    let values = match (baseline, target) {
        (Some(b), Some(t)) => {
            cx.words.with("matrix-values-both", &[("baseline", b.into()), ("target", with_unit(t).into())])
        }
        (Some(b), None) => cx.words.with("matrix-values-baseline", &[("baseline", with_unit(b).into())]),
        (None, Some(t)) => cx.words.with("matrix-values-target", &[("target", with_unit(t).into())]),
        (None, None) => return String::new(),
    };
    match indicator.target_on {
        Some(day) => {
            let day = kit::Dates::new(cx).in_words(day);
            cx.words.with("matrix-values-by", &[("values", values.into()), ("day", day.into())])
        }
        None => values,
    }
}
