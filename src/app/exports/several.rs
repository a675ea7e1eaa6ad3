//! Several documents one after the other into one folder: what to make, what is there already, how far it is, what came of it.

use super::{Made, Making, Reading, make};
use crate::{
    app::{
        dialogs::Goal,
        questions::{self, Question},
        shell::App,
        tasks::{Done, Tab},
        toasts::Mood,
    },
    export::{self, Cancel, Format, Step},
    file::disk,
    locale::Words,
    plan::Lang,
    text::{self, Style},
    ui::kit,
};
use egui::{Context, Ui};
use std::path::{Path, PathBuf};

/// Documents to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several {
    /// Of which plans.
    pub tabs: Vec<Tab>,
    /// Which kinds.
    pub formats: Vec<Format>,
    /// In one language alone, for the plans that have it; nothing: in all of each.
    pub lang: Option<Lang>,
}

/// How many documents of a batch are ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which one is being made, from 1.
    pub at: usize,
    /// Of how many.
    pub of: usize,
}

impl Part {
    /// How far the whole is, 0 to 1, when this document is at this step. Laying the pages out takes longest.
    pub fn share(self, step: Step) -> f32 {
        let begun = match step {
            Step::Reading => 0.1,
            Step::Pages => 0.3,
            Step::Writing => 0.9,
        };
        // Few documents: the counts are exact as floats.
        #[allow(clippy::cast_precision_loss)]
        let share = (self.at.saturating_sub(1) as f32 + begun) / self.of.max(1) as f32;
        share.min(1.0)
    }
}

/// What came of a batch.
pub struct SeveralMade {
    number: u64,
    folder: PathBuf,
    of: usize,
    made: Vec<Made>,
}

/// The names to show when more were made than fit a message.
const MOST_TOLD: usize = 4;

