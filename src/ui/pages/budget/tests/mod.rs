mod cells;
mod totals;

use crate::{
    analysis::Section,
    document::Document,
    plan::*,
    ui::{
        Page,
        testing::{Stage, click, field, letters, write},
    },
};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};

/// A plan in Nepalese rupees with one activity.
fn plan() -> Plan {
    let mut document = Document::unsaved(Plan::new(Id::from_bits(1)));
    let edits = [
        Edit::Identity(IdentityField::Depth(Some(Depth::Full))),
        Edit::Identity(IdentityField::Currency(Currency::new("NPR"))),
        Output::add(
            Output { text: Text::english("Looms are mended"), ..Output::new(Id::from_bits(2)) },
            At::Last,
        ),
        Activity::add(
            Activity {
                output: Some(Id::from_bits(2)),
                name: Text::english("Call the carpenters"),
                start: "2017-10-02".parse().ok(),
                ..Activity::new(Id::from_bits(3))
            },
            At::Last,
        ),
    ];
    edits.iter().for_each(|edit| {
        document.apply(edit).unwrap();
    });
    Plan::clone(document.plan())
}

fn open(plan: Plan) -> Harness<'static, Stage> {
    Stage::new(plan, Page::Section(Section::Budget)).open(1300.0, 700.0)
}

/// A plan with these items in its budget, each once for this price.
fn with_lines(lines: &[(&str, i64)]) -> Plan {
    let mut document = Document::unsaved(plan());
    for (n, (item, cost)) in (10..).zip(lines) {
        let line = BudgetLine {
            item: Text::english(item),
            unit_cost: Some(Decimal::from(*cost)),
            ..BudgetLine::new(Id::from_bits(n))
        };
        document.apply(&BudgetLine::add(line, At::Last)).unwrap();
    }
    Plan::clone(document.plan())
}

fn items(h: &Harness<'_, Stage>) -> Vec<String> {
    h.state().plan().budget.iter().map(|line| line.item.get(&Lang::english()).raw().to_owned()).collect()
}

fn line(h: &Harness<'_, Stage>, row: usize) -> BudgetLine {
    h.state().plan().budget.at(row).unwrap().clone()
}

/// Gives a cell the focus and presses a key there.
fn press(h: &mut Harness<'_, Stage>, role: Role, name: &str, key: Key) {
    h.get_by_role_and_label(role, name).focus();
    h.run();
    h.key_press(key);
    h.run();
}

/// Opens the list of a cell by a letter, and takes what is found for these words.
fn choose(h: &mut Harness<'_, Stage>, cell: &str, words: &str) {
    h.get_by_role_and_label(Role::ComboBox, cell).focus();
    h.run();
    h.event(Event::Text(words.to_owned()));
    h.run();
    h.key_press(Key::Enter);
    h.run();
}

#[test]
fn an_empty_budget_is_written_by_keyboard() {
    let mut h = open(plan());
    click(&mut h, "Add a line");
    let first = line(&h, 0).id;
    assert_eq!(h.state().focused, Some(Place::cell(first, BUDGET.item)), "what is bought comes first");
    write(&mut h, "1, Item", "Hire of a hall");
    write(&mut h, "1, Quantity", "5");
    write(&mut h, "1, Unit cost", "4,000");
    field(&h, "1, Item").focus();
    h.run();
    h.get_by_label("1, Amount: 20,000");
    choose(&mut h, "1, Activity", "carpenters");
    choose(&mut h, "1, Source of funds", "own");

    // Enter on the last line adds the next, for the same activity and payer.
    press(&mut h, Role::TextInput, "1, Item", Key::Enter);
    assert_eq!(h.state().plan().budget.len(), 2);
    let (one, two) = (line(&h, 0), line(&h, 1));
    assert_eq!((one.quantity, one.unit_cost), (Some(Decimal::from(5)), Some(Decimal::from(4000))));
    assert_eq!((one.activity, one.source), (Some(Id::from_bits(3)), Some(FundSource::Own)));
    assert_eq!((two.activity, two.source, two.item), (one.activity, one.source, Text::default()));
    write(&mut h, "2, Item", "Dyes");
    write(&mut h, "2, Unit cost", "1500");
    press(&mut h, Role::TextInput, "1, Item", Key::Enter);
    assert!(field(&h, "2, Item").is_focused(), "Enter goes down where there is a next line");
    h.get_by_label("Total NPR 21,500");
    assert_eq!(h.state().plan().budget.len(), 2);
}

#[test]
fn the_day_of_the_activity_counts_until_one_is_written() {
    let mut h = open(with_lines(&[("Dyes", 100)]));
    choose(&mut h, "1, Activity", "carpenters");
    write(&mut h, "1, Needed on", "9.10.2017");
    press(&mut h, Role::TextInput, "1, Needed on", Key::Enter);
    assert_eq!(line(&h, 0).on, "2017-10-09".parse().ok());
}

#[test]
fn what_does_not_fit_stays_in_the_cell_and_out_of_the_plan() {
    let mut h = open(with_lines(&[("Dyes", 100), ("Yarn", 50)]));
    let start = h.state().plan().clone();
    write(&mut h, "1, Quantity", "about five");
    field(&h, "2, Item").focus();
    h.run();
    assert_eq!(*h.state().plan(), start);
    assert_eq!(field(&h, "1, Quantity").value().as_deref(), Some("about five"));
    press(&mut h, Role::TextInput, "1, Quantity", Key::Escape);
    assert_eq!(field(&h, "1, Quantity").value().as_deref().unwrap_or_default(), "");
}

