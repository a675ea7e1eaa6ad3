//! Building the report: identity, context, lessons, stakeholders, strategy, risks, co-operation, checks, sign-off.

use super::{
    Align, Block, Cell, Column, Cover, Fact, Line, Report, Section, Signature, Table, Tone, budget, matrix,
    operation, safe_link, worksheets,
};
use crate::{
    export::{
        OpenCheck, Source, Weight,
        drawing::{self, Room},
        places::Places,
    },
    plan::{Assumption, Day, Key, Lang, Lesson, Plan, Rating, Text, UserText},
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

/// What all parts of the builder share.
pub(in crate::export) struct Speech<'a> {
    pub source: &'a Source<'a>,
    /// The languages shown, the first one in full ink.
    pub langs: Vec<Lang>,
    places: Places,
}

pub(super) fn report(source: &Source<'_>, places: Places) -> Report {
    let speech = Speech { places, ..Speech::new(source) };
    let me = &speech;
    let sections = [
        me.section("context", false, context(me)),
        me.section("lessons", false, lessons(me)),
        me.section("stakeholders", false, stakeholders(me)),
        me.section("trees", true, trees(me)),
        me.section("strategy", false, strategies(me)),
        me.section("matrix", true, matrix::grid(me))
            .map(|section| Section { title: matrix::name(me), ..section }),
        me.section("indicators", true, matrix::indicators(me)),
        me.section("operation", true, operation::operation(me)),
        me.section("budget", false, budget::budget(me)),
        me.section("risks", false, risks(me)),
        me.section("cooperation", false, cooperation(me)),
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

fn one_line(text: &UserText) -> String {
    text.raw().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'a> Speech<'a> {
    pub fn new(source: &'a Source<'a>) -> Self {
        let langs = match &source.options.lang {
            Some(lang) => vec![lang.clone()],
            None => source.plan.languages().to_vec(),
        };
        Self { source, langs, places: Places::default() }
    }

    pub fn plan(&self) -> &'a Plan {
        self.source.plan
    }

    pub fn word(&self, key: &str) -> String {
        self.source.voice.word(key)
    }

    pub fn word_with(&self, key: &str, values: &[(&'static str, String)]) -> String {
        self.source.voice.word_with(key, values)
    }

    /// The language of the layout.
    fn layout_lang(&self) -> Lang {
        self.source.options.lang.clone().unwrap_or_else(|| self.source.voice.lang())
    }

    /// Whether the layout runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.layout_lang().is_rtl()
    }

    fn section(&self, id: &'static str, wide: bool, blocks: Vec<Block>) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section {
            id,
            title: self.word(&format!("report-{id}")),
            intro: self.word(&format!("report-{id}-intro")),
            wide,
            blocks,
        })
    }

    fn line(lang: &Lang, text: &str, tone: Tone) -> Line {
        Line {
            lead: String::new(),
            text: text.trim().to_owned(),
            lang: lang.as_str().to_owned(),
            rtl: lang.is_rtl(),
            tone,
            href: None,
            place: None,
        }
    }

    /// What is written, a line a language: the first in full ink, the others softer. One language alone when one was
    /// chosen, or the best there is.
    pub fn lines(&self, text: &Text) -> Vec<Line> {
        let written = |lang: &Lang| {
            let words = text.get(lang);
            (!words.is_blank()).then(|| (lang.clone(), words.raw().to_owned()))
        };
        let mut found: Vec<_> = self.langs.iter().filter_map(written).collect();
        if found.is_empty() {
            let any = text.iter().find(|(_, t)| !t.is_blank());
            found.extend(any.map(|(lang, t)| (lang.clone(), t.raw().to_owned())));
        }
        let tone = |i| if i == 0 { Tone::Normal } else { Tone::Soft };
        let place = self.places.text(text);
        let line =
            |(i, (lang, words)): (usize, &(Lang, String))| Line { place, ..Self::line(lang, words, tone(i)) };
        found.iter().enumerate().map(line).collect()
    }

    /// Text of a person without a language of its own, such as a name: in the first language of the report.
    pub fn plain(&self, text: &UserText) -> Vec<Line> {
        if text.is_blank() {
            return Vec::new();
        }
        let fallback = Lang::english();
        let mut line = Self::line(self.langs.first().unwrap_or(&fallback), text.raw(), Tone::Normal);
        line.href = safe_link(text.raw());
        line.place = self.places.plain(text);
        vec![line]
    }

    /// A line of the program itself: a word, a number, a date.
    pub fn said(&self, text: &str) -> Line {
        Self::line(&self.source.voice.lang(), text, Tone::Normal)
    }

    /// A cell with a line of the program; empty when there is nothing to say.
    pub fn cell(&self, text: &str) -> Cell {
        Cell::new(if text.is_empty() { Vec::new() } else { vec![self.said(text)] })
    }

    pub fn cell_of(&self, text: &Text) -> Cell {
        Cell::new(self.lines(text))
    }

    pub fn day(&self, day: Option<Day>) -> String {
        day.map(|d| self.source.voice.day(d)).unwrap_or_default()
    }

    /// A date in a table: in the calendar of the plan, and the Gregorian one below it.
    pub fn day_cell(&self, day: Option<Day>) -> Cell {
        let Some(day) = day else { return self.cell("") };
        let (own, gregorian) = self.source.voice.day_parts(day);
        let below = gregorian.map(|day| self.said(&day).in_tone(Tone::Soft));
        Cell::new([self.said(&own)].into_iter().chain(below).collect())
    }

    pub fn column(&self, key: &str, width: f32, align: Align) -> Column {
        let title = if key.is_empty() { String::new() } else { self.word(key) };
        Column { title, width, align }
    }

    /// A label with its lines; nothing when there are none.
    pub fn fact(&self, key: &str, lines: Vec<Line>) -> Option<Fact> {
        (!lines.is_empty()).then(|| Fact { label: self.word(key), lines })
    }

    /// Codes with their names, a line each; a code that no library knows stands alone.
    fn codes(&self, codes: &[Key], name: impl Fn(&Key) -> Text) -> Vec<Line> {
        let langs = [self.source.voice.lang(), Lang::english()];
        let said =
            |code: &Key| self.said(format!("{} {}", code.as_str(), name(code).best(&langs).raw()).trim());
        codes.iter().map(said).collect()
    }

    /// The name of a learning source, or its key when no pack knows it.
    pub fn source_name(&self, key: &Key) -> Vec<Line> {
        let name = self.source.voice.learning_source(&self.plan().identity.programme, key);
        if name.is_blank() { vec![self.said(key.as_str())] } else { self.lines(&name) }
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

/// The same lines in soft ink.
pub(in crate::export) fn soft(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().map(|l| l.in_tone(Tone::Soft)).collect()
}

/// The first line with a label before it.
pub(in crate::export) fn led(mut lines: Vec<Line>, lead: &str) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        first.lead = lead.to_owned();
    }
    lines
}

fn facts_block(facts: impl IntoIterator<Item = Option<Fact>>) -> Option<Block> {
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    (!facts.is_empty()).then_some(Block::Facts { facts })
}

fn context(me: &Speech<'_>) -> Vec<Block> {
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
        me.column("report-value", 2.0, Align::End),
        me.column("report-year", 1.0, Align::Start),
        me.column("report-figure-source", 3.5, Align::Start),
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
    titled(me, "report-key-figures", table)
}

/// A table below a heading; nothing when it has no rows.
pub(super) fn titled(me: &Speech<'_>, key: &str, table: Table) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading { lines: vec![me.said(&me.word(key))], aside: String::new() }, Block::Table(table)]
}

fn dots(rating: Option<Rating>) -> String {
    let full = usize::from(rating.map_or(0, Rating::value));
    if full == 0 { String::new() } else { format!("{full}/5") }
}

fn lessons(me: &Speech<'_>) -> Vec<Block> {
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

fn lesson_heading(me: &Speech<'_>, lesson: &Lesson) -> Block {
    let own = me.lines(&lesson.own_source);
    let lines = match (own.is_empty(), lesson.source.is_none()) {
        (false, _) => own,
        (true, false) => me.source_name(&lesson.source),
        (true, true) => vec![me.said(&me.word("report-own-source"))],
    };
    let rating = dots(lesson.rating);
    let rating =
        if rating.is_empty() { rating } else { me.word_with("report-rating", &[("rating", rating)]) };
    let aside = [me.day(lesson.day), rating].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>();
    Block::Heading { lines, aside: aside.join(" \u{b7} ") }
}

fn stakeholders(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-stakeholder", 3.0, Align::Start),
        me.column("report-interest", 1.3, Align::Start),
        me.column("report-influence", 1.3, Align::Start),
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
        let cells = vec![
            Cell::new(name),
            level(s.interest),
            level(s.influence),
            me.cell_of(&s.affected),
            me.cell_of(&s.strategy),
        ];
        if cells.iter().any(|c| !c.is_empty()) {
            table.body(cells);
        }
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

/// Both trees as drawings, then side by side as a list: effects from the far end, the core problem, causes. Cards that wait for a
/// place are the team's own notes and stay out.
fn trees(me: &Speech<'_>) -> Vec<Block> {
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
    drawn.chain(titled(me, "report-trees-words", table)).collect()
}

fn strategies(me: &Speech<'_>) -> Vec<Block> {
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
        let cells = vec![
            Cell::new(name),
            grade(s.impact),
            grade(s.feasibility),
            grade(s.rating()),
            me.cell_of(&s.reason),
        ];
        if cells.iter().any(|c| !c.is_empty()) {
            table.body(cells);
        }
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
}

fn risks(me: &Speech<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        me.column("report-risk", 3.8, Align::Start),
        me.column("report-likelihood", 1.6, Align::Center),
        me.column("report-impact", 1.2, Align::Center),
        me.column("report-significance", 1.3, Align::Center),
        me.column("report-treatment", 4.0, Align::Start),
        me.column("report-owner", 2.2, Align::Start),
        me.column("report-by", 1.8, Align::Start),
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
        let cells = vec![
            Cell::new(event),
            value(risk.likelihood),
            value(risk.impact),
            significance(me, risk.significance()),
            Cell::new(treatment),
            me.cell_of(&risk.owner),
            me.day_cell(risk.by),
        ];
        if cells.iter().any(|c| !c.is_empty()) {
            table.body(cells);
        }
    }
    let first = if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
    first.into_iter().chain(assumptions(me)).collect()
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
    titled(me, "report-assumptions-watched", table)
}

/// Likelihood times impact; from 10 on it stands out (bands of `domain` 1.3: 10 to 15 high, 16 to 25 very high).
fn significance(me: &Speech<'_>, value: Option<u8>) -> Cell {
    let tone = |v| if v >= 10 { Tone::Warn } else { Tone::Normal };
    Cell::new(value.map(|v| me.said(&v.to_string()).in_tone(tone(v))).into_iter().collect())
}

fn cooperation(me: &Speech<'_>) -> Vec<Block> {
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
        if let Some(country) = c.partner {
            let name = me.lines(&me.source.voice.country(country));
            partner.extend(if name.is_empty() { vec![me.said(country.code())] } else { name });
        }
        partner.extend(me.lines(&c.institution));
        let cells = vec![
            me.cell(&c.kind.map(|k| me.word(k.words())).unwrap_or_default()),
            Cell::new(what),
            Cell::new(partner),
            me.cell(&c.form.map(|f| me.word(f.words())).unwrap_or_default()),
        ];
        if cells.iter().any(|c| !c.is_empty()) {
            table.body(cells);
        }
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] }
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
