//! Tests of the Word file: well formed, in the order of the schema, whole, and with the text as it was written.

use crate::{
    export::{
        Format, Options, Source, export,
        tests::{
            HOSTILE,
            fixture::{SENTENCES, lang, usual, voice, with_source},
            hostile_plan,
            office::{Tree, office_text, parts, trees},
            paper::examples,
            squeezed,
        },
    },
    plan::{Plan, sample},
};
use std::collections::BTreeSet;

fn docx(plan: &Plan, only: Option<&str>) -> Vec<u8> {
    let voice = voice("en");
    with_source(plan, &voice, |s| {
        let options = Options { lang: only.map(lang), ..s.options.clone() };
        export(&Source { options: &options, ..*s }, Format::Docx).unwrap().bytes
    })
}

/// The text of a document: runs, line ends and tabs.
fn written(document: &Tree) -> String {
    let mut text = String::new();
    document.walk(&mut |e| match e.name.as_str() {
        "w:t" => text.push_str(&e.text),
        "w:br" => text.push('\n'),
        "w:tab" if e.attributes.is_empty() => text.push('\t'),
        "w:p" => text.push('\n'),
        _ => {}
    });
    text
}

#[test]
fn every_part_is_strict_and_every_name_leads_somewhere() {
    for (tag, _) in SENTENCES {
        let bytes = docx(&usual(tag), None);
        let (parts, files) = (trees(&bytes), parts(&bytes));
        let mut styles = BTreeSet::new();
        parts["word/styles.xml"].walk(&mut |e| {
            styles.extend(e.attributes.get("w:styleId").cloned());
        });
        let relations = &parts["word/_rels/document.xml.rels"];
        let known: BTreeSet<_> = relations.children.iter().map(|r| r.attributes["Id"].clone()).collect();
        for relation in relations.children.iter().filter(|r| !r.attributes.contains_key("TargetMode")) {
            assert!(files.contains_key(&format!("word/{}", relation.attributes["Target"])));
        }
        let mut anchors = (BTreeSet::new(), BTreeSet::new());
        let mut pictures = 0;
        parts["word/document.xml"].walk(&mut |e| {
            if matches!(e.name.as_str(), "w:pStyle" | "w:rStyle" | "w:tblStyle") {
                assert!(styles.contains(&e.attributes["w:val"]), "style {}", e.attributes["w:val"]);
            }
            if let Some(id) = e.attributes.get("r:id") {
                assert!(known.contains(id), "relation {id}");
            }
            if let Some(id) = e.attributes.get("r:embed") {
                let picture = relations.children.iter().find(|r| r.attributes["Id"] == *id).unwrap();
                let drawn = &files[&format!("word/{}", picture.attributes["Target"])];
                let is_svg = e.name == "asvg:svgBlip";
                assert!(drawn.starts_with(if is_svg { b"<svg" } else { b"\x89PNG" }) && drawn.len() > 2_000);
                pictures += 1;
            }
            if e.name == "wp:docPr" {
                assert!(e.attributes["descr"].len() > 20, "a picture says what it shows");
            }
            anchors.0.extend(e.attributes.get("w:anchor").cloned());
            anchors.1.extend(e.attributes.get("w:name").cloned());
        });
        assert_eq!(pictures, files.keys().filter(|name| name.starts_with("word/media/")).count());
        assert!(pictures > 0, "the chart is a picture");
        assert!(!anchors.0.is_empty() && anchors.0 == anchors.1, "{anchors:?}");
        let types = &parts["[Content_Types].xml"].children;
        let named: BTreeSet<_> = types.iter().filter_map(|t| t.attributes.get("PartName")).collect();
        for name in parts.keys().filter(|n| !n.ends_with(".rels") && !n.starts_with('[')) {
            assert!(named.contains(&format!("/{name}")), "{name} has a type");
        }
    }
}

