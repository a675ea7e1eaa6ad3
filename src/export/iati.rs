//! A draft in the form of IATI 2.03 (`domain` 3.1): the vocabulary of donors, so that whoever publishes starts from it.
//!
//! Only a registered publisher has a valid identifier, so the file says in several places that it is a draft: in a remark, in
//! its identifiers, in its name. The order of the elements is that of `iati-activities-schema.xsd`.

use super::{
    Exported, Source,
    report::speech::Speech,
    xml::{Attribute, DECLARATION, Xml},
};
use crate::{
    analysis::{JANUARY, fiscal_start, line_amount, line_day},
    locale::calendar::{FiscalYear, fiscal_year},
    plan::{
        CooperationForm, Currency, Decimal, Direction, FundSource, Indicator, Lang, Measure, ResultRef, Text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Stands where a publisher writes the identifier of its organisation.
const PLACEHOLDER: &str = "DRAFT-NOT-FOR-PUBLICATION";

/// Codes of the lists of IATI that are used here.
mod code {
    pub const PIPELINE: u8 = 1;
    pub const PLANNED_START: u8 = 1;
    pub const PLANNED_END: u8 = 3;
    /// Descriptions.
    pub const GENERAL: u8 = 1;
    pub const OBJECTIVES: u8 = 2;
    pub const TARGET_GROUPS: u8 = 3;
    pub const OTHER: u8 = 4;
    /// Roles of organisations.
    pub const FUNDING: u8 = 1;
    pub const ACCOUNTABLE: u8 = 2;
    pub const IMPLEMENTING: u8 = 4;
    /// Kinds of organisations.
    pub const GOVERNMENT: u8 = 10;
    /// Forms of working together.
    pub const BILATERAL: u8 = 1;
    pub const TRIANGULAR: u8 = 8;
    /// Vocabularies: sectors of five digits of the OECD, targets of the Sustainable Development Goals.
    pub const DAC: u8 = 1;
    pub const SDG_TARGET: u8 = 3;
    /// The vocabulary of indicators: the global ones of the United Nations.
    pub const SDG_INDICATOR: u8 = 9;
    /// Results.
    pub const OUTPUT: u8 = 1;
    pub const OUTCOME: u8 = 2;
    pub const IMPACT: u8 = 3;
}

/// The plan as one activity.
pub(super) fn plan(source: &Source<'_>) -> Exported {
    let speech = Speech::new(source);
    let draft = Draft { me: &speech };
    let mut x = Xml::new(DECLARATION);
    x.remark(&speech.word("iati-draft"));
    let now = format!("{}T00:00:00Z", source.options.day);
    x.within("iati-activities", &[("version", &"2.03"), ("generated-datetime", &now)], |x| draft.activity(x));
    Exported { bytes: x.finish().into_bytes(), notes: Vec::new() }
}

struct Draft<'a> {
    me: &'a Speech<'a>,
}

/// One wording a language.
type Narratives = Vec<(Lang, String)>;

impl Draft<'_> {
    fn activity(&self, x: &mut Xml) {
        let plan = self.me.plan();
        let lang = self.me.langs.first().cloned().unwrap_or_default();
        let currency = plan.identity.currency;
        let tag = lang.as_str();
        let mut attributes: Vec<Attribute<'_>> = vec![("xml:lang", &tag)];
        attributes.extend(currency.iter().map(|c| -> Attribute<'_> { ("default-currency", c) }));
        x.within("iati-activity", &attributes, |x| {
            x.with_text("iati-identifier", &[], &format!("{PLACEHOLDER}-{}", plan.id));
            let organisation = self.or_word(&plan.identity.organisation, "iati-no-organisation");
            let reporting: [Attribute<'_>; 2] = [("ref", &PLACEHOLDER), ("type", &code::GOVERNMENT)];
            x.within("reporting-org", &reporting, |x| narratives(x, &organisation));
            let title = self.or_word(&plan.identity.title, "report-untitled");
            x.within("title", &[], |x| narratives(x, &title));
            self.descriptions(x, &title);
            self.organisations(x, &organisation);
            x.empty("activity-status", &[("code", &code::PIPELINE)]);
            self.dates(x);
            if let Some(country) = plan.identity.country {
                x.empty("recipient-country", &[("code", &country), ("percentage", &100)]);
            }
            let place = self.said(&plan.context.place);
            if !place.is_empty() {
                x.within("location", &[], |x| x.within("name", &[], |x| narratives(x, &place)));
            }
            self.sectors(x);
            self.collaboration(x);
            self.budget(x);
            self.results(x);
        });
    }

    /// What is written, in every language of the document that has something; else in the one that has.
    fn said(&self, text: &Text) -> Narratives {
        let lines = self.me.lines(text);
        lines.into_iter().filter_map(|l| Some((Lang::new(&l.lang)?, l.text))).collect()
    }

    fn or_word(&self, text: &Text, key: &str) -> Narratives {
        let said = self.said(text);
        if said.is_empty() { vec![(self.me.source.voice.lang(), self.me.word(key))] } else { said }
    }

    /// Several texts as paragraphs, each language by itself.
    fn joined<'t>(&self, texts: impl IntoIterator<Item = &'t Text>) -> Narratives {
        let mut joined: Narratives = Vec::new();
        for (lang, text) in texts.into_iter().flat_map(|t| self.said(t)) {
            match joined.iter_mut().find(|(l, _)| *l == lang) {
                Some((_, all)) => {
                    all.push('\n');
                    all.push_str(&text);
                }
                None => joined.push((lang, text)),
            }
        }
        joined
    }

    fn descriptions(&self, x: &mut Xml, title: &Narratives) {
        let plan = self.me.plan();
        let cx = &plan.context;
        let held = plan.assumptions.iter().map(|a| &a.text).chain(plan.preconditions.iter().map(|p| &p.text));
        let mut all = [
            (code::GENERAL, self.joined([&cx.problem, &cx.justification])),
            (code::OBJECTIVES, self.joined([&plan.matrix.goal, &plan.matrix.purpose])),
            (code::TARGET_GROUPS, self.joined([&cx.target_group])),
            (code::OTHER, self.joined(held)),
        ];
        if all.iter().all(|(_, text)| text.is_empty()) {
            // One is demanded.
            all[0].1.clone_from(title);
        }
        for (kind, text) in all.iter().filter(|(_, text)| !text.is_empty()) {
            x.within("description", &[("type", kind)], |x| narratives(x, text));
        }
    }

    /// Who answers for the plan, carries it out and pays.
    fn organisations(&self, x: &mut Xml, own: &Narratives) {
        let plan = self.me.plan();
        let mut funders: Vec<Narratives> = Vec::new();
        for line in plan.budget.iter() {
            let funder = match line.source {
                None | Some(FundSource::Unfunded) => continue,
                Some(FundSource::Own) if line.funder.is_blank() => own.clone(),
                Some(_) => self.said(&line.funder),
            };
            if !funder.is_empty() && !funders.contains(&funder) {
                funders.push(funder);
            }
        }
        let own = [(code::ACCOUNTABLE, own), (code::IMPLEMENTING, own)];
        for (role, name) in funders.iter().map(|f| (code::FUNDING, f)).chain(own) {
            x.within("participating-org", &[("role", &role)], |x| narratives(x, name));
        }
    }

    fn dates(&self, x: &mut Xml) {
        let (id, whole) = (&self.me.plan().identity, self.me.source.derived.schedule.whole());
        let start = id.start.or(whole.map(|s| s.start));
        let finish = id.finish.or(whole.map(|s| s.finish));
        // One date is demanded; a plan without any has that of the document.
        let start = start.or(finish.is_none().then_some(self.me.source.options.day));
        for (kind, day) in [(code::PLANNED_START, start), (code::PLANNED_END, finish)] {
            if let Some(day) = day {
                x.empty("activity-date", &[("type", &kind), ("iso-date", &day)]);
            }
        }
    }

    fn sectors(&self, x: &mut Xml) {
        let id = &self.me.plan().identity;
        let is_sector = |code: &&str| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
        let sectors: BTreeSet<_> = id.sectors.iter().map(|k| k.as_str()).filter(is_sector).collect();
        for (sector, percent) in sectors.iter().zip(equal_shares(sectors.len())) {
            x.empty("sector", &[("vocabulary", &code::DAC), ("code", sector), ("percentage", &percent)]);
        }
        let is_target = |code: &&str| {
            code.split_once('.').is_some_and(|(goal, rest)| {
                goal.parse::<u8>().is_ok_and(|g| (1..=17).contains(&g)) && !rest.is_empty()
            })
        };
        let targets: BTreeSet<_> = id.targets.iter().map(|k| k.as_str()).filter(is_target).collect();
        for target in targets {
            x.empty("tag", &[("vocabulary", &code::SDG_TARGET), ("code", &target)]);
        }
    }

    fn collaboration(&self, x: &mut Xml) {
        let plan = self.me.plan();
        let has = |form, source| {
            plan.cooperation.iter().any(|c| c.form == Some(form))
                || plan.budget.iter().any(|l| l.source == Some(source))
        };
        let code = if has(CooperationForm::Triangular, FundSource::Triangular) {
            code::TRIANGULAR
        } else if has(CooperationForm::Bilateral, FundSource::Bilateral) {
            code::BILATERAL
        } else {
            return;
        };
        x.empty("collaboration-type", &[("code", &code)]);
    }

    /// The budget by fiscal year and currency, as first planned and indicative.
    fn budget(&self, x: &mut Xml) {
        let (plan, derived) = (self.me.plan(), self.me.source.derived);
        let day_of_plan = plan.identity.start.or(derived.schedule.whole().map(|s| s.start));
        let mut sums: BTreeMap<(FiscalYear, Currency), Decimal> = BTreeMap::new();
        for line in plan.budget.iter() {
            let Some(money) = line_amount(plan, line) else { continue };
            let day = line_day(line, &derived.schedule).or(day_of_plan).unwrap_or(self.me.source.options.day);
            // Where the calendar of the plan does not reach, the years of the common calendar stand in.
            let year = fiscal_year(fiscal_start(plan), day).or_else(|| fiscal_year(JANUARY, day));
            let Some(year) = year else { continue };
            let sum = sums.entry((year, money.currency)).or_default();
            *sum = sum.saturating_add(money.amount);
        }
        for ((year, currency), sum) in &sums {
            x.within("budget", &[("type", &1), ("status", &1)], |x| {
                x.empty("period-start", &[("iso-date", &year.first)]);
                x.empty("period-end", &[("iso-date", &year.last)]);
                let day = self.me.source.options.day;
                let sum = sum.normalize().to_string();
                x.with_text("value", &[("currency", currency), ("value-date", &day)], &sum);
            });
        }
    }

    /// Results with their indicators; one without any is left out, because the schema wants at least one.
    fn results(&self, x: &mut Xml) {
        let plan = self.me.plan();
        let goal = (ResultRef::Goal, &plan.matrix.goal, code::IMPACT);
        let purpose = (ResultRef::Purpose, &plan.matrix.purpose, code::OUTCOME);
        let outputs = plan.outputs.iter().map(|o| (ResultRef::Output(o.id), &o.text, code::OUTPUT));
        for (of, text, kind) in [goal, purpose].into_iter().chain(outputs) {
            let mine: Vec<_> = plan.indicators.iter().filter(|i| i.of == of && !i.text.is_blank()).collect();
            if mine.is_empty() {
                continue;
            }
            x.within("result", &[("type", &kind)], |x| {
                let title = self.or_word(text, "report-unnamed");
                x.within("title", &[], |x| narratives(x, &title));
                mine.iter().for_each(|i| self.indicator(x, i));
            });
        }
    }

    fn indicator(&self, x: &mut Xml, i: &Indicator) {
        let measure = match i.measure {
            Some(Measure::Number) | None => 1,
            Some(Measure::Percent) => 2,
            Some(Measure::Words) => 5,
        };
        let ascending = match i.direction {
            Some(Direction::Down) => Some("0"),
            Some(Direction::Up) | None => Some("1"),
            Some(Direction::Keep) => None,
        };
        let mut attributes: Vec<Attribute<'_>> = vec![("measure", &measure)];
        attributes.extend(ascending.iter().map(|a| -> Attribute<'_> { ("ascending", a) }));
        x.within("indicator", &attributes, |x| {
            x.within("title", &[], |x| narratives(x, &self.said(&i.text)));
            let about = self.joined([&i.definition, &i.unit, &i.means]);
            if !about.is_empty() {
                x.within("description", &[], |x| narratives(x, &about));
            }
            let sdg = self.me.source.voice.sdg_indicator(&i.library);
            if !sdg.is_none() {
                let known = sdg.as_str();
                x.empty("reference", &[("vocabulary", &code::SDG_INDICATOR), ("code", &known)]);
            }
            // A baseline has a year.
            if let (Some(value), Some(on)) = (i.baseline, i.baseline_on) {
                let value = value.normalize();
                x.empty("baseline", &[("iso-date", &on), ("year", &on.year()), ("value", &value)]);
            }
            self.periods(x, i);
        });
    }

    /// Values on the way and the target, each with the time since the one before.
    fn periods(&self, x: &mut Xml, i: &Indicator) {
        let steps = i.milestones.iter().map(|m| (m.on, m.value)).chain([(i.target_on, i.target)]);
        let mut steps: Vec<_> = steps.filter_map(|(on, value)| Some((on?, value?))).collect();
        steps.sort();
        let start = i.baseline_on.or(self.me.plan().identity.start);
        let mut from = start.or(steps.first().map(|(on, _)| *on)).unwrap_or(self.me.source.options.day);
        for (on, value) in steps {
            x.within("period", &[], |x| {
                x.empty("period-start", &[("iso-date", &from.min(on))]);
                x.empty("period-end", &[("iso-date", &on)]);
                x.empty("target", &[("value", &value.normalize())]);
            });
            from = on.tomorrow().unwrap_or(on);
        }
    }
}

fn narratives(x: &mut Xml, all: &Narratives) {
    for (lang, text) in all {
        x.with_text("narrative", &[("xml:lang", &lang.as_str())], text);
    }
}

/// So many equal parts of a hundred with two decimals, the first one with what is left over.
fn equal_shares(count: usize) -> impl Iterator<Item = Decimal> {
    let count = i64::try_from(count).unwrap_or(1).max(1);
    let each = 10_000 / count;
    (0..count)
        .map(move |i| Decimal::new(if i == 0 { 10_000 - each * (count - 1) } else { each }, 2).normalize())
}

#[cfg(test)]
mod tests;
