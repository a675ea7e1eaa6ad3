//! What several pages are made of: rows with columns, Enter in a row, facts of a country profile.

use crate::{
    pack::{Confidence, CountryProfile, Entry, Sourced},
    plan::{At, Edit, Field, Id, Lang, Place, Row, Table, Text, UserText},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self, Icon,
            cells::{self, Cell, Options},
            fields,
            fields::Look,
            tokens,
        },
    },
};
use egui::{Align, Key, Layout, Modifiers, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// The width that the buttons of a row take, in points.
pub(super) const MENU: f32 = 84.0;
/// A column of words is at least so wide, in points; with less room a row becomes a stack.
const LEAST: f32 = 150.0;

/// The widths of columns that get what is left (0) in a row as wide as `room`; nothing when they do not fit side by side.
fn columns(room: f32, gap: f32, widths: &[f32]) -> Option<Vec<f32>> {
    let open = widths.iter().filter(|w| **w <= 0.0).count();
    // Few columns: counts are exact as floats.
    #[allow(clippy::cast_precision_loss)]
    let (gaps, shares) = (gap * widths.len().saturating_sub(1) as f32, open.max(1) as f32);
    let each = (room - gaps - widths.iter().sum::<f32>()) / shares;
    if open > 0 && each < LEAST || each < 0.0 {
        return None;
    }
    Some(widths.iter().map(|w| if *w <= 0.0 { each } else { *w }).collect())
}

/// The cells of a row side by side in columns of these widths (points; 0: what is left), with the look that fits; where there is
/// no room, one below the other with their labels.
pub(super) fn cells(ui: &mut Ui, widths: &[f32], mut cell: impl FnMut(&mut Ui, usize, Look<'static>)) {
    let gap = ui.spacing().item_spacing.x;
    let Some(columns) = columns(ui.available_width(), gap, widths) else {
        (0..widths.len()).for_each(|i| cell(ui, i, Look::LINE));
        return;
    };
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        for (i, width) in columns.into_iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                cell(ui, i, Look::TALL_CELL);
            });
        }
    });
}

/// The headings over the columns of [`cells`]; nothing where the cells stand one below the other. Empty keys stay empty.
pub(super) fn heads(ui: &mut Ui, cx: &Cx<'_>, widths: &[f32], keys: &[&str]) {
    if columns(ui.available_width(), ui.spacing().item_spacing.x, widths).is_none() {
        return;
    }
    let soft = Style::small().color(tokens(ui).ink_soft).elided();
    cells(ui, widths, |ui, i, _| {
        if let Some(key) = keys.get(i).filter(|key| !key.is_empty()) {
            text::label(ui, &cx.words.get(key), soft);
        }
    });
}

/// In which of these fields of a row Enter was pressed. Takes the key, so that a field that wraps begins no new line.
pub(super) fn entered<T: Row>(ui: &Ui, cx: &Cx<'_>, id: Id<T>, fields: &[Field]) -> Option<Field> {
    let focused = ui.memory(|m| m.focused())?;
    let is_here = |field: &Field| {
        let place = Place::cell(id, *field);
        let langs = cx.shown.iter().map(Some).chain([None]);
        langs.into_iter().any(|lang| fields::field_id(place, lang) == focused)
    };
    let field = fields.iter().copied().find(is_here)?;
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter)).then_some(field)
}

/// Leads to the same field of the next row; behind the last one adds a row and leads to its first field.
pub(super) fn down_or_add<T: Row>(
    table: &Table<T>,
    id: Id<T>,
    (field, first): (Field, Field),
    out: &mut Outbox,
    row: impl FnOnce(Id<T>) -> T,
) {
    match table.position(id).and_then(|i| table.at(i + 1)) {
        Some(next) => out.go(Place::cell(next.id(), field)),
        None => add_row(out, first, row),
    }
}

/// Adds a row behind the last one and leads to a field of it.
pub(super) fn add_row<T: Row>(out: &mut Outbox, first: Field, row: impl FnOnce(Id<T>) -> T) {
    let id = out.new_id();
    out.edit(T::add(row(id), At::Last));
    out.go(Place::cell(id, first));
}

/// The buttons of a row in the middle of its first line.
pub(super) fn menu_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    (is_first, is_last): (bool, bool),
) -> Option<kit::RowWish> {
    ui.add_space(3.0);
    kit::row_menu(ui, cx.words, name, is_first, is_last)
}

/// What a row is called: `Output 2`.
pub(super) fn row_name<T: Row>(cx: &Cx<'_>, number: &str) -> String {
    let block = cx.words.get(T::BLOCK.words()).into_owned();
    cx.words.with("place-row", &[("block", block.into()), ("number", number.into())])
}

