use crate::{
    analysis::{Derived, Section},
    checks::place_name,
    document::Document,
    locale::{Interface, Words},
    plan::*,
    ui::{
        Page,
        testing::{Stage, click, example, field, write},
    },
};
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};

const MATRIX_PAGE: Page = Page::Section(Section::Matrix);

fn open(plan: Plan) -> Harness<'static, Stage> {
    Stage::new(plan, MATRIX_PAGE).open(900.0, 6000.0)
}

/// An empty plan that follows the full method.
fn blank() -> Plan {
    let mut document = Document::unsaved(Plan::new(Id::from_bits(1)));
    document.apply(&Edit::Identity(IdentityField::Depth(Some(Depth::Full)))).unwrap();
    Plan::clone(document.plan())
}

fn empty() -> Harness<'static, Stage> {
    open(blank())
}

fn texts(plan: &Plan) -> Vec<&str> {
    plan.outputs.iter().map(|o| o.text.best(plan.languages()).raw()).collect()
}

/// Takes steps back until nothing is left.
fn undo_all(harness: &mut Harness<'_, Stage>) {
    while harness.state_mut().document.undo().is_some() {}
    harness.run();
}

#[test]
fn an_empty_matrix_is_written_from_top_to_bottom() {
    let mut h = empty();
    h.get_by_label("An empty matrix. Write it in this order");
    write(&mut h, "Project purpose", "Weavers earn more");
    click(&mut h, "Output");
    assert_eq!(h.state().focused, h.state().plan().outputs.at(0).map(|o| Place::cell(o.id, OUTPUT.text)));
    write(&mut h, "Output 1, Result", "Looms are mended");
    click(&mut h, "Indicator: Output 1");
    write(&mut h, "Indicator 1 of output 1, Indicator", "Looms that run");
    write(&mut h, "Indicator 1 of output 1, Means of verification", "List of looms");
    click(&mut h, "Assumption: Output 1");
    write(&mut h, "Assumption 1, Assumption", "Yarn stays cheap");
    click(&mut h, "Activity: For output 1");
    write(&mut h, "Activity 1.1, Activity", "Call the carpenters");
    click(&mut h, "Input");
    write(&mut h, "Input 1, Input", "Two carpenters");
    click(&mut h, "Pre-condition");
    write(&mut h, "Pre-condition 1, Pre-condition", "A room is found");

    let plan = h.state().plan();
    let (output, indicator) = (plan.outputs.at(0).unwrap(), plan.indicators.at(0).unwrap());
    let assumption = plan.assumptions.at(0).unwrap();
    let english = Lang::english();
    assert_eq!(plan.matrix.purpose, Text::english("Weavers earn more"));
    assert_eq!(output.text, Text::english("Looms are mended"));
    assert_eq!(indicator.of, ResultRef::Output(output.id));
    assert_eq!(
        (&indicator.text, indicator.means.get(&english).raw()),
        (&Text::english("Looms that run"), "List of looms")
    );
    assert_eq!((assumption.level, assumption.output), (Some(MatrixLevel::Outputs), Some(output.id)));
    assert_eq!(
        plan.activities.at(0).map(|a| (a.output, a.name.clone())),
        Some((Some(output.id), Text::english("Call the carpenters")))
    );
    assert_eq!(plan.inputs.at(0).map(|i| i.text.clone()), Some(Text::english("Two carpenters")));
    assert_eq!(plan.preconditions.at(0).map(|p| p.text.clone()), Some(Text::english("A room is found")));

    undo_all(&mut h);
    assert_eq!(*h.state().plan(), blank());
}

#[test]
fn rows_move_and_go_by_buttons_and_keys() {
    let mut h = empty();
    for text in ["one", "two", "three"] {
        click(&mut h, "Output");
        let name = format!("Output {}, Result", h.state().plan().outputs.len());
        write(&mut h, &name, text);
    }
    click(&mut h, "Move Output 3 up");
    assert_eq!(texts(h.state().plan()), ["one", "three", "two"]);
    field(&h, "Output 1, Result").focus();
    h.run();
    h.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    h.run();
    assert_eq!(texts(h.state().plan()), ["three", "one", "two"]);
    assert_eq!(h.state().plan().matrix.goal, Text::default(), "the keys write nothing");
    click(&mut h, "Delete Output 2");
    assert_eq!(texts(h.state().plan()), ["three", "two"]);
    h.state_mut().document.undo();
    h.run();
    assert_eq!(texts(h.state().plan()), ["three", "one", "two"]);
}

