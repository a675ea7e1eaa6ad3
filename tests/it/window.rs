//! Journeys through the window, by the names that a screen reader hears.

use crate::support::home;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use rencana::{
    app::{self, App, Start},
    file,
};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rencana-{name}-{}", std::process::id()));
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

pub fn window(data: &Path, files: Vec<PathBuf>) -> Harness<'static, App> {
    window_in(data, files, "light")
}

pub fn window_in(data: &Path, files: Vec<PathBuf>, theme: &str) -> Harness<'static, App> {
    let settings = data.join("data/settings.ron");
    std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
    std::fs::write(settings, format!("(interface: \"en\", theme: \"{theme}\")")).unwrap();
    let mut harness = window_again(data, files);
    // The harness sets a theme of its own behind the one that the settings name.
    harness.ctx.set_theme(if theme == "light" { egui::Theme::Light } else { egui::Theme::Dark });
    harness.run_ok();
    harness
}

/// A window that speaks this language.
pub fn window_speaking(data: &Path, files: Vec<PathBuf>, interface: &str) -> Harness<'static, App> {
    let settings = data.join("data/settings.ron");
    std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
    std::fs::write(settings, format!("(interface: \"{interface}\", theme: \"light\")")).unwrap();
    window_again(data, files)
}

/// Shows a page by its entry in the list of sections, which says how full it is too.
pub fn show_page(harness: &mut Harness<'_, App>, name: &str) {
    page_tab(harness, name).unwrap_or_else(|| panic!("no page {name}")).click_accesskit();
    harness.run_ok();
}

/// The entry of a page in the list of sections, if it is there.
pub fn page_tab<'h>(harness: &'h Harness<'_, App>, name: &str) -> Option<Node<'h>> {
    let is_it =
        |label: &str| label.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(", "));
    harness.query_all_by_role(Role::Tab).find(|node| node.accesskit_node().label().is_some_and(|l| is_it(&l)))
}

/// A window that remembers what the last one over this folder left.
pub fn window_again(data: &Path, files: Vec<PathBuf>) -> Harness<'static, App> {
    let data = data.join("data");
    let start = Start { files, exit_after_first_frame: false, renderer: None, started: Instant::now() };
    let mut harness =
        Harness::builder().with_size([1366.0, 768.0]).with_max_steps(60).build_eframe(move |cc| {
            app::dress(&cc.egui_ctx);
            App::in_folder(&cc.egui_ctx, start, Some(data))
        });
    harness.run_ok();
    harness
}

/// Steps until something holds: work on threads has to arrive.
pub fn wait(harness: &mut Harness<'_, App>, what: &str, mut holds: impl FnMut(&Harness<'_, App>) -> bool) {
    let until = Instant::now() + Duration::from_secs(20);
    while !holds(harness) {
        assert!(Instant::now() < until, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(10));
        harness.step();
    }
}

pub fn example(folder: &Folder) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nepal-lokta-paper.plan.ron");
    let to = folder.0.join("lokta.plan.ron");
    std::fs::copy(from, &to).unwrap();
    to
}

