//! New and open: from a wish to a plan, and how its file stands. Saving is `saving`.

use super::{
    clock,
    dialogs::{Ask, Goal},
    examples,
    notices::Broken,
    open_plan::OpenPlan,
    questions::Question,
    sharing::{self, Held, ReadOnly},
    shell::App,
    tasks::{Done, FileRead, Tab},
    toasts::Mood,
    versions,
};
use crate::{
    document::Document,
    file::{
        self, EXTENSION, Extras, disk,
        lock::{self, Taken},
        versions::VersionKind,
    },
    pack,
    plan::{Depth, Edit, IdentityField, Plan},
    ui::pages::start,
};
use egui::Context;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

impl App {
    /// Begins a plan.
    pub(super) fn new_plan(&mut self, wish: &start::NewPlan) {
        let programme = self.packs.programme(&wish.programme);
        let wish = pack::NewPlan {
            country: wish.country,
            programme: wish.programme.clone(),
            // A plan starts when the course is over.
            start: programme.and_then(|p| p.finish).and_then(|d| d.tomorrow().ok()),
            ..pack::NewPlan::default()
        };
        let plan = self.packs.new_plan(self.ids.next(), &wish);
        let mut document = Document::unsaved(plan);
        // Nothing of a new plan is anybody's work yet: closing it asks nothing.
        let blank = Arc::clone(document.plan());
        document.mark_saved(blank);
        self.add(OpenPlan::new(Tab(0), document, Extras::default()).begun());
    }

    /// Opens a worked example as a new plan of its own.
    pub(super) fn open_example(&mut self, name: &str) {
        let Some(opened) = examples::text(name).and_then(|text| file::read(text.as_bytes()).ok()) else {
            return;
        };
        let mut plan = opened.plan;
        plan.id = self.ids.next();
        let mut document = Document::unsaved(plan);
        let as_shipped = Arc::clone(document.plan());
        document.mark_saved(as_shipped);
        self.add(OpenPlan::new(Tab(0), document, opened.extras).begun());
    }

    /// Takes an open plan in and shows it.
    pub(super) fn add(&mut self, mut open: OpenPlan) {
        self.next_tab += 1;
        open.tab = Tab(self.next_tab);
        self.open.push(open);
        self.current = Some(self.open.len() - 1);
    }

    /// Asks for files to open.
    pub(super) fn ask_open(&mut self, frame: Option<&eframe::Frame>) {
        let ask = self.ask_for(self.words.get("dialog-open-title").into_owned(), &[EXTENSION], Goal::Open);
        self.dialogs.ask(frame, &self.tasks, ask, Done::PickedToOpen);
    }

    pub(super) fn ask_for(&self, title: String, endings: &[&str], goal: Goal) -> Ask {
        let is_plan = endings == [EXTENSION];
        let key = if is_plan { "dialog-kind-plan" } else { "dialog-kind-document" };
        // A stick that was unplugged meanwhile is no place to begin in.
        let documents = self.settings.export_folder.clone().filter(|folder| !is_plan && disk::exists(folder));
        let folder = documents.or_else(|| self.folder_of_plans());
        // The portal filters by the last part of a name.
        let endings = endings.iter().map(|&ending| ending.to_owned()).collect();
        Ask { title, kind: self.words.get(key).into_owned(), endings, folder, goal }
    }

    pub(super) fn folder_of_plans(&self) -> Option<PathBuf> {
        let current = self.shown().and_then(|o| o.path.as_deref());
        let recent = self.settings.recent.first().map(|r| r.path.as_path());
        let used = current.or(recent).and_then(std::path::Path::parent).map(PathBuf::from);
        // Whoever has no plan yet keeps documents where the system does.
        let documents = || directories::UserDirs::new()?.document_dir().map(PathBuf::from);
        used.or_else(|| documents().filter(|folder| disk::exists(folder)))
    }

    /// Opens a file, or shows it when it is open already.
    pub(super) fn open_file(&mut self, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        if let Some(i) = self.open.iter().position(|o| o.path.as_deref().is_some_and(|p| same_file(p, &path)))
        {
            self.current = Some(i);
            return;
        }
        self.read_in_background(path, false, true);
    }

