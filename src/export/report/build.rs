//! Building the report: its sections in their order, the cover, what stands at a glance, open checks, the places to sign.

use super::speech::{Speech, one_line, soft};
use super::{
    Align, Block, Cell, Cover, Fact, Report, Section, Signature, Table, Tone, budget, matrix, observed,
    operation, outside, ways, worksheets,
};
use crate::export::{OpenCheck, Source, Weight, places::Places};

/// The words that a layout needs beside the report's own text.
const LAYOUT_WORDS: &[&str] = &[
    "report-contents",
    "report-glance",
    "report-page",
    "report-team",
    "report-prepared-on",
    "report-made-with",
    "report-kind",
    "report-date",
    "report-signature",
];

pub(super) fn report(source: &Source<'_>, places: Places) -> Report {
    let speech = Speech::new(source).within(places);
    let me = &speech;
    let sections = [
        me.section("context", false, observed::context(me)),
        me.section("lessons", false, observed::lessons(me)),
        me.section("stakeholders", false, observed::stakeholders(me)),
        me.section("trees", true, ways::trees(me)),
        me.section("strategy", false, ways::strategies(me)),
        me.section("matrix", true, matrix::grid(me))
            .map(|section| Section { title: matrix::name(me), ..section }),
        me.section("indicators", true, matrix::indicators(me)),
        me.section("operation", true, operation::operation(me)),
        me.section("budget", false, budget::budget(me)),
        me.section("risks", false, outside::risks(me)),
        me.section("cooperation", false, outside::cooperation(me)),
        me.section("worksheets", false, worksheets::worksheets(me)),
        me.section("checks", false, checks(me)),
        me.section("sign", false, sign(me)),
    ];
    let plan = source.plan;
    let layout = me.layout_lang();
    let title = plan.identity.title.best(&me.langs);
    let name = if title.is_blank() { me.word("report-untitled") } else { one_line(title) };
    Report {
        rtl: layout.is_rtl(),
        words_rtl: source.voice.lang().is_rtl(),
        nastaliq: source.options.nastaliq,
        lang: layout.as_str().to_owned(),
        authors: plan.team.iter().filter(|m| !m.name.is_blank()).map(|m| one_line(&m.name)).collect(),
        day: source.voice.day(source.options.day),
        cover: cover(me, &name),
        glance: glance(me),
        name,
        sections: sections.into_iter().flatten().collect(),
        words: LAYOUT_WORDS.iter().map(|key| (*key, me.word(key))).collect(),
    }
}

fn cover(me: &Speech<'_>, name: &str) -> Cover {
    let (plan, id) = (me.plan(), &me.plan().identity);
    let mut title = me.lines(&id.title);
    if title.is_empty() {
        title.push(me.said(name));
    }
    let country = id.country.map_or_else(Vec::new, |country| {
        let known = me.lines(&me.source.voice.country(country));
        if known.is_empty() { vec![me.said(country.code())] } else { known }
    });
    let programme = me.lines(&me.source.voice.programme(&id.programme));
    let dates = match (id.start, id.finish) {
        (Some(a), Some(b)) => format!("{} \u{2013} {}", me.day(Some(a)), me.day(Some(b))),
        (a, b) => me.day(a.or(b)),
    };
    let superior: Vec<_> =
        me.plain(&id.superior).into_iter().chain(soft(me.lines(&id.superior_role))).collect();
    let facts = [
        me.fact("report-programme", programme),
        me.fact("report-organisation", me.lines(&id.organisation)),
        me.fact("report-period", me.cell(&dates).lines),
        me.fact("report-superior", superior),
    ];
    let member = |m: &crate::plan::Member| {
        let label = one_line(&m.name);
        let lines = [me.lines(&m.role), me.lines(&m.organisation), me.plain(&m.contact)].concat();
        (!label.is_empty() || !lines.is_empty()).then_some(Fact { label, lines })
    };
    Cover {
        title,
        country,
        facts: facts.into_iter().flatten().collect(),
        team: plan.team.iter().filter_map(member).collect(),
    }
}

fn glance(me: &Speech<'_>) -> Vec<Fact> {
    let (plan, totals, voice) = (me.plan(), &me.source.derived.totals, me.source.voice);
    let extent =
        [("report-count-outputs", plan.outputs.len()), ("report-count-activities", plan.activities.len())];
    let extent = extent.iter().filter(|(_, n)| *n > 0);
    let extent: Vec<_> = extent.map(|(key, n)| me.word_with(key, &[("count", n.to_string())])).collect();
    let all: Vec<_> = match totals.converted {
        Some(money) => vec![voice.money(money)],
        None => totals.all.iter().map(|m| voice.money(m)).collect(),
    };
    let unfunded = totals.converted_unfunded.filter(|m| !m.amount.is_zero());
    let unfunded = unfunded.map(|m| me.said(&voice.money(m)).in_tone(Tone::Warn)).into_iter().collect();
    [
        me.fact("report-purpose", me.lines(&plan.matrix.purpose)),
        me.fact("report-target-group", me.lines(&plan.context.target_group)),
        me.fact("report-extent", me.cell(&extent.join(", ")).lines),
        me.fact("report-costs", me.cell(&all.join(" + ")).lines),
        me.fact("report-unfunded", unfunded),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn checks(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-weight", 1.4, Align::Start),
        me.column("report-where", 3.0, Align::Start),
        me.column("report-finding", 6.6, Align::Start),
    ]);
    let mut open: Vec<&OpenCheck> = me.source.checks.iter().collect();
    open.sort_by_key(|c| c.weight);
    for check in open {
        let (key, tone) = match check.weight {
            Weight::Error => ("report-weight-error", Tone::Warn),
            Weight::Warning => ("report-weight-warning", Tone::Normal),
            Weight::Hint => ("report-weight-hint", Tone::Soft),
        };
        let weight = me.said(&me.word(key)).in_tone(tone).led_by(&check.code);
        let mut message = vec![me.said(&check.message)];
        if !check.hint.is_empty() {
            message.push(me.said(&check.hint).in_tone(Tone::Soft));
        }
        table.body(vec![Cell::new(vec![weight]), me.cell(&check.place), Cell::new(message)]);
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

/// Places for the team and the superior to sign; on every plan that has something to sign.
fn sign(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    let named: Vec<_> = plan.team.iter().filter(|m| !m.name.is_blank()).collect();
    if named.is_empty() && plan.identity.superior.is_blank() && plan.identity.title.is_blank() {
        return Vec::new();
    }
    let team = match named.as_slice() {
        [] => vec![Signature { label: me.word("report-sign-team"), lines: Vec::new() }],
        members => members
            .iter()
            .take(6)
            .map(|m| Signature {
                label: me.word("report-sign-team"),
                lines: [me.plain(&m.name), soft(me.lines(&m.role))].concat(),
            })
            .collect(),
    };
    let superior = Signature {
        label: me.word("report-sign-superior"),
        lines: [me.plain(&plan.identity.superior), soft(me.lines(&plan.identity.superior_role))].concat(),
    };
    vec![Block::Signatures { who: team.into_iter().chain([superior]).collect() }]
}
