//! Indicators from a library: finding one, seeing where it comes from, taking it without losing what is written.

use super::{
    super::parts::{self, fact_ui, note},
    View, cells,
};
use crate::{
    merge::Teller,
    pack::{Library, ReadyIndicator, Sourced},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self,
            chooser::{Ask, Choice as Entry, Chooser, Chosen},
            fields, tokens,
        },
    },
};
use egui::{Id as WidgetId, Modal, Role, ScrollArea, Ui, WidgetInfo};

/// A library entry is being chosen.
#[derive(Debug)]
pub(super) struct Picking {
    of: For,
    chooser: Chooser,
    /// The entry that was chosen while other words stand in the row: the person decides.
    asked: Option<Key>,
}

/// For what an entry is chosen.
#[derive(Debug, Clone, Copy)]
pub(super) enum For {
    /// A new indicator of this result.
    New(ResultRef),
    /// An indicator that is there.
    Row(Id<Indicator>),
}

impl Picking {
    /// Starts to choose.
    pub fn new(of: For) -> Self {
        Self { of, chooser: Chooser::default(), asked: None }
    }
}

/// Opens the library for a new indicator. `owner`: the result, for screen readers.
pub(super) fn add_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, of: ResultRef, owner: &str) {
    if cells::add_button(ui, cx, "matrix-add-from-library", Some(owner)).clicked() {
        view.picking = Some(Picking::new(For::New(of)));
    }
}

/// In the sheet of an indicator: the entry that it comes from with its source. Gives the wish to choose one.
pub(super) fn origin_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    indicator: &Indicator,
    name: &str,
) -> Option<Picking> {
    let place = Place::cell(indicator.id, INDICATOR.library);
    let mut picking = None;
    ui.horizontal_wrapped(|ui| {
        let words = cx.words.get("matrix-library-choose");
        let choose = kit::button(ui, &words);
        choose.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words}: {name}")));
        fields::visit(cx, out, place, &choose);
        picking = choose.clicked().then(|| Picking::new(For::Row(indicator.id)));
        if indicator.library.is_none() {
            return;
        }
        let langs = kit::interface_languages(cx.words);
        let entry = cx.packs.indicator(&indicator.library);
        let from = entry.map_or(indicator.library.as_str(), |e| e.value.name.best(&langs).raw());
        let said = cx.words.with("matrix-library-from", &[("name", from.into())]);
        text::label(ui, &said, Style::small().color(tokens(ui).ink_soft));
        let forget = cx.words.with("matrix-library-forget", &[("name", name.into())]);
        if kit::icon_button(ui, kit::Icon::Cross, &forget).clicked() {
            out.edit(Indicator::change(indicator.id, IndicatorField::Library(Key::default())));
        }
    });
    if let Some(entry) = cx.packs.indicator(&indicator.library) {
        fact_ui(ui, cx, entry);
    }
    picking
}

/// The library while it is open.
pub(super) fn ask_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let Some(picking) = &mut view.picking else { return };
    let row = match picking.of {
        For::New(_) => None,
        For::Row(id) => cx.plan.indicators.get(id),
    };
    if matches!(picking.of, For::Row(_)) && row.is_none() {
        view.picking = None;
        return;
    }
    if let (Some(key), Some(row)) = (picking.asked.clone(), row) {
        let entry = cx.packs.indicator(&key).map(|e| &e.value);
        match entry.map_or(Some(Answer::Back), |entry| compare_ui(ui, cx, row, entry, out)) {
            Some(Answer::Done) => view.picking = None,
            Some(Answer::Back) => picking.asked = None,
            None => {}
        }
        return;
    }
    let entries: Vec<_> = grouped(cx);
    let choices: Vec<Entry> = entries.iter().map(|(_, entry)| choice_of(cx, &entry.value)).collect();
    let ask = Ask {
        id: WidgetId::unique("indicator library"),
        title: "matrix-library-title",
        take: "matrix-library-take",
    };
    let chosen = picking.chooser.show(ui.ctx(), cx.words, ask, &choices, |ui, i| {
        entry_ui(ui, cx, entries[i].0, entries[i].1);
    });
    let entry = match chosen {
        Chosen::Waiting => return,
        Chosen::Nothing => {
            view.picking = None;
            return;
        }
        Chosen::Taken(i) => &entries[i].1.value,
    };
    match (picking.of, row) {
        (For::New(of), _) => {
            let mut row = Indicator { of, library: entry.key.clone(), ..Indicator::new(out.new_id()) };
            offered(cx, entry, &row).into_iter().for_each(|change| row.set(change));
            out.go(Place::cell(row.id, INDICATOR.library));
            out.edit(Indicator::add(row, At::Last));
        }
        (For::Row(_), Some(row)) if replaced(cx, entry, row).is_empty() => take(cx, entry, row, true, out),
        (For::Row(_), _) => {
            picking.asked = Some(entry.key.clone());
            return;
        }
    }
    view.picking = None;
}

