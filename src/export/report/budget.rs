//! The budget: lines by activity, totals by currency and by source, the part that nobody pays yet, and the rates.

use super::{
    Align, Block, Cell, Row, RowKind, Share, Table, Tone,
    speech::{Speech, led, soft, titled},
};
use crate::{
    analysis::{Amounts, convert, line_amount},
    export::Ink,
    plan::{Activity, Block as B, BudgetLine, Currency, Decimal, FundSource, Id, Money},
};
use std::collections::HashMap;

pub(super) fn budget(me: &Speech<'_>) -> Vec<Block> {
    let plan = me.plan();
    if plan.budget.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    let shares = shares(me);
    if !shares.is_empty() {
        blocks.push(Block::Shares { shares });
    }
    blocks.push(Block::Table(lines(me)));
    blocks.extend(titled(me, "report-by-source", B::BudgetLine, by_source(me)));
    if me.source.derived.totals.by_year.keys().flatten().next().is_some() {
        blocks.extend(titled(me, "report-by-year", B::BudgetLine, by_year(me)));
    }
    blocks.extend(notes(me).into_iter().map(|text| Block::Note { text }));
    blocks.extend(titled(me, "report-rates", B::Rate, rates(me)));
    blocks
}

/// Every amount of a sum, a line a currency.
fn amounts(me: &Speech<'_>, amounts: &Amounts) -> Vec<super::Line> {
    amounts.iter().map(|money| me.said(&me.source.voice.money(money))).collect()
}

fn lines(me: &Speech<'_>) -> Table {
    let mut table = Table::new(vec![
        me.column("report-item", 4.2, Align::Start),
        me.column("report-quantity", 1.6, Align::End),
        me.column("report-unit-cost", 2.0, Align::End),
        me.column("report-amount", 2.4, Align::End),
        me.column("report-pays", 2.8, Align::Start),
    ]);
    let (plan, derived) = (me.plan(), me.source.derived);
    let mut by_activity: HashMap<Option<Id<Activity>>, Vec<&BudgetLine>> = HashMap::new();
    for line in plan.budget.iter() {
        let known = line.activity.filter(|a| derived.numbering.placed(*a).is_some());
        by_activity.entry(known).or_default().push(line);
    }
    let owners = derived.numbering.activities().iter().map(|p| Some(p.id)).chain([None]);
    for owner in owners {
        let Some(mine) = by_activity.get(&owner) else { continue };
        let name = match owner.and_then(|a| plan.activities.get(a)) {
            Some(a) => led(me.lines(&a.name), derived.numbering.activity(a.id)),
            None => vec![me.said(&me.word("report-no-activity"))],
        };
        let sum =
            mine.iter().filter_map(|l| line_amount(plan, l)).fold(Amounts::default(), |mut sum, money| {
                sum.add(money);
                sum
            });
        let cells = vec![Cell::new(name).over(3), Cell::new(amounts(me, &sum)), Cell::new(Vec::new())];
        table.rows.push(Row { kind: RowKind::Group, cells });
        mine.iter().for_each(|line| table.body(row(me, line)));
    }
    let total = vec![
        Cell::new(vec![me.said(&me.word("report-total"))]).over(3),
        Cell::new(amounts(me, &derived.totals.all)),
        Cell::new(Vec::new()),
    ];
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    let converted = derived.totals.converted.filter(|_| !derived.totals.is_one_currency());
    if let Some(money) = converted {
        let cells = vec![
            Cell::new(vec![me.said(&me.word("report-total-converted"))]).over(3),
            me.cell(&me.source.voice.money(money)),
            Cell::new(Vec::new()),
        ];
        table.rows.push(Row { kind: RowKind::Total, cells });
    }
    table
}

fn row(me: &Speech<'_>, line: &BudgetLine) -> Vec<Cell> {
    let voice = me.source.voice;
    let mut item = me.lines(&line.item);
    if item.is_empty() {
        item.push(me.said(&me.word("report-unnamed")).in_tone(Tone::Soft));
    }
    if let Some(category) = line.category {
        item.push(me.said(&me.word(category.words())).in_tone(Tone::Soft));
    }
    item.extend(soft(me.lines(&line.note)));
    let mut quantity: Vec<_> = line.quantity.map(|q| me.said(&voice.number(q))).into_iter().collect();
    quantity.extend(soft(me.lines(&line.unit)));
    let amount = match line_amount(me.plan(), line) {
        Some(money) => me.cell(&voice.money(money)),
        None => Cell::new(vec![me.said(&me.word("report-not-costed")).in_tone(Tone::Warn)]),
    };
    let mut pays = match line.source {
        Some(FundSource::Unfunded) | None => {
            vec![me.said(&me.word(source_words(line.source))).in_tone(Tone::Warn)]
        }
        Some(source) => vec![me.said(&me.word(source.words()))],
    };
    pays.extend(soft(me.lines(&line.funder)));
    let cost = line.unit_cost.map(|c| voice.amount(c)).unwrap_or_default();
    vec![Cell::new(item), Cell::new(quantity), me.cell(&cost), amount, Cell::new(pays)]
}

pub(in crate::export) fn source_words(source: Option<FundSource>) -> &'static str {
    source.map_or("report-no-source", FundSource::words)
}

/// The part of a whole, 0 to 1.
fn part(of: Decimal, whole: Decimal) -> f32 {
    let share = if whole > Decimal::ZERO { of.checked_div(whole).unwrap_or_default() } else { Decimal::ZERO };
    // A drawing and a rounded percentage: a few digits are enough.
    #[allow(clippy::cast_possible_truncation)]
    let share = f64::try_from(share).unwrap_or(0.0) as f32;
    share.clamp(0.0, 1.0)
}

