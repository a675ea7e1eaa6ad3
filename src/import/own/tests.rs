//! A workbook of the program's goes out, is edited, and comes back.

use super::*;
use crate::{
    export::{
        Format, export,
        tests::fixture::{id, lang, table, usual, voice, with_source},
    },
    import::Misfit,
    locale::Interface,
    plan::{Activity, BudgetLine, Edit, FundSource, Identity, Indicator, Text},
};
use std::sync::Arc;

fn exported(plan: &Plan, interface: &str) -> Book {
    let voice = voice(interface);
    let bytes = with_source(plan, &voice, |s| export(s, Format::Xlsx).unwrap().bytes);
    Book::read(&bytes).unwrap()
}

fn compared(plan: &Plan, book: &Book) -> Result<Proposal, NotOurs> {
    let words = Words::new(Interface::English);
    compare(plan, &Derived::new(plan), &words, book, &mut IdSource::seeded(3))
}

/// The cell of an entry in the column with this name.
fn cell<'b>(book: &'b mut Book, key: &str, row: u64) -> &'b mut Cell {
    let block = key.split('.').next().unwrap();
    let id_key = Cell::Text(format!("{block}.id"));
    let sheet = book.sheets.iter_mut().find(|s| s.rows[0].first() == Some(&id_key)).unwrap();
    let column =
        sheet.rows[0].iter().position(|c| *c == Cell::Text(key.into())).unwrap_or_else(|| panic!("{key}"));
    let wanted = Cell::Text(id::<()>(row).to_string());
    let row = sheet.rows.iter_mut().find(|r| r.first() == Some(&wanted)).unwrap();
    if row.len() <= column {
        row.resize(column + 1, Cell::Empty);
    }
    &mut row[column]
}

fn sheet<'b>(book: &'b mut Book, block: &str) -> &'b mut Sheet {
    let id_key = Cell::Text(format!("{block}.id"));
    book.sheets.iter_mut().find(|s| s.rows[0].first() == Some(&id_key)).unwrap()
}

fn applied(plan: &Plan, proposal: &Proposal, is_taken: impl Fn(usize) -> bool) -> Plan {
    let mut next = plan.clone();
    let edit: Edit = proposal.edit(plan, is_taken).unwrap();
    edit.apply(&mut next).unwrap();
    next
}

#[test]
fn nothing_edited_nothing_changes() {
    for (second, interface) in [("ne", "en"), ("fa", "id"), ("si", "en")] {
        let plan = usual(second);
        let proposal = compared(&plan, &exported(&plan, interface)).unwrap();
        assert_eq!(proposal, Proposal::default(), "{second} {interface}");
    }
    for seed in 0..12 {
        let plan = crate::plan::sample::plan(seed, 300);
        let proposal = compared(&plan, &exported(&plan, "en")).unwrap();
        assert_eq!(proposal.changes, [], "seed {seed}");
        assert_eq!(proposal.unread, [], "seed {seed}");
    }
}

#[test]
fn what_was_edited_comes_back_by_identity() {
    let plan = usual("ne");
    let mut book = exported(&plan, "en");
    *cell(&mut book, "budget.unit_cost", 1) = Cell::Number("900000.5".parse().unwrap());
    *cell(&mut book, "budget.item@ne", 1) = Cell::Text("छाना".into());
    *cell(&mut book, "budget.source", 2) = Cell::Text("Own budget".into());
    *cell(&mut book, "budget.activity", 1) = Cell::Text("1.1".into());
    *cell(&mut book, "activity.start", 1) = Cell::Day("2017-09-12".parse().unwrap());
    *cell(&mut book, "activity.responsible@en", 5) = Cell::Text("Bikash Rai".into());
    *cell(&mut book, "indicator.target", 1) = Cell::Empty;
    *cell(&mut book, "indicator.of", 2) = Cell::Text("Project purpose".into());
    let proposal = compared(&plan, &book).unwrap();
    assert_eq!(proposal.unread, []);
    assert_eq!(proposal.changes.len(), 8, "{:#?}", proposal.changes);
    assert!(proposal.changes.iter().all(|c| c.is_wanted));
    let next = applied(&plan, &proposal, |_| true);
    let line = next.budget.get(id(1)).unwrap();
    assert_eq!(line.unit_cost, "900000.5".parse().ok());
    assert_eq!(
        (line.item.get(&lang("ne")).raw(), line.item.get(&lang("en")).raw()),
        ("छाना", "Roof and floor of the mill")
    );
    assert_eq!(line.activity, Some(id(1)));
    assert_eq!(next.budget.get(id(2)).unwrap().source, Some(FundSource::Own));
    assert_eq!(next.activities.get(id(1)).unwrap().start, "2017-09-12".parse().ok());
    assert_eq!(next.activities.get(id(5)).unwrap().responsible, Text::english("Bikash Rai"));
    assert_eq!(next.indicators.get(id(1)).unwrap().target, None);
    assert_eq!(next.indicators.get(id(2)).unwrap().of, crate::plan::ResultRef::Purpose);
    // One left out stays as it was.
    let next = applied(&plan, &proposal, |i| i > 0);
    let different = |a: &Plan, b: &Plan| usize::from(a.indicators != b.indicators);
    assert_eq!(different(&plan, &next), 1);
    // Taken a second time, nothing differs any more.
    let next = applied(&plan, &proposal, |_| true);
    assert_eq!(compared(&next, &book).unwrap().changes, []);
}

