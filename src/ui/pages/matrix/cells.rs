//! What stands in the cells of the grid.

use super::{super::trees::links, View, drag, order::Spot};
use crate::{
    analysis::tree::Link,
    checks::{Severity, place_name},
    locale::grouped,
    plan::*,
    text::{self, Dir, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
    },
};
use egui::{Response, Role, Ui, WidgetInfo};

/// Fields without a border until the pointer or the focus is on them: the grid has lines enough.
pub(super) fn bare(ui: &mut Ui) {
    ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::NONE;
    ui.spacing_mut().button_padding = egui::vec2(4.0, 3.0);
}

/// Words of the page, as far from the edge as the words of [`bare`] fields.
pub(super) fn inset(ui: &mut Ui, words: &str, style: Style) {
    let margin = egui::Margin { left: 4, ..egui::Margin::ZERO };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| text::label(ui, words, style));
}

/// A heading inside a cell.
pub(super) fn label_ui(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let ink = tokens(ui).ink_soft;
    inset(ui, &cx.words.get(key), Style::small().strong().color(ink));
}

/// What to write into an empty cell.
pub(super) fn guide_ui(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let ink = tokens(ui).ink_soft;
    inset(ui, &cx.words.get(key), Style::small().color(ink));
}

/// Small words that can be clicked.
pub(super) fn small_link(ui: &mut Ui, words: &str) -> Response {
    let style = Style::small().color(tokens(ui).indigo);
    let galley = text::galley(ui.ctx(), words, &style, ui.available_width());
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
        ui.add(egui::Button::new(galley).frame_when_inactive(false).min_size(egui::vec2(0.0, 22.0)))
    })
    .inner
}

/// Adds something to this cell. `owner`: to what, for screen readers, where the words alone do not say it.
pub(super) fn add_button(ui: &mut Ui, cx: &Cx<'_>, key: &str, owner: Option<&str>) -> Response {
    let words = cx.words.get(key);
    let response = small_link(ui, &format!("+ {words}"));
    let name = owner.map_or_else(|| words.to_string(), |o| format!("{words}: {o}"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response
}

/// Gives the focus to the field of a row that is new in the next frame.
pub(super) fn focus(ui: &Ui, cx: &Cx<'_>, place: Place) {
    let id = fields::field_id(place, cx.shown.first());
    ui.memory_mut(|m| m.request_focus(id));
}

/// Goal, purpose or output with its heading.
pub(super) fn summary_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, of: ResultRef) {
    let matrix = &*cx.plan.matrix;
    let (goal, purpose) = view.form.levels();
    let mut whole = |key: &str, guide: &str, link: Link, value: &Text, edit: fn(Text) -> MatrixField| {
        let place = link.place();
        label_ui(ui, cx, key);
        ui.scope(|ui| {
            bare(ui);
            fields::text(ui, cx, out, place, value, Look::TALL_CELL.labelled(key), |v| Edit::Matrix(edit(v)));
        });
        if value.is_blank() {
            guide_ui(ui, cx, guide);
        }
        links::row_ui(ui, cx, link, out);
        fields::findings_ui(ui, cx, out, place);
    };
    match of {
        ResultRef::Goal => whole(goal, "matrix-goal-guide", Link::Goal, &matrix.goal, MatrixField::Goal),
        ResultRef::Purpose => {
            whole(purpose, "matrix-purpose-guide", Link::Purpose, &matrix.purpose, MatrixField::Purpose);
        }
        ResultRef::Output(id) => {
            if let Some(output) = cx.plan.outputs.get(id) {
                output_ui(ui, cx, view, out, output);
            }
        }
    }
}

fn output_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox, output: &Output) {
    let place = Place::row(output.id);
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    ui.horizontal(|ui| {
        let t = tokens(ui);
        inset(ui, &name, Style::small().strong().color(t.ink_soft));
        let position = cx.plan.outputs.position(output.id);
        let (is_first, is_last) =
            (position == Some(0), position.map(|p| p + 1) == Some(cx.plan.outputs.len()));
        let wish = kit::row_menu(ui, cx.words, &name, is_first, is_last);
        if let Some(wish) = wish {
            super::order::move_row(cx.plan, Block::Output, output.id.bits(), wish, out);
        }
    });
    let at = Place::cell(output.id, OUTPUT.text);
    ui.scope(|ui| {
        bare(ui);
        fields::text(ui, cx, out, at, &output.text, Look::TALL_CELL.of(&name), |v| {
            Output::change(output.id, OutputField::Text(v))
        });
    });
    if output.text.is_blank() {
        guide_ui(ui, cx, "matrix-output-guide");
    }
    links::row_ui(ui, cx, Link::Output(output.id), out);
    fields::findings_ui(ui, cx, out, at);
    let said = match output.weight {
        Some(weight) => {
            cx.words.with("matrix-weight-percent", &[("weight", weight.normalize().to_string().into())])
        }
        None => cx.words.get("matrix-weight").into_owned(),
    };
    opener_ui(ui, cx, view, place, &name, (&said, output.weight.is_none()));
}

