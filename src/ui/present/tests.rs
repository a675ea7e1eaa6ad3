//! The talk without a window of the system: slides that are made at once, keys, pointer, clock.

use super::*;
use crate::{
    export::tests::fixture::{lang, usual, voice, with_source},
    locale::Interface,
};
use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use std::time::Duration;

/// A talk, its slides, and what was wished beside pictures.
struct Stage {
    view: Present,
    show: Show,
    words: Words,
    wishes: Vec<PresentWish>,
    /// The widths of pictures that were asked for.
    drawn: Vec<(usize, u32)>,
}

fn stage(minutes: u8) -> Harness<'static, Stage> {
    let show = with_source(&usual("ne"), &voice("en"), |s| Show::new(s).unwrap());
    let words = Words::new(Interface::English);
    let stage =
        Stage { view: Present::new(minutes, 0.0), show, words, wishes: Vec::new(), drawn: Vec::new() };
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1366.0, 768.0))
        .with_max_steps(40)
        .with_context_setup(crate::app::dress)
        .build_ui_state(frame, stage);
    harness.run_ok();
    harness
}

fn frame(ui: &mut Ui, stage: &mut Stage) {
    let languages = [(lang("en"), "English".to_owned()), (lang("ne"), "नेपाली".to_owned())];
    let cx = PresentCx {
        words: &stage.words,
        show: Some(&stage.show),
        failed: None,
        languages: &languages,
        lang: &languages[0].0,
    };
    for wish in stage.view.ui(ui, &cx) {
        match wish {
            PresentWish::Draw(slide, width) => {
                stage.drawn.push((slide, width));
                let picture = stage.show.picture(slide, width).unwrap();
                stage.view.take(ui.ctx(), slide, Some(&picture));
            }
            other => stage.wishes.push(other),
        }
    }
}

fn slide<'h>(harness: &'h Harness<'_, Stage>) -> Node<'h> {
    harness.get_by_role(Role::Image)
}

fn press(harness: &mut Harness<'_, Stage>, key: Key) {
    harness.key_press(key);
    harness.run_ok();
}

/// How long the window waits for its next frame when nobody does anything.
fn wait(harness: &mut Harness<'_, Stage>) -> Duration {
    // Until the bar is gone.
    for _ in 0..20 {
        harness.step();
    }
    harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
}

#[test]
fn keys_go_from_slide_to_slide() {
    let mut harness = stage(10);
    let last = harness.state().show.slides().len() - 1;
    let check = |harness: &mut Harness<'_, Stage>, key, expected: usize| {
        press(harness, key);
        assert_eq!(harness.state().view.slide(), expected, "{key:?}");
    };
    for (i, key) in
        [Key::ArrowRight, Key::ArrowDown, Key::PageDown, Key::Space, Key::Enter].into_iter().enumerate()
    {
        check(&mut harness, key, i + 1);
    }
    check(&mut harness, Key::ArrowLeft, 4);
    check(&mut harness, Key::Backspace, 3);
    check(&mut harness, Key::End, last);
    check(&mut harness, Key::ArrowRight, last);
    check(&mut harness, Key::PageUp, last - 1);
    check(&mut harness, Key::Home, 0);
    check(&mut harness, Key::ArrowUp, 0);
    let name = slide(&harness).accesskit_node().label().unwrap();
    assert_eq!(name, format!("Slide 1 of {}: Action plan", last + 1));
    press(&mut harness, Key::L);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().wishes, [PresentWish::Speak(lang("ne")), PresentWish::End]);
}

#[test]
fn pictures_are_drawn_for_the_slide_and_those_beside_it_as_wide_as_the_screen() {
    let mut harness = stage(10);
    let wide = harness.state().drawn[0].1;
    assert!((1300..=1366).contains(&wide), "{wide}");
    assert_eq!(harness.state().drawn, [(0, wide), (1, wide)]);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().drawn[2..], [(2, wide)]);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowLeft);
    // The first one was kept, the fourth is far away now.
    assert_eq!(harness.state().drawn[3..], [(3, wide), (0, wide)]);
    assert_eq!(harness.state().view.pictures.len(), 3);
}

