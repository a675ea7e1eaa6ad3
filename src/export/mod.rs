//! From a plan to the bytes of a document that somebody else opens.
//!
//! [`Report`] is the plan as a document, built once, without a format; each format draws it. Nothing here writes a file,
//! asks a clock or opens a window: the caller gives the date and gets bytes. The same source and options give the same bytes.

mod brief;
mod cancel;
mod csv;
mod docx;
pub mod drawing;
mod forms;
pub mod guard;
mod html;
mod iati;
mod ics;
mod ink;
mod json;
mod layout;
mod markdown;
mod msproject;
mod package;
mod pdf;
mod places;
mod preview;
pub mod report;
mod shipped_voice;
pub mod slides;
mod typst_world;
mod voice;
mod xlsx;
mod xml;

pub use brief::{Brief, Briefs};
pub use cancel::{Cancel, Step};
pub use forms::safe_file_name;
pub use ink::Ink;
pub use json::schema as json_schema;
pub use layout::MatrixLayout;
pub use preview::{Mark, Sheets, forget};
pub use report::Report;
pub use shipped_voice::ShippedVoice;
pub use typst_world::TIME_LIMIT;
pub use voice::Voice;
pub(crate) use xlsx::marks;

use typst_world::Template;

use crate::{
    analysis::Derived,
    checks::{Diagnostic, Findings, Severity, place_name},
    locale::Words,
    plan::{Day, Lang, Plan},
};
use std::{fmt, time::Duration};

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The whole plan as PDF.
    Pdf,
    /// One page for the superior as PDF.
    Brief,
    /// Slides for a room as PDF.
    Slides,
    /// The slides with what the speaker can say, as PDF.
    Handout,
    /// The sheet on which a jury marks the presentation, as PDF.
    Jury,
    /// The whole plan as a Word document.
    Docx,
    /// The plan as an Excel workbook that calculates.
    Xlsx,
    /// The whole plan as one page for the web.
    Html,
    /// Dates for a calendar program.
    Ics,
    /// The activities as a table of plain text.
    Csv,
    /// The lines of the budget as a table of plain text.
    BudgetCsv,
    /// The whole plan as text for a mail.
    Markdown,
    /// The plan of operation for MS Project and other scheduling programs.
    MsProject,
    /// A draft in the form of IATI 2.03.
    Iati,
    /// The plan as data for other programs.
    Json,
}

impl Format {
    /// Every format, the most asked for first.
    pub const ALL: &'static [Self] = &[
        Self::Pdf,
        Self::Brief,
        Self::Slides,
        Self::Handout,
        Self::Jury,
        Self::Docx,
        Self::Xlsx,
        Self::Html,
        Self::Ics,
        Self::Csv,
        Self::BudgetCsv,
        Self::Markdown,
        Self::MsProject,
        Self::Iati,
        Self::Json,
    ];

    /// Its name on the command line, also in keys of interface words such as `export-format-pdf`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Brief => "brief",
            Self::Slides => "slides",
            Self::Handout => "handout",
            Self::Jury => "jury",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Ics => "ics",
            Self::Csv => "csv",
            Self::BudgetCsv => "budget-csv",
            Self::Markdown => "md",
            Self::MsProject => "msproject",
            Self::Iati => "iati",
            Self::Json => "json",
        }
    }

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pdf => "export-format-pdf",
            Self::Brief => "export-format-brief",
            Self::Slides => "export-format-slides",
            Self::Handout => "export-format-handout",
            Self::Jury => "export-format-jury",
            Self::Docx => "export-format-docx",
            Self::Xlsx => "export-format-xlsx",
            Self::Html => "export-format-html",
            Self::Ics => "export-format-ics",
            Self::Csv => "export-format-csv",
            Self::BudgetCsv => "export-format-budget-csv",
            Self::Markdown => "export-format-md",
            Self::MsProject => "export-format-msproject",
            Self::Iati => "export-format-iati",
            Self::Json => "export-format-json",
        }
    }

    /// What it does with several languages of a plan.
    #[must_use]
    pub const fn tongues(self) -> Tongues {
        match self {
            Self::Brief => Tongues::PageEach,
            Self::Slides | Self::Handout => Tongues::One,
            _ => Tongues::Together,
        }
    }

    /// What is put after the plan's name in the name of a file, such as `.pdf` or `-brief.pdf`.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Brief => "-brief.pdf",
            Self::Slides => "-slides.pdf",
            Self::Handout => "-slides-with-notes.pdf",
            Self::Jury => "-jury-sheet.pdf",
            Self::Docx => ".docx",
            Self::Xlsx => ".xlsx",
            Self::Html => ".html",
            Self::Ics => ".ics",
            Self::Csv => "-activities.csv",
            Self::BudgetCsv => "-budget.csv",
            Self::Markdown => ".md",
            Self::MsProject => "-project.xml",
            Self::Iati => "-iati-draft.xml",
            Self::Json => ".json",
        }
    }

    /// The extension of its files, without a dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.suffix().rsplit('.').next().unwrap_or_default()
    }

    /// The format with this name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|f| f.word() == word)
    }
}

