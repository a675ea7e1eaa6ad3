//! Journeys by accessible name.

use super::PAGE;
use crate::{
    analysis::tree::differences,
    plan::*,
    ui::testing::{Stage, click, example, full_plan, write},
};
use egui::{Event, Key, Modifiers, accesskit::Role, pos2, vec2};
use egui_kittest::{Harness, kittest::Queryable};

type Trees = Harness<'static, Stage>;

fn open(plan: Plan) -> Trees {
    let mut h = Stage::new(plan, PAGE).open(1100.0, 760.0);
    h.run();
    h
}

fn key(h: &mut Trees, key: Key) {
    key_with(h, Modifiers::NONE, key);
}

fn key_with(h: &mut Trees, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run();
}

fn typed(h: &mut Trees, text: &str) {
    h.event(Event::Text(text.to_owned()));
    h.run();
}

/// The tree as its cards are called, from the plan.
fn told(h: &Trees) -> Vec<String> {
    let plan = h.state().plan();
    let tree = super::Tree::new(&plan.cards);
    let said = |id: Id<Card>| plan.cards.get(id).unwrap().problem.best(&[]).raw().to_owned();
    let kind = |kind| match kind {
        CardKind::Core => "core",
        CardKind::Cause => "cause",
        CardKind::Effect => "effect",
    };
    let placed = tree.nodes().iter().map(|n| format!("{} {}: {}", kind(n.kind), n.number, said(n.id)));
    placed.chain(tree.loose().iter().map(|id| format!("waits: {}", said(*id)))).collect()
}

fn card<'h>(h: &'h Trees, name: &'h str) -> egui_kittest::Node<'h> {
    h.get_by_role_and_label(Role::TreeItem, name)
}

const COMMAND: Modifiers = Modifiers::COMMAND;

