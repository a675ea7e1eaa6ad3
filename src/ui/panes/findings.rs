//! Beside the page: what the checks found, and what the team leaves as it is, with the reason.

use crate::{
    checks::{Diagnostic, place_name},
    plan::{Place, Row, Silenced, UserText},
    text::{self, Style},
    ui::{
        Cx, Outbox, Page,
        kit::{self, fields, tokens},
        pages,
    },
};
use egui::{Frame, Id, Key, Margin, Response, Role, Ui, WidgetInfo};

/// The finding that somebody is about to leave as it is, and the reason as far as it is written.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    finding: Option<(&'static str, Place)>,
    reason: String,
}

/// More than a person mends in one sitting is not laid out.
pub(super) const MOST_SHOWN: usize = 60;

/// Shows what is open, on this page first, then what is left as it is.
pub(super) fn findings_ui(ui: &mut Ui, cx: &Cx<'_>, page: Page, leaving: &mut Leaving, out: &mut Outbox) {
    let t = tokens(ui);
    if cx.findings.is_empty() {
        text::label(ui, &cx.words.get("checks-none"), Style::body().color(t.good));
        ui.add_space(8.0);
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
            finding_card(ui, cx, finding, leaving, out);
        }
        more_ui(ui, cx, list.len());
        ui.add_space(8.0);
    }
    let left = cx.plan.silenced.len();
    if left > 0 {
        pages::fold(ui, "checks-left", &cx.words.with("checks-left", &[("count", left.into())]), |ui| {
            cx.plan.silenced.iter().take(MOST_SHOWN).for_each(|silenced| left_card(ui, cx, silenced, out));
            more_ui(ui, cx, left);
        });
    }
}

/// How many are not laid out.
pub(super) fn more_ui(ui: &mut Ui, cx: &Cx<'_>, count: usize) {
    if let Some(more) = count.checked_sub(MOST_SHOWN).filter(|n| *n > 0) {
        let words = cx.words.with("checks-more", &[("count", more.into())]);
        text::label(ui, &words, Style::small().color(tokens(ui).ink_soft));
    }
}

/// The frame of one thing in the pane.
pub(super) fn small_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Frame::new()
        .fill(t.surface)
        .stroke(egui::Stroke::new(1.0, t.line))
        .corner_radius(kit::RADIUS)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.set_width(ui.available_width());
            content(ui);
        });
}

/// A button that looks like words, with an accessible name that says about what it is.
pub(super) fn said_button(ui: &mut Ui, words: &str, said: &str) -> Response {
    let button = kit::link_button(ui, words);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, said));
    button
}

/// Leads to a place of this name.
pub(super) fn go_ui(ui: &mut Ui, cx: &Cx<'_>, place: Place, name: &str, out: &mut Outbox) {
    let go = cx.words.get("check-go");
    if said_button(ui, &go, &format!("{go}: {name}")).clicked() {
        out.go(place);
    }
}

fn finding_card(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic, leaving: &mut Leaving, out: &mut Outbox) {
    let t = tokens(ui);
    let (color, sign) = fields::severity_look(ui, finding.severity);
    small_card(ui, |ui| {
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
        let key = (finding.code, finding.place);
        ui.horizontal_wrapped(|ui| {
            go_ui(ui, cx, finding.way(), &place, out);
            for fix in &finding.fixes {
                let words = cx.words.get(fix.words);
                let button = kit::button(ui, &words);
                let said = format!("{words}: {place}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
                if button.clicked() {
                    out.edit(fix.edit.clone());
                }
            }
            if leaving.finding != Some(key) {
                let values = [("place", place.as_str().into()), ("code", finding.code.into())];
                let said = cx.words.with("check-leave-said", &values);
                if said_button(ui, &cx.words.get("check-leave"), &said).clicked() {
                    *leaving = Leaving { finding: Some(key), reason: String::new() };
                    ui.memory_mut(|m| m.request_focus(reason_id()));
                }
            }
            code_ui(ui, finding);
        });
        if leaving.finding == Some(key) {
            reason_ui(ui, cx, finding, leaving, out);
        }
    });
}

/// The code of the rule, with its source where the pointer rests.
fn code_ui(ui: &mut Ui, finding: &Diagnostic) {
    let code = text::label(ui, finding.code, Style::small().color(tokens(ui).ink_soft));
    if let Some(rule) = finding.rule() {
        code.on_hover_ui(|ui| {
            ui.set_max_width(380.0);
            text::label(ui, rule.source, Style::small());
        });
    }
}

fn reason_id() -> Id {
    Id::unique("reason of a silenced check")
}

/// The field for the reason. Without one nothing is left as it is: the next reader has to understand it.
fn reason_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic, leaving: &mut Leaving, out: &mut Outbox) {
    let label = cx.words.get("check-leave-reason");
    text::label(ui, &label, Style::small().color(tokens(ui).ink_soft));
    let field = text::Edit::singleline(reason_id(), &mut leaving.reason)
        .name(&*label)
        .hint(cx.words.get("check-leave-hint"))
        .show(ui);
    let escaped = field.left && ui.input(|i| i.key_pressed(Key::Escape));
    let (mut is_done, mut is_dropped) = (field.committed, escaped);
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(!leaving.reason.trim().is_empty(), |ui| {
            is_done |= kit::button(ui, &cx.words.get("check-leave-so")).clicked();
        });
        is_dropped |= kit::link_button(ui, &cx.words.get("check-leave-cancel")).clicked();
    });
    if is_done && !leaving.reason.trim().is_empty() {
        let id = out.new_id();
        out.edit(finding.silence(id, UserText::new(leaving.reason.trim())));
        is_dropped = true;
    }
    if is_dropped {
        *leaving = Leaving::default();
    }
}

/// What is left as it is, why, and the way back.
fn left_card(ui: &mut Ui, cx: &Cx<'_>, silenced: &Silenced, out: &mut Outbox) {
    let t = tokens(ui);
    small_card(ui, |ui| {
        let place = silenced.place.map(|p| place_name(&p, cx.plan, cx.derived, cx.words)).unwrap_or_default();
        text::label_elided(ui, &place, Style::small().color(t.ink_soft));
        let mut found = cx.findings.silenced_by(silenced);
        match found.next() {
            Some(finding) => text::label(ui, &finding.message(cx.words), Style::body()),
            None => text::label(ui, &cx.words.get("check-left-nothing"), Style::body().color(t.ink_soft)),
        };
        let others = found.count();
        if others > 0 {
            let words = cx.words.with("checks-more", &[("count", others.into())]);
            text::label(ui, &words, Style::small().color(t.ink_soft));
        }
        if !silenced.reason.is_blank() {
            text::label(ui, &cx.words.get("check-left-reason"), Style::small().color(t.ink_soft));
            text::label(ui, silenced.reason.raw(), Style::body());
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(at) = silenced.place {
                go_ui(ui, cx, at, &place, out);
            }
            let values = [("place", place.as_str().into()), ("code", silenced.code.as_str().into())];
            let said = cx.words.with("check-look-again-said", &values);
            if said_button(ui, &cx.words.get("check-look-again"), &said).clicked() {
                out.edit(Silenced::delete(silenced.id));
            }
            text::label(ui, silenced.code.as_str(), Style::small().color(t.ink_soft));
        });
    });
}

#[cfg(test)]
mod tests;
