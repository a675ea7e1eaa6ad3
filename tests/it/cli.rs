//! The command line from outside: what it prints, and what it tells the shell.

use crate::support::{Scratch, home};
use rencana::export::Format;
use std::process::Stdio;

/// A plan as the program writes it.
const PLAIN: &str = "\
// Rencana action plan, schema 1. Made to be read and edited by hand; keep the ids.
#![enable(implicit_some)]
(
  schema: 1,
  id: \"000000000001\",
  identity: (
    title: (
      en: \"Weaving\",
      ne: \"बुनाई\",
    ),
    country: \"NP\",
    languages: [\"en\", \"ne\"],
  ),
  outputs: [
    (
      id: \"000000000002\",
      text: (en: \"A common brand\"),
    ),
  ],
)
";

/// The same by another hand: other breaks, a remark, a field from the future.
const BY_HAND: &str =
    "(schema: 1, id: \"1\", identity: (title: {\"en\": \"Weaving\", \"ne\": \"बुनाई\"}, country: \"NP\",
    languages: [\"en\", \"ne\"], mood: Happy(3)),
  // the brand comes first
  outputs: [(id: \"2\", text: {\"en\": \"A common brand\"})])";

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn a_good_plan_is_clean() {
    let scratch = Scratch::new();
    scratch.put("good.plan.ron", PLAIN);
    let ran = scratch.run(&["fmt", "--check", "good.plan.ron"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    let ran = scratch.run(&["fmt", "good.plan.ron"]);
    assert_eq!((ran.code, &*ran.out, &*ran.err), (Some(0), "", ""));
    assert_eq!(scratch.read("good.plan.ron"), PLAIN.as_bytes());
}

#[test]
fn files_that_cannot_be_opened_say_why() {
    let scratch = Scratch::new();
    std::fs::create_dir(scratch.path().join("folder.plan.ron")).unwrap();
    let check = |bytes: &[u8], said: &[&str]| {
        scratch.put("bad.plan.ron", bytes);
        for command in [&["check"] as &[&str], &["fmt"], &["fmt", "--check"], &["export", "--to", "brief"]] {
            let ran = scratch.run(&[command, &["bad.plan.ron"]].concat());
            assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{command:?} {ran:?}");
            assert!(ran.err.starts_with("bad.plan.ron: "), "{ran:?}");
            assert!(said.iter().all(|said| ran.err.contains(said)), "{said:?} {ran:?}");
            assert_eq!(scratch.read("bad.plan.ron"), bytes, "{command:?} leaves a broken file alone");
        }
        let json: serde_json::Value =
            serde_json::from_str(&scratch.run(&["check", "--format", "json", "bad.plan.ron"]).out).unwrap();
        assert!(json["files"][0]["problem"]["message"].is_string(), "{json}");
    };
    check(b"", &["the file is empty"]);
    check(b"\xef\xbb\xbf \r\n", &["the file is empty"]);
    check(&utf16(PLAIN), &["UTF-16", "save it as UTF-8"]);
    check(&[0; 64], &["zero bytes", "power cut"]);
    check(b"{ \"title\": 1 }", &["this is JSON"]);
    check(b"PK\x03\x04", &["Word or Excel"]);
    check(b"# Weaving\n\nA plan.", &["line 1, column 1"]);
    check(PLAIN.replace("\"Weaving\"", "\"Wea\0ving\"").as_bytes(), &["line 8, column 15", "zero bytes"]);
    check(&PLAIN.as_bytes()[..PLAIN.len() - 12], &["not closed", "One row is still whole"]);
    check(
        PLAIN.replace("country: \"NP\",", "country: “NP”,").as_bytes(),
        &["line 11, column 14", "word processor", "\n   11 |     country: “NP”,\n      |              ^"],
    );
    check(
        format!("<<<<<<< ours\n{PLAIN}=======\n{PLAIN}>>>>>>> theirs\n").as_bytes(),
        &["two versions side by side", "delete the lines"],
    );
    for (name, said) in [("none.plan.ron", "is not there"), ("folder.plan.ron", "this is a folder")] {
        let ran = scratch.run(&["check", name]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains(said) && ran.err.matches(name).count() == 1, "{ran:?}");
    }
}

#[test]
fn findings_are_told_and_errors_count() {
    let scratch = Scratch::new();
    let wrong = PLAIN.replace("country: \"NP\"", "start: \"2018-01-01\",\n    finish: \"2017-01-01\"");
    scratch.put("wrong.plan.ron", &wrong);
    let ran = scratch.run(&["check", "wrong.plan.ron"]);
    assert_eq!((ran.code, &*ran.err), (Some(1), ""), "{ran:?}");
    let error = ran.out.lines().find(|line| line.starts_with("wrong.plan.ron: error ")).unwrap();
    assert!(error.contains(" P1: ") && error.contains("ends before it starts"), "{error}");
    let ran = scratch.run(&["check", "--format", "json", "wrong.plan.ron"]);
    assert_eq!(ran.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let findings = json["files"][0]["findings"].as_array().unwrap();
    let errors = findings.iter().filter(|f| f["severity"] == "error").count();
    assert!(errors > 0 && json["errors"] == errors, "{json}");
    for key in ["code", "block", "place", "message", "hint"] {
        assert!(
            findings.iter().all(|f| f[key].as_str().is_some_and(|said| !said.is_empty())),
            "{key} {json}"
        );
    }
    let indonesian = scratch.run(&["check", "--interface", "id", "wrong.plan.ron"]);
    assert!(indonesian.code == Some(1) && indonesian.out.contains("kesalahan"), "{indonesian:?}");
    scratch.put("broken.plan.ron", "(");
    let ran = scratch.run(&["check", "wrong.plan.ron", "broken.plan.ron", "wrong.plan.ron"]);
    let sum = ran.out.lines().last().unwrap();
    assert_eq!(ran.code, Some(2), "what could not be read weighs more than a finding");
    assert!(sum.starts_with(&format!("{} errors, ", 2 * errors)), "{sum}");
}

#[test]
fn a_new_plan_knows_its_country() {
    let scratch = Scratch::new();
    let args = ["new", "--country", "np", "--programme", "colombo-plan-smi-2017-batch-2"];
    let ran = scratch.run(&[&args[..], &["--title", "Dhaka weaving", "-o", "weaving"]].concat());
    assert_eq!((ran.code, &*ran.out), (Some(0), "weaving.plan.ron\n"), "{ran:?}");
    let text = String::from_utf8(scratch.read("weaving.plan.ron")).unwrap();
    for said in
        ["Dhaka weaving", "country: \"NP\"", "currency: \"NPR\"", "bikram-sambat", "\"saturday\"", "\"ne\""]
    {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert_eq!(scratch.run(&["fmt", "--check", "weaving.plan.ron"]).code, Some(0));
    let ran = scratch.run(&["new", "--country", "BR", "-o", "other.plan.ron"]);
    assert_eq!(ran.code, Some(0), "a country without a pack: {ran:?}");
    assert_ne!(
        scratch.read("other.plan.ron")[100..160],
        text.as_bytes()[100..160],
        "each plan has its own id"
    );
    let check = |args: &str, said: &str| {
        let ran = scratch.run(&args.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(said), "{said} {ran:?}");
    };
    check("new --country NP -o weaving.plan.ron", "weaving.plan.ron: is already there");
    check("new --country XX -o x", "XX: no country");
    check("new --country Nepal -o x", "two letters");
    check("new --country NP --programme nothing -o x", "Known are: colombo-plan-smi-2017-batch-2");
    check("new --country NP -o none/x", "the folder is not there");
    assert_eq!(String::from_utf8(scratch.read("weaving.plan.ron")).unwrap(), text);
}

#[test]
fn packs_of_the_user_are_found() {
    let scratch = Scratch::new();
    scratch.put(
        "data/packs/brazil.ron",
        "(pack: \"country\", code: \"BR\", currency: (value: \"EUR\", confidence: \"high\"))",
    );
    scratch.put("data/packs/broken.ron", "(pack: \"country\",\n code: ");
    let ran = scratch.run(&["new", "--country", "BR", "-o", "a"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("broken.ron, line 2"), "{ran:?}");
    assert!(String::from_utf8(scratch.read("a.plan.ron")).unwrap().contains("currency: \"EUR\""));
}

#[test]
fn what_was_repaired_is_told() {
    let scratch = Scratch::new();
    let check = |from: &str, to: &str, said: &[&str]| {
        scratch.put("odd.plan.ron", PLAIN.replace(from, to));
        let ran = scratch.run(&["check", "odd.plan.ron"]);
        assert_ne!(ran.code, Some(2), "{ran:?}");
        assert!(said.iter().all(|said| ran.out.contains(said)), "{said:?} {ran:?}");
    };
    check("\n", "\r\n", &["odd.plan.ron: note: ", "Windows line ends"]);
    check("// R", "\u{feff}// R", &["byte-order mark"]);
    check(
        "country: \"NP\"",
        "start: \"2017-13-40\"",
        &["Identity, start date", "year-month-day", "   11 | ", "^"],
    );
    check("  outputs: [", "  outputs: [(id: \"000000000002\"),", &["id", "Output 2"]);
    check("country: \"NP\"", "mood: Happy", &["mood"]);
}

#[test]
fn fmt_keeps_remarks_and_unknown_fields() {
    let scratch = Scratch::new();
    scratch.put("hand.plan.ron", BY_HAND);
    let ran = scratch.run(&["fmt", "--check", "hand.plan.ron"]);
    assert_eq!((ran.code, scratch.read("hand.plan.ron")), (Some(1), BY_HAND.into()), "{ran:?}");
    assert!(ran.out.contains("hand.plan.ron"), "{ran:?}");
    let ran = scratch.run(&["fmt", "hand.plan.ron"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let written = String::from_utf8(scratch.read("hand.plan.ron")).unwrap();
    let plain: Vec<_> =
        written.lines().filter(|l| !l.contains("mood: Happy(3)") && !l.contains("// the brand")).collect();
    assert_eq!(plain.join("\n") + "\n", PLAIN);
    assert!(written.contains("mood: Happy(3)") && written.contains("// the brand comes first"), "{written}");
    assert_eq!(scratch.run(&["fmt", "--check", "hand.plan.ron"]).code, Some(0));
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", "(");
    scratch.put("b.plan.ron", BY_HAND);
    let ran = scratch.run(&["fmt", "a.plan.ron", "b.plan.ron"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("b.plan.ron") && ran.err.contains("a.plan.ron"), "{ran:?}");
    assert_eq!(scratch.run(&["fmt", "--check", "b.plan.ron"]).code, Some(0));
    scratch.put("c.plan.ron", PLAIN);
    let ran = scratch.run(&["export", "a.plan.ron", "c.plan.ron", "--to", "pdf", "-o", "out"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(2), 1), "{ran:?}");
    assert!(scratch.read("out/c.pdf").starts_with(b"%PDF"));
}

#[test]
fn documents_go_where_they_are_sent() {
    let scratch = Scratch::new();
    scratch.put("in/a.plan.ron", PLAIN);
    scratch.put("in/b.ron", PLAIN);
    scratch.put("in/c", PLAIN);
    let check = |args: &str, made: &[&str]| {
        let args: Vec<_> = args.split(' ').collect();
        let ran = scratch.run(&[&["export", "--date", "2017-08-09"], &args[..]].concat());
        let mut out: Vec<_> = ran.out.lines().map(|line| line.replace('\\', "/")).collect();
        // Each is told when it is ready: of several plans the fastest first.
        out.sort_by_key(|line| made.iter().position(|name| name == line));
        assert_eq!((ran.code, out), (Some(0), made.iter().map(ToString::to_string).collect()), "{}", ran.err);
        for name in made {
            assert!(scratch.read(name).starts_with(b"%PDF"), "{name}");
        }
    };
    check("in/a.plan.ron --to pdf", &["in/a.pdf"]);
    check("in/b.ron in/c --to brief", &["in/b-brief.pdf", "in/c-brief.pdf"]);
    check("in/a.plan.ron --to brief -o one.pdf", &["one.pdf"]);
    check("in/a.plan.ron --to brief -o new/", &["new/a-brief.pdf"]);
    check("in/a.plan.ron --to pdf,brief --lang ne -o two", &["two/a.pdf", "two/a-brief.pdf"]);
    check("in/a.plan.ron --to pdf -o two --force", &["two/a.pdf"]);
    check("in/a.plan.ron --to pdf,pdf -o twice.pdf", &["twice.pdf"]);
    let ran = scratch.run(&["export", "in/a.plan.ron", "--to", "brief,all", "-o", "all"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), Format::ALL.len()), "{ran:?}");
}

#[test]
fn a_document_is_told_when_it_is_ready_while_others_are_made() {
    let scratch = Scratch::new();
    let names: Vec<String> = (0..8).map(|n| format!("{n}.plan.ron")).collect();
    for name in &names {
        scratch.put(name, PLAIN);
    }
    let mut command = scratch.rencana();
    command
        .arg("export")
        .args(&names)
        .args(["--to", "md,pdf", "-o", "out/"])
        .stdout(std::process::Stdio::piped());
    let mut running = command.spawn().unwrap();
    let mut told = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(running.stdout.as_mut().unwrap()), &mut told)
        .unwrap();
    let ready = std::fs::read_dir(scratch.path().join("out")).unwrap().count();
    assert!(told.trim_end().ends_with(".md") && scratch.path().join(told.trim_end()).exists(), "{told}");
    assert!(ready < 16, "told before the end");
    // Nobody listens any more, and the rest is made all the same.
    drop(running.stdout.take());
    assert_eq!(running.wait().unwrap().code(), Some(0));
    assert_eq!(std::fs::read_dir(scratch.path().join("out")).unwrap().count(), 16);
}

#[test]
fn the_matrix_stands_in_the_layout_that_was_asked_for() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN);
    let check = |layout: &[&str], heading: &str| {
        let args = [&["export", "a.plan.ron", "--to", "md", "--force", "-o", "a.md"], layout].concat();
        assert_eq!(scratch.run(&args).code, Some(0), "{layout:?}");
        let text = String::from_utf8(scratch.read("a.md")).unwrap();
        assert!(text.contains(heading), "{layout:?}: {text}");
    };
    check(&[], "## Project design matrix");
    check(&["--layout", "jica"], "## Project design matrix");
    check(&["--layout", "eu"], "## Logical framework");
    check(&["--layout", "dfid"], "## Logical framework");
}

#[test]
fn urdu_stands_in_nastaliq_where_that_is_asked_for() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", std::fs::read(home().join("examples/pakistan-gloves.plan.ron")).unwrap());
    for (style, is_nastaliq) in [(&[][..], false), (&["--nastaliq"], true)] {
        let args =
            [&["export", "a.plan.ron", "--to", "brief", "--lang", "ur", "--force", "-o", "a.pdf"], style];
        assert_eq!(scratch.run(&args.concat()).code, Some(0));
        let pdf = scratch.read("a.pdf");
        let has = pdf.windows(16).any(|part| part == b"NotoNastaliqUrdu");
        assert_eq!(has, is_nastaliq, "{style:?}");
    }
}

#[test]
fn many_plans_give_the_same_documents_as_one_by_one() {
    let scratch = Scratch::new();
    let names: Vec<String> = (0..12).map(|n| format!("{n}.plan.ron")).collect();
    for (n, name) in names.iter().enumerate() {
        scratch.put(name, PLAIN.replace("Weaving", &format!("Weaving {n}")));
    }
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    // Typesetting takes its time: three plans are enough to get in each other's way.
    let typeset = ["pdf", "brief", "slides", "handout", "jury"];
    let (slow, fast): (Vec<_>, Vec<_>) =
        Format::ALL.iter().map(|format| format.word()).partition(|word| typeset.contains(word));
    for (formats, files) in [(fast, &files[..]), (slow, &files[..3])] {
        let (count, formats) = (formats.len() * files.len(), formats.join(","));
        let options = ["--to", &formats, "--date", "2017-08-09", "--layout", "eu", "-o"];
        let ran = scratch.run(&[&["export"], files, &options[..], &["many/"]].concat());
        assert_eq!((ran.code, ran.out.lines().count()), (Some(0), count), "{ran:?}");
        for name in files {
            assert_eq!(scratch.run(&[&["export", *name], &options[..], &["one/"]].concat()).code, Some(0));
        }
    }
    for path in crate::support::files(&scratch.path().join("many")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(scratch.read(&format!("one/{name}")) == std::fs::read(&path).unwrap(), "{name}");
    }
}

#[test]
fn the_same_plan_and_date_give_the_same_document() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN);
    let export = |out: &str, date: &str| {
        let ran = scratch.run(&["export", "a.plan.ron", "--to", "pdf", "--date", date, "-o", out]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        scratch.read(out)
    };
    let first = export("1.pdf", "2017-08-09");
    assert!(first == export("2.pdf", "2017-08-09"));
    assert!(first != export("3.pdf", "2017-08-10"));
}

#[test]
fn nothing_is_overwritten_unasked() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN);
    scratch.put("b/a.plan.ron", PLAIN);
    scratch.put("there.pdf", "mine");
    let check = |args: &str, said: &str| {
        let args: Vec<_> = args.split(' ').collect();
        let ran = scratch.run(&[&["export", "--to", "pdf"], &args[..]].concat());
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(said), "{said} {ran:?}");
    };
    check("a.plan.ron -o there.pdf", "there.pdf: is already there");
    check("a.plan.ron b/a.plan.ron -o out", "two documents");
    check("a.plan.ron --force -o a.plan.ron", "is one of the plans");
    check("a.plan.ron --force -o b/../a.plan.ron", "is one of the plans");
    check("a.plan.ron -o none/a.pdf", "the folder is not there");
    check("a.plan.ron --force -o there.pdf/x/", "there.pdf");
    assert_eq!(scratch.read("there.pdf"), b"mine");
    assert_eq!(scratch.read("a.plan.ron"), PLAIN.as_bytes());
    assert!(!scratch.path().join("out").exists(), "a refused export leaves no folder");
}

#[test]
fn wrong_arguments_are_refused_with_help() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN);
    let check = |args: &str, said: &str| {
        let ran = scratch.run(&args.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, &*ran.out), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains(said) && ran.err.contains("--help"), "{said} {ran:?}");
    };
    check("export a.plan.ron", "--to <FORMAT>");
    check("export a.plan.ron --to doc", "possible values: pdf, brief, ");
    check("export a.plan.ron --to pdf --date 9.8.2017", "year-month-day");
    check("export a.plan.ron --to pdf --lang English!", "language tag");
    check("export a.plan.ron --to pdf --layout usaid", "possible values: jica, eu, dfid");
    check("check", "<FILE>");
    check("--frobnicate", "--frobnicate");
    check("check a.plan.ron --interface xx", "possible values: en, id");
    check("--renderer vulkan", "glow, wgpu");
}

#[test]
fn help_and_version_are_everywhere() {
    let scratch = Scratch::new();
    for command in ["", "new", "check", "fmt", "export", "merge", "schema"] {
        let args = |flag| [command, flag].into_iter().filter(|arg| !arg.is_empty()).collect::<Vec<_>>();
        let help = scratch.run(&args("--help"));
        assert_eq!((help.code, &*help.err), (Some(0), ""), "{command}");
        assert!(help.out.contains("Usage: rencana") && help.out.contains("Exit codes:"), "{}", help.out);
        let version = scratch.run(&args("--version"));
        assert_eq!(version.code, Some(0), "{command}");
        assert!(version.out.trim_end().ends_with(env!("CARGO_PKG_VERSION")), "{version:?}");
    }
}

/// The window says that there is no desktop, and what works without one.
#[cfg(all(feature = "gui", target_os = "linux"))]
#[test]
fn without_a_desktop_the_command_line_is_named() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN);
    for args in [&[][..], &["a.plan.ron"], &["--exit-after-first-frame"]] {
        let mut program = scratch.rencana();
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            program.env_remove(name);
        }
        let output = program.args(args).output().unwrap();
        assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]), "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("no desktop") && said.contains("rencana --help"), "{said}");
    }
}

#[test]
fn text_of_strangers_does_not_steer_the_terminal() {
    let scratch = Scratch::new();
    let evil = PLAIN.replace("country: \"NP\"", "start: \"\u{1b}[2J\u{202e}\u{9b}31m\"");
    scratch.put("evil.plan.ron", evil);
    for format in ["text", "json"] {
        let ran = scratch.run(&["check", "--format", format, "evil.plan.ron"]);
        let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!ran.out.contains(steers) && !ran.err.contains(steers), "{ran:?}");
        assert!(ran.out.contains("31m"), "{ran:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let scratch = Scratch::new();
    scratch.put("a.plan.ron", PLAIN.replace('\n', "\r\n"));
    let mut child = scratch
        .rencana()
        .args(["check"])
        .args(vec!["a.plan.ron"; 2000])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_ne!(output.status.code(), Some(101));
    assert_ne!(output.status.code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_does_not_arrive_is_a_failure() {
    let scratch = Scratch::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = scratch.rencana().arg("--help").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be printed"));
}