/// The entries of all libraries, those of one topic together.
fn grouped<'a>(cx: &Cx<'a>) -> Vec<(&'a Library, &'a Sourced<ReadyIndicator>)> {
    let libraries = cx.packs.libraries();
    let topics: Vec<&Key> = libraries.iter().flat_map(|l| &l.topics).map(|topic| &topic.key).collect();
    let all = libraries.iter().flat_map(|library| library.indicators.iter().map(move |i| (library, i)));
    let mut entries: Vec<_> = all.collect();
    entries.sort_by_key(|(_, entry)| topics.iter().position(|t| **t == entry.value.topic));
    entries
}

fn choice_of(cx: &Cx<'_>, entry: &ReadyIndicator) -> Entry {
    let langs = kit::interface_languages(cx.words);
    let heading = cx.packs.topic(&entry.topic).map_or("", |name| name.best(&langs).raw());
    let texts = [&entry.name, &entry.definition, &entry.unit].into_iter().flat_map(Text::iter);
    let find: Vec<_> = texts.map(|(_, words)| words.raw()).chain([entry.key.as_str()]).collect();
    Entry {
        heading: heading.to_owned(),
        name: entry.name.best(&langs).raw().to_owned(),
        find: find.join("\n"),
    }
}

/// Everything about an entry.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, library: &Library, entry: &Sourced<ReadyIndicator>) {
    let langs = kit::interface_languages(cx.words);
    let value = &entry.value;
    text::label(ui, value.name.best(&langs).raw(), Style::body().strong());
    if !value.definition.is_blank() {
        text::label(ui, value.definition.best(&langs).raw(), Style::body());
    }
    // As the fields of an indicator would show it.
    let mut row = Indicator::new(Id::from_bits(0));
    offered(cx, value, &row).into_iter().for_each(|change| row.set(change));
    let teller = Teller::new(cx.plan, cx.derived, cx.words);
    let told = |field: Field| (field, teller.value(&row.seen(field)), row.seen(field).is_nothing());
    let written = |field: Field, text: &Text| (field, text.best(&langs).raw().to_owned(), text.is_blank());
    let facts = [
        written(INDICATOR.unit, &value.unit),
        told(INDICATOR.measure),
        told(INDICATOR.direction),
        written(INDICATOR.numerator, &value.numerator),
        written(INDICATOR.denominator, &value.denominator),
        told(INDICATOR.people),
        told(INDICATOR.splits),
    ];
    for (field, said, _) in facts.into_iter().filter(|(.., is_nothing)| !is_nothing) {
        let label = cx.words.get(field.words()).into_owned();
        let values = [("field", label.into()), ("value", said.into())];
        text::label(ui, &cx.words.with("matrix-library-fact", &values), Style::small());
    }
    ui.add_space(4.0);
    fact_ui(ui, cx, entry);
    if langs.first().is_some_and(|lang| !library.reviewed.contains(lang)) {
        note(ui, &cx.words.get("pack-unreviewed"));
    }
}

