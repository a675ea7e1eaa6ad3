//! Save, and save under a name: from a wish to a file and back.

use super::{
    clock,
    dialogs::{Goal, with_ending},
    questions::Question,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
    toasts::Mood,
    versions,
};
use crate::{
    export::{self, Format},
    file::{self, EXTENSION, disk, versions::VersionKind},
    locale::Words,
    plan::{Day, Lang, Plan},
};
use egui::Context;
use std::{path::PathBuf, sync::Arc};

/// What a save is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveFor {
    /// The plan itself.
    Plan,
    /// A document.
    Export(Format, Option<Lang>),
}

impl App {
    /// Saves a plan in its file, or asks for one.
    pub(super) fn save(&mut self, tab: Tab, frame: Option<&eframe::Frame>) {
        let Some(open) = self.plan_of(tab) else { return };
        match open.path.clone() {
            Some(path) => self.write(tab, path, true),
            None => self.ask_save(tab, frame),
        }
    }

    /// Asks under which name to save.
    pub(super) fn ask_save(&mut self, tab: Tab, frame: Option<&eframe::Frame>) {
        self.ask_name(tab, false, frame);
    }

    /// The same for a copy beside the file that cannot take the plan, or is somebody else's by now.
    pub(super) fn ask_save_copy(&mut self, tab: Tab, frame: Option<&eframe::Frame>) {
        self.ask_name(tab, true, frame);
    }

    fn ask_name(&mut self, tab: Tab, is_copy: bool, frame: Option<&eframe::Frame>) {
        let Some(open) = self.plan_of(tab) else { return };
        let (title, country) = (open.title(), open.plan().identity.country);
        // A plan without a title is known by its country.
        let langs = crate::ui::kit::interface_languages(&self.words);
        let of_country = country.map(|c| self.packs.country_name(c).best(&langs).raw().to_owned());
        let stem = export::safe_file_name(if title.is_empty() {
            of_country.as_deref().unwrap_or_default()
        } else {
            &title
        });
        let Some(open) = self.plan_of(tab) else { return };
        let is_copy = open.copy_of.is_some() || is_copy && open.path.is_some();
        let stem = match &open.rescued {
            Some(_) => self.words.with("file-name-rescued", &[("name", stem.into())]),
            None if is_copy => name_of_copy(stem, clock::today(), &self.words),
            None => stem,
        };
        let name = format!("{stem}.{EXTENSION}");
        let title = self.words.get("dialog-save-title").into_owned();
        let ask = self.ask_for(title, &[EXTENSION], Goal::Save(name));
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| {
            Done::PickedToSave(tab, SaveFor::Plan, paths.and_then(|p| p.into_iter().next()))
        });
    }

    /// A name to save under was chosen.
    pub(super) fn name_chosen(&mut self, ctx: &Context, tab: Tab, purpose: SaveFor, path: PathBuf) {
        let ending = match &purpose {
            SaveFor::Plan => EXTENSION,
            SaveFor::Export(format, _) => format.extension(),
        };
        let (path, is_changed) = with_ending(path, ending);
        // The system has asked about the name that was typed, not about the one with the ending; the program's own dialog asks
        // about nothing.
        if (is_changed || self.dialogs.was_own()) && disk::exists(&path) {
            self.ask(Question::Overwrite(tab, purpose, path));
            return;
        }
        self.write_for(ctx, tab, purpose, path);
    }

    /// Writes what is wanted to a path that may be written over.
    pub(super) fn write_for(&mut self, ctx: &Context, tab: Tab, purpose: SaveFor, path: PathBuf) {
        match purpose {
            SaveFor::Plan => self.write(tab, path, false),
            SaveFor::Export(format, lang) => self.export(ctx, tab, (format, lang), path),
        }
    }

    /// Writes a plan on a thread. `checked`: not when somebody else changed the file meanwhile.
    pub(super) fn write(&mut self, tab: Tab, path: PathBuf, checked: bool) {
        let aside = self.recovery.as_ref().and_then(|r| r.copies().ok());
        let versions = self.versions.clone();
        let Some(open) = self.plan_of(tab) else { return };
        if open.is_saving {
            return;
        }
        open.is_saving = true;
        open.document.seal();
        let (plan, extras) = (snapshot_of(&open.document), open.extras.clone());
        let expected = open.fingerprint.filter(|_| checked);
        let is_new = open.is_new;
        self.tasks.run_telling("save", move |tell| match file::write(&plan, &extras) {
            Ok(text) => {
                let outcome = match aside {
                    Some(aside) => disk::save_with_aside(&path, text.as_bytes(), expected.as_ref(), &aside),
                    None => disk::save(&path, text.as_bytes(), expected.as_ref()),
                };
                let (id, is_saved) = (plan.id, outcome.saved().is_some());
                tell(Done::Saved(tab, path.clone(), plan, outcome));
                if is_saved {
                    let kind = if is_new { VersionKind::Born } else { VersionKind::Saved };
                    let is_kept = versions::keep(versions.as_ref(), id, text.as_bytes(), kind, &path);
                    tell(Done::VersionKept(tab, is_kept));
                }
            }
            Err(problem) => tell(Done::NotWritten(tab, problem)),
        });
    }

    /// A plan was written, or not.
    pub(super) fn saved(
        &mut self,
        ctx: &Context,
        tab: Tab,
        path: PathBuf,
        plan: Arc<Plan>,
        outcome: disk::Outcome,
    ) {
        let Some(open) = self.plan_of(tab) else { return };
        open.is_saving = false;
        if let Some(now) = outcome.saved().copied() {
            open.document.mark_saved(plan);
            open.path = Some(path.clone());
            open.fingerprint = Some(now);
            open.saved_at = clock::time_of_day();
            open.has_other = false;
            open.is_stranded = false;
            (open.rescued, open.copy_of, open.read_only) = (None, None, None);
            open.is_new = false;
            if !open.document.is_modified() {
                self.drop_copy(tab);
            }
            self.lock_new_file(tab);
            self.remember(&path);
        }
        match outcome {
            disk::Outcome::Saved(_) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let words = self.words.with("saved-toast", &[("name", name.into())]);
                self.toasts.say(ctx, Mood::Good, words);
                self.go_on_closing(ctx, tab);
            }
            disk::Outcome::SavedInPlace(_) => {
                let words = self.words.get("saved-in-place").into_owned();
                self.toasts.say(ctx, Mood::Good, words);
                self.go_on_closing(ctx, tab);
            }
            disk::Outcome::SavedUnconfirmed(..) => {
                let words = self.words.get("saved-unconfirmed").into_owned();
                self.toasts.say(ctx, Mood::Bad, words);
                self.closing = None;
                // Had somebody saved in the same instant, their version stands beside it.
                self.look_for_copies(tab);
            }
            disk::Outcome::SavedBeside(_, other) => {
                let name = other.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let words = self.words.with("saved-beside", &[("name", name.into())]);
                self.toasts.say(ctx, Mood::Bad, words);
                self.closing = None;
                if let Some(open) = self.plan_of(tab) {
                    open.leaves_copies = false;
                }
                self.look_for_copies(tab);
            }
            disk::Outcome::Conflict(changed) => {
                self.closing = None;
                self.ask_about_other(tab, changed);
            }
            disk::Outcome::Failed(failure) => {
                self.closing = None;
                if failure.kind == disk::FailureKind::FolderGone
                    && let Some(open) = self.plan_of(tab)
                {
                    open.is_stranded |= open.path.as_ref() == Some(&path);
                }
                self.ask(Question::NotSaved(tab, path, failure));
            }
        }
    }
}

