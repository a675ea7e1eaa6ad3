//! Earlier versions of plans in the data folder: as opened, after each save, and those that somebody named.
//!
//! A folder a plan, by the identity of the plan: copies of one plan under several names share it. A version is two files: the
//! plan as it was, and a few lines about it. The plan's file carries the hash of its bytes in its name, so that damage shows.
//!
//! What is kept, the rule of [`thin`]: everything of the last hour, then the last version of each hour for a day, of each day for
//! ninety days. The first one, named versions and the last ten that were opened are pinned. Beyond 200 versions or 64 MB a plan, and beyond
//! 512 MB in all, the oldest that is not pinned goes first, then pinned ones, never the newest nor the first.

use super::disk::{Failure, Fs as _, Outcome, RealFs, save};
use super::private::make_private;
use crate::plan::{Id, Plan, UserText};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

/// What made a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum VersionKind {
    /// The plan was opened.
    Opened,
    /// The plan was saved.
    #[default]
    Saved,
    /// The plan was saved for the first time: every copy comes from this one.
    Born,
    /// Somebody gave it a name.
    Named,
}

/// A few lines about a version.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// What made it.
    pub kind: VersionKind,
    /// The name that somebody gave it.
    pub name: String,
    /// The file that the plan stood in.
    pub path: Option<PathBuf>,
}

/// A version of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was made, in seconds since 1970.
    pub seconds: u64,
    /// Its hash, the first sixteen digits.
    hash: String,
    /// Number of bytes.
    pub len: u64,
    /// What is known about it.
    pub about: About,
}

impl Version {
    /// Whether both name the same version.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.seconds, &self.hash) == (other.seconds, &other.hash)
    }
}

/// The versions of all plans.
#[derive(Debug, Clone)]
pub struct VersionStore {
    root: PathBuf,
}

/// Why a version cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVersion {
    /// It is not there any more.
    Gone,
    /// Its bytes are not those that were kept.
    Damaged,
}

const ENDING: &str = ".plan.ron";
const ABOUT: &str = ".about.ron";
/// No honest description is longer.
const ABOUT_LIMIT: u64 = 64 * 1024;
/// At most so many letters of a name are kept.
const NAME_LIMIT: usize = 120;

const MOST_VERSIONS: usize = 200;
const MOST_BYTES: u64 = 64 << 20;
const MOST_BYTES_IN_ALL: u64 = 512 << 20;
const PINNED_OPENINGS: usize = 10;

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

impl VersionStore {
    /// The versions under a data folder, readable by this user alone.
    ///
    /// # Errors
    /// When the folder cannot be made. The program works without, but says so.
    pub fn new(data_folder: &Path) -> io::Result<Self> {
        let root = data_folder.join("versions");
        make_private(&root)?;
        Ok(Self { root })
    }

    fn folder(&self, plan: Id<Plan>) -> PathBuf {
        self.root.join(plan.to_string())
    }