/// What a result is called in this layout.
pub(super) fn result_name(cx: &Cx<'_>, view: &View, of: ResultRef) -> String {
    let (goal, purpose) = view.form.levels();
    match of {
        ResultRef::Goal => cx.words.get(goal).into_owned(),
        ResultRef::Purpose => cx.words.get(purpose).into_owned(),
        ResultRef::Output(id) => place_name(&Place::row(id), cx.plan, cx.derived, cx.words),
    }
}

/// A number with its digits in groups, as the plan has them.
pub(super) fn number(cx: &Cx<'_>, value: Decimal) -> String {
    grouped(value.normalize(), cx.plan.identity.grouping.unwrap_or(Grouping::Thousands))
}

/// The line under an item that unfolds its sheet: what the sheet holds in short, or what could be written there; before it a sign
/// when the checks say something about the row.
pub(super) fn opener_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    place: Place,
    name: &str,
    (said, is_empty): (&str, bool),
) {
    let t = tokens(ui);
    let is_open = view.is_open(place);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
        if let Some(worst) = cx.findings.worst_at(place).filter(|s| *s != Severity::Hint) {
            let (color, sign) = fields::severity_look(ui, worst);
            kit::icon(ui, sign, 11.0, color).on_hover_ui(|ui| {
                ui.set_max_width(320.0);
                for finding in cx.findings.at(place) {
                    text::label(ui, &finding.message(cx.words), Style::small());
                }
            });
        }
        let ink = if is_empty || is_open { t.indigo } else { t.ink_soft };
        let style = Style::small().color(ink).dir(Dir::Ltr);
        let galley = text::galley(ui.ctx(), said, &style, (ui.available_width() - 8.0).max(40.0));
        let response =
            ui.add(egui::Button::new(galley).frame_when_inactive(is_open).min_size(egui::vec2(0.0, 22.0)));
        let words = cx.words.with("matrix-details", &[("name", name.into())]);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, true, &words);
            info.current_text_value = Some(said.to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        if response.clicked() {
            view.toggle(place);
        }
    });
}

/// The assumptions of a cell.
pub(super) fn assumptions_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    spot: Spot,
    assumptions: &[&Assumption],
) {
    let (level, output) = spot;
    for assumption in assumptions {
        let id = assumption.id;
        let mut said: Vec<String> = Vec::new();
        if let Some(output) = assumption.output.filter(|_| level == MatrixLevel::Activities) {
            let number = cx.derived.numbering.output(output);
            said.push(cx.words.with("matrix-for-output", &[("number", number.into())]));
        }
        said.extend(assumption.certainty.map(|c| kit::choice_name(cx.words, c).into_owned()));
        let owner = assumption.owner.best(cx.shown);
        said.extend((!owner.is_blank()).then(|| owner.raw().to_owned()));
        let at = Place::cell(id, ASSUMPTION.text);
        item_ui(
            ui,
            cx,
            view,
            out,
            (at, &assumption.text, drag::Cell::Spot(spot)),
            (&said.join(" · "), "matrix-certainty-none"),
            |v| Assumption::change(id, AssumptionField::Text(v)),
        );
    }
    let owner = match output {
        Some(output) => place_name(&Place::row(output), cx.plan, cx.derived, cx.words),
        None => kit::choice_name(cx.words, level).into_owned(),
    };
    let add = add_button(ui, cx, "matrix-add-assumption", Some(&owner));
    drag::end(&mut view.hand, Block::Assumption, drag::Cell::Spot(spot), add.rect);
    if add.clicked() {
        let row = Assumption { level: Some(level), output, ..Assumption::new(out.new_id()) };
        out.go(Place::cell(row.id, ASSUMPTION.text));
        out.edit(Assumption::add(row, At::Last));
    }
}

