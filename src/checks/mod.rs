//! What is wrong or weak in a plan: one file a rule.

use crate::{
    locale::Arg,
    plan::{Edit, Place},
};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended: the plan contradicts itself, or its readers will send it back.
    Error,
    /// Should be looked at.
    Warning,
    /// May be better.
    Hint,
}

/// A way to mend a finding by machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// The key of what the button says.
    pub words: &'static str,
    /// The change.
    pub edit: Edit,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The code of the rule, such as `H4` (`domain` 1.5).
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The key of the message: `check-H4`, or `check-H4-year` where a rule says several things. The key with `-hint` behind it says how to mend it.
    pub words: &'static str,
    /// What is put into the message and the hint.
    pub values: Vec<(&'static str, Arg)>,
    /// Ways to mend it by machine.
    pub fixes: Vec<Fix>,
}
