//! The save, step by step.

use super::super::copies;
use super::{
    Changed, Failure, FailureKind, Fingerprint, Fs, Outcome, Stat, is_in_use, part_name, part_number,
};
use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// How many symbolic links are followed one after another.
const MAX_LINKS: usize = 16;
/// How often a new temporary file is tried when the system was interrupted or the disk did not confirm.
const TRIES: usize = 3;

/// Saves files on a file system.
///
/// After [`Outcome::Saved`] the new bytes are on the disk. After [`Outcome::Failed`] and [`Outcome::Conflict`] the old file is
/// untouched. If the program or the power goes at any moment, the file holds the old bytes or the new ones, whole. Rights and
/// symbolic links are kept; hard links are not.
///
/// Whoever says what the file is expected to hold never writes over anything else, however late it came: the new file changes names
/// with the old one in one step, and then it is looked at what came out. Where a file system has no such step, only other runs of this
/// program on the same computer are kept out, for the moment between the last look and the step.
#[derive(Debug)]
pub struct Saver<'f, F> {
    fs: &'f F,
    aside: Option<PathBuf>,
}

/// Why nothing was put in the place of the old file.
enum Stopped {
    /// The folder takes no new file, or the file cannot be replaced: writing over it may still work.
    TryOver(io::Error),
    Failed(io::Error),
    Changed(Changed),
}

/// How the new file came into its place.
enum Placed {
    /// Whatever stood there is gone.
    Over,
    /// It changed names with this file, which now holds what stood there.
    For(PathBuf),
}

impl<'f, F: Fs> Saver<'f, F> {
    /// A saver that never writes over an old file.
    #[must_use]
    pub fn new(fs: &'f F) -> Self {
        Self { fs, aside: None }
    }

    /// Where the folder of a file takes no new file, copies of the old and the new bytes go to `folder` first, and then the
    /// file is written over. A crash in between may tear the file, but both copies are whole.
    #[must_use]
    pub fn with_aside(mut self, folder: &Path) -> Self {
        self.aside = Some(folder.into());
        self
    }

    /// Saves bytes as a file; with `expected`, only when the file still holds what was expected.
    #[must_use]
    pub fn save(&self, path: &Path, bytes: &[u8], expected: Option<&Fingerprint>) -> Outcome {
        let fail = |error: &io::Error| Outcome::Failed(Failure::on(self.fs, error, path, bytes.len()));
        let target = match self.follow(path) {
            Ok(target) => target,
            Err(error) => return fail(&error),
        };
        let old = match self.fs.stat(&target) {
            Ok(stat) => Some(stat),
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            Err(error) => return fail(&error),
        };
        if let Some(stat) = old {
            if !stat.is_file {
                return fail(&ErrorKind::IsADirectory.into());
            }
            if stat.is_read_only {
                return Outcome::Failed(Failure::read_only(path));
            }
        }
        if let Some(expected) = expected {
            match self.look(&target, expected) {
                Ok(None) => {}
                Ok(Some(changed)) => return Outcome::Conflict(changed),
                Err(error) => return fail(&error),
            }
        }
        let folder = folder_of(&target);
        match self.replace(&target, &folder, bytes, expected) {
            Ok(placed) => self.finish(placed, &target, &folder, bytes, expected),
            Err(Stopped::Changed(changed)) => Outcome::Conflict(changed),
            Err(Stopped::Failed(error)) => fail(&error),
            Err(Stopped::TryOver(error)) => match (&self.aside, old) {
                (Some(aside), Some(old)) => self.over(path, &target, aside, old, bytes, expected),
                _ => fail(&error),
            },
        }
    }

    /// How the file differs from what is expected; one that another program holds is looked at again for a while.
    fn look(&self, target: &Path, expected: &Fingerprint) -> io::Result<Option<Changed>> {
        let mut tries = 0;
        loop {
            match changed(self.fs, target, expected) {
                Err(e) if is_in_use(&e) && tries < self.fs.patience() => {
                    tries += 1;
                    self.fs.pause();
                }
                seen => return seen,
            }
        }
    }

