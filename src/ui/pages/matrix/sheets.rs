//! Sheets: what else belongs to a row, unfolded under it.

use super::{View, cells, library, order};
use crate::{
    checks::place_name,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self, RowWish,
            cells::Stand,
            columns_or_stack,
            draft::{self, DraftLook},
            fields,
            fields::Look,
            tokens,
        },
    },
};
use egui::{Frame, Margin, Ui};

/// The frame of a sheet: what it is about, the buttons of the row, its fields.
fn sheet(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    place: Place,
    content: impl FnOnce(&mut Ui, &mut Outbox, &str),
) {
    let (true, Some(row)) = (view.is_open(place), place.row) else { return };
    let t = tokens(ui);
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    let shown = Frame::new()
        .fill(t.indigo_wash)
        .inner_margin(Margin { left: 16, right: 12, top: 8, bottom: 12 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            ui.horizontal(|ui| {
                text::label(ui, &name, Style::body().strong());
                // An output has its buttons in the grid.
                if place.block == Block::Output {
                    return;
                }
                let (is_first, is_last) = order::ends(cx.plan, place.block, row);
                if let Some(wish) = kit::row_menu(ui, cx.words, &name, is_first, is_last) {
                    if wish == RowWish::Delete {
                        view.open = None;
                    }
                    order::move_row(cx.plan, place.block, row, wish, out);
                }
            });
            content(ui, out, &name);
            for finding_at in grid_places(place).into_iter().chain([place]) {
                fields::findings_ui(ui, cx, out, finding_at);
            }
            let done = kit::button(ui, &cx.words.get("matrix-done"));
            if done.clicked() {
                view.open = None;
            }
        });
    let rect = shown.response.rect;
    let bar = egui::Rect::from_min_size(rect.min, egui::vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, 0.0, t.indigo);
    if view.is_new {
        view.is_new = false;
        ui.scroll_to_rect(rect, None);
    }
}

/// The fields of the row whose findings have no room in the grid.
fn grid_places(place: Place) -> Vec<Place> {
    let fields: &[Field] = match place.block {
        Block::Indicator => &[INDICATOR.text, INDICATOR.means],
        Block::Assumption => &[ASSUMPTION.text],
        Block::Input => &[INPUT.text],
        Block::Precondition => &[PRECONDITION.text],
        _ => &[],
    };
    fields.iter().map(|field| Place { field: Some(*field), ..place }).collect()
}

/// Everything about an indicator that the grid does not show.
pub(super) fn indicator_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    indicator: &Indicator,
) {
    let place = Place::row(indicator.id);
    let has_values = view.form.has_values();
    let results: Vec<(ResultRef, String)> = if view.is_open(place) {
        let outputs = cx.plan.outputs.iter().map(|o| ResultRef::Output(o.id));
        let all = [ResultRef::Goal, ResultRef::Purpose].into_iter().chain(outputs);
        all.map(|of| (of, cells::result_name(cx, view, of))).collect()
    } else {
        Vec::new()
    };
    let mut picking = None;
    sheet(ui, cx, view, out, place, |ui, out, name| {
        picking = library::origin_ui(ui, cx, out, indicator, name);
        what_ui(ui, cx, out, indicator, name);
        if !has_values {
            values_ui(ui, cx, out, indicator, name);
        }
        milestones_ui(ui, cx, out, indicator, name);
        collection_ui(ui, cx, out, indicator, name);
        people_ui(ui, cx, out, indicator, name);
        let at = Place::cell(indicator.id, INDICATOR.of);
        fields::pick(ui, cx, out, at, Some(&indicator.of), &results, Look::LINE.of(name), |of| {
            Indicator::change(indicator.id, IndicatorField::Of(of.copied().unwrap_or(indicator.of)))
        });
    });
    if picking.is_some() {
        view.picking = picking;
    }
}

fn what_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, indicator: &Indicator, name: &str) {
    let at = |field| Place::cell(indicator.id, field);
    let set = |change| Indicator::change(indicator.id, change);
    let (line, area) = (Look::LINE.of(name), Look { rows: 2, ..Look::AREA.of(name) });
    fields::text(ui, cx, out, at(INDICATOR.definition), &indicator.definition, area, |v| {
        set(IndicatorField::Definition(v))
    });
    columns_or_stack(ui, 3, 180.0, |ui, i| match i {
        0 => fields::choice(ui, cx, out, at(INDICATOR.measure), indicator.measure, line, |v| {
            set(IndicatorField::Measure(v))
        }),
        1 => fields::text(ui, cx, out, at(INDICATOR.unit), &indicator.unit, line, |v| {
            set(IndicatorField::Unit(v))
        }),
        _ => fields::choice(ui, cx, out, at(INDICATOR.direction), indicator.direction, line, |v| {
            set(IndicatorField::Direction(v))
        }),
    });
    let is_share = indicator.measure == Some(Measure::Percent);
    if is_share || !indicator.numerator.is_blank() || !indicator.denominator.is_blank() {
        columns_or_stack(ui, 2, 240.0, |ui, i| match i {
            0 => fields::text(ui, cx, out, at(INDICATOR.numerator), &indicator.numerator, line, |v| {
                set(IndicatorField::Numerator(v))
            }),
            _ => fields::text(ui, cx, out, at(INDICATOR.denominator), &indicator.denominator, line, |v| {
                set(IndicatorField::Denominator(v))
            }),
        });
    }
}

