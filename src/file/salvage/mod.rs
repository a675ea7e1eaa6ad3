//! What is left of a damaged file: items whose bytes are whole, wherever they stand.
//!
//! The lossless tree follows brackets, so one lost bracket moves everything behind it. A plan file also has a layout: blocks
//! and items begin on lines of their own. Here the text is cut where the layout shows through, each piece is read by itself,
//! and a text without damage is put together from the pieces that hold. What does not is told, with its place and its text.

mod marks;
mod mend;
mod pieces;

use super::decode::{self, Damaged};
use super::limits::Limits;
use super::problem::{Note, NoteKind, ProblemKind, Spots};
use super::syntax::{Tree, most_nodes};
use super::{Extras, Opened, v1};
use crate::plan::{Plan, Table};
use pieces::Pieces;
use std::ops::Range;

/// At most so many pieces are told one by one; the last note says that there are more.
const MOST_NOTES: usize = 500;

/// A piece that could not be kept.
#[derive(Debug)]
struct Lost {
    span: Range<usize>,
    /// Where it stood, in the user's words.
    path: String,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Unreadable,
    /// Nothing tells to which block it belongs.
    Homeless,
    /// It stands in the file a second time.
    Twice,
}

/// A text put together from pieces of another one, and where they stood.
#[derive(Debug, Default)]
pub(super) struct Mended {
    pub text: String,
    /// Where a piece begins here and where it began there, in order.
    origins: Vec<(usize, usize)>,
}

impl Mended {
    fn copy(&mut self, from: &str, span: Range<usize>) {
        self.origins.push((self.text.len(), span.start));
        self.text.push_str(from.get(span).unwrap_or_default());
    }

    fn glue(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Where a byte of this text stood in the damaged one.
    pub(super) fn origin(&self, at: usize) -> usize {
        let next = self.origins.partition_point(|(here, _)| *here <= at);
        match next.checked_sub(1).and_then(|i| self.origins.get(i)) {
            Some((here, there)) => there + (at - here),
            None => 0,
        }
    }
}

/// Reads what is left of a damaged file; nothing when it is no plan at all.
pub(super) fn rescue(bytes: &[u8]) -> Option<Opened> {
    if bytes.len() > decode::RESCUE_UP_TO || decode::is_foreign(bytes) {
        return None;
    }
    let Damaged { text, unreadable } = decode::decode_damaged(bytes);
    let mut opened = match conflicts(&text) {
        Some(sides) => join_sides(&text, &sides)?,
        None => rescue_text(&text)?,
    };
    opened.notes.extend(unreadable_notes(&text, &unreadable));
    for found in purge(&mut opened.extras) {
        let message = "this piece is damaged and was set aside".to_owned();
        opened.notes.push(Note { found, ..plain_note(message) });
    }
    if super::write(&opened.plan, &opened.extras).is_err() {
        opened.extras = Extras::default();
    }
    opened.notes.sort_by_key(|n| n.spot.as_ref().map_or((usize::MAX, 0), |s| (s.line, s.column)));
    Some(opened)
}

fn rescue_text(text: &str) -> Option<Opened> {
    let tree = Tree::new(text);
    // Made to cost memory: no plan that was damaged has so much in so few bytes.
    if tree.len() >= most_nodes(text.len()) {
        return None;
    }
    let by_brackets = match v1::read_with_tree(text, true, &Limits::OF_FILES) {
        Err(problem) if problem.kind == ProblemKind::TooLarge => return None,
        read => read.ok(),
    };
    let is_whole = tree.faults().is_empty();
    let faults: Vec<_> = tree.faults().iter().map(|f| f.start..f.end).collect();
    drop(tree);
    if is_whole && let Some(read) = by_brackets {
        return Some(opened(read));
    }
    let mut pieces = Pieces::new(text);
    pieces.gather();
    let (mended, lost) = pieces.put_together();
    let by_layout = v1::read_mended(&mended, text).ok();
    let rows = |read: &Option<v1::Read>| read.as_ref().map_or(0, |read| rows(&read.plan));
    if rows(&by_layout) >= rows(&by_brackets)
        && let Some(read) = by_layout
    {
        let mut opened = opened(read);
        opened.notes.extend(lost_notes(text, &lost));
        return Some(opened);
    }
    // Hand-written in one line or so: brackets are all there is.
    let mut opened = opened(by_brackets?);
    let lost: Vec<_> =
        faults.into_iter().map(|span| Lost { span, path: String::new(), why: Why::Unreadable }).collect();
    opened.notes.extend(lost_notes(text, &lost));
    Some(opened)
}

fn opened(v1::Read { plan, notes, extras }: v1::Read) -> Opened {
    Opened { plan, notes, extras, canonical: false }
}

/// The two sides of a text with markers of a merge conflict, and the spans that only the second side has.
struct Sides {
    ours: String,
    theirs: String,
    only_theirs: Vec<Range<usize>>,
}

/// Takes the markers of a version control program apart; nothing when there are none.
fn conflicts(text: &str) -> Option<Sides> {
    #[derive(PartialEq)]
    enum In {
        Both,
        Ours,
        Base,
        Theirs,
    }
    let mut sides = Sides { ours: String::new(), theirs: String::new(), only_theirs: Vec::new() };
    let (mut now, mut at, mut began) = (In::Both, 0, 0);
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let (start, mark) = (at, line.get(..7).unwrap_or_default());
        at += line.len();
        match mark {
            "<<<<<<<" if now == In::Both => {
                now = In::Ours;
                found = true;
            }
            "|||||||" if now == In::Ours => now = In::Base,
            "=======" if matches!(now, In::Ours | In::Base) => (now, began) = (In::Theirs, at),
            ">>>>>>>" if now == In::Theirs => {
                sides.only_theirs.push(began..start);
                now = In::Both;
            }
            _ => {
                // Each side keeps the length of the other as blank lines: places stay true.
                let blank: String = std::iter::repeat_n('\n', usize::from(line.ends_with('\n'))).collect();
                sides.ours.push_str(if matches!(now, In::Both | In::Ours) { line } else { &blank });
                sides.theirs.push_str(if matches!(now, In::Both | In::Theirs) { line } else { &blank });
                continue;
            }
        }
        sides.ours.push('\n');
        sides.theirs.push('\n');
    }
    found.then_some(sides)
}

