//! The shipped fonts as egui font families.

use crate::locale::fonts::{self, EMOJI, LATIN};
use egui::{Context, FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// The family that draws what no shipped face has: symbols, and whatever the system offers.
pub(super) const LAST_RESORT: &str = "last resort";

/// Hands the shipped fonts to egui. Call it once, before the first frame.
///
/// Each face is a family of its own, so that egui can never take two letters of one word from two faces; which face draws
/// which letter is decided by this module alone. egui parses a face when a family is first used, so a person who writes
/// Bengali never pays for Tibetan. Stock widgets of other crates get the Latin face, then the symbols.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    ctx.add_plugin(super::mirror::Mirror::default());
}

pub(super) fn definitions() -> FontDefinitions {
    let mut all = FontDefinitions::default();
    let symbols: Vec<String> = ["Hack", "egui-icons", "Ubuntu-Light"]
        .into_iter()
        .filter(|name| all.font_data.contains_key(*name))
        .map(str::to_owned)
        .collect();
    for face in fonts::all() {
        let name = face_name(face.script, face.bold);
        all.font_data.insert(name.clone(), Arc::new(FontData::from_static(face.bytes)));
        all.families.insert(FontFamily::Name(name.as_str().into()), vec![name]);
    }
    let after = |first: &[String]| [first, &symbols[..]].concat();
    let latin = face_name(LATIN, false);
    let emoji = face_name(EMOJI, false);
    let scripts: Vec<String> =
        fonts::all().iter().filter(|f| !f.bold).map(|f| face_name(f.script, false)).collect();
    all.families.insert(FontFamily::Proportional, after(&scripts));
    all.families.insert(FontFamily::Monospace, after(&["Hack".to_owned(), latin, emoji]));
    all.families.insert(FontFamily::Name(LAST_RESORT.into()), symbols);
    all
}

/// The name of a face as a font and as a family of egui.
pub(super) fn face_name(script: &str, bold: bool) -> String {
    if bold { format!("{script} bold") } else { script.to_owned() }
}
