//! Documents for others: from a wish to a file, on a thread that can be stopped.

use super::{
    clock,
    notices::failure_words,
    saving::SaveFor,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
    toasts::Mood,
};
use crate::{
    analysis::Derived,
    checks::Findings,
    export::{
        self, Cancel, ExportError, Format, MatrixLayout, OpenCheck, Options, ShippedVoice, Source, Step,
    },
    file::disk,
    locale::{Arg, Interface, Words},
    pack::Packs,
    plan::{Day, Lang, Plan},
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, vec2};
use std::{path::PathBuf, sync::Arc};

/// A document that takes longer than this, in seconds, is told while it is made.
const LONG: f64 = 0.4;

/// A document that is being made.
pub struct Making {
    number: u64,
    name: String,
    cancel: Cancel,
    /// When it was begun, by the clock of the window.
    since: f64,
}

/// What a document is made from, wherever it is made.
pub struct Reading {
    pub plan: Arc<Plan>,
    pub findings: Findings,
    pub packs: Arc<Packs>,
    pub day: Day,
    /// One language of the plan alone; nothing: all of them.
    pub lang: Option<Lang>,
    pub layout: MatrixLayout,
    pub nastaliq: bool,
    pub cancel: Cancel,
}

impl Reading {
    /// Gives it to the exports. Their words are in the language of the document where the program speaks it.
    pub fn read<R>(&self, make: impl FnOnce(&Source<'_>) -> R) -> R {
        let plan = &*self.plan;
        let spoken = |lang: &Lang| Interface::from_tag(lang.as_str());
        let primary = || plan.languages().first().and_then(spoken);
        let interface = self.lang.as_ref().and_then(spoken).or_else(primary).unwrap_or(Interface::English);
        let (derived, words) = (Derived::new(plan), Words::new(interface));
        let checks = OpenCheck::all(plan, &derived, &self.findings, &words);
        let voice = ShippedVoice::new(words, &self.packs, plan);
        let (lang, cancel) = (self.lang.clone(), self.cancel.clone());
        let options =
            Options { lang, layout: self.layout, nastaliq: self.nastaliq, cancel, ..Options::on(self.day) };
        make(&Source { plan, derived: &derived, voice: &voice, checks: &checks, options: &options })
    }
}

/// What came of making a document.
pub struct Made {
    number: u64,
    path: PathBuf,
    made: Result<export::Exported, ExportError>,
    written: Option<disk::Outcome>,
}

impl App {
    /// Asks under which name to make a document.
    pub(super) fn ask_export(
        &mut self,
        tab: Tab,
        format: Format,
        lang: Option<Lang>,
        frame: Option<&eframe::Frame>,
    ) {
        let Some(open) = self.plan_of(tab) else { return };
        let name = export::file_name(open.plan(), format);
        let title = self.words.get(format.words()).into_owned();
        let ask = self.ask_for(title, &[format.extension()], Some(name));
        let purpose = SaveFor::Export(format, lang);
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| {
            Done::PickedToSave(tab, purpose, paths.and_then(|p| p.into_iter().next()))
        });
    }

    /// Makes a document on a thread.
    pub(super) fn export(
        &mut self,
        ctx: &Context,
        tab: Tab,
        (format, lang): (Format, Option<Lang>),
        path: PathBuf,
    ) {
        let (layout, nastaliq) = (self.settings.hand_over().layout, self.settings.nastaliq);
        let Some(open) = self.plan_of(tab) else { return };
        let (plan, findings) = (snapshot_of(&open.document), open.findings().clone());
        self.settings.export_folder = path.parent().map(PathBuf::from);
        let tag = lang.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default();
        self.settings.last_export = (format.word().to_owned(), tag);
        let (packs, day, cancel) = (Arc::clone(&self.packs), clock::today(), Cancel::default());
        let reading = Reading { plan, findings, packs, day, lang, layout, nastaliq, cancel: cancel.clone() };
        let number = self.making.last().map_or(1, |m| m.number + 1);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        self.making.push(Making { number, name, cancel, since: ctx.input(|i| i.time) });
        self.tasks.run("export", move || {
            let mut made = reading.read(|source| export::export(source, format));
            reading.cancel.reach(Step::Writing);
            // Stopped at the last moment: what is there already stays as it is.
            if reading.cancel.is_stopped() {
                made = Err(ExportError::Cancelled);
            }
            let written = made.as_ref().ok().map(|made| disk::save(&path, &made.bytes, None));
            Done::Exported(Made { number, path, made, written })
        });
    }

