//! One page for the superior at home, who has five minutes: what is asked, what it costs, the first step, a place to sign.
//!
//! Plans die when they are not shared with the superior (`domain` 0, finding 3), so this page is the most useful export.

use super::{
    Options, Source,
    forms::cut_text,
    report::{
        Fact, Line, Share, Signature, Tone,
        budget::{shares, source_words},
        speech::{Speech, led, one_line, soft},
    },
};
use crate::{
    analysis::{Placed, Span, line_amount, line_day},
    plan::{Activity, Day, FundSource, Id, Lang, Plan},
};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// The first step should be taken within so many days (rule P7 of `domain` 1.5).
pub const FIRST_STEP_DAYS: i32 = 90;

const LAYOUT_WORDS: &[&str] = &["brief-title", "brief-shortened", "report-date", "report-signature"];

/// The briefs of a plan as a document: a page for each language that the plan is written in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Briefs {
    /// Whether Urdu stands in the Nastaliq style.
    pub nastaliq: bool,
    /// A brief for each language, that of the plan's first one first.
    pub pages: Vec<Brief>,
}

/// The brief in one language, without a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// The BCP 47 tag of the language of headings and layout.
    pub lang: String,
    /// Whether the layout runs from right to left.
    pub rtl: bool,
    /// The title in one line, for file properties.
    pub name: String,
    /// The people in one line each, for file properties.
    pub authors: Vec<String>,
    /// The day of the export, written out.
    pub day: String,
    /// The plan's title.
    pub title: Vec<Line>,
    /// To whom, from whom, in which programme.
    pub head: Vec<Fact>,
    /// The ask, in one or two sentences.
    pub ask: Vec<Line>,
    /// By when a decision is needed; empty when no date is planned.
    pub decide_by: Vec<Line>,
    /// Why, what changes, what it costs, the first step.
    pub facts: Vec<Fact>,
    /// Who pays, as a bar.
    pub shares: Vec<Share>,
    /// The answers that the superior ticks.
    pub answers: Vec<String>,
    /// Who signs.
    pub sign: Vec<Signature>,
    /// Whether text was cut so that the page holds.
    pub shortened: bool,
    /// Size of the text in points.
    pub size: f32,
    /// Words that the layout needs.
    pub words: BTreeMap<&'static str, String>,
}

/// How much fits: the size of the text, the longest text in characters, the most items of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub size: f32,
    pub most: usize,
    pub items: usize,
}

/// From roomy to tight; the last one holds on any plan.
pub(super) const ROOMS: &[Room] = &[
    Room { size: 10.5, most: 2000, items: 12 },
    Room { size: 9.8, most: 2000, items: 12 },
    Room { size: 9.2, most: 2000, items: 12 },
    Room { size: 8.5, most: 2000, items: 12 },
    Room { size: 8.5, most: 420, items: 6 },
    Room { size: 8.5, most: 260, items: 5 },
    Room { size: 8.2, most: 150, items: 4 },
    Room { size: 8.0, most: 90, items: 3 },
    Room { size: 8.0, most: 50, items: 2 },
];

/// Tells the plan in one language after another: in the one that was asked for, else in all that the brief is written in, with the
/// program's words in each where it speaks it.
pub(super) fn in_each_language<R>(source: &Source<'_>, mut tell: impl FnMut(&Source<'_>) -> R) -> Vec<R> {
    let langs = match &source.options.lang {
        Some(lang) => vec![lang.clone()],
        None => written(source.plan),
    };
    let tell = |lang: Lang| {
        let voice = source.voice.in_language(&lang);
        let options = Options { lang: Some(lang), ..source.options.clone() };
        let voice = voice.as_deref().unwrap_or(source.voice);
        tell(&Source { options: &options, voice, ..*source })
    };
    langs.into_iter().map(tell).collect()
}

/// The languages in which something of the brief is written; at least the plan's first.
fn written(plan: &Plan) -> Vec<Lang> {
    let (id, cx) = (&plan.identity, &plan.context);
    let told = [&id.title, &cx.problem, &cx.target_group, &plan.matrix.purpose];
    let told: Vec<_> = told.into_iter().chain(plan.outputs.iter().map(|output| &output.text)).collect();
    let is_written = |lang: &Lang| told.iter().any(|text| !text.get(lang).is_blank());
    let all = plan.languages().iter().enumerate();
    all.filter(|(i, lang)| *i == 0 || is_written(lang)).map(|(_, lang)| lang.clone()).collect()
}

