//! Slides of a plan: few words in large type, for a room that listens.
//!
//! A [`Deck`] is built once, without a format. The PDF, the handout for the speaker and the pictures on the screen are typeset
//! from the same deck with the same template, so that all of them show the same. What a slide shortens stands in full in its
//! notes.

mod content;
mod cut;
mod jury;
mod show;

pub use jury::{BEST_MARK, SUGGESTED_CRITERIA, Sheet, suggested_criteria};
pub use show::{Picture, Show};

use super::{
    Source,
    report::{Line, Share, speech::Speech},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The words that the layout needs beside the slides' own.
const LAYOUT_WORDS: &[&str] = &["slides-notes", "slides-handout"];

/// In which light slides are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Light {
    /// On paper, to be printed and sent.
    #[default]
    Paper,
    /// In a dark room, on a large screen.
    Room,
}

/// What a slide is about; it decides how the slide is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The plan, its country and its people.
    Title,
    /// The core problem and its main causes.
    Problem,
    /// What was seen in the programme, and what is adapted at home.
    Lessons,
    /// What the plan achieves, and the way that was chosen.
    Way,
    /// Outcome and outputs with their indicators.
    Matrix,
    /// Who does what when, as a chart.
    Operation,
    /// What it costs and who pays.
    Budget,
    /// What may go wrong, the heaviest first.
    Risks,
    /// What is asked, and the first ninety days.
    Ask,
    /// Thanks, and whom to write to.
    Thanks,
}

impl Kind {
    /// The key of what the speaker is reminded of.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Title => "slides-say-title",
            Self::Problem => "slides-say-problem",
            Self::Lessons => "slides-say-lessons",
            Self::Way => "slides-say-way",
            Self::Matrix => "slides-say-matrix",
            Self::Operation => "slides-say-operation",
            Self::Budget => "slides-say-budget",
            Self::Risks => "slides-say-risks",
            Self::Ask => "slides-say-ask",
            Self::Thanks => "slides-say-thanks",
        }
    }
}

/// A bar on the time scale of a slide.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bar {
    /// Where it starts, 0 to 1.
    pub from: f32,
    /// Where it ends, 0 to 1.
    pub to: f32,
    /// A moment: drawn as a diamond.
    pub moment: bool,
}

/// A mark on the time scale of a slide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// Where it stands, 0 to 1.
    pub at: f32,
    /// The month; empty where whole years are marked.
    pub label: String,
    /// The year, at the first mark in it; empty at the others.
    pub year: String,
}

/// One of several things on a slide: a cause, a lesson, a row.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Point {
    /// What it is called: a number, a date, a name.
    pub head: Vec<Line>,
    /// What it says.
    pub body: Vec<Line>,
    /// What belongs to it: a value, an answer.
    pub aside: Vec<Line>,
    /// Its bar on the slide's time scale.
    pub bar: Option<Bar>,
    /// Whether it stands over the points below it.
    pub is_whole: bool,
    /// Which tint it has, from 0; of an output and all that belongs to it.
    pub tint: usize,
    /// In full what it may shorten, for the notes of the slide on which it stands.
    #[serde(skip)]
    pub whole: Vec<Line>,
}

/// A slide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Slide {
    /// What it is about.
    pub kind: Kind,
    /// Its heading, in the language of the deck.
    pub title: String,
    /// Which part of its matter it is, such as `2/3`; empty when it is all of it.
    pub part: String,
    /// What everybody should remember of it.
    pub lead: Vec<Line>,
    /// A word over the points.
    pub label: String,
    /// The points.
    pub points: Vec<Point>,
    /// Who pays, as a bar.
    pub shares: Vec<Share>,
    /// The time scale of the points' bars.
    pub scale: Vec<Tick>,
    /// A remark below everything.
    pub foot: Vec<Line>,
    /// What the speaker can say: a reminder, then in full what the slide shortens.
    pub notes: Vec<Line>,
}

impl Slide {
    fn new(kind: Kind, title: String) -> Self {
        Self {
            kind,
            title,
            part: String::new(),
            lead: Vec::new(),
            label: String::new(),
            points: Vec::new(),
            shares: Vec::new(),
            scale: Vec::new(),
            foot: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The heading with the part that the slide is.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.title, self.part).trim_end().to_owned()
    }

    /// Everything that stands on it, a line after another: for those who hear the slide instead of seeing it.
    pub fn said(&self) -> impl Iterator<Item = String> {
        fn say(lines: &[Line]) -> impl Iterator<Item = String> {
            lines.iter().map(|line| format!("{} {}", line.lead, line.text).trim().to_owned())
        }
        let label = (!self.label.is_empty()).then(|| self.label.clone());
        let shares = self.shares.iter().map(|share| format!("{}: {}", share.label, share.amount));
        let points = self.points.iter().flat_map(|p| [&p.head, &p.body, &p.aside]).flat_map(|all| say(all));
        say(&self.lead).chain(label).chain(shares).chain(points).chain(say(&self.foot))
    }
}

/// A language and its direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spoken {
    /// Its BCP 47 tag.
    pub lang: String,
    /// Whether it runs from right to left.
    pub rtl: bool,
}

impl Spoken {
    fn of(source: &Source<'_>) -> Self {
        let lang = source.voice.lang();
        Self { rtl: lang.is_rtl(), lang: lang.as_str().to_owned() }
    }
}

/// The slides of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deck {
    /// The BCP 47 tag of the language of headings and layout.
    pub lang: String,
    /// Whether the layout runs from right to left.
    pub rtl: bool,
    /// The language of the program's own words, which may run otherwise than the layout.
    pub spoken: Spoken,
    /// Whether Urdu stands in the Nastaliq style.
    pub nastaliq: bool,
    /// Whether the slides are for a dark room.
    pub dark: bool,
    /// The title in one line, for file properties.
    pub name: String,
    /// The people in one line each, for file properties.
    pub authors: Vec<String>,
    /// The day of the export, written out.
    pub day: String,
    /// The title of the plan, for the foot of every slide.
    pub title: Vec<Line>,
    /// The slides in the order in which they are shown.
    pub slides: Vec<Slide>,
    /// Whether the slides shorten something.
    pub shortened: bool,
    /// Words that the layout needs.
    pub words: BTreeMap<&'static str, String>,
}

impl Deck {
    /// Builds the slides of a plan. They speak one language, the chosen one or the plan's first; only the title speaks all.
    #[must_use]
    pub fn new(source: &Source<'_>, light: Light) -> Self {
        let every = Speech::new(source);
        let mut me = Speech::new(source);
        me.langs.truncate(1);
        let (slides, shortened) = content::slides(&me, &every);
        let layout = me.layout_lang();
        Self {
            lang: layout.as_str().to_owned(),
            rtl: layout.is_rtl(),
            spoken: Spoken::of(source),
            nastaliq: source.options.nastaliq,
            dark: light == Light::Room,
            name: me.name(),
            authors: me.members(),
            day: source.voice.day(source.options.day),
            title: me.title(),
            slides,
            shortened,
            words: LAYOUT_WORDS.iter().map(|key| (*key, me.word(key))).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
