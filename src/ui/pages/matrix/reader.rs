//! The matrix read aloud: IF the activities AND the assumptions THEN the output. The team says whether it follows; a doubt becomes
//! an assumption or a risk.

use super::{Part, View, cells, order::MOST_ACTIVITIES};
use crate::{
    analysis::{IfThen, sentence},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
    },
};
use egui::{Role, Ui, WidgetInfo};

/// Shows every sentence with its answer.
pub(super) fn reader_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let t = tokens(ui);
    let results: Vec<ResultRef> = cx
        .plan
        .outputs
        .iter()
        .map(|o| ResultRef::Output(o.id))
        .chain([ResultRef::Purpose, ResultRef::Goal])
        .collect();
    let answers = cx.plan.judgements.iter().filter(|j| j.answer.is_some() && results.contains(&j.of));
    let there = answers.count().min(results.len());
    text::label(ui, &cx.words.get("reader-title"), Style::body().strong());
    text::label(ui, &cx.words.get("reader-about"), Style::body().color(t.ink_soft));
    let said = cx.words.with("reader-answered", &[("there", there.into()), ("all", results.len().into())]);
    text::label(ui, &said, Style::small().color(t.ink_soft));
    for of in results {
        view.part(ui, cx, Part::Sentence(of), |ui, view| {
            let sentence = sentence(cx.plan, of);
            kit::card(ui, |ui| {
                ui.set_width(ui.available_width().min(kit::FORM_WIDTH));
                sentence_ui(ui, cx, &sentence);
                answer_ui(ui, cx, view, out, &sentence);
            });
        });
    }
}

/// The sentence itself, a line a part.
fn sentence_ui(ui: &mut Ui, cx: &Cx<'_>, sentence: &IfThen) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let plan = cx.plan;
    let mut lead = "reader-if";
    let mut part = |ui: &mut Ui, number: &str, text: &Text| {
        line_ui(ui, cx, lead, number, &written(cx, text));
        lead = "reader-and";
    };
    match sentence.then {
        ResultRef::Output(_) => {
            for activity in sentence.activities.iter().take(MOST_ACTIVITIES) {
                if let Some(a) = plan.activities.get(*activity) {
                    part(ui, cx.derived.numbering.activity(*activity), &a.name);
                }
            }
        }
        ResultRef::Purpose => {
            for output in sentence.outputs.iter().take(MOST_ACTIVITIES) {
                if let Some(o) = plan.outputs.get(*output) {
                    part(ui, cx.derived.numbering.output(*output), &o.text);
                }
            }
        }
        ResultRef::Goal => part(ui, "", &plan.matrix.purpose),
    }
    let (count, none) = match sentence.then {
        ResultRef::Output(_) => (sentence.activities.len(), "reader-no-activities"),
        ResultRef::Purpose => (sentence.outputs.len(), "reader-no-outputs"),
        ResultRef::Goal => (1, ""),
    };
    if count == 0 {
        line_ui(ui, cx, lead, "", &cx.words.get(none));
        lead = "reader-and";
    } else if let Some(more) = count.checked_sub(MOST_ACTIVITIES).filter(|n| *n > 0) {
        line_ui(ui, cx, lead, "", &cx.words.with("reader-more", &[("count", more.into())]));
    }
    for assumption in &sentence.assumptions {
        if let Some(a) = plan.assumptions.get(*assumption) {
            line_ui(ui, cx, lead, "", &written(cx, &a.text));
        }
    }
    let (number, then) = match sentence.then {
        ResultRef::Goal => ("", Some(&plan.matrix.goal)),
        ResultRef::Purpose => ("", Some(&plan.matrix.purpose)),
        ResultRef::Output(id) => (cx.derived.numbering.output(id), plan.outputs.get(id).map(|o| &o.text)),
    };
    if let Some(then) = then {
        line_ui(ui, cx, "reader-then", number, &written(cx, then));
    }
}

