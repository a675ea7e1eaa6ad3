//! What the team needs from other countries and what it can give, by topic of the programme.

use super::{
    Page,
    listed::{self, Line, ListView},
    parts::{self, heading, note, search_ui, way_ui},
    titled,
};
use crate::{
    analysis::Section,
    pack::{CountryEntry, SourceKind},
    plan::{At, COOPERATION, Cooperation, CooperationField, CooperationKind, Country, Key, Place, Row},
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, Icon, cells::Options, fields, fields::Look, tokens},
    },
};
use egui::{Align, Layout, Ui, vec2};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    list: ListView,
}

/// The columns of the overview: topic, needs, offers.
const COLUMNS: [f32; 3] = [204.0, 0.0, 0.0];

/// The room of the sign that adds one, in points.
const PLUS: f32 = 32.0;

/// The most needs or offers that are named beside a topic.
const MOST_NAMES: usize = 4;

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    titled(Page::Section(Section::Cooperation), ui, cx, |ui| {
        kit::form(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            if cx.plan.cooperation.is_empty() {
                parts::note(ui, &cx.words.get("cooperation-empty"));
            }
            overview_ui(ui, cx, out);
            if cx.plan.cooperation.is_empty() {
                return;
            }
            ui.add_space(12.0);
            heading(ui, cx, "cooperation-all");
            let rows: Vec<&Cooperation> = cx.plan.cooperation.iter().collect();
            let colours = tokens(ui);
            listed::list_ui(
                ui,
                cx,
                out,
                &mut view.list,
                &rows,
                |row, owner| line_of(colours, cx, row, owner),
                |ui, out, row, owner| card_ui(ui, cx, out, row, owner),
            );
            if kit::link_button(ui, &cx.words.get("cooperation-add")).clicked() {
                parts::add_row(out, COOPERATION.text, Cooperation::new);
            }
        });
    });
}

/// A topic by its key, with its name.
struct Topic {
    key: Key,
    name: String,
}

/// The topics of the programme, then what else the plan names, then nothing for what has no topic yet.
fn topics(cx: &Cx<'_>) -> Vec<Topic> {
    let langs = kit::interface_languages(cx.words);
    let programme = cx.packs.programme(&cx.plan.identity.programme);
    let named = |key: &Key| {
        let source = programme.and_then(|p| p.learning_source(key));
        source.map_or_else(|| key.as_str().to_owned(), |s| s.name.best(&langs).raw().to_owned())
    };
    let of_programme = programme.iter().flat_map(|p| p.of_kind(SourceKind::Topic)).map(|s| s.key.clone());
    let mut keys: Vec<Key> = of_programme.collect();
    for row in cx.plan.cooperation.iter().filter(|row| !row.topic.is_none()) {
        if !keys.contains(&row.topic) {
            keys.push(row.topic.clone());
        }
    }
    let mut topics: Vec<Topic> = keys.into_iter().map(|key| Topic { name: named(&key), key }).collect();
    if topics.is_empty() || cx.plan.cooperation.iter().any(|row| row.topic.is_none()) {
        topics.push(Topic { key: Key::default(), name: cx.words.get("cooperation-no-topic").into_owned() });
    }
    topics
}

/// The topics with their needs and offers side by side.
fn overview_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let kinds = CooperationKind::ALL.iter().map(|kind| kind.words());
    let heads: Vec<&str> = [COOPERATION.topic.words()].into_iter().chain(kinds).collect();
    kit::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        parts::heads(ui, cx, &COLUMNS, &heads);
        for topic in topics(cx) {
            let line = tokens(ui).line;
            let y = ui.cursor().top();
            ui.painter().hline(ui.max_rect().x_range(), y, egui::Stroke::new(1.0, line));
            ui.add_space(4.0);
            parts::cells(ui, &COLUMNS, |ui, column, look| match column.checked_sub(1) {
                None => {
                    text::label(ui, &topic.name, Style::body());
                }
                Some(kind) => {
                    let kind = CooperationKind::ALL[kind];
                    // One below the other they have no heading over them.
                    if !look.is_cell {
                        note(ui, &cx.words.get(kind.words()));
                    }
                    topic_kind_ui(ui, cx, out, &topic, kind);
                }
            });
        }
    });
    let unsaid: Vec<&Cooperation> = cx.plan.cooperation.iter().filter(|row| row.kind.is_none()).collect();
    if !unsaid.is_empty() {
        note(ui, &cx.words.get("cooperation-unsaid"));
        ways_ui(ui, cx, out, &unsaid);
    }
}

