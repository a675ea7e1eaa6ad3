//! The page of risks by accessible names: by keys alone, by mouse, with few rows and with many.

use super::*;
use crate::{
    plan::*,
    ui::testing::{Stage, click, example, field, full_plan, write},
};
use egui::{Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};

fn open(plan: Plan) -> Harness<'static, Stage> {
    let mut harness = Stage::new(plan, PAGE).open(900.0, 1800.0);
    harness.run();
    harness
}

fn lines(harness: &Harness<'_, Stage>) -> Vec<String> {
    let is_line =
        |label: &str| label.starts_with("Risk ") && label.contains(": ") && !label.contains("Make an");
    harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| is_line(label))
        .collect()
}

fn press(harness: &mut Harness<'_, Stage>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

#[test]
fn the_first_risk_is_added_and_rated_by_keys() {
    let mut harness = open(full_plan());
    harness.get_by_role_and_label(Role::Button, "Add a risk").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(field(&harness, "Risk 1, Event").is_focused());
    field(&harness, "Risk 1, Event").type_text("The press arrives late");
    harness.run();
    for name in ["Risk 1, Likelihood 3: possible", "Risk 1, Impact 4: great"] {
        harness.get_by_role_and_label(Role::RadioButton, name).focus();
        harness.run();
        press(&mut harness, Modifiers::NONE, Key::Space);
    }
    let risk = harness.state().plan().risks.at(0).unwrap().clone();
    assert_eq!((risk.event.best(&[]).raw(), risk.significance()), ("The press arrives late", Some(12)));
    assert_eq!(lines(&harness), ["Risk 1: The press arrives late, 12, high"]);
    harness.get_by_role_and_label(Role::Button, "Likelihood 3, impact 4: 1 risk");
    // The chosen step once more takes it back.
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(harness.state().plan().risks.at(0).unwrap().impact, None);
}

#[test]
fn the_picture_is_walked_and_filters_by_keys() {
    let mut harness = open(example("sri-lanka-batik"));
    assert_eq!(lines(&harness).len(), 2);
    let named = |label: &'static str| {
        move |harness: &Harness<'_, Stage>| harness.get_by_role_and_label(Role::Button, label).is_focused()
    };
    harness.get_by_role_and_label(Role::Button, "Likelihood 3, impact 4: 1 risk").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert!(named("Likelihood 3, impact 3: 1 risk")(&harness));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let shown = lines(&harness);
    assert!(shown.len() == 1 && shown[0].starts_with("Risk 1: Guides take the fee"), "{shown:?}");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert!(named("Likelihood 5, impact 3: no risk")(&harness), "it stays inside");
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(lines(&harness).len(), 0);
    harness.get_by_label("No risk stands here");
    click(&mut harness, "Show all risks");
    assert_eq!(lines(&harness).len(), 2);
}

#[test]
fn a_click_on_a_cell_shows_its_risks_and_a_click_on_one_leads_to_it() {
    let mut harness = open(example("sri-lanka-batik"));
    harness.get_by_role_and_label(Role::Button, "Likelihood 3, impact 4: 1 risk").click();
    harness.run();
    let shown = lines(&harness);
    assert!(shown.len() == 1 && shown[0].starts_with("Risk 2: Tanks are not cleaned"), "{shown:?}");
    harness.get_by_role_and_label(Role::Link, "Go to Tanks are not cleaned").click();
    harness.run();
    let tanks = harness.state().plan().risks.at(1).unwrap().id;
    assert_eq!(harness.state().focused, Some(Place::cell(tanks, RISK.event)));
    // A risk that is rated anew stays in sight until another cell is chosen.
    harness.get_by_role_and_label(Role::RadioButton, "Risk 2, Impact 5: the plan fails").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Likelihood 3, impact 5: 1 risk");
    assert_eq!(lines(&harness).len(), 1);
    harness.get_by_role_and_label(Role::Button, "Likelihood 3, impact 4: no risk").click();
    harness.run();
    assert_eq!(lines(&harness).len(), 2);
    harness.get_by_role_and_label(Role::Button, "Likelihood 1, impact 1: no risk").click();
    harness.run();
    click(&mut harness, "Add a risk here");
    let new = harness.state().plan().risks.at(2).unwrap().clone();
    assert_eq!(new.significance(), Some(1));
    assert!(field(&harness, "Risk 3, Event").is_focused());
}

