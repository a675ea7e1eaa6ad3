//! Bytes to a plan and back: the RON border, the safe save, recovery.
//!
//! Reading has two outcomes. A mistake of syntax is a [`Problem`] with its line, and the file is not opened. Anything else opens:
//! what does not fit its field is set aside, told as a [`Note`], and written back as it was until somebody replaces it. So are
//! remarks, and fields that this version does not know: they are the [`Extras`] of the opened file.

pub mod copies;
pub mod decode;
pub mod disk;
mod extras;
pub mod fall;
pub mod folder;
mod held;
pub mod limits;
pub mod lock;
pub mod places;
mod private;
pub mod problem;
pub mod recovery;
mod salvage;
pub mod syntax;
mod v1;
pub mod versions;

pub use extras::Extras;
pub use problem::{Note, NoteKind, Problem, ProblemKind, Spot};
pub use salvage::rows;
pub use v1::SCHEMA;
pub(crate) use v1::links::activities_in_circles;

use crate::plan::{Field, Plan};
use limits::Limits;

/// The ending of plan files.
pub const EXTENSION: &str = "plan.ron";

/// A record whose fields have a form in the file.
pub trait Written: Sized {
    /// The value of a field as a file has it: a text, date, number or code as it is, anything else in RON; empty when there is none.
    fn written(&self, field: Field) -> String;

    /// The same record with the value that this form stands for; nothing when it stands for none. Links are taken as they are.
    fn rewritten(&self, field: Field, form: &str) -> Option<Self>;
}

/// A plan as it was read, with everything that is to be told and kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// What was repaired, set aside or kept, in the order of the text.
    pub notes: Vec<Note>,
    /// What the file holds beside the plan; for [`write()`].
    pub extras: Extras,
    /// Whether writing the plan gives the same bytes again.
    pub canonical: bool,
}

/// Reads the bytes of a plan file.
///
/// # Errors
/// When they are no plan, or have a mistake of syntax.
pub fn read(bytes: &[u8]) -> Result<Opened, Box<Problem>> {
    read_within(bytes, &Limits::OF_FILES)
}

/// Reads bytes that this program wrote for itself, such as recovery copies and earlier versions. Limits of size are for files of others:
/// what grew in the window comes back whatever its size.
///
/// # Errors
/// When they are no plan, or have a mistake of syntax.
pub fn read_own(bytes: &[u8]) -> Result<Opened, Box<Problem>> {
    read_within(bytes, &Limits::NONE)
}

fn read_within(bytes: &[u8], limits: &Limits) -> Result<Opened, Box<Problem>> {
    let decoded = decode::decode_up_to(bytes, limits.bytes)?;
    let is_plain = !decoded.had_mark && !decoded.had_carriage_returns;
    if let Some(plan) = v1::read_with_ron(&decoded.text, limits) {
        let notes = if is_plain { Vec::new() } else { vec![encoding_note(&decoded)] };
        return Ok(Opened { plan, notes, extras: Extras::default(), canonical: is_plain });
    }
    let v1::Read { plan, mut notes, extras } = v1::read_with_tree(&decoded.text, false, limits)?;
    if !is_plain {
        notes.push(encoding_note(&decoded));
    }
    let canonical = is_plain && v1::write(&plan, &extras) == decoded.text;
    Ok(Opened { plan, notes, extras, canonical })
}

/// Reads what is left of a file that [`read`] refuses; nothing when that is no plan at all. Notes of [`NoteKind::Lost`] hold
/// what was set aside. The damaged file itself is never written over.
#[must_use]
pub fn rescue(bytes: &[u8]) -> Option<Opened> {
    let opened = salvage::rescue(bytes)?;
    // What would not come back must not be offered as rescued.
    (opened.plan != Plan::new(opened.plan.id)).then_some(opened)
}

fn encoding_note(decoded: &decode::Decoded<'_>) -> Note {
    let message = match (decoded.had_mark, decoded.had_carriage_returns) {
        (true, true) => "the file has a byte-order mark and Windows line ends; a save writes neither",
        (true, false) => "the file has a byte-order mark; a save writes none",
        _ => "the file has Windows line ends; a save writes plain ones",
    };
    Note {
        kind: NoteKind::Encoding,
        place: None,
        spot: None,
        path: String::new(),
        message: message.to_owned(),
        hint: String::new(),
        found: String::new(),
    }
}

/// A plan as it would be read after it was written with what is kept beside it. It is another one when something that was set aside fits
/// by now, such as a link to a row that is there again; nothing when it could not be read.
#[must_use]
pub fn as_read_again(plan: &Plan, extras: &Extras) -> Option<Opened> {
    read_own(v1::write(plan, extras).as_bytes()).ok()
}

/// Writes a plan, with what its file held beside it. The same plan always gives the same text: no time and no program version
/// are in it.
///
/// # Errors
/// When reading the text again does not give the same plan: then nothing may be written, and this program has a mistake.
pub fn write(plan: &Plan, extras: &Extras) -> Result<String, Box<Problem>> {
    let text = v1::write(plan, extras);
    match read_own(text.as_bytes()) {
        Ok(opened) if opened.plan == *plan => Ok(text),
        Ok(_) => Err(Problem::new(
            ProblemKind::WouldNotComeBack,
            "the plan would not come back as it is, so nothing was written",
            "keep the window open and report this; the recovery copy holds the plan",
        )),
        Err(problem) => {
            let message = format!("the plan could not be read again, so nothing was written ({problem})");
            let hint = "keep the window open and report this; the recovery copy holds the plan";
            Err(Problem::new(ProblemKind::WouldNotComeBack, &message, hint))
        }
    }
}

#[cfg(test)]
mod testing;
