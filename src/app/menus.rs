//! What stands above everything: the menus, the languages of the plan, the open plans.

use super::shell::App;
use crate::{
    text::{self, Style},
    ui::{
        Command, Outbox, Wish,
        kit::{self, Icon, MenuMark, tokens},
    },
};
use egui::{MenuBar, Ui};

impl App {
    /// The menus, and behind them the title and the languages of the plan.
    pub(super) fn menu_ui(&mut self, ui: &mut Ui, out: &mut Outbox) {
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
                    let has_room = commands.iter().flatten().any(|c| self.is_on(*c).is_some());
                    for command in *commands {
                        match command {
                            None => {
                                ui.separator();
                            }
                            Some(command) => {
                                let sign = MenuMark { has_room, is_on: self.is_on(*command) };
                                let holds = sign.is_on == Some(true);
                                let can = holds || self.is_enabled(*command);
                                if kit::menu_item(ui, &self.words, *command, can, sign) && !holds {
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

    /// The open plans.
    pub(super) fn tabs_ui(&mut self, ui: &mut Ui) {
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
}
