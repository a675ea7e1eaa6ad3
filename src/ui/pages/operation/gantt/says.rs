//! What the chart says at its foot.

use super::{Chart, View};
use crate::{
    plan::{Activity, Id, Refused},
    text,
    ui::kit,
};
use egui::{Ui, vec2};

/// What the chart says to the person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    /// A link begins at this activity; where does it end?
    Linking(Id<Activity>),
    /// A link was refused: from the first to the second.
    Refused(Refused, Id<Activity>, Id<Activity>),
}

/// At the foot of the chart: where a link is to end, or why there can be none.
pub fn says_ui(ui: &mut Ui, chart: &Chart<'_>, view: &mut View) {
    let number = |id: Id<Activity>| chart.cx.derived.numbering.activity(id).to_owned();
    let words = chart.cx.words;
    let (said, is_bad) = match view.says {
        None => return,
        Some(Says::Linking(from)) => (words.with("gantt-linking", &[("number", number(from).into())]), false),
        Some(Says::Refused(why, before, then)) => {
            let why = words.get(why.words()).into_owned();
            let values =
                [("before", number(before).into()), ("then", number(then).into()), ("why", why.into())];
            (words.with("gantt-refused", &values), true)
        }
    };
    let t = kit::tokens(ui);
    let foot = chart.body.with_min_y(chart.body.bottom() - 40.0).shrink(4.0);
    let ink = if is_bad { t.bad } else { t.indigo };
    let stroke = egui::Stroke::new(1.0, ink);
    ui.painter().rect(foot, f32::from(kit::RADIUS), t.surface, stroke, egui::StrokeKind::Inside);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut inner =
        ui.new_child(egui::UiBuilder::new().max_rect(foot.shrink2(vec2(8.0, 2.0))).layout(layout));
    if kit::icon_button(&mut inner, kit::Icon::Cross, &words.get("toast-dismiss")).clicked() {
        view.says = None;
    }
    inner.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        text::label_elided(ui, &said, text::Style::body().color(ink));
    });
}
