//! Blocks of cells from a spreadsheet, as text with tabs between cells and line ends between rows.

use super::{
    View, copy,
    table::{COLUMNS, What},
};
use crate::{
    export::guard::unguarded,
    locale::{self, DecimalSign, Words, calendar::Calendar},
    pack::Packs,
    plan::{
        Activity, At, BUDGET, BudgetField, BudgetLine, Choice, CostCategory, Currency, Decimal, Edit, Field,
        FundSource, Id, Lang, Place, Plan, Record, Row, Text, UserText,
    },
    ui::{
        Cx, Outbox,
        kit::{draft, fields::field_id, grid::Spot},
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

/// The column that a block without headings begins at in an empty budget: what is bought.
const FIRST: usize = 2;

/// Takes a block that was pasted while a cell had the focus, and fills the cells to the end and down with it. One value fills
/// all cells that are chosen.
pub fn take(ui: &Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let chosen = view.choice.block();
    // Into an empty budget, where there is no cell yet, a block goes from the item on.
    let is_free = cx.plan.budget.is_empty() && ui.memory(|m| m.focused()).is_none();
    let first = is_free.then_some(Spot { row: 0, col: FIRST });
    let Some(spot) = chosen.map(|block| block.start()).or(view.grid.focus()).or(first) else { return };
    let is_meant = |text: &str| is_block(text) || chosen.is_some();
    let block = ui.input_mut(|i| {
        let at = i.events.iter().position(|e| matches!(e, Event::Paste(text) if is_meant(text)))?;
        match i.events.remove(at) {
            Event::Paste(text) => Some(cells_of(&text)),
            _ => None,
        }
    });
    let Some(mut block) = block else { return };
    if let (Some(chosen), [row]) = (chosen, block.as_slice())
        && let [value] = row.as_slice()
    {
        block = vec![vec![value.clone(); chosen.cols().len()]; chosen.rows().len()];
    }
    let start = without_headings(cx, &mut block).unwrap_or(spot.col);
    let reader = Reader {
        plan: cx.plan,
        words: cx.words,
        packs: cx.packs,
        lang: cx.shown.first(),
        activities: activities(cx),
        sign: sign_of(start, &block),
    };
    let pasted = paste(&reader, (spot.row, start), &block, || out.new_id());
    if !pasted.edits.is_empty() {
        out.edit(Edit::Several("step-paste", pasted.edits));
    }
    view.unfit = pasted.unfit.len();
    for (id, field, text) in pasted.unfit {
        draft::put_wrong(ui, field_id(Place::cell(id, field), None), &text);
    }
}

/// Takes the headings away when they are those that a copy of this table has, and gives the column where they begin.
fn without_headings(cx: &Cx<'_>, block: &mut Vec<Vec<String>>) -> Option<usize> {
    let first = block.first().filter(|row| row.len() > 1)?;
    let headings: Vec<_> = COLUMNS.iter().map(|what| copy::heading(cx, *what)).collect();
    let start = headings.windows(first.len()).position(|part| part == first)?;
    block.remove(0);
    Some(start)
}

/// The decimal sign that the numbers of a block agree on.
fn sign_of(start: usize, block: &[Vec<String>]) -> Option<DecimalSign> {
    let is_number = |what: &What| [BUDGET.quantity, BUDGET.unit_cost].map(What::Field).contains(what);
    let columns = COLUMNS.get(start..).unwrap_or_default();
    let numbers = block.iter().flat_map(|row| row.iter().zip(columns));
    locale::decimal_sign(numbers.filter(|(_, what)| is_number(what)).map(|(cell, _)| number_part(cell).0))
}

/// A number without the sign or code of a currency before or behind it, and that.
fn number_part(cell: &str) -> (&str, &str) {
    let is_of_number = |c: char| locale::western_digit(c).is_some() || "-(\u{2212}".contains(c);
    let cell = cell.trim();
    let from = cell.find(is_of_number).unwrap_or(0);
    let to = cell.rfind(|c: char| locale::western_digit(c).is_some() || c == ')');
    let to = to.and_then(|at| Some(at + cell[at..].chars().next()?.len_utf8())).unwrap_or(cell.len());
    let (before, behind) = (cell[..from.min(to)].trim(), cell[to.max(from)..].trim());
    (cell[from.min(to)..to.max(from)].trim(), if before.is_empty() { behind } else { before })
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
    packs: &'a Packs,
    /// Every activity with its number and name, in small letters.
    activities: Vec<(String, Id<Activity>)>,
    /// The decimal sign of the numbers, where they tell it.
    sign: Option<DecimalSign>,
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
            let text = unguarded(text.trim());
            match reader.read(&line, *field, text) {
                Some(change) => {
                    line.set(change.clone());
                    if old.is_some() {
                        pasted.edits.push(BudgetLine::change(line.id, change));
                    }
                }
                None => pasted.unfit.push((line.id, *field, text.to_owned())),
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
            F::Quantity(optional(text, |t| self.number(t))?)
        } else if field == BUDGET.unit {
            F::Unit(written(&line.unit))
        } else if field == BUDGET.unit_cost {
            F::UnitCost(optional(text, |t| self.price(line, t))?)
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

    fn number(&self, text: &str) -> Option<Decimal> {
        match self.sign {
            Some(sign) => locale::read_number_with(text, sign),
            None => locale::read_quantity(text, self.packs.decimal_sign(self.plan.identity.country)),
        }
    }

    /// A price, with the currency of its line before or behind it: `Rp 25.000`, `(1,250.00)` for one below zero.
    fn price(&self, line: &BudgetLine, text: &str) -> Option<Decimal> {
        let (number, sign) = number_part(text);
        if !self.is_sign_of(line, sign.trim_end_matches('.')) {
            return None;
        }
        let in_brackets = number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let bare = in_brackets.unwrap_or(number);
        let read = match self.sign {
            Some(sign) => locale::read_number_with(bare, sign),
            None => locale::read_amount(bare),
        };
        read.map(|n| if in_brackets.is_some() { -n } else { n })
    }

    /// Whether a sign or code stands for the currency of a line: another currency would be another price.
    fn is_sign_of(&self, line: &BudgetLine, sign: &str) -> bool {
        let Some(currency) = line.currency.or(self.plan.identity.currency) else { return sign.is_empty() };
        let is_known = || {
            self.packs.profiled().into_iter().any(|country| {
                let known = self.packs.country(country).and_then(|profile| profile.currency_sign.as_ref());
                self.packs.default_currency(country) == Some(currency)
                    && known.is_some_and(|known| known.value.raw().trim_end_matches('.') == sign)
            })
        };
        sign.is_empty() || sign == currency.code() || is_known()
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
        let packs = Packs::builtin();
        let reader = Reader {
            plan: &plan,
            words: &words,
            packs: &packs,
            lang: Some(&english),
            activities,
            sign: None,
        };
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

    #[test]
    fn numbers_are_read_as_spreadsheets_of_the_countries_show_them() {
        let words = Words::new(Interface::English);
        let packs = Packs::builtin();
        let mut plan = Plan::new(Id::from_bits(1));
        plan.identity = std::sync::Arc::new(crate::plan::Identity {
            currency: Currency::new("IDR"),
            ..crate::plan::Identity::default()
        });
        let line = BudgetLine::new(Id::from_bits(2));
        let check = |code: &str, block: &[&str], expected: &[Option<&str>]| {
            let cells: Vec<Vec<String>> = block.iter().map(|cell| vec![(*cell).to_owned()]).collect();
            let column = COLUMNS.iter().position(|what| *what == What::Field(BUDGET.unit_cost)).unwrap();
            let reader = Reader {
                plan: &plan,
                words: &words,
                packs: &packs,
                lang: None,
                activities: Vec::new(),
                sign: sign_of(column, &cells),
            };
            let line = BudgetLine { currency: Currency::new(code), ..line.clone() };
            let read = block.iter().map(|cell| reader.price(&line, cell).map(|n| n.normalize().to_string()));
            let read: Vec<_> = read.collect();
            let read: Vec<_> = read.iter().map(Option::as_deref).collect();
            assert_eq!(read, expected, "{block:?}");
        };
        check(
            "IDR",
            &["Rp25.000,00", "Rp 1.250.000", "4.500"],
            &[Some("25000"), Some("1250000"), Some("4500")],
        );
        check("IDR", &["25.000"], &[Some("25000")]);
        check("BDT", &["\u{9f3} 1,23,45,678.50", "১,২৫,০০০"], &[Some("12345678.5"), Some("125000")]);
        check("NPR", &["NPR 12,50,000", "१२,५०,०००.५०"], &[Some("1250000"), Some("1250000.5")]);
        check("IRR", &["۱۲٬۵۰۰٫۵", "۴۰۰"], &[Some("12500.5"), Some("400")]);
        check("PKR", &["Rs. 4,000", "(1,250.00)"], &[Some("4000"), Some("-1250")]);
        check("EUR", &["2,5", "1.500"], &[Some("2.5"), Some("1500")]);
        // Another currency is another price; words are none.
        check("NPR", &["USD 200", "$ 200", "about 200", "5 to 7", ""], &[None; 5]);
    }
}
