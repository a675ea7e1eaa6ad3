//! Where the program keeps what is not a plan: settings, recovery, packs of the user.

use super::disk;
use crate::pack::{PackProblem, Packs};
use std::path::{Path, PathBuf};

/// The folder for settings, recovery and packs of the user; none where the system names none.
///
/// `RENCANA_DATA` names another one, for a stick or a test.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("RENCANA_DATA").filter(|n| !n.is_empty()) {
        return Some(named.into());
    }
    directories::ProjectDirs::from("org", "rencana", "Rencana").map(|d| d.data_dir().to_path_buf())
}

/// The shipped packs with those in `packs` of a data folder, and what could not be used of these.
#[must_use]
pub fn packs(data_folder: Option<&Path>) -> (Packs, Vec<PackProblem>) {
    let own = data_folder.map(|f| disk::folder_files(&f.join("packs"), "ron")).unwrap_or_default();
    Packs::builtin().with_user(own)
}
