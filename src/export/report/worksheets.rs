//! The worksheets: product assessments, clusters, credits with what they cost, policy instruments.

use super::{
    Align, Block, Cell, Fact, Line, Table, Tone,
    speech::{Speech, led, soft, titled},
};
use crate::{
    analysis::{Credit, credit},
    plan::{self, CLUSTER, CREDIT, CreditCase, Decimal, INSTRUMENT, Money, OVOP, OvopSheet, Place, Text},
};

/// Every worksheet of the plan, in the order of the file.
pub(super) fn worksheets(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    let products = plan.ovop.iter().flat_map(|row| product(me, row));
    let clusters = plan.clusters.iter().flat_map(|row| {
        let number = |key: &str, value: Option<Decimal>| {
            me.fact(key, value.map(|n| me.said(&me.source.voice.number(n))).into_iter().collect())
        };
        let facts = [
            me.fact(CLUSTER.place.words(), me.lines(&row.place)),
            me.fact(CLUSTER.products.words(), me.lines(&row.products)),
            number(CLUSTER.enterprises.words(), row.enterprises),
            number(CLUSTER.workers.words(), row.workers),
            me.fact(CLUSTER.materials.words(), me.lines(&row.materials)),
            me.fact(CLUSTER.facilities.words(), me.lines(&row.facilities)),
            me.fact(CLUSTER.markets.words(), me.lines(&row.markets)),
            me.fact(CLUSTER.obstacles.words(), me.lines(&row.obstacles)),
        ];
        headed(me, (&row.name, Place::cell(row.id, CLUSTER.name)), "block-cluster", facts)
    });
    let credits = plan.credits.iter().flat_map(|row| credit_of(me, row));
    products.chain(clusters).chain(credits).chain(instruments(me)).collect()
}

/// A heading with facts below it; nothing when nothing is written.
fn headed(
    me: &Speech<'_>,
    (name, place): (&Text, Place),
    kind: &str,
    facts: impl IntoIterator<Item = Option<Fact>>,
) -> Vec<Block> {
    let facts: Vec<Fact> = facts.into_iter().flatten().collect();
    let lines = me.lines(name);
    if facts.is_empty() && lines.is_empty() {
        return Vec::new();
    }
    let kind = me.word(kind);
    let (lines, aside) = if lines.is_empty() { (vec![me.said(&kind)], String::new()) } else { (lines, kind) };
    let mut blocks = vec![Block::Heading { lines: me.at(place, lines), aside }];
    if !facts.is_empty() {
        blocks.push(Block::Facts { facts });
    }
    blocks
}

/// The name that a pack gives, or the key where no pack knows it.
fn named(me: &Speech<'_>, name: &Text, key: &str) -> Vec<Line> {
    if name.is_blank() { vec![me.said(key)] } else { me.lines(name) }
}

fn product(me: &Speech<'_>, row: &OvopSheet) -> Vec<Block> {
    let voice = me.source.voice;
    let licences =
        row.licences.iter().flat_map(|key| named(me, &voice.licence(&row.scheme, key), key.as_str()));
    let stars = row.stars.map(|stars| {
        let mut lines = vec![me.said(&stars.value().to_string())];
        lines.extend(soft(me.lines(&voice.star_supporter(&row.scheme, stars))));
        lines
    });
    let facts = [
        me.fact(OVOP.licences.words(), licences.collect()),
        me.fact(OVOP.stars.words(), stars.unwrap_or_default()),
        me.fact(OVOP.next_step.words(), me.lines(&row.next_step)),
    ];
    let mut blocks = headed(me, (&row.product, Place::cell(row.id, OVOP.product)), "block-ovop", facts);
    let mut table = Table::new(vec![
        me.column("report-criterion", 4.0, Align::Start),
        me.column("report-step", 1.0, Align::Center),
        me.column("report-step-means", 3.0, Align::Start),
        me.column("report-step-why", 4.0, Align::Start),
    ]);
    for score in &row.scores {
        let (criterion, step) = voice.criterion(&row.scheme, &score.criterion, score.step);
        table.body(vec![
            Cell::new(named(me, &criterion, score.criterion.as_str())),
            me.cell(&score.step.map(|step| step.value().to_string()).unwrap_or_default()),
            me.cell_of(&step),
            Cell::new(me.plain(&score.note)),
        ]);
    }
    blocks.extend(table.blocks());
    blocks
}

