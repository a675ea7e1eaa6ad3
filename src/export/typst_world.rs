//! The world that typst sees: fixed templates, the report as data, our fonts. Nothing else exists there.
//!
//! A plan may come from a stranger, so text never becomes markup: the templates are compiled into the program, the report is
//! read by them with `json()` from one virtual file, and every other path, package or address is "not found"
//! (`reliability` 7). Typesetting runs on a thread of its own with a time limit; a panic there is an error here.

use super::{Cancel, ExportError, Options, Step, slides::Picture};
use crate::{locale::fonts, plan::Day};
use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{LazyLock, mpsc},
    time::Duration,
};
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration as TypstDuration, Smart},
    layout::{Frame, FrameItem},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

/// How long an export may take before it is given up. A plan of a thousand activities takes a few seconds.
pub const TIME_LIMIT: Duration = Duration::from_secs(120);

/// A template of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Template {
    /// The whole plan.
    Plan,
    /// One page for the superior.
    Brief,
    /// Drawings, a page each.
    Drawing,
    /// Slides for a room.
    Slides,
    /// The slides with what the speaker can say.
    Handout,
    /// The sheet of the jury.
    Jury,
}

impl Template {
    const ALL: [Self; 6] = [Self::Plan, Self::Brief, Self::Drawing, Self::Slides, Self::Handout, Self::Jury];

    /// Its name, also in the identity of its documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Brief => "brief",
            Self::Drawing => "drawing",
            Self::Slides => "slides",
            Self::Handout => "handout",
            Self::Jury => "jury",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Plan => include_str!("../../assets/templates/plan.typ"),
            Self::Brief => include_str!("../../assets/templates/brief.typ"),
            Self::Drawing => include_str!("../../assets/templates/drawing.typ"),
            Self::Slides => include_str!("../../assets/templates/slides.typ"),
            Self::Handout => include_str!("../../assets/templates/handout.typ"),
            Self::Jury => include_str!("../../assets/templates/jury.typ"),
        }
    }
}

/// What several templates share, by the name under which they import it.
const SHARED: [(&str, &str); 2] = [
    ("style.typ", include_str!("../../assets/templates/style.typ")),
    ("slide.typ", include_str!("../../assets/templates/slide.typ")),
];

/// A typeset document and what was noticed on the way.
pub(super) struct Typeset {
    pub pdf: Vec<u8>,
    #[cfg(test)]
    pub pages: usize,
    /// Characters for which no shipped font has a sign.
    pub unknown_signs: usize,
    /// Everything that was drawn as text, in drawing order, a line per run.
    #[cfg(test)]
    pub drawn: Vec<String>,
    /// The smallest letters, in points, before any scaling.
    #[cfg(test)]
    pub smallest: f64,
    /// Width and height of every page, in points.
    #[cfg(test)]
    pub sizes: Vec<(f64, f64)>,
}

struct Files {
    sources: Vec<(FileId, Source)>,
    data: FileId,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
}

fn file_id(name: &str) -> FileId {
    // The names are the literals of this file, which are valid paths.
    let path = VirtualPath::new(name).unwrap_or_else(|_| unreachable!("{name} is a valid path"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The faces that ship, as typst reads them.
pub(super) fn fonts() -> &'static [Font] {
    static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
        fonts::all().iter().filter_map(|face| Font::new(Bytes::new(face.bytes), 0)).collect()
    });
    &FONTS
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let source = |name: &str, text: &str| {
        let id = file_id(name);
        (id, Source::new(id, text.to_owned()))
    };
    let shared = SHARED.iter().map(|(name, text)| source(name, text));
    let mains = Template::ALL.iter().map(|template| source(template.word(), template.text()));
    Files {
        sources: shared.chain(mains).collect(),
        data: file_id("report.json"),
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(fonts())),
    }
});

struct ReportWorld {
    template: Template,
    data: Bytes,
    today: Day,
    cancel: Cancel,
    /// Where it is told how far the work is.
    told: Cancel,
}

