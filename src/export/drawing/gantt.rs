//! The chart of times: a row for each output and activity, bars on months of the plan's calendar, fiscal years behind them. Many
//! rows go on in more scenes, each with the months above it. Today is not in it: a document says the same on every day.

use super::{
    Frame, Ink, Room, Scene,
    measure::Ruler,
    time::{self, Scale},
    told,
};
use crate::{
    analysis::{Placed, Span},
    export::report::{
        Align, Line,
        speech::{Speech, led},
    },
    plan::{Activity, Id, Output},
};
use std::collections::{BTreeSet, HashMap};

/// The type of names.
const SIZE: f32 = 7.8;
/// Names take no more than this part of the width.
const NAMES: f32 = 0.31;
/// More letters of a name are not drawn; the table has all of them.
const MOST_LETTERS: usize = 130;
/// The height of a row of the heading.
const HEAD: f32 = 12.5;
/// The height of the legend, with the room above it.
const LEGEND: f32 = 20.0;
const LOWEST_ROW: f32 = 14.0;

/// What a bar stands for, in the order of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Output,
    Whole,
    Task,
    Done,
    Milestone,
    Link,
    Early,
}

impl Kind {
    const fn words(self) -> &'static str {
        match self {
            Self::Output => "report-legend-output",
            Self::Whole => "report-legend-whole",
            Self::Task => "report-legend-activity",
            Self::Done => "report-legend-done",
            Self::Milestone => "report-legend-milestone",
            Self::Link => "report-legend-link",
            Self::Early => "report-legend-early",
        }
    }
}

struct Row<'a> {
    name: Line,
    /// How far the name stands further in.
    inwards: f32,
    height: f32,
    kind: Kind,
    span: Option<Span>,
    done: f32,
    activity: Option<&'a Activity>,
}

/// The scenes of the chart; none when no activity has a date.
pub(in crate::export) fn gantt(me: &Speech<'_>, room: Room) -> Vec<Scene> {
    let Some(whole) = me.source.derived.schedule.whole() else { return Vec::new() };
    let mut ruler = Ruler::new(me.source.options.nastaliq);
    let rows = rows(me, room, &mut ruler);
    let scale = Scale::new(whole, me.source.voice.calendar());
    let mut chart = Chart::new(me, room, scale, ruler);
    let mut scenes = Vec::new();
    let mut rest = rows.as_slice();
    while !rest.is_empty() {
        let free = room.height(scenes.len()) - chart.head() - LEGEND;
        let mut taken = 0.0;
        let fits = |row: &&Row<'_>| {
            taken += row.height;
            taken <= free
        };
        let mut most = rest.iter().take_while(fits).count().max(1);
        // What does not fit goes on with a whole output, where that leaves no sheet half empty.
        if most < rest.len() {
            let begins = |i: &usize| rest.get(*i).is_some_and(|row| row.kind == Kind::Output);
            most = (most / 2 + 1..=most).rev().find(begins).unwrap_or(most);
        }
        // The name of an output does not stand alone at the end of a sheet.
        while most > 1 && most < rest.len() && rest[most - 1].kind == Kind::Output {
            most -= 1;
        }
        let (now, later) = rest.split_at(most);
        scenes.push(chart.paint(now));
        rest = later;
    }
    told(scenes, &me.word("report-gantt-alt"))
}

fn rows<'a>(me: &'a Speech<'_>, room: Room, ruler: &mut Ruler) -> Vec<Row<'a>> {
    let derived = me.source.derived;
    let mut rows = Vec::new();
    let mut open: Option<Option<Id<Output>>> = None;
    for placed in derived.numbering.activities() {
        if open != Some(placed.output) {
            open = Some(placed.output);
            rows.push(output(me, placed.output));
        }
        if let Some(activity) = me.plan().activities.at(placed.row) {
            rows.push(one(me, placed, activity));
        }
    }
    for row in &mut rows {
        let width = room.width * NAMES - row.inwards - 4.0;
        let strong = row.kind == Kind::Output;
        row.name = ruler.fitted(row.name.clone(), MOST_LETTERS, SIZE, width);
        row.height =
            (ruler.height(std::slice::from_ref(&row.name), SIZE, width, strong) + 4.0).max(LOWEST_ROW);
    }
    rows
}

