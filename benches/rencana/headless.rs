//! What costs time without a window.

use crate::plans::{SIZES, cards_of, day, of_size, with_costs};
use divan::{Bencher, counter::BytesCount};
use rencana::{
    analysis::{
        Derived, Numbering, Schedule, Totals,
        items::{Query, find_items},
        search::{self, Needle},
        tree::{Layout, Measures, Tree},
    },
    checks::{self, Checker},
    document::Document,
    export::{self, Format, OpenCheck, Options, ShippedVoice, Source},
    file::{self, Extras, disk},
    import::{Book, own},
    locale::{Interface, Words},
    pack::Packs,
    plan::{Activity, ActivityField, BudgetField, BudgetLine, Decimal, Edit, IdSource, Plan, Row as _, Text},
};
use std::sync::Arc;

/// From the bytes of a file to a plan.
#[divan::bench(args = SIZES)]
fn open(bencher: Bencher, activities: usize) {
    let text = file::write(&of_size(activities), &Extras::default()).unwrap();
    bencher.counter(BytesCount::of_str(&text)).bench(|| file::read(text.as_bytes()).unwrap());
}

/// The same for a text that another program wrote: through the lossless tree.
#[divan::bench(args = SIZES)]
fn open_by_hand(bencher: Bencher, activities: usize) {
    let text = file::write(&of_size(activities), &Extras::default())
        .unwrap()
        .replace("  schema", "  // by hand\n  schema");
    bencher.counter(BytesCount::of_str(&text)).bench(|| file::read(text.as_bytes()).unwrap());
}

/// From a plan to a file on the disk, read back and confirmed.
#[divan::bench(args = SIZES)]
fn save(bencher: Bencher, activities: usize) {
    let plan = of_size(activities);
    let folder = std::env::temp_dir().join(format!("rencana-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{activities}.plan.ron"));
    bencher.bench_local(|| {
        let text = file::write(&plan, &Extras::default()).unwrap();
        assert!(disk::save(&path, text.as_bytes(), None).saved().is_some());
    });
    std::fs::remove_dir_all(&folder).unwrap();
}

/// One letter in the name of one activity, with everything derived and checked again.
#[divan::bench(args = SIZES)]
fn edit(bencher: Bencher, activities: usize) {
    edit_with(bencher, activities, |n| ActivityField::Name(Text::english(&format!("Weave {n}"))));
}

/// One step of dragging one activity to another day, with everything derived and checked again.
#[divan::bench(args = SIZES)]
fn drag(bencher: Bencher, activities: usize) {
    edit_with(bencher, activities, |n| ActivityField::Start(Some(day(n % 200))));
}

/// The same without the checks: large plans are checked on a thread, so this is what the hand waits for.
#[divan::bench(args = SIZES)]
fn drag_unchecked(bencher: Bencher, activities: usize) {
    let mut document = Document::saved(of_size(activities));
    let id = document.plan().activities.at(activities / 2).unwrap().id;
    let mut derived = Derived::new(document.plan());
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let before = Arc::clone(document.plan());
        document.apply(&Activity::change(id, ActivityField::Start(Some(day(n % 200))))).unwrap();
        derived = derived.next(&before, document.plan());
    });
}

/// Another price in one line of the budget, with everything derived and checked again.
#[divan::bench(args = SIZES)]
fn edit_budget(bencher: Bencher, activities: usize) {
    let plan = with_costs(activities);
    let id = plan.budget.at(activities / 2).unwrap().id;
    edit_each(bencher, plan, |n| {
        BudgetLine::change(id, BudgetField::UnitCost(Some(Decimal::from(1000 + n % 100))))
    });
}

/// The sums of a budget by source, category, output, activity and year.
#[divan::bench(args = SIZES)]
fn totals(bencher: Bencher, activities: usize) {
    let plan = with_costs(activities);
    let numbering = Arc::new(Numbering::new(&plan));
    let schedule = Schedule::new(&plan, &numbering);
    bencher.bench(|| Totals::new(&plan, &numbering, &schedule));
}

fn edit_with(bencher: Bencher, activities: usize, change: fn(usize) -> ActivityField) {
    let plan = of_size(activities);
    let id = plan.activities.at(activities / 2).unwrap().id;
    edit_each(bencher, plan, |n| Activity::change(id, change(n)));
}

fn edit_each(bencher: Bencher, plan: Plan, edit: impl Fn(usize) -> Edit) {
    let mut document = Document::saved(plan);
    let mut checker = Checker::default();
    let mut derived = Derived::new(document.plan());
    checker.check(document.plan(), &derived);
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        let before = Arc::clone(document.plan());
        document.apply(&edit(n)).unwrap();
        derived = derived.next(&before, document.plan());
        checker.check(document.plan(), &derived)
    });
}

