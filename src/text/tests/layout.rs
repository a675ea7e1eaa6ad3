//! One glyph a character, one face a word, right order, right breaks.

use super::samples::{FOREIGN, MIXED, SCRIPTS};
use super::{Rig, Style};
use crate::text::caret::cursor;
use crate::text::engine::{Layout, Placed};
use crate::text::{Align, Dir};
use egui::pos2;

fn all_texts() -> impl Iterator<Item = &'static str> {
    let of_scripts = SCRIPTS.iter().flat_map(|s| s.words.iter().chain(s.sentences));
    of_scripts.chain(MIXED).chain(FOREIGN).copied()
}

fn letters(layout: &Layout) -> String {
    let mut all = String::new();
    for row in &layout.galley.rows {
        all.extend(row.glyphs.iter().map(|g| g.chr));
        if row.ends_with_newline {
            all.push('\n');
        }
    }
    all
}

#[test]
fn one_glyph_a_character_in_logical_order() {
    let mut rig = Rig::new();
    for text in all_texts() {
        for width in [f32::INFINITY, 200.0, 60.0, 1.0] {
            for style in [Style::body(), Style::small().strong(), Style::body().nastaliq(true)] {
                let layout = rig.layout(text, &style, width);
                assert_eq!(letters(&layout), text, "at {width}");
                assert_eq!(layout.galley.end().index.0, text.chars().count(), "{text:?} at {width}");
                let cells: usize = layout.lines.iter().flat_map(|l| l.cells.iter()).map(|c| c.len).sum();
                let breaks = layout.lines.iter().filter(|l| l.newline).count();
                assert_eq!(cells + breaks, text.chars().count(), "{text:?}: cells hold each character");
                for row in &layout.galley.rows {
                    let vertices: Vec<u32> = row.glyphs.iter().map(|g| g.first_vertex).collect();
                    assert!(vertices.is_sorted(), "{text:?}: egui finds a glyph's vertices");
                }
            }
        }
    }
}

#[test]
fn clicks_and_carets_are_inverse() {
    let mut rig = Rig::new();
    for text in all_texts() {
        for width in [f32::INFINITY, 120.0] {
            let layout = rig.layout(text, &Style::body().fill(), width);
            for row in &layout.lines {
                for cell in row.cells.iter().filter(|c| c.right - c.left > 0.5) {
                    for (x, leading) in [(cell.left + 0.1, !cell.rtl), (cell.right - 0.1, cell.rtl)] {
                        let hit = layout.hit(pos2(row.at.x + x, row.at.y + 1.0));
                        let index = row.first + cell.first + if leading { 0 } else { cell.len };
                        assert_eq!(hit, cursor(index, leading), "{text:?} at {x}");
                        let caret = layout.caret_rect(hit);
                        let edge = if leading == cell.rtl { cell.right } else { cell.left };
                        assert!((caret.left() - row.at.x - edge).abs() < 0.01, "{text:?}: {caret} {edge}");
                        assert_eq!(caret.top(), row.at.y, "{text:?}: the caret stays in its row");
                    }
                }
            }
        }
    }
}

#[test]
fn arrows_pass_every_grapheme_once_and_end() {
    let mut rig = Rig::new();
    for text in all_texts() {
        for width in [f32::INFINITY, 90.0] {
            let layout = rig.layout(text, &Style::body().fill(), width);
            let steps = text.chars().count() * 2 + 4;
            for to_right in [true, false] {
                let onward = to_right != layout.lines[0].rtl;
                let y = if onward { 0.0 } else { layout.galley.size().y };
                let mut at = layout.hit(pos2(if to_right { -1e4 } else { 1e4 }, y));
                let mut seen = vec![at.index.0];
                for _ in 0..steps {
                    at = layout.step(at, to_right);
                    seen.push(at.index.0);
                }
                assert_eq!(layout.step(at, to_right), at, "{text:?}: it ends, {seen:?}");
                let visible = layout.lines.iter().flat_map(|l| l.cells.iter().map(move |c| (l, c)));
                if layout.lines.iter().all(|l| l.rtl == layout.lines[0].rtl) {
                    for (l, c) in visible {
                        let edges = [l.first + c.first, l.first + c.first + c.len];
                        assert!(edges.iter().any(|e| seen.contains(e)), "{text:?}: {edges:?} in {seen:?}");
                    }
                }
            }
        }
    }
}

