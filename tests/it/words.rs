//! Every key of interface words that the code asks for has words in every language.

use crate::support::sources;
use rencana::{
    locale::{Interface, Words},
    plan::{Block, Field},
};
use std::collections::BTreeSet;

/// What stands before a key in the code.
const ASKS: [&str; 8] = [
    ".get(\"",
    ".with(\"",
    ".word(\"",
    ".word_with(\"",
    "words: \"",
    ".fix(\"",
    ".saying(\"",
    "words.has(\"",
];

fn is_key(text: &str) -> bool {
    text.contains('-') && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

/// The text literals of a line, as they stand there.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Keys that stand in the code as they are: where words are asked for, and in functions that give keys away.
fn keys_in_code(text: &str) -> Vec<&str> {
    let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    let asked = ASKS.iter().flat_map(|ask| {
        code.match_indices(ask).filter_map(|(i, ask)| code[i + ask.len()..].split('"').next())
    });
    let mut inside = false;
    let given = code.lines().filter(move |line| {
        inside = (inside || line.contains("fn words(") || line.contains("fn heading(")) && *line != "    }";
        inside && line.contains("=> \"")
    });
    asked.chain(given.flat_map(literals)).filter(|key| is_key(key)).collect()
}

/// Keys of the closed lists of choices, from their declarations: `Depth = "depth" { Simple = "simple", }`.
fn keys_of_choices(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for declared in text.split("choice! {").skip(1) {
        let declared = declared.split("\n}").next().unwrap_or_default();
        let mut words = declared.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(literals);
        let Some(group) = words.next() else { continue };
        keys.extend(words.map(|word| format!("choice-{group}-{word}")));
    }
    keys
}

#[test]
fn keys_are_found() {
    let code = "w.get(\"save-failed\"); w.with(\n\"x\", y); cx.words.get(\"open\")\n    fn words(self) {\n  A => \"a-key\",\n    }\n\"no-key\"";
    assert_eq!(keys_in_code(code), ["save-failed", "a-key"]);
    let choices = "choice! {\n    /// \"Not this\".\n    Side = \"side\" {\n        Cause = \"cause\",\n    }\n}\n\"x\"";
    assert_eq!(keys_of_choices(choices), ["choice-side-cause"]);
}

#[test]
fn every_key_in_the_code_has_words_in_every_language() {
    let mut asked = BTreeSet::new();
    for (path, text) in sources() {
        asked.extend(keys_in_code(&text).into_iter().map(|key| (key.to_owned(), path.clone())));
        if path != "plan/record.rs" {
            asked.extend(keys_of_choices(&text).into_iter().map(|key| (key, path.clone())));
        }
    }
    for block in Block::ALL {
        let fields = block.fields().iter().map(|field| field.words());
        asked.extend(
            [block.words()].into_iter().chain(fields).map(|k| (k.to_owned(), "plan/place.rs".into())),
        );
    }
    assert!(asked.len() > 300, "{} keys", asked.len());
    for interface in Interface::ALL {
        let words = Words::new(*interface);
        // English stands in where a language lacks a key; that every language has the same keys is held beside the words.
        let missing: Vec<_> = asked.iter().filter(|(key, _)| !words.has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", interface.tag());
    }
}

/// Marks that the program keeps beside a card and its row, to see later which of them changed. Nobody writes them.
fn is_kept_by_the_program(field: &Field) -> bool {
    field.name().ends_with("agreed")
}

#[test]
fn every_field_and_every_section_has_help_and_a_worked_example_in_every_language() {
    let fields = Block::ALL.iter().flat_map(|block| block.fields());
    let mut keys: Vec<String> =
        fields.filter(|f| !is_kept_by_the_program(f)).map(|f| f.words().into()).collect();
    assert!(keys.len() > 200, "{} fields", keys.len());
    let pages =
        ["simple", "team", "context", "journal", "stakeholders", "trees", "strategy", "matrix", "activities"];
    let more = ["budget", "risks", "cooperation", "worksheets", "hand-over", "choices"];
    keys.extend(pages.iter().chain(&more).map(|page| format!("section-{page}")));
    let english = Words::new(Interface::English);
    for interface in Interface::ALL {
        let words = Words::new(*interface);
        for key in &keys {
            let (help, example) = (format!("help-{key}"), format!("help-{key}-example"));
            assert!(words.has(&help) && words.has(&example), "{}: no help for {key}", interface.tag());
            let said = words.get(&help);
            assert!(said.chars().count() > 10, "{}: {key}: {said}", interface.tag());
            assert!(!words.get(&example).trim().is_empty(), "{}: {key}", interface.tag());
            // A sentence of its own in each language; an example may be a number or a date in both.
            let is_own = *interface == Interface::English || said != english.get(&help);
            assert!(is_own, "{}: the help for {key} is in English", interface.tag());
        }
    }
}
