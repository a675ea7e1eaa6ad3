//! The published JSON Schema is the one that the program has, and every example holds to it.

use crate::support::{Scratch, examples, home};

const PUBLISHED: &str = "assets/plan.schema.json";

#[test]
fn the_published_schema_is_the_one_of_the_program() {
    let ran = Scratch::new().run(&["schema"]);
    assert_eq!((ran.code, &*ran.err), (Some(0), ""));
    let published = std::fs::read_to_string(home().join(PUBLISHED)).unwrap();
    assert!(published == ran.out, "write it again: cargo run -- schema > {PUBLISHED}");
}

#[test]
fn every_example_as_json_holds_to_the_published_schema() {
    let schema: serde_json::Value =
        serde_json::from_slice(&std::fs::read(home().join(PUBLISHED)).unwrap()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let scratch = Scratch::new();
    let files: Vec<String> = examples().iter().map(|path| path.display().to_string()).collect();
    let args: Vec<&str> = ["export", "--to", "json", "-o", "out/"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .collect();
    let ran = scratch.run(&args);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let made = crate::support::files(&scratch.path().join("out"));
    assert_eq!(made.len(), files.len());
    for path in made {
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let told: Vec<_> =
            validator.iter_errors(&json).map(|e| format!("{}: {e}", e.instance_path())).take(9).collect();
        assert!(told.is_empty(), "{}: {told:#?}", path.display());
        assert!(json["activities"].as_array().is_some_and(|rows| rows.len() >= 10), "{}", path.display());
    }
}
