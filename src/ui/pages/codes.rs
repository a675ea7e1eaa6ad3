//! Sectors and targets by name: what donors ask a plan for, chosen from the lists of the library.

use super::parts::{fact_ui, heading, note};
use crate::{
    pack::{Listed, Sourced},
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{
            self,
            chooser::{Ask, Choice as Entry, Chooser, Chosen},
            fields, tokens,
        },
    },
};
use egui::{Role, Ui, WidgetInfo};

/// A list of codes in the plan, and the keys of its words.
struct Codes<'a> {
    field: Field,
    chosen: &'a [Key],
    all: Vec<&'a Sourced<Listed>>,
    set: fn(Vec<Key>) -> IdentityField,
    add: &'static str,
    title: &'static str,
    take: &'static str,
}

/// The list that is open, and for which field.
pub(super) type Picking = Option<(Field, Chooser)>;

/// The sectors and the targets of the plan.
pub(super) fn codes_ui(ui: &mut Ui, cx: &Cx<'_>, picking: &mut Picking, out: &mut Outbox) {
    heading(ui, cx, "team-codes");
    note(ui, &cx.words.get("team-codes-note"));
    let identity = &*cx.plan.identity;
    let sectors = Codes {
        field: IDENTITY.sectors,
        chosen: &identity.sectors,
        all: cx.packs.sectors().collect(),
        set: IdentityField::Sectors,
        add: "team-add-sector",
        title: "team-sectors-title",
        take: "team-take-sector",
    };
    let targets = Codes {
        field: IDENTITY.targets,
        chosen: &identity.targets,
        all: cx.packs.targets().collect(),
        set: IdentityField::Targets,
        add: "team-add-target",
        title: "team-targets-title",
        take: "team-take-target",
    };
    for codes in [sectors, targets] {
        codes.list_ui(ui, cx, picking, out);
    }
}

impl Codes<'_> {
    fn entry(&self, code: &Key) -> Option<&Sourced<Listed>> {
        self.all.iter().copied().find(|listed| listed.value.code == *code)
    }

    /// What is chosen, each with a way to take it out, and the way to the list.
    fn list_ui(&self, ui: &mut Ui, cx: &Cx<'_>, picking: &mut Picking, out: &mut Outbox) {
        let place = Place::field(self.field);
        let langs = kit::interface_languages(cx.words);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            note(ui, &cx.words.get(self.field.words()));
            for (i, code) in self.chosen.iter().enumerate() {
                let entry = self.entry(code).map(|listed| &listed.value);
                let name = entry.map_or("", |listed| listed.name.best(&langs).raw());
                let known = if name.is_empty() { cx.words.get("team-code-unknown") } else { name.into() };
                let is_removed = code_ui(ui, cx, code, &known, entry.map(|e| e.about.best(&langs).raw()));
                if is_removed {
                    let mut rest = self.chosen.to_vec();
                    rest.remove(i);
                    out.edit(Edit::Identity((self.set)(rest)));
                }
            }
            self.add_ui(ui, cx, picking, out);
            fields::findings_ui(ui, cx, out, place);
        });
    }

    fn add_ui(&self, ui: &mut Ui, cx: &Cx<'_>, picking: &mut Picking, out: &mut Outbox) {
        let place = Place::field(self.field);
        let id = fields::field_id(place, None);
        let add = kit::link_button(ui, &cx.words.get(self.add));
        fields::visit(cx, out, place, &add);
        if add.clicked() {
            *picking = Some((self.field, Chooser::default()));
        }
        let Some((_, chooser)) = picking.as_mut().filter(|(field, _)| *field == self.field) else { return };
        let langs = kit::interface_languages(cx.words);
        let offered: Vec<_> =
            self.all.iter().filter(|listed| !self.chosen.contains(&listed.value.code)).collect();
        let choices: Vec<Entry> = offered.iter().map(|listed| choice_of(&listed.value, &langs)).collect();
        let ask = Ask { id: id.with("list"), title: self.title, take: self.take };
        let chosen = chooser.show(ui.ctx(), cx.words, ask, &choices, |ui, i| {
            let listed = offered[i];
            text::label(ui, &choices[i].name, Style::body().strong());
            if !listed.value.about.is_blank() {
                text::label(ui, listed.value.about.best(&langs).raw(), Style::body());
            }
            ui.add_space(4.0);
            fact_ui(ui, cx, listed);
        });
        if let Chosen::Taken(i) = chosen {
            let next = self.chosen.iter().chain([&offered[i].value.code]).cloned().collect();
            out.edit(Edit::Identity((self.set)(next)));
        }
        if chosen != Chosen::Waiting {
            *picking = None;
            out.go(place);
        }
    }
}

