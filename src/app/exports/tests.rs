//! Documents on their threads: made, stopped, and never over a file that nobody was asked about.

use super::*;
use crate::app::{Start, dialogs::Goal, questions::Question};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rencana-exports-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A window with a worked plan in it.
fn window(folder: &Path) -> (Harness<'static, App>, Tab) {
    window_with(folder, "nepal-lokta-paper")
}

fn window_with(folder: &Path, example: &'static str) -> (Harness<'static, App>, Tab) {
    let data = folder.to_owned();
    let start =
        Start { files: Vec::new(), exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            crate::app::dress(&cc.egui_ctx);
            let mut app = App::in_folder(&cc.egui_ctx, start, Some(data));
            app.speak(Interface::English);
            app.open_example(example);
            app
        });
    harness.run_ok();
    let tab = harness.state().current_tab().unwrap();
    (harness, tab)
}

fn begin(harness: &mut Harness<'_, App>, tab: Tab, format: Format, path: &Path) {
    let ctx = harness.ctx.clone();
    harness.state_mut().export(&ctx, tab, (format, Lang::new("ne")), path.to_owned());
}

fn until_done(harness: &mut Harness<'_, App>) {
    let until = Instant::now() + Duration::from_secs(60);
    while !harness.state().making.is_empty() {
        assert!(Instant::now() < until, "the export does not end");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    harness.step();
}

#[test]
fn a_document_is_made_and_offered_and_what_was_chosen_is_remembered() {
    let folder = Folder::new("made");
    let (mut harness, tab) = window(&folder.0);
    let path = folder.0.join("out.md");
    begin(&mut harness, tab, Format::Markdown, &path);
    until_done(&mut harness);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# "));
    for button in ["Open it", "Open its folder"] {
        harness.get_by_label(button);
    }
    let settings = crate::app::settings::Settings::load(Some(&folder.0));
    assert_eq!(settings.hand_over().last, Some((Format::Markdown, Lang::new("ne"))));
    assert_eq!(settings.export_folder.as_deref(), Some(folder.0.as_path()));
}

#[test]
fn the_style_of_urdu_is_chosen_where_documents_are_made() {
    let folder = Folder::new("urdu");
    let (mut harness, tab) = window(&folder.0);
    harness.state_mut().plan_of(tab).unwrap().page = crate::ui::Page::HandOver;
    harness.run_ok();
    assert!(harness.query_by_label("Nastaliq").is_none(), "a plan without Urdu has no such choice");
    let (mut harness, tab) = window_with(&folder.0, "pakistan-gloves");
    for (style, is_nastaliq) in [("Nastaliq", true), ("Naskh", false)] {
        harness.state_mut().plan_of(tab).unwrap().page = crate::ui::Page::HandOver;
        harness.run_ok();
        harness.get_by_label(style).click();
        harness.run_ok();
        harness.run_ok();
        assert_eq!(crate::text::is_nastaliq(&harness.ctx), is_nastaliq);
        assert_eq!(crate::app::settings::Settings::load(Some(&folder.0)).nastaliq, is_nastaliq);
    }
}

#[test]
fn a_document_that_takes_long_is_told_and_can_be_stopped() {
    let folder = Folder::new("stopped");
    let (mut harness, tab) = window(&folder.0);
    let path = folder.0.join("out.pdf");
    std::fs::write(&path, "what was there").unwrap();
    begin(&mut harness, tab, Format::Pdf, &path);
    // As if it had begun long ago.
    harness.state_mut().making[0].since = -10.0;
    harness.step();
    let name = "Stop: out.pdf";
    if harness.query_by_label(name).is_some() {
        harness.get_by_label(name).click_accesskit();
        harness.step();
    }
    harness.state_mut().making.iter().for_each(|m| m.cancel.stop());
    until_done(&mut harness);
    harness.get_by_label("The export was stopped");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "what was there");
}

