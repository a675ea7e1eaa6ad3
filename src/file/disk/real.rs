//! The file system of this machine.

use super::{Fs, Stat};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealFs;

/// A save waits for another one in the same folder: so often for so long, two seconds in all.
const TRIES: usize = 400;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// What runs of this program lock while they replace a file in a folder: the folder itself, which leaves nothing behind.
#[cfg(unix)]
fn lock_file(folder: &Path) -> Option<File> {
    File::open(folder).ok()
}

/// What runs of this program lock while they replace a file in a folder. Windows locks no folders: a file of this computer with its name.
#[cfg(not(unix))]
fn lock_file(folder: &Path) -> Option<File> {
    let named = fs::canonicalize(folder).ok()?;
    let hash = blake3::hash(named.as_os_str().as_encoded_bytes()).to_hex();
    let path = std::env::temp_dir().join(format!("rencana-{}.lock", &hash[..16]));
    OpenOptions::new().write(true).create(true).truncate(false).open(path).ok()
}

impl Fs for RealFs {
    type File = File;
    type Hold = File;

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

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn hold(&self, folder: &Path) -> Option<File> {
        let file = lock_file(folder)?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Some(file),
                Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_TRIES),
                Err(TryLockError::Error(_)) => break,
            }
        }
        None
    }

    #[cfg(unix)]
    fn free_bytes(&self, folder: &Path) -> Option<u64> {
        let disk = rustix::fs::statvfs(folder).ok()?;
        disk.f_bavail.checked_mul(disk.f_frsize)
    }

    #[cfg(windows)]
    fn free_bytes(&self, folder: &Path) -> Option<u64> {
        // The name of a network folder must end as a folder.
        let (folder, mut free) = (folder.join(""), 0);
        winsafe::GetDiskFreeSpaceEx(Some(folder.to_str()?), Some(&mut free), None, None).ok()?;
        Some(free)
    }

    #[cfg(not(any(unix, windows)))]
    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        None
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
        std::thread::sleep(Duration::from_millis(50));
    }

    fn patience(&self) -> u32 {
        if cfg!(windows) { 10 } else { 0 }
    }
}
