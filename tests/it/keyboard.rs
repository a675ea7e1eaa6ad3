//! A plan from nothing to the last page by the keyboard alone: Tab, arrows, Enter, shortcuts, the palette. What has the focus is
//! known by the name that a screen reader says; nothing is clicked, and nothing gets the focus but by a key.

use crate::window::{Folder, wait, window};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use rencana::{
    analysis::{Derived, Section},
    app::App,
    checks::{self, Severity},
    file,
    plan::{CardKind, Country, Level, Plan},
};
use std::{path::Path, process::Command};

/// A person without a mouse.
pub struct Hand {
    pub window: Harness<'static, App>,
}

impl Hand {
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run_ok();
    }

    pub fn write(&mut self, words: &str) {
        self.window.event(Event::Text(words.to_owned()));
        self.window.run_ok();
    }

    /// What a screen reader says about what has the focus.
    pub fn focused(&self) -> String {
        let node = self.window.query_all_by(|node| node.is_focused()).next();
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    #[track_caller]
    pub fn is_at(&self, name: &str) {
        assert_eq!(self.focused(), name, "the focus is elsewhere");
    }

    /// Goes on with Tab until this has the focus.
    #[track_caller]
    pub fn tab_to(&mut self, name: &str) {
        let mut passed = vec![self.focused()];
        while passed.last().is_none_or(|last| last != name) {
            assert!(passed.len() < 150, "no way by Tab to {name:?}; passed {passed:#?}");
            self.press(Key::Tab);
            passed.push(self.focused());
        }
    }

    #[track_caller]
    pub fn fill(&mut self, name: &str, words: &str) {
        self.tab_to(name);
        self.write(words);
    }

    /// Opens a list to choose from, and takes what stands so many rows below "nothing".
    #[track_caller]
    fn choose(&mut self, name: &str, rows: usize) {
        self.tab_to(name);
        self.press(Key::Enter);
        for _ in 0..=rows {
            self.press(Key::ArrowDown);
        }
        self.press(Key::Enter);
    }

    #[track_caller]
    pub fn press_button(&mut self, name: &str) {
        self.tab_to(name);
        self.press(Key::Enter);
    }

    /// Goes on to the next page.
    #[track_caller]
    pub fn next_page(&mut self, name: &str) {
        self.press_with(Modifiers::CTRL, Key::PageDown);
        let is_there = self.window.query_by_role_and_label(Role::Heading, name).is_some();
        assert!(is_there, "the next page is not {name}");
        self.is_at("Page");
    }
}

fn saved(path: &Path) -> Plan {
    file::read(&std::fs::read(path).unwrap()).unwrap().plan
}

#[test]
fn a_plan_is_begun_by_keys() {
    let folder = Folder::new("begun-by-keys");
    let mut hand = Hand { window: window(&folder.0, Vec::new()) };
    hand.press_button("New plan for Nepal");
    assert!(hand.window.query_by_role_and_label(Role::Heading, "Plan and team").is_some());
    // The list of sections says what to do next, and leads there.
    hand.press_button("Next: Give the plan a title");
    hand.is_at("Title");
    hand.write("Weaving in Palpa");
    hand.tab_to("Next: Write the first and the last day");
}