#[test]
fn how_far_a_document_is_can_be_seen_and_escape_stops_it() {
    let folder = Folder::new("steps");
    let (mut harness, tab) = window(&folder.0);
    let cancel = Cancel::default();
    let making =
        Making { number: 7, name: "long.pdf".into(), cancel: cancel.clone(), since: -3.0, part: None };
    harness.state_mut().making.push(making);
    for (step, said) in [
        (Step::Reading, "reading the plan"),
        (Step::Pages, "laying out the pages"),
        (Step::Writing, "writing the file"),
    ] {
        cancel.reach(step);
        harness.step();
        harness.step();
        harness.get_by(|node| {
            node.label()
                .or_else(|| node.value())
                .is_some_and(|words| words.contains(&format!("long.pdf: {said}")))
        });
    }
    harness.ctx.memory_mut(|m| m.focused().into_iter().for_each(|id| m.surrender_focus(id)));
    harness.key_press(egui::Key::Escape);
    harness.step();
    assert!(cancel.is_stopped());
    harness.step();
    harness.get_by(|node| {
        let words = node.label().or_else(|| node.value());
        words.is_some_and(|words| words.contains("No file is made"))
    });
    // A real one that is stopped at once leaves nothing behind, and the window goes on.
    harness.state_mut().making.clear();
    let path = folder.0.join("never.pdf");
    begin(&mut harness, tab, Format::Pdf, &path);
    harness.state_mut().making.iter().for_each(|m| m.cancel.stop());
    until_done(&mut harness);
    assert!(!path.exists());
    assert_eq!(
        std::fs::read_dir(&folder.0)
            .unwrap()
            .filter(|f| f.as_ref().unwrap().path().extension().is_some_and(|e| e == "pdf" || e == "tmp"))
            .count(),
        0
    );
}