    /// Keeps the bytes of a plan file as a version made at `seconds`, and takes away what need not be kept any longer. Bytes that
    /// the newest version holds already are not kept again; a name goes to that version then. Says whether there is a new one.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn keep(&self, plan: Id<Plan>, bytes: &[u8], seconds: u64, about: &About) -> Result<bool, Failure> {
        let folder = self.folder(plan);
        make_private(&folder).map_err(|e| Failure::new(&e, &folder, bytes.len()))?;
        let hash = hash_of(bytes);
        let known = entries(&folder);
        if let Some(newest) = known.last().filter(|v| v.hash == hash) {
            let better = about.kind == VersionKind::Named && newest.about.name.is_empty();
            if better {
                self.name(plan, newest, &about.name)?;
            }
            return Ok(false);
        }
        // Two windows in one second, or a clock that was set back: the newest stays the newest.
        let seconds = known.last().map_or(seconds, |newest| seconds.max(newest.seconds + 1));
        let path = folder.join(stem(seconds, &hash) + ENDING);
        if let Outcome::Failed(failure) = save(&path, bytes, None) {
            return Err(failure);
        }
        self.write_about(&folder, seconds, &hash, about)?;
        self.tidy(&folder, seconds);
        Ok(true)
    }

    /// Keeps the bytes of a plan file that were found later, made at `seconds`, unless a version holds them already.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn keep_found(&self, plan: Id<Plan>, bytes: &[u8], seconds: u64) -> Result<(), Failure> {
        let folder = self.folder(plan);
        make_private(&folder).map_err(|e| Failure::new(&e, &folder, bytes.len()))?;
        let hash = hash_of(bytes);
        if entries(&folder).iter().any(|v| v.hash == hash) {
            return Ok(());
        }
        match save(&folder.join(stem(seconds, &hash) + ENDING), bytes, None) {
            Outcome::Failed(failure) => Err(failure),
            _ => self.write_about(&folder, seconds, &hash, &About::default()),
        }
    }

    fn write_about(&self, folder: &Path, seconds: u64, hash: &str, about: &About) -> Result<(), Failure> {
        let about = About {
            kind: about.kind,
            name: about.name.chars().take(NAME_LIMIT).collect(),
            path: about.path.clone().filter(|p| p.to_str().is_some()),
        };
        let path = folder.join(stem(seconds, hash) + ABOUT);
        let text = ron::ser::to_string_pretty(&about, ron::ser::PrettyConfig::new())
            .map_err(|e| Failure::new(&io::Error::other(e.to_string()), &path, 0))?;
        match save(&path, text.as_bytes(), None) {
            Outcome::Failed(failure) => Err(failure),
            _ => Ok(()),
        }
    }

    /// The versions of a plan, the oldest first. Files that are no versions are left alone and out.
    #[must_use]
    pub fn list(&self, plan: Id<Plan>) -> Vec<Version> {
        entries(&self.folder(plan))
    }

    /// The bytes of a version.
    ///
    /// # Errors
    /// When it is not there any more, or damaged.
    pub fn read(&self, plan: Id<Plan>, version: &Version) -> Result<Vec<u8>, NoVersion> {
        let path = self.folder(plan).join(stem(version.seconds, &version.hash) + ENDING);
        let bytes = RealFs.read(&path, u64::MAX).map_err(|_| NoVersion::Gone)?;
        if hash_of(&bytes) == version.hash { Ok(bytes) } else { Err(NoVersion::Damaged) }
    }

    /// Gives a version a name, or takes it away with an empty one.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn name(&self, plan: Id<Plan>, version: &Version, name: &str) -> Result<(), Failure> {
        let kind = match version.about.kind {
            // The first one stays what it is, with or without a name.
            VersionKind::Born => VersionKind::Born,
            _ if name.trim().is_empty() => VersionKind::Saved,
            _ => VersionKind::Named,
        };
        let about = About { kind, name: name.trim().to_owned(), path: version.about.path.clone() };
        self.write_about(&self.folder(plan), version.seconds, &version.hash, &about)
    }

    /// Removes what the rule does not keep, here and where all plans together hold too much.
    fn tidy(&self, folder: &Path, now: u64) {
        let versions = entries(folder);
        for version in thin(&versions, now) {
            remove(folder, &version);
        }
        let Ok(folders) = fs::read_dir(&self.root) else { return };
        let mut all: Vec<(PathBuf, Version)> = Vec::new();
        for folder in folders.filter_map(Result::ok).map(|e| e.path()).filter(|p| p.is_dir()) {
            let mut versions = entries(&folder);
            // The newest and the first of each plan stay.
            versions.pop();
            versions.drain(..versions.len().min(1));
            all.extend(versions.into_iter().map(|v| (folder.clone(), v)));
        }
        let mut bytes: u64 = all.iter().map(|(_, v)| v.len).sum();
        all.sort_by_key(|(_, v)| (!v.about.name.is_empty(), v.seconds));
        for (folder, version) in all {
            if bytes <= MOST_BYTES_IN_ALL {
                return;
            }
            bytes -= version.len;
            remove(&folder, &version);
        }
    }
}