/// A credit as it is counted everywhere, in the decimals of its currency.
pub(in crate::export) fn counted(me: &Speech<'_>, row: &CreditCase) -> Option<Credit> {
    let currency = row.currency.or(me.plan().identity.currency);
    credit(row, currency.map_or(2, |currency| me.source.voice.money_digits(currency))).ok()
}

fn credit_of(me: &Speech<'_>, row: &CreditCase) -> Vec<Block> {
    let voice = me.source.voice;
    let currency = row.currency.or(me.plan().identity.currency);
    let said = |words: Option<String>| words.map(|words| me.said(&words)).into_iter().collect::<Vec<_>>();
    let money = |amount: Option<Decimal>| {
        said(amount.map(|amount| match currency {
            Some(currency) => voice.money(Money { amount, currency }),
            None => voice.amount(amount),
        }))
    };
    let number = |value: Option<Decimal>| said(value.map(|n| voice.number(n)));
    let whole = |value: Option<i32>| said(value.map(|n| n.to_string()));
    let scheme = if row.scheme.is_none() {
        Vec::new()
    } else {
        named(me, &voice.credit_scheme(&row.scheme), row.scheme.as_str())
    };
    let result = counted(me, row);
    let of = |get: fn(&Credit) -> Option<Decimal>| result.as_ref().and_then(get);
    let strong = |lines: Vec<Line>| lines.into_iter().map(|l| l.in_tone(Tone::Strong)).collect();
    let facts = [
        me.fact(CREDIT.scheme.words(), scheme),
        me.fact(CREDIT.amount.words(), money(row.amount)),
        me.fact(CREDIT.annual_rate_percent.words(), number(row.annual_rate_percent)),
        me.fact(CREDIT.method.words(), said(row.method.map(|m| me.word(m.words())))),
        me.fact(CREDIT.months.words(), whole(row.months)),
        me.fact(CREDIT.grace_months.words(), whole(row.grace_months)),
        me.fact("report-instalment", strong(money(of(|c| Some(c.instalment))))),
        me.fact("report-grace-payment", money(of(|c| c.grace_payment))),
        me.fact("report-total-interest", money(of(|c| Some(c.total_interest)))),
        me.fact(CREDIT.subsidy_rate_percent.words(), number(row.subsidy_rate_percent)),
        me.fact("report-subsidy-each", money(of(|c| c.subsidy))),
        me.fact(CREDIT.subsidy_budget.words(), money(row.subsidy_budget)),
        me.fact("report-borrowers", number(of(|c| c.borrowers))),
    ];
    headed(me, (&row.name, Place::cell(row.id, CREDIT.name)), "block-credit", facts)
}

fn instruments(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("block-instrument", 3.6, Align::Start),
        me.column(INSTRUMENT.target_group.words(), 2.4, Align::Start),
        me.column(INSTRUMENT.works.words(), 2.8, Align::Start),
        me.column(INSTRUMENT.gap.words(), 2.8, Align::Start),
        me.column(INSTRUMENT.proposal.words(), 3.2, Align::Start),
    ]);
    for row in me.plan().instruments.iter() {
        let mut name = me.lines(&row.name);
        name.extend(soft(me.lines(&row.aim)));
        name.extend(led(soft(me.lines(&row.owner)), &me.word("report-run-by")));
        table.body_if_any(vec![
            Cell::new(name),
            me.cell_of(&row.target_group),
            me.cell_of(&row.works),
            me.cell_of(&row.gap),
            me.cell_of(&row.proposal),
        ]);
    }
    titled(me, "report-instruments", plan::Block::Instrument, table)
}
