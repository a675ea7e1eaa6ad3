//! Joining copies of a plan in the window.

use crate::window::{Folder, example, field, has, type_into, wait, window, window_again};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use rencana::file;
use std::path::Path;

fn read(path: &Path) -> rencana::plan::Plan {
    file::read(&std::fs::read(path).unwrap()).unwrap().plan
}

/// Changes a file as somebody else would: one piece of its text for another.
fn change(path: &Path, old: &str, new: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(old), "{old}");
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}

#[test]
fn somebody_else_s_change_is_joined_with_mine_and_saved() {
    let folder = Folder::new("join");
    let path = example(&folder);
    let superior = read(&path).identity.superior.raw().to_owned();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    change(&path, "lokta makers", "lokta and bamboo makers");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the question", |h| has(h, "Join both"));
    harness.get_by_label("Join both").click();
    wait(&mut harness, "the merge", |h| has(h, "Joined. Everything found its place"));
    assert!(field(&harness, "Superior").contains('X') && field(&harness, "Title").contains("bamboo"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    let joined = read(&path);
    assert_ne!(joined.identity.superior.raw(), superior);
    let title = joined.identity.title.best(joined.languages()).raw().to_owned();
    assert!(title.contains("bamboo"), "{title}");
}

#[test]
fn what_both_changed_is_chosen_on_its_page() {
    let folder = Folder::new("choose");
    let path = example(&folder);
    let superior = read(&path).identity.superior.raw().to_owned();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    change(&path, &superior, "Sita Gurung");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the question", |h| has(h, "Join both"));
    harness.get_by_label("Join both").click();
    wait(&mut harness, "the page", |h| has(h, "One choice left"));
    assert!(has(&harness, "Theirs: Sita Gurung"));
    // Saved as it is, the file keeps both; opened again, it says so on every page.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    assert_eq!(read(&path).choices.len(), 1);
    drop(harness);
    let mut again = window(&folder.0, vec![path.clone()]);
    wait(&mut again, "the page", |h| has(h, "One choice left"));
    again.key_press_modifiers(Modifiers::CTRL, Key::PageDown);
    again.run_ok();
    assert!(has(&again, "Two copies of this plan changed one thing differently"));
    again.get_by_label("Choose").click();
    again.run_ok();
    again.get_by_label("Plan, superior: Take theirs").click();
    again.run_ok();
    assert!(has(&again, "Everything is chosen. The two copies are one plan"));
    again.get_by_label("Save the plan").click();
    wait(&mut again, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    let joined = read(&path);
    assert_eq!((joined.identity.superior.raw(), joined.choices.len()), ("Sita Gurung", 0));
}

#[test]
fn a_copy_that_a_shared_folder_made_is_offered_once() {
    let folder = Folder::new("copies");
    let path = example(&folder);
    let copy = folder.0.join("lokta (Amina's conflicted copy 2017-08-03).plan.ron");
    std::fs::copy(&path, &copy).unwrap();
    // The same plan again: no news, no offer.
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    for _ in 0..20 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.step();
    }
    assert!(!has(&harness, "Join it"));
    drop(harness);
    let superior = read(&path).identity.superior.raw().to_owned();
    change(&copy, &superior, "Sita Gurung");
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the offer", |h| has(h, "Join it"));
    harness.get_by_label("Join it").click();
    wait(&mut harness, "the choice", |h| has(h, "Theirs: Sita Gurung"));
    assert!(!has(&harness, "Join it"));
    harness.get_by_label("Plan, superior: Keep mine").click();
    harness.run_ok();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    assert_eq!(read(&path).identity.superior.raw(), superior);
    drop(harness);
    // It was joined: the next start does not ask again. The copy is nobody's to delete.
    let mut harness = window_again(&folder.0, vec![path]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    for _ in 0..20 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.step();
    }
    assert!(!has(&harness, "Join it") && copy.exists());
}

#[test]
fn another_plan_is_not_joined() {
    let folder = Folder::new("other-plan");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/iran-filigree.plan.ron");
    std::fs::copy(other, &path).unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the question", |h| has(h, "Join both"));
    harness.get_by_label("Join both").click();
    let said =
        "lokta.plan.ron is another plan, not a copy of this one. Open it beside, and copy what you need";
    wait(&mut harness, "the refusal", |h| has(h, said));
    assert!(field(&harness, "Superior").contains('X'));
}

#[test]
fn a_conflicted_copy_is_joined_from_the_version_that_both_had() {
    let folder = Folder::new("shared-base");
    let path = example(&folder);
    let superior = read(&path).identity.superior.raw().to_owned();
    // Saved once in this window: that version is in the shared folder, and on both computers.
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    let copy = folder.0.join("lokta (Amina's conflicted copy 2017-08-03).plan.ron");
    std::fs::copy(&path, &copy).unwrap();
    // There Amina changes the title. Here something else is changed and saved.
    change(&copy, "lokta makers", "lokta and bamboo makers");
    drop(harness);
    let mut harness = window_again(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior's post", "Y");
    wait(&mut harness, "the offer", |h| has(h, "Join it"));
    harness.get_by_label("Join it").click();
    wait(&mut harness, "the merge", |h| has(h, "Joined. Everything found its place"));
    let told = harness.query_all_by_label_contains("Both copies come from the version of").count();
    assert_eq!(told, 1);
    assert!(field(&harness, "Title").contains("bamboo"));
    assert_eq!(field(&harness, "Superior"), format!("{superior}X"));
}
