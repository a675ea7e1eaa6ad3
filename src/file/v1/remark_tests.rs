//! Remarks by hand, at random places of every worked example: they survive a save and stay with their item, also after edits.

use super::super::syntax::{Kind, Node, Tree};
use super::super::{read, testing::examples, write};
use crate::plan::sample::Dice;
use crate::plan::*;

/// The text with remarks at random places: on lines of their own, behind a line, between tokens.
fn with_remarks(text: &str, count: usize, dice: &mut Dice) -> String {
    let tree = Tree::new(text);
    let is_free = |at: usize| {
        let inside = |n: &Node<'_, '_>| {
            matches!(
                n.kind(),
                Kind::Text | Kind::Number | Kind::Word | Kind::Name | Kind::Comment | Kind::Attribute
            )
        };
        !tree.around(at).iter().any(|n| inside(n) && n.start() < at)
    };
    let begin = text.find("\n(").unwrap() + 2;
    let mut places = Vec::new();
    while places.len() < count {
        let at = text.ceil_char_boundary(begin + dice.below(text.len() - begin - 1));
        let line_end = at + text[at..].find('\n').unwrap();
        let (place, remark) = match dice.below(3) {
            0 => (line_end, "\n// N"),
            1 => (line_end, " // N"),
            _ => (at, " /* N */ "),
        };
        if is_free(place) {
            places.push((place, remark));
        }
    }
    places.sort();
    places.dedup_by_key(|p| p.0);
    let mut out = String::new();
    let mut last = 0;
    for (n, (place, remark)) in places.iter().enumerate() {
        out.push_str(&text[last..*place]);
        out.push_str(&remark.replace('N', &format!("remark {n}.")));
        last = *place;
    }
    out + &text[last..]
}

/// The rows, by id, to which the remarks of a text belong: that around it; or behind it on its line; or before it. In a list of
/// plain values, the field that holds the list.
fn owners(text: &str) -> Vec<(String, String)> {
    let tree = Tree::new(text);
    assert_eq!(tree.faults(), [], "{text}");
    let mut found = Vec::new();
    for (at, _) in text.match_indices("remark ") {
        let way = tree.around(at);
        let comment = *way.last().unwrap();
        assert_eq!(comment.kind(), Kind::Comment);
        let name = text[at..].split('.').next().unwrap().to_owned();
        found.push((name, owner(text, &way, comment)));
    }
    found.sort();
    found
}

/// The identity of a row. "id" may also be words in Indonesian, which are never one word of twelve letters here.
fn id_of(node: Node<'_, '_>) -> Option<String> {
    let id = node.field("id").and_then(Node::value)?.text();
    let is_identity = id.trim_matches('"').len() == 12 && !id.contains(' ');
    is_identity.then(|| id.to_owned())
}

fn owner(text: &str, way: &[Node<'_, '_>], comment: Node<'_, '_>) -> String {
    // Not the plan itself, which is first.
    if let Some(row) = way.iter().skip(1).rev().find(|n| n.kind() == Kind::Group && id_of(**n).is_some()) {
        return id_of(*row).unwrap();
    }
    let around = way[way.len() - 2];
    if around.kind() == Kind::Field {
        return around.name().to_owned();
    }
    if let Some(field) = way[..way.len() - 2].last().filter(|f| f.kind() == Kind::Field)
        && around.items().all(|n| n.value().is_none() && id_of(n).is_none())
    {
        return field.name().to_owned();
    }
    let items: Vec<_> = around.items().collect();
    let before = items.iter().rev().find(|n| n.end() <= comment.start());
    let next = items.iter().find(|n| n.start() >= comment.end());
    let is_behind = before.is_some_and(|b| !text[b.end()..comment.start()].contains('\n'));
    let of = |n: &Node<'_, '_>| id_of(*n).unwrap_or_else(|| n.name().to_owned());
    if is_behind && !comment.text().contains('\n') {
        return before.map(of).unwrap();
    }
    next.map_or_else(|| "the end".to_owned(), of)
}

/// Some edits of a person: rows move, come and go, texts change. Gives the ids of rows that went.
fn edit(plan: &mut Plan, dice: &mut Dice) -> Vec<String> {
    let mut gone = Vec::new();
    for _ in 0..6 {
        // A plan with few lessons may have lost them all.
        if plan.lessons.is_empty() {
            break;
        }
        let before = plan.clone();
        let activity = plan.activities.at(dice.below(plan.activities.len())).unwrap().id;
        let output = plan.outputs.at(dice.below(plan.outputs.len())).unwrap().id;
        let lesson = plan.lessons.at(dice.below(plan.lessons.len())).unwrap().id;
        let edit = match dice.below(6) {
            0 => Activity::relocate(activity, At::First),
            1 => Output::relocate(output, At::Last),
            2 => Activity::change(activity, ActivityField::Name(Text::english("another name"))),
            3 => Lesson::change(lesson, LessonField::Saw(Text::default())),
            4 => Lesson::add(Lesson::new(Id::from_bits(dice.next())), At::Before(lesson)),
            _ => Lesson::delete(lesson),
        };
        if edit.apply(plan).is_err() {
            *plan = before;
            continue;
        }
        let went =
            before.lessons.iter().filter(|l| !plan.lessons.contains(l.id)).map(|l| format!("\"{}\"", l.id));
        gone.extend(went);
    }
    gone
}

#[test]
fn remarks_stay_with_their_item_whatever_is_saved() {
    let rounds = if std::env::var_os("RENCANA_LONG").is_some() { 200 } else { 2 };
    let mut remarks = 0;
    for (name, text) in examples() {
        for seed in 0..rounds {
            let mut dice = Dice::new(seed);
            let by_hand = with_remarks(&text, 40, &mut dice);
            let context = format!("{name}, seed {seed}");
            let before = owners(&by_hand);
            remarks += before.len();
            let opened = read(by_hand.as_bytes()).unwrap_or_else(|p| panic!("{context}: {}", p.render()));
            let saved =
                write(&opened.plan, &opened.extras).unwrap_or_else(|p| panic!("{context}: {}", p.render()));
            assert_eq!(owners(&saved), before, "{context}");
            // Saved again, nothing moves any more.
            let again = read(saved.as_bytes()).unwrap();
            assert_eq!(write(&again.plan, &again.extras).unwrap(), saved, "{context}");
            let mut plan = opened.plan.clone();
            let gone = edit(&mut plan, &mut dice);
            let edited = write(&plan, &opened.extras).unwrap_or_else(|p| panic!("{context}: {}", p.render()));
            let expected: Vec<_> = before.into_iter().filter(|(_, owner)| !gone.contains(owner)).collect();
            assert_eq!(owners(&edited), expected, "{context}, edited");
        }
    }
    println!(
        "remarks by hand | {remarks} in the worked examples | seeds 0..{rounds} | 0 lost, 0 at another item"
    );
}