/// One of many by name, under its label, with a search. `shown`: what is chosen now.
#[allow(clippy::too_many_arguments, reason = "as the fields, with what can be chosen")]
pub(super) fn search_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    owner: &str,
    shown: &str,
    options: &Options<'_>,
    edit: impl Fn(Option<usize>) -> Edit,
) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        note(ui, &place.field.map(|field| cx.words.get(field.words())).unwrap_or_default());
        let width = ui.available_width();
        let cell = Cell::field(ui, width, place, owner, 0);
        // A cell keeps clear of its neighbours; a field of a form is as wide as the others.
        let cell = Cell { rect: cell.rect.expand2(vec2(2.0, 0.0)), ..cell };
        cells::pick(ui, cx, out, cell, shown, options, edit);
        fields::findings_ui(ui, cx, out, place);
    });
}

/// Words that lead somewhere, in two rows at most. Says whether they were clicked.
pub(super) fn way_ui(ui: &mut Ui, words: &str, said: &str) -> bool {
    let t = tokens(ui);
    let style = Style::body().color(t.indigo).rows(2);
    let galley = text::galley(ui.ctx(), words, &style, (ui.available_width() - 8.0).max(20.0));
    let size = vec2(galley.size().x + 8.0, galley.size().y.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, said));
    focus_frame(ui, rect, &response);
    ui.painter().galley(rect.min + vec2(4.0, (rect.height() - galley.size().y) * 0.5), galley, t.indigo);
    response.clicked()
}

/// A heading inside a page.
pub(super) fn heading(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let words = cx.words.get(key);
    let title = text::label(ui, &words, Style::body().strong());
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
}

/// Words beside the work, softly.
pub(super) fn note(ui: &mut Ui, words: &str) {
    text::label(ui, words, Style::small().color(tokens(ui).ink_soft));
}

/// A line that unfolds what stands below it.
pub(in crate::ui) fn fold(ui: &mut Ui, key: &str, words: &str, content: impl FnOnce(&mut Ui)) {
    let id = egui::Id::unique(("fold", key));
    let is_open = ui.data(|d| d.get_temp::<bool>(id)).unwrap_or(false);
    if fold_line(ui, words, is_open).clicked() {
        ui.data_mut(|d| d.insert_temp(id, !is_open));
    }
    if is_open {
        content(ui);
    }
}

fn fold_line(ui: &mut Ui, words: &str, is_open: bool) -> Response {
    let t = tokens(ui);
    let galley = text::galley(ui.ctx(), words, &Style::body().color(t.indigo), f32::INFINITY);
    let size = vec2(galley.size().x + 24.0, galley.size().y.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, words));
    focus_frame(ui, rect, &response);
    paint_fold(ui, egui::Rect::from_min_size(rect.min, vec2(20.0, rect.height())), is_open);
    ui.painter().galley(rect.min + vec2(22.0, (rect.height() - galley.size().y) * 0.5), galley, t.indigo);
    response
}

/// The sign of something that folds, in the middle of a rectangle.
pub(super) fn paint_fold(ui: &Ui, rect: egui::Rect, is_open: bool) {
    let sign = if is_open { Icon::Down } else { Icon::Right };
    let square = egui::Rect::from_center_size(rect.center(), egui::Vec2::splat(12.0));
    kit::paint_icon(ui.painter(), square, sign, tokens(ui).indigo);
}

/// A frame around what has the focus or is under the pointer.
pub(super) fn focus_frame(ui: &Ui, rect: egui::Rect, response: &Response) {
    if response.has_focus() || response.hovered() {
        let t = tokens(ui);
        let stroke = egui::Stroke::new(1.0, t.indigo);
        let fill = if response.hovered() { t.indigo_wash } else { egui::Color32::TRANSPARENT };
        ui.painter().rect(rect, kit::RADIUS, fill, stroke, egui::StrokeKind::Inside);
    }
}

/// What the program knows about the country of the plan.
pub(super) fn profile<'a>(cx: &Cx<'a>) -> Option<&'a CountryProfile> {
    cx.plan.identity.country.and_then(|country| cx.packs.country(country))
}

/// The name of the country in the language of the interface.
pub(super) fn country_name(cx: &Cx<'_>) -> String {
    let Some(country) = cx.plan.identity.country else { return String::new() };
    cx.packs.country_name(country).best(&kit::interface_languages(cx.words)).raw().to_owned()
}