    /// Shows the documents that take long, each with a way to stop it.
    pub(super) fn making_ui(&mut self, ctx: &Context) {
        let now = ctx.input(|i| i.time);
        let Some(first) = self.making.iter().map(|m| m.since).reduce(f64::min) else { return };
        let wait = if now - first < LONG { LONG - (now - first) } else { 0.5 };
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait.max(0.05)));
        if now - first < LONG {
            return;
        }
        // Escape belongs to the field or the list that has the focus, when one has.
        let is_free = ctx.memory(|m| m.focused().is_none());
        if is_free && ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.making.iter().filter(|m| now - m.since >= LONG).for_each(|m| m.cancel.stop());
        }
        Area::new(Id::unique("making"))
            .order(Order::Foreground)
            .anchor(Align2::LEFT_BOTTOM, vec2(16.0, -44.0))
            .show(ctx, |ui| {
                let t = tokens(ui);
                let frame = Frame::new()
                    .fill(t.surface)
                    .stroke(egui::Stroke::new(1.0, t.line))
                    .corner_radius(kit::RADIUS);
                frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
                    ui.set_max_width(420.0);
                    for making in self.making.iter().filter(|m| now - m.since >= LONG) {
                        ui.horizontal(|ui| {
                            // Whole seconds: nothing here needs more.
                            #[allow(clippy::cast_possible_truncation)]
                            let seconds = (now - making.since) as i64;
                            let step = self.words.get(making.cancel.step().words());
                            let values = [
                                ("name", Arg::from(making.name.as_str())),
                                ("step", Arg::from(&*step)),
                                ("seconds", Arg::Count(seconds)),
                            ];
                            let stopping = making.cancel.is_stopped();
                            let key = if stopping { "making-stopping" } else { "making" };
                            text::label(ui, &self.words.with(key, &values), Style::body());
                            if stopping {
                                return;
                            }
                            let stop = self.words.get("making-stop");
                            let button = kit::link_button(ui, &stop);
                            let said = format!("{stop}: {}", making.name);
                            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
                            if button.clicked() {
                                making.cancel.stop();
                            }
                        });
                    }
                });
            });
    }

    /// A document was made, or not.
    pub(super) fn exported(&mut self, ctx: &Context, done: Made) {
        let Made { number, path, made, written } = done;
        self.making.retain(|m| m.number != number);
        self.settings.save(self.folder.as_deref());
        match (made, written) {
            (Ok(made), Some(outcome)) if outcome.saved().is_some() => {
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let mut said = self.words.with("exported-toast", &[("name", name.into())]);
                for note in made.notes {
                    said.push('\n');
                    said += &self.words.with(note.words(), &[("count", note.count().into())]);
                }
                let buttons =
                    (self.words.get("open-file").into_owned(), self.words.get("open-folder").into_owned());
                self.toasts.say_file(ctx, said, path, buttons);
            }
            (Ok(_), Some(disk::Outcome::Failed(failure))) => {
                let said = failure_words(&self.words, &failure, &path);
                self.toasts.say(ctx, Mood::Bad, said);
            }
            (Ok(_), _) => {
                let said = self.words.get("save-other").into_owned();
                self.toasts.say(ctx, Mood::Bad, said);
            }
            (Err(error), _) => {
                let mood = if error == ExportError::Cancelled { Mood::Plain } else { Mood::Bad };
                let said = self.words.with(error.words(), &[("detail", error.to_string().into())]);
                self.toasts.say(ctx, mood, said);
            }
        }
    }
}

#[cfg(test)]
mod tests;
