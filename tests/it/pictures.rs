//! Pictures of the pages that people see most, drawn by a software driver with the fonts of the program. `UPDATE_SNAPSHOTS=1` draws
//! them anew after a look at what changed. Where there is no driver they are skipped, unless `RENCANA_NO_SKIP` forbids it.

use crate::window::{Folder, wait, window_in};
use egui::{Key, accesskit::Role};
use egui_kittest::{SnapshotOptions, SnapshotResults, kittest::Queryable as _, wgpu::WgpuTestRenderer};
use std::path::Path;

/// Whether a driver is there that can draw.
fn has_driver() -> bool {
    let is_there = std::panic::catch_unwind(|| drop(WgpuTestRenderer::new())).is_ok();
    if !is_there {
        assert!(
            std::env::var_os("RENCANA_NO_SKIP").is_none(),
            "no driver that can draw, and RENCANA_NO_SKIP is set"
        );
        eprintln!("skipped: no driver that can draw pictures");
    }
    is_there
}

/// A page of a worked plan in a theme and one of its languages.
const PAGES: [(&str, &str, &str, &str, Option<&str>); 7] = [
    ("trees", "nepal-lokta-paper", "light", "Problem tree", None),
    ("matrix", "iran-filigree", "light", "Project design matrix", Some("Show فارسی")),
    ("operation", "nepal-lokta-paper", "light", "Plan of operation", None),
    ("budget", "bangladesh-leather", "dark", "Budget", None),
    ("risks", "iran-filigree", "light", "Risks", Some("Show فارسی")),
    ("stakeholders", "myanmar-farm-tools", "light", "Stakeholders", Some("Show မြန်မာ")),
    ("journal", "indonesia-rattan", "dark", "Journal", None),
];

#[test]
fn pages_look_as_they_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("pictures");
    let mut results = SnapshotResults::new();
    for (name, example, theme, page, language) in PAGES {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.plan.ron"));
        let path = folder.0.join(format!("{example}.plan.ron"));
        std::fs::copy(from, &path).unwrap();
        let mut window = window_in(&folder.0, vec![path], theme);
        wait(&mut window, "the plan", |h| h.query_by_role_and_label(Role::Tab, page).is_some());
        window.set_size(egui::vec2(880.0, 560.0));
        window.run_ok();
        if let Some(language) = language {
            window.get_by_role_and_label(Role::RadioButton, language).click_accesskit();
            window.run_ok();
        }
        window.get_by_role_and_label(Role::Tab, page).click_accesskit();
        window.run_ok();
        // What is found beside the window has to be there.
        wait(&mut window, "the findings", |h| h.query_by_label_contains("hint").is_some());
        window.run_ok();
        // Another version of the driver may round a few pixels along an edge differently.
        let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(20_usize);
        results.add(window.try_snapshot_options(name, &options));
    }
    results.unwrap();
}

/// A slide of a talk in the window: a worked plan, the language that is shown, how far to go, the heading there.
const SLIDES: [(&str, &str, Option<&str>, usize, &str); 2] = [
    ("talk-problem", "nepal-lokta-paper", None, 1, "The problem"),
    ("talk-way", "iran-filigree", Some("Show فارسی"), 4, "What we want to reach"),
];

#[test]
fn a_talk_looks_as_it_did() {
    if !has_driver() {
        return;
    }
    let folder = Folder::new("talk");
    let mut results = SnapshotResults::new();
    for (name, example, language, steps, heading) in SLIDES {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{example}.plan.ron"));
        let path = folder.0.join(format!("{example}.plan.ron"));
        std::fs::copy(from, &path).unwrap();
        let mut window = window_in(&folder.0, vec![path], "light");
        wait(&mut window, "the plan", |h| h.query_by_role_and_label(Role::Tab, "Risks").is_some());
        window.set_size(egui::vec2(880.0, 495.0));
        window.run_ok();
        if let Some(language) = language {
            window.get_by_role_and_label(Role::RadioButton, language).click_accesskit();
            window.run_ok();
        }
        window.key_press(Key::F5);
        window.step();
        wait(&mut window, "the slides", |h| h.query_by_role(Role::Image).is_some());
        for _ in 0..steps {
            window.key_press(Key::PageDown);
            window.step();
        }
        // A clock at zero that stands is not shown.
        for key in [Key::T, Key::Num0] {
            window.key_press(key);
            window.step();
        }
        // While its picture is drawn a slide shows its heading as words.
        wait(&mut window, "the picture", |h| h.query_by_label(heading).is_none());
        // The bar goes after three seconds.
        for _ in 0..16 {
            window.step();
        }
        let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(40_usize);
        results.add(window.try_snapshot_options(name, &options));
    }
    results.unwrap();
}