/// The characters of a row as they stand on the screen, from left to right.
fn on_screen(layout: &Layout, line: usize) -> String {
    let row = &layout.lines[line];
    let mut cells: Vec<_> = row.cells.iter().collect();
    cells.sort_by(|a, b| a.left.total_cmp(&b.left));
    let glyphs = &layout.galley.rows[line].glyphs;
    cells.iter().flat_map(|c| glyphs[c.first..c.first + c.len].iter().map(|g| g.chr)).collect()
}

#[test]
fn two_directions_stand_in_the_order_of_the_standard() {
    let mut rig = Rig::new();
    let mut check = |text: &str, screen: &str| {
        let layout = rig.free(text);
        assert_eq!(on_screen(&layout, 0), screen, "{text:?}");
    };
    check("abc אבג", "abc אבג".chars().take(4).chain("גבא".chars()).collect::<String>().as_str());
    check("سلام", "مالس");
    check("a سلام b", "a مالس b");
    check("سلام abc دنیا", "ایند abc مالس");
    check("سال ۱۳۹۷", "۱۳۹۷ لاس");
    check("سال 2018", "2018 لاس");
    check("12/01 روز", "زور 12/01");
    check("a \u{2068}سلام\u{2069}, b", "a \u{2068}مالس\u{2069}, b");
}

#[test]
fn brackets_turn_with_their_text() {
    let mut rig = Rig::new();
    // The opening bracket of right-to-left text stands on the right and looks like the closing one of Latin text.
    let turned = rig.free("(سلام)");
    let plain = rig.free("x)x(");
    let image = |layout: &Layout, glyph: usize| {
        let row = &layout.galley.rows[0];
        let at = row.glyphs[glyph].first_vertex as usize;
        let mesh = &row.visuals.mesh;
        (mesh.vertices[at].uv, mesh.vertices[at + 3].uv)
    };
    assert_eq!(image(&turned, 0).1 - image(&turned, 0).0, image(&plain, 1).1 - image(&plain, 1).0);
    let first = turned.lines[0].cells[0];
    assert!(first.left > turned.lines[0].cells[5].right, "the first character stands right");
    assert!(turned.lines[0].rtl && first.rtl);
}

#[test]
fn digits_of_the_arabic_script_run_left_to_right() {
    let mut rig = Rig::new();
    let layout = rig.free("۱۲۳");
    let lefts: Vec<f32> = layout.lines[0].cells.iter().map(|c| c.left).collect();
    assert!(lefts.is_sorted(), "{lefts:?}");
}

#[test]
fn lines_break_where_the_language_allows() {
    let mut rig = Rig::new();
    let mut rows = |text: &str, width: f32| -> Vec<String> {
        let layout = rig.layout(text, &Style::body(), width);
        layout.galley.rows.iter().map(|r| r.glyphs.iter().map(|g| g.chr).collect()).collect()
    };
    assert_eq!(rows("one two three", 60.0), ["one two ", "three"]);
    for script in SCRIPTS {
        for text in script.sentences {
            for row in rows(text, 160.0).iter().rev().skip(1) {
                let end = text.find(row.as_str()).expect("a part of the text") + row.len();
                let next = text[end..].chars().next().expect("more follows");
                let last = row.chars().next_back().expect("not empty");
                match script.code {
                    "Tibt" => assert!("་ །".contains(last), "{row:?} ends after a tsheg, in {text:?}"),
                    "Laoo" | "Mymr" => assert!(!"ະາຳຽ့ါာိီ်းျွ".contains(next), "{next:?} starts no row"),
                    _ => assert!(last.is_whitespace() || "-–/?@.=".contains(last), "{row:?} ends at a space"),
                }
            }
        }
    }
    // Where no break is allowed, graphemes stay whole.
    for row in rows("ক্ষেত্রক্ষেত্রক্ষেত্র", 30.0) {
        assert!(!row.starts_with(['\u{9CD}', '\u{9C7}']) && !row.ends_with('\u{9CD}'), "{row:?}");
    }
}

