use super::*;
use crate::file::{read, rescue, syntax::Kind, testing::examples, write};
use crate::plan::{Activity, Id, sample::Dice};
use std::collections::HashSet;

/// The items of all lists, and the fields of blocks that stand once, with their bytes.
fn items(text: &str) -> Vec<Range<usize>> {
    let tree = Tree::new(text);
    let Some(root) = tree.root() else { return Vec::new() };
    let blocks =
        root.items().filter_map(|f| f.value()).filter(|v| matches!(v.kind(), Kind::List | Kind::Group));
    blocks.flat_map(|block| block.items().map(|i| i.start()..i.end()).collect::<Vec<_>>()).collect()
}

/// Damaged bytes, and whether an item of the original is still whole in them.
struct Hurt {
    bytes: Vec<u8>,
    harmed: Vec<Range<usize>>,
}

impl Hurt {
    /// These bytes instead of a span.
    fn replace(text: &str, span: Range<usize>, with: &[u8]) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        bytes.splice(span.clone(), with.iter().copied());
        Self { bytes, harmed: vec![span] }
    }

    fn spares(&self, item: &Range<usize>) -> bool {
        self.harmed.iter().all(|h| {
            if h.is_empty() {
                h.start <= item.start || h.start >= item.end
            } else {
                h.end <= item.start || h.start >= item.end
            }
        })
    }
}

type Class = (&'static str, fn(&str, &mut Dice) -> Hurt);

fn zeros(text: &str, dice: &mut Dice, len: usize) -> Hurt {
    let at = dice.below(text.len());
    let span = at..(at + len).min(text.len());
    Hurt::replace(text, span.clone(), &vec![0; span.len()])
}

/// Takes away one of these characters.
fn without(text: &str, dice: &mut Dice, chars: &[char]) -> Hurt {
    let places: Vec<usize> = text.match_indices(chars).map(|(i, _)| i).filter(|i| *i > 200).collect();
    let at = places[dice.below(places.len())];
    Hurt::replace(text, at..at + 1, b"")
}

fn line_start(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1)
}

/// Damage of one kind each: `facts` 5, and what merges and editors do.
const CLASSES: &[Class] = &[
    ("cut off", |text, dice| {
        let at = 200 + dice.below(text.len() - 200);
        Hurt::replace(text, at..text.len(), b"")
    }),
    ("end overwritten by zeros", |text, dice| {
        let at = 200 + dice.below(text.len() - 200);
        Hurt::replace(text, at..text.len(), &vec![0; text.len() - at])
    }),
    ("512 zeros", |text, dice| zeros(text, dice, 512)),
    ("4096 zeros", |text, dice| zeros(text, dice, 4096)),
    ("one bit", |text, dice| {
        let at = dice.below(text.len());
        Hurt::replace(text, at..at + 1, &[text.as_bytes()[at] ^ (1 << dice.below(8))])
    }),
    ("one byte", |text, dice| {
        let at = dice.below(text.len());
        Hurt::replace(text, at..at + 1, &[u8::try_from(dice.below(256)).unwrap()])
    }),
    ("ten bytes", |text, dice| {
        let mut hurt = Hurt { bytes: text.as_bytes().to_vec(), harmed: Vec::new() };
        for _ in 0..10 {
            let at = dice.below(text.len());
            hurt.bytes[at] = u8::try_from(dice.below(256)).unwrap();
            hurt.harmed.push(at..at + 1);
        }
        hurt
    }),
    ("200 bytes gone", |text, dice| {
        let at = dice.below(text.len() - 200);
        Hurt::replace(text, at..at + 200, b"")
    }),
    ("some lines gone", |text, dice| {
        let start = line_start(text, dice.below(text.len()));
        let end =
            text[start..].match_indices('\n').nth(dice.below(5)).map_or(text.len(), |(i, _)| start + i + 1);
        Hurt::replace(text, start..end, b"")
    }),
    ("a bracket missing", |text, dice| without(text, dice, &['(', ')', '[', ']'])),
    ("a quotation mark missing", |text, dice| without(text, dice, &['"'])),
    ("a comma missing", |text, dice| without(text, dice, &[','])),
    ("a piece twice", |text, dice| {
        let len = 100 + dice.below(3000);
        let at = dice.below(text.len() - len - 200) + 200;
        let (from, to) = (text.floor_char_boundary(at), text.floor_char_boundary(at + len));
        Hurt::replace(text, to..to, &text.as_bytes()[from..to])
    }),
    ("a merge conflict", |text, dice| {
        let start = line_start(text, 200 + dice.below(text.len() - 400));
        let end =
            text[start..].match_indices('\n').nth(dice.below(12)).map_or(text.len(), |(i, _)| start + i + 1);
        let ours = &text[start..end];
        let theirs = ours.replace('e', "a");
        let both = format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n");
        // The own side is whole: every item of the original is.
        let mut hurt = Hurt::replace(text, start..end, both.as_bytes());
        hurt.harmed.clear();
        hurt
    }),
    ("quotation marks of a word processor", |text, dice| {
        let at = text.match_indices(": \"").map(|(i, _)| i + 2).nth(3 + dice.below(60)).unwrap();
        let len = text[at..].find('\n').unwrap();
        Hurt::replace(text, at..at + len, text[at..at + len].replace('"', "”").as_bytes())
    }),
    ("a wrong value", |text, dice| {
        let at = text.match_indices(": \"").map(|(i, _)| i + 2).nth(3 + dice.below(60)).unwrap();
        let len = text[at..].find('\n').unwrap();
        Hurt::replace(text, at..at + len, b"[[12], (x: 1)],")
    }),
    ("saved in Windows-1252", |text, _| {
        let mut hurt = Hurt { bytes: Vec::new(), harmed: Vec::new() };
        for (at, c) in text.char_indices() {
            match u32::from(c) {
                low @ (0..=0x7f | 0xa0..=0xff) => hurt.bytes.push(u8::try_from(low).unwrap()),
                _ => {
                    hurt.bytes.push(b'?');
                    hurt.harmed.push(at..at + c.len_utf8());
                }
            }
        }
        // At least the few that make it no UTF-8.
        hurt.bytes.extend(b"// \xe9\xe8\xe0\n");
        hurt
    }),
    ("saved in UTF-16", |text, dice| {
        let mut bytes = if dice.below(2) == 0 { vec![0xff, 0xfe] } else { Vec::new() };
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        Hurt { bytes, harmed: Vec::new() }
    }),
];

