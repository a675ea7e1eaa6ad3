//! The worked plans in `examples/` are what a newcomer opens first.

use crate::support::examples;
use rencana::{
    analysis::Derived,
    checks::{self, Severity},
    export::{self, ExportNote, Format, OpenCheck, Options, ShippedVoice, Source},
    file::{self, NoteKind},
    locale::{Interface, Words},
    pack::Packs,
    plan::{CardKind, FundSource, Lang, Plan, Row, Table},
};
use std::{collections::BTreeSet, fs, path::Path};

fn plan(path: &Path) -> Plan {
    file::read(&fs::read(path).unwrap()).unwrap().plan
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
fn no_example_contradicts_itself() {
    let words = Words::new(Interface::English);
    for path in examples() {
        let plan = plan(&path);
        let findings = checks::check(&plan, &Derived::new(&plan));
        let errors = findings.iter().filter(|d| d.severity == Severity::Error);
        let told: Vec<_> = errors.map(|d| format!("{} {}", d.code, d.message(&words))).collect();
        assert!(told.is_empty(), "{}: {told:?}", path.display());
    }
}

#[test]
fn every_example_exports_to_every_format() {
    let (packs, options) = (Packs::builtin(), Options::on("2017-08-09".parse().unwrap()));
    for path in examples() {
        let plan = plan(&path);
        let derived = Derived::new(&plan);
        let findings = checks::check(&plan, &derived);
        for interface in Interface::ALL {
            let words = Words::new(*interface);
            let checks = OpenCheck::all(&plan, &derived, &findings, &words);
            let voice = ShippedVoice::new(words, &packs, &plan);
            let source =
                Source { plan: &plan, derived: &derived, voice: &voice, checks: &checks, options: &options };
            for format in Format::ALL {
                let what = format!("{} as {}", path.display(), format.word());
                let exported = export::export(&source, *format).unwrap_or_else(|e| panic!("{what}: {e}"));
                let told: Vec<_> = exported.notes.iter().filter(|n| **n != ExportNote::Shortened).collect();
                assert!(told.is_empty(), "{what}: {told:?}");
                if *format == Format::Pdf {
                    // With its drawings, each of which needs a text for who cannot see it.
                    let text = String::from_utf8_lossy(&exported.bytes);
                    let marks = ["pdfaid:part", "pdfuaid:part"];
                    assert!(
                        marks.iter().all(|mark| text.contains(mark)),
                        "{what}: archival, for every reader"
                    );
                }
                let again = export::export(&source, *format).unwrap();
                assert!(!again.bytes.is_empty() && again.bytes == exported.bytes, "{what}, made twice");
            }
        }
    }
}

#[test]
fn every_example_goes_the_whole_way() {
    for path in examples() {
        let plan = plan(&path);
        let check = |what: &str, holds: bool| assert!(holds, "{}: {what}", path.display());
        check("two languages", plan.languages().len() >= 2);
        check("five lessons", plan.lessons.len() >= 5);
        check("a problem tree", plan.cards.len() >= 7);
        for kind in [CardKind::Core, CardKind::Cause, CardKind::Effect] {
            check("a problem, its causes and effects", plan.cards.iter().any(|card| card.kind == Some(kind)));
        }
        check("a chosen branch", plan.cards.iter().any(|card| card.chosen));
        check("ways to compare", plan.strategies.len() >= 2 && plan.strategies.iter().any(|way| way.chosen));
        check("positive twins", plan.cards.iter().all(|card| !card.objective.is_blank()));
        check("three outputs", plan.outputs.len() >= 3);
        check("outputs from cards", plan.outputs.iter().all(|output| output.card.is_some()));
        check("ten activities", plan.activities.len() >= 10);
        check("a milestone", plan.activities.iter().any(|activity| activity.milestone));
        check("links", plan.activities.iter().any(|activity| !activity.after.is_empty()));
        let derived = Derived::new(&plan);
        let in_time = |id| derived.schedule.activity(id).is_some();
        check("a chart without gaps", plan.activities.iter().all(|activity| in_time(activity.id)));
        let measured: BTreeSet<_> = plan.indicators.iter().map(|indicator| indicator.of).collect();
        check("a measured goal, purpose and outputs", measured.len() == plan.outputs.len() + 2);
        check("assumptions", plan.assumptions.len() >= 3);
        check("risks", plan.risks.len() >= 2);
        check("co-operation", plan.cooperation.len() >= 2);
        check("if-then answers", plan.judgements.len() == plan.outputs.len() + 2);
        let worksheets = plan.ovop.len() + plan.clusters.len() + plan.credits.len() + plan.instruments.len();
        check("a worksheet", worksheets > 0);
        let payers: BTreeSet<_> = plan.budget.iter().filter_map(|line| line.source).collect();
        check("two sources of money beside the open part", payers.len() >= 3);
        check("an open part", payers.contains(&FundSource::Unfunded));
        check("a total in one currency", derived.totals.converted.is_some());
        let said = plan.context.justification.iter().any(|(_, text)| text.raw().contains("worked example"));
        check("that its figures are invented", said);
    }
}

/// The texts of these rows that a language of the plan lacks.
fn untranslated<T: Row>(plan: &Plan, table: &Table<T>) -> Vec<String> {
    let mut lacking = Vec::new();
    for row in table.iter() {
        row.each_text(&mut |field, text| {
            let has = |lang| !text.get(lang).is_blank();
            let told = plan.languages().iter().filter(|lang| !text.is_blank() && !has(lang));
            lacking.extend(told.map(|lang| {
                format!("{} in {}: {}", field.name(), lang.as_str(), text.best(plan.languages()).raw())
            }));
        });
    }
    lacking
}

#[test]
fn what_is_discussed_at_home_stands_in_the_own_language_too() {
    for path in examples() {
        let plan = plan(&path);
        let lacking = [
            untranslated(&plan, &plan.risks),
            untranslated(&plan, &plan.cooperation),
            untranslated(&plan, &plan.ovop),
            untranslated(&plan, &plan.clusters),
            untranslated(&plan, &plan.credits),
            untranslated(&plan, &plan.instruments),
        ];
        assert_eq!(lacking.concat(), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn together_the_examples_use_every_country_and_every_learning_source_of_the_programme() {
    let (packs, mut ids) = (Packs::builtin(), BTreeSet::new());
    let (mut countries, mut crafts) = (BTreeSet::new(), BTreeSet::new());
    let programme = &packs.programmes()[0];
    let mut unused: BTreeSet<_> = programme.sources.iter().map(|source| source.key.as_str()).collect();
    for path in examples() {
        let (plan, name) = (plan(&path), path.display());
        assert!(ids.insert(plan.id), "{name} has the identity of another example");
        countries.extend(plan.identity.country);
        let craft = plan.context.sector.best(&[Lang::english()]).raw().to_lowercase();
        assert!(!craft.is_empty() && crafts.insert(craft), "{name} has the craft of another example");
        assert_eq!(plan.identity.programme, programme.key, "{name}");
        let cited = plan.activities.iter().flat_map(|activity| &activity.learned);
        for key in cited.chain(plan.lessons.iter().map(|lesson| &lesson.source)) {
            assert!(programme.learning_source(key).is_some(), "{name}: {}", key.as_str());
            unused.remove(key.as_str());
        }
        for row in plan.cooperation.iter() {
            assert!(programme.learning_source(&row.topic).is_some(), "{name}: {}", row.topic.as_str());
        }
    }
    assert_eq!(unused, BTreeSet::new());
    assert_eq!((ids.len(), countries.len()), (12, 12), "a plan a country");
    assert_eq!(countries, packs.profiled().into_iter().collect());
}

#[test]
fn every_scheme_criterion_and_licence_of_the_examples_is_known_and_every_credit_is_counted() {
    let packs = Packs::builtin();
    let (mut criteria, mut schemes) = (0, 0);
    for path in examples() {
        let (plan, name) = (plan(&path), path.display());
        for row in plan.ovop.iter() {
            let assessment =
                packs.assessment(&row.scheme).unwrap_or_else(|| panic!("{name}: {:?}", row.scheme));
            for score in &row.scores {
                let criterion = assessment.criterion(&score.criterion);
                let steps = criterion.unwrap_or_else(|| panic!("{name}: {:?}", score.criterion)).steps.len();
                assert!(
                    score.step.is_none_or(|step| usize::from(step.value()) <= steps),
                    "{name}: {score:?}"
                );
                criteria += 1;
            }
            assert!(row.licences.iter().all(|key| assessment.licence(key).is_some()), "{name}");
        }
        for row in plan.credits.iter() {
            if !row.scheme.is_none() {
                assert!(packs.credit_scheme(&row.scheme).is_some(), "{name}: {:?}", row.scheme);
                schemes += 1;
            }
            let currency = row.currency.or(plan.identity.currency).unwrap();
            let counted = rencana::analysis::credit(row, packs.money_digits(currency).into());
            assert!(counted.is_ok(), "{name}: {counted:?}");
        }
    }
    assert!(criteria > 20 && schemes > 0);
}

#[test]
fn worksheets_stand_in_every_document_for_reading() {
    let (packs, options) = (Packs::builtin(), Options::on("2017-08-09".parse().unwrap()));
    let text_of = |name: &str, format: Format| {
        let path = examples().into_iter().find(|path| path.to_string_lossy().contains(name)).unwrap();
        let plan = plan(&path);
        let derived = Derived::new(&plan);
        let voice = ShippedVoice::new(Words::new(Interface::English), &packs, &plan);
        let source = Source { plan: &plan, derived: &derived, voice: &voice, checks: &[], options: &options };
        String::from_utf8(export::export(&source, format).unwrap().bytes).unwrap()
    };
    for format in [Format::Markdown, Format::Html] {
        let rattan = text_of("rattan", format);
        for said in ["KUR micro, Indonesia, 2017", "794,993", "Interest in all"] {
            assert!(rattan.contains(said), "{said} in {}", format.word());
        }
        let batik = text_of("batik", format);
        for said in ["Main raw material is local", "more than 60 %"] {
            assert!(batik.contains(said), "{said} in {}", format.word());
        }
        assert!(text_of("leather", format).contains("Four lanes near the river port"), "{}", format.word());
        let filigree = text_of("filigree", format);
        assert!(filigree.contains("Policy instruments"), "{}", format.word());
    }
}
