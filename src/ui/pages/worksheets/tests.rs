//! The worksheets by accessible names: each is filled in, counted, and taken into the plan.

use super::*;
use crate::{
    plan::*,
    ui::testing::{Stage, click, example, field, full_plan, write},
};
use egui::Key as Press;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};

const PAGE: Page = Page::Section(Section::Worksheets);

fn open(plan: Plan) -> Harness<'static, Stage> {
    let mut harness = Stage::new(plan, PAGE).open(900.0, 3200.0);
    harness.run();
    harness
}

fn show(harness: &mut Harness<'_, Stage>, tab: &str) {
    harness.get_by_role_and_label(Role::Tab, tab).click_accesskit();
    harness.run();
}

/// Opens the line of a row, whose name begins with this, unless it is open because it is the only one.
fn unfold(harness: &mut Harness<'_, Stage>, begin: &str) {
    let is_line = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(begin))
    };
    // The buttons of an open row say its name too, behind its line.
    let line = harness.query_all_by(is_line).next().unwrap();
    if line.accesskit_node().toggled() == Some(egui::accesskit::Toggled::False) {
        line.click_accesskit();
    }
    harness.run();
}

/// Picks the first output in an open menu.
fn pick_first_output(harness: &mut Harness<'_, Stage>) {
    let is_first = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("1 "))
    };
    harness.get_by(is_first).click_accesskit();
    harness.run();
}

#[test]
fn kur_of_2017_comes_with_a_choice_and_costs_what_it_cost() {
    let mut harness = open(full_plan());
    show(&mut harness, "Credit");
    click(&mut harness, "Count a credit");
    assert!(field(&harness, "Credit calculation 1, What the credit is for").is_focused());
    harness.get_by_label("Write the amount to see what it costs");
    harness.get_by_role_and_label(Role::ComboBox, "Credit calculation 1, Scheme").click_accesskit();
    harness.run();
    click(&mut harness, "KUR micro, Indonesia, 2017");
    harness.get_by_label("IDR\u{a0}794,993 each month");
    harness.get_by_label("36 instalments, annuity, on the balance");
    let row = harness.state().plan().credits.at(0).unwrap().clone();
    assert_eq!((row.months, row.currency), (Some(36), Currency::new("IDR")));
    click(&mut harness, "All payments");
    let row_name = "Credit calculation 1, month 1: paid 794,993, interest 187,500, paid back 607,493, still owed 24,392,507";
    harness.get_by_role_and_label(Role::ListItem, row_name).focus();
    harness.run();
    harness.key_press(Press::End);
    harness.run();
    let last = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|l| l.contains("month 36:") && l.ends_with("still owed 0"))
    };
    assert!(harness.get_by(last).is_focused());
    harness.state_mut().document.undo();
    harness.run();
    let row = harness.state().plan().credits.at(0).unwrap();
    assert!(row.scheme.is_none() && row.amount.is_none() && row.currency.is_none(), "one step");
}

#[test]
fn flat_interest_grace_subsidy_and_borrowers_are_counted_as_they_are_typed() {
    let mut plan = full_plan();
    std::sync::Arc::make_mut(&mut plan.identity).currency = Currency::new("NPR");
    let mut harness = open(plan);
    show(&mut harness, "Credit");
    click(&mut harness, "Count a credit");
    let type_in = |harness: &mut Harness<'_, Stage>, name: &str, value: &str| {
        write(harness, &format!("Credit calculation 1, {name}"), value);
        harness.key_press(Press::Enter);
        harness.run();
    };
    // Three digits behind a point are thousands, as participants from Indonesia write them.
    for (name, value) in [("Amount", "1.200"), ("Interest a year (%)", "12"), ("Monthly instalments", "12")] {
        type_in(&mut harness, name, value);
    }
    harness.get_by_label("NPR\u{a0}106.62 each month");
    harness
        .get_by_role_and_label(Role::ComboBox, "Credit calculation 1, Method of interest")
        .click_accesskit();
    harness.run();
    click(&mut harness, "Flat, on the first amount");
    harness.get_by_label("NPR\u{a0}112 each month");
    harness.get_by_label("12 instalments, flat, on the first amount");
    harness.get_by_label("Interest in all: NPR\u{a0}144");
    type_in(&mut harness, "Interest paid by the state (%)", "6");
    type_in(&mut harness, "Money for the subsidy", "1,000");
    harness.get_by_label("The state pays NPR\u{a0}72 of interest for each borrower");
    harness.get_by_label("The money for the subsidy reaches 13 borrowers");
    type_in(&mut harness, "Months of grace", "6");
    harness.get_by_label("Before them 6 months of grace with NPR\u{a0}12 of interest each");
    harness.get_by_label("The state pays NPR\u{a0}108 of interest for each borrower");
    harness.get_by_label("The money for the subsidy reaches 9 borrowers");
}

