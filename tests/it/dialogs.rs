//! What stands over the page is answered first, and leaves the window as it was.

use crate::support::home;
use crate::window::{Folder, example, field, has, type_into, wait, window};
use egui::{Key, Modifiers, Role, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use rencana::app::App;

#[test]
fn shortcuts_wait_while_a_list_is_open() {
    let folder = Folder::new("dialogs");
    let mut window = window(&folder.0, vec![example(&folder)]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    type_into(&mut window, "Organisation", "Office of two");
    window.get_by_role_and_label(Role::Button, "Add a sector").click_accesskit();
    window.run_ok();
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::Z),
        (Modifiers::COMMAND, Key::W),
        (Modifiers::COMMAND, Key::PageDown),
        (Modifiers::NONE, Key::F5),
    ] {
        window.key_press_modifiers(modifiers, key);
        window.run_ok();
        assert!(has(&window, "Type to search"), "the list stays for {key:?}");
    }
    window.key_press(Key::Escape);
    window.run_ok();
    assert!(!has(&window, "Type to search"));
    assert!(field(&window, "Organisation").ends_with("Office of two"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_ok();
    assert!(!field(&window, "Organisation").ends_with("Office of two"), "now they work");
}

#[test]
fn a_narrow_window_leaves_the_wide_one_as_it_was() {
    let folder = Folder::new("sides");
    let mut window = window(&folder.0, vec![example(&folder)]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    let wide = egui::vec2(1366.0, 768.0);
    let narrow = egui::vec2(880.0, 600.0);
    window.key_press(Key::F10);
    window.run_ok();
    assert!(!has(&window, "Comments"), "hidden in the wide window");
    window.set_size(narrow);
    window.run_ok();
    for expected in [true, false] {
        window.key_press(Key::F10);
        window.run_ok();
        assert_eq!(has(&window, "Comments"), expected);
    }
    window.set_size(wide);
    window.run_ok();
    assert!(!has(&window, "Comments"), "it stays hidden in the wide window");
}

/// What the window was told to do about its own end in the frame before.
fn told(window: &Harness<'_, App>, command: &ViewportCommand) -> bool {
    window.output().viewport_output.get(&ViewportId::ROOT).is_some_and(|v| v.commands.contains(command))
}

/// The close button of the window. Says whether the window goes.
fn close_button(window: &mut Harness<'_, App>) -> bool {
    let root = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    root.events.push(ViewportEvent::Close);
    window.step();
    let goes = !told(window, &ViewportCommand::CancelClose);
    window.run_ok();
    goes
}

#[test]
fn leaving_asks_for_each_plan_that_is_not_saved() {
    let folder = Folder::new("leaving");
    let first = example(&folder);
    let second = folder.0.join("second.plan.ron");
    std::fs::copy(home().join("examples/iran-filigree.plan.ron"), &second).unwrap();
    let mut window = window(&folder.0, vec![first.clone(), second.clone()]);
    wait(&mut window, "both plans", |h| h.query_all_by_label_contains("Close ").count() >= 2);
    let before = [&first, &second].map(|path| std::fs::read(path).unwrap());
    for _ in 0..2 {
        type_into(&mut window, "Superior", "X");
        window.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.run_ok();
    }
    // The button and the key ask the same, and Cancel leaves everything as it is.
    assert!(!close_button(&mut window));
    window.get_by_label("Cancel").click();
    window.run_ok();
    assert!(field(&window, "Superior").contains('X'));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Q);
    window.run_ok();
    // While the question stands, the button does not go past it.
    assert!(!close_button(&mut window));
    window.get_by_label("Do not save").click();
    window.run_ok();
    window.get_by_label("Do not save").click();
    window.run_ok();
    assert!(!has(&window, "Do not save"), "two plans, two questions");
    assert!(close_button(&mut window), "after the second answer nothing holds the window");
    assert_eq!([&first, &second].map(|path| std::fs::read(path).unwrap()), before, "nothing was written");
    drop(window);
    let mut window = crate::window::window(&folder.0, vec![first]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    assert!(close_button(&mut window), "where nothing is unsaved it goes without a word");
}

#[test]
fn a_menu_marks_the_way_that_holds() {
    let folder = Folder::new("marks");
    let mut window = window(&folder.0, vec![]);
    let is_on = |window: &mut Harness<'_, App>, name: &str| {
        window.get_by_label("View").click();
        window.run_ok();
        let toggled = window.get_by_role_and_label(Role::MenuItemRadio, name).accesskit_node().toggled();
        window.key_press(Key::Escape);
        window.run_ok();
        toggled == Some(egui::accesskit::Toggled::True)
    };
    assert!(is_on(&mut window, "Light colours") && !is_on(&mut window, "Dark colours"));
    window.get_by_label("View").click();
    window.run_ok();
    window.get_by_role_and_label(Role::MenuItemRadio, "Dark colours").click();
    window.run_ok();
    assert!(is_on(&mut window, "Dark colours") && !is_on(&mut window, "Light colours"));
}

#[test]
fn beside_the_help_a_window_of_1024_points_leaves_the_page_its_room_and_keeps_every_way() {
    let folder = Folder::new("slim");
    let mut window = window(&folder.0, vec![example(&folder)]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    let left =
        |window: &Harness<'_, App>| window.get_by_role_and_label(Role::TextInput, "Superior").rect().left();
    let in_wide = left(&window);
    window.set_size(egui::vec2(1024.0, 700.0));
    window.run_ok();
    assert!(has(&window, "Comments"), "the pane beside the page stays");
    assert!(left(&window) < in_wide - 100.0, "the list of sections is narrow");
    window.get_by_role_and_label(Role::Button, "Use the short form").click();
    window.run_ok();
    window.get_by_role_and_label(Role::Button, "Use the full method").click();
    window.run_ok();
}
