//! Questions that have to be answered before work goes on.

use super::{files::SaveFor, shell::App, tasks::Tab};
use crate::{
    file::{
        Note, Problem, ProblemKind, Spot,
        disk::{Changed, Failure},
    },
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{Context, Frame, Id, Key, Margin, Modal, Ui};
use std::path::PathBuf;

/// A question.
pub enum Question {
    /// The plan is not saved: save it, give its changes up, or stay?
    Unsaved(Tab),
    /// A file of this name is there: write over it?
    Overwrite(Tab, SaveFor, PathBuf),
    /// Somebody else changed the file: whose version counts?
    ChangedByOther(Tab, Changed),
    /// The plan could not be saved here: elsewhere?
    NotSaved(Tab, PathBuf, Failure),
    /// The file cannot be opened.
    CannotOpen(PathBuf, Box<Problem>),
    /// What was repaired in a file.
    Notes(PathBuf, Vec<Note>),
    /// What the program is.
    About,
}

/// An answer.
enum Answer {
    Save(Tab),
    GiveUp(Tab),
    SaveAs(Tab),
    Overwrite(Tab, SaveFor, PathBuf),
    WriteAnyway(Tab),
    TakeTheirs(Tab),
    Join(Tab),
    KeepForNow(Tab),
    OpenLarge(PathBuf),
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
                let said = words.with(failure.kind.words(), &[("path", path.display().to_string().into())]);
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
            Question::CannotOpen(path, problem) => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                head(
                    ui,
                    &words.with("ask-cannot-open", &[("name", name.into())]),
                    &words.get(problem.kind.words()),
                );
                told(ui, problem.spot.as_ref(), &problem.path, &problem.message, &problem.hint);
                buttons(ui, |ui| {
                    if problem.kind == ProblemKind::Large
                        && kit::button(ui, &words.get("ask-open-anyway")).clicked()
                    {
                        answer = Some(Answer::OpenLarge(path.clone()));
                    }
                    if kit::primary_button(ui, &words.get("ask-close")).clicked() {
                        answer = Some(Answer::Stay);
                    }
                });
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
                self.ask_save(tab, frame);
            }
            Answer::Overwrite(tab, purpose, path) => self.write_for(ctx, tab, purpose, path),
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
                    self.open_large(path);
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
            Answer::Stay => self.closing = None,
        }
    }
}

fn head(ui: &mut Ui, question: &str, note: &str) {
    let t = tokens(ui);
    text::label(ui, question, Style::new(18.0).strong());
    text::label(ui, note, Style::body().color(t.ink_soft));
    ui.add_space(8.0);
}

fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
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
