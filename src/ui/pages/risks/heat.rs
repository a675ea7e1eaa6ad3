//! The picture of likelihood and impact: five by five cells, and beside them what stands in the chosen one.
//!
//! One cell takes the focus; the arrow keys go to the others, Enter or Space chooses.

use super::{add, ink_of, name_of, place_of, weight_words};
use crate::{
    analysis::{RiskBand, RiskMap},
    plan::{Choice, Id, RISK, Rating, Risk},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
        pages::parts::{focus_frame, heading, note},
    },
};
use egui::{
    Align2, EventFilter, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// A cell, in points.
const CELL: egui::Vec2 = vec2(58.0, 40.0);
/// The room for the numbers of the upright axis, in points.
const AXIS: f32 = 26.0;
/// The most risks that are named beside the picture.
const MOST_NAMES: usize = 6;

/// What the picture remembers.
#[derive(Debug, Default)]
pub struct View {
    /// The cell that takes the focus: likelihood and impact, from 0.
    at: Option<(usize, usize)>,
    /// The chosen cell, with the risks that stood there when it was chosen: one that is rated anew does not vanish at once.
    chosen: Option<Chosen>,
    wants_focus: bool,
}

/// A chosen cell: likelihood and impact, and the risks of it.
type Chosen = ((Rating, Rating), Vec<Id<Risk>>);

impl View {
    /// The chosen cell: likelihood and impact.
    #[must_use]
    pub fn chosen(&self) -> Option<(Rating, Rating)> {
        self.chosen.as_ref().map(|(cell, _)| *cell)
    }

    /// Whether a risk is shown in the list.
    #[must_use]
    pub fn shows(&self, risk: Id<Risk>) -> bool {
        self.chosen.as_ref().is_none_or(|(_, risks)| risks.contains(&risk))
    }

    /// Chooses no cell.
    pub fn show_all(&mut self) {
        self.chosen = None;
    }

    /// The same cell chosen twice is none.
    fn choose(&mut self, cell: (Rating, Rating), map: &RiskMap) {
        self.chosen =
            if self.chosen() == Some(cell) { None } else { Some((cell, map.cell(cell.0, cell.1).to_vec())) };
    }
}

/// Every step from the lowest to the highest.
fn steps() -> impl DoubleEndedIterator<Item = Rating> {
    (1..=5).filter_map(Rating::new)
}

/// Shows the picture and what stands beside it.
pub fn heat_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, map: &RiskMap, out: &mut Outbox) {
    let width = AXIS + 5.0 * CELL.x;
    let room = ui.available_width();
    let gap = 24.0;
    if room < width + gap + 220.0 {
        map_ui(ui, cx, view, map);
        beside_ui(ui, cx, view, map, out);
    } else {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (i, width) in [width, room - width - gap].into_iter().enumerate() {
                let layout = egui::Layout::top_down(egui::Align::Min);
                ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.x = 8.0;
                    if i == 0 { map_ui(ui, cx, view, map) } else { beside_ui(ui, cx, view, map, out) }
                });
            }
        });
    }
    legend_ui(ui, cx);
}

