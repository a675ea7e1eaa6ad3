//! The same text on paper: typst shapes it with another shaper, from the same faces. Glyphs and advances must be the same,
//! field by field, so that a word on the screen looks as it will in the PDF.

use super::samples::SCRIPTS;
use super::{Rig, Style};
use crate::locale::fonts;
use crate::text::directions::Directions;
use crate::text::face::{Faces, Variant};
use crate::text::itemise::{Item, itemise};
use crate::text::shape::Shaping;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| fonts::all().iter().filter_map(|f| Font::new(Bytes::new(f.bytes), 0)).collect());
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// A page with nothing but our fonts.
struct Page(Source);

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.0.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.0.id() { Ok(self.0.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Typesets markup.
pub(super) fn typeset(markup: &str) -> PagedDocument {
    let path = VirtualPath::new("sheet.typ").expect("a path");
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    let page = Page(Source::new(id, markup.to_owned()));
    typst::compile::<PagedDocument>(&page).output.expect("markup of ours")
}

/// A text as a literal of typst.
pub(super) fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The families for a script as typst wants them.
pub(super) fn families(script: &str) -> String {
    let name = |code| fonts::for_script(code, false).map_or("", |f| f.name);
    format!("(\"{}\", \"{}\")", name(script), name(fonts::LATIN))
}

/// A glyph: the name of its family, its number, its advance in thousandths of an em.
type Drawn = (String, u32, i64);

/// Spaces and points are alike in the faces that share their drawings; which one gives them differs where directions meet.
fn shared(glyph: Drawn) -> Drawn {
    let face = fonts::all().iter().find(|f| f.name == glyph.0).expect("shipped");
    let map = skrifa::MetadataProvider::charmap(&skrifa::FontRef::new(face.bytes).expect("a font"));
    let sign = " .,:;!-/".chars().find(|c| map.map(*c).is_some_and(|id| id.to_u32() == glyph.1));
    sign.map_or_else(|| glyph.clone(), |sign| (String::new(), u32::from(sign), glyph.2))
}

fn thousandths(em: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "a few thousands")]
    let rounded = (em * 1000.0).round() as i64;
    rounded
}

/// The glyphs of a frame from left to right.
fn read(frame: &Frame, x: f64, into: &mut Vec<(f64, Vec<Drawn>)>) {
    for (at, item) in frame.items() {
        let x = x + at.x.to_pt();
        match item {
            FrameItem::Group(group) => read(&group.frame, x, into),
            FrameItem::Text(text) => {
                let family = &text.font.info().family;
                let glyph = |g: &typst::text::Glyph| {
                    (family.to_string(), u32::from(g.id), thousandths(g.x_advance.get()))
                };
                into.push((x, text.glyphs.iter().map(glyph).collect()));
            }
            _ => {}
        }
    }
}

fn on_paper(text: &str, script: &str, rtl: bool) -> Vec<Drawn> {
    let dir = if rtl { "rtl" } else { "ltr" };
    let markup = format!(
        "#set page(width: auto, height: auto)\n#set text(font: {}, size: 15pt, dir: {dir})\n#text({})",
        families(script),
        literal(text)
    );
    let document = typeset(&markup);
    let mut all = Vec::new();
    read(&document.pages()[0].frame, 0.0, &mut all);
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().flat_map(|(_, glyphs)| glyphs).collect()
}

fn on_screen(rig: &mut Rig, text: &str, variant: Variant) -> (Vec<Drawn>, bool) {
    let faces = Faces::new();
    let directions = Directions::new(text, crate::text::Dir::Auto, false);
    let items = itemise(text, directions.levels(), &faces, variant);
    let mut fonts = rig.fonts.with_pixels_per_point(1.0);
    let mut shaping = Shaping { fonts: &mut fonts, faces: &faces, size: 15.0, pixels_per_point: 1.0 };
    let mut all = Vec::new();
    for (bytes, rtl) in directions.visual_runs(0..text.len()) {
        let mut inside: Vec<&Item> = items.iter().filter(|i| bytes.contains(&i.bytes.start)).collect();
        if rtl {
            inside.reverse();
        }
        for item in inside {
            let face = item.face.expect("a shipped face");
            let name = fonts::for_script(face.script(), false).map_or("", |f| f.name);
            let glyphs = shaping.glyph_ids(&text[item.bytes.clone()], face, rtl);
            all.extend(glyphs.into_iter().map(|(id, em)| (name.to_owned(), id, thousandths(em))));
        }
    }
    (all, directions.rtl)
}

/// Joiners draw nothing; one shaper drops them, the other keeps an empty glyph.
fn visible(glyphs: Vec<Drawn>) -> Vec<Drawn> {
    let is_empty = |g: &Drawn| {
        let face = fonts::all().iter().find(|f| f.name == g.0).expect("shipped");
        let font = skrifa::FontRef::new(face.bytes).expect("a font");
        let metrics = skrifa::MetadataProvider::glyph_metrics(
            &font,
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        );
        g.2 == 0 && metrics.bounds(skrifa::GlyphId::new(g.1)).is_none_or(|b| b.x_max <= b.x_min)
    };
    glyphs.into_iter().filter(|g| !is_empty(g)).collect()
}

#[test]
fn the_screen_draws_the_glyphs_of_the_paper() {
    let mut rig = Rig::new();
    let mut compared = 0;
    for script in SCRIPTS {
        for nastaliq in [false, true] {
            if nastaliq && script.language != "Urdu" {
                continue;
            }
            let code = if nastaliq { fonts::NASTALIQ } else { script.code };
            for text in script.words.iter().chain(script.sentences) {
                let variant = Variant { strong: false, nastaliq };
                let (screen, rtl) = on_screen(&mut rig, text, variant);
                let same = |glyphs| visible(glyphs).into_iter().map(shared).collect::<Vec<_>>();
                let (screen, paper) = (same(screen), same(on_paper(text, code, rtl)));
                assert!(!paper.is_empty());
                assert_eq!(screen, paper, "{}: {text:?}", script.language);
                compared += paper.len();
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
}

/// What is compared above is what stands on the screen: the widths of a row are the sums of those advances.
#[test]
fn rows_are_as_wide_as_on_paper() {
    let mut rig = Rig::new();
    // Fine enough that the grid of pixels does not count.
    rig.pixels_per_point = 8.0;
    rig.begin();
    for script in SCRIPTS {
        for text in script.words.iter().chain(script.sentences) {
            let (glyphs, _) = on_screen(&mut rig, text, Variant::default());
            #[allow(clippy::cast_precision_loss, reason = "a few thousands")]
            let em = glyphs.iter().map(|g| g.2).sum::<i64>() as f32 / 1000.0;
            let row = rig.layout(text, &Style::body(), f32::INFINITY).galley.intrinsic_size().x;
            assert!((row - em * 15.0).abs() < 0.1 + 0.01 * row, "{text:?}: {row} {}", em * 15.0);
        }
    }
}
