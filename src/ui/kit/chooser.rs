//! Choosing one of many by words, over everything else: the list on one side, what is marked told in full on the other.

use super::{RADIUS, button, dialog_frame, primary_button, tokens};
use crate::{
    analysis::search::Needle,
    locale::Words,
    text::{self, Style},
};
use egui::{Context, Id, Key, Modal, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// What can be chosen.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Under which heading it stands; the same one follows the other.
    pub heading: String,
    /// Its name.
    pub name: String,
    /// What else it is found by.
    pub find: String,
}

/// What a person did in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing yet.
    Waiting,
    /// Closed it.
    Nothing,
    /// Took the choice with this number.
    Taken(usize),
}

/// What the list is about.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// Its identity among the windows.
    pub id: Id,
    /// The key of its title.
    pub title: &'a str,
    /// The key of what the button does that takes the marked one.
    pub take: &'a str,
}

/// A list to choose from while it is open.
#[derive(Debug, Clone, Default)]
pub struct Chooser {
    typed: String,
    marked: usize,
    /// Whether the field of the search got the focus already.
    is_settled: bool,
    /// Its size in the last frame.
    size: egui::Vec2,
    /// What fits what is typed, of how many choices.
    found: Option<(usize, Vec<usize>)>,
}

const WIDTH: f32 = 860.0;
const HEIGHT: f32 = 420.0;
/// How far words stand from the edge of the list.
const INDENT: f32 = 10.0;
/// With less room in points, what is marked is told below the list.
const LEAST_BESIDE: f32 = 600.0;

impl Chooser {
    /// Shows it. `about` tells everything about a choice.
    ///
    /// Letters search, the arrow keys mark, Enter or a double click takes, Escape closes.
    pub fn show(
        &mut self,
        ctx: &Context,
        words: &Words,
        ask: Ask<'_>,
        choices: &[Choice],
        about: impl FnOnce(&mut Ui, usize),
    ) -> Chosen {
        let mut chosen = Chosen::Waiting;
        let shown = Modal::new(ask.id).frame(dialog_frame(ctx)).show(ctx, |ui| {
            let room = ctx.content_rect().size();
            ui.set_width(WIDTH.min(room.x - 80.0));
            text::label(ui, &words.get(ask.title), Style::section());
            let (found, step, by_enter) = self.search_ui(ui, words, ask.id, choices);
            ui.add_space(4.0);
            let height = HEIGHT.min(room.y - 260.0).max(160.0);
            let is_beside = ui.available_width() >= LEAST_BESIDE;
            let width = if is_beside { ui.available_width() * 0.55 } else { ui.available_width() };
            let marked = found.get(self.marked).copied();
            let by_click = if is_beside {
                let shown = ui.horizontal_top(|ui| {
                    let list = ui.vertical(|ui| {
                        ui.set_width(width);
                        self.list_ui(ui, words, choices, &found, (height, step))
                    });
                    let line = list.response.rect;
                    let x = line.right() + 2.0 * ui.spacing().item_spacing.x;
                    let stroke = egui::Stroke::new(1.0, tokens(ui).line);
                    ui.painter().vline(x, line.y_range(), stroke);
                    ui.add_space(3.0 * ui.spacing().item_spacing.x);
                    about_ui(ui, ask.id, height, marked, about);
                    list.inner
                });
                shown.inner
            } else {
                let by_click = self.list_ui(ui, words, choices, &found, (height * 0.55, step));
                ui.separator();
                about_ui(ui, ask.id, height * 0.45, marked, about);
                by_click
            };
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let take = ui.add_enabled_ui(marked.is_some(), |ui| primary_button(ui, &words.get(ask.take)));
                let is_taken = take.inner.clicked() || by_enter || by_click;
                if let Some(marked) = marked.filter(|_| is_taken) {
                    chosen = Chosen::Taken(marked);
                }
                if button(ui, &words.get("chooser-close")).clicked() {
                    chosen = Chosen::Nothing;
                }
                text::label(ui, &words.get("chooser-keys"), Style::small().color(tokens(ui).ink_soft));
            });
        });
        let size = shown.response.rect.size();
        if std::mem::replace(&mut self.size, size) != size {
            // It stands in the middle as large as it was: once more, now that its size is known.
            ctx.request_repaint();
        }
        if chosen == Chosen::Waiting && shown.should_close() {
            chosen = Chosen::Nothing;
        }
        chosen
    }

    /// The field of the search. Gives what fits, whether the mark moved, and whether Enter was pressed.
    fn search_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        id: Id,
        choices: &[Choice],
    ) -> (Vec<usize>, bool, bool) {
        let (up, down) = ui.input_mut(|i| {
            let up = i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            (up, i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown))
        });
        let field = id.with("search");
        let label = words.get("picker-search");
        let shown = text::Edit::singleline(field, &mut self.typed).name(&*label).hint(&*label).show(ui);
        if !self.is_settled {
            self.is_settled = true;
            ui.memory_mut(|m| m.request_focus(field));
        }
        if shown.changed {
            self.marked = 0;
        }
        if self.found.as_ref().is_none_or(|(of, _)| shown.changed || *of != choices.len()) {
            self.found = Some((choices.len(), fitting(&self.typed, choices)));
        }
        let found = self.found.as_ref().map_or_else(Vec::new, |(_, found)| found.clone());
        // Enter gives the focus up; what it took nothing of is searched on.
        self.is_settled &= !(shown.committed && found.is_empty());
        self.marked = (self.marked + down).saturating_sub(up).min(found.len().saturating_sub(1));
        (found, up + down > 0, shown.committed)
    }

    /// The list. Says whether a row was taken by a double click.
    fn list_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        choices: &[Choice],
        found: &[usize],
        (height, follow): (f32, bool),
    ) -> bool {
        let t = tokens(ui);
        if found.is_empty() {
            text::label(ui, &words.get("picker-nothing"), Style::body().color(t.ink_soft));
        }
        let mut is_taken = false;
        let area = ScrollArea::vertical().id_salt("choices").auto_shrink(false).max_height(height);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut heading = "";
            for (row, at) in found.iter().enumerate() {
                let choice = &choices[*at];
                if choice.heading != heading {
                    heading = &choice.heading;
                    ui.add_space(if row > 0 { 8.0 } else { 0.0 });
                    ui.horizontal(|ui| {
                        ui.add_space(INDENT);
                        text::label(ui, heading, Style::small().strong().color(t.ink_soft));
                    });
                }
                let response = choice_ui(ui, &choice.name, row == self.marked);
                if response.clicked() {
                    // The keys go on with the one that was clicked.
                    (self.marked, self.is_settled) = (row, false);
                }
                if follow && row == self.marked {
                    response.scroll_to_me(None);
                }
                is_taken |= response.double_clicked();
            }
        });
        is_taken
    }
}

