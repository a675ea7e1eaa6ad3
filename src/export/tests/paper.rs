//! What a reader of the PDF gets: the text of the plan out of the finished file, and the properties that make it a document.
//!
//! Text is taken out with poppler (`pdftotext`, `pdfinfo`, `pdffonts`), where it is installed; otherwise these tests say "skipped".
//! Two things of such readers are no faults of the file. A cluster whose marks stand at heights of their own (Lao, Burmese) is told once
//! for each height, so a cluster that follows itself counts once. Words from right to left come with their letters turned round
//! where one sign stands for several letters (لا, a joiner before a letter), so of them the letters count, not their order.

use super::{
    Report, export,
    fixture::{lang, voice, with_source},
};
use crate::{
    export::{
        Format, Options, Source,
        report::{Block, Fact, Line, Row, RowKind, Section},
    },
    plan::Plan,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    process::Command,
};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The plans in `examples`, by the names of their files.
pub fn examples() -> Vec<(String, Plan)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let plan = |file: std::io::Result<std::fs::DirEntry>| {
        let path = file.unwrap().path();
        let plan = crate::file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
        (path.file_name().unwrap().to_string_lossy().into_owned(), plan)
    };
    let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(plan).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(all.len(), 12);
    all
}

/// Runs a tool of poppler over a file; nothing where it is not installed.
pub fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    static RUNS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let run = RUNS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("rencana-paper-{}-{run}.pdf", std::process::id()));
    std::fs::write(&file, pdf).unwrap();
    let mut command = Command::new(tool);
    command.args(arguments).arg(&file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let done = command.output();
    std::fs::remove_file(&file).unwrap();
    let Ok(done) = done else {
        println!("skipped: no {tool} here");
        return None;
    };
    assert!(done.status.success(), "{tool}: {}", String::from_utf8_lossy(&done.stderr));
    Some(String::from_utf8(done.stdout).unwrap())
}

/// Signs without a shape, which readers put in and leave out: direction marks, joiners, soft breaks.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text in its composed form (NFC) without white space and silent signs, each cluster that follows itself only once.
fn bare(text: &str) -> String {
    let text: String = text.nfc().filter(|c| !c.is_whitespace() && !is_silent(*c)).collect();
    let (mut out, mut last, mut now) = (String::new(), String::new(), String::new());
    for cluster in text.graphemes(true) {
        now.push_str(cluster);
        // Letters that stack are one cluster (U+1039 stacks in Burmese).
        if now.ends_with('\u{1039}') {
            continue;
        }
        if now != last || now.is_ascii() {
            out.push_str(&now);
        }
        last = std::mem::take(&mut now);
    }
    out + &now
}

/// The letters of a word, each once, in the order of the alphabet.
fn letters(word: &str) -> BTreeSet<char> {
    word.nfc().filter(|c| c.is_alphanumeric() || is_mark(*c)).filter(|c| !is_silent(*c)).collect()
}

/// Marks of Arabic, which are no letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

fn fact_lines<'a>(facts: &'a [Fact], all: &mut Vec<&'a Line>) {
    all.extend(facts.iter().flat_map(|f| &f.lines));
}

fn section_lines<'a>(section: &'a Section, all: &mut Vec<&'a Line>) {
    for block in &section.blocks {
        match block {
            Block::Heading { lines, .. } => all.extend(lines),
            Block::Facts { facts } => fact_lines(facts, all),
            Block::Table(t) => all.extend(t.rows.iter().flat_map(|r| &r.cells).flat_map(|c| &c.lines)),
            Block::Signatures { who } => all.extend(who.iter().flat_map(|s| &s.lines)),
            Block::Drawing { .. } | Block::Shares { .. } | Block::Note { .. } => {}
        }
    }
}

/// Every paragraph of a report.
fn all_lines(report: &Report) -> Vec<&Line> {
    let mut all: Vec<_> = report.cover.title.iter().chain(&report.cover.country).collect();
    fact_lines(&report.cover.facts, &mut all);
    fact_lines(&report.cover.team[..report.cover.team.len().min(6)], &mut all);
    fact_lines(&report.glance, &mut all);
    report.sections.iter().for_each(|s| section_lines(s, &mut all));
    all
}

