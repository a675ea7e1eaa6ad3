//! One Village One Product: is there a licence, how far is the product by each criterion, who would help, what comes next.
//!
//! Points are added up only inside a group whose steps are all known; stars are never counted from them.

use super::{add_ui, entry_ui};
use crate::{
    pack::{Assessment, CriterionGroup, ProductCriterion},
    plan::{Key, OVOP, OvopField, OvopSheet, Place, Rating, Row, Score, UserText},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, fields, fields::Look, tokens},
        pages::{
            listed::{self, Line, ListView},
            parts::{self, fact_ui, note},
            take,
        },
    },
};
use egui::{Role, Ui, WidgetInfo};

/// Shows the assessments.
pub fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ListView, out: &mut Outbox) {
    let rows: Vec<&OvopSheet> = cx.plan.ovop.iter().collect();
    let colours = tokens(ui);
    listed::list_ui(
        ui,
        cx,
        out,
        view,
        &rows,
        |row, owner| line_of(colours, cx, row, owner),
        |ui, out, row, owner| card_ui(ui, cx, out, row, owner),
    );
    add_ui(ui, cx, out, "ovop-add", OVOP.product, OvopSheet::new);
}

/// How many criteria of the assessment have a step.
fn scored(assessment: Option<&Assessment>, row: &OvopSheet) -> (usize, usize) {
    let criteria = assessment.into_iter().flat_map(|a| &a.groups).flat_map(|group| &group.criteria);
    let (mut there, mut all) = (0, 0);
    for criterion in criteria {
        all += 1;
        there += usize::from(step_of(&row.scores, &criterion.key).is_some());
    }
    (there, all)
}

fn line_of(colours: &kit::Tokens, cx: &Cx<'_>, row: &OvopSheet, owner: &str) -> Line {
    let unnamed = cx.words.get("ovop-unnamed");
    let title = kit::title_or(&row.product, cx.shown, &unnamed).to_owned();
    let assessment = cx.packs.assessment(&row.scheme);
    let (there, all) = scored(assessment, row);
    let values = [("there", there.into()), ("all", all.into())];
    let lacks_licence =
        assessment.is_some_and(|a| a.licences.iter().any(|l| !row.licences.contains(&l.value.key)));
    let tag = lacks_licence.then(|| (cx.words.get("ovop-no-licence").into_owned(), colours.warn));
    Line {
        said: format!("{owner}: {title}"),
        lead: String::new(),
        title,
        soft: cx.words.with("ovop-scored", &values),
        tag,
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &OvopSheet, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| OvopSheet::change(row.id, change);
    let line = Look::LINE.of(owner);
    let look = line.hinting("hint-ovop-product");
    fields::text(ui, cx, out, cell(OVOP.product), &row.product, look, |v| set(OvopField::Product(v)));
    scheme_ui(ui, cx, out, row, owner);
    if let Some(assessment) = cx.packs.assessment(&row.scheme) {
        licences_ui(ui, cx, out, row, assessment, owner);
        for group in &assessment.groups {
            group_ui(ui, cx, out, row, group, owner);
        }
        unknown_ui(ui, cx, row, assessment);
        ui.add_space(4.0);
        fields::rating(ui, cx, out, cell(OVOP.stars), row.stars, line, |v| set(OvopField::Stars(v)));
        stars_ui(ui, cx, row, assessment);
        about_ui(ui, cx, row, assessment);
    }
    let look = Look { rows: 2, ..Look::AREA }.of(owner).hinting("hint-ovop-next_step");
    fields::text(ui, cx, out, cell(OVOP.next_step), &row.next_step, look, |v| set(OvopField::NextStep(v)));
    match take::activity_named(cx, &row.next_step) {
        Some(activity) => take::activity_link_ui(ui, cx, out, activity),
        None => {
            let words = ("ovop-make-activity", owner, "step-ovop-activity");
            take::activity_ui(ui, cx, out, words, &row.next_step, |activity| (activity, Vec::new()));
        }
    }
}

/// The scheme of criteria, where there is a choice; one that no pack knows is said.
fn scheme_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &OvopSheet, owner: &str) {
    let langs = kit::interface_languages(cx.words);
    let known = cx.packs.assessment(&row.scheme);
    if cx.packs.assessments().count() > 1 || known.is_none() {
        let options: Vec<(Key, String)> = cx
            .packs
            .assessments()
            .map(|a| (a.key.clone(), a.name.value.best(&langs).raw().to_owned()))
            .collect();
        let chosen = known.map(|a| &a.key);
        let place = Place::cell(row.id, OVOP.scheme);
        fields::pick(ui, cx, out, place, chosen, &options, Look::LINE.of(owner), |key| {
            OvopSheet::change(row.id, OvopField::Scheme(key.cloned().unwrap_or_default()))
        });
    }
    if known.is_none() {
        let words = cx.words.with("worksheets-unknown-scheme", &[("key", row.scheme.as_str().into())]);
        text::label(ui, &words, Style::small().color(tokens(ui).warn));
    }
}

