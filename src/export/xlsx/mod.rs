//! Excel: the plan as a workbook that goes on calculating, with the identity of every entry, so that it can come back.
//!
//! Every sheet of entries has a hidden first row with the names of its columns and a hidden first column with identities.
//! Formulas carry the values that they give today. Text is written as text, never as a formula.

mod book;
mod budget;
mod columns;
pub(crate) mod marks;
mod operation;
mod pages;
mod registers;
mod worksheets;

use super::{
    ExportError, ExportNote, Exported, Report, Source,
    report::{Block, Table, speech::Speech},
};
use crate::plan::{
    Activity, BudgetLine, Cooperation, CooperationForm, CooperationKind, CostCategory, Frequency, FundSource,
    Grouping, Indicator, Plan, Rate, Risk, Row,
};
use book::{Book, refused};
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet};

/// The lists that cells choose from: a name, and the keys of the words with the words of the file.
type List = (&'static str, Vec<(&'static str, &'static str)>);

/// The name of a list with the place where it stands.
type ListName = (&'static str, String);

fn lists() -> Vec<List> {
    vec![
        ("list_fund_source", FundSource::ALL.iter().map(|c| (c.words(), c.word())).collect()),
        ("list_cost", CostCategory::ALL.iter().map(|c| (c.words(), c.word())).collect()),
        ("list_frequency", Frequency::ALL.iter().map(|c| (c.words(), c.word())).collect()),
        ("list_cooperation", CooperationKind::ALL.iter().map(|c| (c.words(), c.word())).collect()),
        ("list_form", CooperationForm::ALL.iter().map(|c| (c.words(), c.word())).collect()),
    ]
}

/// The entries of a sheet: the name of its first column, and their identities.
type Roster = (String, Vec<String>);

/// Which entries the workbook has, so that an import knows those that a person took out.
fn rosters(source: &Source<'_>) -> Vec<Roster> {
    fn roster<T: Row>(plan: &Plan) -> Roster {
        (format!("{}.id", T::BLOCK.word()), T::table(plan).iter().map(|row| row.id().to_string()).collect())
    }
    let plan = source.plan;
    vec![
        roster::<Indicator>(plan),
        roster::<Activity>(plan),
        roster::<BudgetLine>(plan),
        roster::<Rate>(plan),
        roster::<Risk>(plan),
        roster::<Cooperation>(plan),
    ]
}

/// The whole plan.
pub(super) fn plan(report: &Report, source: &Source<'_>) -> Result<Exported, ExportError> {
    let speech = Speech::new(source);
    let me = &speech;
    let grouping = source.plan.identity.grouping.unwrap_or(Grouping::Thousands);
    let mut book = Book::new(report.rtl, &report.name, grouping);
    let summary = book.name(&me.word("report-summary-sheet"));
    if let Some((title, table)) = table_of(report, "matrix") {
        let name = book.name(title);
        let sheet = pages::table(&mut book, &name, table)?;
        book.push(sheet);
    }
    let indicators = registers::indicators(&mut book, me)?;
    book.push(indicators);
    let operation = operation::operation(&mut book, me)?;
    book.push(operation);
    let (rates, used) = budget::rates(&mut book, me)?;
    let (budget, costs, lines) = budget::budget(&mut book, me, used.as_ref())?;
    book.push(budget);
    if let Some(sheet) = pages::by_year(&mut book, me, &lines)? {
        book.push(sheet);
    }
    book.push(rates);
    let (risks, cooperation) = (registers::risks(&mut book, me)?, registers::cooperation(&mut book, me)?);
    book.push(risks);
    book.push(cooperation);
    for sheet in worksheets::worksheets(&mut book, me)? {
        book.push(sheet);
    }
    if let Some((title, table)) = table_of(report, "checks") {
        let name = book.name(title);
        let sheet = pages::table(&mut book, &name, table)?;
        book.push(sheet);
    }
    // Last, because it looks into the others; first in the book.
    let sheet = pages::summary(&mut book, &summary, (me, report), &costs)?;
    book.push_first(sheet);
    let (lists, names) = pages::lists(&mut book, me, &lists(), &rosters(source))?;
    book.push(lists);
    let cut = book.cut;
    let bytes = save(book.into_sheets(), &names, report, source)?;
    Ok(Exported { bytes, notes: (cut > 0).then_some(ExportNote::CutCells(cut)).into_iter().collect() })
}

/// The title of a section and its table.
fn table_of<'r>(report: &'r Report, section: &str) -> Option<(&'r str, &'r Table)> {
    let section = report.sections.iter().find(|s| s.id == section)?;
    let table = section.blocks.iter().find_map(|b| if let Block::Table(t) = b { Some(t) } else { None })?;
    Some((&section.title, table))
}

fn save(
    sheets: Vec<Worksheet>,
    names: &[ListName],
    report: &Report,
    source: &Source<'_>,
) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    for (i, mut sheet) in sheets.into_iter().enumerate() {
        sheet.set_active(i == 0);
        workbook.push_worksheet(sheet);
    }
    for (name, place) in names {
        workbook.define_name(*name, place).map_err(refused)?;
    }
    let mut properties = DocProperties::new().set_title(&report.name).set_author(report.authors.join("; "));
    // Without a time of its own the library would ask the clock.
    let day = book::excel_day(source.options.day).unwrap_or_default();
    properties = properties.set_creation_datetime(&day);
    workbook.set_properties(&properties);
    workbook.save_to_buffer().map_err(refused)
}

#[cfg(test)]
mod tests;
