//! What the files of the rules use.

pub(super) use super::{
    Diagnostic, Rule,
    engine::{Cx, Frame},
    rule::{Check, Out, rule},
};
pub(super) use crate::plan::*;
