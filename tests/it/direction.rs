//! The window turns around where the language runs from right to left.

use crate::support::{Scratch, home};
use egui::{Rect, accesskit::Role};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use rencana::app::{self, App, Start};
use std::time::{Duration, Instant};

const WIDTH: f32 = 1366.0;

/// A window over a worked example of Iran, with these settings beside the usual ones.
fn window(scratch: &Scratch, settings: &str) -> Harness<'static, App> {
    let plan = std::fs::read(home().join("examples/iran-filigree.plan.ron")).unwrap();
    scratch.put("iran.plan.ron", plan);
    let data = scratch.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("settings.ron"), format!("(interface: \"en\", theme: \"light\", {settings})"))
        .unwrap();
    let files = vec![scratch.path().join("iran.plan.ron")];
    let start = Start { files, exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([WIDTH, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            app::dress(&cc.egui_ctx);
            App::in_folder(&cc.egui_ctx, start, Some(data))
        });
    let until = Instant::now() + Duration::from_secs(20);
    while harness.query_by_label("Show فارسی").is_none() {
        assert!(Instant::now() < until, "the plan was not opened");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness
}

fn rect(harness: &Harness<'_, App>, role: Role, label: &str) -> Rect {
    harness.query_all_by_role_and_label(role, label).next().unwrap_or_else(|| panic!("{label}")).rect()
}

fn is_mirrored(harness: &Harness<'_, App>) -> bool {
    let sections = harness.query_all_by_role(Role::Tab).next().unwrap().rect();
    let file = rect(harness, Role::Button, "File");
    let right = sections.center().x > WIDTH / 2.0;
    assert_eq!(right, file.center().x > WIDTH / 2.0, "the menus stand where the sections do");
    right
}

fn show(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_ok();
    harness.run_ok();
}

#[test]
fn the_language_that_is_shown_turns_the_window() {
    let scratch = Scratch::new();
    let mut harness = window(&scratch, "");
    assert!(!is_mirrored(&harness), "English");
    let before = rect(&harness, Role::TextInput, "Title");
    show(&mut harness, "Show فارسی");
    assert!(is_mirrored(&harness), "Persian");
    let after = rect(&harness, Role::TextInput, "Title");
    assert!((before.left() + after.right() - WIDTH).abs() < 1.0, "{before} {after}");
    // The pane of help changes its side with the list of sections.
    assert!(rect(&harness, Role::Button, "History").center().x < WIDTH / 2.0);
    show(&mut harness, "Show all languages side by side");
    assert!(!is_mirrored(&harness), "both: as the interface");
}

#[test]
fn the_direction_can_be_chosen() {
    let scratch = Scratch::new();
    let mut always = window(&scratch, "direction: \"rtl\"");
    assert!(is_mirrored(&always));
    // By the menu, which is where it is seen.
    always.get_by_role_and_label(Role::Button, "View").click();
    always.run_ok();
    always.get_by_label("Window from left to right").click();
    always.run_ok();
    always.run_ok();
    assert!(!is_mirrored(&always));
    show(&mut always, "Show فارسی");
    assert!(!is_mirrored(&always), "what the person chose counts more than the language");
}

/// What a screen reader finds on the page that is open: role, name and place.
fn nodes(harness: &Harness<'_, App>) -> Vec<(Role, String, Rect)> {
    let all = harness.query_all(egui_kittest::kittest::By::new());
    let named = all.filter_map(|node| {
        let said = node.accesskit_node();
        (said.role() != Role::TextRun).then(|| Some((said.role(), said.label()?, node.rect())))?
    });
    named.collect()
}

/// Rows, tables, the chart, cards and menus: everything on every page stands where it stood, on the other side.
#[test]
fn every_page_is_mirrored_as_a_whole() {
    let scratch = [Scratch::new(), Scratch::new()];
    let mut usual = window(&scratch[0], "direction: \"ltr\"");
    let mut mirrored = window(&scratch[1], "direction: \"rtl\"");
    let mut compared = 0;
    for page in 0..9 {
        for harness in [&mut usual, &mut mirrored] {
            harness.key_press_modifiers(egui::Modifiers::CTRL, egui::Key::PageDown);
            harness.run_ok();
            harness.run_ok();
        }
        let (left, right) = (nodes(&usual), nodes(&mirrored));
        assert_eq!(left.len(), right.len(), "page {page}");
        for ((role, label, a), (_, other, b)) in left.iter().zip(&right) {
            assert_eq!(label, other, "page {page}");
            let apart = (a.left() + b.right() - WIDTH).abs() + (a.top() - b.top()).abs();
            assert!(apart < 1.5, "page {page}, {role:?} {label:?}: {a} and {b}");
        }
        compared += left.len();
    }
    assert!(compared > 400, "{compared}");
}
