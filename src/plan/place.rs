//! Places in a plan: what a finding, a comment or an undo step points to.

use super::{Id, Record, Row, RowId};

macro_rules! blocks {
    ($($(#[$meta:meta])* $block:ident = $word:literal ($ty:ty),)*) => {
        /// A block of the plan: one record or one table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Block { $($(#[$meta])* $block,)* }

        impl Block {
            /// Every block, in the order of the file.
            pub const ALL: &'static [Self] = &[$(Self::$block),*];

            /// Its short name, as in the names of its fields.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$block => $word,)* }
            }

            /// The key of its name among the interface words: what one such record is called.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$block => concat!("block-", $word),)* }
            }

            /// The block with this short name.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$block),)* _ => None }
            }

            /// Whether the plan has one such record and no table of them.
            #[must_use]
            pub const fn is_once(self) -> bool {
                matches!(self, Self::Identity | Self::Context | Self::Matrix)
            }

            /// The fields of its records.
            #[must_use]
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$block => <$ty as Record>::fields(),)* }
            }
        }
    };
}

blocks! {
    /// Title, country, dates, money, languages.
    Identity = "identity" (super::Identity),
    /// A member of the team.
    Member = "member" (super::Member),
    /// Where, for whom, why.
    Context = "context" (super::Context),
    /// A figure about the situation.
    KeyFigure = "key-figure" (super::KeyFigure),
    /// A lesson of the journal.
    Lesson = "lesson" (super::Lesson),
    /// A stakeholder.
    Stakeholder = "stakeholder" (super::Stakeholder),
    /// A card of the problem tree.
    Card = "card" (super::Card),
    /// An alternative of the strategy choice.
    Strategy = "strategy" (super::Strategy),
    /// Overall goal and purpose.
    Matrix = "matrix" (super::Matrix),
    /// An output.
    Output = "output" (super::Output),
    /// An indicator.
    Indicator = "indicator" (super::Indicator),
    /// An assumption.
    Assumption = "assumption" (super::Assumption),
    /// A pre-condition.
    Precondition = "precondition" (super::Precondition),
    /// An input.
    Input = "input" (super::Input),
    /// An activity.
    Activity = "activity" (super::Activity),
    /// A line of the budget.
    BudgetLine = "budget" (super::BudgetLine),
    /// An exchange rate.
    Rate = "rate" (super::Rate),
    /// A risk.
    Risk = "risk" (super::Risk),
    /// A need or an offer.
    Cooperation = "cooperation" (super::Cooperation),
    /// An answer to an if-then sentence.
    Judgement = "judgement" (super::Judgement),
    /// A product self-assessment.
    OvopSheet = "ovop" (super::OvopSheet),
    /// A cluster profile.
    Cluster = "cluster" (super::Cluster),
    /// A credit calculation.
    CreditCase = "credit" (super::CreditCase),
    /// A policy instrument.
    Instrument = "instrument" (super::Instrument),
    /// A report after the course.
    Report = "report" (super::Report),
    /// A criterion of the jury.
    Criterion = "criterion" (super::Criterion),
    /// A remark.
    Comment = "comment" (super::Comment),
    /// A silenced check.
    Silenced = "silenced" (super::Silenced),
    /// Something that two copies of the plan changed differently.
    OpenChoice = "open-choice" (super::OpenChoice),
}

/// A field of a record by its name. Two fields are equal when block and name are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    block: Block,
    name: &'static str,
    words: &'static str,
}

impl Field {
    #[doc(hidden)]
    #[must_use]
    pub const fn declare(block: Block, name: &'static str, words: &'static str) -> Self {
        Self { block, name, words }
    }

    /// The field of a block with this name.
    #[must_use]
    pub fn find(block: Block, name: &str) -> Option<Self> {
        block.fields().iter().find(|f| f.name == name).copied()
    }

    /// The block it belongs to.
    #[must_use]
    pub const fn block(self) -> Block {
        self.block
    }

    /// Its name in the file, such as `target_on`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The key of its label among the interface words, such as `field-indicator-target_on`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        self.words
    }
}

/// A place in a plan: a block, one row of it, one field of that row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The block.
    pub block: Block,
    /// The row, when the block is a table and one row is meant.
    pub row: Option<RowId>,
    /// The field, when one is meant.
    pub field: Option<Field>,
}

impl Place {
    /// A whole block.
    #[must_use]
    pub const fn block(block: Block) -> Self {
        Self { block, row: None, field: None }
    }

    /// A field of a record that exists once, or a column of a table.
    #[must_use]
    pub const fn field(field: Field) -> Self {
        Self { block: field.block, row: None, field: Some(field) }
    }

    /// A row.
    #[must_use]
    pub fn row<T: Row>(id: Id<T>) -> Self {
        Self { block: T::BLOCK, row: Some(id.bits()), field: None }
    }

    /// A field of a row.
    #[must_use]
    pub fn cell<T: Row>(id: Id<T>, field: Field) -> Self {
        Self { block: T::BLOCK, row: Some(id.bits()), field: Some(field) }
    }
}
