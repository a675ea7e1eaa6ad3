//! Rows of any table, whose columns a person points at.

use super::{
    Book, Cell, Proposal, Sheet, Subject,
    changes::{Change, Given, NewValue, Unread, What},
    own::place,
    values::{Misfit, Reader, bare_number, shown},
};
use crate::{
    analysis::Derived,
    locale::{DecimalSign, Interface, Words, decimal_sign},
    plan::{
        ACTIVITY, BUDGET, Field, INDICATOR, IdSource, Lang, Plan, UserText,
        form::{Form, Value},
    },
};

pub use super::own::column_name;

/// What a table can be read into.
pub const SUBJECTS: [Subject; 3] = [Subject::Budget, Subject::Activities, Subject::Indicators];

/// The fields that columns can be pointed to; the first one says what a row is.
#[must_use]
pub fn fields(subject: Subject) -> &'static [Field] {
    const BUDGET_FIELDS: &[Field] = &[
        BUDGET.item,
        BUDGET.quantity,
        BUDGET.unit,
        BUDGET.unit_cost,
        BUDGET.currency,
        BUDGET.category,
        BUDGET.source,
        BUDGET.funder,
        BUDGET.on,
        BUDGET.activity,
        BUDGET.note,
    ];
    const ACTIVITY_FIELDS: &[Field] = &[
        ACTIVITY.name,
        ACTIVITY.output,
        ACTIVITY.responsible,
        ACTIVITY.place,
        ACTIVITY.start,
        ACTIVITY.finish,
        ACTIVITY.deliverable,
        ACTIVITY.milestone,
        ACTIVITY.adapts,
    ];
    const INDICATOR_FIELDS: &[Field] = &[
        INDICATOR.text,
        INDICATOR.of,
        INDICATOR.definition,
        INDICATOR.unit,
        INDICATOR.baseline,
        INDICATOR.baseline_on,
        INDICATOR.target,
        INDICATOR.target_on,
        INDICATOR.means,
        INDICATOR.frequency,
        INDICATOR.responsible,
    ];
    match subject {
        Subject::Budget => BUDGET_FIELDS,
        Subject::Activities => ACTIVITY_FIELDS,
        Subject::Indicators => INDICATOR_FIELDS,
        Subject::Rates | Subject::Risks | Subject::Cooperation => &[],
    }
}

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// Which sheet, from 0.
    pub sheet: usize,
    /// Into what.
    pub subject: Subject,
    /// The row with the headings, from 0; entries stand below it. Nothing: every row is an entry.
    pub heads: Option<usize>,
    /// What each column is.
    pub columns: Vec<Option<Field>>,
    /// The language of its text.
    pub lang: Lang,
}

impl Mapping {
    /// The best guess: the first sheet with a table, and columns by their headings.
    #[must_use]
    pub fn guess(book: &Book, lang: Lang) -> Self {
        let guesses = book.sheets.iter().enumerate().flat_map(|(sheet, s)| {
            let lang = lang.clone();
            SUBJECTS.map(|subject| Self::of_sheet(s, sheet, subject, lang.clone()))
        });
        let score = |m: &Self| m.columns.iter().flatten().count() * 2 + usize::from(!m.is_hidden(book));
        // Of equals the first one: budgets are most usual.
        let best = guesses.reduce(|best, next| if score(&next) > score(&best) { next } else { best });
        best.unwrap_or(Self { sheet: 0, subject: Subject::Budget, heads: None, columns: Vec::new(), lang })
    }

    fn is_hidden(&self, book: &Book) -> bool {
        book.sheets.get(self.sheet).is_some_and(|s| s.is_hidden)
    }

    /// The best guess for a sheet that is to be read into something.
    #[must_use]
    pub fn of_sheet(sheet: &Sheet, number: usize, subject: Subject, lang: Lang) -> Self {
        let labels = Labels::new(subject);
        let fits = |row: &Vec<Cell>| row.iter().filter(|c| labels.field(&shown(c)).is_some()).count();
        let rows = sheet.rows.iter().take(30).enumerate();
        // The first of the rows with the most headings.
        let best = rows.map(|(n, row)| (fits(row), n)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        let heads = best.filter(|(fits, _)| *fits > 0).map(|(_, n)| n);
        let mut me = Self { sheet: number, subject, heads, columns: Vec::new(), lang };
        me.name_columns(sheet);
        me
    }

    /// Names the columns anew by their headings, after the row of headings was chosen.
    pub fn name_columns(&mut self, sheet: &Sheet) {
        let labels = Labels::new(self.subject);
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let heads = self.heads.and_then(|n| sheet.rows.get(n));
        let mut taken = Vec::new();
        self.columns = (0..width)
            .map(|i| {
                let field = labels.field(&shown(heads?.get(i)?)).filter(|f| !taken.contains(f))?;
                taken.push(field);
                Some(field)
            })
            .collect();
    }

    /// Points a column to a field; another column that was pointed to it is free again.
    pub fn point(&mut self, column: usize, field: Option<Field>) {
        if field.is_some() {
            self.columns.iter_mut().filter(|c| **c == field).for_each(|c| *c = None);
        }
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = field;
        }
    }

