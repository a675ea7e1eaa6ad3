//! Earlier versions of open plans: kept after opening and saving, listed, compared, opened as copies.

use super::{
    clock,
    open_plan::OpenPlan,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
    toasts::Mood,
};
use crate::{
    analysis::Derived,
    file::{
        self, Opened, disk,
        versions::{About, NoVersion, Version, VersionKind, VersionStore},
    },
    locale::Words,
    merge::{Teller, difference},
    plan::{Id, Plan},
    ui::panes::{Compared, Line, Pair, Row, VersionWish, VersionsView},
};
use egui::Context;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

/// The list of versions, while it is shown.
#[derive(Default)]
pub struct Shown {
    /// The newest first; nothing while they are looked for.
    list: Option<Vec<Version>>,
    /// The same in words.
    pub rows: Option<Vec<Row>>,
    /// Which two are compared; those that are looked at while [`Compared::Working`].
    pub pair: Pair,
    /// What changed between them.
    pub compared: Compared,
    /// What the view remembers.
    pub view: VersionsView,
    /// The revision of the plan that was compared.
    revision: u64,
}

/// Two states of a plan that are to be compared: bytes of a version, or the plan as it is.
enum State {
    Kept(Version),
    Now(Arc<Plan>),
}

impl App {
    /// Does what is wanted of earlier versions.
    pub(super) fn version_wish(&mut self, ctx: &Context, wish: VersionWish) {
        let Some(tab) = self.current_tab() else { return };
        match wish {
            VersionWish::Show => self.show_versions(tab),
            VersionWish::Hide => {
                if let Some(open) = self.plan_of(tab) {
                    open.versions = None;
                }
            }
            VersionWish::Compare(pair) => self.compare(tab, pair),
            VersionWish::OpenCopy(i) => self.open_version(ctx, tab, i),
            VersionWish::Name(i, name) => self.name_version(tab, i, name),
        }
    }

    /// Shows the list instead of the page.
    pub(super) fn show_versions(&mut self, tab: Tab) {
        let Some(open) = self.plan_of(tab) else { return };
        open.versions = Some(Shown::default());
        self.list_versions(tab);
    }

    fn list_versions(&mut self, tab: Tab) {
        let store = self.versions.clone();
        let Some(open) = self.plan_of(tab) else { return };
        let id = open.plan().id;
        self.tasks.run("versions", move || {
            let mut list = store.map(|s| s.list(id)).unwrap_or_default();
            list.reverse();
            Done::Versions(tab, list)
        });
    }

    /// The versions were listed.
    pub(super) fn versions_listed(&mut self, tab: Tab, list: Vec<Version>) {
        let words = self.words.clone();
        let Some(open) = self.plan_of(tab) else { return };
        let Some(shown) = &mut open.versions else { return };
        // What was chosen stays chosen, wherever it stands now.
        let chosen = |i: Option<usize>, old: &Option<Vec<Version>>| {
            let version = old.as_ref()?.get(i?)?;
            list.iter().position(|v| v.is_same(version))
        };
        let older = chosen(shown.pair.older, &shown.list).or((!list.is_empty()).then_some(0));
        let pair = Pair { older, newer: chosen(shown.pair.newer, &shown.list) };
        shown.rows = Some(list.iter().map(|v| row(v, &words)).collect());
        shown.list = Some(list);
        self.compare(tab, pair);
    }

    fn compare(&mut self, tab: Tab, pair: Pair) {
        let (store, words) = (self.versions.clone(), self.words.clone());
        let Some(open) = self.plan_of(tab) else { return };
        let (id, now, revision) = (open.plan().id, snapshot_of(&open.document), open.document.revision());
        let Some(shown) = &mut open.versions else { return };
        (shown.pair, shown.compared, shown.revision) = (pair, Compared::Working, revision);
        let list = shown.list.as_deref().unwrap_or_default();
        let state = |i: Option<usize>| match i {
            Some(i) => list.get(i).cloned().map(State::Kept),
            None => Some(State::Now(Arc::clone(&now))),
        };
        let (Some(older), Some(newer), Some(store)) = (state(pair.older), state(pair.newer), store) else {
            return;
        };
        self.tasks.run("compare versions", move || {
            let read = |state| match state {
                State::Now(plan) => Ok(plan),
                State::Kept(version) => plan_of(&store, id, &version).map(|opened| Arc::new(opened.plan)),
            };
            let compared = match (read(older), read(newer)) {
                (Ok(before), Ok(after)) => Compared::Lines(lines(&before, &after, &words)),
                _ => Compared::Damaged,
            };
            Done::Compared(tab, pair, compared)
        });
    }

    /// Two versions were compared.
    pub(super) fn compared(&mut self, tab: Tab, pair: Pair, compared: Compared) {
        if let Some(shown) = self.plan_of(tab).and_then(|open| open.versions.as_mut())
            && shown.pair == pair
        {
            shown.compared = compared;
        }
    }

