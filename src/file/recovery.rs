//! Snapshots of open plans in the data folder, so that a crash costs two seconds of typing at most.
//!
//! Every run of the program has a folder with a lock that dies with it. Every open plan has a slot there: the newest snapshot
//! as a plan file, and a few lines about it. A folder whose lock is free belongs to a run that ended badly; what it holds is
//! offered at the next start, and stays until it is taken or thrown away. A second window that runs is no crash.

use super::disk::{Failure, Fingerprint, Fs as _, Outcome, RealFs, save};
use super::limits::REFUSE_ABOVE;
use super::private::make_private;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A few lines about a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Meta {
    /// The file that the plan was opened from or last saved to; none for a plan that was never saved.
    pub path: Option<PathBuf>,
    /// The hash of that file then, as in [`Fingerprint::hex`].
    pub base: Option<String>,
    /// When the snapshot was made, in seconds since 1970.
    pub seconds: u64,
    /// The title of the plan.
    pub title: String,
    /// How often it was opened after the run that left it, and not kept anew: the program may have ended while opening it.
    pub tries: u32,
}

/// After so many tries that came to nothing, the program warns before it opens a snapshot again.
pub const MANY_TRIES: u32 = 2;

impl Meta {
    /// When the snapshot was made.
    #[must_use]
    pub fn time(&self) -> SystemTime {
        // A damaged number must not overflow the clock: ten thousand years are enough.
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.seconds.min(315_360_000_000))
    }
}

/// A place for the snapshots of one open plan. Not bound to the plan's identity: two copies of one plan may be open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slot(String);

/// A snapshot of a run that ended badly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    folder: PathBuf,
    slot: String,
    /// What is known about it.
    pub meta: Meta,
}

/// How the file of a snapshot stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileNow {
    /// As it was: the snapshot is that file with unsaved changes.
    Same,
    /// Somebody changed it since: show both, overwrite nothing.
    Changed,
    /// It is not there; open the snapshot as a plan without a file.
    Gone,
    /// There never was one.
    NeverSaved,
}

/// The snapshots of this run.
#[derive(Debug)]
pub struct RecoveryStore {
    root: PathBuf,
    session: PathBuf,
    /// Held while the program runs; the system frees it however the program ends.
    lock: Option<File>,
}

const LOCK: &str = "session.lock";
const PLAN: &str = "plan.ron";
const META: &str = "about.ron";
/// No honest description is longer.
const META_LIMIT: u64 = 64 * 1024;

impl RecoveryStore {
    /// Starts a run: makes its folder under `data_dir`, readable by this user alone.
    ///
    /// # Errors
    /// When the folder cannot be made. The program works without, but says so.
    pub fn new(data_dir: &Path) -> io::Result<Self> {
        let root = data_dir.join("recovery");
        make_private(&root)?;
        let session = root.join(random_name()?);
        make_private(&session)?;
        let lock = File::create_new(session.join(LOCK))?;
        lock.try_lock().map_err(io::Error::from)?;
        Ok(Self { root, session, lock: Some(lock) })
    }

    /// A folder for copies that a save makes before it writes over a file; see [`super::disk::save_with_aside`].
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn copies(&self) -> io::Result<PathBuf> {
        let folder = self.root.join("copies");
        make_private(&folder)?;
        Ok(folder)
    }

    /// A slot for a plan that is being opened.
    ///
    /// # Errors
    /// When the system gives no random name.
    pub fn slot(&self) -> io::Result<Slot> {
        random_name().map(Slot)
    }

    /// Writes the newest state of a plan into its slot.
    ///
    /// # Errors
    /// When it could not be written; the last snapshot is untouched then.
    pub fn snapshot(&self, slot: &Slot, bytes: &[u8], meta: &Meta) -> Result<(), Failure> {
        write(&file(&self.session, &slot.0, PLAN), bytes)?;
        write_meta(&self.session, &slot.0, meta)
    }

    /// Counts a try to open a snapshot, before it is opened: if the program ends with it, the next run knows.
    pub fn count_try(&self, orphan: &mut Orphan) {
        orphan.meta.tries = orphan.meta.tries.saturating_add(1);
        // A disk that takes no count is no reason to keep somebody from the own work.
        let _ = write_meta(&orphan.folder, &orphan.slot, &orphan.meta);
    }

    /// The file of a snapshot, for who wants to look at it with another program.
    #[must_use]
    pub fn path_of(&self, orphan: &Orphan) -> PathBuf {
        file(&orphan.folder, &orphan.slot, PLAN)
    }

    /// Empties a slot: its plan was saved, closed, or thrown away.
    pub fn clear(&self, slot: &Slot) {
        remove(&self.session, &slot.0);
    }

