//! What README tells people to type works.

use crate::support::{Ran, Scratch, files, home};
use rencana::cli::{self, Asked};

/// What runs without a window.
const COMMANDS: [&str; 6] = ["new", "check", "fmt", "export", "merge", "schema"];

/// The lines of README's code blocks that start the program.
fn commands() -> Vec<String> {
    let text = std::fs::read_to_string(home().join("README.md")).unwrap();
    let blocks = text.split("```").skip(1).step_by(2);
    blocks
        .flat_map(str::lines)
        .filter(|line| line.split(' ').next() == Some("rencana"))
        .map(str::to_owned)
        .collect()
}

/// Words of a command line; quotation marks hold words together.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap_or_default();
    let (mut words, mut quoted) = (Vec::new(), false);
    let mut word = String::new();
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.extend(Some(std::mem::take(&mut word)).filter(|w| !w.is_empty())),
            c => word.push(c),
        }
    }
    words.extend(Some(word).filter(|w| !w.is_empty()));
    words
}

/// Names with a star become the files that they stand for, as a shell does it.
fn expanded(word: String, scratch: &Scratch) -> Vec<String> {
    let Some((start, end)) = word.split_once('*') else { return vec![word] };
    let found = files(scratch.path()).into_iter().filter_map(|path| {
        let name = path.strip_prefix(scratch.path()).ok()?.to_str()?.replace('\\', "/");
        (name.starts_with(start) && name.ends_with(end)).then_some(name)
    });
    found.collect()
}

#[test]
fn every_command_of_the_readme_works() {
    let scratch = Scratch::new();
    for path in files(&home().join("examples")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        scratch.put(&format!("examples/{name}"), std::fs::read(&path).unwrap());
    }
    // Three copies for the line that joins them.
    let plan = std::fs::read(home().join("examples/nepal-lokta-paper.plan.ron")).unwrap();
    for name in ["base", "ours", "theirs"] {
        scratch.put(&format!("{name}.plan.ron"), &plan);
    }
    let commands = commands();
    assert!(commands.len() >= 5, "{commands:?}");
    for line in commands {
        let args: Vec<_> = words(&line).into_iter().flat_map(|word| expanded(word, &scratch)).collect();
        let is_command = args.get(1).is_some_and(|arg| COMMANDS.contains(&arg.as_str()));
        if is_command || args.iter().any(|arg| arg == "--help" || arg == "--version") {
            let ran = Ran::new(&scratch.rencana().args(&args[1..]).output().unwrap());
            assert_eq!(ran.code, Some(0), "{line}: {ran:?}");
        } else {
            // A window is the matter of other tests: here only what it would open counts.
            let asked = cli::run(&args, &mut std::io::sink(), &mut std::io::sink());
            let Asked::Window(window) = asked else { panic!("{line}: {asked:?}") };
            assert!(window.files.iter().all(|file| scratch.path().join(file).is_file()), "{line}");
        }
    }
}