fn with_report<R>(plan: &Plan, only: Option<&str>, test: impl FnOnce(&Source<'_>, &Report) -> R) -> R {
    let voice = voice("en");
    with_source(plan, &voice, |s| {
        let options = Options { lang: only.map(lang), ..s.options.clone() };
        let source = Source { options: &options, ..*s };
        test(&source, &Report::new(&source))
    })
}

#[test]
fn the_text_in_the_file_is_the_text_of_the_plan_in_every_script() {
    for (name, plan) in examples() {
        let (mut lines, mut whole, mut turned) = (0, 0, 0);
        let is_there = with_report(&plan, None, |source, report| {
            let pdf = export(source, Format::Pdf).unwrap().bytes;
            let Some(read) = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &pdf) else { return false };
            let text = bare(&read);
            let words: HashSet<_> = read.split_whitespace().map(letters).collect();
            for line in all_lines(report) {
                if line.rtl {
                    for word in line.text.split_whitespace().map(letters).filter(|w| w.len() > 1) {
                        turned += 1;
                        assert!(words.contains(&word), "{name}: {word:?} of {}", line.text);
                    }
                    continue;
                }
                lines += 1;
                whole += usize::from(line.text.lines().all(|part| text.contains(&bare(part))));
                for word in line.text.split_whitespace() {
                    assert!(text.contains(&bare(word)), "{name}: {word} of {}", line.text);
                }
            }
            true
        });
        if !is_there {
            return;
        }
        println!("{name}: {whole} of {lines} paragraphs in one piece, {turned} words from right to left");
        // Few go on over a page, with its foot and the next head between.
        assert!(lines > 500 && whole * 100 >= lines * 99, "{name}: {whole} of {lines}");
    }
}

#[test]
fn the_file_says_what_it_is_and_brings_its_letters() {
    for (name, plan) in examples() {
        let read = with_report(&plan, None, |source, report| {
            let pdf = export(source, Format::Pdf).unwrap().bytes;
            let Some(info) = poppler("pdfinfo", &["-f", "1", "-l", "99"], &pdf) else { return false };
            let said = |key: &str| {
                let line = info.lines().find_map(|line| line.strip_prefix(key));
                line.unwrap_or_else(|| panic!("{name}: {key}")).trim().to_owned()
            };
            assert_eq!(said("Title:"), report.name, "{name}");
            assert_eq!(said("Author:"), report.authors.join(", "), "{name}");
            assert_eq!(said("Tagged:"), "yes", "{name}");
            // A4: some pages upright, those of trees, matrix and plan of operation on their long side.
            let upright = info.lines().filter(|l| l.contains("595.276 x 841.89 pts")).count();
            let turned = info.lines().filter(|l| l.contains("841.89 x 595.276 pts")).count();
            let pages: usize = said("Pages:").parse().unwrap();
            assert_eq!(upright + turned, pages, "{name}");
            assert!(upright > 5 && turned > 5, "{name}: {upright} upright, {turned} turned");
            let Some(fonts) = poppler("pdffonts", &[], &pdf) else { return false };
            for font in fonts.lines().skip(2) {
                let ends: Vec<_> = font.split_whitespace().rev().take(5).collect();
                assert!(ends[2] == "yes" && ends[4] == "yes", "{name}: embedded, with its text: {font}");
            }
            true
        });
        if !read {
            return;
        }
    }
}

/// Wide sections share pages, since a page with little on it looks as if something was forgotten; the matrix has pages of its own.
#[test]
fn wide_sections_share_their_pages_and_the_matrix_begins_one() {
    let (mut shared, mut read) = (0, 0);
    for (name, plan) in examples() {
        with_report(&plan, None, |source, report| {
            let pdf = export(source, Format::Pdf).unwrap().bytes;
            let Some(text) = poppler("pdftotext", &["-layout"], &pdf) else { return };
            read += 1;
            // How many lines stand above a title on its page; the head of the page is one of them.
            let above = |title: &str| {
                text.split('\u{c}').skip(2).find_map(|page| {
                    page.lines().map(str::trim).filter(|line| !line.is_empty()).position(|line| line == title)
                })
            };
            let title = |section: &Section| section.title.clone();
            let wide = report.sections.iter().filter(|section| section.wide).map(title);
            shared += usize::from(wide.filter_map(|title| above(&title)).any(|above| above > 3));
            let matrix = report.sections.iter().find(|section| section.id == "matrix").map(title).unwrap();
            assert!(above(&matrix).is_some_and(|above| above <= 3), "{name}");
        });
    }
    assert!(shared * 3 >= read * 2, "{shared} of {read}");
}

