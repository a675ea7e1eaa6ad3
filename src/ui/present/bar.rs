//! The buttons of a talk, over the lower edge while the pointer moves or one of them has the focus. They are there for screen
//! readers all the time.

use super::{Present, PresentCx, PresentWish};
use crate::{
    text::{self, Style},
    ui::kit::{self, DARK, Icon},
};
use egui::{Align, Layout, Rect, Response, Role, Ui, UiBuilder, WidgetInfo, pos2};

const HEIGHT: f32 = 48.0;

/// Shows the buttons.
pub(super) fn bar_ui(
    view: &mut Present,
    ui: &mut Ui,
    cx: &PresentCx<'_>,
    (count, now): (usize, f64),
    wishes: &mut Vec<PresentWish>,
) {
    let room = ui.max_rect();
    let rect = Rect::from_min_max(pos2(room.left(), room.bottom() - HEIGHT), room.right_bottom());
    let layout = Layout::left_to_right(Align::Center);
    let inner = rect.shrink2(egui::vec2(16.0, 6.0));
    let mut bar = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout).id_salt("bar of the talk"));
    let is_seen = view.has_bar(now);
    if !is_seen {
        bar.set_opacity(0.0);
    }
    bar.painter().rect_filled(rect, 0.0, DARK.surface.gamma_multiply(0.94));
    let mut has_focus = false;
    let mut see = |response: Response| {
        has_focus |= response.has_focus();
        // Nobody presses what he does not see, but for a screen reader and the keyboard.
        response.clicked() && (is_seen || !response.clicked_by(egui::PointerButton::Primary))
    };
    let ui = &mut bar;
    let words = |key: &'static str| cx.words.get(key).into_owned();
    ui.add_enabled_ui(view.slide > 0, |ui| {
        if see(kit::icon_button(ui, Icon::Left, &words("present-back"))) {
            view.step(false, count, now);
        }
    });
    let values = [("number", (view.slide + 1).into()), ("count", count.into())];
    text::label(ui, &cx.words.with("present-of", &values), Style::body().color(DARK.ink_soft));
    ui.add_enabled_ui(view.slide + 1 < count, |ui| {
        if see(kit::icon_button(ui, Icon::Right, &words("present-on"))) {
            view.step(true, count, now);
        }
    });
    ui.add_space(12.0);
    let clock = if view.timer.is_running() { "present-stop-clock" } else { "present-start-clock" };
    if see(kit::link_button(ui, &words(clock))) {
        view.timer.toggle(now);
    }
    if see(kit::link_button(ui, &words("present-reset-clock"))) {
        view.timer.reset(now);
    }
    if see(switch(ui, view.has_notes, &words("present-notes"))) {
        view.has_notes = !view.has_notes;
    }
    if see(switch(ui, view.is_dark, &words("present-dark"))) {
        view.is_dark = !view.is_dark;
    }
    if cx.languages.len() > 1 {
        ui.add_space(12.0);
        for (lang, name) in cx.languages {
            if see(switch(ui, lang == cx.lang, name)) && lang != cx.lang {
                wishes.push(PresentWish::Speak(lang.clone()));
            }
        }
    }
    ui.add_space(12.0);
    if see(kit::link_button(ui, &words("present-end"))) {
        wishes.push(PresentWish::End);
    }
    view.bar_has_focus = has_focus;
}

fn switch(ui: &mut Ui, is_on: bool, name: &str) -> Response {
    let galley = text::galley(ui.ctx(), name, &Style::body().nastaliq(false), f32::INFINITY);
    let response = ui.add(egui::Button::selectable(is_on, galley));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    response
}
