//! Answers to open choices, as edits.

use super::{difference::title, for_each_block};
use crate::{
    file::Written,
    plan::{
        Clash, Edit, Field, Id, Lang, OpenChoice, Place, Plan, Record, Refused, Row, RowId, Seen, Text,
        UserText,
    },
};

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// What the copy has into which the other one was merged.
    Mine,
    /// What the other copy has.
    Theirs,
    /// Both wordings, mine first, on lines of their own. For texts.
    Both,
    /// What stands in the plan now.
    AsItIs,
}

/// Why a choice cannot be answered so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotAnswer {
    /// The choice is not in the plan, or was answered.
    NoSuchChoice,
    /// The value that the choice holds is none, or its place does not take it.
    NoSuchValue,
    /// The plan does not take the value.
    Refused(Refused),
}

impl CannotAnswer {
    /// The key of its message among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoSuchChoice => "choices-no-such-choice",
            Self::NoSuchValue => "choices-no-such-value",
            Self::Refused(refused) => refused.words(),
        }
    }
}

impl std::fmt::Display for CannotAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSuchChoice => write!(f, "this choice is not in the plan any more"),
            Self::NoSuchValue => write!(f, "the field does not take this value"),
            Self::Refused(refused) => refused.fmt(f),
        }
    }
}

impl std::error::Error for CannotAnswer {}

/// The answers that a choice takes.
#[must_use]
pub fn answers(plan: &Plan, choice: &OpenChoice) -> Vec<Pick> {
    let Some(place) = choice.place.filter(|place| is_there(plan, *place)) else { return vec![Pick::AsItIs] };
    let mut answers = vec![Pick::Mine, Pick::Theirs];
    if place.field.is_some() {
        let is_text = matches!(seen_at(plan, place), Seen::Words(_) | Seen::Plain(_));
        let (mine, theirs) = (choice.mine.raw(), choice.theirs.raw());
        if is_text && !mine.contains(theirs) && !theirs.contains(mine) {
            answers.push(Pick::Both);
        }
        if !is_mine(plan, choice, place) {
            answers.push(Pick::AsItIs);
        }
    }
    answers
}

/// Whether the plan still holds what mine was.
fn is_mine(plan: &Plan, choice: &OpenChoice, place: Place) -> bool {
    form_at(plan, place, choice.lang.as_ref()).is_some_and(|form| form == choice.mine.raw())
}

/// The edit that answers a choice: it puts the value in, and takes the choice away with every choice whose row goes. One step.
///
/// Where links of several choices hang together in a circle, those are answered alike in the same step if this one alone is refused.
///
/// # Errors
/// When there is no such choice or value, or the plan does not take it.
pub fn answer(plan: &Plan, id: Id<OpenChoice>, answer: Pick) -> Result<Edit, CannotAnswer> {
    let choice = plan.choices.get(id).ok_or(CannotAnswer::NoSuchChoice)?;
    let alone = edits(plan, std::slice::from_ref(choice), answer)?;
    match settled(plan, alone) {
        Err(CannotAnswer::Refused(Refused::Circle(_))) if choice.clash == Some(Clash::Circle) => {
            let together: Vec<_> =
                plan.choices.iter().filter(|c| c.clash == Some(Clash::Circle)).cloned().collect();
            settled(plan, edits(plan, &together, answer)?)
        }
        other => other,
    }
}

/// The edit that answers every open choice alike, as far as each takes this answer; and how many it does not. One step.
#[must_use]
pub fn answer_all(plan: &Plan, how: Pick) -> (Edit, usize) {
    let mut after = plan.clone();
    let mut edits = Vec::new();
    // Rows go last: what was put into them, or taken out of them, by another answer is as the answer has it then.
    let takes_row_away =
        |c: &OpenChoice| matches!(c.clash, Some(Clash::DeletedByMine | Clash::DeletedByTheirs));
    let mut open: Vec<_> = plan.choices.iter().map(|choice| (takes_row_away(choice), choice.id)).collect();
    open.sort();
    // An answer that is refused may be taken when another one is given.
    loop {
        let before = open.len();
        open.retain(|(_, id)| match answer(&after, *id, how) {
            Ok(edit) if edit.apply(&mut after).is_ok() => {
                edits.push(edit);
                false
            }
            Ok(_) => true,
            Err(error) => error != CannotAnswer::NoSuchChoice,
        });
        if open.len() == before || open.is_empty() {
            return (Edit::Several("choices-step-all", edits), open.len());
        }
    }
}

/// What answers these choices alike. Links are emptied first where there are several, so that none is in the way of another.
fn edits(plan: &Plan, choices: &[OpenChoice], answer: Pick) -> Result<Vec<Edit>, CannotAnswer> {
    // The first edit names the place that the step is about.
    let mut edits: Vec<_> = choices.iter().map(|choice| OpenChoice::delete(choice.id)).collect();
    if answer == Pick::AsItIs {
        return Ok(edits);
    }
    if choices.len() > 1 {
        let places = choices.iter().filter_map(|choice| choice.place);
        edits.extend(places.filter_map(|place| set(plan, place, None, "").ok()));
    }
    for choice in choices {
        let place = choice.place.ok_or(CannotAnswer::NoSuchValue)?;
        let value = match (answer, choice.clash) {
            (Pick::Mine, Some(Clash::DeletedByMine)) | (Pick::Theirs, Some(Clash::DeletedByTheirs)) => {
                edits.push(delete(plan, place)?);
                continue;
            }
            (_, Some(Clash::DeletedByMine | Clash::DeletedByTheirs)) => continue,
            (Pick::Theirs, _) => choice.theirs.raw().to_owned(),
            (Pick::Both, _) => format!("{}\n{}", choice.mine.raw(), choice.theirs.raw()),
            (Pick::Mine | Pick::AsItIs, _) => choice.mine.raw().to_owned(),
        };
        edits.push(set(plan, place, choice.lang.as_ref(), &value)?);
    }
    Ok(edits)
}

