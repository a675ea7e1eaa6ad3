//! The field in a window, as a person uses it.

use crate::text::caret::cursor;
use crate::text::edit::cursor::Cursor;
use crate::text::edit::{Edit, EditOutput};
use crate::text::tests::samples::SCRIPTS;
use crate::text::{self, Style};
use egui::accesskit::Role;
use egui::{Event, Id, ImeEvent, Key, Modifiers, Pos2, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};

#[derive(Default)]
struct Page {
    text: String,
    multiline: bool,
    read_only: bool,
    changes: usize,
    commits: usize,
    leaves: usize,
}

fn field() -> Id {
    Id::unique("field")
}

fn page(text: &str, multiline: bool) -> Harness<'static, Page> {
    with(Page { text: text.to_owned(), multiline, ..Page::default() })
}

fn with(page: Page) -> Harness<'static, Page> {
    let mut harness = Harness::builder()
        .with_size(vec2(400.0, 300.0))
        .with_step_dt(0.02)
        .with_context_setup(|ctx| {
            text::install(ctx);
            ctx.all_styles_mut(|s| s.visuals.text_cursor.blink = false);
        })
        .build_ui_state(
            |ui, page: &mut Page| {
                let edit = if page.multiline { Edit::multiline } else { Edit::singleline };
                let EditOutput { changed, committed, left, .. } =
                    edit(field(), &mut page.text).name("Purpose").read_only(page.read_only).show(ui);
                page.changes += usize::from(changed);
                page.commits += usize::from(committed);
                page.leaves += usize::from(left);
                ui.button("Next").clicked();
            },
            page,
        );
    harness.run();
    harness
}

fn focus(harness: &mut Harness<'_, Page>) {
    harness.get_by_label("Purpose").focus();
    harness.run();
}

/// Where the caret before a character is on the screen.
fn place(harness: &Harness<'_, Page>, at: usize) -> Pos2 {
    let page = harness.state();
    let rect = harness.get_by_label("Purpose").rect();
    let padding = harness.ctx.global_style().spacing.button_padding;
    let style = if page.multiline { Style::body().fill() } else { Style::body().single_row() };
    let inner = rect.width() - 2.0 * padding.x;
    let layout = text::engine::layout(&harness.ctx, &page.text, &style, inner);
    let caret = layout.caret_rect(cursor(at, true));
    let free = inner - layout.galley.size().x;
    let shift = if layout.lines[0].rtl && !page.multiline { free } else { 0.0 };
    let top = if page.multiline { padding.y } else { (rect.height() - caret.height()) / 2.0 };
    rect.min + vec2(padding.x + shift, top) + caret.center().to_vec2()
}

fn click(harness: &mut Harness<'_, Page>, at: Pos2) {
    harness.hover_at(at);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
    harness.run();
}

fn type_text(harness: &mut Harness<'_, Page>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn selected(harness: &Harness<'_, Page>) -> std::ops::Range<usize> {
    let state = egui::text_edit::TextEditState::load(&harness.ctx, field()).expect("a cursor");
    Cursor::from(state.cursor.char_range().expect("a range")).chars()
}

#[test]
fn what_is_typed_lands_where_the_person_clicked() {
    let check = |text: &str, at: usize, typed: &str, result: &str| {
        for multiline in [false, true] {
            let mut harness = page(text, multiline);
            let pos = place(&harness, at);
            click(&mut harness, pos);
            type_text(&mut harness, typed);
            assert_eq!(harness.state().text, result, "{text:?} at {at}, rows: {multiline}");
            assert_eq!(harness.state().changes, 1);
        }
    };
    check("abcd", 2, "X", "abXcd");
    check("কোকখ", 2, "ম", "কোমকখ");
    check("கொடு", 2, "ப", "கொபடு");
    check("කොළඹ", 2, "ප", "කොපළඹ");
    check("سلام دنیا", 4, "م", "سلامم دنیا");
    check("ສະບາຍດີ", 5, "ກ", "ສະບາຍກດີ");
    check("ကျွန်ုပ်", 6, "မ", "ကျွန်ုမပ်");
    check("འབྲུག་ཡུལ", 6, "ས", "འབྲུག་སཡུལ");
}

#[test]
fn a_drag_over_two_directions_copies_logical_text() {
    let mut harness = page("ab سلام cd", false);
    let (from, to) = (place(&harness, 0), place(&harness, 10) + vec2(40.0, 0.0));
    harness.drag_at(from);
    harness.hover_at(to);
    harness.drop_at(to);
    harness.run();
    assert_eq!(selected(&harness), 0..10);
    harness.event(Event::Copy);
    harness.step();
    let copied = harness
        .output()
        .platform_output
        .commands
        .iter()
        .any(|c| matches!(c, egui::OutputCommand::CopyText(text) if text == "ab سلام cd"));
    assert!(copied, "{:?}", harness.output().platform_output.commands);
    harness.event(Event::Cut);
    harness.run();
    assert_eq!(harness.state().text, "");
}

#[test]
fn clicks_in_a_row_take_a_word_and_a_paragraph() {
    let mut harness = page("one two\nthree four", true);
    let pos = place(&harness, 5);
    for wanted in [5..5, 4..7, 0..7] {
        harness.hover_at(pos);
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        harness.step();
        assert_eq!(selected(&harness), wanted);
    }
}

