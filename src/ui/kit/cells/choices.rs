//! Cells with something chosen: one of many, yes or no.

use super::{Cell, Stand, at_rest, mark, paint, whole};
use crate::{
    plan::{Choice, Edit},
    text::Style,
    ui::{
        Cx, Outbox,
        kit::{self, ROW, fields::visit, picker, tokens},
    },
};
use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// What can be chosen in a cell: how many there are, and the name of each.
pub struct Options<'a> {
    /// How many.
    pub count: usize,
    /// The name of each by its number.
    pub name: &'a dyn Fn(usize) -> String,
}

/// One of many, or none. `shown`: the name of what is chosen, or nothing. Gives the number of what is chosen now.
pub fn pick(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    shown: &str,
    options: &Options<'_>,
    edit: impl Fn(Option<usize>) -> Edit,
) -> Option<Response> {
    let t = tokens(ui);
    let id = cell.id(None);
    let line = cell.rect.with_max_y(cell.rect.top() + ROW);
    let response = at_rest(ui, id, line, Role::ComboBox, shown, || cell.name(cx));
    let is_awake = cell.is_field || response.has_focus() || response.hovered();
    let box_rect = line.shrink2(vec2(2.0, 3.0));
    let mut words = line;
    if is_awake {
        let stroke = egui::Stroke::new(1.0, if response.has_focus() { t.indigo } else { t.line });
        ui.painter().rect(box_rect, f32::from(kit::RADIUS), t.surface, stroke, egui::StrokeKind::Inside);
        let side = 12.0;
        let middle = egui::pos2(line.right() - 12.0, line.center().y);
        let sign = Rect::from_center_size(middle, egui::Vec2::splat(side));
        kit::paint_icon(ui.painter(), sign, kit::Icon::Down, t.ink_soft);
        words = line.with_max_x(line.right() - 18.0);
    }
    paint(ui, words, shown, cell.ink.unwrap_or(t.ink), Stand::Window);
    let response = whole(response, words.width(), shown, Style::body());
    if let Some(chosen) = picker::choose(ui, cx.words, &response, options.count, options.name) {
        out.edit(edit(chosen));
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}

/// One of a closed list, or none.
pub fn choice<T: Choice>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    value: Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) -> Option<Response> {
    let name = |i: usize| T::all().get(i).map(|c| cx.words.get(c.words()).into_owned()).unwrap_or_default();
    let shown = value.map(|v| cx.words.get(v.words())).unwrap_or_default();
    let options = Options { count: T::all().len(), name: &name };
    pick(ui, cx, out, cell, &shown, &options, |i| edit(i.and_then(|i| T::all().get(i).copied())))
}

/// Yes or no: a sign that a click, Space or Enter turns.
pub fn check(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    cell: Cell<'_>,
    (value, sign): (bool, kit::Icon),
    edit: impl Fn(bool) -> Edit,
) -> Option<Response> {
    let t = tokens(ui);
    let response = ui.interact(cell.rect.with_max_y(cell.rect.top() + ROW), cell.id(None), Sense::click());
    let name = || cell.name(cx);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), value, name()));
    let square = Rect::from_center_size(response.rect.center(), egui::Vec2::splat(18.0));
    if value {
        kit::paint_icon(ui.painter(), square, sign, t.indigo);
    } else if response.hovered() || response.has_focus() {
        kit::paint_icon(ui.painter(), square, sign, t.line);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.shrink(3.0),
            f32::from(kit::RADIUS),
            egui::Stroke::new(1.0, t.indigo),
            egui::StrokeKind::Inside,
        );
    }
    if response.clicked() && !ui.input(|i| i.key_pressed(egui::Key::Enter)) {
        out.edit(edit(!value));
    }
    visit(cx, out, cell.place, &response);
    mark(ui, cx, out, cell);
    Some(response)
}
