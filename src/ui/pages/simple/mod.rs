//! The plan in eighteen short fields, in the order of the ITC-ILO format (`domain` 1.1). They are fields of the whole plan, so
//! that nothing is lost when the team goes on with the full method.

mod money;
mod results;
mod rows;
mod work;

use super::{
    Page, context,
    parts::{self, note},
    titled,
};
use crate::{
    analysis::Section,
    plan::*,
    text::{self, Style},
    ui::{
        Cx, Outbox,
        kit::{self, fields, fields::Look, tokens},
    },
};
use egui::{Align2, Frame, Margin, Rect, Stroke, Ui, vec2};

/// Shows the page.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    titled(Page::Section(Section::Simple), ui, cx, |ui| {
        kit::form(ui, |ui| {
            why_ui(ui, cx, out);
            results::results_ui(ui, cx, out);
            work::activities_ui(ui, cx, out);
            how_ui(ui, cx, out);
            money::money_ui(ui, cx, out);
        });
    });
}

/// One of the eighteen fields: its number, which fills when something is written, its name, the work.
fn field_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    number: u8,
    key: &str,
    is_written: bool,
    content: impl FnOnce(&mut Ui),
) {
    let t = tokens(ui);
    let top = ui.cursor().min;
    Frame::new().inner_margin(Margin { left: 40, right: 0, top: 3, bottom: 8 }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        parts::heading(ui, cx, key);
        content(ui);
    });
    let badge = Rect::from_min_size(top, vec2(28.0, 28.0));
    let (ink, fill) = if is_written { (t.on_indigo, t.indigo) } else { (t.ink_soft, t.paper) };
    let edge = Stroke::new(1.0, if is_written { t.indigo } else { t.line });
    ui.painter().circle(badge.center(), 13.0, fill, edge);
    let small = Style::small().strong();
    text::paint(ui.painter(), badge.center(), Align2::CENTER_CENTER, &number.to_string(), &small, ink);
}

/// A field that is one text of the context.
fn context_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    out: &mut Outbox,
    (number, key): (u8, &str),
    (field, value): (Field, &Text),
    set: fn(Text) -> ContextField,
) {
    field_ui(ui, cx, number, key, !value.is_blank(), |ui| {
        let look = Look { rows: 2, ..Look::AREA }.labelled(key).bare();
        context::written_ui(ui, cx, out, (field, value), look, set);
    });
}

/// Fields 1 to 3: the problem, why it comes first, the objectives.
fn why_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    use ContextField as C;
    let context = &*cx.plan.context;
    context_ui(ui, cx, out, (1, "simple-problem"), (CONTEXT.problem, &context.problem), C::Problem);
    let why = (CONTEXT.justification, &context.justification);
    context_ui(ui, cx, out, (2, "simple-justification"), why, C::Justification);
    let matrix = &*cx.plan.matrix;
    let is_written = !matrix.purpose.is_blank() || !matrix.goal.is_blank();
    field_ui(ui, cx, 3, "simple-objectives", is_written, |ui| {
        let look = Look { rows: 2, ..Look::AREA };
        let set = |field| Edit::Matrix(field);
        let purpose = look.hinting("hint-simple-purpose");
        fields::text(ui, cx, out, Place::field(MATRIX.purpose), &matrix.purpose, purpose, |v| {
            set(MatrixField::Purpose(v))
        });
        let goal = look.hinting("hint-simple-goal");
        fields::text(ui, cx, out, Place::field(MATRIX.goal), &matrix.goal, goal, |v| {
            set(MatrixField::Goal(v))
        });
    });
}

/// Fields 9 to 16: what about, with what, with whom, for whom, who, where, how watched, when.
fn how_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    use ContextField as C;
    let context = &*cx.plan.context;
    context_ui(ui, cx, out, (9, "simple-content"), (CONTEXT.content, &context.content), C::Content);
    context_ui(ui, cx, out, (10, "simple-resources"), (CONTEXT.resources, &context.resources), C::Resources);
    context_ui(ui, cx, out, (11, "simple-partners"), (CONTEXT.partners, &context.partners), C::Partners);
    let target = (CONTEXT.target_group, &context.target_group);
    context_ui(ui, cx, out, (12, "simple-target"), target, C::TargetGroup);
    let identity = &*cx.plan.identity;
    field_ui(ui, cx, 13, "simple-responsible", !identity.organisation.is_blank(), |ui| {
        let place = Place::field(IDENTITY.organisation);
        let look = Look::LINE.hinting("hint-simple-responsible").labelled("simple-responsible").bare();
        fields::text(ui, cx, out, place, &identity.organisation, look, |v| {
            Edit::Identity(IdentityField::Organisation(v))
        });
        note(ui, &cx.words.get("simple-responsible-note"));
    });
    field_ui(ui, cx, 14, "simple-place", !context.place.is_blank(), |ui| {
        let look = Look::LINE.labelled("simple-place").bare();
        context::written_ui(ui, cx, out, (CONTEXT.place, &context.place), look, C::Place);
        note(ui, &cx.words.get("simple-place-note"));
    });
    let monitoring = (CONTEXT.monitoring, &context.monitoring);
    context_ui(ui, cx, out, (15, "simple-monitoring"), monitoring, C::Monitoring);
    let is_dated = identity.start.is_some() && identity.finish.is_some();
    field_ui(ui, cx, 16, "simple-time", is_dated, |ui| {
        kit::columns_or_stack(ui, 2, 200.0, |ui, i| match i {
            0 => fields::day(ui, cx, out, Place::field(IDENTITY.start), identity.start, Look::LINE, |v| {
                Edit::Identity(IdentityField::Start(v))
            }),
            _ => fields::day(ui, cx, out, Place::field(IDENTITY.finish), identity.finish, Look::LINE, |v| {
                Edit::Identity(IdentityField::Finish(v))
            }),
        });
    });
}

#[cfg(test)]
mod tests;
