//! What comes back from threads and dialogs, and where it goes.

use super::{App, tasks::Done, toasts::Mood};
use egui::Context;

impl App {
    /// Takes in what threads have finished.
    pub(super) fn take_finished(&mut self, ctx: &Context) {
        for done in self.tasks.finished() {
            self.take(ctx, done);
        }
    }

    /// Takes in one finished piece of work.
    pub(super) fn take(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::PickedToOpen(None) if self.dialogs.has_failed() => {
                self.dialogs.again(Done::PickedToOpen);
            }
            Done::PickedToImport(tab, None) if self.dialogs.has_failed() => {
                self.dialogs.again(move |paths| Done::PickedToImport(tab, paths));
            }
            Done::PickedToImport(tab, paths) => {
                if let Some(path) = paths.into_iter().flatten().next() {
                    self.import(tab, path);
                }
            }
            Done::BookRead(tab, path, read) => self.book_read(ctx, tab, &path, read),
            Done::PickedToOpen(paths) => paths.into_iter().flatten().for_each(|path| self.open_file(path)),
            Done::PickedToJoin(tab, None) if self.dialogs.has_failed() => {
                self.dialogs.again(move |paths| Done::PickedToJoin(tab, paths));
            }
            Done::PickedToJoin(tab, paths) => {
                if let Some(path) = paths.and_then(|paths| paths.into_iter().next()) {
                    self.join(ctx, tab, path);
                }
            }
            Done::Joined(joined) => self.joined(ctx, *joined),
            Done::CopiesFound(tab, copies) => self.copies_found(tab, copies),
            Done::PickedToSave(tab, purpose, None) => {
                if self.dialogs.has_failed() {
                    self.dialogs.again(move |paths| {
                        Done::PickedToSave(tab, purpose, paths.and_then(|p| p.into_iter().next()))
                    });
                } else {
                    self.closing = None;
                    self.early = None;
                }
            }
            Done::PickedToSave(tab, purpose, Some(path)) => self.name_chosen(ctx, tab, purpose, path),
            Done::Read(path, result) => self.file_read(path, result),
            Done::Locked(tab, path, taken) => self.locked(tab, &path, taken),
            Done::Saved(tab, path, plan, outcome) => self.saved(ctx, tab, path, plan, outcome),
            Done::NotWritten(tab, problem) => {
                if let Some(open) = self.plan_of(tab) {
                    open.is_saving = false;
                }
                self.closing = None;
                let said = self.words.get(problem.kind.words()).into_owned();
                self.toasts.say(ctx, Mood::Bad, said);
            }
            Done::Exported(made) => self.exported(ctx, &made),
            Done::PickedFolder(several, None) if self.dialogs.has_failed() => {
                self.dialogs.again(move |paths| {
                    Done::PickedFolder(several, paths.and_then(|p| p.into_iter().next()))
                });
            }
            Done::PickedFolder(_, None) => {}
            Done::PickedFolder(several, Some(folder)) => self.folder_chosen(ctx, several, folder),
            Done::Making(number, at, name) => self.making_next(number, at, name),
            Done::SeveralMade(done) => self.several_made(ctx, done),
            Done::SlidesMade(number, made) => self.take_slides(number, made),
            Done::SlideDrawn(of, slide, picture) => {
                self.slide_drawn(ctx, &of, slide, picture.as_deref());
            }
            Done::Previewed(done) => self.previewed(ctx, done),
            Done::Snapshot(tab, revision, is_kept, size) => {
                self.tell_size(ctx, tab, size);
                self.copy_kept(ctx, tab, revision, is_kept);
                if is_kept && let Some(i) = self.recovering.iter().position(|(t, _)| *t == tab.0) {
                    let (_, orphan) = self.recovering.remove(i);
                    if let Some(store) = &self.recovery {
                        store.discard(&orphan);
                    }
                }
            }
            Done::Checked(tab, revision, checker, findings) => {
                if let Some(open) = self.plan_of(tab) {
                    open.checked(revision, *checker, findings);
                }
            }
            Done::Versions(tab, list) => self.versions_listed(tab, list),
            Done::Compared(tab, pair, compared) => self.compared(tab, pair, compared),
            Done::VersionKept(tab, is_kept) => self.version_kept(ctx, tab, is_kept),
            Done::Freed(tab) => self.freed(ctx, tab),
            Done::Fell(name) => self.work_fell(ctx, &name),
            Done::OrphanLooked(orphan, now, changes) => self.orphan_looked(&orphan, now, changes),
            Done::Looked(tab, expected, changed) => self.looked(ctx, tab, expected, changed),
        }
    }
}
