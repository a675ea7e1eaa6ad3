//! Earlier versions of a plan: a list, and what changed between any two of them, in the plan's words.

use crate::{
    locale::Words,
    text::{self, Style},
    ui::{
        Outbox, Wish,
        kit::{self, tokens},
    },
};
use egui::{ComboBox, Frame, Margin, Panel, Role, ScrollArea, Ui, WidgetInfo};

/// A version as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// When it was made, in words.
    pub when: String,
    /// What made it, or the name that somebody gave it.
    pub what: String,
    /// Whether somebody gave it a name.
    pub is_named: bool,
}

/// One change, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where.
    pub place: String,
    /// What happened.
    pub what: String,
    /// What stood there before.
    pub before: String,
    /// What stands there after.
    pub after: String,
}

/// What is known of the changes between the two chosen versions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Compared {
    /// They are being looked at.
    #[default]
    Working,
    /// The changes.
    Lines(Vec<Line>),
    /// One of the two is damaged or gone.
    Damaged,
}

/// Two versions: by their place in the list, nothing for the plan as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair {
    /// The one that is looked at.
    pub older: Option<usize>,
    /// The one it is compared with.
    pub newer: Option<usize>,
}

/// What is wanted of earlier versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionWish {
    /// Show the list instead of the page.
    Show,
    /// Back to the page.
    Hide,
    /// See what changed between two.
    Compare(Pair),
    /// Open this one as a plan without a file.
    OpenCopy(usize),
    /// Give this one, or the plan as it is now, a name; an empty one takes it away.
    Name(Option<usize>, String),
}

/// What is shown.
pub struct VersionsCx<'a> {
    /// Interface words.
    pub words: &'a Words,
    /// The versions, the newest first; nothing while they are being looked for.
    pub rows: Option<&'a [Row]>,
    /// Which two are compared.
    pub pair: Pair,
    /// What changed between them.
    pub compared: &'a Compared,
}

/// What the view remembers: the name that is being typed.
#[derive(Debug, Default)]
pub struct View {
    name: String,
}

/// At most so many changes are laid out.
const MOST_LINES: usize = 300;

/// Shows the list and the changes.
pub fn versions_ui(ui: &mut Ui, cx: &VersionsCx<'_>, view: &mut View, out: &mut Outbox) {
    let t = *tokens(ui);
    Frame::new().inner_margin(Margin { left: 24, right: 16, top: 16, bottom: 8 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            if kit::button(ui, &cx.words.get("versions-back")).clicked() {
                out.wish(Wish::Versions(VersionWish::Hide));
            }
        });
        kit::heading(ui, &cx.words.get("versions"), &cx.words.get("versions-purpose"));
        name_now_ui(ui, cx, view, out);
        ui.add_space(8.0);
        let Some(rows) = cx.rows else {
            text::label(ui, &cx.words.get("versions-working"), Style::body().color(t.ink_soft));
            return;
        };
        if rows.is_empty() {
            text::label(ui, &cx.words.get("versions-none"), Style::body().color(t.ink_soft));
            return;
        }
        let frame = Frame::new().inner_margin(Margin { left: 0, right: 16, top: 0, bottom: 0 });
        Panel::left("versions list").exact_size(240.0).resizable(false).frame(frame).show(ui, |ui| {
            list_ui(ui, cx, rows, out);
        });
        ScrollArea::vertical().id_salt("version changes").auto_shrink(false).show(ui, |ui| {
            let margin = Margin { left: 16, right: 12, top: 0, bottom: 16 };
            Frame::new().inner_margin(margin).show(ui, |ui| changes_ui(ui, cx, rows, out));
        });
    });
}

/// A name for the plan as it is now: "before the presentation".
fn name_now_ui(ui: &mut Ui, cx: &VersionsCx<'_>, view: &mut View, out: &mut Outbox) {
    ui.horizontal(|ui| {
        text::Edit::singleline(egui::Id::unique("version name"), &mut view.name)
            .name(cx.words.get("versions-name"))
            .hint(cx.words.get("versions-name-hint"))
            .width(300.0)
            .show(ui);
        let can = !view.name.trim().is_empty();
        let galley = text::galley(ui.ctx(), &cx.words.get("versions-keep"), &Style::body(), f32::INFINITY);
        if ui.add_enabled(can, egui::Button::new(galley)).clicked() {
            out.wish(Wish::Versions(VersionWish::Name(None, std::mem::take(&mut view.name))));
        }
    });
}

fn list_ui(ui: &mut Ui, cx: &VersionsCx<'_>, rows: &[Row], out: &mut Outbox) {
    const ROW: f32 = 48.0;
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical().id_salt("versions").auto_shrink(false).show_rows(
        ui,
        ROW,
        rows.len(),
        |ui, range| {
            for i in range {
                let is_chosen = cx.pair.older == Some(i);
                if row_ui(ui, &rows[i], is_chosen, ROW).clicked() {
                    let newer = cx.pair.newer.filter(|n| *n != i);
                    out.wish(Wish::Versions(VersionWish::Compare(Pair { older: Some(i), newer })));
                }
            }
        },
    );
}

