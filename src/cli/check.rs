//! `rencana check`: what is wrong or weak in plans.

use super::{
    Exit, Screen,
    args::{CheckArgs, Telling},
    input::{self, Unreadable},
};
use crate::{
    file::{Note, Spot},
    locale::Words,
};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(args: &CheckArgs, words: &Words, screen: &mut Screen<'_>) -> Exit {
    let mut exit = Exit::Clean;
    let mut told = Vec::new();
    for path in &args.files {
        let checked = Checked::new(path);
        exit = exit.max(checked.exit());
        match args.format {
            Telling::Text => checked.tell(path, words, screen),
            Telling::Json => told.push(checked.as_json(path)),
        }
    }
    if args.format == Telling::Json {
        match serde_json::to_string_pretty(&Answer { files: told }) {
            Ok(json) => screen.say_json(&json),
            Err(error) => {
                screen.warn(&error.to_string());
                return Exit::Failed;
            }
        }
    }
    exit
}

/// A file and what is to be said about it.
enum Checked {
    Unreadable(Unreadable),
    Read { notes: Vec<Note> },
}

impl Checked {
    fn new(path: &Path) -> Self {
        match input::open(path) {
            Ok(input) => Self::Read { notes: input.opened.notes },
            Err(unreadable) => Self::Unreadable(unreadable),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Unreadable(_) => Exit::Failed,
            Self::Read { .. } => Exit::Clean,
        }
    }

    fn tell(&self, path: &Path, words: &Words, screen: &mut Screen<'_>) {
        match self {
            Self::Unreadable(unreadable) => screen.warn(&unreadable.render(path, words)),
            Self::Read { notes } => {
                for note in notes {
                    let said = words.with("cli-note", &[input::named(path), ("note", note.render().into())]);
                    screen.say(&said);
                }
            }
        }
    }

    fn as_json(&self, path: &Path) -> FileJson {
        let file = path.display().to_string();
        match self {
            Self::Unreadable(Unreadable { problem: p, rescuable_rows }) => FileJson {
                file,
                problem: Some(SaidJson::new(p.kind.words(), p.spot.as_ref(), &p.path, &p.message, &p.hint)),
                rescuable_rows: Some(*rescuable_rows),
                notes: Vec::new(),
            },
            Self::Read { notes } => FileJson {
                file,
                problem: None,
                rescuable_rows: None,
                notes: notes
                    .iter()
                    .map(|n| SaidJson::new(n.kind.words(), n.spot.as_ref(), &n.path, &n.message, &n.hint))
                    .collect(),
            },
        }
    }
}

#[derive(Serialize)]
struct Answer {
    files: Vec<FileJson>,
}

#[derive(Serialize)]
struct FileJson {
    file: String,
    /// Why it could not be opened.
    problem: Option<SaidJson>,
    /// How many rows of a file that could not be opened are still whole.
    rescuable_rows: Option<usize>,
    /// What was repaired, set aside or kept.
    notes: Vec<SaidJson>,
}

/// A problem or a note.
#[derive(Serialize)]
struct SaidJson {
    kind: &'static str,
    line: Option<usize>,
    column: Option<usize>,
    path: String,
    message: String,
    hint: String,
}

impl SaidJson {
    /// The kind is the key of its explanation without its first word: `problem-not-utf8` is `not-utf8`.
    fn new(key: &'static str, spot: Option<&Spot>, path: &str, message: &str, hint: &str) -> Self {
        Self {
            kind: key.split_once('-').map_or(key, |(_, kind)| kind),
            line: spot.map(|s| s.line),
            column: spot.map(|s| s.column),
            path: path.to_owned(),
            message: message.to_owned(),
            hint: hint.to_owned(),
        }
    }
}
