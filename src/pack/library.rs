//! Libraries: indicators, sectors and targets to choose from, each with its source.

use super::Sourced;
use crate::plan::{Direction, Key, Lang, Measure, Split, Text};

/// What one pack offers to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Its key; a pack with the same key takes its place.
    pub key: Key,
    /// Languages whose wording in this pack a native reader has checked.
    pub reviewed: Vec<Lang>,
    /// What its indicators are about, in the order in which they are shown.
    pub topics: Vec<Topic>,
    /// Indicators.
    pub indicators: Vec<Sourced<ReadyIndicator>>,
    /// Sectors of the OECD, with codes of five digits.
    pub sectors: Vec<Sourced<Listed>>,
    /// Targets of the Sustainable Development Goals, such as `8.3`.
    pub targets: Vec<Sourced<Listed>>,
}

/// What indicators are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its key among the topics of all packs.
    pub key: Key,
    /// Its name.
    pub name: Text,
}

/// An indicator that can be taken into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyIndicator {
    /// Its key, which plans carry.
    pub key: Key,
    /// What it is about.
    pub topic: Key,
    /// What is measured.
    pub name: Text,
    /// What exactly is counted.
    pub definition: Text,
    /// Kind of value; nothing: a number.
    pub measure: Option<Measure>,
    /// Unit of the values.
    pub unit: Text,
    /// Where the value should go.
    pub direction: Option<Direction>,
    /// For a percentage: what is counted.
    pub numerator: Text,
    /// For a percentage: out of what.
    pub denominator: Text,
    /// Whether people are counted.
    pub people: bool,
    /// By what the values are split.
    pub splits: Vec<Split>,
    /// Its code among the global indicators of the United Nations, such as `9.3.2`; empty when it is none of them.
    pub sdg: Key,
}

/// An entry of a list of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The code, which plans carry.
    pub code: Key,
    /// Its name, short.
    pub name: Text,
    /// What belongs to it, or its whole wording.
    pub about: Text,
}
