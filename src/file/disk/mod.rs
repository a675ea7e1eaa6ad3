//! Reading and writing files so that the last saved plan is whole, whatever happens in between.
//!
//! A save writes a new file beside the old one, makes sure that it arrived, and puts it in the place of the old one in one
//! step. Killing the program, cutting the power or filling the disk at any moment leaves the old file or the new one. The
//! steps and the reasons are those of the project's reliability notes: Pillai et al. (OSDI 2014), Rebello et al. (ATC 2020).

mod fs;
mod real;
mod save;
#[cfg(test)]
pub(crate) mod sim;

pub use fs::{Fs, Stat};
pub use real::RealFs;
pub use save::Saver;

use super::decode::too_large;
use super::limits::{ASK_ABOVE, REFUSE_ABOVE};
use super::problem::{Problem, ProblemKind};
use std::{
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// What a file held when it was read or written: to notice that somebody else changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// BLAKE3 of the bytes. This alone decides; length and time can lie.
    pub hash: [u8; 32],
    /// Number of bytes.
    pub len: u64,
    /// When the file was last written, as far as the file system tells.
    pub modified: Option<SystemTime>,
}

impl Fingerprint {
    /// The fingerprint of bytes.
    #[must_use]
    pub fn of(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        Self { hash: *blake3::hash(bytes).as_bytes(), len: bytes.len() as u64, modified }
    }

    /// Whether both stand for the same bytes.
    #[must_use]
    pub fn same_bytes(&self, other: &Self) -> bool {
        self.hash == other.hash && self.len == other.len
    }

    /// The hash as text.
    #[must_use]
    pub fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.hash).to_hex().to_string()
    }
}

/// What came of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The file holds the new bytes, and the disk has confirmed it.
    Saved(Fingerprint),
    /// The file holds the new bytes, written over the old ones because the folder takes no new file. The old bytes are in the
    /// folder for copies.
    SavedInPlace(Fingerprint),
    /// The file holds the new bytes, but the disk did not confirm: do not unplug it yet.
    SavedUnconfirmed(Fingerprint, String),
    /// The file holds the new bytes, and the disk has confirmed it. Somebody else saved it in the same instant: what they wrote stands
    /// whole in the other file.
    SavedBeside(Fingerprint, PathBuf),
    /// Somebody else changed the file since it was read. Nothing was written.
    Conflict(Changed),
    /// Nothing was written; the old file is as it was.
    Failed(Failure),
}

impl Outcome {
    /// The fingerprint of the file now, when it holds the new bytes.
    #[must_use]
    pub fn saved(&self) -> Option<&Fingerprint> {
        match self {
            Self::Saved(now)
            | Self::SavedInPlace(now)
            | Self::SavedUnconfirmed(now, _)
            | Self::SavedBeside(now, _) => Some(now),
            Self::Conflict(_) | Self::Failed(_) => None,
        }
    }
}

/// How a file differs from what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Other bytes.
    Bytes(Fingerprint),
    /// The file is not there any more.
    Gone,
}

/// Why a save failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FailureKind {
    /// No space left on the disk.
    DiskFull,
    /// No right to write there.
    NoRight,
    /// The file or the disk is read-only.
    ReadOnly,
    /// The folder is not there: a stick was unplugged, a network folder is away.
    FolderGone,
    /// Something that is no file stands in the way.
    NotAFile,
    /// Another program holds the file.
    InUse,
    /// The name is too long or has letters that the disk does not take.
    BadName,
    /// What was written came back different: the disk lies.
    CameBackDifferent,
    /// Anything else.
    Other,
}

impl FailureKind {
    /// The key of its explanation among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::DiskFull => "save-disk-full",
            Self::NoRight => "save-no-right",
            Self::ReadOnly => "save-read-only",
            Self::FolderGone => "save-folder-gone",
            Self::NotAFile => "save-not-a-file",
            Self::InUse => "save-in-use",
            Self::BadName => "save-bad-name",
            Self::CameBackDifferent => "save-came-back-different",
            Self::Other => "save-other",
        }
    }
}

/// Room on a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// How much a file needs.
    pub needed: u64,
    /// How much is free; less than that.
    pub free: u64,
}

/// Why a save failed, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What kind.
    pub kind: FailureKind,
    /// What happened, with the path last.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// How much room there is on a full disk, where the system tells. A limit for this user alone can be reached with room left: then
    /// nothing is told.
    pub room: Option<Room>,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} — {}", self.message, self.hint)
    }
}

impl std::error::Error for Failure {}

