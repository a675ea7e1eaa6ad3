//! Links that go in circles: found in one pass, taken out where they close the circle, told and kept as text.

use super::super::extras::Kept;
use super::super::problem::NoteKind;
use super::cx::Cx;
use super::loose::Span;
use crate::plan::*;
use std::collections::{HashMap, HashSet};

/// Circles of more activities than this lose all their links at once: following each would take too long.
const MAX_CIRCLE: usize = 1000;

/// Takes out the links of a plan that lead in circles.
pub(super) fn repair(plan: &mut Plan, cx: &mut Cx<'_>) {
    let cards = closing_circles(plan.cards.iter().map(|c| (c.id, c.parent)));
    remap(&mut plan.cards, &cards, |card| card.parent = None);
    for id in &cards {
        circle_of_parents("cards", &id.to_string(), cx);
    }
    let activities = closing_circles(plan.activities.iter().map(|a| (a.id, a.parent)));
    remap(&mut plan.activities, &activities, |activity| activity.parent = None);
    for id in &activities {
        circle_of_parents("activities", &id.to_string(), cx);
    }
    repair_order(plan, cx);
}

fn remap<T: Row>(table: &mut Table<T>, ids: &HashSet<Id<T>>, change: impl Fn(&mut T)) {
    if ids.is_empty() {
        return;
    }
    let rows = table.iter().cloned().map(|mut row| {
        if ids.contains(&row.id()) {
            change(&mut row);
        }
        row
    });
    *table = Table::from_rows(rows).0;
}

fn circle_of_parents(list: &str, id: &str, cx: &mut Cx<'_>) {
    cx.below(list, |cx| {
        cx.below(id, |cx| {
            cx.below("parent", |cx| {
                let span = cx.last_link();
                let text = ("it would be a part of itself".to_owned(), "choose another parent".to_owned());
                cx.unfit(NoteKind::Circle, span, text, &None::<Id<Activity>>, false);
            });
        });
    });
}

/// Rows whose parent closes a circle: one of each circle, the first in the file.
fn closing_circles<T>(links: impl Iterator<Item = (Id<T>, Option<Id<T>>)>) -> HashSet<Id<T>> {
    let links: Vec<_> = links.collect();
    let parents: HashMap<_, _> = links.iter().filter_map(|(id, parent)| Some((*id, (*parent)?))).collect();
    let (mut done, mut closing) = (HashSet::new(), HashSet::new());
    for (start, _) in &links {
        let (mut way, mut on_way, mut at) = (Vec::new(), HashSet::new(), *start);
        while !done.contains(&at) && on_way.insert(at) {
            way.push(at);
            match parents.get(&at) {
                Some(parent) => at = *parent,
                None => break,
            }
        }
        // Back on the way itself, and not at its end: a circle.
        if !done.contains(&at) && way.last() != Some(&at)
            || parents.get(&at) == Some(&at) && !done.contains(&at)
        {
            closing.insert(at);
        }
        done.extend(way);
    }
    closing
}

/// Takes out the links "after" that make an activity wait for itself, its part or its whole.
fn repair_order(plan: &mut Plan, cx: &mut Cx<'_>) {
    let core = activities_in_circles(plan);
    if core.is_empty() {
        return;
    }
    let wanted: Vec<(Id<Activity>, Vec<After>)> =
        plan.activities.iter().filter(|a| core.contains(&a.id)).map(|a| (a.id, a.after.clone())).collect();
    remap(&mut plan.activities, &core, |activity| activity.after.clear());
    let is_too_many = core.len() > MAX_CIRCLE;
    for (id, links) in wanted {
        let (mut kept, mut places) = (Vec::new(), Vec::new());
        for link in &links {
            let mut with = kept.clone();
            with.push(*link);
            // The rule itself decides: what an edit may not do, a file may not either.
            let edit = Activity::change(id, ActivityField::After(with.clone()));
            if !is_too_many && edit.apply(plan).is_ok() {
                places.push(Some(kept.len()));
                kept = with;
            } else {
                places.push(None);
            }
        }
        if places.contains(&None) {
            set_aside(id, &links, &places, cx);
        }
    }
}

fn set_aside(id: Id<Activity>, links: &[After], places: &[Option<usize>], cx: &mut Cx<'_>) {
    cx.below("activities", |cx| {
        cx.below(&id.to_string(), |cx| {
            cx.below("after", |cx| {
                let spans: Vec<Span> = cx.links_here();
                let mut of_items = cx.take_items();
                for (i, place) in places.iter().enumerate() {
                    let of_item = of_items.remove(&i);
                    if let Some(place) = place {
                        if let Some(items) = of_item {
                            cx.put_items(*place, items);
                        }
                        continue;
                    }
                    let span = spans.get(i).copied().unwrap_or_default();
                    let message = format!("waiting for {} would go in a circle", links[i].activity);
                    cx.note(NoteKind::Circle, span, message, "it stays in the file as it is", false);
                    let own = of_item.into_iter().flatten().find(|(path, _)| path.is_empty());
                    cx.set_aside(span, own.map_or_else(Kept::default, |(_, kept)| kept));
                }
            });
        });
    });
}

/// Activities that are on the way from one circle to another, or in one. Every activity is two moments, its start and its
/// finish: "after" joins finish and start, a part lies between the moments of its whole.
pub(crate) fn activities_in_circles(plan: &Plan) -> HashSet<Id<Activity>> {
    if plan.activities.iter().all(|a| a.after.is_empty()) {
        return HashSet::new();
    }
    let number = |id| plan.activities.position(id);
    let n = plan.activities.len();
    let mut edges = Vec::with_capacity(n * 3);
    for (i, a) in plan.activities.iter().enumerate() {
        edges.push((2 * i, 2 * i + 1));
        if let Some(p) = a.parent.and_then(number) {
            edges.push((2 * p, 2 * i));
            edges.push((2 * i + 1, 2 * p + 1));
        }
        edges.extend(a.after.iter().filter_map(|link| number(link.activity)).map(|b| (2 * b + 1, 2 * i)));
    }
    let mut left = vec![true; 2 * n];
    peel(&edges, &mut left);
    let turned: Vec<_> = edges.iter().map(|(a, b)| (*b, *a)).collect();
    peel(&turned, &mut left);
    let in_core = |(i, _): &(usize, &Activity)| left[2 * i] || left[2 * i + 1];
    plan.activities.iter().enumerate().filter(in_core).map(|(_, a)| a.id).collect()
}

/// Takes away, again and again, what nothing that is left leads to.
fn peel(edges: &[(usize, usize)], left: &mut [bool]) {
    let (mut out, mut waits) = (vec![Vec::new(); left.len()], vec![0usize; left.len()]);
    for (from, to) in edges.iter().filter(|(a, b)| left[*a] && left[*b]) {
        out[*from].push(*to);
        waits[*to] += 1;
    }
    let mut open: Vec<_> = (0..left.len()).filter(|i| left[*i] && waits[*i] == 0).collect();
    while let Some(at) = open.pop() {
        left[at] = false;
        for to in &out[at] {
            waits[*to] -= 1;
            if waits[*to] == 0 {
                open.push(*to);
            }
        }
    }
}
