//! Files that want to cost memory or time, given to the program itself: each is answered soon, and in little more memory than it has bytes.
//!
//! The normal tests give it small ones, and compare with a usual plan of the same size in the same run: a busy machine is slow with both.
//! With `RENCANA_LONG`, on an optimised program, they are as large as a plan may be and larger, and the promise is held to its numbers.

use crate::support::Scratch;
use rencana::{
    file,
    plan::{Id, Lesson, Plan, Table, Text},
};
use std::{
    path::Path,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

const MB: usize = 1 << 20;

/// What is promised of files up to the limit of size, and of anything larger.
const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_TIMES_ITS_SIZE: usize = 3;
/// What may be taken for a file of any size: rescuing a small one costs many times its size.
const LITTLE: usize = 150 * MB;
/// At most so many times as long as a usual plan of the same size: a damaged file is read, cut into pieces, and read again. What does not
/// grow with the length alone takes hundreds of times as long.
const MOST_TIMES_AS_LONG: u32 = 20;

fn is_long() -> bool {
    std::env::var_os("RENCANA_LONG").is_some()
}

/// A kind of hostile file: how it begins, what comes again and again, how it ends.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const UNKNOWN: &str = "(schema: 1, id: \"1\", x: [";
const TITLE: &str = "(schema: 1, id: \"1\", identity: (title: (";
const TEXT: &str = "(schema: 1, id: \"1\", identity: (title: (en: \"";
const ROWS: &str = "// Rencana action plan, schema 1\n(\n  schema: 1,\n  outputs: [\n";
const ROWS_END: &str = "  ],\n)";
#[rustfmt::skip]
const KINDS: [Kind; 33] = [
    ("brackets", "", "[", ""),
    ("some", "", "Some(", ""),
    ("nested comments", "", "/*", ""),
    ("quotes", "", "\"", ""),
    ("open text", "(title: \"", "a", ""),
    ("open raw text", "(title: r#####\"", "\"", ""),
    ("zeros", "(", "\0", ""),
    ("spaces", "(", " ", ""),
    ("one name", "(", "a", ""),
    ("digits", "(schema: ", "9", ")"),
    ("a long list", UNKNOWN, "1,", "])"),
    ("empty groups", UNKNOWN, "(),", "])"),
    ("empty maps", UNKNOWN, "{},", "])"),
    ("deep unknown", UNKNOWN, "[", ""),
    ("rows", ROWS, "(id:\"1\"),", ROWS_END),
    ("rows without identity", ROWS, "(),", ROWS_END),
    ("rows with room", ROWS, "(            ),", ROWS_END),
    ("rows on lines", ROWS, "    (\n      id: \"1\",\n    ),\n", ROWS_END),
    ("damaged rows on lines", ROWS, "    (\n      id: \"1\",\n      text: (en: \"a,\n    ),\n", ROWS_END),
    ("links", "// Rencana action plan, schema 1\n(\n  schema: 1,\n  activities: [(id:\"1\",after:[", "(activity:\"2\"),", "])])"),
    ("entries", "// Rencana action plan, schema 1\n(\n  schema: 1,\n  identity: (sectors: [", "\"1\",", "]))"),
    ("blocks", "(\n", "  outputs: [\n", ""),
    ("markers", "(\n", "<<<<<<<\n=======\n>>>>>>>\n", ""),
    ("conflict in one", "(\n<<<<<<<\n", "x\n", ""),
    ("fields", "(", "id:", ""),
    ("curly", "(a: ", "“", ""),
    ("remarks", ROWS, "// x\n", ROWS_END),
    ("lines", ROWS, "\n", ROWS_END),
    ("windows lines", ROWS, "\r\n", ROWS_END),
    ("one long text", TEXT, "a", "\")))"),
    ("escapes", TEXT, "\\u{61}", "\")))"),
    ("languages", TITLE, "aaa: \"x\", ", ")))"),
    ("languages as the program writes", "// Rencana action plan, schema 1\n(schema: 1, identity: (title: (", "aaa: \"x\",", ")))"),
];

/// A file of this kind and length.
fn filled((_, start, piece, end): Kind, len: usize) -> Vec<u8> {
    let count = (len - start.len() - end.len()) / piece.len();
    format!("{start}{}{end}", piece.repeat(count)).into_bytes()
}

/// Bytes without any order.
fn noise(len: usize) -> Vec<u8> {
    (0..len).map(|i| u8::try_from(i * 7919 % 251).unwrap()).collect()
}

/// How long the program needed for a file, and the most memory it had in bytes; no memory where the system does not tell.
struct Cost {
    took: Duration,
    memory: Option<usize>,
    code: Option<i32>,
}

/// The most memory that a process has had so far. Linux only; the process must still be there.
fn peak(child: &Child) -> Option<usize> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok()? * 1024)
}

