//! Joining a plan with another copy of it: its file that somebody else changed, a copy that a shared folder made, any other copy.

use super::{
    clock,
    dialogs::{Ask, Goal},
    files::same_file,
    notices::Broken,
    questions::Question,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
    toasts::Mood,
};
use crate::{
    file::{
        self, EXTENSION, Extras, Opened, Problem, copies, disk,
        versions::{VersionKind, VersionStore},
    },
    merge::{self, Merged, OtherPlan},
    plan::{Edit, Plan},
    ui::Page,
};
use egui::Context;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// What came of joining a plan with a copy, on a thread.
pub struct Joined {
    tab: Tab,
    path: PathBuf,
    /// The revision of the plan that was joined; another one by now: once more.
    revision: u64,
    /// Whether the copy is the plan's own file.
    is_own_file: bool,
    /// Where it was known from how the plan was when the copies parted.
    base: Base,
    read: Result<Copy, Box<Problem>>,
}

/// The state of a plan before two copies of it parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    /// Not known.
    Unknown,
    /// What was opened or saved here last.
    Own,
    /// The earlier version of this moment, in seconds since 1970.
    Version(u64),
}

/// A copy that was read, and what came of it.
struct Copy {
    opened: Opened,
    fingerprint: disk::Fingerprint,
    merged: Result<(Merged, Extras), OtherPlan>,
}

