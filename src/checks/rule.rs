//! What a rule is.

use super::{
    Diagnostic, Severity,
    engine::{Cx, Frame, Passage},
};
use crate::plan::{Activity, Assumption, BudgetLine, Indicator, Precondition, Rate, Risk};
use std::sync::Arc;

/// How a rule comes to its finding (`domain` 1.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Decidable from the data.
    Data,
    /// A guess from words, in the languages that have word lists. Never an error.
    Words,
    /// From the answers that the team gave to a question.
    Question,
}

/// A rule of the method, for the checker and for its page in the manual.
#[derive(Debug)]
pub struct Rule {
    /// Its code, such as `H4`.
    pub code: &'static str,
    /// How bad its findings are at worst.
    pub severity: Severity,
    /// How it comes to its finding.
    pub kind: Kind,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The key of its usual message; with `-hint` behind it: how to mend it.
    pub words: &'static str,
    /// The key of its name.
    pub title: &'static str,
    pub(super) checks: &'static [Check],
}

/// A rule with the keys of its words: `rule!("H4", Warning, Data, "source", [Check::Plan(look)])`.
macro_rules! rule {
    ($code:literal, $severity:ident, $kind:ident, $source:literal, [$($check:expr),* $(,)?]) => {
        $crate::checks::Rule {
            code: $code,
            severity: $crate::checks::Severity::$severity,
            kind: $crate::checks::Kind::$kind,
            source: $source,
            words: concat!("check-", $code),
            title: concat!("check-", $code, "-title"),
            checks: &[$($check),*],
        }
    };
}
pub(super) use rule;

/// Where findings go.
#[derive(Debug, Default)]
pub(super) struct Out {
    pub found: Vec<Arc<Diagnostic>>,
    pub marks: Marks,
}

impl Out {
    pub fn push(&mut self, found: Diagnostic) {
        self.found.push(Arc::new(found));
    }
}

/// What looks at text remember for the rules over the whole plan, so that these need not read ten thousand texts again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// An activity is written in a language that has word lists.
    pub const UNDERSTOOD: Self = Self(1);
    /// An activity tells somebody about the plan.
    pub const TELLS: Self = Self(2);
    /// An indicator is read from a survey.
    pub const READS_SURVEY: Self = Self(4);
    /// An activity or a line of the budget makes a survey.
    pub const MAKES_SURVEY: Self = Self(8);

    pub fn set(&mut self, mark: Self) {
        self.0 |= mark.0;
    }

    pub fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }
}

/// A look at a row that needs nothing but the row and the [`Frame`].
pub(super) type RowCheck<T> = fn(&T, &Frame, &mut Out);

/// A row that rules look at one by one.
pub(super) trait Checked: Sized {
    /// The look at such rows, when this is one.
    fn look(check: &Check) -> Option<RowCheck<Self>>;
}

macro_rules! checks {
    ($($row:ident),*; $($other:ident),*) => {
        /// One look of a rule.
        #[derive(Debug)]
        pub(super) enum Check {
            /// At the whole plan. Must be linear in its rows.
            Plan(fn(&Cx<'_>, &mut Out)),
            /// At each piece of text in the languages of the plan.
            Text(fn(&Passage<'_>, &Frame, &mut Out)),
            $($row(RowCheck<$row>),)*
        }

        $(impl Checked for $row {
            fn look(check: &Check) -> Option<RowCheck<Self>> {
                match check {
                    Check::$row(look) => Some(*look),
                    _ => None,
                }
            }
        })*
        $(impl Checked for crate::plan::$other {
            fn look(_check: &Check) -> Option<RowCheck<Self>> {
                None
            }
        })*
    };
}

checks! {
    Activity, Assumption, BudgetLine, Indicator, Precondition, Rate, Risk;
    Member, KeyFigure, Lesson, Stakeholder, Card, Strategy, Output, Input, Cooperation, Judgement, OvopSheet, Cluster, CreditCase, Instrument,
    Report, Criterion
}
