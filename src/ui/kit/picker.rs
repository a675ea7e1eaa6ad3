//! Choosing one of many: a list under a field, that can be searched and is laid out only where it is seen.

use super::tokens;
use crate::{
    analysis::search::Needle,
    locale::Words,
    text::{self, Style},
};
use egui::{Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

/// What a person typed to find something, and which row is marked.
#[derive(Clone, Default)]
struct Search {
    typed: String,
    marked: usize,
}

const ROW: f32 = 28.0;
const ROWS_SHOWN: f32 = 9.0;

/// Handles the keys and clicks that open the list of a field, and the list itself.
///
/// Space, Alt+Down, a letter or a click opens it; a letter also begins the search. Returns what was chosen: the inner
/// option is the number of a choice, or nothing when the value is taken back.
pub fn choose(
    ui: &Ui,
    words: &Words,
    field: &Response,
    count: usize,
    name: &dyn Fn(usize) -> String,
) -> Option<Option<usize>> {
    let popup = Popup::default_response_id(field);
    let is_open = Popup::is_id_open(ui.ctx(), popup);
    if !is_open {
        if field.has_focus() && take_delete(ui) {
            return Some(None);
        }
        let typed = field.has_focus().then(|| typed_letters(ui)).flatten();
        let by_enter = ui.input(|i| i.key_pressed(Key::Enter));
        let by_alt = field.has_focus() && ui.input_mut(|i| i.consume_key(Modifiers::ALT, Key::ArrowDown));
        if typed.is_some() || by_alt || (field.clicked() && !by_enter) {
            let typed = typed.unwrap_or_default();
            ui.data_mut(|d| d.insert_temp(popup, Search { typed, marked: 0 }));
            Popup::open_id(ui.ctx(), popup);
            ui.memory_mut(|m| m.request_focus(search_id(popup)));
        }
    }
    let shown = Popup::from_response(field)
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| list_ui(ui, words, popup, field.rect.width(), count, name));
    let chosen = shown.and_then(|inner| inner.inner)?;
    Popup::close_id(ui.ctx(), popup);
    field.request_focus();
    Some(chosen)
}

fn search_id(popup: Id) -> Id {
    popup.with("search")
}

fn take_delete(ui: &Ui) -> bool {
    ui.input_mut(|i| {
        i.consume_key(Modifiers::NONE, Key::Delete) || i.consume_key(Modifiers::NONE, Key::Backspace)
    })
}

/// Letters that were typed in this frame; the space bar counts as a click.
fn typed_letters(ui: &Ui) -> Option<String> {
    ui.input(|i| {
        i.events.iter().find_map(|e| match e {
            Event::Text(text) if !text.trim().is_empty() => Some(text.clone()),
            _ => None,
        })
    })
}

fn list_ui(
    ui: &mut Ui,
    words: &Words,
    popup: Id,
    width: f32,
    count: usize,
    name: &dyn Fn(usize) -> String,
) -> Option<Option<usize>> {
    ui.set_width(width.clamp(220.0, 460.0));
    let mut search = ui.data(|d| d.get_temp::<Search>(popup)).unwrap_or_default();
    let steps = ui.input_mut(|i| {
        let down = i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        (down, up)
    });
    let by_enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        Popup::close_id(ui.ctx(), popup);
    }
    let field = text::Edit::singleline(search_id(popup), &mut search.typed)
        .name(words.get("picker-search"))
        .hint(words.get("picker-search"))
        .show(ui);
    if field.changed {
        search.marked = 0;
    }
    let wanted = Needle::words(&search.typed);
    let fits = |name: String| wanted.iter().all(|word| word.is_in(&name));
    let found: Vec<usize> = (0..count).filter(|i| wanted.is_empty() || fits(name(*i))).collect();
    // The way back to nothing stands first, as long as nobody searches.
    let first = usize::from(wanted.is_empty());
    let total = found.len() + first;
    search.marked = (search.marked + steps.0).saturating_sub(steps.1).min(total.saturating_sub(1));
    if total == 0 {
        text::label(ui, &words.get("picker-nothing"), Style::small().color(tokens(ui).ink_soft));
    }
    let mut chosen = None;
    let mut area =
        ScrollArea::vertical().id_salt(popup).max_height(ROW * ROWS_SHOWN).auto_shrink([false, true]);
    if steps != (0, 0) {
        #[allow(clippy::cast_precision_loss, reason = "few enough rows to be exact")]
        let y = (search.marked as f32 - ROWS_SHOWN / 2.0) * (ROW + 2.0);
        area = area.vertical_scroll_offset(y.max(0.0));
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    area.show_rows(ui, ROW, total, |ui, rows| {
        for row in rows {
            let which = row.checked_sub(first).map(|i| found[i]);
            let words = which.map_or_else(|| words.get("choice-none").into_owned(), name);
            let style = Style::body().elided();
            let galley = text::galley(ui.ctx(), &words, &style, ui.available_width() - 26.0);
            let button = egui::Button::selectable(row == search.marked, galley);
            if ui.add_sized([ui.available_width(), ROW], button).clicked() {
                chosen = Some(which);
            }
        }
    });
    if by_enter && total > 0 {
        chosen = Some(search.marked.checked_sub(first).map(|i| found[i]));
    }
    ui.data_mut(|d| d.insert_temp(popup, search));
    chosen
}
