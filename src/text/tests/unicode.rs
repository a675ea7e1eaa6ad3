//! Unicode's own vectors for directions and line breaks, as far as what this module asks of the crates can spoil them.

use super::Rig;
use crate::text::breaks::{Breaks, parts};
use crate::text::directions::Directions;
use crate::text::paragraph::presentable;
use crate::text::{Dir, Style};
use std::io::Read as _;
use unicode_bidi::{BidiClass, bidi_class};

fn vectors(name: &str) -> String {
    let bytes = include_bytes!("../../../tests/data/unicode.zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect("in it").read_to_string(&mut text).expect("text");
    text
}

fn letter(hex: &str) -> char {
    char::from_u32(u32::from_str_radix(hex, 16).expect("a number")).expect("a character")
}

/// A line of BidiCharacterTest.txt.
struct Case {
    text: String,
    dir: Dir,
    rtl: bool,
    /// The level of each character; none for those that rule X9 removes.
    levels: Vec<Option<u8>>,
    /// The characters from left to right.
    order: Vec<usize>,
}

impl Case {
    fn new(line: &str) -> Self {
        let fields: Vec<&str> = line.split(';').collect();
        let [text, dir, base, levels, order] = fields[..] else { panic!("{line}") };
        Self {
            text: text.split(' ').map(letter).collect(),
            dir: match dir {
                "0" => Dir::Ltr,
                "1" => Dir::Rtl,
                _ => Dir::Auto,
            },
            rtl: base == "1",
            levels: levels.split(' ').map(|level| level.parse().ok()).collect(),
            order: order.split(' ').filter_map(|at| at.parse().ok()).collect(),
        }
    }
}

#[test]
fn directions_are_those_of_the_standard() {
    let vectors = vectors("BidiCharacterTest.txt");
    let mut cases = 0;
    for line in vectors.lines() {
        let case = Case::new(line);
        let shown = presentable(&case.text);
        let directions = Directions::new(&shown, case.dir, false);
        assert_eq!(directions.rtl, case.rtl, "{line}");
        let starts: Vec<usize> = case.text.char_indices().map(|(i, _)| i).collect();
        let runs = directions.visual_runs(0..shown.len());
        let mut order = Vec::new();
        for (bytes, rtl) in runs {
            let mut chars: Vec<usize> = (0..starts.len()).filter(|i| bytes.contains(&starts[*i])).collect();
            for &char in &chars {
                if let Some(level) = case.levels[char] {
                    assert_eq!(rtl, level % 2 == 1, "{line}: character {char}");
                }
            }
            if rtl {
                chars.reverse();
            }
            order.extend(chars.into_iter().filter(|c| case.levels[*c].is_some()));
        }
        assert_eq!(order, case.order, "{line}");
        cases += 1;
    }
    assert!(cases > 90_000, "{cases}");
}

/// The whole way to the screen, for one case in fifty: each is laid out, and its letters are read from left to right.
#[test]
fn letters_stand_on_the_screen_in_the_order_of_the_standard() {
    let vectors = vectors("BidiCharacterTest.txt");
    let mut rig = Rig::new();
    let mut seen = 0;
    for line in vectors.lines().step_by(50) {
        let case = Case::new(line);
        let invisible = |c: char| matches!(bidi_class(c), BidiClass::BN | BidiClass::B | BidiClass::S);
        if case.text.chars().any(|c| invisible(c) || bidi_class(c) == BidiClass::NSM) {
            continue;
        }
        let layout = rig.layout(&case.text, &Style::body().dir(case.dir), f32::INFINITY);
        let row = &layout.lines[0];
        assert_eq!(row.rtl, case.rtl, "{line}");
        let mut cells: Vec<_> = row.cells.iter().filter(|c| case.levels[c.first].is_some()).collect();
        assert!(row.cells.iter().all(|c| c.len == 1), "{line}");
        cells.sort_by(|a, b| (a.left + a.right).total_cmp(&(b.left + b.right)));
        let order: Vec<usize> = cells.iter().filter(|c| c.right > c.left).map(|c| c.first).collect();
        let wanted: Vec<usize> = case.order.iter().copied().filter(|i| order.contains(i)).collect();
        assert_eq!(order, wanted, "{line}");
        seen += 1;
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn lines_break_as_the_standard_says() {
    let vectors = vectors("LineBreakTest.txt");
    let breaks = Breaks::new();
    let mut cases = 0;
    for line in vectors.lines() {
        let mut text = String::new();
        let mut wanted = Vec::new();
        for sign in line.split(' ') {
            match sign {
                "x" => {}
                "/" => wanted.push(text.len()),
                hex => text.push(letter(hex)),
            }
        }
        // Words of these scripts are told apart by a model, which the vectors leave open.
        if text.chars().any(crate::text::breaks::needs_dictionary) {
            continue;
        }
        let mut found = Vec::new();
        let mut start = 0;
        for part in parts(&text) {
            found.extend(breaks.of(part).into_iter().map(|at| start + at));
            start += part.len();
        }
        assert_eq!(found, wanted, "{line}");
        cases += 1;
    }
    assert!(cases > 8200, "{cases}");
}
