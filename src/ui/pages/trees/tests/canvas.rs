//! The canvas: slid, zoomed and read with the mouse; what stays where it is when cards come; many cards.

use super::*;
use crate::ui::{panes::FindView, testing::field};
use egui::{Rect, Vec2};
use egui_kittest::kittest::NodeT;

const CORE: &str = "Core problem: Paper makers of Baglung get a fifth of the value of their paper";

/// Every card in sight, by what stands on it, and where.
fn places(h: &Trees) -> Vec<(String, Rect)> {
    let said = |name: String| name.split_once(": ").map(|(_, words)| words.to_owned()).unwrap_or(name);
    h.query_all_by_role(Role::TreeItem)
        .map(|node| (said(node.accesskit_node().label().unwrap()), node.rect()))
        .collect()
}

fn place(places: &[(String, Rect)], begin: &str) -> Rect {
    places.iter().find(|(words, _)| words.starts_with(begin)).unwrap_or_else(|| panic!("no card {begin}")).1
}

/// By how much every card that was and is in sight has moved.
fn ways(before: &[(String, Rect)], after: &[(String, Rect)]) -> Vec<Vec2> {
    let way = |(words, rect): &(String, Rect)| {
        after.iter().find(|(other, _)| other == words).map(|(_, now)| now.min - rect.min)
    };
    before.iter().filter_map(way).collect()
}

/// A point of the canvas where nothing is.
fn ground(h: &Trees) -> Pos2 {
    let taken: Vec<Rect> = [Role::TreeItem, Role::Link]
        .into_iter()
        .flat_map(|role| h.query_all_by_role(role).map(|node| node.rect().expand(14.0)).collect::<Vec<_>>())
        .collect();
    let points = (5..22u8)
        .flat_map(|y| (2..26u8).map(move |x| pos2(f32::from(x) * 40.0, f32::from(y) * 20.0 + 140.0)));
    points.into_iter().find(|at| taken.iter().all(|rect| !rect.contains(*at))).unwrap()
}

fn wheel(h: &mut Trees, at: Pos2, delta: Vec2, modifiers: Modifiers) {
    h.event(Event::PointerMoved(at));
    h.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        modifiers,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    });
    h.run();
}

#[test]
fn the_ground_is_slid_by_hand_and_by_the_wheel() {
    let mut h = open(example("nepal-lokta-paper"));
    click(&mut h, "Show all");
    let (before, at) = (places(&h), ground(&h));
    pull(&mut h, at, at + vec2(120.0, -50.0));
    let after = places(&h);
    let moved = ways(&before, &after);
    assert!(
        moved.len() > 3 && moved.iter().all(|way| (*way - vec2(120.0, -50.0)).length() < 0.5),
        "{moved:?}"
    );
    for (turn, modifiers, expected) in [
        (vec2(0.0, -60.0), Modifiers::NONE, vec2(0.0, -60.0)),
        (vec2(-45.0, 0.0), Modifiers::NONE, vec2(-45.0, 0.0)),
        (vec2(0.0, 45.0), Modifiers::SHIFT, vec2(45.0, 0.0)),
    ] {
        let (before, at) = (places(&h), ground(&h));
        wheel(&mut h, at, turn, modifiers);
        let moved = ways(&before, &places(&h));
        assert!(
            moved.len() > 3 && moved.iter().all(|way| (*way - expected).length() < 1.5),
            "{turn:?}: {moved:?}"
        );
    }
    assert_eq!(h.state().document.steps().count(), 0, "looking changes nothing");
}

#[test]
fn the_wheel_zooms_around_the_pointer() {
    let mut h = open(example("nepal-lokta-paper"));
    click(&mut h, "Show all");
    let before = card(&h, CORE).rect();
    let at = before.lerp_inside(vec2(0.3, 0.8));
    for (turn, is_larger) in [(60.0, true), (-110.0, false)] {
        let before = card(&h, CORE).rect();
        wheel(&mut h, at, vec2(0.0, turn), Modifiers::COMMAND);
        let after = card(&h, CORE).rect();
        assert_eq!(after.width() > before.width(), is_larger);
        let stays = after.lerp_inside(vec2(0.3, 0.8));
        assert!((stays - at).length() < 0.5, "what is under the pointer stays there: {stays:?} {at:?}");
    }
    click(&mut h, "Show all");
    let fitted = card(&h, CORE).rect();
    assert!((fitted.width() - before.width()).abs() < 1.0 && (fitted.left() - before.left()).abs() < 1.0);
    click(&mut h, "Larger");
    assert!(card(&h, CORE).rect().width() > fitted.width());
}

