use super::{act::Target, *};
use crate::plan::{
    At, CardField, Edit, IdSource, Lang, OutputField, Row, Strategy, StrategyField, Text, UserText,
    sample::Dice,
};

fn id(n: u64) -> Id<Card> {
    Id::from_bits(n)
}

fn after(mut plan: Plan, edits: &[Edit]) -> Plan {
    for edit in edits {
        edit.apply(&mut plan).unwrap_or_else(|refused| panic!("{edit:?}: {refused}"));
    }
    plan
}

fn cards(all: &[(u64, Option<CardKind>, Option<u64>)]) -> Plan {
    let mut plan = Plan::new(Id::from_bits(1));
    let card = |(n, kind, parent): &(u64, Option<CardKind>, Option<u64>)| Card {
        kind: *kind,
        parent: parent.map(id),
        problem: Text::english(&format!("problem {n}")),
        objective: Text::english(&format!("objective {n}")),
        ..Card::new(id(*n))
    };
    plan.cards = Table::from_rows(all.iter().map(card)).0;
    plan
}

const CORE: Option<CardKind> = Some(CardKind::Core);
const CAUSE: Option<CardKind> = Some(CardKind::Cause);
const EFFECT: Option<CardKind> = Some(CardKind::Effect);

/// Core 1; causes 2 (with 3 and 4, and 5 under 4) and 6; effects 7 (with 8) and 9; 10 waits.
fn small() -> Plan {
    cards(&[
        (1, CORE, None),
        (2, CAUSE, Some(1)),
        (3, CAUSE, Some(2)),
        (4, CAUSE, Some(2)),
        (5, CAUSE, Some(4)),
        (6, CAUSE, Some(1)),
        (7, EFFECT, Some(1)),
        (8, EFFECT, Some(7)),
        (9, EFFECT, Some(1)),
        (10, None, None),
    ])
}

/// `1; cause 1 of 1: 2; …`: what is where, in one line.
fn told(plan: &Plan) -> String {
    let tree = Tree::new(&plan.cards);
    let one = |n: &Node| {
        let kind = match n.kind {
            CardKind::Core => "core",
            CardKind::Cause => "cause",
            CardKind::Effect => "effect",
        };
        format!("{} {kind} {}", n.id.bits(), n.number).trim().to_owned()
    };
    let loose: Vec<_> = tree.loose().iter().map(|c| format!("{} waits", c.bits())).collect();
    let all: Vec<_> = tree.nodes().iter().map(one).chain(loose).collect();
    all.join("; ")
}

#[test]
fn cards_are_numbered_where_they_hang() {
    assert_eq!(
        told(&small()),
        "1 core; 2 cause 1; 3 cause 1.1; 4 cause 1.2; 5 cause 1.2.1; 6 cause 2; 7 effect 1; 8 effect 1.1; \
         9 effect 2; 10 waits"
    );
    // A card is what the card is that it hangs on; without a kind it is a cause.
    let bent = cards(&[
        (1, CORE, None),
        (2, None, Some(1)),
        (3, EFFECT, Some(2)),
        (4, CAUSE, None),
        (5, CORE, None),
    ]);
    assert_eq!(told(&bent), "1 core 1; 2 cause 1; 3 cause 1.1; 5 core 2; 4 waits");
}

const SIZES: Measures =
    Measures { width: 200.0, wide: 200.0, height: 80.0, gap: 20.0, rise: 60.0, step: 20.0, indent: 16.0 };

fn spots(plan: &Plan) -> HashMap<u64, Spot> {
    let tree = Tree::new(&plan.cards);
    let layout = Layout::new(&tree, SIZES);
    tree.nodes().iter().zip(layout.spots()).map(|(n, s)| (n.id.bits(), *s)).collect()
}

/// A tree that grew card by card, as dice fell.
fn grown(dice: &mut Dice, count: usize) -> Plan {
    let mut plan = cards(&[(1, CORE, None)]);
    for n in 2..2 + count as u64 {
        let tree = Tree::new(&plan.cards);
        let on = tree.nodes()[dice.below(tree.nodes().len())].clone();
        let target = match dice.below(4) {
            0 => Target::Above(on.id),
            1 if on.parent.is_some() => Target::Before(on.id),
            2 if on.parent.is_some() => Target::After(on.id),
            _ => Target::On(on.id),
        };
        let (card, at) = act::new_card(&tree, target, id(n)).unwrap();
        plan = after(plan, &[Card::add(card, at)]);
    }
    plan
}

