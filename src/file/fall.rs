//! A few lines that the program leaves when it falls over, for the next start to tell. Nothing of a plan is in them.

use super::disk::{Failure, Fs as _, Outcome, RealFs, save};
use super::private::make_private;
use serde::{Deserialize, Serialize};
use std::{fs, io, path::Path};

/// A fall of the program: a mistake of its own ended it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Fall {
    /// When, in seconds since 1970.
    pub seconds: u64,
    /// Where in the source: file, line and column. What the mistake said may hold words of a plan, and is left out.
    pub place: String,
    /// The version of the program.
    pub version: String,
}

const NAME: &str = "fall.ron";
/// No honest one is longer.
const LIMIT: u64 = 4096;

impl Fall {
    /// Leaves it in a data folder.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn leave(&self, data_folder: &Path) -> Result<(), Failure> {
        let path = data_folder.join(NAME);
        let unwritten = |e: &io::Error| Failure::new(e, &path, 0);
        make_private(data_folder).map_err(|e| unwritten(&e))?;
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new())
            .map_err(|e| unwritten(&io::Error::other(e.to_string())))?;
        match save(&path, text.as_bytes(), None) {
            Outcome::Failed(failure) => Err(failure),
            _ => Ok(()),
        }
    }

    /// Takes it out of a data folder: it is told once. Nothing when the last run did not fall.
    #[must_use]
    pub fn take(data_folder: &Path) -> Option<Self> {
        let path = data_folder.join(NAME);
        let bytes = RealFs.read(&path, LIMIT).ok()?;
        let _ = fs::remove_file(&path);
        Some(ron::de::from_bytes(&bytes).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::tests::Scratch;
    use super::*;

    #[test]
    fn a_fall_is_told_once_whatever_its_file_holds() {
        let data = Scratch::new();
        assert_eq!(Fall::take(&data.0), None);
        let fall = Fall { seconds: 5, place: "src/a.rs:1:2".into(), version: "0.1.0".into() };
        fall.leave(&data.0).unwrap();
        assert_eq!(Fall::take(&data.0), Some(fall));
        assert_eq!(Fall::take(&data.0), None);
        fs::write(data.0.join(NAME), [0xff, b'(', 0]).unwrap();
        assert_eq!(Fall::take(&data.0), Some(Fall::default()));
    }
}
