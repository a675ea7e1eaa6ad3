//! What a person does with the findings beside the page.

use super::*;
use crate::{
    analysis::{Derived, Section},
    checks::{self, RULES},
    document::Document,
    export::OpenCheck,
    locale::{Interface, Words},
    plan::{Activity, Assumption, Certainty, Id, MatrixLevel, Output, Plan, Table, Text},
    ui::{
        panes::Side,
        testing::{Stage, click, example, full_plan, write},
    },
};
use egui_kittest::{Harness, kittest::Queryable};
use std::collections::BTreeSet;

/// The example with an activity that ends before it starts, and the checks beside it.
fn wrong() -> Harness<'static, Stage> {
    let mut plan = example("nepal-lokta-paper");
    let mut activity = plan.activities.at(0).unwrap().clone();
    (activity.start, activity.finish) =
        (Some(jiff::civil::date(2018, 3, 1)), Some(jiff::civil::date(2018, 1, 1)));
    let rows = std::iter::once(activity).chain(plan.activities.iter().skip(1).cloned());
    plan.activities = Table::from_rows(rows).0;
    let mut stage = Stage::new(plan, Page::Section(Section::Activities));
    stage.side = Some(Side::Checks);
    let mut harness = stage.open(1366.0, 1600.0);
    harness.run();
    harness
}

fn open_checks(plan: &Plan) -> Vec<OpenCheck> {
    let derived = Derived::new(plan);
    let findings = checks::check(plan, &derived);
    OpenCheck::all(plan, &derived, &findings, &Words::new(Interface::English))
}

#[test]
fn a_finding_is_left_with_its_reason_and_looked_at_again() {
    let mut harness = wrong();
    let is_order = |check: &OpenCheck| check.code == "P1";
    let before = open_checks(harness.state().plan());
    assert!(before.iter().any(is_order));
    let name = before.iter().find(|c| is_order(c)).unwrap().place.clone();
    click(&mut harness, &format!("Leave it: {name}, P1"));
    assert!(harness.get_by_role_and_label(Role::TextInput, "Why it stays as it is").is_focused());
    // Without a reason nothing happens.
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().plan().silenced.is_empty());
    write(&mut harness, "Why it stays as it is", "The fair moves to spring ");
    harness.key_press(Key::Enter);
    harness.run();
    let stage = harness.state();
    let silenced = stage.plan().silenced.at(0).unwrap();
    assert_eq!((silenced.code.as_str(), silenced.reason.raw()), ("P1", "The fair moves to spring"));
    assert_eq!(stage.document.steps().count(), 1, "one step");
    // Documents leave it out too.
    assert_eq!(open_checks(stage.plan()).len() + 1, before.len());
    assert!(harness.query_by_label(&format!("Leave it: {name}, P1")).is_none());
    click(&mut harness, "Left as they are (1)");
    harness.get_by_label("The fair moves to spring");
    click(&mut harness, &format!("Look at it again: {name}, P1"));
    assert!(harness.state().plan().silenced.is_empty());
    harness.get_by_label(&format!("Leave it: {name}, P1"));
    harness.state_mut().document.undo();
    assert_eq!(harness.state().plan().silenced.len(), 1);
}

#[test]
fn escape_and_cancel_leave_the_finding_open() {
    let mut harness = wrong();
    let name = open_checks(harness.state().plan()).iter().find(|c| c.code == "P1").unwrap().place.clone();
    for by_key in [true, false] {
        click(&mut harness, &format!("Leave it: {name}, P1"));
        write(&mut harness, "Why it stays as it is", "Because");
        if by_key {
            harness.key_press(Key::Escape);
            harness.run();
        } else {
            click(&mut harness, "Cancel");
        }
        assert!(harness.query_all_by_label("Why it stays as it is").next().is_none());
        assert!(harness.state().plan().silenced.is_empty());
    }
}

/// The plan that is poor on purpose.
fn poor() -> Plan {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/poor.plan.ron");
    crate::file::read(&std::fs::read(path).unwrap()).unwrap().plan
}

/// Clicks a fix beside the page, or beside the field that the finding is about; then takes the step back.
fn mend(harness: &mut Harness<'_, Stage>, said: &str, is_beside_page: bool) -> Plan {
    let buttons = harness.query_all_by_role_and_label(Role::Button, said);
    let there = |left: f32| (left > 1366.0 - 320.0) == is_beside_page;
    let button = buttons.into_iter().find(|button| there(button.rect().left()));
    let where_it_is = if is_beside_page { "page" } else { "field" };
    button.unwrap_or_else(|| panic!("no {said:?} beside the {where_it_is}")).click_accesskit();
    harness.run();
    assert_eq!(harness.state().document.steps().filter(|step| step.done).count(), 1, "{said}: one step");
    let mended = Plan::clone(harness.state().plan());
    harness.state_mut().document.undo();
    harness.run();
    mended
}

