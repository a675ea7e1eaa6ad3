//! What stands on each slide, from title to thanks.

use super::{
    Bar, Kind, Point, Slide, Tick,
    cut::{Cutter, one_line, spread},
};
use crate::{
    analysis::{Placed, RiskBand, Span, days_between},
    export::{
        brief::{self, FIRST_STEP_DAYS},
        drawing::{
            measure::Ruler,
            time::{self, Scale},
        },
        report::{
            Line, Tone,
            budget::shares,
            matrix,
            speech::{Speech, led, soft},
        },
    },
    plan::{CardKind, Lesson, ResultRef, Risk},
};
use std::cell::Cell;

/// How many lessons are shown, the most useful first.
const LESSONS: usize = 6;
/// How many risks are shown, the heaviest first.
const RISKS: usize = 4;
/// How many main causes are shown.
const CAUSES: usize = 9;
/// How many rows of the chart are shown; in a longer plan the outputs and the milestones alone.
const ROWS: usize = 24;
/// Rows of the chart on one slide.
const ROWS_A_SLIDE: usize = 8;

/// How wide the chart is, and the size of its type, both in points of a slide.
const CHART_WIDTH: f32 = 371.0;
const CHART_TYPE: f32 = 18.0;

/// Every slide, and whether something on them is shortened. `every`: in all languages that were asked for.
pub(super) fn slides(me: &Speech<'_>, every: &Speech<'_>) -> (Vec<Slide>, bool) {
    let is_cut = &Cell::new(false);
    let made = [
        vec![title(me, every, is_cut)],
        problem(me, is_cut),
        lessons(me, is_cut),
        way(me, is_cut),
        matrix_rows(me, is_cut),
        operation(me, is_cut),
        budget(me),
        risks(me, is_cut),
        vec![ask(me, is_cut), thanks(me, is_cut)],
    ];
    let mut slides: Vec<_> = made.into_iter().flatten().collect();
    for slide in &mut slides {
        let reminder = me.said(&me.word(slide.kind.words())).in_tone(Tone::Soft);
        slide.notes.insert(0, reminder);
    }
    (slides, is_cut.get())
}

/// The title of the plan; never empty.
pub(super) fn title_lines(me: &Speech<'_>) -> Vec<Line> {
    let title = me.lines(&me.plan().identity.title);
    if title.is_empty() { vec![me.said(&me.word("report-untitled"))] } else { title }
}

fn title(me: &Speech<'_>, every: &Speech<'_>, is_cut: &Cell<bool>) -> Slide {
    let (plan, id, mut cut) = (me.plan(), &me.plan().identity, Cutter::new(is_cut));
    let mut slide = Slide::new(Kind::Title, me.word("report-kind"));
    let titles = title_lines(every);
    slide.lead = titles
        .into_iter()
        .take(3)
        .enumerate()
        .map(|(i, l)| cut.line(l, if i == 0 { 110 } else { 90 }))
        .collect();
    if let Some(country) = id.country {
        let known = every.lines(&me.source.voice.country(country));
        let known = if known.is_empty() { vec![me.said(country.code())] } else { known };
        let body = known.into_iter().map(|l| cut.line(l, 40)).collect();
        slide.points.push(Point { body, ..Point::default() });
    }
    let names: Vec<_> =
        plan.team.iter().filter(|m| !m.name.is_blank()).map(|m| one_line(m.name.raw())).collect();
    let team = (!names.is_empty()).then(|| me.plain(&names.join(", ").as_str().into()));
    let below = [
        team.unwrap_or_default(),
        me.lines(&id.organisation),
        me.lines(&me.source.voice.programme(&id.programme)),
    ];
    slide.foot = below.into_iter().flat_map(|lines| cut.first(lines, 110)).collect();
    slide.notes = cut.whole;
    slide
}

