//! The file system of this machine.

use super::{Fs, Stat};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFs;

/// How many bytes a folder still takes; nothing where the system does not tell.
#[cfg(unix)]
pub(super) fn free_bytes(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

/// Windows tells it only through calls that this program does not make.
#[cfg(not(unix))]
pub(super) fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}

impl Fs for RealFs {
    type File = File;

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let data = fs::metadata(path)?;
        Ok(Stat {
            is_file: data.is_file(),
            is_folder: data.is_dir(),
            is_read_only: data.permissions().readonly(),
            len: data.len(),
            modified: data.modified().ok(),
        })
    }

    fn link_target(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(path) {
            Ok(data) if data.is_symlink() => fs::read_link(path).map(Some),
            Ok(_) => Ok(None),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        // Room for all of it at once: growing would hold a large file twice.
        let room = file.metadata().map_or(0, |data| data.len()).min(limit);
        let mut bytes = Vec::with_capacity(usize::try_from(room).map_or(0, |room| room + 1));
        file.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create_new(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    fn open_over(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn set_len(&self, file: &mut File, len: u64) -> io::Result<()> {
        file.set_len(len)
    }

    fn copy_rights(&self, from: &Path, file: &File) -> io::Result<()> {
        let data = match fs::metadata(from) {
            Ok(data) => data,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(e) => return Err(e),
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, fchown};
            let mine = file.metadata()?;
            if (mine.uid(), mine.gid()) != (data.uid(), data.gid()) {
                // Only the owner and root may; the group alone is often allowed.
                let _ = fchown(file, Some(data.uid()), Some(data.gid()))
                    .or_else(|_| fchown(file, None, Some(data.gid())));
            }
        }
        match file.set_permissions(data.permissions()) {
            // FAT and some network folders have no rights to set.
            Err(e) if matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => {
                Ok(())
            }
            done => done,
        }
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        #[allow(clippy::disallowed_methods, reason = "the one place where a save puts the new file in")]
        fs::rename(from, to)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    /// Windows has no way to flush a folder; its file systems keep a journal of names.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn pause(&self) {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }

    fn patience(&self) -> u32 {
        if cfg!(windows) { 10 } else { 0 }
    }
}
