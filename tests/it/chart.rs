//! The chart in the whole window, with the mouse.

use crate::window::{Folder, example, has, page_tab, show_page, wait, window};
use egui::{Event, Key, Modifiers, Pos2, Rect, accesskit::Role, pos2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use rencana::app::App;

fn bar(window: &Harness<'_, App>, begin: &str) -> Rect {
    let mut bars = window.query_all_by_role(Role::Slider);
    let bar = bars.find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(begin)));
    bar.unwrap_or_else(|| panic!("no bar {begin}")).rect()
}

/// Presses at one point, goes to another and lets go there.
fn drag(window: &mut Harness<'_, App>, from: Pos2, to: Pos2) {
    let press = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(from));
    window.run_ok();
    window.event(press(from, true));
    window.run_steps(2);
    for share in [0.3, 0.6, 1.0] {
        window.event(Event::PointerMoved(from.lerp(to, share)));
        window.run_steps(2);
    }
    window.event(press(to, false));
    window.run_ok();
}

#[test]
fn a_link_that_would_go_in_a_circle_is_refused_with_words_however_it_is_made() {
    let folder = Folder::new("circle");
    let mut window = window(&folder.0, vec![example(&folder)]);
    wait(&mut window, "the plan", |h| page_tab(h, "Plan of operation").is_some());
    show_page(&mut window, "Plan of operation");
    // 1.2 waits for 1.1 already; now 1.1 is to wait for 1.2.
    let (from, to) = (bar(&window, "1.2 "), bar(&window, "1.1 "));
    drag(&mut window, pos2(from.right() + 6.0, from.center().y), to.center() + vec2(0.0, 1.0));
    assert!(has(&window, "1.1 cannot wait for 1.2: That would make it wait for itself"));
    assert!(!has(&window, "Changed since the last save"));
    window.get_by_label("Close this message").click_accesskit();
    window.run_ok();
    // The same in the details, where the list of all activities is open.
    window.get_by_role_and_label(Role::Button, "Details of 1.1").click_accesskit();
    window.run_ok();
    window.get_by_label("1.1, Comes after").focus();
    window.run_ok();
    window.event(Event::Text("weigh twenty".to_owned()));
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    assert!(has(&window, "That would make it wait for itself"), "said in the window");
    assert!(!has(&window, "Changed since the last save"));
    // What is no circle is taken, in one step.
    let (from, to) = (bar(&window, "1.1 "), bar(&window, "1.3 "));
    drag(&mut window, pos2(from.right() + 6.0, from.center().y), to.center());
    assert!(has(&window, "Changed since the last save"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_ok();
    assert!(!has(&window, "Changed since the last save"));
}
