//! Workbooks of LibreOffice. Their cells and rows may be repeated by a number, so the numbers are added up before anybody
//! repeats anything.

use super::{Book, Growing, MOST_SHEETS, MOST_TEXT, Unreadable, cell_of};
use calamine::{Ods, OdsError, Reader as _, SheetVisible};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::io::{Cursor, Read as _};

/// The most cells that repeating may make.
const MOST_CELLS: u64 = 4_000_000;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    if repeated(bytes)? > MOST_CELLS {
        return Err(Unreadable::TooLarge);
    }
    let mut ods = Ods::new(Cursor::new(bytes)).map_err(|e| match e {
        OdsError::Password => Unreadable::Locked,
        OdsError::InvalidMime(_) => Unreadable::OtherKind,
        OdsError::CellLimitExceeded { .. } => Unreadable::TooLarge,
        _ => Unreadable::Damaged,
    })?;
    let sheets = ods.sheets_metadata().to_vec();
    let (mut book, mut text_left) = (Book::default(), MOST_TEXT);
    for meta in sheets.into_iter().take(MOST_SHEETS) {
        let mut sheet = Growing::new(&meta.name, meta.visible != SheetVisible::Visible, &mut text_left);
        let Ok(range) = ods.worksheet_range(&meta.name) else { continue };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let cell = cell_of(data);
            sheet.put(row + first_row as usize, column + first_column as usize, cell)?;
        }
        book.sheets.push(sheet.sheet);
    }
    Ok(book)
}

/// How many cells there would be if everything were repeated as often as it says, up to the last cell of each row and the
/// last row of each sheet that hold something.
fn repeated(bytes: &[u8]) -> Result<u64, Unreadable> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut xml = String::new();
    let mut part = zip.by_name("content.xml").map_err(|_| Unreadable::Damaged)?;
    part.read_to_string(&mut xml).map_err(|_| Unreadable::Damaged)?;
    let mut reader = Reader::from_str(&xml);
    let (mut cells, mut waiting, mut row) = (0u64, 0u64, Row::default());
    loop {
        match reader.read_event().map_err(|_| Unreadable::Damaged)? {
            Event::Start(e) if e.name().as_ref() == "table:table" => waiting = 0,
            Event::Start(e) if e.name().as_ref() == "table:table-row" => {
                row = Row { times: number_of(&e, "table:number-rows-repeated"), ..Row::default() };
            }
            Event::Start(e) | Event::Empty(e)
                if matches!(e.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
            {
                let holds = e.attributes().flatten().any(|a| {
                    matches!(a.key.as_ref(), "office:value-type" | "table:formula" | "calcext:value-type")
                });
                row.columns = row.columns.saturating_add(number_of(&e, "table:number-columns-repeated"));
                if holds {
                    row.last = row.columns;
                }
            }
            Event::End(e) if e.name().as_ref() == "table:table-row" => {
                // Empty rows count once something stands below them.
                waiting = waiting.saturating_add(row.times);
                if row.last > 0 {
                    cells = cells.saturating_add(waiting.saturating_mul(row.last));
                    waiting = 0;
                }
            }
            Event::Eof => return Ok(cells),
            _ => {}
        }
    }
}

/// A row while it is counted.
#[derive(Default)]
struct Row {
    times: u64,
    columns: u64,
    /// The last column that holds something, from 1.
    last: u64,
}

fn number_of(e: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = e.attributes().flatten().find(|a| a.key.as_ref() == name);
    attribute.and_then(|a| a.value.trim().parse().ok()).unwrap_or(1)
}