impl App {
    /// Asks into which folder the documents go.
    pub(in crate::app) fn ask_several(&mut self, lang: Option<Lang>, frame: Option<&eframe::Frame>) {
        let view = self.settings.hand_over();
        let tabs = match (view.of_all_open, self.current_tab()) {
            (true, _) => self.open.iter().map(|open| open.tab).collect(),
            (false, current) => current.into_iter().collect(),
        };
        let several = Several { tabs, formats: view.several, lang };
        if several.tabs.is_empty() || several.formats.is_empty() {
            return;
        }
        let ask = self.ask_for(self.words.get("dialog-folder-title").into_owned(), &[], Goal::Folder);
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| {
            Done::PickedFolder(several, paths.and_then(|p| p.into_iter().next()))
        });
    }

    /// A folder for documents was chosen. Files that are there already are asked about.
    pub(in crate::app) fn folder_chosen(&mut self, ctx: &Context, several: Several, folder: PathBuf) {
        let targets = self.targets(&several, &folder);
        let is_there = |(.., path): &&(Tab, Format, PathBuf)| disk::exists(path);
        let there: Vec<_> = targets.iter().filter(is_there).map(|(.., path)| name_of(path)).collect();
        if there.is_empty() {
            self.export_several(ctx, &several, folder);
        } else {
            self.ask(Question::OverwriteSeveral(several, folder, there));
        }
    }

    /// The documents with their files: each has a name of its own.
    fn targets(&mut self, several: &Several, folder: &Path) -> Vec<(Tab, Format, PathBuf)> {
        let mut targets: Vec<(Tab, Format, PathBuf)> = Vec::new();
        for tab in &several.tabs {
            let Some(open) = self.plan_of(*tab) else { continue };
            for format in &several.formats {
                let name = export::file_name(open.plan(), *format);
                let stem = name.strip_suffix(format.suffix()).unwrap_or(&name);
                let again = (2..).map(|n| format!("{stem} ({n}){}", format.suffix()));
                let free = std::iter::once(name.clone())
                    .chain(again)
                    .map(|name| folder.join(name))
                    .find(|path| targets.iter().all(|(.., taken)| taken != path));
                targets.extend(free.map(|path| (*tab, *format, path)));
            }
        }
        targets
    }

    /// Makes the documents on a thread, one after the other: each uses all processors.
    pub(in crate::app) fn export_several(&mut self, ctx: &Context, several: &Several, folder: PathBuf) {
        let targets = self.targets(several, &folder);
        let Some(first) = targets.first().map(|(.., path)| name_of(path)) else { return };
        let cancel = Cancel::default();
        let mut works: Vec<(Reading, Vec<(Format, PathBuf)>)> = Vec::new();
        let of = targets.len();
        for tab in &several.tabs {
            let Some(open) = self.plan_of(*tab) else { continue };
            let lang = several.lang.clone().filter(|lang| open.plan().languages().contains(lang));
            let own =
                targets.iter().filter(|(of, ..)| of == tab).map(|(_, format, path)| (*format, path.clone()));
            let own = own.collect();
            works.extend(self.reading_of(*tab, lang, cancel.clone()).map(|(_, reading)| (reading, own)));
        }
        self.settings.export_folder = Some(folder.clone());
        self.settings.save(self.folder.as_deref());
        let number = self.making.last().map_or(1, |m| m.number + 1);
        let since = ctx.input(|i| i.time);
        let part = Some(Part { at: 1, of });
        self.making.push(Making { number, name: first, cancel: cancel.clone(), since, part });
        self.tasks.run_telling("export", move |tell| {
            let mut made = Vec::new();
            for (reading, targets) in works {
                reading.read(|source| {
                    for (format, path) in targets {
                        // Between two documents: what is ready stays.
                        if cancel.is_stopped() {
                            return;
                        }
                        cancel.reach(Step::Reading);
                        tell(Done::Making(number, made.len() + 1, name_of(&path)));
                        made.push(make(number, source, format, path).without_bytes());
                    }
                });
            }
            tell(Done::SeveralMade(SeveralMade { number, folder, of, made }));
        });
    }

    /// The next document of a batch is being made.
    pub(in crate::app) fn making_next(&mut self, number: u64, at: usize, name: String) {
        for making in self.making.iter_mut().filter(|m| m.number == number) {
            making.part = making.part.map(|part| Part { at, ..part });
            making.name.clone_from(&name);
        }
    }

    /// A batch came to its end: all is ready, some could not be made, or it was stopped.
    pub(in crate::app) fn several_made(&mut self, ctx: &Context, done: SeveralMade) {
        let SeveralMade { number, folder, of, made } = done;
        self.making.retain(|m| m.number != number);
        let (mut ready, mut troubles, mut notes) = (0_usize, Vec::new(), Vec::new());
        for made in &made {
            match self.came_of(made) {
                Ok(note) => {
                    ready += 1;
                    notes.extend(note.into_iter().map(|note| format!("{}: {note}", name_of(&made.path))));
                }
                // The one that was stopped.
                Err((Mood::Plain, _)) => {}
                Err((_, said)) => troubles.push(format!("{}: {said}", name_of(&made.path))),
            }
        }
        let values = [("count", ready.into()), ("of", of.into()), ("folder", name_of(&folder).into())];
        let is_stopped = ready + troubles.len() < of;
        let mut said = self.words.with(if is_stopped { "several-stopped" } else { "several-ready" }, &values);
        let told = if troubles.is_empty() { &notes } else { &troubles };
        for line in told.iter().take(MOST_TOLD) {
            said.push('\n');
            said += line;
        }
        if let Some(more) = told.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
            said.push('\n');
            said += &self.words.with("several-more", &[("count", more.into())]);
        }
        let mood = match (troubles.is_empty(), is_stopped) {
            (false, _) => Mood::Bad,
            (true, true) => Mood::Plain,
            (true, false) => Mood::Good,
        };
        let open = self.words.get("open-folder").into_owned();
        self.toasts.say_folder(ctx, mood, said, folder, open);
    }
}

/// Asks about files that are there already: whether to replace them.
pub(in crate::app) fn overwrite_ui(ui: &mut Ui, words: &Words, names: &[String]) -> Option<bool> {
    let mut answer = None;
    let count = names.len().into();
    questions::head(
        ui,
        &words.with("ask-overwrite-several", &[("count", count)]),
        &words.get("ask-overwrite-several-note"),
    );
    egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
        for name in names {
            text::label(ui, name, Style::body());
        }
    });
    questions::buttons(ui, |ui| {
        if kit::primary_button(ui, &words.get("ask-replace-several")).clicked() {
            answer = Some(true);
        }
        if kit::link_button(ui, &words.get("ask-cancel")).clicked() {
            answer = Some(false);
        }
    });
    answer
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
