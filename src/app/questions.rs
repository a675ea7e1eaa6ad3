//! Questions that have to be answered before work goes on.

use super::{
    exports::{self, Several},
    notices::{Broken, Rescued, failure_words},
    open_plan::OpenPlan,
    saving::SaveFor,
    sharing::holder_words,
    shell::App,
    tasks::{FileRead, Tab},
};
use crate::{
    file::{
        self, Note, NoteKind, Opened, ProblemKind, Spot,
        disk::{Changed, Failure},
        lock::Taken,
    },
    locale::Words,
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{Context, Frame, Id, Key, Margin, Modal, Ui};
use std::path::{Path, PathBuf};

/// A question.
pub enum Question {
    /// The plan is not saved: save it, give its changes up, or stay?
    Unsaved(Tab),
    /// A file of this name is there: write over it?
    Overwrite(Tab, SaveFor, PathBuf),
    /// Files of these names are in the folder: write over them?
    OverwriteSeveral(Several, PathBuf, Vec<String>),
    /// Somebody else changed the file: whose version counts?
    ChangedByOther(Tab, Changed),
    /// The plan could not be saved here: elsewhere?
    NotSaved(Tab, PathBuf, Failure),
    /// The file cannot be opened; perhaps a part of it can.
    CannotOpen(PathBuf, Broken),
    /// What was set aside of the damaged file that a plan was rescued from.
    SetAside(Tab),
    /// Somebody else has the file open: read it, copy it, or open it all the same?
    OpenElsewhere(PathBuf, Option<Box<FileRead>>),
    /// What was repaired in a file.
    Notes(PathBuf, Vec<Note>),
    /// What the program is.
    About,
}

/// How a plan is opened that somebody else has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OpenAs {
    /// Only to be read.
    Reader,
    /// As a copy without a file.
    Copy,
    /// As if nobody had it.
    Usual,
}

/// An answer.
enum Answer {
    Save(Tab),
    GiveUp(Tab),
    SaveAs(Tab),
    Overwrite(Tab, SaveFor, PathBuf),
    OverwriteSeveral(Several, PathBuf),
    WriteAnyway(Tab),
    TakeTheirs(Tab),
    Join(Tab),
    KeepForNow(Tab),
    OpenLarge(PathBuf),
    OpenRescued(PathBuf, Box<Opened>),
    Read(OpenAs),
    Stay,
}

impl App {
    /// Asks; one question at a time, the first one first.
    pub(super) fn ask(&mut self, question: Question) {
        self.questions.push_back(question);
    }

    /// Shows the question that is open.
    pub(super) fn questions_ui(&mut self, ctx: &Context, frame: Option<&eframe::Frame>) {
        let Some(question) = self.questions.pop_front() else { return };
        let mut answer = None;
        let response = Modal::new(Id::unique("question")).frame(kit::dialog_frame(ctx)).show(ctx, |ui| {
            ui.set_width(520.0);
            answer = self.question_ui(ui, &question);
        });
        if answer.is_none() && response.should_close() {
            answer = Some(match &question {
                Question::ChangedByOther(tab, _) => Answer::KeepForNow(*tab),
                _ => Answer::Stay,
            });
        }
        match answer {
            None => self.questions.push_front(question),
            Some(Answer::Read(how)) => self.open_as(question, how),
            Some(answer) => self.answered(ctx, frame, answer),
        }
    }

