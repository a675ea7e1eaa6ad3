//! Documents for others: from a wish to a file, on a thread that can be stopped.

mod early;
mod several;

pub use early::{Early, THREAD as EARLY_THREAD};
pub(super) use several::overwrite_ui;
pub use several::{Several, SeveralMade};

use several::Part;

use super::{
    clock,
    dialogs::Goal,
    notices::failure_words,
    open_plan::OpenPlan,
    saving::SaveFor,
    shell::App,
    tasks::{Done, Tab, snapshot_of},
    toasts::Mood,
};
use crate::{
    analysis::Derived,
    checks::Findings,
    export::{
        self, Cancel, ExportError, ExportNote, Format, MatrixLayout, OpenCheck, Options, ShippedVoice,
        Source, Step,
    },
    file::disk,
    locale::{Arg, Interface, Words},
    pack::Packs,
    plan::{Day, Lang, Plan},
    text::{self, Style},
    ui::kit::{self, tokens},
};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Ui, vec2};
use std::{path::PathBuf, sync::Arc};

/// A document that takes longer than this, in seconds, is told while it is made.
const LONG: f64 = 0.4;

/// A document that is being made, alone or as one of several.
pub struct Making {
    number: u64,
    name: String,
    cancel: Cancel,
    /// When it was begun, by the clock of the window.
    since: f64,
    /// Which of several it is.
    part: Option<Part>,
}

/// What a document depends on: as long as it is the same, so is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    pub tab: Tab,
    revision: u64,
    /// The revision that the findings are about.
    checked: u64,
    /// One language of the plan alone; nothing: all of them.
    lang: Option<Lang>,
    layout: MatrixLayout,
    nastaliq: bool,
    day: Day,
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

impl Made {
    /// What is to be told about it; its bytes are in the file.
    fn without_bytes(mut self) -> Self {
        if let Ok(made) = &mut self.made {
            made.bytes = Vec::new();
        }
        self
    }
}

/// Makes a document and writes it, unless it was stopped: what is there already stays as it is then.
fn make(number: u64, source: &Source<'_>, format: Format, path: PathBuf) -> Made {
    written(number, &source.options.cancel, export::export(source, format), path)
}

/// Writes a document that was made, unless it was stopped.
fn written(
    number: u64,
    cancel: &Cancel,
    mut made: Result<export::Exported, ExportError>,
    path: PathBuf,
) -> Made {
    cancel.reach(Step::Writing);
    if cancel.is_stopped() {
        made = Err(ExportError::Cancelled);
    }
    let written = made.as_ref().ok().map(|made| disk::save(&path, &made.bytes, None));
    Made { number, path, made, written }
}

