//! What a PDF costs when nothing of earlier ones is remembered: a worked example, a plan of a hundred pages, and LibreOffice beside it.

use crate::plans::of_size;
use divan::Bencher;
use rencana::{
    analysis::Derived,
    checks,
    document::Document,
    export::{self, Exported, Format, OpenCheck, Options, Sheets, ShippedVoice, Source},
    file,
    locale::{Interface, Words},
    pack::Packs,
    plan::{Block, ContextField, Edit, Field, Lang, Place, Plan, Text},
};
use std::{
    process::Command,
    time::{Duration, Instant},
};

/// So many activities, with what comes with them, fill about a hundred pages.
const HUNDRED_PAGES: usize = 270;

/// Plans of about twenty pages, in Devanagari and in Arabic letters beside English.
const EXAMPLES: &[&str] = &["nepal-lokta-paper", "pakistan-gloves"];

/// A worked example.
fn example(name: &str) -> Plan {
    let path = format!("{}/examples/{name}.plan.ron", env!("CARGO_MANIFEST_DIR"));
    file::read(&std::fs::read(path).unwrap()).unwrap().plan
}

/// A document of a plan in one language, or in all.
fn document(plan: &Plan, packs: &Packs, format: Format, lang: Option<Lang>) -> Exported {
    let derived = Derived::new(plan);
    let words = Words::new(Interface::English);
    let checks = OpenCheck::all(plan, &derived, &checks::check(plan, &derived), &words);
    let voice = ShippedVoice::new(words, packs, plan);
    let options = Options { lang, ..Options::on("2017-08-09".parse().unwrap()) };
    let source = Source { plan, derived: &derived, voice: &voice, checks: &checks, options: &options };
    export::export(&source, format).unwrap()
}

/// Nothing of earlier documents is remembered: what the first export of a plan costs when the fonts are there.
fn anew(bencher: Bencher, plan: &Plan, lang: Option<Lang>) {
    let packs = Packs::builtin();
    bencher
        .with_inputs(|| typst::comemo::evict(0))
        .bench_local_values(|()| document(plan, &packs, Format::Pdf, lang.clone()));
}

/// The first document of a process, from its start to the file: fonts, templates and words are read too.
#[divan::bench(args = EXAMPLES, sample_count = 8)]
fn first_in_process(bencher: Bencher, name: &str) {
    let folder = std::env::temp_dir().join(format!("rencana-bench-first-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (plan, out) =
        (format!("{}/examples/{name}.plan.ron", env!("CARGO_MANIFEST_DIR")), folder.join("plan.pdf"));
    bencher.bench_local(|| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_rencana"));
        program
            .args(["export", "--to", "pdf", "--force", "--date", "2017-08-09"])
            .arg(&plan)
            .arg("-o")
            .arg(&out);
        assert!(program.env("RENCANA_DATA", &folder).output().unwrap().status.success());
    });
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A worked example in all its languages, once more: what did not change is remembered.
#[divan::bench(args = EXAMPLES, sample_count = 8)]
fn example_again(bencher: Bencher, name: &str) {
    let (plan, packs) = (example(name), Packs::builtin());
    document(&plan, &packs, Format::Pdf, None);
    bencher.bench_local(|| document(&plan, &packs, Format::Pdf, None));
}

/// A worked example in all its languages.
#[divan::bench(args = EXAMPLES, sample_count = 8)]
fn example_in_all_languages(bencher: Bencher, name: &str) {
    anew(bencher, &example(name), None);
}

/// A worked example in English.
#[divan::bench(args = EXAMPLES, sample_count = 8)]
fn example_in_english(bencher: Bencher, name: &str) {
    anew(bencher, &example(name), Some(Lang::english()));
}

/// A plan of a hundred pages.
#[divan::bench(sample_count = 3)]
fn hundred_pages(bencher: Bencher) {
    anew(bencher, &of_size(HUNDRED_PAGES), None);
}

/// What LibreOffice takes to make a PDF of the Word document of the first example, and how many times as long that is as the
/// program's own way in the same run.
#[divan::bench(sample_count = 3)]
fn example_by_libreoffice(bencher: Bencher) {
    let has_office = Command::new("soffice").arg("--version").output().is_ok_and(|o| o.status.success());
    if !has_office {
        return println!("skipped: no soffice to compare with");
    }
    let (plan, packs) = (example(EXAMPLES[0]), Packs::builtin());
    let folder = std::env::temp_dir().join(format!("rencana-bench-office-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let word = folder.join("plan.docx");
    std::fs::write(&word, document(&plan, &packs, Format::Docx, None).bytes).unwrap();
    let convert = || {
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let convert = [&profile, "--headless", "--convert-to", "pdf", "--outdir"];
        let done = Command::new("soffice").args(convert).args([&folder, &word]).output();
        assert!(done.unwrap().status.success() && folder.join("plan.pdf").exists());
    };
    // The first time makes a profile, which is not counted.
    convert();
    let theirs = least(convert);
    let ours = least(|| {
        typst::comemo::evict(0);
        document(&plan, &packs, Format::Pdf, None);
    });
    println!("LibreOffice takes {:.1} times as long", theirs.as_secs_f64() / ours.as_secs_f64());
    bencher.bench_local(convert);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The shortest of three times.
fn least(work: impl Fn()) -> Duration {
    let timed = |_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..3).map(timed).min().unwrap_or_default()
}

/// The preview after a letter: the document laid out anew, and the page with the letter drawn 640 pixels wide.
#[divan::bench(args = EXAMPLES, sample_count = 20)]
fn preview_after_a_letter(bencher: Bencher, name: &str) {
    let (packs, mut document) = (Packs::builtin(), Document::saved(example(name)));
    let mut letters = "Paper made of lokta".to_owned();
    let show = |document: &Document| {
        let derived = Derived::new(document.plan());
        let words = Words::new(Interface::English);
        let found = checks::check(document.plan(), &derived);
        let checks = OpenCheck::all(document.plan(), &derived, &found, &words);
        let voice = ShippedVoice::new(words, &packs, document.plan());
        let options = Options { lang: Some(Lang::english()), ..Options::on("2017-08-09".parse().unwrap()) };
        let plan = document.plan();
        let source = Source { plan, derived: &derived, voice: &voice, checks: &checks, options: &options };
        let sheets = Sheets::new(&source).unwrap();
        let place = Place::field(Field::find(Block::Context, "problem").unwrap());
        let page = sheets.shows(place).next().unwrap().page;
        sheets.picture(page, 640).unwrap()
    };
    show(&document);
    bencher.bench_local(|| {
        letters.push('a');
        document.apply(&Edit::Context(ContextField::Problem(Text::english(&letters)))).unwrap();
        show(&document)
    });
}