#[test]
fn a_new_card_moves_only_what_comes_behind_it_in_its_branch() {
    let mut h = open(example("nepal-lokta-paper"));
    click(&mut h, "Show all");
    let before = places(&h);
    let first = "Pulp is measured by eye";
    let sheets = "Sheets of one order differ";
    card(&h, "Cause 1.1: Pulp is measured by eye").focus();
    h.run();
    key(&mut h, Key::Enter);
    typed(&mut h, "Nobody weighs a sheet");
    key(&mut h, Key::Escape);
    card(&h, "Cause 1.2: Nobody weighs a sheet");
    let after = places(&h);
    assert_eq!(after.len(), before.len() + 1);
    let branch = place(&before, sheets);
    let behind = |rect: Rect| {
        (rect.center().x - branch.center().x).abs() < branch.width() * 0.5
            && rect.top() > place(&before, first).top() + 1.0
    };
    // The window onto the tree may have slid; the core problem says how far.
    let slid = place(&after, &CORE[14..]).min - place(&before, &CORE[14..]).min;
    let row = place(&after, "Nobody weighs").top() - place(&after, first).top();
    for (words, rect) in &before {
        let way = place(&after, words).min - rect.min - slid;
        let expected = if behind(*rect) { vec2(0.0, row) } else { Vec2::ZERO };
        assert!((way - expected).length() < 0.5, "{words}: {way:?}");
    }
}

#[test]
fn a_new_branch_moves_whole_branches_of_its_side_alone() {
    let mut h = open(example("nepal-lokta-paper"));
    click(&mut h, "Show all");
    let before = places(&h);
    card(&h, CORE).focus();
    h.run();
    key_with(&mut h, COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    typed(&mut h, "Young people leave");
    key(&mut h, Key::Escape);
    let after = places(&h);
    let core = &CORE[14..];
    let slid = place(&after, core).min - place(&before, core).min;
    let mut effects = Vec::new();
    for (words, rect) in &before {
        let way = place(&after, words).min - rect.min - slid;
        if rect.bottom() < place(&before, core).top() {
            effects.push(way);
        } else {
            assert!(way.length() < 0.5, "{words} is no effect: {way:?}");
        }
    }
    // Half the room of the new branch, all of them together, to the side.
    assert!(effects.len() > 1 && effects.iter().all(|way| (*way - effects[0]).length() < 0.5), "{effects:?}");
    assert!(effects[0].x < -20.0 && effects[0].y.abs() < 0.5, "{effects:?}");
}

#[test]
fn a_reason_is_written_found_again_and_clicked_on_its_link() {
    let mut h = open(example("nepal-lokta-paper"));
    let place = |h: &Trees| {
        let plan = h.state().plan();
        let card =
            plan.cards.iter().find(|c| c.problem.best(&[]).raw() == "Pulp is measured by eye").unwrap();
        (Place::cell(card.id, CARD.reason), card.reason.best(&[]).raw().to_owned())
    };
    card(&h, "Cause 1.1: Pulp is measured by eye").click();
    h.run();
    let reason = "Cause 1.1, Why it leads there";
    field(&h, reason).focus();
    h.run();
    key_with(&mut h, COMMAND, Key::A);
    typed(&mut h, "Eyes tire by noon");
    assert_eq!(place(&h).1, "Eyes tire by noon");
    // Found by Ctrl+F.
    key(&mut h, Key::Escape);
    h.state_mut().find = Some(FindView::opened());
    h.run();
    typed(&mut h, "tire by noon");
    key(&mut h, Key::Enter);
    assert!(field(&h, reason).value().unwrap().contains("Eyes tire"));
    h.state_mut().find = None;
    h.run();
    // With the mouse on the link between the two cards.
    click(&mut h, "Show all");
    let link = "Why Cause 1.1 leads there: Eyes tire by noon";
    h.get_by_role_and_label(Role::Link, link).click();
    h.run();
    assert!(field(&h, reason).is_focused());
    assert_eq!(h.state().focused, Some(place(&h).0));
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

#[test]
fn an_objective_that_is_not_written_yet_shows_the_problem_it_comes_from() {
    let mut plan = example("nepal-lokta-paper");
    let blank = |c: &Card| Card { objective: Text::default(), ..c.clone() };
    plan.cards = Table::from_rows(plan.cards.iter().map(blank)).0;
    let mut h = open(plan);
    h.get_by_role_and_label(Role::RadioButton, "Objectives").click();
    h.run();
    card(&h, "Means 1.1: not written yet").focus();
    h.run();
    key(&mut h, Key::F2);
    let writing = h.get_by_role_and_label(Role::MultilineTextInput, "Means 1.1");
    let hint = writing.accesskit_node().placeholder().map(str::to_owned);
    assert_eq!(hint.as_deref(), Some("When this is solved: Pulp is measured by eye"));
}

#[test]
fn who_clicks_twice_to_begin_writes_all_the_same() {
    let mut h = open(full_plan());
    let at = h.get_by_role_and_label(Role::Button, "Write the core problem").rect().center();
    h.hover_at(at);
    h.run();
    for _ in 0..2 {
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            h.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
            h.step();
        }
    }
    h.run();
    typed(&mut h, "Income is low");
    key(&mut h, Key::Escape);
    assert_eq!(told(&h), ["core : Income is low"]);
}
