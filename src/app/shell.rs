//! The application: what is open, and what happens in a frame.

use super::{
    Start,
    close::Closing,
    dialogs::Dialogs,
    exports::Making,
    imports::is_spreadsheet,
    open_plan::OpenPlan,
    previewing::Preview,
    questions::Question,
    recovering::Found,
    settings::Settings,
    tasks::{Done, Tab, Tasks},
    toasts::{Asked, Mood, Toasts},
};
use crate::{
    file::{
        fall::Fall,
        places,
        recovery::{Orphan, RecoveryStore},
        versions::VersionStore,
    },
    locale::{Interface, Words},
    pack::Packs,
    plan::{Depth, IdSource, Lang},
    ui::{
        Command, Outbox, Page, Wish,
        importing::Importing,
        kit::draft,
        pages::start,
        panes::{FindView, Palette, Side, step_name},
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
    pub(super) side: Side,
    /// Whether the window was too narrow, when it was drawn last, for the pane beside the page to stand there by itself.
    pub(super) is_narrow: bool,
    /// Whether the pane was asked for: then it is shown in a narrow window too.
    pub(super) is_side_called: bool,
    pub(super) palette: Option<Palette>,
    /// Commands that wait for a frame in which the field with the focus reads what was typed there.
    postponed: Vec<Command>,
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

    /// The name of the plan that is shown.
    pub(super) fn current_tab(&self) -> Option<Tab> {
        self.current.and_then(|i| self.open.get(i)).map(|o| o.tab)
    }

    /// Whether a command makes sense now.
    pub(super) fn is_enabled(&self, command: Command) -> bool {
        use Command as C;
        let current = self.current.and_then(|i| self.open.get(i));
        match command {
            C::Choices => current.is_some_and(|o| !o.plan().choices.is_empty()),
            C::MergeCopy => current.is_some_and(|o| !o.is_joining && o.read_only.is_none()),
            C::Import => current.is_some_and(|o| o.read_only.is_none()),
            C::Find | C::FindNext | C::FindPrevious => current.is_some(),
            C::SaveAs | C::HandOver | C::Present | C::Versions | C::Close | C::PreviousPage | C::NextPage => {
                current.is_some()
            }
            C::Save => current.is_some_and(|o| !o.is_saving && o.read_only.is_none()),
            C::Checks
            | C::Comments
            | C::History
            | C::Help
            | C::ToggleSections
            | C::ToggleSide
            | C::TogglePreview
            | C::NextPane => current.is_some(),
            C::Undo => current.is_some_and(|o| o.document.next_undo().is_some()),
            C::Redo => current.is_some_and(|o| o.document.next_redo().is_some()),
            C::NextTab => self.open.len() > 1,
            C::Start => self.current.is_some(),
            C::SimpleMode => {
                current.is_some_and(|o| o.read_only.is_none() && o.plan().identity.depth == Some(Depth::Full))
            }
            C::FullMode => {
                current.is_some_and(|o| o.read_only.is_none() && o.plan().identity.depth != Some(Depth::Full))
            }
            C::InEnglish => self.words.interface() != Interface::English,
            C::InIndonesian => self.words.interface() != Interface::Indonesian,
            C::DirectionByLanguage => matches!(self.settings.direction.as_str(), "ltr" | "rtl"),
            C::LeftToRight => self.settings.direction != "ltr",
            C::RightToLeft => self.settings.direction != "rtl",
            C::Nastaliq => !self.settings.nastaliq,
            C::Naskh => self.settings.nastaliq,
            _ => true,
        }
    }

    /// Takes shortcuts before any widget can, and does their commands.
    fn shortcuts(&mut self, ctx: &Context, frame: Option<&eframe::Frame>) {
        let is_away = self.presenting.is_some() || self.palette.is_some();
        if is_away || self.importing.is_some() || !self.questions.is_empty() {
            return;
        }
        // Longer shortcuts first: Ctrl+S must not take Ctrl+Shift+S.
        let mut all: Vec<_> = Command::ALL.iter().filter_map(|c| Some((*c, c.shortcut()?))).collect();
        all.sort_by_key(|(_, s)| !s.modifiers.shift);
        let redo_as_elsewhere =
            egui::KeyboardShortcut::new(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::Z);
        let mut wanted = std::mem::take(&mut self.postponed);
        let is_late = !wanted.is_empty();
        ctx.input_mut(|input| {
            if input.consume_shortcut(&redo_as_elsewhere) {
                wanted.push(Command::Redo);
            }
            for (command, shortcut) in all {
                if input.consume_shortcut(&shortcut) {
                    wanted.push(command);
                }
            }
        });
        if !is_late && !wanted.is_empty() && draft::settle(ctx) {
            self.postpone(ctx, wanted);
            return;
        }
        for command in wanted {
            if self.is_enabled(command) {
                self.command(ctx, frame, command);
            }
        }
    }

    /// Does commands in the next frame.
    fn postpone(&mut self, ctx: &Context, commands: impl IntoIterator<Item = Command>) {
        self.postponed.extend(commands);
        ctx.request_repaint();
    }

    /// Does a command.
    pub(super) fn command(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, command: Command) {
        use Command as C;
        match command {
            C::New | C::Start => self.current = None,
            C::Open => self.ask_open(frame),
            C::Quit => self.quit(ctx),
            C::Palette => self.palette = Some(Palette::default()),
            C::NextTab => {
                let count = self.open.len().max(1);
                self.current = Some(self.current.map_or(0, |i| (i + 1) % count));
            }
            C::ToggleSections => self.settings.sections_open = !self.settings.sections_open,
            C::TogglePreview => self.toggle_preview(),
            C::ToggleSide if self.settings.preview_open && self.is_tight => {
                self.settings.preview_open = false;
                self.call_side(self.side);
            }
            C::ToggleSide if self.has_side() => self.hide_side(),
            C::ToggleSide => self.call_side(self.side),
            C::Help => self.show_side(Side::Help),
            C::Checks => self.show_side(Side::Checks),
            C::Comments => self.show_side(Side::Comments),
            C::History => self.show_side(Side::History),
            C::NextPane => super::layout::next_pane(ctx),
            C::ZoomIn => self.zoom(ctx, 0.1),
            C::ZoomOut => self.zoom(ctx, -0.1),
            C::ZoomReset => {
                self.settings.zoom = 1.0;
                self.zoom(ctx, 0.0);
            }
            C::LightTheme => self.set_theme(ctx, "light", ThemePreference::Light),
            C::DarkTheme => self.set_theme(ctx, "dark", ThemePreference::Dark),
            C::SystemTheme => self.set_theme(ctx, "", ThemePreference::System),
            C::InEnglish => self.speak(Interface::English),
            C::InIndonesian => self.speak(Interface::Indonesian),
            C::DirectionByLanguage => self.set_direction(""),
            C::LeftToRight => self.set_direction("ltr"),
            C::RightToLeft => self.set_direction("rtl"),
            C::Nastaliq | C::Naskh => {
                self.settings.nastaliq = command == C::Nastaliq;
                self.settings.save(self.folder.as_deref());
            }
            C::SimpleMode => self.set_depth(Depth::Simple),
            C::FullMode => self.set_depth(Depth::Full),
            C::About => self.ask(Question::About),
            C::Save
            | C::SaveAs
            | C::MergeCopy
            | C::Choices
            | C::HandOver
            | C::Present
            | C::Import
            | C::Close
            | C::Undo
            | C::Redo
            | C::Versions
            | C::Find
            | C::FindNext
            | C::FindPrevious
            | C::PreviousPage
            | C::NextPage => {
                self.command_for_plan(ctx, frame, command);
            }
        }
    }

    fn command_for_plan(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, command: Command) {
        let Some(tab) = self.current_tab() else { return };
        match command {
            Command::Save => self.save(tab, frame),
            Command::SaveAs => self.ask_save(tab, frame),
            Command::MergeCopy => self.ask_copy(tab, frame),
            Command::Import => self.ask_import(tab, frame),
            Command::Present => self.present(ctx, tab),
            Command::Close => self.close(ctx, tab),
            Command::Versions => self.show_versions(tab),
            Command::Undo | Command::Redo => self.step(ctx, tab, command == Command::Undo),
            Command::Find | Command::FindNext | Command::FindPrevious => {
                let Some(open) = self.plan_of(tab) else { return };
                match &mut open.find {
                    None => open.find = Some(FindView::opened()),
                    Some(find) if command == Command::Find => find.focus(),
                    Some(find) => find.step(command == Command::FindNext),
                }
            }
            Command::HandOver | Command::Choices | Command::PreviousPage | Command::NextPage => {
                let Some(open) = self.plan_of(tab) else { return };
                let pages = Page::list(open.plan());
                let at = pages.iter().position(|(_, p)| *p == open.page).unwrap_or(0);
                let to = match command {
                    Command::PreviousPage => at.checked_sub(1),
                    Command::NextPage => Some(at + 1),
                    Command::Choices => pages.iter().position(|(_, p)| *p == Page::Choices),
                    _ => pages.iter().position(|(_, p)| *p == Page::HandOver),
                };
                if let Some((_, page)) = to.and_then(|i| pages.get(i)) {
                    open.versions = None;
                    open.page = *page;
                    open.focus = None;
                    super::layout::focus_page(ctx);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, ctx: &Context, tab: Tab, back: bool) {
        let words = self.words.clone();
        let Some(open) = self.plan_of(tab) else { return };
        let step = if back { open.document.undo() } else { open.document.redo() };
        let Some(step) = step else { return };
        open.refresh();
        open.go(step.place);
        let key = if back { "undone-toast" } else { "redone-toast" };
        let said = words.with(key, &[("step", step_name(step, &words).into())]);
        self.toasts.say(ctx, Mood::Plain, said);
    }

    fn show_side(&mut self, side: Side) {
        // The search stands where the pane does.
        let search = self.current.and_then(|i| self.open.get_mut(i)).and_then(|open| open.find.take());
        // So does the preview, where there is no room for both.
        let covered = self.is_tight && std::mem::take(&mut self.settings.preview_open);
        if search.is_none() && !covered && self.has_side() && self.side == side {
            self.hide_side();
        } else {
            self.call_side(side);
        }
    }

    /// Whether the pane stands beside the page, unless something else needs its room.
    pub(super) fn has_side(&self) -> bool {
        self.settings.side_open && (!self.is_narrow || self.is_side_called)
    }

    fn call_side(&mut self, side: Side) {
        self.settings.side_open = true;
        self.is_side_called = true;
        self.side = side;
    }

    fn hide_side(&mut self) {
        self.is_side_called = false;
        // A narrow window hides it by itself; a wide one is to remember it.
        self.settings.side_open = self.is_narrow;
    }

    fn zoom(&mut self, ctx: &Context, by: f32) {
        let zoom = ((self.settings.zoom + by) * 10.0).round() / 10.0;
        self.settings.zoom = zoom.clamp(0.5, 3.0);
        ctx.set_zoom_factor(self.settings.zoom);
        self.settings.save(self.folder.as_deref());
    }

    fn set_theme(&mut self, ctx: &Context, name: &str, theme: ThemePreference) {
        name.clone_into(&mut self.settings.theme);
        ctx.set_theme(theme);
        self.settings.save(self.folder.as_deref());
    }

    pub(super) fn speak(&mut self, interface: Interface) {
        interface.tag().clone_into(&mut self.settings.interface);
        self.words = Words::new(interface);
        self.settings.save(self.folder.as_deref());
    }

    fn set_direction(&mut self, name: &str) {
        name.clone_into(&mut self.settings.direction);
        self.settings.save(self.folder.as_deref());
    }

    /// Whether the window runs from right to left: as the person wants it, else as the interface does or everything that is
    /// shown of the plan.
    fn is_rtl(&self) -> bool {
        match self.settings.direction.as_str() {
            "rtl" => true,
            "ltr" => false,
            _ => {
                let shown = self.current.and_then(|i| self.open.get(i)).map(OpenPlan::shown_languages);
                let all_rtl = |langs: &[Lang]| !langs.is_empty() && langs.iter().all(Lang::is_rtl);
                self.words.interface().is_rtl() || shown.is_some_and(all_rtl)
            }
        }
    }

    /// Tells the text how it runs and how Urdu looks. Nastaliq is for Urdu, and not for a plan without it.
    fn set_script(&self, ctx: &Context) {
        crate::text::set_mirrored(ctx, self.is_rtl());
        let current = self.current.and_then(|i| self.open.get(i));
        let has_urdu = current.is_none_or(|o| o.plan().languages().iter().any(Lang::is_urdu));
        crate::text::set_nastaliq(ctx, self.settings.nastaliq && has_urdu);
    }

    /// Does what the views wished for.
    pub(super) fn dispatch(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, out: &mut Outbox) {
        for wish in out.take() {
            match wish {
                Wish::Edit(_) if self.refuses_edits(ctx) => {}
                Wish::Edit(edit) => {
                    let words = self.words.clone();
                    let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) else { continue };
                    if let Err(refused) = open.document.apply(&edit) {
                        self.toasts.say(ctx, Mood::Bad, words.get(refused.words()).into_owned());
                    }
                }
                Wish::Command(command) if self.is_enabled(command) => self.command(ctx, frame, command),
                Wish::Command(_) => {}
                Wish::Go(place) => {
                    if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
                        open.refresh();
                        open.go(place);
                    }
                }
                Wish::Remarks(place) => {
                    self.settings.preview_open &= !self.is_tight;
                    self.call_side(Side::Comments);
                    if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
                        open.find = None;
                        open.go(place);
                    }
                }
                Wish::Show(page) => {
                    if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
                        open.versions = None;
                        open.page = page;
                        open.focus = None;
                    }
                }
                Wish::ShowLanguage(lang) => {
                    if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
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
                    if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
                        (open.leaves_copies, open.copies) = (true, Vec::new());
                    }
                }
                Wish::Versions(wish) => self.version_wish(ctx, wish),
            }
        }
    }

    fn step_to(&mut self, count: usize) {
        let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) else { return };
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

    /// Takes in what threads have finished.
    fn take_finished(&mut self, ctx: &Context) {
        for done in self.tasks.finished() {
            self.take(ctx, done);
        }
    }

    /// Takes in one finished piece of work.
    pub(super) fn take(&mut self, ctx: &Context, done: Done) {
        match done {
            Done::PickedToOpen(None) if self.dialogs.has_failed() => {
                self.dialogs.again(Done::PickedToOpen);
            }
            Done::PickedToImport(tab, None) if self.dialogs.has_failed() => {
                self.dialogs.again(move |paths| Done::PickedToImport(tab, paths));
            }
            Done::PickedToImport(tab, paths) => {
                if let Some(path) = paths.into_iter().flatten().next() {
                    self.import(tab, path);
                }
            }
            Done::BookRead(tab, path, read) => self.book_read(ctx, tab, &path, read),
            Done::PickedToOpen(paths) => paths.into_iter().flatten().for_each(|path| self.open_file(path)),
            Done::PickedToJoin(tab, None) if self.dialogs.has_failed() => {
                self.dialogs.again(move |paths| Done::PickedToJoin(tab, paths));
            }
            Done::PickedToJoin(tab, paths) => {
                if let Some(path) = paths.and_then(|paths| paths.into_iter().next()) {
                    self.join(ctx, tab, path);
                }
            }
            Done::Joined(joined) => self.joined(ctx, *joined),
            Done::CopiesFound(tab, copies) => self.copies_found(tab, copies),
            Done::PickedToSave(tab, purpose, None) => {
                if self.dialogs.has_failed() {
                    self.dialogs.again(move |paths| {
                        Done::PickedToSave(tab, purpose, paths.and_then(|p| p.into_iter().next()))
                    });
                } else {
                    self.closing = None;
                }
            }
            Done::PickedToSave(tab, purpose, Some(path)) => self.name_chosen(ctx, tab, purpose, path),
            Done::Read(path, result) => self.file_read(path, result),
            Done::Locked(tab, path, taken) => self.locked(tab, &path, taken),
            Done::Saved(tab, path, plan, outcome) => self.saved(ctx, tab, path, plan, outcome),
            Done::NotWritten(tab, problem) => {
                if let Some(open) = self.plan_of(tab) {
                    open.is_saving = false;
                }
                self.closing = None;
                let said = self.words.get(problem.kind.words()).into_owned();
                self.toasts.say(ctx, Mood::Bad, said);
            }
            Done::Exported(made) => self.exported(ctx, made),
            Done::SlidesMade(number, made) => self.take_slides(number, made),
            Done::SlideDrawn(number, slide, picture) => {
                self.slide_drawn(ctx, number, slide, picture.as_deref());
            }
            Done::Previewed(done) => self.previewed(ctx, done),
            Done::Snapshot(tab, revision, is_kept) => {
                self.copy_kept(ctx, tab, revision, is_kept);
                if is_kept && let Some(i) = self.recovering.iter().position(|(t, _)| *t == tab.0) {
                    let (_, orphan) = self.recovering.remove(i);
                    if let Some(store) = &self.recovery {
                        store.discard(&orphan);
                    }
                }
            }
            Done::Checked(tab, revision, checker, findings) => {
                if let Some(open) = self.plan_of(tab) {
                    open.checked(revision, *checker, findings);
                }
            }
            Done::Versions(tab, list) => self.versions_listed(tab, list),
            Done::Compared(tab, pair, compared) => self.compared(tab, pair, compared),
            Done::VersionKept(tab, is_kept) => self.version_kept(ctx, tab, is_kept),
            Done::Freed(tab) => self.freed(ctx, tab),
            Done::Fell(name) => self.work_fell(ctx, &name),
            Done::OrphanLooked(orphan, now, changes) => self.orphan_looked(&orphan, now, changes),
            Done::Looked(tab, expected, changed) => self.looked(ctx, tab, expected, changed),
        }
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

    fn show_file(&mut self, ctx: &Context, path: &std::path::Path) {
        if !super::system::open(path) {
            let said = self.words.with("open-failed", &[("path", path.display().to_string().into())]);
            self.toasts.say(ctx, Mood::Bad, said);
        }
    }

    /// The hand rests: the next edit is another step.
    fn seal_when_at_rest(&mut self, ctx: &Context, is_held: bool) {
        let is_moving = ctx.input(|i| i.pointer.any_down() || !i.events.is_empty());
        let busy = is_moving || is_held || ctx.text_edit_focused();
        if let Some(open) = self.current.and_then(|i| self.open.get_mut(i)) {
            let now = ctx.input(|i| i.time);
            let paused = now - open.kept.last_change > 2.0;
            if !busy || paused {
                open.document.seal();
            }
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let untitled = self.words.get("plan-untitled").into_owned();
        let title = match self.current.and_then(|i| self.open.get_mut(i)) {
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
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
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
