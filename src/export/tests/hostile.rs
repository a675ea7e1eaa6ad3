//! A plan whose every text is hostile goes through every format: files are valid, the text is verbatim or visibly cleaned,
//! nothing is read or run.

use super::{
    fixture::{id, lang, table, usual, voice, with_source},
    office::{Tree, tree, trees},
    paper::poppler,
    squeezed,
};
use crate::{
    export::{Format, export, file_name, pdf, safe_file_name, xml::clean},
    plan::form::{Form, Value},
    plan::*,
};
use std::sync::Arc;

/// What somebody may write who means no good, in one format or another.
const TEXTS: &[&str] = &[
    super::HOSTILE,
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "x]]><!--><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
    "\u{0}\u{b}\u{1b}[31mred\u{7}\u{ffff}\u{fffe}\u{feff}end",
    "\u{202e}fdp.exe\u{2066}\u{2069}\u{200f}back",
    "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR;x,y\\n",
    "../../etc/passwd\\..\\CON",
    "CON",
    "| a | b |\n|---|---|\n# heading [link](javascript:alert(1)) ![x](http://x/y.png)",
    "{{7*7}} ${7*7} #{7*7} %00 %n%n%n",
];

fn spoiled<R: Record>(record: &R, text: &str) -> R {
    let mut record = record.clone();
    let both = Text::english(text).with(&lang("ne"), UserText::new(text));
    for form in R::forms() {
        let change = match form.form {
            Form::Text => R::text_change(form.field, both.clone()),
            Form::Words => R::value_change(form.field, &Value::Words(text.to_owned().into())),
            _ => None,
        };
        change.into_iter().for_each(|change| record.set(change));
    }
    record
}

fn spoiled_rows<R: Row>(table: &Table<R>, text: &str) -> Table<R> {
    let first = R::new(id(99));
    let rows = table.iter().chain(table.is_empty().then_some(&first));
    Table::from_rows(rows.map(|row| spoiled(row, text)).collect::<Vec<_>>()).0
}

/// A plan with rows in every table, whose every text is this one.
fn plan_of(text: &str) -> Plan {
    macro_rules! spoil {
        ($plan:ident: $($once:ident)*; $($table:ident)*) => {{
            // A table that is not named here does not compile.
            let Plan { id, $($once,)* $($table,)* } = $plan;
            Plan {
                id,
                $($once: Arc::new(spoiled(&*$once, text)),)*
                $($table: spoiled_rows(&$table, text),)*
            }
        }};
    }
    let mut plan = usual("ne");
    // Cards that are drawn: a core problem, chosen, and a cause.
    let core = Card { kind: Some(CardKind::Core), chosen: true, ..Card::new(id(31)) };
    plan.cards = table([core, Card { parent: Some(id(31)), ..Card::new(id(32)) }]);
    spoil! {
        plan: identity context matrix;
        team key_figures lessons stakeholders cards strategies outputs indicators assumptions preconditions inputs activities
        budget rates risks cooperation judgements ovop clusters credits instruments reports criteria comments silenced choices
    }
}

fn made(plan: &Plan, format: Format) -> Vec<u8> {
    let voice = voice("en");
    with_source(plan, &voice, |s| export(s, format).unwrap_or_else(|e| panic!("{format:?}: {e}")).bytes)
}

/// What is left of a text when a plan took it in.
fn kept(text: &str) -> String {
    UserText::new(text).raw().to_owned()
}

fn all_text(tree: &Tree) -> String {
    let mut all = String::new();
    tree.walk(&mut |e| all.push_str(&e.text));
    all
}

#[test]
fn office_files_are_strict_xml_with_the_text_as_text() {
    for text in TEXTS {
        let plan = plan_of(text);
        let wanted = squeezed(&clean(&kept(text)));
        for format in [Format::Docx, Format::Xlsx] {
            let bytes = made(&plan, format);
            let parts = trees(&bytes);
            let all = parts.values().map(all_text).collect::<Vec<_>>().concat();
            let all = squeezed(&all);
            assert!(all.contains(&wanted), "{format:?} {text:?}");
            assert!(
                !parts.keys().any(|name| name.contains("externalLink") || name.contains("vba")),
                "{format:?}"
            );
        }
    }
}

