//! One frame of each page, from the wishes of the mouse to triangles for the graphics card.

use crate::plans::{SIZES, of_size};
use divan::Bencher;
use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use rencana::{
    analysis::Section,
    app::{self, App, Start},
    file::{self, Extras},
    locale::{Interface, Words},
    plan::{Depth, Identity, Plan},
    ui::Page,
};
use std::{fmt, sync::Arc, time::Instant};

/// Every page of the window, of both ways to write a plan, at both sizes.
fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for depth in [Depth::Full, Depth::Simple] {
        for (_, page) in Page::list(&of_depth(1, depth)) {
            if cases.iter().all(|case| case.page != page) {
                cases.extend(SIZES.map(|activities| Case { depth, page, activities }));
            }
        }
    }
    cases
}

/// A page of a plan of some size.
#[derive(Clone, Copy)]
struct Case {
    depth: Depth,
    page: Page,
    activities: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {:>6}", Words::new(Interface::English).get(self.page.words()), self.activities)
    }
}

/// A frame in which the pointer moves: what scrolling, hovering and typing cost beside their own work.
#[divan::bench(args = cases(), sample_count = 40, sample_size = 5)]
fn frame(bencher: Bencher, case: Case) {
    let folder = std::env::temp_dir().join(format!("rencana-bench-window-{}", std::process::id()));
    let mut harness = window(&folder, &of_depth(case.activities, case.depth));
    show(&mut harness, case.page);
    let mut step = 0.0;
    bench_frames(bencher, &mut harness, || {
        step = (step + 7.0) % 600.0;
        egui::Event::PointerMoved(egui::pos2(300.0 + step, 100.0 + step))
    });
    drop(harness);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A frame in which somebody types a letter into the name of an activity, with all that follows on the thread of the window.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 1)]
fn frame_with_a_letter(bencher: Bencher, activities: usize) {
    frame_with_an_edit(bencher, activities, Role::TextInput, || egui::Event::Text("a".to_owned()));
}

/// The same with the bar of an activity moved by a day.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 1)]
fn frame_with_a_day(bencher: Bencher, activities: usize) {
    frame_with_an_edit(bencher, activities, Role::Slider, || egui::Event::Key {
        key: egui::Key::ArrowRight,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    });
}

fn frame_with_an_edit(bencher: Bencher, activities: usize, role: Role, edit: fn() -> egui::Event) {
    let folder = std::env::temp_dir().join(format!("rencana-bench-edit-{}", std::process::id()));
    let mut harness = window(&folder, &of_depth(activities, Depth::Full));
    show(&mut harness, Page::Section(Section::Activities));
    harness.query_all_by_role(role).next().unwrap().focus();
    harness.step();
    harness.step();
    bench_frames(bencher, &mut harness, edit);
    harness.ctx.enable_accesskit();
    harness.step();
    assert!(
        harness.query_all_by_label("Changed since the last save").next().is_some(),
        "the plan was edited"
    );
    drop(harness);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Measures frames, each with an event.
pub fn bench_frames(
    bencher: Bencher,
    harness: &mut Harness<'_, App>,
    mut event: impl FnMut() -> egui::Event,
) {
    // Only a screen reader pays for what it reads.
    let ctx = harness.ctx.clone();
    ctx.disable_accesskit();
    let mut frame = eframe::Frame::_new_kittest();
    bencher.bench_local(|| {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1366.0, 768.0))),
            events: vec![event()],
            ..egui::RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            let app: &mut dyn eframe::App = harness.state_mut();
            app.logic(ui, &mut frame);
            app.ui(ui, &mut frame);
        });
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point)
    });
}

pub fn of_depth(activities: usize, depth: Depth) -> Plan {
    let plan = of_size(activities);
    let identity = Identity { depth: Some(depth), ..Identity::clone(&plan.identity) };
    Plan { identity: Arc::new(identity), ..plan }
}

/// The window with a plan open.
pub fn window(folder: &std::path::Path, plan: &Plan) -> Harness<'static, App> {
    std::fs::create_dir_all(folder).unwrap();
    let data = folder.join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("settings.ron"), "(interface: \"en\", theme: \"light\")").unwrap();
    let path = folder.join("bench.plan.ron");
    std::fs::write(&path, file::write(plan, &Extras::default()).unwrap()).unwrap();
    let start =
        Start { files: vec![path], exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            app::dress(&cc.egui_ctx);
            App::in_folder(&cc.egui_ctx, start, Some(data))
        });
    let until = Instant::now() + std::time::Duration::from_secs(60);
    while harness.query_all_by_role(Role::Tab).next().is_none() {
        assert!(Instant::now() < until, "the plan did not open");
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.step();
    }
    harness
}

/// Leads to a page. Its entry may have the number of findings behind its name.
pub fn show(harness: &mut Harness<'_, App>, page: Page) {
    let words = Words::new(Interface::English);
    let name = words.get(page.words());
    harness
        .query_all_by(|node| {
            node.role() == Role::Tab && node.label().is_some_and(|label| label.starts_with(&*name))
        })
        .next()
        .unwrap_or_else(|| panic!("no entry {name}"))
        .click_accesskit();
    for _ in 0..8 {
        harness.step();
    }
}
