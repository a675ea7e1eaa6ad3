//! What a person does to whole activities: add, move, make a part of another, delete. By buttons and by keys.

use super::{View, gantt::scale::Unit, lines::Lines, shift};
use crate::{
    analysis::{Placed, mend_dates},
    checks::{Diagnostic, Severity},
    plan::{ACTIVITY, Activity, ActivityField, At, DateStyle, Edit, Id, IdentityField, Output, Place, Row},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon},
    },
};
use egui::{Frame, Key, Modifiers, Panel, Role, Ui};

/// Adds an activity under an output and leads to its name. `behind`: the activity that it follows; it has the same whole.
pub fn add(cx: &Cx<'_>, out: &mut Outbox, output: Option<Id<Output>>, behind: Option<Id<Activity>>) {
    let parent = behind.and_then(|id| cx.plan.activities.get(id)).and_then(|a| a.parent);
    let row = Activity { output, parent, ..Activity::new(out.new_id()) };
    let id = row.id;
    out.edit(Activity::add(row, behind.map_or(At::Last, At::After)));
    out.go(Place::cell(id, ACTIVITY.name));
}

fn add_part(cx: &Cx<'_>, out: &mut Outbox, of: Id<Activity>) {
    let output = cx.derived.numbering.placed(of).and_then(|p| p.output);
    let row = Activity { output, parent: Some(of), ..Activity::new(out.new_id()) };
    let id = row.id;
    out.edit(Activity::add(row, At::Last));
    out.go(Place::cell(id, ACTIVITY.name));
}

/// What can be done to an activity as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Up,
    Down,
    /// Becomes a part of the one before.
    In,
    /// Becomes the one behind what it is a part of.
    Out,
    Delete,
}

/// The change of the plan that an act makes; nothing when it cannot be done here.
fn edit_of(cx: &Cx<'_>, lines: &Lines<'_>, id: Id<Activity>, act: Act) -> Option<Edit> {
    match act {
        Act::Up => Some(Activity::relocate(id, At::Before(lines.sibling(id, false)?.id))),
        Act::Down => Some(Activity::relocate(id, At::After(lines.sibling(id, true)?.id))),
        Act::Delete => Some(Activity::delete(id)),
        Act::In => {
            let whole = lines.sibling(id, false)?.id;
            let last = cx.plan.activities.iter().rfind(|a| a.parent == Some(whole)).map_or(whole, |a| a.id);
            let edits = vec![
                Activity::change(id, ActivityField::Parent(Some(whole))),
                Activity::relocate(id, At::After(last)),
            ];
            Some(Edit::Several("step-activity-in", edits))
        }
        Act::Out => {
            let whole = lines.whole(id)?;
            let parent = cx.plan.activities.get(whole.id)?.parent;
            let edits = vec![
                Activity::change(id, ActivityField::Parent(parent)),
                Activity::change(id, ActivityField::Output(whole.output)),
                Activity::relocate(id, At::After(whole.id)),
            ];
            Some(Edit::Several("step-activity-out", edits))
        }
    }
}

/// Alt with an arrow moves the activity whose cell has the focus; Alt with Enter goes to everything about it, Ctrl with Enter to its
/// bar, and Ctrl with Shift and Enter adds a part to it.
pub fn keys(ui: &Ui, cx: &Cx<'_>, view: &mut View, lines: &Lines<'_>, out: &mut Outbox) {
    let Some(id) = view.selected.filter(|_| view.grid.focus().is_some()) else { return };
    // Keys with more to hold come first: Ctrl alone matches them too.
    if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Enter)) {
        add_part(cx, out, id);
        return;
    }
    if !view.chart.is_hidden && ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter)) {
        view.chart.want(id);
        return;
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::ALT, Key::Enter)) {
        view.has_details = true;
        let is_beside = view.columns.contains(&ACTIVITY.responsible);
        out.go(Place::cell(id, if is_beside { ACTIVITY.learned } else { ACTIVITY.responsible }));
        return;
    }
    let keys = [
        (Key::ArrowUp, Act::Up),
        (Key::ArrowDown, Act::Down),
        (Key::ArrowRight, Act::In),
        (Key::ArrowLeft, Act::Out),
    ];
    for (key, act) in keys {
        if let Some(edit) = edit_of(cx, lines, id, act)
            && ui.input_mut(|i| i.consume_key(Modifiers::ALT, key))
        {
            out.edit(edit);
        }
    }
}

