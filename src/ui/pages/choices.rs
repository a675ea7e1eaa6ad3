//! What two copies of the plan changed differently: both answers side by side, to choose from.

use super::{Page, parts::note, titled};
use crate::{
    merge::{self, Pick, Teller, Told},
    plan::{Id, OpenChoice},
    text::{self, Style},
    ui::{
        Command, Cx, Outbox,
        kit::{self, tokens},
    },
};
use egui::{Frame, Margin, Response, Role, Ui, WidgetInfo};

/// So many choices are laid out; the next come when these are answered.
const MOST_SHOWN: usize = 40;
/// The page is no wider, in points: three answers beside each other, each a few words wide.
const WIDEST: f32 = 1080.0;
/// Answers stand beside each other when each has so much room, in points.
const LEAST: f32 = 190.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    /// Whether there was something to choose since the page was shown first.
    had_some: bool,
    /// The card whose first button takes the focus, after the one before it was answered.
    focus: Option<usize>,
    /// What was answered last and could not be: the key of the reason.
    refused: Option<(Id<OpenChoice>, &'static str)>,
    /// How many choices an answer for all has left.
    left: usize,
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    titled(Page::Choices, ui, cx, |ui| {
        ui.set_max_width(WIDEST.min(ui.available_width()));
        ui.spacing_mut().item_spacing.y = 12.0;
        let choices = &cx.plan.choices;
        if choices.is_empty() {
            done_ui(ui, cx, view, out);
            return;
        }
        view.had_some = true;
        head_ui(ui, cx, view, out);
        let teller = Teller::new(cx.plan, cx.derived, cx.words);
        for (i, choice) in choices.iter().take(MOST_SHOWN).enumerate() {
            kit::card(ui, |ui| choice_ui(ui, cx, view, out, (i, choice), &teller.choice(choice)));
        }
        if let Some(more) = choices.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            note(ui, &cx.words.with("checks-more", &[("count", more.into())]));
        }
    });
}

/// What is shown when nothing is open.
fn done_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let t = tokens(ui);
    if !view.had_some {
        text::label(ui, &cx.words.get("choices-empty"), Style::body().color(t.ink_soft));
        return;
    }
    text::label(ui, &cx.words.get("choices-done"), Style::body().strong().color(t.good));
    let save = kit::primary_button(ui, &cx.words.get("choices-done-next"));
    if view.focus.take().is_some() {
        save.request_focus();
    }
    if save.clicked() {
        out.command(Command::Save);
    }
}

/// How many are left, and one answer for all.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let count = cx.plan.choices.len();
    let left = cx.words.with("choices-left", &[("count", count.into())]);
    // As high as a button, so that the words stand in its middle.
    ui.spacing_mut().interact_size.y = 34.0;
    ui.horizontal_wrapped(|ui| {
        text::label(ui, &left, Style::body().strong());
        if count > 1 {
            for (key, how) in [("choices-all-mine", Pick::Mine), ("choices-all-theirs", Pick::Theirs)] {
                if kit::link_button(ui, &cx.words.get(key)).clicked() {
                    let (edit, left) = merge::answer_all(cx.plan, how);
                    out.edit(edit);
                    (view.left, view.focus) = (left, Some(0));
                }
            }
        }
    });
    if view.left > 0 {
        let words = cx.words.with("choices-some-left", &[("count", view.left.into())]);
        text::label(ui, &words, Style::body().color(tokens(ui).warn));
    }
}

