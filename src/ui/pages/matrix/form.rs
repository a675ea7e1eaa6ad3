//! In whose layout the matrix is shown: the same plan under other headings, in other columns.

use super::View;
use crate::{
    plan::{ACTIVITY, ASSUMPTION, Field, INDICATOR, INPUT, JUDGEMENT, MATRIX, OUTPUT, PRECONDITION},
    text::{self, Style},
    ui::{Cx, kit},
};
use egui::{Role, Ui};

/// A layout of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// The project design matrix of JICA (`domain` 1.2).
    #[default]
    Jica,
    /// The logical framework of the European Union, with baseline and target in columns (`domain` 1.3, Annex C).
    Eu,
    /// The logical framework of DFID, with milestones and weights (`domain` 1.3, revision of 2009).
    Dfid,
}

/// A column of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Goal, purpose, outputs, activities.
    Summary,
    /// How we will know.
    Indicator,
    /// The value before the project.
    Baseline,
    /// Values on the way.
    Milestones,
    /// The value to be reached.
    Target,
    /// Where the value is read.
    Means,
    /// What must hold outside the project's control.
    Assumptions,
}

impl Form {
    const ALL: [Self; 3] = [Self::Jica, Self::Eu, Self::Dfid];

    const fn words(self) -> &'static str {
        match self {
            Self::Jica => "matrix-form-jica",
            Self::Eu => "matrix-form-eu",
            Self::Dfid => "matrix-form-dfid",
        }
    }

    /// The columns with their share of the width and the keys of their headings. The first is the summary, the last the
    /// assumptions, those between belong to indicators.
    pub(super) const fn columns(self) -> &'static [(Column, f32, &'static str)] {
        use Column as C;
        match self {
            Self::Jica => &[
                (C::Summary, 1.2, "matrix-summary"),
                (C::Indicator, 1.2, "matrix-indicators"),
                (C::Means, 0.9, "matrix-means"),
                (C::Assumptions, 1.05, "matrix-assumptions"),
            ],
            Self::Eu => &[
                (C::Summary, 1.1, "matrix-results-chain"),
                (C::Indicator, 1.1, "matrix-indicators"),
                (C::Baseline, 0.8, "matrix-baseline"),
                (C::Target, 0.8, "matrix-target"),
                (C::Means, 0.85, "matrix-sources"),
                (C::Assumptions, 0.95, "matrix-assumptions-short"),
            ],
            Self::Dfid => &[
                (C::Summary, 1.05, "matrix-project"),
                (C::Indicator, 1.1, "matrix-indicators-source"),
                (C::Baseline, 0.8, "matrix-baseline"),
                (C::Milestones, 0.8, "matrix-milestones"),
                (C::Target, 0.8, "matrix-target"),
                (C::Assumptions, 0.95, "matrix-assumptions-short"),
            ],
        }
    }

    /// The keys of the names of goal, purpose and activities in this layout.
    pub(super) const fn levels(self) -> (&'static str, &'static str) {
        match self {
            Self::Jica => (MATRIX.goal.words(), MATRIX.purpose.words()),
            Self::Eu => ("matrix-eu-goal", "matrix-eu-purpose"),
            Self::Dfid => ("matrix-dfid-goal", "matrix-dfid-purpose"),
        }
    }

    /// Whether the grid shows the values of indicators.
    pub(super) const fn has_values(self) -> bool {
        !matches!(self, Self::Jica)
    }

    /// Whether a field stands in the grid itself and not in a sheet under it.
    pub(super) fn shows(self, field: Field) -> bool {
        let always = [
            MATRIX.goal,
            MATRIX.purpose,
            OUTPUT.text,
            INDICATOR.text,
            INDICATOR.means,
            ASSUMPTION.text,
            INPUT.text,
            PRECONDITION.text,
            ACTIVITY.name,
            JUDGEMENT.answer,
            JUDGEMENT.why,
            JUDGEMENT.reach,
            JUDGEMENT.assumption,
            JUDGEMENT.risk,
        ];
        let values = [INDICATOR.baseline, INDICATOR.baseline_on, INDICATOR.target, INDICATOR.target_on];
        always.contains(&field) || (self.has_values() && values.contains(&field))
    }
}

/// The choice of the layout.
pub(super) fn switch_ui(ui: &mut Ui, cx: &Cx<'_>, view: &mut View) {
    kit::bar(ui, |ui| {
        let t = kit::tokens(ui);
        text::label(ui, &cx.words.get("matrix-form"), Style::body().color(t.ink_soft));
        let names = Form::ALL.map(|form| cx.words.get(form.words()));
        let names = names.each_ref().map(kit::Segment::from);
        let now = Form::ALL.iter().position(|form| *form == view.form);
        if let Some(i) = kit::segments(ui, Role::RadioButton, &names, now, &Style::body()) {
            view.form = Form::ALL[i];
            view.heights.clear();
        }
    });
    ui.add_space(4.0);
}
