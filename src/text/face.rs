//! The shipped faces as the layout sees them: which letters they have, how tall they stand, how they shape.

use super::install::{LAST_RESORT, face_name};
use crate::locale::fonts::{self, EMOJI, LATIN, NASTALIQ};
use egui::FontFamily;
use skrifa::{FontRef, MetadataProvider as _, charmap::Charmap};
use std::cell::OnceCell;
use unicode_script::Script;

/// A face by its place in [`fonts::all`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct FaceId(u8);

/// Which variants of the faces a style asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Variant {
    pub strong: bool,
    pub nastaliq: bool,
}

/// A parsed face.
pub(super) struct Face {
    pub font: FontRef<'static>,
    pub shaper: harfrust::ShaperData,
    charmap: Charmap<'static>,
    /// Which letters it has, so many after another; looked up when one of them is first asked for.
    pages: Vec<OnceCell<Box<[bool; PAGE]>>>,
}

/// So many letters are looked up at once: about a script.
const PAGE: usize = 256;

/// The faces of a script.
struct Weights {
    code: &'static str,
    /// None for what is no script of Unicode: Nastaliq, emoji.
    script: Option<Script>,
    /// Regular and bold; the same where there is one alone.
    faces: [FaceId; 2],
}

/// All shipped faces; each is parsed when a letter first needs it.
pub(super) struct Faces {
    parsed: Vec<OnceCell<Option<Face>>>,
    families: Vec<FontFamily>,
    /// In the order in which they stand in for each other.
    scripts: Vec<Weights>,
    /// The family of what no shipped face has.
    pub last_resort: FontFamily,
    /// Whether egui knows the families. If not, everything is drawn with its own fonts.
    pub installed: bool,
}

/// How far a line reaches above and below its base line, in em. The faces' own values are made for the tallest stacks
/// they hold and would tear lines apart; these hold the writing of our languages, with as much air above as below, and a
/// line grows where ink needs more.
pub(super) fn line_extent(script: &str) -> (f32, f32) {
    match script {
        "Arab" => (1.2, 0.65),
        NASTALIQ => (1.75, 0.7),
        "Laoo" => (1.3, 0.5),
        "Mymr" => (1.1, 0.65),
        "Tibt" => (1.12, 0.72),
        _ => (1.05, 0.35),
    }
}

/// The height of the tallest row that a person may type in a size, in whole points; Nastaliq only where it is wanted.
pub(super) fn tallest_row(size: f32, nastaliq: bool) -> f32 {
    let shipped = fonts::all().iter().map(|f| f.script).filter(|s| nastaliq || *s != NASTALIQ);
    let height = |(up, down): (f32, f32)| (up * size).ceil() + (down * size).ceil();
    shipped.map(line_extent).map(height).fold(0.0, f32::max)
}

impl FaceId {
    /// The script the face is for, ISO 15924.
    pub fn script(self) -> &'static str {
        fonts::all()[usize::from(self.0)].script
    }

    pub fn is_latin(self) -> bool {
        self.script() == LATIN
    }
}

impl Faces {
    pub fn new() -> Self {
        let families =
            fonts::all().iter().map(|f| FontFamily::Name(face_name(f.script, f.bold).into())).collect();
        Self {
            parsed: fonts::all().iter().map(|_| OnceCell::new()).collect(),
            families,
            scripts: scripts(),
            last_resort: FontFamily::Name(LAST_RESORT.into()),
            installed: true,
        }
    }

    /// The scripts of the faces that were needed so far.
    #[cfg(test)]
    pub fn parsed(&self) -> Vec<&'static str> {
        let all = self.parsed.iter().zip(fonts::all());
        all.filter(|(face, _)| face.get().is_some()).map(|(_, face)| face.script).collect()
    }

    /// The parsed face; none if the file is damaged, which the tests rule out.
    pub fn face(&self, id: FaceId) -> Option<&Face> {
        let index = usize::from(id.0);
        self.parsed[index]
            .get_or_init(|| {
                let font = FontRef::new(fonts::all()[index].bytes).ok()?;
                let pages = (0..=char::MAX as usize / PAGE).map(|_| OnceCell::new()).collect();
                Some(Face { shaper: harfrust::ShaperData::new(&font), charmap: font.charmap(), font, pages })
            })
            .as_ref()
    }

    pub fn family(&self, id: Option<FaceId>) -> &FontFamily {
        match id {
            _ if !self.installed => &FontFamily::Proportional,
            Some(id) => &self.families[usize::from(id.0)],
            None => &self.last_resort,
        }
    }

    /// The face for a grapheme: the one of its script, Latin, else any that has all its letters; emoji where it asks for
    /// pictures. None if no shipped face has it.
    pub fn choose(&self, grapheme: &str, script: Script, variant: Variant) -> Option<FaceId> {
        if !self.installed {
            return None;
        }
        let face = |of: &Weights| of.faces[usize::from(variant.strong)];
        let covers = |of: &&Weights| self.covers(face(of), grapheme);
        let named = |code: &str| self.scripts.iter().find(|of| of.code == code);
        let picture = wants_picture(grapheme).then(|| named(EMOJI)).flatten();
        let own = if script == Script::Arabic && variant.nastaliq {
            named(NASTALIQ)
        } else {
            self.scripts.iter().find(|of| of.script == Some(script))
        };
        let first = picture.into_iter().chain(own).find(covers);
        first.or_else(|| self.scripts.iter().filter(|of| of.code != NASTALIQ).find(covers)).map(face)
    }

    fn covers(&self, id: FaceId, grapheme: &str) -> bool {
        let Some(face) = self.face(id) else { return false };
        // A picture without its skin tone is better than none; the shaper leaves the tone out.
        let optional =
            |i: usize, c: char| is_ignorable(c) || (i > 0 && ('\u{1F3FB}'..='\u{1F3FF}').contains(&c));
        grapheme.chars().enumerate().all(|(i, c)| face.has(c) || optional(i, c))
    }
}

impl Face {
    fn has(&self, letter: char) -> bool {
        let (page, at) = (letter as usize / PAGE, letter as usize % PAGE);
        self.pages.get(page).is_some_and(|known| {
            known.get_or_init(|| {
                let drawn = |at| {
                    let code = u32::try_from(page * PAGE + at).ok().and_then(char::from_u32)?;
                    self.charmap.map(code).filter(|glyph| glyph.to_u32() != 0)
                };
                Box::new(std::array::from_fn(|at| drawn(at).is_some()))
            })[at]
        })
    }
}

/// The shipped faces by script, in their order.
fn scripts() -> Vec<Weights> {
    let mut all: Vec<Weights> = Vec::new();
    for (face, id) in fonts::all().iter().zip((0..).map(FaceId)) {
        match all.iter_mut().find(|of| of.code == face.script) {
            Some(of) => of.faces[usize::from(face.bold)] = id,
            None => all.push(Weights {
                code: face.script,
                script: Script::from_short_name(face.script),
                faces: [id; 2],
            }),
        }
    }
    all
}

/// Emoji presentation: a variation selector or keycap says so, or the grapheme is a flag or a joined group.
fn wants_picture(grapheme: &str) -> bool {
    let first = grapheme.chars().next().unwrap_or_default();
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&first)
        || grapheme.contains(['\u{FE0F}', '\u{20E3}'])
        || (first >= '\u{1F000}' && grapheme.contains('\u{200D}'))
}

/// Characters that draw nothing, so no face needs to have them; a tab is a space of its own width.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\t' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}