#[test]
fn terms_that_differ_from_the_scheme_are_told_and_brought_back_in_one_step() {
    let mut harness = open(example("indonesia-rattan"));
    show(&mut harness, "Credit · 2");
    unfold(&mut harness, "Credit calculation 1: ");
    write(&mut harness, "Credit calculation 1, Amount", "0");
    harness.key_press(Press::Enter);
    harness.run();
    harness.get_by_label("More than the scheme lends: IDR\u{a0}25,000,000");
    click(&mut harness, "Credit calculation 1: Use the terms of the scheme");
    assert_eq!(harness.state().plan().credits.at(0).unwrap().amount, Some(25_000_000.into()));
    harness.get_by_label("IDR\u{a0}794,993 each month");
    click(&mut harness, "Terms of the scheme, with sources");
    let source = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.value().is_some_and(|said| said.starts_with("Source: http://kur.ekon.go.id/"))
    };
    harness.get_by(source);
}

#[test]
fn a_subsidy_is_taken_into_the_budget_and_the_figures() {
    let plan = example("pakistan-gloves");
    let (budget, figures) = (plan.budget.len(), plan.key_figures.len());
    let mut harness = open(plan);
    show(&mut harness, "Credit · 1");
    unfold(&mut harness, "Credit calculation 1: ");
    let reached = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.value().is_some_and(|said| said.starts_with("The money for the subsidy reaches "))
    };
    harness.get_by(reached);
    click(&mut harness, "Credit calculation 1: Take the money for the subsidy into the budget");
    let line = harness.state().plan().budget.iter().next_back().unwrap().clone();
    assert_eq!((line.quantity, line.unit_cost), (Some(1.into()), Some(1_200_000.into())));
    assert!(line.note.best(&[]).raw().contains("for each borrower"));
    harness.state_mut().document.undo();
    harness.state_mut().page = PAGE;
    harness.run();
    assert_eq!(harness.state().plan().budget.len(), budget, "one step");
    click(&mut harness, "Credit calculation 1: Take the borrowers reached into the key figures");
    let plan = harness.state().plan();
    assert_eq!(plan.key_figures.len(), figures + 1);
    assert_eq!(plan.key_figures.iter().next_back().unwrap().unit.best(&[]).raw(), "borrowers");
    harness.state_mut().page = PAGE;
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Among the key figures");
}

#[test]
fn hostile_credits_are_shown_without_a_panic() {
    let case = |id: u64, amount: Decimal, months: i32| CreditCase {
        amount: Some(amount),
        annual_rate_percent: Some(Decimal::MAX),
        months: Some(months),
        grace_months: Some(i32::MIN),
        subsidy_rate_percent: Some(Decimal::MAX),
        subsidy_budget: Some(Decimal::MIN),
        ..CreditCase::new(Id::from_bits(id))
    };
    let mut plan = full_plan();
    let all = [case(1, Decimal::MAX, 600), case(2, Decimal::MIN, 0), case(3, Decimal::ONE, i32::MAX)];
    plan.credits = Table::from_rows(all).0;
    let mut harness = open(plan);
    show(&mut harness, "Credit · 3");
    for n in 1..=3 {
        unfold(&mut harness, &format!("Credit calculation {n}: "));
    }
    harness.get_by_label("These numbers are too large to be counted");
    harness.get_by_label("A credit here has at most 600 months, grace and instalments together");
}