/// What a stopped export unwinds with: not a fault, so no message is printed.
struct Stopped;

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &FILES.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FILES.book
    }

    fn main(&self) -> FileId {
        file_id(self.template.word())
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = FILES.sources.iter().find(|(known, _)| *known == id);
        known.map(|(_, source)| source.clone()).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        // Asked for every piece of text: the place where a stopped export ends.
        if self.cancel.is_stopped() {
            resume_unwind(Box::new(Stopped));
        }
        fonts().get(index).cloned()
    }

    fn today(&self, _offset: Option<TypstDuration>) -> Option<Datetime> {
        datetime(self.today)
    }
}

fn datetime(day: Day) -> Option<Datetime> {
    Datetime::from_ymd(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// Typesets a template over the report's data, on a thread of its own.
///
/// # Errors
/// When the time is over, the work was cancelled, or the template meets data it cannot lay out.
pub(super) fn typeset(
    template: Template,
    data: Vec<u8>,
    ident: String,
    options: &Options,
) -> Result<Typeset, ExportError> {
    within_time(template, data, options, move |world| compile(world, &ident))
}

/// Does work in which an export may be stopped or break down.
fn caught<T>(work: impl FnOnce() -> Result<T, ExportError>) -> Result<T, ExportError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|fault| {
        Err(if fault.is::<Stopped>() { ExportError::Cancelled } else { ExportError::Fault })
    })
}

/// Drawings as pictures (PNG), a page each, on a thread of its own.
///
/// # Errors
/// As [`typeset`].
pub(super) fn pictures(data: Vec<u8>, options: &Options) -> Result<Vec<Vec<u8>>, ExportError> {
    within_time(Template::Drawing, data, options, |world| {
        let document = laid_out(world)?;
        let sharp = RenderOptions { pixel_per_pt: PICTURE_SCALE.into(), render_bleed: false };
        let picture = |page| {
            if world.cancel.is_stopped() {
                return Err(ExportError::Cancelled);
            }
            let drawn = typst_render::render(page, &sharp).encode_png();
            drawn.map_err(|e| ExportError::Refused(e.to_string()))
        };
        document.pages().iter().map(picture).collect()
    })
}

/// A template over the report's data, laid out on a thread of its own, for the screen.
///
/// # Errors
/// As [`typeset`].
pub(super) fn pages(template: Template, data: Vec<u8>, options: &Options) -> Result<Pages, ExportError> {
    within_time(template, data, options, |world| Ok(Pages(laid_out(world)?)))
}

/// Pages that are laid out and wait to be drawn.
pub(super) struct Pages(PagedDocument);

impl Pages {
    /// The pages themselves.
    pub fn all(&self) -> &[Page] {
        self.0.pages()
    }

    /// Draws a page so many pixels wide; nothing when there is no such page.
    pub fn picture(&self, page: usize, width: u32) -> Option<Picture> {
        let page = self.0.pages().get(page)?;
        let pixel_per_pt = f64::from(width.max(1)) / page.frame.width().to_pt().max(1.0);
        let options = RenderOptions { pixel_per_pt: pixel_per_pt.into(), render_bleed: false };
        let drawn = typst_render::render(page, &options);
        let (width, height) = (drawn.width() as usize, drawn.height() as usize);
        Some(Picture { width, height, rgba: drawn.take() })
    }
}

/// What the tests read: the frames of drawings, a page each.
#[cfg(test)]
pub(super) fn drawn_pages(data: Vec<u8>, options: &Options) -> Vec<Frame> {
    let frames = |world: &ReportWorld| {
        let document = laid_out(world)?;
        Ok(document.pages().iter().map(|page| page.frame.clone()).collect())
    };
    within_time(Template::Drawing, data, options, frames).unwrap()
}

/// Pixels to a point: 180 to an inch.
const PICTURE_SCALE: f64 = 2.5;

