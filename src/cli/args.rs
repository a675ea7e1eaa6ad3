//! What may be said on the command line, with the help texts.

use super::Renderer;
use crate::{
    export::{Format, MatrixLayout},
    locale::Interface,
    plan::{Country, Day, Lang},
};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

const EXIT_CODES: &str = "Exit codes:
  0  all is well
  1  done, and there is something to mend
  2  not done: a file could not be read or written, or the command line is wrong";

/// Draft the action plan that you take home from a training course, check it, and hand it over.
///
/// Without a command the window opens, with the plans that are named.
#[derive(Debug, clap::Parser)]
#[command(
    name = "rencana",
    version,
    propagate_version = true,
    args_conflicts_with_subcommands = true,
    after_help = EXIT_CODES
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,

    /// Plans to open in the window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Open the window, print the milliseconds from the start of the program to its first frame, and end
    #[arg(long)]
    pub exit_after_first_frame: bool,

    /// How to draw the window; without it, what works on this computer is found out
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,

    /// The language in which findings and messages are told
    #[arg(long, global = true, value_name = "LANG", value_parser = interfaces())]
    pub interface: Option<Interface>,
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    New(NewArgs),
    Check(CheckArgs),
    Fmt(FmtArgs),
    Export(ExportArgs),
    Merge(MergeArgs),
    /// Print the JSON Schema of plans
    ///
    /// It describes what `rencana export --to json` writes.
    #[command(after_help = "Exit codes:
  0  the schema was printed
  2  it could not be printed")]
    Schema,
}

/// Begin a plan with what is known about its country
///
/// Currency, fiscal year, weekend, languages and the definition of small industry come from the pack of the country. A file that is
/// already there is not touched.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:
  0  the plan was written
  2  it could not be written, or there is no such country or programme")]
pub(super) struct NewArgs {
    /// The country, by its code of two letters such as NP
    #[arg(long, value_name = "CODE", value_parser = country)]
    pub country: Country,

    /// The training programme, by its key
    #[arg(long, value_name = "KEY", default_value = "")]
    pub programme: String,

    /// What the plan is called, in English
    #[arg(long, default_value = "")]
    pub title: String,

    /// The first day of the plan, as YYYY-MM-DD; what the country had in force on it is put in
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Option<Day>,

    /// The file to write; `.plan.ron` is added when it is missing
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// Say what is wrong or weak in plans
///
/// Files are only read. A file that cannot be opened is told with line, column and what to type instead; nothing in it is repaired.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:
  0  no finding of severity error
  1  findings of severity error
  2  a file could not be read")]
pub(super) struct CheckArgs {
    /// Plans to check
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// How to tell it: for people or for programs
    #[arg(long, value_enum, default_value_t = Telling::Text)]
    pub format: Telling,
}

/// For whom findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Telling {
    /// Lines for people
    Text,
    /// One JSON object for programs
    Json,
}

/// Write plans in their usual form
///
/// Order, line breaks and quotation marks become those that the program writes. Remarks by hand and fields that this version does
/// not know stay.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:
  0  every file has its usual form now, or has it already
  1  with --check: a file would change
  2  a file could not be read or written")]
pub(super) struct FmtArgs {
    /// Plans to write
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// Write nothing; say which files would change
    #[arg(long)]
    pub check: bool,
}

/// Make documents from plans
///
/// A document takes the name of its plan: `weaving.plan.ron` becomes `weaving.pdf`. What is already there is not touched without
/// --force.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:
  0  every document was made
  2  a file could not be read or written, or is already there")]
pub(super) struct ExportArgs {
    /// Plans to make documents from
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// The kind of document; several with commas between, or all
    #[arg(long, value_name = "FORMAT", required = true, value_delimiter = ',', value_parser = formats())]
    pub to: Vec<Wanted>,

    /// The document, or the folder for documents; without it, beside the plan
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,

    /// One language of the plan alone, such as en or ne; without it, all of them. The brief has a page for each; slides speak the
    /// plan's first
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Lang>,

    /// In whose layout the matrix stands: JICA, the European Union, or DFID
    #[arg(long, value_name = "LAYOUT", default_value = "jica", value_parser = layouts())]
    pub layout: MatrixLayout,

    /// Urdu in the Nastaliq style, in documents that bring their letters along
    #[arg(long)]
    pub nastaliq: bool,

    /// The date that stands on the document, as YYYY-MM-DD; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,

    /// Replace documents that are already there
    #[arg(long)]
    pub force: bool,
}

/// Which documents are to be made.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    One(Format),
    All,
}

impl ExportArgs {
    /// The kinds of documents, each once, in the order in which they were named.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = Vec::new();
        for wanted in &self.to {
            let named = match wanted {
                Wanted::One(format) => std::slice::from_ref(format),
                Wanted::All => Format::ALL,
            };
            formats.extend(named.iter().filter(|f| !formats.contains(*f)).collect::<Vec<_>>());
        }
        formats
    }
}

fn formats() -> impl TypedValueParser<Value = Wanted> {
    // A word that is no format can only be the last one.
    PossibleValuesParser::new(Format::ALL.iter().map(|f| f.word()).chain(["all"]))
        .map(|word| Format::from_word(&word).map_or(Wanted::All, Wanted::One))
}

fn layouts() -> impl TypedValueParser<Value = MatrixLayout> {
    PossibleValuesParser::new(MatrixLayout::ALL.iter().map(|layout| layout.word()))
        .try_map(|word| MatrixLayout::from_word(&word).ok_or("no such layout"))
}

fn interfaces() -> impl TypedValueParser<Value = Interface> {
    PossibleValuesParser::new(Interface::ALL.iter().map(|i| i.tag()))
        .try_map(|tag| Interface::from_tag(&tag).ok_or("no such language"))
}

/// Make one plan from two copies of it
///
/// What only one copy changed is taken. Where both changed one thing, ours stands, and the plan keeps both answers until somebody chooses:
/// it shows them when it is opened. Where the common past is not known, name an empty file as BASE.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes:
  0  everything found its place
  1  written, and there is something to choose; it is printed
  2  a file could not be read or written, or the files are not copies of one plan")]
pub(super) struct MergeArgs {
    /// The plan that both copies come from
    pub base: PathBuf,

    /// Our copy
    pub ours: PathBuf,

    /// Their copy
    pub theirs: PathBuf,

    /// The file to write; it may be ours
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,

    /// Replace a file that is already there and is not ours
    #[arg(long)]
    pub force: bool,

    /// How to tell it: for people or for programs
    #[arg(long, value_enum, default_value_t = Telling::Text)]
    pub format: Telling,
}

fn language(tag: &str) -> Result<Lang, &'static str> {
    Lang::new(tag).ok_or("write a language tag, such as en, ne or uz-Arab")
}

fn country(code: &str) -> Result<Country, &'static str> {
    Country::new(code).ok_or("write the two letters of ISO 3166, such as NP")
}

fn day(text: &str) -> Result<Day, &'static str> {
    text.parse().map_err(|_| "write it as year-month-day, for example 2017-08-09")
}
