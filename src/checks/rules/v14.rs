//! V14: each link of the tree says why one card leads to the other. Only for branches that the team chose.
//!
//! Source: TOCO, a rationale for every arrow (`domain` 1.5).

use crate::checks::prelude::*;
use std::collections::HashMap;

pub(in crate::checks) static RULE: Rule = rule!(
    "V14",
    Hint,
    Data,
    "TOCO theory of change software, tools4dev review: a rationale for every arrow",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let cards = &cx.plan.cards;
    if !cards.iter().any(|c| c.chosen) {
        return;
    }
    let mut in_chosen = HashMap::new();
    for card in cards.iter().filter(|c| c.parent.is_some() && c.reason.is_blank() && !c.problem.is_blank()) {
        if is_in_chosen(cx.plan, card, &mut in_chosen) {
            out.push(Diagnostic::new(&RULE, Place::cell(card.id, CARD.reason)));
        }
    }
}

/// Whether a card or one above it is chosen. Each card is asked once.
fn is_in_chosen(plan: &Plan, card: &Card, known: &mut HashMap<Id<Card>, bool>) -> bool {
    let (mut way, mut at) = (Vec::new(), Some(card));
    let mut answer = false;
    while let Some(card) = at {
        if let Some(known) = known.get(&card.id) {
            answer = *known;
            break;
        }
        way.push(card.id);
        if card.chosen {
            answer = true;
            break;
        }
        at = card.parent.and_then(|parent| plan.cards.get(parent));
    }
    known.extend(way.into_iter().map(|id| (id, answer)));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_on_links_without_a_reason_in_chosen_branches() {
        let card = |n, parent: Option<u64>, chosen| {
            let card = Card { parent: parent.map(id), chosen, problem: en("Dyes fade"), ..Card::new(id(n)) };
            Card::add(card, At::Last)
        };
        let tree =
            [card(1, None, false), card(2, Some(1), true), card(3, Some(2), false), card(4, Some(1), false)];
        let said = |n| Card::change(id(n), CardField::Reason(en("Cheap dye does not hold")));
        let plan = after(sound(), &tree);
        fires_in("V14", &plan, &["V14 hint card 2 reason", "V14 hint card 3 reason"]);
        fires_in("V14", &after(plan.clone(), &[said(2), said(3)]), &[]);
        fires_in("V14", &after(plan, &[Card::change(id(2), CardField::Chosen(false))]), &[]);
    }
}