fn values_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, indicator: &Indicator, name: &str) {
    let at = |field| Place::cell(indicator.id, field);
    let set = |change| Indicator::change(indicator.id, change);
    let line = Look::LINE.of(name).wide(150.0);
    columns_or_stack(ui, 4, 160.0, |ui, i| match i {
        0 => fields::number(ui, cx, out, at(INDICATOR.baseline), indicator.baseline, line, |v| {
            set(IndicatorField::Baseline(v))
        }),
        1 => fields::day(ui, cx, out, at(INDICATOR.baseline_on), indicator.baseline_on, line, |v| {
            set(IndicatorField::BaselineOn(v))
        }),
        2 => fields::number(ui, cx, out, at(INDICATOR.target), indicator.target, line, |v| {
            set(IndicatorField::Target(v))
        }),
        _ => fields::day(ui, cx, out, at(INDICATOR.target_on), indicator.target_on, line, |v| {
            set(IndicatorField::TargetOn(v))
        }),
    });
}

/// The values on the way: day and value, one line each.
fn milestones_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, indicator: &Indicator, name: &str) {
    let place = Place::cell(indicator.id, INDICATOR.milestones);
    let label = cx.words.get(INDICATOR.milestones.words());
    let edit = |out: &mut Outbox, change: &dyn Fn(&mut Vec<Milestone>)| {
        let mut all = indicator.milestones.clone();
        change(&mut all);
        out.edit(Indicator::change(indicator.id, IndicatorField::Milestones(all)));
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let ink = tokens(ui).ink_soft;
        text::label(ui, &label, Style::small().color(ink));
        for (i, milestone) in indicator.milestones.iter().enumerate() {
            let number = cx.words.with("matrix-milestone", &[("number", (i + 1).into())]);
            let owner = format!("{name}, {number}");
            let slot = |part: &str| egui::Id::unique(("milestone", place, i, part));
            let named = |field: &str| format!("{owner}, {}", cx.words.get(field));
            ui.horizontal(|ui| {
                let dates = kit::Dates::new(cx);
                let (name, hint) = (named("matrix-milestone-on"), dates.hint(cx.today));
                let look = DraftLook { name: &name, hint: &hint, width: Some(150.0), stand: Stand::Window };
                let shown = milestone.on.map(|d| dates.shown(d)).unwrap_or_default();
                let done = draft::field(ui, slot("on"), &shown, &look, |text| dates.read(text));
                let picked = kit::day_picker::choose(ui, cx, &dates, &done.response, milestone.on, &name);
                if let Some(on) = picked.or(done.value) {
                    edit(out, &|all| all[i].on = on);
                }
                let (name, hint) = (named("matrix-milestone-value"), cx.words.get("matrix-milestone-value"));
                let look = DraftLook { name: &name, hint: &hint, width: Some(150.0), stand: Stand::Window };
                let shown = milestone.value.map(|v| cells::number(cx, v)).unwrap_or_default();
                let read = draft::quantity_reader(cx);
                if let Some(value) = draft::field(ui, slot("value"), &shown, &look, read).value {
                    edit(out, &|all| all[i].value = value);
                }
                let remove = cx.words.with("row-delete", &[("name", owner.as_str().into())]);
                if kit::icon_button(ui, kit::Icon::Cross, &remove).clicked() {
                    edit(out, &|all| {
                        all.remove(i);
                    });
                }
            });
        }
        let add = cells::add_button(ui, cx, "matrix-add-milestone", Some(name));
        fields::visit(cx, out, place, &add);
        if add.clicked() {
            edit(out, &|all| all.push(Milestone::default()));
        }
        fields::findings_ui(ui, cx, out, place);
    });
}

fn collection_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, indicator: &Indicator, name: &str) {
    let at = |field| Place::cell(indicator.id, field);
    let set = |change| Indicator::change(indicator.id, change);
    let line = Look::LINE.of(name);
    columns_or_stack(ui, 3, 180.0, |ui, i| match i {
        0 => fields::text(ui, cx, out, at(INDICATOR.method), &indicator.method, line, |v| {
            set(IndicatorField::Method(v))
        }),
        1 => fields::choice(ui, cx, out, at(INDICATOR.frequency), indicator.frequency, line, |v| {
            set(IndicatorField::Frequency(v))
        }),
        _ => fields::text(ui, cx, out, at(INDICATOR.responsible), &indicator.responsible, line, |v| {
            set(IndicatorField::Responsible(v))
        }),
    });
}

