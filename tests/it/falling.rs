//! A mistake of the program ends it: what was just typed is kept, and the next start says what happened.

use crate::window::{Folder, example, field, has, type_into, wait, window, window_again};
use egui_kittest::kittest::Queryable as _;
use rencana::{app, file::recovery::RecoveryStore};
use std::{
    path::Path,
    process::{Command, Stdio},
};

const NAME: &str = "a_mistake_of_the_program_costs_no_letter_and_is_told_once";
const VICTIM: &str = "RENCANA_FALLING";
/// A mistake may say words of the plan.
const SECRET: &str = "words of a plan";

/// Types, and falls over before any recovery copy of the last letter is due.
fn fall(folder: &Path) -> ! {
    app::listen_for_falls(Some(folder.join("data")));
    let mut harness = window(folder, vec![folder.join("lokta.plan.ron")]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    harness.event(egui::Event::Text("Y".into()));
    harness.step();
    harness.step();
    assert!(field(&harness, "Superior").ends_with("XY"), "{}", field(&harness, "Superior"));
    panic!("{SECRET}");
}

#[test]
fn a_mistake_of_the_program_costs_no_letter_and_is_told_once() {
    if let Some(folder) = std::env::var_os(VICTIM) {
        fall(Path::new(&folder));
    }
    let folder = Folder::new("falling");
    example(&folder);
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("falling::{NAME}"), "--nocapture", "--test-threads=1"])
        .env(VICTIM, &folder.0)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains(SECRET), "it fell for another reason");
    let data = folder.0.join("data");
    let note = std::fs::read_to_string(data.join("fall.ron")).unwrap();
    assert!(note.contains("falling.rs") && !note.contains(SECRET), "{note}");
    {
        let store = RecoveryStore::new(&data).unwrap();
        assert_eq!(store.orphans().len(), 1);
    }
    let mut harness = window(&folder.0, Vec::new());
    let told = "What you had written is kept";
    assert_eq!(harness.query_all_by_label_contains(told).count(), 1);
    // What is new in it stands there too.
    wait(&mut harness, "what changed", |h| h.query_all_by_label_contains("XY").next().is_some());
    harness.get_by_label("Open it").click();
    harness.run_ok();
    assert!(field(&harness, "Superior").ends_with("XY"));
    drop(harness);
    let harness = window_again(&folder.0, Vec::new());
    assert_eq!(harness.query_all_by_label_contains(told).count(), 0);
}
