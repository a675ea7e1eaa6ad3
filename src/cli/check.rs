//! `rencana check`: what is wrong or weak in plans.

use super::{
    Exit, Screen,
    args::{CheckArgs, Telling},
    input::{self, Input, Unreadable},
};
use crate::{
    analysis::Derived,
    checks::{self, Findings, Severity, place_name},
    file::{Note, NoteKind, Opened, Spot},
    locale::Words,
    plan::{Field, Id, Plan},
};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(args: &CheckArgs, words: &Words, screen: &mut Screen<'_>) -> Exit {
    let mut exit = Exit::Clean;
    let mut counts = [0; Severity::ALL.len()];
    let mut told = Vec::new();
    for path in &args.files {
        let checked = Checked::new(path);
        exit = exit.max(checked.exit());
        for (count, severity) in counts.iter_mut().zip(Severity::ALL) {
            *count += checked.count(*severity);
        }
        match args.format {
            Telling::Text => checked.tell(path, words, screen),
            Telling::Json => told.push(checked.as_json(path, words)),
        }
    }
    let [errors, warnings, hints] = counts;
    match args.format {
        Telling::Text if args.files.len() > 1 => screen.say(&sum(counts, words)),
        Telling::Text => {}
        Telling::Json => match serde_json::to_string_pretty(&Answer { files: told, errors, warnings, hints })
        {
            Ok(json) => screen.say_json(&json),
            Err(error) => {
                screen.warn(&error.to_string());
                return Exit::Failed;
            }
        },
    }
    exit
}

/// "One error, 2 warnings, no hint".
fn sum(counts: [usize; Severity::ALL.len()], words: &Words) -> String {
    let count = |(count, severity): (usize, &Severity)| {
        words.with(&format!("cli-count-{}", severity.word()), &[("count", count.into())])
    };
    let said: Vec<_> = counts.into_iter().zip(Severity::ALL).map(count).collect();
    said.join(", ")
}

/// A file and what is to be said about it.
enum Checked {
    Unreadable(Unreadable),
    Read { notes: Vec<Note>, plan: Box<Plan>, derived: Box<Derived>, findings: Findings },
}

impl Checked {
    fn new(path: &Path) -> Self {
        match input::open(path) {
            Ok(Input { opened: Opened { plan, notes, .. }, .. }) => {
                let derived = Derived::new(&plan);
                let findings = checks::check(&plan, &derived);
                Self::Read { notes, plan: plan.into(), derived: derived.into(), findings }
            }
            Err(unreadable) => Self::Unreadable(unreadable),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Unreadable(_) => Exit::Failed,
            Self::Read { .. } if self.count(Severity::Error) > 0 => Exit::Findings,
            Self::Read { .. } => Exit::Clean,
        }
    }

    fn count(&self, severity: Severity) -> usize {
        match self {
            Self::Unreadable(_) => 0,
            Self::Read { findings, .. } => findings.count(severity),
        }
    }

    fn tell(&self, path: &Path, words: &Words, screen: &mut Screen<'_>) {
        match self {
            Self::Unreadable(unreadable) => screen.warn(&unreadable.render(path, words)),
            Self::Read { notes, plan, derived, findings } => {
                // That there are remarks by hand is no news to who wrote them.
                for note in notes.iter().filter(|n| n.kind != NoteKind::Remarks) {
                    let said = words.with("cli-note", &[input::named(path), ("note", note.render().into())]);
                    screen.say(&said);
                }
                for finding in findings.iter() {
                    let key = format!("cli-severity-{}", finding.severity.word());
                    let severity = words.get(&key);
                    let place = place_name(&finding.place, plan, derived, words);
                    let (message, hint) = (finding.message(words), finding.hint(words));
                    let file = path.display();
                    screen.say(&format!("{file}: {severity} {}: {place}: {message} — {hint}", finding.code));
                }
                let left = findings.silenced().len();
                if left > 0 {
                    let values = [input::named(path), ("count", left.into())];
                    screen.say(&words.with("cli-left-as-they-are", &values));
                }
                if findings.is_empty() {
                    screen.say(&words.with("cli-nothing-to-mend", &[input::named(path)]));
                }
            }
        }
    }

    fn as_json(&self, path: &Path, words: &Words) -> FileJson {
        let file = path.display().to_string();
        match self {
            Self::Unreadable(Unreadable { problem: p, rescuable_rows }) => FileJson {
                file,
                problem: Some(SaidJson::new(p.kind.words(), p.spot.as_ref(), &p.path, &p.message, &p.hint)),
                rescuable_rows: Some(*rescuable_rows),
                notes: Vec::new(),
                findings: Vec::new(),
            },
            Self::Read { notes, plan, derived, findings } => FileJson {
                file,
                problem: None,
                rescuable_rows: None,
                notes: notes
                    .iter()
                    .map(|n| SaidJson::new(n.kind.words(), n.spot.as_ref(), &n.path, &n.message, &n.hint))
                    .collect(),
                findings: findings
                    .iter()
                    .map(|d| FindingJson {
                        code: d.code,
                        severity: d.severity.word(),
                        block: d.place.block.word(),
                        row: d.place.row.map(|row| Id::<Plan>::from_bits(row).to_string()),
                        field: d.place.field.map(Field::name),
                        place: place_name(&d.place, plan, derived, words),
                        message: d.message(words),
                        hint: d.hint(words),
                    })
                    .collect(),
            },
        }
    }
}

#[derive(Serialize)]
struct Answer {
    files: Vec<FileJson>,
    /// How many findings of each severity there are in all files.
    errors: usize,
    warnings: usize,
    hints: usize,
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
    /// What is wrong or weak.
    findings: Vec<FindingJson>,
}

#[derive(Serialize)]
struct FindingJson {
    /// The code of the rule.
    code: &'static str,
    severity: &'static str,
    block: &'static str,
    /// The id of the row, when it is about one.
    row: Option<String>,
    /// The name of the field in the file, when it is about one.
    field: Option<&'static str>,
    /// The place in words.
    place: String,
    message: String,
    hint: String,
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
