//! Who has a plan open: a small hidden file beside it, `.~lock.NAME#`, as LibreOffice names them.
//!
//! It never keeps anybody from a plan: it only lets the program ask before two people write the same file. It stands beside the
//! plan and not in it, because a save replaces the plan's file. Whoever has made it also holds it with the operating system
//! ([`super::held`]), and touches it now and then. So a lock is stale when, on the same machine, nobody holds it;
//! and from another machine, when it was not touched for five minutes. Garbage counts as nobody's. Where the folder takes no
//! file, as on read-only media, there is no lock and nothing is said.

use super::disk::{Fs as _, RealFs};
use super::held;
use crate::plan::UserText;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// Somebody who has a plan open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// The name of the person, as the system knows it.
    pub name: String,
    /// The name of the machine.
    pub machine: String,
    /// The number of the process there.
    pub process: u32,
    /// Since when, in seconds since 1970.
    pub since: u64,
}

/// After this time without a touch, a lock of another machine is stale.
pub const STALE_AFTER: Duration = Duration::from_secs(5 * 60);
/// How often whoever holds a lock touches it.
pub const TOUCH_EVERY: Duration = Duration::from_secs(60);
/// No honest lock is longer.
const LIMIT: u64 = 4096;
/// At most so many letters of a name are shown.
const NAME_LIMIT: usize = 60;

/// What came of trying to lock a plan.
#[derive(Debug)]
pub enum Taken {
    /// Nobody else has it open.
    Mine(Lock),
    /// Somebody has it open.
    Others(Holder),
    /// The folder takes no lock.
    Nowhere,
}

/// A plan that this program has open. The lock goes when it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
    holder: Holder,
}

/// The file that says who has a plan open.
#[must_use]
pub fn path_of(plan: &Path) -> PathBuf {
    // Beside the file itself, wherever a link to it stands.
    let real = fs::canonicalize(plan).unwrap_or_else(|_| plan.into());
    let name = real.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    real.with_file_name(format!(".~lock.{name}#"))
}

/// Locks a plan for somebody, if nobody else has it open.
#[must_use]
pub fn take(plan: &Path, me: &Holder, now: SystemTime) -> Taken {
    let path = path_of(plan);
    for _ in 0..3 {
        match create(&path, me, now) {
            Ok(lock) => return Taken::Mine(lock),
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_) => return Taken::Nowhere,
        }
        match look(&path, me, now) {
            Seen::Nobody => {}
            Seen::Me => return Taken::Nowhere,
            Seen::Other(holder) => return Taken::Others(holder),
        }
        if fs::remove_file(&path).is_err() && path.exists() {
            // Somebody's dead lock in a folder that lets nothing go.
            return Taken::Nowhere;
        }
    }
    Taken::Nowhere
}

/// Who else has a plan open now.
#[must_use]
pub fn holder(plan: &Path, me: &Holder, now: SystemTime) -> Option<Holder> {
    match look(&path_of(plan), me, now) {
        Seen::Other(holder) => Some(holder),
        Seen::Nobody | Seen::Me => None,
    }
}

/// Whose a lock is.
enum Seen {
    /// Nobody's: none there, a dead one, or garbage.
    Nobody,
    /// This process has locked the plan already.
    Me,
    Other(Holder),
}

fn create(path: &Path, me: &Holder, now: SystemTime) -> std::io::Result<Lock> {
    // Held first, so that nobody takes it for a dead one while it is written.
    let mut file = held::create(path)?;
    let text = ron::ser::to_string_pretty(me, ron::ser::PrettyConfig::new()).unwrap_or_default();
    let written = file.write_all(text.as_bytes()).and_then(|()| file.set_modified(now));
    let lock = Lock { path: path.into(), file, holder: me.clone() };
    // A full disk: without its lines the lock says nothing, and goes again.
    written.map(|()| lock)
}