/// What has to be there before points count.
fn licences_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    row: &OvopSheet,
    assessment: &Assessment,
    owner: &str,
) {
    if assessment.licences.is_empty() {
        return;
    }
    let t = tokens(ui);
    let langs = kit::interface_languages(cx.words);
    text::label(ui, &cx.words.get("ovop-licence-first"), Style::body().strong());
    for licence in &assessment.licences {
        let key = &licence.value.key;
        let mut is_there = row.licences.contains(key);
        let name = licence.value.name.best(&langs).raw();
        let words = text::galley(ui.ctx(), name, &Style::body(), ui.available_width());
        let response = ui.checkbox(&mut is_there, words);
        let said = format!("{owner}, {name}");
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_there, &said));
        fields::visit(cx, out, Place::cell(row.id, OVOP.licences), &response);
        if response.changed() {
            let mut licences: Vec<Key> = row.licences.iter().filter(|l| *l != key).cloned().collect();
            if is_there {
                licences.push(key.clone());
            }
            out.edit(OvopSheet::change(row.id, OvopField::Licences(licences)));
        }
        if !is_there {
            ui.horizontal_wrapped(|ui| {
                kit::icon(ui, Icon::Triangle, 12.0, t.warn);
                text::label(ui, licence.value.about.best(&langs).raw(), Style::small().color(t.warn));
            });
        }
    }
    for key in row.licences.iter().filter(|key| assessment.licence(key).is_none()) {
        note(ui, &cx.words.with("ovop-unknown-licence", &[("key", key.as_str().into())]));
    }
}

/// The step that a criterion has.
fn step_of(scores: &[Score], criterion: &Key) -> Option<Rating> {
    scores.iter().find(|score| score.criterion == *criterion).and_then(|score| score.step)
}

/// The scores with one of them changed; one that says nothing any more goes.
fn with_score(scores: &[Score], criterion: &Key, change: impl FnOnce(&mut Score)) -> Vec<Score> {
    let mut scores = scores.to_vec();
    let at = scores.iter().position(|score| score.criterion == *criterion).unwrap_or_else(|| {
        scores.push(Score { criterion: criterion.clone(), ..Score::default() });
        scores.len() - 1
    });
    change(&mut scores[at]);
    scores.retain(|score| score.step.is_some() || !score.note.is_empty());
    scores
}

fn group_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    row: &OvopSheet,
    group: &CriterionGroup,
    owner: &str,
) {
    let langs = kit::interface_languages(cx.words);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        text::label(ui, group.name.best(&langs).raw(), Style::body().strong());
        note(ui, &points_words(cx, row, group));
    });
    for criterion in &group.criteria {
        criterion_ui(ui, cx, out, row, criterion, owner);
    }
}

/// The points of a group: their sum where all of its steps are known, else only what the group gives at most.
fn points_words(cx: &Cx<'_>, row: &OvopSheet, group: &CriterionGroup) -> String {
    let Some(points) = group.points else { return String::new() };
    let known: usize = group.criteria.iter().map(|criterion| criterion.steps.len()).sum();
    let most = points.to_string();
    if u32::try_from(known).is_ok_and(|known| known == points) {
        let steps = group.criteria.iter().filter_map(|criterion| step_of(&row.scores, &criterion.key));
        let sum: u32 = steps.map(|step| u32::from(step.value())).sum();
        cx.words.with("ovop-points", &[("sum", sum.to_string().into()), ("points", most.into())])
    } else {
        cx.words.with("ovop-points-unknown", &[("points", most.into())])
    }
}

