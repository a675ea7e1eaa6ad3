//! The policy instrument matrix: each instrument with whom it reaches, what works, what is missing, and what the team proposes.
//! First all of them side by side, then a card for each.

use super::{TextOf, add_ui, profiles_ui};
use crate::{
    plan::{Activity, Field, INSTRUMENT, Instrument, InstrumentField, Place, Row, Text},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
        pages::{listed::ListView, parts, take},
    },
};
use egui::{Color32, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// The questions that every instrument answers, in the order of the table.
const QUESTIONS: [(Field, TextOf<Instrument>); 6] = [
    (INSTRUMENT.name, |row| &row.name),
    (INSTRUMENT.aim, |row| &row.aim),
    (INSTRUMENT.target_group, |row| &row.target_group),
    (INSTRUMENT.works, |row| &row.works),
    (INSTRUMENT.gap, |row| &row.gap),
    (INSTRUMENT.proposal, |row| &row.proposal),
];

/// The least width of a column of the table, in points.
const LEAST: f32 = 116.0;
/// The most lines of a text in the table; the card has all of it.
const MOST_LINES: usize = 5;
/// The most instruments in the table.
const MOST_ROWS: usize = 40;
const PAD: f32 = 6.0;

/// Shows the instruments.
pub fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ListView, out: &mut Outbox) {
    let line: (_, TextOf<Instrument>, TextOf<Instrument>) =
        ("instrument-unnamed", |row| &row.name, |row| &row.aim);
    table_ui(ui, cx, out);
    profiles_ui(ui, cx, out, view, line, |ui, out, row, owner| card_ui(ui, cx, out, row, owner));
    add_ui(ui, cx, out, "instrument-add", INSTRUMENT.name, Instrument::new);
}

/// All instruments side by side: a row for each, a column for each question. A click on an answer leads to its field.
fn table_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if cx.plan.instruments.is_empty() {
        return;
    }
    let width = (ui.available_width() / 6.0).max(LEAST);
    ScrollArea::horizontal().id_salt("instruments").auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let heads = QUESTIONS.map(|(field, _)| cx.words.get(field.words()).into_owned());
        let t = tokens(ui);
        row_ui(ui, width, &heads.map(|words| (words, t.ink_soft)), Style::small().strong(), |_, _, _| {});
        for row in cx.plan.instruments.iter().take(MOST_ROWS) {
            let owner = row_owner(cx, row);
            let cells = QUESTIONS.map(|(_, of)| match of(row).best(cx.shown).raw() {
                "" => ("\u{2013}".to_owned(), t.ink_soft),
                words => (words.to_owned(), t.ink),
            });
            row_ui(ui, width, &cells, Style::small().fill(), |ui, column, rect| {
                let (field, of) = QUESTIONS[column];
                let response = ui.interact(rect, ui.scope_id().with((row.id, column)), Sense::click());
                let said = match of(row).best(cx.shown).raw() {
                    "" => cx.words.get("instrument-not-written").into_owned(),
                    words => words.to_owned(),
                };
                let said = format!("{owner}, {}: {said}", cx.words.get(field.words()));
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
                parts::focus_frame(ui, rect, &response);
                if response.clicked() {
                    out.go(Place::cell(row.id, field));
                }
            });
        }
    });
    if let Some(more) = cx.plan.instruments.len().checked_sub(MOST_ROWS).filter(|n| *n > 0) {
        parts::note(ui, &cx.words.with("checks-more", &[("count", more.into())]));
    }
    ui.add_space(8.0);
}

/// A row of the table, as high as its longest text.
fn row_ui(
    ui: &mut Ui,
    width: f32,
    cells: &[(String, Color32); 6],
    style: Style,
    mut cell: impl FnMut(&mut Ui, usize, Rect),
) {
    let line = tokens(ui).line;
    let style = style.rows(MOST_LINES);
    let galleys = cells.each_ref().map(|(words, _)| text::galley(ui.ctx(), words, &style, width - 2.0 * PAD));
    let height = galleys.iter().map(|g| g.size().y).fold(0.0, f32::max) + 2.0 * PAD;
    let (rect, _) = ui.allocate_exact_size(vec2(6.0 * width, height), Sense::hover());
    let mut left = rect.left();
    for (column, galley) in galleys.into_iter().enumerate() {
        let room = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
        cell(ui, column, room.shrink(1.0));
        ui.painter().galley(room.min + vec2(PAD, PAD), galley, cells[column].1);
        left += width;
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, line));
}

/// What an instrument is called: `Policy instrument 2`.
fn row_owner(cx: &Cx<'_>, row: &Instrument) -> String {
    let number = cx.plan.instruments.position(row.id).unwrap_or_default() + 1;
    parts::row_name::<Instrument>(cx, &number.to_string())
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Instrument, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| Instrument::change(row.id, change);
    let area = Look { rows: 2, ..Look::AREA }.of(owner);
    let look = Look::LINE.of(owner).hinting("hint-instrument-name");
    fields::text(ui, cx, out, cell(INSTRUMENT.name), &row.name, look, |v| set(InstrumentField::Name(v)));
    type Set = fn(Text) -> InstrumentField;
    let about: [(_, &Text, Set); 3] = [
        (INSTRUMENT.aim, &row.aim, InstrumentField::Aim),
        (INSTRUMENT.target_group, &row.target_group, InstrumentField::TargetGroup),
        (INSTRUMENT.owner, &row.owner, InstrumentField::Owner),
    ];
    let judged: [(_, &Text, Set); 2] = [
        (INSTRUMENT.works, &row.works, InstrumentField::Works),
        (INSTRUMENT.gap, &row.gap, InstrumentField::Gap),
    ];
    for (texts, least) in [(&about[..], 180.0), (&judged[..], 240.0)] {
        kit::columns_or_stack(ui, texts.len(), least, |ui, i| {
            let (field, value, change) = &texts[i];
            fields::text(ui, cx, out, cell(*field), value, area, |v| set(change(v)));
        });
    }
    let look = area.hinting("hint-instrument-proposal");
    fields::text(ui, cx, out, cell(INSTRUMENT.proposal), &row.proposal, look, |v| {
        set(InstrumentField::Proposal(v))
    });
    match take::activity_named(cx, &row.proposal) {
        Some(activity) => take::activity_link_ui(ui, cx, out, activity),
        None => {
            let words = ("instrument-make-activity", owner, "step-instrument-activity");
            take::activity_ui(ui, cx, out, words, &row.proposal, |activity| {
                (Activity { responsible: row.owner.clone(), ..activity }, Vec::new())
            });
        }
    }
}