    fn read_in_background(&self, path: PathBuf, is_large: bool, wants_lock: bool) {
        let versions = self.versions.clone();
        self.tasks.run_telling("open", move |tell| match read_file(&path, is_large, wants_lock) {
            Ok((read, bytes)) => {
                let id = read.opened.plan.id;
                tell(Done::Read(path.clone(), Ok(Box::new(read))));
                versions::keep(versions.as_ref(), id, &bytes, VersionKind::Opened, &path);
                versions::sweep_beside(versions.as_ref(), &path);
            }
            Err(broken) => tell(Done::Read(path, Err(broken))),
        });
    }

    /// Opens a large file all the same.
    pub(super) fn open_large(&self, path: PathBuf) {
        self.read_in_background(path, true, true);
    }

    /// Reads the file of a plan that was only to be read again, to change it from now on.
    pub(super) fn reopen_to_change(&self, path: PathBuf) {
        self.read_in_background(path, true, true);
    }

    /// Reads the file of an open plan again.
    pub(super) fn reopen(&self, path: PathBuf) {
        self.read_in_background(path, true, false);
    }

    /// A file was read.
    pub(super) fn file_read(&mut self, path: PathBuf, result: Result<Box<FileRead>, Broken>) {
        match result {
            Ok(read) => match read.taken {
                Some(Taken::Others(_)) => self.ask(Question::OpenElsewhere(path, Some(read))),
                _ => self.take_file(path, *read),
            },
            Err(broken) => self.ask(Question::CannotOpen(path, broken)),
        }
    }

    /// Shows a file that was read.
    pub(super) fn take_file(&mut self, path: PathBuf, read: FileRead) {
        let FileRead { opened, fingerprint, taken, is_marked } = read;
        let was_asked = taken.is_some();
        let reload = self.open.iter().position(|o| o.path.as_deref() == Some(&path));
        let notes: Vec<_> = opened.notes.iter().filter(|n| n.kind.needs_eyes()).cloned().collect();
        let mut open = OpenPlan::new(Tab(0), Document::saved(opened.plan), opened.extras);
        open.fingerprint = Some(fingerprint);
        open.path = Some(path.clone());
        open.read_only = is_marked.then_some(ReadOnly::Marked);
        match taken {
            Some(Taken::Mine(lock)) => open.lock = Some(Held::new(lock)),
            Some(Taken::Others(holder)) => open.read_only = Some(ReadOnly::OpenElsewhere(holder)),
            Some(Taken::Nowhere) | None => {}
        }
        let follows = reload.is_some_and(|i| std::mem::take(&mut self.open[i].follows));
        match reload {
            // Somebody wrote while the file was read: that is asked about.
            Some(i) if follows && self.open[i].document.is_modified() => return self.look_at_files(),
            Some(i) => {
                if follows {
                    let said = self.words.with("file-followed", &[("title", self.open[i].title().into())]);
                    self.toasts.say(self.tasks.ctx(), Mood::Plain, said);
                }
                self.take_theirs(i, open, was_asked);
            }
            None => {
                self.add(open);
                self.look_for_copies(Tab(self.next_tab));
            }
        }
        self.remember(&path);
        if !notes.is_empty() {
            self.ask(Question::Notes(path, notes));
        }
    }

    /// Takes the version of the file: as a step, so that undo brings the own one back. `was_asked`: the lock was asked for again too.
    fn take_theirs(&mut self, i: usize, mut theirs: OpenPlan, was_asked: bool) {
        let Some(mine) = self.open.get_mut(i) else { return };
        let (tab, plan) = (mine.tab, Arc::clone(theirs.document.plan()));
        if was_asked {
            mine.read_only = theirs.read_only.take();
            mine.lock = mine.lock.take().or(theirs.lock.take());
        }
        mine.document.seal();
        let step = Edit::Become("take-theirs-step", Box::new(Plan::clone(&plan)));
        if mine.document.apply(&step).is_ok() {
            mine.document.seal();
            mine.document.mark_saved(plan);
            (mine.extras, mine.fingerprint) = (theirs.extras, theirs.fingerprint);
            (mine.has_other, mine.is_stranded) = (false, false);
            mine.refresh();
        } else {
            // Another plan stands in the file now: nothing of the own one is in it.
            theirs.tab = tab;
            theirs.slot = mine.slot.take();
            theirs.read_only = mine.read_only.take();
            theirs.lock = mine.lock.take();
            *mine = theirs;
        }
        self.drop_copy(tab);
    }