/// What came of one damaged file: whole items in it, those of them that were kept, and items kept with another text.
#[derive(Default)]
struct Tally {
    opened: usize,
    files: usize,
    whole: usize,
    kept: usize,
    bent: usize,
}

fn one(text: &str, hurt: &Hurt, tally: &mut Tally, context: &str) {
    tally.files += 1;
    let whole: Vec<&str> = items(text).into_iter().filter(|i| hurt.spares(i)).map(|i| &text[i]).collect();
    tally.whole += whole.len();
    let Some(opened) = read(&hurt.bytes).ok().or_else(|| rescue(&hurt.bytes)) else { return };
    tally.opened += 1;
    let written = write(&opened.plan, &opened.extras).unwrap_or_else(|p| panic!("{context}: {}", p.render()));
    let found: HashSet<&str> = items(&written).into_iter().map(|i| &written[i]).collect();
    let id = |item: &str| item.lines().nth(1).unwrap_or_default().to_owned();
    let ids: HashSet<String> = found.iter().map(|item| id(item)).collect();
    for item in whole {
        if found.contains(item) {
            tally.kept += 1;
        } else if ids.contains(&id(item)) {
            tally.bent += 1;
        }
    }
}

/// The table of the salvage: one line a kind of damage. With `RENCANA_LONG`, a thousand files each.
#[test]
fn nine_of_ten_whole_items_are_kept_whatever_the_damage() {
    let examples = examples();
    let rounds = if std::env::var_os("RENCANA_LONG").is_some() { 1000 } else { 8 };
    let mut poor = Vec::new();
    for (class, (name, damage)) in CLASSES.iter().enumerate() {
        let mut tally = Tally::default();
        for seed in 0..rounds {
            let mut dice = Dice::new(seed * 1000 + class as u64);
            let (file, text) = &examples[dice.below(examples.len())];
            let hurt = damage(text, &mut dice);
            one(text, &hurt, &mut tally, &format!("{name}, seed {seed}, {file}"));
        }
        let percent = |n: usize, of: usize| if of == 0 { 100.0 } else { n as f64 * 100.0 / of as f64 };
        let kept = percent(tally.kept, tally.whole);
        println!(
            "rescued: {name} | {} files | seeds {class} + 1000 x 0..{rounds} | {:.1} % opened, {kept:.2} % of whole items kept, {:.2} % with other text",
            tally.files,
            percent(tally.opened, tally.files),
            percent(tally.bent, tally.whole)
        );
        if kept < 90.0 {
            poor.push(format!("{name}: {kept:.1} %"));
        }
    }
    assert!(poor.is_empty(), "{poor:?}");
}