/// The children of some elements stand in the order of the schema (ISO/IEC 29500-1, annex A); others are free.
const ORDERS: &[(&str, &str)] = &[
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc \
         outlineLvl rPr sectPr",
    ),
    ("w:rPr", "rStyle rFonts b bCs i iCs color sz szCs u shd rtl cs lang"),
    ("w:tblPr", "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"),
    ("w:tcPr", "tcW gridSpan tcBorders shd vAlign"),
    ("w:sectPr", "headerReference footerReference type pgSz pgMar titlePg bidi"),
    ("w:tbl", "tblPr tblGrid tr"),
    ("w:style", "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr"),
];

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    for seed in 0..6 {
        for (name, part) in trees(&docx(&sample::plan(seed, 400), None)) {
            part.walk(&mut |e| {
                let Some((_, order)) = ORDERS.iter().find(|(parent, _)| *parent == e.name) else { return };
                let order: Vec<_> = order.split_whitespace().collect();
                let places = e.children.iter().map(|c| {
                    let place = order.iter().position(|o| c.name.strip_prefix("w:") == Some(o));
                    place.unwrap_or_else(|| panic!("{name}: {} in {}", c.name, e.name))
                });
                assert!(places.is_sorted(), "{name}: order in {}", e.name);
            });
        }
    }
}

#[test]
fn every_cell_has_a_paragraph_and_every_row_fills_its_table() {
    for seed in 0..6 {
        let document = trees(&docx(&sample::plan(seed, 400), None)).remove("word/document.xml").unwrap();
        document.walk(&mut |e| {
            if e.name == "w:tc" {
                assert_eq!(e.children.last().unwrap().name, "w:p");
            }
            if e.name == "w:tbl" {
                let columns = e.child("w:tblGrid").unwrap().children.len();
                for row in e.children.iter().filter(|c| c.name == "w:tr") {
                    let cells = row.children.iter().filter(|c| c.name == "w:tc");
                    let span =
                        |c: &Tree| c.child("w:tcPr")?.child("w:gridSpan")?.attributes["w:val"].parse().ok();
                    assert_eq!(cells.map(|c| span(c).unwrap_or(1)).sum::<usize>(), columns);
                }
            }
        });
        let body = &document.children[0].children;
        assert!(body.windows(2).all(|w| w[0].name != "w:tbl" || w[1].name == "w:p"), "tables stand apart");
        assert_eq!(body.last().unwrap().name, "w:sectPr");
    }
}

#[test]
fn hostile_text_is_only_text() {
    let parts = trees(&docx(&hostile_plan(HOSTILE), None));
    let text = squeezed(&written(&parts["word/document.xml"]));
    let times = text.matches(&squeezed(HOSTILE)).count();
    assert!(times >= 20, "verbatim {times} times");
    let controls = "\0a\u{1}b\u{b}c\u{1b}d\u{fffe}e\u{ffff}f\u{202e}g\r\nh\ti";
    let parts = trees(&docx(&hostile_plan(controls), None));
    assert!(written(&parts["word/document.xml"]).contains("abcdefg\nh\ti"));
    assert_eq!(parts["docProps/core.xml"].children[0].text, "abcdefg h i");
}

#[test]
fn text_of_every_script_is_whole_and_says_its_language() {
    for (tag, sentence) in SENTENCES {
        let document = trees(&docx(&usual(tag), None)).remove("word/document.xml").unwrap();
        assert!(written(&document).contains(sentence), "{tag}");
        let mut tagged = 0;
        document.walk(&mut |e| {
            let says = |name| e.attributes.get(name).is_some_and(|v| v.split('-').next() == Some(tag));
            tagged += usize::from(e.name == "w:lang" && says("w:val") && says("w:bidi"));
        });
        assert!(tagged > 10, "{tag}: {tagged} runs");
    }
}

