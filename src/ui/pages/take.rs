//! What a person takes from one page into another part of the plan, as one step.

use crate::{
    plan::{
        ACTIVITY, Activity, At, Decimal, Edit, Id, KEY_FIGURE, KeyFigure, Lang, Output, Place, Row, Text,
        UserText,
    },
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, tokens},
    },
};
use egui::{Role, ScrollArea, Ui, WidgetInfo};

/// A button that asks under which output; gives what was picked: an output, or none yet. `said`: its accessible name.
fn output_menu_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str, said: &str) -> Option<Option<Id<Output>>> {
    let mut picked = None;
    let galley = text::galley(ui.ctx(), words, &Style::body(), f32::INFINITY);
    let menu = ui.menu_button(galley, |ui| {
        ui.set_max_width(440.0);
        let ask = if cx.plan.outputs.is_empty() { "take-no-output" } else { "take-which-output" };
        text::label(ui, &cx.words.get(ask), Style::small().color(tokens(ui).ink_soft));
        ScrollArea::vertical().max_height(280.0).auto_shrink(true).show(ui, |ui| {
            for output in cx.plan.outputs.iter() {
                let number = cx.derived.numbering.output(output.id);
                let unnamed = cx.words.get("take-unnamed-output");
                let name = format!("{number} {}", kit::title_or(&output.text, cx.shown, &unnamed));
                if item_ui(ui, &name) {
                    picked = Some(Some(output.id));
                }
            }
            if item_ui(ui, &cx.words.get("take-without-output")) {
                picked = Some(None);
            }
        });
        if picked.is_some() {
            ui.close();
        }
    });
    menu.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said));
    picked
}

fn item_ui(ui: &mut Ui, name: &str) -> bool {
    let galley = text::galley(ui.ctx(), name, &Style::body().elided(), 420.0);
    ui.add(egui::Button::selectable(false, galley)).clicked()
}

/// A button that makes an activity of a text under an output that the person picks, and leads to it. `owner`: the row that the text
/// belongs to; `step`: the key of the step; `more`: the finished activity, and what else changes with it.
pub(super) fn activity_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    (words, owner, step): (&str, &str, &'static str),
    name: &Text,
    more: impl FnOnce(Activity) -> (Activity, Vec<Edit>),
) {
    ui.add_enabled_ui(!name.is_blank(), |ui| {
        let words = cx.words.get(words);
        let Some(output) = output_menu_ui(ui, cx, &words, &format!("{owner}: {words}")) else { return };
        let (activity, edits) = more(Activity { output, name: name.clone(), ..Activity::new(out.new_id()) });
        let place = Place::cell(activity.id, ACTIVITY.name);
        let edits = [vec![Activity::add(activity, At::Last)], edits].concat();
        out.edit(Edit::Several(step, edits));
        out.go(place);
    });
}

/// The activity of the plan that has this name in any language.
pub(super) fn activity_named<'a>(cx: &Cx<'a>, name: &Text) -> Option<&'a Activity> {
    let is_same =
        |a: &&Activity| a.name.iter().any(|(lang, words)| !words.is_blank() && words == name.get(lang));
    if name.is_blank() { None } else { cx.plan.activities.iter().find(is_same) }
}

/// A line that says what of a row is in the plan already, and leads there.
pub(super) fn taken_ui(ui: &mut Ui, words: &str) -> bool {
    ui.horizontal(|ui| {
        kit::icon(ui, Icon::Check, 14.0, tokens(ui).good);
        kit::link_button(ui, words).clicked()
    })
    .inner
}

/// A line that leads to an activity: `Activity 2.1: Paint the borders`.
pub(super) fn activity_link_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity) {
    let number = cx.derived.numbering.activity(activity.id);
    let unnamed = cx.words.get("take-unnamed-activity");
    let name = kit::title_or(&activity.name, cx.shown, &unnamed);
    let values = [("number", number.into()), ("name", name.into())];
    if taken_ui(ui, &cx.words.with("take-is-activity", &values)) {
        out.go(Place::cell(activity.id, ACTIVITY.name));
    }
}

/// A number of a worksheet as a key figure of the context.
pub(super) struct Figure<'a> {
    /// The key of what is counted; takes the name.
    pub label: &'a str,
    /// The name of what it belongs to.
    pub of: &'a Text,
    /// The key of its unit, or the unit itself.
    pub unit: &'a str,
    /// The number.
    pub value: Option<Decimal>,
}

impl Figure<'_> {
    /// As a row of the plan, in the language of the interface when the plan has it.
    fn row(&self, cx: &Cx<'_>, id: Id<KeyFigure>) -> KeyFigure {
        let lang = own_language(cx);
        let name = self.of.best(std::slice::from_ref(&lang)).raw();
        let label = cx.words.with(self.label, &[("name", name.into())]);
        KeyFigure {
            label: Text::of(&lang, &label),
            value: self.value,
            unit: Text::of(&lang, &cx.words.get(self.unit)),
            source: UserText::new(&cx.words.get("take-source")),
            ..KeyFigure::new(id)
        }
    }
}

/// The language in which the program writes into the plan: that of the interface when the plan has it, else its first.
pub(super) fn own_language(cx: &Cx<'_>) -> Lang {
    let interface = Lang::new(cx.words.interface().tag()).unwrap_or_default();
    let first = cx.plan.languages().first().cloned().unwrap_or_default();
    if cx.plan.languages().contains(&interface) { interface } else { first }
}

/// The way of a number into the key figures of the context, as one step; or where it stands there.
pub(super) fn figure_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    (words, owner, step): (&str, &str, &'static str),
    figure: &Figure<'_>,
) {
    if figure.value.is_none() {
        return;
    }
    let row = figure.row(cx, Id::from_bits(0));
    let is_same = |f: &&KeyFigure| f.value == row.value && f.label == row.label;
    if let Some(there) = cx.plan.key_figures.iter().find(is_same) {
        if taken_ui(ui, &cx.words.get("take-is-figure")) {
            out.go(Place::cell(there.id, KEY_FIGURE.year));
        }
        return;
    }
    let words = cx.words.get(words);
    let button = kit::link_button(ui, &words);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{owner}: {words}")));
    if button.clicked() {
        let row = figure.row(cx, out.new_id());
        let place = Place::cell(row.id, KEY_FIGURE.year);
        out.edit(Edit::Several(step, vec![KeyFigure::add(row, At::Last)]));
        out.go(place);
    }
}