impl Brief {
    /// The brief of a plan in so much room: long text is cut, and the brief says so.
    pub(super) fn within(source: &Source<'_>, room: Room) -> Self {
        let speech = Speech::new(source);
        let me = &speech;
        let id = &source.plan.identity;
        let layout = me.layout_lang();
        let mut brief = Self {
            lang: layout.as_str().to_owned(),
            rtl: layout.is_rtl(),
            name: me.name(),
            authors: me.members(),
            day: source.voice.day(source.options.day),
            title: me.title(),
            head: head(me),
            ask: ask(me),
            decide_by: decide_by(me),
            facts: facts(me),
            shares: shares(me),
            answers: ["brief-yes", "brief-yes-but", "brief-no"].map(|key| me.word(key)).into(),
            sign: [("brief-sign-superior", true), ("brief-sign-team", false)]
                .map(|(key, superior)| Signature {
                    label: me.word(key),
                    lines: if superior { me.plain(&id.superior) } else { Vec::new() },
                })
                .into(),
            shortened: false,
            size: room.size,
            words: LAYOUT_WORDS.iter().map(|key| (*key, me.word(key))).collect(),
        };
        brief.cut(room);
        brief
    }

    fn cut(&mut self, room: Room) {
        let mut shortened = false;
        let mut lines = |lines: &mut Vec<Line>, items: usize| {
            if lines.len() > items {
                lines.truncate(items);
                shortened = true;
            }
            for line in lines {
                let most = if line.tone == Tone::Soft { room.most / 2 } else { room.most };
                if line.text.len() > most {
                    let cut = cut_text(&line.text, most, usize::MAX);
                    shortened |= cut != line.text;
                    line.text = cut;
                }
                if room.most < 400 && line.text.contains('\n') {
                    line.text = one_line(&line.text);
                }
            }
        };
        lines(&mut self.title, 1);
        lines(&mut self.ask, 4);
        lines(&mut self.decide_by, 1);
        let facts = self.head.iter_mut().chain(&mut self.facts);
        facts.for_each(|fact| lines(&mut fact.lines, room.items));
        self.sign.iter_mut().for_each(|s| lines(&mut s.lines, 1));
        self.shortened = shortened;
    }
}

fn head(me: &Speech<'_>) -> Vec<Fact> {
    let id = &me.plan().identity;
    let superior = [me.plain(&id.superior), soft(me.lines(&id.superior_role))].concat();
    let mut from = me.plain(&me.members().join(", ").as_str().into());
    from.extend(soft(me.lines(&id.organisation)));
    let programme = me.lines(&me.source.voice.programme(&id.programme));
    [me.fact("brief-to", superior), me.fact("brief-from", from), me.fact("brief-after", programme)]
        .into_iter()
        .flatten()
        .collect()
}

/// What is asked: agreement, the own money that the plan counts on, and help with what nobody pays yet.
pub(super) fn ask(me: &Speech<'_>) -> Vec<Line> {
    let mut lines = vec![me.said(&me.word("brief-ask-agree"))];
    let parts = super::report::budget::parts(me);
    let of = |wanted: &[Option<FundSource>]| {
        let mine = parts.iter().filter(|p| wanted.contains(&p.source) && p.money.amount > 0.into());
        mine.map(|p| p.money)
            .reduce(|a, b| crate::plan::Money { amount: a.amount.saturating_add(b.amount), ..a })
    };
    if let Some(own) = of(&[Some(FundSource::Own)]) {
        lines.push(me.said(&me.word_with("brief-ask-own", &[("money", me.source.voice.money(own))])));
    }
    if let Some(open) = of(&[Some(FundSource::Unfunded), None]) {
        lines.push(me.said(&me.word_with("brief-ask-open", &[("money", me.source.voice.money(open))])));
    }
    lines
}

/// The decision is needed before the first activity that costs money starts; without money, before the first one.
pub(super) fn decide_by(me: &Speech<'_>) -> Vec<Line> {
    let (plan, derived) = (me.plan(), me.source.derived);
    let costs = plan.budget.iter().filter(|l| line_amount(plan, l).is_some_and(|m| m.amount > 0.into()));
    let first_cost = costs.filter_map(|l| line_day(l, &derived.schedule)).min();
    let first = first_cost.or(derived.schedule.whole().map(|s| s.start)).or(plan.identity.start);
    let line = |day| me.said(&me.source.voice.day(day)).led_by(&me.word("brief-decide-by"));
    first.map(|day| vec![line(day)]).unwrap_or_default()
}