/// The versions that need not be kept any longer; `versions` are those of one plan, the oldest first.
#[must_use]
pub fn thin(versions: &[Version], now: u64) -> Vec<Version> {
    let openings: HashSet<u64> = versions
        .iter()
        .rev()
        .filter(|v| v.about.kind == VersionKind::Opened)
        .take(PINNED_OPENINGS)
        .map(|v| v.seconds)
        .collect();
    let is_first = |v: &Version| versions.first().is_some_and(|first| first.is_same(v));
    let is_pinned = |v: &Version| is_first(v) || !v.about.name.is_empty() || openings.contains(&v.seconds);
    let mut spans = HashSet::new();
    let mut gone = Vec::new();
    let mut kept: Vec<&Version> = Vec::new();
    for version in versions.iter().rev() {
        let age = now.saturating_sub(version.seconds);
        // The last of each span stays; a span is an hour, then a day.
        let is_last_of_span = if age <= HOUR {
            true
        } else if age <= DAY {
            spans.insert((HOUR, version.seconds / HOUR))
        } else {
            age <= 90 * DAY && spans.insert((DAY, version.seconds / DAY))
        };
        if is_last_of_span || is_pinned(version) || kept.is_empty() {
            kept.push(version);
        } else {
            gone.push(version.clone());
        }
    }
    // Too many or too much: the oldest first, pinned ones last, the newest never.
    let mut bytes: u64 = kept.iter().map(|v| v.len).sum();
    let mut count = kept.len();
    let mut in_order: Vec<&Version> = kept.iter().skip(1).copied().filter(|v| !is_first(v)).collect();
    in_order.sort_by_key(|v| (is_pinned(v), v.seconds));
    for version in in_order {
        if count <= MOST_VERSIONS && bytes <= MOST_BYTES {
            break;
        }
        (count, bytes) = (count - 1, bytes - version.len);
        gone.push(version.clone());
    }
    gone
}

fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

fn stem(seconds: u64, hash: &str) -> String {
    format!("{seconds:012}-{hash}")
}

/// The description goes last: a plan without one is a version still.
fn remove(folder: &Path, version: &Version) {
    let stem = stem(version.seconds, &version.hash);
    let _ = fs::remove_file(folder.join(format!("{stem}{ENDING}")));
    let _ = fs::remove_file(folder.join(format!("{stem}{ABOUT}")));
}

fn entries(folder: &Path) -> Vec<Version> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut versions: Vec<Version> = files
        .filter_map(Result::ok)
        .filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            let (seconds, hash) = name.strip_suffix(ENDING)?.split_once('-')?;
            let is_ours =
                hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) && seconds.len() == 12;
            let seconds = seconds.parse().ok().filter(|_| is_ours)?;
            let about = read_about(&folder.join(stem(seconds, hash) + ABOUT)).unwrap_or_default();
            let len = file.metadata().ok().filter(fs::Metadata::is_file)?.len();
            Some(Version { seconds, hash: hash.to_owned(), len, about })
        })
        .collect();
    versions.sort_by(|a, b| (a.seconds, &a.hash).cmp(&(b.seconds, &b.hash)));
    versions
}

fn read_about(path: &Path) -> Option<About> {
    parse(&RealFs.read(path, ABOUT_LIMIT).ok()?)
}

/// Reads the description of a version.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<About> {
    let mut about: About = ron::de::from_bytes(bytes).ok()?;
    about.name = UserText::new(&about.name).raw().chars().take(NAME_LIMIT).collect();
    Some(about)
}

#[cfg(test)]
mod tests {
    use super::super::disk::tests::Scratch;
    use super::*;

    fn about(kind: VersionKind, name: &str) -> About {
        About { kind, name: name.to_owned(), path: Some("/plans/a.plan.ron".into()) }
    }

    fn version(seconds: u64, kind: VersionKind) -> Version {
        let name = if kind == VersionKind::Named { "a name" } else { "" };
        Version { seconds, hash: format!("{seconds:016x}"), len: 1000, about: about(kind, name) }
    }

    #[test]
    fn versions_come_back_and_equal_ones_are_kept_once() {
        let data = Scratch::new();
        let store = VersionStore::new(&data.0).unwrap();
        let (plan, other) = (Id::from_bits(5), Id::from_bits(6));
        assert!(store.keep(plan, b"one", 100, &about(VersionKind::Opened, "")).unwrap());
        assert!(!store.keep(plan, b"one", 200, &about(VersionKind::Saved, "")).unwrap());
        assert!(store.keep(plan, b"two", 200, &about(VersionKind::Saved, "")).unwrap());
        // The clock was set back: the order of saving stays.
        assert!(store.keep(plan, b"three", 50, &about(VersionKind::Saved, "")).unwrap());
        assert!(store.keep(other, b"four", 50, &about(VersionKind::Saved, "")).unwrap());
        let list = store.list(plan);
        let texts: Vec<_> = list.iter().map(|v| store.read(plan, v).unwrap()).collect();
        assert_eq!(texts, [&b"one"[..], b"two", b"three"]);
        assert_eq!(list[0].about.kind, VersionKind::Opened);
        assert!(
            !store.keep(plan, b"three", 300, &about(VersionKind::Named, "before the presentation")).unwrap()
        );
        store.name(plan, &list[1], "बुनाई\u{202e}").unwrap();
        let names: Vec<_> = store.list(plan).into_iter().map(|v| v.about.name).collect();
        assert_eq!(names, ["", "बुनाई", "before the presentation"]);
    }

