//! What a command does: from a shortcut, a menu, the palette or a button.

use super::{App, questions::Question, tasks::Tab, toasts::Mood};
use crate::{
    locale::{Interface, Words},
    plan::Depth,
    ui::{
        Command, Page,
        kit::draft,
        pages::trees,
        panes::{FindView, Palette, Side, step_name},
    },
};
use egui::{Context, Key, KeyboardShortcut, Modifiers, ThemePreference};
use std::sync::LazyLock;

/// Every shortcut, and that for redoing which other programs have. Longer ones first: Ctrl+S must not take Ctrl+Shift+S.
static SHORTCUTS: LazyLock<Vec<(Command, KeyboardShortcut)>> = LazyLock::new(|| {
    let elsewhere = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    let mut all: Vec<_> = Command::ALL.iter().filter_map(|c| Some((*c, c.shortcut()?))).collect();
    all.push((Command::Redo, elsewhere));
    all.sort_by_key(|(_, s)| !s.modifiers.shift);
    all
});

/// The commands whose keys were pressed; no widget sees these keys any more.
fn pressed(ctx: &Context) -> Vec<Command> {
    let is_pressed = |(command, shortcut): &(Command, KeyboardShortcut)| {
        ctx.input_mut(|input| input.consume_shortcut(shortcut)).then_some(*command)
    };
    SHORTCUTS.iter().filter_map(is_pressed).collect()
}

/// Whether something stands over the page that is to be answered first. The large view of the trees is a page itself.
fn has_dialog(ctx: &Context) -> bool {
    ctx.memory(|m| m.top_modal_layer()).is_some_and(|layer| layer.id != trees::large_view())
}

