//! One file a page.

pub mod budget;
pub mod choices;
mod codes;
pub mod context;
pub mod cooperation;
pub mod hand_over;
pub mod journal;
mod listed;
pub mod matrix;
pub mod operation;
mod parts;
pub mod risks;
pub mod simple;
pub mod stakeholders;
pub mod start;
pub mod strategy;
mod take;
pub mod team;
pub mod trees;
pub mod worksheets;

pub(super) use parts::fold;

use super::{Cx, Outbox, kit};
use crate::{
    analysis::Section,
    plan::{Block, Depth, Place, Plan},
};
use egui::Ui;

/// A page of an open plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// A section of the method.
    Section(Section),
    /// Documents for others.
    HandOver,
    /// What two copies of the plan changed differently.
    Choices,
}

/// The four words over the list of sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Who we are.
    Begin,
    /// What we saw.
    Observe,
    /// What it means at home.
    Analyse,
    /// What we will do.
    Design,
    /// For others.
    Deliver,
    /// What two copies changed.
    Together,
}

impl Group {
    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Begin => "group-begin",
            Self::Observe => "group-observe",
            Self::Analyse => "group-analyse",
            Self::Design => "group-design",
            Self::Deliver => "group-deliver",
            Self::Together => "group-together",
        }
    }
}

impl Page {
    /// The pages of a plan in the method's order, with the word they stand under. The short form has fewer. Where two copies changed
    /// something differently, the page for choosing comes first.
    #[must_use]
    pub fn list(plan: &Plan) -> Vec<(Group, Page)> {
        let choices = (!plan.choices.is_empty()).then_some((Group::Together, Page::Choices));
        choices.into_iter().chain(Self::of_method(plan).iter().copied()).collect()
    }

    fn of_method(plan: &Plan) -> &'static [(Group, Page)] {
        const FULL: &[(Group, Page)] = &[
            (Group::Begin, Page::Section(Section::Team)),
            (Group::Observe, Page::Section(Section::Journal)),
            (Group::Analyse, Page::Section(Section::Context)),
            (Group::Analyse, Page::Section(Section::Stakeholders)),
            (Group::Analyse, Page::Section(Section::Trees)),
            (Group::Analyse, Page::Section(Section::Strategy)),
            (Group::Analyse, Page::Section(Section::Worksheets)),
            (Group::Design, Page::Section(Section::Matrix)),
            (Group::Design, Page::Section(Section::Activities)),
            (Group::Design, Page::Section(Section::Budget)),
            (Group::Design, Page::Section(Section::Risks)),
            (Group::Design, Page::Section(Section::Cooperation)),
            (Group::Deliver, Page::HandOver),
        ];
        const SIMPLE: &[(Group, Page)] = &[
            (Group::Begin, Page::Section(Section::Team)),
            (Group::Observe, Page::Section(Section::Journal)),
            (Group::Design, Page::Section(Section::Simple)),
            (Group::Deliver, Page::HandOver),
        ];
        match plan.identity.depth {
            Some(Depth::Full) => FULL,
            Some(Depth::Simple) | None => SIMPLE,
        }
    }

    /// The key of its name among the interface words; with `-purpose` behind it, of what it is for.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Section(Section::Team) => "section-team",
            Self::Section(Section::Journal) => "section-journal",
            Self::Section(Section::Context) => "section-context",
            Self::Section(Section::Stakeholders) => "section-stakeholders",
            Self::Section(Section::Trees) => "section-trees",
            Self::Section(Section::Strategy) => "section-strategy",
            Self::Section(Section::Matrix) => "section-matrix",
            Self::Section(Section::Activities) => "section-activities",
            Self::Section(Section::Budget) => "section-budget",
            Self::Section(Section::Risks) => "section-risks",
            Self::Section(Section::Cooperation) => "section-cooperation",
            Self::Section(Section::Worksheets) => "section-worksheets",
            Self::Section(Section::Simple) => "section-simple",
            Self::HandOver => "section-hand-over",
            Self::Choices => "section-choices",
        }
    }

    /// The page on which a place of the plan is edited.
    #[must_use]
    pub fn of(place: Place, plan: &Plan) -> Self {
        let section = match place.block {
            Block::Identity | Block::Member => Section::Team,
            Block::Lesson => Section::Journal,
            Block::Context | Block::KeyFigure => Section::Context,
            Block::Stakeholder => Section::Stakeholders,
            Block::Card => Section::Trees,
            Block::Strategy => Section::Strategy,
            Block::Activity => Section::Activities,
            Block::BudgetLine | Block::Rate => Section::Budget,
            Block::Risk => Section::Risks,
            Block::Cooperation => Section::Cooperation,
            Block::OvopSheet | Block::Cluster | Block::CreditCase | Block::Instrument => Section::Worksheets,
            Block::OpenChoice => return Self::Choices,
            Block::Criterion => return Self::HandOver,
            Block::Comment | Block::Silenced | Block::Report => Section::Team,
            Block::Matrix
            | Block::Output
            | Block::Indicator
            | Block::Assumption
            | Block::Precondition
            | Block::Input
            | Block::Judgement => Section::Matrix,
        };
        let page = Self::Section(section);
        let listed = Self::list(plan).iter().any(|(_, p)| *p == page);
        if listed { page } else { Self::Section(Section::Simple) }
    }
}

