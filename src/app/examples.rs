//! The worked examples that ship with the program.

use crate::{file, plan::Lang, ui::pages::start::Example};
use std::sync::LazyLock;

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// Names and texts, in the order of the countries' names.
        pub const EXAMPLES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../examples/", $name, ".plan.ron")))),*];
    };
}
shipped!(
    "afghanistan-dried-fruit",
    "bangladesh-leather",
    "bhutan-bamboo",
    "indonesia-rattan",
    "iran-filigree",
    "laos-silk",
    "myanmar-farm-tools",
    "nepal-lokta-paper",
    "pakistan-gloves",
    "papua-new-guinea-bilum",
    "sri-lanka-batik",
    "vietnam-dried-shrimp",
);

/// The examples as the start screen lists them, with titles in these languages.
pub fn list(langs: &[Lang]) -> Vec<Example> {
    static READ: LazyLock<Vec<(&str, file::Opened)>> = LazyLock::new(|| {
        EXAMPLES.iter().filter_map(|(name, text)| Some((*name, file::read(text.as_bytes()).ok()?))).collect()
    });
    READ.iter()
        .map(|(name, opened)| Example {
            name: (*name).to_owned(),
            title: opened.plan.identity.title.best(langs).raw().to_owned(),
            country: opened.plan.identity.country,
        })
        .collect()
}

/// The text of an example.
pub fn text(name: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(n, _)| *n == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_the_repository_is_shipped() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_suffix(".plan.ron") else { continue };
            assert!(text(stem).is_some(), "{name} is not listed here");
        }
    }
}