/// The buttons above the table.
pub fn toolbar_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, lines: &Lines<'_>, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        let selected = view.selected.and_then(|id| cx.derived.numbering.placed(id));
        let output = selected.map_or_else(|| cx.plan.outputs.iter().next_back().map(|o| o.id), |p| p.output);
        if kit::primary_button(ui, &cx.words.get("operation-add")).clicked() {
            let behind = selected.map(|p| p.id).filter(|id| cx.plan.activities.contains(*id));
            add(cx, out, output, behind);
        }
        if let Some(placed) = selected {
            let part = kit::button(ui, &cx.words.get("operation-add-part"));
            if kit::hint(part, &cx.words.get("operation-add-part-keys")).clicked() {
                add_part(cx, out, placed.id);
            }
            acts_ui(ui, cx, placed, lines, out);
            kit::toggle(ui, &cx.words.get("operation-details"), &mut view.has_details);
        }
        shift::button_ui(ui, cx, out);
        if selected.is_none() {
            let soft = Style::small().color(kit::tokens(ui).ink_soft);
            // What is left of the row, and no row of its own.
            let room = (ui.max_rect().right() - ui.cursor().left()).max(0.0);
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(egui::vec2(room, kit::ROW), layout, |ui| {
                kit::remark(ui, &cx.words.get("operation-hint"), soft);
            });
        }
    });
    ui.horizontal_wrapped(|ui| {
        let mut has_chart = !view.chart.is_hidden;
        kit::toggle(ui, &cx.words.get("operation-chart"), &mut has_chart);
        view.chart.is_hidden = !has_chart;
        if has_chart {
            chart_tools_ui(ui, cx, view);
        }
        dates_ui(ui, cx, out);
    });
}

/// The buttons for the chosen activity.
fn acts_ui(ui: &mut Ui, cx: &Cx<'_>, placed: &Placed, lines: &Lines<'_>, out: &mut Outbox) {
    let acts = [
        (Act::Up, Icon::Up, "row-up"),
        (Act::Down, Icon::Down, "row-down"),
        (Act::Out, Icon::Left, "operation-out"),
        (Act::In, Icon::Right, "operation-in"),
        (Act::Delete, Icon::Cross, "row-delete"),
    ];
    let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.x);
    for (act, icon, key) in acts {
        let edit = edit_of(cx, lines, placed.id, act);
        let name = cx.words.with(key, &[("name", (&*placed.number).into())]);
        let button = ui.add_enabled_ui(edit.is_some(), |ui| kit::icon_button(ui, icon, &name));
        if let Some(edit) = edit.filter(|_| button.inner.clicked()) {
            out.edit(edit);
        }
    }
    ui.spacing_mut().item_spacing.x = spacing;
}

/// The buttons of the chart: days to quarters, larger, smaller, everything.
fn chart_tools_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    let width = ui.available_width() * 0.5;
    // Today is of use as long as the plan runs.
    let today = cx.derived.schedule.whole().filter(|w| w.start <= cx.today && cx.today <= w.finish);
    let today = today.map(|_| cx.today);
    let names = Unit::ALL.map(|unit| cx.words.get(unit.words()));
    let names = names.each_ref().map(kit::Segment::from);
    let now = Unit::ALL.iter().position(|unit| *unit == view.chart.unit());
    if let Some(i) = kit::segments(ui, Role::Button, &names, now, &Style::body()) {
        // What is worked on stays in sight, else today as long as the plan runs.
        let chosen = view.selected.and_then(|id| cx.derived.schedule.activity(id)).map(|span| span.start);
        // From far away the middle of a plan may be empty, its beginning is not.
        let begin = cx.derived.schedule.whole().map(|whole| whole.start);
        let near = chosen.or(today).or(begin.filter(|day| view.chart.sees(*day, width)));
        view.chart.show_unit(Unit::ALL[i], width, near);
    }
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 2.0);
    if kit::icon_button(ui, Icon::Minus, &cx.words.get("gantt-smaller")).clicked() {
        view.chart.zoom(0.7, width);
    }
    if kit::icon_button(ui, Icon::Plus, &cx.words.get("gantt-larger")).clicked() {
        view.chart.zoom(1.0 / 0.7, width);
    }
    if kit::link_button(ui, &cx.words.get("gantt-fit")).clicked() {
        view.chart.fit();
    }
    if let Some(today) = today
        && kit::link_button(ui, &cx.words.get("gantt-to-today")).clicked()
    {
        view.chart.show_day(today, width);
    }
    ui.spacing_mut().item_spacing.x = spacing;
}

/// How dates are shown, when the plan has a first day to count from.
fn dates_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if cx.plan.identity.start.is_none() {
        return;
    }
    let mut is_relative = cx.plan.identity.date_style == Some(DateStyle::Relative);
    let was = is_relative;
    kit::toggle(ui, &cx.words.get("operation-relative"), &mut is_relative);
    if is_relative != was {
        let style = if is_relative { DateStyle::Relative } else { DateStyle::Calendar };
        out.edit(Edit::Identity(IdentityField::DateStyle(Some(style))));
    }
}

/// Starts that come too early, and what can be done about them: below the rows, so that none of them moves under the hand that has
/// just drawn a link.
pub fn early_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let early = |f: &&Diagnostic| f.code == "P4" && f.severity == Severity::Error;
    let count = cx.findings.of_block(crate::plan::Block::Activity).filter(early).count();
    if count == 0 {
        return;
    }
    Panel::bottom("activities-early").resizable(false).frame(Frame::NONE).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let t = kit::tokens(ui);
            kit::icon(ui, Icon::Octagon, 14.0, t.bad);
            let words = cx.words.with("operation-early", &[("count", count.into())]);
            text::label(ui, &words, Style::small().color(t.bad));
            if kit::link_button(ui, &cx.words.get("operation-mend")).clicked() {
                mend_dates(cx.plan, cx.derived, None).into_iter().for_each(|edit| out.edit(edit));
            }
        });
    });
}
