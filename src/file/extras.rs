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
    /// The remarks of people, in order, without those at what this version does not know.
    pub(super) fn remarks(&self) -> impl Iterator<Item = &String> {
        self.before.iter().chain(&self.end).chain(&self.behind)
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Kept {
    fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut before = merged_list(&base.before, &mine.before, &theirs.before);
        let (behind, other) = merged_one(&base.behind, &mine.behind, &theirs.behind);
        before.extend(other);
        let (unfit, _) = merged_one(&base.unfit, &mine.unfit, &theirs.unfit);
        Self {
            before,
            behind,
            end: merged_list(&base.end, &mine.end, &theirs.end),
            unknown: merged_unknown(&base.unknown, &mine.unknown, &theirs.unknown),
            unfit,
        }
    }
}

/// A list in which each copy added and took away: mine without what they took away, and with what they added.
fn merged_list<T: Clone + PartialEq>(base: &[T], mine: &[T], theirs: &[T]) -> Vec<T> {
    let stays = mine.iter().filter(|one| theirs.contains(one) || !base.contains(one));
    let new = theirs.iter().filter(|one| !mine.contains(one) && !base.contains(one));
    stays.chain(new).cloned().collect()
}

/// One thing: that of the copy that changed it; mine, and the other beside it, when both did.
fn merged_one<T: Clone + PartialEq>(
    base: &Option<T>,
    mine: &Option<T>,
    theirs: &Option<T>,
) -> (Option<T>, Option<T>) {
    if mine == base {
        (theirs.clone(), None)
    } else if theirs == base || theirs == mine {
        (mine.clone(), None)
    } else if mine.is_none() {
        (theirs.clone(), None)
    } else {
        (mine.clone(), theirs.clone())
    }
}

fn merged_unknown(base: &[Unknown], mine: &[Unknown], theirs: &[Unknown]) -> Vec<Unknown> {
    // Items without a name are what they say; fields are known by their names.
    let items = |all: &[Unknown]| all.iter().filter(|u| u.name.is_empty()).cloned().collect::<Vec<_>>();
    let field = |all: &[Unknown], name: &str| all.iter().find(|u| u.name == name).cloned();
    let mut merged = merged_list(&items(base), &items(mine), &items(theirs));
    let mut names: Vec<&str> = Vec::new();
    for unknown in mine.iter().chain(theirs).filter(|u| !u.name.is_empty()) {
        if !names.contains(&unknown.name.as_str()) {
            names.push(&unknown.name);
        }
    }
    for name in names {
        let (kept, other) = merged_one(&field(base, name), &field(mine, name), &field(theirs, name));
        let Some(mut kept) = kept else { continue };
        if let Some(other) = other.filter(|other| other.raw != kept.raw) {
            // A value over several lines, or with remarks of its own, becomes one remark a line.
            let text = format!("{name}: {}", other.raw);
            kept.before.extend(text.lines().map(|line| format!("// {}", line.trim())));
        }
        merged.push(kept);
    }
    merged
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

    /// What the files of two copies hold beside the plan, joined: what only one copy changed is taken. Where both did, nothing is lost:
    /// remarks of both stay, and an unknown field that both changed keeps my value, with the other in a remark above it.
    #[must_use]
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        if theirs == base || mine == theirs {
            return mine.clone();
        }
        if mine == base {
            return theirs.clone();
        }
        let none = Kept::default();
        let paths: std::collections::BTreeSet<_> = mine.kept.keys().chain(theirs.kept.keys()).collect();
        let kept = paths.into_iter().filter_map(|path| {
            let of = |extras: &'_ Self| extras.kept.get(path).cloned();
            let kept = [base, mine, theirs].map(|extras| of(extras).unwrap_or_else(|| none.clone()));
            Some((path.clone(), Kept::merged(&kept[0], &kept[1], &kept[2])))
                .filter(|(_, kept)| !kept.is_empty())
        });
        Self {
            schema: mine.schema.max(theirs.schema),
            top: merged_list(&base.top, &mine.top, &theirs.top),
            bottom: merged_list(&base.bottom, &mine.bottom, &theirs.bottom),
            kept: kept.collect(),
        }
    }

    pub(super) fn at(&self, path: &str) -> Option<&Kept> {
        self.kept.get(path)
    }

    /// Whether anything is kept inside the value at a path.
    pub(super) fn touches_inside(&self, path: &str) -> bool {
        let inside = |k: &Kept| !k.end.is_empty() || !k.unknown.is_empty();
        self.kept.get(path).is_some_and(inside) || self.inside(path).next().is_some()
    }

    /// What is kept below a path, each with the rest of its path.
    pub(super) fn inside(&self, path: &str) -> impl Iterator<Item = (&str, &Kept)> {
        let start = format!("{path}/");
        self.kept.range(start.clone()..).map_while(move |(key, kept)| Some((key.strip_prefix(&start)?, kept)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, write};
    use super::*;

    /// The file that comes of three states of one, in which the lines differ that stand here.
    fn merged(base: &str, mine: &str, theirs: &str) -> String {
        let file = |lines: &str| {
            format!(
                "// Rencana action plan, schema 1\n(schema: 1, id: \"1\", identity: (country: \"NP\",\n{lines}\n),)"
            )
        };
        let [base, mine, theirs] = [base, mine, theirs].map(|lines| read(file(lines).as_bytes()).unwrap());
        let extras = Extras::merged(&base.extras, &mine.extras, &theirs.extras);
        let text = write(&mine.plan, &extras).unwrap();
        let lines = text.lines().skip_while(|l| !l.contains("identity")).skip(1).take_while(|l| *l != "  ),");
        lines.map(str::trim).filter(|l| !l.starts_with("country")).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_stands_beside_a_plan_merges() {
        let check = |base: &str, mine: &str, theirs: &str, expected: &str| {
            assert_eq!(merged(base, mine, theirs), expected, "{base} / {mine} / {theirs}");
        };
        // Remarks: what one wrote comes, what one deleted goes.
        check("// a", "// a\n// b", "// a\n// c", "// a|// b|// c");
        check("// a\n// b", "// b", "// a\n// b\n// c", "// b|// c");
        // Fields that nobody here knows.
        check("", "mood: 1,", "wind: 2,", "mood: 1,|wind: 2,");
        check("mood: 1,", "mood: 1,", "mood: 2,", "mood: 2,");
        check("mood: 1,", "mood: 3,", "mood: 1,", "mood: 3,");
        check("mood: 1,", "mood: 3,", "mood: 2,", "// mood: 2|mood: 3,");
        check("mood: 1,", "", "mood: 1,", "");
        check("mood: 1,", "", "mood: 2,", "mood: 2,");
    }
}