#[test]
fn the_way_from_every_finding_arrives() {
    let plan = poor();
    let derived = Derived::new(&plan);
    let mut harness = Stage::new(plan.clone(), Page::Section(Section::Team)).open(1366.0, 900.0);
    harness.run();
    let lost: Vec<_> = checks::check(&plan, &derived)
        .iter()
        .filter(|finding| {
            harness.state_mut().go(finding.way());
            harness.run();
            harness.run_steps(10);
            // What a table lacks as a whole leads to its page.
            let is_of_page = finding.way().row.is_none() && !finding.way().block.is_once();
            let is_there = harness.state().page == Page::of(finding.place, &plan);
            !(is_there && (is_of_page || harness.state().has_arrived()))
        })
        .map(|finding| (finding.code, finding.place))
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let to_a_page: BTreeSet<_> = checks::check(&plan, &derived)
        .iter()
        .filter(|finding| finding.way().row.is_none() && !finding.way().block.is_once())
        .map(|finding| finding.code)
        .collect();
    // There is no stakeholder to mark as the superior, and no assumption at a level: the page has the button that adds one.
    assert_eq!(to_a_page, BTreeSet::from(["P8", "V17"]));
}

/// A small plan with what only a small one can lack: a link to its only output, an assumption that holds anyway.
fn small() -> Plan {
    let output = Output { text: Text::english("Looms are mended"), ..Output::new(Id::from_bits(1)) };
    let sure = Assumption {
        text: Text::english("The sun rises"),
        certainty: Some(Certainty::AlmostCertain),
        level: Some(MatrixLevel::Outputs),
        ..Assumption::new(Id::from_bits(1))
    };
    let loose = Activity { name: Text::english("Call the carpenters"), ..Activity::new(Id::from_bits(1)) };
    let mut plan = full_plan();
    plan.outputs = Table::from_rows([output]).0;
    plan.assumptions = Table::from_rows([sure]).0;
    plan.activities = Table::from_rows([loose]).0;
    plan
}

/// Mends each thing that can be mended, beside the page and beside the field. Gives the rules that it was for.
fn mend_all(plan: &Plan) -> BTreeSet<&'static str> {
    let (words, derived) = (Words::new(Interface::English), Derived::new(plan));
    let findings = checks::check(plan, &derived);
    let mut stage = Stage::new(plan.clone(), Page::Section(Section::Team));
    stage.side = Some(Side::Checks);
    let mut harness = stage.open(1366.0, 3000.0);
    let mut mended = BTreeSet::new();
    for finding in findings.iter() {
        let name = place_name(&finding.place, plan, &derived, &words);
        for fix in &finding.fixes {
            harness.state_mut().go(finding.place);
            harness.run();
            harness.run_steps(8);
            let said = format!("{}: {name}", words.get(fix.words));
            let mut document = Document::saved(plan.clone());
            document.apply(&fix.edit).unwrap();
            for is_beside_page in [true, false] {
                let after = mend(&mut harness, &said, is_beside_page);
                assert!(after == **document.plan(), "{} by {said}", finding.code);
                assert!(**harness.state().document.plan() == *plan, "{said} is taken back");
                let again = checks::check(&after, &Derived::new(&after));
                let is_same = |d: &Diagnostic| {
                    (d.code, d.place, d.words) == (finding.code, finding.place, finding.words)
                };
                assert!(!again.iter().any(is_same), "{said} mends {}", finding.code);
            }
            mended.insert(finding.code);
        }
    }
    mended
}

#[test]
fn every_fix_is_one_click_beside_the_page_and_beside_the_field_and_one_step_back() {
    let mended: BTreeSet<_> = [poor(), small()].iter().flat_map(mend_all).collect();
    // Every rule that can mend something; M1 is asked on a page of its own.
    let source = |code: &str| {
        let path = format!("{}/src/checks/rules/{}.rs", env!("CARGO_MANIFEST_DIR"), code.to_lowercase());
        std::fs::read_to_string(path).unwrap()
    };
    let can = RULES.iter().map(|rule| rule.code).filter(|code| source(code).contains("\"fix-"));
    assert_eq!(mended, can.filter(|code| *code != "M1").collect());
}
