//! The palette: every command and every item of the plan by number and name.

use crate::{
    analysis::{
        Derived,
        items::{Query, find_items},
    },
    checks::place_name,
    locale::Words,
    plan::{self, Block, Lang, Place, Plan},
    text::{self, Style},
    ui::{
        Command, Outbox, Page, Wish,
        kit::{self, tokens},
    },
};
use egui::{Id, Key, Modal, ScrollArea, Sense, Ui, WidgetInfo, vec2};

/// Which plan in which revision: where it stands in memory tells two copies of one plan apart.
type Of = (Option<*const Plan>, u64);

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
    /// What was found for what was typed, in which plan.
    known: Option<(Of, String, Vec<Entry>)>,
}

/// The plan that the palette looks through.
#[derive(Debug, Clone, Copy)]
pub struct Items<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What is derived from it.
    pub derived: &'a Derived,
    /// The languages that are shown: a name is told in them where it fits.
    pub shown: &'a [Lang],
    /// The revision of the plan.
    pub revision: u64,
}

/// Most rows that are shown; more letters narrow the list.
const MOST: usize = 40;
/// The greatest height of the list, in points.
const LIST: f32 = 360.0;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Target {
    Command(Command),
    Page(Page),
    Place(Place),
    /// A remark, which stands beside what it is about.
    Remark(Option<Place>),
}

