//! Many states of a disk that loses power, and none in which a plan is lost: the simulation at length.
//!
//! The normal tests look at 100,000 states; with `RENCANA_LONG` it is a million and more. Every line of the table names its seed.

use super::sim::{Fault, SimFs};
use super::tests::{doc, text};
use super::*;
use crate::plan::sample::Dice;
use std::{collections::BTreeMap, io::ErrorKind};

fn wanted_states() -> usize {
    if std::env::var_os("RENCANA_LONG").is_some() { 1_000_000 } else { 100_000 }
}

/// What the disk may hold after a crash: any of these, whole.
struct Promise<'a> {
    allowed: Vec<&'a [u8]>,
    /// Whether the file may be torn when both versions stand whole in the folder for copies.
    may_tear: bool,
}

impl Promise<'_> {
    fn check(&self, files: &BTreeMap<PathBuf, Vec<u8>>, context: &dyn Fn() -> String) {
        let found = files.get(doc()).unwrap_or_else(|| panic!("the file is gone: {}", context()));
        if self.allowed.contains(&&found[..]) {
            return;
        }
        let copies = || files.iter().filter(|(path, _)| path.starts_with("/data")).map(|(_, bytes)| bytes);
        let are_safe = self.may_tear && self.allowed.iter().all(|whole| copies().any(|copy| copy == whole));
        assert!(are_safe, "neither old nor new, {} bytes: {}", found.len(), context());
    }
}

/// Two saves, one after the other, the power cut before every call; then a third save on every disk that is left, cut again.
fn one_life(seed: u64, states: &mut usize) {
    let mut dice = Dice::new(seed);
    let sizes: [usize; 3] = std::array::from_fn(|_| match dice.below(4) {
        0 => dice.below(20),
        1 => 512 * dice.below(6),
        _ => dice.below(5000),
    });
    let [old, new, newer] = [text(0, sizes[0]), text(1, sizes[1]), text(2, sizes[2])];
    let (no_new_files, no_exchange) = (dice.below(4) == 0, dice.below(4) == 0);
    let mut finished = false;
    for crash_at in 0.. {
        let fs = SimFs::with_file(doc(), &old);
        *fs.fault.borrow_mut() =
            Fault { crash_at: Some(crash_at), no_new_files, no_exchange, ..Fault::default() };
        let saver = Saver::new(&fs).with_aside(Path::new("/data"));
        let first = saver.save(doc(), &new, Some(&Fingerprint::of(&old, None)));
        let mut promise = Promise { allowed: vec![&old, &new], may_tear: no_new_files };
        if first.saved().is_some() {
            promise.allowed = match first {
                Outcome::SavedUnconfirmed(..) => vec![&old, &new, &newer],
                _ => vec![&new, &newer],
            };
            let second = saver.save(doc(), &newer, Some(&Fingerprint::of(&new, None)));
            if let Outcome::Saved(_) | Outcome::SavedInPlace(_) = second {
                promise.allowed = vec![&newer];
                finished = true;
            }
        }
        let mut disks: Vec<BTreeMap<PathBuf, Vec<u8>>> = Vec::new();
        fs.after_crash(|files| {
            *states += 1;
            promise.check(files, &|| format!("seed {seed}, cut before call {crash_at}"));
            if disks.len() < 3 && files.len() > 1 && !disks.contains(files) {
                disks.push(files.clone());
            }
        });
        // The next run of the program saves on what is left, and the power goes again.
        for files in disks.iter().filter(|_| crash_at % 4 == seed as usize % 4) {
            again(files, &promise, seed, dice.below(14), states);
        }
        if finished && fs.calls() < crash_at {
            return;
        }
    }
}

fn again(
    files: &BTreeMap<PathBuf, Vec<u8>>,
    before: &Promise<'_>,
    seed: u64,
    crash_at: usize,
    states: &mut usize,
) {
    let last = text(3, 700);
    let fs = SimFs::from_files(files);
    fs.fault.borrow_mut().crash_at = Some(crash_at);
    let outcome = Saver::new(&fs).save(doc(), &last, None);
    let found = files[doc()].clone();
    let mut allowed: Vec<&[u8]> = vec![&last];
    if !matches!(outcome, Outcome::Saved(_)) {
        allowed.push(&found);
    }
    let promise = Promise { allowed, may_tear: before.may_tear };
    fs.after_crash(|files| {
        *states += 1;
        promise.check(files, &|| format!("seed {seed}, second cut before call {crash_at}"));
    });
}

