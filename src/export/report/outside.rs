//! What lies outside the team's own hands: risks, assumptions that may fail, what is needed of others.

use super::speech::{Speech, led, soft, titled};
use super::{Align, Block, Cell, Table, Tone};
use crate::{
    analysis::RiskBand,
    plan::{Assumption, Block as B, Rating},
};

pub(super) fn risks(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-risk", 3.8, Align::Start),
        me.column("report-likelihood", 1.6, Align::Center),
        me.column("report-impact", 1.2, Align::Center),
        me.column("report-significance", 1.3, Align::Center),
        me.column("report-treatment", 3.7, Align::Start),
        me.column("report-owner", 2.2, Align::Start),
        me.column("report-by", 2.1, Align::Start),
    ]);
    for risk in me.plan().risks.iter() {
        let mut event = me.lines(&risk.event);
        event.extend(led(soft(me.lines(&risk.cause)), &me.word("report-cause")));
        let mut treatment = me.lines(&risk.treatment);
        if let Some(activity) = risk.activity {
            let number = me.source.derived.numbering.activity(activity);
            let number = me.word_with("report-see-activity", &[("number", number.to_owned())]);
            treatment.push(me.said(&number).in_tone(Tone::Soft));
        }
        let value = |r: Option<Rating>| me.cell(&r.map(|r| r.value().to_string()).unwrap_or_default());
        table.body_if_any(vec![
            Cell::new(event),
            value(risk.likelihood),
            value(risk.impact),
            significance(me, risk.significance()),
            Cell::new(treatment),
            me.cell_of(&risk.owner),
            me.day_cell(risk.by),
        ]);
    }
    table.blocks().into_iter().chain(assumptions(me)).collect()
}

/// What the team does when an assumption of the matrix turns out wrong, and who watches it.
fn assumptions(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("field-assumption-text", 4.6, Align::Start),
        me.column("field-assumption-certainty", 1.8, Align::Start),
        me.column("field-assumption-response", 4.4, Align::Start),
        me.column("field-assumption-owner", 2.6, Align::Start),
    ]);
    let watched = |a: &&Assumption| !a.response.is_blank() || !a.owner.is_blank();
    for a in me.plan().assumptions.iter().filter(watched) {
        table.body(vec![
            me.cell_of(&a.text),
            me.cell(&a.certainty.map(|c| me.word(c.words())).unwrap_or_default()),
            me.cell_of(&a.response),
            me.cell_of(&a.owner),
        ]);
    }
    titled(me, "report-assumptions-watched", B::Assumption, table)
}

/// Likelihood times impact; a high one stands out.
pub(in crate::export) fn significance(me: &Speech<'_>, value: Option<u8>) -> Cell {
    let tone = |value| match RiskBand::of(value) {
        RiskBand::Low | RiskBand::Medium => Tone::Normal,
        RiskBand::High | RiskBand::VeryHigh => Tone::Warn,
    };
    Cell::new(value.map(|v| me.said(&v.to_string()).in_tone(tone(v))).into_iter().collect())
}

pub(super) fn cooperation(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-cooperation-kind", 1.4, Align::Start),
        me.column("report-cooperation-what", 5.0, Align::Start),
        me.column("report-cooperation-partner", 3.2, Align::Start),
        me.column("report-cooperation-form", 1.8, Align::Start),
    ]);
    for c in me.plan().cooperation.iter() {
        let mut what = me.lines(&c.text);
        if !c.topic.is_none() {
            what.extend(soft(me.source_name(&c.topic)));
        }
        let mut partner = Vec::new();
        partner.extend(c.partner.map(|country| me.country(country)).unwrap_or_default());
        partner.extend(me.lines(&c.institution));
        table.body_if_any(vec![
            me.cell(&c.kind.map(|k| me.word(k.words())).unwrap_or_default()),
            Cell::new(what),
            Cell::new(partner),
            me.cell(&c.form.map(|f| me.word(f.words())).unwrap_or_default()),
        ]);
    }
    table.blocks()
}
