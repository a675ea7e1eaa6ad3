//! From the problem to the way that was chosen: both trees, the alternatives.

use super::speech::{Speech, titled};
use super::{Align, Block, Cell, Table, Tone};
use crate::{
    export::drawing::{self, Room},
    plan,
};

/// Both trees as drawings, then side by side as a list: effects from the far end, the core problem, causes. Cards that wait for a
/// place are the team's own notes and stay out.
pub(super) fn trees(me: &Speech<'_>) -> Vec<Block> {
    use crate::plan::CardKind::{Cause, Core, Effect};
    let tree = &me.source.derived.tree;
    let mut table = Table::new(vec![
        me.column("report-card", 1.5, Align::Start),
        me.column("report-problem", 3.6, Align::Start),
        me.column("report-objective", 3.6, Align::Start),
        me.column("report-reason", 3.0, Align::Start),
    ]);
    for kind in [Effect, Core, Cause] {
        let nodes = tree.nodes().iter().filter(|n| n.kind == kind);
        let nodes: Vec<_> = if kind == Effect { nodes.rev().collect() } else { nodes.collect() };
        for node in nodes {
            let Some(card) = me.plan().cards.at(node.row) else { continue };
            if card.problem.is_blank() && card.objective.is_blank() {
                continue;
            }
            let name = me.word_with(node.words(), &[("number", node.number.to_string())]);
            let mut name = vec![me.said(name.trim_end())];
            if card.chosen {
                name.push(me.said(&me.word("report-chosen")).in_tone(Tone::Learned));
            }
            let texts = [&card.problem, &card.objective, &card.reason].map(|text| me.cell_of(text));
            table.body([Cell::new(name)].into_iter().chain(texts).collect());
        }
    }
    let drawn = [drawing::Part::Problem, drawing::Part::Objective].into_iter().filter_map(|part| {
        let scenes = drawing::tree(me, part, Room::PAGE);
        (!scenes.is_empty()).then(|| Block::Drawing { title: me.word(part.title()), scenes })
    });
    drawn.chain(titled(me, "report-trees-words", plan::Block::Card, table)).collect()
}

pub(super) fn strategies(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-alternative", 3.4, Align::Start),
        me.column("report-impact", 1.4, Align::Start),
        me.column("report-feasibility", 1.4, Align::Start),
        me.column("report-rating-lower", 1.4, Align::Start),
        me.column("report-reason", 4.0, Align::Start),
    ]);
    for s in me.plan().strategies.iter() {
        let mut name = me.lines(&s.name);
        if s.chosen {
            name.push(me.said(&me.word("report-chosen")).in_tone(Tone::Learned));
        }
        let grade =
            |g: Option<crate::plan::Grade>| me.cell(&g.map(|g| me.word(g.words())).unwrap_or_default());
        table.body_if_any(vec![
            Cell::new(name),
            grade(s.impact),
            grade(s.feasibility),
            grade(s.rating()),
            me.cell_of(&s.reason),
        ]);
    }
    table.blocks()
}
