//! What a folder shows to somebody who looks for a file.

use std::{
    io,
    path::{Path, PathBuf},
};

/// A folder or a file in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Whether it can be entered.
    pub is_folder: bool,
}

/// The folders in a folder, then its files that have one of these endings, each by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn list(folder: &Path, endings: &[String], with_hidden: bool) -> io::Result<Vec<Entry>> {
    let has_ending = |name: &str| {
        let name = name.to_lowercase();
        endings.iter().any(|ending| name.ends_with(&format!(".{}", ending.to_lowercase())))
    };
    let mut all: Vec<Entry> = std::fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|found| {
            let (name, path) = (found.file_name().to_string_lossy().into_owned(), found.path());
            Entry { name, is_folder: path.is_dir(), path }
        })
        .filter(|entry| with_hidden || !entry.name.starts_with('.'))
        .filter(|entry| entry.is_folder || has_ending(&entry.name))
        .collect();
    all.sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_files_by_their_endings() {
        let folder = std::env::temp_dir().join(format!("rencana-folder-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        for name in ["z", ".hidden"] {
            std::fs::create_dir_all(folder.join(name)).unwrap();
        }
        for name in ["b.plan.ron", "A.PLAN.RON", "c.ron", "برنامه.plan.ron", ".d.plan.ron"] {
            std::fs::write(folder.join(name), "").unwrap();
        }
        let names = |with_hidden| -> Vec<String> {
            let all = list(&folder, &["plan.ron".to_owned()], with_hidden).unwrap();
            all.into_iter().map(|entry| entry.name).collect()
        };
        assert_eq!(names(false), ["z", "A.PLAN.RON", "b.plan.ron", "برنامه.plan.ron"]);
        assert_eq!(names(true).len(), 6);
        assert!(list(&folder.join("none"), &[], true).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
