//! Plans from files, for every command.

use crate::{
    file::{self, Opened, Problem, ProblemKind, disk},
    locale::{Arg, Words},
};
use std::path::Path;

/// A plan file as it was read.
pub(super) struct Input {
    /// What it holds.
    pub opened: Opened,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// For saving over it.
    pub fingerprint: disk::Fingerprint,
}

/// Why a file could not be opened, and what is left of it.
pub(super) struct Unreadable {
    pub problem: Box<Problem>,
    /// How many rows of it are still whole.
    pub rescuable_rows: usize,
}

/// Reads a plan file.
pub(super) fn open(path: &Path) -> Result<Input, Unreadable> {
    let (bytes, fingerprint) =
        disk::load_large(path).map_err(|problem| Unreadable { problem, rescuable_rows: 0 })?;
    match file::read(&bytes) {
        Ok(opened) => Ok(Input { opened, bytes, fingerprint }),
        Err(problem) => {
            let rescuable_rows = file::rescue(&bytes).map_or(0, |opened| file::rows(&opened.plan));
            Err(Unreadable { problem, rescuable_rows })
        }
    }
}

impl Unreadable {
    /// What is printed about it.
    pub fn render(&self, path: &Path, words: &Words) -> String {
        let problem = self.problem.render();
        // The operating system's refusals name the file already.
        let mut said = match self.problem.kind {
            ProblemKind::Unreadable => problem,
            _ => format!("{}: {problem}", path.display()),
        };
        if self.rescuable_rows > 0 {
            said += "\n";
            said += &words.with("cli-could-be-rescued", &[("count", self.rescuable_rows.into())]);
        }
        said
    }
}

/// A path among the values of a sentence.
pub(super) fn named(path: &Path) -> (&'static str, Arg) {
    ("file", path.display().to_string().into())
}

/// Whether two paths stand for one file.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}
