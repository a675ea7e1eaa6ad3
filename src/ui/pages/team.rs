//! Identity of the plan and the team: who plans what, for which country, from when to when, in which money.

use super::{
    Page,
    codes::{Picking, codes_ui},
    titled,
};
use crate::{
    analysis::Section,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look},
    },
};
use egui::Ui;

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    picking: Picking,
}

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    titled(Page::Section(Section::Team), ui, cx, |ui| {
        kit::form(ui, |ui| {
            plan_ui(ui, cx, out);
            ui.add_space(16.0);
            team_ui(ui, cx, out);
            ui.add_space(16.0);
            settings_ui(ui, cx, out);
            ui.add_space(16.0);
            codes_ui(ui, cx, &mut view.picking, out);
        });
    });
}

fn plan_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let id = &*cx.plan.identity;
    let at = Place::field;
    fields::text(ui, cx, out, at(IDENTITY.title), &id.title, Look::LINE.hinting("hint-title"), |v| {
        Edit::Identity(IdentityField::Title(v))
    });
    fields::text(ui, cx, out, at(IDENTITY.organisation), &id.organisation, Look::LINE, |v| {
        Edit::Identity(IdentityField::Organisation(v))
    });
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => fields::plain(ui, cx, out, at(IDENTITY.superior), &id.superior, Look::LINE, |v| {
            Edit::Identity(IdentityField::Superior(v))
        }),
        _ => fields::text(ui, cx, out, at(IDENTITY.superior_role), &id.superior_role, Look::LINE, |v| {
            Edit::Identity(IdentityField::SuperiorRole(v))
        }),
    });
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => fields::day(ui, cx, out, at(IDENTITY.start), id.start, Look::LINE, |v| {
            Edit::Identity(IdentityField::Start(v))
        }),
        _ => fields::day(ui, cx, out, at(IDENTITY.finish), id.finish, Look::LINE, |v| {
            Edit::Identity(IdentityField::Finish(v))
        }),
    });
}

fn team_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    text::label(ui, &cx.words.get("team-people"), Style::body().strong());
    let count = cx.plan.team.len();
    for (i, member) in cx.plan.team.iter().enumerate() {
        let owner = cx.words.with("team-member", &[("number", (i + 1).into())]);
        kit::card(ui, |ui| member_ui(ui, cx, out, member, &owner, (i == 0, i + 1 == count)));
    }
    let add = |out: &mut Outbox| {
        let row = Member::new(out.new_id());
        out.go(Place::cell(row.id, MEMBER.name));
        out.edit(Member::add(row, At::Last));
    };
    if count == 0 {
        if kit::empty_state(ui, &cx.words.get("team-empty"), &cx.words.get("team-add")).clicked() {
            add(out);
        }
    } else if kit::link_button(ui, &cx.words.get("team-add")).clicked() {
        add(out);
    }
}

fn member_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    member: &Member,
    owner: &str,
    (is_first, is_last): (bool, bool),
) {
    let id = member.id;
    let set = |change| Member::change(id, change);
    ui.horizontal(|ui| {
        text::label(ui, owner, Style::small().color(kit::tokens(ui).ink_soft));
        let wish = kit::row_menu(ui, cx.words, owner, is_first, is_last);
        super::do_to_row(&cx.plan.team, id, wish, out);
    });
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => fields::plain(
            ui,
            cx,
            out,
            Place::cell(id, MEMBER.name),
            &member.name,
            Look::LINE.of(owner),
            |v| set(MemberField::Name(v)),
        ),
        _ => {
            fields::text(ui, cx, out, Place::cell(id, MEMBER.role), &member.role, Look::LINE.of(owner), |v| {
                set(MemberField::Role(v))
            })
        }
    });
    kit::columns_or_stack(ui, 2, 220.0, |ui, i| match i {
        0 => fields::text(
            ui,
            cx,
            out,
            Place::cell(id, MEMBER.organisation),
            &member.organisation,
            Look::LINE.of(owner),
            |v| set(MemberField::Organisation(v)),
        ),
        _ => fields::plain(
            ui,
            cx,
            out,
            Place::cell(id, MEMBER.contact),
            &member.contact,
            Look::LINE.of(owner),
            |v| set(MemberField::Contact(v)),
        ),
    });
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let id = &*cx.plan.identity;
    let at = Place::field;
    text::label(ui, &cx.words.get("team-settings"), Style::body().strong());
    text::label(ui, &cx.words.get("team-settings-note"), Style::small().color(kit::tokens(ui).ink_soft));
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => {
            let langs = kit::interface_languages(cx.words);
            let options: Vec<(Country, String)> =
                cx.packs.countries().iter().map(|c| (c.code, c.name.best(&langs).raw().to_owned())).collect();
            fields::pick(ui, cx, out, at(IDENTITY.country), id.country.as_ref(), &options, Look::LINE, |v| {
                Edit::Identity(IdentityField::Country(v.copied()))
            });
        }
        _ => fields::typed(
            ui,
            cx,
            out,
            at(IDENTITY.currency),
            &id.currency.map(|c| c.to_string()).unwrap_or_default(),
            Look::LINE,
            ("hint-currency", "field-currency-wrong", false),
            Currency::new,
            |v| Edit::Identity(IdentityField::Currency(v)),
        ),
    });
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => fields::choice(ui, cx, out, at(IDENTITY.calendar), id.calendar, Look::LINE, |v| {
            Edit::Identity(IdentityField::Calendar(v))
        }),
        _ => fields::choice(ui, cx, out, at(IDENTITY.grouping), id.grouping, Look::LINE, |v| {
            Edit::Identity(IdentityField::Grouping(v))
        }),
    });
    weekend_ui(ui, cx, out);
    languages_ui(ui, cx, out);
}

