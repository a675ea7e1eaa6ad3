use super::sim::{Fault, SimFs};
use super::*;
use std::{collections::BTreeMap, io::ErrorKind};

const DOC: &str = "/doc/a.plan.ron";

pub(super) fn doc() -> &'static Path {
    Path::new(DOC)
}

pub(super) fn text(n: usize, len: usize) -> Vec<u8> {
    format!("plan {n} ").into_bytes().into_iter().cycle().take(len).collect()
}

/// How many states of the disk were looked at.
#[derive(Default)]
struct Count(usize);

fn check_after_crash(fs: &SimFs, count: &mut Count, allowed: &[&[u8]]) {
    fs.after_crash(|files| {
        count.0 += 1;
        let found = files.get(doc()).unwrap_or_else(|| panic!("the file is gone: {:?}", files.keys()));
        assert!(allowed.contains(&&found[..]), "neither old nor new: {} bytes", found.len());
    });
}

/// Two saves one after the other, the power cut before every call.
fn crash_everywhere(sizes: [usize; 3], no_new_files: bool, count: &mut Count) {
    let [old, new, newer] = [text(0, sizes[0]), text(1, sizes[1]), text(2, sizes[2])];
    for crash_at in 0.. {
        let fs = SimFs::with_file(doc(), &old);
        *fs.fault.borrow_mut() = Fault { crash_at: Some(crash_at), no_new_files, ..Fault::default() };
        let saver = Saver::new(&fs).with_aside(Path::new("/data"));
        let first = saver.save(doc(), &new, Some(&Fingerprint::of(&old, None)));
        let (mut allowed, mut finished) = (vec![&old[..], &new[..]], false);
        if first.saved().is_some() {
            let second = saver.save(doc(), &newer, Some(&Fingerprint::of(&new, None)));
            finished = second.saved().is_some();
            allowed = if finished { vec![&newer[..]] } else { vec![&new[..], &newer[..]] };
            if let Outcome::SavedUnconfirmed(..) = first {
                allowed.push(&old);
            }
            if let Outcome::SavedUnconfirmed(..) = second {
                allowed.push(&new);
            }
        }
        if no_new_files {
            check_over_after_crash(&fs, count, &allowed);
        } else {
            check_after_crash(&fs, count, &allowed);
        }
        if finished && fs.calls() < crash_at {
            break;
        }
    }
}

/// Writing over may tear the file, but then old and new are both whole in the folder for copies.
fn check_over_after_crash(fs: &SimFs, count: &mut Count, allowed: &[&[u8]]) {
    fs.after_crash(|files| {
        count.0 += 1;
        let found = files.get(doc()).unwrap();
        if !allowed.contains(&&found[..]) {
            for whole in allowed {
                let copy = files.iter().any(|(p, b)| p.starts_with("/data") && b == whole);
                assert!(copy || allowed.len() == 1, "torn, and no copy of {} bytes", whole.len());
            }
        }
    });
}

#[test]
fn a_power_cut_leaves_the_old_file_or_the_new_one() {
    let mut count = Count::default();
    let mut dice = crate::plan::sample::Dice::new(1);
    for round in 0..24 {
        let sizes = match round {
            0 => [10, 20, 5],
            1 => [600, 40_000, 700],
            2 => [0, 2048, 0],
            3 => [1024, 1024, 1024],
            _ => std::array::from_fn(|_| dice.below(6000)),
        };
        crash_everywhere(sizes, false, &mut count);
        crash_everywhere(sizes, true, &mut count);
    }
    assert!(count.0 > 10_000, "only {} states", count.0);
}

const ERRORS: [ErrorKind; 9] = [
    ErrorKind::StorageFull,
    ErrorKind::PermissionDenied,
    ErrorKind::NotFound,
    ErrorKind::Interrupted,
    ErrorKind::InvalidInput,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::QuotaExceeded,
    ErrorKind::CrossesDevices,
    ErrorKind::Other,
];

/// Looks at what stands there after a run in which a call failed.
fn check_after_fault(fs: &SimFs, outcome: &Outcome, [old, new]: [&Vec<u8>; 2], context: &str) {
    let files = fs.files();
    let now = &files[doc()];
    match outcome {
        Outcome::Saved(f) | Outcome::SavedInPlace(f) | Outcome::SavedUnconfirmed(f, _) => {
            assert_eq!(now, new, "{context}");
            assert!(f.same_bytes(&Fingerprint::of(new, None)));
        }
        // What came out could not be read: it is kept, whosever it is.
        Outcome::SavedBeside(_, other) => assert_eq!((now, &files[other]), (new, old), "{context}"),
        Outcome::Failed(failure) => {
            assert_eq!(now, old, "{context}");
            assert!(!failure.hint.is_empty() && failure.message.ends_with("ron"), "{context}");
        }
        Outcome::Conflict(changed) => {
            assert_eq!((changed, now), (&Changed::Gone, old), "{context}");
            assert!(context.contains("NotFound"), "{context}");
        }
    }
}