fn facts(me: &Speech<'_>) -> Vec<Fact> {
    let plan = me.plan();
    let mut outputs = Vec::new();
    for output in plan.outputs.iter() {
        outputs.extend(led(me.lines(&output.text), me.source.derived.numbering.output(output.id)));
    }
    let purpose = [me.lines(&plan.matrix.purpose), outputs].concat();
    [
        me.fact("brief-why", me.lines(&plan.context.problem)),
        me.fact("brief-for-whom", me.lines(&plan.context.target_group)),
        me.fact("brief-what-changes", purpose),
        me.fact("brief-when", me.cell(&period(me)).lines),
        me.fact("brief-costs", costs(me)),
        me.fact("brief-first-step", first_step(me)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn period(me: &Speech<'_>) -> String {
    let id = &me.plan().identity;
    let whole = me.source.derived.schedule.whole();
    match (id.start.or(whole.map(|s| s.start)), id.finish.or(whole.map(|s| s.finish))) {
        (Some(a), Some(b)) => format!("{} \u{2013} {}", me.day(Some(a)), me.day(Some(b))),
        (a, b) => me.day(a.or(b)),
    }
}

pub(super) fn costs(me: &Speech<'_>) -> Vec<Line> {
    let totals = &me.source.derived.totals;
    if totals.all.is_empty() {
        return vec![me.said(&me.word(if me.plan().budget.is_empty() {
            "brief-no-budget"
        } else {
            "brief-not-costed"
        }))];
    }
    let all: Vec<_> = match totals.converted {
        Some(money) => vec![me.source.voice.money(money)],
        None => totals.all.iter().map(|m| me.source.voice.money(m)).collect(),
    };
    let mut lines = vec![me.said(&all.join(" + ")).in_tone(Tone::Strong)];
    if shares(me).is_empty() {
        for (source, sum) in &totals.by_source {
            let sum: Vec<_> = sum.iter().map(|m| me.source.voice.money(m)).collect();
            lines.push(me.said(&sum.join(" + ")).led_by(&me.word(source_words(*source))).in_tone(Tone::Soft));
        }
    }
    if totals.incomplete_lines > 0 {
        let count = totals.incomplete_lines.to_string();
        lines.push(me.said(&me.word_with("report-note-incomplete", &[("count", count)])).in_tone(Tone::Soft));
    }
    lines
}

/// The first activity, without parts, that starts within 90 days and needs no money; else the very first one.
fn first_step(me: &Speech<'_>) -> Vec<Line> {
    let (plan, derived) = (me.plan(), me.source.derived);
    let paid: HashSet<Id<Activity>> = plan
        .budget
        .iter()
        .filter(|l| l.unit_cost.is_none_or(|c| c > 0.into()))
        .filter_map(|l| l.activity)
        .collect();
    let timed = |p: &Placed| -> Option<(Day, Id<Activity>)> {
        let span: Span = derived.schedule.activity(p.id)?;
        (!p.has_parts).then_some((span.start, p.id))
    };
    let mut steps: Vec<_> = derived.numbering.activities().iter().filter_map(timed).collect();
    steps.sort_by_key(|(day, _)| *day);
    let Some(first) = steps.first().copied() else { return Vec::new() };
    let begin = plan.identity.start.unwrap_or(first.0);
    let soon = |day: Day| crate::analysis::days_between(begin, day) <= FIRST_STEP_DAYS;
    let parents = |id| std::iter::successors(Some(id), |id| plan.activities.get(*id)?.parent).take(64);
    let free = steps.iter().find(|(day, id)| soon(*day) && !parents(*id).any(|a| paid.contains(&a)));
    let (day, id) = *free.unwrap_or(&first);
    let Some(activity) = plan.activities.get(id) else { return Vec::new() };
    let mut lines = led(me.lines(&activity.name), derived.numbering.activity(id));
    let key = if free.is_some() { "brief-step-free" } else { "brief-step-paid" };
    lines.push(me.said(&me.word_with(key, &[("day", me.source.voice.day(day))])).in_tone(Tone::Soft));
    lines.extend(soft(me.lines(&activity.responsible)));
    lines
}
