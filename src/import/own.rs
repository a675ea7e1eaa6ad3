//! What a person changed in a workbook that the program made.
//!
//! Rows are known by the identities in the hidden first column, columns by the names in the hidden first row. Beside each row
//! stand marks of what its cells showed when the workbook was made: a cell that still shows the same was not touched, so what
//! has changed in the plan meanwhile stays. Where both changed, the change is shown and not taken by itself.

use super::{
    Book, Cell, Proposal, Sheet, Subject,
    changes::{Change, Given, NewValue, Unread, What, shown_value, text_of, value_of, with_rows},
    values::{Reader, shown},
};
use crate::{
    analysis::Derived,
    export::marks::{WAS, mark},
    locale::Words,
    plan::{
        ACTIVITY, BUDGET, Field, INDICATOR, Id, IdSource, Lang, Output, Plan, Row, RowId, UserText,
        form::{FieldForm, Form, Value},
    },
};
use std::collections::{HashMap, HashSet};

/// Why the changes of a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOurs {
    /// The program did not make it, or what it needs was taken out.
    Foreign,
    /// It was made from another plan.
    OtherPlan,
}

/// In the first column: a row of the program that is no entry; an output has its identity behind it.
const NO_ENTRY: &str = "-";

/// Compares a workbook with the plan.
///
/// # Errors
/// When the workbook is not one of the program's, or of another plan.
pub fn compare(
    plan: &Plan,
    derived: &Derived,
    words: &Words,
    book: &Book,
    ids: &mut IdSource,
) -> Result<Proposal, NotOurs> {
    let sheets: Vec<_> = book.sheets.iter().filter_map(OwnSheet::new).collect();
    if sheets.is_empty() {
        return Err(NotOurs::Foreign);
    }
    let own = plan.id.to_string();
    if sheets.iter().any(|s| s.plan.is_some_and(|id| id != own)) {
        return Err(NotOurs::OtherPlan);
    }
    let rosters = rosters(book);
    let mut proposal = Proposal::default();
    for sheet in &sheets {
        let roster = rosters.get(&sheet.subject);
        let mut comparing = Comparing {
            reader: Reader::new(plan, derived),
            words,
            sheet,
            forms: sheet.subject.forms(),
            proposal: &mut proposal,
            output: None,
            above: None,
            of: None,
        };
        with_rows!(sheet.subject, T => comparing.rows::<T>(roster, ids));
        proposal.is_cut |= sheet.sheet.is_cut;
    }
    Ok(proposal)
}

/// A sheet with entries of the plan.
struct OwnSheet<'a> {
    sheet: &'a Sheet,
    subject: Subject,
    /// The row with the names of the columns.
    keys: usize,
    /// Where the identities stand.
    id: usize,
    /// The columns of fields, with their language where they hold text.
    columns: Vec<Column>,
    /// Where the marks stand.
    marks: Option<usize>,
    /// The identity of the plan that it was made from.
    plan: Option<&'a str>,
}

/// A column of a field.
struct Column {
    at: usize,
    field: Field,
    lang: Option<Lang>,
    /// Its place among the marks.
    marked: Option<usize>,
}

