//! Lines over the page: something waits for the person that belongs to no page.

use crate::{
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{self, Icon, tokens},
    },
};
use egui::Ui;
use std::path::PathBuf;

/// The height of a line, in points: that of a button.
const LINE: f32 = 34.0;

/// A line with buttons in it: all stands in its middle.
pub fn line(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal_wrapped(content);
    });
}

/// Over the pages of a plan in which something is to be chosen after two copies were joined.
pub fn choices_banner(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let count = cx.plan.choices.len();
    line(ui, |ui| {
        kit::icon(ui, Icon::Triangle, 14.0, tokens(ui).warn);
        text::label(ui, &cx.words.with("choices-banner", &[("count", count.into())]), Style::body());
        if kit::button(ui, &cx.words.get("choices-banner-go")).clicked() {
            out.wish(Wish::Show(Page::Choices));
        }
    });
}

/// Over the pages of a plan beside whose file other copies of it lie.
pub fn copies_banner(ui: &mut Ui, cx: &Cx<'_>, copies: &[PathBuf], out: &mut Outbox) {
    let Some(first) = copies.first() else { return };
    let name = first.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let words = cx.words.with("copies-found", &[("count", copies.len().into()), ("name", name.into())]);
    line(ui, |ui| {
        let t = tokens(ui);
        kit::icon(ui, Icon::Page, 14.0, t.indigo);
        text::label(ui, &words, Style::body());
        if kit::button(ui, &cx.words.get("copies-join")).clicked() {
            out.wish(Wish::JoinCopy(first.clone()));
        }
        if kit::link_button(ui, &cx.words.get("copies-later")).clicked() {
            out.wish(Wish::LeaveCopies);
        }
        text::label(ui, &cx.words.get("copies-why"), Style::small().color(t.ink_soft));
    });
}