#[test]
fn every_call_may_fail_once_or_for_good() {
    let (old, new) = (text(0, 3000), text(1, 5000));
    let (mut count, mut runs) = (Count::default(), 0);
    let known = Fingerprint::of(&old, None);
    let ways = ERRORS.into_iter().flat_map(|kind| [(kind, false), (kind, true)]);
    for ((kind, forever), expected) in ways.flat_map(|way| [(way, None), (way, Some(&known))]) {
        for at in 0.. {
            let fs = SimFs::with_file(doc(), &old);
            *fs.fault.borrow_mut() = Fault { fail_at: Some((at, kind, forever)), ..Fault::default() };
            let outcome = Saver::new(&fs).with_aside(Path::new("/data")).save(doc(), &new, expected);
            if fs.calls() <= at {
                break;
            }
            runs += 1;
            let context = format!("{kind:?} at {at}, forever {forever}, {expected:?}: {outcome:?}");
            check_after_fault(&fs, &outcome, [&old, &new], &context);
            if forever {
                continue;
            }
            let left = fs.files().keys().filter(|p| p.extension().is_some_and(|e| e == "part")).count();
            // The call that failed may be the one that clears up; what is left then goes with the next sweep.
            let failed_last = at + 1 == fs.calls();
            assert!(left == 0 || failed_last || matches!(outcome, Outcome::Failed(_)), "{context}");
            let allowed: &[&[u8]] = match outcome {
                // Folders that have no way to confirm names are believed: nothing more can be done there.
                Outcome::Saved(_)
                    if matches!(kind, ErrorKind::PermissionDenied | ErrorKind::InvalidInput) =>
                {
                    &[&old, &new]
                }
                Outcome::Saved(_) => &[&new],
                Outcome::Failed(_) | Outcome::Conflict(_) => &[&old],
                _ => &[&old, &new],
            };
            check_after_crash(&fs, &mut count, allowed);
        }
    }
    assert!(runs > 400 && count.0 > 800, "{runs} runs, {} states", count.0);
}

#[test]
fn a_fault_while_the_next_session_saves_after_a_crash() {
    let (old, new, newer) = (text(0, 3000), text(1, 5000), text(2, 4000));
    let mut count = Count::default();
    for crash_at in 0..40 {
        let fs = SimFs::with_file(doc(), &old);
        fs.fault.borrow_mut().crash_at = Some(crash_at);
        let _ = Saver::new(&fs).save(doc(), &new, None);
        let mut disks = Vec::<BTreeMap<_, _>>::new();
        fs.after_crash(|files| {
            if !disks.contains(files) {
                disks.push(files.clone());
            }
        });
        for files in &disks {
            for fail_at in 0..12 {
                let fs = SimFs::from_files(files);
                fs.fault.borrow_mut().fail_at = Some((fail_at, ErrorKind::StorageFull, false));
                let outcome = Saver::new(&fs).save(doc(), &newer, None);
                let allowed: &[&[u8]] = match outcome {
                    Outcome::Saved(_) => &[&newer],
                    _ => &[&old, &new, &newer],
                };
                check_after_crash(&fs, &mut count, allowed);
            }
        }
    }
    assert!(count.0 > 2000, "{} states", count.0);
}

#[test]
fn a_disk_that_lies_is_found_out() {
    let (old, new) = (text(0, 3000), text(1, 5000));
    let fs = SimFs::with_file(doc(), &old);
    fs.fault.borrow_mut().lies_after = Some(4096);
    let Outcome::Failed(failure) = Saver::new(&fs).save(doc(), &new, None) else { panic!("believed") };
    assert_eq!(failure.kind, FailureKind::CameBackDifferent);
    assert_eq!(fs.files().into_values().collect::<Vec<_>>(), [old]);
}

#[test]
fn a_full_disk_says_how_much_room_there_is() {
    let (old, new) = (text(0, 300), text(1, 5000));
    for (free, told) in
        [(Some(2048), Some(Room { needed: 5000, free: 2048 })), (Some(9000), None), (None, None)]
    {
        let fs = SimFs::with_file(doc(), &old);
        *fs.fault.borrow_mut() =
            Fault { fail_at: Some((3, ErrorKind::StorageFull, false)), free, ..Fault::default() };
        let Outcome::Failed(failure) = Saver::new(&fs).save(doc(), &new, None) else { panic!("saved") };
        assert_eq!((failure.kind, failure.room), (FailureKind::DiskFull, told), "{failure}");
        assert_eq!(fs.files().into_values().collect::<Vec<_>>(), [&old[..]]);
    }
}

