//! What is told about a file: why it cannot be opened, and what was repaired or set aside.

use super::syntax::Lines;
use crate::plan::Place;
use unicode_segmentation::UnicodeSegmentation as _;

/// Why a file cannot be opened or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// More than 16 MB: open it only after asking.
    Large,
    /// More than 64 MB: not opened.
    TooLarge,
    /// Nothing in it.
    Empty,
    /// Not UTF-8.
    NotUtf8,
    /// Zero bytes or other damage.
    Damaged,
    /// Markers of a merge conflict.
    Conflict,
    /// A zip, a PDF, JSON and the like.
    OtherKind,
    /// RON, but no plan.
    NotAPlan,
    /// RON with a mistake: a bracket, a comma, a quotation mark.
    Syntax,
    /// The operating system refused to read it.
    Unreadable,
    /// What was to be written does not come back the same when read: a mistake of this program. Nothing was written.
    WouldNotComeBack,
}

impl ProblemKind {
    /// The key of its explanation among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Large => "problem-large",
            Self::TooLarge => "problem-too-large",
            Self::Empty => "problem-empty",
            Self::NotUtf8 => "problem-not-utf8",
            Self::Damaged => "problem-damaged",
            Self::Conflict => "problem-conflict",
            Self::OtherKind => "problem-other-kind",
            Self::NotAPlan => "problem-not-a-plan",
            Self::Syntax => "problem-syntax",
            Self::Unreadable => "problem-unreadable",
            Self::WouldNotComeBack => "problem-would-not-come-back",
        }
    }
}

/// A place in a text: line and column from 1 (columns count characters), with the line itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line, cut to what fits on a screen, control characters and direction overrides made visible.
    pub excerpt: String,
    /// How many cells of a fixed-width screen come before the place in the excerpt.
    pub caret: usize,
}

/// How much of a long line is shown on each side of the place, in characters.
const AROUND: usize = 60;

impl Spot {
    /// The place of a byte in a text.
    #[must_use]
    pub fn new(text: &str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
        let line = text.as_bytes()[..start].iter().filter(|b| **b == b'\n').count() + 1;
        Self::in_line(line, &text[start..end], at - start)
    }

    /// The place of a byte in a line whose number is known.
    #[must_use]
    pub fn in_line(number: usize, line: &str, at: usize) -> Self {
        let (before, after) = line.split_at(line.floor_char_boundary(at));
        let column = before.chars().count() + 1;
        let from = before.char_indices().rev().nth(AROUND).map_or(0, |(i, _)| i);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(i, _)| i);
        let mut excerpt = String::new();
        if from > 0 {
            excerpt.push('…');
        }
        excerpt.extend(before[from..].chars().map(visible));
        let caret = excerpt.graphemes(true).map(cells).sum();
        excerpt.extend(after[..to].chars().map(visible));
        if to < after.len() {
            excerpt.push('…');
        }
        Self { line: number, column, excerpt, caret }
    }
}

/// Makes the places of many bytes of one text. Bytes in rising order cost what lies between them, however long a line is.
pub(super) struct Spots<'a> {
    lines: Lines<'a>,
    text: &'a str,
    /// The byte that was asked for last, the first byte of its line, and its column.
    last: (usize, usize, usize),
}

impl<'a> Spots<'a> {
    /// More of a line than this, in bytes, is not looked at for the excerpt.
    const NEAR: usize = 600;

    pub(super) fn new(text: &'a str) -> Self {
        Self { lines: Lines::new(text), text, last: (0, 0, 1) }
    }

    /// The place of a byte.
    pub(super) fn at(&mut self, at: usize) -> Spot {
        let at = self.text.floor_char_boundary(at);
        let (number, start) = self.lines.line_of(at);
        let (last, last_start, last_column) = self.last;
        let (from, before) = if last_start == start && last <= at { (last, last_column) } else { (start, 1) };
        let column = before + self.text[from..at].chars().count();
        self.last = (at, start, column);
        let near = self.text.floor_char_boundary(at.saturating_sub(Self::NEAR)).max(start);
        let line = &self.text[near..self.text.ceil_char_boundary((at + Self::NEAR).min(self.text.len()))];
        let end = line[at - near..].find('\n').map_or(line.len(), |n| at - near + n);
        Spot { column, ..Spot::in_line(number, &line[..end], at - near) }
    }
}

/// A character as it may be printed: text of a stranger must not steer the terminal or turn the line around.
pub(crate) fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        c => c,
    }
}

/// Cells of a fixed-width screen; East Asian wide letters take two.
fn cells(grapheme: &str) -> usize {
    match grapheme.chars().next() {
        Some(
            '\u{1100}'..='\u{115f}'
            | '\u{2e80}'..='\u{a4cf}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}',
        ) => 2,
        Some('\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}') => 2,
        Some(_) => 1,
        None => 0,
    }
}

/// Why a file cannot be opened or written: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// Where in the text.
    pub spot: Option<Spot>,
    /// Where in the user's words, such as "Activity 2.1, start date"; empty when it is the whole file.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Problem {
    pub(super) fn new(kind: ProblemKind, message: &str, hint: &str) -> Box<Self> {
        Box::new(Self { kind, spot: None, path: String::new(), message: message.into(), hint: hint.into() })
    }

    pub(super) fn at(mut self: Box<Self>, spot: Spot) -> Box<Self> {
        self.spot = Some(spot);
        self
    }

    pub(super) fn path(mut self: Box<Self>, path: String) -> Box<Self> {
        self.path = path;
        self
    }

    /// Plain text for a terminal: place, message and hint on one line, then the line itself with a caret.
    #[must_use]
    pub fn render(&self) -> String {
        render(self.spot.as_ref(), &self.path, &self.message, &self.hint)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&one_line(self.spot.as_ref(), &self.path, &self.message, &self.hint))
    }
}

