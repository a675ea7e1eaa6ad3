//! What stands around a field: its label, what the checks say about it, and the way there.

use super::{Look, remarks};
use crate::{
    checks::{Diagnostic, Severity, place_name},
    plan::Place,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{Icon, icon, tokens, widgets},
    },
};
use egui::{Response, Ui};

/// Label above, content, findings below; in a cell the content alone with a mark in its corner.
pub(super) fn framed(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    place: Place,
    look: Look<'_>,
    content: impl FnOnce(&mut Ui, &Cx<'_>, &mut Outbox, &str),
) {
    let label = look.label_of(cx, place);
    if look.is_cell {
        let top = ui.cursor().left_top();
        if remarks::has_open(cx, place) {
            let shown = ui.scope(|ui| content(ui, cx, out, &label)).response.rect;
            remarks::mark_cell(ui, cx, out, place, shown);
        } else {
            content(ui, cx, out, &label);
        }
        if let Some(worst) = cx.findings.worst_at(place) {
            mark_corner(ui, top, worst);
        }
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let t = tokens(ui);
        let style = Style::small().color(t.ink_soft);
        match (look.is_bare, remarks::has_open(cx, place)) {
            (false, false) => _ = text::label(ui, &label, style),
            (false, true) => {
                ui.horizontal(|ui| {
                    text::label(ui, &label, style);
                    remarks::mark_ui(ui, cx, out, place);
                });
            }
            (true, true) => remarks::mark_ui(ui, cx, out, place),
            (true, false) => {}
        }
        content(ui, cx, out, &label);
        findings_ui(ui, cx, out, place);
    });
}

/// The colour and the sign of a severity.
#[must_use]
pub fn severity_look(ui: &Ui, severity: Severity) -> (egui::Color32, Icon) {
    let t = tokens(ui);
    match severity {
        Severity::Error => (t.bad, Icon::Octagon),
        Severity::Warning => (t.warn, Icon::Triangle),
        Severity::Hint => (t.ink_soft, Icon::Dot),
    }
}

pub(in crate::ui::kit) fn mark_corner(ui: &Ui, top: egui::Pos2, severity: Severity) {
    if severity == Severity::Hint {
        return;
    }
    let (color, _) = severity_look(ui, severity);
    let side = 7.0;
    let corner = vec![top, top + egui::vec2(side, 0.0), top + egui::vec2(0.0, side)];
    ui.painter().add(egui::Shape::convex_polygon(corner, color, egui::Stroke::NONE));
}

/// What the checks say about a place, with buttons for what a machine can mend.
pub fn findings_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, place: Place) {
    for finding in cx.findings.at(place).filter(|f| f.place == place) {
        finding_line(ui, cx, out, finding);
    }
}

/// What the checks say about a row and all its fields, with buttons for what a machine can mend.
pub fn row_findings_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, row: Place) {
    for finding in cx.findings.at(row) {
        finding_line(ui, cx, out, finding);
    }
}

fn finding_line(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox, finding: &Diagnostic) {
    let (color, sign) = severity_look(ui, finding.severity);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 2.0);
        icon(ui, sign, 12.0, color);
        let ink = if finding.severity == Severity::Hint { tokens(ui).ink_soft } else { color };
        let said = text::label(ui, &finding.message(cx.words), Style::small().color(ink));
        widgets::hint(said, &finding.hint(cx.words));
        for fix in &finding.fixes {
            let words = cx.words.get(fix.words);
            let style = Style::small().color(tokens(ui).indigo);
            let galley = text::galley(ui.ctx(), &words, &style, f32::INFINITY);
            let button = ui.add(egui::Button::new(galley).small());
            let name = place_name(&finding.place, cx.plan, cx.derived, cx.words);
            let said = format!("{words}: {name}");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
            if button.clicked() {
                out.edit(fix.edit.clone());
            }
        }
    });
}

/// Tells the outbox where the focus is, and takes it when the person asked to be led here.
pub fn visit(cx: &Cx<'_>, out: &mut Outbox, place: Place, response: &Response) {
    if response.has_focus() {
        out.focused = Some(place);
    }
    let Some(goal) = cx.goto else { return };
    let leads_here = goal.block == place.block
        && goal.row == place.row
        && (goal.field.is_none() || goal.field == place.field);
    if leads_here && !out.arrived {
        out.arrived = true;
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
    }
}

/// Whether the person asked to be led to something in this row.
#[must_use]
pub fn is_led_to(cx: &Cx<'_>, place: Place) -> bool {
    cx.goto.is_some_and(|g| g.block == place.block && g.row == place.row)
}