fn choice_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    out: &mut Outbox,
    (i, choice): (usize, &OpenChoice),
    told: &Told,
) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let title = text::label(ui, &told.place, Style::body().strong());
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &told.place));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if !told.about.is_empty() && is_news(&told.about, told) {
            text::label_elided(ui, &told.about, Style::body().color(tokens(ui).ink_soft));
        }
        note(ui, &told.what);
    });
    let answers = merge::answers(cx.plan, choice);
    let mut chosen = None;
    let mut first = None;
    let mut offer = |ui: &mut Ui, key: &str, how: Pick| {
        let words = cx.words.get(key);
        let response = kit::button(ui, &words);
        let name = [("place", told.place.as_str().into()), ("answer", words.into_owned().into())];
        let said = cx.words.with("choices-button", &name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        if response.clicked() {
            chosen = Some(how);
        }
        first.get_or_insert(response);
    };
    if answers.contains(&Pick::Mine) {
        let has_before = !told.before.is_empty();
        let skip = usize::from(!has_before);
        kit::columns_or_stack(ui, 3 - skip, LEAST, |ui, column| match column + skip {
            0 => value_ui(ui, cx, "choices-before", &told.before, false, |_| {}),
            1 => value_ui(ui, cx, "choices-mine", &told.mine, true, |ui| {
                offer(ui, "choices-keep-mine", Pick::Mine);
            }),
            _ => value_ui(ui, cx, "choices-theirs", &told.theirs, true, |ui| {
                offer(ui, "choices-take-theirs", Pick::Theirs);
            }),
        });
    }
    let is_changed = answers.contains(&Pick::AsItIs) && answers.len() > 1;
    if is_changed {
        note(ui, &cx.words.with("choices-now", &[("value", told.now.as_str().into())]));
    }
    ui.horizontal_wrapped(|ui| {
        if answers.contains(&Pick::Both) {
            offer(ui, "choices-keep-both", Pick::Both);
        }
        if is_changed {
            offer(ui, "choices-keep-now", Pick::AsItIs);
        } else if answers == [Pick::AsItIs] {
            offer(ui, "choices-settle", Pick::AsItIs);
        }
        if let Some(place) = choice.place.filter(|_| answers != [Pick::AsItIs]) {
            let go = kit::link_button(ui, &cx.words.get("choices-go"));
            let said = format!("{}: {}", cx.words.get("choices-go"), told.place);
            go.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
            if go.clicked() {
                out.go(place);
            }
        }
    });
    if let Some((_, key)) = view.refused.filter(|(id, _)| *id == choice.id) {
        text::label(ui, &cx.words.get(key), Style::small().color(tokens(ui).bad));
    }
    take_focus(view, i, cx.plan.choices.len(), first.as_ref());
    if let Some(how) = chosen {
        match merge::answer(cx.plan, choice.id, how) {
            Ok(edit) => {
                out.edit(edit);
                (view.focus, view.refused, view.left) = (Some(i), None, 0);
            }
            Err(error) => view.refused = Some((choice.id, error.words())),
        }
    }
}

/// Whether the title of a row is none of the values that stand below it.
fn is_news(about: &str, told: &Told) -> bool {
    ![&told.before, &told.mine, &told.theirs].into_iter().any(|value| value == about)
}

/// After an answer the next choice, which now stands in its place, has the focus; after the last one, the one before.
fn take_focus(view: &mut View, i: usize, count: usize, first: Option<&Response>) {
    if view.focus.is_some_and(|wanted| wanted.min(count.min(MOST_SHOWN) - 1) == i)
        && let Some(first) = first
    {
        first.request_focus();
        view.focus = None;
    }
}