#[test]
fn nothing_sticks_out() {
    let mut rig = Rig::new();
    for text in all_texts() {
        for (ppp, nastaliq) in [(1.0, false), (1.5, false), (2.0, false), (1.0, true)] {
            rig.pixels_per_point = ppp;
            rig.begin();
            let layout = rig.layout(text, &Style::body().nastaliq(nastaliq), 160.0);
            for row in &layout.galley.rows {
                let ink = row.visuals.mesh_bounds;
                if ink.is_positive() {
                    assert!(ink.top() >= -0.01 && ink.bottom() <= row.size.y + 0.01, "{text:?}: {ink}");
                }
            }
            let width = layout.galley.size().x;
            assert!(width <= 160.0, "{text:?}: {width}");
        }
    }
}

#[test]
fn rows_of_mixed_scripts_share_one_base_line() {
    let mut rig = Rig::new();
    let layout = rig.free("plan কর্ম برنامه ແຜນ အလုပ် འབྲུག plan");
    let row = &layout.galley.rows[0];
    let y = row.glyphs[0].pos.y;
    assert!(row.glyphs.iter().all(|g| g.pos.y == y));
    let bottom = |at: usize| {
        let first = row.glyphs[at].first_vertex as usize;
        row.visuals.mesh.vertices[first + 3].pos.y
    };
    let last = row.glyphs.len() - 1;
    assert_eq!(bottom(last), bottom(3), "n and n stand equally high");
}

/// Where a row ends on the right, in the layout.
fn right_of(row: &Placed) -> f32 {
    row.at.x + row.cells.iter().map(|c| c.right).fold(0.0, f32::max)
}

#[test]
fn alignment_follows_the_direction() {
    let mut rig = Rig::new();
    let check = |rig: &mut Rig, text: &str, style: Style, left: bool, right: bool| {
        let layout = rig.layout(text, &style.fill(), 300.0);
        let row = &layout.lines[0];
        assert_eq!(layout.galley.size().x, 300.0);
        assert_eq!(row.at.x < 1.0, left, "{text:?}: starts at {}", row.at.x);
        assert_eq!(right_of(row) > 299.0, right, "{text:?}: ends at {}", right_of(row));
    };
    let body = Style::body();
    check(&mut rig, "plan", body, true, false);
    check(&mut rig, "برنامه", body, false, true);
    check(&mut rig, "plan", body.align(Align::End), false, true);
    check(&mut rig, "برنامه", body.align(Align::End), true, false);
    check(&mut rig, "plan", body.align(Align::Center), false, false);
    check(&mut rig, "plan", body.dir(Dir::Rtl), false, true);
    check(&mut rig, "12", body, true, false);
    rig.interface_rtl = true;
    check(&mut rig, "12", body, false, true);
    check(&mut rig, "plan", body, true, false);
    assert!(rig.layout("", &body.fill(), 300.0).lines[0].at.x > 299.0, "an empty field starts right");
}

#[test]
fn a_long_text_is_elided_where_its_direction_ends() {
    let mut rig = Rig::new();
    let mut check = |text: &str, rows: usize, width: f32, left: bool| {
        let layout = rig.layout(text, &Style::body().rows(rows), width);
        assert!(layout.galley.elided, "{text:?}");
        assert_eq!(layout.galley.rows.len(), rows);
        assert_eq!(layout.galley.text(), text, "the whole text stays readable");
        let row = &layout.lines[rows - 1];
        let dots = row.cells.last().expect("dots");
        assert_eq!(layout.galley.rows[rows - 1].glyphs[dots.first].chr, '…');
        let at_left = row.cells.iter().all(|c| dots.left <= c.left);
        let at_right = row.cells.iter().all(|c| dots.right >= c.right);
        assert_eq!((at_left, at_right), (left, !left), "{text:?}");
        assert!(right_of(row) <= width, "{text:?}");
    };
    check("a rather long title that does not fit", 1, 120.0, false);
    check("a rather long title that does not fit at all", 2, 120.0, false);
    check("برنامهٔ اقدام برای صنایع کوچک و متوسط", 1, 120.0, true);
    check("one\ntwo", 1, 200.0, false);
    check("کوچک\nمتوسط", 1, 200.0, true);
    let fits = rig.layout("short", &Style::body().elided(), 200.0);
    assert!(!fits.galley.elided);
    let joined = rig.layout("one\ntwo", &Style::body().single_row(), 10.0);
    assert_eq!(joined.galley.rows.len(), 1);
}