fn map_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, map: &RiskMap) {
    let t = tokens(ui);
    let soft = Style::small();
    text::label(ui, &cx.words.get(RISK.likelihood.words()), soft.strong().color(t.ink_soft));
    let size = vec2(AXIS + 5.0 * CELL.x, 5.0 * CELL.y + 44.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut top = rect.top();
    for likelihood in steps().rev() {
        let at = pos2(rect.left() + AXIS - 10.0, top + CELL.y * 0.5);
        let number = likelihood.value().to_string();
        text::paint(ui.painter(), at, Align2::RIGHT_CENTER, &number, &soft, t.ink_soft);
        let mut left = rect.left() + AXIS;
        for impact in steps() {
            let cell = Rect::from_min_size(pos2(left, top), CELL);
            cell_ui(ui, cx, view, map, (likelihood, impact), cell.shrink(1.0));
            left += CELL.x;
        }
        top += CELL.y;
    }
    let mut left = rect.left() + AXIS + CELL.x * 0.5;
    for impact in steps() {
        let number = impact.value().to_string();
        text::paint(ui.painter(), pos2(left, top + 4.0), Align2::CENTER_TOP, &number, &soft, t.ink_soft);
        left += CELL.x;
    }
    let axis = cx.words.get(RISK.impact.words());
    let middle = pos2(rect.left() + AXIS + 2.5 * CELL.x, top + 24.0);
    text::paint(ui.painter(), middle, Align2::CENTER_TOP, &axis, &soft.strong(), t.ink_soft);
}

/// The bands with their numbers, in words.
fn legend_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for band in RiskBand::all() {
            let (from, to) = band.range();
            let name = kit::choice_name(cx.words, *band);
            kit::tag(ui, &format!("{name} {from}\u{2013}{to}"), ink_of(tokens(ui), *band));
        }
    });
}

fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    map: &RiskMap,
    (likelihood, impact): (Rating, Rating),
    rect: Rect,
) {
    let t = tokens(ui);
    let spot = (usize::from(likelihood.value() - 1), usize::from(impact.value() - 1));
    let stop = *view.at.get_or_insert_with(|| first_stop(map));
    let id = ui.scope_id().with(("heat", spot));
    // One stop for Tab; the arrows go on from there.
    let sense = if spot == stop { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    let count = map.cell(likelihood, impact).len();
    let is_chosen = view.chosen() == Some((likelihood, impact));
    let said = cell_words(cx, (likelihood, impact), count);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &said));
    if spot == stop && std::mem::take(&mut view.wants_focus) {
        response.request_focus();
        ui.ctx().request_repaint();
    }
    let significance = likelihood.value() * impact.value();
    let band = RiskBand::of(significance);
    let strength = match band {
        RiskBand::Low | RiskBand::Medium => 0.16,
        RiskBand::High | RiskBand::VeryHigh => kit::STRONG_WASH,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, t.surface);
    painter.rect_filled(rect, 4.0, ink_of(t, band).gamma_multiply(strength));
    let corner = rect.right_top() + vec2(-5.0, 2.0);
    let small = Style::new(11.0);
    text::paint(
        painter,
        corner,
        Align2::RIGHT_TOP,
        &significance.to_string(),
        &small,
        if count > 0 { t.ink } else { t.ink_soft },
    );
    if count > 0 {
        // A plate of its own, or two numbers stand side by side.
        let middle = rect.center() + vec2(-7.0, 2.0);
        painter.circle_filled(middle, 11.0, t.ink);
        let style = Style::body().strong();
        text::paint(painter, middle, Align2::CENTER_CENTER, &count.to_string(), &style, t.surface);
    }
    let edge = match (is_chosen, response.has_focus(), response.hovered()) {
        (true, ..) => Some(2.5),
        (_, true, _) => Some(1.5),
        (.., true) => Some(1.0),
        _ => None,
    };
    if let Some(width) = edge {
        painter.rect_stroke(rect, 4.0, Stroke::new(width, t.indigo), StrokeKind::Inside);
    }
    let response = kit::hint(response, &said);
    if response.has_focus() {
        keys(ui, view, spot, id);
    }
    if response.clicked() {
        view.at = Some(spot);
        view.choose((likelihood, impact), map);
    }
}

/// The cell where Tab comes in: the heaviest with a risk, else the middle.
fn first_stop(map: &RiskMap) -> (usize, usize) {
    let cells = steps().flat_map(|likelihood| steps().map(move |impact| (likelihood, impact)));
    let filled = cells.filter(|(likelihood, impact)| !map.cell(*likelihood, *impact).is_empty());
    let heaviest = filled.max_by_key(|(likelihood, impact)| likelihood.value() * impact.value());
    heaviest.map_or((2, 2), |(l, i)| (usize::from(l.value() - 1), usize::from(i.value() - 1)))
}

