//! What a file holds beside the plan: remarks by hand, fields and items this version does not know, values that do not fit.
//!
//! They belong to the opened file, not to the plan: the writer puts them back where they stood.

use std::collections::BTreeMap;

/// What is kept beside a plan. Made by [`super::read`], used by [`super::write`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    /// The version of the format, when the file names a newer one than this program knows.
    pub(super) schema: Option<u32>,
    /// Remarks and attributes above the plan.
    pub(super) top: Vec<String>,
    /// Remarks below the plan.
    pub(super) bottom: Vec<String>,
    /// By path, such as `activities/3k9.../start`.
    pub(super) kept: BTreeMap<String, Kept>,
}

/// What is kept at one path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Remarks above it.
    pub before: Vec<String>,
    /// The remark behind it on its line.
    pub behind: Option<String>,
    /// Remarks before its closing bracket.
    pub end: Vec<String>,
    /// Fields or items inside it that are kept as they are.
    pub unknown: Vec<Unknown>,
    /// Its value in the file, when that does not fit.
    pub unfit: Option<Unfit>,
}

/// A field or item that is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The name as written; empty for an item of a list.
    pub name: String,
    /// The value as written.
    pub raw: String,
    pub before: Vec<String>,
    pub behind: Option<String>,
    /// Where it stood, for the note about it; 0 afterwards.
    pub at: usize,
}

/// A value that does not fit its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unfit {
    /// The value as written. It is written back as long as nobody gives the field a value.
    pub raw: String,
    /// What would be written for the value that the plan got instead; empty for none.
    pub instead: String,
    /// Where it stood, for the note about it; 0 afterwards.
    pub at: usize,
}

impl Kept {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Extras {
    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The version of the format that the file names, when it is newer than this program.
    #[must_use]
    pub fn newer_schema(&self) -> Option<u32> {
        self.schema
    }

    /// How many remarks by hand are kept.
    #[must_use]
    pub fn remarks(&self) -> usize {
        let here = |k: &Kept| {
            let unknown: usize =
                k.unknown.iter().map(|u| u.before.len() + usize::from(u.behind.is_some())).sum();
            k.before.len() + k.end.len() + usize::from(k.behind.is_some()) + unknown
        };
        self.top.len() + self.bottom.len() + self.kept.values().map(here).sum::<usize>()
    }

    pub(super) fn at(&self, path: &str) -> Option<&Kept> {
        self.kept.get(path)
    }

    /// Whether anything is kept inside the value at a path.
    pub(super) fn touches_inside(&self, path: &str) -> bool {
        let start = format!("{path}/");
        let inside = |k: &Kept| !k.end.is_empty() || !k.unknown.is_empty();
        self.kept.get(path).is_some_and(inside)
            || self.kept.range(start.clone()..).next().is_some_and(|(key, _)| key.starts_with(&start))
    }
}