fn row_ui(ui: &mut Ui, row: &Row, is_chosen: bool, height: f32) -> egui::Response {
    let t = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), height), egui::Sense::click());
    let said = format!("{}, {}", row.what, row.when);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &said));
    if is_chosen || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, kit::RADIUS, t.indigo_wash);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.0, t.indigo);
        ui.painter().rect_stroke(rect, kit::RADIUS, stroke, egui::StrokeKind::Inside);
    }
    let style = if row.is_named { Style::body().strong() } else { Style::body() };
    let what = text::galley(ui.ctx(), &row.what, &style.elided(), rect.width() - 20.0);
    let when = text::galley(ui.ctx(), &row.when, &Style::small().color(t.ink_soft), rect.width() - 20.0);
    let top = rect.min + egui::vec2(10.0, 3.0);
    let below = top + egui::vec2(0.0, what.size().y);
    ui.painter().galley(top, what, t.ink);
    ui.painter().galley(below, when, t.ink_soft);
    response
}

fn changes_ui(ui: &mut Ui, cx: &VersionsCx<'_>, rows: &[Row], out: &mut Outbox) {
    let t = *tokens(ui);
    let Some(older) = cx.pair.older.filter(|i| *i < rows.len()) else {
        text::label(ui, &cx.words.get("versions-choose"), Style::body().color(t.ink_soft));
        return;
    };
    let row = &rows[older];
    text::label(ui, &format!("{} · {}", row.what, row.when), Style::new(17.0).strong());
    ui.horizontal_wrapped(|ui| {
        if kit::primary_button(ui, &cx.words.get("versions-open-copy")).clicked() {
            out.wish(Wish::Versions(VersionWish::OpenCopy(older)));
        }
        if row.is_named && kit::link_button(ui, &cx.words.get("versions-forget-name")).clicked() {
            out.wish(Wish::Versions(VersionWish::Name(Some(older), String::new())));
        }
    });
    ui.add_space(6.0);
    with_ui(ui, cx, rows, older, out);
    ui.add_space(6.0);
    match cx.compared {
        Compared::Working => {
            text::label(ui, &cx.words.get("versions-working"), Style::body().color(t.ink_soft));
        }
        Compared::Damaged => {
            text::label(ui, &cx.words.get("versions-damaged"), Style::body().color(t.bad));
        }
        Compared::Lines(lines) if lines.is_empty() => {
            text::label(ui, &cx.words.get("versions-same"), Style::body().color(t.ink_soft));
        }
        Compared::Lines(lines) => {
            let said = cx.words.with("versions-changes", &[("count", lines.len().into())]);
            text::label(ui, &said, Style::body().strong());
            lines.iter().take(MOST_LINES).for_each(|line| line_ui(ui, cx, line));
            if let Some(more) = lines.len().checked_sub(MOST_LINES).filter(|n| *n > 0) {
                let said = cx.words.with("versions-more", &[("count", more.into())]);
                text::label(ui, &said, Style::body().color(t.ink_soft));
            }
        }
    }
}

/// Chooses the version that the other is compared with.
fn with_ui(ui: &mut Ui, cx: &VersionsCx<'_>, rows: &[Row], older: usize, out: &mut Outbox) {
    let now = cx.words.get("versions-now").into_owned();
    let name_of = |i: Option<usize>| match i.and_then(|i| rows.get(i)) {
        Some(row) => format!("{} · {}", row.what, row.when),
        None => now.clone(),
    };
    let label = cx.words.get("versions-compare-with");
    kit::bar(ui, |ui| {
        text::label(ui, &label, Style::body());
        let width = ui.available_width().clamp(120.0, 340.0);
        let shown = text::galley(ui.ctx(), &name_of(cx.pair.newer), &Style::body().elided(), width - 40.0);
        let response = ComboBox::from_id_salt("version to compare with")
            .icon(kit::list_sign)
            .width(width)
            .truncate()
            .selected_text(shown)
            .show_ui(ui, |ui| {
                let choices = std::iter::once(None).chain((0..rows.len()).filter(|i| *i != older).map(Some));
                for choice in choices {
                    let galley = text::galley(ui.ctx(), &name_of(choice), &Style::body(), 400.0);
                    let is_chosen = choice == cx.pair.newer;
                    if ui.add(egui::Button::selectable(is_chosen, galley)).clicked() {
                        let pair = Pair { older: Some(older), newer: choice };
                        out.wish(Wish::Versions(VersionWish::Compare(pair)));
                    }
                }
            })
            .response;
        let said = name_of(cx.pair.newer);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, &*label);
            info.current_text_value = Some(said.clone());
            info
        });
    });
}

fn line_ui(ui: &mut Ui, cx: &VersionsCx<'_>, line: &Line) {
    let t = *tokens(ui);
    let frame =
        Frame::new().fill(t.surface).stroke(egui::Stroke::new(1.0, t.line)).corner_radius(kit::RADIUS);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        text::label(ui, &format!("{} · {}", line.place, line.what), Style::small().color(t.ink_soft));
        for (key, words, ink) in
            [("versions-before", &line.before, t.ink_soft), ("versions-after", &line.after, t.ink)]
        {
            if !words.is_empty() {
                ui.horizontal_top(|ui| {
                    let label = text::label(ui, &cx.words.get(key), Style::small().color(t.ink_soft));
                    ui.add_space((64.0 - label.rect.width()).max(0.0));
                    text::label(ui, words, Style::body().color(ink));
                });
            }
        }
    });
}