/// The needs or the offers of one topic, and the way to add one.
fn topic_kind_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, topic: &Topic, kind: CooperationKind) {
    let is_here = |row: &&Cooperation| row.kind == Some(kind) && row.topic == topic.key;
    let here: Vec<&Cooperation> = cx.plan.cooperation.iter().filter(is_here).collect();
    let key = match kind {
        CooperationKind::Need => "cooperation-add-need",
        CooperationKind::Offer => "cooperation-add-offer",
    };
    let said = cx.words.with(key, &[("topic", topic.name.as_str().into())]);
    // The names take what the sign leaves; an empty cell is the sign alone.
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        let names = if here.is_empty() { 0.0 } else { (ui.available_width() - PLUS).max(80.0) };
        if names > 0.0 {
            ui.allocate_ui_with_layout(vec2(names, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(names);
                ways_ui(ui, cx, out, &here);
            });
        }
        if kit::icon_button(ui, Icon::Plus, &said).clicked() {
            let row =
                Cooperation { kind: Some(kind), topic: topic.key.clone(), ..Cooperation::new(out.new_id()) };
            out.go(Place::cell(row.id, COOPERATION.text));
            out.edit(Cooperation::add(row, At::Last));
        }
    });
}

/// Lines that lead to needs or offers; of many only the first.
fn ways_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, rows: &[&Cooperation]) {
    rows.iter().take(MOST_NAMES).for_each(|row| row_way_ui(ui, cx, out, row));
    if let Some(more) = rows.len().checked_sub(MOST_NAMES).filter(|n| *n > 0) {
        note(ui, &cx.words.with("checks-more", &[("count", more.into())]));
    }
}

/// A line that leads to a need or an offer.
fn row_way_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Cooperation) {
    let unnamed = cx.words.get("cooperation-unnamed");
    let name = kit::title_or(&row.text, cx.shown, &unnamed);
    if way_ui(ui, name, &cx.words.with("cooperation-go", &[("name", name.into())])) {
        out.go(Place::cell(row.id, COOPERATION.text));
    }
}

fn country_name(cx: &Cx<'_>, country: Country) -> String {
    let name = cx.packs.country_name(country);
    let best = name.best(&kit::interface_languages(cx.words)).raw();
    if best.is_empty() { country.code().to_owned() } else { best.to_owned() }
}

fn line_of(colours: &kit::Tokens, cx: &Cx<'_>, row: &Cooperation, owner: &str) -> Line {
    let unnamed = cx.words.get("cooperation-unnamed");
    let title = kit::title_or(&row.text, cx.shown, &unnamed).to_owned();
    let (kind, ink) = match row.kind {
        Some(CooperationKind::Need) => (CooperationKind::Need.words(), colours.indigo),
        Some(CooperationKind::Offer) => (CooperationKind::Offer.words(), colours.soga),
        None => ("choice-none", colours.ink_soft),
    };
    let kind = cx.words.get(kind).into_owned();
    let institution = row.institution.best(cx.shown).raw();
    let partner = row.partner.map(|country| country_name(cx, country));
    let partner: Vec<&str> =
        partner.as_deref().into_iter().chain([institution]).filter(|part| !part.is_empty()).collect();
    let position = cx.plan.cooperation.position(row.id).unwrap_or_default();
    Line {
        said: format!("{owner}: {kind}, {title}"),
        lead: (position + 1).to_string(),
        soft: partner.join(", "),
        title,
        tag: Some((kind, ink)),
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Cooperation, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| Cooperation::change(row.id, change);
    let line = Look::LINE.of(owner);
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => fields::choice(ui, cx, out, cell(COOPERATION.kind), row.kind, line, |v| {
            set(CooperationField::Kind(v))
        }),
        _ => fields::choice(ui, cx, out, cell(COOPERATION.form), row.form, line, |v| {
            set(CooperationField::Form(v))
        }),
    });
    topic_ui(ui, cx, out, row, owner);
    let look = Look { rows: 2, ..Look::AREA }.of(owner).hinting("hint-cooperation-text");
    fields::text(ui, cx, out, cell(COOPERATION.text), &row.text, look, |v| set(CooperationField::Text(v)));
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => partner_ui(ui, cx, out, row, owner),
        _ => {
            let look = line.hinting("hint-cooperation-institution");
            fields::text(ui, cx, out, cell(COOPERATION.institution), &row.institution, look, |v| {
                set(CooperationField::Institution(v))
            });
        }
    });
}