impl<'a> OwnSheet<'a> {
    /// Nothing when it is no sheet of entries. Rows and columns may have been moved, names may not.
    fn new(sheet: &'a Sheet) -> Option<Self> {
        let (keys, row, id, subject) = sheet.rows.iter().take(5).enumerate().find_map(|(n, row)| {
            let subject_of = |cell: &Cell| {
                let Cell::Text(key) = cell else { return None };
                Subject::ALL.iter().copied().find(|s| key.strip_suffix(".id") == Some(s.block().word()))
            };
            let (at, subject) = row.iter().enumerate().find_map(|(i, cell)| Some((i, subject_of(cell)?)))?;
            // The hidden sheet of the lists names them too, several in one row.
            let several = row.iter().filter(|c| subject_of(c).is_some()).count() > 1;
            (!several).then_some((n, row, at, subject))
        })?;
        let key = |cell: &'a Cell| if let Cell::Text(text) = cell { text.trim() } else { "" };
        let was = row.iter().enumerate().find_map(|(i, cell)| Some((i, key(cell).strip_prefix(WAS)?)));
        let (plan, marked) = match was {
            Some((_, was)) => {
                let (plan, names) = was.split_once(':').unwrap_or((was, ""));
                (Some(plan), names.split(',').collect::<Vec<_>>())
            }
            None => (None, Vec::new()),
        };
        let columns = row.iter().enumerate().filter_map(|(at, cell)| {
            let key = key(cell);
            let (block, name) = key.split_once('.')?;
            let (name, lang) = name.split_once('@').map_or((name, None), |(n, l)| (n, Some(l)));
            let field = Field::find(subject.block(), name).filter(|_| block == subject.block().word())?;
            let lang = match lang {
                Some(tag) => Some(Lang::new(tag)?),
                None => None,
            };
            Some(Column { at, field, lang, marked: marked.iter().position(|m| *m == key) })
        });
        let columns = columns.collect();
        Some(Self { sheet, subject, keys, id, columns, marks: was.map(|(i, _)| i), plan })
    }
}

/// The entries that each sheet had when the workbook was made.
fn rosters(book: &Book) -> HashMap<Subject, HashSet<RowId>> {
    let mut found = HashMap::new();
    for sheet in &book.sheets {
        let Some(heads) = sheet.rows.first() else { continue };
        let named = |cell: &Cell| {
            let Cell::Text(key) = cell else { return None };
            Subject::ALL.iter().copied().find(|s| key.strip_suffix(".id") == Some(s.block().word()))
        };
        let columns: Vec<_> =
            heads.iter().enumerate().filter_map(|(i, cell)| Some((i, named(cell)?))).collect();
        if columns.len() < 2 {
            continue;
        }
        for (at, subject) in columns {
            let ids = sheet.rows.iter().skip(1).filter_map(|row| identity(row.get(at)?));
            found.insert(subject, ids.collect());
        }
    }
    found
}

/// The identity in a cell.
fn identity(cell: &Cell) -> Option<RowId> {
    // Twelve digits alone are an identity too, and a spreadsheet may have made a number of them.
    let text = shown(cell);
    let text = text.trim();
    let id: Id<()> = text.parse().ok()?;
    (!text.is_empty()).then_some(id.bits())
}

struct Comparing<'a, 'p> {
    reader: Reader<'a>,
    words: &'a Words,
    sheet: &'a OwnSheet<'a>,
    forms: Vec<FieldForm>,
    proposal: &'p mut Proposal,
    /// The output under whose heading the rows stand.
    output: Option<Id<Output>>,
    /// The entry above.
    above: Option<RowId>,
    /// The result of the indicator above.
    of: Option<Value<'static>>,
}

impl Comparing<'_, '_> {
    fn rows<T: Row>(&mut self, roster: Option<&HashSet<RowId>>, ids: &mut IdSource) {
        let table = T::table(self.reader.plan);
        let mut seen = HashSet::new();
        for (n, cells) in self.sheet.sheet.rows.iter().enumerate().skip(self.sheet.keys + 2) {
            let id = cells.get(self.sheet.id).unwrap_or(&Cell::Empty);
            if let Cell::Text(text) = id
                && let Some(rest) = text.strip_prefix(NO_ENTRY)
            {
                self.output = rest.parse().ok();
                continue;
            }
            let known = identity(id).filter(|bits| !seen.contains(bits));
            match known.and_then(|bits| table.get(Id::from_bits(bits))) {
                Some(row) => {
                    seen.insert(row.id().bits());
                    self.above = Some(row.id().bits());
                    if self.sheet.subject == Subject::Indicators {
                        self.of = own_value(row, INDICATOR.of);
                    }
                    self.fields(n, cells, row);
                }
                // A row that the plan has no longer would come back: only when somebody asks for it.
                None => self.new_row::<T>(n, cells, known.is_none(), ids.next()),
            }
        }
        let Some(roster) = roster else { return };
        for row in table.iter().filter(|r| roster.contains(&r.id().bits()) && !seen.contains(&r.id().bits()))
        {
            self.proposal.changes.push(Change {
                subject: self.sheet.subject,
                row: row.id().bits(),
                what: What::Gone,
                is_wanted: false,
            });
        }
    }