/// A text with the line that unfolds its sheet.
fn item_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    (at, value, cell): (Place, &Text, drag::Cell),
    (said, empty): (&str, &str),
    edit: impl Fn(Text) -> Edit,
) {
    let place = Place { field: None, ..at };
    let name = place_name(&place, cx.plan, cx.derived, cx.words);
    let shown = ui.push_id(place, |ui| {
        bare(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        fields::text(ui, cx, out, at, value, Look::TALL_CELL.of(&name), edit);
        let none = cx.words.get(empty);
        let said = if said.is_empty() { (&*none, true) } else { (said, false) };
        opener_ui(ui, cx, view, place, &name, said);
    });
    let rect = drag::with_margin(shown.response.rect);
    drag::row_ui(ui, cx, &mut view.hand, (place, &name), cell, rect);
}

/// Inputs by kind, in the order in which they were written.
pub(super) fn inputs_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    label_ui(ui, cx, "matrix-inputs");
    if cx.plan.inputs.is_empty() {
        guide_ui(ui, cx, "matrix-inputs-guide");
    }
    for input in cx.plan.inputs.iter() {
        let id = input.id;
        let kind = input.kind.map(|k| kit::choice_name(cx.words, k).into_owned());
        let from = input.from.map(|f| kit::choice_name(cx.words, f).into_owned());
        let said: Vec<_> = kind.into_iter().chain(from).collect();
        let at = Place::cell(id, INPUT.text);
        let said = (&*said.join(" · "), "matrix-input-none");
        item_ui(ui, cx, view, out, (at, &input.text, drag::Cell::Only), said, |v| {
            Input::change(id, InputField::Text(v))
        });
    }
    let add = add_button(ui, cx, "matrix-add-input", None);
    fields::visit(cx, out, Place::block(Block::Input), &add);
    if add.clicked() {
        let row = Input::new(out.new_id());
        out.go(Place::cell(row.id, INPUT.text));
        out.edit(Input::add(row, At::Last));
    }
}

/// What must hold before the first activity.
pub(super) fn preconditions_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    label_ui(ui, cx, "matrix-preconditions");
    if cx.plan.preconditions.is_empty() {
        guide_ui(ui, cx, "matrix-preconditions-guide");
    }
    for condition in cx.plan.preconditions.iter() {
        let id = condition.id;
        let dates = kit::Dates::new(cx);
        let by = condition.by.map(|d| cx.words.with("matrix-by", &[("day", dates.in_words(d).into())]));
        let at = Place::cell(id, PRECONDITION.text);
        let said = (by.as_deref().unwrap_or_default(), "matrix-by-none");
        item_ui(ui, cx, view, out, (at, &condition.text, drag::Cell::Only), said, |v| {
            Precondition::change(id, PreconditionField::Text(v))
        });
    }
    let add = add_button(ui, cx, "matrix-add-precondition", None);
    fields::visit(cx, out, Place::block(Block::Precondition), &add);
    if add.clicked() {
        let row = Precondition::new(out.new_id());
        out.go(Place::cell(row.id, PRECONDITION.text));
        out.edit(Precondition::add(row, At::Last));
    }
}