#[test]
fn what_runs_from_right_to_left_says_so() {
    let check = |only: Option<&str>, whole: bool| {
        let document = trees(&docx(&usual("fa"), only)).remove("word/document.xml").unwrap();
        let count = |name: &str| {
            let mut n = 0;
            document.walk(&mut |e| n += usize::from(e.name == name));
            n
        };
        assert_eq!(count("w:bidiVisual") == count("w:tbl"), whole, "{only:?}: tables");
        assert!(count("w:bidi") > 10 && count("w:rtl") > 10, "{only:?}: paragraphs and runs");
        document.walk(&mut |e| {
            if e.name == "w:sectPr" {
                assert_eq!(e.child("w:bidi").is_some(), whole, "{only:?}: sections");
            }
        });
    };
    check(None, false);
    check(Some("fa"), true);
}

#[test]
fn headings_fields_and_heads_of_tables_are_real() {
    let parts = trees(&docx(&usual("ne"), None));
    let count = |name: &str, value: &str| {
        let mut n = 0;
        parts["word/document.xml"].walk(&mut |e| {
            n += usize::from(
                e.name == name && (value.is_empty() || e.attributes.values().any(|v| v == value)),
            );
        });
        n
    };
    assert_eq!(count("w:pStyle", "Heading1"), 11);
    assert_eq!(count("w:pStyle", "TOC1"), 11);
    assert_eq!(count("w:pStyle", "Title"), 1);
    assert_eq!(count("w:tblStyle", "PlanTable"), count("w:tblHeader", ""));
    assert_eq!(count("w:pgSz", "landscape"), 1, "the three wide sections follow each other");
    for kind in ["begin", "separate", "end"] {
        assert_eq!(count("w:fldChar", kind), 1);
    }
    let mut fields = Vec::new();
    parts["word/footer1.xml"].walk(&mut |e| fields.extend(e.attributes.get("w:instr").cloned()));
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    let core = &parts["docProps/core.xml"].children;
    let core: Vec<_> = core.iter().take(4).map(|e| e.text.as_str()).collect();
    let title = "Dhaka weaving in Palpa: from single looms to a common brand";
    assert_eq!(core, [title, "Sita Gurung; Bikash Rai", "en", "2017-08-09T00:00:00Z"]);
}

#[test]
fn parts_carry_no_time() {
    let bytes = docx(&usual("ne"), None);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for i in 0..zip.len() {
        let file = zip.by_index(i).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{:?}", file.name());
    }
    assert!(parts(&bytes).keys().next().unwrap().starts_with('['));
}

#[test]
fn an_office_program_reads_the_same_text() {
    for (tag, only) in [("ne", None), ("fa", Some("fa"))] {
        let plan = usual(tag);
        let Some(read) = office_text(&docx(&plan, only), "docx") else { return };
        let read = squeezed(&read);
        let document = trees(&docx(&plan, only)).remove("word/document.xml").unwrap();
        for word in written(&document).split_whitespace().filter(|w| w.is_ascii()) {
            assert!(read.contains(word), "{tag}: {word}");
        }
    }
}

#[test]
fn an_office_program_reads_the_text_of_the_examples() {
    // A tree of cards, four scripts, one of them from right to left.
    for country in ["nepal", "iran", "laos", "myanmar"] {
        let (name, plan) = examples().into_iter().find(|(name, _)| name.starts_with(country)).unwrap();
        let bytes = docx(&plan, None);
        let Some(read) = office_text(&bytes, "docx") else { return };
        let read = squeezed(&read);
        let document = trees(&bytes).remove("word/document.xml").unwrap();
        let written = written(&document);
        let words: Vec<_> = written.split_whitespace().collect();
        assert!(words.len() > 1500, "{name}: {} words", words.len());
        for word in words {
            assert!(read.contains(word), "{name}: {word}");
        }
    }
}

