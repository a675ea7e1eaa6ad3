//! The fields of the short form that are lists: results, indicators, assumptions, activities, money.

use super::field_ui;
use crate::{
    analysis::Placed,
    locale::{grouped, money_form},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, LongList, RowWish, fields, fields::Look, tokens},
        pages::{
            do_to_row,
            parts::{self, MENU, cells, note},
        },
    },
};
use egui::{Frame, Margin, Stroke, Ui};
use std::cell::OnceCell;

/// A row that needs two lines, on a surface of its own.
fn framed(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin { left: 10, right: 4, top: 6, bottom: 8 })
        .show(ui, content);
}

/// The rows of a table, each shown by `row`.
fn list_ui<T: Row>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    id: &str,
    table: &Table<T>,
    row: impl Fn(&mut Ui, &Cx<'_>, &mut Outbox, usize, &T),
) {
    let position = |row| table.position(Id::from_bits(row));
    let list = LongList { id, block: T::BLOCK, count: table.len(), position: &position };
    list.show(ui, cx, out, |ui, out, i| {
        if let Some(found) = table.at(i) {
            row(ui, cx, out, i, found);
        }
    });
}

fn add_button(ui: &mut Ui, cx: &Cx<'_>, key: &str) -> bool {
    kit::link_button(ui, &cx.words.get(key)).clicked()
}

/// The beginning of a text of a row, as the name of what belongs to it.
fn title<'a>(cx: &Cx<'_>, text: &'a Text) -> &'a str {
    let langs: Vec<Lang> = cx.shown.iter().chain(cx.plan.languages()).cloned().collect();
    text.best(&langs).raw()
}

/// The number and the text of a row, softly, before a field that belongs to it.
fn of_row(ui: &mut Ui, number: &str, words: &str) {
    let said = if words.is_empty() { number.to_owned() } else { format!("{number}  {words}") };
    ui.add_space(7.0);
    text::label_elided(ui, &said, Style::small().color(tokens(ui).ink_soft));
}

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

/// Field 8: activities, by whom, where, from when to when.
pub(super) fn activities_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let is_written = cx.plan.activities.iter().any(|a| !a.name.is_blank());
    field_ui(ui, cx, 8, "simple-activities", is_written, |ui| {
        let placed = cx.derived.numbering.activities();
        let position = |row| cx.derived.numbering.position(Id::from_bits(row));
        let list =
            LongList { id: "activities", block: Block::Activity, count: placed.len(), position: &position };
        list.show(ui, cx, out, |ui, out, i| {
            if let Some(activity) = cx.plan.activities.get(placed[i].id) {
                activity_ui(ui, cx, out, activity, placed.get(i + 1).map(|next| next.id));
            }
        });
        if add_button(ui, cx, "simple-activity-add") {
            let last = placed.last().and_then(|at| at.output);
            let only = cx.plan.outputs.at(0).filter(|_| cx.plan.outputs.len() == 1).map(|o| o.id);
            parts::add_row(out, ACTIVITY.name, |id| Activity { output: last.or(only), ..Activity::new(id) });
        }
    });
}

/// The activities before and after one that it can change places with: of the same output or the same larger activity.
fn siblings(cx: &Cx<'_>, activity: &Activity) -> (Option<Id<Activity>>, Option<Id<Activity>>) {
    let placed = cx.derived.numbering.activities();
    let Some(at) = cx.derived.numbering.position(activity.id) else { return (None, None) };
    let me = &placed[at];
    let next_to_me = |mut others: Box<dyn Iterator<Item = &Placed> + '_>| {
        let other = others.find(|other| other.depth <= me.depth)?;
        (other.depth == me.depth && other.output == me.output).then_some(other.id)
    };
    (next_to_me(Box::new(placed[..at].iter().rev())), next_to_me(Box::new(placed[at + 1..].iter())))
}

fn activity_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, next: Option<Id<Activity>>) {
    let number = cx.derived.numbering.activity(activity.id);
    // Without a result the list has no number of its own; the first part would be a nought.
    let number = number.strip_prefix("0.").unwrap_or(number);
    let name = parts::row_name::<Activity>(cx, number);
    let cell = |field| Place::cell(activity.id, field);
    let set = |field| Activity::change(activity.id, field);
    let names = [ACTIVITY.name, ACTIVITY.responsible, ACTIVITY.place, ACTIVITY.start, ACTIVITY.finish];
    if let Some(field) = parts::entered(ui, cx, activity.id, &names) {
        match next {
            Some(next) => out.go(Place::cell(next, field)),
            None => parts::add_row(out, ACTIVITY.name, |id| Activity {
                output: activity.output,
                parent: activity.parent,
                ..Activity::new(id)
            }),
        }
    }
    let line = Look::LINE.of(&name);
    framed(ui, |ui| {
        cells(ui, &[34.0, 0.0, MENU], |ui, column, look| match column {
            0 => of_row(ui, number, ""),
            1 => {
                let look = look.of(&name).hinting("hint-simple-activity");
                fields::text(ui, cx, out, cell(ACTIVITY.name), &activity.name, look, |v| {
                    set(ActivityField::Name(v))
                });
            }
            _ => activity_menu_ui(ui, cx, out, activity, &name),
        });
        cells(ui, &[0.0, 0.0, 120.0, 120.0], |ui, column, _| match column {
            0 => fields::text(ui, cx, out, cell(ACTIVITY.responsible), &activity.responsible, line, |v| {
                set(ActivityField::Responsible(v))
            }),
            1 => fields::text(ui, cx, out, cell(ACTIVITY.place), &activity.place, line, |v| {
                set(ActivityField::Place(v))
            }),
            2 => fields::day(ui, cx, out, cell(ACTIVITY.start), activity.start, line.wide(120.0), |v| {
                set(ActivityField::Start(v))
            }),
            _ => fields::day(ui, cx, out, cell(ACTIVITY.finish), activity.finish, line.wide(120.0), |v| {
                set(ActivityField::Finish(v))
            }),
        });
    });
}

