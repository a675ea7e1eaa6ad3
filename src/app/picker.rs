//! The program's own dialog for files, where the system has none.

use super::dialogs::{Ask, Goal};
use crate::{
    file::{
        disk,
        folder::{self, Entry},
    },
    locale::Words,
    text::{self, Edit, Style},
    ui::kit::{self, Icon, tokens},
};
use egui::{Align2, Context, Id, Key, Modal, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::path::PathBuf;

/// A folder to look around in, and the name of a file.
pub struct Picker {
    ask: Ask,
    folder: PathBuf,
    entries: Vec<Entry>,
    name: String,
    with_hidden: bool,
    /// The key of what went wrong.
    trouble: Option<&'static str>,
    is_new: bool,
}

impl Picker {
    /// Begins in the folder that was asked for, else at home.
    pub fn new(ask: Ask) -> Self {
        let home = || directories::UserDirs::new().map(|d| d.home_dir().to_path_buf());
        let folder = ask.folder.clone().or_else(home).unwrap_or_else(|| PathBuf::from("/"));
        let name = match &ask.goal {
            Goal::Save(name) => name.clone(),
            Goal::Open | Goal::Folder => String::new(),
        };
        let mut me = Self {
            ask,
            folder: PathBuf::new(),
            entries: Vec::new(),
            name,
            with_hidden: false,
            trouble: None,
            is_new: true,
        };
        me.enter(folder);
        me
    }

    fn saves(&self) -> bool {
        matches!(self.ask.goal, Goal::Save(_))
    }

    fn wants_folder(&self) -> bool {
        self.ask.goal == Goal::Folder
    }

    /// Shows another folder. One that cannot be read is told, and what was shown stays.
    fn enter(&mut self, folder: PathBuf) {
        // No file is a folder to put something into.
        let endings = if self.wants_folder() { &[] } else { self.ask.endings.as_slice() };
        match folder::list(&folder, endings, self.with_hidden) {
            Ok(entries) => (self.folder, self.entries, self.trouble) = (folder, entries, None),
            Err(_) => self.trouble = Some("dialog-unreadable"),
        }
    }

    /// What was typed or clicked: a folder is entered, a file is the answer. Where a folder is wanted it is the one that is shown.
    fn accept(&mut self) -> Option<PathBuf> {
        if self.wants_folder() {
            return Some(self.folder.clone());
        }
        let name = self.name.trim();
        if name.is_empty() {
            return None;
        }
        let path = self.folder.join(name);
        if path.is_dir() {
            self.name.clear();
            self.enter(path);
            return None;
        }
        if !self.saves() && !disk::exists(&path) {
            self.trouble = Some("dialog-not-there");
            return None;
        }
        Some(path)
    }

    /// Makes a folder with the first free name, and enters it.
    fn make_folder(&mut self, name: &str) {
        let names = std::iter::once(name.to_owned()).chain((2..100).map(|n| format!("{name} {n}")));
        let free = names.map(|name| self.folder.join(name)).find(|path| !disk::exists(path));
        match free {
            Some(path) if disk::make_folder(&path).is_ok() => self.enter(path),
            _ => self.trouble = Some("dialog-no-new-folder"),
        }
    }

    /// Shows the dialog. The outer answer says that it is closed, the inner one which files were chosen.
    pub fn ui(&mut self, ctx: &Context, words: &Words) -> Option<Option<Vec<PathBuf>>> {
        let mut answer = None;
        let shown = Modal::new(Id::unique("file dialog")).frame(kit::dialog_frame(ctx)).show(ctx, |ui| {
            ui.set_width(560.0);
            answer = self.content_ui(ui, words);
        });
        if answer.is_none() && shown.should_close() {
            answer = Some(None);
        }
        answer
    }

    fn content_ui(&mut self, ui: &mut Ui, words: &Words) -> Option<Option<Vec<PathBuf>>> {
        let t = tokens(ui);
        text::label(ui, &self.ask.title, Style::body().size(18.0).strong());
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            if kit::icon_button(ui, Icon::Up, &words.get("dialog-parent")).clicked()
                && let Some(above) = self.folder.parent()
            {
                self.enter(above.to_path_buf());
            }
            let folder = self.folder.display().to_string();
            text::label_elided(ui, &folder, Style::body().color(t.ink_soft));
        });
        ui.add_space(4.0);
        let mut chosen = self.entries_ui(ui).then(|| self.accept()).flatten();
        if let Some(trouble) = self.trouble {
            text::label(ui, &words.get(trouble), Style::small().color(t.bad));
        }
        ui.add_space(8.0);
        let id = Id::unique("file dialog name");
        // The first pass only measures, and nothing keeps the focus in it.
        if !ui.is_sizing_pass() && std::mem::take(&mut self.is_new) {
            ui.memory_mut(|m| m.request_focus(id));
        }
        if !self.wants_folder() {
            let label = words.get("dialog-file");
            ui.horizontal(|ui| {
                text::label(ui, &label, Style::body().color(t.ink_soft));
                let typed = Edit::singleline(id, &mut self.name).name(&*label).show(ui);
                if typed.changed {
                    self.trouble = None;
                }
                if typed.committed {
                    chosen = chosen.take().or_else(|| self.accept());
                    typed.response.request_focus();
                }
            });
            ui.add_space(4.0);
        }
        let hidden = text::galley(ui.ctx(), &words.get("dialog-hidden"), &Style::body(), f32::INFINITY);
        if ui.checkbox(&mut self.with_hidden, hidden).changed() {
            self.enter(self.folder.clone());
        }
        ui.add_space(12.0);
        let mut is_left = false;
        ui.horizontal_wrapped(|ui| {
            let doing = words.get(match self.ask.goal {
                Goal::Open => "dialog-open",
                Goal::Save(_) => "dialog-save",
                Goal::Folder => "dialog-use-folder",
            });
            if kit::primary_button(ui, &doing).clicked() {
                chosen = chosen.take().or_else(|| self.accept());
            }
            if (self.saves() || self.wants_folder())
                && kit::button(ui, &words.get("dialog-new-folder")).clicked()
            {
                self.make_folder(&words.get("dialog-new-folder"));
                ui.memory_mut(|m| m.request_focus(id));
            }
            is_left = kit::link_button(ui, &words.get("dialog-cancel")).clicked();
        });
        match chosen {
            Some(path) => Some(Some(vec![path])),
            None => is_left.then_some(None),
        }
    }

    /// The folders and files; whether one is taken.
    fn entries_ui(&mut self, ui: &mut Ui) -> bool {
        let (mut goal, mut is_taken) = (None, false);
        let rows = self.entries.len();
        ScrollArea::vertical().max_height(260.0).min_scrolled_height(260.0).auto_shrink(false).show_rows(
            ui,
            ROW,
            rows,
            |ui, range| {
                for entry in self.entries.get(range).unwrap_or_default() {
                    let is_on = entry.name == self.name;
                    let response = entry_ui(ui, entry, is_on);
                    let enters = response.has_focus() && ui.input(|i| i.key_pressed(Key::Enter));
                    if response.clicked() || enters {
                        goal = Some((entry.name.clone(), entry.path.clone(), entry.is_folder));
                        is_taken = !entry.is_folder && (enters || is_on);
                    }
                }
            },
        );
        match goal {
            Some((_, path, true)) => self.enter(path),
            Some((name, ..)) => (self.name, self.trouble) = (name, None),
            None => {}
        }
        is_taken
    }
}

