//! What is asked of the desktop: to show a file with its own program.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// Opens a file or a folder with the program that the system has for it. Says whether the system took it.
///
/// Only paths that this program has just written are given here, never one from a plan.
pub fn open(path: &Path) -> bool {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let child = Command::new(program)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match child {
        Ok(mut child) => {
            // Somebody has to wait for it, or it stays as a shadow of a process.
            let _ = std::thread::Builder::new().name("opened file".into()).spawn(move || child.wait());
            true
        }
        Err(_) => false,
    }
}