/// The name of one's own copy beside somebody else's version: "Lokta paper (my copy 26 November)".
fn name_of_copy(stem: String, today: Day, words: &Words) -> String {
    let (day, month) = (today.day().to_string(), words.month(today));
    words.with("file-name-copy", &[("name", stem.into()), ("day", day.into()), ("month", month.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::testing::window,
        file::{Extras, limits::Size},
        locale::Interface,
    };
    use egui_kittest::kittest::Queryable as _;
    use std::time::Instant;

    #[test]
    fn one_s_own_copy_has_a_name_with_the_day() {
        let day = "2017-11-26".parse().unwrap();
        let check = |interface, expected: &str| {
            assert_eq!(name_of_copy("Lokta".into(), day, &Words::new(interface)), expected);
        };
        check(Interface::English, "Lokta (my copy 26 November)");
        check(Interface::Indonesian, "Lokta (salinan saya 26 November)");
    }

    /// Two save in one instant: who was last is told, and led to what the other wrote.
    #[test]
    fn a_version_that_was_saved_in_the_same_instant_is_told_and_offered() {
        let data = std::env::temp_dir().join(format!("rencana-beside-{}", std::process::id()));
        std::fs::create_dir_all(&data).unwrap();
        let path = data.join("lokta.plan.ron");
        let (mut harness, tab) = window(1366.0);
        let plan = Arc::clone(harness.state().shown().unwrap().document.plan());
        let other = crate::file::copies::name_for(&path, "0123abcd");
        let theirs = file::write(&plan, &Extras::default()).unwrap().replace("Lokta", "Paper of lokta");
        for (path, text) in [(&path, "mine"), (&other, theirs.as_str())] {
            assert!(disk::save(path, text.as_bytes(), None).saved().is_some());
        }
        let ctx = harness.ctx.clone();
        let outcome = disk::Outcome::SavedBeside(disk::Fingerprint::of(b"mine", None), other);
        harness.state_mut().saved(&ctx, tab, path, plan, outcome);
        harness.run_ok();
        assert!(harness.query_by_label_contains("saved this plan in the same moment").is_some());
        let until = Instant::now() + std::time::Duration::from_secs(60);
        while harness.state().shown().unwrap().copies.is_empty() {
            assert!(Instant::now() < until, "the copy is not offered");
            harness.step();
        }
        drop(harness);
        std::fs::remove_dir_all(&data).unwrap();
    }

    /// A plan that grows is told about once, while there is time.
    #[test]
    fn a_plan_that_grows_too_large_is_told_in_time() {
        let (mut harness, tab) = window(1366.0);
        let ctx = harness.ctx.clone();
        for (size, near, over) in
            [(Size::Usual, 0, 0), (Size::NearLimit, 1, 0), (Size::NearLimit, 1, 0), (Size::OverLimit, 1, 1)]
        {
            harness.state_mut().take(&ctx, Done::Snapshot(tab, 1, true, size));
            harness.run_ok();
            let told = |words: &str| harness.query_all_by_label_contains(words).count().min(1);
            assert_eq!(
                (told("grows very large"), told("larger than a file that can be opened")),
                (near, over)
            );
        }
    }
}
