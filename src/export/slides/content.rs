//! What stands on each slide, from title to thanks.

use super::{
    Bar, Kind, Point, Slide, Tick,
    cut::{Cutter, spread},
};
use crate::{
    analysis::{Placed, Span, days_between},
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
            observed::lesson_source,
            outside,
            speech::{Speech, led, one_line, soft},
        },
    },
    plan::{CardKind, Indicator, Lesson, Member, ResultRef, Risk},
};
use std::cell::Cell;

/// How many lessons are shown, the most useful first.
const LESSONS: usize = 6;
/// How many risks are shown, the heaviest first.
const RISKS: usize = 4;
/// How many first steps are shown, the earliest first.
const STEPS: usize = 4;
/// How many people are shown.
const PEOPLE: usize = 4;
/// How many main causes are shown.
const CAUSES: usize = 9;
/// How many rows of the chart are shown; in a longer plan the outputs and the milestones alone.
const ROWS: usize = 24;
/// How many things that have no room on a slide its notes tell at most; the plan has them all.
const NOTES: usize = 40;
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
        budget(me, is_cut),
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

fn title(me: &Speech<'_>, every: &Speech<'_>, is_cut: &Cell<bool>) -> Slide {
    let (id, mut cut) = (&me.plan().identity, Cutter::new(is_cut));
    let mut slide = Slide::new(Kind::Title, me.word("report-kind"));
    let mut titles = every.title();
    let others = titles.split_off(titles.len().min(3));
    slide.lead =
        titles.into_iter().enumerate().map(|(i, l)| cut.line(l, if i == 0 { 110 } else { 90 })).collect();
    if let Some(country) = id.country {
        let body = every.country(country).into_iter().map(|l| cut.line(l, 40)).collect();
        slide.points.push(Point { body, ..Point::default() });
    }
    let below = [
        me.plain(&me.members().join(", ").as_str().into()),
        me.lines(&id.organisation),
        me.lines(&me.source.voice.programme(&id.programme)),
    ];
    slide.foot = below.into_iter().flat_map(|lines| cut.first(lines, 110)).collect();
    slide.notes = [others, cut.taken()].concat();
    slide
}

fn problem(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, tree) = (me.plan(), &me.source.derived.tree);
    let text = |row: usize| plan.cards.at(row).map(|card| me.lines(&card.problem)).unwrap_or_default();
    let core = tree.nodes().iter().find(|n| n.kind == CardKind::Core && !text(n.row).is_empty());
    let mut cut = Cutter::new(is_cut);
    let lead = core.map_or_else(|| me.lines(&plan.context.problem), |core| text(core.row));
    let lead = cut.first(lead, 190);
    // What the tree says in a sentence, the context says in full.
    let mut notes = cut.taken();
    if core.is_some() {
        notes.extend(me.lines(&plan.context.problem).into_iter().take(1));
    }
    let causes = core.into_iter().flat_map(|core| &core.causes).filter_map(|i| tree.nodes().get(*i));
    let mut causes: Vec<_> = causes.map(|node| text(node.row)).filter(|lines| !lines.is_empty()).collect();
    notes.extend(causes.split_off(causes.len().min(CAUSES)).into_iter().take(NOTES).flatten());
    let mut point = |(i, lines): (usize, Vec<Line>)| Point {
        head: vec![me.said(&me.source.voice.number((i + 1).into()))],
        body: cut.first(lines, 72),
        whole: cut.taken(),
        ..Point::default()
    };
    let points: Vec<_> = causes.into_iter().enumerate().map(&mut point).collect();
    if lead.is_empty() && points.is_empty() {
        return Vec::new();
    }
    let label = if points.is_empty() { String::new() } else { me.word("slides-causes") };
    let base = Slide { lead, label, notes, ..Slide::new(Kind::Problem, me.word("slides-problem")) };
    parted(base, points, 6)
}

/// The same slide with so many of the points each, at least one slide. What it says of all stands on the first, what it says of a
/// point on the slide with that point.
fn parted(base: Slide, points: Vec<Point>, most: usize) -> Vec<Slide> {
    let parts = spread(points, most);
    let count = parts.len();
    if count == 0 {
        return vec![base];
    }
    let slide = |(i, points): (usize, Vec<Point>)| Slide {
        part: if count > 1 { format!("{}/{count}", i + 1) } else { String::new() },
        notes: [
            if i == 0 { base.notes.clone() } else { Vec::new() },
            points.iter().flat_map(|point| point.whole.clone()).collect(),
        ]
        .concat(),
        points,
        ..base.clone()
    };
    parts.into_iter().enumerate().map(slide).collect()
}