#[test]
fn a_treatment_becomes_an_activity_under_the_output_that_was_picked() {
    let mut plan = example("sri-lanka-batik");
    let unlinked = plan.risks.iter().map(|risk| Risk { activity: None, ..risk.clone() });
    plan.risks = Table::from_rows(unlinked.collect::<Vec<_>>()).0;
    let (before, output) = (plan.clone(), plan.outputs.at(1).unwrap().id);
    let mut harness = open(plan);
    let line = lines(&harness)[0].clone();
    click(&mut harness, &line);
    click(&mut harness, "Risk 1: Make an activity of the treatment...");
    let second = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2 "))
    };
    harness.get_by(second).click_accesskit();
    harness.run();
    let risk = harness.state().plan().risks.at(0).unwrap().clone();
    let activity = harness.state().plan().activities.get(risk.activity.unwrap()).unwrap().clone();
    assert_eq!((activity.output, activity.risk), (Some(output), Some(risk.id)));
    assert_eq!(
        (&activity.name, &activity.responsible, activity.finish),
        (&risk.treatment, &risk.owner, risk.by)
    );
    let document = &mut harness.state_mut().document;
    document.undo();
    assert_eq!(**document.plan(), before, "one step");
}

#[test]
fn a_treatment_becomes_an_activity_by_keys_alone() {
    let mut plan = full_plan();
    let output = Output { text: Text::english("A press for all"), ..Output::new(Id::from_bits(7)) };
    plan.outputs = Table::from_rows([output]).0;
    let risk = Risk { treatment: Text::english("Rent a press"), ..Risk::new(Id::from_bits(8)) };
    plan.risks = Table::from_rows([risk]).0;
    let mut harness = open(plan);
    let line = lines(&harness)[0].clone();
    harness.get_by_role_and_label(Role::Button, &line).focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::Button, "Risk 1: Make an activity of the treatment...").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    for _ in 0..30 {
        if harness.get_by_role_and_label(Role::Button, "1 A press for all").is_focused() {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let plan = harness.state().plan();
    let made = plan.activities.at(0).unwrap();
    assert_eq!((made.name.best(&[]).raw(), made.output), ("Rent a press", Some(Id::from_bits(7))));
    assert_eq!(plan.risks.at(0).unwrap().activity, Some(made.id));
}

#[test]
fn risks_move_by_keys_and_go() {
    let mut harness = open(example("sri-lanka-batik"));
    let first = harness.state().plan().risks.at(0).unwrap().id;
    let line = lines(&harness)[0].clone();
    harness.get_by_role_and_label(Role::Button, &line).focus();
    harness.run();
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(harness.state().plan().risks.position(first), Some(1));
    let moved = lines(&harness)[1].clone();
    assert!(harness.get_by_role_and_label(Role::Button, &moved).is_focused(), "the focus goes with it");
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    click(&mut harness, "Delete Risk 1");
    let plan = harness.state().plan();
    assert_eq!((plan.risks.len(), plan.risks.position(first)), (1, Some(0)));
}

#[test]
fn of_many_risks_only_those_in_sight_are_laid_out_and_each_is_reached() {
    let mut plan = full_plan();
    let all = (0..1000).map(|i| Risk {
        event: Text::english(&format!("Event {i}")),
        likelihood: Rating::new(u8::try_from(i % 5).unwrap() + 1),
        ..Risk::new(Id::from_bits(100 + i))
    });
    plan.risks = Table::from_rows(all).0;
    let mut stage = Stage::new(plan, PAGE);
    let last = Place::cell::<Risk>(Id::from_bits(1099), RISK.event);
    stage.go(Place::block(Block::Identity));
    stage.page = PAGE;
    let mut harness = stage.open(900.0, 700.0);
    harness.run();
    assert!(lines(&harness).len() < 40, "{}", lines(&harness).len());
    assert_eq!(lines(&harness)[0], "Risk 1: Event 0, not rated");
    harness.state_mut().go(last);
    harness.run();
    assert_eq!(harness.state().focused, Some(last));
    assert!(field(&harness, "Risk 1000, Event").is_focused());
    assert!(lines(&harness).len() < 40);
    write(&mut harness, "Risk 1000, Event", "!");
    assert!(harness.state().plan().risks.at(999).unwrap().event.best(&[]).raw().contains('!'));
}

#[test]
fn the_page_speaks_indonesian() {
    let mut stage = Stage::new(example("indonesia-rattan"), PAGE);
    stage.words = crate::locale::Words::new(crate::locale::Interface::Indonesian);
    let mut harness = stage.open(900.0, 1200.0);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Kemungkinan 2, dampak 5: 1 risiko");
    harness.get_by_role_and_label(Role::Button, "Kemungkinan 5, dampak 5: tidak ada risiko");
}