/// One of the values, with its button below.
fn value_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    side: &str,
    value: &str,
    is_answer: bool,
    button: impl FnOnce(&mut Ui),
) {
    let t = *tokens(ui);
    let fill = if is_answer { t.indigo_wash } else { t.paper };
    Frame::new().fill(fill).corner_radius(kit::RADIUS).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let side = cx.words.get(side);
        text::label(ui, &side, Style::small().strong().color(t.ink_soft));
        let shown = text::label(ui, value, Style::body());
        let name = [("side", side.into_owned().into()), ("value", value.into())];
        let said = cx.words.with("choices-value", &name);
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        // As wide as its words, not as the column.
        ui.horizontal(|ui| {
            // The three columns are equally high, with a button or without.
            ui.set_min_height(34.0);
            button(ui);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        merge::merge,
        plan::*,
        ui::testing::{Stage, click, example},
    };
    use egui::Key;
    use egui_kittest::{Harness, kittest::Queryable};

    /// The Nepal example, changed in two copies: a first day, a name in two languages, and a deleted risk that the other copy changed.
    fn merged() -> Plan {
        let base = example("nepal-lokta-paper");
        let (activity, risk) = (base.activities.at(0).unwrap().clone(), base.risks.at(0).unwrap().id);
        let ne = Lang::new("ne").unwrap();
        let changed = |day: &str, name: &str, nepali: &str| {
            let mut plan = base.clone();
            let name = activity.name.with(&Lang::english(), name.into()).with(&ne, nepali.into());
            let start = Some(day.parse().unwrap());
            Activity::change(activity.id, ActivityField::Start(start)).apply(&mut plan).unwrap();
            Activity::change(activity.id, ActivityField::Name(name)).apply(&mut plan).unwrap();
            plan
        };
        let mut mine = changed("2017-10-03", "Train the dyers", "रङ");
        let mut theirs = changed("2017-11-06", "Train weavers and dyers", "बुनाई");
        Risk::delete(risk).apply(&mut mine).unwrap();
        Risk::change(risk, RiskField::Cause(Text::english("Late snow"))).apply(&mut theirs).unwrap();
        merge(&base, &mine, &theirs).unwrap().plan
    }

    fn open(plan: Plan) -> Harness<'static, Stage> {
        let mut harness = Stage::new(plan, Page::Choices).open(1000.0, 1800.0);
        harness.run();
        harness
    }

    #[test]
    fn both_answers_stand_side_by_side_in_words_of_the_plan() {
        let harness = open(merged());
        harness.get_by_label("Choices left: 4");
        harness.get_by_label("Mine: 3 October 2017");
        harness.get_by_label("Theirs: 6 November 2017");
        harness.get_by_label("Mine: Train the dyers");
        harness.get_by_label("Theirs: बुनाई");
        harness.get_by_label("Mine: Delete it");
        harness.get_by_label("Theirs: Keep it");
    }

    #[test]
    fn answers_go_into_the_plan_one_step_each_until_all_is_chosen() {
        let mut harness = open(merged());
        let first = harness.state().plan().activities.at(0).unwrap().id;
        let start = |h: &Harness<'_, Stage>| {
            h.state().plan().activities.get(first).unwrap().start.unwrap().to_string()
        };
        click(&mut harness, "Activity 1.1, start date: Take theirs");
        assert_eq!(start(&harness), "2017-11-06");
        harness.get_by_label("Choices left: 3");
        assert_eq!(harness.state().document.steps().count(), 1);
        click(&mut harness, "Activity 1.1, activity (English): Keep both");
        let name = |h: &Harness<'_, Stage>| h.state().plan().activities.get(first).unwrap().name.clone();
        assert_eq!(name(&harness).get(&Lang::english()).raw(), "Train the dyers\nTrain weavers and dyers");
        click(&mut harness, "Activity 1.1, activity (Nepali): Keep mine");
        let risks = harness.state().plan().risks.len();
        click(&mut harness, "Risk 1: Keep mine");
        assert_eq!(harness.state().plan().risks.len(), risks - 1);
        assert_eq!(harness.state().document.steps().count(), 4);
        harness.get_by_label("Everything is chosen. The two copies are one plan");
        click(&mut harness, "Save the plan");
        assert_eq!(harness.state().wishes, [crate::ui::Wish::Command(Command::Save)]);
        // Back, one by one.
        (0..4).for_each(|_| assert!(harness.state_mut().document.undo().is_some()));
        harness.run();
        harness.get_by_label("Choices left: 4");
    }

    #[test]
    fn the_keyboard_alone_answers_all() {
        let mut harness = open(merged());
        let first = "Activity 1.1, activity (English): Keep mine";
        harness.get_by_role_and_label(Role::Button, first).focus();
        harness.run();
        for left in [3, 2] {
            harness.key_press(Key::Enter);
            harness.run();
            harness.get_by_label(&format!("Choices left: {left}"));
        }
        // From mine to theirs, and on.
        harness.key_press(Key::Tab);
        harness.key_press(Key::Space);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.get_by_role_and_label(Role::Button, "Save the plan").is_focused());
    }

    #[test]
    fn one_side_can_be_taken_everywhere() {
        let mut harness = open(merged());
        click(&mut harness, "Take theirs everywhere");
        assert!(harness.state().plan().choices.is_empty());
        assert_eq!(harness.state().document.steps().count(), 1);
        harness.get_by_label("Everything is chosen. The two copies are one plan");
    }

    #[test]
    fn what_was_written_since_can_stay() {
        let mut plan = merged();
        let first = plan.activities.at(0).unwrap().id;
        let start = ActivityField::Start(Some("2017-12-01".parse().unwrap()));
        Activity::change(first, start).apply(&mut plan).unwrap();
        Risk::delete(plan.risks.at(0).unwrap().id).apply(&mut plan).unwrap();
        let mut harness = open(plan);
        harness.get_by_label("In the plan now: 1 December 2017");
        click(&mut harness, "Activity 1.1, start date: Keep what stands there now");
        let start = harness.state().plan().activities.get(first).unwrap().start;
        assert_eq!(start.unwrap().to_string(), "2017-12-01");
        click(&mut harness, "Something that is not in the plan any more: Take it off this list");
        harness.get_by_label("Choices left: 2");
    }
}
