//! Headings, buttons, cards and the frame of a page.

use super::{FORM_WIDTH, Icon, RADIUS, paint_icon, tokens};
use crate::{
    locale::Words,
    plan::{Choice, Lang, Text},
    text::{self, Style},
};
use egui::{
    Align, Button, Color32, CornerRadius, Frame, Layout, Margin, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

/// Says `words` when the pointer rests on the widget.
pub(crate) fn hint(response: Response, words: &str) -> Response {
    if words.is_empty() {
        return response;
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        text::label(ui, words, Style::small());
    })
}

/// Says beside a field what is wrong with it, while it has the focus or the pointer, and to a screen reader always.
pub(crate) fn fault(field: &Response, words: &str) {
    field.ctx.accesskit_node_builder(field.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(words);
    });
    let mut tip = egui::Tooltip::for_widget(field);
    tip.popup = tip.popup.open(field.has_focus() || field.hovered());
    tip.show(|ui| {
        ui.set_max_width(360.0);
        text::label(ui, words, Style::small().color(tokens(ui).bad));
    });
}

/// Adds a button of one row that is as high in every script: a tall one takes its room from the margin.
fn add_button(
    ui: &mut Ui,
    words: &str,
    style: &Style,
    look: impl FnOnce(Button<'_>) -> Button<'_>,
) -> Response {
    let galley = text::galley(ui.ctx(), words, style, f32::INFINITY);
    let usual = text::galley(ui.ctx(), "x", style, f32::INFINITY).size().y;
    let margin = ui.spacing().button_padding;
    ui.spacing_mut().button_padding.y = (margin.y - (galley.size().y - usual).max(0.0) / 2.0).max(0.0);
    let response = ui.add(look(Button::new(galley)));
    ui.spacing_mut().button_padding = margin;
    response
}

/// A button.
pub fn button(ui: &mut Ui, words: &str) -> Response {
    add_button(ui, words, &Style::body(), |button| button)
}

/// The button for what most people want to do here. One a page.
pub fn primary_button(ui: &mut Ui, words: &str) -> Response {
    let t = tokens(ui);
    let style = Style::body().strong().color(t.on_indigo);
    let response =
        add_button(ui, words, &style, |button| button.fill(t.indigo).stroke(Stroke::new(1.0, t.indigo)));
    // Its fill hides how other buttons show the pointer and the focus.
    if response.hovered() {
        ui.painter().rect_filled(response.rect, CornerRadius::same(RADIUS), t.on_indigo.gamma_multiply(0.12));
    }
    if response.has_focus() {
        let stroke = Stroke::new(1.5, t.on_indigo);
        let inside = response.rect.shrink(2.5);
        ui.painter().rect_stroke(inside, CornerRadius::same(RADIUS - 2), stroke, StrokeKind::Inside);
    }
    response
}

/// A button that looks like words: for what is done now and then.
pub fn link_button(ui: &mut Ui, words: &str) -> Response {
    let t = tokens(ui);
    add_button(ui, words, &Style::body().color(t.indigo), |button| button.frame_when_inactive(false))
}

/// A switch that stays on until it is clicked again.
pub fn toggle(ui: &mut Ui, words: &str, is_on: &mut bool) -> Response {
    let galley = text::galley(ui.ctx(), words, &Style::body(), f32::INFINITY);
    let response = ui.add(Button::selectable(*is_on, galley).frame_when_inactive(true));
    if response.clicked() {
        *is_on = !*is_on;
    }
    response
}

/// One of [`segments`].
#[derive(Debug, Clone)]
pub struct Segment<'a> {
    name: &'a str,
    said: Option<String>,
}

impl<'a> Segment<'a> {
    /// A way with these words, and others for a screen reader.
    #[must_use]
    pub const fn said(name: &'a str, said: String) -> Self {
        Self { name, said: Some(said) }
    }
}

impl<'a, S: AsRef<str>> From<&'a S> for Segment<'a> {
    fn from(name: &'a S) -> Self {
        Self { name: name.as_ref(), said: None }
    }
}

