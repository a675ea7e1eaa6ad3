//! The list of sections, in the method's order.

use super::next;
use crate::{
    analysis::Part,
    plan::{Depth, Edit, IdentityField},
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{self, tokens},
    },
};
use egui::{CornerRadius, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Shows the list. `slim`: signs with a short word each, for narrow windows.
pub fn nav_ui(ui: &mut Ui, cx: &Cx<'_>, current: Page, slim: bool, out: &mut Outbox) {
    let t = tokens(ui);
    ScrollArea::vertical().id_salt("sections").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut group = None;
        for (under, page) in Page::list(cx.plan) {
            if group != Some(under) {
                group = Some(under);
                ui.add_space(if slim { 4.0 } else { 8.0 });
                if !slim {
                    let name = cx.words.get(under.words()).to_uppercase();
                    text::label(ui, &name, Style::new(11.5).strong().color(t.ink_soft));
                    ui.add_space(2.0);
                }
            }
            entry_ui(ui, cx, page, page == current, slim, out);
            if page == current && !slim {
                let margin = egui::Margin { left: 32, right: 4, top: 0, bottom: 4 };
                egui::Frame::new().inner_margin(margin).show(ui, |ui| next::line_ui(ui, cx, page, out));
            }
        }
        ui.add_space(if slim { 4.0 } else { 12.0 });
        let is_full = cx.plan.identity.depth == Some(Depth::Full);
        let (key, next) =
            if is_full { ("nav-to-simple", Depth::Simple) } else { ("nav-to-full", Depth::Full) };
        let words = cx.words.get(key);
        let is_wished = if slim { slim_link(ui, &words) } else { kit::link_button(ui, &words).clicked() };
        if is_wished {
            out.edit(Edit::Identity(IdentityField::Depth(Some(next))));
        }
    });
}

/// A link in the narrow list: its words stand below each other.
fn slim_link(ui: &mut Ui, words: &str) -> bool {
    let t = tokens(ui);
    let width = ui.available_width();
    let style = Style::new(11.5).color(t.indigo).align(text::Align::Center).fill();
    let galley = text::galley(ui.ctx(), words, &style, width - 4.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    frame_ui(ui, rect, &response);
    ui.painter().galley(rect.min + vec2(2.0, 4.0), galley, t.indigo);
    response.clicked()
}

/// The border under the pointer and with the focus.
fn frame_ui(ui: &Ui, rect: Rect, response: &egui::Response) {
    let t = tokens(ui);
    if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.0, if response.has_focus() { t.indigo } else { t.line });
        ui.painter().rect_stroke(rect, CornerRadius::same(kit::RADIUS), stroke, egui::StrokeKind::Inside);
    }
}

/// What a screen reader says about a page: its name, in words how full its ring is, and how much there is to look at.
fn said(cx: &Cx<'_>, name: &str, parts: &[Part], errors: usize) -> String {
    let (there, all) = (parts.iter().filter(|part| part.is_there).count(), parts.len());
    let mut said = name.to_owned();
    if all > 0 {
        let key = match there {
            0 => "nav-empty",
            _ if there == all => "nav-full",
            _ => "nav-begun",
        };
        said = cx.words.with(key, &[("name", said.into()), ("there", there.into()), ("all", all.into())]);
    }
    if errors > 0 {
        said = cx.words.with("nav-with-findings", &[("name", said.into()), ("count", errors.into())]);
    }
    said
}

fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, is_current: bool, slim: bool, out: &mut Outbox) {
    let t = tokens(ui);
    let name = cx.words.get(page.words());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), if slim { 38.0 } else { 30.0 }), Sense::click());
    let parts = match page {
        Page::Section(section) => cx.derived.fullness.parts(section),
        Page::HandOver | Page::Choices => &[],
    };
    let errors = match page {
        Page::Section(section) => cx.findings.count_serious_in(section),
        Page::HandOver => 0,
        Page::Choices => cx.plan.choices.len(),
    };
    response
        .widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, said(cx, &name, parts, errors)));
    if is_current {
        ui.painter().rect_filled(rect, CornerRadius::same(kit::RADIUS), t.indigo_wash);
    }
    frame_ui(ui, rect, &response);
    let middle = if slim {
        pos2(rect.center().x, rect.top() + 11.0)
    } else {
        pos2(rect.left() + 16.0, rect.center().y)
    };
    let mark = Rect::from_center_size(middle, Vec2::splat(14.0));
    match page {
        Page::Section(section) => kit::paint_ring(ui, mark, cx.derived.fullness.share(section)),
        Page::HandOver => kit::paint_icon(ui.painter(), mark.expand(2.0), kit::Icon::Page, t.ink_soft),
        Page::Choices => kit::paint_icon(ui.painter(), mark.expand(2.0), kit::Icon::Triangle, t.warn),
    }
    let ink = if is_current { t.indigo } else { t.ink };
    if slim {
        let (at, style) = (pos2(middle.x, rect.bottom() - 10.0), Style::new(11.5).elided());
        let key = format!("{}-short", page.words());
        let short = cx.words.get(&key);
        let room = rect.width() - 4.0;
        text::paint_within(ui.painter(), at, egui::Align2::CENTER_CENTER, &short, &style, ink, room);
    } else {
        let (left, style) = (pos2(rect.left() + 32.0, middle.y), Style::body().elided());
        let room = rect.width() - 32.0 - if errors > 0 { 28.0 } else { 4.0 };
        // A short word says more than a long one without its end.
        let is_long = text::width(ui.ctx(), &name, &style) > room;
        let key = format!("{}-short", page.words());
        let name = if is_long { cx.words.get(&key) } else { name.clone() };
        text::paint_within(ui.painter(), left, egui::Align2::LEFT_CENTER, &name, &style, ink, room);
    }
    if errors > 0 {
        let right = pos2(rect.right() - 8.0, middle.y);
        let style = Style::small().strong();
        text::paint(ui.painter(), right, egui::Align2::RIGHT_CENTER, &errors.to_string(), &style, t.warn);
    }
    let response = if slim {
        response.on_hover_ui(|ui| {
            text::label(ui, &name, Style::small());
        })
    } else {
        response
    };
    if response.clicked() {
        out.wish(Wish::Show(page));
    }
}