    /// The plan changed while its versions are shown: compares again.
    pub(super) fn compare_anew(&mut self) {
        let Some(open) = self.shown() else { return };
        let (tab, revision) = (open.tab, open.document.revision());
        if let Some(shown) = &open.versions
            && shown.revision != revision
            && shown.pair.newer.is_none()
        {
            self.compare(tab, shown.pair);
        }
    }

    fn open_version(&mut self, ctx: &Context, tab: Tab, i: usize) {
        let Some(store) = self.versions.clone() else { return };
        let Some(open) = self.plan_of(tab) else { return };
        let (id, name) = (open.plan().id, open.file_name());
        let Some(version) = open.versions.as_ref().and_then(|s| s.list.as_ref()?.get(i)).cloned() else {
            return;
        };
        match plan_of(&store, id, &version) {
            Ok(opened) => {
                let mut copy = OpenPlan::without_file(opened.plan, opened.extras);
                copy.copy_of = Some(name.unwrap_or_default());
                copy.kept.changed_at = Some(0.0);
                let said = self
                    .words
                    .with("versions-opened", &[("when", clock::when(&self.words, version.seconds).into())]);
                self.add(copy);
                self.toasts.say(ctx, Mood::Good, said);
            }
            Err(_) => {
                let said = self.words.get("versions-damaged").into_owned();
                self.toasts.say(ctx, Mood::Bad, said);
            }
        }
    }

    /// Gives a version a name; without one, keeps the plan as it is now under it.
    fn name_version(&mut self, tab: Tab, i: Option<usize>, name: String) {
        let Some(store) = self.versions.clone() else { return };
        let Some(open) = self.plan_of(tab) else { return };
        let (id, path) = (open.plan().id, open.path.clone());
        if let Some(i) = i {
            let Some(version) = open.versions.as_ref().and_then(|s| s.list.as_ref()?.get(i)).cloned() else {
                return;
            };
            self.tasks
                .run("name version", move || Done::VersionKept(tab, store.name(id, &version, &name).is_ok()));
            return;
        }
        let (plan, extras, seconds) = (snapshot_of(&open.document), open.extras.clone(), clock::seconds());
        self.tasks.run("name version", move || {
            let about = About { kind: VersionKind::Named, name, path };
            let text = file::write(&plan, &extras);
            Done::VersionKept(
                tab,
                text.is_ok_and(|text| store.keep(id, text.as_bytes(), seconds, &about).is_ok()),
            )
        });
    }

    /// A version was kept, or not.
    pub(super) fn version_kept(&mut self, ctx: &Context, tab: Tab, is_kept: bool) {
        if self.plan_of(tab).is_some_and(|open| open.versions.is_some()) {
            self.list_versions(tab);
        }
        // Told once a run: work goes on without versions.
        if !is_kept && !std::mem::replace(&mut self.told_versions, true) {
            let said = self.words.get("versions-failed").into_owned();
            self.toasts.say(ctx, Mood::Bad, said);
        }
    }
}

/// Keeps bytes that were read or written as a version. For threads, when the window has its answer.
pub fn keep(
    store: Option<&VersionStore>,
    id: Id<Plan>,
    bytes: &[u8],
    kind: VersionKind,
    path: &Path,
) -> bool {
    let about = About { kind, name: String::new(), path: Some(PathBuf::from(path)) };
    store.is_none_or(|store| store.keep(id, bytes, clock::seconds(), &about).is_ok())
}

/// Takes away what saves that were killed left beside a plan, a day later. A whole plan among it goes to the versions first.
pub fn sweep_beside(store: Option<&VersionStore>, path: &Path) {
    let Some(folder) = path.parent() else { return };
    disk::sweep(folder, clock::system(), |bytes, written| {
        let seconds = written.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        match file::read(bytes) {
            Ok(opened) => store.is_some_and(|s| s.keep_found(opened.plan.id, bytes, seconds).is_ok()),
            Err(_) => true,
        }
    });
}

fn plan_of(store: &VersionStore, id: Id<Plan>, version: &Version) -> Result<Opened, NoVersion> {
    let bytes = store.read(id, version)?;
    file::read_own(&bytes).map_err(|_| NoVersion::Damaged)
}

fn row(version: &Version, words: &Words) -> Row {
    let what = match version.about.kind {
        _ if !version.about.name.is_empty() => version.about.name.clone(),
        VersionKind::Opened => words.get("versions-kind-opened").into_owned(),
        VersionKind::Saved | VersionKind::Named => words.get("versions-kind-saved").into_owned(),
        VersionKind::Born => words.get("versions-kind-born").into_owned(),
    };
    Row { when: clock::when(words, version.seconds), what, is_named: !version.about.name.is_empty() }
}

/// What changed between two states of a plan, in the plan's words.
pub fn lines(before: &Plan, after: &Plan, words: &Words) -> Vec<Line> {
    let (derived_before, derived_after) = (Derived::new(before), Derived::new(after));
    let (was, is) = (Teller::new(before, &derived_before, words), Teller::new(after, &derived_after, words));
    let told = difference(before, after).into_iter().map(|change| is.change(&change, &was));
    told.map(|t| Line { place: t.place, what: t.what, before: t.before, after: t.mine }).collect()
}
