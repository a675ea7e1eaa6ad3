//! Sheets and cells of a file that may come from anywhere, read within limits.

mod csv;
mod guard;
mod ods;
mod xlsx;

use crate::{
    export::marks::fifteen_digits,
    plan::{Day, Decimal},
};

/// The endings of files that can be read.
pub const ENDINGS: &[&str] = &["xlsx", "xlsm", "ods", "csv", "tsv", "txt"];

/// The largest file, in bytes.
const MOST_BYTES: usize = 64 << 20;
/// The most rows and columns that are read of a sheet: far more than a plan has, far less than a stranger can claim.
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 200;
/// The most text of all cells together, in bytes.
const MOST_TEXT: usize = 64 << 20;
/// The most sheets that are read.
const MOST_SHEETS: usize = 60;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number, with the fifteen digits that spreadsheets keep.
    Number(Decimal),
    /// A date; the time of day is left out.
    Day(Day),
    /// Yes or no.
    Truth(bool),
    /// An error of the spreadsheet, such as `#DIV/0!`.
    Error(String),
    /// A formula that was never calculated.
    NoResult,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; empty for a text with columns.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub is_hidden: bool,
    /// Its rows from the first one of the sheet on; a row ends with its last cell that holds something.
    pub rows: Vec<Vec<Cell>>,
    /// Whether there are rows or columns beyond what is read.
    pub is_cut: bool,
}

/// A file with its sheets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no spreadsheet and no text with columns.
    OtherKind,
    /// It is a spreadsheet in a form of before 2007.
    OldForm,
    /// It is locked with a password.
    Locked,
    /// It is larger than any table for a plan.
    TooLarge,
    /// It is broken.
    Damaged,
    /// Nothing stands in it.
    Empty,
}

impl Unreadable {
    /// The key of its message among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::OtherKind => "import-other-kind",
            Self::OldForm => "import-old-form",
            Self::Locked => "import-locked",
            Self::TooLarge => "import-too-large",
            Self::Damaged => "import-damaged",
            Self::Empty => "import-empty",
        }
    }
}

impl Book {
    /// Reads a file by what is in it, whatever it is called.
    ///
    /// # Errors
    /// When it is another kind of file, too large, locked, broken, or empty.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        // What readers of others do with a broken file is not in our hands: a panic there is a broken file here.
        let read = std::panic::AssertUnwindSafe(|| match bytes {
            [b'P', b'K', 3, 4, ..] => match guard::look(bytes)? {
                guard::Package::Excel => xlsx::read(bytes),
                guard::Package::OpenDocument => ods::read(bytes),
            },
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(guard::look_into_compound(bytes)),
            _ => csv::read(bytes),
        });
        let book = std::panic::catch_unwind(read).unwrap_or(Err(Unreadable::Damaged))?;
        let is_empty = book.sheets.iter().all(|s| s.rows.iter().flatten().all(|c| *c == Cell::Empty));
        if is_empty { Err(Unreadable::Empty) } else { Ok(book) }
    }
}

/// A sheet that grows cell by cell, within the limits.
struct Growing<'t> {
    sheet: Sheet,
    /// What is left of [`MOST_TEXT`], for all sheets together.
    text_left: &'t mut usize,
}

impl<'t> Growing<'t> {
    fn new(name: &str, is_hidden: bool, text_left: &'t mut usize) -> Self {
        let name = name.chars().filter(|c| !c.is_control()).take(80).collect();
        Self { sheet: Sheet { name, is_hidden, ..Sheet::default() }, text_left }
    }

    /// Puts a cell at its place; one beyond the limits is not put anywhere, and the sheet says so.
    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Unreadable> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            self.sheet.is_cut = true;
            return Ok(());
        }
        if let Cell::Text(text) = &cell {
            *self.text_left = self.text_left.checked_sub(text.len()).ok_or(Unreadable::TooLarge)?;
        }
        if self.sheet.rows.len() <= row {
            self.sheet.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.sheet.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }
}

/// A number as spreadsheets show it: with fifteen digits, so that 0.1 + 0.2 is 0.3.
fn number(value: f64) -> Cell {
    fifteen_digits(value).map_or_else(|| Cell::Error("#NUM!".into()), Cell::Number)
}

/// A cell of text; an empty one is nothing.
fn text(text: &str) -> Cell {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A day of a spreadsheet by its parts.
fn day((year, month, day): (u16, u8, u8)) -> Option<Day> {
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A cell of calamine.
fn cell_of(data: &calamine::Data) -> Cell {
    use calamine::Data as D;
    match data {
        D::Empty => Cell::Empty,
        D::Int(n) => Cell::Number(Decimal::from(*n)),
        D::Float(f) => number(*f),
        D::String(s) => text(s),
        D::Bool(b) => Cell::Truth(*b),
        D::Error(e) => Cell::Error(e.to_string()),
        // A time without a date is a number between nothing and one, or a length of time.
        D::DateTime(t) if t.is_duration() || t.as_f64() < 1.0 => number(t.as_f64()),
        D::DateTime(t) => {
            let (year, month, of_month, ..) = t.to_ymd_hms_milli();
            day((year, month, of_month)).map_or_else(|| number(t.as_f64()), Cell::Day)
        }
        D::DateTimeIso(iso) => match iso.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Cell::Day(day),
            None => text(iso),
        },
        D::DurationIso(iso) => text(iso),
    }
}

#[cfg(test)]
mod tests;
