//! The profile of a cluster (sentra): who is there, what they make, what they share, what holds them back.

use super::{TextOf, add_ui, entry_ui, profiles_ui};
use crate::{
    plan::{CLUSTER, Cluster, ClusterField, Decimal, Place, Row, Text},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look},
        pages::{listed::ListView, parts, take},
    },
};
use egui::Ui;

/// Shows the profiles.
pub fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut ListView, out: &mut Outbox) {
    let line: (_, TextOf<Cluster>, TextOf<Cluster>) =
        ("cluster-unnamed", |row| &row.name, |row| &row.products);
    profiles_ui(ui, cx, out, view, line, |ui, out, row, owner| card_ui(ui, cx, out, row, owner));
    add_ui(ui, cx, out, "cluster-add", CLUSTER.name, Cluster::new);
    if cx.packs.schemes().iter().any(|schemes| !schemes.clusters.is_empty()) {
        ui.add_space(8.0);
        parts::fold(ui, "cluster-about", &cx.words.get("cluster-about"), |ui| {
            let known = cx.packs.schemes().iter().flat_map(|schemes| &schemes.clusters);
            known.for_each(|entry| entry_ui(ui, cx, entry));
        });
    }
}

fn card_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: &Cluster, owner: &str) {
    let cell = |field| Place::cell(row.id, field);
    let set = |change| Cluster::change(row.id, change);
    let (line, area) = (Look::LINE.of(owner), Look { rows: 2, ..Look::AREA }.of(owner));
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => {
            let look = line.hinting("hint-cluster-name");
            fields::text(ui, cx, out, cell(CLUSTER.name), &row.name, look, |v| set(ClusterField::Name(v)));
        }
        _ => {
            fields::text(ui, cx, out, cell(CLUSTER.place), &row.place, line, |v| set(ClusterField::Place(v)))
        }
    });
    let look = area.hinting("hint-cluster-products");
    fields::text(ui, cx, out, cell(CLUSTER.products), &row.products, look, |v| {
        set(ClusterField::Products(v))
    });
    kit::columns_or_stack(ui, 2, 240.0, |ui, i| match i {
        0 => {
            fields::amount(ui, cx, out, cell(CLUSTER.enterprises), row.enterprises, line, |v| {
                set(ClusterField::Enterprises(v))
            });
            let words =
                ("cluster-take-enterprises", "cluster-figure-enterprises", "cluster-unit-enterprises");
            figure_ui(ui, cx, out, (row, owner), row.enterprises, words);
        }
        _ => {
            fields::amount(ui, cx, out, cell(CLUSTER.workers), row.workers, line, |v| {
                set(ClusterField::Workers(v))
            });
            let words = ("cluster-take-workers", "cluster-figure-workers", "cluster-unit-workers");
            figure_ui(ui, cx, out, (row, owner), row.workers, words);
        }
    });
    type Set = fn(Text) -> ClusterField;
    let texts: [(_, &Text, &str, Set); 4] = [
        (CLUSTER.materials, &row.materials, "hint-cluster-materials", ClusterField::Materials),
        (CLUSTER.facilities, &row.facilities, "hint-cluster-facilities", ClusterField::Facilities),
        (CLUSTER.markets, &row.markets, "hint-cluster-markets", ClusterField::Markets),
        (CLUSTER.obstacles, &row.obstacles, "hint-cluster-obstacles", ClusterField::Obstacles),
    ];
    for (field, value, hint, change) in texts {
        fields::text(ui, cx, out, cell(field), value, area.hinting(hint), |v| set(change(v)));
    }
}

/// The way of a number into the key figures of the context. `words`: keys of the button, of what is counted, and of the unit.
fn figure_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    (row, owner): (&Cluster, &str),
    value: Option<Decimal>,
    (button, label, unit): (&str, &str, &str),
) {
    let figure = take::Figure { label, of: &row.name, unit, value };
    take::figure_ui(ui, cx, out, (button, owner, "step-cluster-figure"), &figure);
}