    /// What a cell would give its field; nothing when it is not understood, and then that is told.
    fn given(&mut self, row: usize, column: &Column, cell: &Cell) -> Option<Given> {
        let (field, form) = (column.field, self.forms.iter().find(|f| f.field == column.field)?);
        let read = match (&column.lang, &form.form) {
            (Some(lang), Form::Text) => match cell {
                Cell::Error(_) => Err(super::values::Misfit::Error),
                Cell::NoResult => Err(super::values::Misfit::NoResult),
                cell => Ok(NewValue::Text(lang.clone(), UserText::new(shown(cell).trim()))),
            },
            (None, Form::Text) => return None,
            _ => self.reader.value(form, cell).map(NewValue::Value),
        };
        match read {
            Ok(value) => Some(Given { field, value }),
            Err(why) => {
                let unread = Unread {
                    sheet: self.sheet.sheet.name.clone(),
                    cell: place(row, column.at),
                    shown: shown(cell).into_owned(),
                    why,
                };
                self.proposal.unread.push(unread);
                None
            }
        }
    }

    fn fields<T: Row>(&mut self, n: usize, cells: &[Cell], row: &T) {
        let sheet = self.sheet;
        let marks: Vec<&str> = match sheet.marks.and_then(|at| cells.get(at)) {
            Some(Cell::Text(marks)) => marks.split(' ').collect(),
            _ => Vec::new(),
        };
        let is_whole = sheet.subject == Subject::Activities
            && self
                .reader
                .derived
                .numbering
                .placed(Id::from_bits(row.id().bits()))
                .is_some_and(|p| p.has_parts);
        for column in &sheet.columns {
            // What has parts lasts as long as they do.
            if is_whole && [ACTIVITY.start, ACTIVITY.finish].contains(&column.field) {
                continue;
            }
            let cell = cells.get(column.at).unwrap_or(&Cell::Empty);
            let was = column.marked.and_then(|i| marks.get(i)).copied();
            if was.is_some_and(|was| was == mark(&shown(cell))) {
                continue;
            }
            let Some(given) = self.given(n, column, cell) else { continue };
            let before = self.before(row, &given);
            let Some(before) = before else { continue };
            let is_clash =
                was.is_some_and(|was| !self.as_exported(row, column).iter().any(|now| was == mark(now)));
            self.proposal.changes.push(Change {
                subject: sheet.subject,
                row: row.id().bits(),
                what: What::Field { given, before, is_clash },
                is_wanted: !is_clash,
            });
        }
    }

    /// What stands in the plan now, for people; nothing when it is what the cell says.
    fn before<T: Row>(&self, row: &T, given: &Given) -> Option<String> {
        match &given.value {
            NewValue::Text(lang, words) => {
                let text = text_of(row, given.field)?;
                let old = text.get(lang);
                (old.raw().trim() != words.raw().trim()).then(|| old.raw().to_owned())
            }
            NewValue::Value(value) => {
                let old = value_of(row, given.field);
                let form = self.forms.iter().find(|f| f.field == given.field).map(|f| &f.form);
                // A line that names no currency is in the plan's, and the workbook says so.
                let home = self.reader.plan.identity.currency;
                let is_home = given.field == BUDGET.currency
                    && old == Value::Nothing
                    && matches!((value, home), (Value::Words(code), Some(home)) if code == home.code());
                let is_same = match (&old, value) {
                    // Spreadsheets keep fifteen digits.
                    (Value::Number(a), Value::Number(b)) => {
                        a == b
                            || shown(&Cell::Number(*a)) == shown(&Cell::Number(*b))
                            || fifteen(*a) == Some(*b)
                    }
                    (Value::Truth(false), Value::Nothing) => true,
                    (a, b) => a == b,
                };
                (!is_same && !is_home).then(|| shown_value(form, &old, self.reader.plan, self.words))
            }
        }
    }

