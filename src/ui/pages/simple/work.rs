//! The list of activities.

use super::{
    field_ui,
    rows::{add_button, framed, of_row},
};
use crate::{
    analysis::Placed,
    plan::*,
    ui::{
        Cx, Outbox,
        kit::{LongList, RowWish, fields, fields::Look},
        pages::parts::{self, MENU, cells},
    },
};
use egui::Ui;

/// Field 8: activities, by whom, where, from when to when.
pub(super) fn activities_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let is_written = cx.plan.activities.iter().any(|a| !a.name.is_blank());
    field_ui(ui, cx, 8, "simple-activities", is_written, |ui| {
        let placed = cx.derived.numbering.activities();
        let position = |row| cx.derived.numbering.position(Id::from_bits(row));
        let list =
            LongList { id: "activities", block: Block::Activity, count: placed.len(), position: &position };
        list.show(ui, cx, out, |ui, out, i| {
            if let Some(activity) = cx.plan.activities.get(placed[i].id) {
                activity_ui(ui, cx, out, activity, placed.get(i + 1).map(|next| next.id));
            }
        });
        if add_button(ui, cx, "simple-activity-add") {
            let last = placed.last().and_then(|at| at.output);
            let only = cx.plan.outputs.at(0).filter(|_| cx.plan.outputs.len() == 1).map(|o| o.id);
            parts::add_row(out, ACTIVITY.name, |id| Activity { output: last.or(only), ..Activity::new(id) });
        }
    });
}

/// The activities before and after one that it can change places with: of the same output or the same larger activity.
fn siblings(cx: &Cx<'_>, activity: &Activity) -> (Option<Id<Activity>>, Option<Id<Activity>>) {
    let placed = cx.derived.numbering.activities();
    let Some(at) = cx.derived.numbering.position(activity.id) else { return (None, None) };
    let me = &placed[at];
    let next_to_me = |mut others: Box<dyn Iterator<Item = &Placed> + '_>| {
        let other = others.find(|other| other.depth <= me.depth)?;
        (other.depth == me.depth && other.output == me.output).then_some(other.id)
    };
    (next_to_me(Box::new(placed[..at].iter().rev())), next_to_me(Box::new(placed[at + 1..].iter())))
}

fn activity_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, next: Option<Id<Activity>>) {
    let number = cx.derived.numbering.activity(activity.id);
    // Without a result the list has no number of its own; the first part would be a nought.
    let number = number.strip_prefix("0.").unwrap_or(number);
    let name = parts::row_name::<Activity>(cx, number);
    let cell = |field| Place::cell(activity.id, field);
    let set = |field| Activity::change(activity.id, field);
    let names = [ACTIVITY.name, ACTIVITY.responsible, ACTIVITY.place, ACTIVITY.start, ACTIVITY.finish];
    if let Some(field) = parts::entered(ui, cx, activity.id, &names) {
        match next {
            Some(next) => out.go(Place::cell(next, field)),
            None => parts::add_row(out, ACTIVITY.name, |id| Activity {
                output: activity.output,
                parent: activity.parent,
                ..Activity::new(id)
            }),
        }
    }
    let line = Look::LINE.of(&name);
    framed(ui, |ui| {
        cells(ui, &[34.0, 0.0, MENU], |ui, column, look| match column {
            0 => of_row(ui, number, ""),
            1 => {
                let look = look.of(&name).hinting("hint-simple-activity");
                fields::text(ui, cx, out, cell(ACTIVITY.name), &activity.name, look, |v| {
                    set(ActivityField::Name(v))
                });
            }
            _ => activity_menu_ui(ui, cx, out, activity, &name),
        });
        cells(ui, &[0.0, 0.0, 120.0, 120.0], |ui, column, _| match column {
            0 => fields::text(ui, cx, out, cell(ACTIVITY.responsible), &activity.responsible, line, |v| {
                set(ActivityField::Responsible(v))
            }),
            1 => fields::text(ui, cx, out, cell(ACTIVITY.place), &activity.place, line, |v| {
                set(ActivityField::Place(v))
            }),
            2 => fields::day(ui, cx, out, cell(ACTIVITY.start), activity.start, line.wide(120.0), |v| {
                set(ActivityField::Start(v))
            }),
            _ => fields::day(ui, cx, out, cell(ACTIVITY.finish), activity.finish, line.wide(120.0), |v| {
                set(ActivityField::Finish(v))
            }),
        });
    });
}

fn activity_menu_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, name: &str) {
    let (before, after) = siblings(cx, activity);
    match parts::menu_ui(ui, cx, name, (before.is_none(), after.is_none())) {
        Some(RowWish::Delete) => out.edit(Activity::delete(activity.id)),
        Some(RowWish::Up) => {
            if let Some(before) = before {
                out.edit(Activity::relocate(activity.id, At::Before(before)));
            }
        }
        Some(RowWish::Down) => {
            if let Some(after) = after {
                out.edit(Activity::relocate(activity.id, At::After(after)));
            }
        }
        None => {}
    }
}