fn look(path: &Path, me: &Holder, now: SystemTime) -> Seen {
    let Ok(file) = File::open(path) else { return Seen::Nobody };
    let touched = file.metadata().ok().and_then(|data| data.modified().ok());
    drop(file);
    let is_held = held::is_held(path);
    let read = RealFs.read(path, LIMIT + 1).ok().filter(|bytes| bytes.len() as u64 <= LIMIT);
    let holder = read.and_then(|bytes| parse(&bytes));
    let is_mine = holder.as_ref().is_some_and(|h| h.machine == me.machine && h.process == me.process);
    match holder {
        Some(_) if is_held && is_mine => Seen::Me,
        // Alive on this machine, even when its lines cannot be read.
        holder if is_held => Seen::Other(holder.unwrap_or_default()),
        Some(holder) if holder.machine != me.machine && is_fresh(touched, now) => Seen::Other(holder),
        _ => Seen::Nobody,
    }
}

/// Whether a lock was touched lately. Times of the future come from clocks that go wrong, and count as now.
fn is_fresh(touched: Option<SystemTime>, now: SystemTime) -> bool {
    touched.is_none_or(|t| now.duration_since(t).unwrap_or_default() <= STALE_AFTER)
}

/// Reads the lines of a lock. What somebody else wrote is cleaned before it is shown.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<Holder> {
    let holder: Holder = ron::de::from_bytes(bytes).ok()?;
    let clean = |text: &str| {
        let one_line = UserText::new(text).raw().split_whitespace().collect::<Vec<_>>().join(" ");
        one_line.chars().take(NAME_LIMIT).collect::<String>()
    };
    let holder = Holder { name: clean(&holder.name), machine: clean(&holder.machine), ..holder };
    (holder != Holder::default()).then_some(holder)
}

impl Lock {
    /// Says that it is still held.
    pub fn touch(&self, now: SystemTime) {
        let _ = self.file.set_modified(now);
    }

    /// Whether this is its file.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }

    /// Whether the file of the lock still says what this lock wrote. Another program may have taken it for dead and away.
    #[must_use]
    pub fn is_there(&self) -> bool {
        RealFs
            .read(&self.path, LIMIT)
            .ok()
            .and_then(|bytes| parse(&bytes))
            .is_some_and(|h| h == cleaned(&self.holder))
    }
}

