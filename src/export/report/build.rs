//! Building the report: its sections in their order, the cover, what stands at a glance, open checks, the places to sign.

use super::speech::{Speech, one_line, soft};
use super::{
    Align, Block, Cell, Cover, Fact, Report, Section, Signature, Table, Tone, budget, matrix, observed,
    operation, outside, together, ways, worksheets,
};
use crate::{
    export::{OpenCheck, Source, Weight, places::Places},
    plan::{Block as B, IDENTITY, MEMBER, Place},
};

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

pub(super) fn report(source: &Source<'_>, places: Option<Places>) -> Report {
    let speech = Speech::new(source).within(places);
    let me = &speech;
    let sections = [
        me.section("context", Some(B::Context), false, observed::context(me)),
        me.section("lessons", Some(B::Lesson), false, observed::lessons(me)),
        me.section("stakeholders", Some(B::Stakeholder), false, observed::stakeholders(me)),
        me.section("trees", Some(B::Card), true, ways::trees(me)),
        me.section("strategy", Some(B::Strategy), true, ways::strategies(me)),
        me.section("matrix", Some(B::Matrix), true, matrix::grid(me))
            .map(|section| Section { title: matrix::name(me), ..section }),
        me.section("indicators", Some(B::Indicator), true, matrix::indicators(me)),
        me.section("operation", Some(B::Activity), true, operation::operation(me)),
        me.section("budget", Some(B::BudgetLine), false, budget::budget(me)),
        me.section("risks", Some(B::Risk), false, outside::risks(me)),
        me.section("cooperation", Some(B::Cooperation), false, outside::cooperation(me)),
        me.section("worksheets", Some(B::OvopSheet), false, worksheets::worksheets(me)),
        me.section("checks", None, false, checks(me)),
        me.section("sign", None, false, sign(me)),
    ];
    let mut sections: Vec<_> = sections.into_iter().flatten().collect();
    together::measure(&mut sections, source.options.nastaliq);
    let layout = me.layout_lang();
    Report {
        rtl: layout.is_rtl(),
        words_rtl: source.voice.lang().is_rtl(),
        nastaliq: source.options.nastaliq,
        lang: layout.as_str().to_owned(),
        authors: me.members(),
        day: source.voice.day(source.options.day),
        cover: cover(me),
        glance: glance(me),
        name: me.name(),
        sections,
        words: LAYOUT_WORDS.iter().map(|key| (*key, me.word(key))).collect(),
    }
}

fn cover(me: &Speech<'_>) -> Cover {
    let (plan, id) = (me.plan(), &me.plan().identity);
    let country = id.country.map_or_else(Vec::new, |country| me.country(country));
    let programme = me.of(IDENTITY.programme, me.lines(&me.source.voice.programme(&id.programme)));
    let dates = match (id.start, id.finish) {
        (Some(a), Some(b)) => format!("{} \u{2013} {}", me.day(Some(a)), me.day(Some(b))),
        (a, b) => me.day(a.or(b)),
    };
    let superior: Vec<_> =
        me.plain(&id.superior).into_iter().chain(soft(me.lines(&id.superior_role))).collect();
    let facts = [
        me.fact("report-programme", programme),
        me.fact("report-organisation", me.lines(&id.organisation)),
        me.fact("report-period", me.of(IDENTITY.start, me.cell(&dates).lines)),
        me.fact("report-superior", superior),
    ];
    let member = |m: &crate::plan::Member| {
        let label = one_line(m.name.raw());
        let lines = [me.lines(&m.role), me.lines(&m.organisation), me.plain(&m.contact)].concat();
        let place = me.place(Place::cell(m.id, MEMBER.name));
        (!label.is_empty() || !lines.is_empty()).then_some(Fact { label, lines, place })
    };
    Cover {
        title: me.of(IDENTITY.title, me.title()),
        country: me.of(IDENTITY.country, country),
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
    // Nothing planned is no sum of nothing.
    let all: Vec<_> = match totals.converted.filter(|_| !totals.all.is_empty()) {
        Some(money) => vec![voice.money(money)],
        None => totals.all.iter().map(|m| voice.money(m)).collect(),
    };
    let unfunded = totals.converted_unfunded.filter(|m| !m.amount.is_zero());
    let unfunded = unfunded.map(|m| me.said(&voice.money(m)).in_tone(Tone::Warn)).into_iter().collect();
    let about = |block, lines| me.at(Place::block(block), lines);
    [
        me.fact("report-purpose", me.lines(&plan.matrix.purpose)),
        me.fact("report-target-group", me.lines(&plan.context.target_group)),
        me.fact("report-extent", about(B::Output, me.cell(&extent.join(", ")).lines)),
        me.fact("report-costs", about(B::BudgetLine, me.cell(&all.join(" + ")).lines)),
        me.fact("report-unfunded", about(B::BudgetLine, unfunded)),
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
    table.blocks()
}

/// Places for the team and the superior to sign; on every plan that has something to sign.
fn sign(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    let named: Vec<_> = me.named().collect();
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