#[test]
fn cards_never_overlap_and_lead_away_from_the_core_problem() {
    let mut dice = Dice::new(3);
    for size in [0, 1, 2, 5, 20, 80, 500] {
        let plan = grown(&mut dice, size);
        let tree = Tree::new(&plan.cards);
        assert_eq!(tree.nodes().len(), size + 1);
        let layout = Layout::new(&tree, SIZES);
        let spots = layout.spots();
        for (i, a) in spots.iter().enumerate() {
            for b in &spots[i + 1..] {
                let beside = a.x + a.width <= b.x || b.x + b.width <= a.x;
                let apart = beside || (a.y - b.y).abs() >= SIZES.height;
                assert!(apart, "{a:?} {b:?}");
            }
        }
        for (node, spot) in tree.nodes().iter().zip(spots) {
            let Some(parent) = node.parent.map(|p| spots[p]) else { continue };
            let is_further = match node.kind {
                CardKind::Effect => spot.y < parent.y,
                _ => spot.y > parent.y,
            };
            assert!(is_further, "{node:?}");
        }
        assert_eq!((spots[0].x, spots[0].y), (-100.0, -40.0));
        let [left, top, right, bottom] = layout.bounds().unwrap();
        assert!(spots.iter().all(|s| s.x >= left && s.y >= top && s.x < right && s.y < bottom));
    }
}

#[test]
fn siblings_stand_in_their_order() {
    let spots = spots(&small());
    assert!(spots[&2].x < spots[&6].x && spots[&7].x < spots[&9].x);
    assert!(spots[&3].y < spots[&4].y && spots[&4].y < spots[&5].y);
    assert!(spots[&8].y < spots[&7].y && spots[&7].y < spots[&1].y);
}

/// Which of the cards that were there moved against the core problem.
fn moved(before: &Plan, later: &Plan) -> Vec<u64> {
    let (a, b) = (spots(before), spots(later));
    let mut moved: Vec<u64> =
        a.iter().filter(|(n, s)| b.get(n).is_some_and(|t| t != *s)).map(|(n, _)| *n).collect();
    moved.sort_unstable();
    moved
}

#[test]
fn a_new_card_leaves_the_others_where_they_are() {
    let check = |target: Target, expected: &[u64]| {
        let plan = small();
        let (card, at) = act::new_card(&Tree::new(&plan.cards), target, id(50)).unwrap();
        assert_eq!(moved(&plan, &after(plan.clone(), &[Card::add(card, at)])), expected, "{target:?}");
    };
    // At the end of a branch nothing moves.
    check(Target::On(id(5)), &[]);
    check(Target::On(id(2)), &[]);
    check(Target::After(id(5)), &[]);
    check(Target::On(id(3)), &[4, 5]);
    check(Target::After(id(3)), &[4, 5]);
    // A new cause moves no effect, a new effect no cause.
    check(Target::On(id(1)), &[2, 3, 4, 5, 6]);
    check(Target::Above(id(1)), &[7, 8, 9]);
    check(Target::On(id(9)), &[]);
    // And every branch moves as a whole.
    let mut dice = Dice::new(11);
    for _ in 0..40 {
        let plan = grown(&mut dice, 30);
        let tree = Tree::new(&plan.cards);
        let (card, at) = act::new_card(&tree, Target::On(id(1)), id(500)).unwrap();
        let (a, b) = (spots(&plan), spots(&after(plan.clone(), &[Card::add(card, at)])));
        for branch in &tree.nodes()[0].causes {
            let by: Vec<f32> = tree
                .branch(*branch)
                .into_iter()
                .map(|i| tree.nodes()[i].id.bits())
                .map(|n| b[&n].x - a[&n].x)
                .collect();
            assert!(by.iter().all(|x| (x - by[0]).abs() < 0.01), "{by:?}");
        }
        assert!(tree.nodes()[0].effects.iter().all(|e| {
            let n = tree.nodes()[*e].id.bits();
            a[&n] == b[&n]
        }));
    }
}

#[test]
fn branches_move_as_one_step() {
    let check = |card: u64, target: Target, expected: Result<&str, act::No>| {
        let plan = small();
        let tree = Tree::new(&plan.cards);
        let moved = act::move_card(&plan, &tree, id(card), target);
        let told = moved.map(|edit| told(&after(plan.clone(), &[edit])));
        assert_eq!(told.as_deref(), expected.as_deref(), "{card} {target:?}");
    };
    let circle = Err(act::No::Circle);
    check(2, Target::On(id(5)), circle);
    check(1, Target::On(id(2)), circle);
    check(4, Target::After(id(5)), circle);
    check(2, Target::After(id(2)), Err(act::No::Nothing));
    check(3, Target::Before(id(4)), Err(act::No::Nothing));
    // A branch that goes to the other side takes its cards along.
    check(
        4,
        Target::On(id(8)),
        Ok(
            "1 core; 2 cause 1; 3 cause 1.1; 6 cause 2; 7 effect 1; 8 effect 1.1; 4 effect 1.1.1; 5 effect 1.1.1.1; \
            9 effect 2; 10 waits",
        ),
    );
    check(
        6,
        Target::Before(id(3)),
        Ok(
            "1 core; 2 cause 1; 6 cause 1.1; 3 cause 1.2; 4 cause 1.3; 5 cause 1.3.1; 7 effect 1; 8 effect 1.1; \
            9 effect 2; 10 waits",
        ),
    );
    check(
        10,
        Target::Above(id(1)),
        Ok(
            "1 core; 2 cause 1; 3 cause 1.1; 4 cause 1.2; 5 cause 1.2.1; 6 cause 2; 7 effect 1; 8 effect 1.1; \
            9 effect 2; 10 effect 3",
        ),
    );
    check(
        4,
        Target::Tray,
        Ok(
            "1 core; 2 cause 1; 3 cause 1.1; 6 cause 2; 7 effect 1; 8 effect 1.1; 9 effect 2; 4 waits; 10 waits",
        ),
    );
}