/// The first side of each conflict, and the rows that only the second side has.
fn join_sides(text: &str, sides: &Sides) -> Option<Opened> {
    let read = |side: &str| match v1::read_with_tree(side, false, &Limits::OF_FILES) {
        Ok(read) => Some(opened(read)),
        Err(_) => rescue_text(side),
    };
    let Some(mut ours) = read(&sides.ours) else { return read(&sides.theirs) };
    if let Some(theirs) = read(&sides.theirs) {
        add_missing(&mut ours.plan, theirs.plan);
    }
    let lost: Vec<_> = sides
        .only_theirs
        .iter()
        .filter(|span| !span.is_empty())
        .map(|span| Lost { span: span.clone(), path: String::new(), why: Why::Twice })
        .collect();
    ours.notes.extend(lost_notes(text, &lost));
    Some(ours)
}

macro_rules! tables {
    ($($table:ident)*) => {
        /// How many rows a plan has in all.
        #[must_use]
        pub fn rows(plan: &Plan) -> usize {
            0 $(+ plan.$table.len())*
        }

        /// Adds the rows of `from` that `to` has not, at the end. Links lead to rows of either side.
        fn add_missing(to: &mut Plan, from: Plan) {
            $(if from.$table.iter().any(|row| !to.$table.contains(row.id)) {
                let both = to.$table.iter().chain(from.$table.iter()).cloned();
                to.$table = Table::from_rows(both).0;
            })*
        }
    };
}
tables! {
    team key_figures lessons stakeholders cards strategies outputs indicators assumptions preconditions inputs
    activities budget rates risks cooperation judgements ovop clusters credits instruments reports criteria comments
    silenced choices
}

fn lost_notes(text: &str, lost: &[Lost]) -> Vec<Note> {
    let mut spots = Spots::new(text);
    let mut notes: Vec<Note> =
        lost.iter().take(MOST_NOTES).map(|lost| lost_note(text, &mut spots, lost)).collect();
    if let Some(more) = lost.len().checked_sub(MOST_NOTES).filter(|n| *n > 0) {
        let mut last = plain_note(format!("{more} more pieces could not be read"));
        last.hint = "the damaged file still holds them".to_owned();
        notes.push(last);
    }
    notes
}

fn lost_note(text: &str, spots: &mut Spots<'_>, lost: &Lost) -> Note {
    let found = text.get(lost.span.clone()).unwrap_or_default();
    let (message, hint) = match lost.why {
        Why::Unreadable => (
            "this piece could not be read and was set aside",
            "write it again, or copy it from an older version",
        ),
        Why::Homeless => {
            ("nothing tells where this piece belongs; it was set aside", "copy what you need from it")
        }
        Why::Twice => {
            ("this is there twice; the first one was kept", "compare, and copy what you need from the second")
        }
    };
    let skipped = found.len() - found.trim_start().len();
    Note {
        spot: Some(spots.at(lost.span.start + skipped)),
        path: lost.path.clone(),
        hint: hint.to_owned(),
        found: found.trim().to_owned(),
        ..plain_note(message.to_owned())
    }
}

fn plain_note(message: String) -> Note {
    Note {
        kind: NoteKind::Lost,
        place: None,
        spot: None,
        path: String::new(),
        message,
        hint: String::new(),
        found: String::new(),
    }
}

fn unreadable_notes(text: &str, unreadable: &[usize]) -> Vec<Note> {
    let mut spots = Spots::new(text);
    let note = |at: &usize| Note {
        spot: Some(spots.at(*at)),
        hint: "they are shown as \u{fffd} where the text around them was kept".to_owned(),
        ..plain_note("characters here could not be read".to_owned())
    };
    unreadable.iter().take(MOST_NOTES).map(note).collect()
}

/// Takes out of what is kept as it is what is damaged itself: written back, it would damage the new file. Gives its text.
fn purge(extras: &mut Extras) -> Vec<String> {
    let mut out = Vec::new();
    let is_sound = |raw: &str| Tree::new(raw).faults().is_empty();
    for kept in extras.kept.values_mut() {
        kept.unknown.retain(|unknown| {
            let stays = is_sound(&unknown.raw)
                && (unknown.name.is_empty() || is_sound(&format!("({}: 1)", unknown.name)));
            if !stays {
                out.push(unknown.raw.clone());
            }
            stays
        });
        if let Some(unfit) = kept.unfit.take_if(|unfit| !is_sound(&unfit.raw)) {
            out.push(unfit.raw);
        }
    }
    extras.kept.retain(|_, kept| !kept.is_empty());
    out
}

#[cfg(test)]
mod tests;