fn problem(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, tree) = (me.plan(), &me.source.derived.tree);
    let text = |row: usize| plan.cards.at(row).map(|card| me.lines(&card.problem)).unwrap_or_default();
    let core = tree.nodes().iter().find(|n| n.kind == CardKind::Core && !text(n.row).is_empty());
    let mut cut = Cutter::new(is_cut);
    let lead = core.map_or_else(|| me.lines(&plan.context.problem), |core| text(core.row));
    let lead = cut.first(lead, 190);
    let causes = core.into_iter().flat_map(|core| &core.causes).filter_map(|i| tree.nodes().get(*i));
    let causes = causes.map(|node| cut.first(text(node.row), 72)).filter(|body| !body.is_empty());
    let points = |(i, body): (usize, Vec<Line>)| Point {
        head: vec![me.said(&me.source.voice.number((i + 1).into()))],
        body,
        ..Point::default()
    };
    let points: Vec<_> = causes.take(CAUSES).enumerate().map(points).collect();
    if lead.is_empty() && points.is_empty() {
        return Vec::new();
    }
    // What the tree says in a sentence, the context says in full.
    let mut notes = cut.whole;
    if core.is_some() {
        notes.extend(me.lines(&plan.context.problem).into_iter().take(1));
    }
    let label = if points.is_empty() { String::new() } else { me.word("slides-causes") };
    let base = Slide { lead, label, notes, ..Slide::new(Kind::Problem, me.word("slides-problem")) };
    parted(base, points, 6)
}

/// The same slide with so many of the points each, at least one slide; what it says to the speaker stands on the first.
fn parted(base: Slide, points: Vec<Point>, most: usize) -> Vec<Slide> {
    let parts = spread(points, most);
    let count = parts.len();
    if count == 0 {
        return vec![base];
    }
    let slide = |(i, points): (usize, Vec<Point>)| Slide {
        part: if count > 1 { format!("{}/{count}", i + 1) } else { String::new() },
        points,
        notes: if i == 0 { base.notes.clone() } else { Vec::new() },
        ..base.clone()
    };
    parts.into_iter().enumerate().map(slide).collect()
}

fn lessons(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let written = |l: &&Lesson| !l.saw.is_blank() || !l.adapt.is_blank();
    let mut lessons: Vec<_> = me.plan().lessons.iter().filter(written).collect();
    lessons.sort_by_key(|l| std::cmp::Reverse(l.rating));
    let left = lessons.len().saturating_sub(LESSONS);
    lessons.truncate(LESSONS);
    let mut slides = Vec::new();
    let parts = spread(lessons, 3);
    let count = parts.len();
    for (i, part) in parts.into_iter().enumerate() {
        let mut cut = Cutter::new(is_cut);
        let mut slide = Slide::new(Kind::Lessons, me.word("slides-lessons"));
        slide.points = part.into_iter().map(|lesson| lesson_point(me, lesson, &mut cut)).collect();
        if count > 1 {
            slide.part = format!("{}/{count}", i + 1);
        }
        if left > 0 && i + 1 == count {
            slide.foot = vec![me.said(&me.word_with("slides-more-lessons", &[("count", left.to_string())]))];
        }
        slide.notes = cut.whole;
        slides.push(slide);
    }
    slides
}

fn lesson_point(me: &Speech<'_>, lesson: &Lesson, cut: &mut Cutter<'_>) -> Point {
    let own = me.lines(&lesson.own_source);
    let head = match (own.is_empty(), lesson.source.is_none()) {
        (false, _) => own,
        (true, false) => me.source_name(&lesson.source),
        (true, true) => vec![me.said(&me.word("report-own-source"))],
    };
    Point {
        head: cut.first(head, 48),
        body: cut.first(me.lines(&lesson.saw), 88),
        aside: led(cut.first(me.lines(&lesson.adapt), 76), &me.word("slides-adapt")),
        ..Point::default()
    }
}

fn way(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, mut cut) = (me.plan(), Cutter::new(is_cut));
    let tree = &me.source.derived.tree;
    let core = tree.nodes().iter().find(|n| n.kind == CardKind::Core).and_then(|n| plan.cards.at(n.row));
    let mut lead = me.lines(&plan.matrix.purpose);
    if lead.is_empty() {
        lead = core.map(|card| me.lines(&card.objective)).unwrap_or_default();
    }
    let lead = cut.first(lead, 190);
    let chosen: Vec<_> = plan.strategies.iter().filter(|s| s.chosen && !s.name.is_blank()).collect();
    // Two have room for their reasons; the speaker knows those of more.
    let has_room = chosen.len() <= 2;
    let mut points = Vec::new();
    for strategy in chosen {
        let body = cut.first(me.lines(&strategy.name), 48);
        let reason = me.lines(&strategy.reason);
        let mut point = Point { body, ..Point::default() };
        if has_room {
            point.aside = soft(cut.first(reason, 100));
        } else {
            cut.whole.extend(led(reason, &one_line(strategy.name.best(&me.langs).raw())).into_iter().take(1));
        }
        points.push(point);
    }
    if lead.is_empty() && points.is_empty() {
        return Vec::new();
    }
    let label = if points.is_empty() { String::new() } else { me.word("slides-strategy") };
    let foot = led(cut.first(me.lines(&plan.context.target_group), 120), &me.word("brief-for-whom"));
    let title = me.word("slides-way");
    parted(Slide { lead, label, foot, notes: cut.whole, ..Slide::new(Kind::Way, title) }, points, 4)
}