#[test]
fn every_place_of_the_matrix_can_be_led_to() {
    let plan = example("nepal-lokta-paper");
    let first = |block: Block| -> Option<RowId> {
        match block {
            Block::Output => plan.outputs.at(2).map(|r| r.id.bits()),
            Block::Indicator => plan.indicators.at(3).map(|r| r.id.bits()),
            Block::Assumption => {
                plan.assumptions.iter().find(|a| a.level == Some(MatrixLevel::Outputs)).map(|r| r.id.bits())
            }
            Block::Precondition => plan.preconditions.at(0).map(|r| r.id.bits()),
            Block::Input => plan.inputs.at(0).map(|r| r.id.bits()),
            _ => None,
        }
    };
    // Links to cards are written by other pages; shares and splits show where they make sense.
    let elsewhere = [
        "card",
        "agreed",
        "goal_card",
        "goal_agreed",
        "purpose_card",
        "purpose_agreed",
        "numerator",
        "denominator",
        "splits",
    ];
    let goals = |block: Block| {
        let fields = block.fields().iter().filter(|f| !elsewhere.contains(&f.name()));
        fields.map(move |f| (block, *f))
    };
    let blocks = [
        Block::Matrix,
        Block::Output,
        Block::Indicator,
        Block::Assumption,
        Block::Precondition,
        Block::Input,
    ];
    for (block, field) in blocks.into_iter().flat_map(goals) {
        let place = Place { block, row: first(block), field: Some(field) };
        let mut stage = Stage::new(plan.clone(), MATRIX_PAGE);
        stage.go(place);
        let mut h = stage.open(900.0, 600.0);
        h.run_steps(6);
        assert_eq!(h.state().focused, Some(place), "{place:?}");
    }
}

#[test]
fn the_same_plan_stands_in_three_layouts() {
    let mut h = open(example("nepal-lokta-paper"));
    let plan = Plan::clone(h.state().plan());
    let rows = rows_of(&plan);
    for (form, heading, field_name) in [
        ("EU logframe", "Results chain", "Impact (overall objective)"),
        ("DFID logframe", "Indicator and source", "Outcome"),
        ("JICA matrix", "Means of verification", "Overall goal"),
    ] {
        h.get_by_role_and_label(Role::RadioButton, form).click_accesskit();
        h.run();
        h.get_by_role_and_label(Role::Label, heading);
        field(&h, field_name);
        // No row goes, whoever's form it is, and every word of it stands there.
        for (name, text) in &rows {
            assert_eq!(field(&h, name).value().as_deref(), Some(text.as_str()), "{name} in {form}");
        }
        assert_eq!(*h.state().plan(), plan, "looking at the {form} changes nothing");
    }
}

/// The fields of the grid with their words, a line a row of the plan.
fn rows_of(plan: &Plan) -> Vec<(String, String)> {
    let (derived, words) = (Derived::new(plan), Words::new(Interface::English));
    let mut rows = Vec::new();
    let mut see = |place: Place, text: &Text| {
        let row = place_name(&Place { field: None, ..place }, plan, &derived, &words);
        let field = words.get(place.field.unwrap().words());
        rows.push((format!("{row}, {field}"), text.get(&plan.languages()[0]).raw().to_owned()));
    };
    plan.outputs.iter().for_each(|r| see(Place::cell(r.id, OUTPUT.text), &r.text));
    plan.indicators.iter().for_each(|r| see(Place::cell(r.id, INDICATOR.text), &r.text));
    plan.indicators.iter().for_each(|r| see(Place::cell(r.id, INDICATOR.means), &r.means));
    plan.assumptions.iter().for_each(|r| see(Place::cell(r.id, ASSUMPTION.text), &r.text));
    plan.preconditions.iter().for_each(|r| see(Place::cell(r.id, PRECONDITION.text), &r.text));
    plan.inputs.iter().for_each(|r| see(Place::cell(r.id, INPUT.text), &r.text));
    // Parts of activities stand on the page of the plan of operation.
    let whole = plan.activities.iter().filter(|a| a.parent.is_none());
    whole.for_each(|r| see(Place::cell(r.id, ACTIVITY.name), &r.name));
    assert!(rows.len() > 40, "{rows:?}");
    rows
}

