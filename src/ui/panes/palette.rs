//! The palette: every command and every item of the plan by name.

use crate::{
    locale::Words,
    plan::{Place, Plan},
    text::{self, Style},
    ui::{
        Command, Outbox, Page, Wish,
        kit::{self, tokens},
    },
};
use egui::{Id, Key, Modal, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
}

/// Most rows that are shown; more letters narrow the list.
const MOST: usize = 40;

enum Target {
    Command(Command),
    Page(Page),
    Place(Place),
}

struct Entry {
    name: String,
    about: String,
    target: Target,
}

/// Shows the palette over everything. Returns whether it stays open.
pub fn palette_ui(
    ctx: &egui::Context,
    palette: &mut Palette,
    words: &Words,
    plan: Option<&Plan>,
    enabled: impl Fn(Command) -> bool,
    out: &mut Outbox,
) -> bool {
    let mut stays = true;
    // Its field stays where it is, however much is found.
    let top = Modal::default_area(Id::unique("palette")).anchor(egui::Align2::CENTER_TOP, vec2(0.0, 112.0));
    let modal = Modal::new(Id::unique("palette")).area(top).frame(kit::dialog_frame(ctx));
    let response = modal.show(ctx, |ui| {
        ui.set_width(520.0);
        let id = Id::unique("palette field");
        let before = palette.typed.clone();
        let (up, down) = ui.input_mut(|i| {
            (
                i.consume_key(egui::Modifiers::NONE, Key::ArrowUp),
                i.consume_key(egui::Modifiers::NONE, Key::ArrowDown),
            )
        });
        let field = text::Edit::singleline(id, &mut palette.typed)
            .name(words.get("palette-name"))
            .hint(words.get("palette-hint"))
            .show(ui);
        if !field.committed {
            ui.memory_mut(|m| m.request_focus(id));
        }
        if before != palette.typed {
            palette.chosen = 0;
        }
        let found = entries(words, plan, &enabled, &palette.typed);
        let last = found.len().saturating_sub(1);
        palette.chosen = match (up, down) {
            (true, _) => palette.chosen.saturating_sub(1),
            (_, true) => palette.chosen + 1,
            _ => palette.chosen,
        }
        .min(last);
        if found.is_empty() {
            text::label(ui, &words.get("palette-nothing"), Style::body().color(tokens(ui).ink_soft));
        }
        let mut taken = field.committed.then_some(palette.chosen);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, entry) in found.iter().enumerate() {
                if entry_ui(ui, entry, i == palette.chosen, up || down) {
                    taken = Some(i);
                }
            }
        });
        if let Some(entry) = taken.and_then(|i| found.get(i)) {
            match entry.target {
                Target::Command(command) => out.command(command),
                Target::Page(page) => out.wish(Wish::Show(page)),
                Target::Place(place) => out.go(place),
            }
            stays = false;
        }
    });
    stays && !response.should_close()
}

fn entry_ui(ui: &mut Ui, entry: &Entry, is_chosen: bool, follow: bool) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), kit::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, &entry.name));
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(rect, kit::RADIUS, t.indigo_wash);
    }
    if is_chosen && follow {
        response.scroll_to_me(None);
    }
    let about = text::galley(ui.ctx(), &entry.about, &Style::small().color(t.ink_soft).elided(), 160.0);
    let at = egui::pos2(rect.right() - 10.0 - about.size().x, rect.center().y - about.size().y / 2.0);
    let room = rect.width() - about.size().x - 36.0;
    let left = egui::pos2(rect.left() + 10.0, rect.center().y);
    text::paint_within(
        ui.painter(),
        left,
        egui::Align2::LEFT_CENTER,
        &entry.name,
        &Style::body().elided(),
        t.ink,
        room,
    );
    ui.painter().galley(at, about, t.ink_soft);
    response.clicked()
}

/// What fits, names that start with what was typed first.
fn entries(
    words: &Words,
    plan: Option<&Plan>,
    enabled: &impl Fn(Command) -> bool,
    typed: &str,
) -> Vec<Entry> {
    let wanted = typed.trim().to_lowercase();
    let mut found: Vec<(bool, Entry)> = Vec::new();
    let mut offer = |name: &str, about: &str, target: Target| {
        let lower = name.to_lowercase();
        if !name.trim().is_empty() && lower.contains(&wanted) && found.len() < 4 * MOST {
            let first_line = name.lines().next().unwrap_or_default().to_owned();
            found.push((
                lower.starts_with(&wanted),
                Entry { name: first_line, about: about.to_owned(), target },
            ));
        }
    };
    for command in Command::ALL {
        if enabled(*command) && *command != Command::Palette {
            let keys =
                command.shortcut().map(|s| s.format(&egui::ModifierNames::NAMES, false)).unwrap_or_default();
            offer(&words.get(command.words()), &keys, Target::Command(*command));
        }
    }
    if let Some(plan) = plan {
        for (_, page) in Page::list(plan) {
            offer(&words.get(page.words()), &words.get("palette-section"), Target::Page(page));
        }
        if !wanted.is_empty() {
            for (text, place) in plan_items(plan) {
                offer(text, &words.get(place.block.words()), Target::Place(place));
            }
        }
    }
    found.sort_by_key(|(starts, _)| !starts);
    found.into_iter().map(|(_, entry)| entry).take(MOST).collect()
}

/// Everything in a plan that has a name, with its place.
fn plan_items(plan: &Plan) -> Vec<(&str, Place)> {
    use crate::plan::*;
    let langs = plan.languages();
    let mut items = Vec::new();
    macro_rules! rows {
        ($($table:ident . $field:ident in $names:ident),*) => {
            $(for row in plan.$table.iter() {
                items.push((row.$field.best(langs).raw(), Place::cell(row.id, $names.$field)));
            })*
        };
    }
    rows!(
        outputs.text in OUTPUT, activities.name in ACTIVITY, indicators.text in INDICATOR, assumptions.text in ASSUMPTION,
        budget.item in BUDGET, stakeholders.name in STAKEHOLDER, preconditions.text in PRECONDITION,
        inputs.text in INPUT, lessons.saw in LESSON
    );
    for member in plan.team.iter() {
        items.push((member.name.raw(), Place::cell(member.id, MEMBER.name)));
    }
    items.push((plan.matrix.goal.best(langs).raw(), Place::field(MATRIX.goal)));
    items.push((plan.matrix.purpose.best(langs).raw(), Place::field(MATRIX.purpose)));
    items
}