#[test]
fn two_currencies_add_up_with_a_rate_alone() {
    let mut h = open(with_lines(&[("Hall", 4000), ("Adviser", 200)]));
    write(&mut h, "2, Currency", "usd");
    field(&h, "1, Item").focus();
    h.run();
    h.get_by_label("No exchange rate yet for USD, so there is no common total");
    h.get_by_label("2, Amount: USD 200");
    h.get_by_label("Total NPR 4,000 + USD 200");
    click(&mut h, "Exchange rates");
    click(&mut h, "Add a rate");
    let rate = h.state().plan().rates.at(0).unwrap().clone();
    assert_eq!((rate.from, rate.to), (Currency::new("USD"), Currency::new("NPR")));
    assert_eq!(rate.on, Some(h.state().today), "a rate has its day");
    write(&mut h, "rate 1, Rate", "103.25");
    press(&mut h, Role::TextInput, "rate 1, Rate", Key::Enter);
    h.get_by_label("Together NPR 24,650");
}

#[test]
fn what_nobody_pays_stays_in_sight() {
    let mut h = open(with_lines(&[("Hall", 3000), ("Dyes", 1000)]));
    choose(&mut h, "1, Source of funds", "own");
    h.get_by_label_contains("NPR 3,000 (75%)");
    h.get_by_label_contains("NPR 1,000 (25%)");
    click(&mut h, "By output");
    h.get_by_label("Without an output: NPR 4,000, nobody yet: NPR 1,000");
}

#[test]
fn a_block_from_a_spreadsheet_fills_cells_and_adds_lines() {
    let mut h = open(with_lines(&[("Hall", 3000)]));
    field(&h, "1, Item").focus();
    h.run();
    h.event(Event::Paste(
        "Hire of a hall\tTraining\t5\tdays\t4000\r\nDyes\t\ttwelve\tsets\t2500\r\n".to_owned(),
    ));
    h.run();
    assert_eq!(items(&h), ["Hire of a hall", "Dyes"]);
    let (one, two) = (line(&h, 0), line(&h, 1));
    assert_eq!(
        (one.category, one.quantity),
        (Some(CostCategory::Training), Some(Decimal::from(5))),
        "{one:?}"
    );
    assert_eq!((two.quantity, two.unit_cost), (None, Some(Decimal::from(2500))));
    h.get_by_label("One pasted value did not fit its cell. It stands there in red");
    assert_eq!(field(&h, "2, Quantity").value().as_deref(), Some("twelve"));
    // All of it is one step.
    h.state_mut().document.undo();
    h.run();
    assert_eq!(items(&h), ["Hall"]);
}

#[test]
fn numbers_end_at_the_right_of_the_screen_in_both_directions() {
    for mirrored in [false, true] {
        let mut h = open(with_lines(&[("Hall", -3000), ("Dyes", 7)]));
        crate::text::set_mirrored(&h.ctx, mirrored);
        h.run();
        let mut ends = Vec::new();
        for name in ["1, Unit cost", "2, Unit cost"] {
            field(&h, name).focus();
            h.run();
            let letters = letters(&h, name);
            assert!(letters.is_sorted_by(|a, b| a.left() < b.left()), "{name}: {letters:?}");
            ends.push(letters.last().unwrap().right());
            assert!(field(&h, name).rect().right() - ends.last().unwrap() < 12.0, "{name}: {letters:?}");
        }
        assert!((ends[0] - ends[1]).abs() < 0.5, "the last digits stand below each other: {ends:?}");
    }
}

#[test]
fn lines_move_and_go() {
    let mut h = open(with_lines(&[("one", 1), ("two", 2), ("three", 3)]));
    field(&h, "3, Item").focus();
    h.run();
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    h.run();
    assert_eq!(items(&h), ["one", "three", "two"]);
    field(&h, "1, Item").focus();
    h.run();
    click(&mut h, "Move line 1 down");
    assert_eq!(items(&h), ["three", "one", "two"]);
    field(&h, "2, Item").focus();
    h.run();
    click(&mut h, "Delete line 2");
    assert_eq!(items(&h), ["three", "two"]);
    h.state_mut().document.undo();
    h.run();
    assert_eq!(items(&h), ["three", "one", "two"]);
}

#[test]
fn every_place_of_the_budget_can_be_led_to() {
    let plan = with_lines(&[("one", 1), ("two", 2)]);
    let id = plan.budget.at(1).unwrap().id;
    // How the cost was found has no column.
    for field in Block::BudgetLine.fields().iter().filter(|f| f.name() != "note") {
        let place = Place::cell(id, *field);
        let mut stage = Stage::new(plan.clone(), Page::Section(Section::Budget));
        stage.go(place);
        let mut h = stage.open(700.0, 500.0);
        h.run_steps(6);
        assert_eq!(h.state().focused, Some(place), "{place:?}");
    }
}

#[test]
fn a_long_budget_lays_out_what_is_seen() {
    let names: Vec<String> = (0..10_000).map(|n| format!("item {n}")).collect();
    let lines: Vec<_> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let plan = with_lines(&lines);
    let last = Place::cell(plan.budget.at(9_999).unwrap().id, BUDGET.item);
    let mut stage = Stage::new(plan, Page::Section(Section::Budget));
    stage.go(last);
    let mut h = stage.open(1300.0, 700.0);
    h.run_steps(6);
    assert_eq!(h.state().focused, Some(last));
    let cells = h.query_all_by_role(Role::TextInput).count();
    assert!((10..400).contains(&cells), "{cells} cells are laid out");
}
