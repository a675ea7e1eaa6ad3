//! Cells chosen together: copied, emptied, pasted, and back again.

use super::*;
use egui::OutputCommand;

/// What went to the clipboard in the last frame.
fn copied(h: &Harness<'_, Stage>) -> Option<String> {
    h.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

fn focus(h: &mut Harness<'_, Stage>, name: &str) {
    field(h, name).focus();
    h.run();
}

fn shift(h: &mut Harness<'_, Stage>, key: Key, times: usize) {
    for _ in 0..times {
        h.key_press_modifiers(Modifiers::SHIFT, key);
        h.run();
    }
}

fn copy(h: &mut Harness<'_, Stage>) -> String {
    h.event(Event::Copy);
    h.step();
    let text = copied(h).expect("something is copied");
    h.run();
    text
}

/// Every field of every line but its identity.
fn values(plan: &Plan) -> Vec<Vec<BudgetField>> {
    plan.budget.iter().map(|line| line.changes()).collect()
}

/// Lines with everything that a spreadsheet could misunderstand.
fn hard_lines() -> Plan {
    let mut plan = plan();
    let said = Text::english;
    let line = |n, item: &str, cost: &str| BudgetLine {
        activity: Some(Id::from_bits(3)),
        item: said(item),
        category: Some(CostCategory::Training),
        quantity: "2.5".parse().ok(),
        unit: said("sets"),
        unit_cost: cost.parse().ok(),
        currency: Currency::new("NPR"),
        source: Some(FundSource::Own),
        funder: said("-- the district --"),
        note: said("@ the market"),
        on: "2017-11-01".parse().ok(),
        ..BudgetLine::new(Id::from_bits(n))
    };
    plan.budget = Table::from_rows([
        line(20, "=HYPERLINK(\"http://x\")", "1234567.5"),
        line(21, "two\nlines, \"quoted\"\tand a tab", "12.125"),
        line(22, "'=1", "-400"),
        BudgetLine::new(Id::from_bits(23)),
    ])
    .0;
    plan
}

#[test]
fn the_whole_table_goes_to_a_spreadsheet_and_back_unchanged() {
    let mut h = open(hard_lines());
    h.get_by_role_and_label(Role::Button, "Copy for a spreadsheet").click_accesskit();
    h.step();
    let text = copied(&h).unwrap();
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\""), "no cell is a formula: {text}");
    assert!(text.contains("\t'-- the district --\t") && text.contains("\t'@ the market"), "{text}");
    assert!(text.starts_with("No.\tActivity\tItem\t"), "{text}");
    assert!(text.contains("\t2.5\tsets\t1234567.5\t3086418.75\t"), "numbers have no groups: {text}");

    // Into an empty budget, with its headings, at the first cell.
    let before = h.state().plan().clone();
    let mut empty = before.clone();
    empty.budget = Table::from_rows([BudgetLine::new(Id::from_bits(40))]).0;
    let mut h = open(empty);
    focus(&mut h, "1, Item");
    h.event(Event::Paste(text));
    h.run();
    let wanted = values(&before);
    let found = values(h.state().plan());
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        // A line that names no currency takes the plan's along.
        let known = |c: &&BudgetField| !matches!(c, BudgetField::Currency(_));
        let (found, wanted): (Vec<_>, Vec<_>) =
            (found.iter().filter(known).collect(), wanted.iter().filter(known).collect());
        assert_eq!(found, wanted);
    }
    assert!(h.query_by_label_contains("did not fit").is_none());
}

#[test]
fn a_block_makes_the_first_lines_of_an_empty_budget() {
    let mut h = open(plan());
    h.event(Event::Paste("Hire of a hall\tTraining\t5\tdays\t4,000\nDyes\t\t12\tsets\t2,500\n".to_owned()));
    h.run();
    assert_eq!(items(&h), ["Hire of a hall", "Dyes"]);
    h.get_by_label("Total NPR 50,000");
    h.state_mut().document.undo();
    h.run();
    assert!(h.state().plan().budget.is_empty(), "one step");
}

#[test]
fn cells_are_chosen_by_keys_copied_emptied_and_pasted() {
    let mut h = open(with_lines(&[("Hall", 3000), ("Dyes", 1000), ("Yarn", 700)]));
    focus(&mut h, "1, Item");
    shift(&mut h, Key::ArrowDown, 1);
    shift(&mut h, Key::ArrowRight, 4);
    h.get_by_role_and_label(Role::Button, "Copy 10 cells");
    assert_eq!(copy(&mut h), "Hall\t\t\t\t3000\nDyes\t\t\t\t1000");
    shift(&mut h, Key::ArrowUp, 1);
    assert_eq!(copy(&mut h), "Hall\t\t\t\t3000");
    shift(&mut h, Key::ArrowDown, 1);
    h.key_press(Key::Delete);
    h.run();
    assert_eq!(items(&h), ["", "", "Yarn"]);
    assert_eq!((line(&h, 0).unit_cost, line(&h, 2).unit_cost), (None, Some(Decimal::from(700))));
    h.state_mut().document.undo();
    h.run();
    assert_eq!(items(&h), ["Hall", "Dyes", "Yarn"], "one step");
    // One value fills all that is chosen.
    h.event(Event::Paste("Loom".to_owned()));
    h.run();
    assert_eq!(items(&h), ["Loom", "Loom", "Yarn"]);
    // To go on elsewhere ends it.
    h.key_press(Key::Escape);
    h.run();
    h.get_by_role_and_label(Role::Button, "Copy for a spreadsheet");
}

