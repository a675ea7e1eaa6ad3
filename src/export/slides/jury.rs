//! The sheet on which a jury marks the presentation of a plan.
//!
//! Criteria are the plan's own. A plan without any gets the program's suggestion, and the sheet says that it is one: the course
//! of the first programme ends with an evaluation sheet (`domain` 1.1, JICA Sudan, appendix 6), but its criteria are not known.

use super::{
    Spoken,
    cut::{breakable, shortened},
};
use crate::{
    export::{
        Source,
        report::{
            Line,
            speech::{Speech, one_line},
        },
    },
    plan::{Decimal, Text},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the program suggests to look at: keys of interface words, each with its weight in percent. They make a hundred.
pub const SUGGESTED_CRITERIA: &[(&str, u8)] = &[
    ("jury-suggest-problem", 20),
    ("jury-suggest-way", 20),
    ("jury-suggest-learned", 15),
    ("jury-suggest-doable", 20),
    ("jury-suggest-money", 15),
    ("jury-suggest-telling", 10),
];

/// The best mark; the lowest is 1.
pub const BEST_MARK: u8 = 5;

/// How many criteria the sheet has room for.
const MOST: usize = 10;

const LAYOUT_WORDS: &[&str] = &[
    "jury-sheet",
    "jury-criterion",
    "jury-mark",
    "jury-weight",
    "jury-points",
    "jury-how",
    "jury-marks-mean",
    "jury-good",
    "jury-better",
    "jury-name",
    "report-signature",
    "report-date",
    "report-team",
];

/// A criterion on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// Its number.
    pub number: String,
    /// What is looked at, a line a language.
    pub name: Vec<Line>,
    /// Its weight; empty when none of them has one.
    pub weight: String,
}

/// The sheet, without a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// The BCP 47 tag of the language of headings and layout.
    pub lang: String,
    /// Whether the layout runs from right to left.
    pub rtl: bool,
    /// The language of the program's own words, which may run otherwise than the layout.
    pub spoken: Spoken,
    /// Whether Urdu stands in the Nastaliq style.
    pub nastaliq: bool,
    /// The title in one line, for file properties.
    pub name: String,
    /// The people in one line each, for file properties.
    pub authors: Vec<String>,
    /// The day of the export, written out.
    pub day: String,
    /// The plan's title.
    pub title: Vec<Line>,
    /// The people in one line.
    pub team: String,
    /// The country.
    pub country: Vec<Line>,
    /// What is looked at.
    pub rows: Vec<Looked>,
    /// The marks, from the lowest.
    pub marks: Vec<String>,
    /// Whether the criteria have weights.
    pub is_weighted: bool,
    /// The highest sum.
    pub total: String,
    /// Remarks of the program: that the criteria are its suggestion, that some have no room.
    pub remarks: Vec<String>,
    /// Words that the layout needs.
    pub words: BTreeMap<&'static str, String>,
}

impl Sheet {
    /// The sheet for a plan.
    #[must_use]
    pub fn new(source: &Source<'_>) -> Self {
        let speech = Speech::new(source);
        let me = &speech;
        let plan = source.plan;
        let layout = me.layout_lang();
        let mut remarks = Vec::new();
        let mut criteria: Vec<(Vec<Line>, Option<Decimal>)> = plan
            .criteria
            .iter()
            .filter(|c| !c.name.is_blank())
            .map(|c| (me.lines(&c.name), c.weight))
            .collect();
        if criteria.is_empty() {
            let suggested = SUGGESTED_CRITERIA.iter();
            criteria.extend(
                suggested.map(|(key, weight)| (vec![me.said(&me.word(key))], Some((*weight).into()))),
            );
            remarks.push(me.word("jury-suggested"));
        }
        let left = criteria.len().saturating_sub(MOST);
        if left > 0 {
            criteria.truncate(MOST);
            remarks.push(me.word_with("jury-no-room", &[("count", left.to_string())]));
        }
        // Few criteria have room for two languages.
        let (langs, most) = if criteria.len() > 6 { (1, 90) } else { (2, 110) };
        criteria.iter_mut().for_each(|(name, _)| *name = fitted(std::mem::take(name), langs, most));
        let is_weighted = criteria.iter().any(|(_, weight)| weight.is_some());
        let best: Decimal = if is_weighted {
            criteria.iter().filter_map(|(_, w)| *w).fold(Decimal::ZERO, Decimal::saturating_add)
        } else {
            Decimal::from(criteria.len()).saturating_mul(BEST_MARK.into())
        };
        let authors = me.members();
        Self {
            lang: layout.as_str().to_owned(),
            rtl: layout.is_rtl(),
            spoken: Spoken::of(source),
            nastaliq: source.options.nastaliq,
            name: me.name(),
            team: breakable(&shortened(&authors.join(", "), 160)),
            authors,
            day: source.voice.day(source.options.day),
            title: fitted(me.title(), 2, 120),
            country: plan.identity.country.map_or_else(Vec::new, |c| fitted(me.country(c), 1, 60)),
            rows: rows(me, criteria),
            marks: (1..=BEST_MARK).map(|mark| source.voice.number(mark.into())).collect(),
            is_weighted,
            total: me.word_with("jury-total", &[("best", source.voice.number(best))]),
            remarks,
            words: LAYOUT_WORDS.iter().map(|key| (*key, me.word(key))).collect(),
        }
    }
}

/// Lines in so many languages, no longer than the page holds.
fn fitted(lines: Vec<Line>, langs: usize, most: usize) -> Vec<Line> {
    let fit = |l: Line| Line { text: breakable(&shortened(&one_line(&l.text), most)), href: None, ..l };
    lines.into_iter().take(langs).map(fit).collect()
}

fn rows(me: &Speech<'_>, criteria: Vec<(Vec<Line>, Option<Decimal>)>) -> Vec<Looked> {
    let voice = me.source.voice;
    let row = |(i, (name, weight)): (usize, (Vec<Line>, Option<Decimal>))| Looked {
        number: voice.number((i + 1).into()),
        name,
        weight: weight.map(|w| format!("{}%", voice.number(w))).unwrap_or_default(),
    };
    criteria.into_iter().enumerate().map(row).collect()
}

/// What the program suggests, as texts of a plan in these languages: each in the languages that the program speaks, else in
/// the first language, to be translated there.
#[must_use]
pub fn suggested_criteria(langs: &[crate::plan::Lang], words: &crate::locale::Words) -> Vec<(Text, Decimal)> {
    use crate::locale::{Interface, Words};
    let spoken: Vec<_> = langs
        .iter()
        .filter_map(|lang| Some((lang, Words::new(Interface::from_tag(lang.as_str())?))))
        .collect();
    let text = |key: &str| {
        let said = spoken
            .iter()
            .fold(Text::default(), |text, (lang, words)| text.with(lang, words.get(key).as_ref().into()));
        match langs.first().filter(|_| said.is_blank()) {
            Some(first) => Text::of(first, words.get(key).as_ref()),
            None => said,
        }
    };
    SUGGESTED_CRITERIA.iter().map(|(key, weight)| (text(key), (*weight).into())).collect()
}
