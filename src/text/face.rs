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
}

/// All shipped faces; each is parsed when a letter first needs it.
pub(super) struct Faces {
    parsed: Vec<OnceCell<Option<Face>>>,
    families: Vec<FontFamily>,
    /// The family of what no shipped face has.
    pub last_resort: FontFamily,
    /// Whether egui knows the families. If not, everything is drawn with its own fonts.
    pub installed: bool,
}

/// How far a line reaches above and below its base line, in em. The faces' own values are made for the tallest stacks
/// they hold and would tear lines apart; these hold the writing of our languages, and a line grows where ink needs more.
pub(super) fn line_extent(script: &str) -> (f32, f32) {
    match script {
        "Arab" => (1.2, 0.65),
        NASTALIQ => (1.7, 1.05),
        "Laoo" => (1.3, 0.5),
        "Mymr" => (1.15, 0.8),
        "Tibt" => (1.1, 1.05),
        _ => (1.05, 0.35),
    }
}

/// The height of the tallest row that a person may type, in em; Nastaliq only where it is wanted.
pub(super) fn tallest_row(nastaliq: bool) -> f32 {
    let shipped = fonts::all().iter().map(|f| f.script).filter(|s| nastaliq || *s != NASTALIQ);
    shipped.map(line_extent).map(|(up, down)| up + down).fold(0.0, f32::max)
}

impl FaceId {
    fn of(script: &str, strong: bool) -> Option<Self> {
        let find = |bold| fonts::all().iter().position(|f| f.script == script && f.bold == bold);
        find(strong).or_else(|| find(false)).and_then(|i| u8::try_from(i).ok()).map(Self)
    }

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
                Some(Face { shaper: harfrust::ShaperData::new(&font), charmap: font.charmap(), font })
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
        let of = |code: &str| FaceId::of(code, variant.strong);
        if wants_picture(grapheme) && self.covers(of(EMOJI), grapheme) {
            return of(EMOJI);
        }
        let own = match script {
            Script::Arabic if variant.nastaliq => NASTALIQ,
            script => script.short_name(),
        };
        [of(own), of(LATIN)]
            .into_iter()
            .chain(fonts::all().iter().filter(|f| !f.bold && f.script != NASTALIQ).map(|f| of(f.script)))
            .find(|&id| self.covers(id, grapheme))
            .flatten()
    }

    fn covers(&self, id: Option<FaceId>, grapheme: &str) -> bool {
        let Some(face) = id.and_then(|id| self.face(id)) else { return false };
        // A picture without its skin tone is better than none; the shaper leaves the tone out.
        let optional =
            |i: usize, c: char| is_ignorable(c) || (i > 0 && ('\u{1F3FB}'..='\u{1F3FF}').contains(&c));
        let has = |c: char| face.charmap.map(c).is_some_and(|g| g.to_u32() != 0);
        grapheme.chars().enumerate().all(|(i, c)| optional(i, c) || has(c))
    }
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