fn activity_menu_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, name: &str) {
    let (before, after) = siblings(cx, activity);
    match parts::menu_ui(ui, cx, name, (before.is_none(), after.is_none())) {
        Some(RowWish::Delete) => out.edit(Activity::delete(activity.id)),
        Some(RowWish::Up) => {
            if let Some(before) = before {
                out.edit(Activity::relocate(activity.id, At::Before(before)));
            }
        }
        Some(RowWish::Down) => {
            if let Some(after) = after {
                out.edit(Activity::relocate(activity.id, At::After(after)));
            }
        }
        None => {}
    }
}

/// Fields 17 and 18: what it costs, and who pays each line.
pub(super) fn money_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let plan = cx.plan;
    field_ui(ui, cx, 17, "simple-budget", plan.budget.iter().any(|b| b.unit_cost.is_some()), |ui| {
        list_ui(ui, cx, out, "budget", &plan.budget, line_ui);
        for money in cx.derived.totals.all.iter() {
            let grouping = plan.identity.grouping.unwrap_or(Grouping::Thousands);
            let amount = format!("{} {}", money.currency, grouped(money_form(money.amount), grouping));
            let said = cx.words.with("simple-total", &[("amount", amount.into())]);
            text::label(ui, &said, Style::body().strong());
        }
        if add_button(ui, cx, "simple-budget-add") {
            parts::add_row(out, BUDGET.item, BudgetLine::new);
        }
    });
    field_ui(ui, cx, 18, "simple-funding", plan.budget.iter().any(|b| b.source.is_some()), |ui| {
        if plan.budget.is_empty() {
            note(ui, &cx.words.get("simple-funding-note"));
        }
        list_ui(ui, cx, out, "funding", &plan.budget, funding_ui);
    });
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, line: &BudgetLine) {
    let table = &cx.plan.budget;
    let name = parts::row_name::<BudgetLine>(cx, &(i + 1).to_string());
    if let Some(field) = parts::entered(ui, cx, line.id, &[BUDGET.item, BUDGET.unit_cost]) {
        parts::down_or_add(table, line.id, (field, BUDGET.item), out, BudgetLine::new);
    }
    cells(ui, &[24.0, 0.0, 56.0, 130.0, MENU], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), ""),
        1 => {
            let place = Place::cell(line.id, BUDGET.item);
            let look = look.of(&name).hinting("hint-simple-item");
            fields::text(ui, cx, out, place, &line.item, look, |v| {
                BudgetLine::change(line.id, BudgetField::Item(v))
            });
        }
        2 => before_amount_ui(ui, cx, line),
        3 => {
            let place = Place::cell(line.id, BUDGET.unit_cost);
            let is_one = line.quantity.is_none_or(|n| n == Decimal::ONE);
            let look = if is_one { look.labelled("simple-amount") } else { look };
            let look = look.of(&name).hinting("simple-amount");
            fields::number(ui, cx, out, place, line.unit_cost, look, |v| {
                BudgetLine::change(line.id, BudgetField::UnitCost(v))
            });
        }
        _ => {
            let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
            do_to_row(table, line.id, wish, out);
        }
    });
}

/// The currency of an amount, and how many times it counts when the full method says more than once.
fn before_amount_ui(ui: &mut Ui, cx: &Cx<'_>, line: &BudgetLine) {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let times = line.quantity.filter(|n| *n != Decimal::ONE).map(|n| format!("{} ×", grouped(n, grouping)));
    let currency = line.currency.or(cx.plan.identity.currency).map(|c| c.to_string());
    let said = times.or(currency).unwrap_or_default();
    ui.add_space(7.0);
    let style = Style::small().color(tokens(ui).ink_soft).align(text::Align::End).fill().elided();
    text::label(ui, &said, style);
}

fn funding_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, line: &BudgetLine) {
    let name = parts::row_name::<BudgetLine>(cx, &(i + 1).to_string());
    cells(ui, &[200.0, 180.0, 0.0], |ui, column, look| match column {
        0 => of_row(ui, &(i + 1).to_string(), title(cx, &line.item)),
        1 => {
            let place = Place::cell(line.id, BUDGET.source);
            fields::choice(ui, cx, out, place, line.source, look.of(&name), |v| {
                BudgetLine::change(line.id, BudgetField::Source(v))
            });
        }
        _ => {
            let place = Place::cell(line.id, BUDGET.funder);
            let look = look.of(&name).hinting("hint-simple-funder");
            fields::text(ui, cx, out, place, &line.funder, look, |v| {
                BudgetLine::change(line.id, BudgetField::Funder(v))
            });
        }
    });
}