fn matrix_rows(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, mut cut) = (me.plan(), Cutter::new(is_cut));
    let numbering = &me.source.derived.numbering;
    let mut points = Vec::new();
    let mut row = |head: Line, text: Vec<Line>, of: ResultRef, tint: usize, is_whole: bool| {
        let body = cut.first(text, 84);
        let mut aside = Vec::new();
        for indicator in plan.indicators.iter().filter(|i| i.of == of).take(1) {
            aside.extend(soft(cut.first(me.lines(&indicator.text), 60)));
            aside.extend(matrix::way(me, indicator).map(|way| me.said(&way).in_tone(Tone::Strong)));
        }
        if !body.is_empty() || !aside.is_empty() {
            points.push(Point { head: vec![head], body, aside, tint, is_whole, ..Point::default() });
        }
    };
    let purpose = me.said(&me.word(matrix::purpose_words(me)));
    row(purpose, me.lines(&plan.matrix.purpose), ResultRef::Purpose, 0, true);
    for (i, output) in plan.outputs.iter().enumerate() {
        let head = me.said(numbering.output(output.id));
        row(head, me.lines(&output.text), ResultRef::Output(output.id), i, false);
    }
    if points.is_empty() {
        return Vec::new();
    }
    parted(Slide { notes: cut.whole, ..Slide::new(Kind::Matrix, matrix::name(me)) }, points, 4)
}

fn operation(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, derived, mut cut) = (me.plan(), me.source.derived, Cutter::new(is_cut));
    let Some(whole) = derived.schedule.whole() else { return Vec::new() };
    let scale = Scale::new(whole, me.source.voice.calendar());
    let rows: Vec<_> = derived.numbering.activities().iter().filter(|p| p.depth == 0).collect();
    let is_long = rows.len() + plan.outputs.len() > ROWS;
    let wanted = |p: &&&Placed| !is_long || plan.activities.at(p.row).is_some_and(|a| a.milestone);
    let mut points = Vec::new();
    let outputs = plan.outputs.iter().enumerate().map(|(i, o)| (i, Some(o)));
    for (tint, output) in outputs.chain([(plan.outputs.len(), None)]) {
        if let Some(output) = output {
            let name = led(me.lines(&output.text), derived.numbering.output(output.id));
            let bar = derived.schedule.output(output.id).map(|span| bar(&scale, span, false));
            points.push(Point { body: cut.first(name, 70), bar, tint, is_whole: true, ..Point::default() });
        }
        for placed in rows.iter().filter(|p| p.output == output.map(|o| o.id)).filter(wanted) {
            let Some(activity) = plan.activities.at(placed.row) else { continue };
            let span = derived.schedule.activity(placed.id);
            let bar = span.map(|span| bar(&scale, span, activity.milestone));
            let name = led(me.lines(&activity.name), &placed.number);
            points.push(Point { body: cut.first(name, 70), bar, tint, ..Point::default() });
        }
    }
    points.retain(|p| !p.body.is_empty());
    let left = points.len().saturating_sub(ROWS);
    points.truncate(ROWS);
    if points.is_empty() {
        return Vec::new();
    }
    let title = me.word("report-operation");
    // Names in a chart are short by nature; the table of the plan has them in full.
    let mut base = Slide { scale: ticks(me, &scale), ..Slide::new(Kind::Operation, title) };
    if is_long || left > 0 {
        let count = derived.numbering.activities().len().to_string();
        base.foot = vec![me.said(&me.word_with("slides-more-activities", &[("count", count)]))];
    }
    parted(base, points, ROWS_A_SLIDE)
}

fn bar(scale: &Scale, span: Span, moment: bool) -> Bar {
    let [from, to] = scale.reach(span);
    Bar { from, to, moment }
}