pub fn has(harness: &Harness<'_, App>, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

pub fn field(harness: &Harness<'_, App>, label: &str) -> String {
    let node = harness.query_all_by_role_and_label(Role::TextInput, label).next().unwrap();
    node.value().unwrap_or_default()
}

pub fn type_into(harness: &mut Harness<'_, App>, label: &str, text: &str) {
    harness.query_all_by_role_and_label(Role::TextInput, label).next().unwrap().focus();
    harness.run_ok();
    harness.query_all_by_role_and_label(Role::TextInput, label).next().unwrap().type_text(text);
    harness.run_ok();
}

#[test]
fn a_plan_begins_with_its_country() {
    let folder = Folder::new("begin");
    let mut harness = window(&folder.0, Vec::new());
    harness.get_by_label("New plan for Nepal").click();
    harness.run_ok();
    assert_eq!(field(&harness, "Currency"), "NPR");
    type_into(&mut harness, "Title", "Lokta paper");
    assert_eq!(field(&harness, "Title"), "Lokta paper");
    // One step, with a name.
    harness.get_by_label("History").click();
    harness.run_ok();
    assert!(has(&harness, "Plan, title"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_ok();
    assert_eq!(field(&harness, "Title"), "");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run_ok();
    assert_eq!(field(&harness, "Title"), "Lokta paper");
}

#[test]
fn an_edit_reaches_the_file_and_nothing_else_does() {
    let folder = Folder::new("save");
    let path = example(&folder);
    let before = std::fs::read(&path).unwrap();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    // Saving without an edit changes no byte.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    type_into(&mut harness, "Superior", "X");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the edit in the file", |_| std::fs::read(&path).unwrap() != before);
    let plan = file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
    assert!(plan.identity.superior.raw().contains('X'), "{:?}", plan.identity.superior);
}

#[test]
fn a_date_that_is_being_typed_is_saved_with_the_rest() {
    let folder = Folder::new("draft");
    let path = folder.0.join("bamboo.plan.ron");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bhutan-bamboo.plan.ron");
    std::fs::copy(from, &path).unwrap();
    let finish = || file::read(&std::fs::read(&path).unwrap()).unwrap().plan.identity.finish;
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let retype = |harness: &mut Harness<'_, App>, text: &str| {
        harness.query_all_by_role_and_label(Role::TextInput, "Last day").next().unwrap().focus();
        harness.run_ok();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run_ok();
    };
    // The hand is still in the field when the plan is saved.
    retype(&mut harness, "2018-12-21");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the date in the file", |_| finish() == "2018-12-21".parse().ok());
    // And when another page comes.
    retype(&mut harness, "2018-12-28");
    harness.key_press_modifiers(Modifiers::CTRL, Key::PageDown);
    harness.run_ok();
    assert!(harness.query_by_role_and_label(Role::Heading, "Plan and team").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the date of the other page", |_| finish() == "2018-12-28".parse().ok());
    // Closing asks about it.
    harness.key_press_modifiers(Modifiers::CTRL, Key::PageUp);
    harness.run_ok();
    retype(&mut harness, "2018-11-30");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run_ok();
    assert!(has(&harness, "Do not save"));
}

#[test]
fn closing_asks_when_something_is_not_saved() {
    let folder = Folder::new("close");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run_ok();
    assert!(has(&harness, "Do not save"));
    harness.get_by_label("Cancel").click();
    harness.run_ok();
    assert!(has(&harness, "Superior"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run_ok();
    harness.get_by_label("Do not save").click();
    harness.run_ok();
    assert!(has(&harness, "Begin with your country"));
}

#[test]
fn work_of_a_run_that_ended_badly_is_offered_and_comes_back() {
    let folder = Folder::new("recover");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    let recovery = folder.0.join("data/recovery");
    let copies = || {
        let runs = std::fs::read_dir(&recovery).unwrap().filter_map(Result::ok);
        let files =
            runs.flat_map(|run| std::fs::read_dir(run.path()).into_iter().flatten().filter_map(Result::ok));
        files.filter(|f| f.file_name().to_string_lossy().ends_with(".about.ron")).count()
    };
    wait(&mut harness, "the recovery copy", |_| copies() > 0);
    // The run ends without a goodbye, but its lock goes as it does when a process dies: the folder moves to another data folder.
    let elsewhere = folder.0.join("again");
    std::fs::create_dir_all(elsewhere.join("data")).unwrap();
    std::fs::rename(&recovery, elsewhere.join("data/recovery")).unwrap();
    drop(harness);
    let mut again = window(&elsewhere, Vec::new());
    assert!(has(&again, "Recovered work"));
    again.get_by_label("Open it").click();
    again.run_ok();
    assert!(field(&again, "Superior").contains('X'));
    // It knows its file and can be saved there.
    again.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut again, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    let plan = file::read(&std::fs::read(&path).unwrap()).unwrap().plan;
    assert!(plan.identity.superior.raw().contains('X'));
}

#[test]
fn several_plans_stand_in_tabs_and_a_file_that_is_open_is_shown_again() {
    let folder = Folder::new("tabs");
    let path = example(&folder);
    let other = folder.0.join("other.plan.ron");
    std::fs::copy(home().join("examples/iran-filigree.plan.ron"), &other).unwrap();
    let tabs = |h: &Harness<'_, App>| {
        ["One village, one paper", "Silver thread, open door"]
            .map(|title| h.query_all_by_label_contains(&format!("Close {title}")).count())
    };
    let shows = |h: &Harness<'_, App>, superior: &str| has(h, "Superior") && field(h, "Superior") == superior;
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| shows(h, "Ramesh Prasad Sharma"));
    drag(&mut harness, other);
    wait(&mut harness, "the other plan", |h| shows(h, "Mohammad Hossein Rahimi"));
    assert_eq!(tabs(&harness), [1, 1]);
    // The same file by another way to it.
    drag(&mut harness, folder.0.join("../").join(folder.0.file_name().unwrap()).join("lokta.plan.ron"));
    wait(&mut harness, "the first plan again", |h| shows(h, "Ramesh Prasad Sharma"));
    assert_eq!(tabs(&harness), [1, 1]);
    harness.query_all_by_label_contains("Close One village").next().unwrap().click();
    harness.run_ok();
    assert!(shows(&harness, "Mohammad Hossein Rahimi"), "the other one is still open");
}

/// A file that somebody drags onto the window.
#[derive(Debug)]
struct Dragged(PathBuf);

impl egui::DroppedFile for Dragged {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|e| e.to_string())
    }
}

fn drag(harness: &mut Harness<'_, App>, path: PathBuf) {
    harness.input_mut().dropped_files.push(std::sync::Arc::new(Dragged(path)));
    harness.step();
}

#[test]
fn a_spreadsheet_that_is_dragged_onto_a_plan_comes_in_as_one_step() {
    let folder = Folder::new("import");
    let path = example(&folder);
    let table = folder.0.join("costs.csv");
    std::fs::write(&table, "Item,Quantity,Unit cost\nA new vat,2,5000\nSoda ash,40,90\n").unwrap();
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    drag(&mut harness, table);
    wait(&mut harness, "the table", |h| has(h, "Import from costs.csv"));
    harness.get_by_label("Look at the rows").click();
    harness.run_ok();
    harness.get_by_label("Take 2 changes").click();
    harness.run_ok();
    assert!(has(&harness, "2 changes were taken. Undo takes them back"));
    assert!(has(&harness, "Copy for a spreadsheet"), "the page with the new lines is shown");
    let lines = |path: &Path| file::read(&std::fs::read(path).unwrap()).unwrap().plan.budget.len();
    let before = lines(&path);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the save", |h| has(h, "Saved as lokta.plan.ron"));
    assert_eq!(lines(&path), before + 2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_ok();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the step back in the file", |_| lines(&path) == before);
    // What is no spreadsheet inside says so.
    let picture = folder.0.join("photo.xlsx");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0").unwrap();
    drag(&mut harness, picture);
    let said =
        "photo.xlsx cannot be imported. It is no spreadsheet. Choose a file that ends in .xlsx, .ods or .csv";
    wait(&mut harness, "the refusal", |h| has(h, said));
}

#[test]
fn somebody_else_s_change_is_never_written_over() {
    let folder = Folder::new("other");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    let text = std::fs::read_to_string(&path).unwrap();
    let theirs = text.replacen("Lokta", "Lokta and bamboo", 1);
    assert_ne!(text, theirs);
    std::fs::write(&path, &theirs).unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    wait(&mut harness, "the question", |h| has(h, "Take theirs"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    harness.get_by_label("Take theirs").click();
    wait(&mut harness, "their version", |h| has(h, "Superior") && !field(h, "Superior").contains('X'));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn what_somebody_else_did_is_noticed_when_the_window_comes_back() {
    let folder = Folder::new("mine");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path.clone()]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    type_into(&mut harness, "Superior", "X");
    harness.input_mut().focused = false;
    harness.step();
    let theirs = std::fs::read_to_string(&path).unwrap().replacen("Lokta", "Lokta and bamboo", 1);
    std::fs::write(&path, &theirs).unwrap();
    harness.step();
    assert!(!has(&harness, "Save mine as a copy..."), "not before somebody looks");
    harness.input_mut().focused = true;
    wait(&mut harness, "the question", |h| has(h, "Save mine as a copy..."));
    assert!(field(&harness, "Superior").contains('X'), "mine is still there");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs, "and theirs");
}

#[test]
fn the_palette_finds_commands_and_the_interface_changes_its_language() {
    let folder = Folder::new("palette");
    let mut harness = window(&folder.0, Vec::new());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_ok();
    type_into(&mut harness, "Find a command or an item", "indonesian");
    harness.key_press(Key::Enter);
    harness.run_ok();
    assert!(has(&harness, "Mulai dengan negara Anda"));
}

#[test]
fn a_broken_file_says_where_and_what_to_do() {
    let folder = Folder::new("broken");
    let path = folder.0.join("broken.plan.ron");
    std::fs::write(&path, "// Rencana action plan, schema 1.\n(\n  schema: 1,\n  identity: (title: \"x\"\n")
        .unwrap();
    let mut harness = window(&folder.0, vec![path]);
    wait(&mut harness, "the message", |h| has(h, "“broken.plan.ron” cannot be opened"));
    harness.get_by_label("Close").click();
    harness.run_ok();
    assert!(has(&harness, "Begin with your country"));
}

#[test]
fn every_page_draws_left_to_right_and_right_to_left_in_both_colours() {
    let folder = Folder::new("pages");
    for (name, theme) in
        [("nepal-lokta-paper", "light"), ("iran-filigree", "dark"), ("myanmar-farm-tools", "light")]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.plan.ron"));
        let mut harness = window_in(&folder.0, vec![path], theme);
        wait(&mut harness, "the plan", |h| has(h, "Superior"));
        for _ in 0..20 {
            harness.key_press_modifiers(Modifiers::CTRL, Key::PageDown);
            harness.run_ok();
        }
        let heading = harness.query_by_role_and_label(Role::Heading, "Hand over");
        assert!(heading.is_some(), "{name}: the last page");
    }
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let folder = Folder::new("idle");
    let path = example(&folder);
    let mut harness = window(&folder.0, vec![path]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let pages = harness.query_all_by_role(Role::Tab).count();
    for page in 0..pages {
        harness.query_all_by_role(Role::Tab).nth(page).unwrap().click_accesskit();
        harness.run_ok();
        // A field with the focus draws no blinking caret either.
        if let Some(field) = harness.query_all_by_role(Role::TextInput).next() {
            field.focus();
        }
        harness.run_ok();
        // Pictures and answers of threads may still come in.
        wait(&mut harness, "rest", |h| {
            h.output().viewport_output.values().all(|view| view.repaint_delay > Duration::from_secs(60))
        });
    }
    assert!(pages > 6, "{pages}");
}

#[test]
fn the_pane_beside_the_page_comes_into_a_narrow_window_when_it_is_asked_for() {
    let folder = Folder::new("narrow");
    let mut window = window(&folder.0, vec![example(&folder)]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    let is_there = |h: &Harness<'_, App>| has(h, "Comments");
    assert!(is_there(&window));
    window.set_size(egui::vec2(880.0, 600.0));
    window.run_ok();
    assert!(!is_there(&window), "no room by itself");
    for expected in [true, false] {
        window.key_press(Key::F1);
        window.run_ok();
        assert_eq!(is_there(&window), expected);
    }
    window.set_size(egui::vec2(1366.0, 768.0));
    window.run_ok();
    assert!(is_there(&window), "a wide one has it again");
}