#[derive(Debug, Clone)]
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
    items: Option<Items<'_>>,
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
        palette.follow(words, items, &enabled);
        let found = palette.known.as_ref().map_or(&[][..], |(.., found)| found);
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
        // A list that was short a letter ago grows again.
        ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (i, entry) in found.iter().enumerate() {
                if entry_ui(ui, entry, i == palette.chosen, up || down) {
                    taken = Some(i);
                }
            }
        });
        if let Some(entry) = taken.and_then(|i| found.get(i)) {
            entry.target.take(out);
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

impl Target {
    /// Does what stands behind an entry.
    fn take(self, out: &mut Outbox) {
        match self {
            Self::Command(command) => out.command(command),
            Self::Page(page) => out.wish(Wish::Show(page)),
            Self::Place(place) => out.go(place),
            Self::Remark(place) => {
                if let Some(place) = place {
                    out.go(place);
                }
                out.command(Command::Comments);
            }
        }
    }
}

impl Palette {
    /// Brings what is found up to the plan and to what is typed.
    fn follow(&mut self, words: &Words, items: Option<Items<'_>>, enabled: &impl Fn(Command) -> bool) {
        let now = items.map_or((None, 0), |items| (Some(std::ptr::from_ref(items.plan)), items.revision));
        if self.known.as_ref().is_none_or(|(of, typed, _)| *of != now || *typed != self.typed) {
            let found = entries(words, items, enabled, &self.typed);
            self.known = Some((now, self.typed.clone(), found));
        }
    }
}

/// What fits, the best first; commands before sections before items that fit as well.
fn entries(
    words: &Words,
    items: Option<Items<'_>>,
    enabled: &impl Fn(Command) -> bool,
    typed: &str,
) -> Vec<Entry> {
    let mut query = Query::new(typed);
    let mut found: Vec<(u32, Entry)> = Vec::new();
    let mut offer = |name: &str, about: &str, target: Target| {
        let rank = query.as_mut().map_or(Some(0), |query| query.name(name));
        found.extend(rank.map(|rank| (rank, Entry { name: name.into(), about: about.into(), target })));
    };
    for command in Command::ALL {
        if enabled(*command) && *command != Command::Palette {
            let keys =
                command.shortcut().map(|s| s.format(&egui::ModifierNames::NAMES, false)).unwrap_or_default();
            offer(&words.get(command.words()), &keys, Target::Command(*command));
        }
    }
    if let Some(items) = items {
        for (_, page) in Page::list(items.plan) {
            offer(&words.get(page.words()), &words.get("palette-section"), Target::Page(page));
        }
        if let Some(query) = &mut query {
            found.extend(item_entries(words, items, query));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).take(MOST).collect()
}

/// The items of the plan that fit, each with its kind and number beside its name.
fn item_entries(words: &Words, items: Items<'_>, query: &mut Query) -> Vec<(u32, Entry)> {
    let Items { plan, derived, shown, .. } = items;
    let found = find_items(plan, derived, words, shown, query, MOST);
    let entry = |place: Place, name: &str| {
        let name = name.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
        let row = Place { field: place.field.filter(|_| place.row.is_none()), ..place };
        let about = place_name(&row, plan, derived, words);
        let target = match (place.block, place.row) {
            (Block::Comment, Some(row)) => {
                Target::Remark(plan.comments.get(plan::Id::from_bits(row)).and_then(|comment| comment.place))
            }
            _ => Target::Place(place),
        };
        Entry { name, about, target }
    };
    found.into_iter().map(|item| (item.rank, entry(item.place, &item.name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::Interface,
        plan::{Id as RowKey, *},
        ui::testing::{Stage, example},
    };

    fn look(plan: &Plan, typed: &str) -> Vec<Entry> {
        let (words, derived) = (Words::new(Interface::English), Derived::new(plan));
        let items = Items { plan, derived: &derived, shown: &plan.languages()[..1], revision: 1 };
        entries(&words, Some(items), &|_| true, typed)
    }

    fn about(plan: &Plan, typed: &str) -> Vec<String> {
        look(plan, typed).into_iter().map(|entry| entry.about).collect()
    }

    #[test]
    fn items_are_found_by_number_kind_and_words_in_any_script() {
        let plan = example("nepal-lokta-paper");
        let starts = |typed: &str, expected: &[&str]| {
            let found = about(&plan, typed);
            assert_eq!(found.iter().map(String::as_str).take(expected.len()).collect::<Vec<_>>(), expected);
        };
        starts("2.1", &["Activity 2.1", "Cause 2.1"]);
        starts("२.१", &["Activity 2.1"]);
        starts("activity 2.1", &["Activity 2.1"]);
        starts("2.1 activity", &["Activity 2.1"]);
        starts("risk 2", &["Risk 2"]);
        // The whole words in the other language of the plan, however small or large.
        for activity in plan.activities.iter() {
            let nepali = activity.name.get(&Lang::new("ne").unwrap());
            let found = look(&plan, nepali.raw());
            assert_eq!(found[0].target, Target::Place(Place::cell(activity.id, ACTIVITY.name)));
            assert_eq!(found[0].name, nepali.raw(), "told in the language in which it was found");
        }
        assert!(look(&plan, "no such words anywhere").is_empty());
        assert_eq!(look(&plan, "save a").first().map(|e| e.target), Some(Target::Command(Command::SaveAs)));
    }

    #[test]
    fn what_starts_with_the_words_stands_before_what_holds_them() {
        let mut plan = Plan::new(RowKey::from_bits(1));
        let names = ["Reweave the mat", "A weave of silk", "Weave", "Weaver, old", "Sit"];
        let rows = names.iter().zip(1..).map(|(name, n)| Stakeholder {
            name: Text::english(name),
            ..Stakeholder::new(RowKey::from_bits(n))
        });
        plan.stakeholders = Table::from_rows(rows).0;
        let found: Vec<_> = look(&plan, "weave").into_iter().map(|entry| entry.name).collect();
        assert_eq!(found, ["Weave", "Weaver, old", "A weave of silk", "Reweave the mat"]);
    }

    /// Every row of a plan that has words, whichever table it stands in.
    #[test]
    fn every_item_of_the_plan_is_found_by_its_words_and_can_be_led_to() {
        for name in [
            "nepal-lokta-paper",
            "indonesia-rattan",
            "bangladesh-leather",
            "sri-lanka-batik",
            "iran-filigree",
        ] {
            every_item(example(name));
        }
    }

    fn every_item(plan: Plan) {
        let mut texts: Vec<(Place, String)> = Vec::new();
        fn rows<T: Row>(plan: &Plan, texts: &mut Vec<(Place, String)>) {
            for row in T::table(plan).iter() {
                let mut first = None;
                row.each_text(&mut |_, text| {
                    let text = text.best(plan.languages()).raw();
                    if first.is_none() && !text.trim().is_empty() {
                        first = Some(text.to_owned());
                    }
                });
                texts.extend(first.map(|text| (Place::row(row.id()), text)));
            }
        }
        macro_rules! all {
            ($($row:ident)*) => { $(rows::<$row>(&plan, &mut texts);)* };
        }
        all!(KeyFigure Stakeholder Card Strategy Output Indicator Assumption Precondition Input Activity
            BudgetLine Risk Cooperation OvopSheet Cluster CreditCase Instrument);
        let mut harness =
            Stage::new(plan.clone(), Page::of(Place::field(IDENTITY.title), &plan)).open(1366.0, 900.0);
        harness.run();
        let mut led = std::collections::HashMap::<Block, usize>::new();
        for (row, text) in texts {
            let found = look(&plan, &text);
            let target = found.iter().find_map(|entry| match entry.target {
                Target::Place(place) if (place.block, place.row) == (row.block, row.row) => Some(place),
                _ => None,
            });
            let place = target.unwrap_or_else(|| panic!("{row:?} is not found by {text}"));
            let led = led.entry(row.block).or_default();
            *led += 1;
            if *led > 2 {
                continue;
            }
            harness.state_mut().go(place);
            harness.run();
            assert!(harness.state().has_arrived(), "nothing leads to {place:?}");
        }
    }

    #[test]
    fn a_list_that_was_short_a_letter_ago_grows_again() {
        let plan = example("nepal-lokta-paper");
        let (words, derived) = (Words::new(Interface::English), Derived::new(&plan));
        let show = move |ui: &mut Ui, palette: &mut Palette| {
            let items = Items { plan: &plan, derived: &derived, shown: plan.languages(), revision: 1 };
            let mut out = Outbox::new(IdSource::seeded(1));
            palette_ui(ui.ctx(), palette, &words, Some(items), |_| true, &mut out);
        };
        let builder = egui_kittest::Harness::builder().with_size(vec2(1366.0, 768.0));
        let mut harness =
            builder.with_context_setup(crate::app::dress).build_ui_state(show, Palette::default());
        let mut height = |typed: &str| {
            typed.clone_into(&mut harness.state_mut().typed);
            harness.run();
            harness.ctx.memory(|m| m.area_rect(egui::Id::unique("palette"))).unwrap().height()
        };
        assert!(height("qqq") < 150.0);
        assert!(height("paper") > 350.0, "{}", height("paper"));
    }

    #[test]
    fn a_remark_is_found_and_shown_beside_what_it_is_about() {
        let mut plan = example("nepal-lokta-paper");
        let place = Place::field(MATRIX.goal);
        let comment = Comment {
            place: Some(place),
            text: "Is a fifth enough?".into(),
            ..Comment::new(RowKey::from_bits(77))
        };
        plan.comments = Table::from_rows([comment]).0;
        let found = look(&plan, "a fifth enough");
        assert_eq!(found[0].target, Target::Remark(Some(place)));
        let mut out = Outbox::new(IdSource::seeded(1));
        found[0].target.take(&mut out);
        assert_eq!(out.take(), [Wish::Go(place), Wish::Command(Command::Comments)]);
    }
}
