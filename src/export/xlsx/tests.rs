//! Tests of the workbook: strict parts, text that stays text, formulas that give what the program says.

use super::book::LONGEST_TEXT;
use crate::{
    export::{
        ExportNote, Exported, Format, Options, Source, export,
        tests::{
            HOSTILE,
            fixture::{day, id, lang, table, usual, voice, with_source},
            hostile_plan,
            office::{Tree, office_convert, parts, trees},
            paper::examples,
        },
    },
    plan::{
        BudgetLine, Context, Currency, Decimal, FundSource, Grouping, Identity, Plan, Rate, Table, Text,
        sample,
    },
};
use std::{collections::BTreeMap, io::Write as _, sync::Arc};

fn workbook(plan: &Plan, only: Option<&str>) -> Exported {
    let voice = voice("en");
    with_source(plan, &voice, |s| {
        let options = Options { lang: only.map(lang), ..s.options.clone() };
        export(&Source { options: &options, ..*s }, Format::Xlsx).unwrap()
    })
}

/// A cell as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq)]
struct Written {
    text: String,
    formula: Option<String>,
    style: usize,
}

/// The sheets of a workbook by name, each with its cells by place such as `B3`.
fn sheets(bytes: &[u8]) -> Vec<(String, BTreeMap<String, Written>)> {
    let parts = trees(bytes);
    let strings: Vec<String> = parts.get("xl/sharedStrings.xml").map_or(Vec::new(), |t| {
        t.children.iter().map(|si| si.child("t").map(|t| t.text.clone()).unwrap_or_default()).collect()
    });
    let names = parts["xl/workbook.xml"].child("sheets").unwrap().children.iter().enumerate();
    let sheet = |(i, name): (usize, &Tree)| {
        let mut cells = BTreeMap::new();
        parts[&format!("xl/worksheets/sheet{}.xml", i + 1)].walk(&mut |c| {
            if c.name == "c" {
                let value = c.child("v").map(|v| v.text.clone()).unwrap_or_default();
                let shared = c.attributes.get("t").is_some_and(|t| t == "s");
                let text = if shared { strings[value.parse::<usize>().unwrap()].clone() } else { value };
                let style = c.attributes.get("s").map_or(0, |s| s.parse().unwrap());
                let formula = c.child("f").map(|f| f.text.clone());
                cells.insert(c.attributes["r"].clone(), Written { text, formula, style });
            }
        });
        (name.attributes["name"].clone(), cells)
    };
    names.map(sheet).collect()
}

fn sheet(bytes: &[u8], name: &str) -> BTreeMap<String, Written> {
    let (_, cells) = sheets(bytes).into_iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}"));
    cells
}

#[test]
fn the_book_has_its_sheets_with_heads_that_stay_and_print() {
    let bytes = workbook(&usual("ne"), None).bytes;
    let names: Vec<_> = sheets(&bytes).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "Summary",
        "Project design matrix",
        "Indicators",
        "Plan of operation",
        "Budget",
        "By fiscal year",
        "Exchange rates",
        "Risks",
        "Co-operation",
        "Checks left open",
        "lists",
    ];
    assert_eq!(names, expected);
    let parts = trees(&bytes);
    for n in [3, 4, 5, 7, 8, 9] {
        let part = &parts[&format!("xl/worksheets/sheet{n}.xml")];
        let mut found = (false, false, false);
        part.walk(&mut |e| {
            found.0 |= e.name == "pane" && e.attributes["state"] == "frozen";
            found.1 |= e.name == "pageSetup" && e.attributes["fitToHeight"] == "0";
            found.2 |= e.name == "row" && e.attributes["r"] == "1" && e.attributes.contains_key("hidden");
        });
        assert_eq!(found, (true, true, true), "sheet {n}");
    }
    let core = &parts["docProps/core.xml"];
    assert_eq!(core.child("dcterms:created").unwrap().text, "2017-08-09T00:00:00Z");
    assert_eq!(
        core.child("dc:title").unwrap().text,
        "Dhaka weaving in Palpa: from single looms to a common brand"
    );
}

#[test]
fn entries_carry_their_identity_and_columns_their_names() {
    let plan = usual("fa");
    let bytes = workbook(&plan, None).bytes;
    let cells = sheet(&bytes, "Plan of operation");
    let key = |place: &str| cells[place].text.as_str();
    assert_eq!((key("A1"), key("D1"), key("E1")), ("activity.id", "activity.name@en", "activity.name@fa"));
    for activity in plan.activities.iter() {
        let id = activity.id.to_string();
        let row = cells.iter().find(|(place, c)| place.starts_with('A') && c.text == id).unwrap().0;
        let name = &cells[&row.replace('A', "D")].text;
        assert_eq!(name, activity.name.get(&lang("en")).raw());
    }
    // Outputs stand between them but are no activities.
    assert_eq!((key("A3"), key("B3")), ("-000000000001", "whole"));
}