fn keys(ui: &Ui, view: &mut View, (likelihood, impact): (usize, usize), id: egui::Id) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
    let ways = [
        (Key::ArrowUp, (likelihood + 1, impact)),
        (Key::ArrowDown, (likelihood.wrapping_sub(1), impact)),
        (Key::ArrowRight, (likelihood, impact + 1)),
        (Key::ArrowLeft, (likelihood, impact.wrapping_sub(1))),
    ];
    for (key, next) in ways {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) && next.0 < 5 && next.1 < 5 {
            view.at = Some(next);
            view.wants_focus = true;
            ui.ctx().request_repaint();
        }
    }
}

/// A cell in words: `Likelihood 4, impact 5: 2 risks`.
fn cell_words(cx: &Cx<'_>, (likelihood, impact): (Rating, Rating), count: usize) -> String {
    let values = [
        ("likelihood", likelihood.value().to_string().into()),
        ("impact", impact.value().to_string().into()),
        ("count", count.into()),
    ];
    cx.words.with("risks-cell", &values)
}

/// What stands in the chosen cell, or the heaviest risks of all.
fn beside_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, map: &RiskMap, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let Some(cell) = view.chosen() else {
        heading(ui, cx, "risks-heaviest");
        names_ui(ui, cx, out, &map.heaviest());
        if !map.unplaced.is_empty() {
            ui.add_space(8.0);
            note(ui, &cx.words.get("risks-unplaced"));
            names_ui(ui, cx, out, &map.unplaced);
        }
        ui.add_space(8.0);
        note(ui, &cx.words.get("risks-hint"));
        return;
    };
    let risks = map.cell(cell.0, cell.1);
    let title = text::label(ui, &cell_words(cx, cell, risks.len()), Style::body().strong());
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, cell_words(cx, cell, risks.len())));
    let significance = cell.0.value() * cell.1.value();
    kit::tag(ui, &weight_words(cx, significance), ink_of(tokens(ui), RiskBand::of(significance)));
    ui.add_space(4.0);
    names_ui(ui, cx, out, risks);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if kit::button(ui, &cx.words.get("risks-show-all")).clicked() {
            view.show_all();
        }
        if kit::link_button(ui, &cx.words.get("risks-add-here")).clicked() {
            view.show_all();
            add(out, Some(cell));
        }
    });
}

/// Risks by name, each with its weight; a click leads to the card.
fn names_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, risks: &[Id<Risk>]) {
    for risk in risks.iter().take(MOST_NAMES).filter_map(|id| cx.plan.risks.get(*id)) {
        let t = tokens(ui);
        let unnamed = cx.words.get("risks-unnamed");
        let name = name_of(cx, risk, &unnamed);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
        let said = cx.words.with("risks-go", &[("name", name.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
        focus_frame(ui, rect, &response);
        let mut left = rect.left() + 4.0;
        if let Some(significance) = risk.significance() {
            let ink = ink_of(t, RiskBand::of(significance));
            let (at, style) = (pos2(left + 22.0, rect.center().y), Style::body().strong());
            text::paint(ui.painter(), at, Align2::RIGHT_CENTER, &significance.to_string(), &style, ink);
            left += 30.0;
        }
        let (at, style) = (pos2(left, rect.center().y), Style::body().elided());
        let room = rect.right() - left - 4.0;
        text::paint_within(ui.painter(), at, Align2::LEFT_CENTER, name, &style, t.indigo, room);
        if response.clicked() {
            out.go(place_of(risk));
        }
    }
    if let Some(more) = risks.len().checked_sub(MOST_NAMES).filter(|n| *n > 0) {
        note(ui, &cx.words.with("checks-more", &[("count", more.into())]));
    }
}