#[test]
fn sim_no_state_of_a_disk_after_a_power_cut_loses_a_plan() {
    let (mut states, mut seed) = (0, 0);
    while states < wanted_states() {
        one_life(seed, &mut states);
        seed += 1;
    }
    println!("power cuts, simulated | {states} states | seeds 0..{seed} | 0 lost");
}

/// A write that fails, and then the power: reported as saved only when it is.
#[test]
fn sim_a_fault_and_then_a_power_cut_never_lie() {
    const KINDS: [ErrorKind; 5] = [
        ErrorKind::StorageFull,
        ErrorKind::PermissionDenied,
        ErrorKind::Interrupted,
        ErrorKind::QuotaExceeded,
        ErrorKind::Other,
    ];
    let wanted = wanted_states() / 4;
    let (mut states, mut seed) = (0, 0u64);
    while states < wanted {
        let mut dice = Dice::new(seed);
        let (old, new) = (text(0, dice.below(3000)), text(1, dice.below(3000)));
        let kind = KINDS[dice.below(KINDS.len())];
        let (fail_at, forever) = (dice.below(16), dice.below(3) == 0);
        let fs = SimFs::with_file(doc(), &old);
        *fs.fault.borrow_mut() = Fault { fail_at: Some((fail_at, kind, forever)), ..Fault::default() };
        let outcome = Saver::new(&fs).with_aside(Path::new("/data")).save(doc(), &new, None);
        // Folders that cannot confirm names are believed: nothing more can be done there.
        let is_believed = kind == ErrorKind::PermissionDenied;
        let allowed: Vec<&[u8]> = match outcome {
            Outcome::Saved(_) | Outcome::SavedInPlace(_) if !is_believed => vec![&new],
            Outcome::Failed(_) => vec![&old],
            _ => vec![&old, &new],
        };
        let promise =
            Promise { allowed, may_tear: matches!(outcome, Outcome::SavedInPlace(_)) && is_believed };
        fs.after_crash(|files| {
            states += 1;
            promise.check(files, &|| {
                format!("seed {seed}: {kind:?} at {fail_at}, forever {forever}: {outcome:?}")
            });
        });
        seed += 1;
    }
    println!("faults, then power cuts, simulated | {states} states | seeds 0..{seed} | 0 lost");
}

/// Another program saves the file at any moment of a save, and then the power goes at any moment: what it wrote is never lost, and it is
/// told when it came in between.
#[test]
fn sim_what_somebody_saves_in_the_same_instant_is_never_lost() {
    let wanted = wanted_states() / 4;
    let (mut states, mut seed, mut beside) = (0, 0u64, 0);
    while states < wanted {
        let mut dice = Dice::new(seed);
        let [old, new, theirs] = [0, 1, 2].map(|n| text(n, 20 + dice.below(3000)));
        // Until a save has no such call any more.
        for at in 0.. {
            let mut calls = 0;
            for crash_at in at.. {
                let fs = SimFs::with_file(doc(), &old);
                fs.fault.borrow_mut().crash_at = Some(crash_at);
                *fs.other.borrow_mut() = Some((at, doc().into(), theirs.clone()));
                let outcome = Saver::new(&fs).save(doc(), &new, Some(&Fingerprint::of(&old, None)));
                calls = fs.calls();
                if calls <= at {
                    break;
                }
                let context =
                    || format!("seed {seed}, theirs before call {at}, cut before {crash_at}: {outcome:?}");
                fs.after_crash(|files| {
                    states += 1;
                    assert!(files.values().any(|bytes| *bytes == theirs), "{}", context());
                    assert!([&old, &new, &theirs].contains(&&files[doc()]), "torn: {}", context());
                });
                if calls > crash_at {
                    continue;
                }
                // Nothing was cut.
                let files = fs.files();
                match &outcome {
                    Outcome::SavedBeside(_, other) => {
                        beside += 1;
                        assert_eq!((&files[doc()], &files[other]), (&new, &theirs), "{}", context());
                    }
                    Outcome::Conflict(_) => assert_eq!(files.len(), 1, "{}", context()),
                    _ => assert_eq!(files[doc()], theirs, "they came later: {}", context()),
                }
                break;
            }
            if calls <= at {
                break;
            }
        }
        seed += 1;
    }
    assert!(beside > 0);
    println!(
        "saved in the same instant, then power cuts, simulated | {states} states | seeds 0..{seed} | 0 lost, {beside} told"
    );
}
