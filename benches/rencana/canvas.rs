//! One frame of what is drawn by hand, the tree and the chart, while a hand or the wheel is at work on it.

use crate::{
    plans::{SIZES, cards_of},
    window::{bench_frames, of_depth, show, window},
};
use divan::Bencher;
use egui::{Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, accesskit::Role, pos2, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use rencana::{analysis::Section, app::App, plan::Depth, ui::Page};

/// How many cards a tree has: a usual one, and the largest that anybody should feel nothing of.
const CARDS: [usize; 2] = [100, 500];

/// A window with so many cards, or activities, on a page.
fn at_work(name: &str, cards: usize, activities: usize, section: Section) -> Folder {
    let folder = std::env::temp_dir().join(format!("rencana-bench-{name}-{}", std::process::id()));
    let mut plan = of_depth(activities, Depth::Full);
    plan.cards = cards_of(cards);
    let mut harness = window(&folder, &plan);
    show(&mut harness, Page::Section(section));
    Folder { harness, folder }
}

/// A window, and the folder that goes with it.
struct Folder {
    harness: Harness<'static, App>,
    folder: std::path::PathBuf,
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn wheel(up: f32, modifiers: Modifiers) -> Event {
    let (unit, phase) = (MouseWheelUnit::Point, egui::TouchPhase::Move);
    let source = egui::MouseWheelSource::Unknown;
    Event::MouseWheel { unit, delta: vec2(0.0, up), modifiers, phase, source }
}

/// To and fro, so that no end is reached.
fn swing(step: &mut u16, most: u16) -> f32 {
    *step = (*step + 1) % (most * 2);
    f32::from(if *step < most { *step } else { most * 2 - *step })
}

/// Presses the first of these widgets in its middle and begins to drag.
fn take_up(harness: &mut Harness<'_, App>, role: Role) -> Pos2 {
    let at = harness.query_all_by_role(role).next().unwrap().rect().center();
    press(harness, at);
    at
}

fn press(harness: &mut Harness<'_, App>, at: Pos2) {
    harness.event(Event::PointerMoved(at));
    harness.step();
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    harness.event(Event::PointerButton { pos: at, button, pressed: true, modifiers });
    harness.step();
    harness.event(Event::PointerMoved(at + vec2(12.0, 0.0)));
    harness.step();
}

/// The tree in which everything is shown, with the pointer going over it.
#[divan::bench(args = CARDS, sample_count = 40, sample_size = 5)]
fn tree_frame(bencher: Bencher, cards: usize) {
    let mut it = at_work("tree", cards, 100, Section::Trees);
    it.harness.query_by_role_and_label(Role::Button, "Show all").unwrap().click_accesskit();
    it.harness.step();
    it.harness.step();
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || {
        Event::PointerMoved(pos2(400.0 + swing(&mut step, 300), 420.0))
    });
}

/// The tree at the size in which it is read, slid by the wheel.
#[divan::bench(args = CARDS, sample_count = 40, sample_size = 5)]
fn tree_slide(bencher: Bencher, cards: usize) {
    let mut it = at_work("tree-slide", cards, 100, Section::Trees);
    it.harness.event(Event::PointerMoved(pos2(700.0, 420.0)));
    it.harness.step();
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || {
        wheel(if swing(&mut step, 20) < 10.0 { 30.0 } else { -30.0 }, Modifiers::NONE)
    });
}

/// The tree while a card is dragged over it.
#[divan::bench(args = CARDS, sample_count = 40, sample_size = 5)]
fn tree_drag(bencher: Bencher, cards: usize) {
    let mut it = at_work("tree-drag", cards, 100, Section::Trees);
    let at = take_up(&mut it.harness, Role::TreeItem);
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || Event::PointerMoved(at + vec2(swing(&mut step, 200), 20.0)));
}

/// The chart while its rows scroll.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 5)]
fn chart_scroll(bencher: Bencher, activities: usize) {
    turn(bencher, "scroll", activities, 40.0, Modifiers::NONE);
}

/// The chart while its time is made larger and smaller.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 5)]
fn chart_zoom(bencher: Bencher, activities: usize) {
    turn(bencher, "zoom", activities, -12.0, Modifiers::COMMAND);
}

/// Turns the wheel to and fro over a bar of the chart, so many points a frame.
fn turn(bencher: Bencher, name: &str, activities: usize, points: f32, modifiers: Modifiers) {
    let mut it = at_work(name, 0, activities, Section::Activities);
    let at = it.harness.query_all_by_role(Role::Slider).next().unwrap().rect().center();
    it.harness.event(Event::PointerMoved(at));
    it.harness.step();
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || {
        wheel(if swing(&mut step, 40) < 20.0 { -points } else { points }, modifiers)
    });
}

/// The chart while a bar is dragged; nothing of the plan changes before it is let go.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 5)]
fn chart_drag(bencher: Bencher, activities: usize) {
    let mut it = at_work("drag", 0, activities, Section::Activities);
    let at = take_up(&mut it.harness, Role::Slider);
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || Event::PointerMoved(at + vec2(swing(&mut step, 120), 0.0)));
    it.harness.ctx.enable_accesskit();
    let (pos, button, modifiers) = (at + vec2(60.0, 0.0), PointerButton::Primary, Modifiers::NONE);
    it.harness.event(Event::PointerMoved(pos));
    it.harness.step();
    it.harness.event(Event::PointerButton { pos, button, pressed: false, modifiers });
    it.harness.step();
    it.harness.step();
    assert!(
        it.harness.query_all_by_label("Changed since the last save").next().is_some(),
        "the bar was in the hand"
    );
}

/// The chart while a link is drawn from the end of a bar over others, each asked whether it could wait for that one.
#[divan::bench(args = SIZES, sample_count = 40, sample_size = 5)]
fn chart_link(bencher: Bencher, activities: usize) {
    let mut it = at_work("link", 0, activities, Section::Activities);
    let bar = it.harness.query_all_by_role(Role::Slider).next().unwrap().rect();
    let at = pos2(bar.right() + 6.0, bar.center().y);
    press(&mut it.harness, at);
    let mut step = 0;
    bench_frames(bencher, &mut it.harness, || {
        Event::PointerMoved(at + vec2(20.0, 30.0 + swing(&mut step, 250)))
    });
}