fn within_time<T: Send + 'static>(
    template: Template,
    data: Vec<u8>,
    options: &Options,
    work: impl FnOnce(&ReportWorld) -> Result<T, ExportError> + Send + 'static,
) -> Result<T, ExportError> {
    let (cancel, limit) = (&options.cancel, options.limit);
    let (send, receive) = mpsc::channel();
    // A cancel of its own: an export that ran out of time must stop too, without stopping others.
    let stop = Cancel::default();
    let (today, told) = (options.day, cancel.clone());
    let world = ReportWorld { template, data: Bytes::new(data), today, cancel: stop.clone(), told };
    let work = move || {
        let result = caught(|| work(&world));
        // Nobody listens any more when the time was over.
        drop(send.send(result));
    };
    let thread = std::thread::Builder::new().name("typeset".into()).stack_size(16 << 20);
    thread.spawn(work).map_err(|_| ExportError::NoThread)?;
    let mut waited = Duration::ZERO;
    loop {
        let step = Duration::from_millis(20).min(limit.saturating_sub(waited));
        match receive.recv_timeout(step) {
            Ok(result) => return result,
            Err(mpsc::RecvTimeoutError::Disconnected) => return Err(ExportError::Fault),
            Err(mpsc::RecvTimeoutError::Timeout) => waited += step,
        }
        if cancel.is_stopped() || waited >= limit {
            stop.stop();
            let over_time = !cancel.is_stopped();
            return Err(if over_time { ExportError::TooLong(limit) } else { ExportError::Cancelled });
        }
    }
}

fn laid_out(world: &ReportWorld) -> Result<PagedDocument, ExportError> {
    world.told.reach(Step::Pages);
    let result = typst::compile::<PagedDocument>(world);
    // Keeps the memo of the last few exports, so that the next one of the same plan is fast.
    typst::comemo::evict(8);
    result.output.map_err(|errors| ExportError::template(&errors))
}

fn compile(world: &ReportWorld, ident: &str) -> Result<Typeset, ExportError> {
    let document = laid_out(world)?;
    let mut signs = Signs::default();
    for page in document.pages() {
        signs.read(&page.frame);
    }
    world.told.reach(Step::Writing);
    Ok(Typeset {
        pdf: to_pdf(&document, world.today, ident)?,
        #[cfg(test)]
        pages: document.pages().len(),
        unknown_signs: signs.unknown,
        #[cfg(test)]
        drawn: signs.drawn,
        #[cfg(test)]
        smallest: signs.sizes.iter().copied().fold(f64::INFINITY, f64::min),
        #[cfg(test)]
        sizes: document.pages().iter().map(|p| (p.frame.width().to_pt(), p.frame.height().to_pt())).collect(),
    })
}

/// Writes PDF/A-2a and PDF/UA-1 at once; text with signs that no font has allows neither, so then a plain tagged PDF.
fn to_pdf(document: &PagedDocument, today: Day, ident: &str) -> Result<Vec<u8>, ExportError> {
    let options = |standards| PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(concat!("Rencana ", env!("CARGO_PKG_VERSION")).into())),
        timestamp: datetime(today).map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    let strict = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    if let Ok(standards) = strict
        && let Ok(pdf) = typst_pdf::pdf(document, &options(standards))
    {
        return Ok(pdf);
    }
    typst_pdf::pdf(document, &options(PdfStandards::default())).map_err(|e| ExportError::template(&e))
}

#[derive(Default)]
struct Signs {
    unknown: usize,
    #[cfg(test)]
    drawn: Vec<String>,
    #[cfg(test)]
    sizes: Vec<f64>,
}

impl Signs {
    fn read(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.read(&group.frame),
                FrameItem::Text(text) => {
                    self.unknown += text.glyphs.iter().filter(|g| g.id == 0).count();
                    #[cfg(test)]
                    {
                        self.drawn.push(text.text.to_string());
                        self.sizes.push(text.size.to_pt());
                    }
                }
                _ => {}
            }
        }
    }
}