#[test]
fn every_word_is_drawn_by_one_face_that_has_it() {
    use crate::text::face::{Faces, Variant};
    use crate::text::itemise::itemise;
    let faces = Faces::new();
    for script in SCRIPTS {
        for word in script.words {
            for (strong, nastaliq) in [(false, false), (true, false), (false, true)] {
                let items = itemise(word, &[], &faces, Variant { strong, nastaliq });
                assert_eq!(items.len(), 1, "{}: {word:?} is cut: {items:?}", script.language);
                let face = items[0].face.expect("a shipped face");
                let wanted = if nastaliq && script.code == "Arab" { "Aran" } else { script.code };
                assert_eq!(face.script(), wanted, "{word:?}");
            }
        }
        for text in script.sentences {
            let items = itemise(text, &[], &faces, Variant::default());
            assert!(items.iter().all(|i| i.face.is_some()), "{text:?}: {items:?}");
        }
    }
}

#[test]
fn a_face_is_parsed_when_it_is_needed() {
    let mut rig = Rig::new();
    rig.free("plan 12 %");
    assert_eq!(rig.engine.faces.parsed(), ["Latn"]);
    rig.free("কর্ম");
    assert_eq!(rig.engine.faces.parsed(), ["Latn", "Beng"], "who writes Bengali pays for no other script");
}

/// What the shipped fonts add to the start of the window, up to the first word: at most 20 ms. The quickest of some tries, as
/// other work on the machine only adds.
#[test]
fn the_fonts_cost_next_to_nothing_at_the_start() {
    use egui::epaint::text::{FontDefinitions, Fonts, TextOptions};
    let quickest = |definitions: fn() -> FontDefinitions| {
        let once = || {
            let begin = std::time::Instant::now();
            let mut fonts = Fonts::new(TextOptions::default(), definitions());
            let mut view = fonts.with_pixels_per_point(1.0);
            let font = egui::FontId::proportional(15.0);
            view.layout_no_wrap("Rencana".to_owned(), font, egui::Color32::BLACK);
            begin.elapsed()
        };
        (0..7).map(|_| once()).min().unwrap_or_default()
    };
    let with = quickest(crate::text::install::definitions);
    let without = quickest(FontDefinitions::default);
    println!("up to the first word: {with:?} with the fonts, {without:?} without");
    assert!(with < without + std::time::Duration::from_millis(20), "{with:?} against {without:?}");
}

/// This module relies on what epaint and harfrust do inside: that epaint shapes each run with harfrust, without language
/// and features, and adds empty glyphs as `shape.rs` describes. If this test fails after an upgrade of one of them, the two
/// walk out of step and `shape::Shaping::clusters` has to be brought in line with epaint's `layout_shaped_run`.
#[test]
fn epaint_and_this_module_shape_alike() {
    use crate::text::face::{Faces, Variant};
    use crate::text::itemise::itemise;
    use crate::text::shape::Shaping;
    let rig = Rig::new();
    let mut fonts = rig.fonts;
    let faces = Faces::new();
    for text in all_texts() {
        for variant in [Variant::default(), Variant { strong: true, nastaliq: true }] {
            let levels = unicode_bidi::ParagraphBidiInfo::new(text, None).levels;
            for item in itemise(text, &levels, &faces, variant) {
                let mut view = fonts.with_pixels_per_point(1.0);
                let mut shaping =
                    Shaping { fonts: &mut view, faces: &faces, size: 15.0, pixels_per_point: 1.0 };
                let Some(face) = item.face else { continue };
                let piece = &text[item.bytes.clone()];
                let alike = shaping.in_step(piece, face, item.level.is_rtl());
                assert!(alike, "epaint and harfrust disagree on {piece:?} in {text:?}");
            }
        }
    }
}