fn lessons(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let written = |l: &&Lesson| !l.saw.is_blank() || !l.adapt.is_blank();
    let mut lessons: Vec<_> = me.plan().lessons.iter().filter(written).collect();
    lessons.sort_by_key(|l| std::cmp::Reverse(l.rating));
    if lessons.is_empty() {
        return Vec::new();
    }
    let left = lessons.split_off(lessons.len().min(LESSONS));
    let mut cut = Cutter::new(is_cut);
    let points = lessons.into_iter().map(|lesson| lesson_point(me, lesson, &mut cut)).collect();
    let mut slides = parted(Slide::new(Kind::Lessons, me.word("slides-lessons")), points, 3);
    if let Some(last) = slides.last_mut().filter(|_| !left.is_empty()) {
        last.foot = vec![me.said(&me.word_with("slides-more-lessons", &[("count", left.len().to_string())]))];
        for lesson in left.into_iter().take(NOTES) {
            last.notes
                .extend(lesson_source(me, lesson).into_iter().take(1).map(|l| l.in_tone(Tone::Learned)));
            last.notes.extend(me.lines(&lesson.saw));
            last.notes.extend(led(me.lines(&lesson.adapt), &me.word("slides-adapt")));
        }
    }
    slides
}

fn lesson_point(me: &Speech<'_>, lesson: &Lesson, cut: &mut Cutter<'_>) -> Point {
    Point {
        head: cut.first(lesson_source(me, lesson), 48),
        body: cut.first(me.lines(&lesson.saw), 88),
        aside: led(cut.first(me.lines(&lesson.adapt), 76), &me.word("slides-adapt")),
        whole: cut.taken(),
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
    let foot = led(cut.first(me.lines(&plan.context.target_group), 120), &me.word("brief-for-whom"));
    let notes = cut.taken();
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
            let name = one_line(strategy.name.best(&me.langs).raw());
            point.whole.extend(led(reason, &name).into_iter().take(1));
        }
        point.whole.splice(0..0, cut.taken());
        points.push(point);
    }
    if lead.is_empty() && points.is_empty() {
        return Vec::new();
    }
    let label = if points.is_empty() { String::new() } else { me.word("slides-strategy") };
    let title = me.word("slides-way");
    parted(Slide { lead, label, foot, notes, ..Slide::new(Kind::Way, title) }, points, 4)
}