    fn question_ui(&mut self, ui: &mut Ui, question: &Question) -> Option<Answer> {
        let words = self.words.clone();
        let title_of = |app: &mut Self, tab: Tab| {
            let title = app.plan_of(tab).map(|o| o.title()).unwrap_or_default();
            if title.is_empty() { words.get("plan-untitled").into_owned() } else { title }
        };
        let mut answer = None;
        match question {
            Question::Unsaved(tab) => {
                let title = title_of(self, *tab);
                head(
                    ui,
                    &words.with("ask-unsaved", &[("title", title.into())]),
                    &words.get("ask-unsaved-note"),
                );
                buttons(ui, |ui| {
                    if kit::primary_button(ui, &words.get("ask-save")).clicked()
                        || ui.input(|i| i.key_pressed(Key::Enter))
                    {
                        answer = Some(Answer::Save(*tab));
                    }
                    if kit::button(ui, &words.get("ask-do-not-save")).clicked() {
                        answer = Some(Answer::GiveUp(*tab));
                    }
                    if kit::link_button(ui, &words.get("ask-cancel")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
            Question::Overwrite(tab, purpose, path) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                head(
                    ui,
                    &words.with("ask-overwrite", &[("name", name.into())]),
                    &words.get("ask-overwrite-note"),
                );
                buttons(ui, |ui| {
                    if kit::primary_button(ui, &words.get("ask-replace")).clicked() {
                        answer = Some(Answer::Overwrite(*tab, purpose.clone(), path.clone()));
                    }
                    if kit::link_button(ui, &words.get("ask-cancel")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
            Question::OverwriteSeveral(several, folder, names) => {
                answer = exports::overwrite_ui(ui, &words, names).map(|is_wanted| match is_wanted {
                    true => Answer::OverwriteSeveral(several.clone(), folder.clone()),
                    false => Answer::Stay,
                });
            }
            Question::ChangedByOther(tab, changed) => {
                let title = title_of(self, *tab);
                let key = match changed {
                    Changed::Bytes(_) => "ask-changed",
                    Changed::Gone => "ask-gone",
                };
                let note = format!("{key}-note");
                head(ui, &words.with(key, &[("title", title.into())]), &words.get(&note));
                let is_there = matches!(changed, Changed::Bytes(_));
                buttons(ui, |ui| {
                    if is_there && kit::primary_button(ui, &words.get("ask-merge")).clicked() {
                        answer = Some(Answer::Join(*tab));
                    }
                    let button = if is_there { kit::button } else { kit::primary_button };
                    if button(ui, &words.get("ask-keep-mine-as-copy")).clicked() {
                        answer = Some(Answer::SaveAs(*tab));
                    }
                    if is_there {
                        if kit::button(ui, &words.get("ask-take-theirs")).clicked() {
                            answer = Some(Answer::TakeTheirs(*tab));
                        }
                    } else if kit::button(ui, &words.get("ask-write-again")).clicked() {
                        answer = Some(Answer::WriteAnyway(*tab));
                    }
                    if kit::link_button(ui, &words.get("ask-later")).clicked() {
                        answer = Some(Answer::KeepForNow(*tab));
                    }
                });
            }
            Question::NotSaved(tab, path, failure) => {
                let said = failure_words(&words, failure, path);
                head(ui, &words.get("ask-not-saved"), &said);
                buttons(ui, |ui| {
                    if kit::primary_button(ui, &words.get("ask-save-elsewhere")).clicked() {
                        answer = Some(Answer::SaveAs(*tab));
                    }
                    if kit::button(ui, &words.get("ask-try-again")).clicked() {
                        answer = Some(Answer::Save(*tab));
                    }
                    if kit::link_button(ui, &words.get("ask-later")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
            Question::CannotOpen(path, Broken { problem, rescued }) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                head(
                    ui,
                    &words.with("ask-cannot-open", &[("name", name.into())]),
                    &words.get(problem.kind.words()),
                );
                told(ui, problem.spot.as_ref(), &problem.path, &problem.message, &problem.hint);
                if let Some(rescued) = rescued {
                    let count = file::rows(&rescued.plan);
                    text::label(
                        ui,
                        &words.with("ask-rescue-note", &[("count", count.into())]),
                        Style::body(),
                    );
                }
                buttons(ui, |ui| {
                    if problem.kind == ProblemKind::Large
                        && kit::button(ui, &words.get("ask-open-anyway")).clicked()
                    {
                        answer = Some(Answer::OpenLarge(path.clone()));
                    }
                    if let Some(rescued) = rescued
                        && kit::primary_button(ui, &words.get("ask-open-rescued")).clicked()
                    {
                        answer = Some(Answer::OpenRescued(path.clone(), rescued.clone()));
                    }
                    if kit::button(ui, &words.get("ask-close")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
            Question::SetAside(tab) => {
                let rescued = self.plan_of(*tab).and_then(|o| o.rescued.clone());
                if rescued.as_ref().is_none_or(|rescued| set_aside_ui(ui, &words, rescued)) {
                    answer = Some(Answer::Stay);
                }
            }
            Question::OpenElsewhere(path, read) => {
                answer = open_elsewhere_ui(ui, &words, path, read.as_deref());
            }
            Question::Notes(path, notes) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let count = notes.len().into();
                head(
                    ui,
                    &words.with("ask-notes", &[("name", name.into()), ("count", count)]),
                    &words.get("ask-notes-note"),
                );
                egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for note in notes.iter().take(100) {
                        told(ui, note.spot.as_ref(), &note.path, &note.message, &note.hint);
                    }
                });
                buttons(ui, |ui| {
                    if kit::primary_button(ui, &words.get("ask-close")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
            Question::About => {
                let version = words.with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
                head(ui, "Rencana", &version);
                text::label(ui, &words.get("about-text"), Style::body());
                buttons(ui, |ui| {
                    if kit::primary_button(ui, &words.get("ask-close")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
            }
        }
        answer
    }

    fn answered(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, answer: Answer) {
        let settle = |app: &mut Self, tab: Tab| {
            if let Some(open) = app.plan_of(tab) {
                open.is_asked = false;
            }
        };
        match answer {
            Answer::Save(tab) => self.save(tab, frame),
            Answer::GiveUp(tab) => self.give_up(ctx, tab),
            Answer::SaveAs(tab) => {
                settle(self, tab);
                self.ask_save_copy(tab, frame);
            }
            Answer::Overwrite(tab, purpose, path) => self.write_for(ctx, tab, purpose, path),
            Answer::OverwriteSeveral(several, folder) => self.export_several(ctx, &several, folder),
            Answer::WriteAnyway(tab) => {
                settle(self, tab);
                if let Some(path) = self.plan_of(tab).and_then(|o| o.path.clone()) {
                    self.write(tab, path, false);
                }
            }
            Answer::TakeTheirs(tab) => {
                settle(self, tab);
                if let Some(path) = self.plan_of(tab).and_then(|o| o.path.clone()) {
                    // The own version stays in a recovery copy until the other one is here.
                    self.reopen(path);
                }
            }
            Answer::Join(tab) => {
                settle(self, tab);
                if let Some(path) = self.plan_of(tab).and_then(|o| o.path.clone()) {
                    self.join(ctx, tab, path);
                }
            }
            Answer::KeepForNow(tab) => {
                settle(self, tab);
                if let Some(open) = self.plan_of(tab) {
                    open.has_other = true;
                }
                self.closing = None;
            }
            Answer::OpenLarge(path) => self.open_large(path),
            Answer::OpenRescued(path, rescued) => self.open_rescued(&path, *rescued),
            Answer::Read(_) => {}
            Answer::Stay => {
                self.closing = None;
                self.early = None;
            }
        }
    }
}

impl App {
    /// Opens a plan that somebody else has open.
    fn open_as(&mut self, question: Question, how: OpenAs) {
        let Question::OpenElsewhere(path, Some(mut read)) = question else { return };
        match how {
            OpenAs::Reader => self.take_file(path, *read),
            OpenAs::Usual => {
                read.taken = None;
                self.take_file(path, *read);
            }
            OpenAs::Copy => {
                let mut open = OpenPlan::without_file(read.opened.plan, read.opened.extras);
                open.copy_of = path.file_name().map(|n| n.to_string_lossy().into_owned());
                self.add(open);
            }
        }
    }
}

fn open_elsewhere_ui(ui: &mut Ui, words: &Words, path: &Path, read: Option<&FileRead>) -> Option<Answer> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(Taken::Others(holder)) = read.and_then(|r| r.taken.as_ref()) else { return Some(Answer::Stay) };
    let who = holder_words(holder, words);
    head(
        ui,
        &words.with("ask-elsewhere", &[("name", name.into())]),
        &words.with("ask-elsewhere-note", &[("who", who.into())]),
    );
    let mut answer = None;
    buttons(ui, |ui| {
        if kit::primary_button(ui, &words.get("ask-elsewhere-read")).clicked() {
            answer = Some(Answer::Read(OpenAs::Reader));
        }
        if kit::button(ui, &words.get("ask-elsewhere-copy")).clicked() {
            answer = Some(Answer::Read(OpenAs::Copy));
        }
        if kit::link_button(ui, &words.get("ask-elsewhere-anyway")).clicked() {
            answer = Some(Answer::Read(OpenAs::Usual));
        }
        if kit::link_button(ui, &words.get("ask-cancel")).clicked() {
            answer = Some(Answer::Stay);
        }
    });
    answer
}

/// The list of what a rescue set aside, each with its place and its text. Says whether it is to be closed.
fn set_aside_ui(ui: &mut Ui, words: &Words, rescued: &Rescued) -> bool {
    /// More than a person compares in one sitting is not laid out; longer pieces are in the damaged file.
    const MOST: usize = 100;
    const MOST_LINES: usize = 12;
    let t = tokens(ui);
    let note = if rescued.notes.is_empty() { "set-aside-nothing" } else { "set-aside-note" };
    head(
        ui,
        &words.with(
            "set-aside",
            &[("name", rescued.name.as_str().into()), ("count", rescued.notes.len().into())],
        ),
        &words.get(note),
    );
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for note in rescued.notes.iter().take(MOST) {
            told(ui, note.spot.as_ref(), &note.path, &note.message, &note.hint);
            if note.kind == NoteKind::Lost && note.found.lines().count() > 1 {
                let lines: Vec<&str> = note.found.lines().map(str::trim_end).take(MOST_LINES).collect();
                text::label(ui, &lines.join("\n"), Style::small().color(t.ink_soft));
            }
        }
    });
    let mut is_closed = false;
    buttons(ui, |ui| {
        if kit::primary_button(ui, &words.get("ask-close")).clicked() {
            is_closed = true;
        }
        if !rescued.notes.is_empty() && kit::button(ui, &words.get("set-aside-copy")).clicked() {
            let all: Vec<String> = rescued.notes.iter().map(|n| format!("{n}\n{}\n", n.found)).collect();
            ui.ctx().copy_text(all.join("\n"));
        }
    });
    is_closed
}

pub(super) fn head(ui: &mut Ui, question: &str, note: &str) {
    let t = tokens(ui);
    text::label(ui, question, Style::new(18.0).strong());
    text::label(ui, note, Style::body().color(t.ink_soft));
    ui.add_space(8.0);
}

pub(super) fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    ui.horizontal_wrapped(content);
}

/// A problem or a note: where, what, what to do, and the line itself.
fn told(ui: &mut Ui, spot: Option<&Spot>, path: &str, message: &str, hint: &str) {
    let t = tokens(ui);
    Frame::new().fill(t.paper).corner_radius(kit::RADIUS).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if !path.is_empty() {
            text::label(ui, path, Style::small().color(t.ink_soft));
        }
        text::label(ui, message, Style::body());
        if !hint.is_empty() {
            text::label(ui, hint, Style::body().color(t.ink_soft));
        }
        if let Some(spot) = spot {
            text::label(ui, &format!("{} | {}", spot.line, spot.excerpt), Style::small().color(t.bad));
        }
    });
}
