//! What is done for the views: they only wish.

use super::{App, toasts::Mood};
use crate::ui::{Outbox, Wish, panes::Side};
use egui::Context;

impl App {
    /// Does what the views wished for.
    pub(super) fn dispatch(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, out: &mut Outbox) {
        for wish in out.take() {
            match wish {
                Wish::Edit(_) if self.refuses_edits(ctx) => {}
                Wish::Edit(edit) => {
                    let Some(open) = self.shown_mut() else { continue };
                    if let Err(refused) = open.document.apply(&edit) {
                        let said = self.words.get(refused.words()).into_owned();
                        self.toasts.say(ctx, Mood::Bad, said);
                    }
                }
                Wish::Command(command) if self.is_enabled(command) => self.command(ctx, frame, command),
                Wish::Command(_) => {}
                Wish::Go(place) => {
                    if let Some(open) = self.shown_mut() {
                        open.refresh();
                        open.go(place);
                    }
                }
                Wish::Remarks(place) => {
                    self.settings.preview_open &= !self.is_tight;
                    self.call_side(Side::Comments);
                    if let Some(open) = self.shown_mut() {
                        open.find = None;
                        open.go(place);
                    }
                }
                Wish::Show(page) => {
                    if let Some(open) = self.shown_mut() {
                        open.versions = None;
                        open.page = page;
                        open.focus = None;
                    }
                }
                Wish::ShowLanguage(lang) => {
                    if let Some(open) = self.shown_mut() {
                        open.shown = lang;
                    }
                }
                Wish::NewPlan(wish) => self.new_plan(&wish),
                Wish::OpenFile(path) => self.open_file(path),
                Wish::OpenExample(name) => self.open_example(&name),
                Wish::ForgetRecent(path) => {
                    self.settings.forget(&path);
                    self.settings.save(self.folder.as_deref());
                }
                Wish::Recover(number) => self.recover(ctx, number),
                Wish::DiscardRecovered(number) => self.discard_recovered(number),
                Wish::ShowRecovered(number) => {
                    if let Some(path) = self.show_recovered(number) {
                        self.show_file(ctx, path.parent().unwrap_or(&path));
                    }
                }
                Wish::Export(format, lang) => {
                    if let Some(tab) = self.current_tab() {
                        self.ask_export(tab, format, lang, frame);
                    }
                }
                Wish::ExportSeveral(lang) => self.ask_several(lang, frame),
                Wish::Several(formats) => {
                    self.settings.several = formats.iter().map(|f| f.word().to_owned()).collect();
                    self.settings.save(self.folder.as_deref());
                }
                Wish::OfAllOpen(is_on) => {
                    self.settings.of_all_open = is_on;
                    self.settings.save(self.folder.as_deref());
                }
                Wish::Layout(layout) => {
                    layout.word().clone_into(&mut self.settings.matrix_layout);
                    self.settings.save(self.folder.as_deref());
                }
                Wish::Minutes(minutes) => {
                    self.settings.talk_minutes = minutes;
                    self.settings.save(self.folder.as_deref());
                }
                Wish::SignAs(name) => {
                    self.settings.author = name;
                    self.settings.save(self.folder.as_deref());
                }
                Wish::StepTo(count) => self.step_to(count),
                Wish::JoinCopy(path) => {
                    if let Some(tab) = self.current_tab() {
                        self.join(ctx, tab, path);
                    }
                }
                Wish::LeaveCopies => {
                    if let Some(open) = self.shown_mut() {
                        (open.leaves_copies, open.copies) = (true, Vec::new());
                    }
                }
                Wish::Versions(wish) => self.version_wish(ctx, wish),
            }
        }
    }

    fn step_to(&mut self, count: usize) {
        let Some(open) = self.shown_mut() else { return };
        loop {
            let done = open.document.steps().filter(|s| s.done).count();
            let moved = match done.cmp(&count) {
                std::cmp::Ordering::Greater => open.document.undo(),
                std::cmp::Ordering::Less => open.document.redo(),
                std::cmp::Ordering::Equal => None,
            };
            if moved.is_none() {
                return;
            }
        }
    }

    fn discard_recovered(&mut self, number: usize) {
        if let (Some(store), true) = (&self.recovery, number < self.orphans.len()) {
            store.discard(&self.orphans.remove(number).orphan);
        }
    }

    /// Opens a file or a folder with the program that the system has for it.
    pub(super) fn show_file(&mut self, ctx: &Context, path: &std::path::Path) {
        if !super::system::open(path) {
            let said = self.words.with("open-failed", &[("path", path.display().to_string().into())]);
            self.toasts.say(ctx, Mood::Bad, said);
        }
    }
}