    #[test]
    fn damage_is_noticed_and_strange_files_are_left_alone() {
        let data = Scratch::new();
        let store = VersionStore::new(&data.0).unwrap();
        let plan = Id::from_bits(5);
        store.keep(plan, b"one", 100, &about(VersionKind::Saved, "")).unwrap();
        store.keep(plan, b"two", 200, &about(VersionKind::Saved, "a name")).unwrap();
        let list = store.list(plan);
        let folder = store.folder(plan);
        fs::write(folder.join(stem(100, &list[0].hash) + ENDING), "0ne").unwrap();
        fs::write(folder.join(stem(200, &list[1].hash) + ABOUT), [0xff, 0, b'(']).unwrap();
        fs::write(folder.join("notes.txt"), "mine").unwrap();
        fs::write(folder.join("00000000x100-0123456789abcdef.plan.ron"), "mine").unwrap();
        let list = store.list(plan);
        assert_eq!(list.len(), 2);
        assert_eq!(store.read(plan, &list[0]), Err(NoVersion::Damaged));
        assert_eq!(store.read(plan, &list[1]).unwrap(), b"two");
        assert_eq!(list[1].about, About::default());
        fs::remove_file(folder.join(stem(200, &list[1].hash) + ENDING)).unwrap();
        assert_eq!(store.read(plan, &list[1]), Err(NoVersion::Gone));
        assert!(folder.join("notes.txt").exists());
    }

    #[test]
    fn versions_thin_out_with_time() {
        let now = 200 * DAY;
        // One each five minutes for a hundred days.
        let versions: Vec<_> = (0..100 * DAY / 300)
            .map(|i| {
                version(
                    now - 100 * DAY + i * 300,
                    if i == 7 { VersionKind::Named } else { VersionKind::Saved },
                )
            })
            .collect();
        let gone: HashSet<u64> = thin(&versions, now).iter().map(|v| v.seconds).collect();
        let kept: Vec<u64> = versions.iter().map(|v| v.seconds).filter(|s| !gone.contains(s)).collect();
        let younger = |age: u64| kept.iter().filter(|s| now - **s <= age).count();
        assert_eq!(younger(HOUR), 12);
        assert_eq!(younger(DAY), 12 + 23);
        assert!((12 + 23 + 88..=12 + 23 + 91).contains(&younger(90 * DAY)), "{}", younger(90 * DAY));
        assert_eq!(kept[0], versions[0].seconds, "the first one stays");
        assert_eq!(kept[1], versions[7].seconds, "a named one stays");
        assert_eq!(younger(u64::MAX), younger(90 * DAY) + 2);
        // Thinning again takes nothing more.
        let again: Vec<_> = versions.iter().filter(|v| !gone.contains(&v.seconds)).cloned().collect();
        assert_eq!(thin(&again, now), []);
    }

    #[test]
    fn there_are_never_too_many_or_too_much() {
        let now = 1000 * DAY;
        let names: Vec<_> = (0..300).map(|i| version(now - 400 + i, VersionKind::Named)).collect();
        let gone = thin(&names, now);
        assert_eq!(gone.len(), 100);
        assert!(
            gone.iter().all(|v| v.seconds <= names[100].seconds && v.seconds > names[0].seconds),
            "the oldest go"
        );
        let mut large: Vec<_> = (0..10).map(|i| version(now - 100 + i, VersionKind::Saved)).collect();
        large.iter_mut().for_each(|v| v.len = 20 << 20);
        large[0].about.name = "a name".into();
        let gone: Vec<_> = thin(&large, now).iter().map(|v| v.seconds).collect();
        assert_eq!(gone.len(), 7);
        assert!(!gone.contains(&large[0].seconds) && !gone.contains(&large[9].seconds));
        let only = [Version { len: 1 << 40, ..version(5, VersionKind::Saved) }];
        assert_eq!(thin(&only, now), [], "the newest stays, whatever it is");
    }
}