    /// The file that a path stands for, links followed.
    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        let mut at = path.to_path_buf();
        for _ in 0..MAX_LINKS {
            let Some(target) = self.fs.link_target(&at)? else { return Ok(at) };
            at = folder_of(&at).join(target);
        }
        Err(io::Error::other("the link leads in a circle"))
    }

    /// Writes a new file and puts it in the place of the old one.
    fn replace(
        &self,
        target: &Path,
        folder: &Path,
        bytes: &[u8],
        expected: Option<&Fingerprint>,
    ) -> Result<Placed, Stopped> {
        let mut tries = 0;
        let part = loop {
            tries += 1;
            match self.write_part(target, folder, bytes) {
                Ok(part) => break part,
                // A new file each time: after a failed sync the system may call the old one clean though it is not.
                Err(e) if tries < TRIES && may_pass(&e) => {}
                Err(e) if takes_no_file(&e) => return Err(Stopped::TryOver(e)),
                Err(e) => return Err(Stopped::Failed(e)),
            }
        };
        let stop = |stopped| {
            let _ = self.fs.remove(&part);
            Err(stopped)
        };
        let held = expected.and_then(|_| self.fs.hold(folder));
        if let Some(expected) = expected {
            // Again, as late as possible: writing took a while.
            match self.look(target, expected) {
                Ok(None) => {}
                Ok(Some(changed)) => return stop(Stopped::Changed(changed)),
                Err(error) => return stop(Stopped::Failed(error)),
            }
        }
        let (mut tries, mut can_exchange) = (0, expected.is_some());
        loop {
            tries += 1;
            let done = if can_exchange {
                self.fs.exchange(&part, target).map(|()| Placed::For(part.clone()))
            } else {
                self.fs.rename(&part, target).map(|()| Placed::Over)
            };
            match done {
                Ok(placed) => {
                    drop(held);
                    return Ok(placed);
                }
                Err(e) if can_exchange && cannot_exchange(&e) => (can_exchange, tries) = (false, 0),
                Err(e) if can_exchange && is_gone(&e) && self.fs.stat(target).is_err_and(|e| is_gone(&e)) => {
                    return stop(Stopped::Changed(Changed::Gone));
                }
                Err(e) if e.kind() == ErrorKind::Interrupted && tries < 10 => {}
                Err(e) if is_refused(&e) && tries <= self.fs.patience() => self.fs.pause(),
                Err(e) if is_refused(&e) || takes_no_file(&e) => return stop(Stopped::TryOver(e)),
                Err(e) => return stop(Stopped::Failed(e)),
            }
        }
    }

    /// A new file with these bytes beside the target, confirmed by the disk and read back.
    fn write_part(&self, target: &Path, folder: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let part = folder.join(part_name()?);
        let mut file = self.fs.create_new(&part)?;
        let written = (|| {
            self.fs.write(&mut file, bytes)?;
            self.fs.copy_rights(target, &file)?;
            self.fs.sync(&file)?;
            drop(file);
            let back = self.fs.read(&part, bytes.len() as u64 + 1)?;
            if back == bytes { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
        })();
        match written {
            Ok(()) => Ok(part),
            Err(error) => {
                let _ = self.fs.remove(&part);
                Err(error)
            }
        }
    }

    /// The new file is in its place; looks at what stood there, and asks the disk to confirm the names.
    fn finish(
        &self,
        placed: Placed,
        target: &Path,
        folder: &Path,
        bytes: &[u8],
        expected: Option<&Fingerprint>,
    ) -> Outcome {
        let (Placed::For(old), Some(expected)) = (placed, expected) else {
            return self.confirm(target, folder, bytes);
        };
        let is_expected = |bytes: &[u8]| expected.same_bytes(&Fingerprint::of(bytes, None));
        let mut found = self.fs.read(&old, expected.len + 1);
        if found.as_ref().is_err_and(may_pass) {
            found = self.fs.read(&old, expected.len + 1);
        }
        if found.is_ok_and(|found| is_expected(&found)) {
            let outcome = self.confirm(target, folder, bytes);
            // Not before the disk has the new one.
            let _ = self.fs.remove(&old);
            return outcome;
        }
        // Somebody saved after the last look: that is nobody's to throw away. It gets a name under which it is found and can be joined.
        let name = old.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = copies::name_for(target, part_number(&name).unwrap_or_default());
        let beside = match self.fs.rename(&old, &beside) {
            Ok(()) => beside,
            Err(_) => old,
        };
        match self.confirm(target, folder, bytes) {
            Outcome::Saved(now) => Outcome::SavedBeside(now, beside),
            other => other,
        }
    }

    /// The new file is in its place; asks the disk to confirm its name.
    fn confirm(&self, target: &Path, folder: &Path, bytes: &[u8]) -> Outcome {
        let modified = self.fs.stat(target).ok().and_then(|s| s.modified);
        let now = Fingerprint::of(bytes, modified);
        let mut tries = 0;
        loop {
            tries += 1;
            match self.fs.sync_folder(folder) {
                Ok(()) => return Outcome::Saved(now),
                Err(e) if e.kind() == ErrorKind::Interrupted && tries < 10 => {}
                Err(e) if cannot_sync_folders(&e) => return Outcome::Saved(now),
                Err(e) => return Outcome::SavedUnconfirmed(now, e.to_string().to_lowercase()),
            }
        }
    }

    /// Writes over the old file. Only when both the old and the new bytes are safe elsewhere.
    fn over(
        &self,
        path: &Path,
        target: &Path,
        aside: &Path,
        old: Stat,
        bytes: &[u8],
        expected: Option<&Fingerprint>,
    ) -> Outcome {
        let fail = |error: &io::Error| Outcome::Failed(Failure::on(self.fs, error, path, bytes.len()));
        let _held = self.fs.hold(&folder_of(target));
        let before = match self.fs.read(target, old.len + 1) {
            Ok(before) => before,
            Err(error) => return fail(&error),
        };
        if let Some(expected) = expected
            && !expected.same_bytes(&Fingerprint::of(&before, None))
        {
            return Outcome::Conflict(Changed::Bytes(Fingerprint::of(&before, old.modified)));
        }
        for copy in [&before[..], bytes] {
            let name = format!("{}.plan.ron", &Fingerprint::of(copy, None).hex()[..16]);
            let saved = Saver::new(self.fs).save(&aside.join(name), copy, None);
            if let Outcome::Failed(failure) = saved {
                return Outcome::Failed(failure);
            }
        }
        match self.write_over(target, bytes) {
            Ok(()) => {
                let modified = self.fs.stat(target).ok().and_then(|s| s.modified);
                Outcome::SavedInPlace(Fingerprint::of(bytes, modified))
            }
            Err(error) => {
                // Put the old bytes back, as well as it goes; their copy is safe in any case.
                let untouched = self.fs.read(target, old.len + 1).is_ok_and(|now| now == before);
                if !untouched && self.write_over(target, &before).is_err() {
                    return Outcome::Failed(Failure {
                        kind: FailureKind::Other,
                        message: format!("the file may be damaged now: {}", path.display()),
                        hint: format!("whole copies, old and new, are in {}", aside.display()),
                        room: None,
                    });
                }
                fail(&error)
            }
        }
    }

    fn write_over(&self, target: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.fs.open_over(target)?;
        self.fs.write(&mut file, bytes)?;
        self.fs.set_len(&mut file, bytes.len() as u64)?;
        self.fs.sync(&file)?;
        drop(file);
        let back = self.fs.read(target, bytes.len() as u64 + 1)?;
        if back == bytes { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
    }
}

/// How a file differs from what was expected.
pub(super) fn changed(fs: &impl Fs, path: &Path, expected: &Fingerprint) -> io::Result<Option<Changed>> {
    let stat = match fs.stat(path) {
        Ok(stat) => stat,
        Err(e) if is_gone(&e) => return Ok(Some(Changed::Gone)),
        Err(e) => return Err(e),
    };
    match fs.read(path, stat.len.max(expected.len) + 1) {
        Ok(bytes) => {
            let now = Fingerprint::of(&bytes, stat.modified);
            Ok((!now.same_bytes(expected)).then_some(Changed::Bytes(now)))
        }
        Err(e) if is_gone(&e) => Ok(Some(Changed::Gone)),
        Err(e) => Err(e),
    }
}

/// The folder of a file; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.into(),
        None => PathBuf::from("."),
    }
}

