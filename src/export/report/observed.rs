//! What the team found: the context, the lessons, the stakeholders.

use super::speech::{Speech, soft, titled};
use super::{Align, Block, Cell, Fact, Line, Table, Tone};
use crate::plan::{self, LESSON, Lesson, Place, Rating};

fn facts_block(facts: impl IntoIterator<Item = Option<Fact>>) -> Option<Block> {
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    (!facts.is_empty()).then_some(Block::Facts { facts })
}

pub(super) fn context(me: &Speech<'_>) -> Vec<Block> {
    let (id, cx) = (&me.plan().identity, &me.plan().context);
    let definition = {
        let mut lines = me.lines(&cx.sme_definition);
        let year = cx.sme_year.map(|y| y.to_string());
        let basis = [cx.sme_basis.raw().trim().to_owned(), year.unwrap_or_default()];
        let basis = basis.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
        if !basis.is_empty() {
            lines.push(me.said(&basis).in_tone(Tone::Soft));
        }
        if let Some(day) = cx.sme_as_of {
            let as_of = me.word_with("report-as-of", &[("day", me.day(Some(day)))]);
            lines.push(me.said(&as_of).in_tone(Tone::Soft));
        }
        lines
    };
    let facts = facts_block([
        me.fact("report-sector", me.lines(&cx.sector)),
        me.fact("report-dac-sectors", me.codes(&id.sectors, |code| me.source.voice.sector(code))),
        me.fact("report-sdg-targets", me.codes(&id.targets, |code| me.source.voice.sdg_target(code))),
        me.fact("report-place", me.lines(&cx.place)),
        me.fact("report-target-group", me.lines(&cx.target_group)),
        me.fact("report-problem", me.lines(&cx.problem)),
        me.fact("report-justification", me.lines(&cx.justification)),
        me.fact("report-policies", me.lines(&cx.policies)),
        me.fact("report-content", me.lines(&cx.content)),
        me.fact("report-resources", me.lines(&cx.resources)),
        me.fact("report-partners", me.lines(&cx.partners)),
        me.fact("report-monitoring", me.lines(&cx.monitoring)),
        me.fact("report-sme-definition", definition),
    ]);
    facts.into_iter().chain(key_figures(me)).collect()
}

fn key_figures(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-figure", 4.0, Align::Start),
        me.column("report-value", 2.4, Align::End),
        me.column("report-year", 1.0, Align::Start),
        me.column("report-figure-source", 3.3, Align::Start),
    ]);
    for figure in me.plan().key_figures.iter() {
        let label = me.cell_of(&figure.label);
        if label.is_empty() && figure.value.is_none() {
            continue;
        }
        let mut value =
            figure.value.map(|v| me.said(&me.source.voice.number(v))).into_iter().collect::<Vec<_>>();
        value.extend(soft(me.lines(&figure.unit)));
        table.body(vec![
            label,
            Cell::new(value),
            me.cell(&figure.year.map(|y| y.to_string()).unwrap_or_default()),
            Cell::new(me.plain(&figure.source)),
        ]);
    }
    titled(me, "report-key-figures", plan::Block::KeyFigure, table)
}

fn dots(rating: Option<Rating>) -> String {
    let full = usize::from(rating.map_or(0, Rating::value));
    if full == 0 { String::new() } else { format!("{full}/5") }
}

pub(super) fn lessons(me: &Speech<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for lesson in me.plan().lessons.iter() {
        let Some(facts) = facts_block([
            me.fact("report-saw", me.lines(&lesson.saw)),
            me.fact("report-why", me.lines(&lesson.why)),
            me.fact("report-differs", me.lines(&lesson.differs)),
            me.fact("report-adapt", learned(me.lines(&lesson.adapt))),
        ]) else {
            continue;
        };
        blocks.push(lesson_heading(me, lesson));
        blocks.push(facts);
    }
    blocks
}

fn learned(lines: Vec<Line>) -> Vec<Line> {
    let learned = |l: Line| if l.tone == Tone::Normal { l.in_tone(Tone::Learned) } else { l };
    lines.into_iter().map(learned).collect()
}

/// Where a lesson was learned: in the team's own words, else as the programme calls it.
pub(in crate::export) fn lesson_source(me: &Speech<'_>, lesson: &Lesson) -> Vec<Line> {
    let own = me.lines(&lesson.own_source);
    match (own.is_empty(), lesson.source.is_none()) {
        (false, _) => own,
        (true, false) => me.source_name(&lesson.source),
        (true, true) => vec![me.said(&me.word("report-own-source"))],
    }
}

fn lesson_heading(me: &Speech<'_>, lesson: &Lesson) -> Block {
    let lines = me.at(Place::cell(lesson.id, LESSON.source), lesson_source(me, lesson));
    let rating = dots(lesson.rating);
    let rating =
        if rating.is_empty() { rating } else { me.word_with("report-rating", &[("rating", rating)]) };
    let aside = [me.day(lesson.day), rating].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>();
    Block::Heading { lines, aside: aside.join(" \u{b7} ") }
}

pub(super) fn stakeholders(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-stakeholder", 3.7, Align::Start),
        me.column("report-interest", 1.4, Align::Start),
        me.column("report-influence", 1.4, Align::Start),
        me.column("report-affected", 3.2, Align::Start),
        me.column("report-approach", 3.6, Align::Start),
    ]);
    for s in me.plan().stakeholders.iter() {
        let mut name = me.lines(&s.name);
        let mut roles: Vec<_> = s.category.map(|c| me.word(c.words())).into_iter().collect();
        if s.superior {
            roles.push(me.word("report-is-superior"));
        }
        if !roles.is_empty() {
            name.push(me.said(&roles.join(", ")).in_tone(Tone::Soft));
        }
        let level =
            |l: Option<crate::plan::Level>| me.cell(&l.map(|l| me.word(l.words())).unwrap_or_default());
        table.body_if_any(vec![
            Cell::new(name),
            level(s.interest),
            level(s.influence),
            me.cell_of(&s.affected),
            me.cell_of(&s.strategy),
        ]);
    }
    table.blocks()
}