#[test]
fn hostile_text_is_only_text() {
    for text in [HOSTILE, "=cmd|' /C calc'!A0", "@SUM(A1)", "-1+1", "+1", "_x0041_", "http://a.b"] {
        let bytes = workbook(&hostile_plan(text), None).bytes;
        let styles = trees(&bytes).remove("xl/styles.xml").unwrap();
        let prefixed: Vec<_> = styles
            .child("cellXfs")
            .unwrap()
            .children
            .iter()
            .map(|x| x.attributes.contains_key("quotePrefix"))
            .collect();
        let mut times = 0;
        for (name, cells) in sheets(&bytes) {
            for (place, cell) in cells {
                let escaped = text.replace("_x0041_", "_x005F_x0041_");
                if cell.text == escaped {
                    times += 1;
                    assert!(prefixed[cell.style], "{name} {place}");
                }
                let formula = cell.formula.unwrap_or_default();
                assert!(
                    !formula.contains("calc") && !formula.contains("SUM(A1)"),
                    "{name} {place}: {formula}"
                );
            }
        }
        assert!(times >= 20, "{text:?} {times} times");
        assert!(!parts(&bytes).keys().any(|n| n.contains("externalLink") || n.contains("sheet1.xml.rels")));
    }
}

#[test]
fn text_longer_than_a_cell_is_cut_and_told() {
    let plan = hostile_plan(&"ක්\u{200d}ර ".repeat(8000));
    let exported = workbook(&plan, None);
    assert!(
        matches!(exported.notes.as_slice(), [ExportNote::CutCells(n)] if *n > 10),
        "{:?}",
        exported.notes
    );
    let units = |c: &Written| c.text.encode_utf16().count();
    let longest = sheets(&exported.bytes).iter().flat_map(|(_, cells)| cells.values().map(units)).max();
    assert!(longest.is_some_and(|n| (LONGEST_TEXT - 10..=LONGEST_TEXT).contains(&n)), "{longest:?}");
    assert_eq!(workbook(&usual("ne"), None).notes, []);
}

#[test]
fn layout_follows_the_language() {
    let check = |only: Option<&str>, rtl: bool| {
        for (name, part) in trees(&workbook(&usual("fa"), only).bytes) {
            part.walk(&mut |e| {
                if e.name == "sheetView" {
                    let turned = e.attributes.contains_key("rightToLeft");
                    assert!(turned == rtl, "{name} {only:?}");
                }
            });
        }
    };
    check(None, false);
    check(Some("fa"), true);
}

#[test]
fn choices_come_from_lists_that_exist() {
    let parts = trees(&workbook(&usual("ne"), None).bytes);
    let names = parts["xl/workbook.xml"].child("definedNames").unwrap();
    let names: Vec<_> = names.children.iter().map(|n| n.attributes["name"].clone()).collect();
    let mut used = 0;
    for (name, part) in &parts {
        part.walk(&mut |e| {
            if e.name == "dataValidation" && e.attributes["type"] == "list" {
                used += 1;
                let list = &e.child("formula1").unwrap().text;
                assert!(names.contains(list), "{name}: {list}");
            }
        });
    }
    assert_eq!(used, 5);
}

/// Several currencies, both directions of a rate, sources of every kind and none.
fn costly() -> Plan {
    let line = |n: u64, cost: &str, code: Option<&str>, source: Option<FundSource>| BudgetLine {
        item: Text::english(&format!("Item {n}")),
        quantity: (!n.is_multiple_of(3)).then(|| Decimal::from(n)),
        unit_cost: cost.parse().ok(),
        currency: code.and_then(Currency::new),
        source,
        ..BudgetLine::new(id(n))
    };
    let rate = |n, from: &str, to: &str, rate: &str, on: &str| Rate {
        from: Currency::new(from),
        to: Currency::new(to),
        rate: rate.parse().ok(),
        on: Some(day(on)),
        ..Rate::new(id(n))
    };
    let sources = FundSource::ALL.iter().copied().map(Some).chain([None]);
    let codes = [None, Some("USD"), Some("IDR"), Some("NPR")];
    let lines = (1..).zip(sources.cycle().zip(codes.iter().cycle())).take(25);
    let lines = lines.map(|(n, (source, code))| line(n, &format!("{}.{n}", n * 731), *code, source));
    let identity = Identity { currency: Currency::new("NPR"), ..Identity::default() };
    Plan {
        identity: Arc::new(identity),
        budget: table(lines.chain([line(90, "", None, None)])),
        rates: table([
            rate(1, "USD", "NPR", "101.5", "2017-01-01"),
            rate(2, "USD", "NPR", "103.25", "2017-08-01"),
            rate(3, "NPR", "IDR", "130.4", "2017-08-01"),
        ]),
        ..Plan::new(id(1))
    }
}