/// Ways to choose from, in one frame: they say what is shown, and nothing else happens. `chosen`: the one that is shown. Says which
/// one was clicked. Where they have no room in a row they stand without the frame.
pub fn segments(
    ui: &mut Ui,
    role: Role,
    ways: &[Segment<'_>],
    chosen: Option<usize>,
    style: &Style,
) -> Option<usize> {
    const INSET: f32 = 2.0;
    let t = tokens(ui);
    let galleys: Vec<_> =
        ways.iter().map(|way| text::galley(ui.ctx(), way.name, style, f32::INFINITY)).collect();
    let usual = text::galley(ui.ctx(), "x", style, f32::INFINITY).size().y;
    // As high as a button with these words.
    let margin = vec2(10.0, (usual * 0.18).round());
    let widths: f32 = galleys.iter().map(|galley| galley.size().x + 2.0 * margin.x).sum();
    let size = vec2(widths + 2.0 * INSET, usual + 2.0 * (margin.y + INSET));
    let mut clicked = None;
    let mut buttons = |ui: &mut Ui| {
        for (i, galley) in galleys.iter().enumerate() {
            let is_on = chosen == Some(i);
            // As high in every script: a tall one takes its room from the margin.
            let spare = margin.y - (galley.size().y - usual).max(0.0) * 0.5;
            ui.spacing_mut().button_padding = vec2(margin.x, spare.max(0.0));
            let response = ui.add(Button::selectable(is_on, galley.clone()));
            response.widget_info(|| {
                WidgetInfo::selected(role, true, is_on, ways[i].said.as_deref().unwrap_or(ways[i].name))
            });
            if response.clicked() {
                clicked = Some(i);
            }
        }
    };
    if size.x > ui.max_rect().width() {
        ui.horizontal_wrapped(buttons);
        return clicked;
    }
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let stroke = Stroke::new(1.0, t.line);
    ui.painter().rect(rect, CornerRadius::same(RADIUS), t.surface, stroke, StrokeKind::Inside);
    let layout = Layout::left_to_right(Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect.shrink(INSET)).layout(layout));
    inside.spacing_mut().item_spacing.x = 0.0;
    inside.spacing_mut().interact_size.y = 0.0;
    buttons(&mut inside);
    clicked
}

/// The sign of a list to choose from, for [`egui::ComboBox::icon`].
pub(crate) fn list_sign(ui: &Ui, rect: Rect, _: &egui::style::WidgetVisuals, _: bool) {
    let square = Rect::from_center_size(rect.center(), Vec2::splat(12.0));
    paint_icon(ui.painter(), square, Icon::Down, tokens(ui).ink_soft);
}

/// What the keys do, or another remark beside buttons: as many of its parts as stand whole in the room that is left, and all of them
/// where the pointer rests. Parts stand between ` · `.
pub fn remark(ui: &mut Ui, words: &str, style: Style) -> Option<Response> {
    const BETWEEN: &str = " · ";
    let parts: Vec<&str> = words.split(BETWEEN).collect();
    if parts.len() == 1 {
        return Some(text::label_elided(ui, words, style));
    }
    let room = ui.available_width();
    let fits = |words: &String| text::width(ui.ctx(), words, &style) <= room;
    let shown = (1..=parts.len()).rev().map(|n| parts[..n].join(BETWEEN)).find(fits)?;
    let label = text::label(ui, &shown, style);
    Some(if shown == words { label } else { hint(label, words) })
}

/// A surface with a border.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens(ui);
    Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, content)
        .inner
}

/// The frame of a question.
pub fn dialog_frame(ctx: &egui::Context) -> Frame {
    let style = ctx.global_style();
    Frame::popup(&style).corner_radius(CornerRadius::same(10)).inner_margin(Margin::same(20))
}

/// A page: its name, one sentence on what it is for, then the work. Scrolls.
pub fn page<R>(ui: &mut Ui, name: &str, purpose: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin { left: 24, right: 24, top: 16, bottom: 48 })
                .show(ui, |ui| {
                    heading(ui, name, purpose);
                    content(ui)
                })
                .inner
        })
        .inner
}

/// The name of a page and what it is for.
pub fn heading(ui: &mut Ui, name: &str, purpose: &str) {
    let t = tokens(ui);
    let title = text::label(ui, name, Style::section());
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    ui.add_space(-4.0);
    text::label(ui, purpose, Style::body().color(t.ink_soft));
    ui.add_space(12.0);
}

/// A row of words and buttons around one middle, wrapped where there is no room.
pub fn bar<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        // As high as a button from the start: what comes before the first one would stand too high.
        ui.spacing_mut().interact_size.y = 34.0;
        ui.horizontal_wrapped(content).inner
    })
    .inner
}

/// Content no wider than a form should be.
pub fn form<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width(FORM_WIDTH.min(ui.available_width()));
        ui.spacing_mut().item_spacing.y = 12.0;
        content(ui)
    })
    .inner
}

/// Parts side by side where there is room for `least` points each, else one below the other.
pub fn columns_or_stack(ui: &mut Ui, count: usize, least: f32, mut part: impl FnMut(&mut Ui, usize)) {
    // Few columns: the count is exact as a float.
    #[allow(clippy::cast_precision_loss)]
    let room = ui.available_width() / count.max(1) as f32;
    if count > 1 && room >= least {
        let gap = ui.spacing().item_spacing.x;
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.columns(count, |columns| {
            for (i, ui) in columns.iter_mut().enumerate() {
                ui.spacing_mut().item_spacing.x = gap;
                part(ui, i);
            }
        });
        ui.spacing_mut().item_spacing.x = gap;
    } else {
        (0..count).for_each(|i| part(ui, i));
    }
}

