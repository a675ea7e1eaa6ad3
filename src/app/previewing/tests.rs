//! The preview in the window: it opens, follows what is written, and leads to fields.

use crate::{
    app::{shell::App, tasks::Tab, testing::window},
    plan::{Block, ContextField, Edit, Field, Place, Text},
};
use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};
use std::time::{Duration, Instant};

#[track_caller]
fn until(harness: &mut Harness<'_, App>, what: &str, is: impl Fn(&App) -> bool) {
    let end = Instant::now() + Duration::from_secs(60);
    while !is(harness.state()) {
        assert!(Instant::now() < end, "{what}");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness.run_ok();
}

fn is_complete(app: &App, tab: Tab) -> bool {
    app.preview.as_ref().is_some_and(|preview| preview.is_complete(tab))
}

fn opened(width: f32) -> (Harness<'static, App>, Tab) {
    let (mut harness, tab) = window(width);
    harness.key_press(Key::F7);
    harness.step();
    until(&mut harness, "the pages come", |app| is_complete(app, tab));
    (harness, tab)
}

fn place(block: Block, name: &str) -> Place {
    Place::field(Field::find(block, name).unwrap())
}

#[test]
fn the_pages_stand_beside_the_page_and_can_be_turned_by_keys() {
    let (mut harness, tab) = opened(1366.0);
    let count = harness.state().preview.as_ref().unwrap().sheets().unwrap().count();
    assert!(count > 10, "{count}");
    let page = |n: usize| format!("Page {n} of {count}");
    assert!(harness.state().settings.preview_open);
    harness.get_by_role_and_label(Role::Image, &page(1)).focus();
    harness.step();
    harness.key_press(Key::PageDown);
    until(&mut harness, "the second page comes", |app| is_complete(app, tab));
    assert!(harness.get_by_role_and_label(Role::Image, &page(2)).is_focused());
    harness.key_press(Key::End);
    until(&mut harness, "the last page comes", |app| is_complete(app, tab));
    assert!(harness.get_by_role_and_label(Role::Image, &page(count)).is_focused());
    harness.key_press(Key::Home);
    until(&mut harness, "the first page comes", |app| is_complete(app, tab));
    harness.get_by_label("Close the preview").click_accesskit();
    harness.run_ok();
    assert!(harness.query_by_label(&page(1)).is_none());
    assert!(harness.state().preview.is_none(), "nothing works on behind a closed pane");
}

#[test]
fn a_click_on_paper_leads_to_the_field() {
    for is_mirrored in [false, true] {
        let (mut harness, tab) = opened(1366.0);
        if is_mirrored {
            harness.state_mut().settings.direction = "rtl".into();
            harness.run_ok();
        }
        let problem = place(Block::Context, "problem");
        // The page with the field is turned to because the field is edited.
        harness.state_mut().plan_of(tab).unwrap().focus = Some(problem);
        harness.step();
        until(&mut harness, "its page comes", |app| is_complete(app, tab));
        let sheets = harness.state().preview.as_ref().unwrap().sheets().unwrap().clone();
        let mark = *sheets.marks().iter().find(|mark| mark.place == problem).unwrap();
        let name = format!("Page {} of {}", mark.page + 1, sheets.count());
        let paper = harness.get_by_role_and_label(Role::Image, &name).rect();
        let scale = paper.width() / sheets.size(mark.page)[0];
        let [left, top, ..] = mark.edges;
        let open = harness.state_mut().plan_of(tab).unwrap();
        assert_ne!(open.page, crate::ui::Page::of(problem, open.plan()), "the click is what leads there");
        let at = paper.min + egui::vec2(left + 6.0, top + 6.0) * scale;
        harness.hover_at(at);
        harness.step();
        harness.drag_at(at);
        harness.step();
        harness.drop_at(at);
        harness.run_ok();
        harness.run_ok();
        let name = harness.state().words.get(problem.field.unwrap().words()).into_owned();
        let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let focused = harness.get_by(|node| is_field(node.role()) && node.is_focused());
        let label = focused.accesskit_node().label().unwrap_or_default();
        assert!(label.starts_with(&name), "{label} is not {name} (mirrored: {is_mirrored})");
    }
}

#[test]
fn what_is_written_shows_and_the_older_document_stays_until_then() {
    let (mut harness, tab) = opened(1366.0);
    let before = harness.state().preview.as_ref().unwrap().sheets().unwrap().clone();
    let problem = Text::english(&"Every sheet differs from the one before it. ".repeat(120));
    let open = harness.state_mut().plan_of(tab).unwrap();
    open.document.apply(&Edit::Context(ContextField::Problem(problem))).unwrap();
    harness.step();
    assert!(harness.state().preview.as_ref().unwrap().sheets().is_some());
    until(&mut harness, "the change shows", |app| {
        let sheets = app.preview.as_ref().unwrap().sheets().unwrap();
        sheets.count() > before.count()
    });
    // Nothing goes on when nothing changes.
    until(&mut harness, "its pictures come", |app| is_complete(app, tab));
    assert!(harness.run_ok().is_some(), "the window rests");
}

fn show(harness: &mut Harness<'_, App>, tab: Tab) {
    let app = harness.state_mut();
    app.current = app.open.iter().position(|open| open.tab == tab);
}

/// The same example twice: all pages of the two plans look the same, so nothing has to be drawn anew, and all must be shown.
#[test]
fn no_page_stays_white_when_plans_are_changed_and_changed_back() {
    let (mut harness, first) = opened(1366.0);
    harness.state_mut().open_example("nepal-lokta-paper");
    let second = harness.state().current_tab().unwrap();
    assert_ne!(first, second);
    until(&mut harness, "the pages of the second plan come", |app| is_complete(app, second));
    for tab in [first, second, first] {
        show(&mut harness, tab);
        harness.step();
        assert_eq!(harness.state().current_tab(), Some(tab));
        until(&mut harness, "the pages come back", |app| is_complete(app, tab));
    }
    // To and fro before the pages have come.
    show(&mut harness, second);
    harness.step();
    show(&mut harness, first);
    until(&mut harness, "the pages are there at last", |app| is_complete(app, first));
}

#[test]
fn where_there_is_no_room_for_both_help_and_preview_give_way_to_each_other() {
    let (mut harness, _) = opened(1366.0);
    assert!(harness.query_by_label("Help and checks").is_none());
    harness.key_press(Key::F8);
    harness.run_ok();
    harness.get_by_label("Help and checks");
    assert!(!harness.state().settings.preview_open);
    let (harness, _) = opened(1800.0);
    harness.get_by_label("Help and checks");
}