/// Errors after which a new file may fare better: a signal, a taken name, a disk that did not confirm.
fn may_pass(e: &io::Error) -> bool {
    const EIO: i32 = 5;
    matches!(e.kind(), ErrorKind::Interrupted | ErrorKind::AlreadyExists)
        || (cfg!(unix) && e.raw_os_error() == Some(EIO))
}

fn is_gone(e: &io::Error) -> bool {
    e.kind() == ErrorKind::NotFound
}

/// Errors of a system or a file system in which files cannot change names in one step.
fn cannot_exchange(e: &io::Error) -> bool {
    matches!(e.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied)
}

/// Errors of a folder that takes no new file though its files may be written.
fn takes_no_file(e: &io::Error) -> bool {
    matches!(e.kind(), ErrorKind::PermissionDenied | ErrorKind::CrossesDevices)
}

/// Errors of a file that another program holds.
fn is_refused(e: &io::Error) -> bool {
    e.kind() == ErrorKind::PermissionDenied || is_in_use(e)
}

/// Errors of network and virtual folders that have no way to confirm names.
fn cannot_sync_folders(e: &io::Error) -> bool {
    const EBADF: i32 = 9;
    matches!(e.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied)
        || (cfg!(unix) && e.raw_os_error() == Some(EBADF))
}