impl App {
    /// Asks under which name to make a document, and begins to make it: it may be ready before its name is.
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
        let ask = self.ask_for(title, &[format.extension()], Goal::Save(name));
        if !self.dialogs.is_busy() {
            self.early = self
                .reading_of(tab, lang.clone(), Cancel::default())
                .map(|(of, reading)| Early::begin(&self.tasks, of, format, reading));
        }
        let purpose = SaveFor::Export(format, lang);
        self.dialogs.ask(frame, &self.tasks, ask, move |paths| {
            Done::PickedToSave(tab, purpose, paths.and_then(|p| p.into_iter().next()))
        });
    }

    /// Makes a document on a thread. What was begun while its name was asked is taken.
    pub(super) fn export(
        &mut self,
        ctx: &Context,
        tab: Tab,
        (format, lang): (Format, Option<Lang>),
        path: PathBuf,
    ) {
        let tag = lang.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default();
        let Some((of, mut reading)) = self.reading_of(tab, lang, Cancel::default()) else { return };
        let early = self.early.take().and_then(|early| early.take(&of, format));
        if let Some((cancel, _)) = &early {
            reading.cancel = cancel.clone();
        }
        let cancel = reading.cancel.clone();
        self.settings.export_folder = path.parent().map(PathBuf::from);
        self.settings.last_export = (format.word().to_owned(), tag);
        let number = self.making.last().map_or(1, |m| m.number + 1);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let since = ctx.input(|i| i.time);
        self.making.push(Making { number, name, cancel, since, part: None });
        self.tasks.run("export", move || {
            // One that fell over tells nothing: it is made anew, and what is wrong with it is told then.
            let ready = early.and_then(|(_, made)| made.recv().ok());
            Done::Exported(match ready {
                Some(made) => written(number, &reading.cancel, made, path),
                None => reading.read(|source| make(number, source, format, path)),
            })
        });
    }

    /// What documents of a plan depend on and are made from, as it is now.
    fn reading_of(&self, tab: Tab, lang: Option<Lang>, cancel: Cancel) -> Option<(Of, Reading)> {
        let open = self.open.iter().find(|open| open.tab == tab)?;
        let of = self.document_of(open, lang);
        let reading = self.reading(open, &of, cancel);
        Some((of, reading))
    }

    /// What a document of a plan depends on, as it is now.
    pub(super) fn document_of(&self, open: &OpenPlan, lang: Option<Lang>) -> Of {
        Of {
            tab: open.tab,
            revision: open.document.revision(),
            checked: open.checked_revision(),
            lang,
            layout: self.settings.hand_over().layout,
            nastaliq: self.settings.nastaliq,
            day: clock::today(),
        }
    }

    /// What such a document is made from.
    pub(super) fn reading(&self, open: &OpenPlan, of: &Of, cancel: Cancel) -> Reading {
        Reading {
            plan: snapshot_of(&open.document),
            findings: open.findings().clone(),
            packs: Arc::clone(&self.packs),
            day: of.day,
            lang: of.lang.clone(),
            layout: of.layout,
            nastaliq: of.nastaliq,
            cancel,
        }
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
                        self.making_row(ui, making, now - making.since);
                    }
                });
            });
    }

    /// How far a document is, and a way to stop it.
    fn making_row(&self, ui: &mut Ui, making: &Making, seconds: f64) {
        ui.horizontal(|ui| {
            // Whole seconds: nothing here needs more.
            #[allow(clippy::cast_possible_truncation)]
            let seconds = seconds as i64;
            let step = self.words.get(making.cancel.step().words());
            let part = making.part.unwrap_or(Part { at: 1, of: 1 });
            let values = [
                ("name", Arg::from(making.name.as_str())),
                ("step", Arg::from(&*step)),
                ("seconds", Arg::Count(seconds)),
                ("at", part.at.into()),
                ("of", part.of.into()),
            ];
            let stopping = making.cancel.is_stopped();
            let key = match (making.part, stopping) {
                (None, true) => "making-stopping",
                (None, false) => "making",
                (Some(_), true) => "making-stopping-several",
                (Some(_), false) => "making-several",
            };
            if making.part.is_some() {
                kit::ring(ui, part.share(making.cancel.step()));
            }
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

    /// A document was made, or not.
    pub(super) fn exported(&mut self, ctx: &Context, made: &Made) {
        self.making.retain(|m| m.number != made.number);
        self.settings.save(self.folder.as_deref());
        match self.came_of(made) {
            Ok(notes) => {
                let path = made.path.clone();
                let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let ready = self.words.with("exported-toast", &[("name", name.into())]);
                let said = [ready].into_iter().chain(notes).collect::<Vec<_>>().join("\n");
                let buttons =
                    (self.words.get("open-file").into_owned(), self.words.get("open-folder").into_owned());
                self.toasts.say_file(ctx, said, path, buttons);
            }
            Err((mood, said)) => self.toasts.say(ctx, mood, said),
        }
    }

    /// What to tell about a document: remarks on one that is ready, or why there is none. One that was stopped is no bad news.
    fn came_of(&self, done: &Made) -> Result<Vec<String>, (Mood, String)> {
        match (&done.made, &done.written) {
            (Ok(made), Some(outcome)) if outcome.saved().is_some() => {
                let told =
                    |note: &ExportNote| self.words.with(note.words(), &[("count", note.count().into())]);
                Ok(made.notes.iter().map(told).collect())
            }
            (Ok(_), Some(disk::Outcome::Failed(failure))) => {
                Err((Mood::Bad, failure_words(&self.words, failure, &done.path)))
            }
            (Ok(_), _) => Err((Mood::Bad, self.words.get("save-other").into_owned())),
            (Err(error), _) => {
                let mood = if *error == ExportError::Cancelled { Mood::Plain } else { Mood::Bad };
                Err((mood, self.words.with(error.words(), &[("detail", error.to_string().into())])))
            }
        }
    }
}

#[cfg(test)]
mod tests;
