//! From a spreadsheet to one step of the plan, by the names that a screen reader hears.

use super::*;
use crate::{
    analysis::Derived,
    checks::Findings,
    document::Document,
    export::{
        Format, export,
        tests::fixture::{usual, voice, with_source},
    },
    import::Cell,
    locale::{Interface, Words},
    pack::Packs,
    plan::{BUDGET, Decimal, Id, Lang, Plan},
};
use egui::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable},
};

/// A window over an import, whose end comes true.
struct Desk {
    document: Document,
    packs: Packs,
    words: Words,
    findings: Findings,
    importing: Option<Importing>,
    taken: usize,
}

impl Desk {
    fn open(plan: Plan, name: &str, book: Book) -> Harness<'static, Self> {
        let desk = Self {
            document: Document::saved(plan),
            packs: Packs::builtin(),
            words: Words::new(Interface::English),
            findings: Findings::default(),
            importing: None,
            taken: 0,
        };
        let mut waiting = Some((name.to_owned(), book));
        let frame = move |ui: &mut egui::Ui, desk: &mut Self| {
            if let Some((name, book)) = waiting.take() {
                let begun = desk.with_cx(|cx| Importing::new(name, book, cx, IdSource::seeded(4)));
                desk.importing = Some(begun);
            }
            let Some(mut importing) = desk.importing.take() else { return };
            match desk.with_cx(|cx| importing.ui(ui.ctx(), cx)) {
                None => desk.importing = Some(importing),
                Some(Ended::Left) => {}
                Some(Ended::Taken(edit, count)) => {
                    desk.document.apply(&edit).unwrap();
                    desk.taken = count;
                }
            }
        };
        let mut harness = Harness::builder()
            .with_size(egui::vec2(1366.0, 768.0))
            .with_max_steps(40)
            .with_context_setup(crate::app::dress)
            .build_ui_state(frame, desk);
        harness.run();
        harness
    }

    fn with_cx<R>(&self, read: impl FnOnce(&Cx<'_>) -> R) -> R {
        let plan = self.document.plan();
        let derived = Derived::new(plan);
        read(&Cx {
            plan,
            derived: &derived,
            findings: &self.findings,
            words: &self.words,
            packs: &self.packs,
            shown: &[Lang::english()],
            goto: None,
            today: jiff::civil::date(2017, 8, 3),
        })
    }
}

fn click(harness: &mut Harness<'_, Desk>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click_accesskit();
    harness.run();
}

/// The workbook of a plan, with another unit cost in the first line of the budget.
fn edited(plan: &Plan) -> Book {
    let voice = voice("en");
    let bytes = with_source(plan, &voice, |s| export(s, Format::Xlsx).unwrap().bytes);
    let mut book = Book::read(&bytes).unwrap();
    let sheet =
        book.sheets.iter_mut().find(|s| s.rows[0].first() == Some(&Cell::Text("budget.id".into()))).unwrap();
    let column = sheet.rows[0].iter().position(|c| *c == Cell::Text("budget.unit_cost".into())).unwrap();
    let first = Cell::Text(Id::<()>::from_bits(1).to_string());
    let row = sheet.rows.iter_mut().find(|r| r.first() == Some(&first)).unwrap();
    row[column] = Cell::Number(Decimal::from(900_000));
    book
}

#[test]
fn an_edited_workbook_shows_what_differs_and_one_step_takes_it() {
    let plan = usual("ne");
    let book = edited(&plan);
    let mut harness = Desk::open(plan, "lokta.xlsx", book);
    harness.get_by_role_and_label(Role::Heading, "Import from lokta.xlsx");
    let change = "Budget line 1, unit cost: 850,000 becomes 900,000";
    let boxes =
        harness.get_all_by_role(Role::CheckBox).map(|n| n.accesskit_node().label().unwrap_or_default());
    assert_eq!(boxes.collect::<Vec<_>>(), [change]);
    // Left, nothing can be taken.
    click(&mut harness, Role::CheckBox, change);
    assert!(harness.query_by_role_and_label(Role::Button, "Take one change").is_none());
    click(&mut harness, Role::Button, "Take all");
    click(&mut harness, Role::Button, "Take one change");
    let desk = harness.state();
    assert_eq!((desk.taken, desk.importing.is_none()), (1, true));
    let line = |desk: &Desk| desk.document.plan().budget.get(Id::from_bits(1)).unwrap().unit_cost;
    assert_eq!(line(desk), Some(Decimal::from(900_000)));
    let step = harness.state_mut().document.undo().unwrap();
    assert_eq!(step.verb, crate::plan::edit::Verb::Several("step-import"));
    assert_eq!(line(harness.state()), Some(Decimal::from(850_000)));
}

#[test]
fn columns_of_a_foreign_table_are_pointed_at_and_its_rows_taken_or_left() {
    let book = Book::read(b"What,Qty,Price\nLoom,2,500\nDye,many,20\n,,\nSum,,1000\n").unwrap();
    let mut harness = Desk::open(usual("ne"), "costs.csv", book);
    // The price is known by its name, what is bought is not.
    let look = harness.get_by_role_and_label(Role::Button, "Look at the rows");
    assert!(look.accesskit_node().is_disabled());
    click(&mut harness, Role::ComboBox, "What is in the column What?");
    let item = harness.state().words.get(BUDGET.item.words()).into_owned();
    click(&mut harness, Role::Button, &item);
    click(&mut harness, Role::Button, "Look at the rows");
    harness.get_by_label("One cell was not understood; nothing changes there");
    let boxes: Vec<_> = harness
        .get_all_by_role(Role::CheckBox)
        .map(|n| n.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(boxes.len(), 3);
    // Back and forth: what was pointed at is still there.
    click(&mut harness, Role::Button, "Back to the columns");
    click(&mut harness, Role::Button, "Look at the rows");
    click(&mut harness, Role::CheckBox, &boxes[2]);
    click(&mut harness, Role::Button, "Take 2 changes");
    let plan = harness.state().document.plan();
    let items: Vec<_> = plan.budget.iter().skip(3).map(|l| l.item.get(&Lang::english()).raw()).collect();
    assert_eq!(items, ["Loom", "Dye"]);
    assert_eq!(plan.budget.at(3).unwrap().unit_cost, Some(Decimal::from(500)));
}

#[test]
fn a_workbook_of_another_plan_says_so_and_nothing_is_taken_by_leaving() {
    let plan = usual("ne");
    let book = edited(&plan);
    let mut harness = Desk::open(Plan { id: Id::from_bits(5), ..plan }, "other.xlsx", book);
    harness.get_by_label_contains("made from another plan");
    click(&mut harness, Role::Button, "Cancel");
    assert!(harness.state().importing.is_none() && harness.state().taken == 0);
}

#[test]
fn ten_thousand_rows_are_laid_out_where_they_are_seen() {
    let mut text = String::from("Item,Quantity\n");
    (0..10_000).for_each(|n| text.push_str(&format!("Thing {n},{n}\n")));
    let mut harness = Desk::open(usual("ne"), "many.csv", Book::read(text.as_bytes()).unwrap());
    click(&mut harness, Role::Button, "Look at the rows");
    harness.get_by_role_and_label(Role::Button, "Take 10000 changes");
    let seen = harness.get_all_by_role(Role::CheckBox).count();
    assert!((5..60).contains(&seen), "{seen} rows");
}
