//! The fields of one risk, and the activity that treats it.

use super::{ink_of, weight_words};
use crate::{
    analysis::RiskBand,
    plan::{Activity, Place, RISK, Risk, RiskField, Row},
    ui::{
        Cx, Outbox,
        kit::{self, cells::Options, fields, fields::Look, tokens},
        pages::{
            operation::numbered_name,
            parts::{note, search_ui},
            take,
        },
    },
};
use egui::Ui;

/// The words of the steps of likelihood.
const LIKELIHOOD: [&str; 5] =
    ["risk-likelihood-1", "risk-likelihood-2", "risk-likelihood-3", "risk-likelihood-4", "risk-likelihood-5"];
/// The words of the steps of impact.
const IMPACT: [&str; 5] =
    ["risk-impact-1", "risk-impact-2", "risk-impact-3", "risk-impact-4", "risk-impact-5"];

/// Shows the fields of a risk.
pub fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, risk: &Risk, owner: &str) {
    let cell = |field| Place::cell(risk.id, field);
    let set = |change| Risk::change(risk.id, change);
    let (line, area) = (Look::LINE.of(owner), Look { rows: 2, ..Look::AREA }.of(owner));
    let look = area.hinting("hint-risk-event");
    fields::text(ui, cx, out, cell(RISK.event), &risk.event, look, |v| set(RiskField::Event(v)));
    let look = area.hinting("hint-risk-cause");
    fields::text(ui, cx, out, cell(RISK.cause), &risk.cause, look, |v| set(RiskField::Cause(v)));
    kit::columns_or_stack(ui, 2, 300.0, |ui, i| match i {
        0 => fields::scale(ui, cx, out, cell(RISK.likelihood), risk.likelihood, line, LIKELIHOOD, |v| {
            set(RiskField::Likelihood(v))
        }),
        _ => fields::scale(ui, cx, out, cell(RISK.impact), risk.impact, line, IMPACT, |v| {
            set(RiskField::Impact(v))
        }),
    });
    significance_ui(ui, cx, risk);
    let look = area.hinting("hint-risk-treatment");
    fields::text(ui, cx, out, cell(RISK.treatment), &risk.treatment, look, |v| set(RiskField::Treatment(v)));
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => {
            let look = line.hinting("hint-risk-owner");
            fields::text(ui, cx, out, cell(RISK.owner), &risk.owner, look, |v| set(RiskField::Owner(v)));
        }
        _ => fields::day(ui, cx, out, cell(RISK.by), risk.by, line, |v| set(RiskField::By(v))),
    });
    activity_ui(ui, cx, out, risk, owner);
}

/// Likelihood times impact, in numbers and words.
fn significance_ui(ui: &mut Ui, cx: &Cx<'_>, risk: &Risk) {
    let (Some(likelihood), Some(impact), Some(significance)) =
        (risk.likelihood, risk.impact, risk.significance())
    else {
        note(ui, &cx.words.get("risks-unrated-note"));
        return;
    };
    ui.horizontal(|ui| {
        let values = [
            ("likelihood", likelihood.value().to_string().into()),
            ("impact", impact.value().to_string().into()),
        ];
        note(ui, &cx.words.with("risks-times", &values));
        kit::tag(ui, &weight_words(cx, significance), ink_of(tokens(ui), RiskBand::of(significance)));
    });
}

/// The activity that treats the risk: one of the plan, or a new one made of the treatment in one step.
fn activity_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, risk: &Risk, owner: &str) {
    let place = Place::cell(risk.id, RISK.activity);
    let all = cx.derived.numbering.activities();
    let placed = risk.activity.and_then(|id| cx.derived.numbering.placed(id));
    let shown = placed.map(|placed| numbered_name(cx, placed)).unwrap_or_default();
    let options = Options { count: all.len(), name: &|i| numbered_name(cx, &all[i]) };
    search_ui(ui, cx, out, place, owner, &shown, &options, |i| {
        Risk::change(risk.id, RiskField::Activity(i.map(|i| all[i].id)))
    });
    if let Some(activity) = risk.activity.and_then(|id| cx.plan.activities.get(id)) {
        take::activity_link_ui(ui, cx, out, activity);
        return;
    }
    let words = ("risks-make-activity", owner, "step-risk-activity");
    take::activity_ui(ui, cx, out, words, &risk.treatment, |activity| {
        let link = Risk::change(risk.id, RiskField::Activity(Some(activity.id)));
        let activity =
            Activity { responsible: risk.owner.clone(), finish: risk.by, risk: Some(risk.id), ..activity };
        (activity, vec![link])
    });
    if risk.treatment.is_blank() {
        note(ui, &cx.words.get("risks-make-activity-note"));
    }
}
