//! Workbooks of Excel, cell by cell, so that a single cell far away costs nothing.

use super::{Book, Cell, Growing, MOST_SHEETS, MOST_TEXT, Unreadable, cell_of};
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

/// So many cells of a sheet are looked at before it is taken for endless.
const MOST_CELLS: usize = 4_000_000;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let mut xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|e| refused(&e))?;
    let sheets: Vec<_> = xlsx
        .sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet)
        .take(MOST_SHEETS)
        .cloned()
        .collect();
    let (mut book, mut text_left) = (Book::default(), MOST_TEXT);
    for meta in sheets {
        let is_hidden = meta.visible != SheetVisible::Visible;
        let mut sheet = Growing::new(&meta.name, is_hidden, &mut text_left);
        let mut cells = match xlsx.worksheet_cells_reader(&meta.name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refused(&error)),
        };
        let mut seen = 0;
        while let Some(record) = cells.next_cell_with_formula_metadata().map_err(|e| refused(&e))? {
            seen += 1;
            if seen > MOST_CELLS {
                return Err(Unreadable::TooLarge);
            }
            // A formula may well give an empty text; one that gives nothing was never calculated.
            let is_nothing = record.value == DataRef::Empty;
            let mut cell = cell_of(&record.value.into());
            if is_nothing && record.formula.is_some() {
                cell = Cell::NoResult;
            }
            let (row, column) = record.pos;
            // Both fit: a sheet has at most a million rows.
            sheet.put(row as usize, column as usize, cell)?;
        }
        book.sheets.push(sheet.sheet);
    }
    Ok(book)
}

fn refused(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Locked,
        _ => Unreadable::Damaged,
    }
}
