//! Blocks of cells from and to a spreadsheet, as text with tabs between cells and line ends between rows.

use super::{
    View,
    table::{COLUMNS, What, money_words},
};
use crate::{
    analysis::line_amount,
    locale::{Words, calendar::Calendar},
    plan::{
        Activity, At, BUDGET, BudgetField, BudgetLine, Choice, CostCategory, Currency, Edit, Field,
        FundSource, Id, Lang, Place, Plan, Record, Row, Text, UserText,
    },
    ui::{
        Cx, Outbox,
        kit::{draft, fields::field_id},
        pages::operation::numbered_name,
    },
};
use egui::{Event, Ui};

/// The rows and cells of a block. A cell in quotes may hold tabs, line ends and doubled quotes, as spreadsheets write it.
#[must_use]
pub fn cells_of(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted => {
                if chars.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    is_quoted = false;
                }
            }
            '"' if cell.is_empty() => is_quoted = true,
            '\r' if !is_quoted => {}
            '\t' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Whether pasted text is a block of cells: with a tab, or with more than one line.
fn is_block(text: &str) -> bool {
    let text = text.trim_end_matches(['\n', '\r']);
    text.contains(['\t', '\n'])
}

/// Takes a block that was pasted while a cell had the focus, and fills the cells to the end and down with it.
pub fn take(ui: &Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let Some(spot) = view.grid.focus() else { return };
    let block = ui.input_mut(|i| {
        let at = i.events.iter().position(|e| matches!(e, Event::Paste(text) if is_block(text)))?;
        match i.events.remove(at) {
            Event::Paste(text) => Some(cells_of(&text)),
            _ => None,
        }
    });
    let Some(block) = block else { return };
    let reader =
        Reader { plan: cx.plan, words: cx.words, lang: cx.shown.first(), activities: activities(cx) };
    let pasted = paste(&reader, (spot.row, spot.col), &block, || out.new_id());
    if !pasted.edits.is_empty() {
        out.edit(Edit::Several("step-paste", pasted.edits));
    }
    view.unfit = pasted.unfit.len();
    for (id, field, text) in pasted.unfit {
        draft::put_wrong(ui, field_id(Place::cell(id, field), None), &text);
    }
}

fn activities(cx: &Cx<'_>) -> Vec<(String, Id<Activity>)> {
    let placed = cx.derived.numbering.activities().iter();
    placed.map(|p| (numbered_name(cx, p).to_lowercase(), p.id)).collect()
}

/// What is needed to understand a cell.
struct Reader<'a> {
    plan: &'a Plan,
    words: &'a Words,
    lang: Option<&'a Lang>,
    /// Every activity with its number and name, in small letters.
    activities: Vec<(String, Id<Activity>)>,
}

struct Pasted {
    edits: Vec<Edit>,
    /// What did not fit: it goes into the cell all the same, in red.
    unfit: Vec<(Id<BudgetLine>, Field, String)>,
}

fn paste(
    reader: &Reader<'_>,
    (row, col): (usize, usize),
    block: &[Vec<String>],
    mut new_id: impl FnMut() -> Id<BudgetLine>,
) -> Pasted {
    let mut pasted = Pasted { edits: Vec::new(), unfit: Vec::new() };
    for (i, texts) in block.iter().enumerate() {
        let old = reader.plan.budget.at(row + i);
        let mut line = old.cloned().unwrap_or_else(|| BudgetLine::new(new_id()));
        for (text, what) in texts.iter().zip(&COLUMNS[col.min(COLUMNS.len())..]) {
            let What::Field(field) = what else { continue };
            match reader.read(&line, *field, text.trim()) {
                Some(change) => {
                    line.set(change.clone());
                    if old.is_some() {
                        pasted.edits.push(BudgetLine::change(line.id, change));
                    }
                }
                None => pasted.unfit.push((line.id, *field, text.trim().to_owned())),
            }
        }
        if old.is_none() {
            pasted.edits.push(BudgetLine::add(line, At::Last));
        }
    }
    pasted
}

impl Reader<'_> {
    /// The change that puts a text into a field of a line; nothing when it does not fit.
    fn read(&self, line: &BudgetLine, field: Field, text: &str) -> Option<BudgetField> {
        use BudgetField as F;
        let written = |old: &Text| match self.lang {
            Some(lang) => old.with(lang, UserText::new(text)),
            None => old.clone(),
        };
        /// A value, or none when nothing is written; nothing when what is written does not fit.
        fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
            if text.is_empty() { Some(None) } else { read(text).map(Some) }
        }
        Some(if field == BUDGET.activity {
            F::Activity(optional(text, |t| self.activity(t))?)
        } else if field == BUDGET.item {
            F::Item(written(&line.item))
        } else if field == BUDGET.category {
            F::Category(optional(text, |t| self.choice::<CostCategory>(t))?)
        } else if field == BUDGET.quantity {
            F::Quantity(optional(text, draft::read_number)?)
        } else if field == BUDGET.unit {
            F::Unit(written(&line.unit))
        } else if field == BUDGET.unit_cost {
            F::UnitCost(optional(text, draft::read_number)?)
        } else if field == BUDGET.currency {
            F::Currency(optional(text, Currency::new)?)
        } else if field == BUDGET.source {
            F::Source(optional(text, |t| self.choice::<FundSource>(t))?)
        } else if field == BUDGET.funder {
            F::Funder(written(&line.funder))
        } else if field == BUDGET.note {
            F::Note(written(&line.note))
        } else if field == BUDGET.on {
            F::On(optional(text, |t| Calendar::of(&self.plan.identity).read(t, self.words))?)
        } else {
            return None;
        })
    }

    /// An activity by its number, its name, or both.
    fn activity(&self, text: &str) -> Option<Id<Activity>> {
        let text = text.to_lowercase();
        let fits = |known: &str| {
            known == text
                || known.split_once(' ').is_some_and(|(number, name)| number == text || name == text)
        };
        self.activities.iter().find(|(known, _)| fits(known)).map(|(_, id)| *id)
    }

    /// A choice by its name in the interface, or by the last part of its key: `own`, `training`.
    fn choice<T: Choice>(&self, text: &str) -> Option<T> {
        let text = text.to_lowercase();
        let fits = |c: &T| {
            self.words.get(c.words()).to_lowercase() == text
                || c.words().strip_suffix(&*text).is_some_and(|rest| rest.ends_with('-'))
        };
        T::all().iter().copied().find(fits)
    }
}