#[test]
fn a_product_is_assessed_by_the_known_steps_and_never_given_stars() {
    let mut harness = open(full_plan());
    click(&mut harness, "Assess a product");
    write(&mut harness, "Product self-assessment 1, Product", "Lidded box");
    let gate = "A licence is a gate, not points: a candidate for five stars was refused for lack of a business licence";
    harness.get_by_label(gate);
    harness
        .get_by_role_and_label(Role::CheckBox, "Product self-assessment 1, Business licence")
        .click_accesskit();
    harness.run();
    assert!(harness.query_by_label(gate).is_none());
    harness.get_by_label("0 of 15 points");
    harness.get_by_label(
        "9 points in the form; not all of its criteria are known here, so they are not added up",
    );
    let step = "Product self-assessment 1, Main raw material is local: 3 all of it";
    harness.get_by_role_and_label(Role::RadioButton, step).click_accesskit();
    harness.run();
    harness.get_by_label("3 of 15 points");
    write(&mut harness, "Product self-assessment 1, Why: Main raw material is local", "Three gewogs");
    let row = harness.state().plan().ovop.at(0).unwrap().clone();
    assert_eq!((row.scores.len(), row.scores[0].note.raw()), (1, "Three gewogs"));
    assert_eq!((row.stars, row.licences.len()), (None, 1));
    harness
        .get_by_role_and_label(Role::RadioButton, "Product self-assessment 1, Stars aimed at 3")
        .click_accesskit();
    harness.run();
    harness.get_by_label("The province coaches the producer");
    harness.get_by_role_and_label(Role::RadioButton, step).click_accesskit();
    harness.run();
    assert_eq!(harness.state().plan().ovop.at(0).unwrap().scores[0].step, None, "once more takes it back");
}

#[test]
fn what_no_pack_knows_stays_and_is_told() {
    let mut plan = full_plan();
    let scores = vec![
        Score { criterion: Key::new("taste"), step: Rating::new(4), ..Score::default() },
        Score { criterion: Key::new("design"), step: Rating::new(5), ..Score::default() },
    ];
    let known = OvopSheet { scores, licences: vec![Key::new("halal")], ..OvopSheet::new(Id::from_bits(1)) };
    let other = OvopSheet { scheme: Key::new("moon"), ..OvopSheet::new(Id::from_bits(2)) };
    plan.ovop = Table::from_rows([known, other]).0;
    let credit = CreditCase { scheme: Key::new("moon-bank"), ..CreditCase::new(Id::from_bits(3)) };
    plan.credits = Table::from_rows([credit]).0;
    let before = plan.clone();
    let mut harness = open(plan);
    unfold(&mut harness, "Product self-assessment 1: ");
    unfold(&mut harness, "Product self-assessment 2: ");
    harness.get_by_label("Criterion that is not known here: taste, step 4. It stays in the plan");
    harness.get_by_label("Licence that is not known here: halal");
    harness.get_by_label("The scheme “moon” is not known on this computer. What you wrote stays as it is");
    show(&mut harness, "Credit · 1");
    unfold(&mut harness, "Credit calculation 1: ");
    harness
        .get_by_label("The scheme “moon-bank” is not known on this computer. What you wrote stays as it is");
    assert_eq!(**harness.state().document.plan(), before, "looking changes nothing");
}

#[test]
fn a_next_step_becomes_an_activity_and_says_so() {
    let plan = example("sri-lanka-batik");
    let (before, first) = (plan.clone(), plan.outputs.at(0).unwrap().id);
    let mut harness = open(plan);
    unfold(&mut harness, "Product self-assessment 1: ");
    click(&mut harness, "Product self-assessment 1: Make an activity of the next step...");
    pick_first_output(&mut harness);
    let plan = harness.state().plan().clone();
    let made = plan.activities.iter().next_back().unwrap();
    assert_eq!((&made.name, made.output), (&plan.ovop.at(0).unwrap().next_step, Some(first)));
    harness.state_mut().page = PAGE;
    harness.run();
    let there = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button
            && node.label().is_some_and(|l| l.starts_with("Activity ") && l.contains("Join a tank"))
    };
    harness.get_by(there);
    harness.state_mut().document.undo();
    assert_eq!(**harness.state().document.plan(), before, "one step");
}

