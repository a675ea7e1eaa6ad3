//! `rencana fmt`: plans in their usual form.

use super::{Exit, Screen, args::FmtArgs, input};
use crate::{
    file::{self, disk},
    locale::Words,
};
use std::path::Path;

pub(super) fn run(args: &FmtArgs, words: &Words, screen: &mut Screen<'_>) -> Exit {
    args.files.iter().map(|path| one(path, args.check, words, screen)).max().unwrap_or(Exit::Clean)
}

fn one(path: &Path, only_check: bool, words: &Words, screen: &mut Screen<'_>) -> Exit {
    let input = match input::open(path) {
        Ok(input) => input,
        Err(unreadable) => {
            screen.warn(&unreadable.render(path, words));
            return Exit::Failed;
        }
    };
    for note in input.opened.notes.iter().filter(|n| n.kind.needs_eyes()) {
        screen.warn(&format!("{}: {}", path.display(), note.render()));
    }
    let text = match file::write(&input.opened.plan, &input.opened.extras) {
        Ok(text) => text,
        Err(problem) => {
            screen.warn(&format!("{}: {problem}", path.display()));
            return Exit::Failed;
        }
    };
    if text.as_bytes() == input.bytes {
        return Exit::Clean;
    }
    if only_check {
        screen.say(&words.with("cli-would-change", &[input::named(path)]));
        return Exit::Findings;
    }
    match disk::save(path, text.as_bytes(), Some(&input.fingerprint)) {
        disk::Outcome::Conflict(_) => {
            screen.warn(&words.with("cli-changed-meanwhile", &[input::named(path)]));
            Exit::Failed
        }
        disk::Outcome::Failed(failure) => {
            screen.warn(&failure.to_string());
            Exit::Failed
        }
        disk::Outcome::SavedBeside(_, other) => {
            screen.warn(&words.with(
                "cli-saved-beside",
                &[input::named(path), ("other", other.display().to_string().into())],
            ));
            Exit::Findings
        }
        _ => {
            screen.say(&words.with("cli-formatted", &[input::named(path)]));
            Exit::Clean
        }
    }
}
