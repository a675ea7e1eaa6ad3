//! Fields that offer what there is: one of a list, yes or no.

use super::{Look, field_id, findings_ui, framed, remarks, visit};
use crate::{
    plan::{Choice, Edit, Place},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{list_sign, tokens},
    },
};
use egui::{ComboBox, Role, Ui, WidgetInfo};

/// What a list to choose from needs beside the chosen words, in points: its margins and the sign that opens it.
const COMBO_REST: f32 = 44.0;

/// One of a closed list, or none.
pub fn choice<T: Choice>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<T>,
    look: Look<'_>,
    edit: impl Fn(Option<T>) -> Edit,
) {
    let options: Vec<(T, String)> =
        T::all().iter().map(|c| (*c, cx.words.get(c.words()).into_owned())).collect();
    pick(ui, cx, out, place, value.as_ref(), &options, look, |c| edit(c.copied()));
}

/// One of these, or none.
#[allow(clippy::too_many_arguments, reason = "as its siblings, with the list to choose from")]
pub fn pick<T: PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<&T>,
    options: &[(T, String)],
    look: Look<'_>,
    edit: impl Fn(Option<&T>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let chosen = value.and_then(|v| options.iter().find(|(o, _)| o == v));
        let t = tokens(ui);
        let nothing = cx.words.get("choice-none");
        let width = match look.width {
            None if look.is_cell => ui.available_width(),
            // No wider than its room, or it would push what follows out of sight.
            wide => ui.available_width().min(wide.unwrap_or(320.0)),
        };
        let shown = match chosen {
            Some((_, name)) => {
                text::galley(ui.ctx(), name, &Style::body().elided(), (width - COMBO_REST).max(40.0))
            }
            None => text::galley(ui.ctx(), &nothing, &Style::body().color(t.ink_soft), f32::INFINITY),
        };
        let combo = ComboBox::from_id_salt(field_id(place, None))
            .width(width)
            .selected_text(shown)
            .truncate()
            .icon(list_sign);
        let response = combo
            .show_ui(ui, |ui| {
                ui.set_min_width(width.max(160.0));
                if option_ui(ui, &nothing, chosen.is_none()) && value.is_some() {
                    out.edit(edit(None));
                }
                for (option, name) in options {
                    let is_chosen = value == Some(option);
                    if option_ui(ui, name, is_chosen) && !is_chosen {
                        out.edit(edit(Some(option)));
                    }
                }
            })
            .response;
        let said = chosen.map_or_else(|| nothing.to_string(), |(_, name)| name.clone());
        let name = look.name(label);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name);
            info.current_text_value = Some(said.clone());
            info
        });
        visit(cx, out, place, &response);
    });
}

fn option_ui(ui: &mut Ui, name: &str, is_chosen: bool) -> bool {
    let galley = text::galley(ui.ctx(), name, &Style::body(), 420.0);
    ui.add(egui::Button::selectable(is_chosen, galley)).clicked()
}

/// Yes or no, with its label behind the box.
pub fn check(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: bool,
    look: Look<'_>,
    edit: impl Fn(bool) -> Edit,
) {
    let label = look.label_of(cx, place);
    let mut checked = value;
    let words =
        text::galley(ui.ctx(), if look.is_cell { "" } else { &label }, &Style::body(), ui.available_width());
    let response = ui.checkbox(&mut checked, words);
    let name = look.name(&label);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, checked, &name));
    if checked != value {
        out.edit(edit(checked));
    }
    remarks::mark_cell(ui, cx, out, place, response.rect);
    visit(cx, out, place, &response);
    if !look.is_cell {
        findings_ui(ui, cx, out, place);
    }
}
