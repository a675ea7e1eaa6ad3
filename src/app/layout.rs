//! Where the parts of the window stand.

use super::{
    focus::{Pane, pane_mark},
    shell::App,
};
use crate::ui::{
    Cx, Outbox,
    kit::{self, tokens},
    pages::{self, hand_over, start},
    panes::{self, Saved},
};
use egui::{CentralPanel, Context, Frame, Margin, Panel, Rect, Ui};

/// Below this width of the window, in points, the pane beside the page is closed.
const NARROW: f32 = 980.0;
/// Below this width the list of sections shows signs with a short word: beside the pane it would leave the page too little.
const SLIM: f32 = 1120.0;
/// Below this width the preview stands where the pane beside the page does.
const TIGHT: f32 = 1560.0;

impl App {
    /// Draws everything into the window.
    pub(super) fn layout(&mut self, ui: &mut Ui, out: &mut Outbox) {
        let t = *tokens(ui);
        let bar = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(10, 4));
        Panel::top("menu").frame(bar).show(ui, |ui| self.menu_ui(ui, out));
        if self.open.len() > 1 || (self.current.is_none() && !self.open.is_empty()) {
            let strip = Frame::new().fill(t.paper).inner_margin(Margin::symmetric(10, 4));
            Panel::top("plans").frame(strip).show(ui, |ui| self.tabs_ui(ui));
        }
        match self.current {
            Some(i) if i < self.open.len() => self.plan_ui(ui, i, out),
            _ => self.start_ui(ui, out),
        }
        self.show_palette(ui.ctx(), out);
    }

    fn start_ui(&mut self, ui: &mut Ui, out: &mut Outbox) {
        let recent = self.settings.recent_plans();
        let recovered: Vec<start::Recovered> = self.orphans.iter().map(|o| self.recovered_words(o)).collect();
        let langs = kit::interface_languages(&self.words);
        let examples = super::examples::list(&langs);
        let cx = start::StartCx {
            words: &self.words,
            packs: &self.packs,
            recent: &recent,
            recovered: &recovered,
            fall: self.fall_words(),
            examples: &examples,
        };
        start::screen_ui(ui, &cx, &mut self.start_view, out);
    }

    fn plan_ui(&mut self, ui: &mut Ui, i: usize, out: &mut Outbox) {
        let t = *tokens(ui);
        let is_narrow = ui.available_width() < NARROW;
        self.is_tight = ui.available_width() < TIGHT;
        self.is_narrow = is_narrow;
        let has_side = self.has_side();
        let is_slim = is_narrow || (has_side && ui.available_width() < SLIM);
        let saved = self.saved_words(i);
        let zoom_percent = {
            // Zoom is between 50 and 300 percent.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let percent = (self.settings.zoom * 100.0).round() as u32;
            percent
        };
        let hand_over = hand_over::View { open_plans: self.open.len(), ..self.settings.hand_over() };
        let Some(open) = self.open.get_mut(i) else { return };
        let (mut views, mut versions) = (std::mem::take(&mut open.views), open.versions.take());
        let mut side_view = std::mem::take(&mut open.side);
        let mut find = open.find.take();
        let mut preview = self.preview.take();
        views.hand_over = hand_over;
        let shown = open.shown_languages().to_vec();
        let cx = Cx {
            plan: open.plan(),
            derived: open.derived(),
            findings: open.findings(),
            words: &self.words,
            packs: &self.packs,
            shown: &shown,
            goto: open.goto.map(|(place, _)| place),
            today: super::clock::today(),
        };
        let wants_list = super::notices::notices_ui(ui, open, &self.words, out);
        let read_only = super::sharing::read_only_ui(ui, open, &self.words);
        let bar = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(12, 2));
        // What stands beside the page and below it is drawn after the page, so that Tab goes in the order of reading.
        let foot = Panel::bottom("status").exact_size(28.0).frame(bar).show(ui, reserve).inner;
        if self.settings.sections_open {
            let width = if is_slim { 84.0 } else { 224.0 };
            Panel::left("sections")
                .exact_size(width)
                .resizable(false)
                .frame(Frame::new().fill(t.paper).inner_margin(Margin::symmetric(8, 4)))
                .show(ui, |ui| {
                    pane_mark(ui, Pane::Sections, &self.words);
                    panes::nav_ui(ui, &cx, open.page, is_slim, out);
                });
        }
        let has_side = has_side && !(self.is_tight && preview.is_some());
        let beside = (find.is_some() || has_side).then(|| {
            let side = Panel::right("side").default_size(300.0).size_range(240.0..=440.0).resizable(true);
            side.frame(Frame::new().fill(t.paper).inner_margin(Margin::same(12))).show(ui, reserve).inner
        });
        let paper = preview.is_some().then(|| {
            let room = ui.available_width();
            let side = Panel::right("preview")
                .default_size(room * 0.45)
                .size_range(200.0..=(room - 320.0).max(240.0));
            let frame = Frame::new().fill(t.line.lerp_to_gamma(t.paper, 0.5)).inner_margin(Margin::same(10));
            side.resizable(true).frame(frame).show(ui, reserve).inner
        });
        // Where the list of sections has no room to say what comes next, or is hidden, the foot of the page says it.
        let has_next = (is_slim || !self.settings.sections_open) && versions.is_none();
        let next = has_next.then(|| {
            let frame = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(24, 2));
            Panel::bottom("next").exact_size(30.0).frame(frame).show(ui, reserve).inner
        });
        let has_choices = !cx.plan.choices.is_empty() && open.page != crate::ui::Page::Choices;
        if has_choices || !open.copies.is_empty() {
            let strip = Frame::new().fill(t.surface).inner_margin(Margin::symmetric(24, 6));
            Panel::top("banners").frame(strip).show(ui, |ui| {
                if has_choices {
                    panes::choices_banner(ui, &cx, out);
                }
                panes::copies_banner(ui, &cx, &open.copies, out);
            });
        }
        CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| {
            pane_mark(ui, Pane::Page, &self.words);
            match &mut versions {
                Some(shown) => {
                    let words = &self.words;
                    let shown_cx = panes::VersionsCx {
                        words,
                        rows: shown.rows.as_deref(),
                        pair: shown.pair,
                        compared: &shown.compared,
                    };
                    panes::versions_ui(ui, &shown_cx, &mut shown.view, out);
                }
                None => pages::page_ui(open.page, ui, &cx, &mut views, out),
            }
        });
        if let Some(room) = next {
            panes::next_ui(&mut reserved(ui, "next", room), &cx, open.page, out);
        }
        if let (Some(room), Some(preview)) = (paper, &mut preview) {
            let ui = &mut reserved(ui, "preview", room);
            let is_focused = pane_mark(ui, Pane::Preview, &self.words);
            preview.ui(ui, &self.words, open.tab, (open.focus, is_focused), out);
        }
        if let Some(room) = beside {
            let ui = &mut reserved(ui, "side", room);
            pane_mark(ui, Pane::Side, &self.words);
            if let Some(view) = &mut find {
                if !panes::find_ui(ui, &cx, open.document.revision(), view, out) {
                    find = None;
                }
            } else {
                let (document, page, focus) = (&open.document, open.page, open.focus);
                let beside = panes::Beside { document, page, focus, author: &self.settings.author };
                panes::side_ui(ui, &cx, beside, &mut self.side, &mut side_view, out);
            }
        }
        panes::status_ui(&mut reserved(ui, "status", foot), &cx, &saved, zoom_percent, out);
        (open.views, open.side, open.find, open.versions) = (views, side_view, find, versions);
        self.preview = preview;
        let tab = open.tab;
        if let Some(place) = out.focused {
            open.focus = Some(place);
        }
        open.goto = match open.goto {
            Some(_) if out.arrived => None,
            Some((place, left)) if left > 0 => {
                ui.ctx().request_repaint();
                Some((place, left - 1))
            }
            _ => None,
        };
        if wants_list {
            self.ask(super::questions::Question::SetAside(tab));
        }
        if let Some(answer) = read_only {
            self.read_only_answered(tab, answer);
        }
    }

    fn saved_words(&mut self, i: usize) -> Saved {
        let words = self.words.clone();
        let Some(open) = self.open.get_mut(i) else { return Saved::default() };
        let is_modified = open.document.is_modified();
        let time = |key: &str, at: &str| words.with(key, &[("time", at.into())]);
        let (said, needs_eyes) = if open.is_saving {
            (words.get("status-saving").into_owned(), false)
        } else if open.has_other {
            (words.get("status-other").into_owned(), true)
        } else if open.path.is_none() {
            (words.get("status-never-saved").into_owned(), false)
        } else if is_modified {
            (words.get("status-changed").into_owned(), false)
        } else if open.saved_at.is_empty() {
            (words.get("status-as-opened").into_owned(), false)
        } else {
            (time("status-saved", &open.saved_at), false)
        };
        let recovery = match (is_modified, open.kept.at.is_empty()) {
            (true, false) => time("status-recovery", &open.kept.at),
            _ => String::new(),
        };
        Saved { words: said, recovery, needs_eyes }
    }

    fn show_palette(&mut self, ctx: &Context, out: &mut Outbox) {
        let Some(mut palette) = self.palette.take() else { return };
        let current = self.shown();
        let shown = current.map(|open| open.shown_languages()).unwrap_or_default();
        let items = current.map(|open| panes::Items {
            plan: open.plan(),
            derived: open.derived(),
            shown,
            revision: open.document.revision(),
        });
        if panes::palette_ui(ctx, &mut palette, &self.words, items, |c| self.is_enabled(c), out) {
            self.palette = Some(palette);
        }
    }
}

/// Takes all the room of a panel and leaves it empty.
fn reserve(ui: &mut Ui) -> Rect {
    let room = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(room);
    room
}

/// The room that was left empty before.
fn reserved(ui: &mut Ui, salt: &str, room: Rect) -> Ui {
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(room).id_salt(salt));
    inside.set_clip_rect(ui.clip_rect().intersect(room.expand(8.0)));
    inside
}