#[test]
fn a_tree_of_eight_cards_by_keyboard_only() {
    let mut h = open(full_plan());
    h.get_by_role_and_label(Role::Button, "Write the core problem").focus();
    h.run();
    key(&mut h, Key::Enter);
    typed(&mut h, "Income is low");
    key_with(&mut h, COMMAND, Key::Enter);
    typed(&mut h, "Cloth fades");
    key(&mut h, Key::Enter);
    typed(&mut h, "One trader buys");
    key(&mut h, Key::Enter);
    typed(&mut h, "Roads close");
    // Enter on an empty card ends the writing.
    key(&mut h, Key::Enter);
    key(&mut h, Key::Enter);
    assert!(card(&h, "Cause 3: Roads close").is_focused());
    key(&mut h, Key::ArrowLeft);
    key(&mut h, Key::ArrowLeft);
    assert!(card(&h, "Cause 1: Cloth fades").is_focused());
    key_with(&mut h, COMMAND, Key::Enter);
    typed(&mut h, "Dye is cheap");
    key(&mut h, Key::Enter);
    typed(&mut h, "Nobody tests");
    key(&mut h, Key::Escape);
    assert!(card(&h, "Cause 1.2: Nobody tests").is_focused());
    key_with(&mut h, COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    typed(&mut h, "Young people leave");
    key_with(&mut h, COMMAND, Key::Enter);
    typed(&mut h, "Villages empty");
    key(&mut h, Key::Escape);
    assert_eq!(
        told(&h),
        [
            "core : Income is low",
            "cause 1: Cloth fades",
            "cause 1.1: Dye is cheap",
            "cause 1.2: Nobody tests",
            "cause 2: One trader buys",
            "cause 3: Roads close",
            "effect 1: Young people leave",
            "effect 1.1: Villages empty"
        ]
    );
    // Down the whole tree, and a card is rewritten, moved, carried and taken away.
    key(&mut h, Key::ArrowDown);
    key(&mut h, Key::ArrowDown);
    assert!(card(&h, "Core problem: Income is low").is_focused());
    typed(&mut h, "er");
    typed(&mut h, " now");
    key(&mut h, Key::Escape);
    assert!(card(&h, "Core problem: Income is lower now").is_focused());
    card(&h, "Cause 3: Roads close").focus();
    h.run();
    key_with(&mut h, Modifiers::ALT, Key::ArrowLeft);
    assert!(card(&h, "Cause 2: Roads close").is_focused());
    key_with(&mut h, COMMAND, Key::M);
    key(&mut h, Key::ArrowLeft);
    key(&mut h, Key::Enter);
    assert!(card(&h, "Cause 1.3: Roads close").is_focused());
    key(&mut h, Key::ArrowUp);
    key(&mut h, Key::Delete);
    assert!(h.query_by_label("Cause 1.3: Roads close").is_none());
    assert!(card(&h, "Cause 1.2: Roads close").is_focused());
    h.get_by_role_and_label(Role::Status, "The card is gone. Ctrl+Z brings it back");
    h.state_mut().document.undo();
    h.run();
    card(&h, "Cause 1.2: Nobody tests");
}

#[test]
fn an_empty_card_leaves_nothing_behind() {
    let mut h = open(example("nepal-lokta-paper"));
    let before = h.state().plan().cards.len();
    card(&h, "Cause 3: Each workshop sells alone to one trader").focus();
    h.run();
    key_with(&mut h, COMMAND, Key::Enter);
    h.get_by_role_and_label(Role::MultilineTextInput, "Cause 3.1");
    key(&mut h, Key::Escape);
    assert_eq!(h.state().plan().cards.len(), before);
    assert!(card(&h, "Cause 3: Each workshop sells alone to one trader").is_focused());
    assert!(!h.state_mut().document.is_modified());
}

/// Shows all cards, presses in the middle of one, moves to a point of another and lets go.
fn drag(h: &mut Trees, from: &str, to: &str, at: (f32, f32)) {
    click(h, "Show all");
    let start = card(h, from).rect().center();
    let over = card(h, to).rect();
    let end = pos2(over.left() + over.width() * at.0, over.top() + over.height() * at.1);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    h.event(Event::PointerMoved(start));
    h.run();
    h.event(button(start, true));
    h.run_steps(2);
    for step in 1..=4u8 {
        h.event(Event::PointerMoved(start + (end - start) * (f32::from(step) / 4.0)));
        h.run_steps(1);
    }
    h.event(button(end, false));
    h.run();
}

#[test]
fn a_tree_is_written_and_moved_by_mouse() {
    let mut h = open(full_plan());
    h.get_by_role_and_label(Role::Button, "Write the core problem").click();
    h.run();
    typed(&mut h, "Income is low");
    key(&mut h, Key::Escape);
    for name in ["Cloth fades", "One trader buys", "Dye is cheap"] {
        card(&h, "Core problem: Income is low").click();
        h.run();
        click(&mut h, "Add a cause");
        typed(&mut h, name);
        key(&mut h, Key::Escape);
    }
    card(&h, "Core problem: Income is low").click();
    h.run();
    click(&mut h, "Add an effect");
    typed(&mut h, "Young people leave");
    key(&mut h, Key::Escape);
    let steps = h.state().document.steps().count();
    drag(&mut h, "Cause 3: Dye is cheap", "Cause 1: Cloth fades", (0.5, 0.5));
    assert_eq!(told(&h)[2], "cause 1.1: Dye is cheap");
    assert_eq!(h.state().document.steps().count(), steps + 1, "one step");
    h.state_mut().document.undo();
    h.run();
    assert_eq!(told(&h)[3], "cause 3: Dye is cheap");
    // Beside another card, in front of it.
    drag(&mut h, "Cause 3: Dye is cheap", "Cause 1: Cloth fades", (0.05, 0.5));
    assert_eq!(told(&h)[1], "cause 1: Dye is cheap");
    // Onto the upper half of the core problem: an effect.
    drag(&mut h, "Cause 3: One trader buys", "Core problem: Income is low", (0.5, 0.2));
    assert_eq!(told(&h)[4], "effect 2: One trader buys");
    // A branch does not hang on itself.
    drag(&mut h, "Effect 2: One trader buys", "Effect 1: Young people leave", (0.5, 0.5));
    let before = told(&h);
    drag(&mut h, "Effect 1: Young people leave", "Effect 1.1: One trader buys", (0.5, 0.5));
    assert_eq!(told(&h), before);
    h.get_by_role_and_label(Role::Status, "A card cannot hang on a card of its own branch");
}

#[test]
fn the_ground_slides_and_the_wheel_zooms() {
    let mut h = open(example("nepal-lokta-paper"));
    let core = "Core problem: Paper makers of Baglung get a fifth of the value of their paper";
    click(&mut h, "Show all");
    let before = card(&h, core).rect();
    let at = pos2(before.center().x, before.center().y);
    h.event(Event::PointerMoved(at));
    h.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, 60.0),
        modifiers: Modifiers::COMMAND,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    });
    h.run();
    assert!(card(&h, core).rect().width() > before.width(), "Ctrl+wheel makes it larger");
    click(&mut h, "Show all");
    let fitted = card(&h, core).rect();
    assert!((fitted.width() - before.width()).abs() < 1.0 && (fitted.left() - before.left()).abs() < 1.0);
    click(&mut h, "Larger");
    assert!(card(&h, core).rect().width() > fitted.width());
}