/// A usual plan of about this length, as the program writes it.
fn usual(len: usize) -> Vec<u8> {
    let words = "What the weavers of the valley learned in the second season, told by them. ".repeat(12);
    let rows = (0..len as u64 / 950)
        .map(|n| Lesson { saw: Text::english(&words), ..Lesson::new(Id::from_bits(n + 2)) });
    let plan = Plan { lessons: Table::from_rows(rows).0, ..Plan::new(Id::from_bits(1)) };
    file::write(&plan, &file::Extras::default()).unwrap().into_bytes()
}

/// Lets the program look at a file. A child that needs two minutes is ended.
fn check(folder: &Scratch, path: &Path) -> Cost {
    let began = Instant::now();
    let mut child = folder
        .rencana()
        .args(["check".as_ref(), path.as_os_str()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut memory = None;
    loop {
        memory = peak(&child).max(memory);
        if let Some(status) = child.try_wait().unwrap() {
            return Cost { took: began.elapsed(), memory, code: status.code() };
        }
        if began.elapsed() > Duration::from_secs(120) {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// The cost of a hostile file beside that of a usual one. Where it seems slow, both are looked at again, and the best counts: something
/// else may have had the machine.
fn compared(folder: &Scratch, hostile: &Path, usual: &Path, usual_took: &mut Duration) -> Cost {
    let mut cost = check(folder, hostile);
    for _ in 0..2 {
        if cost.took <= MOST_TIMES_AS_LONG * *usual_took {
            break;
        }
        *usual_took = (*usual_took).max(check(folder, usual).took);
        cost.took = cost.took.min(check(folder, hostile).took);
    }
    cost
}

#[test]
fn hostile_files_cost_little_time_and_memory() {
    let sizes: &[usize] = if is_long() { &[8 * MB, 16 * MB, 64 * MB, 100 * MB] } else { &[2 * MB] };
    let folder = Scratch::new();
    // What the program needs for any plan at all.
    let least = check(&folder, &folder.put("small.plan.ron", usual(2000))).memory.unwrap_or(0);
    for &len in sizes {
        let (mut slowest, mut largest) = ((Duration::ZERO, ""), (0, ""));
        let (mut count, mut longest) = (0, 0.0_f64);
        // Above the limit nothing usual is read: then its time is that of the largest plan.
        let plain = folder.put("usual.plan.ron", usual(len.min(60 * MB)));
        let first = check(&folder, &plain);
        assert!(first.code.is_some_and(|code| code < 2), "a usual plan");
        let mut usual = first.took;
        let kinds = KINDS.iter().map(|kind| (kind.0, filled(*kind, len)));
        for (name, bytes) in kinds.chain([("noise", noise(len))]) {
            let path = folder.put("hostile.plan.ron", bytes);
            let cost = compared(&folder, &path, &plain, &mut usual);
            count += 1;
            let said = format!("{name}, {} MB: {:?}, a usual plan {usual:?}", len / MB, cost.took);
            assert!(cost.code.is_some(), "ended by a signal: {said}");
            let memory = cost.memory.unwrap_or(0).saturating_sub(least);
            let (is_soon, most_memory) = match is_long() {
                true => (cost.took <= MOST_TIME, (MOST_TIMES_ITS_SIZE * len).max(LITTLE)),
                false => (cost.took <= MOST_TIMES_AS_LONG * usual, LITTLE),
            };
            assert!(is_soon, "{said}");
            assert!(memory <= most_memory, "{} MB of memory: {said}", memory / MB);
            longest = longest.max(cost.took.as_secs_f64() / usual.as_secs_f64());
            slowest = slowest.max((cost.took, name));
            largest = largest.max((memory, name));
        }
        println!(
            "hostile files of {} MB | {count} files | no seed | slowest {} ms ({}), {longest:.1} times a usual plan, at most {} MB of memory more ({})",
            len / MB,
            slowest.0.as_millis(),
            slowest.1,
            largest.0 / MB,
            largest.1
        );
    }
}