/// A text in the language that is shown, or in another one, or that it is not written yet.
fn written(cx: &Cx<'_>, text: &Text) -> String {
    let best = text.best(cx.shown);
    if best.is_blank() { cx.words.get("reader-unnamed").into_owned() } else { best.raw().to_owned() }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, lead: &str, number: &str, words: &str) {
    let t = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (lead_words, ink) =
            (cx.words.get(lead), if lead == "reader-then" { t.indigo } else { t.ink_soft });
        let left = ui.cursor().left();
        text::label(ui, &lead_words, Style::body().strong().color(ink));
        // The sentence stands in line, whatever the short words before it.
        ui.add_space((left + 48.0 - ui.cursor().left()).max(0.0));
        if !number.is_empty() {
            text::label(ui, number, Style::body().color(t.ink_soft));
        }
        text::label(ui, words, Style::body());
    });
}

/// Yes, no or in doubt; why; what a doubt can become; and how far the project reaches.
fn answer_ui(ui: &mut Ui, cx: &Cx<'_>, view: &View, out: &mut Outbox, sentence: &IfThen) {
    let judgement = cx.plan.judgements.iter().find(|j| j.of == sentence.then);
    let result = cells::result_name(cx, view, sentence.then);
    ui.add_space(6.0);
    let follows = Question { field: JUDGEMENT.answer, asked: None, given: judgement.and_then(|j| j.answer) };
    if let Some(answer) = follows.ui(ui, cx, out, judgement, &result) {
        let edit = match judgement {
            Some(j) => Judgement::change(j.id, JudgementField::Answer(answer)),
            None => {
                let row = Judgement { of: sentence.then, answer, ..Judgement::new(out.new_id()) };
                Judgement::add(row, At::Last)
            }
        };
        out.edit(edit);
    }
    why_ui(ui, cx, out, judgement, &result);
    reach_ui(ui, cx, out, judgement, &result);
}

/// A question about a result that is answered by yes, no or in doubt.
struct Question<'a> {
    field: Field,
    /// What is asked, when the sentence above does not say it.
    asked: Option<&'a str>,
    given: Option<Answer>,
}

impl Question<'_> {
    /// Shows the answers. Gives the one that was chosen now, or nothing in its place when the chosen one was taken back.
    fn ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        out: &mut Outbox,
        judgement: Option<&Judgement>,
        result: &str,
    ) -> Option<Option<Answer>> {
        let mut next = None;
        ui.horizontal_wrapped(|ui| {
            for answer in Answer::ALL {
                let is_on = self.given == Some(*answer);
                let words = kit::choice_name(cx.words, *answer);
                let galley = text::galley(ui.ctx(), &words, &Style::body(), f32::INFINITY);
                let response = ui.add(egui::Button::selectable(is_on, galley));
                let values = [("answer", words.as_ref().into()), ("name", result.into())];
                let mut said = cx.words.with("reader-answer", &values);
                if let Some(asked) = self.asked {
                    said = format!("{asked} {said}");
                }
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, &said));
                if response.clicked() {
                    next = Some((!is_on).then_some(*answer));
                }
                if let Some(j) = judgement {
                    fields::visit(cx, out, Place::cell(j.id, self.field), &response);
                }
            }
        });
        next
    }
}

/// Whether an output is wholly in the hands of the project, and whether others work for the goal too. Asked when the sentence has
/// its answer, one question at a time.
fn reach_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, judgement: Option<&Judgement>, result: &str) {
    let Some(judgement) = judgement.filter(|j| j.answer.is_some() || j.reach.is_some()) else { return };
    let asked = match judgement.of {
        ResultRef::Output(_) => cx.words.get("reader-reach-output"),
        ResultRef::Goal => cx.words.get("reader-reach-goal"),
        ResultRef::Purpose => return,
    };
    ui.add_space(4.0);
    text::label(ui, &asked, Style::body().color(tokens(ui).ink_soft));
    let question = Question { field: JUDGEMENT.reach, asked: Some(&asked), given: judgement.reach };
    if let Some(reach) = question.ui(ui, cx, out, Some(judgement), result) {
        out.edit(Judgement::change(judgement.id, JudgementField::Reach(reach)));
    }
}

