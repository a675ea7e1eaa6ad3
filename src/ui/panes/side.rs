//! Beside the page: help for the field in focus, what the checks found, remarks, the steps that made the plan.

use super::{
    comments::{Writing, comments_ui, open_count},
    findings::{Leaving, findings_ui},
    step_name,
};
use crate::{
    analysis::Section,
    document::Document,
    plan::{ACTIVITY, Field, Place},
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Page, Wish,
        kit::{self, tokens},
    },
};
use egui::{Frame, Margin, ScrollArea, Ui};

/// What the pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Help and a worked example.
    #[default]
    Help,
    /// Findings.
    Checks,
    /// Remarks.
    Comments,
    /// Steps.
    History,
}

impl Side {
    const ALL: [Self; 4] = [Self::Help, Self::Checks, Self::Comments, Self::History];

    const fn words(self) -> &'static str {
        match self {
            Self::Help => "side-help",
            Self::Checks => "side-checks",
            Self::Comments => "side-comments",
            Self::History => "side-history",
        }
    }
}

/// What the pane remembers of an open plan.
#[derive(Debug, Default)]
pub struct SideView {
    leaving: Leaving,
    writing: Writing,
}

/// What the pane stands beside.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The plan with its steps.
    pub document: &'a Document,
    /// The page that is shown.
    pub page: Page,
    /// The place whose field has or had the focus last.
    pub focus: Option<Place>,
    /// Who writes remarks here; empty: nobody has said it yet.
    pub author: &'a str,
}

/// Shows the pane.
pub fn side_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    beside: Beside<'_>,
    side: &mut Side,
    view: &mut SideView,
    out: &mut Outbox,
) {
    ui.horizontal_wrapped(|ui| {
        // All four in one row, also with their counts.
        ui.spacing_mut().button_padding.x = 6.0;
        ui.spacing_mut().item_spacing.x = 2.0;
        for choice in Side::ALL {
            let mut words = cx.words.get(choice.words()).into_owned();
            let count = match choice {
                Side::Checks => cx.findings.count_serious(),
                Side::Comments => open_count(cx.plan),
                Side::Help | Side::History => 0,
            };
            if count > 0 {
                words = format!("{words} {count}");
            }
            let galley = text::galley(ui.ctx(), &words, &Style::small(), f32::INFINITY);
            if ui.add(egui::Button::selectable(*side == choice, galley)).clicked() {
                *side = choice;
            }
        }
    });
    ui.add_space(6.0);
    ScrollArea::vertical().id_salt(side.words()).auto_shrink(false).show(ui, |ui| match side {
        Side::Help => help_ui(ui, cx, beside.page, beside.focus),
        Side::Checks => findings_ui(ui, cx, beside.page, &mut view.leaving, out),
        Side::Comments => {
            let at = (beside.page, beside.focus);
            comments_ui(ui, cx, at, beside.author, &mut view.writing, out);
        }
        Side::History => history_ui(ui, cx, beside.document, out),
    });
}

fn help_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, focus: Option<Place>) {
    let t = tokens(ui);
    let field = focus
        .and_then(|f| f.field)
        .filter(|f| Page::of(Place::field(*f), cx.plan) == page || page_shows(page, *f));
    if let Some(field) = field {
        text::label(ui, &cx.words.get(field.words()), Style::body().strong());
        let key = format!("help-{}", field.words());
        if cx.words.has(&key) {
            text::label(ui, &cx.words.get(&key), Style::body());
        }
        let example = format!("{key}-example");
        if cx.words.has(&example) {
            example_ui(ui, cx, &example);
        }
        ui.add_space(16.0);
    }
    text::label(ui, &cx.words.get(page.words()), Style::body().strong());
    let key = format!("help-{}", page.words());
    if cx.words.has(&key) {
        text::label(
            ui,
            &cx.words.get(&key),
            Style::body().color(if field.is_some() { t.ink_soft } else { t.ink }),
        );
    }
    let example = format!("{key}-example");
    if field.is_none() && cx.words.has(&example) {
        example_ui(ui, cx, &example);
    }
}

/// The simple form shows fields of many blocks, the matrix the names of activities.
fn page_shows(page: Page, field: Field) -> bool {
    match page {
        Page::Section(Section::Simple) => true,
        Page::Section(Section::Matrix) => field == ACTIVITY.name,
        _ => false,
    }
}

fn example_ui(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let t = tokens(ui);
    ui.add_space(4.0);
    Frame::new()
        .fill(t.soga.gamma_multiply(kit::TAG_WASH))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::label(ui, &cx.words.get("help-example"), Style::small().strong().color(t.soga));
            text::label(ui, &cx.words.get(key), Style::body());
        });
}

fn history_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document, out: &mut Outbox) {
    let t = tokens(ui);
    let steps: Vec<_> = document.steps().collect();
    text::label(ui, &cx.words.get("history-note"), Style::small().color(t.ink_soft));
    let entry = |ui: &mut Ui, words: &str, is_done: bool, is_now: bool| {
        let ink = if is_done { t.ink } else { t.ink_soft };
        let galley =
            text::galley(ui.ctx(), words, &Style::body().color(ink).elided(), ui.available_width() - 24.0);
        ui.add(egui::Button::selectable(is_now, galley)).clicked()
    };
    let done = steps.iter().filter(|s| s.done).count();
    for (i, step) in steps.iter().enumerate().rev().take(200) {
        let name = step_name(step.name, cx.words);
        if entry(ui, &name, step.done, step.done && i + 1 == done) {
            out.wish(Wish::StepTo(i + 1));
        }
    }
    if entry(ui, &cx.words.get("history-opened"), true, done == 0) {
        out.wish(Wish::StepTo(0));
    }
    ui.add_space(16.0);
    text::label(ui, &cx.words.get("history-versions-note"), Style::small().color(t.ink_soft));
    if kit::button(ui, &cx.words.get("history-versions")).clicked() {
        out.command(Command::Versions);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::{Interface, Words},
        ui::testing::{Stage, example},
    };
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    fn is_field(role: Role) -> bool {
        matches!(role, Role::TextInput | Role::MultilineTextInput | Role::ComboBox)
    }

    #[test]
    fn help_follows_the_focus_on_every_page_in_every_language() {
        let plan = example("indonesia-rattan");
        let mut told = std::collections::BTreeSet::new();
        for (interface, (_, page)) in
            Interface::ALL.iter().flat_map(|i| Page::list(&plan).into_iter().map(move |page| (i, page)))
        {
            let words = Words::new(*interface);
            let mut stage = Stage::new(plan.clone(), page);
            (stage.words, stage.side) = (words.clone(), Some(Side::Help));
            let mut harness = stage.open(1366.0, 1400.0);
            harness.run();
            // Before any field has the focus, the help is about the page.
            harness.get_by_label(&words.get(&format!("help-{}", page.words())));
            for i in (0..60).step_by(4) {
                let Some(field) = harness.query_all_by(|node| is_field(node.role())).nth(i) else { break };
                field.focus();
                harness.run();
                let Some(at) = harness.state().focused.and_then(|place| place.field) else { continue };
                for key in [format!("help-{}", at.words()), format!("help-{}-example", at.words())] {
                    let is_there = harness.query_all_by_label(&words.get(&key)).next().is_some();
                    assert!(is_there, "{key} on {page:?}");
                }
                told.insert((interface.tag(), at.words()));
            }
        }
        assert!(told.len() > 80, "{told:?}");
    }
}