/// What an entry says, as changes of a row: what it does not say changes nothing.
fn offered(cx: &Cx<'_>, entry: &ReadyIndicator, row: &Indicator) -> Vec<IndicatorField> {
    use IndicatorField as F;
    let text = |old: &Text, said: &Text, field: fn(Text) -> F| {
        let new = parts::with_line(&Text::default(), said, cx.plan.languages());
        let all = new.iter().fold(old.clone(), |text, (lang, words)| text.with(lang, words.clone()));
        (!said.is_blank()).then(|| field(all))
    };
    let texts = [
        text(&row.text, &entry.name, F::Text),
        text(&row.definition, &entry.definition, F::Definition),
        text(&row.unit, &entry.unit, F::Unit),
        text(&row.numerator, &entry.numerator, F::Numerator),
        text(&row.denominator, &entry.denominator, F::Denominator),
    ];
    let mut changes: Vec<F> = texts.into_iter().flatten().collect();
    changes.push(F::Measure(Some(entry.measure.unwrap_or(Measure::Number))));
    changes.extend(entry.direction.map(|direction| F::Direction(Some(direction))));
    changes.extend(entry.people.then_some(F::People(true)));
    changes.extend((!entry.splits.is_empty()).then(|| F::Splits(entry.splits.clone())));
    changes
}

/// What stands in the row and would become something else.
fn replaced(cx: &Cx<'_>, entry: &ReadyIndicator, row: &Indicator) -> Vec<IndicatorField> {
    let is_written = |change: &IndicatorField| !row.seen(Indicator::field_of(change)).is_nothing();
    offered(cx, entry, row).into_iter().filter(|change| !row.holds(change) && is_written(change)).collect()
}

/// Fills the row from the entry in one step; with `keep`, only what is empty.
fn take(cx: &Cx<'_>, entry: &ReadyIndicator, row: &Indicator, keep: bool, out: &mut Outbox) {
    let is_empty = |change: &IndicatorField| row.seen(Indicator::field_of(change)).is_nothing();
    let library = IndicatorField::Library(entry.key.clone());
    let changes = offered(cx, entry, row).into_iter().filter(|change| !keep || is_empty(change));
    let edits: Vec<Edit> = changes
        .chain([library])
        .filter(|change| !row.holds(change))
        .map(|change| Indicator::change(row.id, change))
        .collect();
    out.go(Place::cell(row.id, INDICATOR.library));
    if !edits.is_empty() {
        out.edit(Edit::Several("step-library", edits));
    }
}

/// How the question ended.
enum Answer {
    /// The row is filled.
    Done,
    /// Another entry is wanted.
    Back,
}

/// Shows what would be replaced, before anything is.
fn compare_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    row: &Indicator,
    entry: &ReadyIndicator,
    out: &mut Outbox,
) -> Option<Answer> {
    let mut answer = None;
    let id = WidgetId::unique("indicator library question");
    let shown = Modal::new(id).frame(kit::dialog_frame(ui.ctx())).show(ui.ctx(), |ui| {
        ui.set_width(640.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        let soft = tokens(ui).ink_soft;
        text::label(ui, &cx.words.get("matrix-library-compare"), Style::section());
        text::label(ui, &cx.words.get("matrix-library-compare-note"), Style::body().color(soft));
        let most = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            let teller = Teller::new(cx.plan, cx.derived, cx.words);
            for change in replaced(cx, entry, row) {
                let field = Indicator::field_of(&change);
                let mut new = row.clone();
                new.set(change);
                ui.add_space(6.0);
                text::label(ui, &cx.words.get(field.words()), Style::small().strong().color(soft));
                for (key, seen) in
                    [("matrix-library-yours", row.seen(field)), ("matrix-library-theirs", new.seen(field))]
                {
                    let said = cx.words.with(key, &[("value", teller.value(&seen).into())]);
                    text::label(ui, &said, Style::body());
                }
            }
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let fill = kit::primary_button(ui, &cx.words.get("matrix-library-fill"));
            let replace = kit::button(ui, &cx.words.get("matrix-library-replace"));
            if fill.clicked() || replace.clicked() {
                take(cx, entry, row, fill.clicked(), out);
                answer = Some(Answer::Done);
            }
            if kit::button(ui, &cx.words.get("matrix-library-back")).clicked() {
                answer = Some(Answer::Back);
            }
            if ui.memory(|m| m.focused().is_none()) {
                fill.request_focus();
            }
        });
    });
    answer.or(shown.should_close().then_some(Answer::Back))
}

#[cfg(test)]
mod tests;
