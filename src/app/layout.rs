//! Where the parts of the window stand.

use super::shell::App;
use crate::{
    locale::Words,
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Wish,
        kit::{self, Icon, tokens},
        pages::{self, hand_over, start},
        panes::{self, Saved},
    },
};
use egui::{CentralPanel, Context, Frame, Id, Margin, MenuBar, Panel, Rect, Ui};

/// Below this width of the window, in points, the list of sections shows signs only and the pane beside the page is closed.
const NARROW: f32 = 980.0;
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

    fn menu_ui(&mut self, ui: &mut Ui, out: &mut Outbox) {
        use Command as C;
        const MENUS: &[(&str, &[Option<C>])] = &[
            (
                "menu-file",
                &[
                    Some(C::New),
                    Some(C::Open),
                    None,
                    Some(C::Save),
                    Some(C::SaveAs),
                    Some(C::MergeCopy),
                    Some(C::HandOver),
                    Some(C::Present),
                    Some(C::Import),
                    None,
                    Some(C::Close),
                    Some(C::Quit),
                ],
            ),
            (
                "menu-edit",
                &[
                    Some(C::Undo),
                    Some(C::Redo),
                    None,
                    Some(C::Find),
                    Some(C::FindNext),
                    Some(C::FindPrevious),
                    None,
                    Some(C::Palette),
                ],
            ),
            (
                "menu-view",
                &[
                    Some(C::ToggleSections),
                    Some(C::ToggleSide),
                    Some(C::TogglePreview),
                    None,
                    Some(C::ZoomIn),
                    Some(C::ZoomOut),
                    Some(C::ZoomReset),
                    None,
                    Some(C::LightTheme),
                    Some(C::DarkTheme),
                    Some(C::SystemTheme),
                    None,
                    Some(C::DirectionByLanguage),
                    Some(C::LeftToRight),
                    Some(C::RightToLeft),
                    None,
                    Some(C::Nastaliq),
                    Some(C::Naskh),
                    None,
                    Some(C::InEnglish),
                    Some(C::InIndonesian),
                ],
            ),
            (
                "menu-plan",
                &[
                    Some(C::PreviousPage),
                    Some(C::NextPage),
                    Some(C::NextTab),
                    Some(C::Start),
                    None,
                    Some(C::SimpleMode),
                    Some(C::FullMode),
                    None,
                    Some(C::Checks),
                    Some(C::Comments),
                    Some(C::History),
                    Some(C::Versions),
                ],
            ),
            ("menu-help", &[Some(C::Help), Some(C::About)]),
        ];
        MenuBar::new().ui(ui, |ui| {
            for (name, commands) in MENUS {
                let galley = text::galley(ui.ctx(), &self.words.get(name), &Style::body(), f32::INFINITY);
                ui.menu_button(galley, |ui| {
                    ui.set_min_width(240.0);
                    for command in *commands {
                        match command {
                            None => {
                                ui.separator();
                            }
                            Some(command) => {
                                if kit::menu_item(ui, &self.words, *command, self.is_enabled(*command)) {
                                    out.command(*command);
                                }
                            }
                        }
                    }
                });
            }
            if let Some(i) = self.current {
                self.language_switch(ui, i, out);
            }
        });
    }

    /// `EN | ने | both`: which languages of the plan are shown.
    fn language_switch(&self, ui: &mut Ui, i: usize, out: &mut Outbox) {
        let Some(open) = self.open.get(i) else { return };
        let langs = open.plan().languages();
        let t = *tokens(ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if langs.len() > 1 {
                let names: Vec<String> = langs
                    .iter()
                    .map(|lang| kit::language_name(&self.packs, lang))
                    .chain([self.words.get("languages-all").into_owned()])
                    .collect();
                let said = |name: &str| self.words.with("languages-show", &[("language", name.into())]);
                let ways: Vec<kit::Segment<'_>> = names
                    .iter()
                    .enumerate()
                    .map(|(i, name)| match langs.get(i) {
                        Some(_) => kit::Segment::said(name, said(name)),
                        None => kit::Segment::said(name, self.words.get("languages-all-note").into_owned()),
                    })
                    .collect();
                let now = match &open.shown {
                    Some(shown) => langs.iter().position(|lang| lang == shown),
                    None => Some(langs.len()),
                };
                let style = Style::small().nastaliq(false);
                if let Some(i) = kit::segments(ui, egui::Role::RadioButton, &ways, now, &style) {
                    out.wish(Wish::ShowLanguage(langs.get(i).cloned()));
                }
            }
            let title = open.title();
            if !title.is_empty() {
                let room = (ui.available_width() - 24.0).max(40.0);
                let galley = text::galley(ui.ctx(), &title, &Style::body().color(t.ink_soft).elided(), room);
                ui.add_space(8.0);
                let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &title));
                ui.painter().galley(rect.min, galley, t.ink_soft);
            }
        });
    }

    fn tabs_ui(&mut self, ui: &mut Ui) {
        let mut close = None;
        ui.horizontal(|ui| {
            if kit::icon_button(ui, Icon::Home, &self.words.get("command-start")).clicked() {
                self.current = None;
            }
            let untitled = self.words.get("plan-untitled").into_owned();
            for (i, open) in self.open.iter_mut().enumerate() {
                let name = open.title();
                let name = if name.is_empty() { untitled.clone() } else { name };
                let shown = if open.document.is_modified() { format!("● {name}") } else { name.clone() };
                let galley = text::galley(ui.ctx(), &shown, &Style::body().elided(), 200.0);
                if ui.add(egui::Button::selectable(self.current == Some(i), galley)).clicked() {
                    self.current = Some(i);
                }
                let said = self.words.with("tab-close", &[("title", name.into())]);
                if kit::icon_button(ui, Icon::Cross, &said).clicked() {
                    close = Some(open.tab);
                }
            }
        });
        if let Some(tab) = close {
            let ctx = ui.ctx().clone();
            self.close(&ctx, tab);
        }
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
            let width = if is_narrow { 84.0 } else { 224.0 };
            Panel::left("sections")
                .exact_size(width)
                .resizable(false)
                .frame(Frame::new().fill(t.paper).inner_margin(Margin::symmetric(8, 4)))
                .show(ui, |ui| {
                    pane_mark(ui, Pane::Sections, &self.words);
                    panes::nav_ui(ui, &cx, open.page, is_narrow, out);
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
        let has_next = (is_narrow || !self.settings.sections_open) && versions.is_none();
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

/// The parts of the window that F6 goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Pane {
    Sections,
    Page,
    Preview,
    Side,
}

impl Pane {
    const ORDER: [Self; 4] = [Self::Sections, Self::Page, Self::Preview, Self::Side];

    const fn words(self) -> &'static str {
        match self {
            Self::Sections => "pane-sections",
            Self::Page => "pane-page",
            Self::Preview => "pane-preview",
            Self::Side => "pane-side",
        }
    }
}

fn pane_id(pane: Pane) -> Id {
    Id::unique(("pane", pane))
}

/// A thing at the start of a pane that can have the focus; Tab goes on to the first field. With the focus the pane has a line above it.
/// Says whether it has.
fn pane_mark(ui: &mut Ui, pane: Pane, words: &Words) -> bool {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|d| d.insert_temp(drawn_at(pane), frame));
    let room = ui.max_rect();
    let rect = Rect::from_min_size(room.min, egui::Vec2::splat(1.0));
    let mark = ui.interact(rect, pane_id(pane), egui::Sense::focusable_noninteractive());
    mark.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Region, true, words.get(pane.words())));
    if mark.has_focus() {
        let edge = room.expand(8.0).intersect(ui.clip_rect());
        ui.painter().hline(edge.x_range(), edge.top() + 1.5, egui::Stroke::new(3.0, tokens(ui).indigo));
    }
    mark.has_focus()
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

