//! Copies of a plan that shared folders put beside it when two people save at one time (`reliability` 4.5).

use super::EXTENSION;
use std::path::{Path, PathBuf};

/// More copies than this beside one plan are not looked at.
const MOST: usize = 12;

/// The files beside a plan whose names say that they are copies of it, or that it is a copy of them, in the order of their names.
///
/// Whether they hold the same plan only their ids tell.
#[must_use]
pub fn beside(path: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|n| n.to_str())) else {
        return Vec::new();
    };
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_copy = |other: &str| other != name && (is_copy_of(name, other) || is_copy_of(other, name));
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found: Vec<PathBuf> =
        names.filter(|other| is_copy(other)).map(|other| folder.join(other)).collect();
    found.sort();
    found.truncate(MOST);
    found
}

/// The name under which a version of a plan is kept that somebody else saved in the same instant: marked as programs for shared folders do
/// it, so that it is found and can be joined, here and on every other computer.
#[must_use]
pub fn name_for(path: &Path, mark: &str) -> PathBuf {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = format!(".{EXTENSION}");
    let stem = name.strip_suffix(&ending);
    let (stem, ending) = stem.map_or((name.as_str(), ""), |stem| (stem, ending.as_str()));
    path.with_file_name(format!("{stem} (conflicted copy {mark}){ending}"))
}

/// Whether a name is that of a copy which a program for shared folders makes of a plan of this name.
fn is_copy_of(name: &str, other: &str) -> bool {
    let ending = format!(".{EXTENSION}");
    let Some(stem) = name.len().checked_sub(ending.len()).filter(|at| name.is_char_boundary(*at)) else {
        return false;
    };
    let (stem, end) = name.split_at(stem);
    let Some(rest) = other.strip_prefix(stem).filter(|_| end.eq_ignore_ascii_case(&ending)) else {
        return false;
    };
    // Some programs put their mark before the whole ending, some before its last part.
    let strip = |rest: &str, start: &str, end: &str| {
        let small = rest.to_ascii_lowercase();
        let is_long = rest.len() >= start.len() + end.len();
        (is_long && small.starts_with(start) && small.ends_with(end))
            .then(|| rest[start.len()..rest.len() - end.len()].to_owned())
    };
    [strip(rest, "", &ending), strip(rest, ".plan", ".ron")].into_iter().flatten().any(|mark| is_mark(&mark))
}

/// Whether a piece of a name is what such a program adds.
fn is_mark(mark: &str) -> bool {
    let small = mark.to_lowercase();
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    // Dropbox, Nextcloud, Seafile: words in brackets, in the language of the system. Google Drive: a number in them.
    if let Some(inside) =
        small.trim_start_matches(['_', ' ']).strip_prefix('(').and_then(|m| m.strip_suffix(')'))
    {
        return is_number(inside) || ["conflict", "konflik", "conflit"].iter().any(|w| inside.contains(w));
    }
    // Syncthing: .sync-conflict-20170803-140211-ABCDEFG. iCloud: a number behind a space.
    if small.starts_with(".sync-conflict-") || small.strip_prefix(' ').is_some_and(is_number) {
        return true;
    }
    // OneDrive: the name of the computer, and a number if there are more.
    let Some(host) = mark.strip_prefix('-') else { return false };
    let host = match host.rsplit_once('-') {
        Some((host, number)) if is_number(number) => host,
        _ => host,
    };
    let is_name = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_usual =
        ["desktop-", "laptop-", "-pc", "-laptop"].iter().any(|part| host.to_lowercase().contains(part));
    let is_capital = host.len() >= 4 && host.bytes().all(|b| !b.is_ascii_lowercase());
    is_name && (is_usual || is_capital && host.bytes().any(|b| b.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        let check = |other: &str, expected: bool| {
            assert_eq!(is_copy_of("weaving.plan.ron", other), expected, "{other}");
        };
        for copy in [
            "weaving (Amina's conflicted copy 2017-08-03).plan.ron",
            "weaving.plan (Amina's conflicted copy 2017-08-03).ron",
            "weaving.plan (conflicted copy 2017-08-03 140211).ron",
            "weaving (salinan konflik Amina 2017-08-03).plan.ron",
            "weaving (Case Conflict).plan.ron",
            "weaving (1).plan.ron",
            "weaving.plan (2).ron",
            "weaving 2.plan.ron",
            "weaving.plan.sync-conflict-20170803-140211-ABCDEFG.ron",
            "weaving-FIELD-LAPTOP.plan.ron",
            "weaving.plan-DESKTOP-7QK2.ron",
            "weaving-DESKTOP-7QK2-2.plan.ron",
            "weaving-amina-pc.plan.ron",
        ] {
            check(copy, true);
        }
        for other in [
            "weaving.plan.ron",
            "weaving-v2.plan.ron",
            "weaving-final.plan.ron",
            "weaving (for the minister).plan.ron",
            "weaving in Palpa.plan.ron",
            "weaving-DESKTOP-7QK2.pdf",
            "dyeing (1).plan.ron",
            "weaving.plan.pdf",
            ".~lock.weaving.plan.ron#",
        ] {
            check(other, false);
        }
        assert!(!is_copy_of("weaving", "weaving (1).plan.ron"));
        assert!(is_copy_of("बुनाई.plan.ron", "बुनाई (1).plan.ron"));
    }

    #[test]
    fn a_version_of_the_same_instant_has_the_name_of_a_copy() {
        let named = name_for(Path::new("/a/बुनाई.plan.ron"), "0123abcd");
        assert_eq!(named, Path::new("/a/बुनाई (conflicted copy 0123abcd).plan.ron"));
        assert!(is_copy_of("बुनाई.plan.ron", named.file_name().unwrap().to_str().unwrap()));
        assert_eq!(name_for(Path::new("notes.txt"), "1"), Path::new("notes.txt (conflicted copy 1)"));
    }

    #[test]
    fn copies_beside_a_plan_are_found_from_both_ends() {
        let folder = std::env::temp_dir().join(format!("rencana copies {}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let names = ["a.plan.ron", "a (1).plan.ron", "b.plan.ron", "notes.txt"];
        names.iter().for_each(|name| std::fs::write(folder.join(name), "x").unwrap());
        assert_eq!(beside(&folder.join("a.plan.ron")), [folder.join("a (1).plan.ron")]);
        assert_eq!(beside(&folder.join("a (1).plan.ron")), [folder.join("a.plan.ron")]);
        assert!(beside(&folder.join("b.plan.ron")).is_empty());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
