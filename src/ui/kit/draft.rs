//! Fields whose text can be wrong while it is typed: dates, numbers, codes.
//!
//! What is typed stays a draft until Enter or until the field is left. Then it is read: what fits becomes the value, what does not
//! stays there in red with a hint, and Escape forgets it. Before a command of the window is done the field is read as well
//! ([`settle`]): what stands on the screen is what is saved.

use super::cells::Stand;
use crate::{locale::read_quantity, plan::Decimal, text, ui::Cx};
use egui::{Context, Id, Key, Response, Ui};

#[derive(Clone, Default)]
struct Draft {
    text: String,
    is_wrong: bool,
}

/// What became of a draft field in this frame.
pub struct DraftOutput<T> {
    /// The field.
    pub response: Response,
    /// A new value: the outer option says that there is one, the inner one that it is not empty.
    pub value: Option<Option<T>>,
    /// What stands in the field does not fit.
    pub is_wrong: bool,
}

/// How a draft field looks.
#[derive(Debug, Clone, Default)]
pub struct DraftLook<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// What the empty field says.
    pub hint: &'a str,
    /// Width in points; nothing: all there is.
    pub width: Option<f32>,
    /// Where the text stands.
    pub stand: Stand,
}

/// Shows `shown` until somebody types, then the draft. `read` turns text into a value; nothing: it does not fit.
pub fn field<T>(
    ui: &mut Ui,
    id: Id,
    shown: &str,
    look: &DraftLook<'_>,
    read: impl Fn(&str) -> Option<T>,
) -> DraftOutput<T> {
    let draft = ui.data(|d| d.get_temp::<Draft>(id));
    let mut typed = draft.as_ref().map_or_else(|| shown.to_owned(), |d| d.text.clone());
    let was_wrong = draft.as_ref().is_some_and(|d| d.is_wrong);
    let escaped =
        draft.is_some() && ui.memory(|m| m.has_focus(id)) && ui.input(|i| i.key_pressed(Key::Escape));
    let bad = super::tokens(ui).bad;
    let out = ui
        .scope(|ui| {
            if was_wrong {
                let visuals = ui.visuals_mut();
                for state in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered] {
                    state.bg_stroke = egui::Stroke::new(1.5, bad);
                }
                visuals.selection.stroke = egui::Stroke::new(1.5, bad);
            }
            let style = look.stand.typed(ui, text::Style::body());
            let mut edit =
                text::Edit::singleline(id, &mut typed).name(look.name).hint(look.hint).style(style);
            if let Some(width) = look.width {
                edit = edit.width(width);
            }
            edit.show(ui)
        })
        .inner;
    let mut result = DraftOutput { value: None, is_wrong: was_wrong, response: out.response };
    if escaped {
        ui.data_mut(|d| d.remove::<Draft>(id));
        result.is_wrong = false;
        return result;
    }
    if out.changed {
        ui.data_mut(|d| d.insert_temp(id, Draft { text: typed.clone(), is_wrong: false }));
        result.is_wrong = false;
    }
    if (out.left || is_asked(ui, id)) && (out.changed || draft.is_some()) {
        let trimmed = typed.trim();
        let value = if trimmed.is_empty() { Some(None) } else { read(trimmed).map(Some) };
        match value {
            Some(value) => {
                ui.data_mut(|d| d.remove::<Draft>(id));
                result.value = Some(value);
                result.is_wrong = false;
            }
            None => {
                ui.data_mut(|d| d.insert_temp(id, Draft { text: typed, is_wrong: true }));
                result.is_wrong = true;
            }
        }
    }
    result
}

/// Reads quantities as the country of the plan writes them.
pub fn quantity_reader(cx: &Cx<'_>) -> impl Fn(&str) -> Option<Decimal> + use<> {
    let sign = cx.packs.decimal_sign(cx.plan.identity.country);
    move |text| read_quantity(text, sign)
}

fn asked_id() -> Id {
    Id::unique("draft to be read")
}

/// Whether a field was asked to read what was typed. It is asked once.
fn is_asked(ui: &Ui, id: Id) -> bool {
    let is_asked = ui.data(|d| d.get_temp::<Id>(asked_id())) == Some(id);
    if is_asked {
        ui.data_mut(|d| d.remove::<Id>(asked_id()));
    }
    is_asked
}

/// Asks the field with the focus to read in this frame what was typed there, when that is not its value yet. Says whether there is
/// such a field.
pub fn settle(ctx: &Context) -> bool {
    let Some(field) = ctx.memory(|m| m.focused()) else { return false };
    let waits = ctx.data(|d| d.get_temp::<Draft>(field)).is_some_and(|draft| !draft.is_wrong);
    if waits {
        ctx.data_mut(|d| d.insert_temp(asked_id(), field));
    }
    waits
}

/// Whether a field holds something typed that is not its value yet.
#[must_use]
pub fn is_pending(ui: &Ui, id: Id) -> bool {
    ui.data(|d| d.get_temp::<Draft>(id)).is_some()
}

/// What was typed in a field and is not its value yet.
#[must_use]
pub fn typed(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|d| d.get_temp::<Draft>(id)).map(|draft| draft.text)
}

/// Forgets what was typed in a field: its value stands there again.
pub fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|d| d.remove::<Draft>(id));
}

/// Puts a text that does not fit into a field: it stands there in red until somebody mends it.
pub fn put_wrong(ui: &Ui, id: Id, text: &str) {
    ui.data_mut(|d| d.insert_temp(id, Draft { text: text.to_owned(), is_wrong: true }));
}
