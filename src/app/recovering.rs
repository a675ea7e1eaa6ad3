//! Work of runs that ended badly: what is known of it, and how it comes back.

use super::{
    clock,
    open_plan::OpenPlan,
    shell::App,
    tasks::{Done, Tab},
    toasts::Mood,
    versions::lines,
};
use crate::{
    document::Document,
    file::{
        self, disk,
        recovery::{FileNow, MANY_TRIES, Orphan},
    },
    ui::{pages::start, panes::Line},
};
use egui::Context;
use std::sync::Arc;

/// Where something changed, and what stands there now. Shared: the start screen takes it in every frame.
type Changes = Arc<[(String, String)]>;

/// Work that can be recovered.
pub struct Found {
    /// Its snapshot.
    pub orphan: Orphan,
    /// How its file stands, and what the work has that the file has not; nothing while that is looked up.
    state: Option<(FileNow, Option<Changes>)>,
}

impl Found {
    /// Work of which nothing but its description is known yet.
    pub fn new(orphan: Orphan) -> Self {
        Self { orphan, state: None }
    }
}

/// A change in a line: what stands there in the recovered work, or what happened to it.
fn change_words(line: &Line) -> String {
    let after = line.after.split_whitespace().collect::<Vec<_>>().join(" ");
    if after.is_empty() { line.what.clone() } else { after }
}

impl App {
    /// Looks up on a thread how the files of recovered work stand.
    pub(super) fn look_at_orphans(&self) {
        let Some(store) = &self.recovery else { return };
        for found in &self.orphans {
            let (store, orphan, words) = (Arc::clone(store), found.orphan.clone(), self.words.clone());
            self.tasks.run("look at recovered work", move || {
                let now = orphan.file_now();
                let work = store.restore(&orphan).ok().and_then(|bytes| file::read_own(&bytes).ok());
                let file =
                    orphan.meta.path.as_ref().filter(|_| matches!(now, FileNow::Same | FileNow::Changed));
                let file = file
                    .and_then(|path| disk::load_large(path).ok())
                    .and_then(|(bytes, _)| file::read(&bytes).ok());
                let changes = work.zip(file).map(|(work, file)| lines(&file.plan, &work.plan, &words));
                Done::OrphanLooked(orphan, now, changes)
            });
        }
    }

    /// How the file of recovered work stands.
    pub(super) fn orphan_looked(&mut self, orphan: &Orphan, now: FileNow, changes: Option<Vec<Line>>) {
        if let Some(found) = self.orphans.iter_mut().find(|f| f.orphan == *orphan) {
            let words = |line: &Line| (line.place.clone(), change_words(line));
            found.state = Some((now, changes.map(|lines| lines.iter().map(words).collect())));
        }
    }

    /// Recovered work as the start screen shows it.
    pub(super) fn recovered_words(&self, found: &Found) -> start::Recovered {
        let meta = &found.orphan.meta;
        let when = clock::when(&self.words, meta.seconds);
        let mut about = match &meta.path {
            Some(path) => self.words.with(
                "recovered-of-file",
                &[("when", when.into()), ("path", path.display().to_string().into())],
            ),
            None => self.words.with("recovered-unsaved", &[("when", when.into())]),
        };
        let changes = found.state.as_ref().and_then(|(_, changes)| changes.clone()).unwrap_or_default();
        let count = changes.len();
        let more = match &found.state {
            Some((FileNow::Same, Some(_))) => {
                Some(self.words.with("recovered-changes", &[("count", count.into())]))
            }
            Some((FileNow::Changed, Some(_))) => {
                Some(self.words.with("recovered-file-changed", &[("count", count.into())]))
            }
            Some((FileNow::Gone, _)) => Some(self.words.get("recovered-file-gone").into_owned()),
            _ => None,
        };
        about.extend(more.iter().flat_map(|more| ["\n", more.as_str()]));
        let is_risky = meta.tries >= MANY_TRIES;
        if is_risky {
            about.push('\n');
            about += &self.words.with("recovered-risky", &[("count", (meta.tries as usize).into())]);
        }
        start::Recovered { title: meta.title.clone(), about, changes, is_risky }
    }

    /// Opens recovered work as a plan that is not saved; the copy stays until the plan is.
    pub(super) fn recover(&mut self, ctx: &Context, number: usize) {
        let (Some(store), true) = (self.recovery.clone(), number < self.orphans.len()) else { return };
        store.count_try(&mut self.orphans[number].orphan);
        let orphan = self.orphans[number].orphan.clone();
        let read = store
            .restore(&orphan)
            .ok()
            .and_then(|bytes| file::read_own(&bytes).ok().or_else(|| file::rescue(&bytes)));
        let Some(opened) = read else {
            let words = self.words.get("recovery-unreadable").into_owned();
            self.toasts.say(ctx, Mood::Bad, words);
            return;
        };
        let mut open = OpenPlan::new(Tab(0), Document::unsaved(opened.plan), opened.extras);
        // A newer file is never written over: only the file that the copy was made from stays its file.
        if orphan.file_now() == FileNow::Same
            && let Some(path) = &orphan.meta.path
            && let Ok((_, fingerprint)) = disk::load_large(path)
        {
            open.path = Some(path.clone());
            open.fingerprint = Some(fingerprint);
        }
        // A first copy in this run before the old one goes: force it by pretending that something changed long ago.
        open.kept.changed_at = Some(0.0);
        open.kept.tries = Some((orphan.meta.tries, ctx.input(|i| i.time)));
        self.add(open);
        self.lock_new_file(Tab(self.next_tab));
        self.keep_copies(ctx);
        self.recovering.push((self.next_tab, orphan));
        self.orphans.remove(number);
    }

    /// Shows the file of recovered work with another program.
    pub(super) fn show_recovered(&self, number: usize) -> Option<std::path::PathBuf> {
        let store = self.recovery.as_ref()?;
        Some(store.path_of(&self.orphans.get(number)?.orphan))
    }
}
