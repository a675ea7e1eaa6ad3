use super::*;
use crate::ui::testing::{Stage, click, example, field, write};
use egui::Key;
use egui::Role;
use egui_kittest::{Harness, kittest::Queryable};

fn open(plan: Plan) -> Harness<'static, Stage> {
    let mut harness = Stage::new(plan, Page::Section(Section::Simple)).open(900.0, 4000.0);
    harness.run();
    harness
}

fn empty() -> Harness<'static, Stage> {
    open(Plan::new(Id::from_bits(1)))
}

#[test]
fn all_eighteen_are_there_in_their_order() {
    let harness = empty();
    let keys = [
        "problem",
        "justification",
        "objectives",
        "results",
        "indicators",
        "means",
        "assumptions",
        "activities",
        "content",
        "resources",
        "partners",
        "target",
        "responsible",
        "place",
        "monitoring",
        "time",
        "budget",
        "funding",
    ];
    let words = crate::locale::Words::new(crate::locale::Interface::English);
    let tops = keys.map(|key| {
        let title = words.get(&format!("simple-{key}")).into_owned();
        harness.get_by_role_and_label(Role::Heading, &title).rect().top()
    });
    assert!(tops.windows(2).all(|pair| pair[0] < pair[1]), "{tops:?}");
}

#[test]
fn texts_go_to_their_places_of_the_plan() {
    let mut harness = empty();
    let check = |harness: &mut Harness<'_, Stage>, name: &str, read: fn(&Plan) -> &Text| {
        write(harness, name, name);
        assert_eq!(read(harness.state().plan()).best(&[]).raw(), name);
    };
    let h = &mut harness;
    check(h, "Problem or challenge to be tackled", |p| &p.context.problem);
    check(h, "Justification: why it comes first", |p| &p.context.justification);
    check(h, "Project purpose", |p| &p.matrix.purpose);
    check(h, "Overall goal", |p| &p.matrix.goal);
    check(h, "On what? Content", |p| &p.context.content);
    check(h, "Needed resources", |p| &p.context.resources);
    check(h, "Partners", |p| &p.context.partners);
    check(h, "Target group", |p| &p.context.target_group);
    check(h, "Who? Responsible", |p| &p.identity.organisation);
    check(h, "Where? Place", |p| &p.context.place);
    check(h, "Monitoring and evaluation", |p| &p.context.monitoring);
}

#[test]
fn enter_in_the_last_row_adds_the_next() {
    let check = |add: &str, names: [&str; 2], count: fn(&Plan) -> usize| {
        let mut harness = empty();
        click(&mut harness, add);
        write(&mut harness, names[0], "first");
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(count(harness.state().plan()), 2, "{add}");
        assert!(field(&harness, names[1]).is_focused(), "{add}");
        field(&harness, names[0]).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(count(harness.state().plan()), 2, "{add}: inside the list Enter goes down");
    };
    check("Add a result", ["Output 1, Result", "Output 2, Result"], |p| p.outputs.len());
    check("Add an indicator", ["Indicator 1, Indicator", "Indicator 2, Indicator"], |p| p.indicators.len());
    check("Add an assumption", ["Assumption 1, Assumption", "Assumption 2, Assumption"], |p| {
        p.assumptions.len()
    });
    check("Add an activity", ["Activity 1, Activity", "Activity 2, Activity"], |p| p.activities.len());
    check("Add a line", ["Budget line 1, Item", "Budget line 2, Item"], |p| p.budget.len());
}

#[test]
fn an_amount_is_the_cost_of_one_unit() {
    let mut harness = empty();
    click(&mut harness, "Add a line");
    write(&mut harness, "Budget line 1, Item", "Loom");
    write(&mut harness, "Budget line 1, Amount", "25,000");
    harness.key_press(Key::Enter);
    harness.run();
    let line = harness.state().plan().budget.at(0).unwrap();
    assert_eq!((line.quantity, line.unit_cost), (None, Some(25_000.into())));
}

#[test]
fn a_new_assumption_and_activity_find_their_row_of_the_matrix() {
    let mut harness = empty();
    click(&mut harness, "Add a result");
    click(&mut harness, "Add an assumption");
    click(&mut harness, "Add an activity");
    let plan = harness.state().plan();
    assert_eq!(plan.assumptions.at(0).unwrap().level, Some(MatrixLevel::Outputs));
    assert_eq!(plan.activities.at(0).unwrap().output, Some(plan.outputs.at(0).unwrap().id));
}

#[test]
fn a_full_plan_shows_every_row_and_looking_changes_nothing() {
    let plan = example("nepal-lokta-paper");
    let mut harness = Stage::new(plan.clone(), Page::Section(Section::Simple)).open(900.0, 9000.0);
    harness.run();
    assert_eq!(**harness.state().document.plan(), plan);
    for activity in plan.activities.iter() {
        let number = crate::analysis::Derived::new(&plan).numbering.activity(activity.id).to_owned();
        field(&harness, &format!("Activity {number}, Activity"));
    }
    click(&mut harness, "Move Activity 1.2 up");
    assert_ne!(harness.state().plan().activities, plan.activities);
}