#[test]
fn a_click_goes_on_and_buttons_do_what_keys_do() {
    let mut harness = stage(10);
    slide(&harness).click();
    harness.run_ok();
    assert_eq!(harness.state().view.slide(), 1);
    slide(&harness).click_secondary();
    harness.run_ok();
    assert_eq!(harness.state().view.slide(), 0);
    for (name, slide) in [("Next slide", 1), ("Next slide", 2), ("Slide before", 1)] {
        harness.get_by_label(name).click();
        harness.run_ok();
        assert_eq!(harness.state().view.slide(), slide, "{name}");
    }
    for name in ["Notes (B)", "Dark screen (.)", "Stop the clock (T)", "To zero (0)", "नेपाली", "End (Esc)"]
    {
        harness.get_by_label(name).click();
        harness.run_ok();
    }
    let stage = harness.state();
    assert!(stage.view.has_notes && stage.view.is_dark && stage.view.timer().is_fresh());
    assert_eq!(stage.wishes, [PresentWish::Speak(lang("ne")), PresentWish::End]);
}

#[test]
fn tab_reaches_every_button_and_enter_presses_it() {
    let mut harness = stage(10);
    let mut seen = Vec::new();
    for _ in 0..14 {
        press(&mut harness, Key::Tab);
        let focused = harness.query_all_by(|node| node.is_focused()).next();
        seen.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for name in
        ["Next slide", "Start the clock (T)", "To zero (0)", "Notes (B)", "Dark screen (.)", "End (Esc)"]
    {
        assert!(seen.iter().any(|label| label == name), "{name}: {seen:?}");
    }
    while !harness.get_by_label("Notes (B)").is_focused() {
        press(&mut harness, Key::Tab);
    }
    press(&mut harness, Key::Enter);
    assert!(harness.state().view.has_notes);
    assert_eq!(harness.state().view.slide(), 0, "Enter belongs to the button");
}

#[test]
fn the_clock_starts_with_the_talk_and_tells_the_last_two_minutes_in_words() {
    let mut harness = stage(3);
    assert!(harness.query_by_role(Role::Timer).is_none(), "no clock before the talk");
    press(&mut harness, Key::ArrowRight);
    harness.run_ok();
    let time =
        |harness: &Harness<'_, Stage>| harness.get_by_role(Role::Timer).accesskit_node().label().unwrap();
    assert!(time(&harness).ends_with(" of 3:00"), "{}", time(&harness));
    harness.state_mut().view.timer = Timer::new(3);
    let now = harness.ctx.input(|i| i.time);
    harness.state_mut().view.timer.start(now - 90.0);
    harness.step();
    assert_eq!(time(&harness), "1:30 left");
    harness.state_mut().view.timer.start(now - 90.0);
    harness.state_mut().view.timer = Timer::new(1);
    harness.state_mut().view.timer.start(now - 70.0);
    harness.step();
    assert!(time(&harness).ends_with(" over"), "{}", time(&harness));
    press(&mut harness, Key::T);
    assert!(!harness.state().view.timer().is_running());
}

#[test]
fn nothing_is_drawn_when_idle_but_the_clock_once_a_second() {
    let mut harness = stage(10);
    assert_eq!(wait(&mut harness), Duration::MAX, "a talk that waits");
    press(&mut harness, Key::ArrowRight);
    let between = wait(&mut harness);
    assert!(between > Duration::from_millis(10) && between <= Duration::from_secs(1), "{between:?}");
    press(&mut harness, Key::T);
    assert_eq!(wait(&mut harness), Duration::MAX, "a clock that stands");
}

#[test]
fn notes_say_what_to_say_and_what_comes_next() {
    let mut harness = stage(10);
    press(&mut harness, Key::B);
    harness.get_by_label("To say");
    harness.get_by_label("Say who you are, where you come from, and in one sentence what the plan is about");
    harness.get_by_role(Role::Timer);
    press(&mut harness, Key::B);
    assert!(harness.query_by_label("To say").is_none());
    press(&mut harness, Key::Period);
    assert!(harness.state().view.is_dark);
    press(&mut harness, Key::ArrowRight);
    assert!(!harness.state().view.is_dark, "going on makes light");
}
