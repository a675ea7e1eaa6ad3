//! Everything about one activity, below the table.

use super::{super::budget::amounts_words, View, cell, heading, lines::Lines, name_of};
use crate::{
    analysis::{Placed, Section},
    locale::read_amount,
    plan::{
        ACTIVITY, Activity, ActivityField, After, Borrowed, Country, Field, Id, Key, Place, Row, UserText,
    },
    text::{self, Style},
    ui::{
        Cx, Outbox, Page, Wish,
        kit::{
            self, Icon,
            cells::{self, Cell, Options, Stand, Typed},
            fields,
            fields::Look,
        },
    },
};
use egui::{ScrollArea, Ui};

/// Shows everything about an activity.
pub fn details_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &mut View,
    lines: &Lines<'_>,
    id: Id<Activity>,
    out: &mut Outbox,
) {
    let (Some(activity), Some(placed)) = (cx.plan.activities.get(id), cx.derived.numbering.placed(id)) else {
        return;
    };
    ui.horizontal(|ui| {
        let close = cx.words.with("operation-details-close", &[("number", (&*placed.number).into())]);
        if kit::icon_button(ui, Icon::Cross, &close).clicked() {
            view.has_details = false;
        }
        let title = format!("{} {}", placed.number, name_of(cx, activity));
        text::label_elided(ui, &title, Style::body().strong());
    });
    ScrollArea::vertical().id_salt("activity-details").auto_shrink(false).show(ui, |ui| {
        fields::row_findings_ui(ui, cx, out, Place::row(id));
        ui.spacing_mut().item_spacing.y = 10.0;
        kit::columns_or_stack(ui, 2, 280.0, |ui, i| match i {
            0 => what_ui(ui, cx, out, activity, placed, &view.columns),
            _ => links_ui(ui, cx, out, activity, placed, lines),
        });
        ui.add_space(8.0);
    });
}

fn what_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    activity: &Activity,
    placed: &Placed,
    columns: &[Field],
) {
    let id = activity.id;
    let look = Look::LINE.of(&placed.number);
    let set = |change| Activity::change(id, change);
    // What has no column for want of room is written here.
    if !columns.contains(&ACTIVITY.responsible) {
        let place = cell(id, ACTIVITY.responsible);
        fields::text(ui, cx, out, place, &activity.responsible, look, |v| set(ActivityField::Responsible(v)));
    }
    if !columns.contains(&ACTIVITY.finish) && !activity.milestone && !placed.has_parts {
        let place = cell(id, ACTIVITY.finish);
        fields::day(ui, cx, out, place, activity.finish, look, |v| set(ActivityField::Finish(v)));
    }
    if !columns.contains(&ACTIVITY.milestone) {
        let place = cell(id, ACTIVITY.milestone);
        fields::check(ui, cx, out, place, activity.milestone, look, |v| set(ActivityField::Milestone(v)));
    }
    learned_ui(ui, cx, out, activity, placed);
    fields::text(ui, cx, out, cell(id, ACTIVITY.adapts), &activity.adapts, Look { rows: 2, ..look }, |v| {
        set(ActivityField::Adapts(v))
    });
    fields::text(ui, cx, out, cell(id, ACTIVITY.place), &activity.place, look, |v| {
        set(ActivityField::Place(v))
    });
    fields::text(ui, cx, out, cell(id, ACTIVITY.deliverable), &activity.deliverable, look, |v| {
        set(ActivityField::Deliverable(v))
    });
}

fn links_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    activity: &Activity,
    placed: &Placed,
    lines: &Lines<'_>,
) {
    let id = activity.id;
    let look = Look::LINE.of(&placed.number);
    let set = |change| Activity::change(id, change);
    if lines.whole(id).is_none() {
        let options: Vec<_> = cx
            .plan
            .outputs
            .iter()
            .map(|o| {
                let nameless = cx.words.get("operation-nameless");
                let text = kit::title_or(&o.text, cx.shown, &nameless);
                (o.id, format!("{} {text}", cx.derived.numbering.output(o.id)))
            })
            .collect();
        let place = cell(id, ACTIVITY.output);
        fields::pick(ui, cx, out, place, activity.output.as_ref(), &options, look, |v| {
            set(ActivityField::Output(v.copied()))
        });
    }
    after_ui(ui, cx, out, activity, placed);
    cost_ui(ui, cx, out, placed);
    if !cx.plan.risks.is_empty() {
        let options: Vec<_> = cx
            .plan
            .risks
            .iter()
            .map(|r| {
                (r.id, kit::title_or(&r.event, cx.shown, &cx.words.get("operation-nameless")).to_owned())
            })
            .collect();
        fields::pick(ui, cx, out, cell(id, ACTIVITY.risk), activity.risk.as_ref(), &options, look, |v| {
            set(ActivityField::Risk(v.copied()))
        });
    }
    borrowed_ui(ui, cx, out, activity, placed);
}