fn by_source(me: &Speech<'_>) -> Table {
    let mut table = Table::new(vec![
        me.column("report-pays", 4.0, Align::Start),
        me.column("report-amount", 3.0, Align::End),
        me.column("report-share", 1.4, Align::End),
    ]);
    let totals = &me.source.derived.totals;
    let shares = parts(me);
    for (source, sum) in &totals.by_source {
        let open = matches!(source, None | Some(FundSource::Unfunded));
        let tone = if open { Tone::Warn } else { Tone::Normal };
        let share = shares.iter().find(|p| p.source == *source).map(|p| percent(me, p.part));
        table.body(vec![
            Cell::new(vec![me.said(&me.word(source_words(*source))).in_tone(tone)]),
            Cell::new(amounts(me, sum)),
            me.cell(&share.unwrap_or_default()),
        ]);
    }
    table
}

/// What is needed in each fiscal year of the plan, in its calendar.
fn by_year(me: &Speech<'_>) -> Table {
    let mut table = Table::new(vec![
        me.column("report-fiscal-year", 2.0, Align::Start),
        me.column("report-start", 2.2, Align::Start),
        me.column("report-finish", 2.2, Align::Start),
        me.column("report-amount", 3.0, Align::End),
    ]);
    // Those without a year stand last in a document.
    let by_year = &me.source.derived.totals.by_year;
    let known = by_year.iter().filter_map(|(year, sum)| Some(((*year)?, sum)));
    for (year, sum) in known {
        table.body(vec![
            me.cell(&year.label()),
            me.day_cell(Some(year.first)),
            me.day_cell(Some(year.last)),
            Cell::new(amounts(me, &sum.all)),
        ]);
    }
    if let Some(sum) = by_year.get(&None) {
        let words = me.said(&me.word("report-no-year")).in_tone(Tone::Soft);
        table.body(vec![Cell::new(vec![words]).over(3), Cell::new(amounts(me, &sum.all))]);
    }
    table
}

fn percent(me: &Speech<'_>, part: f32) -> String {
    #[allow(clippy::cast_possible_truncation)]
    let percent = (part * 100.0).round() as i64;
    format!("{}%", me.source.voice.number(percent.into()))
}

/// The sum of one source in the common currency, and its part of the whole, 0 to 1.
pub(in crate::export) struct Part {
    pub source: Option<FundSource>,
    pub money: Money,
    pub part: f32,
}

/// The sum of each source in one currency; empty when there is no common currency.
pub(in crate::export) fn parts(me: &Speech<'_>) -> Vec<Part> {
    let (plan, totals) = (me.plan(), &me.source.derived.totals);
    let home: Option<Currency> = match totals.converted {
        Some(money) => Some(money.currency),
        None if totals.is_one_currency() => totals.all.iter().next().map(|m| m.currency),
        None => None,
    };
    let Some(home) = home else { return Vec::new() };
    let sum = |amounts: &Amounts| {
        amounts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(convert(plan, m, home)?))
    };
    let sums: Vec<_> =
        totals.by_source.iter().filter_map(|(source, amounts)| Some((*source, sum(amounts)?))).collect();
    let whole = sums.iter().map(|(_, sum)| *sum).fold(Decimal::ZERO, Decimal::saturating_add);
    let part = |(source, amount)| Part {
        source,
        money: Money { amount, currency: home },
        part: part(amount, whole),
    };
    sums.into_iter().map(part).collect()
}

/// The pieces of the bar of sources.
pub(in crate::export) fn shares(me: &Speech<'_>) -> Vec<Share> {
    let share = |p: Part| Share {
        label: me.word(source_words(p.source)),
        amount: format!("{} ({})", me.source.voice.money(p.money), percent(me, p.part)),
        part: p.part,
        kind: p.source.unwrap_or(FundSource::Unfunded).word(),
        fill: Ink::of_source(p.source),
    };
    parts(me).into_iter().filter(|p| p.money.amount > Decimal::ZERO).map(share).collect()
}

fn notes(me: &Speech<'_>) -> Vec<String> {
    let totals = &me.source.derived.totals;
    let mut notes = Vec::new();
    if totals.incomplete_lines > 0 {
        let count = totals.incomplete_lines.to_string();
        notes.push(me.word_with("report-note-incomplete", &[("count", count)]));
    }
    if totals.converted.is_none() && !totals.is_one_currency() {
        let codes: Vec<_> = totals.without_rate.iter().map(Currency::code).collect();
        notes.push(match codes.as_slice() {
            [] => me.word("report-note-no-home-currency"),
            codes => me.word_with("report-note-no-rate", &[("currencies", codes.join(", "))]),
        });
    }
    notes
}

fn rates(me: &Speech<'_>) -> Table {
    let mut table = Table::new(vec![
        me.column("report-rate", 4.0, Align::Start),
        me.column("report-rate-day", 1.8, Align::Start),
        me.column("report-figure-source", 3.6, Align::Start),
    ]);
    for rate in me.plan().rates.iter() {
        let (Some(from), Some(to), Some(value)) = (rate.from, rate.to, rate.rate) else { continue };
        let value = me.source.voice.number(value);
        table.body(vec![
            me.cell(&format!("1\u{a0}{from} = {value}\u{a0}{to}")),
            me.day_cell(rate.on),
            Cell::new(me.plain(&rate.source)),
        ]);
    }
    table
}
