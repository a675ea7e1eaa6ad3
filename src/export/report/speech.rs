//! How a report speaks: words of the layout, texts of the plan in the languages shown, dates, and the small pieces that all
//! sections are made of.

use super::{Align, Block, Cell, Column, Fact, Line, Section, Table, Tone, safe_link};
use crate::plan::{self, Place};
use crate::{
    export::{Source, places::Places},
    plan::{Country, Day, Field, Key, Lang, Member, Plan, Text, UserText},
};

/// What all parts of the builder share.
pub(in crate::export) struct Speech<'a> {
    pub source: &'a Source<'a>,
    /// The languages shown, the first one in full ink.
    pub langs: Vec<Lang>,
    /// Which field each text came from, for the preview.
    places: Option<Places>,
}

impl<'a> Speech<'a> {
    pub fn new(source: &'a Source<'a>) -> Self {
        let langs = match &source.options.lang {
            Some(lang) => vec![lang.clone()],
            None => source.plan.languages().to_vec(),
        };
        Self { source, langs, places: None }
    }

    /// Marks texts with their places, for the preview.
    pub(super) fn within(self, places: Option<Places>) -> Self {
        Self { places, ..self }
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

    /// The place, in a document that tells of places.
    pub(super) fn place(&self, place: Place) -> Option<Place> {
        self.places.as_ref().map(|_| place)
    }

    /// Lines that show a field without being its text, such as the name of a country.
    pub(super) fn at(&self, place: Place, mut lines: Vec<Line>) -> Vec<Line> {
        lines.iter_mut().for_each(|line| line.place = line.place.or_else(|| self.place(place)));
        lines
    }

    /// The same for a field that the plan has once.
    pub(super) fn of(&self, field: Field, lines: Vec<Line>) -> Vec<Line> {
        self.at(Place::field(field), lines)
    }

    /// The title of the plan, a line a language; never empty.
    pub fn title(&self) -> Vec<Line> {
        let title = self.lines(&self.plan().identity.title);
        if title.is_empty() { vec![self.said(&self.word("report-untitled"))] } else { title }
    }

    /// The title in one line, for the properties of files.
    pub fn name(&self) -> String {
        self.title().first().map(|line| one_line(&line.text)).unwrap_or_default()
    }

    /// The members of the team who have a name.
    pub fn named(&self) -> impl Iterator<Item = &'a Member> {
        self.plan().team.iter().filter(|member| !member.name.is_blank())
    }

    /// The names of the team, each in one line.
    pub fn members(&self) -> Vec<String> {
        self.named().map(|member| one_line(member.name.raw())).collect()
    }

    /// The name of a country, or its code when no pack knows it.
    pub fn country(&self, country: Country) -> Vec<Line> {
        let known = self.lines(&self.source.voice.country(country));
        if known.is_empty() { vec![self.said(country.code())] } else { known }
    }

    /// The language of the layout: the one that was asked for, else the first of the plan.
    pub fn layout_lang(&self) -> Lang {
        self.langs.first().cloned().unwrap_or_else(|| self.source.voice.lang())
    }

    /// Whether the layout runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.layout_lang().is_rtl()
    }

    /// A section about a block of the plan; nothing when nothing is written.
    pub(super) fn section(
        &self,
        id: &'static str,
        about: Option<plan::Block>,
        wide: bool,
        blocks: Vec<Block>,
    ) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section {
            id,
            title: self.word(&format!("report-{id}")),
            intro: self.word(&format!("report-{id}-intro")),
            place: about.and_then(|block| self.place(Place::block(block))),
            wide,
            blocks,
        })
    }

    pub(super) fn line(lang: &Lang, text: &str, tone: Tone) -> Line {
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
        let place = self.places.as_ref().and_then(|places| places.text(text));
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
        line.place = self.places.as_ref().and_then(|places| places.plain(text));
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
        let place = lines.iter().find_map(|line| line.place);
        (!lines.is_empty()).then(|| Fact { label: self.word(key), lines, place })
    }

    /// Codes with their names, a line each; a code that no library knows stands alone.
    pub(super) fn codes(&self, codes: &[Key], name: impl Fn(&Key) -> Text) -> Vec<Line> {
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

/// Without line breaks.
pub(in crate::export) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// A table about a block of the plan, below a heading; nothing when it has no rows.
pub(super) fn titled(me: &Speech<'_>, key: &str, about: plan::Block, table: Table) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    let lines = me.at(Place::block(about), vec![me.said(&me.word(key))]);
    vec![Block::Heading { lines, aside: String::new() }, Block::Table(table)]
}