/// The edits as one step, with the choices whose rows they take away; refused when the plan does not take it.
fn settled(plan: &Plan, mut edits: Vec<Edit>) -> Result<Edit, CannotAnswer> {
    let mut after = plan.clone();
    for edit in &edits {
        edit.apply(&mut after).map_err(CannotAnswer::Refused)?;
    }
    let is_lost = |choice: &&OpenChoice| {
        choice.place.is_some_and(|place| is_there(plan, place) && !is_there(&after, place))
    };
    edits.extend(after.choices.iter().filter(is_lost).map(|choice| OpenChoice::delete(choice.id)));
    Ok(Edit::Several("choices-step", edits))
}

/// The edit that gives a field the value of this form, or of this wording in a language.
fn set(plan: &Plan, place: Place, lang: Option<&Lang>, form: &str) -> Result<Edit, CannotAnswer> {
    let field = place.field.ok_or(CannotAnswer::NoSuchValue)?;
    macro_rules! set {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => {
                    changed(&*plan.$once, field, lang, form).map(Edit::$record)
                })*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).and_then(|row| {
                    changed(row, field, lang, form).map(|change| Row::change(row.id, change))
                }),)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(set!()).ok_or(CannotAnswer::NoSuchValue)
}

fn row_of<T: Row>(table: &crate::plan::Table<T>, row: Option<RowId>) -> Option<&T> {
    table.get(Id::from_bits(row?))
}

fn changed<T: Record + Written>(
    record: &T,
    field: Field,
    lang: Option<&Lang>,
    form: &str,
) -> Option<T::Change> {
    if let Some(lang) = lang {
        let text = text_of(record, field)?.with(lang, UserText::new(form));
        return T::text_change(field, text);
    }
    let new = record.rewritten(field, form)?;
    new.changes().into_iter().find(|change| T::field_of(change) == field)
}

fn text_of<T: Record>(record: &T, field: Field) -> Option<Text> {
    match record.seen(field) {
        Seen::Words(text) => Some(text),
        _ => None,
    }
}

/// The edit that takes a row away.
fn delete(plan: &Plan, place: Place) -> Result<Edit, CannotAnswer> {
    macro_rules! delete {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).map(|row| Row::delete(row.id)),)*
                $(crate::plan::Block::$record => None,)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(delete!()).ok_or(CannotAnswer::NoSuchValue)
}

/// Whether the row of a place is in the plan.
pub(super) fn is_there(plan: &Plan, place: Place) -> bool {
    macro_rules! is_there {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => true,)*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).is_some(),)*
                crate::plan::Block::OpenChoice => row_of(&plan.choices, place.row).is_some(),
            }
        };
    }
    for_each_block!(is_there!())
}

/// What stands at a place; nothing where there is no such row.
pub(super) fn seen_at(plan: &Plan, place: Place) -> Seen {
    let Some(field) = place.field else { return Seen::Nothing };
    macro_rules! seen {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => Some(plan.$once.seen(field)),)*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).map(|row| row.seen(field)),)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(seen!()).unwrap_or(Seen::Nothing)
}

/// The first text of the row at a place; nothing for a record that the plan has once.
pub(super) fn title_at(plan: &Plan, place: Place) -> Seen {
    macro_rules! title {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => None,)*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).map(title),)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(title!()).unwrap_or(Seen::Nothing)
}

/// What stands at a place, as a file has it; in one language of a text, its wording.
fn form_at(plan: &Plan, place: Place, lang: Option<&Lang>) -> Option<String> {
    let field = place.field?;
    if let Some(lang) = lang {
        return match seen_at(plan, place) {
            Seen::Words(text) => Some(text.get(lang).raw().to_owned()),
            _ => None,
        };
    }
    macro_rules! written {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => Some(plan.$once.written(field)),)*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).map(|row| row.written(field)),)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(written!())
}

/// The value of this form at a place, to be told; nothing where the form stands for no value.
pub(super) fn seen_form(plan: &Plan, place: Place, lang: Option<&Lang>, form: &str) -> Seen {
    let Some(field) = place.field else { return Seen::Nothing };
    if lang.is_some() {
        return Seen::Plain(UserText::new(form));
    }
    fn of<T: Record + Written>(record: &T, field: Field, form: &str) -> Option<Seen> {
        Some(record.rewritten(field, form)?.seen(field))
    }
    macro_rules! seen {
        (() once: $($once:ident $record:ident),*; tables: $($table:ident $row:ident),*;) => {
            match place.block {
                $(crate::plan::Block::$record => of(&*plan.$once, field, form),)*
                $(crate::plan::Block::$row => row_of(&plan.$table, place.row).and_then(|row| of(row, field, form)),)*
                crate::plan::Block::OpenChoice => None,
            }
        };
    }
    for_each_block!(seen!()).unwrap_or_else(|| Seen::Plain(UserText::new(form)))
}