/// The choices in which all words stand, each somewhere.
fn fitting(typed: &str, choices: &[Choice]) -> Vec<usize> {
    let wanted = Needle::words(typed);
    let has = |choice: &Choice, word: &Needle| {
        [&choice.name, &choice.heading, &choice.find].into_iter().any(|text| word.is_in(text))
    };
    (0..choices.len()).filter(|i| wanted.iter().all(|word| has(&choices[*i], word))).collect()
}

fn choice_ui(ui: &mut Ui, name: &str, is_marked: bool) -> egui::Response {
    let t = tokens(ui);
    let width = ui.available_width();
    let galley = text::galley(ui.ctx(), name, &Style::body().rows(2), width - 2.4 * INDENT);
    let size = vec2(width, (galley.size().y + 10.0).max(30.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_marked, name));
    if is_marked || response.hovered() {
        let fill = if is_marked { t.indigo_wash } else { t.indigo_wash.gamma_multiply(0.5) };
        ui.painter().rect_filled(rect, RADIUS, fill);
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.0, t.indigo);
        ui.painter().rect_stroke(rect, RADIUS, stroke, egui::StrokeKind::Inside);
    }
    let at = rect.left_top() + vec2(INDENT, (rect.height() - galley.size().y) * 0.5);
    ui.painter().galley(at, galley, t.ink);
    response
}

/// What is marked, told in full.
fn about_ui(ui: &mut Ui, id: Id, height: f32, marked: Option<usize>, about: impl FnOnce(&mut Ui, usize)) {
    let Some(marked) = marked else { return };
    ui.vertical(|ui| {
        let area = ScrollArea::vertical().id_salt((id, marked)).auto_shrink(false).max_height(height);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            about(ui, marked);
        });
    });
}