    /// The rows of the sheet that are entries.
    #[must_use]
    pub fn first_row(&self) -> usize {
        self.heads.map_or(0, |n| n + 1)
    }

    /// Whether the column that says what a row is was pointed to.
    #[must_use]
    pub fn has_names(&self) -> bool {
        fields(self.subject).first().is_some_and(|name| self.columns.contains(&Some(*name)))
    }

    /// The decimal sign that the numbers agree on which the sheet holds as text.
    fn sign_of(&self, sheet: &Sheet) -> Option<DecimalSign> {
        let forms = self.subject.forms();
        let is_number = |field: &Option<Field>| {
            let form = field.and_then(|field| forms.iter().find(|f| f.field == field));
            form.is_some_and(|f| matches!(f.form, Form::Number | Form::Whole))
        };
        let rows = sheet.rows.iter().skip(self.first_row());
        let numbers =
            rows.flat_map(|row| row.iter().zip(&self.columns)).filter_map(|(cell, field)| match cell {
                Cell::Text(text) if is_number(field) => Some(bare_number(text)),
                _ => None,
            });
        decimal_sign(numbers)
    }

    /// The rows that the table would add to a plan.
    #[must_use]
    pub fn read(&self, plan: &Plan, derived: &Derived, book: &Book, ids: &mut IdSource) -> Proposal {
        let mut proposal = Proposal::default();
        let (Some(sheet), Some(name)) = (book.sheets.get(self.sheet), fields(self.subject).first()) else {
            return proposal;
        };
        proposal.is_cut = sheet.is_cut;
        let forms = self.subject.forms();
        let reader = Reader { sign: self.sign_of(sheet), ..Reader::new(plan, derived) };
        for (n, cells) in sheet.rows.iter().enumerate().skip(self.first_row()) {
            if cells.iter().all(|c| *c == Cell::Empty) {
                continue;
            }
            let mut given = Vec::new();
            let mut unread = Vec::new();
            for (column, field) in self.columns.iter().enumerate() {
                let (Some(field), Some(cell)) = (field, cells.get(column)) else { continue };
                let Some(form) = forms.iter().find(|f| f.field == *field) else { continue };
                let read = match (&form.form, cell) {
                    (_, Cell::Empty) => continue,
                    (_, Cell::Error(_)) => Err(Misfit::Error),
                    (_, Cell::NoResult) => Err(Misfit::NoResult),
                    (Form::Text, cell) => {
                        Ok(NewValue::Text(self.lang.clone(), UserText::new(shown(cell).trim())))
                    }
                    (_, cell) => reader.value(form, cell).map(NewValue::Value),
                };
                match read {
                    Ok(value) => given.push(Given { field: *field, value }),
                    Err(why) => unread.push(Unread {
                        sheet: sheet.name.clone(),
                        cell: place(n, column),
                        shown: shown(cell).into_owned(),
                        why,
                    }),
                }
            }
            // Sums and notes below a table have no name in its first column.
            if !given.iter().any(|g| g.field == *name) {
                proposal.nameless += 1;
                continue;
            }
            if self.subject == Subject::Indicators && !given.iter().any(|g| g.field == INDICATOR.of) {
                let purpose = NewValue::Value(Value::Words("purpose".into()));
                given.push(Given { field: INDICATOR.of, value: purpose });
            }
            proposal.unread.extend(unread);
            // A line that neither counts nor costs anything is a sum or a remark, most likely.
            let says_more = |field| given.iter().any(|g| g.field == field);
            let is_wanted = self.subject != Subject::Budget
                || says_more(BUDGET.quantity)
                || says_more(BUDGET.unit_cost)
                || !(self.columns.contains(&Some(BUDGET.quantity))
                    || self.columns.contains(&Some(BUDGET.unit_cost)));
            let what = What::New { fields: given, above: None };
            let row = ids.next::<()>().bits();
            proposal.changes.push(Change { subject: self.subject, row, what, is_wanted });
        }
        proposal
    }
}

