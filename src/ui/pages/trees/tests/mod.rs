//! Journeys by accessible name.

mod canvas;
mod rows;

use super::PAGE;
use crate::{
    plan::*,
    ui::testing::{Stage, click, example, full_plan, write},
};
use egui::{Event, Key, Modifiers, Pos2, accesskit::Role, pos2, vec2};
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
    pull(h, start, end);
}

/// Presses at a point, moves to another one in steps and lets go there.
fn pull(h: &mut Trees, start: Pos2, end: Pos2) {
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