impl App {
    /// Whether a command makes sense now.
    pub(super) fn is_enabled(&self, command: Command) -> bool {
        use Command as C;
        let current = self.shown();
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

    /// Whether one of several ways holds now; nothing for what is no way to choose.
    pub(super) fn is_on(&self, command: Command) -> Option<bool> {
        use Command as C;
        let (settings, interface) = (&self.settings, self.words.interface());
        let depth = || self.shown().and_then(|open| open.plan().identity.depth);
        Some(match command {
            C::LightTheme => settings.theme == "light",
            C::DarkTheme => settings.theme == "dark",
            C::SystemTheme => !matches!(settings.theme.as_str(), "light" | "dark"),
            C::DirectionByLanguage => !matches!(settings.direction.as_str(), "ltr" | "rtl"),
            C::LeftToRight => settings.direction == "ltr",
            C::RightToLeft => settings.direction == "rtl",
            C::Nastaliq => settings.nastaliq,
            C::Naskh => !settings.nastaliq,
            C::InEnglish => interface == Interface::English,
            C::InIndonesian => interface == Interface::Indonesian,
            C::SimpleMode => depth() == Some(Depth::Simple),
            C::FullMode => depth() == Some(Depth::Full),
            _ => return None,
        })
    }

    /// Takes shortcuts before any widget can, and does their commands.
    pub(super) fn shortcuts(&mut self, ctx: &Context, frame: Option<&eframe::Frame>) {
        let is_away = self.presenting.is_some() || self.palette.is_some();
        if is_away || self.importing.is_some() || !self.questions.is_empty() || has_dialog(ctx) {
            return;
        }
        let mut wanted = std::mem::take(&mut self.postponed);
        let is_late = !wanted.is_empty();
        wanted.extend(pressed(ctx));
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
    pub(super) fn postpone(&mut self, ctx: &Context, commands: impl IntoIterator<Item = Command>) {
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
            C::NextPane => super::focus::next_pane(ctx),
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
                    super::focus::focus_page(ctx);
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::window;
    use Command as C;

    /// Every key of the window, and what it tells the program.
    const KEYS: [(&str, Command); 28] = [
        ("Ctrl+N", C::New),
        ("Ctrl+O", C::Open),
        ("Ctrl+S", C::Save),
        ("Ctrl+Shift+S", C::SaveAs),
        ("Ctrl+E", C::HandOver),
        ("F5", C::Present),
        ("Ctrl+W", C::Close),
        ("Ctrl+Q", C::Quit),
        ("Ctrl+Z", C::Undo),
        ("Ctrl+Y", C::Redo),
        ("Ctrl+Shift+Z", C::Redo),
        ("Ctrl+K", C::Palette),
        ("Ctrl+F", C::Find),
        ("F3", C::FindNext),
        ("Shift+F3", C::FindPrevious),
        ("Ctrl+Tab", C::NextTab),
        ("Alt+Home", C::Start),
        ("Ctrl+PageUp", C::PreviousPage),
        ("Ctrl+PageDown", C::NextPage),
        ("F9", C::ToggleSections),
        ("F10", C::ToggleSide),
        ("F1", C::Help),
        ("F7", C::TogglePreview),
        ("F8", C::Checks),
        ("F6", C::NextPane),
        ("Ctrl+Plus", C::ZoomIn),
        ("Ctrl+Minus", C::ZoomOut),
        ("Ctrl+0", C::ZoomReset),
    ];

    fn parsed(keys: &str) -> (Modifiers, Key) {
        let mut parts: Vec<&str> = keys.split('+').collect();
        let key = Key::from_name(parts.pop().unwrap()).unwrap();
        let modifiers = parts.iter().map(|part| match *part {
            "Ctrl" => Modifiers::CTRL.plus(Modifiers::COMMAND),
            "Shift" => Modifiers::SHIFT,
            "Alt" => Modifiers::ALT,
            other => panic!("{other}"),
        });
        (modifiers.fold(Modifiers::NONE, Modifiers::plus), key)
    }

    #[test]
    fn each_key_tells_its_command_and_no_other() {
        let ctx = Context::default();
        for (keys, command) in KEYS {
            let (modifiers, key) = parsed(keys);
            let event = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
            let mut told = Vec::new();
            let input = egui::RawInput { events: vec![event], ..Default::default() };
            ctx.run_ui(input, |ui| told.extend(pressed(ui.ctx()))).textures_delta.clear();
            assert_eq!(told, [command], "{keys}");
        }
        let with_keys: Vec<_> = Command::ALL.iter().filter(|c| c.shortcut().is_some()).collect();
        assert!(with_keys.iter().all(|c| KEYS.iter().any(|(_, told)| told == *c)), "the table holds all");
        assert_eq!(KEYS.len(), SHORTCUTS.len());
    }

    /// What somebody who looks at the window could tell of it.
    fn seen(app: &App) -> String {
        let open = app.shown();
        format!(
            "{:?} {:?} {} {} {} {:?} {} {} {} {} {:?} {:?}",
            app.current,
            open.map(|o| o.page),
            app.settings.sections_open,
            app.has_side(),
            app.settings.preview_open,
            app.side,
            app.settings.zoom,
            app.palette.is_some(),
            app.presenting.is_some(),
            app.open.len(),
            open.map(|o| (o.find.is_some(), o.document.revision())),
            app.may_leave,
        )
    }

    #[test]
    fn no_key_is_dead() {
        // Dialogs of the system, and what only moves the focus or the place in a search, have tests of their own.
        let elsewhere = [C::Open, C::Save, C::SaveAs, C::NextPane, C::FindNext, C::FindPrevious, C::Redo];
        for (keys, command) in KEYS.into_iter().filter(|(_, command)| !elsewhere.contains(command)) {
            let (mut harness, tab) = window(1700.0);
            let app = harness.state_mut();
            match command {
                C::NextTab => app.open_example("iran-filigree"),
                C::PreviousPage => app.plan_of(tab).unwrap().page = Page::HandOver,
                C::ZoomReset => app.settings.zoom = 1.3,
                C::Undo => {
                    let open = app.plan_of(tab).unwrap();
                    let title = crate::plan::Text::english("Another");
                    open.document
                        .apply(&crate::plan::Edit::Identity(crate::plan::IdentityField::Title(title)))
                        .unwrap();
                    open.refresh();
                }
                _ => {}
            }
            harness.run_ok();
            let before = seen(harness.state());
            assert!(harness.state().is_enabled(command), "{keys}");
            let (modifiers, key) = parsed(keys);
            harness.key_press_modifiers(modifiers, key);
            harness.run_ok();
            assert_ne!(seen(harness.state()), before, "{keys} does something");
        }
    }
}
