//! Names of languages, and which of them the interface reads first.

use crate::{locale::Words, pack::Packs, plan::Lang, ui::Cx};

/// The language of the interface, then English: for names of packs.
#[must_use]
pub fn interface_languages(words: &Words) -> Vec<Lang> {
    Lang::new(words.interface().tag()).into_iter().chain([Lang::english()]).collect()
}

/// The languages of the countries that have a pack, with their names in themselves; English first.
#[must_use]
pub fn known_languages(packs: &Packs) -> Vec<(Lang, String)> {
    let mut known = vec![(Lang::english(), "English".to_owned())];
    for country in packs.profiled() {
        let Some(profile) = packs.country(country) else { continue };
        for language in &profile.languages {
            let lang = &language.value.lang;
            if known.iter().all(|(l, _)| l != lang) {
                let own = language.value.name.best(std::slice::from_ref(lang));
                known.push((lang.clone(), own.raw().to_owned()));
            }
        }
    }
    known
}

/// The name of a language in itself; its tag when no pack knows it.
#[must_use]
pub fn language_name(packs: &Packs, lang: &Lang) -> String {
    if *lang == Lang::english() {
        return "English".to_owned();
    }
    let profiles = packs.profiled().into_iter().filter_map(|country| packs.country(country));
    let known = profiles.flat_map(|p| &p.languages).find(|language| language.value.lang == *lang);
    let own = known.map(|language| language.value.name.best(std::slice::from_ref(lang)).raw());
    own.unwrap_or(lang.as_str()).to_owned()
}

/// What the field of one language is called among those of the others: "Title (Nepali)".
#[must_use]
pub(super) fn name_in(cx: &Cx<'_>, name: String, lang: &Lang) -> String {
    if cx.shown.len() > 1 { format!("{name} ({})", cx.words.language(lang)) } else { name }
}
