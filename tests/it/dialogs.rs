//! What stands over the page is answered first, and leaves the window as it was.

use crate::window::{Folder, example, field, has, type_into, wait, window};
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

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