#[test]
fn other_xml_is_strict_with_the_text_as_text() {
    for text in TEXTS {
        let plan = plan_of(text);
        for format in [Format::MsProject, Format::Iati] {
            let xml = String::from_utf8(made(&plan, format)).unwrap();
            let document =
                roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{format:?} {text:?}: {e}"));
            let wanted = squeezed(&clean(&kept(text)));
            let whole = |n: &roxmltree::Node<'_, '_>| n.text().is_some_and(|t| squeezed(t).contains(&wanted));
            let times = document.descendants().filter(|n| n.is_element() && whole(n)).count();
            assert!(times >= 5, "{format:?} {text:?}: {times} times");
            assert!(!xml.contains("<!DOCTYPE") && !xml.contains("<!ENTITY"), "{format:?}");
        }
    }
}

#[test]
fn the_web_page_runs_and_loads_nothing() {
    for text in TEXTS {
        let page = String::from_utf8(made(&plan_of(text), Format::Html)).unwrap().to_lowercase();
        for tag in ["<script", "<img", "<iframe", "<object", "<link", "javascript:alert(1)\"", "<!entity"] {
            assert!(!page.contains(tag), "{tag} from {text:?}");
        }
        assert!(page.contains("default-src &apos;none&apos;"));
    }
}

#[test]
fn json_keeps_every_sign() {
    for text in TEXTS {
        let json: serde_json::Value = serde_json::from_slice(&made(&plan_of(text), Format::Json)).unwrap();
        let kept = kept(text);
        assert_eq!(json["context"]["problem"]["en"].as_str().unwrap_or_default(), kept, "{text:?}");
        assert_eq!(json["comments"][0]["text"].as_str().unwrap_or_default(), kept, "{text:?}");
    }
}

#[test]
fn calendars_tables_and_mails_are_in_form() {
    for text in TEXTS {
        let plan = plan_of(text);
        let ics = made(&plan, Format::Ics);
        let calendars: Vec<_> = ical::IcalParser::new(ics.as_slice()).collect();
        assert_eq!(calendars.len(), 1, "{text:?}");
        assert!(calendars[0].as_ref().is_ok_and(|c| c.events.len() > 3), "{text:?}");
        assert!(ics.split(|b| *b == b'\n').all(|line| line.len() <= 76), "{text:?}");
        for format in [Format::Csv, Format::BudgetCsv] {
            let book = crate::import::Book::read(&made(&plan, format)).unwrap();
            let rows = &book.sheets[0].rows;
            let expected = if format == Format::Csv { plan.activities.len() } else { plan.budget.len() };
            assert_eq!(rows.len(), expected + 1, "{format:?} {text:?}");
        }
        let mail = String::from_utf8(made(&plan, Format::Markdown)).unwrap();
        // What is left when every sign that was taken out of its meaning is gone.
        let bare = mail.replace("\\\\", "").replace("\\<", "").replace("\\[", "").replace("\\]", "");
        assert!(!bare.contains("](") && !bare.contains("<script") && !bare.contains("!["), "{text:?}");
    }
}

#[test]
fn pages_hold_the_text_and_read_nothing() {
    let voice = voice("en");
    // Every text at once, to lay the pages out once.
    let all = TEXTS.join(" ");
    let plan = plan_of(&all);
    with_source(&plan, &voice, |s| {
        let drawn = squeezed(&pdf::drawn(s).drawn.concat());
        assert!(drawn.contains(&squeezed(super::HOSTILE)));
        assert!(!drawn.contains("root:x:0"));
        let (briefs, drawn) = pdf::briefs(s).unwrap();
        assert_eq!(drawn.pages, briefs.pages.len());
        assert!(briefs.pages.iter().any(|brief| brief.shortened));
    });
}

/// Names that one system or another keeps for itself, or takes apart.
const NAMES: &[&str] = &[
    "NUL",
    "com1",
    "lpt9.txt",
    "aux ",
    "..",
    ".",
    "-rf",
    "~",
    "a.",
    "a/",
    "\\\\server\\share",
    "C:",
    "x:stream",
    " \t\n",
];

