//! Everything that a person can tell the program to do: one row a command, used by menus, shortcuts and the palette.

use egui::{Key, KeyboardShortcut, Modifiers};

macro_rules! commands {
    ($($(#[$meta:meta])* $name:ident = $word:literal $(, $shortcut:expr)?;)*) => {
        /// A command.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[$meta])* $name,)* }

        impl Command {
            /// Every command, in the order of the palette.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The key of its name among the interface words.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => concat!("command-", $word),)* }
            }

            /// Its shortcut.
            #[must_use]
            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                match self { $(Self::$name => commands!(@ $($shortcut)?),)* }
            }
        }
    };
    (@ $shortcut:expr) => { Some($shortcut) };
    (@) => { None };
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

commands! {
    /// Start a plan.
    New = "new", ctrl(Key::N);
    /// Open a plan file.
    Open = "open", ctrl(Key::O);
    /// Save the plan.
    Save = "save", ctrl(Key::S);
    /// Save the plan under another name.
    SaveAs = "save-as", ctrl_shift(Key::S);
    /// Join the plan with another copy of it.
    MergeCopy = "merge-copy";
    /// What two copies of the plan changed differently.
    Choices = "choices";
    /// Make a document of the plan.
    HandOver = "hand-over", ctrl(Key::E);
    /// Show the slides of the plan over the whole screen.
    Present = "present", plain(Key::F5);
    /// Bring a spreadsheet into the plan.
    Import = "import";
    /// Close the plan.
    Close = "close", ctrl(Key::W);
    /// Leave the program.
    Quit = "quit", ctrl(Key::Q);
    /// Take the last step back.
    Undo = "undo", ctrl(Key::Z);
    /// Make the last undone step again.
    Redo = "redo", ctrl(Key::Y);
    /// Find a command or an item of the plan by name.
    Palette = "palette", ctrl(Key::K);
    /// Find words in the plan, and replace them.
    Find = "find", ctrl(Key::F);
    /// The next place with the words.
    FindNext = "find-next", plain(Key::F3);
    /// The place before with the words.
    FindPrevious = "find-previous", KeyboardShortcut::new(Modifiers::SHIFT, Key::F3);
    /// The next open plan.
    NextTab = "next-tab", KeyboardShortcut::new(Modifiers::CTRL, Key::Tab);
    /// The start screen.
    Start = "start", KeyboardShortcut::new(Modifiers::ALT, Key::Home);
    /// The section before.
    PreviousPage = "previous-page", KeyboardShortcut::new(Modifiers::CTRL, Key::PageUp);
    /// The section behind.
    NextPage = "next-page", KeyboardShortcut::new(Modifiers::CTRL, Key::PageDown);
    /// The list of sections.
    ToggleSections = "toggle-sections", plain(Key::F9);
    /// Help, checks and history.
    ToggleSide = "toggle-side", plain(Key::F10);
    /// Help for the field in focus.
    Help = "help", plain(Key::F1);
    /// The document as it will be on paper.
    TogglePreview = "toggle-preview", plain(Key::F7);
    /// What the checks found.
    Checks = "checks", plain(Key::F8);
    /// Remarks on the plan.
    Comments = "comments";
    /// The steps that made the plan.
    History = "history";
    /// Versions that were kept.
    Versions = "versions";
    /// From pane to pane.
    NextPane = "next-pane", plain(Key::F6);
    /// Larger.
    ZoomIn = "zoom-in", ctrl(Key::Plus);
    /// Smaller.
    ZoomOut = "zoom-out", ctrl(Key::Minus);
    /// As it was.
    ZoomReset = "zoom-reset", ctrl(Key::Num0);
    /// Light colours.
    LightTheme = "light-theme";
    /// Dark colours.
    DarkTheme = "dark-theme";
    /// Colours as the system has them.
    SystemTheme = "system-theme";
    /// The interface in English.
    InEnglish = "in-english";
    /// The interface in Indonesian.
    InIndonesian = "in-indonesian";
    /// The window runs as its languages do.
    DirectionByLanguage = "direction-by-language";
    /// The window runs from left to right.
    LeftToRight = "left-to-right";
    /// The window runs from right to left.
    RightToLeft = "right-to-left";
    /// Urdu in the Nastaliq style.
    Nastaliq = "nastaliq";
    /// Urdu in the style of other languages.
    Naskh = "naskh";
    /// The short form of eighteen fields.
    SimpleMode = "simple-mode";
    /// The whole method.
    FullMode = "full-mode";
    /// What the program is.
    About = "about";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Interface, Words};

    #[test]
    fn shortcuts_do_not_clash_and_every_command_has_a_name() {
        let words = Words::new(Interface::English);
        let mut seen = std::collections::HashMap::new();
        for command in Command::ALL {
            assert!(words.has(command.words()), "{command:?}");
            if let Some(shortcut) = command.shortcut() {
                let before = seen.insert(shortcut, *command);
                assert_eq!(before, None, "{command:?}");
            }
        }
    }
}
