//! Plans that need care, in the window: damaged files, plans that somebody else has open, earlier versions, folders that go away.

use crate::window::{Folder, example, field, has, type_into, wait, window};
use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use rencana::{
    app::App,
    file::{
        self,
        lock::{Holder, path_of},
    },
};
use std::path::{Path, PathBuf};

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_ok();
}

/// Whether something begins with these words.
fn says(harness: &Harness<'_, App>, words: &str) -> bool {
    let words = words.to_owned();
    // A screen reader reads what a label shows as its value.
    let says = move |text: Option<String>| text.is_some_and(|text| text.contains(&words));
    harness.query_all_by(move |node| says(node.label()) || says(node.value())).next().is_some()
}

/// Saves and waits until the file is another one.
fn save(harness: &mut Harness<'_, App>, path: &Path) {
    let before = std::fs::read(path).unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(harness, "the save", |_| std::fs::read(path).unwrap() != before);
}

fn damaged(folder: &Folder) -> (PathBuf, Vec<u8>) {
    let path = example(folder);
    let text = std::fs::read_to_string(&path).unwrap();
    // A quotation mark is gone in the middle.
    let middle = text.floor_char_boundary(text.len() / 2);
    let at = middle + text[middle..].find("\",\n").unwrap();
    let bytes = [&text.as_bytes()[..at], &text.as_bytes()[at + 1..]].concat();
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

#[test]
fn what_is_left_of_a_damaged_file_opens_as_a_plan_of_its_own() {
    let folder = Folder::new("damaged");
    let (path, bytes) = damaged(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the message", |h| has(h, "Open what can be rescued"));
    assert!(says(&harness, "rows of the plan can be read"));
    click(&mut harness, "Open what can be rescued");
    // What was set aside is shown at once, with its place.
    assert!(says(&harness, "set aside"), "the list");
    click(&mut harness, "Close");
    assert!(has(&harness, "Superior"));
    assert!(says(&harness, "Rescued from “lokta.plan.ron”"));
    click(&mut harness, "What was set aside");
    click(&mut harness, "Close");
    // Saving asks for a name: the damaged file stays as it is.
    type_into(&mut harness, "Superior", "X");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_ok();
    assert!(says(&harness, "Not saved in a file yet"), "it asks for a name first");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_plan_that_somebody_has_open_is_asked_about_and_never_blocked() {
    let folder = Folder::new("elsewhere");
    let path = example(&folder);
    let before = std::fs::read(&path).unwrap();
    let amina = "(name: \"Amina\", machine: \"FIELD-LAPTOP\", process: 7, since: 1501480000)";
    std::fs::write(path_of(&path), amina).unwrap();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the question", |h| has(h, "“lokta.plan.ron” is open elsewhere"));
    assert!(says(&harness, "Amina on FIELD-LAPTOP (since 31 Jul 2017"));
    click(&mut harness, "Open it to read");
    let superior = field(&harness, "Superior");
    type_into(&mut harness, "Superior", "X");
    harness.run_ok();
    assert!(has(&harness, "This plan is only to be read. Make a copy to change it"));
    assert_eq!(field(&harness, "Superior"), superior);
    assert_eq!(std::fs::read_to_string(path_of(&path)).unwrap(), amina, "the other's lock is left alone");
    click(&mut harness, "Make a copy to change");
    type_into(&mut harness, "Superior", "X");
    assert!(field(&harness, "Superior").contains('X'));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_ok();
    assert!(says(&harness, "Not saved in a file yet"), "a copy has no file yet");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_lock_stands_beside_an_open_plan_and_goes_with_it() {
    let folder = Folder::new("lock");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let me = Holder { name: "Budi".into(), machine: "OFFICE".into(), process: 1, since: 1 };
    let found = file::lock::holder(&path, &me, std::time::SystemTime::now()).unwrap();
    assert_eq!(found.process, std::process::id());
    // A save replaces the file, and the lock stays.
    type_into(&mut harness, "Superior", "X");
    save(&mut harness, &path);
    assert!(path_of(&path).exists());
    wait(&mut harness, "the end of the save", |h| has(h, "Saved as lokta.plan.ron"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run_ok();
    assert!(!path_of(&path).exists());
    // Leaving the program lets go too.
    let mut again = window(&folder.0, vec![path.clone()]);
    wait(&mut again, "the plan", |h| has(h, "Superior"));
    assert!(path_of(&path).exists());
    drop(again);
    assert!(!path_of(&path).exists());
}

#[test]
fn earlier_versions_are_listed_compared_and_opened_as_copies() {
    let folder = Folder::new("versions");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let superior = field(&harness, "Superior");
    type_into(&mut harness, "Superior", "X");
    save(&mut harness, &path);
    let versions = folder.0.join("data/versions");
    let count = || {
        let plans = std::fs::read_dir(&versions).into_iter().flatten().filter_map(Result::ok);
        let files = plans.flat_map(|p| std::fs::read_dir(p.path()).unwrap().filter_map(Result::ok));
        files.filter(|f| f.file_name().to_string_lossy().ends_with(".about.ron")).count()
    };
    wait(&mut harness, "two versions", |_| count() == 2);
    click(&mut harness, "History");
    click(&mut harness, "Earlier versions");
    wait(&mut harness, "the list", |h| says(h, "As opened, "));
    type_into(&mut harness, "Name for the plan as it is now", "before the presentation");
    click(&mut harness, "Keep under this name");
    wait(&mut harness, "the name", |h| says(h, "before the presentation, "));
    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("As opened, "))).click();
    harness.run_ok();
    wait(&mut harness, "what changed", |h| has(h, "One change"));
    assert!(says(&harness, "Plan, superior"));
    click(&mut harness, "Open as a copy");
    assert_eq!(field(&harness, "Superior"), superior);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_ok();
    assert!(says(&harness, "Not saved in a file yet"), "a copy has no file yet");
}

#[test]
fn a_damaged_version_is_told_and_the_others_stay() {
    let folder = Folder::new("bad-version");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    let versions = folder.0.join("data/versions");
    let kept = || {
        let plan = std::fs::read_dir(&versions).ok()?.next()?.ok()?.path();
        let files = std::fs::read_dir(plan).ok()?.map(|f| f.unwrap().path());
        files.filter(|f| f.to_string_lossy().ends_with(".plan.ron")).min()
    };
    wait(&mut harness, "the first version", |_| kept().is_some());
    std::fs::write(kept().unwrap(), "(schema: 1").unwrap();
    click(&mut harness, "History");
    click(&mut harness, "Earlier versions");
    wait(&mut harness, "the message", |h| {
        has(h, "This version is damaged and cannot be read. The others are not touched by that")
    });
    click(&mut harness, "Back to the plan");
    assert!(has(&harness, "Superior"));
}

#[test]
fn a_plan_whose_folder_goes_away_is_kept_until_it_is_back() {
    let folder = Folder::new("stick");
    let stick = folder.0.join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    let path = stick.join("lokta.plan.ron");
    std::fs::rename(example(&folder), &path).unwrap();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let away = folder.0.join("pulled");
    std::fs::rename(&stick, &away).unwrap();
    // The window looks when it gets the focus again.
    harness.event(egui::Event::WindowFocused(false));
    harness.input_mut().focused = false;
    harness.step();
    harness.input_mut().focused = true;
    harness.step();
    wait(&mut harness, "the notice", |h| says(h, "The folder of this plan is not there"));
    // Work goes on, and is kept on this computer.
    type_into(&mut harness, "Superior", "X");
    let recovery = folder.0.join("data/recovery");
    let copies = || {
        let runs = std::fs::read_dir(&recovery).unwrap().filter_map(Result::ok);
        let files =
            runs.flat_map(|run| std::fs::read_dir(run.path()).into_iter().flatten().filter_map(Result::ok));
        files.filter(|f| f.file_name().to_string_lossy().ends_with(".about.ron")).count()
    };
    wait(&mut harness, "the recovery copy", |_| copies() > 0);
    std::fs::rename(&away, &stick).unwrap();
    wait(&mut harness, "the folder", |h| !says(h, "The folder of this plan is not there"));
    save(&mut harness, &path);
    let plan = file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
    assert!(plan.identity.superior.raw().contains('X'));
}

#[test]
fn recovered_work_that_ended_the_program_twice_says_so() {
    let folder = Folder::new("tries");
    let path = example(&folder);
    let data = folder.0.join("data");
    let store = file::recovery::RecoveryStore::new(&data).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let changed = text.replacen("Lokta", "Lokta and bamboo", 1);
    let meta = file::recovery::Meta {
        path: Some(path.clone()),
        base: Some(file::disk::Fingerprint::of(&bytes, None).hex()),
        seconds: 1_501_480_000,
        title: "Lokta".into(),
        tries: 2,
    };
    store.snapshot(&store.slot().unwrap(), changed.as_bytes(), &meta).unwrap();
    drop(store);
    let mut harness = window(&folder.0, Vec::new());
    wait(&mut harness, "what is known", |h| {
        says(h, "that is not in the file") || says(h, "that are not in the file")
    });
    assert!(says(&harness, "Opened 2 times without success"));
    click(&mut harness, "Open it all the same");
    assert!(has(&harness, "Superior"));
}

#[test]
fn a_reader_is_told_when_the_plan_is_free_and_goes_on_from_what_the_other_saved() {
    let folder = Folder::new("freed");
    let path = example(&folder);
    std::fs::write(path_of(&path), "(name: \"Amina\", machine: \"FIELD-LAPTOP\", process: 7)").unwrap();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the question", |h| has(h, "“lokta.plan.ron” is open elsewhere"));
    click(&mut harness, "Open it to read");
    assert!(!has(&harness, "Change it"));
    let superior = field(&harness, "Superior");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen(&superior, "Sita Gurung", 1)).unwrap();
    std::fs::remove_file(path_of(&path)).unwrap();
    wait(&mut harness, "the offer", |h| has(h, "Change it"));
    assert!(says(&harness, "Amina has closed this plan"));
    type_into(&mut harness, "Superior", "X");
    assert_eq!(field(&harness, "Superior"), superior, "still only to be read");
    click(&mut harness, "Change it");
    wait(&mut harness, "the new version", |h| field(h, "Superior") == "Sita Gurung");
    assert!(path_of(&path).exists(), "it is locked now");
    type_into(&mut harness, "Superior", "X");
    save(&mut harness, &path);
    let plan = file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
    assert_eq!(plan.identity.superior.raw(), "Sita GurungX");
}

#[test]
fn a_plan_without_changes_follows_its_file_and_undo_goes_back() {
    let folder = Folder::new("follow");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let superior = field(&harness, "Superior");
    let text = std::fs::read_to_string(&path).unwrap();
    harness.input_mut().focused = false;
    harness.step();
    std::fs::write(&path, text.replacen(&superior, "Sita Gurung", 1)).unwrap();
    harness.input_mut().focused = true;
    wait(&mut harness, "the new version", |h| field(h, "Superior") == "Sita Gurung");
    wait(&mut harness, "the message", |h| says(h, "You see the new version"));
    assert!(!has(&harness, "Join both"), "nothing is asked");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_ok();
    assert_eq!(field(&harness, "Superior"), superior);
    save(&mut harness, &path);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn any_two_versions_are_compared_in_the_words_of_the_plan() {
    let folder = Folder::new("two-versions");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    for letter in ["X", "Y"] {
        type_into(&mut harness, "Superior", letter);
        save(&mut harness, &path);
        wait(&mut harness, "the end of the save", |h| says(h, "Saved as lokta.plan.ron"));
    }
    type_into(&mut harness, "Superior", "Z");
    click(&mut harness, "History");
    click(&mut harness, "Earlier versions");
    wait(&mut harness, "the list", |h| {
        let begins = |start: &'static str| {
            h.query_all_by(move |n| n.label().is_some_and(|l| l.starts_with(start))).count()
        };
        begins("As opened, ") == 1 && begins("Saved, ") == 2
    });
    harness.get_by(|node| node.label().is_some_and(|l| l.starts_with("As opened, "))).click();
    harness.run_ok();
    let shows = |h: &Harness<'_, App>, end: &str| says(h, &format!("Ramesh Prasad Sharma{end}"));
    wait(&mut harness, "all that changed", |h| shows(h, "XYZ"));
    // The older of the two saves instead of the plan as it is now.
    harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Compared with").click();
    harness.run_ok();
    let saves = harness.query_all_by(|node| node.label().is_some_and(|l| l.starts_with("Saved · ")));
    saves.last().unwrap().click();
    harness.run_ok();
    wait(&mut harness, "what changed between the two", |h| has(h, "One change") && !shows(h, "XYZ"));
    assert!(shows(&harness, "X") && !shows(&harness, "XY"));
}
