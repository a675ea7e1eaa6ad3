//! Where the team works, for whom, and why it comes first; what counts as a small enterprise there; key figures.

use super::{
    Page,
    parts::{self, MENU, cells, fact_ui, heading, note},
    titled,
};
use crate::{
    analysis::Section,
    pack::{SmeDefinition, SmeRow, Sourced},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
    },
};
use egui::{Role, Ui, WidgetInfo};

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    titled(Page::Section(Section::Context), ui, cx, |ui| {
        kit::form(ui, |ui| {
            situation_ui(ui, cx, out);
            policies_ui(ui, cx, out);
            ui.add_space(16.0);
            heading(ui, cx, "context-sme");
            sme_ui(ui, cx, out);
            ui.add_space(16.0);
            heading(ui, cx, "context-figures");
            figures_ui(ui, cx, out);
        });
    });
}

/// A text of the context, known by its field.
pub(super) fn written_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    (field, value): (Field, &Text),
    look: Look<'_>,
    set: fn(Text) -> ContextField,
) {
    fields::text(ui, cx, out, Place::field(field), value, look, |v| Edit::Context(set(v)));
}

fn situation_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let context = &*cx.plan.context;
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => {
            let look = Look { rows: 2, ..Look::AREA }.hinting("hint-context-sector");
            written_ui(ui, cx, out, (CONTEXT.sector, &context.sector), look, ContextField::Sector);
        }
        _ => {
            let look = Look { rows: 2, ..Look::AREA }.hinting("hint-context-place");
            written_ui(ui, cx, out, (CONTEXT.place, &context.place), look, ContextField::Place);
        }
    });
    let look = Look { rows: 2, ..Look::AREA };
    let target = (CONTEXT.target_group, &context.target_group);
    written_ui(ui, cx, out, target, look.hinting("hint-context-target_group"), ContextField::TargetGroup);
    let problem = (CONTEXT.problem, &context.problem);
    written_ui(ui, cx, out, problem, look.hinting("hint-context-problem"), ContextField::Problem);
    let why = (CONTEXT.justification, &context.justification);
    written_ui(
        ui,
        cx,
        out,
        why,
        Look::AREA.hinting("hint-context-justification"),
        ContextField::Justification,
    );
}

/// The policies that the plan serves, and what the profile of the country knows about policies and agencies.
fn policies_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let policies = &cx.plan.context.policies;
    written_ui(ui, cx, out, (CONTEXT.policies, policies), Look::AREA, ContextField::Policies);
    let Some(profile) = parts::profile(cx) else { return };
    if profile.policies.is_empty() && profile.agencies.is_empty() {
        return;
    }
    let country = parts::country_name(cx);
    let words = cx.words.with("context-policies-of", &[("country", country.into())]);
    parts::fold(ui, "policies", &words, |ui| {
        for entry in &profile.policies {
            let is_taken = parts::names(policies, &entry.value.name);
            if parts::entry_ui(ui, cx, entry, ("context-take-policy", "context-taken"), is_taken) {
                let next = parts::with_line(policies, &entry.value.name, cx.plan.languages());
                out.edit(Edit::Context(ContextField::Policies(next)));
            }
        }
        for entry in &profile.agencies {
            agency_ui(ui, cx, out, entry);
        }
    });
}

/// An agency of the country, with a way to make it a stakeholder.
pub(super) fn agency_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, entry: &Sourced<crate::pack::Entry>) {
    let name = &entry.value.name;
    let is_taken = cx.plan.stakeholders.iter().any(|s| parts::names(&s.name, name));
    if parts::entry_ui(ui, cx, entry, ("stakeholders-take", "stakeholders-taken"), is_taken) {
        let name = parts::with_line(&Text::default(), name, cx.plan.languages());
        let stakeholder = Stakeholder { name, ..Stakeholder::new(out.new_id()) };
        out.edit(Stakeholder::add(stakeholder, At::Last));
    }
}

fn sme_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let context = &*cx.plan.context;
    let definition = (CONTEXT.sme_definition, &context.sme_definition);
    written_ui(ui, cx, out, definition, Look::AREA, ContextField::SmeDefinition);
    let at = Place::field;
    fields::plain(ui, cx, out, at(CONTEXT.sme_basis), &context.sme_basis, Look::LINE, |v| {
        Edit::Context(ContextField::SmeBasis(v))
    });
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => fields::whole(ui, cx, out, at(CONTEXT.sme_year), context.sme_year, Look::LINE, |v| {
            Edit::Context(ContextField::SmeYear(v))
        }),
        _ => fields::day(ui, cx, out, at(CONTEXT.sme_as_of), context.sme_as_of, Look::LINE, |v| {
            Edit::Context(ContextField::SmeAsOf(v))
        }),
    });
    let Some(profile) = parts::profile(cx).filter(|p| !p.sme.is_empty()) else { return };
    let country = parts::country_name(cx);
    let words = cx.words.with("context-sme-of", &[("country", country.into())]);
    parts::fold(ui, "sme", &words, |ui| {
        profile.sme.iter().for_each(|fact| definition_ui(ui, cx, out, fact));
    });
}

