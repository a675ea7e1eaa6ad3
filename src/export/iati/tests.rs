//! The order of the elements, what is demanded, and that the draft says what it is.

use crate::{
    export::{
        Format, export,
        tests::{
            HOSTILE,
            fixture::{day, id, usual, voice, with_source},
            hostile_plan, paper,
        },
    },
    plan::{CalendarKind, Day, Decimal, FiscalStart, Identity, Key, Plan, sample},
};
use roxmltree::{Document, Node};
use std::{process::Command, sync::Arc};

/// The elements of an activity in the order of iati-activities-schema.xsd, release 2.03.
const ACTIVITY: &str = "iati-identifier reporting-org title description participating-org other-identifier activity-status \
    activity-date contact-info activity-scope recipient-country recipient-region location sector tag country-budget-items \
    humanitarian-scope policy-marker collaboration-type default-flow-type default-finance-type default-aid-type \
    default-tied-status budget planned-disbursement capital-spend transaction document-link related-activity legacy-data \
    conditions result crs-add fss";
/// Those that are demanded, with how many there may be.
const DEMANDED: &[(&str, std::ops::RangeInclusive<usize>)] = &[
    ("iati-identifier", 1..=1),
    ("reporting-org", 1..=1),
    ("title", 1..=1),
    ("description", 1..=9),
    ("participating-org", 1..=99),
    ("activity-status", 1..=1),
    ("activity-date", 1..=4),
];
const INSIDE: &[(&str, &str)] = &[
    ("result", "title description document-link reference indicator"),
    ("indicator", "title description document-link reference baseline period"),
    ("period", "period-start period-end target actual"),
    ("budget", "period-start period-end value"),
];

fn made(plan: &Plan) -> String {
    let voice = voice("en");
    let bytes = with_source(plan, &voice, |s| export(s, Format::Iati).unwrap().bytes);
    String::from_utf8(bytes).unwrap()
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    node.children().filter(|c| c.has_tag_name(name)).collect()
}

fn order_is_right(node: Node<'_, '_>, order: &str) {
    let order: Vec<_> = order.split_whitespace().collect();
    let names = node.children().filter(Node::is_element).map(|c| c.tag_name().name());
    let place = |c: &str| {
        order.iter().position(|o| *o == c).unwrap_or_else(|| panic!("{c} in {:?}", node.tag_name()))
    };
    let places: Vec<_> = names.map(place).collect();
    assert!(places.is_sorted(), "{:?}: {places:?}", node.tag_name());
}

/// What the official schema says against a draft, by `xmllint`; nothing where that is not installed.
fn against_schema(xml: &str) -> Option<String> {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/iati-2.03/iati-activities-schema.xsd");
    let file = std::env::temp_dir().join(format!("rencana-iati-{}-{:p}.xml", std::process::id(), xml));
    std::fs::write(&file, xml).unwrap();
    let done = Command::new("xmllint").args(["--noout", "--nonet", "--schema", schema]).arg(&file).output();
    std::fs::remove_file(&file).unwrap();
    let Ok(done) = done else {
        println!("skipped: no xmllint here");
        return None;
    };
    Some(if done.status.success() {
        String::new()
    } else {
        String::from_utf8_lossy(&done.stderr).into_owned()
    })
}

#[test]
fn drafts_of_all_examples_are_valid_by_the_official_schema() {
    let plans = paper::examples().into_iter();
    let plans = plans.chain((0..4).map(|seed| (format!("plan of seed {seed}"), sample::plan(seed, 400))));
    for (name, plan) in
        plans.chain([("hostile".to_owned(), hostile_plan(HOSTILE)), ("empty".to_owned(), Plan::new(id(1)))])
    {
        let xml = made(&plan);
        is_in_form(&xml);
        let Some(said) = against_schema(&xml) else { return };
        assert_eq!(said, "", "{name}");
    }
    // The schema does refuse.
    let wrong = made(&usual("ne")).replace("activity-status", "status-of-activity");
    assert!(against_schema(&wrong).is_some_and(|said| said.contains("status-of-activity")));
}

/// As far as the schema can be held without a validator.
fn is_in_form(xml: &str) {
    let document = Document::parse(xml).unwrap();
    let root = document.root_element();
    assert_eq!((root.tag_name().name(), root.attribute("version")), ("iati-activities", Some("2.03")));
    let [activity] = children(root, "iati-activity")[..] else { panic!("one activity") };
    order_is_right(activity, ACTIVITY);
    for (name, count) in DEMANDED {
        assert!(count.contains(&children(activity, name).len()), "{name}");
    }
    for (name, order) in INSIDE {
        document.descendants().filter(|n| n.has_tag_name(*name)).for_each(|n| order_is_right(n, order));
    }
    for node in document.descendants() {
        match node.tag_name().name() {
            "title" | "description" => assert!(!children(node, "narrative").is_empty()),
            "result" => assert!(!children(node, "indicator").is_empty()),
            "budget" => {
                let date =
                    |name| children(node, name)[0].attribute("iso-date").unwrap().parse::<Day>().unwrap();
                let (first, last) = (date("period-start"), date("period-end"));
                let year = first.checked_add(jiff::Span::new().years(1)).unwrap();
                assert!(first < last && last <= year, "{first} to {last}: no longer than a year");
            }
            "baseline" => assert!(node.attribute("year").is_some_and(|y| y.parse::<i16>().is_ok())),
            "period" => assert!(node.children().count() >= 2),
            _ => {}
        }
    }
    let shares: Vec<Decimal> = children(activity, "sector")
        .iter()
        .map(|s| s.attribute("percentage").unwrap().parse().unwrap())
        .collect();
    assert!(shares.is_empty() || shares.iter().sum::<Decimal>() == Decimal::from(100), "{shares:?}");
}