#[test]
fn numbers_of_a_cluster_go_into_the_context() {
    let plan = example("bangladesh-leather");
    let before = plan.clone();
    let mut harness = open(plan);
    show(&mut harness, "Cluster · 1");
    unfold(&mut harness, "Cluster profile 1: ");
    click(&mut harness, "Cluster profile 1: Take the workers into the key figures");
    let figure = harness.state().plan().key_figures.iter().next_back().unwrap().clone();
    assert_eq!(figure.label.best(&[]).raw(), "Workers in Leather cluster of Bhairab");
    assert_eq!((figure.value, figure.source.raw()), (Some(2350.into()), "Own worksheet in this plan"));
    assert_eq!(harness.state().focused, Some(Place::cell(figure.id, KEY_FIGURE.year)));
    harness.state_mut().document.undo();
    assert_eq!(**harness.state().document.plan(), before, "one step");
}

#[test]
fn a_proposal_becomes_an_activity_of_who_runs_the_instrument() {
    let plan = example("iran-filigree");
    let before = plan.clone();
    let mut harness = open(plan);
    let count = before.instruments.len();
    show(&mut harness, &format!("Policy instruments · {count}"));
    unfold(&mut harness, "Policy instrument 1: ");
    click(&mut harness, "Policy instrument 1: Make an activity of the proposal...");
    pick_first_output(&mut harness);
    let plan = harness.state().plan().clone();
    let (made, row) = (plan.activities.iter().next_back().unwrap(), plan.instruments.at(0).unwrap());
    assert_eq!((&made.name, &made.responsible), (&row.proposal, &row.owner));
    harness.state_mut().document.undo();
    assert_eq!(**harness.state().document.plan(), before, "one step");
}

#[test]
fn instruments_stand_side_by_side_and_each_answer_leads_to_its_field() {
    let mut plan = full_plan();
    let instrument = |n, name: &str, gap: &str| Instrument {
        name: Text::english(name),
        gap: Text::english(gap),
        ..Instrument::new(Id::from_bits(n))
    };
    let rows = [instrument(5, "Guarantee fund", "Groups cannot apply"), instrument(6, "Craft label", "")];
    plan.instruments = Table::from_rows(rows).0;
    let mut harness = open(plan);
    show(&mut harness, "Policy instruments · 2");
    for answer in [
        "Policy instrument 1, Name: Guarantee fund",
        "Policy instrument 1, What is missing: Groups cannot apply",
        "Policy instrument 2, Name: Craft label",
        "Policy instrument 2, What is missing: not written yet",
    ] {
        harness.get_by_role_and_label(Role::Link, answer);
    }
    // Rows below each other, a question below its heading.
    let rect = |name: &str| harness.get_by_role_and_label(Role::Link, name).rect();
    let (name, gap) = (
        rect("Policy instrument 1, Name: Guarantee fund"),
        rect("Policy instrument 1, What is missing: Groups cannot apply"),
    );
    let below = rect("Policy instrument 2, What is missing: not written yet");
    assert!(name.right() <= gap.left() && (name.top() - gap.top()).abs() < 1.0, "{name} {gap}");
    assert!(gap.bottom() <= below.top() && (gap.left() - below.left()).abs() < 1.0, "{gap} {below}");
    harness
        .get_by_role_and_label(Role::Link, "Policy instrument 2, What is missing: not written yet")
        .click();
    harness.run();
    assert_eq!(harness.state().focused, Some(Place::cell::<Instrument>(Id::from_bits(6), INSTRUMENT.gap)));
}

#[test]
fn each_kind_is_begun_from_its_tab_and_found_from_elsewhere() {
    let mut harness = open(full_plan());
    for (tab, add, first) in [
        ("Cluster", "Describe a cluster", "Cluster profile 1, Name"),
        ("Policy instruments", "Add an instrument", "Policy instrument 1, Name"),
    ] {
        show(&mut harness, tab);
        click(&mut harness, add);
        write(&mut harness, first, "Weavers of Palpa");
    }
    let cluster = harness.state().plan().clusters.at(0).unwrap().id;
    harness.state_mut().go(Place::cell(cluster, CLUSTER.obstacles));
    harness.run();
    assert_eq!(harness.state().focused, Some(Place::cell(cluster, CLUSTER.obstacles)));
}