fn criterion_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    row: &OvopSheet,
    criterion: &ProductCriterion,
    owner: &str,
) {
    let langs = kit::interface_languages(cx.words);
    let place = Place::cell(row.id, OVOP.scores);
    let chosen = step_of(&row.scores, &criterion.key);
    let name = criterion.name.best(&langs).raw();
    let set = |change: &dyn Fn(&mut Score)| {
        let scores = with_score(&row.scores, &criterion.key, |score| change(score));
        OvopSheet::change(row.id, OvopField::Scores(scores))
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        note(ui, name);
        ui.horizontal_wrapped(|ui| {
            let beyond = chosen.map_or(0, |step| usize::from(step.value()));
            for step in
                (1..=criterion.steps.len().max(beyond)).filter_map(|i| Rating::new(u8::try_from(i).ok()?))
            {
                let number = usize::from(step.value());
                let said = criterion.steps.get(number - 1).map(|step| step.best(&langs).raw());
                if said.is_none() && chosen != Some(step) {
                    continue;
                }
                let words = said.map_or_else(|| number.to_string(), |said| format!("{number}  {said}"));
                let is_chosen = chosen == Some(step);
                let galley = text::galley(ui.ctx(), &words, &Style::body(), ui.available_width().max(200.0));
                let button = ui.add(egui::Button::selectable(is_chosen, galley).frame_when_inactive(true));
                let said = format!("{owner}, {name}: {number} {}", said.unwrap_or_default());
                button.widget_info(|| {
                    WidgetInfo::selected(Role::RadioButton, true, is_chosen, said.trim_end())
                });
                fields::visit(cx, out, place, &button);
                if button.clicked() {
                    out.edit(set(&|score| score.step = Some(step).filter(|_| !is_chosen)));
                }
            }
        });
        let score = row.scores.iter().find(|score| score.criterion == criterion.key);
        let mut typed = score.map(|score| score.note.raw().to_owned()).unwrap_or_default();
        let id = fields::field_id(place, None).with(criterion.key.as_str());
        let label = cx.words.with("ovop-why", &[("criterion", name.into())]);
        let shown = text::Edit::singleline(id, &mut typed)
            .name(format!("{owner}, {label}"))
            .hint(cx.words.get("hint-ovop-why").into_owned())
            .show(ui);
        if shown.changed {
            out.edit(set(&|score| score.note = UserText::new(&typed)));
        }
        fields::visit(cx, out, place, &shown.response);
        if !criterion.note.is_blank() {
            note(ui, criterion.note.best(&langs).raw());
        }
    });
}

/// Scores by criteria that the scheme does not know: they stay, and are said.
fn unknown_ui(ui: &mut Ui, cx: &Cx<'_>, row: &OvopSheet, assessment: &Assessment) {
    for score in row.scores.iter().filter(|score| assessment.criterion(&score.criterion).is_none()) {
        let step = score.step.map(|step| step.value().to_string()).unwrap_or_default();
        let values = [("key", score.criterion.as_str().into()), ("step", step.into())];
        note(ui, &cx.words.with("ovop-unknown-criterion", &values));
    }
}

/// Who helps a producer with so many stars.
fn stars_ui(ui: &mut Ui, cx: &Cx<'_>, row: &OvopSheet, assessment: &Assessment) {
    let Some(stars) = row.stars else {
        note(ui, &cx.words.get("ovop-stars-note"));
        return;
    };
    if let Some(band) = assessment.star_band(stars.value()) {
        let langs = kit::interface_languages(cx.words);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            text::label(ui, band.value.supporter.best(&langs).raw(), Style::body());
            fact_ui(ui, cx, band);
        });
    }
}

/// Where the criteria come from, and what else is known.
fn about_ui(ui: &mut Ui, cx: &Cx<'_>, row: &OvopSheet, assessment: &Assessment) {
    let langs = kit::interface_languages(cx.words);
    let key = format!("ovop-about-{}", row.id);
    parts::fold(ui, &key, &cx.words.get("ovop-about"), |ui| {
        text::label(ui, assessment.name.value.best(&langs).raw(), Style::body().strong());
        fact_ui(ui, cx, &assessment.name);
        ui.add_space(6.0);
        for licence in &assessment.licences {
            text::label(ui, licence.value.about.best(&langs).raw(), Style::body());
            fact_ui(ui, cx, licence);
            ui.add_space(6.0);
        }
        assessment.facts.iter().for_each(|fact| entry_ui(ui, cx, fact));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_that_says_nothing_goes() {
        let (design, volume) = (Key::new("design"), Key::new("volume"));
        let scores = with_score(&[], &design, |score| score.step = Rating::new(2));
        let scores = with_score(&scores, &volume, |score| score.note = "Nearly".into());
        assert_eq!((scores.len(), step_of(&scores, &design)), (2, Rating::new(2)));
        let scores = with_score(&scores, &design, |score| score.step = None);
        assert_eq!(scores.iter().map(|s| s.criterion.as_str()).collect::<Vec<_>>(), ["volume"]);
        assert!(with_score(&scores, &volume, |score| score.note = UserText::default()).is_empty());
    }
}
