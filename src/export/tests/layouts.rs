//! The matrix in the layouts of JICA, the European Union and DFID.

use super::fixture::{usual, voice, with_source};
use crate::export::{
    Format, MatrixLayout, Options, Report, Source, export,
    report::{Block, RowKind, Table},
};

fn matrix(layout: MatrixLayout) -> (String, Table) {
    let (voice, plan) = (voice("en"), usual("ne"));
    with_source(&plan, &voice, |s| {
        let options = Options { layout, ..s.options.clone() };
        let report = Report::new(&Source { options: &options, ..*s });
        let section = report.sections.into_iter().find(|s| s.id == "matrix").unwrap();
        match section.blocks.into_iter().next() {
            Some(Block::Table(table)) => (section.title, table),
            other => panic!("{other:?}"),
        }
    })
}

/// The text of the row whose summary holds these words, a cell a column.
fn row(table: &Table, words: &str) -> Vec<String> {
    let text = |c: &crate::export::report::Cell| {
        let lines = c.lines.iter().filter(|l| l.lang == "en");
        let lines: Vec<_> = lines.map(|l| format!("{} {}", l.lead, l.text).trim().to_owned()).collect();
        lines.join(" / ")
    };
    let rows = table.rows.iter().filter(|r| r.kind == RowKind::Body);
    let mut rows = rows.map(|r| r.cells.iter().map(text).collect::<Vec<_>>());
    rows.find(|r| r[0].contains(words)).unwrap_or_else(|| panic!("no row says {words}"))
}

#[test]
fn each_layout_has_its_columns_and_names() {
    let check = |layout, title: &str, heads: &[&str], levels: &[&str]| {
        let (name, table) = matrix(layout);
        assert_eq!(name, title, "{layout:?}");
        let titles: Vec<_> = table.columns.iter().map(|c| c.title.as_str()).collect();
        assert_eq!(titles, heads, "{layout:?}");
        let groups = table.rows.iter().filter(|r| r.kind == RowKind::Group);
        let groups: Vec<_> = groups.map(|r| r.cells[0].lines[0].text.as_str()).collect();
        assert_eq!(groups, levels, "{layout:?}");
        assert!(table.rows.iter().all(|r| r.cells.iter().map(|c| c.span).sum::<usize>() == heads.len()));
    };
    check(
        MatrixLayout::Jica,
        "Project design matrix",
        &["Summary", "Indicators", "Means of verification", "Assumptions"],
        &["Overall goal", "Project purpose", "Outputs", "Activities"],
    );
    check(
        MatrixLayout::Eu,
        "Logical framework",
        &["Results chain", "Indicators", "Baseline", "Target", "Sources", "Assumptions"],
        &["Impact (overall objective)", "Outcome (specific objective)", "Outputs", "Activities"],
    );
    check(
        MatrixLayout::Dfid,
        "Logical framework",
        &["Project summary", "Indicator and source", "Baseline", "Milestones", "Target", "Assumptions"],
        &["Impact", "Outcome", "Outputs", "Activities"],
    );
}

#[test]
fn values_stand_in_the_columns_of_the_layout() {
    let purpose = "120 households sell";
    let jica = row(&matrix(MatrixLayout::Jica).1, purpose);
    assert!(jica[1].contains("baseline 450\u{a0}NPR (Jul 2017); target 700\u{a0}NPR (Dec 2018)"), "{jica:?}");
    let eu = row(&matrix(MatrixLayout::Eu).1, purpose);
    assert_eq!(
        eu[2..5],
        ["450\u{a0}NPR / 15 Jul 2017", "700\u{a0}NPR / 15 Dec 2018", "Sales book of the association"]
    );
    let dfid = row(&matrix(MatrixLayout::Dfid).1, purpose);
    assert!(dfid[1].ends_with("Source: Sales book of the association"), "{dfid:?}");
    assert_eq!(
        dfid[2..5],
        ["450\u{a0}NPR / 15 Jul 2017", "Jun 2018 550\u{a0}NPR", "700\u{a0}NPR / 15 Dec 2018"]
    );
}

#[test]
fn every_format_with_a_matrix_follows_the_layout() {
    let (voice, plan) = (voice("en"), usual("ne"));
    for format in [Format::Pdf, Format::Docx, Format::Xlsx, Format::Html, Format::Markdown] {
        let made = |layout| {
            with_source(&plan, &voice, |s| {
                let options = Options { layout, ..s.options.clone() };
                export(&Source { options: &options, ..*s }, format).unwrap().bytes
            })
        };
        let (jica, eu, dfid) = (made(MatrixLayout::Jica), made(MatrixLayout::Eu), made(MatrixLayout::Dfid));
        assert!(jica != eu && eu != dfid && dfid != jica, "{format:?}");
    }
}
