//! Pointing at columns: which sheet, which row of headings, what each column is.

use crate::{
    import::{
        Book, Cell, Sheet, Subject,
        foreign::{self, Mapping},
    },
    plan::{Field, Lang},
    text::{self, Style},
    ui::{
        Cx,
        kit::{self, tokens},
    },
};
use egui::{ComboBox, Grid, Id, Role, ScrollArea, Ui, WidgetInfo};

/// How many rows below the headings are shown.
const SHOWN_ROWS: usize = 8;
/// The width of a column, in points.
const COLUMN: f32 = 150.0;
/// The most columns that can be pointed at: more than any such table has.
const MOST_COLUMNS: usize = 40;

/// What was pointed at so far.
pub(super) struct View {
    pub mapping: Mapping,
    /// The workbook is one of the program's, made from another plan.
    pub is_of_other_plan: bool,
}

/// What the person wants.
pub(super) enum Done {
    Left,
    Look,
}

pub(super) fn page_ui(ui: &mut Ui, cx: &Cx<'_>, book: &Book, view: &mut View, height: f32) -> Option<Done> {
    let t = tokens(ui);
    if view.is_of_other_plan {
        text::label(ui, &cx.words.get("import-other-plan"), Style::body().color(t.warn));
    }
    choices_ui(ui, cx, book, &mut view.mapping);
    ui.add_space(4.0);
    if let Some(sheet) = book.sheets.get(view.mapping.sheet) {
        let area = ScrollArea::both()
            .id_salt("columns")
            .max_height((height - 130.0).max(120.0))
            .auto_shrink([false, true]);
        area.show(ui, |ui| table_ui(ui, cx, sheet, &mut view.mapping));
    }
    let is_ready = view.mapping.has_names();
    if !is_ready {
        let name =
            foreign::fields(view.mapping.subject).first().map(|f| cx.words.get(f.words()).into_owned());
        let ask = cx.words.with("import-point-name", &[("field", name.unwrap_or_default().into())]);
        text::label(ui, &ask, Style::body().color(t.warn));
    }
    ui.add_space(8.0);
    let mut done = None;
    ui.horizontal(|ui| {
        ui.add_enabled_ui(is_ready, |ui| {
            if kit::primary_button(ui, &cx.words.get("import-look")).clicked() {
                done = Some(Done::Look);
            }
        });
        if kit::link_button(ui, &cx.words.get("ask-cancel")).clicked() {
            done = Some(Done::Left);
        }
    });
    done
}

/// Sheet, what it is read into, the row of the headings, the language.
fn choices_ui(ui: &mut Ui, cx: &Cx<'_>, book: &Book, mapping: &mut Mapping) {
    let sheet_of = |n: usize| book.sheets.get(n);
    ui.horizontal_wrapped(|ui| {
        if book.sheets.len() > 1 {
            let names: Vec<_> = book.sheets.iter().map(|s| s.name.clone()).collect();
            if let Some(sheet) = combo(ui, "sheet", &cx.words.get("import-sheet"), &names, mapping.sheet)
                && let Some(read) = sheet_of(sheet)
            {
                *mapping = Mapping::of_sheet(read, sheet, mapping.subject, mapping.lang.clone());
            }
        }
        let names: Vec<_> = foreign::SUBJECTS.iter().map(|s| cx.words.get(s.words()).into_owned()).collect();
        let now = foreign::SUBJECTS.iter().position(|s| *s == mapping.subject).unwrap_or(0);
        if let Some(subject) = combo(ui, "subject", &cx.words.get("import-into"), &names, now)
            && let Some(read) = sheet_of(mapping.sheet)
        {
            let subject = foreign::SUBJECTS.get(subject).copied().unwrap_or(Subject::Budget);
            *mapping = Mapping::of_sheet(read, mapping.sheet, subject, mapping.lang.clone());
        }
        let Some(sheet) = sheet_of(mapping.sheet) else { return };
        let mut rows = vec![cx.words.get("import-no-heads").into_owned()];
        rows.extend((0..sheet.rows.len().min(30)).map(|n| row_name(cx, sheet, n)));
        let now = mapping.heads.map_or(0, |n| n + 1);
        if let Some(heads) = combo(ui, "heads", &cx.words.get("import-heads"), &rows, now) {
            mapping.heads = heads.checked_sub(1);
            mapping.name_columns(sheet);
        }
        let langs = cx.plan.languages();
        if langs.len() > 1 {
            let names: Vec<_> = langs.iter().map(|l| kit::language_name(cx.packs, l)).collect();
            let now = langs.iter().position(|l| *l == mapping.lang).unwrap_or(0);
            if let Some(lang) = combo(ui, "lang", &cx.words.get("import-language"), &names, now) {
                mapping.lang = langs.get(lang).cloned().unwrap_or_else(Lang::english);
            }
        }
    });
}