#[test]
fn kinds_of_a_moved_branch_are_written_too() {
    let plan = small();
    let tree = Tree::new(&plan.cards);
    let edit = act::move_card(&plan, &tree, id(4), Target::On(id(8))).unwrap();
    let plan = after(plan, &[edit]);
    assert_eq!([4, 5].map(|n| plan.cards.get(id(n)).unwrap().kind), [EFFECT, EFFECT]);
}

#[test]
fn cards_change_places_and_levels() {
    let check = |edit: Option<Edit>, expected: Option<&str>| {
        let told = edit.map(|edit| told(&after(small(), &[edit])));
        assert_eq!(told.as_deref(), expected);
    };
    let plan = small();
    let tree = Tree::new(&plan.cards);
    let rest = "7 effect 1; 8 effect 1.1; 9 effect 2; 10 waits";
    check(
        act::shift(&plan, &tree, id(6), false),
        Some(&format!("1 core; 6 cause 1; 2 cause 2; 3 cause 2.1; 4 cause 2.2; 5 cause 2.2.1; {rest}")),
    );
    check(act::shift(&plan, &tree, id(6), true), None);
    check(
        act::outwards(&plan, &tree, id(4)),
        Some(&format!("1 core; 2 cause 1; 3 cause 1.1; 4 cause 2; 5 cause 2.1; 6 cause 3; {rest}")),
    );
    check(act::outwards(&plan, &tree, id(2)), None);
    check(
        act::inwards(&plan, &tree, id(6)),
        Some(&format!("1 core; 2 cause 1; 3 cause 1.1; 4 cause 1.2; 5 cause 1.2.1; 6 cause 1.3; {rest}")),
    );
    check(act::inwards(&plan, &tree, id(2)), None);
}

fn made(plan: &Plan) -> Plan {
    let tree = Tree::new(&plan.cards);
    let offers = offers(plan, &tree, None);
    let mut ids = IdSource::seeded(4 + plan.outputs.len() as u64);
    let edit = rows_edit(plan, &tree, &offers, &mut ids).unwrap();
    after(plan.clone(), &[edit])
}

fn en(text: &Text) -> &str {
    text.get(&Lang::english()).raw()
}

fn choose(n: u64) -> Edit {
    Card::change(id(n), CardField::Chosen(true))
}

#[test]
fn a_chosen_branch_becomes_rows_of_the_matrix() {
    let plan = after(small(), &[choose(2)]);
    let plan = made(&plan);
    assert_eq!((en(&plan.matrix.purpose), en(&plan.matrix.goal)), ("objective 1", "objective 7"));
    assert_eq!((plan.matrix.purpose_card, plan.matrix.goal_card), (Some(id(1)), Some(id(7))));
    let outputs: Vec<_> = plan.outputs.iter().map(|o| (en(&o.text), o.card)).collect();
    assert_eq!(outputs, [("objective 2", Some(id(2)))]);
    let parent =
        |p: Option<Id<crate::plan::Activity>>| p.and_then(|p| plan.activities.get(p)).map(|a| en(&a.name));
    let activities: Vec<_> = plan.activities.iter().map(|a| (en(&a.name), parent(a.parent))).collect();
    assert_eq!(
        activities,
        [("objective 3", None), ("objective 4", None), ("objective 5", Some("objective 4"))]
    );
    assert!(plan.activities.iter().all(|a| a.output == plan.outputs.at(0).map(|o| o.id)));
    assert_eq!(differences(&plan), []);
    // Once more, nothing is made twice; another branch adds its own.
    let tree = Tree::new(&plan.cards);
    assert_eq!(rows_edit(&plan, &tree, &offers(&plan, &tree, None), &mut IdSource::seeded(9)), None);
    let more = made(&after(plan, &[choose(6)]));
    assert_eq!((more.outputs.len(), more.activities.len()), (2, 3));
}

