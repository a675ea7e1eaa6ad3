//! The application: what is open, and what happens in a frame.

use super::{
    Start,
    close::Closing,
    dialogs::Dialogs,
    exports::{Early, Making},
    imports::is_spreadsheet,
    open_plan::OpenPlan,
    previewing::Preview,
    questions::Question,
    recovering::Found,
    settings::Settings,
    tasks::{Tab, Tasks},
    toasts::{Asked, Mood, Toasts},
};
use crate::{
    file::{
        fall::Fall,
        places,
        recovery::{Orphan, RecoveryStore},
        versions::VersionStore,
    },
    locale::Words,
    pack::Packs,
    plan::{IdSource, Lang},
    ui::{
        Command, Outbox,
        importing::Importing,
        kit::draft,
        pages::start,
        panes::{Palette, Side},
    },
};
use egui::{Context, ThemePreference, ViewportCommand};
use std::{collections::VecDeque, path::PathBuf, sync::Arc, time::Instant};

/// The window.
pub struct App {
    pub(super) words: Words,
    pub(super) packs: Arc<Packs>,
    pub(super) settings: Settings,
    /// Where settings and recovery copies are; none: nowhere.
    pub(super) folder: Option<PathBuf>,
    pub(super) open: Vec<OpenPlan>,
    /// The plan that is shown; none: the start screen.
    pub(super) current: Option<usize>,
    pub(super) next_tab: u64,
    pub(super) ids: IdSource,
    pub(super) tasks: Tasks,
    pub(super) dialogs: Dialogs,
    pub(super) questions: VecDeque<Question>,
    pub(super) toasts: Toasts,
    /// Documents that are being made.
    pub(super) making: Vec<Making>,
    /// The document that is made while its name is asked.
    pub(super) early: Option<Early>,
    /// The talk that fills the window.
    pub(super) presenting: Option<super::presenting::Presenting>,
    /// How often slides were made.
    pub(super) slides_made: u64,
    /// The document beside the page, while it is shown.
    pub(super) preview: Option<Preview>,
    /// Whether the window is too tight for the preview and the pane beside the page at once.
    pub(super) is_tight: bool,
    /// The spreadsheet that is brought into a plan.
    pub(super) importing: Option<(Tab, Importing)>,
    pub(super) recovery: Option<Arc<RecoveryStore>>,
    /// Earlier versions; none: nowhere.
    pub(super) versions: Option<VersionStore>,
    /// Whether it was told that versions cannot be kept.
    pub(super) told_versions: bool,
    pub(super) orphans: Vec<Found>,
    /// Plans that were recovered in this run, with the old copy that goes when they are kept anew.
    pub(super) recovering: Vec<(u64, Orphan)>,
    /// How the last run fell over, if it did.
    pub(super) fall: Option<Fall>,
    pub(super) closing: Option<Closing>,
    pub(super) may_leave: bool,
    /// What was typed for the frames to come.
    ahead: super::ahead::Ahead,
    pub(super) side: Side,
    /// Whether the window was too narrow, when it was drawn last, for the pane beside the page to stand there by itself.
    pub(super) is_narrow: bool,
    /// Whether the pane was asked for: then it is shown in a narrow window too.
    pub(super) is_side_called: bool,
    pub(super) palette: Option<Palette>,
    /// Commands that wait for a frame in which the field with the focus reads what was typed there.
    pub(super) postponed: Vec<Command>,
    pub(super) start_view: start::View,
    /// When the files of plans that are away were looked for, in seconds of the window's clock.
    pub(super) stranded_looked: f64,
    /// When it was looked whether plans that are only to be read are free.
    pub(super) readers_looked: f64,
    had_focus: bool,
    window_title: String,
    first_frame: Option<(Instant, u8)>,
}

impl App {
    /// A window over the user's data folder.
    pub fn new(ctx: &Context, begin: Start) -> Self {
        Self::in_folder(ctx, begin, places::data_folder())
    }