#[test]
fn cells_are_chosen_by_dragging_across_them_and_lines_by_their_number() {
    let mut h = open(with_lines(&[("Hall", 3000), ("Dyes", 1000), ("Yarn", 700)]));
    let center = |h: &Harness<'_, Stage>, name: &str| field(h, name).rect().center();
    let (from, to) = (center(&h, "1, Item"), center(&h, "3, Unit cost"));
    h.drag_at(from);
    h.hover_at(from.lerp(to, 0.5));
    h.run();
    h.hover_at(to);
    h.run();
    h.drop_at(to);
    h.run();
    h.get_by_role_and_label(Role::Button, "Copy 15 cells");
    assert_eq!(copy(&mut h), "Hall\t\t\t\t3000\nDyes\t\t\t\t1000\nYarn\t\t\t\t700");
    // Shift and a click make it larger or smaller.
    let at = center(&h, "2, Item");
    h.hover_at(at);
    h.event(Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::SHIFT,
    });
    h.event(Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::SHIFT,
    });
    h.run();
    // The number of a line stands for all of it.
    let first = h.get_by_role_and_label(Role::ComboBox, "2, Activity").rect();
    let number = egui::pos2(first.left() - 18.0, center(&h, "2, Item").y);
    h.drag_at(number);
    h.drop_at(number);
    h.run();
    let text = copy(&mut h);
    assert!(text.starts_with("2\t\tDyes\t") && !text.contains('\n'), "{text}");
}

#[test]
fn numbers_come_in_as_the_spreadsheets_of_the_countries_show_them() {
    let mut h = open(with_lines(&[("Hall", 1)]));
    focus(&mut h, "1, Unit cost");
    for (pasted, expected) in [
        ("1,23,45,678.50\n12,50,000", ["12345678.50", "1250000"]),
        ("१२,५०,०००\n२५०", ["1250000", "250"]),
        ("1.250.000,50\n25.000", ["1250000.50", "25000"]),
        ("NPR 4,000\n(250)", ["4000", "-250"]),
    ] {
        h.event(Event::Paste(pasted.to_owned()));
        h.run();
        let costs = [0, 1].map(|row| line(&h, row).unit_cost.unwrap().to_string());
        assert_eq!(costs, expected, "{pasted}");
    }
    // Another currency would be another price.
    h.event(Event::Paste("USD 200\n7".to_owned()));
    h.run();
    h.get_by_label("One pasted value did not fit its cell. It stands there in red");
    assert_eq!(field(&h, "1, Unit cost").value().as_deref(), Some("USD 200"));
}

#[test]
fn three_digits_behind_a_point_are_thousands_in_a_price() {
    let mut h = open(with_lines(&[("Hall", 1)]));
    write(&mut h, "1, Quantity", "2.5");
    focus(&mut h, "1, Unit cost");
    h.key_press_modifiers(Modifiers::COMMAND, Key::A);
    h.run();
    write(&mut h, "1, Unit cost", "25.000");
    focus(&mut h, "1, Item");
    h.get_by_label("1, Amount: 62,500");
}

#[test]
fn a_quantity_is_read_as_the_country_of_the_plan_writes_numbers() {
    for (country, typed, expected) in
        [("ID", "1.500", "1500"), ("ID", "1,5", "1.5"), ("NP", "1.500", "1.500"), ("NP", "1,500", "1500")]
    {
        let mut plan = with_lines(&[("Hall", 1)]);
        std::sync::Arc::make_mut(&mut plan.identity).country = Country::new(country);
        let mut h = open(plan);
        let quantity = |h: &Harness<'_, Stage>| line(h, 0).quantity.unwrap().to_string();
        for pasted in [false, true] {
            focus(&mut h, "1, Quantity");
            if pasted {
                h.event(Event::Paste(format!("{typed}\tdays")));
                h.run();
            } else {
                h.key_press_modifiers(Modifiers::COMMAND, Key::A);
                h.run();
                write(&mut h, "1, Quantity", typed);
                focus(&mut h, "1, Item");
            }
            assert_eq!(quantity(&h), expected, "{typed} in {country}, pasted: {pasted}");
        }
    }
}

#[test]
fn a_quantity_with_three_decimals_comes_back_from_a_spreadsheet_as_it_went() {
    let mut plan = with_lines(&[("Hall", 1), ("Dyes", 7)]);
    std::sync::Arc::make_mut(&mut plan.identity).country = Country::new("ID");
    let exact = BudgetLine { quantity: "12.125".parse().ok(), ..plan.budget.at(0).unwrap().clone() };
    let other = BudgetLine { quantity: Some(Decimal::from(3)), ..plan.budget.at(1).unwrap().clone() };
    plan.budget = Table::from_rows([exact, other]).0;
    let before = values(&plan);
    let mut h = open(plan);
    focus(&mut h, "1, Quantity");
    shift(&mut h, Key::ArrowDown, 1);
    let text = copy(&mut h);
    h.event(Event::Paste(text));
    h.run();
    assert_eq!(values(h.state().plan()), before);
}