#[test]
fn values_are_written_in_the_columns_of_a_logframe_and_are_those_of_the_matrix() {
    let mut h = open(example("nepal-lokta-paper"));
    let value = |h: &Harness<'_, Stage>| {
        let of = |i: &&Indicator| i.of == ResultRef::Purpose;
        h.state().plan().indicators.iter().find(of).map(|i| (i.baseline, i.milestones.len())).unwrap()
    };
    let choose = |h: &mut Harness<'_, Stage>, form: &str| {
        h.get_by_role_and_label(Role::RadioButton, form).click_accesskit();
        h.run();
    };
    choose(&mut h, "EU logframe");
    let name = "Indicator 1 of the purpose, Baseline";
    field(&h, name).focus();
    h.run();
    h.key_press_modifiers(Modifiers::COMMAND, Key::A);
    h.run();
    write(&mut h, name, "7");
    field(&h, "Indicator 1 of the purpose, Target").focus();
    h.run();
    assert_eq!(value(&h).0, Some(Decimal::from(7)));
    // The sheet of the matrix and the column of the other logframe hold the same.
    choose(&mut h, "DFID logframe");
    assert_eq!(field(&h, name).value().as_deref(), Some("7"));
    choose(&mut h, "JICA matrix");
    click(&mut h, "Details of Indicator 1 of the purpose");
    assert_eq!(field(&h, name).value().as_deref(), Some("7"));
    click(&mut h, "Milestone: Indicator 1 of the purpose");
    let last = format!("Indicator 1 of the purpose, milestone {}, Value", value(&h).1);
    write(&mut h, &last, "11");
    field(&h, name).focus();
    h.run();
    choose(&mut h, "DFID logframe");
    let shown = |h: &Harness<'_, Stage>| h.query_all_by_role_and_label(Role::Label, "11").count();
    let in_dfid = shown(&h);
    choose(&mut h, "EU logframe");
    assert_eq!((in_dfid, shown(&h)), (1, 0), "milestones have a column in one of them");
}

#[test]
fn a_crowded_matrix_lays_out_what_is_near() {
    let mut plan = Document::unsaved(blank());
    for n in 1..=300_u64 {
        plan.apply(&Output::add(Output::new(Id::from_bits(n)), At::Last)).unwrap();
        for m in 0..10 {
            let row =
                Activity { output: Some(Id::from_bits(n)), ..Activity::new(Id::from_bits(n * 100 + m)) };
            plan.apply(&Activity::add(row, At::Last)).unwrap();
        }
    }
    let mut stage = Stage::new(Plan::clone(plan.plan()), MATRIX_PAGE);
    let last = Place::cell(Id::<Output>::from_bits(300), OUTPUT.text);
    stage.go(last);
    let mut h = stage.open(900.0, 600.0);
    h.run();
    h.run_steps(60);
    assert_eq!(h.state().focused, Some(last), "a far row is laid out when it is asked for");
    let rect = field(&h, "Output 300, Result").rect();
    assert!((0.0..600.0).contains(&rect.center().y), "and stands in the window: {rect:?}");
    let fields = h.query_all_by_role(Role::MultilineTextInput).count();
    assert!((1..100).contains(&fields), "{fields} fields are laid out");
}

#[test]
fn without_room_the_columns_stand_one_below_the_other() {
    let mut h = Stage::new(example("nepal-lokta-paper"), MATRIX_PAGE).open(480.0, 900.0);
    h.run();
    let text = field(&h, "Indicator 1 of the purpose, Indicator").rect();
    let means = field(&h, "Indicator 1 of the purpose, Means of verification").rect();
    assert!(means.top() > text.bottom(), "{text:?} {means:?}");
    assert!(text.width() > 380.0);
}
