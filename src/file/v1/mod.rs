//! Schema 1 of the plan file: reading and writing.

mod cx;
mod form;
#[macro_use]
mod loose;
pub(super) mod links;
mod out;
mod parts;
mod rows;
mod shapes;
mod texts;
pub(super) mod value;
mod wording;

pub(super) use wording::block_name;

use super::extras::{Extras, Kept};
use super::limits::{Limits, MOST_ROWS};
use super::problem::{Note, NoteKind, Problem, ProblemKind, Spot};
use super::salvage::Mended;
use super::syntax::{Fault, FaultKind, Kind, Node, Tree};
use crate::plan::*;
use cx::{Cx, Pending};
use loose::{FromNode as _, Walk};
use out::Out;
use std::sync::Arc;
use value::Value as _;

/// The newest version of the format that this program knows.
pub const SCHEMA: u32 = 1;

/// How the first line of a plan file starts; the number of the schema follows.
const TITLE: &str = "// Rencana action plan, schema ";
const ADVICE: &str = ". Made to be read and edited by hand; keep the ids.";
const ENABLE: &str = "#![enable(implicit_some)]";

macro_rules! plan_file {
    ($($name:ident: $ty:ty,)*) => {
        loose! { PlanV1 { schema: UserText, id: UserText, $($name: $ty,)* } }

        /// The blocks, from the loose form.
        fn read_blocks<'a>(loose: PlanV1<'a>, id: Id<Plan>, cx: &mut Cx<'a>) -> Plan {
            $(if let Some(loose) = &loose.$name {
                cx.below(stringify!($name), |cx| <$ty>::assign(loose, cx));
            })*
            if let Some(first) = loose.identity.as_ref().and_then(|i| i.languages.as_ref()?.items.first())
                && let Some(lang) = Lang::new(first.text.trim())
            {
                cx.primary = lang;
            }
            cx.keep_fields(loose.kept);
            let mut plan = Plan::new(id);
            $(plan.$name = cx.field(stringify!($name), loose.$name);)*
            plan
        }

        fn write_blocks(plan: &Plan, out: &mut Out<'_>) {
            $(out.field(stringify!($name), &plan.$name);)*
        }

        /// The blocks by their names in the file, with their kind of record.
        pub(super) const BLOCKS: &[(&str, Block)] =
            &[$((stringify!($name), <$ty as wording::OfBlock>::BLOCK)),*];
    };
}

plan_file! {
    identity: Arc<Identity>,
    team: Table<Member>,
    context: Arc<Context>,
    key_figures: Table<KeyFigure>,
    lessons: Table<Lesson>,
    stakeholders: Table<Stakeholder>,
    cards: Table<Card>,
    strategies: Table<Strategy>,
    matrix: Arc<Matrix>,
    outputs: Table<Output>,
    indicators: Table<Indicator>,
    assumptions: Table<Assumption>,
    preconditions: Table<Precondition>,
    inputs: Table<Input>,
    activities: Table<Activity>,
    budget: Table<BudgetLine>,
    rates: Table<Rate>,
    risks: Table<Risk>,
    cooperation: Table<Cooperation>,
    judgements: Table<Judgement>,
    ovop: Table<OvopSheet>,
    clusters: Table<Cluster>,
    credits: Table<CreditCase>,
    instruments: Table<Instrument>,
    reports: Table<Report>,
    criteria: Table<Criterion>,
    comments: Table<Comment>,
    silenced: Table<Silenced>,
    choices: Table<OpenChoice>,
}

/// A plan as it was read.
pub(super) struct Read {
    pub plan: Plan,
    pub notes: Vec<Note>,
    pub extras: Extras,
}