#[test]
fn nothing_is_written_over_unasked() {
    let folder = Folder::new("asked");
    let (mut harness, tab) = window(&folder.0);
    let path = folder.0.join("out.md");
    std::fs::write(&path, "mine").unwrap();
    let ctx = harness.ctx.clone();
    let purpose = SaveFor::Export(Format::Markdown, None);
    // An ending that the program adds leads to a file that nobody was asked about.
    harness.state_mut().name_chosen(&ctx, tab, purpose.clone(), folder.0.join("out"));
    assert!(matches!(harness.state().questions.front(), Some(Question::Overwrite(_, _, p)) if *p == path));
    harness.state_mut().questions.clear();
    // The program's own dialog asks about nothing, so the program does.
    harness.state_mut().ask_export(tab, Format::Markdown, None, None);
    assert!(harness.state().dialogs.was_own());
    harness.state_mut().name_chosen(&ctx, tab, purpose, path.clone());
    assert!(matches!(harness.state().questions.front(), Some(Question::Overwrite(..))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert!(harness.state().making.is_empty());
}

#[test]
fn a_document_that_cannot_be_written_says_why_and_what_to_do() {
    let folder = Folder::new("failed");
    let (mut harness, tab) = window(&folder.0);
    std::fs::create_dir(folder.0.join("taken.md")).unwrap();
    let missing = folder.0.join("stick").join("out.md");
    for (path, words) in [
        (missing, "The folder is not there. Plug the stick in again, or save in another folder"),
        (folder.0.join("taken.md"), "A folder has this name. Choose another name"),
    ] {
        begin(&mut harness, tab, Format::Markdown, &path);
        until_done(&mut harness);
        harness.get_by_label_contains(words);
    }
}

#[test]
fn the_dialog_begins_in_the_folder_of_the_last_document_with_a_name_that_every_system_takes() {
    let folder = Folder::new("begins");
    let (mut harness, tab) = window(&folder.0);
    begin(&mut harness, tab, Format::Markdown, &folder.0.join("out.md"));
    until_done(&mut harness);
    let name = export::file_name(harness.state_mut().plan_of(tab).unwrap().plan(), Format::Slides);
    assert_eq!(
        name,
        "One village, one paper lokta makers of Baglung sell finished stationery under a-slides.pdf"
    );
    let ask = |app: &App| app.ask_for(String::new(), &["pdf"], Goal::Save(name.clone()));
    assert_eq!(ask(harness.state()).folder.as_deref(), Some(folder.0.as_path()));
    assert_eq!(ask(harness.state()).goal, Goal::Save(name.clone()));
    // A folder that is gone is no place to begin in.
    harness.state_mut().settings.export_folder = Some(folder.0.join("stick"));
    assert_ne!(ask(harness.state()).folder, Some(folder.0.join("stick")));
}

/// The way of "Save as" and of "Save mine as a copy", where the system has no dialog.
#[test]
fn a_plan_is_saved_under_a_name_that_the_program_s_own_dialog_asked_for() {
    let folder = Folder::new("own");
    let (mut harness, tab) = window(&folder.0);
    let recent = folder.0.join("other.plan.ron");
    harness.state_mut().settings.remember(&recent, "Other", None, clock::now());
    harness.state_mut().ask_save(tab, None);
    harness.run_ok();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "File:").type_text("mine");
    harness.run_ok();
    harness.key_press(egui::Key::Enter);
    let copy = folder.0.join("mine.plan.ron");
    let until = Instant::now() + Duration::from_secs(20);
    while !copy.exists() {
        assert!(Instant::now() < until, "the copy is not there");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
    let plan = crate::file::read(&std::fs::read(&copy).unwrap()).unwrap().plan;
    assert_eq!(plan.identity.superior.raw(), "Ramesh Prasad Sharma");
}

/// Every kind of document of the plans, into a folder.
fn begin_all(harness: &mut Harness<'_, App>, tabs: Vec<Tab>, folder: &Path) {
    let ctx = harness.ctx.clone();
    let several = Several { tabs, formats: Format::ALL.to_vec(), lang: Lang::new("ne") };
    harness.state_mut().folder_chosen(&ctx, several, folder.to_owned());
}

fn files_in(folder: &Path) -> Vec<String> {
    let all =
        std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().to_string_lossy().into_owned());
    let mut all: Vec<_> = all.collect();
    all.sort();
    all
}

#[test]
fn several_documents_of_several_plans_are_made_while_the_window_paints() {
    let folder = Folder::new("several");
    let (mut harness, first) = window(&folder.0);
    harness.state_mut().open_example("nepal-lokta-paper");
    harness.state_mut().open_example("pakistan-gloves");
    harness.run_ok();
    let tabs: Vec<_> = harness.state().open.iter().map(|open| open.tab).collect();
    assert!(tabs.len() == 3 && tabs[0] == first);
    let out = folder.0.join("out");
    std::fs::create_dir(&out).unwrap();
    begin_all(&mut harness, tabs, &out);
    harness.state_mut().making[0].since = -10.0;
    let until = Instant::now() + Duration::from_secs(120);
    let (mut frames, mut longest, mut told) = (0, Duration::ZERO, std::collections::BTreeSet::new());
    while !harness.state().making.is_empty() {
        assert!(Instant::now() < until, "the export does not end");
        let begun = Instant::now();
        harness.step();
        longest = longest.max(begun.elapsed());
        frames += 1;
        let said = harness.query_by_label_contains("of 45, ");
        let said =
            said.and_then(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()));
        told.extend(said.and_then(|said| said.split(',').next().map(str::to_owned)));
        std::thread::sleep(Duration::from_millis(4));
    }
    assert!(frames > 45, "{frames} frames");
    assert!(longest < Duration::from_secs(1), "one frame took {longest:?}");
    assert!(told.len() > 10, "{told:?}");
    harness.step();
    harness.get_by_label_contains("45 documents are ready in “out”");
    harness.get_by_label("Open its folder");
    let files = files_in(&out);
    assert_eq!(files.len(), 45, "{files:?}");
    let copies = files.iter().filter(|name| name.contains(" (2)")).count();
    assert_eq!(copies, Format::ALL.len(), "two plans of one title have names of their own");
    assert!(files.iter().all(|name| !name.ends_with(".tmp")));
    assert_eq!(harness.state().settings.export_folder.as_deref(), Some(out.as_path()));
}

#[test]
fn several_documents_are_stopped_inside_one_and_what_is_ready_stays_whole() {
    let folder = Folder::new("several-stopped");
    let (mut harness, tab) = window(&folder.0);
    let out = folder.0.join("out");
    std::fs::create_dir(&out).unwrap();
    begin_all(&mut harness, vec![tab], &out);
    // The slides are third.
    let until = Instant::now() + Duration::from_secs(60);
    while harness.state().making[0].part.is_none_or(|part| part.at < 3) {
        assert!(Instant::now() < until, "the third document does not begin");
        harness.step();
    }
    harness.state().making[0].cancel.stop();
    until_done(&mut harness);
    let files = files_in(&out);
    assert!((2..5).contains(&files.len()), "{files:?}");
    for name in &files {
        let bytes = std::fs::read(out.join(name)).unwrap();
        assert!(bytes.starts_with(b"%PDF") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name} is whole");
    }
    harness.get_by_label_contains(&format!("Stopped. {} of 15 documents are ready in “out”", files.len()));
}