/// The height of a folder or a file in the list, in points.
const ROW: f32 = 30.0;

fn entry_ui(ui: &mut Ui, entry: &Entry, is_on: bool) -> egui::Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &entry.name));
    if is_on || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, f32::from(kit::RADIUS), t.indigo_wash);
    }
    let sign = egui::Rect::from_center_size(rect.left_center() + vec2(16.0, 0.0), vec2(16.0, 16.0));
    kit::paint_icon(ui.painter(), sign, if entry.is_folder { Icon::Folder } else { Icon::Page }, t.ink_soft);
    let (at, width) = (rect.left_center() + vec2(34.0, 0.0), rect.width() - 40.0);
    text::paint_within(
        ui.painter(),
        at,
        Align2::LEFT_CENTER,
        &entry.name,
        &Style::body().elided(),
        t.ink,
        width,
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Interface;
    use egui_kittest::{Harness, kittest::Queryable as _};
    use std::path::Path;

    struct Shown {
        picker: Picker,
        answer: Option<Option<Vec<PathBuf>>>,
    }

    fn show(folder: &Path, goal: Goal) -> Harness<'static, Shown> {
        let ask = Ask {
            title: "Open a plan".to_owned(),
            kind: "Action plan".to_owned(),
            endings: vec!["plan.ron".to_owned()],
            folder: Some(folder.to_owned()),
            goal,
        };
        let words = Words::new(Interface::English);
        let mut harness = Harness::builder()
            .with_size([800.0, 600.0])
            .with_context_setup(crate::app::dress)
            .build_ui_state(
                move |ui, shown: &mut Shown| {
                    if shown.answer.is_none() {
                        shown.answer = shown.picker.ui(ui.ctx(), &words);
                    }
                },
                Shown { picker: Picker::new(ask), answer: None },
            );
        harness.run();
        harness
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("rencana-picker-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("پوشه")).unwrap();
        std::fs::write(folder.join("پوشه/برنامه ۱۳۹۷.plan.ron"), "").unwrap();
        folder
    }

    fn click(harness: &mut Harness<'_, Shown>, label: &str) {
        harness.get_by_label(label).click();
        harness.run();
    }

    #[test]
    fn a_plan_is_found_in_a_folder_of_any_script() {
        let at = folder("open");
        let mut harness = show(&at, Goal::Open);
        click(&mut harness, "پوشه");
        click(&mut harness, "Folder above");
        click(&mut harness, "پوشه");
        assert!(harness.state().answer.is_none(), "a folder is no answer");
        click(&mut harness, "برنامه ۱۳۹۷.plan.ron");
        click(&mut harness, "Open");
        let wanted = at.join("پوشه/برنامه ۱۳۹۷.plan.ron");
        assert_eq!(harness.state().answer, Some(Some(vec![wanted])));
        std::fs::remove_dir_all(&at).unwrap();
    }

    #[test]
    fn a_name_is_typed_a_folder_is_made_and_the_dialog_is_left() {
        let at = folder("save");
        let mut harness = show(&at, Goal::Save("a.plan.ron".to_owned()));
        click(&mut harness, "New folder");
        assert!(at.join("New folder").is_dir());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().answer, Some(Some(vec![at.join("New folder/a.plan.ron")])));
        let mut harness = show(&at, Goal::Open);
        harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "File:").type_text("none");
        harness.run();
        click(&mut harness, "Open");
        harness.get_by_label("There is no file of this name here");
        click(&mut harness, "Cancel");
        assert_eq!(harness.state().answer, Some(None));
        std::fs::remove_dir_all(&at).unwrap();
    }

    #[test]
    fn a_folder_is_chosen_by_entering_it() {
        let at = folder("folder");
        let mut harness = show(&at, Goal::Folder);
        assert!(harness.query_by_label("File:").is_none());
        click(&mut harness, "پوشه");
        assert!(harness.query_by_label("برنامه ۱۳۹۷.plan.ron").is_none(), "files are no folders");
        click(&mut harness, "Use this folder");
        assert_eq!(harness.state().answer, Some(Some(vec![at.join("پوشه")])));
        let mut harness = show(&at, Goal::Folder);
        click(&mut harness, "New folder");
        click(&mut harness, "Use this folder");
        assert_eq!(harness.state().answer, Some(Some(vec![at.join("New folder")])));
        std::fs::remove_dir_all(&at).unwrap();
    }
}