/// Marks at whole months, quarters or years, as many as have room for their names.
fn ticks(me: &Speech<'_>, scale: &Scale) -> Vec<Tick> {
    let width = CHART_WIDTH * time::SIZE / CHART_TYPE;
    let years = scale.years(me);
    let mut named = None;
    let mut tick = |month: time::Piece| {
        let year = years.iter().rposition(|year| year.from <= month.from);
        let is_new = year != named;
        named = year;
        let year = year.filter(|_| is_new).and_then(|i| years.get(i)).map(|y| y.label.clone());
        Tick { at: month.from, label: month.label, year: year.unwrap_or_default() }
    };
    scale.months(me, &mut Ruler::new(me.source.options.nastaliq), width).into_iter().map(&mut tick).collect()
}

fn budget(me: &Speech<'_>) -> Vec<Slide> {
    if me.plan().budget.is_empty() {
        return Vec::new();
    }
    let mut slide = Slide::new(Kind::Budget, me.word("slides-budget"));
    let mut lines = brief::costs(me).into_iter();
    slide.lead = lines.by_ref().take(1).collect();
    slide.foot = lines.take(3).collect();
    slide.shares = shares(me);
    if !slide.shares.is_empty() {
        slide.label = me.word("slides-who-pays");
    }
    vec![slide]
}

fn risks(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let mut cut = Cutter::new(is_cut);
    let mut risks: Vec<&Risk> = me.plan().risks.iter().filter(|r| !r.event.is_blank()).collect();
    risks.sort_by_key(|risk| std::cmp::Reverse(risk.significance()));
    risks.truncate(RISKS);
    let point = |risk: &Risk| {
        let weight = risk.significance();
        let tone = match weight.map(RiskBand::of) {
            Some(RiskBand::High | RiskBand::VeryHigh) => Tone::Warn,
            _ => Tone::Normal,
        };
        Point {
            head: weight.map(|w| me.said(&w.to_string()).in_tone(tone)).into_iter().collect(),
            body: cut.first(me.lines(&risk.event), 84),
            aside: cut.first(me.lines(&risk.treatment), 96),
            ..Point::default()
        }
    };
    let points: Vec<_> = risks.into_iter().map(point).collect();
    if points.is_empty() {
        return Vec::new();
    }
    let label = me.word("slides-risk-weight");
    vec![Slide { points, label, notes: cut.whole, ..Slide::new(Kind::Risks, me.word("slides-risks")) }]
}

fn ask(me: &Speech<'_>, is_cut: &Cell<bool>) -> Slide {
    let (plan, derived, mut cut) = (me.plan(), me.source.derived, Cutter::new(is_cut));
    let mut slide = Slide::new(Kind::Ask, me.word("slides-ask"));
    slide.lead = brief::ask(me);
    slide.foot = brief::decide_by(me);
    let timed = |p: &Placed| Some((derived.schedule.activity(p.id)?.start, p.id));
    let leaves = derived.numbering.activities().iter().filter(|p| !p.has_parts);
    let mut steps: Vec<_> = leaves.filter_map(timed).collect();
    steps.sort_by_key(|(day, _)| *day);
    let begin = plan.identity.start.or(steps.first().map(|(day, _)| *day));
    let soon =
        steps.iter().filter(|(day, _)| begin.is_some_and(|b| days_between(b, *day) <= FIRST_STEP_DAYS));
    for (day, id) in soon.take(4) {
        let Some(activity) = plan.activities.get(*id) else { continue };
        let body = cut.first(me.lines(&activity.name), 80);
        if !body.is_empty() {
            slide.points.push(Point {
                head: vec![me.said(&me.source.voice.day_parts(*day).0)],
                body,
                ..Point::default()
            });
        }
    }
    if !slide.points.is_empty() {
        slide.label = me.word_with("slides-first-days", &[("count", FIRST_STEP_DAYS.to_string())]);
    }
    slide.notes = cut.whole;
    slide
}

fn thanks(me: &Speech<'_>, is_cut: &Cell<bool>) -> Slide {
    let mut cut = Cutter::new(is_cut);
    let mut slide = Slide::new(Kind::Thanks, me.word("slides-thanks"));
    let team = me.plan().team.iter().filter(|m| !m.name.is_blank());
    let point = |m: &crate::plan::Member| {
        let contact = me.plain(&m.contact);
        let below = if contact.is_empty() { me.lines(&m.role) } else { contact };
        Point { head: cut.first(me.plain(&m.name), 40), body: cut.first(below, 60), ..Point::default() }
    };
    slide.points = team.take(4).map(point).collect();
    slide.foot = cut.first(me.lines(&me.plan().identity.organisation), 80);
    slide.notes = cut.whole;
    slide
}