/// Reads a text by ron. Only a text that this program would write in the same way counts: then nothing is there that ron drops
/// (remarks) or bends (long numbers), and nothing has to be told.
pub(super) fn read_with_ron(text: &str, limits: &Limits) -> Option<Plan> {
    if !text.starts_with(TITLE) || !may_be_written_so(text, limits) {
        return None;
    }
    loose::allow(limits);
    let loose: PlanV1<'_> = ron::from_str(text).ok()?;
    if loose.schema.as_ref()?.text != SCHEMA.to_string() {
        return None;
    }
    let id: Id<Plan> = loose.id.as_ref()?.text.parse().ok()?;
    let mut cx = Cx::new(text, false);
    let mut plan = read_blocks(loose, id, &mut cx);
    links::repair(&mut plan, &mut cx);
    (!cx.is_void && write(&plan, &Extras::default()) == text).then_some(plan)
}

/// Whether the program may have written a text, by a look at its bytes: a row begins on a line of its own, and commas are rare. Texts made to
/// cost memory are not worth the time of ron.
fn may_be_written_so(text: &str, limits: &Limits) -> bool {
    const BYTES_A_COMMA: usize = 12;
    let commas = text.bytes().filter(|b| *b == b',').count();
    commas.saturating_mul(BYTES_A_COMMA) <= text.len().max(100_000)
        && text.matches("\n    (\n").count() <= limits.rows
}

/// Reads a text through the lossless tree: keeps what ron would drop, tells what does not fit. Mistakes of syntax are taken as
/// they come, when `is_damaged`; otherwise they are a problem.
///
/// # Errors
/// When the text is not RON, or RON but no plan.
pub(super) fn read_with_tree(text: &str, is_damaged: bool, limits: &Limits) -> Result<Read, Box<Problem>> {
    read_tree(text, is_damaged, None, limits)
}

/// Reads a text that was put together from pieces of a damaged one; notes tell the places in that one.
///
/// # Errors
/// When it is no plan.
pub(super) fn read_mended(mended: &Mended, damaged: &str) -> Result<Read, Box<Problem>> {
    read_tree(&mended.text, true, Some((mended, damaged)), &Limits::OF_FILES)
}

fn read_tree(
    text: &str,
    is_damaged: bool,
    origin: Option<(&Mended, &str)>,
    limits: &Limits,
) -> Result<Read, Box<Problem>> {
    let tree = if limits.nodes { Tree::new(text) } else { Tree::unbounded(text) };
    if !is_damaged && let Some(fault) = worst(tree.faults()) {
        return Err(wording::syntax_problem(&tree, fault, BLOCKS));
    }
    let root = tree.root().map(Node::unwrapped).ok_or_else(|| not_a_plan(text, 0))?;
    let known =
        |n: &Node<'_, '_>| n.kind() == Kind::Field && BLOCKS.iter().any(|(name, _)| *name == n.name());
    let says_so = text.starts_with(TITLE) || root.field("schema").is_some();
    if !matches!(root.kind(), Kind::Group | Kind::Map) || !(says_so || root.children().any(|n| known(&n))) {
        return Err(not_a_plan(text, root.start()));
    }
    let (mut walk, mut kept) = (Walk::new(limits), Kept::default());
    let Some(loose) = PlanV1::from_node(root, &mut kept, &mut walk) else {
        return Err(not_a_plan(text, root.start()));
    };
    if walk.is_over {
        return Err(too_many_rows());
    }
    let mut cx = Cx::new(text, true);
    let mut extras = Extras::default();
    let schema_notes = read_schema(&loose, &mut extras, &mut cx);
    let id = read_plan_id(&loose, text, &mut cx);
    cx.keep(kept);
    let mut plan = read_blocks(loose, id, &mut cx);
    links::repair(&mut plan, &mut cx);
    take_outer_remarks(&tree, root, &mut extras);
    for (path, kept) in cx.kept.into_iter().filter(|(_, kept)| !kept.is_empty()) {
        extras.kept.insert(path, kept);
    }
    let mut pending = schema_notes;
    pending.extend(cx.notes);
    let mut notes = wording::notes(&plan, text, origin, pending, BLOCKS);
    if extras.remarks() > 0 {
        notes.push(wording::remarks_note(extras.remarks()));
    }
    Ok(Read { plan, notes, extras })
}