/// What a format does with several languages of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongues {
    /// All of them stand side by side.
    Together,
    /// Each has a page of its own.
    PageEach,
    /// It speaks one: the one that is asked for, else the plan's first.
    One,
}

/// How bad an open check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Must be mended.
    Error,
    /// Should be looked at.
    Warning,
    /// May be better.
    Hint,
}

/// A check that is still open, as it stands in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCheck {
    /// How bad it is.
    pub weight: Weight,
    /// The code of the rule, such as `H4`.
    pub code: String,
    /// Where, in the user's words: `Activity 2.1, start`.
    pub place: String,
    /// What is wrong, in the report's language.
    pub message: String,
    /// How to mend it; may be empty.
    pub hint: String,
}

impl OpenCheck {
    /// The findings as they stand in a report, in the language of these words. Hints are for those who write, not for the reader.
    #[must_use]
    pub fn all(plan: &Plan, derived: &Derived, findings: &Findings, words: &Words) -> Vec<Self> {
        let weight = |severity| match severity {
            Severity::Error => Some(Weight::Error),
            Severity::Warning => Some(Weight::Warning),
            Severity::Hint => None,
        };
        let open = |d: &Diagnostic| {
            Some(Self {
                weight: weight(d.severity)?,
                code: d.code.to_owned(),
                place: place_name(&d.place, plan, derived, words),
                message: d.message(words),
                hint: d.hint(words),
            })
        };
        findings.iter().filter_map(open).collect()
    }
}

/// What a person may choose about an export.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day that stands on the document. Never the clock's: the same options give the same bytes.
    pub day: Day,
    /// One language alone; nothing: all languages of the plan, the primary one first.
    pub lang: Option<Lang>,
    /// Urdu in the Nastaliq style, in documents that bring their letters along.
    pub nastaliq: bool,
    /// In whose layout the matrix stands.
    pub layout: MatrixLayout,
    /// When to give up.
    pub limit: Duration,
    /// Stops the export from another thread.
    pub cancel: Cancel,
}

impl Options {
    /// All languages of the plan, on this day.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self {
            day,
            lang: None,
            nastaliq: false,
            layout: MatrixLayout::default(),
            limit: TIME_LIMIT,
            cancel: Cancel::default(),
        }
    }
}

/// Everything that an export reads.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What is derived from it.
    pub derived: &'a Derived,
    /// Words, names of packs, forms of numbers and dates.
    pub voice: &'a dyn Voice,
    /// Checks that are still open.
    pub checks: &'a [OpenCheck],
    /// What the person chose.
    pub options: &'a Options,
}

/// A finished document.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the person should know about it.
    pub notes: Vec<ExportNote>,
}

/// Something that a person should know about a document that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportNote {
    /// So many characters have no sign in the fonts that ship with the program; boxes stand in their place.
    UnknownSigns(usize),
    /// Long text was cut so that the page holds.
    Shortened,
    /// The text of so many cells was cut, because the format takes no more in one.
    CutCells(usize),
}

