//! The talk: the slides over the whole window, the time that is allowed, and what the jury looks at.

use crate::{
    export::slides::suggested_criteria,
    plan::{At, CRITERION, Criterion, CriterionField, Decimal, Edit, Place, Row},
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Wish,
        kit::{self, Icon, fields, fields::Look, tokens},
        pages::{do_to_row, parts},
    },
};
use egui::Ui;

/// The columns of a criterion: its name, its weight, its buttons; in points, 0 is what is left.
const WIDTHS: [f32; 3] = [0.0, 100.0, 92.0];

/// The shortest and the longest talk, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u8> = 1..=60;

/// Begins the talk, and says how long it may be.
pub(super) fn present_ui(ui: &mut Ui, cx: &Cx<'_>, minutes: u8, out: &mut Outbox) {
    let t = tokens(ui);
    ui.set_width(ui.available_width());
    text::label(ui, &cx.words.get("present-title"), Style::body().strong());
    text::label(ui, &cx.words.get("present-about"), Style::small().color(t.ink_soft));
    kit::bar(ui, |ui| {
        if kit::button(ui, &cx.words.get("present-begin")).clicked() {
            out.command(Command::Present);
        }
        ui.add_space(12.0);
        let mut step = |ui: &mut Ui, icon, key: &str, to: Option<u8>| {
            let to = to.filter(|to| MINUTES.contains(to));
            ui.add_enabled_ui(to.is_some(), |ui| {
                if let (true, Some(to)) = (kit::icon_button(ui, icon, &cx.words.get(key)).clicked(), to) {
                    out.wish(Wish::Minutes(to));
                }
            });
        };
        step(ui, Icon::Minus, "present-less-time", minutes.checked_sub(1));
        let allowed = cx.words.with("present-minutes", &[("count", usize::from(minutes).into())]);
        text::label(ui, &allowed, Style::body());
        step(ui, Icon::Plus, "present-more-time", minutes.checked_add(1));
    });
}

/// What the jury looks at: the plan's own criteria, else the program's suggestion.
pub(super) fn criteria_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let t = tokens(ui);
    let criteria = &cx.plan.criteria;
    if criteria.is_empty() {
        text::label(ui, &cx.words.get("jury-none"), Style::small().color(t.ink_soft));
    }
    if !criteria.is_empty() {
        let heads = [CRITERION.name, CRITERION.weight].map(|field| field.words());
        parts::heads(ui, cx, &WIDTHS, &heads);
    }
    for (i, criterion) in criteria.iter().enumerate() {
        criterion_ui(ui, cx, out, criterion, i);
    }
    let sum = criteria.iter().filter_map(|c| c.weight).fold(Decimal::ZERO, Decimal::saturating_add);
    if !sum.is_zero() && sum != Decimal::ONE_HUNDRED {
        let words = cx.words.with("jury-sum", &[("sum", sum.normalize().to_string().into())]);
        text::label(ui, &words, Style::small().color(t.warn));
    }
    ui.horizontal_wrapped(|ui| {
        if kit::link_button(ui, &cx.words.get("jury-add")).clicked() {
            parts::add_row(out, CRITERION.name, Criterion::new);
        }
        if criteria.is_empty() && kit::link_button(ui, &cx.words.get("jury-take")).clicked() {
            let rows = suggested_criteria(cx.plan.languages(), cx.words);
            let add = |(name, weight)| {
                Criterion::add(
                    Criterion { name, weight: Some(weight), ..Criterion::new(out.new_id()) },
                    At::Last,
                )
            };
            let edits = rows.into_iter().map(add).collect();
            out.edit(Edit::Several("jury-taken", edits));
        }
    });
}

fn criterion_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, criterion: &Criterion, i: usize) {
    let owner = parts::row_name::<Criterion>(cx, &(i + 1).to_string());
    let cell = |field| Place::cell(criterion.id, field);
    let set = |change| Criterion::change(criterion.id, change);
    let names = [CRITERION.name, CRITERION.weight];
    if let Some(field) = parts::entered(ui, cx, criterion.id, &names) {
        let first = (field, CRITERION.name);
        parts::down_or_add(&cx.plan.criteria, criterion.id, first, out, Criterion::new);
    }
    parts::cells(ui, &WIDTHS, |ui, column, look| match column {
        0 => fields::text(ui, cx, out, cell(CRITERION.name), &criterion.name, look.of(&owner), |v| {
            set(CriterionField::Name(v))
        }),
        1 => {
            let look = Look { rows: 1, ..look.of(&owner) };
            fields::number(ui, cx, out, cell(CRITERION.weight), criterion.weight, look, |v| {
                set(CriterionField::Weight(v))
            });
        }
        _ => {
            let ends = (i == 0, i + 1 == cx.plan.criteria.len());
            let wish = parts::menu_ui(ui, cx, &owner, ends);
            do_to_row(&cx.plan.criteria, criterion.id, wish, out);
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::{
        export::tests::fixture::usual,
        ui::{
            Page,
            testing::{Stage, write},
        },
    };
    use egui::Key;
    use egui_kittest::kittest::Queryable;

    #[test]
    fn the_criteria_of_the_jury_are_suggested_taken_in_one_step_and_changed() {
        let mut harness = Stage::new(usual("ne"), Page::HandOver).open(1000.0, 3200.0);
        harness.run_ok();
        harness.get_by_label_contains("No criteria yet");
        harness.get_by_label("Take the suggestion, to change it").click();
        harness.run_ok();
        assert_eq!(harness.state().plan().criteria.len(), 6);
        assert!(harness.query_by_label_contains("not 100").is_none());
        harness.state_mut().document.undo();
        harness.run_ok();
        assert!(harness.state().plan().criteria.is_empty(), "one step");
        harness.get_by_label("Add a criterion").click();
        harness.run_ok();
        harness.run_ok();
        write(&mut harness, "Jury criterion 1, Criterion", "Is it useful");
        write(&mut harness, "Jury criterion 1, Weight (%)", "40");
        harness.key_press(Key::Enter);
        harness.run_ok();
        harness.run_ok();
        let criteria = &harness.state().plan().criteria;
        assert_eq!(criteria.len(), 2, "Enter in the last row adds one");
        let first = criteria.at(0).unwrap();
        assert_eq!(
            (first.name.get(&crate::plan::Lang::english()).raw(), first.weight),
            ("Is it useful", Some(40.into()))
        );
        harness.get_by_label("The weights make 40%, not 100");
    }
}
