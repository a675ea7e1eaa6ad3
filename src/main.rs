//! Starts the window or the command line.

use rencana::cli::{self, Asked, Exit, Window};
use std::{
    io::{self, BufWriter},
    process::ExitCode,
};

fn main() -> ExitCode {
    let started = std::time::Instant::now();
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    match cli::run(std::env::args_os(), &mut out, &mut err) {
        Asked::Done(exit) => exit.into(),
        Asked::Window(window) => open(window, started).into(),
    }
}

/// Opens the window, and comes back when it is closed.
#[cfg(feature = "gui")]
fn open(window: Window, started: std::time::Instant) -> Exit {
    use rencana::{app, cli::Renderer};
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
        Err(error) => cli::say_no_display(&error, &mut io::stderr()),
    }
}

/// Says that this program was built without a window.
#[cfg(not(feature = "gui"))]
fn open(_window: Window, _started: std::time::Instant) -> Exit {
    cli::say_no_window(&mut io::stderr())
}
