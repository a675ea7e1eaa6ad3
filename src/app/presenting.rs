//! A talk over the whole window: slides are made and drawn on threads, the window only shows them.

use super::{
    clock,
    exports::Reading,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
};
use crate::{
    export::{
        Cancel, ExportError,
        slides::{Picture, Show},
    },
    plan::Lang,
    ui::{
        kit,
        present::{Present, PresentCx, PresentWish},
    },
};
use egui::{CentralPanel, Context, Frame, Ui, ViewportCommand};
use std::sync::Arc;

/// A talk.
pub struct Presenting {
    tab: Tab,
    /// Which slides are shown; answers about others come too late.
    number: u64,
    lang: Lang,
    show: Option<Arc<Show>>,
    failed: Option<String>,
    view: Present,
    /// Stops the making of slides that nobody waits for.
    cancel: Cancel,
    /// Whether the window was over the whole screen before.
    was_full: bool,
}

impl App {
    /// Begins a talk about a plan, in the language that is shown of it.
    pub(super) fn present(&mut self, ctx: &Context, tab: Tab) {
        let minutes = self.settings.minutes();
        let Some(open) = self.plan_of(tab) else { return };
        let Some(lang) = open.shown_languages().first().cloned() else { return };
        let was_full = ctx.input(|i| i.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        ctx.memory_mut(|m| m.focused().into_iter().for_each(|id| m.surrender_focus(id)));
        let view = Present::new(minutes, ctx.input(|i| i.time));
        let cancel = Cancel::default();
        self.presenting =
            Some(Presenting { tab, number: 0, lang, show: None, failed: None, view, cancel, was_full });
        self.make_slides();
    }

    /// Makes the slides of the talk in its language, on a thread.
    fn make_slides(&mut self) {
        let nastaliq = self.settings.nastaliq;
        let layout = self.settings.hand_over().layout;
        self.slides_made += 1;
        let (number, cancel) = (self.slides_made, Cancel::default());
        let Some(talk) = &mut self.presenting else { return };
        std::mem::replace(&mut talk.cancel, cancel.clone()).stop();
        (talk.number, talk.failed) = (number, None);
        let (tab, lang) = (talk.tab, Some(talk.lang.clone()));
        let Some(open) = self.plan_of(tab) else { return };
        let (plan, findings) = (snapshot_of(&open.document), open.findings().clone());
        let reading = Reading {
            plan,
            findings,
            packs: Arc::clone(&self.packs),
            day: clock::today(),
            lang,
            layout,
            nastaliq,
            cancel,
        };
        self.tasks
            .run("slides", move || Done::SlidesMade(number, reading.read(|s| Show::new(s).map(Arc::new))));
    }

    /// Slides were made, or not.
    pub(super) fn take_slides(&mut self, number: u64, made: Result<Arc<Show>, ExportError>) {
        let words = self.words.clone();
        let Some(talk) = self.presenting.as_mut().filter(|talk| talk.number == number) else { return };
        talk.view.forget_pictures();
        match made {
            Ok(show) => talk.show = Some(show),
            Err(ExportError::Cancelled) => {}
            Err(error) => {
                talk.failed = Some(words.with(error.words(), &[("detail", error.to_string().into())]))
            }
        }
    }

    /// A picture of a slide was drawn, or could not be. Of slides that are not shown any more it comes too late.
    pub(super) fn slide_drawn(
        &mut self,
        ctx: &Context,
        of: &Arc<Show>,
        slide: usize,
        picture: Option<&Picture>,
    ) {
        let is_shown = |talk: &&mut Presenting| talk.show.as_ref().is_some_and(|show| Arc::ptr_eq(show, of));
        let Some(talk) = self.presenting.as_mut().filter(is_shown) else { return };
        talk.view.take(ctx, slide, picture);
    }

    /// The making of slides or pictures fell over.
    pub(super) fn talk_fell(&mut self, said: &str) {
        if let Some(talk) = &mut self.presenting {
            talk.failed = Some(said.to_owned());
        }
    }

    /// Shows the talk instead of everything else.
    pub(super) fn presenting_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let Some(mut talk) = self.presenting.take() else { return };
        let Some(open) = self.plan_of(talk.tab) else {
            ctx.request_repaint();
            return end(&ctx, &talk);
        };
        let langs = open.plan().languages().to_vec();
        let languages: Vec<_> =
            langs.iter().map(|l| (l.clone(), kit::language_name(&self.packs, l))).collect();
        let cx = PresentCx {
            words: &self.words,
            show: talk.show.as_deref(),
            failed: talk.failed.as_deref(),
            languages: &languages,
            lang: &talk.lang,
        };
        let wishes = CentralPanel::default().frame(Frame::new()).show(ui, |ui| talk.view.ui(ui, &cx)).inner;
        // Only leaving ends a talk; whatever else is to be asked waits for its end.
        let (mut speak, mut is_over) = (None, self.closing.is_some());
        for wish in wishes {
            match wish {
                PresentWish::End => is_over = true,
                PresentWish::Speak(lang) => speak = Some(lang),
                PresentWish::Draw(slide, width) => {
                    let Some(show) = talk.show.clone() else { continue };
                    self.tasks.run("slide", move || {
                        let picture = show.picture(slide, width).map(Box::new);
                        Done::SlideDrawn(show, slide, picture)
                    });
                }
            }
        }
        if is_over {
            ctx.request_repaint();
            return end(&ctx, &talk);
        }
        self.presenting = Some(talk);
        if let (Some(lang), Some(talk)) = (speak, &mut self.presenting) {
            talk.lang = lang;
            self.make_slides();
        }
    }
}

fn end(ctx: &Context, talk: &Presenting) {
    talk.cancel.stop();
    if !talk.was_full {
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
    }
}

#[cfg(test)]
mod tests;
