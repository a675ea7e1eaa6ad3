//! What leads a person through the plan, in the whole window: what comes next, how full each section is, help, search, palette,
//! checks that are left, the two forms of a plan.

use crate::{
    keyboard::Hand,
    support::{Scratch, examples},
    window::{Folder, example, has, page_tab, show_page, wait, window, window_speaking},
};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use rencana::{
    app::App,
    document::Document,
    file,
    locale::{Interface, Words},
    plan::{Block, Day, Depth, Edit, IdentityField, Plan, Row, UserText},
    ui::Page,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

fn saved(path: &Path) -> Plan {
    file::read(&std::fs::read(path).unwrap()).unwrap().plan
}

/// Changes a plan in its file.
fn change(path: &Path, edit: &Edit) {
    let mut document = Document::saved(saved(path));
    document.apply(edit).unwrap();
    std::fs::write(path, file::write(document.plan(), &file::Extras::default()).unwrap()).unwrap();
}

/// A new plan that follows the whole method.
fn empty(folder: &Folder) -> PathBuf {
    let path = folder.0.join("empty.plan.ron");
    if !path.exists() {
        let scratch = Scratch::new();
        let made = scratch.run(&["new", "--country", "NP", "-o", "empty.plan.ron"]);
        assert_eq!(made.code, Some(0), "{made:?}");
        std::fs::write(&path, scratch.read("empty.plan.ron")).unwrap();
        change(&path, &Edit::Identity(IdentityField::Depth(Some(Depth::Full))));
    }
    path
}

/// Goes to the first page.
fn first_page(window: &mut Harness<'_, App>) {
    for _ in 0..14 {
        window.key_press_modifiers(Modifiers::CTRL, Key::PageUp);
        window.run_ok();
    }
}

fn save(window: &mut Harness<'_, App>, path: &Path) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    let said = format!("Saved as {}", path.file_name().unwrap().to_string_lossy());
    wait(window, "the save", |h| has(h, &said));
}

#[test]
fn every_page_says_what_comes_next_wherever_the_sections_stand() {
    let folder = Folder::new("next");
    for path in [empty(&folder), example(&folder)] {
        for interface in Interface::ALL {
            let words = Words::new(*interface);
            let starts = ["next-is", "next-page"].map(|key| {
                let said = words.with(key, &[("what", "@".into()), ("page", "@".into())]);
                said.split('@').next().unwrap().to_owned()
            });
            let mut window = window_speaking(&folder.0, vec![path.clone()], interface.tag());
            let title = words.get("section-team").into_owned();
            wait(&mut window, "the plan", |h| page_tab(h, &title).is_some());
            // Wide, narrow, and with the list of sections hidden.
            for (width, hides) in [(1366.0, false), (880.0, false), (1366.0, true)] {
                window.set_size(egui::vec2(width, 768.0));
                window.run_ok();
                if hides {
                    window.key_press(Key::F9);
                    window.run_ok();
                }
                first_page(&mut window);
                let pages = Page::list(&saved(&path));
                assert_eq!(pages.len(), 13);
                for (_, page) in pages {
                    let name = words.get(page.words());
                    assert!(window.query_by_role_and_label(Role::Heading, &name).is_some(), "{name}");
                    let is_next = |label: &str| starts.iter().any(|start| label.starts_with(start.as_str()));
                    let lines = window.query_all_by(|node| {
                        matches!(node.role(), Role::Label | Role::Link)
                            && (node.label().or(node.value())).is_some_and(|said| is_next(&said))
                    });
                    assert_eq!(lines.count(), 1, "{name} at {width}, list hidden: {hides}");
                    window.key_press_modifiers(Modifiers::CTRL, Key::PageDown);
                    window.run_ok();
                }
            }
        }
    }
}

#[test]
fn how_full_a_section_is_is_said_in_words() {
    let folder = Folder::new("full");
    let said = |path: PathBuf, interface: &str, team: &str| {
        let mut window = window_speaking(&folder.0, vec![path], interface);
        wait(&mut window, "the plan", |h| page_tab(h, team).is_some());
        let tabs = window.query_all_by_role(Role::Tab);
        tabs.filter_map(|tab| tab.accesskit_node().label()).collect::<Vec<_>>()
    };
    let holds =
        |tabs: &[String], label: &str| assert!(tabs.iter().any(|tab| tab == label), "{label}: {tabs:#?}");
    let new = said(empty(&folder), "en", "Plan and team");
    holds(&new, "Plan and team, 2 of 6 done");
    holds(&new, "Budget, not begun");
    holds(&said(empty(&folder), "id", "Rencana dan tim"), "Anggaran, belum dimulai");
    holds(&said(example(&folder), "en", "Plan and team"), "Budget, complete");
}

#[test]
fn help_stands_beside_the_field_that_has_the_focus_and_f1_calls_it() {
    let folder = Folder::new("help");
    let mut hand = Hand { window: window(&folder.0, vec![example(&folder)]) };
    let words = Words::new(Interface::English);
    let helps = |hand: &Hand, key: &str| has(&hand.window, &words.get(&format!("help-{key}")));
    for (name, key) in [("Title", "field-identity-title"), ("Superior", "field-identity-superior")] {
        hand.tab_to(name);
        assert!(helps(&hand, key) && helps(&hand, &format!("{key}-example")), "{name}");
    }
    hand.press(Key::F10);
    assert!(!helps(&hand, "field-identity-superior"), "hidden");
    hand.press(Key::F1);
    assert!(helps(&hand, "field-identity-superior"), "called back, and still about the same field");
    // Another page: its own help until a field has the focus.
    hand.next_page("Journal");
    assert!(helps(&hand, "section-journal"));
}

#[test]
fn words_are_found_and_replaced_by_keys_in_one_place_and_in_all() {
    let folder = Folder::new("replace");
    let path = example(&folder);
    let before = std::fs::read_to_string(&path).unwrap();
    let count = |text: &str, word: &str| text.matches(word).count();
    let all = count(&before.to_lowercase(), "lokta");
    assert!(all > 5);
    let mut hand = Hand { window: window(&folder.0, vec![path.clone()]) };
    hand.press_with(Modifiers::COMMAND, Key::F);
    hand.is_at("Words to find");
    hand.write("lokta");
    let of = |at: &str, hand: &Hand| {
        let label =
            hand.window.query_all_by_label_contains(at).next().and_then(|node| node.accesskit_node().value());
        label.unwrap_or_default()
    };
    assert!(!of(" places", &hand).is_empty());
    hand.press(Key::Enter);
    assert!(of("1 of ", &hand).starts_with("1 of "), "Enter leads to the first");
    hand.is_at("Words to find");
    // One place.
    hand.fill("Words to put there", "daphne");
    hand.press_button("Replace");
    hand.press_with(Modifiers::COMMAND, Key::S);
    let text = || std::fs::read_to_string(&path).unwrap();
    wait(&mut hand.window, "the one word in the file", |_| count(&text(), "daphne") == 1);
    hand.press_with(Modifiers::COMMAND, Key::Z);
    hand.press_with(Modifiers::COMMAND, Key::S);
    wait(&mut hand.window, "the step back in the file", |_| text() == before);
    // All of them, one step.
    hand.press_with(Modifiers::COMMAND, Key::F);
    hand.is_at("Words to find");
    let words =
        hand.window.query_by_label_contains("Replace all ").unwrap().accesskit_node().label().unwrap();
    hand.press_button(&words);
    hand.press_with(Modifiers::COMMAND, Key::S);
    wait(&mut hand.window, "the words in the file", |_| count(&text(), "daphne") == all);
    assert_eq!(count(&text().to_lowercase(), "lokta"), 0, "in every text");
    hand.press_with(Modifiers::COMMAND, Key::Z);
    hand.press_with(Modifiers::COMMAND, Key::S);
    wait(&mut hand.window, "the plan as it was", |_| text() == before);
}

/// The first words of every row, with its block.
fn items(plan: &Plan) -> BTreeMap<Block, String> {
    fn rows<T: Row>(plan: &Plan, items: &mut BTreeMap<Block, String>) {
        for row in T::table(plan).iter() {
            let mut first = None;
            row.each_text(&mut |_, text| {
                let words = text.get(&plan.languages()[0]);
                if !words.is_blank() {
                    first.get_or_insert_with(|| words.raw().to_owned());
                }
            });
            if let Some(words) = first.filter(|words| words.chars().count() > 4 && !words.contains('\n')) {
                items.entry(T::BLOCK).or_insert(words);
            }
        }
    }
    let mut items = BTreeMap::new();
    macro_rules! all {
        ($($row:ident)*) => { $(rows::<rencana::plan::$row>(plan, &mut items);)* };
    }
    all!(KeyFigure Stakeholder Card Strategy Output Indicator Assumption Precondition Input Activity BudgetLine Risk
        Cooperation Lesson OvopSheet Cluster CreditCase Instrument);
    items
}

#[test]
fn the_palette_leads_to_every_kind_of_item_by_keys() {
    let folder = Folder::new("items");
    let mut led = BTreeMap::new();
    for from in examples() {
        let plan = saved(&from);
        let left: Vec<_> = items(&plan).into_iter().filter(|(block, _)| !led.contains_key(block)).collect();
        if left.is_empty() {
            continue;
        }
        let path = folder.0.join(from.file_name().unwrap());
        std::fs::copy(&from, &path).unwrap();
        let mut hand = Hand { window: window(&folder.0, vec![path]) };
        wait(&mut hand.window, "the plan", |h| has(h, "Superior"));
        for (block, words) in left {
            hand.press_with(Modifiers::COMMAND, Key::K);
            hand.write(&words);
            hand.press(Key::Enter);
            hand.window.run_steps(10);
            let focused = hand.window.query_all_by(|node| node.is_focused()).next();
            let node = focused.unwrap_or_else(|| panic!("nothing has the focus for {block:?} {words}"));
            let said = [node.accesskit_node().label(), node.accesskit_node().value()];
            let said: String = said.into_iter().flatten().collect();
            assert!(said.contains(&words), "{block:?}: {words} leads to {said}");
            led.insert(block, ());
        }
    }
    assert_eq!(led.len(), 18, "{led:?}");
}

#[test]
fn a_check_that_is_left_stays_left_in_the_file_and_is_taken_back() {
    let folder = Folder::new("left");
    let path = example(&folder);
    // The plan ends before it starts: an error.
    change(&path, &Edit::Identity(IdentityField::Finish("2016-01-01".parse::<Day>().ok())));
    let is_left = |path: &Path| {
        saved(path).silenced.iter().next().map(|s| (s.code.as_str().to_owned(), s.reason.clone()))
    };
    let said = |h: &Harness<'_, App>, start: &str| {
        let found = h.query_all_by_label_contains(start).find_map(|node| node.accesskit_node().label());
        found.filter(|label| label.starts_with(start))
    };
    let mut window = self::window(&folder.0, vec![path.clone()]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    window.key_press(Key::F8);
    wait(&mut window, "the findings", |h| said(h, "Leave it: ").is_some());
    let leave = said(&window, "Leave it: ").unwrap();
    window.get_by_label(&leave).click_accesskit();
    window.run_ok();
    window.event(egui::Event::Text("The fair moved".to_owned()));
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    save(&mut window, &path);
    let (code, reason) = is_left(&path).unwrap();
    assert!(leave.ends_with(&code) && reason == UserText::new("The fair moved"), "{leave}: {code}");
    drop(window);
    // Another day, another window.
    let mut window = self::window(&folder.0, vec![path.clone()]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    window.key_press(Key::F8);
    wait(&mut window, "what is left", |h| has(h, "Left as they are (1)"));
    assert!(!has(&window, &leave), "it is still left");
    window.get_by_label("Left as they are (1)").click_accesskit();
    window.run_ok();
    assert!(has(&window, "The fair moved"));
    let again = said(&window, "Look at it again: ").unwrap();
    window.get_by_label(&again).click_accesskit();
    window.run_ok();
    assert!(has(&window, &leave), "it is told again");
    save(&mut window, &path);
    assert_eq!(is_left(&path), None);
}

#[test]
fn the_short_form_and_the_whole_method_are_two_views_of_one_plan() {
    let folder = Folder::new("forms");
    let path = example(&folder);
    let before = std::fs::read(&path).unwrap();
    assert_eq!(saved(&path).identity.depth, Some(Depth::Full));
    let mut window = window(&folder.0, vec![path.clone()]);
    wait(&mut window, "the plan", |h| has(h, "Superior"));
    for (way, pages) in [("Use the short form", 4), ("Use the full method", 13)] {
        window.get_by_label(way).click_accesskit();
        window.run_ok();
        let names: Vec<_> =
            window.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label()).collect();
        assert_eq!(names.len(), pages, "{names:?}");
        for name in names {
            show_page(&mut window, name.split(", ").next().unwrap());
        }
        save(&mut window, &path);
        let depth = if pages == 4 { Depth::Simple } else { Depth::Full };
        wait(&mut window, "the form in the file", |_| saved(&path).identity.depth == Some(depth));
    }
    assert!(std::fs::read(&path).unwrap() == before, "to the letter");
}