/// The names of the learning sources of an activity; of one that the programme does not know, its key.
pub fn learned_names(cx: &Cx<'_>, activity: &Activity) -> Vec<String> {
    activity.learned.iter().map(|key| source_name(cx, key)).collect()
}

fn source_name(cx: &Cx<'_>, key: &Key) -> String {
    let langs = kit::interface_languages(cx.words);
    let source = cx.packs.learning_source(&cx.plan.identity.programme, key);
    source.map_or_else(|| key.as_str().to_owned(), |s| s.name.best(&langs).raw().to_owned())
}

/// Where it was learned: tags, and a list to choose one more.
fn learned_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, placed: &Placed) {
    let t = kit::tokens(ui);
    let id = activity.id;
    let place = cell(id, ACTIVITY.learned);
    let set = |keys: Vec<Key>| Activity::change(id, ActivityField::Learned(keys));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        heading(ui, cx, ACTIVITY.learned.words());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for key in &activity.learned {
                let name = source_name(cx, key);
                kit::icon(ui, Icon::Star, 16.0, t.soga);
                kit::tag(ui, &name, t.soga);
                let delete = cx.words.with("row-delete", &[("name", name.into())]);
                if kit::icon_button(ui, Icon::Cross, &delete).clicked() {
                    out.edit(set(activity.learned.iter().filter(|k| *k != key).cloned().collect()));
                }
            }
        });
        let Some(programme) = cx.packs.programme(&cx.plan.identity.programme) else {
            text::label(ui, &cx.words.get("operation-no-programme"), Style::small().color(t.ink_soft));
            return;
        };
        let langs = kit::interface_languages(cx.words);
        let open: Vec<_> = programme.sources.iter().filter(|s| !activity.learned.contains(&s.key)).collect();
        let name = |i: usize| {
            let kind = cx.words.get(open[i].kind.words());
            format!("{} ({kind})", open[i].name.best(&langs).raw())
        };
        let options = Options { count: open.len(), name: &name };
        let field = Cell::field(ui, ui.available_width().min(320.0), place, &placed.number, 0);
        cells::pick(ui, cx, out, field, &cx.words.get("operation-learned-add"), &options, |i| {
            set(activity.learned.iter().cloned().chain(i.map(|i| open[i].key.clone())).collect())
        });
        fields::findings_ui(ui, cx, out, place);
    });
}

/// What must be finished before: each with the days to wait, and a list to choose one more.
fn after_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, placed: &Placed) {
    let id = activity.id;
    let place = cell(id, ACTIVITY.after);
    let set = |links: Vec<After>| Activity::change(id, ActivityField::After(links));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        heading(ui, cx, ACTIVITY.after.words());
        for (i, link) in activity.after.iter().enumerate() {
            after_link_ui(ui, cx, out, activity, placed, (i, *link));
        }
        let is_open = |p: &&Placed| p.id != id && activity.after.iter().all(|link| link.activity != p.id);
        let others: Vec<_> = cx.derived.numbering.activities().iter().filter(is_open).collect();
        let name = |i: usize| numbered_name(cx, others[i]);
        let options = Options { count: others.len(), name: &name };
        let field = Cell::field(ui, ui.available_width().min(320.0), place, &placed.number, 0);
        cells::pick(ui, cx, out, field, &cx.words.get("operation-after-add"), &options, |i| {
            let link = i.map(|i| After { activity: others[i].id, lag_days: 0 });
            set(activity.after.iter().copied().chain(link).collect())
        });
        fields::findings_ui(ui, cx, out, place);
    });
}

fn after_link_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    activity: &Activity,
    placed: &Placed,
    (i, link): (usize, After),
) {
    let id = activity.id;
    let place = cell(id, ACTIVITY.after);
    let number = cx.derived.numbering.activity(link.activity);
    ui.horizontal(|ui| {
        let words =
            cx.derived.numbering.placed(link.activity).map(|p| numbered_name(cx, p)).unwrap_or_default();
        let (days, soft) =
            (cx.words.get("operation-lag-days"), Style::small().color(kit::tokens(ui).ink_soft));
        // The name takes what the days, their words, the button and the gaps leave.
        let rest = 56.0 + text::width(ui.ctx(), &days, &soft) + 28.0 + 3.0 * ui.spacing().item_spacing.x;
        let room = (ui.available_width() - rest - 4.0).max(80.0);
        ui.allocate_ui(egui::vec2(room, kit::ROW), |ui| {
            ui.set_min_size(egui::vec2(room, kit::ROW));
            text::label_elided(ui, &words, Style::body());
        });
        let part = u16::try_from(i + 1).unwrap_or(u16::MAX);
        let owner = cx
            .words
            .with("operation-lag-of", &[("number", (&*placed.number).into()), ("before", number.into())]);
        let field = Cell::field(ui, 56.0, place, &owner, part);
        let shown = link.lag_days.to_string();
        let typed = Typed { shown: &shown, instead: "0", wrong: "field-number-wrong", stand: Stand::Number };
        let read = |text: &str| {
            let days = read_amount(text).filter(|n| n.fract().is_zero())?;
            i32::try_from(days).ok().filter(|days| days.abs() <= 3660)
        };
        cells::typed(ui, cx, out, field, &typed, read, |days| {
            let mut links = activity.after.clone();
            links[i].lag_days = days.unwrap_or(0);
            Activity::change(id, ActivityField::After(links))
        });
        text::label(ui, &days, soft);
        let delete = cx.words.with("row-delete", &[("name", number.into())]);
        if kit::icon_button(ui, Icon::Cross, &delete).clicked() {
            let mut links = activity.after.clone();
            links.remove(i);
            out.edit(Activity::change(id, ActivityField::After(links)));
        }
    });
}