#[test]
fn the_whole_tree_or_a_deep_card_can_be_chosen() {
    let all = made(&after(small(), &[choose(1)]));
    assert_eq!((all.outputs.len(), all.activities.len()), (2, 3));
    let deep = made(&after(small(), &[choose(5)]));
    let names: Vec<_> = deep.activities.iter().map(|a| en(&a.name)).collect();
    assert_eq!((deep.outputs.len(), names), (1, vec!["objective 4", "objective 5"]));
    let plan = small();
    assert_eq!(offers(&plan, &Tree::new(&plan.cards), None), [], "nothing is chosen");
}

#[test]
fn what_is_written_is_never_overwritten() {
    let mut plan = after(small(), &[choose(6)]);
    plan.matrix = Arc::new(crate::plan::Matrix { purpose: Text::english("ours"), ..Default::default() });
    let plan = made(&plan);
    assert_eq!((en(&plan.matrix.purpose), plan.matrix.purpose_card), ("ours", Some(id(1))));
    let found = differences(&plan);
    assert_eq!(found, [Difference { link: Link::Purpose, card: id(1), changed: Changed::Both }]);
}

#[test]
fn a_difference_is_shown_until_somebody_decides() {
    let plan = made(&after(small(), &[choose(2)]));
    let output = plan.outputs.at(0).unwrap().id;
    let link = Link::Output(output);
    let to_card = |text: &str| Card::change(id(2), CardField::Objective(Text::english(text)));
    let to_row = |text: &str| Output::change(output, OutputField::Text(Text::english(text)));
    use crate::plan::Output;
    let both = |plan: &Plan| {
        let row = plan.outputs.get(output).unwrap();
        (en(&plan.cards.get(id(2)).unwrap().objective).to_owned(), en(&row.text).to_owned())
    };
    let one = after(plan.clone(), &[to_card("new")]);
    let found = Difference::of(&one, link).unwrap();
    assert_eq!((found.changed, both(&one).1.as_str()), (Changed::Card, "objective 2"));
    let taken = after(one.clone(), &[found.take(&one).unwrap()]);
    assert_eq!((both(&taken), Difference::of(&taken, link)), (("new".into(), "new".into()), None));
    let written = after(one.clone(), &[found.write(&one).unwrap()]);
    assert_eq!(both(&written), ("objective 2".into(), "objective 2".into()));
    // Kept apart: silent until one side changes again.
    let kept = after(one.clone(), &[found.keep(&one).unwrap()]);
    assert_eq!((both(&kept), Difference::of(&kept, link)), (("new".into(), "objective 2".into()), None));
    let again = after(kept, &[to_row("40 workshops")]);
    assert_eq!(Difference::of(&again, link).unwrap().changed, Changed::Row);
    let back = after(again, &[to_row("objective 2")]);
    assert_eq!(Difference::of(&back, link), None);
    // The order of languages makes no difference.
    let (lang, words) = (Lang::new("ne").unwrap(), UserText::new("नाप"));
    let a = Text::english("measure").with(&lang, words.clone());
    let b = Text::of(&lang, words.raw()).with(&Lang::english(), "measure".into());
    assert_eq!(link::agreed(&a, &a), link::agreed(&b, &b));
    assert_ne!(link::agreed(&a, &a), link::agreed(&a, &Text::english("measure")));
}

#[test]
fn the_choice_of_a_branch_and_of_its_alternative_is_one() {
    let plan = small();
    let tree = Tree::new(&plan.cards);
    let mut ids = IdSource::seeded(5);
    let plan = after(plan.clone(), &[act::alternatives(&plan, &tree, || ids.next()).unwrap()]);
    let names: Vec<_> = plan.strategies.iter().map(|s| (en(&s.name), s.branch)).collect();
    assert_eq!(names, [("objective 2", Some(id(2))), ("objective 6", Some(id(6)))]);
    assert_eq!(act::alternatives(&plan, &tree, || Id::from_bits(9)), None);
    let first = plan.strategies.at(0).unwrap().id;
    let chosen = after(plan.clone(), &[act::choose_strategy(&plan, first, true).unwrap()]);
    assert!(chosen.cards.get(id(2)).unwrap().chosen);
    let left = after(chosen.clone(), &[act::choose(&chosen, id(2), false)]);
    assert!(!left.strategies.get(first).unwrap().chosen);
    // Another chosen alternative keeps the branch.
    let twin = Strategy { branch: Some(id(2)), chosen: true, ..Strategy::new(Id::from_bits(70)) };
    let two = after(chosen, &[Strategy::add(twin, At::Last)]);
    let one = after(two.clone(), &[act::choose_strategy(&two, first, false).unwrap()]);
    assert!(one.cards.get(id(2)).unwrap().chosen);
    let moved = after(one, &[Strategy::change(first, StrategyField::Branch(None))]);
    assert_eq!(moved.strategies.get(first).unwrap().branch, None);
}
