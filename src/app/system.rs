//! What is asked of the desktop: to show a file with its own program, the language, to say something when there is no window.

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

/// The language of the system, as a tag such as `id-ID`: where variables name one, else where the system has another place for it.
pub fn language() -> Option<String> {
    let named = |name: &str| std::env::var(name).ok().filter(|tag| !tag.is_empty());
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(named);
    #[cfg(any(windows, target_vendor = "apple"))]
    let named = named.or_else(sys_locale::get_locale);
    named
}

/// Says why there is no window to somebody who has no terminal to read it in.
#[cfg(windows)]
pub fn say(text: &str) {
    let _ = rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Rencana")
        .set_description(text)
        .show();
}