    /// A window over this data folder; none: nothing is remembered.
    pub fn in_folder(ctx: &Context, begin: Start, folder: Option<PathBuf>) -> Self {
        let settings = Settings::load(folder.as_deref());
        let recovery = folder.as_deref().and_then(|f| RecoveryStore::new(f).ok()).map(Arc::new);
        let fall = folder.as_deref().and_then(Fall::take);
        let versions = folder.as_deref().and_then(|f| VersionStore::new(f).ok());
        let found = recovery.as_ref().map(|r| r.orphans()).unwrap_or_default();
        let orphans = found.into_iter().map(Found::new).collect();
        let (packs, problems) = places::packs(folder.as_deref());
        let words = Words::new(settings.interface_language());
        ctx.set_theme(match settings.theme.as_str() {
            "light" => ThemePreference::Light,
            "dark" => ThemePreference::Dark,
            _ => ThemePreference::System,
        });
        ctx.set_zoom_factor(settings.zoom.clamp(0.5, 3.0));
        let mut app = Self {
            packs: Arc::new(packs),
            tasks: Tasks::new(ctx),
            words,
            settings,
            folder,
            open: Vec::new(),
            current: None,
            next_tab: 0,
            ids: IdSource::random(),
            dialogs: Dialogs::default(),
            questions: VecDeque::new(),
            toasts: Toasts::default(),
            making: Vec::new(),
            early: None,
            presenting: None,
            slides_made: 0,
            preview: None,
            is_tight: false,
            importing: None,
            recovery,
            versions,
            told_versions: false,
            orphans,
            recovering: Vec::new(),
            fall,
            closing: None,
            may_leave: false,
            ahead: super::ahead::Ahead::default(),
            side: Side::default(),
            is_narrow: false,
            is_side_called: false,
            palette: None,
            postponed: Vec::new(),
            start_view: start::View::default(),
            had_focus: true,
            window_title: String::new(),
            stranded_looked: 0.0,
            readers_looked: 0.0,
            first_frame: begin.exit_after_first_frame.then_some((begin.started, 0)),
        };
        for problem in problems {
            app.toasts.say(ctx, Mood::Bad, problem.to_string());
        }
        app.look_at_orphans();
        for file in begin.files {
            app.open_file(file);
        }
        app
    }

    /// The open plan of this name.
    pub(super) fn plan_of(&mut self, tab: Tab) -> Option<&mut OpenPlan> {
        self.open.iter_mut().find(|o| o.tab == tab)
    }

    /// The plan that is shown.
    pub(super) fn shown(&self) -> Option<&OpenPlan> {
        self.open.get(self.current?)
    }

    /// The plan that is shown, to be changed.
    pub(super) fn shown_mut(&mut self) -> Option<&mut OpenPlan> {
        self.open.get_mut(self.current?)
    }

    /// The name of the plan that is shown.
    pub(super) fn current_tab(&self) -> Option<Tab> {
        self.shown().map(|o| o.tab)
    }

    /// Whether the window runs from right to left: as the person wants it, else as the interface does or everything that is
    /// shown of the plan.
    fn is_rtl(&self) -> bool {
        match self.settings.direction.as_str() {
            "rtl" => true,
            "ltr" => false,
            _ => {
                let shown = self.shown().map(OpenPlan::shown_languages);
                let all_rtl = |langs: &[Lang]| !langs.is_empty() && langs.iter().all(Lang::is_rtl);
                self.words.interface().is_rtl() || shown.is_some_and(all_rtl)
            }
        }
    }

    /// Tells the text how it runs and how Urdu looks. Nastaliq is for Urdu, and not for a plan without it.
    fn set_script(&self, ctx: &Context) {
        crate::text::set_mirrored(ctx, self.is_rtl());
        let current = self.shown();
        let has_urdu = current.is_none_or(|o| o.plan().languages().iter().any(Lang::is_urdu));
        crate::text::set_nastaliq(ctx, self.settings.nastaliq && has_urdu);
    }

