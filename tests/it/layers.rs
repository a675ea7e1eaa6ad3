//! The order of the layers, read from the sources: each uses only those before it.

use crate::support::sources;

/// The layers in their order.
const LAYERS: [&str; 15] = [
    "plan",
    "locale",
    "pack",
    "analysis",
    "checks",
    "file",
    "document",
    "merge",
    "export",
    "import",
    "portfolio",
    "cli",
    "text",
    "ui",
    "app",
];

/// Layers that build and run without a window.
const HEADLESS: usize = 12;

fn layer(path: &str) -> Option<usize> {
    let first = path.split(['/', '.']).next()?;
    LAYERS.iter().position(|layer| *layer == first)
}

/// Whether a file is compiled for tests alone, by its name.
fn is_test(path: &str) -> bool {
    let mut parts = path.split(['/', '.']);
    parts.any(|part| matches!(part, "tests" | "testing" | "sample" | "sim" | "fixture"))
}

/// The code without remarks, and without what follows `#[cfg(test)]` at the left margin: test modules stand last.
fn code(text: &str) -> String {
    let code: Vec<_> = text
        .lines()
        .take_while(|line| *line != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    code.join("\n")
}

/// The modules of this crate that a source names: `crate::a`, `crate::{a, b::{c}}`.
fn named_modules(text: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, start) in text.match_indices("crate::").map(|(i, s)| (i, i + s.len())) {
        if text[..at].ends_with(|c: char| is_name(c) || c == '$') {
            continue;
        }
        let rest = &text[start..];
        let Some(group) = rest.strip_prefix('{') else {
            found.extend(rest.split(|c| !is_name(c)).next());
            continue;
        };
        let mut depth = 0;
        let mut begins = 0;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    found.extend(group[begins..i].trim().split(|c| !is_name(c)).next());
                    begins = i + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    found
}

#[test]
fn names_are_found() {
    let check = |text: &str, expected: &[&str]| assert_eq!(named_modules(text), expected, "{text}");
    check("use crate::plan::Plan;", &["plan"]);
    check("use crate::{\n    file::{self, disk},\n    plan, export::X};", &["file", "plan", "export"]);
    check("let x = crate::ui::draw(); $crate::plan::X; mycrate::y", &["ui"]);
}

#[test]
fn each_layer_uses_only_those_before_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = layer(&path).filter(|_| !is_test(&path)) else { continue };
        for name in named_modules(&code(&text)) {
            if LAYERS.iter().position(|layer| *layer == name).is_some_and(|used| used > own) {
                wrong.push(format!("{path} uses crate::{name}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// Whether a code has this word, not as the end of a longer one.
fn says(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(i, _)| !code[..i].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

/// Words that may stand in the code of some layers alone.
fn only_in(words: &[&str], may: impl Fn(&str, usize) -> bool) {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = layer(&path) else { continue };
        if is_test(&path) || may(&path, own) {
            continue;
        }
        let code = code(&text);
        wrong.extend(words.iter().filter(|w| says(&code, w)).map(|w| format!("{path} says {w}")));
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn only_file_touches_the_disk() {
    let words = ["fs::", "File::create", "File::open", "OpenOptions"];
    only_in(&words, |path, _| path.starts_with("file/"));
}

#[test]
fn no_clock_before_the_command_line() {
    let words = ["SystemTime::now", "Instant::now", "DateTime::now", "Timestamp::now"];
    let cli = LAYERS.iter().position(|layer| *layer == "cli").unwrap();
    only_in(&words, |_, own| own >= cli);
}

#[test]
fn no_window_in_the_headless_half() {
    only_in(&["egui::", "eframe::", "rfd::"], |_, own| own >= HEADLESS);
}

#[test]
fn only_the_shell_opens_dialogs() {
    only_in(&["rfd::"], |path, _| path.starts_with("app/"));
}