    /// Notes a file among the recent ones.
    pub(super) fn remember(&mut self, path: &std::path::Path) {
        let Some(open) = self.open.iter().find(|o| o.path.as_deref() == Some(path)) else { return };
        let (title, country) = (open.title(), open.plan().identity.country);
        self.settings.remember(path, &title, country, clock::now());
        self.settings.save(self.folder.as_deref());
    }

    /// Asks what to do about a file that somebody else changed.
    pub(super) fn ask_about_other(&mut self, tab: Tab, changed: disk::Changed) {
        let Some(open) = self.plan_of(tab) else { return };
        if !std::mem::replace(&mut open.is_asked, true) {
            self.ask(Question::ChangedByOther(tab, changed));
        }
    }

    /// Looks whether the files of the open plans are as they were: when the window gets the focus.
    pub(super) fn look_at_files(&self) {
        for open in self.open.iter().filter(|o| !o.is_saving && !o.is_asked && !o.has_other) {
            let (Some(path), Some(fingerprint)) = (open.path.clone(), open.fingerprint) else { continue };
            let tab = open.tab;
            self.tasks.run("look at file", move || {
                Done::Looked(tab, fingerprint, disk::changed(&path, &fingerprint))
            });
        }
    }

    /// How the file of a plan stands.
    pub(super) fn looked(
        &mut self,
        ctx: &Context,
        tab: Tab,
        expected: disk::Fingerprint,
        changed: Option<disk::Changed>,
    ) {
        let words = self.words.get("file-gone").into_owned();
        let is_back = self.words.get("file-back").into_owned();
        let Some(open) = self.plan_of(tab) else { return };
        // Saved while the thread was looking.
        if open.fingerprint != Some(expected) || open.is_saving {
            return;
        }
        match changed {
            None => {
                if std::mem::replace(&mut open.is_stranded, false) {
                    self.toasts.say(ctx, Mood::Good, is_back);
                }
            }
            Some(disk::Changed::Gone) => {
                if !std::mem::replace(&mut open.is_stranded, true) {
                    // From now on the recovery copy is the only one.
                    open.kept.changed_at = Some(0.0);
                    self.toasts.say(ctx, Mood::Bad, words);
                }
            }
            // Nothing of one's own is at stake: the window follows the file.
            Some(disk::Changed::Bytes(_)) if !open.document.is_modified() => {
                if let Some(path) = open.path.clone() {
                    open.follows = true;
                    self.reopen(path);
                }
            }
            Some(changed) => self.ask_about_other(tab, changed),
        }
    }

    /// Chooses the depth of the method.
    pub(super) fn set_depth(&mut self, depth: Depth) {
        if let Some(open) = self.shown_mut() {
            let edit = Edit::Identity(IdentityField::Depth(Some(depth)));
            // The depth fits every plan.
            let _ = open.document.apply(&edit);
            open.document.seal();
        }
    }
}

pub(super) fn same_file(a: &std::path::Path, b: &std::path::Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn read_file(path: &Path, is_large: bool, wants_lock: bool) -> Result<(FileRead, Vec<u8>), Broken> {
    let loaded = if is_large { disk::load_large(path) } else { disk::load(path) };
    let (bytes, fingerprint) = loaded.map_err(|problem| Broken { problem, rescued: None })?;
    let opened = file::read(&bytes).map_err(|problem| {
        let rescued = file::rescue(&bytes).map(Box::new);
        Broken { problem, rescued }
    })?;
    let taken = wants_lock.then(|| lock::take(path, &sharing::me(), clock::system()));
    let is_marked = disk::is_marked_read_only(path);
    Ok((FileRead { opened, fingerprint, taken, is_marked }, bytes))
}