/// Words as paths: sharp in print, whatever fonts the reader has.
#[test]
fn drawings_are_there_as_vectors_that_need_no_font() {
    let (_, plan) = examples().into_iter().find(|(name, _)| name.starts_with("nepal")).unwrap();
    let files = parts(&docx(&plan, None));
    let pictures: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".svg")).collect();
    assert_eq!(pictures.len(), 3, "two trees and the chart");
    for (name, bytes) in pictures {
        let svg = super::super::tests::office::tree(std::str::from_utf8(bytes).unwrap());
        assert!(svg.children.len() > 60 && svg.children.iter().all(|path| path.name == "path"), "{name}");
        // Cards, bars and letters stand within the sheet.
        let sheet: Vec<f64> = svg.attributes["viewBox"].split(' ').map(|n| n.parse().unwrap()).collect();
        for path in &svg.children {
            let numbers = path.attributes["d"].split(|c: char| c.is_ascii_alphabetic() || c == ' ');
            let numbers: Vec<f64> = numbers.filter(|n| !n.is_empty()).map(|n| n.parse().unwrap()).collect();
            let inside = numbers
                .chunks(2)
                .all(|p| p[0] > -2.0 && p[0] < sheet[2] + 2.0 && p[1] > -2.0 && p[1] < sheet[3] + 2.0);
            assert!(inside, "{name}: {:?}", path.attributes["d"]);
        }
    }
}

/// The rows of the tables whose first heading is this, each as whether all its paragraphs stay with what follows.
fn kept(document: &Tree, head: &str) -> Vec<bool> {
    let mut rows = Vec::new();
    document.walk(&mut |table| {
        let is_row = |t: &&Tree| t.name == "w:tr";
        if table.name == "w:tbl"
            && table.children.iter().find(is_row).is_some_and(|row| written(row).trim().starts_with(head))
        {
            for row in table.children.iter().filter(is_row) {
                let (mut all, mut kept) = (0, 0);
                row.walk(&mut |e| {
                    all += usize::from(e.name == "w:pPr");
                    kept += usize::from(e.name == "w:keepNext");
                });
                rows.push(kept > 0 && kept + 3 > all);
            }
        }
    });
    rows
}

#[test]
fn short_tables_stay_whole_and_long_ones_leave_no_row_alone() {
    let (_, plan) = examples().into_iter().find(|(name, _)| name.starts_with("nepal")).unwrap();
    let parts = trees(&docx(&plan, None));
    let document = &parts["word/document.xml"];
    assert_eq!(kept(document, "Stakeholder"), [true, true, true, true, true, false], "heading and five rows");
    let budget = kept(document, "Item");
    assert!(budget.len() > 20 && budget[..3].iter().all(|kept| *kept), "{budget:?}");
    assert!(
        budget.iter().filter(|kept| !**kept).count() > 8,
        "a long table goes on over the page: {budget:?}"
    );
    let end = &budget[budget.len() - 3..];
    assert_eq!(end, [true, true, false], "the totals stay with the last line");
    // The matrix begins a page, as in the PDF.
    let mut begins = Vec::new();
    document.walk(&mut |e| {
        if e.name == "w:p" && e.children.iter().any(|p| p.child("w:pageBreakBefore").is_some()) {
            begins.push(written(e).trim().to_owned());
        }
    });
    assert!(begins.contains(&"Project design matrix".to_owned()), "{begins:?}");
    // Those who sign find each other on one page: only the last places let the page end.
    let mut signing = Vec::new();
    document.walk(&mut |e| {
        if e.name == "w:pPr"
            && e.child("w:pStyle").is_some_and(|style| style.attributes["w:val"] == "SignHere")
        {
            signing.push(e.child("w:keepNext").is_some());
        }
    });
    assert_eq!(signing, [true, true, false, false], "three of the team and the superior");
    // What ends a section of Word takes no room that could begin an empty page.
    document.walk(&mut |e| {
        if e.child("w:sectPr").is_some() && e.name == "w:pPr" {
            assert_eq!(e.child("w:pStyle").unwrap().attributes["w:val"], "Gap");
        }
    });
    let mut gap = None;
    parts["word/styles.xml"].walk(&mut |e| {
        if e.attributes.get("w:styleId").is_some_and(|id| id == "Gap") {
            gap = e.child("w:pPr").and_then(|p| {
                Some((
                    p.child("w:spacing")?.attributes["w:line"].clone(),
                    p.child("w:contextualSpacing").is_some(),
                ))
            });
        }
    });
    assert_eq!(gap, Some(("20".to_owned(), true)));
}
