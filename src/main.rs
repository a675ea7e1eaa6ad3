//! Starts the window or the command line.

use rencana::cli::{self, Asked, Exit, Window};
use std::{
    io::{self, BufWriter},
    process::ExitCode,
};

fn main() -> ExitCode {
    let (mut out, mut err) = (BufWriter::new(io::stdout()), io::stderr());
    match cli::run(std::env::args_os(), &mut out, &mut err) {
        Asked::Done(exit) => exit.into(),
        Asked::Window(window) => open(&window).into(),
    }
}

/// Opens the window, and comes back when it is closed.
fn open(_window: &Window) -> Exit {
    cli::say_no_window(&mut io::stderr())
}
