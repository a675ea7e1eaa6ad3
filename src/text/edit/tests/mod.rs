//! Editing: random edits against a plain string, and what keys and clicks do to a cursor.

mod field;

use super::cursor::{Cursor, Grain};
use crate::text::Style;
use crate::text::caret::cursor;
use crate::text::engine::Layout;
use crate::text::tests::Rig;
use crate::text::tests::samples::{MIXED, SCRIPTS, Script};
use egui::os::OperatingSystem;
use egui::{Key, Modifiers, pos2};

/// Edits in each script; ten times as many with `RENCANA_LONG`.
fn edits() -> usize {
    if std::env::var_os("RENCANA_LONG").is_some() { 100_000 } else { 10_000 }
}

/// A small generator of numbers, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// Clicks, types, deletes and moves at random, and does the same to a list of characters.
fn edit_at_random(rig: &mut Rig, script: &Script, edits: usize) {
    let mut random = Random(script.language.len() as u64);
    let style = Style::body().fill();
    let mut text = String::from(script.words[0]);
    let mut plain: Vec<char> = text.chars().collect();
    let mut at = Cursor::at(cursor(0, true));
    for _ in 0..edits {
        let layout = rig.layout(&text, &style, 150.0);
        assert_eq!(layout.galley.end().index.0, plain.len(), "{text:?}");
        match random.below(12) {
            0 | 1 => {
                let size = layout.galley.size();
                let pos = pos2(random.below(160) as f32, random.below(size.y as usize) as f32);
                at = Cursor::at(layout.hit(pos));
                let again = layout.hit(pos2(layout.caret_rect(at.primary).left(), pos.y));
                let same = layout.caret_rect(again).left() - layout.caret_rect(at.primary).left();
                assert!(same.abs() < 0.1, "{text:?}: the caret stays when its own place is clicked");
            }
            2 => {
                let back = random.below(2) == 0;
                let i = at.primary.index.0;
                let chars = at.chars();
                let was = text.chars().count();
                at.erase(&mut text, back, false);
                let gone = was - text.chars().count();
                let from = if !chars.is_empty() {
                    chars.start
                } else if back {
                    i - gone
                } else {
                    i
                };
                plain.drain(from..from + gone);
            }
            3 => {
                let keys =
                    [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End];
                let modifiers = [Modifiers::NONE, Modifiers::SHIFT, Modifiers::CTRL][random.below(3)];
                let key = keys[random.below(keys.len())];
                assert!(at.key(&layout, key, modifiers, OperatingSystem::Nix));
                assert!(at.primary.index.0 <= plain.len());
            }
            4 if plain.len() > 120 => {
                at = Cursor::all(plain.len());
            }
            _ => {
                let key =
                    if random.below(40) == 0 { "\n" } else { script.keys[random.below(script.keys.len())] };
                let chars = at.chars();
                at.insert(&mut text, key);
                plain.splice(chars, key.chars());
            }
        }
        assert!(text.chars().eq(plain.iter().copied()), "{text:?}");
    }
}

#[test]
fn random_edits_equal_those_of_a_plain_string() {
    let mut rig = Rig::new();
    for script in SCRIPTS {
        edit_at_random(&mut rig, script, edits());
        println!(
            "random edits, {} | {} | seed {} | as in a plain string",
            script.language,
            edits(),
            script.language.len()
        );
    }
}

#[test]
fn each_prefix_typed_in_order_gives_the_text() {
    let mut rig = Rig::new();
    for text in SCRIPTS.iter().flat_map(|s| s.words.iter().chain(s.sentences)).chain(MIXED) {
        let mut typed = String::new();
        let mut at = Cursor::default();
        for c in text.chars() {
            at.insert(&mut typed, c.encode_utf8(&mut [0; 4]));
            let layout = rig.layout(&typed, &Style::body().fill(), 200.0);
            let line = layout.line_of(at.primary);
            assert_eq!(line, layout.lines.len() - 1, "{typed:?}: the caret is in the last row");
        }
        assert_eq!(typed, *text);
        assert_eq!(at.primary.index.0, text.chars().count());
    }
}

