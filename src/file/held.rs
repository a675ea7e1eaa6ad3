//! Files that say that whoever made them is alive: the operating system knows whether they are still held, however a program ended.
//!
//! Others can read such a file. On Windows a lock on bytes would keep everybody from writing them, the owner too; there the file is
//! opened so that nobody else can write or remove it, and it goes when it is closed.

use std::{fs::File, io, path::Path};

/// Whether a held file is removed by the system when it is closed.
pub(super) const GOES_WHEN_CLOSED: bool = cfg!(windows);

/// Makes a file and holds it until it is closed.
///
/// # Errors
/// When there is one already, or none can be made.
#[cfg(not(windows))]
pub(super) fn create(path: &Path) -> io::Result<File> {
    let file = File::options().write(true).read(true).create_new(true).open(path)?;
    // Where files cannot be locked, its age tells.
    let _ = file.try_lock_shared();
    Ok(file)
}

/// Makes a file and holds it until it is closed.
///
/// # Errors
/// When there is one already, or none can be made.
#[cfg(windows)]
pub(super) fn create(path: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const FILE_SHARE_READ: u32 = 1;
    const FILE_ATTRIBUTE_HIDDEN: u32 = 2;
    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    File::options()
        .write(true)
        .read(true)
        .create_new(true)
        .share_mode(FILE_SHARE_READ)
        .attributes(FILE_ATTRIBUTE_HIDDEN)
        .custom_flags(FILE_FLAG_DELETE_ON_CLOSE)
        .open(path)
}

/// Whether somebody on this machine holds a file.
#[cfg(not(windows))]
pub(super) fn is_held(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock)))
}

/// Whether somebody holds a file.
#[cfg(windows)]
pub(super) fn is_held(path: &Path) -> bool {
    File::options().write(true).open(path).is_err_and(|e| super::disk::is_in_use(&e))
}
