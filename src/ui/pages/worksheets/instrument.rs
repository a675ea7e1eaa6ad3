//! The policy instrument matrix: each instrument with whom it reaches, what works, what is missing, and what the team proposes.

use super::{TextOf, add_ui, profiles_ui};
use crate::{
    plan::{Activity, INSTRUMENT, Instrument, InstrumentField, Place, Row, Text},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look},
        pages::{listed::ListView, take},
    },
};
use egui::Ui;

/// Shows the instruments.
pub fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ListView, out: &mut Outbox) {
    let line: (_, TextOf<Instrument>, TextOf<Instrument>) =
        ("instrument-unnamed", |row| &row.name, |row| &row.aim);
    profiles_ui(ui, cx, out, view, line, |ui, out, row, owner| card_ui(ui, cx, out, row, owner));
    add_ui(ui, cx, out, "instrument-add", INSTRUMENT.name, Instrument::new);
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Instrument, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| Instrument::change(row.id, change);
    let area = Look { rows: 2, ..Look::AREA }.of(owner);
    let look = Look::LINE.of(owner).hinting("hint-instrument-name");
    fields::text(ui, cx, out, cell(INSTRUMENT.name), &row.name, look, |v| set(InstrumentField::Name(v)));
    type Set = fn(Text) -> InstrumentField;
    let about: [(_, &Text, Set); 3] = [
        (INSTRUMENT.aim, &row.aim, InstrumentField::Aim),
        (INSTRUMENT.target_group, &row.target_group, InstrumentField::TargetGroup),
        (INSTRUMENT.owner, &row.owner, InstrumentField::Owner),
    ];
    let judged: [(_, &Text, Set); 2] = [
        (INSTRUMENT.works, &row.works, InstrumentField::Works),
        (INSTRUMENT.gap, &row.gap, InstrumentField::Gap),
    ];
    for (texts, least) in [(&about[..], 180.0), (&judged[..], 240.0)] {
        kit::columns_or_stack(ui, texts.len(), least, |ui, i| {
            let (field, value, change) = &texts[i];
            fields::text(ui, cx, out, cell(*field), value, area, |v| set(change(v)));
        });
    }
    let look = area.hinting("hint-instrument-proposal");
    fields::text(ui, cx, out, cell(INSTRUMENT.proposal), &row.proposal, look, |v| {
        set(InstrumentField::Proposal(v))
    });
    match take::activity_named(cx, &row.proposal) {
        Some(activity) => take::activity_link_ui(ui, cx, out, activity),
        None => {
            let words = ("instrument-make-activity", owner, "step-instrument-activity");
            take::activity_ui(ui, cx, out, words, &row.proposal, |activity| {
                (Activity { responsible: row.owner.clone(), ..activity }, Vec::new())
            });
        }
    }
}
