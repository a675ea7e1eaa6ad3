//! The few things a save asks of a file system, so that tests can let each of them fail.

use std::{io, path::Path, path::PathBuf, time::SystemTime};

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// Whether it is a usual file.
    pub is_file: bool,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is marked read-only.
    pub is_read_only: bool,
    /// Number of bytes.
    pub len: u64,
    /// When it was last written.
    pub modified: Option<SystemTime>,
}

/// A file system.
pub trait Fs {
    /// An open file.
    type File;

    /// What is held while a file is looked at and replaced; it is let go when it is dropped.
    type Hold;

    /// What stands at a path, links followed.
    ///
    /// # Errors
    /// When nothing does, or it cannot be asked.
    fn stat(&self, path: &Path) -> io::Result<Stat>;

    /// Where a symbolic link leads; nothing when there is no link.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn link_target(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// A new file; an error when there is one already.
    ///
    /// # Errors
    /// When it cannot be made.
    fn create_new(&self, path: &Path) -> io::Result<Self::File>;

    /// An existing file, to write over from its start, not cut.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open_over(&self, path: &Path) -> io::Result<Self::File>;

    /// Writes all bytes where the file stands.
    ///
    /// # Errors
    /// When not all arrived.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;

    /// Cuts the file to a length.
    ///
    /// # Errors
    /// When it cannot be cut.
    fn set_len(&self, file: &mut Self::File, len: u64) -> io::Result<()>;

    /// Gives the file the rights (and, where possible, the owner) of another.
    ///
    /// # Errors
    /// When it cannot have them.
    fn copy_rights(&self, from: &Path, file: &Self::File) -> io::Result<()>;

    /// Waits until the disk holds the file.
    ///
    /// # Errors
    /// When the disk does not confirm. The file must not be used any more then: a second try would succeed and lie.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// Puts a file in the place of another in one step.
    ///
    /// # Errors
    /// When it cannot be moved.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets two files change their names in one step.
    ///
    /// # Errors
    /// When they cannot: many network folders and old systems have no such step ([`io::ErrorKind::InvalidInput`],
    /// [`io::ErrorKind::Unsupported`]).
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Has other runs of this program wait before they replace a file in a folder. Nothing where that cannot be had, or another one
    /// does not let go: a save never waits for long.
    fn hold(&self, folder: &Path) -> Option<Self::Hold>;

    /// How many bytes a folder still takes; nothing where the system does not tell.
    fn free_bytes(&self, folder: &Path) -> Option<u64>;

    /// Waits until the disk holds the names of a folder.
    ///
    /// # Errors
    /// When the disk does not confirm.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Waits a little before the next try.
    fn pause(&self);

    /// How often a rename that is refused is tried again: on Windows, virus scanners and indexers hold files for moments.
    fn patience(&self) -> u32;
}
