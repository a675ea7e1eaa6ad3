//! The model: what a plan is, as plain values. Changed through [`edit`] alone.
//!
//! A [`Plan`] is a set of single records (identity, context, matrix) and ordered [`Table`]s of rows. Everything is shared:
//! cloning a plan copies pointers, so that a snapshot for undo or for a worker costs next to nothing. No type here knows a
//! clock, a file, a thread or a window; the form on disk is the business of [`crate::file`].

#[macro_use]
mod record;

mod activity;
mod budget;
mod context;
mod cooperation;
pub mod edit;
mod followup;
pub mod form;
mod id;
mod identity;
mod journal;
mod matrix;
mod merging;
mod place;
mod review;
mod risk;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod seen;
mod table;
mod text;
mod tree;
mod value;
mod worksheet;

use std::sync::Arc;

pub use activity::*;
pub use budget::*;
pub use context::*;
pub use cooperation::*;
pub use edit::{At, Edit, Refused, RowEdit};
pub use followup::*;
pub use id::{Id, IdSource, RowId};
pub use identity::*;
pub use journal::*;
pub use matrix::*;
pub use merging::*;
pub use place::{Block, Field, Place};
pub use record::{Choice, Record, Row};
pub use review::*;
pub use risk::*;
pub use seen::Seen;
pub use table::Table;
pub use text::{Lang, Text, UserText};
pub use tree::*;
pub use value::{Country, Currency, Day, Decimal, Key, Money, Rating};
pub use worksheet::*;

/// One action plan: the whole document.
///
/// Reading is by shared reference; the only way to change the plan of an open document is an [`Edit`].
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Identity of the document; stays when a plan is saved under another name.
    pub id: Id<Plan>,
    /// Title, country, dates, money and languages.
    pub identity: Arc<Identity>,
    /// The people who write the plan.
    pub team: Table<Member>,
    /// Where, for whom, and why.
    pub context: Arc<Context>,
    /// Figures that describe the situation, each with its source and year.
    pub key_figures: Table<KeyFigure>,
    /// The journal: one lesson a learning source.
    pub lessons: Table<Lesson>,
    /// People and bodies that gain, lose, decide or pay.
    pub stakeholders: Table<Stakeholder>,
    /// The problem tree; each card carries its positive twin.
    pub cards: Table<Card>,
    /// Alternatives for the strategy choice.
    pub strategies: Table<Strategy>,
    /// Overall goal and purpose.
    pub matrix: Arc<Matrix>,
    /// What the project delivers.
    pub outputs: Table<Output>,
    /// How we will know, at every level.
    pub indicators: Table<Indicator>,
    /// What must hold outside the project's control.
    pub assumptions: Table<Assumption>,
    /// What must hold before the first activity.
    pub preconditions: Table<Precondition>,
    /// People, goods and money that the activities need.
    pub inputs: Table<Input>,
    /// What is done, by whom and when.
    pub activities: Table<Activity>,
    /// What it costs and who pays.
    pub budget: Table<BudgetLine>,
    /// Dated exchange rates.
    pub rates: Table<Rate>,
    /// What may go wrong.
    pub risks: Table<Risk>,
    /// Needs and offers between countries.
    pub cooperation: Table<Cooperation>,
    /// Answers of the team to the if-then sentences.
    pub judgements: Table<Judgement>,
    /// One Village One Product self-assessments.
    pub ovop: Table<OvopSheet>,
    /// Profiles of clusters (sentra).
    pub clusters: Table<Cluster>,
    /// Calculations with credit schemes.
    pub credits: Table<CreditCase>,
    /// The policy instrument matrix.
    pub instruments: Table<Instrument>,
    /// What happened after the course.
    pub reports: Table<Report>,
    /// What the jury of the final presentation looks at.
    pub criteria: Table<Criterion>,
    /// Remarks bound to a place.
    pub comments: Table<Comment>,
    /// Checks that the team has silenced at a place, with the reason.
    pub silenced: Table<Silenced>,
    /// What two copies of the plan changed differently, until the team has chosen.
    pub choices: Table<OpenChoice>,
}

impl Plan {
    /// An empty plan with this identity.
    #[must_use]
    pub fn new(id: Id<Self>) -> Self {
        Self {
            id,
            identity: Arc::default(),
            team: Table::default(),
            context: Arc::default(),
            key_figures: Table::default(),
            lessons: Table::default(),
            stakeholders: Table::default(),
            cards: Table::default(),
            strategies: Table::default(),
            matrix: Arc::default(),
            outputs: Table::default(),
            indicators: Table::default(),
            assumptions: Table::default(),
            preconditions: Table::default(),
            inputs: Table::default(),
            activities: Table::default(),
            budget: Table::default(),
            rates: Table::default(),
            risks: Table::default(),
            cooperation: Table::default(),
            judgements: Table::default(),
            ovop: Table::default(),
            clusters: Table::default(),
            credits: Table::default(),
            instruments: Table::default(),
            reports: Table::default(),
            criteria: Table::default(),
            comments: Table::default(),
            silenced: Table::default(),
            choices: Table::default(),
        }
    }

    /// The languages the plan is written in, the primary one first; English when none is named.
    #[must_use]
    pub fn languages(&self) -> &[Lang] {
        self.identity.written_in()
    }
}
