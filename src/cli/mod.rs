//! The command line: everything that needs no window.
//!
//! [`run`] takes arguments and two streams and gives an [`Asked`], so that tests call it as the program does. The window itself
//! belongs to a later layer: when it is asked for, the caller opens it.

mod args;
mod check;
mod export;
mod fmt;
mod input;
mod merge;
mod new;
mod schema;
mod screen;

use crate::{
    file::places,
    locale::{Interface, Words},
    pack::Packs,
    plan::Day,
};
use args::{Cli, Command};
use clap::Parser as _;
use screen::Screen;
use std::{ffi::OsString, io::Write, path::PathBuf};

/// What a command tells the shell that called it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// All is well.
    Clean = 0,
    /// Done, and there is something to mend: findings of severity error, files that `fmt --check` would change.
    Findings = 1,
    /// Not done: a file could not be read or written, or the command line is wrong.
    Failed = 2,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// How frames are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal, Direct3D.
    Wgpu,
}

/// How the window is to open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Window {
    /// The plans to open in it.
    pub files: Vec<PathBuf>,
    /// Says the milliseconds to the first frame and ends.
    pub exit_after_first_frame: bool,
    /// How to draw; nothing: try both.
    pub renderer: Option<Renderer>,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A command, which is done.
    Done(Exit),
    /// The window, which the caller opens.
    Window(Window),
}

/// Does what the arguments say, the name of the program first.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Asked {
    let mut screen = Screen::new(out, err);
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(refusal) => {
            let (said, is_refusal) = (refusal.render().to_string(), refusal.use_stderr());
            if is_refusal {
                screen.warn(&said);
            } else {
                screen.say(&said);
            }
            return Asked::Done(screen.end(if is_refusal { Exit::Failed } else { Exit::Clean }));
        }
    };
    let Some(command) = cli.command else {
        return Asked::Window(Window {
            files: cli.files,
            exit_after_first_frame: cli.exit_after_first_frame,
            renderer: cli.renderer,
        });
    };
    let words = Words::new(cli.interface.unwrap_or(Interface::English));
    let exit = match command {
        Command::Check(args) => check::run(&args, &words, &mut screen),
        Command::Fmt(args) => fmt::run(&args, &words, &mut screen),
        Command::New(args) => new::run(&args, &words, &mut screen),
        Command::Merge(args) => merge::run(&args, &words, &mut screen),
        Command::Export(args) => export::run(&args, &words, today, &mut screen),
        Command::Schema => schema::run(&mut screen),
    };
    Asked::Done(screen.end(exit))
}

/// What is printed when nothing was written.
struct Refusal(String);

/// The packs that ship with the program and those of the user; a broken one is told.
fn packs(screen: &mut Screen<'_>) -> Packs {
    let (packs, problems) = places::packs(places::data_folder().as_deref());
    for problem in problems {
        screen.warn(&problem.to_string());
    }
    packs
}

/// Says that this build has no window, and what works without one.
pub fn say_no_window(err: &mut dyn Write) -> Exit {
    Screen::new(&mut std::io::sink(), err).warn(&Words::new(Interface::English).get("cli-no-window"));
    Exit::Failed
}

/// Says that no window could be opened, and what works without one.
pub fn say_no_display(error: &dyn std::error::Error, err: &mut dyn Write) -> Exit {
    let words = Words::new(Interface::English);
    let said = words.with("cli-no-display", &[("reason", error.to_string().into())]);
    Screen::new(&mut std::io::sink(), err).warn(&said);
    Exit::Failed
}

/// The day on the clock of this computer.
fn today() -> Day {
    #[allow(clippy::disallowed_methods, reason = "the command line may ask the clock; exports may not")]
    jiff::ZonedDateTime::now().date()
}