/// The same workbook without the results of its formulas, so that whoever opens it must calculate.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts(bytes) {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let mut text = String::new();
        for (i, piece) in String::from_utf8(bytes).unwrap().split("</f>").enumerate() {
            let piece = if i == 0 { piece } else { piece.split_once("</v>").map_or(piece, |(_, rest)| rest) };
            text.push_str(if i == 0 { "" } else { "</f>" });
            text.push_str(piece);
        }
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn formulas_give_what_the_program_says() {
    let plan = costly();
    let bytes = workbook(&plan, None).bytes;
    let derived = crate::analysis::Derived::new(&plan);
    let whole = f64::try_from(derived.totals.converted.unwrap().amount).unwrap();
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    let result = |c: &Written| c.formula.as_ref().and_then(|_| c.text.parse::<f64>().ok());
    let cells = sheet(&bytes, "Budget");
    assert!(cells.values().filter_map(result).any(|v| close(v, whole)), "the whole is in the file");

    for (name, least) in [("Budget", 60), ("By fiscal year", 6)] {
        let Some(compared) = recalculated(&bytes, name) else { return };
        assert!(compared >= least, "{compared} formulas in {name}");
    }
}

/// The number formats of a workbook by the style of a cell.
fn number_formats(bytes: &[u8]) -> Vec<String> {
    let styles = &trees(bytes)["xl/styles.xml"];
    let own: BTreeMap<String, String> = styles.child("numFmts").map_or_else(BTreeMap::new, |all| {
        let pair = |f: &Tree| (f.attributes["numFmtId"].clone(), f.attributes["formatCode"].clone());
        all.children.iter().map(pair).collect()
    });
    let format = |xf: &Tree| {
        let id = &xf.attributes["numFmtId"];
        // The one that every spreadsheet has under this number (ECMA-376, 18.8.30).
        own.get(id).cloned().unwrap_or_else(|| if id == "4" { "#,##0.00".into() } else { id.clone() })
    };
    styles.child("cellXfs").unwrap().children.iter().map(format).collect()
}

#[test]
fn amounts_are_grouped_as_the_plan_asks() {
    const LAKH: &str = "[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00";
    for (grouping, format, shown) in
        [(Grouping::Thousands, "#,##0.00", "12,345,678.00"), (Grouping::Lakh, LAKH, "1,23,45,678.00")]
    {
        let mut plan = usual("ne");
        Arc::make_mut(&mut plan.identity).grouping = Some(grouping);
        let lines = plan.budget.iter().enumerate().map(|(i, line)| BudgetLine {
            quantity: Some(Decimal::ONE),
            unit_cost: Some(Decimal::from(if i == 0 { 12_345_678 } else { 1 })),
            ..line.clone()
        });
        plan.budget = Table::from_rows(lines.collect::<Vec<_>>()).0;
        let bytes = workbook(&plan, None).bytes;
        let formats = number_formats(&bytes);
        for name in ["Budget", "By fiscal year"] {
            let is_amount = |c: &Written| c.text == "12345678";
            let amounts: Vec<_> = sheet(&bytes, name).into_values().filter(is_amount).collect();
            assert!(!amounts.is_empty(), "{name}");
            assert!(amounts.iter().all(|c| formats[c.style] == format), "{name}: {formats:?}");
        }
        // Whole amounts stand without decimals, by a rule over every column of amounts.
        let parts = trees(&bytes);
        let without = format.replace(".00", "");
        let mut rules = 0;
        parts["xl/styles.xml"].child("dxfs").unwrap().walk(&mut |f| {
            rules += usize::from(f.attributes.get("formatCode").is_some_and(|code| *code == without));
        });
        assert!(rules > 0, "{without}");
        for name in ["Budget", "By fiscal year", "Summary"] {
            let at = sheets(&bytes).iter().position(|(n, _)| n == name).unwrap() + 1;
            let mut formulas = Vec::new();
            parts[&format!("xl/worksheets/sheet{at}.xml")].walk(&mut |e| {
                formulas.extend((e.name == "formula").then(|| e.text.clone()));
            });
            assert!(formulas.iter().any(|f| f.contains("=INT(")), "{name}: {formulas:?}");
        }
        // What an office program makes of it; a text of it has the form of the cell alone.
        let place = sheets(&bytes).iter().position(|(n, _)| n == "By fiscal year").unwrap() + 1;
        let csv = format!("csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,true,false,false,{place}");
        if let Some(read) = office_convert(&bytes, "xlsx", &csv) {
            let read = String::from_utf8(read).unwrap();
            assert!(read.contains(shown), "{read}");
        }
    }
}

