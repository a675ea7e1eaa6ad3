//! Who gains, who loses, who decides, who pays: a picture of interest and influence, and the register below it.

use super::{
    Page, context,
    listed::{self, Line, ListView},
    parts::{self, heading, note},
    titled,
};
use crate::{
    analysis::Section,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
    },
};
use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// How many names a cell of the picture shows before it says how many more there are.
const MOST_NAMES: usize = 4;
/// The height of a name in the picture, in points.
const NAME: f32 = 24.0;
/// The room for the words of the upright axis, in points.
const AXIS: f32 = 84.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    list: ListView,
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    titled(Page::Section(Section::Stakeholders), ui, cx, |ui| {
        kit::form(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let table = &cx.plan.stakeholders;
            if !table.is_empty() {
                picture_ui(ui, cx, out);
                ui.add_space(8.0);
                heading(ui, cx, "stakeholders-all");
            }
            let rows: Vec<&Stakeholder> = table.iter().collect();
            let colours = tokens(ui);
            listed::list_ui(
                ui,
                cx,
                out,
                &mut view.list,
                &rows,
                |stakeholder, owner| line_of(colours, cx, stakeholder, owner),
                |ui, out, stakeholder, owner| stakeholder_ui(ui, cx, out, stakeholder, owner),
            );
            let add = |out: &mut Outbox| parts::add_row(out, STAKEHOLDER.name, Stakeholder::new);
            let words = cx.words.get("stakeholders-add");
            if table.is_empty() {
                if kit::empty_state(ui, &cx.words.get("stakeholders-empty"), &words).clicked() {
                    add(out);
                }
            } else if kit::link_button(ui, &words).clicked() {
                add(out);
            }
            agencies_ui(ui, cx, out);
        });
    });
}

/// What the profile of the country knows about agencies.
fn agencies_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let Some(profile) = parts::profile(cx).filter(|p| !p.agencies.is_empty()) else { return };
    let country = parts::country_name(cx);
    let words = cx.words.with("stakeholders-of", &[("country", country.into())]);
    parts::fold(ui, "agencies", &words, |ui| {
        profile.agencies.iter().for_each(|entry| context::agency_ui(ui, cx, out, entry));
    });
}

fn line_of(colours: &kit::Tokens, cx: &Cx<'_>, stakeholder: &Stakeholder, owner: &str) -> Line {
    let unnamed = cx.words.get("stakeholders-unnamed");
    let title = name_of(cx, stakeholder, &unnamed).to_owned();
    let position = cx.plan.stakeholders.position(stakeholder.id).unwrap_or_default();
    let category = stakeholder.category.map(|c| kit::choice_name(cx.words, c).into_owned());
    let said =
        [Some(format!("{owner}: {title}")), category.clone()].into_iter().flatten().collect::<Vec<_>>();
    Line {
        said: said.join(", "),
        lead: (position + 1).to_string(),
        title,
        soft: stakeholder.strategy.best(cx.shown).raw().lines().next().unwrap_or_default().to_owned(),
        tag: category
            .map(|words| (words, if stakeholder.superior { colours.indigo } else { colours.ink_soft })),
    }
}

fn stakeholder_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, stakeholder: &Stakeholder, owner: &str) {
    let cell = |field| Place::cell(stakeholder.id, field);
    let set = |field| Stakeholder::change(stakeholder.id, field);
    let line = Look::LINE.of(owner);
    let area = Look { rows: 2, ..Look::AREA }.of(owner);
    let look = line.hinting("hint-stakeholder-name");
    fields::text(ui, cx, out, cell(STAKEHOLDER.name), &stakeholder.name, look, |v| {
        set(StakeholderField::Name(v))
    });
    fields::check(ui, cx, out, cell(STAKEHOLDER.superior), stakeholder.superior, line, |v| {
        set(StakeholderField::Superior(v))
    });
    kit::columns_or_stack(ui, 3, 160.0, |ui, i| match i {
        0 => fields::choice(ui, cx, out, cell(STAKEHOLDER.category), stakeholder.category, line, |v| {
            set(StakeholderField::Category(v))
        }),
        1 => fields::choice(ui, cx, out, cell(STAKEHOLDER.interest), stakeholder.interest, line, |v| {
            set(StakeholderField::Interest(v))
        }),
        _ => fields::choice(ui, cx, out, cell(STAKEHOLDER.influence), stakeholder.influence, line, |v| {
            set(StakeholderField::Influence(v))
        }),
    });
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => fields::text(ui, cx, out, cell(STAKEHOLDER.affected), &stakeholder.affected, area, |v| {
            set(StakeholderField::Affected(v))
        }),
        _ => fields::text(ui, cx, out, cell(STAKEHOLDER.strategy), &stakeholder.strategy, area, |v| {
            set(StakeholderField::Strategy(v))
        }),
    });
}

