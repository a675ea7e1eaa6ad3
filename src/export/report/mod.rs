//! The report: a plan as a document, before anybody asks in which format.
//!
//! It is built once, owns its text and knows no format. Words are already in the report's language, numbers and dates in
//! the form of the plan's country, and every piece of user text carries its language and direction, so that a renderer
//! only has to draw. Text stays text: a renderer never reads markup in it.

pub(super) mod budget;
mod build;
pub(super) mod matrix;
pub(super) mod observed;
pub(super) mod operation;
pub(super) mod outside;
pub(super) mod speech;
mod together;
mod ways;
pub(super) mod worksheets;

pub use together::Together;

use super::{
    Source,
    drawing::Scene,
    ink::Ink,
    places::{self, Places},
};
use crate::plan::Place;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// How a line stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Plain.
    Normal,
    /// Less than the others: a second language, a remark.
    Soft,
    /// More than the others.
    Strong,
    /// What was learned in the programme.
    Learned,
    /// Asks for attention.
    Warn,
}

/// A paragraph of one cell: text of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// A number or a label before the text; empty: none.
    pub lead: String,
    /// The text itself; may hold line ends.
    pub text: String,
    /// The BCP 47 tag of the text's language.
    pub lang: String,
    /// Whether the language runs from right to left.
    pub rtl: bool,
    /// How it stands.
    pub tone: Tone,
    /// Where it leads: `http`, `https` or `mailto` only.
    pub href: Option<String>,
    /// The field of the plan that it shows, when the report was built with places.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "word_of_place")]
    pub place: Option<Place>,
}

fn word_of_place<S: Serializer>(place: &Option<Place>, to: S) -> Result<S::Ok, S::Error> {
    place.as_ref().map(places::word).serialize(to)
}

/// A label with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label, in the report's language.
    pub label: String,
    /// What is said.
    pub lines: Vec<Line>,
    /// The field that it is about, when the report was built with places.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "word_of_place")]
    pub place: Option<Place>,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// At the side where reading starts.
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends: numbers.
    End,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Its share of the width, relative to the others.
    pub width: f32,
    /// Where its text stands.
    pub align: Align,
}

/// What a row is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// An entry.
    Body,
    /// The heading of the rows below it.
    Group,
    /// A sum.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// How many columns it takes.
    pub span: usize,
    /// What is written.
    pub lines: Vec<Line>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells; their spans add up to the number of columns.
    pub cells: Vec<Cell>,
}

/// A table with a heading that is repeated on every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What of it stands on one page.
    pub together: Together,
}

/// A part of a whole, drawn as a piece of a bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// What it is.
    pub label: String,
    /// Its amount, written out.
    pub amount: String,
    /// Its part of the whole, 0 to 1.
    pub part: f32,
    /// The word of its source of funds; slides choose their own colours by it.
    pub kind: &'static str,
    /// Its colour.
    pub fill: Ink,
}

/// A place for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// Who signs as what.
    pub label: String,
    /// The name, when it is known.
    pub lines: Vec<Line>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading below the section's.
    Heading {
        /// Its text, a line a language.
        lines: Vec<Line>,
        /// A remark at its end, such as a date.
        aside: String,
    },
    /// Labels with what is said about them.
    Facts {
        /// The labels.
        facts: Vec<Fact>,
    },
    /// A table.
    Table(Table),
    /// A drawing; a table near it says the same in words.
    Drawing {
        /// What stands above it; may be empty.
        title: String,
        /// Its sheets.
        scenes: Vec<Scene>,
    },
    /// A bar of shares.
    Shares {
        /// From the first to the last.
        shares: Vec<Share>,
    },
    /// A remark of the program.
    Note {
        /// What it says.
        text: String,
    },
    /// Places for signatures.
    Signatures {
        /// Who signs.
        who: Vec<Signature>,
    },
}

/// A section of the report. A section without content is not in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its short name, for files and anchors: `matrix`.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// One sentence on what it is for.
    pub intro: String,
    /// What it is about, when the report was built with places.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "word_of_place")]
    pub place: Option<Place>,
    /// Whether it needs the long side of the paper.
    pub wide: bool,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What stands on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// The title in every language; never empty.
    pub title: Vec<Line>,
    /// The country's name.
    pub country: Vec<Line>,
    /// Labels such as programme, organisation, dates.
    pub facts: Vec<Fact>,
    /// The people.
    pub team: Vec<Fact>,
}