#[test]
fn files_change_names_in_one_step_and_runs_wait_for_each_other() {
    let folder = Scratch::new();
    let path = folder.0.join("a.plan.ron");
    std::fs::write(&path, "old").unwrap();
    // The step itself, on the real file system.
    std::fs::write(folder.0.join("b"), "new").unwrap();
    match RealFs.exchange(&folder.0.join("b"), &path) {
        Ok(()) => assert_eq!(std::fs::read(&path).unwrap(), b"new"),
        Err(e) => assert!(matches!(e.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported), "{e}"),
    }
    assert_eq!(folder.names(), ["a.plan.ron", "b"]);
    let held = RealFs.hold(&folder.0);
    assert!(held.is_some() && RealFs.hold(&folder.0).is_none(), "one after the other");
    drop(held);
    assert!(RealFs.hold(&folder.0).is_some());
    assert!(RealFs.hold(&folder.0.join("none")).is_none());
}

#[test]
fn a_file_that_somebody_changed_is_not_replaced() {
    let (old, new, theirs) = (text(0, 30), text(1, 30), text(2, 30));
    let fs = SimFs::with_file(doc(), &theirs);
    let outcome = Saver::new(&fs).save(doc(), &new, Some(&Fingerprint::of(&old, None)));
    assert_eq!(outcome, Outcome::Conflict(Changed::Bytes(Fingerprint::of(&theirs, None))));
    assert_eq!(fs.files()[doc()], theirs);
    let fs = SimFs::default();
    let outcome = Saver::new(&fs).save(doc(), &new, Some(&Fingerprint::of(&old, None)));
    assert_eq!(outcome, Outcome::Conflict(Changed::Gone));
    assert!(fs.files().is_empty());
}

/// A folder of its own for one test, removed at its end.
pub(crate) struct Scratch(pub PathBuf);

impl Scratch {
    pub(crate) fn new() -> Self {
        let path =
            std::env::temp_dir().join(format!("rencana-{}-{}", std::process::id(), part_name().unwrap()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_real_file_is_saved_loaded_and_guarded() {
    let folder = Scratch::new();
    let path = folder.0.join("plan नेपाल.plan.ron");
    let Outcome::Saved(first) = save(&path, b"one", None) else { panic!() };
    assert_eq!(load(&path).unwrap().0, b"one");
    let Outcome::Saved(second) = save(&path, b"two", Some(&first)) else { panic!() };
    assert_eq!(changed(&path, &second), None);
    assert!(matches!(save(&path, b"three", Some(&first)), Outcome::Conflict(Changed::Bytes(_))));
    assert_eq!(load(&path).unwrap().1, second);
    assert_eq!(folder.names(), ["plan नेपाल.plan.ron"]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(changed(&path, &second), Some(Changed::Gone));
}

#[test]
fn what_stands_in_the_way_has_a_plain_message() {
    let folder = Scratch::new();
    let check = |path: &Path, kind: FailureKind| match save(path, b"x", None) {
        Outcome::Failed(failure) => assert_eq!(failure.kind, kind, "{failure}"),
        other => panic!("{other:?}"),
    };
    check(&folder.0.join("gone/a.plan.ron"), FailureKind::FolderGone);
    check(&folder.0, FailureKind::NotAFile);
    check(&folder.0.join("a".repeat(400)), FailureKind::BadName);
    let path = folder.0.join("ro.plan.ron");
    std::fs::write(&path, "old").unwrap();
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights.clone()).unwrap();
    check(&path, FailureKind::ReadOnly);
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
    assert_eq!(load(&folder.0.join("none")).unwrap_err().kind, ProblemKind::Unreadable);
    assert_eq!(load(&folder.0).unwrap_err().kind, ProblemKind::Unreadable);
    let longest = folder.0.join("b".repeat(255));
    assert!(matches!(save(&longest, b"x", None), Outcome::Saved(_)));
}

#[test]
fn large_files_are_asked_about_and_huge_ones_refused() {
    let folder = Scratch::new();
    let path = folder.0.join("large.plan.ron");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(ASK_ABOVE).unwrap();
    assert!(load(&path).is_ok());
    file.set_len(ASK_ABOVE + 1).unwrap();
    assert_eq!(load(&path).unwrap_err().kind, ProblemKind::Large);
    assert!(load_large(&path).is_ok());
    file.set_len(REFUSE_ABOVE + 1).unwrap();
    assert_eq!(load_large(&path).unwrap_err().kind, ProblemKind::TooLarge);
}

#[cfg(unix)]
#[test]
fn rights_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Scratch::new();
    let (path, link) = (folder.0.join("real.plan.ron"), folder.0.join("link.plan.ron"));
    std::fs::write(&path, "old").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o664)).unwrap();
    symlink("real.plan.ron", &link).unwrap();
    assert!(matches!(save(&link, b"new", None), Outcome::Saved(_)));
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o664);
    let circle = folder.0.join("circle");
    symlink("circle", &circle).unwrap();
    assert!(matches!(save(&circle, b"x", None), Outcome::Failed(_)));
    let dangling = folder.0.join("dangling");
    symlink("made.plan.ron", &dangling).unwrap();
    assert!(matches!(save(&dangling, b"x", None), Outcome::Saved(_)));
    assert!(folder.0.join("made.plan.ron").exists());
}