    /// What runs that ended badly left behind, the newest first. Folders of such runs that hold nothing are removed.
    #[must_use]
    pub fn orphans(&self) -> Vec<Orphan> {
        let mut found = Vec::new();
        let Ok(entries) = fs::read_dir(&self.root) else { return found };
        for folder in entries.filter_map(Result::ok).map(|e| e.path()).filter(|p| *p != self.session) {
            // Free lock: its owner is gone. The lock is let go again at the end of this round.
            let Ok(lock) = File::open(folder.join(LOCK)) else { continue };
            if lock.try_lock().is_err() {
                continue;
            }
            let before = found.len();
            found.extend(snapshots(&folder));
            drop(lock);
            if found.len() == before {
                let _ = fs::remove_dir_all(&folder);
            }
        }
        found.sort_by(|a, b| b.meta.seconds.cmp(&a.meta.seconds).then_with(|| a.slot.cmp(&b.slot)));
        found
    }

    /// The bytes of a snapshot, whatever its size. It stays where it is: take a snapshot of the restored plan in a slot of this run first, then
    /// [`RecoveryStore::discard`].
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn restore(&self, orphan: &Orphan) -> io::Result<Vec<u8>> {
        RealFs.read(&file(&orphan.folder, &orphan.slot, PLAN), u64::MAX)
    }

    /// Throws a snapshot away, and the folder of its run with the last one.
    pub fn discard(&self, orphan: &Orphan) {
        remove(&orphan.folder, &orphan.slot);
        if snapshots(&orphan.folder).is_empty() {
            let _ = fs::remove_dir_all(&orphan.folder);
        }
    }
}

impl Drop for RecoveryStore {
    /// A run that ends well and left no snapshot leaves no folder.
    fn drop(&mut self) {
        // Not every system lets a folder go while a file in it is open.
        drop(self.lock.take());
        if snapshots(&self.session).is_empty() {
            let _ = fs::remove_dir_all(&self.session);
        }
    }
}

impl Orphan {
    /// How the file that the snapshot was based on stands now.
    #[must_use]
    pub fn file_now(&self) -> FileNow {
        let (Some(path), Some(base)) = (&self.meta.path, &self.meta.base) else { return FileNow::NeverSaved };
        match RealFs.read(path, REFUSE_ABOVE) {
            Ok(bytes) if Fingerprint::of(&bytes, None).hex() == *base => FileNow::Same,
            Ok(_) => FileNow::Changed,
            Err(_) => FileNow::Gone,
        }
    }
}

fn file(folder: &Path, slot: &str, ending: &str) -> PathBuf {
    folder.join(format!("{slot}.{ending}"))
}

fn write_meta(folder: &Path, slot: &str, meta: &Meta) -> Result<(), Failure> {
    let path = file(folder, slot, META);
    let known = Meta { path: meta.path.clone().filter(|p| p.to_str().is_some()), ..meta.clone() };
    let about = ron::ser::to_string_pretty(&known, ron::ser::PrettyConfig::new().escape_strings(true))
        .map_err(|e| Failure::new(&io::Error::other(e.to_string()), &path, 0))?;
    write(&path, about.as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    match save(path, bytes, None) {
        Outcome::Failed(failure) => Err(failure),
        _ => Ok(()),
    }
}

/// The plan goes first: a description alone is no snapshot.
fn remove(folder: &Path, slot: &str) {
    let _ = fs::remove_file(file(folder, slot, PLAN));
    let _ = fs::remove_file(file(folder, slot, META));
}

fn snapshots(folder: &Path) -> Vec<Orphan> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let slots = entries.filter_map(Result::ok).filter_map(|e| {
        let name = e.file_name().into_string().ok()?;
        name.strip_suffix(PLAN)?.strip_suffix('.').filter(|n| !n.is_empty()).map(str::to_owned)
    });
    slots
        .map(|slot| {
            let meta = read_meta(&file(folder, &slot, META)).unwrap_or_else(|| {
                // The plan counts, not its description: without one the time of the file must do.
                let written = fs::metadata(file(folder, &slot, PLAN)).and_then(|m| m.modified()).ok();
                let since = written.and_then(|w| w.duration_since(SystemTime::UNIX_EPOCH).ok());
                Meta { seconds: since.map_or(0, |s| s.as_secs()), ..Meta::default() }
            });
            Orphan { folder: folder.into(), slot, meta }
        })
        .collect()
}

fn read_meta(path: &Path) -> Option<Meta> {
    parse(&RealFs.read(path, META_LIMIT).ok()?)
}

/// Reads the description of a snapshot.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<Meta> {
    let mut meta: Meta = ron::de::from_bytes(bytes).ok()?;
    // Shown on the start screen: clean it as any text of a stranger.
    meta.title = crate::plan::UserText::new(&meta.title).raw().chars().take(300).collect();
    Some(meta)
}