/// A row in a list: its number and its first words.
fn row_name(cx: &Cx<'_>, sheet: &Sheet, n: usize) -> String {
    let cells = sheet.rows.get(n).into_iter().flatten().map(|c| words_of(cx, c)).filter(|c| !c.is_empty());
    let start: Vec<_> = cells.take(4).collect();
    cx.words.with("import-row", &[("number", (n + 1).into()), ("cells", start.join(", ").into())])
}

/// What stands in a cell, in one short line.
fn words_of(cx: &Cx<'_>, cell: &Cell) -> String {
    let text = match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => cx.words.short_day(*day),
        Cell::Truth(truth) => truth.to_string(),
        Cell::NoResult => "=".into(),
    };
    text.split_whitespace().take(12).collect::<Vec<_>>().join(" ")
}

/// A list to choose from, its label before it. Returns what was newly chosen.
fn combo(ui: &mut Ui, id: &str, label: &str, names: &[String], now: usize) -> Option<usize> {
    let t = tokens(ui);
    let mut chosen = None;
    ui.vertical(|ui| {
        text::label(ui, label, Style::small().color(t.ink_soft));
        let shown = names.get(now).map_or("", String::as_str);
        let galley = text::galley(ui.ctx(), shown, &Style::body().elided(), 170.0);
        let combo = ComboBox::from_id_salt(Id::unique("import").with(id))
            .icon(kit::list_sign)
            .width(200.0)
            .selected_text(galley);
        let response = combo
            .show_ui(ui, |ui| {
                for (i, name) in names.iter().enumerate() {
                    let galley = text::galley(ui.ctx(), name, &Style::body().elided(), 380.0);
                    if ui.add(egui::Button::selectable(i == now, galley)).clicked() && i != now {
                        chosen = Some(i);
                    }
                }
            })
            .response;
        named(&response, label, shown);
    });
    chosen
}

fn named(response: &egui::Response, label: &str, shown: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, label);
        info.current_text_value = Some(shown.to_owned());
        info
    });
}

/// The first rows of the table; above each column, what it is.
fn table_ui(ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet, mapping: &mut Mapping) {
    let t = tokens(ui);
    let width = mapping.columns.len().min(MOST_COLUMNS);
    let cell = |row: usize, column: usize| {
        sheet.rows.get(row).and_then(|r| r.get(column)).map(|c| words_of(cx, c)).unwrap_or_default()
    };
    Grid::new("import columns")
        .spacing([6.0, 4.0])
        .min_col_width(COLUMN)
        .max_col_width(COLUMN)
        .striped(true)
        .show(ui, |ui| {
            for column in 0..width {
                let heading = mapping.heads.map(|n| cell(n, column)).unwrap_or_default();
                let letter = foreign::column_name(column);
                let name = if heading.is_empty() { letter } else { heading };
                if let Some(field) = field_ui(ui, cx, mapping, column, &name) {
                    mapping.point(column, field);
                }
            }
            ui.end_row();
            if let Some(heads) = mapping.heads {
                for column in 0..width {
                    line(ui, &cell(heads, column), Style::body().strong());
                }
                ui.end_row();
            }
            let rows = mapping.first_row()..sheet.rows.len();
            for row in rows.take(SHOWN_ROWS) {
                for column in 0..width {
                    let is_used = mapping.columns.get(column).is_some_and(Option::is_some);
                    let ink = if is_used { t.ink } else { t.ink_soft };
                    line(ui, &cell(row, column), Style::body().color(ink));
                }
                ui.end_row();
            }
        });
}

fn line(ui: &mut Ui, words: &str, style: Style) {
    let galley = text::galley(ui.ctx(), words, &style.elided(), COLUMN - 4.0);
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(COLUMN, galley.size().y.max(18.0)), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let ink = tokens(ui).ink;
    ui.painter().galley(rect.min, galley, ink);
}

/// What a column is: one of the fields, or nothing. Returns what was newly chosen.
fn field_ui(ui: &mut Ui, cx: &Cx<'_>, mapping: &Mapping, column: usize, name: &str) -> Option<Option<Field>> {
    let now = mapping.columns.get(column).copied().flatten();
    let nothing = cx.words.get("import-skip");
    let words = |field: Option<Field>| field.map_or_else(|| nothing.clone(), |f| cx.words.get(f.words()));
    let t = tokens(ui);
    let style = if now.is_some() { Style::body().strong() } else { Style::body().color(t.ink_soft) };
    let galley = text::galley(ui.ctx(), &words(now), &style.elided(), COLUMN - 40.0);
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(Id::unique("import column").with(column))
        .icon(kit::list_sign)
        .width(COLUMN - 8.0)
        .selected_text(galley);
    let response = combo
        .show_ui(ui, |ui| {
            let fields = foreign::fields(mapping.subject).iter().copied().map(Some);
            for field in [None].into_iter().chain(fields) {
                let galley = text::galley(ui.ctx(), &words(field), &Style::body(), 320.0);
                if ui.add(egui::Button::selectable(field == now, galley)).clicked() && field != now {
                    chosen = Some(field);
                }
            }
        })
        .response;
    let label = cx.words.with("import-column", &[("name", name.into())]);
    named(&response, &label, &words(now));
    chosen
}