#[test]
fn a_crowded_form_lays_out_what_is_near() {
    let mut plan = crate::document::Document::unsaved(Plan::new(Id::from_bits(1)));
    for n in 1..=3000 {
        plan.apply(&Activity::add(Activity::new(Id::from_bits(n)), At::Last)).unwrap();
        plan.apply(&BudgetLine::add(BudgetLine::new(Id::from_bits(n)), At::Last)).unwrap();
    }
    let mut stage = Stage::new(Plan::clone(plan.plan()), Page::Section(Section::Simple));
    let goal = Place::cell(Id::<Activity>::from_bits(2000), ACTIVITY.name);
    stage.go(goal);
    let mut harness = stage.open(900.0, 600.0);
    harness.run();
    harness.run_steps(20);
    assert_eq!(harness.state().focused, Some(goal), "a far row is laid out when it is asked for");
    let rect = field(&harness, "Activity 2000, Activity").rect();
    assert!((0.0..600.0).contains(&rect.center().y), "and stands in the window: {rect:?}");
    let fields = harness.query_all_by_role(egui::accesskit::Role::TextInput).count()
        + harness.query_all_by_role(egui::accesskit::Role::MultilineTextInput).count();
    assert!((10..400).contains(&fields), "{fields} fields are laid out");
    // Going on by Tab meets the next row.
    field(&harness, "Activity 2000, Finish date").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(field(&harness, "Activity 2001, Finish date").is_focused());
}

/// The plan in the short form and in the whole method, and back, each time through the file.
fn there_and_back(plan: &Plan) {
    let mut document = crate::document::Document::saved(plan.clone());
    let own = plan.identity.depth;
    for depth in [Some(Depth::Full), Some(Depth::Simple), None, Some(Depth::Full), own] {
        document.apply(&Edit::Identity(IdentityField::Depth(depth))).unwrap();
        let text = crate::file::write(document.plan(), &Default::default()).unwrap();
        let read = crate::file::read(text.as_bytes()).unwrap().plan;
        assert!(read == **document.plan(), "{depth:?} comes back from the file");
    }
    assert!(**document.plan() == *plan, "nothing is lost on the way");
}

#[test]
fn any_plan_goes_from_the_short_form_to_the_whole_method_and_back_without_loss() {
    for seed in 0..60 {
        there_and_back(&crate::plan::sample::plan(seed, 120));
    }
    let examples = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap();
    let mut count = 0;
    for path in examples.map(|entry| entry.unwrap().path()) {
        there_and_back(&crate::file::read(&std::fs::read(path).unwrap()).unwrap().plan);
        count += 1;
    }
    assert_eq!(count, 12);
}

#[test]
fn what_is_written_in_the_short_form_stands_in_the_whole_method_and_stays_when_the_form_changes() {
    let mut harness = empty();
    for name in ["Problem or challenge to be tackled", "Project purpose", "Partners", "Target group"] {
        write(&mut harness, name, name);
    }
    click(&mut harness, "Add a result");
    write(&mut harness, "Output 1, Result", "Looms are mended");
    let written = Plan::clone(harness.state().plan());
    let show = |harness: &mut Harness<'_, Stage>, depth, page| {
        let edit = Edit::Identity(IdentityField::Depth(Some(depth)));
        harness.state_mut().document.apply(&edit).unwrap();
        harness.state_mut().page = Page::Section(page);
        harness.run();
    };
    // Every page of the whole method is looked at, and one of them is written on.
    for section in Section::ALL {
        show(&mut harness, Depth::Full, *section);
    }
    show(&mut harness, Depth::Full, Section::Context);
    assert_eq!(field(&harness, "Target group").value().as_deref(), Some("Target group"));
    write(&mut harness, "National policies", "Industrial policy");
    show(&mut harness, Depth::Full, Section::Matrix);
    assert_eq!(field(&harness, "Output 1, Result").value().as_deref(), Some("Looms are mended"));
    show(&mut harness, Depth::Simple, Section::Simple);
    assert_eq!(field(&harness, "Partners").value().as_deref(), Some("Partners"));
    let plan = harness.state().plan();
    assert_eq!(plan.context.policies, Text::english("Industrial policy"), "it waits behind the short form");
    let mut document = crate::document::Document::saved(Plan::clone(plan));
    document.apply(&Edit::Context(ContextField::Policies(Text::default()))).unwrap();
    document.apply(&Edit::Identity(IdentityField::Depth(written.identity.depth))).unwrap();
    assert_eq!(**document.plan(), written);
}