impl ExportNote {
    /// The key of its message among the interface words; takes `count`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UnknownSigns(_) => "export-note-unknown-signs",
            Self::Shortened => "export-note-shortened",
            Self::CutCells(_) => "export-note-cut-cells",
        }
    }
}

impl ExportNote {
    /// How many characters or cells it is about; one when it is not about a number of things.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::UnknownSigns(count) | Self::CutCells(count) => count,
            Self::Shortened => 1,
        }
    }
}

impl fmt::Display for ExportNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownSigns(n) => write!(f, "{n} characters have no sign in the fonts of the program"),
            Self::Shortened => write!(f, "long text was cut so that the page holds"),
            Self::CutCells(n) => write!(f, "the text of {n} cells was cut, since a cell takes no more"),
        }
    }
}

/// Why a document was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// The person stopped it.
    Cancelled,
    /// It took longer than this.
    TooLong(Duration),
    /// The typesetter or a writer refused the data; the message is in English, from the library.
    Refused(String),
    /// The typesetter broke down.
    Fault,
    /// The system gave no thread.
    NoThread,
}

impl ExportError {
    fn template(errors: &[typst::diag::SourceDiagnostic]) -> Self {
        let messages: Vec<_> = errors.iter().take(3).map(|e| e.message.to_string()).collect();
        Self::Refused(messages.join("; "))
    }

    /// The key of its message among the interface words; takes `detail`.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Cancelled => "export-error-cancelled",
            Self::TooLong(_) => "export-error-too-long",
            Self::Refused(_) => "export-error-refused",
            Self::Fault => "export-error-fault",
            Self::NoThread => "export-error-no-thread",
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => write!(f, "the export was stopped"),
            Self::TooLong(limit) => write!(f, "the export took longer than {} seconds", limit.as_secs()),
            Self::Refused(why) => write!(f, "the document could not be laid out: {why}"),
            Self::Fault => write!(f, "the typesetter broke down over this plan"),
            Self::NoThread => write!(f, "the system gave no thread to work on"),
        }
    }
}

impl std::error::Error for ExportError {}

/// Makes a document.
///
/// # Errors
/// When it was stopped, took too long, or could not be laid out.
pub fn export(source: &Source<'_>, format: Format) -> Result<Exported, ExportError> {
    if source.options.cancel.is_stopped() {
        return Err(ExportError::Cancelled);
    }
    match format {
        Format::Pdf => pdf::plan(&Report::new(source), source),
        Format::Brief => pdf::brief(source),
        Format::Slides => pdf::slides(Template::Slides, source),
        Format::Handout => pdf::slides(Template::Handout, source),
        Format::Jury => pdf::jury(source),
        Format::Docx => docx::plan(&Report::new(source), source),
        Format::Xlsx => xlsx::plan(&report(source), source),
        Format::Html => Ok(html::plan(&report(source))),
        Format::Ics => Ok(ics::plan(source)),
        Format::Csv => Ok(csv::activities(source)),
        Format::BudgetCsv => Ok(csv::budget(source)),
        Format::Markdown => Ok(markdown::plan(&report(source))),
        Format::MsProject => Ok(msproject::plan(source)),
        Format::Iati => Ok(iati::plan(source)),
        Format::Json => Ok(json::plan(source)),
    }
}

/// The report for a format that goes right on to the file.
fn report(source: &Source<'_>) -> Report {
    let report = Report::new(source);
    source.options.cancel.reach(Step::Writing);
    report
}

/// A usual name for the file of an export: the plan's title as far as it is safe on every system, and the format's suffix.
#[must_use]
pub fn file_name(plan: &Plan, format: Format) -> String {
    let title = plan.identity.title.best(plan.languages());
    format!("{}{}", safe_file_name(title.raw()), format.suffix())
}

#[cfg(test)]
pub(crate) mod tests;