#[test]
fn unfinished_input_stays_in_the_field() {
    let preedit =
        |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    let mut harness = page("ab", false);
    focus(&mut harness);
    harness.key_press(Key::End);
    for unfinished in ["এ", "এক", "একা"] {
        harness.event(preedit(unfinished));
        harness.run();
        assert_eq!(harness.state().text, "ab", "not before it is committed");
        assert_eq!(harness.state().changes, 0);
    }
    harness.event(Event::Ime(ImeEvent::Commit("একাডেমি".to_owned())));
    harness.run();
    assert_eq!(harness.state().text, "abএকাডেমি");
    assert_eq!(harness.state().changes, 1);
    harness.event(preedit("ক"));
    harness.run();
    harness.event(preedit(""));
    harness.run();
    assert_eq!(harness.state().text, "abএকাডেমি", "given up");
    // A selection is replaced when the input is finished, not when it begins.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(preedit("x"));
    harness.run();
    assert_eq!(harness.state().text, "abএকাডেমি");
    // Who clicks elsewhere keeps what was composed.
    harness.get_by_label("Next").click();
    harness.run();
    assert_eq!(harness.state().text, "x");
    assert_eq!(harness.state().changes, 2);
}

#[test]
fn keys_edit_and_leave_the_field() {
    let mut harness = page("কোক্ষ", false);
    focus(&mut harness);
    harness.key_press_modifiers(Modifiers::CTRL, Key::Home);
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().text, "ক্ষ", "Delete takes a grapheme");
    harness.key_press(Key::End);
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(harness.state().text, "ক্", "Backspace takes what was typed last");
    harness.event(Event::Paste("a\r\nb".to_owned()));
    harness.run();
    assert_eq!(harness.state().text, "ক্a b", "one row has no line breaks");
    let before = harness.state().changes;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!((harness.state().text.as_str(), harness.state().changes), ("ক্a b", before), "the document's");
    assert_eq!(harness.state().leaves, 0);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!((harness.state().commits, harness.state().leaves), (1, 1));
    focus(&mut harness);
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!((harness.state().commits, harness.state().leaves), (1, 2));

    let mut harness = page("", true);
    focus(&mut harness);
    type_text(&mut harness, "x");
    harness.key_press(Key::Enter);
    type_text(&mut harness, "y");
    harness.key_press_modifiers(Modifiers::CTRL, Key::Enter);
    harness.run();
    assert_eq!((harness.state().text.as_str(), harness.state().leaves), ("x\ny", 0));
    harness.event(Event::Paste("1\r\n2".to_owned()));
    harness.run();
    assert_eq!(harness.state().text, "x\ny1\n2");
}

#[test]
fn the_middle_button_pastes_where_it_clicks() {
    let mut harness = page("سلام دنیا", false);
    let pos = place(&harness, 4);
    harness.hover_at(pos);
    harness.run();
    harness.event(Event::MiddleClickPaste { pos, text: "!".to_owned() });
    harness.run();
    assert_eq!(harness.state().text, "سلام! دنیا");
}

#[test]
fn a_read_only_field_can_be_copied_and_not_changed() {
    let mut harness = with(Page { text: "abc".to_owned(), read_only: true, ..Page::default() });
    focus(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert_eq!(selected(&harness), 0..3);
    for event in [Event::Text("x".to_owned()), Event::Cut, Event::Paste("y".to_owned())] {
        harness.event(event);
    }
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!((harness.state().text.as_str(), harness.state().changes), ("abc", 0));
}

#[test]
fn assistive_technology_reads_and_sets_the_text() {
    let mut harness = page("سلام", true);
    let node = harness.get_by_role_and_label(Role::MultilineTextInput, "Purpose");
    assert_eq!(node.value().as_deref(), Some("سلام"));
    node.set_text_value_accesskit("plan");
    harness.run();
    assert_eq!(harness.state().text, "plan");
    assert_eq!(harness.state().changes, 1);
    assert!(harness.ctx.memory(|m| m.focused()).is_none(), "setting needs no focus");
}

#[test]
fn an_idle_field_asks_for_no_frame() {
    let mut harness = page("plan", false);
    focus(&mut harness);
    harness.run();
    assert!(!harness.ctx.has_requested_repaint(), "the caret does not blink");
}

#[test]
fn a_field_does_not_jump_when_a_tall_script_is_typed() {
    for (multiline, nastaliq) in [(false, false), (true, false), (false, true)] {
        let mut harness = page("", multiline);
        harness.ctx.all_styles_mut(|s| s.spacing.button_padding = vec2(12.0, 6.0));
        text::set_nastaliq(&harness.ctx, nastaliq);
        focus(&mut harness);
        let height = |harness: &Harness<'_, Page>| harness.get_by_label("Purpose").rect().height();
        let empty = height(&harness);
        let most = if nastaliq { 42.0 } else { 34.0 };
        assert!(multiline || empty <= most, "{empty}");
        for script in SCRIPTS {
            for word in script.words {
                harness.state_mut().text.clear();
                harness.run();
                type_text(&mut harness, word);
                assert_eq!(height(&harness), empty, "{}: {word:?}", script.language);
            }
        }
    }
}

#[test]
fn a_long_row_scrolls_with_the_caret() {
    for text in ["a long row ".repeat(20), "برنامهٔ کوچک ".repeat(20)] {
        let mut harness = page(&text, false);
        focus(&mut harness);
        for key in [Key::End, Key::Home] {
            harness.key_press(key);
            harness.run();
            let area = harness.get_by_label("Purpose").rect();
            let ime = harness.output().platform_output.ime.expect("the caret's place");
            assert!(area.expand(1.0).contains_rect(ime.cursor_rect), "{key:?}: {:?}", ime.cursor_rect);
        }
    }
}
