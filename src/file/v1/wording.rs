//! Places and mistakes in the user's words.

use super::super::problem::{Note, NoteKind, Problem, ProblemKind, Spot, Spots};
use super::super::salvage::Mended;
use super::super::syntax::{Fault, FaultKind, Kind, Node, Tree};
use super::cx::Pending;
use crate::analysis::Numbering;
use crate::plan::*;
use std::sync::Arc;

/// The block that a field of the plan holds.
pub(super) trait OfBlock {
    const BLOCK: Block;
}

impl<T: Record> OfBlock for Arc<T> {
    const BLOCK: Block = T::BLOCK;
}

impl<T: Record> OfBlock for Table<T> {
    const BLOCK: Block = T::BLOCK;
}

type Blocks = [(&'static str, Block)];

/// The notes with their places in words and in the text, in the order of the text.
pub(super) fn notes(
    plan: &Plan,
    text: &str,
    origin: Option<(&Mended, &str)>,
    mut pending: Vec<Pending>,
    blocks: &Blocks,
) -> Vec<Note> {
    if pending.is_empty() {
        return Vec::new();
    }
    pending.sort_by_key(|p| p.span.0);
    let numbering = Numbering::new(plan);
    let mut spots = Spots::new(origin.map_or(text, |(_, damaged)| damaged));
    pending
        .into_iter()
        .map(|p| {
            let (at, end) = (p.span.0 as usize, p.span.1 as usize);
            let (place, path) = in_words(plan, &numbering, &p.path, p.is_day, blocks);
            Note {
                kind: p.kind,
                place,
                spot: (end > 0).then(|| spots.at(origin.map_or(at, |(mended, _)| mended.origin(at)))),
                path,
                message: p.message,
                hint: p.hint,
                found: text.get(at..end).unwrap_or_default().to_owned(),
            }
        })
        .collect()
}

pub(super) fn remarks_note(count: usize) -> Note {
    let message = if count == 1 {
        "the file has one remark by hand; it stays with what follows it".to_owned()
    } else {
        format!("the file has {count} remarks by hand; they stay with what follows them")
    };
    Note {
        kind: NoteKind::Remarks,
        place: None,
        spot: None,
        path: String::new(),
        message,
        hint: String::new(),
        found: String::new(),
    }
}

/// A path such as `activities/3k9.../start` as a place and as words: "Activity 2.1, start date".
fn in_words(
    plan: &Plan,
    numbering: &Numbering,
    path: &str,
    is_day: bool,
    blocks: &Blocks,
) -> (Option<Place>, String) {
    let mut parts = path.split('/').filter(|p| !p.is_empty());
    let Some(first) = parts.next() else { return (None, String::new()) };
    let Some((_, block)) = blocks.iter().find(|(name, _)| *name == first) else {
        return (None, plain(first));
    };
    let is_once = matches!(block, Block::Identity | Block::Context | Block::Matrix);
    let mut words = block_name(*block);
    let mut place = Place::block(*block);
    if !is_once && let Some(id) = parts.next().and_then(|id| id.parse::<Id<Plan>>().ok()) {
        place.row = Some(id.bits());
        words = format!("{words} {}", number(plan, numbering, *block, id.bits()));
    }
    let rest: Vec<_> = parts.collect();
    place.field = rest.first().and_then(|name| Field::find(*block, name));
    for (i, part) in rest.iter().enumerate() {
        match part.parse::<usize>() {
            Ok(position) => words = format!("{words} {}", position + 1),
            Err(_) => words = format!("{words}, {}", label(part, is_day && i + 1 == rest.len())),
        }
    }
    (Some(place), words)
}

/// The name of a field: "unit cost", "start date".
fn label(name: &str, is_day: bool) -> String {
    let words = plain(name);
    if !is_day {
        return words;
    }
    match words.strip_suffix(" on").unwrap_or(&words) {
        "on" | "by" | "day" => "date".to_owned(),
        words => format!("{words} date"),
    }
}

fn plain(name: &str) -> String {
    name.replace('_', " ")
}

pub(in crate::file) fn block_name(block: Block) -> String {
    match block {
        Block::Member => "Team member".to_owned(),
        Block::BudgetLine => "Budget line".to_owned(),
        Block::OvopSheet => "Product sheet".to_owned(),
        Block::CreditCase => "Credit case".to_owned(),
        Block::Silenced => "Silenced check".to_owned(),
        Block::OpenChoice => "Open choice".to_owned(),
        Block::Rate => "Exchange rate".to_owned(),
        _ => {
            let word = block.word().replace('-', " ");
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |c| c.to_uppercase().collect::<String>() + chars.as_str())
        }
    }
}

/// What a row is called by its users: its number in the plan of operation, else its position.
fn number(plan: &Plan, numbering: &Numbering, block: Block, id: RowId) -> String {
    macro_rules! positions {
        ($($block:ident $table:ident,)*) => {
            match block {
                Block::Activity => return numbering.activity(Id::from_bits(id)).to_owned(),
                Block::Identity | Block::Context | Block::Matrix => None,
                $(Block::$block => plan.$table.position(Id::from_bits(id)),)*
            }
        };
    }
    let position = positions! {
        Member team, KeyFigure key_figures, Lesson lessons, Stakeholder stakeholders, Card cards, Strategy strategies,
        Output outputs, Indicator indicators, Assumption assumptions, Precondition preconditions, Input inputs,
        BudgetLine budget, Rate rates, Risk risks, Cooperation cooperation, Judgement judgements, OvopSheet ovop,
        Cluster clusters, CreditCase credits, Instrument instruments, Report reports, Criterion criteria,
        Comment comments, Silenced silenced, OpenChoice choices,
    };
    position.map_or_else(String::new, |p| (p + 1).to_string())
}

/// A mistake of syntax as a problem.
pub(super) fn syntax_problem(tree: &Tree<'_>, fault: Fault, blocks: &Blocks) -> Box<Problem> {
    use FaultKind as F;
    let found = tree.text().get(fault.start..fault.end).unwrap_or_default();
    let (message, hint): (String, &str) = match fault.kind {
        F::UnclosedText => ("this text is not closed".into(), "write a quotation mark at its end"),
        F::UnclosedComment => ("this remark is not closed".into(), "write */ at its end"),
        F::Unclosed(closer) => {
            (format!("this bracket is not closed: a {closer} is missing"), "the end of the file may be lost")
        }
        F::StrayCloser(c) => (format!("this {c} closes nothing"), "delete it, or open the bracket before"),
        F::WrongCloser { found, expected } => {
            (format!("{found} stands where {expected} is due"), "close the inner bracket first")
        }
        F::MissingComma => ("a comma is missing before this".into(), "write a comma after the value before"),
        F::StrayComma => ("this comma has nothing before it".into(), "delete it"),
        F::MissingValue => ("this field has no value".into(), "write one, or delete the field"),
        F::EqualsSign => ("= stands where : is due".into(), "write a colon"),
        F::QuotedName => (format!("the name {found} is in quotation marks"), "write the name without them"),
        F::CurlyQuotes => {
            ("these are the quotation marks of a word processor".into(), "write straight ones: \"")
        }
        F::StrayText => (format!("{found} means nothing here"), "delete it, or put it into quotation marks"),
        F::BadEscape => ("this text has a \\ that means nothing".into(), "write \\\\ for one \\"),
        F::TooDeep => {
            ("brackets are nested too deep".into(), "a plan never nests so deep; open another file")
        }
        F::TooMany => ("the file holds too many values".into(), "choose another file: this is no plan"),
        F::Trailing => {
            ("something follows the end of the plan".into(), "delete what follows the last bracket")
        }
        F::Empty => ("the file holds no plan".into(), "choose another file"),
    };
    let kind = match fault.kind {
        F::TooMany | F::TooDeep => ProblemKind::TooLarge,
        F::Empty => ProblemKind::Empty,
        _ => ProblemKind::Syntax,
    };
    Problem::new(kind, &message, hint).at(Spot::new(tree.text(), fault.start)).path(way(
        tree,
        fault.start,
        blocks,
    ))
}

/// Where in the plan a byte stands, from the brackets around it: "Activity 7, start".
fn way(tree: &Tree<'_>, at: usize, blocks: &Blocks) -> String {
    let mut words = String::new();
    let around = tree.around(at);
    for (i, node) in around.iter().enumerate() {
        match node.kind() {
            Kind::Field => {
                let block = blocks.iter().find(|(name, _)| words.is_empty() && *name == node.name());
                let name = block.map_or_else(|| plain(node.name()), |(_, block)| block_name(*block));
                if !words.is_empty() {
                    words += ", ";
                }
                words += &name;
            }
            Kind::List => {
                let inner = around.get(i + 1).map(|n| n.start());
                if let Some(position) =
                    inner.and_then(|start| node.items().position(|n: Node<'_, '_>| n.start() == start))
                {
                    words += &format!(" {}", position + 1);
                }
            }
            _ => {}
        }
    }
    words
}