#[test]
fn every_page_of_a_table_begins_with_its_heading() {
    let (_, plan) = examples().into_iter().find(|(name, _)| name.starts_with("nepal")).unwrap();
    with_report(&plan, None, |source, report| {
        let pdf = export(source, Format::Pdf).unwrap().bytes;
        let Some(text) = poppler("pdftotext", &["-layout"], &pdf) else { return };
        let pages: Vec<_> = text.split('\u{c}').collect();
        let table = |id: &str| {
            let section = report.sections.iter().find(|s| s.id == id).unwrap();
            let mut tables = section.blocks.iter().filter_map(|block| match block {
                Block::Table(t) => Some(t.columns.iter().map(|c| c.title.as_str()).collect::<Vec<_>>()),
                _ => None,
            });
            tables.next_back().unwrap()
        };
        for id in ["matrix", "operation"] {
            let titles = table(id);
            let words: Vec<_> = titles.iter().flat_map(|t| t.split(' ')).collect();
            let heads = pages.iter().filter(|page| {
                page.lines()
                    .any(|line| titles.iter().filter(|t| line.contains(**t)).count() >= titles.len() / 2)
                    && words.iter().all(|word| page.contains(word))
            });
            assert!(heads.count() >= 3, "{id}: {titles:?}");
        }
    });
}

/// A row alone on a page looks lost, and so does a heading with one row at the foot of a page: nobody knows whether it is all.
#[test]
fn no_row_of_a_table_stands_alone_on_a_page() {
    let mut tables = 0;
    for (name, plan) in examples() {
        with_report(&plan, None, |source, report| {
            let pdf = export(source, Format::Pdf).unwrap().bytes;
            let Some(text) = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &pdf) else { return };
            let pages: Vec<_> = text.split('\u{c}').map(bare).collect();
            // The contents name the sections too.
            let mut page = 2;
            for section in &report.sections {
                let find = |text: &str, from: usize| {
                    pages[from..].iter().position(|page| page.contains(&bare(text))).map(|n| from + n)
                };
                page = find(&section.title, page).unwrap_or(page);
                for block in &section.blocks {
                    let Block::Table(table) = block else { continue };
                    let mut here = BTreeMap::<usize, usize>::new();
                    let body = |row: &&Row| row.kind == RowKind::Body;
                    for row in table.rows.iter().filter(body) {
                        // Names of activities stand in the chart too, so all that a row says is looked for.
                        let lines = row.cells.iter().flat_map(|cell| &cell.lines).filter(|l| !l.rtl);
                        let words: Vec<_> = lines.map(|line| bare(&line.text)).collect();
                        let holds = |page: &String| words.iter().all(|word| page.contains(word.as_str()));
                        let Some(at) = pages[page..].iter().position(holds) else { continue };
                        page += at;
                        *here.entry(page).or_default() += 1;
                    }
                    tables += 1;
                    // The last row of the matrix, all activities, may go on over the page.
                    let is_broken = here.len() > 1 && here.values().any(|rows| *rows < 2);
                    assert!(!is_broken || section.begins_page(), "{name}: {} {here:?}", section.title);
                }
            }
        });
    }
    println!("{tables} tables");
}

/// In a layout from right to left all headings begin at the right, those in another language too.
#[test]
fn headings_begin_where_the_layout_begins() {
    let (_, plan) = examples().into_iter().find(|(name, _)| name.starts_with("iran")).unwrap();
    with_report(&plan, Some("fa"), |source, report| {
        let pdf = export(source, Format::Pdf).unwrap().bytes;
        let Some(text) = poppler("pdftotext", &["-layout"], &pdf) else { return };
        let headings = report.sections.iter().flat_map(|section| &section.blocks);
        let mut seen = 0;
        for block in headings {
            let Block::Heading { lines, aside } = block else { continue };
            let title = lines.first().filter(|line| !line.rtl && !aside.is_empty());
            let Some(title) = title else { continue };
            let line =
                text.lines().find(|line| line.contains(title.text.as_str()) && line.contains(aside.as_str()));
            let line = line.unwrap_or_else(|| panic!("{} beside {aside}", title.text));
            assert!(line.find(aside.as_str()) < line.find(title.text.as_str()), "{line}");
            seen += 1;
        }
        assert!(seen >= 4, "{seen}");
    });
}
