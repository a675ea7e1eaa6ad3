//! What may go wrong: a picture of likelihood and impact, and the register below it.

mod card;
mod heat;
#[cfg(test)]
mod tests;

use super::{
    Page,
    listed::{self, Line, ListView},
    parts::{self, heading},
    titled,
};
use crate::{
    analysis::{RiskBand, RiskMap, Section},
    plan::{Block, Id, Place, RISK, Rating, Risk},
    ui::{
        Cx, Outbox,
        kit::{self, tokens},
    },
};
use egui::{Color32, Ui};

/// What the page remembers.
#[derive(Debug, Default)]
pub struct View {
    heat: heat::View,
    list: ListView,
}

const PAGE: Page = Page::Section(Section::Risks);

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    follow(cx, view);
    titled(PAGE, ui, cx, |ui| {
        kit::form(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            if cx.plan.risks.is_empty() {
                if kit::empty_state(ui, &cx.words.get("risks-empty"), &cx.words.get("risks-add")).clicked() {
                    add(out, None);
                }
                return;
            }
            let map = RiskMap::new(cx.plan);
            heat::heat_ui(ui, cx, &mut view.heat, &map, out);
            ui.add_space(8.0);
            list_ui(ui, cx, view, out);
        });
    });
}

/// A place outside what is shown brings everything back.
fn follow(cx: &Cx<'_>, view: &mut View) {
    let Some(goal) = cx.goto.filter(|goal| goal.block == Block::Risk) else { return };
    if goal.row.is_some_and(|row| !view.heat.shows(Id::from_bits(row))) {
        view.heat.show_all();
    }
}

/// Adds a risk, at a place of the picture when one is given, and leads to it.
fn add(out: &mut Outbox, at: Option<(Rating, Rating)>) {
    parts::add_row(out, RISK.event, |id| Risk {
        likelihood: at.map(|(likelihood, _)| likelihood),
        impact: at.map(|(_, impact)| impact),
        ..Risk::new(id)
    });
}

/// The register: every risk, or those of the chosen cell.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View, out: &mut Outbox) {
    let rows: Vec<&Risk> = cx.plan.risks.iter().filter(|risk| view.heat.shows(risk.id)).collect();
    if view.heat.chosen().is_some() {
        heading(ui, cx, "risks-of-cell");
        if rows.is_empty() {
            parts::note(ui, &cx.words.get("risks-cell-empty"));
        }
    } else {
        heading(ui, cx, "risks-all");
    }
    let colours = tokens(ui);
    listed::list_ui(
        ui,
        cx,
        out,
        &mut view.list,
        &rows,
        |risk, owner| line_of(colours, cx, risk, owner),
        |ui, out, risk, owner| card::card_ui(ui, cx, out, risk, owner),
    );
    if kit::link_button(ui, &cx.words.get("risks-add")).clicked() {
        add(out, view.heat.chosen());
    }
}

/// The colour of a band; always with its number or its word.
fn ink_of(colours: &kit::Tokens, band: RiskBand) -> Color32 {
    match band {
        RiskBand::Low => colours.good,
        RiskBand::Medium => colours.soga,
        RiskBand::High => colours.warn,
        RiskBand::VeryHigh => colours.bad,
    }
}

/// A product with its band in words: `12, high`.
fn weight_words(cx: &Cx<'_>, significance: u8) -> String {
    let band = kit::choice_name(cx.words, RiskBand::of(significance)).into_owned();
    cx.words.with(
        "risks-weight",
        &[("weight", significance.to_string().into()), ("band", band.to_lowercase().into())],
    )
}

/// What a risk is called where it is listed.
fn name_of<'a>(cx: &'a Cx<'_>, risk: &'a Risk, unnamed: &'a str) -> &'a str {
    kit::title_or(&risk.event, cx.shown, unnamed)
}

fn line_of(colours: &kit::Tokens, cx: &Cx<'_>, risk: &Risk, owner: &str) -> Line {
    let unnamed = cx.words.get("risks-unnamed");
    let title = name_of(cx, risk, &unnamed).to_owned();
    let (weight, ink) = match risk.significance() {
        Some(significance) => (weight_words(cx, significance), ink_of(colours, RiskBand::of(significance))),
        None => (cx.words.get("risks-unrated").into_owned(), colours.ink_soft),
    };
    let soft = match risk.activity.map(|id| cx.derived.numbering.activity(id)) {
        Some(number) => cx.words.with("risks-treated-by", &[("number", number.into())]),
        None => risk.treatment.best(cx.shown).raw().lines().next().unwrap_or_default().to_owned(),
    };
    let position = cx.plan.risks.position(risk.id).unwrap_or_default();
    Line {
        said: format!("{owner}: {title}, {weight}"),
        lead: (position + 1).to_string(),
        title,
        soft,
        tag: Some((weight, ink)),
    }
}

/// The way to a risk.
fn place_of(risk: &Risk) -> Place {
    Place::cell(risk.id, RISK.event)
}