#[test]
fn what_was_set_aside_is_told_with_its_place_and_text() {
    let (_, text) = examples().into_iter().find(|(name, _)| name.starts_with("nepal")).unwrap();
    let opened = read(text.as_bytes()).unwrap();
    let (first, second) =
        (opened.plan.activities.at(0).unwrap().id, opened.plan.activities.at(1).unwrap().id);
    // The name of the first activity loses its closing quotation mark.
    let item = text.find(&format!("id: \"{first}\"")).unwrap();
    let at = item + text[item..].find("\",\n    ").unwrap();
    let at = at + text[at + 1..].find("\",\n").unwrap() + 1;
    let mut damaged = text.clone();
    damaged.remove(at);
    assert!(read(damaged.as_bytes()).is_err());
    let rescued = rescue(damaged.as_bytes()).unwrap();
    let line = damaged[..at].matches('\n').count() + 1;
    let lost: Vec<&Note> = rescued.notes.iter().filter(|n| n.kind == NoteKind::Lost).collect();
    assert_eq!(lost.len(), 1, "{lost:?}");
    assert!(lost[0].spot.as_ref().unwrap().line.abs_diff(line) <= 1, "{lost:?}");
    assert_eq!(lost[0].path, "Activity 1");
    assert!(!lost[0].found.is_empty());
    let has = |id: Id<Activity>| rescued.plan.activities.contains(id);
    assert!(has(first) && has(second));
    assert_eq!(rescued.plan.activities.len(), opened.plan.activities.len());
    assert_eq!(rescued.plan.activities.get(second), opened.plan.activities.get(second));
}

#[test]
fn texts_in_indonesian_are_no_items() {
    let (_, text) = examples().into_iter().find(|(name, _)| name.starts_with("indonesia")).unwrap();
    let opened = read(text.as_bytes()).unwrap();
    let at = text.len() / 2 + text[text.len() / 2..].find("\",\n").unwrap();
    let mut damaged = text.clone();
    damaged.remove(at);
    let rescued = rescue(damaged.as_bytes()).unwrap();
    assert_eq!(rescued.plan.identity, opened.plan.identity);
    assert_eq!(rescued.plan.matrix, opened.plan.matrix);
    let lost: Vec<&Note> = rescued.notes.iter().filter(|n| n.kind == NoteKind::Lost).collect();
    assert!(lost.len() <= 2, "{lost:#?}");
}

#[test]
fn both_sides_of_a_conflict_keep_their_own_rows() {
    let text = "// Rencana action plan, schema 1\n(\n  schema: 1,\n  id: \"1\",\n  outputs: [\n<<<<<<< ours\n    (\n      id: \"a\",\n    ),\n\
                =======\n    (\n      id: \"b\",\n    ),\n>>>>>>> theirs\n    (\n      id: \"c\",\n    ),\n  ],\n)\n";
    let rescued = rescue(text.as_bytes()).unwrap();
    let ids: Vec<_> = rescued.plan.outputs.iter().map(|o| o.id.bits()).collect();
    assert_eq!(ids, [10, 12, 11]);
    let lost: Vec<_> = rescued.notes.iter().filter(|n| n.kind == NoteKind::Lost).collect();
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].spot.as_ref().unwrap().line, 11);
}

#[test]
fn files_by_hand_and_other_files() {
    let check = |text: &str, outputs: usize| {
        let rescued = rescue(text.as_bytes());
        assert_eq!(rescued.map_or(0, |r| r.plan.outputs.len()), outputs, "{text}");
    };
    check("(schema: 1, id: \"1\", outputs: [(id: \"a\"), (id: \"b\", text: (en: \"x), (id: \"c\")])", 2);
    check("(\nschema: 1,\noutputs: [\n(id: \"a\"),\n(id: \"b\", text: (en: \"x\"),\n(id: \"c\"),\n]\n)", 3);
    check(
        "(\n  schema: 1,\n  outpxts: [\n    (\n      id: \"a\",\n      weight: 2,\n    ),\n  ],\n  matrix: (\n    goal: (en: \"x\",\n  ),\n)",
        1,
    );
    check("dear friend,\noutputs: many\n", 0);
    check("%PDF-1.7 (schema: 1, outputs: [(id: \"a\")", 0);
    check("", 0);
    check("\0\0\0\0", 0);
    check("((((((((((", 0);
}

#[test]
fn noise_never_stops_it() {
    let mut dice = Dice::new(3);
    let (_, text) = examples().swap_remove(0);
    let pieces: Vec<&str> = text.split_inclusive(['\n', '"', '(', ',']).collect();
    let rounds = if std::env::var_os("RENCANA_LONG").is_some() { 20_000 } else { 150 };
    for _ in 0..rounds {
        let mut noise = String::from("(\n  schema: 1,\n");
        for _ in 0..dice.below(60) {
            noise += pieces[dice.below(pieces.len())];
        }
        if let Some(rescued) = rescue(noise.as_bytes()) {
            let written =
                write(&rescued.plan, &rescued.extras).unwrap_or_else(|p| panic!("{}\n{noise}", p.render()));
            assert_eq!(read(written.as_bytes()).unwrap().plan, rescued.plan);
        }
    }
    println!("rescued: pieces in any order | {rounds} files | seed 3 | 0 panics, all came back");
}
