//! Closing a plan and leaving the program: nothing that is not saved goes without a question.

use super::{questions::Question, shell::App, tasks::Tab};
use egui::{Context, ViewportCommand};

/// What is being closed, while questions are open or files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// One plan.
    Plan(Tab),
    /// The program.
    Program,
}

impl App {
    /// Closes a plan, after a question if it is not saved.
    pub(super) fn close(&mut self, ctx: &Context, tab: Tab) {
        self.closing = Some(Closing::Plan(tab));
        self.go_on(ctx);
    }

    /// Leaves the program, after a question for each plan that is not saved.
    pub(super) fn quit(&mut self, ctx: &Context) {
        self.closing = Some(Closing::Program);
        self.go_on(ctx);
    }

    /// A plan that was in the way was saved: goes on closing.
    pub(super) fn go_on_closing(&mut self, ctx: &Context, _saved: Tab) {
        if self.closing.is_some() {
            self.go_on(ctx);
        }
    }

    /// Gives up the changes of a plan, and goes on closing.
    pub(super) fn give_up(&mut self, ctx: &Context, tab: Tab) {
        self.drop_copy(tab);
        self.remove(tab);
        if self.closing == Some(Closing::Plan(tab)) {
            self.closing = None;
        }
        self.go_on(ctx);
    }

    fn go_on(&mut self, ctx: &Context) {
        match self.closing {
            None => {}
            Some(Closing::Plan(tab)) => {
                let Some(open) = self.plan_of(tab) else {
                    self.closing = None;
                    return;
                };
                if open.is_unsaved() {
                    self.ask(Question::Unsaved(tab));
                } else {
                    self.closing = None;
                    self.drop_copy(tab);
                    self.remove(tab);
                }
            }
            Some(Closing::Program) => {
                let unsaved = self.open.iter_mut().find_map(|o| o.is_unsaved().then_some(o.tab));
                match unsaved {
                    Some(tab) => {
                        self.current = self.open.iter().position(|o| o.tab == tab);
                        self.ask(Question::Unsaved(tab));
                    }
                    None => {
                        for tab in self.open.iter().map(|o| o.tab).collect::<Vec<_>>() {
                            self.drop_copy(tab);
                        }
                        self.may_leave = true;
                        ctx.send_viewport_cmd(ViewportCommand::Close);
                    }
                }
            }
        }
    }

    fn remove(&mut self, tab: Tab) {
        self.recovering.retain(|(t, _)| *t != tab.0);
        let Some(i) = self.open.iter().position(|o| o.tab == tab) else { return };
        self.open.remove(i);
        self.current = match self.current {
            Some(c) if c > i => Some(c - 1),
            Some(c) if c == i => (!self.open.is_empty()).then(|| i.min(self.open.len() - 1)),
            other => other,
        };
    }
}