fn matrix_rows(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, mut cut) = (me.plan(), Cutter::new(is_cut));
    let numbering = &me.source.derived.numbering;
    let mut points = Vec::new();
    let mut row = |head: Line, text: Vec<Line>, of: ResultRef, tint: usize, is_whole: bool| {
        let body = cut.first(text, 84);
        let mut mine = plan.indicators.iter().filter(|i| i.of == of);
        let mut aside = Vec::new();
        let way =
            |indicator: &Indicator| matrix::way(me, indicator).map(|way| me.said(&way).in_tone(Tone::Strong));
        if let Some(indicator) = mine.next() {
            aside.extend(soft(cut.first(me.lines(&indicator.text), 60)));
            aside.extend(way(indicator));
        }
        let mut whole = cut.taken();
        // One has room; the speaker knows the others.
        for indicator in mine.take(NOTES) {
            whole.extend(soft(me.lines(&indicator.text)).into_iter().chain(way(indicator)));
        }
        if !body.is_empty() || !aside.is_empty() {
            points.push(Point { head: vec![head], body, aside, tint, is_whole, whole, ..Point::default() });
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
    parted(Slide::new(Kind::Matrix, matrix::name(me)), points, 4)
}

fn operation(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    let (plan, derived, mut cut) = (me.plan(), me.source.derived, Cutter::of_names(is_cut));
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
            let (body, whole) = (cut.first(name, 70), cut.taken());
            points.push(Point { body, bar, tint, is_whole: true, whole, ..Point::default() });
        }
        for placed in rows.iter().filter(|p| p.output == output.map(|o| o.id)).filter(wanted) {
            let Some(activity) = plan.activities.at(placed.row) else { continue };
            let span = derived.schedule.activity(placed.id);
            let bar = span.map(|span| bar(&scale, span, activity.milestone));
            let name = led(me.lines(&activity.name), &placed.number);
            let (body, whole) = (cut.first(name, 70), cut.taken());
            points.push(Point { body, bar, tint, whole, ..Point::default() });
        }
    }
    points.retain(|p| !p.body.is_empty());
    let left = points.split_off(points.len().min(ROWS));
    if points.is_empty() {
        return Vec::new();
    }
    let title = me.word("report-operation");
    let mut base = Slide { scale: ticks(me, &scale), ..Slide::new(Kind::Operation, title) };
    if is_long || !left.is_empty() {
        let count = derived.numbering.activities().len().to_string();
        base.foot = vec![me.said(&me.word_with("slides-more-activities", &[("count", count)]))];
        let is_left = |p: &&Placed| is_long && !plan.activities.at(p.row).is_some_and(|a| a.milestone);
        let named = |p: &Placed| Some(led(me.lines(&plan.activities.at(p.row)?.name), &p.number));
        let dropped = rows.iter().copied().filter(is_left).filter_map(named).flatten();
        let beyond =
            left.into_iter().flat_map(|point| if point.whole.is_empty() { point.body } else { point.whole });
        base.notes = dropped.chain(beyond).take(NOTES).collect();
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

fn budget(me: &Speech<'_>, is_cut: &Cell<bool>) -> Vec<Slide> {
    if me.plan().budget.is_empty() {
        return Vec::new();
    }
    let mut slide = Slide::new(Kind::Budget, me.word("slides-budget"));
    let (mut lines, mut cut) = (brief::costs(me).into_iter(), Cutter::new(is_cut));
    slide.lead = lines.by_ref().take(1).collect();
    slide.foot = lines.by_ref().take(1).map(|line| cut.line(line, 90)).collect();
    slide.notes = cut.taken().into_iter().chain(lines).collect();
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
    let left = risks.split_off(risks.len().min(RISKS));
    let weight = |risk: &Risk| outside::significance(me, risk.significance()).lines;
    let point = |risk: &Risk| Point {
        head: weight(risk),
        body: cut.first(me.lines(&risk.event), 84),
        aside: cut.first(me.lines(&risk.treatment), 96),
        whole: cut.taken(),
        ..Point::default()
    };
    let points: Vec<_> = risks.into_iter().map(point).collect();
    if points.is_empty() {
        return Vec::new();
    }
    let notes = left.into_iter().take(NOTES).flat_map(|risk| {
        let weight = weight(risk).first().map(|line| line.text.clone()).unwrap_or_default();
        led(me.lines(&risk.event), &weight).into_iter().chain(soft(me.lines(&risk.treatment)))
    });
    let notes = notes.collect();
    let label = me.word("slides-risk-weight");
    parted(Slide { label, notes, ..Slide::new(Kind::Risks, me.word("slides-risks")) }, points, RISKS)
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
    for (n, (day, id)) in soon.take(NOTES).enumerate() {
        let Some(activity) = plan.activities.get(*id) else { continue };
        let (day, name) = (me.source.voice.day_parts(*day).0, me.lines(&activity.name));
        // How many have room is seen only where they are laid out: the notes have all of them.
        slide.notes.extend(led(name.clone(), &day));
        if n < STEPS && !name.is_empty() {
            let body = cut.first(name, 80);
            slide.points.push(Point { head: vec![me.said(&day)], body, ..Point::default() });
        }
    }
    if !slide.points.is_empty() {
        slide.label = me.word_with("slides-first-days", &[("count", FIRST_STEP_DAYS.to_string())]);
    }
    slide
}

fn thanks(me: &Speech<'_>, is_cut: &Cell<bool>) -> Slide {
    let mut cut = Cutter::new(is_cut);
    let mut slide = Slide::new(Kind::Thanks, me.word("slides-thanks"));
    let below = |m: &Member| {
        let contact = me.plain(&m.contact);
        if contact.is_empty() { me.lines(&m.role) } else { contact }
    };
    let point = |m: &Member| Point {
        head: cut.first(me.plain(&m.name), 40),
        body: cut.first(below(m), 60),
        ..Point::default()
    };
    slide.points = me.named().take(PEOPLE).map(point).collect();
    slide.foot = cut.first(me.lines(&me.plan().identity.organisation), 80);
    let others = me.named().skip(PEOPLE).take(NOTES);
    let others = others.flat_map(|m| me.plain(&m.name).into_iter().chain(soft(below(m))));
    slide.notes = cut.taken().into_iter().chain(others).collect();
    slide
}
