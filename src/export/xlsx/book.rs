//! The workbook: sheets of columns and rows, the formats they share, the lists that cells choose from.

use super::super::{ExportError, xml::clean};
use crate::plan::{Day, Decimal, Grouping};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Worksheet, XlsxError, utility::column_number_to_name,
};
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation as _;

/// The most UTF-16 units that Excel takes in one cell.
pub(super) const LONGEST_TEXT: usize = 32_767;

/// The row of the names by which the program finds columns again; hidden.
pub(super) const KEY_ROW: u32 = 0;
/// The row of the headings.
pub(super) const HEAD_ROW: u32 = 1;
/// The row of the first entry.
pub(super) const FIRST_ROW: u32 = 2;
/// In the first column: a row of the program, such as a total, that is no entry of the plan.
pub(super) const NO_ENTRY: &str = "-";
/// The most characters beside each other that stay readable on one page.
const READABLE_WIDTH: f64 = 190.0;
/// So many rows below the entries still offer choices, for entries that are added.
const SPARE_ROWS: u32 = 200;

pub(super) fn refused(error: XlsxError) -> ExportError {
    ExportError::Refused(error.to_string())
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Nothing,
    /// Text, and whether it runs from right to left.
    Text(String, bool),
    Number(Decimal),
    Money(Decimal),
    Day(Day),
    /// A formula with what it gives today, so that programs that do not calculate show it too.
    Formula(String, Box<Value>),
}

impl Value {
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned(), false) }
    }

    pub fn formula(formula: String, result: Self) -> Self {
        Self::Formula(formula, Box::new(result))
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Nothing | Self::Text(_, false) => Kind::Text,
            Self::Text(_, true) => Kind::RightToLeft,
            Self::Number(_) => Kind::Number,
            Self::Money(_) => Kind::Money,
            Self::Day(_) => Kind::Day,
            Self::Formula(_, result) => match result.kind() {
                Kind::Text | Kind::RightToLeft => Kind::Result,
                kind => kind,
            },
        }
    }
}

/// What a row is among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Rank {
    Body,
    Group,
    /// A group whose name stands in several columns, a language each.
    Names,
    Total,
    Head,
    Title,
    /// Said about a label; everything stands at the side where reading starts.
    Fact,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Text,
    RightToLeft,
    Number,
    Money,
    Day,
    /// Text that a formula gives.
    Result,
}

/// What a column takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Takes {
    Text,
    Number,
    Day,
    /// 1 to 5.
    Rating,
    /// One of the list with this name.
    Choice(&'static str),
    /// Nothing that a person writes.
    Program,
}

/// A column of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// By which the program finds it again, such as `activity.name@en`.
    pub key: String,
    pub title: String,
    /// In characters.
    pub width: f64,
    pub takes: Takes,
    pub hidden: bool,
}

/// A sheet of entries.
pub(super) struct Sheet {
    pub name: String,
    pub heads: Vec<Head>,
    pub rows: Vec<(Rank, Vec<Value>)>,
    /// So many columns stay in sight when the sheet is scrolled to the side.
    pub frozen: u16,
}

/// The workbook in the making.
pub(super) struct Book {
    pub rtl: bool,
    /// Stands above every printed page.
    pub title: String,
    /// Cells whose text was cut.
    pub cut: usize,
    /// The forms of amounts: with their decimals, and without where there are none.
    money: [&'static str; 2],
    names: Vec<String>,
    sheets: Vec<Worksheet>,
    formats: HashMap<(Kind, Rank), Format>,
}

impl Book {
    pub fn new(rtl: bool, title: &str, grouping: Grouping) -> Self {
        let money = match grouping {
            Grouping::Thousands => ["#,##0.00", "#,##0"],
            Grouping::Lakh => [
                "[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00",
                "[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0",
            ],
        };
        Self {
            rtl,
            title: title.to_owned(),
            cut: 0,
            money,
            names: Vec::new(),
            sheets: Vec::new(),
            formats: HashMap::new(),
        }
    }

    /// A name for a sheet as Excel takes it: short, without some signs, once in the book.
    pub fn name(&mut self, wanted: &str) -> String {
        let fine = |c: &char| !"[]:*?/\\'".contains(*c) && !c.is_control();
        let wanted: String = wanted.chars().filter(fine).collect();
        let wanted = cut_units(wanted.trim(), 28).map_or(wanted.trim().to_owned(), |(cut, _)| cut);
        let taken = |name: &String, names: &[String]| {
            name.is_empty() || names.iter().any(|n| n.to_lowercase() == name.to_lowercase())
        };
        let mut name = wanted.clone();
        let mut n = 1;
        while taken(&name, &self.names) {
            n += 1;
            name = format!("{wanted} {n}").trim().to_owned();
        }
        self.names.push(name.clone());
        name
    }

