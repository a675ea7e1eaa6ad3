//! A window from right to left: what stands where, and what comes back from the pointer and the keys.

use crate::text::{self, Edit, Style};
use egui::accesskit::Role;
use egui::{Event, Id, Key, Modifiers, PointerButton, Pos2, Rect, Ui, pos2, vec2};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};

const WIDTH: f32 = 400.0;

#[derive(Default)]
struct Page {
    text: String,
    clicks: usize,
    right_keys: usize,
}

fn page_ui(ui: &mut Ui, page: &mut Page) {
    ui.horizontal(|ui| {
        text::label(ui, "Name", Style::body());
        Edit::singleline(field(), &mut page.text).name("Field").width(200.0).show(ui);
        page.clicks += usize::from(ui.button("Menu").clicked());
    });
    let mut other = "plan برنامه plan plan plan plan برنامه".to_owned();
    Edit::multiline(Id::unique("area"), &mut other).name("Area").width(150.0).show(ui);
    page.right_keys += usize::from(ui.input(|i| i.key_pressed(Key::ArrowRight)));
}

fn field() -> Id {
    Id::unique("field")
}

fn page(text: &str, mirrored: bool) -> Harness<'static, Page> {
    let mut harness = Harness::builder()
        .with_size(vec2(WIDTH, 200.0))
        .with_context_setup(move |ctx| {
            text::install(ctx);
            text::set_mirrored(ctx, mirrored);
        })
        .build_ui_state(page_ui, Page { text: text.to_owned(), ..Page::default() });
    harness.run();
    harness
}

fn rect(harness: &Harness<'_, Page>, name: &str) -> Rect {
    harness.get_by_label(name).rect()
}

fn click(harness: &mut Harness<'_, Page>, pos: Pos2) {
    harness.hover_at(pos);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
    harness.run();
}

#[test]
fn rows_run_from_right_to_left() {
    let (usual, mirrored) = (page("", false), page("", true));
    for name in ["Name", "Field", "Menu", "Area"] {
        let (a, b) = (rect(&usual, name), rect(&mirrored, name));
        assert!((a.left() + b.right() - WIDTH).abs() < 0.1, "{name}: {a} {b}");
        assert_eq!((a.top(), a.size()), (b.top(), b.size()), "{name}");
    }
    assert!(rect(&mirrored, "Name").left() > rect(&mirrored, "Field").right(), "the label stands right");
    assert!(rect(&mirrored, "Menu").right() < rect(&mirrored, "Field").left(), "the menu stands left");
}

#[test]
fn a_click_reaches_what_is_seen_there() {
    let mut harness = page("", true);
    let at = rect(&harness, "Menu").center();
    click(&mut harness, at);
    assert_eq!(harness.state().clicks, 1);
    click(&mut harness, pos2(WIDTH - at.x, at.y));
    assert_eq!(harness.state().clicks, 1, "nothing is left on the other side");
}

/// Where egui tells the input method that the caret stands.
fn caret(harness: &Harness<'_, Page>) -> f32 {
    harness.output().platform_output.ime.expect("a field has the focus").cursor_rect.center().x
}

#[test]
fn text_stands_upright_in_a_mirrored_field() {
    for (text, first_at_left) in [("plan", true), ("برنامه", false)] {
        for mirrored in [false, true] {
            let mut harness = page(text, mirrored);
            let area = rect(&harness, "Field");
            let (left, right) = (area.left() + 8.0, area.right() - 8.0);
            for (x, at_left) in [(left, true), (right, false)] {
                click(&mut harness, pos2(x, area.center().y));
                harness.event(Event::Text("x".to_owned()));
                harness.run();
                let starts = harness.state().text.starts_with('x');
                assert_eq!(starts, at_left == first_at_left, "{text} {mirrored}: clicked at {x}");
                harness.state_mut().text = text.to_owned();
                harness.run();
            }
        }
    }
}

#[test]
fn arrow_keys_go_where_they_point() {
    for mirrored in [false, true] {
        let mut harness = page("plan", mirrored);
        harness.get_by_label("Field").focus();
        harness.run();
        harness.key_press(Key::Home);
        harness.run();
        let start = caret(&harness);
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert!(caret(&harness) > start + 2.0, "mirrored {mirrored}");
        let area = rect(&harness, "Field");
        assert!(area.x_range().contains(caret(&harness)));
        // For everything else the keys are mirrored with the window.
        let seen = harness.state().right_keys;
        harness.key_press(Key::ArrowLeft);
        harness.run();
        assert_eq!(harness.state().right_keys - seen, usize::from(mirrored));
    }
}

#[test]
fn a_drag_selects_what_it_passes() {
    let mut harness = page("plan", true);
    let area = rect(&harness, "Field");
    let y = area.center().y;
    harness.drag_at(pos2(area.left() + 1.0, y));
    harness.hover_at(pos2(area.right() - 1.0, y));
    harness.drop_at(pos2(area.right() - 1.0, y));
    harness.run();
    harness.event(Event::Cut);
    harness.run();
    assert_eq!(harness.state().text, "");
}

/// The painted letters, not only the nodes: ink stands where the field says that it is.
#[test]
fn shapes_and_their_nodes_are_mirrored_alike() {
    let harness = page("plan", true);
    let area = rect(&harness, "Field");
    let texts = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
        egui::Shape::Text(text) if text.galley.text() == "plan" => Some((text.pos, clipped.clip_rect)),
        _ => None,
    });
    let found: Vec<_> = texts.collect();
    assert!(!found.is_empty());
    for (pos, clip) in found {
        assert!(area.contains(pos) && pos.x < area.left() + 20.0, "{pos} in {area}");
        assert!(area.expand(2.0).contains_rect(clip), "{clip} in {area}");
    }
}

/// Assistive technology finds letters where they are drawn, in both directions and both kinds of window.
#[test]
fn letters_are_told_where_they_stand() {
    for mirrored in [false, true] {
        let mut harness = page("ab سلام 12 c", mirrored);
        harness.get_by_label("Field").focus();
        harness.run();
        let area = rect(&harness, "Field");
        let node = harness.get_by_role_and_label(Role::TextInput, "Field");
        let node = node.accesskit_node();
        assert_eq!(node.document_range().text(), "ab سلام 12 c", "the logical text");
        let place = |index: usize| {
            let start = node.text_position_from_global_usv_index(index).expect("in the text");
            let mut range = start.to_degenerate_range();
            range.set_end(start.forward_to_character_end());
            let boxes = range.bounding_boxes();
            assert_eq!(boxes.len(), 1, "character {index}");
            (boxes[0].x0, boxes[0].x1)
        };
        let chars = "ab سلام 12 c".chars().count();
        let all: Vec<_> = (0..chars).map(place).collect();
        // From left to right: "ab ", the digits, the Arabic word from its end, " c".
        let mut order: Vec<usize> = (0..chars).collect();
        order.sort_by(|a, b| all[*a].0.total_cmp(&all[*b].0));
        assert_eq!(order, [0, 1, 2, 8, 9, 7, 6, 5, 4, 3, 10, 11], "mirrored {mirrored}: {all:?}");
        for (i, (x0, x1)) in all.iter().enumerate() {
            let inside = *x0 >= f64::from(area.left()) && *x1 <= f64::from(area.right());
            assert!(inside && x1 > x0, "character {i}: {x0} to {x1}");
        }
    }
}
