//! Answering the sentences of the matrix.

use crate::{
    analysis::Section,
    file,
    plan::*,
    ui::{
        Page,
        testing::{Stage, click, example, write},
    },
};
use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable};

fn open(plan: Plan) -> Harness<'static, Stage> {
    Stage::new(plan, Page::Section(Section::Matrix)).open(900.0, 6000.0)
}

/// The example before anybody has answered a sentence.
fn unanswered() -> Harness<'static, Stage> {
    let mut plan = example("nepal-lokta-paper");
    plan.judgements = Table::default();
    open(plan)
}

fn press(harness: &mut Harness<'_, Stage>, name: &str) {
    harness.get_by_role_and_label(Role::RadioButton, name).click_accesskit();
    harness.run();
}

fn undo(harness: &mut Harness<'_, Stage>) {
    harness.state_mut().document.undo();
    harness.run();
}

#[test]
fn a_doubt_becomes_an_assumption_and_a_risk() {
    let mut h = open(example("nepal-lokta-paper"));
    let before = h.state().plan().assumptions.len();
    let judged = |plan: &Plan| plan.judgements.iter().find(|j| j.of == ResultRef::Purpose).cloned();
    press(&mut h, "In doubt: Project purpose");
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
    // Other words later, and it is still known what became of the doubt.
    let link = |plan: &Plan| judged(plan).map(|j| (j.assumption, j.risk)).unwrap();
    let (assumption, risk) = link(plan);
    click(&mut h, "See the assumption: Project purpose");
    assert_eq!(h.state().focused, assumption.map(|id| Place::cell(id, ASSUMPTION.text)));
    let edit = Assumption::change(assumption.unwrap(), AssumptionField::Text(Text::english("Buyers pay")));
    h.state_mut().document.apply(&edit).unwrap();
    h.run();
    h.get_by_label("It is an assumption now");
    let bytes = file::write(h.state().plan(), &Default::default()).unwrap();
    assert_eq!(link(&file::read(bytes.as_bytes()).unwrap().plan), (assumption, risk), "it stays in the file");
    // What it became can go again; then it can become it anew.
    h.state_mut().document.apply(&Risk::delete(risk.unwrap())).unwrap();
    h.run();
    assert_eq!(link(h.state().plan()), (assumption, None));
    click(&mut h, "Make it a risk: Project purpose");
}

#[test]
fn a_doubt_without_a_reason_becomes_a_row_with_one_click_and_one_step() {
    let check = |result: &str, level: MatrixLevel, output: usize| {
        let mut h = unanswered();
        press(&mut h, &format!("In doubt: {result}"));
        let before = Plan::clone(h.state().plan());
        click(&mut h, &format!("Make it an assumption: {result}"));
        let row = h.state().plan().assumptions.iter().next_back().unwrap().clone();
        let of = output.checked_sub(1).and_then(|i| before.outputs.at(i)).map(|o| o.id);
        assert_eq!((row.level, row.output, row.text.is_blank()), (Some(level), of, true));
        assert_eq!(h.state().focused, Some(Place::cell(row.id, ASSUMPTION.text)), "ready to be written");
        h.get_by_label("It is an assumption now");
        undo(&mut h);
        assert_eq!(*h.state().plan(), before, "one step");
        click(&mut h, &format!("Make it a risk: {result}"));
        let (page, focused) = (h.state().page, h.state().focused);
        let risk = h.state().plan().risks.iter().next_back().unwrap().id;
        assert_eq!(page, Page::Section(Section::Risks));
        assert_eq!(focused, Some(Place::cell(risk, RISK.event)), "ready to be written");
        undo(&mut h);
        assert_eq!(*h.state().plan(), before, "one step");
    };
    check("Output 1", MatrixLevel::Activities, 1);
    check("Project purpose", MatrixLevel::Outputs, 0);
    check("Overall goal", MatrixLevel::Purpose, 0);
}

#[test]
fn an_output_takes_the_assumption_of_its_doubt_along_and_no_link_leads_nowhere() {
    let mut h = unanswered();
    press(&mut h, "No: Project purpose");
    click(&mut h, "Make it an assumption: Project purpose");
    let plan = h.state().plan();
    let (judgement, assumption) =
        (plan.judgements.at(0).unwrap().id, plan.judgements.at(0).unwrap().assumption);
    let (output, assumption) = (plan.outputs.at(0).unwrap().id, assumption.unwrap());
    let own = Assumption::change(assumption, AssumptionField::Output(Some(output)));
    for edit in [own, Output::delete(output)] {
        h.state_mut().document.apply(&edit).unwrap();
    }
    let plan = h.state().plan();
    assert!(!plan.assumptions.contains(assumption));
    assert_eq!(plan.judgements.get(judgement).map(|j| j.assumption), Some(None));
    let nowhere = Judgement::change(judgement, JudgementField::Risk(Some(Id::from_bits(9))));
    assert!(h.state_mut().document.apply(&nowhere).is_err());
}

#[test]
fn the_reader_asks_how_far_the_project_reaches() {
    let mut h = unanswered();
    let asked = "Is this output wholly in your own hands?";
    assert!(h.query_by_label(asked).is_none(), "one question at a time");
    press(&mut h, "Yes: Output 1");
    h.get_by_label(asked);
    let no = format!("{asked} No: Output 1");
    for reach in [Some(Answer::No), None] {
        press(&mut h, &no);
        let judgement = h.state().plan().judgements.at(0).unwrap();
        assert_eq!((judgement.answer, judgement.reach), (Some(Answer::Yes), reach));
    }
    for (result, asks) in [("Project purpose", false), ("Overall goal", true)] {
        press(&mut h, &format!("Yes: {result}"));
        let asked = format!("Do others work for this goal too? No: {result}");
        assert_eq!(h.query_by_role_and_label(Role::RadioButton, &asked).is_some(), asks, "{result}");
    }
}

#[test]
fn an_answer_to_a_sentence_stays_and_can_be_taken_back() {
    let mut h = open(example("nepal-lokta-paper"));
    let answer = |h: &Harness<'_, Stage>| {
        let judgements = &h.state().plan().judgements;
        judgements.iter().find(|j| j.of == ResultRef::Goal).and_then(|j| j.answer)
    };
    for (name, given) in [("No: Overall goal", Answer::No), ("Yes: Overall goal", Answer::Yes)] {
        press(&mut h, name);
        assert_eq!(answer(&h), Some(given));
        let text = file::write(h.state().plan(), &Default::default()).unwrap();
        let again = file::read(text.as_bytes()).unwrap().plan;
        assert_eq!(again.judgements, h.state().plan().judgements, "it stays in the plan");
    }
    press(&mut h, "Yes: Overall goal");
    assert_eq!(answer(&h), None, "the same answer once more takes it back");
}