#[test]
fn names_of_files_are_safe_on_every_system() {
    for text in TEXTS.iter().chain(NAMES) {
        let plan = plan_of(text);
        for format in Format::ALL {
            let name = file_name(&plan, *format);
            let stem = name.split(['.', '-']).next().unwrap_or_default().trim().to_ascii_uppercase();
            assert!(!is_reserved(&stem), "{name:?}");
            assert!(name.len() <= 230 && name.ends_with(format.suffix()), "{name:?}");
            let bad = |c: char| {
                c.is_control() || "/\\:*?\"<>|".contains(c) || ('\u{202a}'..='\u{202e}').contains(&c)
            };
            assert!(!name.contains(bad) && !name.starts_with(['.', '-', ' ']), "{name:?}");
        }
        assert_eq!(safe_file_name(&safe_file_name(text)), safe_file_name(text));
    }
}

/// Names of devices of Windows.
fn is_reserved(stem: &str) -> bool {
    let numbered = |name: &str| {
        stem.strip_prefix(name).is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
    };
    ["CON", "NUL", "AUX", "PRN", ""].contains(&stem) || numbered("COM") || numbered("LPT")
}

/// Whether a file can be read by whoever knows its format. A format that is not named here does not compile.
fn is_valid(format: Format, bytes: &[u8]) {
    let text = || std::str::from_utf8(bytes).unwrap();
    match format {
        Format::Pdf | Format::Brief | Format::Slides | Format::Handout | Format::Jury => {
            assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"), "{format:?}");
            for action in [
                "/JavaScript",
                "/Launch",
                "/EmbeddedFile",
                "/GoToR",
                "/SubmitForm",
                "/URI (file",
                "/URI(file",
            ] {
                let there = bytes.windows(action.len()).any(|part| part == action.as_bytes());
                assert!(!there, "{format:?}: {action}");
            }
            if let Some(info) = poppler("pdfinfo", &[], bytes) {
                let says =
                    |key: &str, end: &str| info.lines().any(|l| l.starts_with(key) && l.ends_with(end));
                assert!(says("JavaScript:", "no") && says("Form:", "none"), "{format:?}: {info}");
            }
        }
        Format::Docx | Format::Xlsx => assert!(trees(bytes).len() > 8, "{format:?}"),
        Format::Html => {
            tree(text().strip_prefix("<!DOCTYPE html>").unwrap());
        }
        Format::Ics => assert!(ical::IcalParser::new(bytes).all(|c| c.is_ok())),
        Format::Csv | Format::BudgetCsv => assert!(crate::import::Book::read(bytes).is_ok(), "{format:?}"),
        Format::Markdown => assert!(text().starts_with("# ")),
        Format::MsProject | Format::Iati => {
            roxmltree::Document::parse(text()).unwrap();
        }
        Format::Json => {
            serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
        }
    }
}

#[test]
fn every_format_is_valid_with_every_hostile_text_at_once() {
    let plan = plan_of(&TEXTS.join("\n"));
    for format in Format::ALL {
        is_valid(*format, &made(&plan, *format));
    }
}

#[test]
fn a_line_of_a_megabyte_goes_through_every_format() {
    let plan = usual("ne");
    let mut context = Context::clone(&plan.context);
    context.problem = Text::english(&"weaving =1+1 <b> ".repeat(62_000));
    assert!(context.problem.get(&Lang::english()).raw().len() > 1_000_000);
    let mut cards = vec![Card { kind: Some(CardKind::Core), ..Card::new(id(31)) }];
    cards[0].problem = context.problem.clone();
    let plan = Plan { context: Arc::new(context), cards: table(cards), ..plan };
    // The whole plan as PDF has a test of its own: it may take too long, and says so.
    for format in Format::ALL.iter().filter(|f| !matches!(f, Format::Pdf)) {
        let begun = std::time::Instant::now();
        is_valid(*format, &made(&plan, *format));
        println!("{format:?}: {:?}", begun.elapsed());
    }
}

#[test]
fn very_long_texts_go_through() {
    let long = plan_of(&"weaving =1+1 <b> ".repeat(6_000));
    for format in Format::ALL.iter().filter(|f| !matches!(f, Format::Pdf)) {
        let bytes = made(&long, *format);
        assert!(bytes.len() > 1000, "{format:?}");
    }
}
