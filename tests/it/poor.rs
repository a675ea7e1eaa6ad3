//! A plan that is poor on purpose (`tests/data/poor.plan.ron`; no example of the program) shows what the checks find, and where.

use crate::support::home;
use rencana::{
    analysis::Derived,
    checks::{self, Diagnostic, RULES, place_name},
    document::Document,
    file,
    locale::{Interface, Words},
    plan::{Edit, IdentityField, Lang, MatrixField, Plan, Text},
};
use std::{collections::BTreeSet, fs};

fn bytes() -> Vec<u8> {
    fs::read(home().join("tests/data/poor.plan.ron")).unwrap()
}

fn plan() -> Plan {
    file::read(&bytes()).unwrap().plan
}

/// A line a finding: `error P4: Activity 2.1, start date`.
fn found(plan: &Plan) -> Vec<String> {
    let (words, derived) = (Words::new(Interface::English), Derived::new(plan));
    let tell = |d: &Diagnostic| {
        format!("{} {}: {}", d.severity.word(), d.code, place_name(&d.place, plan, &derived, &words))
    };
    checks::check(plan, &derived).iter().map(tell).collect()
}

fn codes(plan: &Plan) -> BTreeSet<&'static str> {
    checks::check(plan, &Derived::new(plan)).iter().map(|d| d.code).collect()
}

#[test]
fn the_checks_find_each_weakness_of_a_poor_plan_at_its_place() {
    let expected = fs::read_to_string(home().join("tests/data/poor.checks.txt")).unwrap();
    assert_eq!(found(&plan()), expected.lines().collect::<Vec<_>>());
}

#[test]
fn a_poor_plan_sets_off_every_rule_that_one_plan_can() {
    let found = codes(&plan());
    let silent: Vec<_> = RULES.iter().map(|rule| rule.code).filter(|code| !found.contains(code)).collect();
    // V1 wants a plan without a purpose, of which the others have much to say; M1 one that was joined from two copies.
    assert_eq!(silent, ["V1", "M1"]);
    let mut without = Document::saved(plan());
    without.apply(&Edit::Matrix(MatrixField::Purpose(Text::default()))).unwrap();
    assert!(codes(without.plan()).contains("V1"));
}

#[test]
fn the_checks_that_guess_from_words_are_silent_in_a_language_without_lists() {
    let nepali = Lang::new("ne").unwrap();
    let text = String::from_utf8(bytes()).unwrap().replace("(en: ", "(ne: ").replace("[\"en\"]", "[\"ne\"]");
    let plan = file::read(text.as_bytes()).unwrap().plan;
    assert_eq!(plan.languages(), [nepali]);
    let found = checks::check(&plan, &Derived::new(&plan));
    let guesses = found.iter().filter(|d| d.rule().is_some_and(|rule| rule.kind == checks::Kind::Words));
    let told: Vec<_> = guesses.map(|d| (d.code, d.words)).collect();
    // What is missing altogether needs no words to be seen.
    assert!(told.iter().all(|(_, words)| *words == "check-H3-unit"), "{told:?}");
    assert!(codes(&plan).contains("H4"));
}

#[test]
fn what_a_machine_can_mend_is_mended_one_fix_after_the_other() {
    let mut document = Document::saved(plan());
    let before = found(document.plan()).len();
    let first_fix = |plan: &Plan| {
        let findings = checks::check(plan, &Derived::new(plan));
        findings.iter().find_map(|d| d.fixes.first().cloned())
    };
    let mut steps = 0;
    while let Some(fix) = first_fix(document.plan()) {
        document.apply(&fix.edit).unwrap();
        steps += 1;
        assert!(steps < 60, "fixes undo each other: {}", fix.words);
    }
    let left = found(document.plan());
    assert!(steps >= 10 && left.len() + 10 <= before, "{steps} steps from {before} to {}", left.len());
    // What is left wrong needs a person: a rate that nobody else can know.
    let errors: Vec<_> = left.into_iter().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors, ["error P6: Budget line 1, currency"]);
}

#[test]
fn a_poor_plan_is_kept_as_it_was_written() {
    let bytes = bytes();
    let opened = file::read(&bytes).unwrap();
    assert!(opened.notes.iter().all(|note| note.kind == file::NoteKind::Remarks), "{:?}", opened.notes);
    assert_eq!(file::write(&opened.plan, &opened.extras).unwrap().as_bytes(), bytes);
    // Changed and changed back it is the same file again.
    let mut document = Document::saved(opened.plan);
    for finish in ["2019-12-31", "2018-12-31"] {
        document.apply(&Edit::Identity(IdentityField::Finish(Some(finish.parse().unwrap())))).unwrap();
    }
    let changed = document.plan();
    assert_eq!(file::write(changed, &opened.extras).unwrap().as_bytes(), bytes);
    let examples = crate::support::examples();
    assert!(examples.iter().all(|path| file::read(&fs::read(path).unwrap()).unwrap().plan.id != changed.id));
}