impl std::error::Error for Problem {}

/// What happened to a piece of a file that could be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteKind {
    /// The value does not fit its field. The field is empty; the value stays in the file until the field is filled.
    Unfit,
    /// The value points to something that is not there. As [`NoteKind::Unfit`].
    Dangling,
    /// The value would make something depend on itself. As [`NoteKind::Unfit`].
    Circle,
    /// An identity was missing, unreadable or taken, and was made new.
    NewId,
    /// Something that this version does not know; kept as it is and written back.
    Unknown,
    /// An item that cannot be one; kept as it is and written back.
    SetAside,
    /// Characters that no text should hold were taken out.
    Cleaned,
    /// The file was made by a newer version.
    Newer,
    /// The file names no version of the format; read as the first.
    NoSchema,
    /// A byte-order mark or Windows line ends; the next save writes plain ones.
    Encoding,
    /// Remarks by hand; they stay with what follows them.
    Remarks,
    /// A piece of a damaged file that could not be saved; its text is kept in the note.
    Lost,
}

impl NoteKind {
    /// The key of its explanation among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unfit => "note-unfit",
            Self::Dangling => "note-dangling",
            Self::Circle => "note-circle",
            Self::NewId => "note-new-id",
            Self::Unknown => "note-unknown",
            Self::SetAside => "note-set-aside",
            Self::Cleaned => "note-cleaned",
            Self::Newer => "note-newer",
            Self::NoSchema => "note-no-schema",
            Self::Encoding => "note-encoding",
            Self::Remarks => "note-remarks",
            Self::Lost => "note-lost",
        }
    }

    /// Whether a person should look at it: something in the file is not as it was meant.
    #[must_use]
    pub const fn needs_eyes(self) -> bool {
        !matches!(self, Self::Remarks | Self::Encoding)
    }
}

/// Something to tell about a file that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What kind.
    pub kind: NoteKind,
    /// Where in the plan, when the place is there.
    pub place: Option<Place>,
    /// Where in the text.
    pub spot: Option<Spot>,
    /// Where in the user's words.
    pub path: String,
    /// What was found.
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
    /// The text that was found, as it stands in the file.
    pub found: String,
}

impl Note {
    /// Plain text for a terminal: place, message and hint on one line, then the line itself with a caret.
    #[must_use]
    pub fn render(&self) -> String {
        render(self.spot.as_ref(), &self.path, &self.message, &self.hint)
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&one_line(self.spot.as_ref(), &self.path, &self.message, &self.hint))
    }
}

fn one_line(spot: Option<&Spot>, path: &str, message: &str, hint: &str) -> String {
    let mut out = String::new();
    if let Some(spot) = spot {
        out += &format!("line {}, column {}: ", spot.line, spot.column);
    }
    if !path.is_empty() {
        out += path;
        out += ": ";
    }
    out += message;
    if !hint.is_empty() {
        out += " — ";
        out += hint;
    }
    out
}

fn render(spot: Option<&Spot>, path: &str, message: &str, hint: &str) -> String {
    let first = one_line(spot, path, message, hint);
    match spot {
        Some(spot) => {
            let number = format!("{:>5}", spot.line);
            let gap = " ".repeat(number.len());
            let caret = " ".repeat(spot.caret);
            format!("{first}\n{number} | {}\n{gap} | {caret}^", spot.excerpt)
        }
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_well() {
        let text = "(\n  activities: [\n    (start: \"2017-13-40\"),\n  ],\n)";
        let at = text.find("\"2017").unwrap();
        let hint = "write it as year-month-day, for example 2017-10-02";
        let problem = Problem::new(ProblemKind::Syntax, "\"2017-13-40\" is not a date", hint)
            .at(Spot::new(text, at))
            .path("Activity 2.1, start date".into());
        assert_eq!(
            problem.render(),
            "line 3, column 13: Activity 2.1, start date: \"2017-13-40\" is not a date — write it as year-month-day, \
             for example 2017-10-02\n    3 |     (start: \"2017-13-40\"),\n      |             ^"
        );
    }

    #[test]
    fn carets_stand_under_letters_of_any_script() {
        let check = |line: &str, expected: (usize, usize)| {
            let spot = Spot::in_line(1, line, line.find('X').unwrap());
            assert_eq!((spot.column, spot.caret), expected, "{line}");
        };
        check("abcX", (4, 3));
        check("स्तेX", (5, 1));
        check("漢字X", (3, 4));
        check("\tX", (2, 1));
    }

    #[test]
    fn long_lines_are_cut_and_terminals_are_safe() {
        let line = format!("{}X\u{1b}[2J\u{202e}{}", "é".repeat(1000), "ü".repeat(1000));
        let spot = Spot::in_line(7, &line, line.find('X').unwrap());
        assert_eq!(spot.column, 1001);
        assert!(spot.excerpt.chars().count() < 130 && !spot.excerpt.contains(['\u{1b}', '\u{202e}']));
        assert_eq!(spot.excerpt.chars().nth(spot.caret), Some('X'));
    }

    #[test]
    fn places_are_the_same_one_by_one_and_in_a_row() {
        let text = format!("ab\n{}\nबुन\n\nx", "é\" (क".repeat(700));
        let mut spots = Spots::new(&text);
        for at in (0..text.len()).step_by(7).chain([5, 2000, 1000, 0, text.len()]) {
            assert_eq!(spots.at(at), Spot::new(&text, at), "{at}");
        }
    }

    #[test]
    fn any_byte_has_a_place() {
        let text = "ab\nबुन\n";
        for at in 0..=text.len() + 3 {
            let spot = Spot::new(text, at);
            assert!(spot.line <= 3 && spot.column >= 1);
        }
    }
}
