//! Files that want to cost memory or time, given to the program itself: each is answered soon, and in little more memory than it has bytes.
//!
//! The normal tests give it small ones, and look that time grows with length alone. With `RENCANA_LONG`, on an optimised program, they
//! are as large as a plan may be and larger, and the promise is held to its numbers.

use crate::support::{Scratch, home};
use std::{
    path::Path,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

const MB: usize = 1 << 20;

/// What is promised of files up to the limit of size, and of anything larger.
const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_TIMES_ITS_SIZE: usize = 3;

fn is_long() -> bool {
    std::env::var_os("RENCANA_LONG").is_some()
}

/// A kind of hostile file: how it begins, what comes again and again, how it ends.
type Kind = (&'static str, &'static str, &'static str, &'static str);

const UNKNOWN: &str = "(schema: 1, id: \"1\", x: ";
const ROWS: &str = "// Rencana action plan, schema 1\n(\n  schema: 1,\n  outputs: [\n";
const KINDS: [Kind; 28] = [
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
    ("a long list", "(schema: 1, id: \"1\", x: [", "1,", "])"),
    ("empty groups", "(schema: 1, id: \"1\", x: [", "(),", "])"),
    ("empty maps", "(schema: 1, id: \"1\", x: [", "{},", "])"),
    ("deep unknown", UNKNOWN, "[", ""),
    ("rows", ROWS, "(id:\"1\"),", "\n  ],\n)"),
    ("rows on lines", ROWS, "    (\n      id: \"1\",\n    ),\n", "  ],\n)"),
    ("damaged rows on lines", ROWS, "    (\n      id: \"1\",\n      text: (en: \"a,\n    ),\n", "  ],\n)"),
    ("blocks", "(\n", "  outputs: [\n", ""),
    ("markers", "(\n", "<<<<<<<\n=======\n>>>>>>>\n", ""),
    ("conflict in one", "(\n<<<<<<<\n", "x\n", ""),
    ("fields", "(", "id:", ""),
    ("curly", "(a: ", "“", ""),
    ("remarks", ROWS, "// x\n", "  ],\n)"),
    ("lines", ROWS, "\n", "  ],\n)"),
    ("windows lines", ROWS, "\r\n", "  ],\n)"),
    ("one long text", "(schema: 1, id: \"1\", identity: (title: (en: \"", "a", "\")))"),
    ("escapes", "(schema: 1, id: \"1\", identity: (title: (en: \"", "\\u{61}", "\")))"),
    ("languages", "(schema: 1, id: \"1\", identity: (title: (", "aaa: \"x\", ", ")))"),
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

/// Lets the program look at a file. A child that needs a minute is ended.
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

/// What is allowed for a file of this many bytes. Small ones are looked at by a program that is not optimised.
fn limits(len: usize) -> (Duration, usize) {
    let few = 150 * MB;
    match is_long() {
        true => (MOST_TIME, MOST_TIMES_ITS_SIZE * len),
        false => (10 * MOST_TIME, few),
    }
}

#[test]
fn hostile_files_cost_little_time_and_memory() {
    let sizes: &[usize] = if is_long() { &[16 * MB, 64 * MB, 100 * MB] } else { &[2 * MB] };
    let folder = Scratch::new();
    // What the program needs for any plan at all.
    let usual = check(&folder, &home().join("examples/nepal-lokta-paper.plan.ron"));
    assert!(usual.code.is_some_and(|code| code < 2));
    for &len in sizes {
        let (mut slowest, mut largest) = ((Duration::ZERO, ""), (0, ""));
        let kinds = KINDS.iter().map(|kind| (kind.0, filled(*kind, len)));
        let mut count = 0;
        for (name, bytes) in kinds.chain([("noise", noise(len))]) {
            let path = folder.put("hostile.plan.ron", bytes);
            let cost = check(&folder, &path);
            count += 1;
            assert!(cost.code.is_some(), "{name}, {} MB: ended by a signal after {:?}", len / MB, cost.took);
            let memory = cost.memory.unwrap_or(0).saturating_sub(usual.memory.unwrap_or(0));
            let (most_time, most_memory) = limits(len);
            assert!(cost.took <= most_time, "{name}, {} MB: {:?}", len / MB, cost.took);
            assert!(memory <= most_memory, "{name}, {} MB: {} MB of memory", len / MB, memory / MB);
            slowest = slowest.max((cost.took, name));
            largest = largest.max((memory, name));
        }
        println!(
            "hostile files of {} MB | {count} files | no seed | slowest {} ms ({}), at most {} MB of memory more ({})",
            len / MB,
            slowest.0.as_millis(),
            slowest.1,
            largest.0 / MB,
            largest.1
        );
    }
}
