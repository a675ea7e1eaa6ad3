//! Rows of menus.

use super::{Icon, paint_icon, tokens};
use crate::{
    locale::Words,
    text::{self, Style},
    ui::Command,
};
use egui::{Atom, Button, IdSalt, Role, Ui, Vec2, WidgetInfo};

/// The sign before a row of a menu.
#[derive(Debug, Clone, Copy, Default)]
pub struct MenuMark {
    /// Whether there is room for a sign: before every row of a menu in which one has a sign.
    pub has_room: bool,
    /// For one of several ways: whether it is the one that holds now.
    pub is_on: Option<bool>,
}

/// A row of a menu: the name of a command and its shortcut. Says whether it was chosen.
pub fn menu_item(ui: &mut Ui, words: &Words, command: Command, enabled: bool, sign: MenuMark) -> bool {
    let said = words.get(command.words());
    let name = text::galley(ui.ctx(), &said, &Style::body(), f32::INFINITY);
    let mark = IdSalt::new("menu mark");
    let mut item = if sign.has_room {
        Button::new((Atom::custom(mark, Vec2::splat(14.0)), name))
    } else {
        Button::new(name)
    };
    if let Some(shortcut) = command.shortcut() {
        let t = tokens(ui);
        let keys = ui.ctx().format_shortcut(&shortcut);
        item = item.shortcut_text(text::galley(
            ui.ctx(),
            &keys,
            &Style::small().color(t.ink_soft),
            f32::INFINITY,
        ));
    }
    let shown = ui.add_enabled_ui(enabled, |ui| item.atom_ui(ui)).inner;
    if let Some(is_on) = sign.is_on {
        shown.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, enabled, is_on, &said));
        if let Some(square) = shown.rect(mark).filter(|_| is_on) {
            paint_icon(ui.painter(), square, Icon::Check, tokens(ui).indigo);
        }
    }
    let chosen = shown.clicked();
    if chosen {
        ui.close();
    }
    chosen
}