    /// What the cell would show if the workbook were made now, in each language that it may be made in.
    fn as_exported<T: Row>(&self, row: &T, column: &Column) -> Vec<String> {
        if let Some(lang) = &column.lang {
            return text_of(row, column.field).map(|t| t.get(lang).raw().to_owned()).into_iter().collect();
        }
        let form = self.forms.iter().find(|f| f.field == column.field).map(|f| &f.form);
        let plan = self.reader.plan;
        match (value_of(row, column.field), form) {
            (Value::Number(n), _) => fifteen(n).map(|n| n.to_string()).into_iter().collect(),
            (Value::Nothing, _) if column.field == BUDGET.currency => {
                vec![plan.identity.currency.map(|c| c.to_string()).unwrap_or_default()]
            }
            (Value::Words(id), Some(Form::Id(_))) => {
                let id = id.parse().ok();
                id.map(|id| self.reader.derived.numbering.activity(id).to_owned()).into_iter().collect()
            }
            (Value::Words(of), Some(Form::Result)) => {
                let output =
                    of.parse().ok().map(|id| self.reader.derived.numbering.output(id)).unwrap_or_default();
                self.reader.results(&of, output)
            }
            (value, form) => {
                self.reader.languages.iter().map(|words| shown_value(form, &value, plan, words)).collect()
            }
        }
    }

    fn new_row<T: Row>(&mut self, n: usize, cells: &[Cell], is_wanted: bool, id: Id<T>) {
        let sheet = self.sheet;
        let is_filled = |c: &&Column| cells.get(c.at).is_some_and(|cell| *cell != Cell::Empty);
        let mut fields = Vec::new();
        for column in sheet.columns.iter().filter(is_filled) {
            let cell = cells.get(column.at).unwrap_or(&Cell::Empty);
            fields.extend(self.given(n, column, cell));
        }
        if fields.is_empty() {
            return;
        }
        let has = |fields: &[Given], field: Field| fields.iter().any(|g| g.field == field);
        match (sheet.subject, self.output) {
            (Subject::Activities, Some(output)) => {
                let value = NewValue::Value(Value::Words(output.to_string().into()));
                fields.push(Given { field: ACTIVITY.output, value });
            }
            (Subject::Indicators, _) if !has(&fields, INDICATOR.of) => {
                if let Some(of) = self.of.clone() {
                    fields.push(Given { field: INDICATOR.of, value: NewValue::Value(of) });
                }
            }
            _ => {}
        }
        self.proposal.changes.push(Change {
            subject: sheet.subject,
            row: id.bits(),
            what: What::New { fields, above: self.above },
            is_wanted,
        });
    }
}

/// What a field holds, kept.
fn own_value<T: Row>(row: &T, field: Field) -> Option<Value<'static>> {
    match value_of(row, field) {
        Value::Words(words) => Some(Value::Words(words.into_owned().into())),
        _ => None,
    }
}

/// A number as a spreadsheet keeps it.
fn fifteen(number: crate::plan::Decimal) -> Option<crate::plan::Decimal> {
    crate::export::marks::fifteen_digits(f64::try_from(number).ok()?)
}

/// The name of a cell, such as `D7`.
pub(super) fn place(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// The letters of a column, such as `D` or `AB`.
pub fn column_name(column: usize) -> String {
    let (mut letters, mut n) = (String::new(), column + 1);
    while n > 0 {
        let letter = u8::try_from((n - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        n = (n - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests;