/// The whole table as a block for a spreadsheet, with its headings. Numbers have no groups, so that they stay numbers.
#[must_use]
pub fn copy(cx: &Cx<'_>) -> String {
    let heading = |what: &What| match what {
        What::Number => cx.words.get("budget-number").into_owned(),
        What::Amount => cx.words.get("budget-amount").into_owned(),
        What::Field(field) => cx.words.get(field.words()).into_owned(),
    };
    let mut block = COLUMNS.iter().map(heading).collect::<Vec<_>>().join("\t");
    for (row, line) in cx.plan.budget.iter().enumerate() {
        let cells: Vec<_> = COLUMNS.iter().map(|what| quoted(&cell_words(cx, row, line, *what))).collect();
        block.push('\n');
        block.push_str(&cells.join("\t"));
    }
    block
}

fn cell_words(cx: &Cx<'_>, row: usize, line: &BudgetLine, what: What) -> String {
    let best = |text: &Text| text.best(cx.shown).raw().to_owned();
    let plain = |n: Option<crate::plan::Decimal>| n.map(|n| n.normalize().to_string()).unwrap_or_default();
    let field = match what {
        What::Number => return (row + 1).to_string(),
        What::Amount => {
            let amount = line_amount(cx.plan, line).map(|m| money_words(cx, m)).unwrap_or_default();
            return amount.replace(',', "");
        }
        What::Field(field) => field,
    };
    if field == BUDGET.activity {
        let placed = line.activity.and_then(|id| cx.derived.numbering.placed(id));
        placed.map(|p| numbered_name(cx, p)).unwrap_or_default()
    } else if field == BUDGET.item {
        best(&line.item)
    } else if field == BUDGET.category {
        line.category.map(|c| cx.words.get(c.words()).into_owned()).unwrap_or_default()
    } else if field == BUDGET.quantity {
        plain(line.quantity)
    } else if field == BUDGET.unit {
        best(&line.unit)
    } else if field == BUDGET.unit_cost {
        plain(line.unit_cost)
    } else if field == BUDGET.currency {
        line.currency.or(cx.plan.identity.currency).map(|c| c.to_string()).unwrap_or_default()
    } else if field == BUDGET.source {
        line.source.map(|s| cx.words.get(s.words()).into_owned()).unwrap_or_default()
    } else if field == BUDGET.funder {
        best(&line.funder)
    } else if field == BUDGET.note {
        best(&line.note)
    } else {
        line.on.map(|d| d.to_string()).unwrap_or_default()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Interface;

    #[test]
    fn blocks() {
        let check = |text: &str, expected: &[&[&str]]| assert_eq!(cells_of(text), expected, "{text:?}");
        check("a\tb\nc\td\n", &[&["a", "b"], &["c", "d"]]);
        check("a\r\n\r\nb", &[&["a"], &[""], &["b"]]);
        check("\"two\nlines\"\t\"said \"\"so\"\"\"", &[&["two\nlines", "said \"so\""]]);
        check("12\" pipe\t3", &[&["12\" pipe", "3"]]);
        check("\t\n", &[&["", ""]]);
        check("", &[]);
    }

    #[test]
    fn one_value_is_no_block() {
        for (text, expected) in
            [("loom", false), ("loom\r\n", false), ("a\tb", true), ("a\nb", true), ("\t", true)]
        {
            assert_eq!(is_block(text), expected, "{text:?}");
        }
    }

    #[test]
    fn values_go_to_their_fields() {
        let words = Words::new(Interface::English);
        let plan = Plan::new(Id::from_bits(1));
        let english = Lang::english();
        let id = Id::from_bits(7);
        let activities = vec![("1.2 train weavers".to_owned(), id)];
        let reader = Reader { plan: &plan, words: &words, lang: Some(&english), activities };
        let line = BudgetLine::new(Id::from_bits(2));
        let check = |field: Field, text: &str, expected: Option<BudgetField>| {
            assert_eq!(reader.read(&line, field, text), expected, "{text}");
        };
        use BudgetField as F;
        for text in ["1.2", "Train weavers", "1.2 Train weavers"] {
            check(BUDGET.activity, text, Some(F::Activity(Some(id))));
        }
        check(BUDGET.activity, "1.3", None);
        check(BUDGET.category, "training", Some(F::Category(Some(CostCategory::Training))));
        check(BUDGET.source, "Own budget", Some(F::Source(Some(FundSource::Own))));
        check(BUDGET.source, "somebody", None);
        check(BUDGET.quantity, "1,250.5", Some(F::Quantity(Some("1250.5".parse().unwrap()))));
        check(BUDGET.quantity, "", Some(F::Quantity(None)));
        check(BUDGET.quantity, "many", None);
        check(BUDGET.currency, "npr", Some(F::Currency(Currency::new("NPR"))));
        check(BUDGET.on, "2.10.2017", Some(F::On(Some(jiff::civil::date(2017, 10, 2)))));
        check(BUDGET.item, "Loom", Some(F::Item(Text::english("Loom"))));
    }
}