#[cfg(windows)]
#[test]
fn a_file_that_another_program_holds_is_waited_for_and_told() {
    use std::os::windows::fs::OpenOptionsExt as _;
    let folder = Scratch::new();
    let path = folder.0.join("a.plan.ron");
    std::fs::write(&path, "old").unwrap();
    let old = Fingerprint::of(b"old", None);
    let hold = || std::fs::File::options().read(true).share_mode(0).open(&path).unwrap();
    let held = hold();
    assert_eq!(changed(&path, &old), None, "not to be seen now is not gone");
    assert!(load(&path).unwrap_err().render().contains("another program holds the file"));
    match save(&path, b"new", Some(&old)) {
        Outcome::Failed(failure) => assert_eq!(failure.kind, FailureKind::InUse, "{failure}"),
        other => panic!("{other:?}"),
    }
    drop(held);
    assert_eq!(std::fs::read(&path).unwrap(), b"old");
    // A scanner looks at it for a moment.
    let held = hold();
    let scanner = std::thread::Builder::new();
    let scanner = scanner.spawn(move || {
        std::thread::sleep(Duration::from_millis(120));
        drop(held);
    });
    assert!(matches!(save(&path, b"new", Some(&old)), Outcome::Saved(_)));
    scanner.unwrap().join().unwrap();
    assert_eq!(folder.names(), ["a.plan.ron"]);
}

#[test]
fn what_killed_saves_left_behind_is_swept_after_a_day() {
    let folder = Scratch::new();
    for name in [".~0123abcd.part", ".~0123abcd.part2", ".~0123abcg.part", "my.part"] {
        std::fs::write(folder.0.join(name), "x").unwrap();
    }
    let now = std::fs::metadata(folder.0.join("my.part")).unwrap().modified().unwrap();
    assert_eq!(sweep(&folder.0, now, |_, _| true), 0);
    let tomorrow = now + Duration::from_secs(25 * 60 * 60);
    let is_wanted = |bytes: &[u8], written: SystemTime| bytes != b"x" || written > tomorrow;
    assert_eq!(sweep(&folder.0, tomorrow, is_wanted), 0);
    assert_eq!(sweep(&folder.0, tomorrow, |_, _| true), 1);
    assert_eq!(folder.names(), [".~0123abcd.part2", ".~0123abcg.part", "my.part"]);
}

/// Each save counts one up from what it knew: whoever is written over without a word leaves a gap.
#[test]
fn of_two_who_save_at_once_each_hears_of_the_other() {
    let folder = Scratch::new();
    let path = folder.0.join("shared.plan.ron");
    let base = *save(&path, &text(0, 3500), None).saved().unwrap();
    let number = |bytes: &[u8]| -> usize {
        let n = String::from_utf8_lossy(bytes).split(' ').nth(1).unwrap().parse().unwrap();
        assert!([3500, 4000].iter().any(|len| text(n, *len) == bytes), "torn");
        n
    };
    let run = |len: usize| {
        let (path, mut known) = (path.clone(), (0, base));
        move || {
            let (mut saved, mut told) = (0, 0);
            while saved < 100 {
                let next = known.0 + 1;
                match save(&path, &text(next, len), Some(&known.1)) {
                    Outcome::Conflict(_) => {
                        let (bytes, now) = load(&path).unwrap();
                        (known, told) = ((number(&bytes), now), told + 1);
                    }
                    outcome => {
                        assert!(!matches!(outcome, Outcome::SavedBeside(..)), "they wait for each other");
                        (known, saved) = ((next, *outcome.saved().unwrap()), saved + 1);
                    }
                }
            }
            told
        }
    };
    let told: Vec<usize> = std::thread::scope(|s| {
        let both = [s.spawn(run(3500)), s.spawn(run(4000))];
        both.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(told.iter().sum::<usize>() > 0);
    assert_eq!(number(&std::fs::read(&path).unwrap()), 200, "nobody was written over without a word");
    assert_eq!(folder.names(), ["shared.plan.ron"]);
}