    /// What happens before a frame is drawn.
    pub(super) fn before_frame(&mut self, ctx: &Context) {
        self.take_finished(ctx);
        let dropped: Vec<PathBuf> =
            ctx.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect());
        for path in dropped {
            match self.current_tab().filter(|_| is_spreadsheet(&path)) {
                Some(tab) => self.import(tab, path),
                None => self.open_file(path),
            }
        }
        let has_focus = ctx.input(|i| i.focused);
        if has_focus && !std::mem::replace(&mut self.had_focus, has_focus) {
            self.look_at_files();
            for tab in self.open.iter().map(|open| open.tab).collect::<Vec<_>>() {
                self.look_for_copies(tab);
            }
        }
        self.had_focus = has_focus;
        if ctx.input(|i| i.viewport().close_requested()) && !self.may_leave {
            if draft::settle(ctx) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.postpone(ctx, [Command::Quit]);
                return;
            }
            let clean = self.open.iter_mut().all(|o| !o.is_unsaved());
            if !clean {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
            if self.questions.is_empty() {
                self.quit(ctx);
            }
        }
    }

    /// Draws a frame and does what was wished in it.
    pub(super) fn draw(&mut self, ui: &mut egui::Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        self.shortcuts(&ctx, frame);
        self.set_script(&ctx);
        let mut out = Outbox::new(self.ids.split());
        if self.presenting.is_some() {
            self.presenting_ui(ui);
        } else {
            self.window_ui(ui, frame, &mut out);
        }
        self.seal_when_at_rest(&ctx, out.is_held);
        if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
            if open.refresh() {
                // What the checks and the totals say about the change is shown in the next frame, at once.
                ctx.request_repaint();
            }
            open.check_beside(&self.tasks);
        }
        self.follow_preview();
        self.compare_anew();
        self.keep_copies(&ctx);
        self.watch_stranded(&ctx);
        self.watch_readers(&ctx);
        self.set_title(&ctx);
    }

    /// Everything but a talk, which fills the window.
    fn window_ui(&mut self, ui: &mut egui::Ui, frame: Option<&eframe::Frame>, out: &mut Outbox) {
        let ctx = ui.ctx().clone();
        self.layout(ui, out);
        self.dispatch(&ctx, frame, out);
        self.questions_ui(&ctx, frame);
        self.importing_ui(&ctx);
        self.making_ui(&ctx);
        if let Some(done) = self.dialogs.ui(&ctx, &self.words) {
            self.take(&ctx, done);
        }
        let dismiss = self.words.get("toast-dismiss").into_owned();
        match self.toasts.ui(&ctx, &dismiss) {
            Some(Asked::File(path)) => self.show_file(&ctx, &path),
            Some(Asked::Folder(path)) => self.show_file(&ctx, path.parent().unwrap_or(&path)),
            None => {}
        }
    }

    /// The hand rests: the next edit is another step.
    fn seal_when_at_rest(&mut self, ctx: &Context, is_held: bool) {
        let is_moving = ctx.input(|i| i.pointer.any_down() || !i.events.is_empty());
        let busy = is_moving || is_held || ctx.text_edit_focused();
        if let Some(open) = self.shown_mut() {
            let now = ctx.input(|i| i.time);
            let paused = now - open.kept.last_change > 2.0;
            if !busy || paused {
                open.document.seal();
            }
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let untitled = self.words.get("plan-untitled").into_owned();
        let title = match self.shown_mut() {
            Some(open) => {
                let mark = if open.document.is_modified() { "● " } else { "" };
                let name = open.title();
                format!("{mark}{} — Rencana", if name.is_empty() { untitled } else { name })
            }
            None => "Rencana".to_owned(),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }

    /// Ends the program after its first frame is on the screen, when asked to.
    fn end_after_first_frame(&mut self, ctx: &Context) {
        let Some((started, frames)) = &mut self.first_frame else { return };
        *frames += 1;
        if *frames == 2 {
            // The second frame begins when the first one has been given to the screen.
            println!("{}", started.elapsed().as_millis());
            self.may_leave = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        ctx.request_repaint();
    }
}

impl Drop for App {
    /// With the window, nothing of its plans is to be kept any more.
    fn drop(&mut self) {
        self.open.iter().filter_map(|open| open.slot.as_ref()).for_each(super::falling::forget);
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, input: &mut egui::RawInput) {
        if self.ahead.take_turn(&mut input.events) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        #[cfg(debug_assertions)]
        super::falling::fall_when_asked();
        self.before_frame(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.draw(ui, Some(frame));
        let ctx = ui.ctx().clone();
        self.end_after_first_frame(&ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.settings.save(self.folder.as_deref());
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
