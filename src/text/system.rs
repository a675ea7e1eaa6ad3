//! Fonts of the system, as the last resort: for a letter that no shipped face has.
//!
//! Nothing is looked for before such a letter is shown. Then the system's fonts are listed once; each further letter
//! is asked of the faces that helped before, and then of all. Where none has it, a box stands for it.

use super::install::LAST_RESORT;
use egui::epaint::text::{FallbackRequest, FontProvider};
use egui::mutex::Mutex;
use egui::{Context, FontData, FontFamily, epaint::text::FontInsert};
use fontdb::{Database, FaceInfo, ID, Style};
use skrifa::{FontRef, MetadataProvider as _};
use std::sync::{Arc, OnceLock};

/// Lets the window draw with the system's fonts what no shipped face has.
///
/// Apart from [`super::install`], so that tests see the same letters on every machine.
pub fn offer_system_fonts(ctx: &Context) {
    ctx.set_font_providers(vec![Arc::new(SystemFonts::default())]);
}

/// The fonts of the system, listed when they are needed first.
#[derive(Default)]
pub(super) struct SystemFonts {
    listed: OnceLock<Database>,
    /// The faces that had a letter, the last one first.
    helped: Mutex<Vec<ID>>,
}

impl SystemFonts {
    /// These fonts instead of the system's.
    #[cfg(test)]
    pub fn of(fonts: Database) -> Self {
        let listed = OnceLock::new();
        let _ = listed.set(fonts);
        Self { listed, helped: Mutex::default() }
    }

    #[cfg(test)]
    pub fn is_listed(&self) -> bool {
        self.listed.get().is_some()
    }

    fn list(&self) -> &Database {
        self.listed.get_or_init(|| {
            let mut all = Database::new();
            all.load_system_fonts();
            log::info!("{} fonts of the system stand in for letters that ours lack", all.len());
            all
        })
    }

    /// The best face for a grapheme: one that helped before, else an upright one of normal weight, else any.
    pub fn find(&self, grapheme: &str) -> Option<ID> {
        let fonts = self.list();
        let mut helped = self.helped.lock();
        if let Some(again) = helped.iter().position(|id| has(fonts, *id, grapheme)) {
            return Some(helped[again]);
        }
        let mut others: Vec<&FaceInfo> = fonts.faces().filter(|f| !helped.contains(&f.id)).collect();
        others.sort_by_key(|f| (f.style != Style::Normal, f.weight.0.abs_diff(400), f.monospaced));
        let found = others.into_iter().map(|f| f.id).find(|id| has(fonts, *id, grapheme))?;
        helped.insert(0, found);
        Some(found)
    }
}

fn has(fonts: &Database, id: ID, grapheme: &str) -> bool {
    fonts
        .with_face_data(id, |bytes, index| {
            let Ok(font) = FontRef::from_index(bytes, index) else { return false };
            let map = font.charmap();
            let drawn = |c: char| map.map(c).is_some_and(|glyph| glyph.to_u32() != 0);
            grapheme.chars().enumerate().all(|(i, c)| (i > 0 && super::face::is_ignorable(c)) || drawn(c))
        })
        .unwrap_or(false)
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        // The families of the shipped faces are only asked for what they have.
        let is_ours = matches!(request.family, FontFamily::Name(name) if **name != *LAST_RESORT);
        let first = request.cluster.chars().next()?;
        if is_ours || super::face::is_ignorable(first) {
            return None;
        }
        // Rather the letter without its marks than a box.
        let id = self.find(request.cluster).or_else(|| self.find(first.encode_utf8(&mut [0; 4])))?;
        let fonts = self.list();
        let name = fonts.face(id).map(|f| f.post_script_name.clone())?;
        let (bytes, index) = fonts.with_face_data(id, |bytes, index| (bytes.to_vec(), index))?;
        let data = FontData::from_blob(Arc::new(bytes), index);
        Some(FontInsert::new(&format!("system {name}"), data, Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::{Rig, samples::FOREIGN};

    fn tamil() -> Database {
        let mut fonts = Database::new();
        let face = crate::locale::fonts::for_script("Taml", false).expect("shipped");
        fonts.load_font_data(face.bytes.to_vec());
        fonts
    }

    #[test]
    fn a_face_is_found_for_the_letters_it_has() {
        let fonts = SystemFonts::of(tamil());
        assert!(fonts.find("கொ").is_some());
        assert!(fonts.find("க\u{200D}").is_some(), "what draws nothing needs no face");
        assert!(fonts.find("ก").is_none());
        assert_eq!(fonts.helped.lock().len(), 1, "the same face is kept");
    }

    #[test]
    fn the_system_is_asked_only_for_what_no_shipped_face_has() {
        let fonts = Arc::new(SystemFonts::default());
        let mut rig = Rig::with_provider(Arc::clone(&fonts) as Arc<dyn FontProvider>);
        for script in crate::text::tests::samples::SCRIPTS {
            for text in script.words.iter().chain(script.sentences) {
                rig.free(text);
            }
        }
        assert!(!fonts.is_listed(), "listing takes time and was not needed");
        rig.free(FOREIGN[0]);
        assert!(fonts.is_listed());
    }

    #[test]
    fn a_letter_of_the_system_is_drawn_instead_of_a_box() {
        let fonts = Arc::new(SystemFonts::default());
        let Some(letter) = ["ש", "ก", "ក", "漢"].into_iter().find(|l| fonts.find(l).is_some()) else {
            eprintln!("this system has no font beyond the shipped scripts: nothing to try");
            return;
        };
        let ink = |rig: &mut Rig| {
            let layout = rig.free(letter);
            let row = &layout.galley.rows[0];
            let uv = row.visuals.mesh.vertices.iter().map(|v| v.uv).collect::<Vec<_>>();
            (layout.galley.size().x, uv.len(), row.visuals.mesh_bounds.height())
        };
        let boxed = ink(&mut Rig::new());
        let drawn = ink(&mut Rig::with_provider(fonts));
        assert_ne!(boxed, drawn, "{letter}");
    }
}
