//! The program is killed while it saves, twice over, on full disks and while somebody types; nothing that was acknowledged is lost.
//!
//! Each test starts this binary again as its victim: the same code path as the program, in a process that can be killed. With
//! `RENCANA_LONG` they run as often as a release asks; every line of the table tells how often.

use crate::support::{Scratch, home};
use rencana::{
    document::Document,
    file::{
        self, Extras,
        disk::{self, Changed, FailureKind, Fingerprint, Outcome},
    },
    plan::{Edit, Id, IdentityField, Plan, Text},
};
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Names the file of a victim.
const VICTIM: &str = "RENCANA_VICTIM";

fn is_long() -> bool {
    std::env::var_os("RENCANA_LONG").is_some()
}

/// Small random numbers, the same for a seed every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// The file that this process is to write, when it was started as a victim of this test.
fn victim(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os(VICTIM)?;
    let (name, path) = named.to_str()?.split_once('=')?;
    (name == test).then(|| path.into())
}

/// Starts this binary again as the victim of a test.
fn start(test: &str, path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("kill::{test}"), "--nocapture", "--test-threads=1"])
        .env(VICTIM, format!("{test}={}", path.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn example() -> Vec<u8> {
    std::fs::read(home().join("examples/nepal-lokta-paper.plan.ron")).unwrap()
}

fn short_plan() -> String {
    file::write(&with_title(&Plan::new(Id::from_bits(1)), "weaving 0"), &Extras::default()).unwrap()
}

fn with_title(plan: &Plan, title: &str) -> Plan {
    let mut document = Document::saved(plan.clone());
    document.apply(&Edit::Identity(IdentityField::Title(Text::english(title)))).unwrap();
    Plan::clone(document.plan())
}

fn number_in(bytes: &[u8], context: &str) -> u64 {
    let opened = file::read(bytes).unwrap_or_else(|p| panic!("{context}: {}", p.render()));
    let title = opened.plan.identity.title.best(opened.plan.languages()).raw().to_owned();
    title.rsplit(' ').next().unwrap().parse().unwrap_or_else(|_| panic!("{context}: {title}"))
}

/// Saves the plan again and again, each time with the next number in its title, and says each number when it is saved.
fn save_for_ever(path: &Path) -> ! {
    let (bytes, mut known) = disk::load(path).unwrap();
    let opened = file::read(&bytes).unwrap();
    let mut n = number_in(&bytes, "start");
    let mut out = std::io::stdout();
    loop {
        n += 1;
        // Long and short ones in turn.
        let plan = with_title(
            &opened.plan,
            &format!("{} {n}", "weaving ".repeat(usize::try_from(n % 7).unwrap() * 600)),
        );
        let text = file::write(&plan, &opened.extras).unwrap();
        known = *disk::save(path, text.as_bytes(), Some(&known)).saved().unwrap();
        writeln!(out, "\nsaved {n}").unwrap();
        out.flush().unwrap();
    }
}

/// The number in the last whole line "saved N" of what a victim said.
fn last_saved(said: &str) -> Option<u64> {
    let whole = &said[..said.rfind('\n').unwrap_or(0)];
    whole.lines().rev().find_map(|line| line.strip_prefix("saved ")?.parse().ok())
}

#[test]
fn a_killed_program_leaves_the_last_saved_plan_whole() {
    const NAME: &str = "a_killed_program_leaves_the_last_saved_plan_whole";
    if let Some(path) = victim(NAME) {
        save_for_ever(&path);
    }
    let (kills, seed) = (if is_long() { 2000 } else { 200 }, 7);
    let (folder, mut dice) = (Scratch::new(), Dice(seed));
    // A short plan: most of the victim's time goes into saving.
    let path = folder.put("shared.plan.ron", short_plan());
    let (mut acknowledged, mut saves) = (0, 0);
    for kill in 0..kills {
        let mut child = start(NAME, &path);
        // Killed at a random moment after its first save: starting takes most of the time.
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while last_saved(&said).is_none() {
            assert!(out.read_line(&mut said).unwrap() > 0, "the victim ended by itself: {said}");
        }
        std::thread::sleep(Duration::from_micros(dice.below(12_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = Vec::new();
        out.read_to_end(&mut rest).unwrap();
        said += &String::from_utf8_lossy(&rest);
        let last = last_saved(&said).unwrap();
        saves += last - acknowledged;
        let found = number_in(&folder.read("shared.plan.ron"), &format!("kill {kill}, seed {seed}"));
        assert!(found == last || found == last + 1, "kill {kill}: {found} in the file, {last} acknowledged");
        acknowledged = found;
    }
    println!(
        "kill -9 while saving | {kills} kills, {saves} saves | seed {seed} | 0 torn, 0 acknowledged saves lost"
    );
}

/// Saves a plan some times; when another process was faster, takes its version and goes on from it. Says how often it heard of the other:
/// before it wrote, and of a version that came in the same instant and stands beside.
fn save_against_another(path: &Path, rounds: u64) {
    let (bytes, mut known) = disk::load(path).unwrap();
    let mut opened = file::read(&bytes).unwrap();
    let (mut told, mut beside, mut saved) = (0, 0, 0);
    while saved < rounds {
        let n = number_in(file::write(&opened.plan, &opened.extras).unwrap().as_bytes(), "mine") + 1;
        let plan = with_title(&opened.plan, &format!("weaving {n}"));
        let text = file::write(&plan, &opened.extras).unwrap();
        match disk::save(path, text.as_bytes(), Some(&known)) {
            Outcome::Conflict(Changed::Bytes(_)) => told += 1,
            Outcome::Failed(failure) if failure.kind == FailureKind::InUse => continue,
            outcome => {
                known = *outcome.saved().unwrap_or_else(|| panic!("{outcome:?}"));
                beside += u64::from(matches!(outcome, Outcome::SavedBeside(..)));
                opened.plan = plan;
                saved += 1;
                continue;
            }
        }
        let (bytes, now) = disk::load(path).unwrap();
        // Never torn: whatever stands there opens.
        (opened, known) = (file::read(&bytes).unwrap(), now);
    }
    println!("\nended {told} {beside}");
}

#[test]
fn two_programs_that_save_the_same_file_never_tear_it_and_hear_of_each_other() {
    const NAME: &str = "two_programs_that_save_the_same_file_never_tear_it_and_hear_of_each_other";
    let rounds = if is_long() { 500 } else { 60 };
    if let Some(path) = victim(NAME) {
        return save_against_another(&path, rounds);
    }
    let folder = Scratch::new();
    let path = folder.put("shared.plan.ron", short_plan());
    let both = [start(NAME, &path), start(NAME, &path)];
    let (mut told, mut beside) = (0, 0);
    for child in both {
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}");
        let ended = said.lines().find_map(|l| l.strip_prefix("ended ")).unwrap_or_else(|| panic!("{said}"));
        let mut counts = ended.split(' ').map(|count| count.parse::<u64>().unwrap());
        told += counts.next().unwrap();
        beside += counts.next().unwrap();
    }
    // Each save counted one up from what it knew: a number that is missing was written over, and its version must stand beside.
    let last = number_in(&folder.read("shared.plan.ron"), "at the end");
    let untold = 2 * rounds - last - beside;
    println!(
        "two processes, one file | {} saves | no seed | {told} told, {beside} kept beside, {untold} untold, 0 torn",
        2 * rounds
    );
    assert_eq!(untold, 0, "of {} saves", 2 * rounds);
    assert!(told > 0);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count() as u64, 1 + beside, "nothing else is left");
}

/// A small disk that goes with the test; nothing where nobody may mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(folder: &Scratch, size: &str) -> Option<Self> {
        let path = folder.path().join("disk");
        std::fs::create_dir_all(&path).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(&path)
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(path))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_keeps_the_old_plan_and_says_so() {
    let (runs, seed) = (if is_long() { 200 } else { 25 }, 11);
    let folder = Scratch::new();
    let Some(disk) = SmallDisk::new(&folder, "400k") else {
        // The simulated disk of `file::disk` fills up at every call in the normal tests.
        println!("full disks | skipped: no right to mount one");
        return;
    };
    let mut dice = Dice(seed);
    let path = disk.0.join("a.plan.ron");
    let ballast = disk.0.join("ballast");
    let opened = file::read(&example()).unwrap();
    let (mut refused, mut saved) = (0, 0);
    let write = |n: u64, path: &Path, known: Option<&Fingerprint>| {
        let text = file::write(&with_title(&opened.plan, &format!("weaving {n}")), &opened.extras).unwrap();
        disk::save(path, text.as_bytes(), known)
    };
    let mut known = *write(0, &path, None).saved().unwrap();
    let mut n = 0;
    for _ in 0..runs {
        let filled = usize::try_from(dice.below(400)).unwrap() * 1024;
        // Stops where the disk is full.
        let _ = std::fs::write(&ballast, vec![1; filled]);
        match write(n + 1, &path, Some(&known)) {
            Outcome::Failed(failure) => {
                assert_eq!(failure.kind, FailureKind::DiskFull, "{failure}");
                let room = failure.room.expect("how much is needed and free");
                assert!(room.needed > room.free && failure.message.contains("KB needed"), "{failure}");
                refused += 1;
            }
            outcome => {
                known = *outcome.saved().unwrap_or_else(|| panic!("{outcome:?}"));
                (n, saved) = (n + 1, saved + 1);
            }
        }
        assert_eq!(number_in(&std::fs::read(&path).unwrap(), "after"), n);
        std::fs::remove_file(&ballast).unwrap();
        let left = std::fs::read_dir(&disk.0).unwrap().count();
        assert_eq!(left, 1, "something was left behind");
    }
    assert!(refused > 0 && saved > 0, "{refused} refused, {saved} saved");
    println!(
        "full disks | {runs} fills: {saved} saved, {refused} refused | seed {seed} | 0 lost, 0 left behind"
    );
}

#[test]
fn versions_and_recovery_copies_survive_a_kill_too() {
    const NAME: &str = "versions_and_recovery_copies_survive_a_kill_too";
    use rencana::file::{
        recovery::{Meta, RecoveryStore},
        versions::{About, VersionStore},
    };
    let id: Id<Plan> = Id::from_bits(5);
    if let Some(path) = victim(NAME) {
        let (recovery, versions) = (RecoveryStore::new(&path).unwrap(), VersionStore::new(&path).unwrap());
        let slot = recovery.slot().unwrap();
        for n in 1.. {
            let text = format!("plan {n} ").repeat(500);
            recovery.snapshot(&slot, text.as_bytes(), &Meta { seconds: n, ..Meta::default() }).unwrap();
            versions.keep(id, text.as_bytes(), n, &About::default()).unwrap();
            println!("\nsaved {n}");
            std::io::stdout().flush().unwrap();
        }
    }
    let (kills, mut dice) = (if is_long() { 300 } else { 20 }, Dice(3));
    for kill in 0..kills {
        let folder = Scratch::new();
        let mut child = start(NAME, folder.path());
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while last_saved(&said).is_none() {
            assert!(out.read_line(&mut said).unwrap() > 0, "{said}");
        }
        std::thread::sleep(Duration::from_micros(dice.below(15_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = Vec::new();
        out.read_to_end(&mut rest).unwrap();
        let last = last_saved(&(said + &String::from_utf8_lossy(&rest))).unwrap();
        let whole = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let n: u64 = text.split(' ').nth(1).unwrap().parse().unwrap();
            assert_eq!(text, format!("plan {n} ").repeat(500), "kill {kill}");
            n
        };
        let recovery = RecoveryStore::new(folder.path()).unwrap();
        let orphans = recovery.orphans();
        assert_eq!(orphans.len(), 1, "kill {kill}");
        assert!(whole(&recovery.restore(&orphans[0]).unwrap()) >= last);
        let versions = VersionStore::new(folder.path()).unwrap();
        let newest = versions.list(id).pop().unwrap();
        assert!(whole(&versions.read(id, &newest).unwrap()) >= last);
    }
    println!("kill -9 while keeping versions and recovery copies | {kills} kills | seed 3 | 0 torn, 0 lost");
}