/// Lets LibreOffice calculate a sheet anew and compares every result with the one in the file; says how many there were.
fn recalculated(bytes: &[u8], name: &str) -> Option<usize> {
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    let place = sheets(bytes).iter().position(|(n, _)| n == name).unwrap();
    let csv =
        format!("csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,{}", place + 1);
    let read = String::from_utf8(office_convert(&without_results(bytes), "xlsx", &csv)?).unwrap();
    let rows: Vec<Vec<&str>> =
        read.lines().map(|l| l.split('\t').map(|c| c.trim_matches('"')).collect()).collect();
    let mut compared = 0;
    for (place, cell) in sheet(bytes, name) {
        if cell.formula.is_none() {
            continue;
        }
        let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
        let col = letters.bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1) - 1;
        let row: usize = place[letters.len()..].parse().unwrap();
        let there = rows[row - 1][col];
        match cell.text.parse::<f64>() {
            Ok(here) => {
                let there = there.parse::<f64>().unwrap_or_else(|_| panic!("{place}: {there:?} for {here}"));
                assert!(close(there, here), "{place}: {there} for {here}");
                compared += 1;
            }
            Err(_) => assert_eq!(there, "", "{place}"),
        }
    }
    Some(compared)
}

/// The whole of the worked examples too, as LibreOffice adds it up.
#[test]
fn the_years_of_an_example_add_up_in_an_office_program() {
    let (_, plan) = examples().into_iter().find(|(name, _)| name.starts_with("nepal")).unwrap();
    let bytes = workbook(&plan, None).bytes;
    for name in ["Budget", "By fiscal year"] {
        let Some(compared) = recalculated(&bytes, name) else { return };
        assert!(compared > 1, "{compared} formulas in {name}");
    }
}

#[test]
fn any_plan_gives_strict_parts() {
    for seed in 0..6 {
        let bytes = workbook(&sample::plan(seed, 400), None).bytes;
        assert!(trees(&bytes).len() > 12);
    }
    let late = Plan {
        context: Arc::new(Context::default()),
        identity: Arc::new(Identity { start: Some(day("1815-01-01")), ..Identity::default() }),
        ..usual("lo")
    };
    assert!(!sheets(&workbook(&late, None).bytes).is_empty());
}

#[test]
fn worksheets_have_sheets_of_their_own_where_there_are_some() {
    use crate::plan::{Cluster, CreditCase, CreditMethod, Instrument, Key, OvopSheet, Rating, Score};
    let hostile = Text::english("=1+1");
    let kur = CreditCase {
        name: Text::english("Cane and tools"),
        scheme: Key::new("kur-micro-2017"),
        amount: Some(25_000_000.into()),
        annual_rate_percent: Some(9.into()),
        months: Some(36),
        currency: Currency::new("IDR"),
        ..CreditCase::new(id(1))
    };
    let flat = CreditCase { method: Some(CreditMethod::Flat), ..CreditCase { id: id(2), ..kur.clone() } };
    let empty = CreditCase::new(id(3));
    let score = Score { criterion: Key::new("local-material"), step: Rating::new(3), ..Score::default() };
    let other = Score { criterion: Key::new("taste"), note: "=2+2".into(), ..Score::default() };
    let plan = Plan {
        credits: table([kur, flat, empty]),
        ovop: table([
            OvopSheet { product: hostile.clone(), scores: vec![score, other], ..OvopSheet::new(id(1)) },
            OvopSheet::new(id(2)),
        ]),
        clusters: table([Cluster {
            name: hostile.clone(),
            workers: Some(2350.into()),
            ..Cluster::new(id(1))
        }]),
        instruments: table([Instrument { proposal: hostile, ..Instrument::new(id(1)) }]),
        ..usual("en")
    };
    let bytes = workbook(&plan, None).bytes;
    let texts = |name: &str| sheet(&bytes, name).into_values().map(|c| c.text).collect::<Vec<_>>();
    let has = |name: &str, text: &str| assert!(texts(name).iter().any(|t| t == text), "{name}: {text}");
    has("Products", "Main raw material is local");
    has("Products", "all of it");
    has("Products", "taste");
    has("Products", "=2+2");
    has("Clusters", "2350");
    has("Policy instruments", "=1+1");
    has("Credits", "KUR micro, Indonesia, 2017");
    let counted: Vec<Written> =
        sheet(&bytes, "Credits").into_values().filter(|c| c.formula.is_some()).collect();
    let told: Vec<&str> = counted.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(told, ["794993", "881944", ""]);
    assert!(counted[0].formula.as_ref().unwrap().contains("PMT("));
    for name in ["Products", "Clusters", "Policy instruments"] {
        assert!(sheet(&bytes, name).values().all(|c| c.formula.is_none()), "{name}");
    }
}