/// The headings by which columns are known: the labels of the fields and of the exports in every language, and what people
/// call such columns elsewhere.
struct Labels(Vec<(Field, Vec<String>)>);

impl Labels {
    fn new(subject: Subject) -> Self {
        let languages: Vec<Words> = Interface::ALL.iter().map(|i| Words::new(*i)).collect();
        let of = |field: &Field| {
            let mut names: Vec<String> =
                languages.iter().map(|w| w.get(field.words()).into_owned()).collect();
            names.extend(
                export_words(*field).iter().flat_map(|key| languages.iter().map(|w| w.get(key).into_owned())),
            );
            let also = also_called(*field);
            names.extend(languages.iter().flat_map(|w| {
                let all = also.map(|key| w.get(key).into_owned()).unwrap_or_default();
                all.split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>()
            }));
            (*field, names.iter().map(|n| plain(n)).filter(|n| !n.is_empty()).collect())
        };
        Self(fields(subject).iter().map(of).collect())
    }

    /// The field with this heading: the same words, else words that begin or end with it.
    fn field(&self, heading: &str) -> Option<Field> {
        let heading = plain(heading);
        if heading.is_empty() || heading.chars().count() > 60 {
            return None;
        }
        let same = self.0.iter().find(|(_, names)| names.contains(&heading));
        let near = |names: &Vec<String>| {
            names.iter().any(|name| {
                let rest =
                    heading.strip_prefix(name.as_str()).or_else(|| heading.strip_suffix(name.as_str()));
                name.chars().count() > 3
                    && rest.is_some_and(|r| r.starts_with([' ', '(', '/']) || r.ends_with(' '))
            })
        };
        same.or_else(|| self.0.iter().find(|(_, names)| near(names))).map(|(field, _)| *field)
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches([':', '*', '.']).to_lowercase()
}

/// What the exports call the column of a field.
fn export_words(field: Field) -> &'static [&'static str] {
    let all: &[(Field, &[&str])] = &[
        (BUDGET.item, &["report-item"]),
        (BUDGET.quantity, &["report-quantity"]),
        (BUDGET.unit, &["report-unit"]),
        (BUDGET.unit_cost, &["report-unit-cost"]),
        (BUDGET.currency, &["report-currency"]),
        (BUDGET.category, &["report-category"]),
        (BUDGET.source, &["report-pays"]),
        (BUDGET.funder, &["report-funder"]),
        (BUDGET.on, &["report-needed-on"]),
        (BUDGET.note, &["report-note"]),
        (ACTIVITY.name, &["report-activity"]),
        (ACTIVITY.output, &["report-result"]),
        (ACTIVITY.responsible, &["report-who"]),
        (ACTIVITY.place, &["report-where-activity"]),
        (ACTIVITY.start, &["report-start"]),
        (ACTIVITY.finish, &["report-finish"]),
        (ACTIVITY.deliverable, &["report-delivers"]),
        (INDICATOR.text, &["report-indicator"]),
        (INDICATOR.of, &["report-result"]),
        (INDICATOR.unit, &["report-unit"]),
        (INDICATOR.baseline, &["report-baseline"]),
        (INDICATOR.baseline_on, &["report-baseline-day"]),
        (INDICATOR.target, &["report-target"]),
        (INDICATOR.target_on, &["report-target-day"]),
        (INDICATOR.means, &["report-means"]),
        (INDICATOR.frequency, &["report-how-often"]),
        (INDICATOR.responsible, &["report-who-measures"]),
    ];
    all.iter().find(|(f, _)| *f == field).map_or(&[], |(_, keys)| keys)
}

/// The key of other names for such a column, with commas between.
fn also_called(field: Field) -> Option<&'static str> {
    let keys = [
        (BUDGET.item, "import-also-item"),
        (BUDGET.quantity, "import-also-quantity"),
        (BUDGET.unit_cost, "import-also-unit-cost"),
        (BUDGET.source, "import-also-source"),
        (BUDGET.note, "import-also-note"),
        (ACTIVITY.name, "import-also-activity"),
        (ACTIVITY.responsible, "import-also-responsible"),
        (ACTIVITY.start, "import-also-start"),
        (ACTIVITY.finish, "import-also-finish"),
        (INDICATOR.text, "import-also-indicator"),
        (INDICATOR.means, "import-also-means"),
    ];
    keys.iter().find(|(f, _)| *f == field).map(|(_, key)| *key)
}

#[cfg(test)]
mod tests;
