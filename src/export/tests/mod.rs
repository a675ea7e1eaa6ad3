//! Tests of the report and its formats.

pub mod fixture;
mod hostile;
mod layouts;
pub mod office;
pub mod paper;

use super::{report::Block, *};
use crate::plan::{
    Activity, BudgetLine, Decimal, FundSource, Key, Lang, Output, Plan, Text, UserText, sample,
};
use fixture::{SENTENCES, day, id, lang, table, usual, voice, with_source};
use std::{collections::BTreeSet, sync::Arc};

/// Text that is code in one format or another.
pub const HOSTILE: &str = "#read(\"/etc/passwd\") $x$ *b* _i_ @a <l> // = [ ] \\ `raw` #include \"x\" ~ -- ... 'q' \"q\" & < > {{ }} %";

/// A plan whose every text is hostile.
pub fn hostile_plan(text: &str) -> Plan {
    let plan = usual("ne");
    let (text, user) = (Text::english(text), UserText::new(text));
    let mut identity = crate::plan::Identity::clone(&plan.identity);
    identity.title = text.clone();
    identity.superior = user.clone();
    identity.organisation = text.clone();
    let mut context = crate::plan::Context::clone(&plan.context);
    context.problem = text.clone();
    context.place = text.clone();
    let activities = plan.activities.iter().cloned().map(|a| Activity {
        name: text.clone(),
        responsible: text.clone(),
        place: text.clone(),
        learned: vec![Key::new("x")],
        ..a
    });
    let budget =
        plan.budget.iter().cloned().map(|b| BudgetLine { item: text.clone(), unit: text.clone(), ..b });
    let outputs = plan.outputs.iter().map(|o| Output { text: text.clone(), ..o.clone() });
    let mut team: Vec<_> = plan.team.iter().cloned().collect();
    team[0].name = user.clone();
    team[0].contact = user;
    Plan {
        identity: Arc::new(identity),
        context: Arc::new(context),
        activities: table(activities),
        budget: table(budget),
        outputs: table(outputs),
        team: table(team),
        ..plan
    }
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Everything that the PDF of a plan draws, without white space.
fn drawn(plan: &Plan) -> String {
    let voice = voice("en");
    squeezed(&with_source(plan, &voice, |source| pdf::drawn(source).drawn.concat()))
}

#[test]
fn text_of_every_script_stands_on_the_page() {
    for (tag, sentence) in SENTENCES {
        let drawn = drawn(&usual(tag));
        // Runs come in the order in which they are seen, so a sentence of two directions is looked up word by word.
        for word in sentence.split(' ') {
            let word = word.trim_matches(['(', ')', '%', ',']);
            assert!(drawn.contains(&squeezed(word)), "{tag}: {word} is drawn");
        }
    }
}

#[test]
fn no_script_lacks_a_sign() {
    let voice = voice("en");
    for (tag, _) in SENTENCES {
        let plan = usual(tag);
        let notes = with_source(&plan, &voice, |s| export(s, Format::Pdf).unwrap().notes);
        assert_eq!(notes, [], "{tag}");
    }
    let plan = hostile_plan("\u{1f600} \u{4e2d}");
    let notes = with_source(&plan, &voice, |s| export(s, Format::Pdf).unwrap().notes);
    assert!(matches!(notes.as_slice(), [ExportNote::UnknownSigns(n)] if *n > 1), "{notes:?}");
}

#[test]
fn hostile_text_is_only_text() {
    let drawn = drawn(&hostile_plan(HOSTILE));
    let hostile = squeezed(HOSTILE);
    let times = drawn.matches(&hostile).count();
    assert!(times >= 20, "verbatim {times} times");
    assert!(!drawn.contains("root:"), "no file was read");
}

#[test]
fn pdf_is_tagged_titled_and_archival() {
    let voice = voice("id");
    let plan = usual("ne");
    let pdf = with_source(&plan, &voice, |s| export(s, Format::Pdf).unwrap().bytes);
    let text = String::from_utf8_lossy(&pdf);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for part in ["pdfuaid:part", "pdfaid:part", "/Lang", "/StructTreeRoot", "/Outlines", "/Marked true"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.contains("Dhaka weaving in Palpa"));
}

#[test]
fn urdu_stands_in_the_style_that_was_chosen() {
    let voice = voice("en");
    for (tag, nastaliq, expected) in [("ur", true, true), ("ur", false, false), ("fa", true, false)] {
        with_source(&usual(tag), &voice, |s| {
            let options = Options { nastaliq, ..s.options.clone() };
            let pdf = export(&Source { options: &options, ..*s }, Format::Pdf).unwrap().bytes;
            let has = String::from_utf8_lossy(&pdf).contains("NotoNastaliqUrdu");
            assert_eq!(has, expected, "{tag} {nastaliq}");
        });
    }
}

#[test]
fn same_source_same_bytes() {
    let voice = voice("en");
    let plan = usual("fa");
    for format in Format::ALL {
        let once = with_source(&plan, &voice, |s| export(s, *format).unwrap().bytes);
        let twice = with_source(&plan, &voice, |s| export(s, *format).unwrap().bytes);
        assert!(once == twice, "{format:?}");
    }
}

#[test]
fn an_empty_plan_has_a_cover_and_no_sections() {
    let voice = voice("en");
    let identity = crate::plan::Identity {
        currency: crate::plan::Currency::new("NPR"),
        languages: vec![lang("en"), lang("fa")],
        ..Default::default()
    };
    let plan = Plan { identity: Arc::new(identity), ..Plan::new(id(1)) };
    with_source(&plan, &voice, |s| {
        let source = Source { checks: &[], ..*s };
        let report = Report::new(&source);
        assert_eq!(report.sections, []);
        assert_eq!(report.name, "Plan without a title");
        assert_eq!(report.glance, []);
        for format in Format::ALL {
            assert!(export(&source, *format).unwrap().bytes.len() > 50, "{format:?}");
        }
    });
}

#[test]
fn any_plan_exports() {
    let voice = voice("en");
    for seed in 0..6 {
        let plan = sample::plan(seed, 400);
        with_source(&plan, &voice, |s| {
            for format in Format::ALL {
                assert!(export(s, *format).unwrap().bytes.len() > 80, "{format:?}, seed {seed}");
            }
        });
    }
}

#[test]
fn a_thousand_activities_export() {
    let voice = voice("en");
    let outputs = (1..=6).map(|n| Output { text: Text::english("An output"), ..Output::new(id(n)) });
    let first = day("2017-09-01");
    let activities = (0..1000u64).map(|n| Activity {
        output: Some(id(n % 6 + 1)),
        name: Text::english(&format!("Activity of a long plan, number {n}")),
        start: first.checked_add(jiff::Span::new().days(i64::try_from(n).unwrap())).ok(),
        finish: first.checked_add(jiff::Span::new().days(i64::try_from(n + 20).unwrap())).ok(),
        ..Activity::new(id(n + 1))
    });
    let plan = Plan { outputs: table(outputs), activities: table(activities), ..Plan::new(id(1)) };
    let drawn = with_source(&plan, &voice, |s| {
        let drawn = pdf::drawn(s);
        assert!((20..120).contains(&drawn.pages), "{} pages", drawn.pages);
        squeezed(&drawn.drawn.concat())
    });
    assert!((0..1000).all(|n| drawn.contains(&format!("number{n}"))));
}

#[test]
fn a_line_of_a_megabyte_exports_or_says_why() {
    let voice = voice("en");
    let plan = hostile_plan("Dhaka");
    let mut context = crate::plan::Context::clone(&plan.context);
    context.problem = Text::english(&"weaving".repeat(150_000));
    let plan = Plan { context: Arc::new(context), ..plan };
    with_source(&plan, &voice, |s| {
        let options = Options { limit: Duration::from_secs(20), ..s.options.clone() };
        let source = Source { options: &options, ..*s };
        match export(&source, Format::Pdf) {
            Ok(done) => assert!(done.bytes.len() > 10_000),
            Err(error) => assert_eq!(error, ExportError::TooLong(options.limit)),
        }
        let (briefs, drawn) = pdf::briefs(&source).unwrap();
        assert!(briefs.pages[0].shortened && drawn.pages == briefs.pages.len());
    });
}

#[test]
fn an_export_can_be_stopped_and_runs_out_of_time() {
    let voice = voice("en");
    let plan = usual("lo");
    with_source(&plan, &voice, |s| {
        let options = s.options.clone();
        options.cancel.stop();
        assert_eq!(
            export(&Source { options: &options, ..*s }, Format::Pdf).unwrap_err(),
            ExportError::Cancelled
        );
        let options = Options { limit: Duration::ZERO, cancel: Cancel::default(), ..s.options.clone() };
        let late = export(&Source { options: &options, ..*s }, Format::Pdf);
        assert_eq!(late.map(|_| ()).unwrap_err(), ExportError::TooLong(Duration::ZERO));
    });
}

#[test]
fn the_brief_is_one_page_in_each_language_whatever_is_written() {
    let voice = voice("en");
    for (tag, _) in SENTENCES {
        with_source(&usual(tag), &voice, |s| {
            let (briefs, drawn) = pdf::briefs(s).unwrap();
            let langs: Vec<_> = briefs.pages.iter().map(|brief| brief.lang.as_str()).collect();
            assert_eq!((langs, drawn.pages), (vec!["en", lang(tag).as_str()], 2));
            for brief in briefs.pages {
                assert!(!brief.shortened, "{tag}: size {}", brief.size);
                assert_eq!(brief.rtl, lang(&brief.lang).is_rtl());
            }
        });
    }
    for text in [HOSTILE.repeat(30), "word ".repeat(3000), "ଏ\n".repeat(900)] {
        with_source(&hostile_plan(&text), &voice, |s| {
            let (briefs, drawn) = pdf::briefs(s).unwrap();
            assert_eq!(drawn.pages, briefs.pages.len());
            assert!(briefs.pages[0].shortened);
        });
    }
}

#[test]
fn the_brief_of_every_worked_plan_is_a_whole_page_in_each_of_its_languages() {
    for (name, plan) in paper::examples() {
        let voice = voice("en");
        with_source(&plan, &voice, |s| {
            let (briefs, drawn) = pdf::briefs(s).unwrap();
            assert_eq!(drawn.pages, briefs.pages.len(), "{name}");
            assert_eq!(drawn.pages, plan.languages().len(), "{name}");
            for (brief, lang) in briefs.pages.iter().zip(plan.languages()) {
                assert_eq!((brief.lang.as_str(), brief.rtl), (lang.as_str(), lang.is_rtl()), "{name}");
                assert!(!brief.shortened, "{name}, {}: {} points", brief.lang, brief.size);
                // Told in this language: what is asked, why, and what changes.
                assert_eq!(brief.title[0].lang, lang.as_str(), "{name}");
                let why = brief.facts.iter().flat_map(|fact| &fact.lines);
                assert!(why.filter(|line| line.lang == lang.as_str()).count() >= 2, "{name}, {}", brief.lang);
            }
        });
    }
}

#[test]
fn the_brief_speaks_with_the_words_of_each_language_and_only_in_those_that_are_written() {
    let (voice, plan) = (voice("en"), usual("id"));
    with_source(&plan, &voice, |s| {
        let (briefs, drawn) = pdf::briefs(s).unwrap();
        let titles: Vec<_> = briefs.pages.iter().map(|brief| brief.words["brief-title"].as_str()).collect();
        assert_eq!(titles, [voice.word("brief-title"), fixture::voice("id").word("brief-title")]);
        let text = squeezed(&drawn.drawn.concat());
        assert!(text.contains(&squeezed(titles[0])) && text.contains(&squeezed(titles[1])));
        // One language alone when asked.
        let options = Options { lang: Some(lang("id")), ..s.options.clone() };
        let (briefs, _) = pdf::briefs(&Source { options: &options, ..*s }).unwrap();
        assert_eq!(briefs.pages.iter().map(|brief| brief.lang.as_str()).collect::<Vec<_>>(), ["id"]);
    });
    let mut identity = crate::plan::Identity::clone(&plan.identity);
    identity.languages.push(lang("ne"));
    let plan = Plan { identity: Arc::new(identity), ..plan };
    with_source(&plan, &voice, |s| assert_eq!(pdf::briefs(s).unwrap().1.pages, 2, "nothing is in Nepali"));
}

#[test]
fn how_far_an_export_is_only_goes_on() {
    let voice = voice("en");
    let mut plan = usual("ne");
    plan.cards = paper::examples()[0].1.cards.clone();
    for format in Format::ALL {
        with_source(&plan, &voice, |s| {
            export(s, *format).unwrap();
            let steps = s.options.cancel.steps();
            assert!(steps.is_sorted_by_key(|step| *step as u8), "{format:?}: {steps:?}");
            let has_pages = matches!(
                format,
                Format::Pdf | Format::Brief | Format::Slides | Format::Handout | Format::Jury | Format::Docx
            );
            assert_eq!(steps.contains(&Step::Pages), has_pages, "{format:?}");
        });
    }
}

#[test]
fn the_brief_asks_for_what_is_missing() {
    let voice = voice("en");
    with_source(&usual("ne"), &voice, |s| {
        let brief = pdf::briefs(s).unwrap().0.pages.remove(0);
        let ask: Vec<_> = brief.ask.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(
            ask,
            [
                "We ask you to agree that we carry out this plan",
                "We ask for NPR\u{a0}850,000 from our own budget",
                "We ask for your help to find NPR\u{a0}504,803 that nobody pays yet",
            ]
        );
        assert_eq!(brief.decide_by[0].text, "1 Nov 2017");
        let first = brief.facts.iter().find(|f| f.label == "First step").unwrap();
        assert_eq!(first.lines[0].lead, "1.1");
        assert!(first.lines.iter().any(|l| l.text == "Starts 10 Sep 2017; needs no new money"));
    });
}

#[test]
fn one_language_alone_when_asked() {
    let voice = voice("en");
    with_source(&usual("fa"), &voice, |s| {
        let options = Options { lang: Some(lang("fa")), ..s.options.clone() };
        let report = Report::new(&Source { options: &options, ..*s });
        assert!(report.rtl && report.lang == "fa");
        assert_eq!(report.cover.title.len(), 1);
        assert_eq!((report.cover.title[0].lang.as_str(), report.cover.title[0].rtl), ("fa", true));
        // What is there in English alone stays in English.
        let place = &report.cover.facts.iter().find(|f| f.label == "Organisation").unwrap().lines;
        assert_eq!((place.len(), place[0].lang.as_str(), place[0].rtl), (1, "en", false));
        assert!(export(&Source { options: &options, ..*s }, Format::Pdf).is_ok());
    });
}

#[test]
fn the_budget_tells_totals_and_what_is_missing() {
    let voice = voice("en");
    with_source(&usual("ne"), &voice, |s| {
        let report = Report::new(s);
        let budget = report.sections.iter().find(|s| s.id == "budget").unwrap();
        let Block::Shares { shares } = &budget.blocks[0] else { panic!("the bar comes first") };
        let shares: Vec<_> = shares.iter().map(|s| (s.kind, s.amount.as_str())).collect();
        let own = FundSource::Own.word();
        assert_eq!(shares, [(own, "NPR\u{a0}850,000 (63%)"), ("unfunded", "NPR\u{a0}504,803 (37%)")]);
        let notes = budget.blocks.iter().filter(|b| matches!(b, Block::Note { .. })).count();
        assert_eq!(notes, 1);
        assert_eq!(s.derived.totals.converted.unwrap().amount, Decimal::from(1_354_803));
    });
}

#[test]
fn every_table_is_rectangular() {
    let voice = voice("en");
    for seed in 0..20 {
        with_source(&sample::plan(seed, 500), &voice, |s| {
            for section in Report::new(s).sections {
                for block in section.blocks {
                    let Block::Table(table) = block else { continue };
                    for row in table.rows {
                        let width: usize = row.cells.iter().map(|c| c.span).sum();
                        assert_eq!(width, table.columns.len(), "{} of seed {seed}", section.id);
                    }
                }
            }
        });
    }
}

/// The keys that the code of this folder asks for.
fn asked() -> BTreeSet<String> {
    let sources = [
        include_str!("../mod.rs"),
        include_str!("../brief.rs"),
        include_str!("../report/build.rs"),
        include_str!("../report/matrix.rs"),
        include_str!("../report/operation.rs"),
        include_str!("../drawing/tree.rs"),
        include_str!("../drawing/gantt.rs"),
        include_str!("../drawing/time.rs"),
        include_str!("../report/budget.rs"),
        include_str!("../xlsx/mod.rs"),
        include_str!("../csv.rs"),
        include_str!("../ics.rs"),
        include_str!("../xlsx/pages.rs"),
        include_str!("../xlsx/operation.rs"),
        include_str!("../xlsx/budget.rs"),
        include_str!("../xlsx/registers.rs"),
    ];
    let quoted = sources.iter().flat_map(|s| s.split('"').skip(1).step_by(2));
    let is_key = |s: &&str| {
        ["report-", "brief-", "export-"].iter().any(|p| s.starts_with(p))
            && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    quoted.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn every_word_is_there_in_english_and_indonesian() {
    let asked = asked();
    assert!(asked.len() > 100, "{} keys", asked.len());
    for voice in [voice("en"), voice("id")] {
        for key in &asked {
            assert!(voice.words.has(key), "{key} in {}", voice.words.interface().tag());
        }
        for id in [
            "context",
            "lessons",
            "stakeholders",
            "trees",
            "strategy",
            "matrix",
            "indicators",
            "operation",
            "budget",
        ] {
            assert!(
                voice.words.has(&format!("report-{id}")) && voice.words.has(&format!("report-{id}-intro"))
            );
        }
    }
}

#[test]
fn the_trees_are_listed_from_the_effects_down_to_the_causes() {
    use crate::plan::{Card, CardKind};
    let mut plan = usual("ne");
    let card = |n, kind, parent: Option<u64>, chosen| Card {
        kind,
        parent: parent.map(id),
        problem: Text::english(&format!("problem {n}")),
        chosen,
        ..Card::new(id(n))
    };
    plan.cards = table([
        card(1, Some(CardKind::Core), None, false),
        card(2, Some(CardKind::Cause), Some(1), true),
        card(3, Some(CardKind::Cause), Some(2), false),
        card(4, Some(CardKind::Effect), Some(1), false),
        card(5, None, None, false),
    ]);
    let voice = voice("en");
    let cells = with_source(&plan, &voice, |source| {
        let report = Report::new(source);
        let section = report.sections.iter().find(|s| s.id == "trees").unwrap();
        let table = section.blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let table = table.unwrap();
        let first = |row: &report::Row| row.cells[0].lines.iter().map(|l| l.text.clone()).collect::<Vec<_>>();
        table.rows.iter().map(first).collect::<Vec<_>>()
    });
    assert_eq!(cells, [vec!["Effect 1"], vec!["Core problem"], vec!["Cause 1", "Chosen"], vec!["Cause 1.1"]]);
}

#[test]
fn formats_have_names() {
    for format in Format::ALL {
        assert_eq!(Format::from_word(format.word()), Some(*format));
        for voice in [voice("en"), voice("id")] {
            let about = format!("{}-about", format.words());
            assert!(voice.words.has(format.words()) && voice.words.has(&about), "{format:?}");
        }
    }
    assert_eq!(
        file_name(&usual("ne"), Format::Brief),
        "Dhaka weaving in Palpa from single looms to a common brand-brief.pdf"
    );
    assert_eq!(file_name(&Plan::new(id(1)), Format::Pdf), "plan.pdf");
    assert_eq!(Format::Brief.extension(), "pdf");
    assert_eq!(Lang::english(), lang("en"));
}