#[test]
fn twins_stand_in_the_same_place() {
    let mut h = open(example("nepal-lokta-paper"));
    let problem = card(&h, "Cause 1.1: Pulp is measured by eye").rect();
    h.get_by_role_and_label(Role::RadioButton, "Objectives").click();
    h.run();
    assert_eq!(card(&h, "Means 1.1: Pulp is measured with a jug and a scale").rect(), problem);
    h.get_by_role_and_label(Role::RadioButton, "Side by side").click();
    h.run();
    let left = card(&h, "Cause 1.1: Pulp is measured by eye").rect();
    let right = card(&h, "Means 1.1: Pulp is measured with a jug and a scale").rect();
    assert!((left.right() - right.left()).abs() < 0.5 && (left.top() - right.top()).abs() < 0.1);
    // From a problem to its twin, and the twin is written on its card.
    card(&h, "Cause 1.1: Pulp is measured by eye").focus();
    h.run();
    key(&mut h, Key::ArrowRight);
    assert!(card(&h, "Means 1.1: Pulp is measured with a jug and a scale").is_focused());
    key(&mut h, Key::F2);
    typed(&mut h, " each time");
    key(&mut h, Key::Escape);
    card(&h, "Means 1.1: Pulp is measured with a jug and a scale each time");
}

#[test]
fn cards_are_written_in_silence_and_placed_afterwards() {
    let mut h = open(full_plan());
    click(&mut h, "Write cards in silence");
    for name in ["Income is low", "Cloth fades", "Young people leave"] {
        typed(&mut h, name);
        key(&mut h, Key::Enter);
    }
    h.get_by_label("3 cards");
    assert!(h.state().plan().cards.iter().all(|c| c.kind.is_none() && c.parent.is_none()));
    click(&mut h, "Place the cards");
    card(&h, "Waiting card: Income is low").click();
    h.run();
    click(&mut h, "Make it the core problem");
    drag(&mut h, "Waiting card: Cloth fades", "Core problem: Income is low", (0.5, 0.8));
    card(&h, "Waiting card: Young people leave").focus();
    h.run();
    key_with(&mut h, COMMAND, Key::M);
    key(&mut h, Key::ArrowRight);
    key_with(&mut h, COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    assert_eq!(told(&h), ["core : Income is low", "cause 1: Cloth fades", "effect 1: Young people leave"]);
}

/// The example without its matrix.
fn without_matrix() -> Plan {
    let mut plan = example("nepal-lokta-paper");
    plan.matrix = std::sync::Arc::default();
    plan.outputs = Table::default();
    plan.activities = Table::default();
    plan.indicators = Table::default();
    plan.assumptions = Table::default();
    plan.judgements = Table::default();
    plan.budget = Table::default();
    plan.risks = Table::default();
    plan
}

#[test]
fn a_chosen_branch_becomes_matrix_rows_in_one_step() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    h.get_by_label("Output from Means 1: will be made");
    click(&mut h, "Make these rows");
    let plan = h.state().plan();
    assert_eq!((plan.outputs.len(), plan.activities.len()), (4, 2));
    assert_eq!(
        plan.matrix.purpose.best(&[]).raw(),
        "Paper makers of Baglung get half of the value of their paper"
    );
    assert_eq!(h.state().document.steps().count(), 1);
    h.get_by_role_and_label(Role::Status, "The rows are in the matrix. Ctrl+Z takes them back");
    click(&mut h, "Make matrix rows...");
    h.get_by_label("All rows are there");
    click(&mut h, "Cancel");
    h.state_mut().document.undo();
    h.run();
    assert!(h.state().plan().outputs.is_empty() && h.state().plan().matrix.purpose.is_blank());
}

#[test]
fn a_difference_is_shown_on_both_sides_and_settled() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    click(&mut h, "Make these rows");
    assert!(h.query_by_label_contains("from the matrix").is_none());
    card(&h, "Cause 1: Sheets of one order differ in weight and colour").click();
    h.run();
    write(&mut h, "Cause 1, Objective", "Better: ");
    click(&mut h, "One difference from the matrix");
    assert_eq!(h.query_all_by_label("Means 1 was changed").count(), 2, "in the list and beside the card");
    click(&mut h, "One difference from the matrix");
    click(&mut h, "Keep both as they are: Output 1");
    assert_eq!(differences(h.state().plan()), []);
    // The matrix says so too, and there the words are taken over.
    write(&mut h, "Cause 1, Objective", "Much ");
    h.state_mut().page = Page::Section(Section::Matrix);
    h.run();
    h.get_by_label("Means 1 was changed");
    click(&mut h, "Take the card's words: Output 1");
    let plan = h.state().plan();
    let (card, output) = (plan.cards.at(3).unwrap(), plan.outputs.at(0).unwrap());
    assert_eq!(card.objective, output.text);
    assert!(output.text.best(&[]).raw().contains("Much"));
    // And from the row to its card.
    h.get_by_role_and_label(Role::Link, "Tree: Means 1: Output 1").click_accesskit();
    h.run();
    assert_eq!(h.state().page, PAGE);
    assert_eq!(
        h.state().focused,
        Some(Place::cell(h.state().plan().cards.at(3).unwrap().id, CARD.objective))
    );
}

