//! Beside the page: help for the field in focus, what the checks found, the steps that made the plan.

use super::step_name;
use crate::{
    checks::{Diagnostic, Severity, place_name},
    document::Document,
    plan::Place,
    text::{self, Style},
    ui::{
        Command, Cx, Outbox, Page, Wish,
        kit::{self, fields, tokens},
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
    /// Steps.
    History,
}

impl Side {
    const ALL: [Self; 3] = [Self::Help, Self::Checks, Self::History];

    const fn words(self) -> &'static str {
        match self {
            Self::Help => "side-help",
            Self::Checks => "side-checks",
            Self::History => "side-history",
        }
    }
}

/// Shows the pane. `focus`: the place whose field has or had the focus last.
pub fn side_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    document: &Document,
    page: Page,
    focus: Option<Place>,
    side: &mut Side,
    out: &mut Outbox,
) {
    ui.horizontal(|ui| {
        for choice in Side::ALL {
            let mut words = cx.words.get(choice.words()).into_owned();
            if choice == Side::Checks {
                let count = cx.findings.iter().filter(|f| f.severity != Severity::Hint).count();
                if count > 0 {
                    words = format!("{words} {count}");
                }
            }
            let galley = text::galley(ui.ctx(), &words, &Style::body(), f32::INFINITY);
            if ui.add(egui::Button::selectable(*side == choice, galley)).clicked() {
                *side = choice;
            }
        }
    });
    ui.add_space(6.0);
    ScrollArea::vertical().id_salt(side.words()).auto_shrink(false).show(ui, |ui| match side {
        Side::Help => help_ui(ui, cx, page, focus),
        Side::Checks => checks_ui(ui, cx, page, out),
        Side::History => history_ui(ui, cx, document, out),
    });
}

fn help_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, focus: Option<Place>) {
    let t = tokens(ui);
    let field = focus
        .and_then(|f| f.field)
        .filter(|f| Page::of(Place::field(*f), cx.plan) == page || page_shows(page));
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

/// The simple form shows fields of many blocks.
fn page_shows(page: Page) -> bool {
    page == Page::Section(crate::analysis::Section::Simple)
}

fn example_ui(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let t = tokens(ui);
    ui.add_space(4.0);
    Frame::new()
        .fill(t.soga.gamma_multiply(0.10))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            text::label(ui, &cx.words.get("help-example"), Style::small().strong().color(t.soga));
            text::label(ui, &cx.words.get(key), Style::body());
        });
}

fn checks_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, out: &mut Outbox) {
    let t = tokens(ui);
    if cx.findings.is_empty() {
        text::label(ui, &cx.words.get("checks-none"), Style::body().color(t.good));
        return;
    }
    let is_here = |f: &&Diagnostic| Page::of(f.place, cx.plan) == page;
    let mut here: Vec<&Diagnostic> = cx.findings.iter().filter(is_here).collect();
    let mut elsewhere: Vec<&Diagnostic> = cx.findings.iter().filter(|f| !is_here(f)).collect();
    for (list, key) in [(&mut here, "checks-here"), (&mut elsewhere, "checks-elsewhere")] {
        if list.is_empty() {
            continue;
        }
        list.sort_by_key(|f| f.severity);
        text::label(ui, &cx.words.get(key), Style::small().strong().color(t.ink_soft));
        for finding in list.iter().take(MOST_SHOWN) {
            finding_card(ui, cx, finding, out);
        }
        if let Some(more) = list.len().checked_sub(MOST_SHOWN).filter(|n| *n > 0) {
            let words = cx.words.with("checks-more", &[("count", more.into())]);
            text::label(ui, &words, Style::small().color(t.ink_soft));
        }
        ui.add_space(8.0);
    }
}

/// More than a person mends in one sitting is not laid out.
const MOST_SHOWN: usize = 60;

fn finding_card(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic, out: &mut Outbox) {
    let t = tokens(ui);
    let (color, sign) = fields::severity_look(ui, finding.severity);
    Frame::new()
        .fill(t.surface)
        .stroke(egui::Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.set_width(ui.available_width());
            let place = place_name(&finding.place, cx.plan, cx.derived, cx.words);
            ui.horizontal(|ui| {
                kit::icon(ui, sign, 12.0, color);
                text::label_elided(ui, &place, Style::small().color(t.ink_soft));
            });
            text::label(ui, &finding.message(cx.words), Style::body());
            let hint = finding.hint(cx.words);
            if !hint.is_empty() {
                text::label(ui, &hint, Style::small().color(t.ink_soft));
            }
            ui.horizontal_wrapped(|ui| {
                let go = kit::link_button(ui, &cx.words.get("check-go"));
                let said = format!("{}: {place}", cx.words.get("check-go"));
                go.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
                if go.clicked() {
                    out.go(finding.place);
                }
                for fix in &finding.fixes {
                    if kit::button(ui, &cx.words.get(fix.words)).clicked() {
                        out.edit(fix.edit.clone());
                    }
                }
                let code = text::label(ui, finding.code, Style::small().color(t.ink_soft));
                if let Some(rule) = finding.rule() {
                    code.on_hover_ui(|ui| {
                        ui.set_max_width(380.0);
                        text::label(ui, rule.source, Style::small());
                    });
                }
            });
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
