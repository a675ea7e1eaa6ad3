//! What stands above the canvas, and what an empty page says.

use super::{Show, View, links, picture::Picture};
use crate::{
    analysis::tree::{act::Target, differences},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, tokens},
    },
};
use egui::{Align, Layout, Role, Ui, WidgetInfo};

/// What to do first.
pub(super) fn empty_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture, out: &mut Outbox) {
    if kit::empty_state(ui, &cx.words.get("trees-empty"), &cx.words.get("trees-begin")).clicked() {
        let id = out.new_id();
        view.begin(&picture.tree, Target::Middle, id);
        view.camera = super::Camera::default();
    }
    ui.add_space(4.0);
    if kit::button(ui, &cx.words.get("trees-silent-begin")).clicked() {
        view.is_silent = true;
    }
    text::label(ui, &cx.words.get("trees-silent-note"), Style::small().color(tokens(ui).ink_soft));
}

/// The buttons above the canvas.
pub(super) fn toolbar_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture) {
    kit::bar(ui, |ui| {
        if view.is_silent {
            if kit::primary_button(ui, &cx.words.get("trees-silent-end")).clicked() {
                view.is_silent = false;
                view.selected = None;
                view.camera.fit();
            }
        } else {
            show_ui(ui, cx, view);
            zoom_ui(ui, cx, view);
        }
        large_button(ui, cx, view);
    });
    let row = egui::vec2(ui.available_width(), 34.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        if !view.is_silent {
            acts_ui(ui, cx, view, picture);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| hint_ui(ui, cx, view, picture));
    });
}

/// What can be done with the tree as a whole.
fn acts_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, picture: &Picture) {
    let has_chosen = !picture.tree.chosen(cx.plan).is_empty();
    if has_chosen && kit::primary_button(ui, &cx.words.get("trees-make-rows")).clicked() {
        view.asked = Some(links::Asked::default());
    }
    let count = differences(cx.plan).len();
    view.has_differences &= count > 0;
    if count > 0 {
        let words = cx.words.with("trees-differences", &[("count", count.into())]);
        kit::toggle(ui, &words, &mut view.has_differences);
    }
    if kit::link_button(ui, &cx.words.get("trees-silent-begin")).clicked() {
        view.is_silent = true;
        view.writing = None;
        view.draft = None;
    }
    if view.has_no_details && !view.is_large && kit::link_button(ui, &cx.words.get("trees-details")).clicked()
    {
        view.has_no_details = false;
    }
}

/// What was said last, or what the keys do.
fn hint_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, picture: &Picture) {
    let t = tokens(ui);
    let (key, ink) = match view.said {
        Some((key, _)) => (key, t.indigo),
        None if view.is_silent => ("trees-silent-rules", t.ink_soft),
        None if view.writing.is_some() => ("trees-hint-writing", t.ink_soft),
        None if picture.tree.core().is_none() => ("trees-hint-no-core", t.ink_soft),
        None => ("trees-hint", t.ink_soft),
    };
    let count = view.said.map_or(0, |(_, count)| count);
    let words = cx.words.with(key, &[("count", count.into())]);
    let said = kit::remark(ui, &words, Style::small().color(ink));
    if let Some(said) = said.filter(|_| view.said.is_some()) {
        said.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    }
}

fn large_button(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    let key = if view.is_large { "trees-large-end" } else { "trees-large" };
    if kit::button(ui, &cx.words.get(key)).clicked() {
        view.is_large = !view.is_large;
        view.camera.fit();
    }
}

/// Problems, objectives, or both.
fn show_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    let names = Show::ALL.map(|show| cx.words.get(show.words()));
    let names = names.each_ref().map(kit::Segment::from);
    let now = Show::ALL.iter().position(|show| *show == view.show);
    let clicked = kit::segments(ui, Role::RadioButton, &names, now, &Style::body());
    if let Some(show) = clicked.filter(|_| clicked != now).map(|i| Show::ALL[i]) {
        // Problems and objectives stand in the same places; cards with both are wider.
        if Show::Both == show || Show::Both == view.show {
            view.camera.begin();
        }
        view.show = show;
        view.writing = None;
        view.draft = None;
    }
}

/// Smaller, larger, everything.
fn zoom_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 2.0);
    let any = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::Vec2::splat(100.0));
    if kit::icon_button(ui, Icon::Minus, &cx.words.get("trees-smaller")).clicked() {
        view.camera.zoom_at(any, 0.8, any.center());
    }
    if kit::icon_button(ui, Icon::Plus, &cx.words.get("trees-larger")).clicked() {
        view.camera.zoom_at(any, 1.0 / 0.8, any.center());
    }
    if kit::link_button(ui, &cx.words.get("trees-fit")).clicked() {
        // Without the details there is more room.
        view.selected = None;
        view.camera.fit();
    }
    ui.spacing_mut().item_spacing.x = spacing;
}