impl Failure {
    pub(super) fn new(error: &io::Error, path: &Path, needed: usize) -> Self {
        Self::on(&RealFs, error, path, needed)
    }

    fn on(fs: &impl Fs, error: &io::Error, path: &Path, needed: usize) -> Self {
        use io::ErrorKind as E;
        let is_full = matches!(error.kind(), E::StorageFull | E::QuotaExceeded);
        let needed = needed as u64;
        let free = if is_full { fs.free_bytes(&save::folder_of(path)) } else { None };
        let room = free.filter(|free| *free < needed).map(|free| Room { needed, free });
        let (kind, what, hint) = match error.kind() {
            _ if is_in_use(error) => (
                FailureKind::InUse,
                "another program holds the file".into(),
                "close it there, then save again",
            ),
            E::StorageFull | E::QuotaExceeded => (
                FailureKind::DiskFull,
                match room {
                    Some(Room { free, .. }) => {
                        format!("no space left: {} KB needed, {} KB free", needed.div_ceil(1024), free / 1024)
                    }
                    None => format!("no space left for {} KB", needed.div_ceil(1024)),
                },
                "free some space, or save in another folder",
            ),
            E::PermissionDenied => {
                (FailureKind::NoRight, "no right to write".into(), "save a copy in another folder")
            }
            E::ReadOnlyFilesystem => {
                (FailureKind::ReadOnly, "the disk is read-only".into(), "save a copy in another folder")
            }
            E::NotFound | E::NotADirectory => (
                FailureKind::FolderGone,
                "the folder is not there".into(),
                "plug the disk in again, or save in another folder",
            ),
            E::IsADirectory => {
                (FailureKind::NotAFile, "a folder has this name".into(), "choose another name")
            }
            E::InvalidFilename | E::InvalidInput => (
                FailureKind::BadName,
                "the disk does not take this name".into(),
                "choose a shorter, plainer name",
            ),
            E::InvalidData => (
                FailureKind::CameBackDifferent,
                "what was written came back different".into(),
                "save on another disk; this one may be failing",
            ),
            _ => (FailureKind::Other, error.to_string().to_lowercase(), "save a copy in another folder"),
        };
        Self { kind, message: format!("{what}: {}", path.display()), hint: hint.into(), room }
    }

    pub(super) fn read_only(path: &Path) -> Self {
        Self {
            kind: FailureKind::ReadOnly,
            message: format!("the file is marked read-only: {}", path.display()),
            hint: "save under another name, or take the mark off".into(),
            room: None,
        }
    }
}

/// Reads a whole file and closes it.
///
/// # Errors
/// When it cannot be read, is larger than 64 MB, or larger than 16 MB ([`ProblemKind::Large`]: ask, then use [`load_large`]).
pub fn load(path: &Path) -> Result<(Vec<u8>, Fingerprint), Box<Problem>> {
    load_up_to(&RealFs, path, ASK_ABOVE)
}

/// Reads a whole file of up to 64 MB and closes it.
///
/// # Errors
/// When it cannot be read or is larger.
pub fn load_large(path: &Path) -> Result<(Vec<u8>, Fingerprint), Box<Problem>> {
    load_up_to(&RealFs, path, REFUSE_ABOVE)
}

fn load_up_to(fs: &impl Fs, path: &Path, limit: u64) -> Result<(Vec<u8>, Fingerprint), Box<Problem>> {
    let unreadable = |error: &io::Error| {
        let (message, hint) = match error.kind() {
            _ if is_in_use(error) => ("another program holds the file", "close it there, then open it again"),
            io::ErrorKind::NotFound => ("the file is not there", "look for it in another folder"),
            io::ErrorKind::PermissionDenied => {
                ("no right to read the file", "ask for the right, or for a copy")
            }
            io::ErrorKind::IsADirectory => ("this is a folder", "choose the plan file inside it"),
            _ => ("the file cannot be read", "try again, or copy it to another disk first"),
        };
        let plain = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory);
        let reason = if plain { String::new() } else { format!(" ({})", error.to_string().to_lowercase()) };
        Problem::new(ProblemKind::Unreadable, &format!("{message}{reason}: {}", path.display()), hint)
    };
    let stat = fs.stat(path).map_err(|e| unreadable(&e))?;
    if !stat.is_file {
        let kind = if stat.is_folder { io::ErrorKind::IsADirectory } else { io::ErrorKind::Unsupported };
        return Err(unreadable(&kind.into()));
    }
    if stat.len > REFUSE_ABOVE {
        return Err(too_large(stat.len));
    }
    if stat.len > limit {
        let message = format!("the file has {} MB, much for a plan: {}", stat.len >> 20, path.display());
        return Err(Problem::new(ProblemKind::Large, &message, "open it anyway, or choose another file"));
    }
    let bytes = fs.read(path, limit + 1).map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > limit {
        return Err(too_large(bytes.len() as u64));
    }
    let fingerprint = Fingerprint::of(&bytes, stat.modified);
    Ok((bytes, fingerprint))
}

