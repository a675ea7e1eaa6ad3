use crate::{
    analysis::Section,
    document::Document,
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
fn an_indicator_has_a_sheet() {
    let mut h = empty();
    click(&mut h, "Indicator: Project purpose");
    click(&mut h, "Indicator: Project purpose");
    click(&mut h, "Details of Indicator 1 of the purpose");
    write(&mut h, "Indicator 1 of the purpose, Unit", "weavers");
    write(&mut h, "Indicator 1 of the purpose, Target", "1,200");
    write(&mut h, "Indicator 1 of the purpose, Target date", "30.6.2019");
    field(&h, "Indicator 1 of the purpose, Baseline").focus();
    h.run();
    h.get_by_value("to 1,200 weavers by 30 June 2019");
    click(&mut h, "Milestone: Indicator 1 of the purpose");
    write(&mut h, "Indicator 1 of the purpose, milestone 1, Value", "400");
    field(&h, "Indicator 1 of the purpose, milestone 1, Date").focus();
    h.run();
    let indicator = h.state().plan().indicators.at(0).unwrap().clone();
    assert_eq!(
        (indicator.target, indicator.target_on),
        (Some(Decimal::from(1200)), "2019-06-30".parse().ok())
    );
    assert_eq!(indicator.milestones, [Milestone { on: None, value: Some(Decimal::from(400)) }]);
    click(&mut h, "Delete Indicator 1 of the purpose, milestone 1");
    assert!(h.state().plan().indicators.at(0).unwrap().milestones.is_empty());
    click(&mut h, "Move Indicator 1 of the purpose down");
    assert_eq!(h.state().plan().indicators.at(1).map(|i| i.id), Some(indicator.id));
    click(&mut h, "Delete Indicator 2 of the purpose");
    assert_eq!(h.state().plan().indicators.len(), 1);
    assert!(h.query_by_label("Done").is_none(), "the sheet went with its row");
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
fn a_doubt_becomes_an_assumption_and_a_risk() {
    let mut h = open(example("nepal-lokta-paper"));
    let before = h.state().plan().assumptions.len();
    let judged = |plan: &Plan| plan.judgements.iter().find(|j| j.of == ResultRef::Purpose).cloned();
    h.get_by_role_and_label(Role::RadioButton, "In doubt: Project purpose").click_accesskit();
    h.run();
    assert_eq!(judged(h.state().plan()).unwrap().answer, Some(Answer::Doubt));
    write(&mut h, "Project purpose, What is missing?", "Buyers pay in time. ");
    click(&mut h, "Make it a risk: Project purpose");
    click(&mut h, "Make it an assumption: Project purpose");
    let plan = h.state().plan();
    let why = judged(plan).unwrap().why;
    let last = plan.assumptions.iter().next_back().unwrap();
    assert_eq!(plan.assumptions.len(), before + 1);
    assert_eq!((last.level, last.output, &last.text), (Some(MatrixLevel::Outputs), None, &why));
    assert!(plan.risks.iter().any(|r| r.event == why));
    h.get_by_label("It is an assumption now");
    h.get_by_label("It is a risk now");
}

#[test]
fn the_reader_asks_how_far_the_project_reaches() {
    let mut plan = example("nepal-lokta-paper");
    plan.judgements = Table::default();
    let mut h = open(plan);
    let asked = "Is this output wholly in your own hands?";
    assert!(h.query_by_label(asked).is_none(), "one question at a time");
    h.get_by_role_and_label(Role::RadioButton, "Yes: Output 1").click_accesskit();
    h.run();
    h.get_by_label(asked);
    let no = format!("{asked} No: Output 1");
    for reach in [Some(Answer::No), None] {
        h.get_by_role_and_label(Role::RadioButton, &no).click_accesskit();
        h.run();
        let judgement = h.state().plan().judgements.at(0).unwrap();
        assert_eq!((judgement.answer, judgement.reach), (Some(Answer::Yes), reach));
    }
    for (result, asks) in [("Project purpose", false), ("Overall goal", true)] {
        h.get_by_role_and_label(Role::RadioButton, &format!("Yes: {result}")).click_accesskit();
        h.run();
        let asked = format!("Do others work for this goal too? No: {result}");
        assert_eq!(h.query_by_role_and_label(Role::RadioButton, &asked).is_some(), asks, "{result}");
    }
}

#[test]
fn the_same_plan_stands_in_three_layouts() {
    let mut h = open(example("nepal-lokta-paper"));
    for (form, heading, field_name) in [
        ("EU logframe", "Results chain", "Impact (overall objective)"),
        ("DFID logframe", "Indicator and source", "Outcome"),
        ("JICA matrix", "Means of verification", "Overall goal"),
    ] {
        h.get_by_role_and_label(Role::RadioButton, form).click_accesskit();
        h.run();
        h.get_by_role_and_label(Role::Label, heading);
        field(&h, field_name);
    }
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
fn an_answer_to_a_sentence_stays_and_can_be_taken_back() {
    let mut h = open(example("nepal-lokta-paper"));
    let answer = |h: &Harness<'_, Stage>| {
        let judgements = &h.state().plan().judgements;
        judgements.iter().find(|j| j.of == ResultRef::Goal).and_then(|j| j.answer)
    };
    let press = |h: &mut Harness<'_, Stage>, name: &str| {
        h.get_by_role_and_label(Role::RadioButton, name).click_accesskit();
        h.run();
    };
    for (name, given) in [("No: Overall goal", Answer::No), ("Yes: Overall goal", Answer::Yes)] {
        press(&mut h, name);
        assert_eq!(answer(&h), Some(given));
        let text = crate::file::write(h.state().plan(), &Default::default()).unwrap();
        let again = crate::file::read(text.as_bytes()).unwrap().plan;
        assert_eq!(again.judgements, h.state().plan().judgements, "it stays in the plan");
    }
    press(&mut h, "Yes: Overall goal");
    assert_eq!(answer(&h), None, "the same answer once more takes it back");
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