fn choice_of(listed: &Listed, langs: &[Lang]) -> Entry {
    let texts = listed.name.iter().chain(listed.about.iter());
    let find: Vec<_> = texts.map(|(_, words)| words.raw()).collect();
    let name = format!("{} {}", listed.code.as_str(), listed.name.best(langs).raw());
    Entry { heading: String::new(), name, find: find.join("\n") }
}

/// One code that is chosen. Says whether it is to go. `about`: its whole wording, told when the pointer rests on it.
fn code_ui(ui: &mut Ui, cx: &Cx<'_>, code: &Key, name: &str, about: Option<&str>) -> bool {
    ui.horizontal(|ui| {
        kit::tag(ui, code.as_str(), tokens(ui).indigo);
        let said = text::label_elided(ui, name, Style::body());
        let said = kit::hint(said, about.unwrap_or_default());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {name}", code.as_str())));
        let remove = cx.words.with("row-delete", &[("name", code.as_str().into())]);
        kit::icon_button(ui, kit::Icon::Cross, &remove).clicked()
    })
    .inner
}

#[cfg(test)]
mod tests {
    use crate::{
        analysis::Section,
        plan::{IDENTITY, Key, Place},
        ui::{
            Page,
            testing::{Stage, click, field, full_plan},
        },
    };
    use egui_kittest::{Harness, kittest::Queryable};

    fn codes(h: &Harness<'_, Stage>) -> (Vec<String>, Vec<String>) {
        let identity = &h.state().plan().identity;
        let said = |keys: &[Key]| keys.iter().map(|key| key.as_str().to_owned()).collect();
        (said(&identity.sectors), said(&identity.targets))
    }

    #[test]
    fn sectors_and_targets_are_picked_by_name_and_taken_out() {
        let mut h = Stage::new(full_plan(), Page::Section(Section::Team)).open(1000.0, 2000.0);
        for (add, words) in
            [("Add a sector", "handicraft"), ("Add a target", "triangular capacity"), ("Add a target", "8.3")]
        {
            click(&mut h, add);
            h.run();
            field(&h, "Type to search").type_text(words);
            h.run();
            h.key_press(egui::Key::Enter);
            h.run();
        }
        assert_eq!(codes(&h), (vec!["32140".to_owned()], vec!["17.9".to_owned(), "8.3".to_owned()]));
        h.get_by_label("32140 Cottage industries and handicraft");
        click(&mut h, "Delete 17.9");
        assert_eq!(codes(&h).1, ["8.3"]);
        h.state_mut().document.undo();
        assert_eq!(codes(&h).1, ["17.9", "8.3"]);
    }

    #[test]
    fn a_code_that_is_in_no_list_stays_and_says_so() {
        let mut plan = full_plan();
        std::sync::Arc::make_mut(&mut plan.identity).targets = vec![Key::new("14.7")];
        let mut stage = Stage::new(plan, Page::Section(Section::Team));
        stage.go(Place::field(IDENTITY.targets));
        let mut h = stage.open(1000.0, 900.0);
        h.run();
        assert_eq!(h.state().focused, Some(Place::field(IDENTITY.targets)), "and the place can be led to");
        h.get_by_label_contains("14.7 ");
    }

    #[test]
    fn keys_go_on_after_a_click_in_the_list() {
        let mut h = Stage::new(full_plan(), Page::Section(Section::Team)).open(1000.0, 2000.0);
        click(&mut h, "Add a sector");
        h.run();
        let row = h.get_by_label("32161 Agro-industries").rect().center();
        h.hover_at(row);
        h.run();
        h.drag_at(row);
        h.drop_at(row);
        h.run();
        h.key_press(egui::Key::Enter);
        h.run();
        assert_eq!(codes(&h).0, ["32161"]);
        // What fits nothing is corrected without a click.
        click(&mut h, "Add a sector");
        h.run();
        field(&h, "Type to search").type_text("zzz");
        h.run();
        h.key_press(egui::Key::Enter);
        h.run();
        h.key_press(egui::Key::Backspace);
        h.run();
        assert_eq!(field(&h, "Type to search").value().as_deref(), Some("zz"));
    }
}
