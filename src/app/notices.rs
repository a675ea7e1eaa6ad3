//! The bar over a plan that is not a usual file of one's own: rescued, read-only, or open elsewhere.

use super::{open_plan::OpenPlan, questions::Question, shell::App, tasks::Tab};
use crate::{
    document::Document,
    file::{
        Note, NoteKind, Opened, Problem,
        disk::{Failure, Room},
    },
    locale::Words,
    text::{self, Style},
    ui::{
        Command, Outbox,
        kit::{self, Icon, tokens},
        panes,
    },
};
use egui::{Context, Frame, Margin, Panel, Ui};
use std::path::Path;

/// A file that could not be opened, and what is left of it.
pub struct Broken {
    /// Why it cannot be opened.
    pub problem: Box<Problem>,
    /// What could be rescued.
    pub rescued: Option<Box<Opened>>,
}

/// Where a rescued plan comes from.
#[derive(Debug, Clone)]
pub struct Rescued {
    /// The name of the damaged file.
    pub name: String,
    /// What was set aside, repaired or lost, in the order of the file.
    pub notes: Vec<Note>,
}

impl Rescued {
    /// How many pieces could not be kept.
    pub fn lost(&self) -> usize {
        self.notes.iter().filter(|n| n.kind == NoteKind::Lost).count()
    }
}

impl App {
    /// Opens what is left of a damaged file as a plan without a file: the damaged one stays as it is.
    pub(super) fn open_rescued(&mut self, path: &Path, rescued: Opened) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let notes = rescued.notes.iter().filter(|n| n.kind.needs_eyes()).cloned().collect();
        let mut open = OpenPlan::new(Tab(0), Document::unsaved(rescued.plan), rescued.extras);
        open.rescued = Some(Rescued { name, notes });
        // It is worth a recovery copy at once.
        open.kept.changed_at = Some(0.0);
        self.add(open);
        self.ask(Question::SetAside(Tab(self.next_tab)));
    }
}

/// Why a file could not be written, in plain words; on a full disk with how much is needed and free.
pub fn failure_words(words: &Words, failure: &Failure, path: &Path) -> String {
    let path = ("path", path.display().to_string().into());
    match failure.room {
        Some(Room { needed, free }) => {
            let (needed, free) = (size_words(words, needed, true), size_words(words, free, false));
            words.with("save-disk-full-room", &[path, ("needed", needed.into()), ("free", free.into())])
        }
        None => words.with(failure.kind.words(), &[path]),
    }
}

/// "12 kB", "3 MB": what is needed is rounded up, what is free down.
fn size_words(words: &Words, bytes: u64, up: bool) -> String {
    let (key, unit) = if bytes < 10_000_000 { ("size-kb", 1000) } else { ("size-mb", 1_000_000) };
    let count = if up { bytes.div_ceil(unit) } else { bytes / unit };
    words.with(key, &[("count", usize::try_from(count).unwrap_or(usize::MAX).into())])
}

/// How often files that are away are looked for, in seconds.
const LOOK_EVERY: f64 = 5.0;

impl App {
    /// Looks now and then for the files of plans whose folder is away: a stick may be plugged in again.
    pub(super) fn watch_stranded(&mut self, ctx: &Context) {
        if !self.open.iter().any(|open| open.is_stranded) {
            return;
        }
        let now = ctx.input(|i| i.time);
        if now - self.stranded_looked >= LOOK_EVERY {
            self.stranded_looked = now;
            self.look_at_files();
        }
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(LOOK_EVERY));
    }
}

/// Shows what is special about a plan, if anything is. Says whether the list of what was set aside is wanted.
pub fn notices_ui(ui: &mut Ui, open: &OpenPlan, words: &Words, out: &mut Outbox) -> bool {
    if open.is_stranded {
        bar(ui, "notice stranded", &words.get("notice-stranded"), |ui| {
            if kit::button(ui, &words.get("ask-try-again")).clicked() {
                out.command(Command::Save);
            }
            if kit::link_button(ui, &words.get("ask-save-elsewhere")).clicked() {
                out.command(Command::SaveAs);
            }
        });
    }
    let Some(rescued) = &open.rescued else { return false };
    let said = words
        .with("notice-rescued", &[("name", rescued.name.as_str().into()), ("count", rescued.lost().into())]);
    let mut wants_list = false;
    bar(ui, "notice rescued", &said, |ui| {
        if kit::button(ui, &words.get("command-save-as")).clicked() {
            out.command(Command::SaveAs);
        }
        if kit::link_button(ui, &words.get("notice-see-list")).clicked() {
            wants_list = true;
        }
    });
    wants_list
}

/// A bar with a sentence and what can be done.
pub fn bar(ui: &mut Ui, id: &str, said: &str, buttons: impl FnOnce(&mut Ui)) {
    let t = *tokens(ui);
    let frame = Frame::new().fill(t.warn_wash()).inner_margin(Margin::symmetric(14, 6));
    Panel::top(id.to_owned()).frame(frame).show(ui, |ui| {
        panes::line(ui, |ui| {
            kit::icon(ui, Icon::Triangle, 14.0, t.warn);
            text::label(ui, said, Style::body());
            buttons(ui);
        });
    });
}