/// The fault that says most: an unclosed bracket is often the consequence of another one.
fn worst(faults: &[Fault]) -> Option<Fault> {
    let is_limit = |f: &&Fault| matches!(f.kind, FaultKind::TooMany | FaultKind::TooDeep);
    let is_cause = |f: &&Fault| !matches!(f.kind, FaultKind::Unclosed(_));
    let found =
        faults.iter().find(is_limit).or_else(|| faults.iter().find(is_cause)).or_else(|| faults.last());
    found.copied()
}

fn too_many_rows() -> Box<Problem> {
    let message = format!("the file holds more than {MOST_ROWS} rows, or far more in them than any plan");
    Problem::new(ProblemKind::TooLarge, &message, "choose another file: a plan of this size is no plan")
}

fn not_a_plan(text: &str, at: usize) -> Box<Problem> {
    let hint = "open a file whose name ends in .plan.ron";
    Problem::new(ProblemKind::NotAPlan, "this is not a plan of Rencana", hint).at(Spot::new(text, at))
}

fn read_schema(loose: &PlanV1<'_>, extras: &mut Extras, cx: &mut Cx<'_>) -> Vec<Pending> {
    let before = cx.notes.len();
    match &loose.schema {
        None => {
            let message = format!("the file names no schema; it was read as schema {SCHEMA}");
            cx.note(NoteKind::NoSchema, (0, 0), message, "", false);
        }
        Some(schema) => match schema.text.trim().parse::<u32>() {
            Ok(number) if number > SCHEMA => {
                extras.schema = Some(number);
                let message = format!("the file has schema {number}; this program knows {SCHEMA}");
                let hint = "what it does not know stays in the file; a newer Rencana shows it";
                cx.note(NoteKind::Newer, schema.span, message, hint, false);
            }
            Ok(SCHEMA) => {}
            _ => {
                let message =
                    format!("there is no schema {}; it was read as schema {SCHEMA}", cx::shown(&schema.text));
                cx.note(NoteKind::NoSchema, schema.span, message, "", false);
            }
        },
    }
    cx.notes.split_off(before)
}

fn read_plan_id(loose: &PlanV1<'_>, text: &str, cx: &mut Cx<'_>) -> Id<Plan> {
    match &loose.id {
        Some(id) => {
            let (bits, is_plain) = cx::row_id::<Plan>(&id.text);
            if !is_plain {
                let message = format!("the id {} got another form", cx::shown(&id.text));
                cx.note(NoteKind::NewId, id.span, message, "", false);
            }
            Id::from_bits(bits)
        }
        None => {
            cx.note(NoteKind::NewId, (0, 0), "the plan had no id and got a new one".to_owned(), "", false);
            Id::from_bits(cx::hashed::<Plan>(text))
        }
    }
}

/// Remarks and attributes outside the plan, without those that every file has.
fn take_outer_remarks(tree: &Tree<'_>, root: Node<'_, '_>, extras: &mut Extras) {
    for node in tree.top() {
        let text = node.text();
        let is_ours = text.starts_with(TITLE) || text.starts_with("#![enable");
        if matches!(node.kind(), Kind::Comment | Kind::Attribute) && !is_ours {
            let to = if node.start() < root.start() { &mut extras.top } else { &mut extras.bottom };
            to.push(text.to_owned());
        }
    }
}

/// Writes a plan.
pub(super) fn write(plan: &Plan, extras: &Extras) -> String {
    let schema = extras.schema.unwrap_or(SCHEMA);
    let mut out = Out::new(extras);
    out.line(&format!("{TITLE}{schema}{ADVICE}"));
    out.line(ENABLE);
    for remark in &extras.top {
        out.line(remark);
    }
    out.record(|out| {
        for (name, value) in [("schema", schema.to_string()), ("id", format!("\"{}\"", plan.id))] {
            out.required(name, &value);
        }
        write_blocks(plan, out);
    });
    out.push("\n");
    for remark in &extras.bottom {
        out.line(remark);
    }
    out.finish()
}

#[cfg(test)]
mod remark_tests;
#[cfg(test)]
mod tests;