/// What the pages of an open plan remember: what is unfolded, which row is chosen.
#[derive(Debug, Default)]
pub struct Views {
    /// The plan and its team.
    pub team: team::View,
    /// The stakeholders.
    pub stakeholders: stakeholders::View,
    /// The trees.
    pub trees: trees::View,
    /// The matrix.
    pub matrix: matrix::View,
    /// The journal.
    pub journal: journal::View,
    /// The plan of operation.
    pub operation: operation::View,
    /// The budget.
    pub budget: budget::View,
    /// The risks.
    pub risks: risks::View,
    /// Co-operation.
    pub cooperation: cooperation::View,
    /// The worksheets.
    pub worksheets: worksheets::View,
    /// What two copies changed differently.
    pub choices: choices::View,
    /// Documents for others.
    pub hand_over: hand_over::View,
}

/// Shows a page.
pub fn page_ui(page: Page, ui: &mut Ui, cx: &Cx<'_>, views: &mut Views, out: &mut Outbox) {
    match page {
        Page::Section(Section::Team) => team::page_ui(ui, cx, &mut views.team, out),
        Page::Section(Section::Journal) => journal::page_ui(ui, cx, &mut views.journal, out),
        Page::Section(Section::Context) => context::page_ui(ui, cx, out),
        Page::Section(Section::Stakeholders) => stakeholders::page_ui(ui, cx, &mut views.stakeholders, out),
        Page::Section(Section::Trees) => trees::page_ui(ui, cx, &mut views.trees, out),
        Page::Section(Section::Strategy) => strategy::page_ui(ui, cx, out),
        Page::Section(Section::Matrix) => matrix::page_ui(ui, cx, &mut views.matrix, out),
        Page::Section(Section::Activities) => operation::page_ui(ui, cx, &mut views.operation, out),
        Page::Section(Section::Budget) => budget::page_ui(ui, cx, &mut views.budget, out),
        Page::Section(Section::Risks) => risks::page_ui(ui, cx, &mut views.risks, out),
        Page::Section(Section::Cooperation) => {
            cooperation::page_ui(ui, cx, &mut views.cooperation, out);
        }
        Page::Section(Section::Worksheets) => worksheets::page_ui(ui, cx, &mut views.worksheets, out),
        Page::Section(Section::Simple) => simple::page_ui(ui, cx, out),
        Page::HandOver => hand_over::page_ui(ui, cx, &views.hand_over, out),
        Page::Choices => choices::page_ui(ui, cx, &mut views.choices, out),
    }
}

/// The frame of a page: its name and what it is for, from the interface words.
pub(crate) fn titled<R>(page: Page, ui: &mut Ui, cx: &Cx<'_>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let purpose = format!("{}-purpose", page.words());
    kit::page(ui, &cx.words.get(page.words()), &cx.words.get(&purpose), content)
}

/// The frame of a page whose work takes all the room that is left, and scrolls by itself.
pub(crate) fn filling<R>(page: Page, ui: &mut Ui, cx: &Cx<'_>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let margin = egui::Margin { left: 24, right: 16, top: 16, bottom: 8 };
    egui::Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            let purpose = format!("{}-purpose", page.words());
            kit::heading(ui, &cx.words.get(page.words()), &cx.words.get(&purpose));
            content(ui)
        })
        .inner
}

/// Does to a row what its buttons wish: one place up or down, or away.
pub(crate) fn do_to_row<T: crate::plan::Row>(
    table: &crate::plan::Table<T>,
    id: crate::plan::Id<T>,
    wish: Option<kit::RowWish>,
    out: &mut Outbox,
) {
    use crate::plan::At;
    let (Some(wish), Some(position)) = (wish, table.position(id)) else { return };
    let neighbour = |step: Option<usize>| step.and_then(|i| table.at(i)).map(crate::plan::Row::id);
    match wish {
        kit::RowWish::Delete => out.edit(T::delete(id)),
        kit::RowWish::Up => {
            if let Some(before) = neighbour(position.checked_sub(1)) {
                out.edit(T::relocate(id, At::Before(before)));
            }
        }
        kit::RowWish::Down => {
            if let Some(after) = neighbour(position.checked_add(1)) {
                out.edit(T::relocate(id, At::After(after)));
            }
        }
    }
}
