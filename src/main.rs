//! Starts the window or the command line.

// On Windows a program of the other kind brings a black window with it when it is started by a double click.
#![cfg_attr(feature = "gui", windows_subsystem = "windows")]

mod terminal;

use rencana::cli::{self, Asked, Exit, Window};
use std::process::ExitCode;
use terminal::Terminal;

fn main() -> ExitCode {
    let started = std::time::Instant::now();
    let mut terminal = Terminal::of_caller();
    #[cfg(windows)]
    let args = wild::args_os();
    #[cfg(not(windows))]
    let args = std::env::args_os();
    match cli::run(args, &mut terminal.out, &mut terminal.err) {
        Asked::Done(exit) => exit.into(),
        Asked::Window(window) => open(window, started, terminal).into(),
    }
}

/// Opens the window, and comes back when it is closed.
#[cfg(feature = "gui")]
fn open(window: Window, started: std::time::Instant, mut terminal: Terminal) -> Exit {
    use rencana::{app, cli::Renderer};
    if !window.exit_after_first_frame {
        terminal.let_go();
    }
    let renderer = window.renderer.map(|r| match r {
        Renderer::Glow => app::Renderer::Glow,
        Renderer::Wgpu => app::Renderer::Wgpu,
    });
    let start = app::Start {
        files: window.files,
        exit_after_first_frame: window.exit_after_first_frame,
        renderer,
        started,
    };
    match app::run(&start) {
        Ok(app::Ended::Closed) => Exit::Clean,
        Ok(app::Ended::Fell) => Exit::Failed,
        Err(error) => {
            let mut said = Vec::new();
            let exit = cli::say_no_display(&error, &mut said);
            let _ = std::io::Write::write_all(&mut terminal.err, &said);
            #[cfg(windows)]
            app::say(&String::from_utf8_lossy(&said));
            exit
        }
    }
}

/// Says that this program was built without a window.
#[cfg(not(feature = "gui"))]
fn open(_window: Window, _started: std::time::Instant, mut terminal: Terminal) -> Exit {
    cli::say_no_window(&mut terminal.err)
}