fn last_pane() -> Id {
    Id::unique("last pane")
}

/// Moves the focus to the start of the next pane.
pub(super) fn next_pane(ctx: &Context) {
    let last = ctx.data(|d| d.get_temp::<usize>(last_pane())).unwrap_or(0);
    let now = ctx.cumulative_frame_nr();
    // Shortcuts are taken before anything is drawn, so what stands there was drawn in the frame before.
    let is_there = |pane: &usize| {
        let drawn = ctx.data(|d| d.get_temp::<u64>(drawn_at(Pane::ORDER[*pane])));
        drawn.is_some_and(|frame| frame + 1 >= now)
    };
    let others = (1..=Pane::ORDER.len()).map(|step| (last + step) % Pane::ORDER.len());
    if let Some(next) = others.into_iter().find(is_there) {
        focus_pane(ctx, next);
    }
}

/// The frame in which a pane was drawn last.
fn drawn_at(pane: Pane) -> Id {
    Id::unique(("pane drawn", pane))
}

/// Moves the focus to the start of the page: Tab goes on to its first field.
pub(super) fn focus_page(ctx: &Context) {
    focus_pane(ctx, 1);
}

fn focus_pane(ctx: &Context, pane: usize) {
    ctx.data_mut(|d| d.insert_temp(last_pane(), pane));
    ctx.memory_mut(|m| m.request_focus(pane_id(Pane::ORDER[pane])));
}
