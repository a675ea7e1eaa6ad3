//! The worked plans in `examples/` are what a newcomer opens first.

use crate::support::examples;
use rencana::{
    analysis::Derived,
    checks::{self, Severity},
    export::{self, ExportNote, Format, OpenCheck, Options, ShippedVoice, Source},
    file::{self, NoteKind},
    locale::{Interface, Words},
    pack::Packs,
    plan::Plan,
};
use std::{collections::BTreeSet, fs, path::Path};

fn plan(path: &Path) -> Plan {
    file::read(&fs::read(path).unwrap()).unwrap().plan
}

#[test]
fn every_example_opens_without_a_repair_and_saves_as_it_was() {
    for path in examples() {
        let (bytes, name) = (fs::read(&path).unwrap(), path.display());
        let opened = file::read(&bytes).unwrap_or_else(|problem| panic!("{name}: {}", problem.render()));
        let told: Vec<_> = opened.notes.iter().filter(|note| note.kind != NoteKind::Remarks).collect();
        assert!(told.is_empty(), "{name}: {told:?}");
        let saved = file::write(&opened.plan, &opened.extras).unwrap();
        assert!(saved.as_bytes() == bytes, "{name} is not in its usual form");
    }
}

#[test]
fn no_two_examples_share_an_identity_or_a_country() {
    let (mut ids, mut countries) = (BTreeSet::new(), BTreeSet::new());
    for path in examples() {
        let plan = plan(&path);
        assert!(ids.insert(plan.id), "{}", path.display());
        assert!(countries.insert(plan.identity.country), "{}", path.display());
    }
    assert!(countries.len() >= 4, "too few examples were found");
}

#[test]
fn no_example_contradicts_itself() {
    let words = Words::new(Interface::English);
    for path in examples() {
        let plan = plan(&path);
        let findings = checks::check(&plan, &Derived::new(&plan));
        let errors = findings.iter().filter(|d| d.severity == Severity::Error);
        let told: Vec<_> = errors.map(|d| format!("{} {}", d.code, d.message(&words))).collect();
        assert!(told.is_empty(), "{}: {told:?}", path.display());
    }
}

#[test]
fn every_example_exports_to_every_format() {
    let (packs, options) = (Packs::builtin(), Options::on("2017-08-09".parse().unwrap()));
    for path in examples() {
        let plan = plan(&path);
        let derived = Derived::new(&plan);
        let findings = checks::check(&plan, &derived);
        for interface in Interface::ALL {
            let words = Words::new(*interface);
            let checks = OpenCheck::all(&plan, &derived, &findings, &words);
            let voice = ShippedVoice::new(words, &packs, &plan);
            let source =
                Source { plan: &plan, derived: &derived, voice: &voice, checks: &checks, options: &options };
            for format in Format::ALL {
                let what = format!("{} as {}", path.display(), format.word());
                let exported = export::export(&source, *format).unwrap_or_else(|e| panic!("{what}: {e}"));
                let told: Vec<_> = exported.notes.iter().filter(|n| **n != ExportNote::Shortened).collect();
                assert!(told.is_empty(), "{what}: {told:?}");
                let again = export::export(&source, *format).unwrap();
                assert!(!again.bytes.is_empty() && again.bytes == exported.bytes, "{what}, made twice");
            }
        }
    }
}
