//! The worked plans in `examples/` are what a newcomer opens first.

use rencana::file::{self, NoteKind};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.to_string_lossy().ends_with(file::EXTENSION));
    found.sort();
    found
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
        let plan = file::read(&fs::read(&path).unwrap()).unwrap().plan;
        assert!(ids.insert(plan.id), "{}", path.display());
        assert!(countries.insert(plan.identity.country), "{}", path.display());
    }
    assert!(countries.len() >= 4, "too few examples were found");
}
