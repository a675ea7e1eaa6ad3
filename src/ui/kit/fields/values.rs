//! Fields whose text is read: dates and numbers. What does not fit stays in red until somebody mends it.

use super::{Look, field_id, framed, visit};
use crate::{
    locale::{grouped, read_amount},
    plan::{Day, Decimal, Edit, Grouping, Place},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            Dates,
            cells::Stand,
            day_picker,
            draft::{self, DraftLook},
            tokens, widgets,
        },
    },
};
use egui::{Response, Ui};

/// A date.
pub fn day(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Day>,
    look: Look<'_>,
    edit: impl Fn(Option<Day>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let dates = Dates::at(cx, place);
        let name = look.name(label);
        let said = |day| if look.is_cell { dates.shown(day) } else { dates.in_words(day) };
        let (shown, hint) = (value.map(said).unwrap_or_default(), dates.hint(cx.today));
        let width = match (look.width, look.is_cell) {
            (Some(width), _) => Some(width.max(dates.width())),
            (None, true) => None,
            (None, false) => Some(dates.width() + 12.0).map(|width| width.max(180.0)),
        };
        let draft_look = DraftLook { name: &name, hint: &hint, width, stand: Stand::Window };
        let done = draft::field(ui, field_id(place, None), &shown, &draft_look, |text| dates.read(text));
        let picked = day_picker::choose(ui, cx, &dates, &done.response, value, &name);
        if let Some(value) = picked.or(done.value) {
            out.edit(edit(value));
        }
        day_note_ui(ui, &dates, &done.response, value, done.is_wrong && picked.is_none(), look);
        visit(cx, out, place, &done.response);
    });
}

/// Below a date: what to type instead of what does not fit, or the Gregorian date and what to know about it.
fn day_note_ui(
    ui: &mut Ui,
    dates: &Dates<'_>,
    field: &Response,
    value: Option<Day>,
    is_wrong: bool,
    look: Look<'_>,
) {
    let t = tokens(ui);
    let remark = value.and_then(|day| dates.remark(day));
    let (words, ink) = match (is_wrong, value, remark) {
        (true, _, _) => (dates.wrong(&draft::typed(ui, field.id).unwrap_or_default()), t.bad),
        (false, Some(day), None) => (dates.beside(day), t.ink_soft),
        (false, Some(day), Some(remark)) => (format!("{}. {remark}", dates.beside(day)), t.warn),
        (false, None, _) => return,
    };
    if words.is_empty() {
        return;
    }
    if look.is_cell {
        widgets::hint(field.clone(), &words);
    } else {
        text::label(ui, &words, Style::small().color(ink));
    }
}

/// A number with its digits in groups.
pub fn number(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Decimal>,
    look: Look<'_>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) {
    let keys = ("", "field-number-wrong", true);
    typed(ui, cx, out, place, &number_words(cx, value), look, keys, draft::quantity_reader(cx), edit);
}

/// An amount of money, or a count, with its digits in groups.
pub fn amount(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<Decimal>,
    look: Look<'_>,
    edit: impl Fn(Option<Decimal>) -> Edit,
) {
    let keys = ("", "field-number-wrong", true);
    typed(ui, cx, out, place, &number_words(cx, value), look, keys, read_amount, edit);
}

fn number_words(cx: &Cx<'_>, value: Option<Decimal>) -> String {
    let grouping = cx.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    value.map(|n| grouped(n.normalize(), grouping)).unwrap_or_default()
}

/// A whole number without groups: a year, a count of months.
pub fn whole(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    value: Option<i32>,
    look: Look<'_>,
    edit: impl Fn(Option<i32>) -> Edit,
) {
    let shown = value.map(|n| n.to_string()).unwrap_or_default();
    let read = |text: &str| read_amount(text).filter(|n| n.fract().is_zero()).and_then(|n| n.try_into().ok());
    typed(ui, cx, out, place, &shown, look, ("", "field-number-wrong", true), read, edit);
}

/// A value that is typed as text and may be wrong meanwhile. `kind`: keys of the hint in the empty field and of what is wrong,
/// and whether it stands at the end.
#[allow(
    clippy::too_many_arguments,
    reason = "the common inside of the fields above, called by them and by pages with codes"
)]
pub fn typed<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    shown: &str,
    look: Look<'_>,
    (hint, wrong, at_end): (&str, &str, bool),
    read: impl Fn(&str) -> Option<T>,
    edit: impl Fn(Option<T>) -> Edit,
) {
    framed(ui, cx, out, place, look, |ui, cx, out, label| {
        let name = look.name(label);
        let hint = if hint.is_empty() { look.hint_of(cx) } else { cx.words.get(hint).into_owned() };
        let draft_look = DraftLook {
            name: &name,
            hint: &hint,
            width: look.width.or((!look.is_cell).then_some(180.0)),
            stand: if at_end && look.is_cell { Stand::Number } else { Stand::Own },
        };
        let done = draft::field(ui, field_id(place, None), shown, &draft_look, read);
        if let Some(value) = done.value {
            out.edit(edit(value));
        }
        if done.is_wrong {
            let words = cx.words.get(wrong);
            if look.is_cell {
                widgets::hint(done.response.clone(), &words);
            } else {
                let t = tokens(ui);
                text::label(ui, &words, Style::small().color(t.bad));
            }
        }
        visit(cx, out, place, &done.response);
    });
}