    /// Puts a finished sheet behind the others.
    pub fn push(&mut self, sheet: Worksheet) {
        self.sheets.push(sheet);
    }

    /// Puts a finished sheet before the others.
    pub fn push_first(&mut self, sheet: Worksheet) {
        self.sheets.insert(0, sheet);
    }

    pub fn into_sheets(self) -> Vec<Worksheet> {
        self.sheets
    }

    /// An empty sheet with the settings that all share.
    pub fn blank(&self, name: &str) -> Result<Worksheet, ExportError> {
        let mut ws = Worksheet::new();
        ws.set_name(name).map_err(refused)?;
        ws.set_right_to_left(self.rtl);
        // A4 on its long side, as wide as one page.
        ws.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        ws.set_screen_gridlines(false);
        // What a formula without a value shows.
        ws.set_formula_result_default("");
        // `&` starts a code in heads and feet.
        let title = cut_units(&self.title, 80).map_or(self.title.clone(), |(cut, _)| cut);
        ws.set_header(format!("&L&9{}&R&9&A", title.replace('&', "&&")));
        ws.set_footer("&R&9&P / &N");
        ws.set_margins(0.5, 0.5, 0.7, 0.6, 0.3, 0.3);
        Ok(ws)
    }

    fn format(&mut self, kind: Kind, rank: Rank) -> &Format {
        let (money, rtl) = (self.money[0], self.rtl);
        self.formats.entry((kind, rank)).or_insert_with(|| {
            let mut f = Format::new().set_align(FormatAlign::Top);
            f = match rank {
                Rank::Body | Rank::Fact => f,
                Rank::Group | Rank::Names => f.set_bold().set_background_color(0x00F6_EFE4),
                Rank::Total => f.set_bold().set_background_color(0x00ED_F0F8),
                Rank::Head => f.set_bold().set_font_color(0x00FF_FFFF).set_background_color(0x0027_408B),
                Rank::Title => f.set_bold().set_font_size(16).set_font_color(0x0027_408B),
            };
            if rank != Rank::Title {
                f = f.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(0x00E4_DDD0);
            }
            // The mark before text keeps a cell that starts with `=` a text when somebody edits it.
            let text = |f: Format| if rank == Rank::Group { f } else { f.set_text_wrap() }.set_quote_prefix();
            match kind {
                // In a sheet from right to left, words of the other direction stand where its reading starts.
                Kind::Text if rtl => text(f).set_reading_direction(1).set_align(FormatAlign::Right),
                Kind::Text => text(f),
                Kind::RightToLeft => text(f).set_reading_direction(2).set_align(FormatAlign::Right),
                Kind::Number if rank == Rank::Head => f.set_text_wrap().set_align(FormatAlign::Right),
                Kind::Number | Kind::Result => f,
                Kind::Money if rank == Rank::Fact => f.set_num_format(money).set_align(if rtl {
                    FormatAlign::Right
                } else {
                    FormatAlign::Left
                }),
                Kind::Money => f.set_num_format(money),
                Kind::Day => f.set_num_format("d mmm yyyy").set_align(FormatAlign::Left).set_indent(1),
            }
        })
    }

    /// Writes a value; text is cleaned, and cut where Excel would refuse it.
    pub fn write(
        &mut self,
        ws: &mut Worksheet,
        at: (u32, u16),
        rank: Rank,
        value: &Value,
    ) -> Result<(), ExportError> {
        let format = self.format(value.kind(), rank).clone();
        let (row, col) = at;
        match value {
            Value::Nothing => ws.write_blank(row, col, &format),
            Value::Text(text, _) => {
                let text = self.fitting(text);
                ws.write_string_with_format(row, col, text, &format)
            }
            Value::Number(n) | Value::Money(n) => ws.write_number_with_format(row, col, float(*n), &format),
            Value::Day(day) => match excel_day(*day) {
                Some(day) => ws.write_datetime_with_format(row, col, &day, &format),
                // Excel counts days from 1900 on.
                None => ws.write_string_with_format(row, col, day.to_string(), &format),
            },
            Value::Formula(formula, result) => {
                let formula = Formula::new(formula).set_result(shown(result));
                ws.write_formula_with_format(row, col, formula, &format)
            }
        }
        .map_err(refused)?;
        Ok(())
    }

    /// Writes the heading of a column: over numbers at the side where they end.
    pub fn head(
        &mut self,
        ws: &mut Worksheet,
        at: (u32, u16),
        title: String,
        over_numbers: bool,
    ) -> Result<(), ExportError> {
        if !over_numbers {
            return self.write(ws, at, Rank::Head, &Value::Text(title, self.rtl));
        }
        let format = self.format(Kind::Number, Rank::Head).clone();
        let title = self.fitting(&title);
        ws.write_string_with_format(at.0, at.1, title, &format).map_err(refused)?;
        Ok(())
    }