/// The reason for an answer; a doubt can become a row of the plan.
fn why_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, judgement: Option<&Judgement>, result: &str) {
    let Some(judgement) = judgement.filter(|j| j.answer.is_some() || !j.why.is_blank()) else { return };
    let is_doubted = matches!(judgement.answer, Some(Answer::No | Answer::Doubt));
    let label = if is_doubted { "reader-what-is-missing" } else { JUDGEMENT.why.words() };
    let look = Look { rows: 2, ..Look::AREA.of(result).labelled(label) };
    fields::text(ui, cx, out, Place::cell(judgement.id, JUDGEMENT.why), &judgement.why, look, |v| {
        Judgement::change(judgement.id, JudgementField::Why(v))
    });
    if is_doubted {
        doubt_ui(ui, cx, out, judgement, result);
    }
}

/// Where the assumption of a doubt about this result stands: one level below the result.
fn assumption_of(of: ResultRef) -> (MatrixLevel, Option<Id<Output>>) {
    match of {
        ResultRef::Goal => (MatrixLevel::Purpose, None),
        ResultRef::Purpose => (MatrixLevel::Outputs, None),
        ResultRef::Output(id) => (MatrixLevel::Activities, Some(id)),
    }
}

/// What a doubt can become with one click: an assumption, a risk, or both. It says what is missing, or asks for it where nothing is
/// written yet.
fn doubt_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, judgement: &Judgement, result: &str) {
    let why = &judgement.why;
    ui.horizontal_wrapped(|ui| {
        let at = Place::cell(judgement.id, JUDGEMENT.assumption);
        let there = judgement.assumption.map(|id| Place::cell(id, ASSUMPTION.text));
        if became_ui(ui, cx, out, at, there, result) {
            let id = out.new_id();
            let (level, output) = assumption_of(judgement.of);
            let row = Assumption { level: Some(level), output, text: why.clone(), ..Assumption::new(id) };
            let link = Judgement::change(judgement.id, JudgementField::Assumption(Some(id)));
            out.edit(Edit::Several("step-doubt-assumption", vec![Assumption::add(row, At::Last), link]));
            ask_for(out, why, Place::cell(id, ASSUMPTION.text));
        }
        let at = Place::cell(judgement.id, JUDGEMENT.risk);
        let there = judgement.risk.map(|id| Place::cell(id, RISK.event));
        if became_ui(ui, cx, out, at, there, result) {
            let id = out.new_id();
            let row = Risk { event: why.clone(), ..Risk::new(id) };
            let link = Judgement::change(judgement.id, JudgementField::Risk(Some(id)));
            out.edit(Edit::Several("step-doubt-risk", vec![Risk::add(row, At::Last), link]));
            ask_for(out, why, Place::cell(id, RISK.event));
        }
    });
}

/// Leads to the row of a doubt whose reason is not written yet.
fn ask_for(out: &mut Outbox, why: &Text, row: Place) {
    if why.is_blank() {
        out.go(row);
    }
}

/// The button that makes a row of a doubt, or that the row is there with the way to it. Says whether the row is wished for.
fn became_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    at: Place,
    there: Option<Place>,
    result: &str,
) -> bool {
    let is_risk = at.field == Some(JUDGEMENT.risk);
    let said = |words: &str| {
        cx.words.with("reader-answer", &[("answer", words.to_owned().into()), ("name", result.into())])
    };
    let Some(place) = there else {
        let words = cx.words.get(if is_risk { "reader-make-risk" } else { "reader-make-assumption" });
        let button = kit::button(ui, &words);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, said(&words)));
        fields::visit(cx, out, at, &button);
        return button.clicked();
    };
    let words = cx.words.get(if is_risk { "reader-is-risk" } else { "reader-is-assumption" });
    kit::tag(ui, &words, tokens(ui).good);
    let see = cx.words.get(if is_risk { "reader-see-risk" } else { "reader-see-assumption" });
    let link = kit::link_button(ui, &see);
    link.widget_info(|| WidgetInfo::labeled(Role::Button, true, said(&see)));
    fields::visit(cx, out, at, &link);
    if link.clicked() {
        out.go(place);
    }
    false
}

#[cfg(test)]
mod tests;