fn weekend_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let weekend = &cx.plan.identity.weekend;
    let place = Place::field(IDENTITY.weekend);
    text::label(ui, &cx.words.get(IDENTITY.weekend.words()), Style::small().color(kit::tokens(ui).ink_soft));
    ui.horizontal_wrapped(|ui| {
        for day in Weekday::ALL {
            let is_on = weekend.contains(day);
            let name = text::galley(ui.ctx(), &cx.words.get(day.words()), &Style::body(), f32::INFINITY);
            let response = ui.add(egui::Button::selectable(is_on, name));
            if response.clicked() {
                let next =
                    Weekday::ALL.iter().copied().filter(|d| weekend.contains(d) != (d == day)).collect();
                out.edit(Edit::Identity(IdentityField::Weekend(next)));
            }
            fields::visit(cx, out, place, &response);
        }
    });
}

/// The languages of the plan: the primary one and up to two more.
fn languages_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let langs = cx.plan.languages();
    let place = Place::field(IDENTITY.languages);
    text::label(
        ui,
        &cx.words.get(IDENTITY.languages.words()),
        Style::small().color(kit::tokens(ui).ink_soft),
    );
    let set = |out: &mut Outbox, next: Vec<Lang>| out.edit(Edit::Identity(IdentityField::Languages(next)));
    for (i, lang) in langs.iter().enumerate() {
        ui.horizontal(|ui| {
            let name = kit::language_name(cx.packs, lang);
            text::label(ui, &name, Style::body());
            let said = cx.words.language(lang);
            if said != name {
                text::label(ui, &said, Style::small().color(kit::tokens(ui).ink_soft));
            }
            if i == 0 {
                kit::tag(ui, &cx.words.get("language-primary"), kit::tokens(ui).indigo);
            } else {
                if kit::link_button(ui, &cx.words.get("language-make-primary")).clicked() {
                    let rest = langs.iter().filter(|l| *l != lang).cloned();
                    set(out, std::iter::once(lang.clone()).chain(rest).collect());
                }
                let remove = cx.words.with("row-delete", &[("name", name.into())]);
                if kit::icon_button(ui, kit::Icon::Cross, &remove).clicked() {
                    set(out, langs.iter().filter(|l| *l != lang).cloned().collect());
                }
            }
        });
    }
    if langs.len() < 3 {
        let known: Vec<(Lang, String)> =
            kit::known_languages(cx.packs).into_iter().filter(|(lang, _)| !langs.contains(lang)).collect();
        fields::pick(ui, cx, out, place, None, &known, Look::LINE.labelled("language-add"), |lang| {
            let next = langs.iter().cloned().chain(lang.cloned()).collect();
            Edit::Identity(IdentityField::Languages(next))
        });
    }
    text::label(ui, &cx.words.get("language-note"), Style::small().color(kit::tokens(ui).ink_soft));
}
