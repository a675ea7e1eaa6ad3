//! Changes that a table would make to a plan, each to be taken or left.

use super::values::Misfit;
use crate::{
    locale::{Words, grouped},
    plan::{
        Activity, At, Block, BudgetLine, Cooperation, Edit, Field, Grouping, Id, Indicator, Lang, Plan, Rate,
        Record, Risk, Row, RowId, Text, UserText,
        form::{FieldForm, Form, Value},
    },
};
use std::collections::HashMap;

/// What a table is read into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Lines of the budget.
    Budget,
    /// Activities.
    Activities,
    /// Indicators.
    Indicators,
    /// Exchange rates.
    Rates,
    /// Risks.
    Risks,
    /// Needs and offers.
    Cooperation,
}

/// Does something for the row type of a subject.
macro_rules! with_rows {
    ($subject:expr, $row:ident => $do:expr) => {
        match $subject {
            $crate::import::Subject::Budget => {
                type $row = $crate::plan::BudgetLine;
                $do
            }
            $crate::import::Subject::Activities => {
                type $row = $crate::plan::Activity;
                $do
            }
            $crate::import::Subject::Indicators => {
                type $row = $crate::plan::Indicator;
                $do
            }
            $crate::import::Subject::Rates => {
                type $row = $crate::plan::Rate;
                $do
            }
            $crate::import::Subject::Risks => {
                type $row = $crate::plan::Risk;
                $do
            }
            $crate::import::Subject::Cooperation => {
                type $row = $crate::plan::Cooperation;
                $do
            }
        }
    };
}
pub(super) use with_rows;

impl Subject {
    /// Every subject.
    pub const ALL: &'static [Self] =
        &[Self::Budget, Self::Activities, Self::Indicators, Self::Rates, Self::Risks, Self::Cooperation];

    /// The block of the plan.
    #[must_use]
    pub const fn block(self) -> Block {
        match self {
            Self::Budget => BudgetLine::BLOCK,
            Self::Activities => Activity::BLOCK,
            Self::Indicators => Indicator::BLOCK,
            Self::Rates => Rate::BLOCK,
            Self::Risks => Risk::BLOCK,
            Self::Cooperation => Cooperation::BLOCK,
        }
    }

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Budget => "import-into-budget",
            Self::Activities => "import-into-activities",
            Self::Indicators => "import-into-indicators",
            Self::Rates => "import-into-rates",
            Self::Risks => "import-into-risks",
            Self::Cooperation => "import-into-cooperation",
        }
    }

    /// What its fields may hold.
    #[must_use]
    pub fn forms(self) -> Vec<FieldForm> {
        with_rows!(self, T => T::forms())
    }
}

/// A value that a field would get.
#[derive(Debug, Clone, PartialEq)]
pub enum NewValue {
    /// Text in one language.
    Text(Lang, UserText),
    /// Anything else.
    Value(Value<'static>),
}

/// A field of a new row.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The field.
    pub field: Field,
    /// What it gets.
    pub value: NewValue,
}

/// What a change does.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A field of a row gets another value.
    Field {
        /// The field with its new value.
        given: Given,
        /// What stands in the plan, for people.
        before: String,
        /// Whether the plan has changed there too since the workbook was made.
        is_clash: bool,
    },
    /// A row comes.
    New {
        /// Its fields.
        fields: Vec<Given>,
        /// The row that stands above it.
        above: Option<RowId>,
    },
    /// A row was taken out.
    Gone,
}

/// A change that a table would make.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// In which table.
    pub subject: Subject,
    /// The row; of a new one, the identity that it gets.
    pub row: RowId,
    /// What.
    pub what: What,
    /// Whether it is taken unless a person says otherwise.
    pub is_wanted: bool,
}

/// A cell that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The sheet.
    pub sheet: String,
    /// The cell, such as `D7`.
    pub cell: String,
    /// What stands in it.
    pub shown: String,
    /// Why.
    pub why: Misfit,
}

/// Everything that a table would change.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// The changes, in the order of the sheets.
    pub changes: Vec<Change>,
    /// Cells that were not understood; what they stand for stays as it is.
    pub unread: Vec<Unread>,
    /// Rows that were passed over because nothing says what they are, such as sums.
    pub nameless: usize,
    /// Whether a sheet has more rows or columns than are read.
    pub is_cut: bool,
}

impl Given {
    /// The value for people: names of choices in the words of the interface.
    #[must_use]
    pub fn shown(&self, forms: &[FieldForm], plan: &Plan, words: &Words) -> String {
        match &self.value {
            NewValue::Text(_, text) => text.raw().to_owned(),
            NewValue::Value(value) => {
                let form = forms.iter().find(|f| f.field == self.field).map(|f| &f.form);
                shown_value(form, value, plan, words)
            }
        }
    }
}