/// The name of a stakeholder as it is shown.
fn name_of<'a>(cx: &Cx<'_>, stakeholder: &'a Stakeholder, unnamed: &'a str) -> &'a str {
    let langs: Vec<Lang> = cx.shown.iter().chain(cx.plan.languages()).cloned().collect();
    kit::title_or(&stakeholder.name, &langs, unnamed)
}

/// Who stands where: interest to the right, influence upwards. A click on a name leads to the card.
fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    heading(ui, cx, "stakeholders-picture");
    let standing = |interest: Level, influence: Level| -> Vec<&Stakeholder> {
        let stands = |s: &&Stakeholder| (s.interest, s.influence) == (Some(interest), Some(influence));
        cx.plan.stakeholders.iter().filter(stands).collect()
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for influence in Level::all().iter().rev() {
            let row: Vec<_> =
                Level::all().iter().map(|interest| (*interest, standing(*interest, *influence))).collect();
            picture_row_ui(ui, cx, out, *influence, &row);
        }
        picture_foot_ui(ui, cx);
    });
    let unplaced: Vec<&Stakeholder> =
        cx.plan.stakeholders.iter().filter(|s| s.interest.is_none() || s.influence.is_none()).collect();
    if !unplaced.is_empty() {
        ui.horizontal_wrapped(|ui| {
            note(ui, &cx.words.get("stakeholders-unplaced"));
            unplaced.iter().take(2 * MOST_NAMES).for_each(|s| name_ui(ui, cx, out, s));
            more_ui(ui, cx, unplaced.len().saturating_sub(2 * MOST_NAMES));
        });
    }
}

fn picture_row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    influence: Level,
    row: &[(Level, Vec<&Stakeholder>)],
) {
    let t = tokens(ui);
    let lines = row.iter().map(|(_, who)| who.len().min(MOST_NAMES + 1)).max().unwrap_or(0).max(2);
    // Counts of at most five are exact as floats.
    #[allow(clippy::cast_precision_loss)]
    let height = lines as f32 * NAME + 12.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let words = kit::choice_name(cx.words, influence);
    let at = pos2(rect.left() + AXIS - 10.0, rect.center().y);
    text::paint(ui.painter(), at, Align2::RIGHT_CENTER, &words, &Style::small(), t.ink_soft);
    let width = (rect.width() - AXIS) / 3.0;
    let mut left = rect.left() + AXIS;
    for (interest, who) in row {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
        left += width;
        let is_strong = (*interest, influence) == (Level::High, Level::High);
        let fill = if is_strong { t.indigo_wash } else { t.surface };
        ui.painter().rect(cell, 0, fill, Stroke::new(1.0, t.line), StrokeKind::Middle);
        let unnamed = cx.words.get("stakeholders-unnamed");
        let names: Vec<&str> = who.iter().map(|s| name_of(cx, s, &unnamed)).collect();
        let nobody = cx.words.get("stakeholders-nobody");
        let said = cx.words.with(
            "stakeholders-cell",
            &[
                ("influence", kit::choice_name(cx.words, influence).into_owned().into()),
                ("interest", kit::choice_name(cx.words, *interest).into_owned().into()),
                ("names", if names.is_empty() { nobody.into_owned() } else { names.join(", ") }.into()),
            ],
        );
        let id = ui.scope_id().with(("stakeholders", influence.words(), interest.words()));
        ui.interact(cell, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Group, true, &said));
        // A child of its own: the room of the row is taken already.
        let inside = UiBuilder::new().id_salt(id).max_rect(cell.shrink2(vec2(4.0, 6.0)));
        let inner = &mut ui.new_child(inside);
        who.iter().take(MOST_NAMES).for_each(|s| name_ui(inner, cx, out, s));
        more_ui(inner, cx, who.len().saturating_sub(MOST_NAMES));
    }
}

