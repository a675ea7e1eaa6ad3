//! `rencana merge` from outside, and as the merge driver of git.

use crate::support::{Ran, Scratch, home};
use std::process::Command;

/// A plan with one output and one activity, by a first day, a name and more rows.
fn plan(start: &str, name: &str, more: &str) -> String {
    format!(
        "// Rencana action plan, schema 1. Made to be read and edited by hand; keep the ids.
#![enable(implicit_some)]
(
  schema: 1,
  id: \"000000000001\",
  identity: (
    title: (en: \"Weaving\"),
    languages: [\"en\"],
  ),
  outputs: [
    (
      id: \"000000000002\",
      text: (en: \"A common brand\"),
    ),
  ],
  activities: [
    (
      id: \"000000000003\",
      output: \"000000000002\",
      name: (en: \"{name}\"),
      start: \"{start}\",
    ),
{more}  ],
)
"
    )
}

const ADDED: &str = "    (
      id: \"000000000004\",
      output: \"000000000002\",
      name: (en: \"Print the labels\"),
    ),
";

const MERGE: [&str; 6] = ["merge", "base.plan.ron", "ours.plan.ron", "theirs.plan.ron", "-o", "out.plan.ron"];

fn put(scratch: &Scratch, base: &str, ours: &str, theirs: &str) {
    scratch.put("base.plan.ron", base);
    scratch.put("ours.plan.ron", ours);
    scratch.put("theirs.plan.ron", theirs);
}

#[test]
fn what_only_one_copy_changed_is_taken() {
    let scratch = Scratch::new();
    let base = plan("2017-10-02", "Ask the weavers", "");
    put(
        &scratch,
        &base,
        &plan("2017-11-06", "Ask the weavers", ""),
        &plan("2017-10-02", "Ask all weavers", ADDED),
    );
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    let expected = plan("2017-11-06", "Ask all weavers", ADDED);
    assert_eq!(String::from_utf8(scratch.read("out.plan.ron")).unwrap(), expected);
    // A file that is there is not written over, but for ours.
    let ran = scratch.run(&MERGE);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("out.plan.ron: is already there"), "{ran:?}");
    assert_eq!(scratch.run(&[&MERGE[..], &["--force"]].concat()).code, Some(0));
    let ran = scratch.run(&[&MERGE[..5], &["ours.plan.ron"]].concat());
    assert_eq!((ran.code, scratch.read("ours.plan.ron")), (Some(0), expected.into_bytes()));
}

#[test]
fn what_both_changed_is_told_and_kept_in_the_file() {
    let scratch = Scratch::new();
    let base = plan("2017-10-02", "Ask the weavers", "");
    put(
        &scratch,
        &base,
        &plan("2017-11-06", "Ask the weavers", ""),
        &plan("2018-01-08", "Ask the weavers", ""),
    );
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.err), (Some(1), ""), "{ran:?}");
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(
        lines[0],
        "out.plan.ron: Activity 1.1, start date: Both copies changed this. \
         Before: 2 October 2017. Ours: 6 November 2017. Theirs: 8 January 2018"
    );
    assert!(lines[1].starts_with("out.plan.ron: one thing is to be chosen"), "{lines:?}");
    let text = String::from_utf8(scratch.read("out.plan.ron")).unwrap();
    assert!(text.contains("      start: \"2017-11-06\",\n"), "ours stands: {text}");
    for value in ["base: \"2017-10-02\"", "mine: \"2017-11-06\"", "theirs: \"2018-01-08\""] {
        assert!(text.contains(value), "{value}: {text}");
    }
    // The file is in its usual form, and the check tells what is open.
    assert_eq!(scratch.run(&["fmt", "--check", "out.plan.ron"]).code, Some(0));
    let checked = scratch.run(&["check", "out.plan.ron"]).out;
    assert!(checked.contains("warning M1: Activity 1.1, start date: "), "{checked}");
    // For programs, and in Indonesian.
    let json = scratch.run(&[&MERGE[..], &["--force", "--format", "json"]].concat());
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let choice = &told["choices"][0];
    assert_eq!(
        (json.code, &choice["field"], &choice["theirs"]),
        (Some(1), &"start".into(), &"2018-01-08".into())
    );
    assert_eq!((&choice["clash"], &choice["row"]), (&"changed".into(), &"000000000003".into()));
    let ran = scratch.run(&[&MERGE[..], &["--force", "--interface", "id"]].concat());
    assert!(ran.out.contains("Kedua salinan mengubah ini"), "{ran:?}");
}

#[test]
fn remarks_and_unknown_fields_of_both_copies_stay() {
    let scratch = Scratch::new();
    let base = plan("2017-10-02", "Ask the weavers", "");
    let ours = base.replace("  outputs: [", "  // the brand comes first\n  outputs: [");
    let theirs = base.replace("      start: ", "      mood: Happy(3),\n      start: ");
    put(&scratch, &base, &ours, &theirs);
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.out), (Some(0), ""), "{ran:?}");
    let text = String::from_utf8(scratch.read("out.plan.ron")).unwrap();
    assert!(text.contains("// the brand comes first") && text.contains("mood: Happy(3)"), "{text}");
}