fn random_name() -> io::Result<String> {
    let mut bytes = [0; 6];
    getrandom::fill(&mut bytes).map_err(|e| io::Error::other(e.to_string()))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::super::disk::tests::Scratch;
    use super::*;

    fn meta(seconds: u64) -> Meta {
        Meta { seconds, title: format!("plan {seconds}"), ..Meta::default() }
    }

    /// Ends a run as a kill would: the lock goes, the files stay.
    fn kill(store: RecoveryStore) {
        let mut store = std::mem::ManuallyDrop::new(store);
        drop(store.lock.take());
    }

    #[test]
    fn what_a_killed_run_left_is_offered_once() {
        let data = Scratch::new();
        let first = RecoveryStore::new(&data.0).unwrap();
        let (a, b, c) = (first.slot().unwrap(), first.slot().unwrap(), first.slot().unwrap());
        first.snapshot(&a, b"old a", &meta(1)).unwrap();
        first.snapshot(&a, b"new a", &meta(5)).unwrap();
        first.snapshot(&b, b"b", &meta(9)).unwrap();
        first.snapshot(&c, b"c", &meta(7)).unwrap();
        first.clear(&c);
        let second = RecoveryStore::new(&data.0).unwrap();
        assert_eq!(second.orphans(), [], "a second window is no crash");
        kill(first);
        let found = second.orphans();
        assert_eq!(found.iter().map(|o| o.meta.seconds).collect::<Vec<_>>(), [9, 5]);
        assert_eq!(second.restore(&found[1]).unwrap(), b"new a");
        assert_eq!(second.orphans().len(), 2, "restoring removes nothing");
        second.discard(&found[0]);
        second.discard(&found[1]);
        assert_eq!(second.orphans(), []);
        drop(second);
        assert_eq!(std::fs::read_dir(data.0.join("recovery")).unwrap().count(), 0);
    }

    #[test]
    fn a_snapshot_knows_whether_its_file_changed() {
        let data = Scratch::new();
        let path = data.0.join("a.plan.ron");
        fs::write(&path, "base").unwrap();
        let store = RecoveryStore::new(&data.0).unwrap();
        let about =
            Meta { path: Some(path.clone()), base: Some(Fingerprint::of(b"base", None).hex()), ..meta(1) };
        store.snapshot(&store.slot().unwrap(), b"x", &about).unwrap();
        kill(store);
        let store = RecoveryStore::new(&data.0).unwrap();
        let orphan = store.orphans().remove(0);
        assert_eq!(orphan.meta, about);
        assert_eq!(orphan.file_now(), FileNow::Same);
        fs::write(&path, "other").unwrap();
        assert_eq!(orphan.file_now(), FileNow::Changed);
        fs::remove_file(&path).unwrap();
        assert_eq!(orphan.file_now(), FileNow::Gone);
        assert_eq!(Orphan { meta: meta(1), ..orphan }.file_now(), FileNow::NeverSaved);
    }

    #[test]
    fn tries_are_counted_over_runs() {
        let data = Scratch::new();
        let store = RecoveryStore::new(&data.0).unwrap();
        store.snapshot(&store.slot().unwrap(), b"x", &meta(1)).unwrap();
        kill(store);
        for tries in 0..3 {
            let store = RecoveryStore::new(&data.0).unwrap();
            let mut orphan = store.orphans().remove(0);
            assert_eq!(orphan.meta, Meta { tries, ..meta(1) });
            store.count_try(&mut orphan);
            assert_eq!(orphan.meta.tries, tries + 1);
            assert_eq!(fs::read(store.path_of(&orphan)).unwrap(), b"x");
            kill(store);
        }
    }

    #[test]
    fn a_damaged_description_loses_no_snapshot() {
        let data = Scratch::new();
        let store = RecoveryStore::new(&data.0).unwrap();
        let slot = store.slot().unwrap();
        for damage in [&b"\0\0\0"[..], b"", b"(seconds: 99999999999999999999)", b"(title: \"x", b"[[[[[[["] {
            store.snapshot(&slot, b"plan", &meta(3)).unwrap();
            fs::write(file(&store.session, &slot.0, META), damage).unwrap();
            assert_eq!(snapshots(&store.session).len(), 1);
        }
        fs::write(
            file(&store.session, &slot.0, META),
            "(seconds: 18446744073709551615, title: \"a\u{202e}b\")",
        )
        .unwrap();
        let found = snapshots(&store.session).remove(0);
        assert!(found.meta.time() > SystemTime::UNIX_EPOCH);
        assert_eq!(found.meta.title, "ab");
        store.clear(&slot);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_look_in() {
        use std::os::unix::fs::PermissionsExt as _;
        let data = Scratch::new();
        let store = RecoveryStore::new(&data.0).unwrap();
        for folder in [&store.root, &store.session, &store.copies().unwrap()] {
            assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
        }
    }
}