#[test]
fn the_draft_says_that_it_is_one() {
    let xml = made(&usual("ne"));
    is_in_form(&xml);
    let start = xml.find("<iati-activities").unwrap();
    assert!(xml[..start].contains("draft, not for publication"), "{}", &xml[..start]);
    assert!(xml.contains("<iati-identifier>DRAFT-NOT-FOR-PUBLICATION-"));
    assert!(Format::Iati.suffix().contains("draft"));
}

#[test]
fn what_donors_ask_for_comes_over() {
    let plan = usual("ne");
    let sectors = ["32130", "32140", "32163", "sewing"].map(Key::new);
    let identity = Identity {
        sectors: sectors.into(),
        targets: ["8.3", "17.9"].map(Key::new).into(),
        ..Identity::clone(&plan.identity)
    };
    let xml = made(&Plan { identity: Arc::new(identity), ..plan });
    is_in_form(&xml);
    for part in [
        "<recipient-country code=\"NP\" percentage=\"100\"/>",
        "<sector vocabulary=\"1\" code=\"32130\" percentage=\"33.34\"/>",
        "<tag vocabulary=\"3\" code=\"8.3\"/>",
        "<collaboration-type code=\"8\"/>",
        "<activity-date type=\"1\" iso-date=\"2017-09-01\"/>",
        "<activity-status code=\"1\"/>",
        "<baseline iso-date=\"2017-07-15\" year=\"2017\" value=\"450\"/>",
        "<period><period-start iso-date=\"2018-06-16\"/><period-end iso-date=\"2018-12-15\"/><target value=\"700\"/></period>",
        "<narrative xml:lang=\"ne\">",
        "<value currency=\"NPR\" value-date=\"2017-08-09\">850000</value>",
        "<value currency=\"USD\" value-date=\"2017-08-09\">4901</value>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
    assert!(!xml.contains("sewing"));
}

#[test]
fn an_indicator_of_the_united_nations_says_which() {
    let mut plan = usual("ne");
    let mut rows: Vec<_> = plan.indicators.iter().cloned().collect();
    rows[0].library = Key::new("sdg-9.3.2");
    rows[1].library = Key::new("dced-jobs");
    plan.indicators = crate::plan::Table::from_rows(rows).0;
    let xml = made(&plan);
    is_in_form(&xml);
    assert_eq!(xml.matches("<reference vocabulary=\"9\" code=\"9.3.2\"/>").count(), 1);
    assert_eq!(xml.matches("<reference ").count(), 1, "only those that have a code there");
}

#[test]
fn the_budget_is_told_by_year() {
    let check = |fiscal: Option<FiscalStart>, from: &str, to: &str| {
        let plan = usual("ne");
        let identity = Identity { fiscal_start: fiscal, ..Identity::clone(&plan.identity) };
        let xml = made(&Plan { identity: Arc::new(identity), ..plan });
        is_in_form(&xml);
        // Both lines are needed on 1 November 2017.
        let period = format!("<period-start iso-date=\"{from}\"/><period-end iso-date=\"{to}\"/><value");
        assert_eq!(xml.matches(&period).count(), 2, "{period}");
    };
    let fiscal = |calendar, month, day| Some(FiscalStart { calendar, month, day });
    check(None, "2017-01-01", "2017-12-31");
    check(fiscal(CalendarKind::Gregorian, 7, 1), "2017-07-01", "2018-06-30");
    check(fiscal(CalendarKind::Gregorian, 12, 21), "2016-12-21", "2017-12-20");
    check(fiscal(CalendarKind::BikramSambat, 4, 1), "2017-07-16", "2018-07-16");
}

#[test]
fn any_plan_is_in_form() {
    for seed in 0..8 {
        is_in_form(&made(&sample::plan(seed, 400)));
    }
    is_in_form(&made(&Plan::new(id(1))));
    assert!(made(&Plan::new(id(1))).contains(&day("2017-08-09").to_string()));
    let xml = made(&hostile_plan(HOSTILE));
    is_in_form(&xml);
    let document = Document::parse(&xml).unwrap();
    let times =
        document.descendants().filter(|n| n.has_tag_name("narrative") && n.text() == Some(HOSTILE)).count();
    assert!(times >= 3, "{times}");
}