#[test]
fn a_row_that_one_copy_deleted_by_hand_comes_back_with_its_links() {
    let scratch = Scratch::new();
    let risk = |event: &str| {
        format!(
            "  risks: [\n    (\n      id: \"00000000000a\",\n      event: (en: \"{event}\"),\n    ),\n  ],\n"
        )
    };
    let with = |risks: &str| {
        let text = plan("2017-10-02", "Ask the weavers", "");
        let linked = text.replace("      start: ", "      risk: \"00000000000a\",\n      start: ");
        let end = linked.rfind(")").unwrap();
        format!("{}{risks}{}", &linked[..end], &linked[end..])
    };
    put(&scratch, &with(&risk("Flood")), &with(&risk("Flood in May")), &with(""));
    let ran = scratch.run(&MERGE);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.out.contains("Risk 1 (“Flood in May”): Their copy deleted this; mine works with it"),
        "{ran:?}"
    );
    let text = String::from_utf8(scratch.read("out.plan.ron")).unwrap();
    assert!(text.contains("risk: \"00000000000a\"") && text.contains("Flood in May"), "{text}");
    assert!(scratch.run(&["check", "out.plan.ron"]).out.lines().all(|line| !line.contains("note:")));
}

#[test]
fn an_empty_base_is_no_base() {
    let scratch = Scratch::new();
    let both = plan("2017-10-02", "Ask the weavers", "");
    put(&scratch, "", &both, &plan("2017-10-02", "Ask the weavers", ADDED));
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.out), (Some(0), ""), "{ran:?}");
    assert_eq!(scratch.read("out.plan.ron"), plan("2017-10-02", "Ask the weavers", ADDED).into_bytes());
}

#[test]
fn other_plans_and_broken_files_are_refused() {
    let scratch = Scratch::new();
    let base = plan("2017-10-02", "Ask the weavers", "");
    put(&scratch, &base, &base, &base.replace("id: \"000000000001\"", "id: \"000000000009\""));
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert!(ran.err.contains("not copies of one plan"), "{ran:?}");
    put(&scratch, &base, &base, "(schema: 1, identity: (");
    let ran = scratch.run(&MERGE);
    assert_eq!((ran.code, &*ran.out), (Some(2), ""));
    assert!(ran.err.starts_with("theirs.plan.ron: line 1"), "{ran:?}");
    assert!(!scratch.path().join("out.plan.ron").exists());
}

/// What the README tells people who use git.
fn lines_for_git() -> Vec<String> {
    let text = std::fs::read_to_string(home().join("README.md")).unwrap();
    let is_for_git = |line: &&str| line.starts_with("git config") || line.ends_with(".gitattributes");
    text.lines().filter(is_for_git).map(str::to_owned).collect()
}

#[test]
fn git_merges_plans_as_the_readme_says() {
    let has_git = Command::new("git").arg("--version").output().is_ok_and(|ran| ran.status.success());
    if !has_git || !cfg!(unix) {
        return;
    }
    let scratch = Scratch::new();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_rencana")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let shell = |line: &str| {
        let mut command = Command::new("sh");
        command.current_dir(scratch.path()).args(["-c", line]).env("PATH", &path).env("HOME", scratch.path());
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "XDG_CONFIG_HOME"] {
            command.env_remove(name);
        }
        command.env("GIT_CONFIG_NOSYSTEM", "1");
        Ran::new(&command.output().unwrap())
    };
    let git = |line: &str| {
        let ran = shell(line);
        assert_eq!(ran.code, Some(0), "{line}: {ran:?}");
    };
    let commit = |text: String| {
        scratch.put("weaving.plan.ron", text);
        git("git add -A && git commit -q -m change");
    };
    git("git init -q -b main && git config user.name Amina && git config user.email amina@example.org");
    let lines = lines_for_git();
    assert_eq!(lines.len(), 2, "{lines:?}");
    lines.iter().for_each(|line| git(line));
    commit(plan("2017-10-02", "Ask the weavers", ""));
    git("git checkout -q -b other");
    commit(plan("2017-10-02", "Ask all weavers", ADDED));
    git("git checkout -q main");
    commit(plan("2017-11-06", "Ask the weavers", ""));
    // Neighbouring lines: git alone would stop here.
    git("git merge -q other -m join");
    let read = || String::from_utf8(scratch.read("weaving.plan.ron")).unwrap();
    assert_eq!(read(), plan("2017-11-06", "Ask all weavers", ADDED));
    // And a real conflict: git stops, the file is whole and knows both answers.
    git("git checkout -q other");
    commit(plan("2018-01-08", "Ask all weavers", ADDED));
    git("git checkout -q main");
    let ran = shell("git merge -q other -m join");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let text = read();
    assert!(text.contains("start: \"2017-11-06\"") && text.contains("theirs: \"2018-01-08\""), "{text}");
    assert!(!text.contains("<<<<<<<"), "{text}");
    assert_eq!(scratch.run(&["fmt", "--check", "weaving.plan.ron"]).code, Some(0));
}