use super::{Page, Section};

#[test]
fn a_row_is_written_to_its_card() {
    let mut h = open(without_matrix());
    click(&mut h, "Make matrix rows...");
    click(&mut h, "Make these rows");
    h.state_mut().page = Page::Section(Section::Matrix);
    h.run();
    write(&mut h, "Output 1, Result", "40 workshops: ");
    h.get_by_label("Output 1 was changed");
    click(&mut h, "Write it to the card: Output 1");
    let plan = h.state().plan();
    assert_eq!(plan.cards.at(3).unwrap().objective, plan.outputs.at(0).unwrap().text);
    assert_eq!(differences(plan), []);
}

#[test]
fn every_field_of_a_card_can_be_led_to() {
    let plan = example("nepal-lokta-paper");
    let id = plan.cards.iter().find(|c| !c.reason.is_blank()).unwrap().id;
    // What a card is and where it hangs is shown by the card itself.
    for field in Block::Card.fields() {
        let mut stage = Stage::new(plan.clone(), PAGE);
        stage.go(Place::cell(id, *field));
        let mut h = stage.open(1100.0, 700.0);
        h.run_steps(6);
        let own = [CARD.objective, CARD.reason].contains(field);
        let expected = if own { *field } else { CARD.problem };
        assert_eq!(h.state().focused, Some(Place::cell(id, expected)), "{field:?}");
    }
    let mut stage = Stage::new(plan, PAGE);
    stage.go(Place::row(id));
    let mut h = stage.open(1100.0, 700.0);
    h.run_steps(6);
    assert_eq!(h.state().focused, Some(Place::cell(id, CARD.problem)));
}

#[test]
fn a_branch_is_chosen_with_its_alternative() {
    let mut h = open(example("nepal-lokta-paper"));
    card(&h, "Cause 4: Bark is cut before the shrub is four years old").click();
    h.run();
    click(&mut h, "Take the choice back");
    let plan = h.state().plan();
    assert!(!plan.cards.iter().next_back().unwrap().chosen);
    assert!(!plan.strategies.iter().next_back().unwrap().chosen);
}

#[test]
fn the_large_view_takes_the_whole_window() {
    let mut h = open(example("nepal-lokta-paper"));
    let core = "Core problem: Paper makers of Baglung get a fifth of the value of their paper";
    click(&mut h, "Show all");
    let before = card(&h, core).rect();
    click(&mut h, "Large view");
    assert!(card(&h, core).rect().width() > before.width());
    key(&mut h, Key::Escape);
    assert!((card(&h, core).rect().width() - before.width()).abs() < 1.0);
}

/// A tree of five hundred cards; only those in sight have nodes.
#[test]
fn five_hundred_cards_are_walked_without_laying_out_all() {
    let mut plan = full_plan();
    let core =
        Card { kind: Some(CardKind::Core), problem: Text::english("core"), ..Card::new(Id::from_bits(1)) };
    let below = (2..=500).map(|n| {
        let parent = if n % 10 == 2 { 1 } else { n - 1 };
        let kind = if n > 400 { CardKind::Effect } else { CardKind::Cause };
        Card {
            kind: Some(kind),
            parent: Some(Id::from_bits(parent)),
            problem: Text::english(&format!("problem {n}")),
            ..Card::new(Id::from_bits(n))
        }
    });
    plan.cards = Table::from_rows([core].into_iter().chain(below)).0;
    let mut h = open(plan);
    for _ in 0..6 {
        click(&mut h, "Larger");
    }
    let shown = h.query_all_by_role(Role::TreeItem).count();
    assert!(shown > 0 && shown < 120, "{shown}");
    card(&h, "Core problem: core").focus();
    h.run();
    for _ in 0..12 {
        key(&mut h, Key::ArrowDown);
    }
    let focused = h.query_all_by_role(Role::TreeItem).find(|n| n.is_focused()).unwrap();
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1100.0, 760.0));
    assert!(window.contains(focused.rect().center()));
}
