//! V6: every output leads to the purpose. In the matrix it does by its place; where it came from a card, that card must be a cause of
//! the core problem, since the purpose is the positive twin of that.
//!
//! Source: definition of the logical framework approach: outputs are the means to the purpose (`domain` 1.5 and 1.2).

use crate::checks::prelude::*;

pub(in crate::checks) static RULE: Rule = rule!(
    "V6",
    Warning,
    Data,
    "Logical framework approach: every output is a means to the purpose; PCM, from the objective tree to the matrix",
    [Check::Plan(look)]
);

fn look(cx: &Cx<'_>, out: &mut Out) {
    let tree = &cx.derived.tree;
    // Without a core problem nobody knows yet where cards lead.
    for output in cx.plan.outputs.iter().filter(|_| tree.core().is_some()) {
        let Some(card) = output.card else { continue };
        let found = Diagnostic::new(&RULE, Place::cell(output.id, OUTPUT.card));
        match tree.node(card).map(|node| node.kind) {
            Some(CardKind::Cause) => {}
            Some(CardKind::Core) => out.push(found.saying("check-V6-core")),
            Some(CardKind::Effect) | None => out.push(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_the_card_of_an_output_does_not_lead_to_the_core_problem() {
        let card = |n, parent: Option<u64>, kind| {
            let card = Card { parent: parent.map(id), kind: Some(kind), ..Card::new(id(n)) };
            Card::add(card, At::Last)
        };
        let from = |n| Output::change(id(1), OutputField::Card(Some(id(n))));
        let plan = after(
            sound(),
            &[
                card(1, None, CardKind::Core),
                card(2, Some(1), CardKind::Cause),
                card(3, Some(1), CardKind::Effect),
                card(4, None, CardKind::Cause),
            ],
        );
        fires_in("V6", &plan, &[]);
        fires_in("V6", &after(plan.clone(), &[from(2)]), &[]);
        fires_in("V6", &after(plan.clone(), &[from(3)]), &["V6 warning output 1 card"]);
        fires_in("V6", &after(plan.clone(), &[from(4)]), &["V6 warning output 1 card"]);
        let core = after(plan, &[from(1)]);
        fires_in("V6", &core, &["V6-core warning output 1 card"]);
        fires_in("V6", &after(core, &[Card::change(id(1), CardField::Kind(None))]), &[]);
    }
}
