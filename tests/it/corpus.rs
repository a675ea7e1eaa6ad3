//! The corpus of the fuzzer as ordinary tests: what once made trouble never does again; and damage at random, from seeds.

#[path = "../../fuzz/checks.rs"]
mod checks;

use crate::support::{examples, files, home};
use rencana::file::{self, ProblemKind, limits};
use std::time::{Duration, Instant};

type Check = fn(&[u8]);

const TARGETS: [(&str, Check); 9] = [
    ("load", checks::load),
    ("lenient", checks::lenient),
    ("salvage", checks::salvage),
    ("merge", checks::merge),
    ("lock", checks::lock),
    ("recovery", checks::recovery),
    ("versions", checks::versions),
    ("packs", checks::packs),
    ("importers", checks::importers),
];

fn is_long() -> bool {
    std::env::var_os("RENCANA_LONG").is_some()
}

/// The seeds of a target: its corpus; for those that read plans, the worked examples too, and for imports the spreadsheets of other
/// programs.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let own = files(&home().join("fuzz/corpus").join(target));
    let more = match target {
        "load" | "salvage" => examples(),
        "importers" => files(&home().join("tests/data")),
        _ => Vec::new(),
    };
    own.into_iter().chain(more).map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn every_file_of_the_corpus_holds() {
    for (target, check) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target} has no corpus");
        seeds.iter().for_each(|bytes| check(bytes));
        // What one target found may trip another.
        if target != "packs" {
            seeds
                .iter()
                .filter(|bytes| bytes.len() < 4000)
                .for_each(|bytes| TARGETS.iter().for_each(|(_, c)| c(bytes)));
        }
    }
}

#[test]
fn the_fuzzer_knows_every_target_and_no_other() {
    let manifest = std::fs::read_to_string(home().join("fuzz/Cargo.toml")).unwrap();
    let named: Vec<_> = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")?.strip_suffix(".rs\""))
        .collect();
    assert_eq!(named, TARGETS.map(|(name, _)| name));
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

/// Bytes changed as a fuzzer does it: flipped, cut, doubled, crossed with another seed, tokens of RON put in.
fn mutate(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    const TOKENS: [&[u8]; 16] = [
        b"(",
        b")",
        b"[",
        b"]",
        b"\"",
        b"r#\"",
        b"\"#",
        b"/*",
        b"*/",
        b"//",
        b"\n    (\n",
        b"id: \"",
        b"Some(",
        b"inf",
        b"\0",
        b"\xff",
    ];
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    // Short pieces of long files go deeper in less time.
    if bytes.len() > 3000 && dice.below(4) > 0 {
        let start = dice.below(bytes.len() - 2500);
        bytes = bytes[start..start + 2500].to_vec();
    }
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        let to = (at + dice.below(60)).min(bytes.len());
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let piece = bytes[at..to].to_vec();
                bytes.splice(to..to, piece);
            }
            3 => {
                let other = &seeds[dice.below(seeds.len())];
                let from = dice.below(other.len());
                bytes.splice(at..to, other[from..(from + 80).min(other.len())].iter().copied());
            }
            4 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, TOKENS[dice.below(TOKENS.len())].iter().copied())),
        }
    }
    bytes
}

#[test]
fn random_damage_never_panics_nor_bends_a_plan() {
    for (target, check) in TARGETS {
        let seeds = seeds(target);
        let runs = match (is_long(), target) {
            (true, _) => 200_000,
            (false, "load" | "salvage" | "lenient" | "merge" | "importers") => 250,
            (false, _) => 2000,
        };
        let mut slowest = Duration::ZERO;
        for seed in 0..runs {
            let bytes = mutate(&seeds, &mut Dice(seed));
            let began = Instant::now();
            let held = std::panic::catch_unwind(|| check(&bytes));
            slowest = slowest.max(began.elapsed());
            assert!(held.is_ok(), "{target}, seed {seed}:\n{}", String::from_utf8_lossy(&bytes));
        }
        println!(
            "random damage, {target} | {runs} files | seeds 0..{runs} | 0 panics, slowest {} ms",
            slowest.as_millis()
        );
    }
}

#[test]
fn the_limits_of_size_are_told() {
    let over = vec![b' '; usize::try_from(limits::REFUSE_ABOVE).unwrap() + 1];
    assert_eq!(file::read(&over).unwrap_err().kind, ProblemKind::TooLarge);
    let deep = format!("(schema: 1, id: \"1\", x: {}{})", "[".repeat(1000), "]".repeat(1000));
    assert_eq!(file::read(deep.as_bytes()).unwrap_err().kind, ProblemKind::TooLarge);
    let many = format!("(schema: 1, id: \"1\", outputs: [{}])", "(),".repeat(200_001));
    assert_eq!(file::read(many.as_bytes()).unwrap_err().kind, ProblemKind::TooLarge);
    // Numbers without end are no numbers: told, and kept as they stand.
    let endless = "(schema: 1, id: \"1\", budget: [(id: \"2\", quantity: inf, unit_cost: 1e400)])";
    let opened = file::read(endless.as_bytes()).unwrap();
    assert_eq!(opened.notes.len(), 2, "{:?}", opened.notes);
    assert!(opened.plan.budget.at(0).unwrap().quantity.is_none());
}