    /// Lets whole amounts of these rows of a column stand without decimals, also after somebody changed them.
    pub fn whole_amounts(
        &self,
        ws: &mut Worksheet,
        col: u16,
        rows: std::ops::RangeInclusive<u32>,
    ) -> Result<(), ExportError> {
        let (first, last) = rows.into_inner();
        let place = format!("{}{}", letters(col.into()), first + 1);
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=AND(ISNUMBER({place}),{place}=INT({place}))").as_str())
            .set_format(Format::new().set_num_format(self.money[1]));
        ws.add_conditional_format(first, col, last, col, &rule).map_err(refused)?;
        Ok(())
    }

    /// Writes text over several columns.
    pub fn write_over(
        &mut self,
        ws: &mut Worksheet,
        (row, col): (u32, u16),
        span: u16,
        rank: Rank,
        (text, rtl): (&str, bool),
    ) -> Result<(), ExportError> {
        let text = self.fitting(text);
        let kind = if rtl { Kind::RightToLeft } else { Kind::Text };
        let format = self.format(kind, rank).clone().set_text_wrap();
        ws.merge_range(row, col, row, col + span - 1, &text, &format).map_err(refused)?;
        Ok(())
    }

    fn fitting(&mut self, text: &str) -> String {
        let text = clean(text);
        match cut_units(&text, LONGEST_TEXT) {
            Some((cut, _)) => {
                self.cut += 1;
                cut
            }
            None => text.into_owned(),
        }
    }

    /// Draws a sheet of entries.
    pub fn draw(&mut self, sheet: &Sheet) -> Result<Worksheet, ExportError> {
        let mut ws = self.blank(&sheet.name)?;
        for (col, head) in (0u16..).zip(&sheet.heads) {
            ws.write_string(KEY_ROW, col, &head.key).map_err(refused)?;
            let is_number = |(_, values): &(Rank, Vec<Value>)| {
                values.get(usize::from(col)).is_some_and(|v| matches!(v.kind(), Kind::Number | Kind::Money))
            };
            self.head(&mut ws, (HEAD_ROW, col), head.title.clone(), sheet.rows.iter().any(is_number))?;
            ws.set_column_width(col, head.width).map_err(refused)?;
            if head.hidden {
                ws.set_column_hidden(col).map_err(refused)?;
            }
        }
        ws.set_row_hidden(KEY_ROW).map_err(refused)?;
        let mut last = HEAD_ROW;
        for (row, (rank, values)) in (FIRST_ROW..).zip(&sheet.rows) {
            last = row;
            let mut lines = 1;
            for ((col, head), value) in (0u16..).zip(&sheet.heads).zip(values) {
                self.write(&mut ws, (row, col), *rank, value)?;
                if let (Value::Text(text, _), Rank::Body | Rank::Names, false) = (value, rank, head.hidden) {
                    lines = lines.max(lines_of(text, head.width));
                }
            }
            set_lines(&mut ws, row, lines)?;
        }
        let width: f64 = sheet.heads.iter().filter(|h| !h.hidden).map(|h| h.width).sum();
        if width > READABLE_WIDTH {
            // As many pages beside each other as keep the print readable, each with the columns that say which entry it is.
            ws.set_print_fit_to_pages(if width > 2.0 * READABLE_WIDTH { 3 } else { 2 }, 0);
            if sheet.frozen > 0 {
                ws.set_repeat_columns(0, sheet.frozen - 1).map_err(refused)?;
            }
        }
        for (col, head) in (0u16..).zip(&sheet.heads) {
            let is_money =
                |values: &Vec<Value>| values.get(usize::from(col)).is_some_and(|v| v.kind() == Kind::Money);
            if sheet.rows.iter().any(|(_, values)| is_money(values)) {
                self.whole_amounts(&mut ws, col, FIRST_ROW..=last + SPARE_ROWS)?;
            }
            if let Some(rule) = rule(&head.takes)? {
                ws.add_data_validation(FIRST_ROW, col, last + SPARE_ROWS, col, &rule).map_err(refused)?;
            }
        }
        ws.set_freeze_panes(FIRST_ROW, sheet.frozen).map_err(refused)?;
        ws.set_repeat_rows(HEAD_ROW, HEAD_ROW).map_err(refused)?;
        Ok(ws)
    }
}

/// So many lines fit in the highest row that Excel takes, 409 points.
pub(super) const MOST_LINES: u32 = 26;

/// How many lines a text takes in a column of this width, roughly.
pub(super) fn lines_of(text: &str, width: f64) -> u32 {
    let lines = text.split('\n').map(|line| {
        // An estimate of a drawing: a text of a cell is far shorter than what a float holds exactly.
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let lines = (line.graphemes(true).count() as f64 / (width * 0.95)).ceil() as u32;
        lines.max(1)
    });
    lines.sum()
}

/// Makes a row so high; Excel finds the height of wrapped text by itself, but other programs do not, and none does so for
/// cells over several columns.
pub(super) fn set_lines(ws: &mut Worksheet, row: u32, lines: u32) -> Result<(), ExportError> {
    if lines > 1 {
        // The most that Excel takes is 409 points.
        ws.set_row_height(row, (lines * 15 + 2).min(409)).map_err(refused)?;
    }
    Ok(())
}

fn rule(takes: &Takes) -> Result<Option<DataValidation>, ExportError> {
    let rule = DataValidation::new();
    Ok(Some(match takes {
        Takes::Text | Takes::Program => return Ok(None),
        Takes::Number => rule.allow_decimal_number(DataValidationRule::Between(-1e15, 1e15)),
        Takes::Rating => rule.allow_whole_number(DataValidationRule::Between(1, 5)),
        Takes::Choice(list) => rule.allow_list_formula(Formula::new(format!("={list}"))),
        Takes::Day => {
            let first = ExcelDateTime::from_ymd(1900, 1, 1).map_err(refused)?;
            rule.allow_date(DataValidationRule::GreaterThanOrEqualTo(first))
        }
    }))
}

/// A day as Excel counts it, from 1900 to 9999.
pub(super) fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month, of_month).ok()
}