/// Saves bytes as a file. See [`Saver`] for what is promised.
///
/// With `expected`, nothing is written when the file holds other bytes by now. Without, whatever stands there is replaced.
#[must_use]
pub fn save(path: &Path, bytes: &[u8], expected: Option<&Fingerprint>) -> Outcome {
    Saver::new(&RealFs).save(path, bytes, expected)
}

/// As [`save`]; where the folder takes no new file, copies of the old and the new bytes go to `aside`, and then the file is
/// written over.
#[must_use]
pub fn save_with_aside(path: &Path, bytes: &[u8], expected: Option<&Fingerprint>, aside: &Path) -> Outcome {
    Saver::new(&RealFs).with_aside(aside).save(path, bytes, expected)
}

/// Makes a folder, with those around it, where there is none.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|error| Failure::new(&error, path, 0))
}

/// How the file differs from what was expected, or nothing when it does not. Files that cannot be read count as gone, those that
/// another program holds for the moment as unchanged.
#[must_use]
pub fn changed(path: &Path, expected: &Fingerprint) -> Option<Changed> {
    match save::changed(&RealFs, path, expected) {
        Ok(seen) => seen,
        Err(error) if is_in_use(&error) => None,
        Err(_) => Some(Changed::Gone),
    }
}

/// Whether a file is marked read-only.
#[must_use]
pub fn is_marked_read_only(path: &Path) -> bool {
    RealFs.stat(path).is_ok_and(|stat| stat.is_read_only)
}

/// Whether something stands at a path.
#[must_use]
pub fn exists(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// The files of a folder whose names have an ending, in the order of their names, with their bytes. What cannot be read is left
/// out, and so are files of more than 16 MB: for packs of the user, which are small.
#[must_use]
pub fn folder_files(folder: &Path, ending: &str) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending)))
        .collect();
    paths.sort();
    let name = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    paths.iter().filter_map(|p| Some((name(p), load(p).ok()?.0))).collect()
}

/// Whether an error says that another program holds the file.
pub(super) fn is_in_use(error: &io::Error) -> bool {
    const ERROR_SHARING_VIOLATION: i32 = 32;
    const ERROR_LOCK_VIOLATION: i32 = 33;
    matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
        || (cfg!(windows)
            && matches!(error.raw_os_error(), Some(ERROR_SHARING_VIOLATION | ERROR_LOCK_VIOLATION)))
}

/// The name of a file for writing aside: short, hidden, and not guessable.
pub(super) fn part_name() -> io::Result<String> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|e| io::Error::other(e.to_string()))?;
    Ok(format!(".~{:08x}.part", u32::from_le_bytes(bytes)))
}

/// What tells such a name from others; nothing when it is another name.
pub(super) fn part_number(name: &str) -> Option<&str> {
    let middle = name.strip_prefix(".~")?.strip_suffix(".part")?;
    (middle.len() == 8 && middle.bytes().all(|b| b.is_ascii_hexdigit())).then_some(middle)
}

/// Removes files that a save left behind because the program was killed: ours by name, and older than a day. Each is shown to `may_go`
/// first, with when it was written, and stays when that says no. Returns how many went.
pub fn sweep(folder: &Path, now: SystemTime, may_go: impl Fn(&[u8], SystemTime) -> bool) -> usize {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let is_stale = |path: &PathBuf| {
        let stat = std::fs::symlink_metadata(path).ok().filter(std::fs::Metadata::is_file);
        let Some(written) = stat.and_then(|s| s.modified().ok()) else { return false };
        now.duration_since(written).is_ok_and(|age| age > DAY)
            && RealFs
                .read(path, REFUSE_ABOVE + 1)
                .is_ok_and(|bytes| bytes.len() as u64 <= REFUSE_ABOVE && may_go(&bytes, written))
    };
    entries
        .filter_map(Result::ok)
        .filter(|e| e.file_name().to_str().is_some_and(|name| part_number(name).is_some()))
        .map(|e| e.path())
        .filter(is_stale)
        .filter(|path| std::fs::remove_file(path).is_ok())
        .count()
}

#[cfg(test)]
mod crash;
#[cfg(test)]
pub(crate) mod tests;
