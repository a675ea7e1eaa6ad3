//! What the files of the rules use.

pub(super) use super::{
    Diagnostic, Rule,
    engine::{Cx, Frame, Passage},
    rule::{Check, Out, rule},
    wordlists::Said,
};
pub(super) use crate::plan::*;

/// A map that is filled for one rule and dropped: with ten thousand rows the usual hasher would be half of the time of a check.
pub(super) type Map<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
/// A set of the same kind.
pub(super) type Set<K> = std::collections::HashSet<K, foldhash::fast::RandomState>;