/// What a formula gives, in the form of the file.
fn shown(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text, _) => text.clone(),
        Value::Number(n) | Value::Money(n) => float(*n).to_string(),
        Value::Day(day) => excel_day(*day).map(|d| d.to_excel().to_string()).unwrap_or_default(),
        Value::Formula(_, result) => shown(result),
    }
}

fn float(number: Decimal) -> f64 {
    f64::try_from(number).unwrap_or_default()
}

/// The text cut to so many UTF-16 units with a mark at its end; nothing when it fits.
pub(super) fn cut_units(text: &str, most: usize) -> Option<(String, usize)> {
    let units = |s: &str| s.chars().map(char::len_utf16).sum::<usize>();
    if text.len() <= most || units(text) <= most {
        return None;
    }
    let (mut kept, mut used) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        used += units(cluster);
        if used >= most {
            break;
        }
        kept = at + cluster.len();
    }
    Some((format!("{}\u{2026}", &text[..kept]), kept))
}

/// The letters of a column, such as `AB`.
pub(super) fn letters(col: usize) -> String {
    column_number_to_name(u16::try_from(col).unwrap_or(u16::MAX))
}

/// The place of a cell for formulas in its own sheet: column from 0, row from 0 below the headings.
pub(super) fn cell(col: usize, entry: usize) -> String {
    format!("{}{}", letters(col), entry + FIRST_ROW as usize + 1)
}

/// The range of a column over entries, both ends included, that does not move when a formula is copied.
pub(super) fn range(col: usize, first: usize, last: usize) -> String {
    let (letters, base) = (letters(col), FIRST_ROW as usize + 1);
    format!("${letters}${}:${letters}${}", first + base, last + base)
}

/// The name of a sheet before a place in it.
pub(super) fn in_sheet(name: &str, place: &str) -> String {
    format!("'{name}'!{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_characters() {
        let check = |text: &str, most: usize, expected: Option<&str>| {
            assert_eq!(cut_units(text, most).map(|(cut, _)| cut).as_deref(), expected, "{text}");
        };
        check("weaving", 7, None);
        check("weaving", 6, Some("weavi\u{2026}"));
        check("\u{1f600}\u{1f600}", 4, None);
        check("\u{1f600}\u{1f600}", 3, Some("\u{1f600}\u{2026}"));
        check("नेपाली", 6, None);
        check("नेपाली", 5, Some("नेपा\u{2026}"));
    }

    #[test]
    fn names_of_sheets() {
        let mut book = Book::new(false, "", Grouping::Thousands);
        let mut check = |wanted: &str, name: &str| assert_eq!(book.name(wanted), name);
        check("Budget", "Budget");
        check("budget", "budget 2");
        check("Risks / [checks]", "Risks  checks");
        check("", "2");
        check("a very long name of a sheet that goes on", "a very long name of a sheet\u{2026}");
    }

    #[test]
    fn places() {
        assert_eq!(cell(27, 0), "AB3");
        assert_eq!(range(2, 0, 4), "$C$3:$C$7");
    }
}