/// A plan as a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The BCP 47 tag of the language of headings and layout.
    pub lang: String,
    /// Whether the layout runs from right to left.
    pub rtl: bool,
    /// Whether the program's own words run from right to left.
    pub words_rtl: bool,
    /// Whether Urdu stands in the Nastaliq style.
    pub nastaliq: bool,
    /// The title in one line, for file properties.
    pub name: String,
    /// The people in one line each, for file properties.
    pub authors: Vec<String>,
    /// The day of the export, written out.
    pub day: String,
    /// What stands on the cover.
    pub cover: Cover,
    /// The plan in a few lines: purpose, extent, money.
    pub glance: Vec<Fact>,
    /// The sections, in the order of the method.
    pub sections: Vec<Section>,
    /// Words that the layout needs: `contents`, `page`.
    pub words: BTreeMap<&'static str, String>,
}

impl Report {
    /// Builds the report of a plan.
    #[must_use]
    pub fn new(source: &Source<'_>) -> Self {
        build::report(source, None)
    }

    /// The same, with the place of the plan that each line shows.
    #[must_use]
    pub(in crate::export) fn with_places(source: &Source<'_>) -> Self {
        build::report(source, Some(Places::of(source.plan)))
    }

    /// The sheets of its drawings, in their order.
    pub fn scenes(&self) -> impl Iterator<Item = &Scene> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let drawn = blocks.filter_map(|block| match block {
            Block::Drawing { scenes, .. } => Some(scenes),
            _ => None,
        });
        drawn.flatten()
    }
}

impl Section {
    /// Whether it begins a page of its own: the matrix is what people take out and look at.
    #[must_use]
    pub fn begins_page(&self) -> bool {
        self.id == "matrix"
    }
}

impl Table {
    /// An empty table with these columns.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new(), together: Together::default() }
    }

    /// Whether it is so short that it stands whole on one page.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.together.rows >= self.rows.len()
    }

    /// Adds an entry.
    pub fn body(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Body, cells });
    }

    /// Adds an entry, unless nothing is written in it.
    pub fn body_if_any(&mut self, cells: Vec<Cell>) {
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.body(cells);
        }
    }

    /// The table as the blocks of a section; none when it has no rows.
    #[must_use]
    pub fn blocks(self) -> Vec<Block> {
        if self.rows.is_empty() { Vec::new() } else { vec![Block::Table(self)] }
    }
}

impl Cell {
    /// A cell with these lines.
    #[must_use]
    pub fn new(lines: Vec<Line>) -> Self {
        Self { span: 1, lines }
    }

    /// The same cell over several columns.
    #[must_use]
    pub fn over(self, span: usize) -> Self {
        Self { span, ..self }
    }

    /// Whether nothing is written in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

impl Line {
    /// The same line with a number or label before it.
    #[must_use]
    pub fn led_by(self, lead: &str) -> Self {
        Self { lead: lead.to_owned(), ..self }
    }

    /// The same line in another tone.
    #[must_use]
    pub fn in_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// The address that a text leads to, when it is nothing but one of a kind that may be opened: `http`, `https` or an e-mail address.
#[must_use]
pub fn safe_link(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    if text.is_empty() || text.len() > 2000 || !text.chars().all(plain) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let fine = !host.is_empty() && !host.contains('@') && host.contains('.');
        return fine.then(|| text.to_owned());
    }
    let address = lower.strip_prefix("mailto:").unwrap_or(&lower);
    let (name, host) = address.split_once('@')?;
    let part = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    let fine = !name.is_empty()
        && !name.starts_with('-')
        && host.contains('.')
        && name.chars().chain(host.chars()).all(part);
    fine.then(|| format!("mailto:{}", &text[text.len() - address.len()..]))
}

#[cfg(test)]
mod tests {
    use super::safe_link;

    #[test]
    fn only_web_and_mail_addresses_lead_somewhere() {
        let check = |text: &str, link: Option<&str>| assert_eq!(safe_link(text).as_deref(), link, "{text}");
        check("https://bps.go.id/x?y=1", Some("https://bps.go.id/x?y=1"));
        check(" sita@example.org ", Some("mailto:sita@example.org"));
        check("mailto:Sita@example.org", Some("mailto:Sita@example.org"));
        check("javascript:alert(1)", None);
        check("file:///etc/passwd", None);
        check("https://user@evil.example/", None);
        check("https://localhost/", None);
        check("see https://bps.go.id", None);
        check("https://a.b/\u{202e}gpj", None);
        check("-x@example.org", None);
        check("", None);
    }
}