#[test]
fn files_that_are_there_already_are_asked_about_together() {
    let folder = Folder::new("several-there");
    let (mut harness, tab) = window(&folder.0);
    let name = export::file_name(harness.state_mut().plan_of(tab).unwrap().plan(), Format::Csv);
    let there = folder.0.join(&name);
    std::fs::write(&there, "mine").unwrap();
    begin_all(&mut harness, vec![tab], &folder.0);
    harness.run_ok();
    harness.get_by_label("Replace one file?");
    harness.get_by_label(&name);
    harness.get_by_label("Cancel").click();
    harness.run_ok();
    assert!(harness.state().making.is_empty());
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
    begin_all(&mut harness, vec![tab], &folder.0);
    harness.run_ok();
    harness.get_by_label("Replace them").click();
    harness.step();
    until_done(&mut harness);
    assert_ne!(std::fs::read_to_string(&there).unwrap(), "mine");
}

/// Asks for the name of a PDF and waits until it is laid out, so that only the name is missing.
fn laid_out_early(harness: &mut Harness<'_, App>, tab: Tab) -> Cancel {
    harness.state_mut().ask_export(tab, Format::Pdf, Lang::new("ne"), None);
    let cancel = harness.state().early.as_ref().unwrap().cancel().clone();
    let until = Instant::now() + Duration::from_secs(60);
    while cancel.step() != Step::Writing {
        assert!(Instant::now() < until, "the document is not begun before its name is there");
        std::thread::sleep(Duration::from_millis(10));
    }
    cancel
}

fn named(harness: &mut Harness<'_, App>, tab: Tab, path: &Path) -> Cancel {
    let ctx = harness.ctx.clone();
    let purpose = SaveFor::Export(Format::Pdf, Lang::new("ne"));
    harness.state_mut().name_chosen(&ctx, tab, purpose, path.to_owned());
    let cancel = harness.state().making[0].cancel.clone();
    until_done(harness);
    cancel
}

/// What is made at once, without a name being asked, has the same bytes.
fn assert_is_made_the_same_now(harness: &mut Harness<'_, App>, tab: Tab, first: &Path) {
    let again = first.with_file_name("again.pdf");
    begin(harness, tab, Format::Pdf, &again);
    until_done(harness);
    assert!(std::fs::read(first).unwrap() == std::fs::read(&again).unwrap());
}

fn layouts(cancel: &Cancel) -> usize {
    cancel.steps().iter().filter(|step| **step == Step::Pages).count()
}

#[test]
fn a_document_is_laid_out_while_its_name_is_asked_and_only_once() {
    let folder = Folder::new("early");
    let (mut harness, tab) = window(&folder.0);
    let early = laid_out_early(&mut harness, tab);
    let first = folder.0.join("early.pdf");
    let made = named(&mut harness, tab, &first);
    assert_eq!((layouts(&early), layouts(&made)), (1, 1));
    assert!(!early.is_stopped() && harness.state().early.is_none());
    assert_is_made_the_same_now(&mut harness, tab, &first);
}

#[test]
fn what_changed_while_a_name_was_asked_is_in_the_document() {
    let folder = Folder::new("early-changed");
    let (mut harness, tab) = window(&folder.0);
    let early = laid_out_early(&mut harness, tab);
    let edit =
        crate::plan::Edit::Context(crate::plan::ContextField::Problem(crate::plan::Text::english("x")));
    harness.state_mut().plan_of(tab).unwrap().document.apply(&edit).unwrap();
    // It is checked anew.
    harness.run_ok();
    let first = folder.0.join("early.pdf");
    named(&mut harness, tab, &first);
    assert!(early.is_stopped());
    assert_is_made_the_same_now(&mut harness, tab, &first);
}

#[test]
fn a_document_that_gets_no_name_is_stopped() {
    let folder = Folder::new("early-stopped");
    let (mut harness, tab) = window(&folder.0);
    let early = laid_out_early(&mut harness, tab);
    let purpose = SaveFor::Export(Format::Pdf, Lang::new("ne"));
    let ctx = harness.ctx.clone();
    harness.state_mut().take(&ctx, Done::PickedToSave(tab, purpose, None));
    assert!(early.is_stopped() && harness.state().early.is_none() && harness.state().making.is_empty());
}