#[test]
fn selections_paint_what_is_selected() {
    let mut rig = Rig::new();
    let layout = rig.free("ab سلام cd");
    let width = |l: &Layout, chars| l.selection(chars).iter().map(egui::Rect::width).sum::<f32>();
    let cell = |l: &Layout, i: usize| l.lines[0].cells[i].right - l.lines[0].cells[i].left;
    // "b", the space and the first Arabic letter, which stands at the far side.
    let parts = layout.selection(1..4);
    assert_eq!(parts.len(), 2, "{parts:?}");
    let wanted: f32 = (1..4).map(|i| cell(&layout, i)).sum();
    assert!((width(&layout, 1..4) - wanted).abs() < 0.1);
    assert!(layout.selection(3..3).is_empty());
    let two = rig.free("ab\nسلام\nx");
    assert_eq!(two.selection(0..9).len(), 3);
    let broken = two.selection(2..3);
    assert!(broken.len() == 1 && broken[0].width() > 2.0, "a line break shows: {broken:?}");
}

#[test]
fn keys_move_as_people_expect() {
    let mut rig = Rig::new();
    let mut check = |text: &str, from: usize, key: Key, modifiers: Modifiers, to: usize| {
        let layout = rig.layout(text, &Style::body().fill(), 150.0);
        let mut at = Cursor::at(cursor(from, true));
        at.key(&layout, key, modifiers, OperatingSystem::Nix);
        assert_eq!(at.primary.index.0, to, "{text:?} from {from} by {key:?}");
    };
    let none = Modifiers::NONE;
    check("কোকো", 0, Key::ArrowRight, none, 2);
    check("কোকো", 4, Key::ArrowLeft, none, 2);
    check("سلام", 0, Key::ArrowLeft, none, 1);
    check("سلام", 1, Key::ArrowRight, none, 0);
    check("لا لا", 0, Key::ArrowLeft, none, 1);
    check("ສະບາຍດີ", 0, Key::ArrowRight, Modifiers::CTRL, 5);
    check("برنامه کوچک", 0, Key::ArrowLeft, Modifiers::CTRL, 6);
    check("برنامه کوچک", 11, Key::ArrowRight, Modifiers::CTRL, 7);
    check("one two", 0, Key::ArrowRight, Modifiers::CTRL, 3);
    check("one\ntwo", 5, Key::Home, none, 4);
    check("one\ntwo", 1, Key::End, none, 3);
    check("one\ntwo", 5, Key::Home, Modifiers::CTRL, 0);
    check("one\ntwo", 1, Key::ArrowDown, none, 5);
    check("one\ntwo", 5, Key::ArrowUp, none, 1);
    check("one\ntwo", 1, Key::ArrowUp, none, 0);
    check("one\ntwo", 5, Key::ArrowDown, none, 7);
    check("aaaa\nb\ncccc", 4, Key::ArrowDown, none, 6);
}

#[test]
fn up_and_down_keep_the_column() {
    let mut rig = Rig::new();
    let layout = rig.free("aaaa\nb\naaaa");
    let mut at = Cursor::at(cursor(4, false));
    for place in [6, 11] {
        at.key(&layout, Key::ArrowDown, Modifiers::NONE, OperatingSystem::Nix);
        assert_eq!(at.primary.index.0, place);
    }
}

#[test]
fn double_clicks_take_words_and_drags_extend_them() {
    let text = "one two three";
    let mut at = Cursor::default();
    at.point(text, cursor(5, true), Grain::Word, None);
    assert_eq!(at.chars(), 4..7);
    at.point(text, cursor(10, true), Grain::Word, Some(4..7));
    assert_eq!((at.chars(), at.primary.index.0), (4..13, 13));
    at.point(text, cursor(1, true), Grain::Word, Some(4..7));
    assert_eq!((at.chars(), at.primary.index.0), (0..7, 0));
    at.point("a b\nc d", cursor(5, true), Grain::Paragraph, None);
    assert_eq!(at.chars(), 4..7);
    at.point(text, cursor(5, false), Grain::Place, Some(8..8));
    assert_eq!((at.chars(), at.primary.index.0), (5..8, 5));
}
