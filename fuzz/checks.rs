//! What must hold for any bytes: the targets of the fuzzer, and the tests over the corpus (`tests/it/corpus.rs`).

use rencana::{
    analysis::Derived,
    document::Document,
    file::{self, Extras, lock, recovery, versions},
    import::{Book, foreign::Mapping, own},
    locale::{Interface, Words},
    merge,
    pack::Packs,
    plan::{Id, IdSource, Lang, Plan},
};

/// A plan and what stands beside it come back from what is written, and writing again changes nothing.
fn comes_back(plan: &Plan, extras: &Extras) {
    let text = file::write(plan, extras).unwrap_or_else(|p| panic!("{}", p.render()));
    let again = file::read(text.as_bytes()).unwrap_or_else(|p| panic!("{}\n{text}", p.render()));
    assert_eq!(again.plan, *plan);
    let second = file::write(&again.plan, &again.extras).unwrap_or_else(|p| panic!("{}", p.render()));
    assert_eq!(second, text);
}

/// Opening a file.
pub fn load(bytes: &[u8]) {
    match file::read(bytes) {
        Ok(opened) => comes_back(&opened.plan, &opened.extras),
        Err(problem) => assert!(!problem.message.is_empty() && !problem.hint.is_empty(), "{problem:?}"),
    }
}

/// Opening a file that has something unknown in it: the bytes are the value of a field.
pub fn lenient(bytes: &[u8]) {
    let Ok(value) = std::str::from_utf8(bytes) else { return };
    load(
        format!("(\n  schema: 1,\n  id: \"1\",\n  outputs: [\n    (id: \"2\", future: {value}),\n  ],\n)\n")
            .as_bytes(),
    );
    load(format!("(schema: 1, id: \"1\", activities: [(id: \"2\", after: {value})], x: {value})").as_bytes());
}

/// Rescuing what is left of a damaged file.
pub fn salvage(bytes: &[u8]) {
    let Some(rescued) = file::rescue(bytes) else { return };
    assert!(rescued.notes.iter().all(|note| !note.message.is_empty()));
    comes_back(&rescued.plan, &rescued.extras);
}

/// Joining two copies: the bytes are both, with a line of a form feed between them.
pub fn merge(bytes: &[u8]) {
    let Some(cut) = bytes.windows(3).position(|three| three == b"\n\x0c\n") else { return };
    let (Ok(mine), Ok(theirs)) = (file::read(&bytes[..cut]), file::read(&bytes[cut + 3..])) else { return };
    let (mine, theirs) = (&mine, &theirs);
    let both = ((&mine.plan, &mine.extras), (&theirs.plan, &theirs.extras));
    let Ok((merged, extras)) = merge::merge_files(None, both.0, both.1) else { return };
    comes_back(&merged.plan, &extras);
    // No row gets lost or double on the way.
    let ids = |plan: &Plan| plan.activities.iter().map(|a| a.id).collect::<std::collections::BTreeSet<_>>();
    assert!(ids(&merged.plan).is_superset(&ids(&mine.plan)));
    assert!(ids(&merged.plan).is_superset(&ids(&theirs.plan)));
    assert_eq!(ids(&merged.plan).len(), merged.plan.activities.len());
    if let Ok(base) = file::read(&bytes[..cut / 2]) {
        let merged = merge::merge(&base.plan, &mine.plan, &theirs.plan);
        assert!(merged.is_err() || base.plan.id == mine.plan.id);
    }
}

/// The lock that another program left beside a plan.
pub fn lock(bytes: &[u8]) {
    if let Some(holder) = lock::parse(bytes) {
        let shown = [&holder.name, &holder.machine];
        assert!(
            shown.iter().all(|text| text.chars().count() <= 60 && !text.contains(char::is_control)),
            "{holder:?}"
        );
    }
}

/// The description of a recovery copy.
pub fn recovery(bytes: &[u8]) {
    if let Some(meta) = recovery::parse(bytes) {
        assert!(meta.title.chars().count() <= 300);
        let _ = meta.time();
    }
}

/// The description of an earlier version.
pub fn versions(bytes: &[u8]) {
    if let Some(about) = versions::parse(bytes) {
        assert!(about.name.chars().count() <= 120);
    }
}

/// A pack of a programme or a country that somebody sent.
pub fn packs(bytes: &[u8]) {
    let (_, problems) = Packs::builtin().with_user([("sent.ron".to_owned(), bytes.to_vec())]);
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
}

thread_local! {
    static WORDS: Words = Words::new(Interface::English);
}

/// A spreadsheet that somebody sent: whatever is taken of it makes a plan that comes back.
pub fn importers(bytes: &[u8]) {
    let Ok(book) = Book::read(bytes) else { return };
    let plan = Plan::new(Id::from_bits(1));
    let (derived, mut ids) = (Derived::new(&plan), IdSource::seeded(1));
    let own = WORDS.with(|words| own::compare(&plan, &derived, words, &book, &mut ids)).ok();
    let foreign = Mapping::guess(&book, Lang::english()).read(&plan, &derived, &book, &mut ids);
    for proposal in own.iter().chain([&foreign]) {
        let mut document = Document::saved(plan.clone());
        let edit = proposal.edit(&plan, |_| true);
        if edit.is_some_and(|edit| document.apply(&edit).is_ok()) {
            comes_back(document.plan(), &Extras::default());
        }
    }
}
