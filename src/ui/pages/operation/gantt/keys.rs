//! The chart by keyboard: the bar that has the focus is moved, resized, linked, made a milestone.

use super::{
    Chart, Done, Says, View, bar_id, hand,
    model::{self, Grip, Shift},
};
use crate::{
    locale::calendar::number,
    plan::{Activity, ActivityField, Id, Row},
    ui::Outbox,
};
use egui::{EventFilter, Key, Modifiers, Ui};

/// Left and Right move the bar by a day, with Shift by a week; with Alt they move its end, with Ctrl its beginning. L draws a link,
/// M makes it a milestone, Up and Down go to another bar, Ctrl+Enter back to the table. Page Up and Page Down make the time larger
/// and smaller around the bar, Home shows all of it.
pub fn keys(
    ui: &Ui,
    chart: &Chart<'_>,
    view: &mut View,
    (line, id): (usize, Id<Activity>),
    out: &mut Outbox,
    done: &mut Done,
) {
    let is_linking = matches!(view.says, Some(Says::Linking(_)));
    let filter =
        EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: is_linking };
    ui.memory_mut(|m| m.set_focus_lock_filter(bar_id(id), filter));
    done.selected = Some(id);
    out.is_held |= view.by_keys;
    shift(ui, chart, view, id, out);
    for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
            && let Some((line, next)) = model::next_bar(chart.cx, chart.lines, line, down)
        {
            view.wanted = Some(next);
            view.by_keys = false;
            done.reveal = Some(line);
        }
    }
    link_keys(ui, chart, view, id, out);
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::M)) && !chart.has_parts(id) {
        let is_milestone = chart.cx.plan.activities.get(id).is_some_and(|a| a.milestone);
        out.edit(Activity::change(id, ActivityField::Milestone(!is_milestone)));
    }
    zoom(ui, chart, view, id);
    if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter)) {
        done.to_table = Some(line);
    }
}

fn zoom(ui: &Ui, chart: &Chart<'_>, view: &mut View, id: Id<Activity>) {
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let factor = match (pressed(Key::PageUp), pressed(Key::PageDown)) {
        (true, _) => 1.0 / 0.7,
        (_, true) => 0.7,
        (false, false) => 1.0,
    };
    if factor != 1.0
        && let Some(span) = chart.cx.derived.schedule.activity(id)
    {
        let scale = chart.scale;
        let scale = scale.zoomed(factor, scale.range.clamp(scale.x(number(span.start))));
        view.place = Some((scale.first, scale.per_day));
    }
    if pressed(Key::Home) {
        view.fit();
    }
}

fn shift(ui: &Ui, chart: &Chart<'_>, view: &mut View, id: Id<Activity>, out: &mut Outbox) {
    let (later, earlier) = (Key::ArrowRight, Key::ArrowLeft);
    // Keys with more to hold come first: a plain key matches them too.
    let ways = [
        (Modifiers::ALT.plus(Modifiers::SHIFT), Grip::Finish, 7),
        (Modifiers::COMMAND.plus(Modifiers::SHIFT), Grip::Start, 7),
        (Modifiers::ALT, Grip::Finish, 1),
        (Modifiers::COMMAND, Grip::Start, 1),
        (Modifiers::SHIFT, Grip::Move, 7),
        (Modifiers::NONE, Grip::Move, 1),
    ];
    for (modifiers, grip, days) in ways {
        for (key, days) in [(later, days), (earlier, -days)] {
            let times = ui.input_mut(|i| i.count_and_consume_key(modifiers, key));
            let times = i32::try_from(times).unwrap_or(0);
            if times == 0 {
                continue;
            }
            if let Some(edit) = model::edit(chart.cx, Shift { activity: id, grip, days: days * times }) {
                view.by_keys = true;
                out.is_held = true;
                out.edit(edit);
            }
        }
    }
}

/// L begins a link at this bar; then another bar is chosen and Enter ends it there. Escape forgets it.
fn link_keys(ui: &Ui, chart: &Chart<'_>, view: &mut View, id: Id<Activity>, out: &mut Outbox) {
    if let Some(Says::Linking(from)) = view.says {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            view.says = None;
        } else if ui.input(|i| i.key_pressed(Key::Enter)) && from != id {
            hand::link(chart, view, from, id, out);
        }
    } else if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::L)) {
        view.says = Some(Says::Linking(id));
        ui.request_repaint();
    }
}
