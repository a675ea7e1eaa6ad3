//! A talk in the window: begun, told in another language, ended.

use crate::{
    app::{App, Start},
    export::slides::Kind,
    locale::Interface,
};
use egui::{Key, ViewportCommand, ViewportId, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use std::time::{Duration, Instant};

fn window() -> Harness<'static, App> {
    let start =
        Start { files: Vec::new(), exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            crate::app::dress(&cc.egui_ctx);
            let mut app = App::in_folder(&cc.egui_ctx, start, None);
            app.speak(Interface::English);
            app.open_example("iran-filigree");
            app
        });
    harness.run_ok();
    harness
}

fn until(harness: &mut Harness<'_, App>, what: &str, holds: impl Fn(&App) -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !holds(harness.state()) {
        assert!(Instant::now() < until, "{what}");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness.step();
}

fn wants_full_screen(harness: &Harness<'_, App>, full: bool) -> bool {
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    commands.contains(&ViewportCommand::Fullscreen(full))
}

#[test]
fn a_talk_is_begun_with_a_key_told_in_both_languages_and_ended() {
    let mut harness = window();
    let (ctx, tab) = (harness.ctx.clone(), harness.state().current_tab().unwrap());
    harness.state_mut().present(&ctx, tab);
    harness.step();
    assert!(wants_full_screen(&harness, true));
    harness.key_press(Key::F5);
    harness.step();
    assert!(harness.state().presenting.is_none(), "the key that begins a talk ends it too");
    harness.key_press(Key::F5);
    harness.step();
    until(&mut harness, "slides", |app| app.presenting.as_ref().is_some_and(|talk| talk.show.is_some()));
    let title = |app: &App| {
        let talk = app.presenting.as_ref().unwrap();
        talk.show.as_ref().unwrap().slides().iter().find(|s| s.kind == Kind::Title).unwrap().lead[0].rtl
    };
    assert!(!title(harness.state()));
    harness.get_by_role(Role::Image);
    // The menu of the plan is away, and its shortcuts with it.
    assert!(harness.query_by_label("File").is_none());
    harness.key_press(Key::L);
    harness.step();
    until(&mut harness, "other slides", |app| {
        app.presenting.as_ref().is_some_and(|t| t.lang.is_rtl()) && title(app)
    });
    harness.key_press(Key::Escape);
    harness.step();
    assert!(harness.state().presenting.is_none());
    harness.run_ok();
    harness.get_by_label("File");
}

#[test]
fn the_time_of_a_talk_is_chosen_where_documents_are_made() {
    let mut harness = window();
    let tab = harness.state().current_tab().unwrap();
    harness.state_mut().plan_of(tab).unwrap().page = crate::ui::Page::HandOver;
    harness.run_ok();
    harness.get_by_label("10 minutes");
    harness.get_by_label("A minute more").click();
    harness.run_ok();
    harness.run_ok();
    harness.get_by_label("11 minutes");
    assert_eq!(harness.state().settings.minutes(), 11);
}
