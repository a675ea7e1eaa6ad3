//! Spreadsheets on their way into a plan: from the dialog to one step of its history.

use super::{
    dialogs::Goal,
    shell::App,
    tasks::{Done, Tab},
    toasts::Mood,
};
use crate::{
    file::{Problem, disk},
    import::{Book, ENDINGS, Unreadable},
    ui::{
        Cx,
        importing::{Ended, Importing},
    },
};
use egui::Context;
use std::path::{Path, PathBuf};

/// Why a spreadsheet could not be read.
pub enum NotRead {
    /// The system did not give the file.
    File(Box<Problem>),
    /// What is in it.
    Content(Unreadable),
}

/// Whether a file is read as a spreadsheet, by its name.
pub(super) fn is_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

impl App {
    /// Asks which spreadsheet to bring into a plan.
    pub(super) fn ask_import(&mut self, tab: Tab, frame: Option<&eframe::Frame>) {
        let title = self.words.get("dialog-import-title").into_owned();
        let mut ask = self.ask_for(title, ENDINGS, Goal::Open);
        ask.kind = self.words.get("dialog-kind-table").into_owned();
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| Done::PickedToImport(tab, paths));
    }

    /// Reads a spreadsheet on a thread.
    pub(super) fn import(&mut self, tab: Tab, path: PathBuf) {
        self.tasks.run("import", move || {
            let read = disk::load_large(&path)
                .map_err(NotRead::File)
                .and_then(|(bytes, _)| Book::read(&bytes).map_err(NotRead::Content));
            Done::BookRead(tab, path, read.map(Box::new))
        });
    }

    /// A spreadsheet was read, or not.
    pub(super) fn book_read(
        &mut self,
        ctx: &Context,
        tab: Tab,
        path: &Path,
        read: Result<Box<Book>, NotRead>,
    ) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        match read {
            Ok(book) => {
                let ids = self.ids.split();
                let begun = self.with_cx(tab, |cx| Importing::new(name, *book, cx, ids));
                self.importing = begun.map(|importing| (tab, importing));
            }
            Err(why) => {
                let why = match &why {
                    NotRead::File(problem) => problem.kind.words(),
                    NotRead::Content(unreadable) => unreadable.words(),
                };
                let values = [("name", name.into()), ("why", self.words.get(why).as_ref().into())];
                let said = self.words.with("import-not-read", &values);
                self.toasts.say(ctx, Mood::Bad, said);
            }
        }
    }

    /// Shows what is imported, while it is.
    pub(super) fn importing_ui(&mut self, ctx: &Context) {
        let Some((tab, mut importing)) = self.importing.take() else { return };
        if self.current_tab() != Some(tab) {
            return;
        }
        match self.with_cx(tab, |cx| importing.ui(ctx, cx)).flatten() {
            None => self.importing = Some((tab, importing)),
            Some(Ended::Left) => {}
            Some(Ended::Taken(edit, count)) => {
                let words = self.words.clone();
                let Some(open) = self.plan_of(tab) else { return };
                // One step of its own, whatever was typed before.
                open.document.seal();
                let applied = open.document.apply(&edit);
                open.document.seal();
                if applied.is_ok() {
                    // What came in is what somebody wants to see next.
                    open.refresh();
                    open.go(edit.place());
                }
                let (mood, said) = match applied {
                    Ok(_) => (Mood::Good, words.with("import-done", &[("count", count.into())])),
                    Err(refused) => (Mood::Bad, words.get(refused.words()).into_owned()),
                };
                self.toasts.say(ctx, mood, said);
                ctx.request_repaint();
            }
        }
    }

    /// Gives an open plan to read.
    fn with_cx<R>(&mut self, tab: Tab, read: impl FnOnce(&Cx<'_>) -> R) -> Option<R> {
        let i = self.open.iter().position(|o| o.tab == tab)?;
        let open = self.open.get_mut(i)?;
        open.refresh();
        let shown = open.shown_languages().to_vec();
        let cx = Cx {
            plan: open.plan(),
            derived: open.derived(),
            findings: open.findings(),
            words: &self.words,
            packs: &self.packs,
            shown: &shown,
            goto: None,
            today: super::clock::today(),
        };
        Some(read(&cx))
    }
}