fn row(name: Option<Line>, me: &Speech<'_>, kind: Kind) -> Row<'static> {
    let name = name.unwrap_or_else(|| me.said(&me.word("report-unnamed")));
    Row { name, inwards: 0.0, height: 0.0, kind, span: None, done: 0.0, activity: None }
}

fn output(me: &Speech<'_>, output: Option<Id<Output>>) -> Row<'static> {
    let name = match output.and_then(|o| me.plan().outputs.get(o)) {
        Some(o) => led(me.lines(&o.text), me.source.derived.numbering.output(o.id)),
        None => vec![me.said(&me.word("report-no-output"))],
    };
    let span = output.and_then(|o| me.source.derived.schedule.output(o));
    Row { span, ..row(name.into_iter().next(), me, Kind::Output) }
}

fn one<'a>(me: &Speech<'_>, placed: &Placed, activity: &'a Activity) -> Row<'a> {
    let kind = match (placed.has_parts, activity.milestone) {
        (true, _) => Kind::Whole,
        (false, true) => Kind::Milestone,
        (false, false) => Kind::Task,
    };
    let schedule = &me.source.derived.schedule;
    let name = me.lines(&activity.name).into_iter().next();
    let row = row(name, me, kind);
    Row {
        name: row.name.led_by(&placed.number),
        inwards: 7.0 * super::count(placed.depth.min(4)) + 5.0,
        span: schedule.activity(activity.id),
        done: schedule.done(activity.id).and_then(|share| share.try_into().ok()).unwrap_or(0.0),
        activity: Some(activity),
        ..row
    }
}

/// What all scenes have in common.
struct Chart<'a> {
    me: &'a Speech<'a>,
    room: Room,
    scale: Scale,
    ruler: Ruler,
    months: Vec<time::Piece>,
    years: Vec<time::Piece>,
    fiscal: Vec<time::Piece>,
}

impl<'a> Chart<'a> {
    fn new(me: &'a Speech<'a>, room: Room, scale: Scale, mut ruler: Ruler) -> Self {
        let width = room.width * (1.0 - NAMES);
        let months = scale.months(me, &mut ruler, width);
        let (years, fiscal) = (scale.years(me), scale.fiscal_years(me));
        Self { me, room, scale, ruler, months, years, fiscal }
    }

    /// The height of what stands above the rows.
    fn head(&self) -> f32 {
        let rows = [&self.fiscal, &self.years, &self.months];
        HEAD * super::count(rows.iter().filter(|row| row.iter().any(|p| !p.label.is_empty())).count())
    }

    /// A part of the time as a place of the scene.
    fn x(&self, at: f32) -> f32 {
        self.room.width * (NAMES + (1.0 - NAMES) * at)
    }

    fn paint(&mut self, rows: &[Row<'_>]) -> Scene {
        let head = self.head();
        let bottom = head + rows.iter().map(|row| row.height).sum::<f32>();
        let mut scene = Scene::new(self.room, bottom + LEGEND);
        self.bands(&mut scene, bottom);
        self.heading(&mut scene);
        let mut kinds = BTreeSet::new();
        let mut ends = HashMap::new();
        let mut top = head;
        for row in rows {
            self.row(&mut scene, row, top);
            kinds.extend(row.span.map(|_| row.kind));
            kinds.extend((row.done > 0.0 && row.kind == Kind::Task).then_some(Kind::Done));
            if let (Some(activity), Some(span)) = (row.activity, row.span) {
                ends.insert(activity.id, (self.ends(row, span), top + row.height * 0.5, span));
            }
            top += row.height;
        }
        for then in rows.iter().filter_map(|row| row.activity) {
            for link in &then.after {
                let (Some(from), Some(to)) = (ends.get(&link.activity), ends.get(&then.id)) else { continue };
                let is_early = to.2.start < from.2.finish;
                kinds.insert(if is_early { Kind::Early } else { Kind::Link });
                arrow(&mut scene, [from.0[1], from.1], [to.0[0], to.1], is_early);
            }
        }
        self.legend(&mut scene, &kinds, bottom);
        scene.turned(self.me.is_rtl())
    }

    /// Fiscal years behind the rows, or years where these are the same, and a line at each month.
    fn bands(&self, scene: &mut Scene, bottom: f32) {
        let years = if self.fiscal.is_empty() { &self.years } else { &self.fiscal };
        for year in years.iter().skip(1).step_by(2) {
            let (from, to) = (self.x(year.from), self.x(year.to));
            scene.fill(Frame::new(from, 0.0, to - from, bottom), Ink::Year);
        }
        for month in &self.months {
            let x = self.x(month.from);
            scene.path(vec![[x, self.head() - HEAD], [x, bottom]], Ink::Line, 0.4);
        }
        for year in years.iter().skip(1) {
            let x = self.x(year.from);
            scene.path(vec![[x, 0.0], [x, bottom]], Ink::Soft, 0.5);
        }
    }

    fn heading(&mut self, scene: &mut Scene) {
        let mut top = 0.0;
        let rows = [
            (&self.fiscal, Ink::Soga, true),
            (&self.years, Ink::Indigo, true),
            (&self.months, Ink::Soft, false),
        ];
        for (pieces, ink, strong) in rows {
            if pieces.iter().all(|p| p.label.is_empty()) {
                continue;
            }
            for piece in pieces {
                let (from, to) = (self.x(piece.from), self.x(piece.to));
                if self.ruler.width(&piece.label, time::SIZE, strong) + 3.0 > to - from {
                    continue;
                }
                let at = Frame::new(from + 2.0, top, to - from - 2.0, HEAD);
                let words = vec![self.me.said(&piece.label)];
                scene.words(at, words, (time::SIZE, ink, strong), Align::Start);
            }
            top += HEAD;
        }
        scene.path(vec![[0.0, top], [self.room.width, top]], Ink::Indigo, 0.8);
    }

    /// From where to where a bar reaches; short ones are long enough to be seen.
    fn ends(&self, row: &Row<'_>, span: Span) -> [f32; 2] {
        let [from, to] = self.scale.reach(span).map(|at| self.x(at));
        if row.kind == Kind::Milestone {
            let middle = ((from + to) * 0.5).clamp(self.x(0.0) + 4.0, self.room.width - 4.4);
            return [middle - 4.0, middle + 4.0];
        }
        let from = from.min(self.room.width - 2.5);
        [from, to.max(from + 2.5)]
    }

    fn row(&self, scene: &mut Scene, row: &Row<'_>, top: f32) {
        let bottom = top + row.height;
        scene.path(vec![[0.0, bottom], [self.room.width, bottom]], Ink::Line, 0.4);
        let width = self.room.width * NAMES - row.inwards - 4.0;
        let at = Frame::new(row.inwards, top + 2.0, width, row.height - 4.0);
        let (ink, strong) = if row.kind == Kind::Output { (Ink::Soga, true) } else { (Ink::Text, false) };
        scene.words(at, vec![row.name.clone()], (SIZE, ink, strong), Align::Start);
        if let Some(span) = row.span {
            bar(scene, row.kind, self.ends(row, span), (top + bottom) * 0.5, row.done);
        }
    }

    fn legend(&mut self, scene: &mut Scene, kinds: &BTreeSet<Kind>, bottom: f32) {
        let mut x = 0.0;
        let middle = bottom + LEGEND - HEAD * 0.5;
        for kind in kinds {
            let words = self.me.word(kind.words());
            let width = self.ruler.width(&words, time::SIZE, false) + 4.0;
            match kind {
                Kind::Link | Kind::Early => {
                    arrow(scene, [x, middle], [x + 18.0, middle], *kind == Kind::Early);
                }
                Kind::Milestone => bar(scene, *kind, [x + 5.0, x + 13.0], middle, 0.0),
                Kind::Done => bar(scene, Kind::Task, [x, x + 18.0], middle, 0.6),
                _ => bar(scene, *kind, [x, x + 18.0], middle, 0.0),
            }
            let at = Frame::new(x + 22.0, middle - HEAD * 0.5, width, HEAD);
            scene.words(at, vec![self.me.said(&words)], (time::SIZE, Ink::Soft, false), Align::Start);
            x += width + 36.0;
        }
    }
}

fn bar(scene: &mut Scene, kind: Kind, [from, to]: [f32; 2], middle: f32, done: f32) {
    let box_of = |height: f32| Frame::new(from, middle - height * 0.5, to - from, height);
    match kind {
        Kind::Output => scene.rounded(box_of(4.0), 2.0, Ink::Soga, None),
        Kind::Milestone => {
            let (x, r) = ((from + to) * 0.5, 4.4);
            let corners = vec![[x, middle - r], [x + r, middle], [x, middle + r], [x - r, middle]];
            scene.area(corners, Ink::Soga);
        }
        Kind::Whole => {
            let side = 4.5_f32.min((to - from) * 0.5);
            let top = middle - 3.5;
            scene.fill(Frame::new(from, top, to - from, 3.0), Ink::Indigo);
            for (corner, inwards) in [(from, side), (to, -side)] {
                scene.area(vec![[corner, top], [corner + inwards, top], [corner, top + 7.0]], Ink::Indigo);
            }
        }
        Kind::Task | Kind::Done | Kind::Link | Kind::Early => {
            scene.rounded(box_of(7.0), 1.5, Ink::Bar, None);
            if done > 0.0 {
                let inner = box_of(2.4);
                scene.fill(Frame { width: inner.width * done.min(1.0), ..inner }, Ink::Text);
            }
        }
    }
}

/// An arrow from the end of a bar to the start of another: out, down or up, in.
fn arrow(scene: &mut Scene, from: [f32; 2], to: [f32; 2], is_early: bool) {
    let ink = if is_early { Ink::Warn } else { Ink::Soft };
    let (out, into) = (from[0] + 3.5, to[0] - 6.5);
    let mut points = vec![from, [out, from[1]]];
    if into < out {
        let between = from[1] + (to[1] - from[1]).signum() * LOWEST_ROW * 0.5;
        points.extend([[out, between], [into, between], [into, to[1]]]);
    } else {
        points.push([out, to[1]]);
    }
    points.push([to[0] - 2.0, to[1]]);
    scene.path(points, ink, 0.7);
    scene.area(vec![to, [to[0] - 4.5, to[1] - 2.2], [to[0] - 4.5, to[1] + 2.2]], ink);
}