/// The words below the picture.
fn picture_foot_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let width = (rect.width() - AXIS) / 3.0;
    let mut middle = rect.left() + AXIS + width * 0.5;
    for interest in Level::all() {
        let words = kit::choice_name(cx.words, *interest);
        let at = pos2(middle, rect.top() + 4.0);
        text::paint(ui.painter(), at, Align2::CENTER_TOP, &words, &Style::small(), t.ink_soft);
        middle += width;
    }
    let axis = cx.words.get(STAKEHOLDER.interest.words());
    let at = pos2(rect.left() + AXIS + width * 1.5, rect.top() + 22.0);
    let strong = Style::small().strong();
    text::paint(ui.painter(), at, Align2::CENTER_TOP, &axis, &strong, t.ink_soft);
    let axis = cx.words.get(STAKEHOLDER.influence.words());
    let at = pos2(rect.left() + AXIS - 10.0, rect.top() + 4.0);
    text::paint(ui.painter(), at, Align2::RIGHT_TOP, &axis, &strong, t.ink_soft);
}

/// A name in the picture; leads to the card.
fn name_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, stakeholder: &Stakeholder) {
    let t = tokens(ui);
    let unnamed = cx.words.get("stakeholders-unnamed");
    let name = name_of(cx, stakeholder, &unnamed);
    let style = if stakeholder.superior { Style::small().strong() } else { Style::small() };
    let galley = text::galley(ui.ctx(), name, &style.color(t.indigo).elided(), ui.available_width() - 8.0);
    let size = vec2(galley.size().x + 8.0, NAME);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let said = cx.words.with("stakeholders-go", &[("name", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
    parts::focus_frame(ui, rect, &response);
    ui.painter().galley(rect.min + vec2(4.0, (NAME - galley.size().y) * 0.5), galley, t.indigo);
    if response.clicked() {
        out.go(Place::cell(stakeholder.id, STAKEHOLDER.name));
    }
}

fn more_ui(ui: &mut Ui, cx: &Cx<'_>, count: usize) {
    if count > 0 {
        note(ui, &cx.words.with("checks-more", &[("count", count.into())]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{Stage, click, example, field, full_plan, write};
    use egui_kittest::{Harness, kittest::Queryable};

    fn open(plan: Plan) -> Harness<'static, Stage> {
        let mut harness = Stage::new(plan, Page::Section(Section::Stakeholders)).open(900.0, 2600.0);
        harness.run();
        harness
    }

    #[test]
    fn the_first_stakeholder_is_added_and_named() {
        let mut harness = open(full_plan());
        click(&mut harness, "Add a stakeholder");
        assert!(field(&harness, "Stakeholder 1, Name").is_focused());
        write(&mut harness, "Stakeholder 1, Name", "Weavers");
        assert_eq!(harness.state().plan().stakeholders.at(0).unwrap().name.best(&[]).raw(), "Weavers");
        harness.get_by_role_and_label(Role::CheckBox, "Stakeholder 1, Our superior or budget holder").click();
        harness.run();
        assert!(harness.state().plan().stakeholders.at(0).unwrap().superior);
    }

    #[test]
    fn the_picture_says_who_stands_where_and_leads_there() {
        let mut harness = open(example("nepal-lokta-paper"));
        harness.get_by_role_and_label(Role::Group, "Influence: High. Interest: Medium. Forest users' groups");
        harness.get_by_role_and_label(Role::Group, "Influence: Low. Interest: Low. Nobody");
        harness.get_by_role_and_label(Role::Link, "Go to Traders in Kathmandu").click();
        harness.run();
        let traders = harness.state().plan().stakeholders.at(3).unwrap().id;
        assert_eq!(harness.state().focused, Some(Place::cell(traders, STAKEHOLDER.name)));
    }

    #[test]
    fn a_long_cell_says_how_many_more() {
        let mut plan = full_plan();
        let all = (0..40).map(|i| Stakeholder {
            name: Text::english(&format!("Association of producers number {i}")),
            interest: Some(Level::High),
            influence: Some(Level::Low),
            ..Stakeholder::new(Id::from_bits(100 + i))
        });
        plan.stakeholders = Table::from_rows(all).0;
        let harness = open(plan);
        harness.get_by_label("and 36 more");
    }

    #[test]
    fn rows_move_and_go() {
        let mut harness = open(example("nepal-lokta-paper"));
        let first = harness.state().plan().stakeholders.at(0).unwrap().id;
        click(&mut harness, "Stakeholder 1: Chief of the Cottage and Small Industry Office, Decision maker");
        click(&mut harness, "Move Stakeholder 1 down");
        assert_eq!(harness.state().plan().stakeholders.position(first), Some(1));
        click(&mut harness, "Delete Stakeholder 2");
        assert!(!harness.state().plan().stakeholders.contains(first));
    }
}
