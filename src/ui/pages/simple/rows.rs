//! What the lists of the short form are made of.

use crate::{
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, LongList, tokens},
    },
};
use egui::{Frame, Margin, Stroke, Ui};

/// A row that needs two lines, on a surface of its own.
pub(super) fn framed(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin { left: 10, right: 4, top: 6, bottom: 8 })
        .show(ui, content);
}

/// The rows of a table, each shown by `row`.
pub(super) fn list_ui<T: Row>(
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

pub(super) fn add_button(ui: &mut Ui, cx: &Cx<'_>, key: &str) -> bool {
    kit::link_button(ui, &cx.words.get(key)).clicked()
}

/// The beginning of a text of a row, as the name of what belongs to it.
pub(super) fn title<'a>(cx: &Cx<'_>, text: &'a Text) -> &'a str {
    let langs: Vec<Lang> = cx.shown.iter().chain(cx.plan.languages()).cloned().collect();
    text.best(&langs).raw()
}

/// The number and the text of a row, softly, before a field that belongs to it.
pub(super) fn of_row(ui: &mut Ui, number: &str, words: &str) {
    let said = if words.is_empty() { number.to_owned() } else { format!("{number}  {words}") };
    ui.add_space(7.0);
    text::label_elided(ui, &said, Style::small().color(tokens(ui).ink_soft));
}