/// The topic: any learning source of the programme, or what the plan names already.
fn topic_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Cooperation, owner: &str) {
    let langs = kit::interface_languages(cx.words);
    let programme = cx.packs.programme(&cx.plan.identity.programme);
    let sources = programme.map(|p| p.sources.as_slice()).unwrap_or_default();
    let known = sources.iter().find(|source| source.key == row.topic);
    let shown = known.map_or(row.topic.as_str(), |source| source.name.best(&langs).raw());
    let name =
        |i: usize| sources.get(i).map(|source| source.name.best(&langs).raw().to_owned()).unwrap_or_default();
    let options = Options { count: sources.len(), name: &name };
    let place = Place::cell(row.id, COOPERATION.topic);
    search_ui(ui, cx, out, place, owner, shown, &options, |i| {
        let key = i.and_then(|i| sources.get(i)).map(|source| source.key.clone()).unwrap_or_default();
        Cooperation::change(row.id, CooperationField::Topic(key))
    });
    if known.is_none() && !row.topic.is_none() {
        note(ui, &cx.words.get("cooperation-unknown-topic"));
    }
}

/// The partner country: those of the programme first, then every other.
fn partner_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Cooperation, owner: &str) {
    let langs = kit::interface_languages(cx.words);
    let programme = cx.packs.programme(&cx.plan.identity.programme);
    let in_room = |entry: &&CountryEntry| programme.is_some_and(|p| p.countries.contains(&entry.code));
    let others = cx.packs.countries().iter().filter(|entry| cx.plan.identity.country != Some(entry.code));
    let (mut options, rest): (Vec<_>, Vec<_>) = others.partition(in_room);
    options.extend(rest);
    let name =
        |i: usize| options.get(i).map(|entry| entry.name.best(&langs).raw().to_owned()).unwrap_or_default();
    let shown = row.partner.map(|country| country_name(cx, country)).unwrap_or_default();
    let place = Place::cell(row.id, COOPERATION.partner);
    let list = Options { count: options.len(), name: &name };
    search_ui(ui, cx, out, place, owner, &shown, &list, |i| {
        let country = i.and_then(|i| options.get(i)).map(|entry| entry.code);
        Cooperation::change(row.id, CooperationField::Partner(country))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        plan::{CooperationForm, Depth, Id, Identity, Plan, Table, Text},
        ui::testing::{Stage, click, example, write},
    };
    use egui::{Event, Key as Press, Role};
    use egui_kittest::{Harness, kittest::Queryable};

    const PAGE: Page = Page::Section(Section::Cooperation);

    fn open(plan: Plan) -> Harness<'static, Stage> {
        let mut harness = Stage::new(plan, PAGE).open(900.0, 1800.0);
        harness.run();
        harness
    }

    fn new_plan() -> Plan {
        let mut plan = Plan::new(Id::from_bits(1));
        let identity = Identity {
            programme: Key::new("colombo-plan-smi-2017-batch-2"),
            country: Country::new("BT"),
            depth: Some(Depth::Full),
            ..Identity::default()
        };
        plan.identity = std::sync::Arc::new(identity);
        plan
    }

    #[test]
    fn a_need_is_added_to_its_topic_and_a_partner_found_by_name() {
        let mut harness = open(new_plan());
        click(&mut harness, "Add a need: Running One Village One Product (OVOP)");
        write(&mut harness, "Co-operation 1, What exactly", "Two weeks with a label");
        let row = harness.state().plan().cooperation.at(0).unwrap().clone();
        assert_eq!((row.kind, row.topic.as_str()), (Some(CooperationKind::Need), "ovop"));
        assert_eq!(row.text.best(&[]).raw(), "Two weeks with a label");
        harness.get_by_role_and_label(Role::ComboBox, "Co-operation 1, Partner country").focus();
        harness.run();
        harness.event(Event::Text("sri".into()));
        harness.run();
        harness.key_press(Press::Enter);
        harness.run();
        assert_eq!(harness.state().plan().cooperation.at(0).unwrap().partner, Country::new("LK"));
        harness.get_by_role_and_label(Role::ComboBox, "Co-operation 1, Form").click_accesskit();
        harness.run();
        click(&mut harness, "Triangular");
        let row = harness.state().plan().cooperation.at(0).unwrap().clone();
        assert_eq!(row.form, Some(CooperationForm::Triangular));
        harness.state_mut().document.undo();
        harness.run();
        assert_eq!(harness.state().plan().cooperation.at(0).unwrap().form, None);
    }

    #[test]
    fn needs_and_offers_stand_beside_their_topic_and_lead_to_their_card() {
        let mut harness = open(example("nepal-lokta-paper"));
        let rows: Vec<Cooperation> = harness.state().plan().cooperation.iter().cloned().collect();
        for row in &rows {
            let name = row.text.best(&[]).raw();
            harness.get_by_role_and_label(Role::Link, &format!("Go to {name}"));
        }
        let name = format!("Go to {}", rows[1].text.best(&[]).raw());
        harness.get_by_role_and_label(Role::Link, &name).click();
        harness.run();
        assert_eq!(harness.state().focused, Some(Place::cell(rows[1].id, COOPERATION.text)));
        click(&mut harness, "Move Co-operation 2 up");
        assert_eq!(harness.state().plan().cooperation.position(rows[1].id), Some(0));
        click(&mut harness, "Delete Co-operation 1");
        assert!(!harness.state().plan().cooperation.contains(rows[1].id));
    }

    #[test]
    fn of_many_offers_a_topic_names_the_first_and_all_are_in_the_list() {
        let mut plan = new_plan();
        let all = (0..1000).map(|i| Cooperation {
            kind: Some(CooperationKind::Offer),
            topic: Key::new("ovop"),
            text: Text::english(&format!("Sample {i}")),
            ..Cooperation::new(Id::from_bits(100 + i))
        });
        plan.cooperation = Table::from_rows(all).0;
        let mut stage = Stage::new(plan, PAGE);
        let last = Place::cell::<Cooperation>(Id::from_bits(1099), COOPERATION.text);
        stage.page = PAGE;
        let mut harness = stage.open(900.0, 900.0);
        harness.run();
        harness.get_by_label("and 996 more");
        assert!(
            harness.query_by_label("Co-operation 900: We can give, Sample 899").is_none(),
            "not in sight"
        );
        harness.state_mut().go(last);
        harness.run();
        assert_eq!(harness.state().focused, Some(last));
    }

    #[test]
    fn a_topic_that_no_programme_knows_stays_and_is_told() {
        let mut plan = new_plan();
        let row = Cooperation { topic: Key::new("moon"), ..Cooperation::new(Id::from_bits(7)) };
        plan.cooperation = Table::from_rows([row]).0;
        let mut harness = open(plan);
        harness.get_by_label("Say whether it is needed or offered:");
        click(&mut harness, "Co-operation 1: Not chosen yet, Without words");
        harness.get_by_label("No programme on this computer knows this topic. It stays as it is");
        harness.get_by_role_and_label(Role::Button, "Add an offer: moon");
    }
}