/// Everything derived from a plan.
#[divan::bench(args = SIZES)]
fn derive(bencher: Bencher, activities: usize) {
    let plan = of_size(activities);
    bencher.bench(|| Derived::new(&plan));
}

/// All checks of a plan that was never checked before.
#[divan::bench(args = SIZES)]
fn check(bencher: Bencher, activities: usize) {
    let plan = of_size(activities);
    let derived = Derived::new(&plan);
    bencher.bench(|| checks::check(&plan, &derived));
}

/// A word that each activity holds, looked for in all texts of the plan: in English, in Nepali, and one that no text holds.
#[divan::bench(args = SIZES, consts = [0, 1, 2])]
fn find<const WORD: usize>(bencher: Bencher, activities: usize) {
    let plan = of_size(activities);
    let needle = Needle::new(["WEAVERS", "तालिम", "nowhere"][WORD]).unwrap();
    bencher.bench(|| search::search(&plan, &needle));
}

/// Every hit of a word replaced in one step, and the step done.
#[divan::bench(args = SIZES)]
fn replace(bencher: Bencher, activities: usize) {
    let plan = of_size(activities);
    let hits = search::search(&plan, &Needle::new("weavers").unwrap());
    bencher.with_inputs(|| Document::saved(plan.clone())).bench_local_values(|mut document| {
        document.apply(&search::replace(&plan, &hits, "dyers").unwrap()).unwrap();
        document
    });
}

/// What the palette does for a letter: all items by number, kind and name.
#[divan::bench(args = SIZES, consts = [0, 1, 2])]
fn palette<const TYPED: usize>(bencher: Bencher, activities: usize) {
    let (plan, words) = (of_size(activities), Words::new(Interface::English));
    let derived = Derived::new(&plan);
    let shown = plan.languages()[..1].to_vec();
    bencher.bench(|| {
        let mut query = Query::new(["2.1", "dyes 77", "प्राकृतिक"][TYPED]).unwrap();
        find_items(&plan, &derived, &words, &shown, &mut query, 40)
    });
}

/// A document from a usual plan that was exported before; `pdf` tells what the first time costs.
#[divan::bench(args = Format::ALL.iter().map(|format| format.word()), sample_count = 10)]
fn export(bencher: Bencher, format: &str) {
    export_of(bencher, SIZES[0], format);
}

/// A document of a plan with so many activities.
fn document_of(activities: usize, format: Format) -> Vec<u8> {
    let (plan, packs) = (of_size(activities), Packs::builtin());
    let derived = Derived::new(&plan);
    let voice = ShippedVoice::new(Words::new(Interface::English), &packs, &plan);
    let options = Options::on("2017-08-09".parse().unwrap());
    let source = Source { plan: &plan, derived: &derived, voice: &voice, checks: &[], options: &options };
    export::export(&source, format).unwrap().bytes
}

fn export_of(bencher: Bencher, activities: usize, format: &str) {
    let (plan, packs) = (of_size(activities), Packs::builtin());
    let derived = Derived::new(&plan);
    let words = Words::new(Interface::English);
    let checks = OpenCheck::all(&plan, &derived, &checks::check(&plan, &derived), &words);
    let voice = ShippedVoice::new(words, &packs, &plan);
    let options = Options::on("2017-08-09".parse().unwrap());
    let source = Source { plan: &plan, derived: &derived, voice: &voice, checks: &checks, options: &options };
    let format = Format::from_word(format).unwrap();
    bencher.bench_local(|| export::export(&source, format).unwrap());
}

/// A workbook of the program's, read and compared with its plan.
#[divan::bench(sample_count = 10)]
fn import_own_workbook(bencher: Bencher) {
    let plan = of_size(SIZES[0]);
    let (derived, words) = (Derived::new(&plan), Words::new(Interface::English));
    let bytes = document_of(SIZES[0], Format::Xlsx);
    bencher.bench_local(|| {
        let book = Book::read(&bytes).unwrap();
        own::compare(&plan, &derived, &words, &book, &mut IdSource::seeded(1)).unwrap()
    });
}

/// A problem tree of so many cards, laid out: what a change of one card costs beside the edit itself.
#[divan::bench(args = [100, 500, 10_000])]
fn tree(bencher: Bencher, cards: usize) {
    let cards = cards_of(cards);
    let sizes =
        Measures { width: 208.0, wide: 208.0, height: 85.0, gap: 28.0, rise: 48.0, step: 22.0, indent: 18.0 };
    bencher.bench(|| {
        let tree = Tree::new(&cards);
        let layout = Layout::new(&tree, sizes);
        (tree, layout)
    });
}