/// Whether people are counted, and by what the values are split.
fn people_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, indicator: &Indicator, name: &str) {
    let id = indicator.id;
    let at = Place::cell(id, INDICATOR.people);
    fields::check(ui, cx, out, at, indicator.people, Look::LINE.of(name), |v| {
        Indicator::change(id, IndicatorField::People(v))
    });
    if !indicator.people && indicator.splits.is_empty() {
        return;
    }
    let place = Place::cell(id, INDICATOR.splits);
    ui.horizontal_wrapped(|ui| {
        let ink = tokens(ui).ink_soft;
        text::label(ui, &cx.words.get(INDICATOR.splits.words()), Style::small().color(ink));
        for split in Split::ALL {
            let is_on = indicator.splits.contains(split);
            let galley = text::galley(ui.ctx(), &cx.words.get(split.words()), &Style::body(), f32::INFINITY);
            let response = ui.add(egui::Button::selectable(is_on, galley));
            if response.clicked() {
                let has = |s: &Split| indicator.splits.contains(s) != (s == split);
                let next = Split::ALL.iter().copied().filter(has).collect();
                out.edit(Indicator::change(id, IndicatorField::Splits(next)));
            }
            fields::visit(cx, out, place, &response);
        }
    });
    fields::findings_ui(ui, cx, out, place);
}

/// Level, certainty, response and owner of an assumption.
pub(super) fn assumption_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    assumption: &Assumption,
) {
    let id = assumption.id;
    let at = |field| Place::cell(id, field);
    let set = |change| Assumption::change(id, change);
    sheet(ui, cx, view, out, Place::row(id), |ui, out, name| {
        let line = Look::LINE.of(name);
        columns_or_stack(ui, 2, 240.0, |ui, i| match i {
            0 => fields::choice(ui, cx, out, at(ASSUMPTION.certainty), assumption.certainty, line, |v| {
                set(AssumptionField::Certainty(v))
            }),
            _ => fields::text(ui, cx, out, at(ASSUMPTION.owner), &assumption.owner, line, |v| {
                set(AssumptionField::Owner(v))
            }),
        });
        let note = match assumption.certainty {
            Some(Certainty::AlmostCertain) => Some("matrix-almost-certain-note"),
            Some(Certainty::Unlikely) => Some("matrix-unlikely-note"),
            Some(Certainty::Likely) | None => None,
        };
        if let Some(note) = note {
            cells::guide_ui(ui, cx, note);
        }
        let area = Look { rows: 2, ..Look::AREA.of(name) };
        fields::text(ui, cx, out, at(ASSUMPTION.response), &assumption.response, area, |v| {
            set(AssumptionField::Response(v))
        });
        columns_or_stack(ui, 2, 240.0, |ui, i| match i {
            0 => fields::choice(ui, cx, out, at(ASSUMPTION.level), assumption.level, line, |v| {
                set(AssumptionField::Level(v))
            }),
            _ if assumption.output.is_none()
                && matches!(assumption.level, Some(MatrixLevel::Goal | MatrixLevel::Purpose)) => {}
            _ => {
                let outputs: Vec<_> = cx
                    .plan
                    .outputs
                    .iter()
                    .map(|o| (o.id, place_name(&Place::row(o.id), cx.plan, cx.derived, cx.words)))
                    .collect();
                let chosen = assumption.output.as_ref();
                fields::pick(ui, cx, out, at(ASSUMPTION.output), chosen, &outputs, line, |v| {
                    set(AssumptionField::Output(v.copied()))
                });
            }
        });
    });
}

/// The weight of an output.
pub(super) fn output_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, id: Id<Output>) {
    let Some(output) = cx.plan.outputs.get(id) else { return };
    sheet(ui, cx, view, out, Place::row(id), |ui, out, name| {
        let at = Place::cell(id, OUTPUT.weight);
        fields::number(ui, cx, out, at, output.weight, Look::LINE.of(name).wide(120.0), |v| {
            Output::change(id, OutputField::Weight(v))
        });
        let all: Decimal = cx.plan.outputs.iter().filter_map(|o| o.weight).sum();
        let said = cx.words.with("matrix-weights", &[("sum", all.normalize().to_string().into())]);
        text::label(ui, &said, Style::small().color(tokens(ui).ink_soft));
    });
}

/// Kind and giver of an input.
pub(super) fn input_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, input: &Input) {
    let id = input.id;
    sheet(ui, cx, view, out, Place::row(id), |ui, out, name| {
        let line = Look::LINE.of(name);
        columns_or_stack(ui, 2, 240.0, |ui, i| match i {
            0 => fields::choice(ui, cx, out, Place::cell(id, INPUT.kind), input.kind, line, |v| {
                Input::change(id, InputField::Kind(v))
            }),
            _ => fields::choice(ui, cx, out, Place::cell(id, INPUT.from), input.from, line, |v| {
                Input::change(id, InputField::From(v))
            }),
        });
    });
}

/// The day of a pre-condition.
pub(super) fn precondition_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    condition: &Precondition,
) {
    let id = condition.id;
    sheet(ui, cx, view, out, Place::row(id), |ui, out, name| {
        let at = Place::cell(id, PRECONDITION.by);
        fields::day(ui, cx, out, at, condition.by, Look::LINE.of(name), |v| {
            Precondition::change(id, PreconditionField::By(v))
        });
    });
}

#[cfg(test)]
mod tests;