/// How far a fact can be relied on, since when it holds, where it comes from, and what to know about it.
pub(super) fn fact_ui<T>(ui: &mut Ui, cx: &Cx<'_>, fact: &Sourced<T>) {
    let t = tokens(ui);
    let said = |key: &str, name: &str, value: String| cx.words.with(key, &[(name, value.into())]);
    ui.horizontal_wrapped(|ui| {
        let ink = match fact.confidence {
            Confidence::High => t.good,
            Confidence::Medium => t.ink_soft,
            Confidence::Low => t.warn,
        };
        kit::tag(ui, &kit::choice_name(cx.words, fact.confidence), ink);
        let day = |day: Option<crate::plan::Day>| day.map(|d| cx.words.day(d));
        let facts = [
            day(fact.valid_from).map(|d| said("pack-in-force-from", "day", d)),
            day(fact.valid_until).map(|d| said("pack-in-force-until", "day", d)),
            day(fact.as_of).map(|d| said("pack-as-of", "day", d)),
        ];
        for fact in facts.into_iter().flatten() {
            note(ui, &fact);
        }
    });
    if !fact.source.is_blank() {
        note(ui, &said("pack-source", "source", fact.source.raw().to_owned()));
    }
    if !fact.note.is_blank() {
        note(ui, fact.note.best(&kit::interface_languages(cx.words)).raw());
    }
}

/// An entry of a country profile with its source, and a button to take it into the plan. Says whether it was taken.
pub(super) fn entry_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    entry: &Sourced<Entry>,
    (take, taken): (&str, &str),
    is_taken: bool,
) -> bool {
    let langs = kit::interface_languages(cx.words);
    let name = entry.value.name.best(&langs).raw();
    let mut is_wished = false;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        text::label(ui, name, Style::body().strong());
        if !entry.value.about.is_blank() {
            text::label(ui, entry.value.about.best(&langs).raw(), Style::body());
        }
        fact_ui(ui, cx, entry);
        if is_taken {
            text::label(ui, &cx.words.get(taken), Style::small().color(tokens(ui).good));
        } else {
            let button = kit::link_button(ui, &cx.words.get(take));
            let said = cx.words.with(
                "profile-take",
                &[("what", cx.words.get(take).into_owned().into()), ("name", name.into())],
            );
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
            is_wished = button.clicked();
        }
        ui.add_space(8.0);
    });
    is_wished
}

/// A text with a name of a profile on a new line, in each language of the plan that has it, else in the first.
#[must_use]
pub(super) fn with_line(text: &Text, name: &Text, langs: &[Lang]) -> Text {
    let there: Vec<&Lang> = langs.iter().filter(|lang| !name.get(lang).is_blank()).collect();
    let pairs: Vec<(&Lang, &UserText)> = match (there.is_empty(), langs.first()) {
        (true, Some(first)) => vec![(first, name.best(langs))],
        _ => there.into_iter().map(|lang| (lang, name.get(lang))).collect(),
    };
    pairs.into_iter().fold(text.clone(), |text, (lang, words)| {
        let old = text.get(lang).raw().trim_end();
        let next = if old.is_empty() { words.raw().to_owned() } else { format!("{old}\n{}", words.raw()) };
        text.with(lang, UserText::new(&next))
    })
}

/// Whether a text names this in any language.
#[must_use]
pub(super) fn names(text: &Text, name: &Text) -> bool {
    text.iter().any(|(_, words)| name.iter().any(|(_, n)| !n.is_blank() && words.raw().contains(n.raw())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_is_left() {
        let check = |room: f32, widths: &[f32], expected: Option<&[f32]>| {
            assert_eq!(columns(room, 10.0, widths).as_deref(), expected, "{room} {widths:?}");
        };
        check(500.0, &[100.0, 0.0], Some(&[100.0, 390.0]));
        check(520.0, &[0.0, 100.0, 0.0], Some(&[200.0, 100.0, 200.0]));
        check(300.0, &[0.0, 100.0, 0.0], None);
        check(300.0, &[100.0, 100.0], Some(&[100.0, 100.0]));
        check(150.0, &[100.0, 100.0], None);
    }

    #[test]
    fn a_name_comes_on_a_new_line_in_its_languages() {
        let (en, ne) = (Lang::english(), Lang::new("ne").unwrap());
        let name = Text::english("Industrial Policy").with(&ne, "औद्योगिक नीति".into());
        let check = |text: &Text, langs: &[Lang], expected: &Text| {
            assert_eq!(with_line(text, &name, langs), *expected);
        };
        let both = [en.clone(), ne.clone()];
        check(&Text::default(), &both, &name);
        check(
            &Text::english("Craft Act\n"),
            &both,
            &Text::english("Craft Act\nIndustrial Policy").with(&ne, "औद्योगिक नीति".into()),
        );
        let lo = Lang::new("lo").unwrap();
        check(&Text::default(), std::slice::from_ref(&lo), &Text::of(&lo, "Industrial Policy"));
        assert!(names(&Text::english("our Industrial Policy of 2010"), &name));
        assert!(!names(&Text::english("Craft Act"), &name));
    }
}