/// The room of the motif in an empty state, in points.
const MOTIF: f32 = 176.0;

/// What an empty page says: what belongs here and what to do next.
pub fn empty_state(ui: &mut Ui, words: &str, next: &str) -> Response {
    let t = tokens(ui);
    let width = FORM_WIDTH.min(ui.available_width());
    let frame = Frame::new()
        .fill(t.surface)
        .stroke(Stroke::new(1.0, t.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::same(24));
    let shown = frame.show(ui, |ui| {
        ui.set_width(width - 48.0);
        let room = ui.available_width() - if width > 480.0 { MOTIF } else { 0.0 };
        ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            text::label(ui, words, Style::body());
            ui.add_space(8.0);
            primary_button(ui, next)
        })
        .inner
    });
    if width > 480.0 {
        // The motif of the start screen, where nothing is written.
        let card = shown.response.rect.shrink(1.0);
        let corner = card.with_min_x(card.right() - MOTIF);
        super::kawung(ui.painter(), corner, 40.0, MOTIF * 0.7, t.soga.gamma_multiply(0.16));
    }
    shown.inner
}

/// A short word on a tinted ground.
pub fn tag(ui: &mut Ui, words: &str, ink: Color32) -> Response {
    let galley = text::galley(ui.ctx(), words, &Style::small().color(ink), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), ink.gamma_multiply(super::TAG_WASH));
    ui.painter().galley(rect.min + vec2(6.0, 2.0), galley, ink);
    response
}

/// How far something is, 0 to 1: an empty, half or full ring.
pub fn ring(ui: &mut Ui, share: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
    paint_ring(ui, rect, share);
    response
}

/// Paints the ring of [`ring`] into a square.
pub(crate) fn paint_ring(ui: &Ui, rect: Rect, share: f32) {
    let t = tokens(ui);
    let (centre, radius) = (rect.center(), rect.width() * 0.5 - 1.5);
    let color = if share >= 1.0 { t.good } else { t.ink_soft };
    if share >= 1.0 {
        ui.painter().circle_filled(centre, radius + 0.5, color);
        paint_icon(ui.painter(), rect.shrink(2.0), Icon::Check, t.surface);
        return;
    }
    ui.painter().circle_stroke(centre, radius, Stroke::new(1.4, color));
    if share > 0.0 {
        let steps = 24_u8;
        let angle = |i: u8| {
            f32::from(i) / f32::from(steps) * share * std::f32::consts::TAU - std::f32::consts::FRAC_PI_2
        };
        let mut slice = egui::Mesh::default();
        slice.colored_vertex(centre, color);
        for i in 0..=steps {
            slice.colored_vertex(centre + vec2(angle(i).cos(), angle(i).sin()) * (radius - 1.5), color);
        }
        for i in 0..u32::from(steps) {
            slice.add_triangle(0, i + 1, i + 2);
        }
        ui.painter().add(slice);
    }
}

/// The name of a choice in the language of the interface.
#[must_use]
pub fn choice_name<'a, T: Choice>(words: &'a Words, choice: T) -> std::borrow::Cow<'a, str> {
    words.get(choice.words())
}

/// The text in the first of the languages that has one, else these words.
#[must_use]
pub fn title_or<'a>(title: &'a Text, langs: &[Lang], words: &'a str) -> &'a str {
    let best = title.best(langs);
    if best.is_blank() { words } else { best.raw() }
}

/// What a person does to a row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowWish {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Away.
    Delete,
}

/// The buttons of a row: up, down, delete. `name` says which row, for screen readers: "Output 2". Alt with arrow keys works
/// too while the focus is inside `area`.
pub fn row_menu(ui: &mut Ui, words: &Words, name: &str, is_first: bool, is_last: bool) -> Option<RowWish> {
    let said = |key: &str| words.with(key, &[("name", name.into())]);
    let mut wish = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        if super::icon_button(ui, Icon::Cross, &said("row-delete")).clicked() {
            wish = Some(RowWish::Delete);
        }
        ui.add_enabled_ui(!is_last, |ui| {
            if super::icon_button(ui, Icon::Down, &said("row-down")).clicked() {
                wish = Some(RowWish::Down);
            }
        });
        ui.add_enabled_ui(!is_first, |ui| {
            if super::icon_button(ui, Icon::Up, &said("row-up")).clicked() {
                wish = Some(RowWish::Up);
            }
        });
    });
    wish
}