#[test]
fn a_whole_plan_is_written_by_keys_alone() {
    let folder = Folder::new("by-keys");
    let path = folder.0.join("weaving.plan.ron");
    let program = Path::new(env!("CARGO_BIN_EXE_rencana"));
    let arguments = ["new", "--country", "NP", "--programme", "colombo-plan-smi-2017-batch-2", "-o"];
    let made = Command::new(program).args(arguments).arg(&path).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let mut hand = Hand { window: window(&folder.0, vec![path.clone()]) };
    let hand = &mut hand;

    hand.press_with(Modifiers::COMMAND, Key::K);
    hand.write("full method");
    hand.press(Key::Enter);

    // Who we are.
    hand.fill("Title", "Dhaka weaving in Palpa");
    hand.fill("Organisation", "Cottage industry office");
    hand.fill("Superior", "Ramesh Sharma");
    hand.fill("Superior's post", "Chief of the office");
    hand.fill("First day", "26 Shrawan 2074");
    hand.fill("Last day", "13 Poush 2075");
    hand.press_button("Add a team member");
    hand.is_at("Team member 1, Name");
    hand.write("Sushila Thapa");
    hand.fill("Team member 1, Role", "Leads the plan");

    // What we saw.
    hand.next_page("Journal");
    for source in [
        "Policies for the small and medium industry sector",
        "Capacity building through international co-operation",
        "Developing industrial estates (kawasan industri) and small-industry clusters (sentra IKM)",
        "Running One Village One Product (OVOP)",
        "Business credit (kredit usaha) as access to finance for small industry",
    ] {
        hand.press_button("Write the next one");
        hand.is_at(&format!("{source}, What we saw"));
        hand.write("One desk for small firms");
        hand.fill(&format!("{source}, What we would adapt"), "One form");
    }

    // Where and for whom.
    hand.next_page("Context");
    hand.fill("Sector or craft", "Hand weaving of dhaka cloth");
    hand.fill("Place", "Palpa, three wards");
    hand.fill("Target group", "60 weavers, 52 of them women");
    hand.fill("Problem", "Weavers earn a third of the price of their cloth");
    hand.fill("Why it comes first", "The young leave the looms");
    hand.fill("National policies", "Industrial policy 2067");

    hand.next_page("Stakeholders");
    for (i, who) in ["Chief of the office", "Weavers of three wards", "The trader"].into_iter().enumerate() {
        hand.press_button("Add a stakeholder");
        let of = |field: &str| format!("Stakeholder {}, {field}", i + 1);
        hand.is_at(&of("Name"));
        hand.write(who);
        if i == 0 {
            hand.tab_to(&of("Our superior or budget holder"));
            hand.press(Key::Space);
        }
        hand.choose(&of("Category"), 1);
        hand.choose(&of("Interest"), 3);
        hand.choose(&of("Influence"), 3);
        hand.fill(&of("How we work with them"), "Meet each month");
    }

    // Why it is so, and what it looks like when it is solved.
    hand.next_page("Problem tree");
    hand.press_button("Write the core problem");
    hand.write("Weavers earn little");
    hand.press_with(Modifiers::COMMAND, Key::Enter);
    hand.write("Cloth fades");
    hand.press(Key::Enter);
    hand.write("One trader buys");
    hand.press(Key::Escape);
    hand.is_at("Cause 2: One trader buys");
    hand.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Enter);
    hand.write("The young leave");
    hand.press(Key::Escape);
    hand.is_at("Effect 1: The young leave");
    hand.press_button("Objectives");
    hand.tab_to("End 1: not written yet");
    hand.write("The young stay");
    hand.press(Key::Escape);
    hand.press(Key::ArrowDown);
    hand.is_at("Core objective: not written yet");
    hand.write("Weavers earn well");
    hand.press(Key::Escape);
    hand.press(Key::ArrowDown);
    hand.is_at("Means 1: not written yet");
    hand.write("Cloth keeps its colour");
    hand.press(Key::Escape);
    hand.press_button("Choose this branch");
    assert!(hand.window.query_by_label("Take the choice back").is_some());
    hand.tab_to("End 1: The young stay");
    hand.press(Key::ArrowDown);
    hand.press(Key::ArrowDown);
    hand.press(Key::ArrowRight);
    hand.is_at("Means 2: not written yet");
    hand.write("Three shops buy");
    hand.press(Key::Escape);
    hand.press_button("Make matrix rows...");
    hand.press_button("Make these rows");

    hand.next_page("Strategy");
    hand.press_button("Take the branches of the tree as alternatives");
    for i in 1..=2 {
        hand.choose(&format!("Alternative {i}, Impact"), 3);
        hand.choose(&format!("Alternative {i}, Feasibility"), 3);
        hand.fill(&format!("Alternative {i}, Reason"), "It costs little");
    }

    hand.next_page("Worksheets");
    hand.press_button("Assess a product");
    hand.is_at("Product self-assessment 1, Product");
    hand.write("Dhaka shawl");

    // What changes, and how anybody will know.
    hand.next_page("Project design matrix");
    hand.fill("Overall goal", "By 2021 weaving feeds 200 families in Palpa");
    hand.press_button("Indicator: Overall goal");
    hand.is_at("Indicator 1 of the overall goal, Indicator");
    hand.write("Families that live on weaving");
    hand.fill("Indicator 1 of the overall goal, Means of verification", "Ward list");
    hand.press_button("Indicator: Project purpose");
    hand.write("Weavers who earn half of the price");
    hand.fill("Indicator 1 of the purpose, Means of verification", "Sales books");
    hand.press_button("Assumption: Project purpose");
    hand.write("Visitors keep coming to Palpa");
    hand.press_button("Indicator: Output 1");
    hand.write("Pieces that pass the colour test");
    hand.fill("Indicator 1 of output 1, Means of verification", "Test book");
    hand.press_button("Input");
    hand.write("Dye for 60 looms");
    hand.press_button("Pre-condition");
    hand.write("The ward lends a room");
    hand.press_button("Yes: Project purpose");

    // What is done.
    hand.next_page("Plan of operation");
    hand.press_button("Add an activity to output 1");
    hand.is_at("1.1, Activity");
    hand.write("Teach fast dyes");
    hand.fill("1.1, Start date", "1 Ashwin 2074");
    hand.fill("1.1, Finish date", "20 Ashwin 2074");
    hand.press(Key::Enter);
    hand.is_at("1.2, Activity");
    hand.write("Test every piece");
    hand.fill("1.2, Start date", "25 Ashwin 2074");
    hand.fill("1.2, Finish date", "20 Kartik 2074");
    // From the table to the bar: two days later, one day longer, and after the one before.
    hand.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(hand.focused().starts_with("1.2 "), "{}", hand.focused());
    hand.press(Key::ArrowRight);
    hand.press(Key::ArrowRight);
    hand.press_with(Modifiers::SHIFT, Key::ArrowRight);
    hand.press(Key::ArrowUp);
    hand.press(Key::L);
    hand.press(Key::ArrowDown);
    hand.press(Key::Enter);

    for number in ["1.1", "1.2"] {
        hand.tab_to(&format!("{number}, Activity"));
        hand.press_with(Modifiers::ALT, Key::Enter);
        hand.is_at(&format!("{number}, Responsible"));
        hand.write("Sushila Thapa");
        hand.tab_to(&format!("{number}, Learned here"));
        hand.write("batik");
        hand.press(Key::Enter);
    }

    // What it costs.
    hand.next_page("Budget");
    hand.press_button("Add a line");
    hand.is_at("1, Item");
    hand.write("Dyes");
    hand.fill("1, Quantity", "60");
    hand.fill("1, Unit", "sets");
    hand.fill("1, Unit cost", "1500");
    hand.tab_to("1, Source of funds");
    hand.write("own");
    hand.press(Key::Enter);

    // What may go wrong.
    hand.next_page("Risks");
    for (i, event) in ["The dye comes late", "The room is sold", "Visitors stay away"].into_iter().enumerate()
    {
        hand.press_button("Add a risk");
        let of = |field: &str| format!("Risk {}, {field}", i + 1);
        hand.is_at(&of("Event"));
        hand.write(event);
        hand.tab_to(&of("Likelihood 3: possible"));
        hand.press(Key::Space);
        hand.tab_to(&of("Impact 3: clear"));
        hand.press(Key::Space);
        hand.fill(&of("Treatment"), "Ask in Bhadra");
        hand.fill(&of("Who watches it"), "Sushila Thapa");
    }

    hand.next_page("Co-operation");
    hand.press_button("Add a need: Running One Village One Product (OVOP)");
    hand.is_at("Co-operation 1, What exactly");
    hand.write("A week with a score sheet");
    hand.tab_to("Co-operation 1, Partner country");
    hand.write("indo");
    hand.press(Key::Enter);

    hand.next_page("Hand over");
    hand.tab_to("Plan as PDF: All languages...");

    hand.press_with(Modifiers::COMMAND, Key::S);
    wait(&mut hand.window, "the file", |_| saved(&path).cooperation.len() == 1);
    let plan = saved(&path);
    let derived = Derived::new(&plan);
    // The short form has fields of its own; all others are complete.
    for section in Section::ALL.iter().copied().filter(|section| *section != Section::Simple) {
        assert!(derived.fullness.share(section) >= 1.0, "something is missing in {section:?}");
    }
    let errors =
        checks::check(&plan, &derived).iter().filter(|found| found.severity == Severity::Error).count();
    assert_eq!(errors, 0);
    let who = plan.stakeholders.at(0).unwrap();
    assert!(who.category.is_some());
    assert_eq!((who.interest, who.influence), (Some(Level::High), Some(Level::High)));
    assert_eq!(plan.cards.iter().filter(|card| card.kind == Some(CardKind::Cause)).count(), 2);
    let output = plan.outputs.at(0).unwrap();
    assert!(plan.cards.get(output.card.unwrap()).unwrap().chosen, "the row is linked to its branch");
    let (first, second) = (plan.activities.at(0).unwrap(), plan.activities.at(1).unwrap());
    assert_eq!(first.start, "2017-09-17".parse().ok(), "1 Ashwin 2074");
    assert_eq!(second.start, "2017-10-20".parse().ok(), "what comes after begins after");
    assert_eq!(second.after.iter().map(|link| link.activity).collect::<Vec<_>>(), [first.id]);
    assert_eq!(plan.risks.at(0).unwrap().significance(), Some(9));
    assert_eq!(plan.cooperation.at(0).unwrap().partner, Country::new("ID"));
    assert_eq!(plan.judgements.len(), 1);
    assert_eq!(plan.ovop.len(), 1);
}