/// What it costs together with its parts, and the way to the budget.
fn cost_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, placed: &Placed) {
    let numbering = &cx.derived.numbering;
    let cost = cx.derived.totals.by_activity.get(&Some(placed.id)).map(|sum| &sum.all);
    let lines = |id| cx.plan.budget.iter().find(move |line| line.activity == Some(id));
    let line = numbering.with_parts(placed.id).iter().find_map(|part| lines(part.id));
    ui.horizontal(|ui| {
        let key = match (cost, placed.has_parts) {
            (None, _) => "operation-cost-none",
            (Some(_), true) => "operation-cost-parts",
            (Some(_), false) => "operation-cost",
        };
        let amount = cost.map(|cost| amounts_words(cx, cost)).unwrap_or_default();
        text::label(ui, &cx.words.with(key, &[("amount", amount.into())]), Style::body());
        if kit::link_button(ui, &cx.words.get("operation-to-budget")).clicked() {
            match line {
                Some(line) => out.go(Place::row(line.id)),
                None => out.wish(Wish::Show(Page::Section(Section::Budget))),
            }
        }
    });
}

/// An activity with its number.
pub fn numbered_name(cx: &Cx<'_>, placed: &Placed) -> String {
    let name = cx.plan.activities.at(placed.row).map(|a| name_of(cx, a)).unwrap_or_default();
    format!("{} {name}", placed.number)
}

/// The plan of another team that an activity was taken from.
fn borrowed_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, activity: &Activity, placed: &Placed) {
    let id = activity.id;
    let place = cell(id, ACTIVITY.borrowed);
    let set = |borrowed: Option<Borrowed>| Activity::change(id, ActivityField::Borrowed(borrowed));
    let Some(borrowed) = &activity.borrowed else {
        let button = kit::link_button(ui, &cx.words.get("operation-borrow"));
        fields::visit(cx, out, place, &button);
        if button.clicked() {
            out.edit(set(Some(Borrowed { on: Some(cx.today), ..Borrowed::default() })));
        }
        return;
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            heading(ui, cx, ACTIVITY.borrowed.words());
            let delete = cx.words.with("operation-borrow-forget", &[("number", (&*placed.number).into())]);
            if kit::icon_button(ui, Icon::Cross, &delete).clicked() {
                out.edit(set(None));
            }
        });
        let langs = kit::interface_languages(cx.words);
        let countries = cx.packs.countries();
        let name_of = |c: Country| cx.packs.country_name(c).best(&langs).raw().to_owned();
        let options =
            Options { count: countries.len(), name: &|i| countries[i].name.best(&langs).raw().to_owned() };
        let width = ui.available_width().min(320.0);
        let owner = |key: &str| format!("{}, {}", placed.number, cx.words.get(key));
        let shown =
            borrowed.country.map_or_else(|| cx.words.get("operation-borrow-country").into_owned(), name_of);
        let country = owner("operation-borrow-country");
        let field = Cell::field(ui, width, place, &country, 0);
        cells::pick(ui, cx, out, field, &shown, &options, |i| {
            set(Some(Borrowed { country: i.map(|i| countries[i].code), ..borrowed.clone() }))
        });
        type Put = fn(&mut Borrowed, UserText);
        let texts: [(&str, &UserText, Put); 2] = [
            ("operation-borrow-plan", &borrowed.plan, |b, v| b.plan = v),
            ("operation-borrow-team", &borrowed.team, |b, v| b.team = v),
        ];
        for (part, (key, value, put)) in (1..).zip(texts) {
            let name = owner(key);
            let hint = cx.words.get(key);
            let field = Cell::field(ui, width, place, &name, part);
            cells::plain(ui, cx, out, field, value, &hint, |v| {
                let mut next = borrowed.clone();
                put(&mut next, v);
                set(Some(next))
            });
        }
    });
}