impl App {
    /// Asks for another copy of a plan.
    pub(super) fn ask_copy(&mut self, tab: Tab, frame: Option<&eframe::Frame>) {
        let Some(open) = self.plan_of(tab) else { return };
        let folder = open.path.as_deref().and_then(Path::parent).map(PathBuf::from);
        let ask = Ask {
            title: self.words.get("dialog-merge-title").into_owned(),
            kind: self.words.get("dialog-kind-plan").into_owned(),
            endings: vec![EXTENSION.to_owned()],
            folder: folder.or_else(|| self.folder_of_plans()),
            goal: Goal::Open,
        };
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| Done::PickedToJoin(tab, paths));
    }

    /// Joins a plan with the copy in a file, on a thread. When the file is the plan's own, both come from what was opened or saved last.
    pub(super) fn join(&mut self, ctx: &Context, tab: Tab, path: PathBuf) {
        if self.refuses_edits(ctx) {
            return;
        }
        let busy = self.words.get("merge-busy").into_owned();
        let Some(open) = self.plan_of(tab) else { return };
        if std::mem::replace(&mut open.is_joining, true) {
            self.toasts.say(ctx, Mood::Plain, busy);
            return;
        }
        open.document.seal();
        let is_own_file = open.path.as_deref().is_some_and(|own| same_file(own, &path));
        let base = open.document.saved_plan().filter(|_| is_own_file).cloned();
        let (mine, extras) = (snapshot_of(&open.document), open.extras.clone());
        let revision = open.document.revision();
        let store = self.versions.clone();
        self.tasks.run("join", move || {
            let mut known = if base.is_some() { Base::Own } else { Base::Unknown };
            let read = disk::load_large(&path).and_then(|(bytes, fingerprint)| {
                let opened = file::read(&bytes)?;
                // What stands beside the plan is not edited in the window: as it was read is as it is.
                let base = base.as_deref().map(|base| (base, &extras));
                let shared = match (base, store) {
                    (None, Some(store)) => shared_version(&store, &mine, &opened.plan),
                    _ => None,
                };
                if let Some((seconds, _)) = &shared {
                    known = Base::Version(*seconds);
                }
                let base = base.or(shared.as_ref().map(|(_, past)| (&past.plan, &past.extras)));
                let merged = merge::merge_files(base, (&mine, &extras), (&opened.plan, &opened.extras));
                Ok(Copy { opened, fingerprint, merged })
            });
            Done::Joined(Box::new(Joined { tab, path, revision, is_own_file, base: known, read }))
        });
    }

    /// A plan was joined with a copy, or not.
    pub(super) fn joined(&mut self, ctx: &Context, joined: Joined) {
        let Joined { tab, path, revision, is_own_file, base, read } = joined;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(open) = self.plan_of(tab) else { return };
        open.is_joining = false;
        let Copy { opened, fingerprint, merged } = match read {
            Ok(copy) => copy,
            Err(problem) => return self.ask(Question::CannotOpen(path, Broken { problem, rescued: None })),
        };
        let Ok((merged, extras)) = merged else {
            let said = self.words.with("merge-other-plan", &[("name", name.into())]);
            return self.toasts.say(ctx, Mood::Bad, said);
        };
        if open.document.revision() != revision {
            return self.join(ctx, tab, path);
        }
        open.copies.retain(|copy| *copy != path);
        let is_news = merged.plan != *open.plan();
        let Ok(_) = open.document.apply(&Edit::Become("merge-step", Box::new(merged.plan))) else { return };
        open.document.seal();
        if is_own_file {
            // The file holds theirs: that is what counts as saved now, and may be written over.
            open.document.mark_saved(Arc::new(opened.plan));
            open.fingerprint = Some(fingerprint);
            open.has_other = false;
        }
        open.extras = extras;
        open.refresh();
        if !merged.opened.is_empty() {
            open.page = Page::Choices;
            open.focus = None;
        }
        if !is_own_file {
            self.settings.remember_joined(fingerprint.hex());
            self.settings.save(self.folder.as_deref());
        }
        let said = if is_news || is_own_file {
            self.words.with("merge-done", &[("count", merged.opened.len().into())])
        } else {
            self.words.with("merge-nothing-new", &[("name", name.into())])
        };
        self.toasts.say(ctx, Mood::Good, said);
        let about_base = match base {
            Base::Unknown if is_news => Some(self.words.get("merge-without-base").into_owned()),
            Base::Version(at) if is_news => {
                Some(self.words.with("merge-with-version", &[("when", clock::when(&self.words, at).into())]))
            }
            _ => None,
        };
        about_base.into_iter().for_each(|said| self.toasts.say(ctx, Mood::Plain, said));
        if !merged.reordered.is_empty() {
            let blocks: Vec<_> =
                merged.reordered.iter().map(|b| self.words.get(b.words()).into_owned()).collect();
            let said = self.words.with("merge-reordered", &[("what", blocks.join(", ").into())]);
            self.toasts.say(ctx, Mood::Plain, said);
        }
        let notes: Vec<_> = opened.notes.into_iter().filter(|note| note.kind.needs_eyes()).collect();
        if !notes.is_empty() {
            self.ask(Question::Notes(path, notes));
        }
    }

    /// Looks for copies of a plan beside its file, on a thread.
    pub(super) fn look_for_copies(&mut self, tab: Tab) {
        let known = self.settings.joined.clone();
        let Some(open) = self.plan_of(tab).filter(|open| !open.leaves_copies) else { return };
        let (Some(path), mine) = (open.path.clone(), snapshot_of(&open.document)) else { return };
        self.tasks.run("look for copies", move || {
            let is_news = |copy: &PathBuf| holds_news(copy, &mine, &known);
            Done::CopiesFound(tab, copies::beside(&path).into_iter().filter(is_news).collect())
        });
    }

    /// Copies of a plan lie beside it.
    pub(super) fn copies_found(&mut self, tab: Tab, copies: Vec<PathBuf>) {
        if let Some(open) = self.plan_of(tab).filter(|open| !open.leaves_copies) {
            open.copies = copies;
        }
    }
}

/// The newest earlier version from which both copies come, and when it was kept.
fn shared_version(store: &VersionStore, mine: &Plan, theirs: &Plan) -> Option<(u64, Opened)> {
    let list = store.list(mine.id);
    let is_birth = list.first().is_some_and(|first| first.about.kind == VersionKind::Born);
    let version = |i: usize| file::read_own(&store.read(mine.id, &list[i]).ok()?).ok();
    let (i, past) = merge::shared_base((mine, theirs), list.len(), is_birth, version)?;
    Some((list[i].seconds, past))
}

/// Whether a file is a copy of this plan that was not joined yet and would change it.
fn holds_news(path: &Path, mine: &Plan, known: &[String]) -> bool {
    let Ok((bytes, fingerprint)) = disk::load(path) else { return false };
    if known.contains(&fingerprint.hex()) {
        return false;
    }
    let Ok(opened) = file::read(&bytes) else { return false };
    merge::merge_without_base(mine, &opened.plan).is_ok_and(|merged| merged.plan != *mine)
}