/// A value of a field for people.
#[must_use]
pub(super) fn shown_value(form: Option<&Form>, value: &Value<'_>, plan: &Plan, words: &Words) -> String {
    match (value, form) {
        (Value::Nothing, _) => String::new(),
        (Value::Truth(truth), _) => words.get(if *truth { "import-yes" } else { "import-no" }).into_owned(),
        (Value::Number(number), _) => {
            grouped(number.normalize(), plan.identity.grouping.unwrap_or(Grouping::Thousands))
        }
        (Value::Words(word), Some(Form::Choice(choices))) => {
            let name = choices.iter().find(|(w, _)| w == word).map(|(_, key)| words.get(key).into_owned());
            name.unwrap_or_else(|| word.clone().into_owned())
        }
        (Value::Words(id), Some(Form::Id(block))) => row_words(*block, id, plan),
        (Value::Words(of), Some(Form::Result)) => match of.as_ref() {
            "goal" => words.get("report-goal").into_owned(),
            "purpose" => words.get("report-purpose").into_owned(),
            id => row_words(Block::Output, id, plan),
        },
        (Value::Words(text), _) => text.clone().into_owned(),
        (Value::Text(text), _) => text.best(plan.languages()).raw().to_owned(),
        (Value::List(_) | Value::Record(_), _) => String::new(),
    }
}

/// The name of a row that a field points to.
fn row_words(block: Block, id: &str, plan: &Plan) -> String {
    let text = match block {
        Block::Activity => id.parse().ok().and_then(|id| plan.activities.get(id)).map(|a| &a.name),
        Block::Output => id.parse().ok().and_then(|id| plan.outputs.get(id)).map(|o| &o.text),
        _ => None,
    };
    text.map(|t| t.best(plan.languages()).raw().to_owned()).unwrap_or_default()
}

impl Proposal {
    /// The edit that makes the changes that are taken, as one step; nothing when none is.
    #[must_use]
    pub fn edit(&self, plan: &Plan, is_taken: impl Fn(usize) -> bool) -> Option<Edit> {
        let taken: Vec<&Change> =
            self.changes.iter().enumerate().filter(|(i, _)| is_taken(*i)).map(|(_, c)| c).collect();
        let mut edits = Vec::new();
        for subject in Subject::ALL {
            let mine: Vec<_> = taken.iter().copied().filter(|c| c.subject == *subject).collect();
            with_rows!(*subject, T => edits_of::<T>(plan, &mine, &mut edits));
        }
        (!edits.is_empty()).then_some(Edit::Several("step-import", edits))
    }
}

/// Fields first, then new rows below those that stand there, then rows that go.
fn edits_of<T: Row>(plan: &Plan, changes: &[&Change], edits: &mut Vec<Edit>) {
    let mut rows: HashMap<RowId, T> = HashMap::new();
    for change in changes {
        let What::Field { given, .. } = &change.what else { continue };
        let id = Id::from_bits(change.row);
        let Some(old) = T::table(plan).get(id) else { continue };
        let row = rows.entry(change.row).or_insert_with(|| old.clone());
        if let Some(change) = given.change(row) {
            row.set(change.clone());
            edits.push(T::change(id, change));
        }
    }
    // The last row that was put below a row, so that new ones keep their order.
    let mut lowest: HashMap<RowId, RowId> = HashMap::new();
    for change in changes {
        let What::New { fields, above } = &change.what else { continue };
        let mut row = T::new(Id::from_bits(change.row));
        for given in fields {
            if let Some(change) = given.change(&row) {
                row.set(change);
            }
        }
        let at = match above {
            Some(above) => At::After(Id::from_bits(lowest.insert(*above, change.row).unwrap_or(*above))),
            None => At::Last,
        };
        edits.push(T::add(row, at));
    }
    for change in changes.iter().filter(|c| c.what == What::Gone) {
        edits.push(T::delete(Id::from_bits(change.row)));
    }
}

impl Given {
    /// The change of a row; nothing when it has the value already, or when it does not fit.
    fn change<T: Record>(&self, row: &T) -> Option<T::Change> {
        match &self.value {
            NewValue::Text(lang, words) => {
                let text = text_of(row, self.field)?;
                (text.get(lang) != words)
                    .then(|| T::text_change(self.field, text.with(lang, words.clone())))
                    .flatten()
            }
            NewValue::Value(value) => {
                (value_of(row, self.field) != *value).then(|| T::value_change(self.field, value)).flatten()
            }
        }
    }
}

/// The text of a field in all its languages.
pub(super) fn text_of<T: Record>(row: &T, field: Field) -> Option<Text> {
    let mut found = None;
    row.each_text(&mut |f, text| {
        if f == field {
            found = Some(text.clone());
        }
    });
    found
}

/// What a field holds.
pub(super) fn value_of<T: Record>(row: &T, field: Field) -> Value<'_> {
    let mut found = Value::Nothing;
    row.each_value(&mut |f, value| {
        if f == field {
            found = value;
        }
    });
    found
}