#[test]
fn what_changed_in_the_plan_meanwhile_stays() {
    let before = usual("ne");
    let mut book = exported(&before, "id");
    let lines = before.budget.iter().cloned().map(|l| match l.id.bits() {
        1 => BudgetLine { unit_cost: "1".parse().ok(), source: Some(FundSource::Partner), ..l },
        _ => l,
    });
    let plan = Plan { budget: table(lines), ..before };
    // Nobody touched the workbook: it has nothing to say.
    assert_eq!(compared(&plan, &book).unwrap().changes, []);
    // Both changed: it is shown, and not taken by itself.
    *cell(&mut book, "budget.unit_cost", 1) = Cell::Number("2".parse().unwrap());
    *cell(&mut book, "budget.quantity", 1) = Cell::Number("7".parse().unwrap());
    let proposal = compared(&plan, &book).unwrap();
    let told: Vec<_> = proposal
        .changes
        .iter()
        .map(|c| match &c.what {
            What::Field { given, is_clash, before, .. } => {
                (given.field, *is_clash, c.is_wanted, before.as_str())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [(BUDGET.quantity, false, true, "1"), (BUDGET.unit_cost, true, false, "1")]);
}

#[test]
fn rows_come_and_go() {
    let plan = usual("ne");
    let mut book = exported(&plan, "en");
    let operation = sheet(&mut book, "activity");
    let name = operation.rows[0].iter().position(|c| *c == Cell::Text("activity.name@en".into())).unwrap();
    let at =
        operation.rows.iter().position(|r| r.first() == Some(&Cell::Text(id::<()>(5).to_string()))).unwrap();
    let mut row = vec![Cell::Empty; name + 1];
    row[name] = Cell::Text("Print the label".into());
    operation.rows.insert(at + 1, row.clone());
    row[name] = Cell::Text("Sew it on".into());
    operation.rows.insert(at + 2, row);
    let budget = sheet(&mut book, "budget");
    budget.rows.retain(|r| r.first() != Some(&Cell::Text(id::<()>(3).to_string())));
    // A row copied with its identity is a row of its own.
    let copy =
        budget.rows.iter().find(|r| r.first() == Some(&Cell::Text(id::<()>(1).to_string()))).unwrap().clone();
    budget.rows.push(copy);
    let proposal = compared(&plan, &book).unwrap();
    let kinds: Vec<_> = proposal
        .changes
        .iter()
        .map(|c| match c.what {
            What::New { .. } => ("new", c.subject, c.is_wanted),
            What::Gone => ("gone", c.subject, c.is_wanted),
            What::Field { .. } => ("field", c.subject, c.is_wanted),
        })
        .collect();
    let expected = [
        ("new", Subject::Activities, true),
        ("new", Subject::Activities, true),
        ("new", Subject::Budget, true),
        ("gone", Subject::Budget, false),
    ];
    assert_eq!(kinds, expected);
    let next = applied(&plan, &proposal, |_| true);
    let added: Vec<&Activity> = next.activities.iter().skip(5).collect();
    let names: Vec<_> = added.iter().map(|a| a.name.get(&lang("en")).raw()).collect();
    assert_eq!(names, ["Print the label", "Sew it on"]);
    assert!(added.iter().all(|a| a.output == Some(id(2))));
    assert!(!next.budget.contains(id(3)));
    let copied = next.budget.iter().filter(|l| l.item.get(&lang("en")).raw() == "Roof and floor of the mill");
    assert_eq!(copied.count(), 2);
    // As proposed, nothing is deleted.
    let kept = applied(&plan, &proposal, |i| proposal.changes[i].is_wanted);
    assert!(kept.budget.contains(id(3)));
}

#[test]
fn a_row_that_was_added_to_the_plan_meanwhile_is_not_taken_for_deleted() {
    let before = usual("ne");
    let book = exported(&before, "en");
    let lines = before
        .indicators
        .iter()
        .cloned()
        .chain([Indicator { text: Text::english("New"), ..Indicator::new(id(9)) }]);
    let plan = Plan { indicators: table(lines), ..before };
    assert_eq!(compared(&plan, &book).unwrap().changes, []);
}

#[test]
fn a_workbook_of_another_plan_and_a_foreign_one_are_told_apart() {
    let plan = usual("ne");
    let book = exported(&plan, "en");
    let other = Plan { id: id(78), ..plan.clone() };
    assert_eq!(compared(&other, &book), Err(NotOurs::OtherPlan));
    let foreign =
        Book { sheets: vec![Sheet { rows: vec![vec![Cell::Text("Item".into())]], ..Sheet::default() }] };
    assert_eq!(compared(&plan, &foreign), Err(NotOurs::Foreign));
}

#[test]
fn cells_that_are_not_understood_change_nothing_and_are_told() {
    let plan = usual("ne");
    let mut book = exported(&plan, "en");
    *cell(&mut book, "budget.quantity", 1) = Cell::Text("a lot".into());
    *cell(&mut book, "budget.source", 1) = Cell::Text("my uncle".into());
    *cell(&mut book, "budget.currency", 1) = Cell::Text("rupees".into());
    *cell(&mut book, "budget.activity", 1) = Cell::Text("9.9".into());
    *cell(&mut book, "activity.start", 1) = Cell::Text("after the rains".into());
    *cell(&mut book, "indicator.target", 1) = Cell::Error("#DIV/0!".into());
    *cell(&mut book, "indicator.baseline", 1) = Cell::NoResult;
    let proposal = compared(&plan, &book).unwrap();
    assert_eq!(proposal.changes, []);
    let why: Vec<_> = proposal.unread.iter().map(|u| (u.why, u.shown.as_str())).collect();
    assert_eq!(
        why,
        [
            (Misfit::NoResult, ""),
            (Misfit::Error, "#DIV/0!"),
            (Misfit::NoDay, "after the rains"),
            (Misfit::NoSuchRow, "9.9"),
            (Misfit::NoNumber, "a lot"),
            (Misfit::NoCode, "rupees"),
            (Misfit::NoChoice, "my uncle"),
        ]
    );
    assert!(proposal.unread.iter().all(|u| u.cell.len() >= 2 && !u.sheet.is_empty()));
}

#[test]
fn columns_and_rows_may_be_moved() {
    let plan = usual("ne");
    let mut book = exported(&plan, "en");
    *cell(&mut book, "budget.quantity", 2) = Cell::Number("3".parse().unwrap());
    let budget = sheet(&mut book, "budget");
    let width = budget.rows.iter().map(Vec::len).max().unwrap();
    for row in &mut budget.rows {
        row.resize(width, Cell::Empty);
        row[1..].reverse();
    }
    budget.rows[2..].reverse();
    let proposal = compared(&plan, &book).unwrap();
    assert_eq!(proposal.changes.len(), 1, "{:?}", proposal.changes);
}

#[test]
fn numbers_longer_than_a_spreadsheet_keeps_are_not_shortened() {
    let plan = usual("ne");
    let lines = plan
        .budget
        .iter()
        .cloned()
        .map(|l| BudgetLine { unit_cost: "1234567890123456.789".parse().ok(), ..l });
    let plan = Plan { budget: table(lines), ..plan };
    assert_eq!(compared(&plan, &exported(&plan, "en")).unwrap().changes, []);
    let identity = Identity { currency: None, ..Identity::clone(&plan.identity) };
    let plan = Plan { identity: Arc::new(identity), ..plan };
    assert_eq!(compared(&plan, &exported(&plan, "en")).unwrap().changes, []);
}

/// LibreOffice opens the workbook, saves it, and nothing has changed; an edit there comes back.
#[test]
fn a_workbook_that_libreoffice_saved_comes_back() {
    use crate::export::tests::office::office_convert;
    for second in ["ne", "fa"] {
        let plan = usual(second);
        let voice = voice("en");
        let bytes = with_source(&plan, &voice, |s| export(s, Format::Xlsx).unwrap().bytes);
        let Some(ods) = office_convert(&bytes, "xlsx", "ods") else { return };
        let Some(xlsx) = office_convert(&ods, "ods", "xlsx") else { return };
        for (form, saved) in [("ods", ods), ("xlsx", xlsx)] {
            let proposal = compared(&plan, &Book::read(&saved).unwrap()).unwrap();
            assert_eq!(proposal, Proposal::default(), "{second} {form}");
        }
    }
}