/// A definition of the country profile; one click takes it into the plan as one step.
fn definition_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, fact: &Sourced<SmeDefinition>) {
    let definition = definition_of(cx, &fact.value);
    let langs = kit::interface_languages(cx.words);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let basis = fact.value.basis.raw();
        let title = match fact.value.year {
            Some(year) if !basis.contains(&year.to_string()) => format!("{basis} ({year})"),
            _ => basis.to_owned(),
        };
        text::label(ui, &title, Style::body().strong());
        text::label(ui, definition.best(&langs).raw(), Style::body());
        fact_ui(ui, cx, fact);
        let context = &*cx.plan.context;
        if context.sme_basis == fact.value.basis && context.sme_definition == definition {
            text::label(ui, &cx.words.get("context-taken"), Style::small().color(tokens(ui).good));
        } else {
            let take = cx.words.get("context-take-definition");
            let button = kit::link_button(ui, &take);
            let values = [("what", (&*take).into()), ("name", title.as_str().into())];
            let said = cx.words.with("profile-take", &values);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
            if button.clicked() {
                let fields = [
                    ContextField::SmeDefinition(definition),
                    ContextField::SmeBasis(fact.value.basis.clone()),
                    ContextField::SmeYear(fact.value.year),
                    ContextField::SmeAsOf(fact.as_of),
                ];
                out.edit(Edit::Several("step-use-definition", fields.map(Edit::Context).to_vec()));
            }
        }
        ui.add_space(8.0);
    });
}

/// The definition in a few words; where the profile has none, put together from the limits of its classes.
fn definition_of(cx: &Cx<'_>, definition: &SmeDefinition) -> Text {
    if !definition.summary.is_blank() {
        return definition.summary.clone();
    }
    let lines: Vec<String> = definition.rows.iter().map(|row| class_line(cx, &row.value)).collect();
    let lang = Lang::new(cx.words.interface().tag()).unwrap_or_default();
    Text::of(&lang, &lines.join("\n"))
}

/// The limits of one class, such as `Small: 5 to 19 workers`.
fn class_line(cx: &Cx<'_>, row: &SmeRow) -> String {
    let langs = kit::interface_languages(cx.words);
    let limits = [
        ("context-sme-sector", &row.sector),
        ("context-sme-employees", &row.employees),
        ("context-sme-turnover", &row.turnover),
        ("context-sme-assets", &row.assets),
    ];
    let said: Vec<String> = limits
        .into_iter()
        .filter(|(_, limit)| !limit.is_blank())
        .map(|(key, limit)| cx.words.with(key, &[("value", limit.best(&langs).raw().into())]))
        .collect();
    format!("{}: {}", kit::choice_name(cx.words, row.class), said.join("; "))
}

/// The columns of the key figures: label, value, unit, source, year, buttons.
const FIGURE: [f32; 6] = [0.0, 100.0, 112.0, 150.0, 66.0, MENU];

fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    note(ui, &cx.words.get("context-figures-note"));
    let add = |out: &mut Outbox| parts::add_row(out, KEY_FIGURE.label, KeyFigure::new);
    if !cx.plan.key_figures.is_empty() {
        ui.spacing_mut().item_spacing.y = 6.0;
        let names = [KEY_FIGURE.label, KEY_FIGURE.value, KEY_FIGURE.unit, KEY_FIGURE.source, KEY_FIGURE.year];
        parts::heads(ui, cx, &FIGURE, &names.map(Field::words));
        for (i, figure) in cx.plan.key_figures.iter().enumerate() {
            figure_ui(ui, cx, out, i, figure);
        }
    }
    if kit::link_button(ui, &cx.words.get("context-figure-add")).clicked() {
        add(out);
    }
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, i: usize, figure: &KeyFigure) {
    let table = &cx.plan.key_figures;
    let name = parts::row_name::<KeyFigure>(cx, &(i + 1).to_string());
    let names = [KEY_FIGURE.label, KEY_FIGURE.value, KEY_FIGURE.unit, KEY_FIGURE.source, KEY_FIGURE.year];
    if let Some(field) = parts::entered(ui, cx, figure.id, &names) {
        parts::down_or_add(table, figure.id, (field, KEY_FIGURE.label), out, KeyFigure::new);
    }
    let cell = |field| Place::cell(figure.id, field);
    let set = |field| KeyFigure::change(figure.id, field);
    cells(ui, &FIGURE, |ui, column, look| {
        let look = look.of(&name);
        match column {
            0 => fields::text(ui, cx, out, cell(KEY_FIGURE.label), &figure.label, look, |v| {
                set(KeyFigureField::Label(v))
            }),
            1 => fields::number(ui, cx, out, cell(KEY_FIGURE.value), figure.value, look, |v| {
                set(KeyFigureField::Value(v))
            }),
            2 => fields::text(ui, cx, out, cell(KEY_FIGURE.unit), &figure.unit, look, |v| {
                set(KeyFigureField::Unit(v))
            }),
            3 => fields::plain(ui, cx, out, cell(KEY_FIGURE.source), &figure.source, look, |v| {
                set(KeyFigureField::Source(v))
            }),
            4 => fields::whole(ui, cx, out, cell(KEY_FIGURE.year), figure.year, look, |v| {
                set(KeyFigureField::Year(v))
            }),
            _ => {
                let wish = parts::menu_ui(ui, cx, &name, (i == 0, i + 1 == table.len()));
                super::do_to_row(table, figure.id, wish, out);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{Stage, click, example, field, write};
    use egui::Key;
    use egui_kittest::Harness;

    const CONTEXT_PAGE: Page = Page::Section(Section::Context);

    fn of_country(code: &str) -> Plan {
        let mut plan = Plan::new(Id::from_bits(1));
        let country = Country::new(code);
        let identity = Identity { country, depth: Some(Depth::Full), ..Identity::default() };
        plan.identity = std::sync::Arc::new(identity);
        plan
    }

    fn open(plan: Plan) -> Harness<'static, Stage> {
        let mut harness = Stage::new(plan, CONTEXT_PAGE).open(900.0, 2400.0);
        harness.run();
        harness
    }

    #[test]
    fn fields_are_written_and_show_what_is_there() {
        let mut harness = open(of_country("NP"));
        write(&mut harness, "Sector or craft", "Lokta paper");
        assert_eq!(harness.state().plan().context.sector.best(&[]).raw(), "Lokta paper");
        let harness = open(example("nepal-lokta-paper"));
        let there = harness.state().plan().context.problem.clone();
        let shown = field(&harness, "Problem").value();
        assert_eq!(shown.as_deref(), Some(there.get(&harness.state().shown[0]).raw()));
    }

    #[test]
    fn a_definition_of_the_country_fills_four_fields_in_one_step() {
        let mut harness = open(of_country("ID"));
        click(&mut harness, "From the profile of Indonesia: definitions");
        click(&mut harness, "Use this definition: Law 20/2008, article 6");
        let state = harness.state_mut();
        let context = &state.plan().context;
        assert_eq!(context.sme_basis.raw(), "Law 20/2008, article 6");
        assert_eq!(context.sme_year, Some(2008));
        assert!(context.sme_definition.best(&[]).raw().starts_with("Micro: net assets up to Rp50 million"));
        assert!(context.sme_as_of.is_some());
        state.document.undo();
        assert_eq!(*state.plan().context, Context::default());
    }

    #[test]
    fn limits_are_put_into_words_where_the_profile_has_no_sentence() {
        let mut harness = open(of_country("ID"));
        click(&mut harness, "From the profile of Indonesia: definitions");
        click(&mut harness, "Use this definition: Statistics Indonesia (BPS), by workers");
        let definition = harness.state().plan().context.sme_definition.best(&[]).raw().to_owned();
        assert!(definition.contains("Small: 5 to 19 workers\n"), "{definition}");
    }

    #[test]
    fn policies_and_agencies_of_the_country_come_with_a_click() {
        let mut harness = open(of_country("NP"));
        write(&mut harness, "National policies", "Craft plan of the district");
        click(&mut harness, "From the profile of Nepal: policies and agencies");
        let policy = "Industrial Policy 2010 (2067) and Industrial Enterprises Act 2020";
        click(&mut harness, &format!("Add to the policies: {policy}"));
        let policies = harness.state().plan().context.policies.best(&[]).raw().to_owned();
        assert_eq!(policies, format!("Craft plan of the district\n{policy}"));
        let agency = parts_agency(&harness);
        click(&mut harness, &format!("Add to the stakeholders: {agency}"));
        assert_eq!(harness.state().plan().stakeholders.at(0).unwrap().name.best(&[]).raw(), agency);
    }

    fn parts_agency(harness: &Harness<'_, Stage>) -> String {
        let profile = harness.state().packs.country(Country::new("NP").unwrap()).unwrap();
        profile.agencies[0].value.name.best(&[Lang::english()]).raw().to_owned()
    }

    #[test]
    fn enter_goes_down_the_figures_and_adds_the_next() {
        let mut harness = open(of_country("NP"));
        click(&mut harness, "Add a key figure");
        write(&mut harness, "Key figure 1, What is counted", "Workshops");
        harness.key_press(Key::Enter);
        harness.run();
        let figures = &harness.state().plan().key_figures;
        assert_eq!((figures.len(), figures.at(0).unwrap().label.best(&[]).raw()), (2, "Workshops"));
        write(&mut harness, "Key figure 2, Value", "1,250");
        harness.key_press(Key::Enter);
        harness.run();
        let figures = &harness.state().plan().key_figures;
        assert_eq!((figures.len(), figures.at(1).unwrap().value), (3, Some(1250.into())));
        click(&mut harness, "Delete Key figure 1");
        assert_eq!(harness.state().plan().key_figures.len(), 2);
    }
}