fn cleaned(holder: &Holder) -> Holder {
    let text = ron::to_string(holder).unwrap_or_default();
    parse(text.as_bytes()).unwrap_or_default()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What is held goes by itself where nobody else could have put another in its place.
        if !held::GOES_WHEN_CLOSED && self.is_there() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::tests::Scratch;
    use super::*;

    fn person(name: &str, machine: &str, process: u32) -> Holder {
        Holder { name: name.into(), machine: machine.into(), process, since: 1_501_470_000 }
    }

    fn noon() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_501_480_000)
    }

    fn others(taken: Taken) -> Holder {
        match taken {
            Taken::Others(holder) => holder,
            other => panic!("{other:?}"),
        }
    }

    fn mine(taken: Taken) -> Lock {
        match taken {
            Taken::Mine(lock) => lock,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_second_hears_of_the_first_until_it_closes() {
        let folder = Scratch::new();
        let plan = folder.0.join("plan नेपाल.plan.ron");
        fs::write(&plan, "x").unwrap();
        let (amina, budi) = (person("Amina", "FIELD", 1), person("Budi", "OFFICE", 2));
        let first = mine(take(&plan, &amina, noon()));
        assert_eq!(folder.names(), [".~lock.plan नेपाल.plan.ron#", "plan नेपाल.plan.ron"]);
        assert_eq!(others(take(&plan, &budi, noon())), amina);
        assert_eq!(holder(&plan, &budi, noon()), Some(amina.clone()));
        assert_eq!(holder(&plan, &amina, noon()), None, "one's own is no news");
        drop(first);
        assert_eq!(folder.names(), ["plan नेपाल.plan.ron"]);
        let second = mine(take(&plan, &budi, noon()));
        assert!(second.is_there());
    }

    #[test]
    fn dead_locks_are_taken_over() {
        let folder = Scratch::new();
        let plan = folder.0.join("a.plan.ron");
        fs::write(&plan, "x").unwrap();
        let me = person("Budi", "OFFICE", 2);
        let leave = |holder: &Holder, at: SystemTime| {
            let lock = mine(take(&plan, holder, at));
            // Killed: the operating system lets its lock go, the file stays.
            let kept = fs::read(path_of(&plan)).unwrap();
            drop(lock);
            fs::write(path_of(&plan), kept).unwrap();
            File::options().write(true).open(path_of(&plan)).unwrap().set_modified(at).unwrap();
        };
        // A run that ended badly on this machine.
        leave(&person("Budi", "OFFICE", 1), noon());
        drop(mine(take(&plan, &me, noon())));
        // Another machine: fresh for five minutes, then dead.
        let there = person("Amina", "FIELD", 1);
        leave(&there, noon());
        assert_eq!(others(take(&plan, &me, noon() + STALE_AFTER)), there);
        let later = noon() + STALE_AFTER + Duration::from_secs(1);
        drop(mine(take(&plan, &me, later)));
        // A clock that goes wrong is no death.
        leave(&there, noon());
        assert_eq!(others(take(&plan, &me, noon() - Duration::from_secs(9999))), there);
    }

    #[cfg(not(windows))]
    #[test]
    fn touching_keeps_it_alive() {
        let folder = Scratch::new();
        let plan = folder.0.join("a.plan.ron");
        fs::write(&plan, "x").unwrap();
        let there = person("Amina", "FIELD", 1);
        let lock = mine(take(&plan, &there, noon()));
        lock.touch(noon() + STALE_AFTER);
        lock.file.unlock().unwrap();
        let me = person("Budi", "OFFICE", 2);
        assert_eq!(others(take(&plan, &me, noon() + STALE_AFTER + STALE_AFTER)), there);
        // Somebody took it for dead: it is not taken away from the new holder.
        fs::write(path_of(&plan), ron::to_string(&me).unwrap()).unwrap();
        assert!(!lock.is_there());
        drop(lock);
        assert!(path_of(&plan).exists());
    }

    #[cfg(windows)]
    #[test]
    fn what_is_held_cannot_be_taken_away() {
        let folder = Scratch::new();
        let plan = folder.0.join("a.plan.ron");
        fs::write(&plan, "x").unwrap();
        let (amina, budi) = (person("Amina", "FIELD", 1), person("Budi", "OFFICE", 2));
        let lock = mine(take(&plan, &amina, noon()));
        lock.touch(noon() + STALE_AFTER);
        assert!(fs::remove_file(path_of(&plan)).is_err());
        assert!(fs::write(path_of(&plan), "y").is_err());
        assert_eq!(others(take(&plan, &budi, noon() + STALE_AFTER + STALE_AFTER)), amina);
        assert!(lock.is_there());
        drop(lock);
        assert_eq!(folder.names(), ["a.plan.ron"]);
    }

    #[test]
    fn garbage_is_nobody_s_and_names_are_cleaned() {
        let folder = Scratch::new();
        let plan = folder.0.join("a.plan.ron");
        fs::write(&plan, "x").unwrap();
        let me = person("Budi", "OFFICE", 2);
        let huge = vec![b'('; 100_000];
        for garbage in
            [&b""[..], b"\0\0\0\0", b",amina,FIELD,01.08.2017;", b"((((((((", b"(name: 5)", b"()", &huge]
        {
            fs::write(path_of(&plan), garbage).unwrap();
            drop(mine(take(&plan, &me, SystemTime::now())));
        }
        let sly = person("a\u{202e}b\n\n\u{1b}[2Jc", &"x".repeat(500), 1);
        let found = parse(ron::to_string(&sly).unwrap().as_bytes()).unwrap();
        assert_eq!(found.name, "ab [2Jc");
        assert_eq!(found.machine.len(), NAME_LIMIT);
        let lock = mine(take(&plan, &sly, noon()));
        assert!(lock.is_there());
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_takes_nothing_has_no_locks() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = Scratch::new();
        let plan = folder.0.join("a.plan.ron");
        fs::write(&plan, "x").unwrap();
        assert!(matches!(
            take(&folder.0.join("gone/a.plan.ron"), &Holder::default(), noon()),
            Taken::Nowhere
        ));
        // The lock of a linked plan stands beside the plan.
        let link = folder.0.join("link.plan.ron");
        symlink("a.plan.ron", &link).unwrap();
        assert_eq!(path_of(&link).file_name(), path_of(&plan).file_name());
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).unwrap();
        let taken = take(&plan, &person("Budi", "OFFICE", 2), noon());
        // Root writes everywhere: then there is a lock, and it goes again.
        assert!(matches!(taken, Taken::Nowhere | Taken::Mine(_)), "{taken:?}");
        drop(taken);
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(folder.names(), ["a.plan.ron", "link.plan.ron"]);
    }
}
