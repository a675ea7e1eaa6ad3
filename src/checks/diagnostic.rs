//! One finding: where, how bad, in which words, and how to mend it.

use super::{RULES, Rule};
use crate::{
    locale::{Arg, Words},
    plan::{At, Edit, Id, Key, Place, Row, Silenced, UserText},
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

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Hint];

    /// Its short name, also in keys of interface words such as `severity-error`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Error => "severity-error",
            Self::Warning => "severity-warning",
            Self::Hint => "severity-hint",
        }
    }
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
    /// Where somebody begins to mend what is said of a whole table; nothing: at the place itself.
    pub begin: Option<Place>,
    /// The key of the message: `check-H4`, or `check-H4-year` where a rule says several things. The key with `-hint` behind it says how to mend it.
    pub words: &'static str,
    /// What is put into the message and the hint.
    pub values: Vec<(&'static str, Arg)>,
    /// Ways to mend it by machine.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A finding of a rule in its usual severity and words.
    pub(super) fn new(rule: &Rule, place: Place) -> Self {
        let (code, severity, words) = (rule.code, rule.severity, rule.words);
        Self { code, severity, place, begin: None, words, values: Vec::new(), fixes: Vec::new() }
    }

    /// The same, mended from a place on: what is said of a whole table has no field of its own.
    pub(super) fn mended_from(mut self, begin: Option<Place>) -> Self {
        self.begin = begin;
        self
    }

    /// Where a person is led who wants to mend it.
    #[must_use]
    pub fn way(&self) -> Place {
        self.begin.unwrap_or(self.place)
    }

    pub(super) fn saying(mut self, words: &'static str) -> Self {
        self.words = words;
        self
    }

    /// The same as no more than a hint.
    pub(super) fn softly(mut self) -> Self {
        self.severity = Severity::Hint;
        self
    }

    /// The same as a warning, where the rule can be an error.
    pub(super) fn mildly(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    pub(super) fn fix(mut self, words: &'static str, edit: Edit) -> Self {
        self.fixes.push(Fix { words, edit });
        self
    }

    /// What was found, in the words of a language.
    #[must_use]
    pub fn message(&self, words: &Words) -> String {
        words.with(self.words, &self.values)
    }

    /// How to mend it, in the words of a language. Where a message has no hint of its own, the hint of the rule stands.
    #[must_use]
    pub fn hint(&self, words: &Words) -> String {
        let own = format!("{}-hint", self.words);
        if words.has(&own) {
            return words.with(&own, &self.values);
        }
        words.with(&format!("check-{}-hint", self.code), &self.values)
    }

    /// The rule that found it.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.code == self.code)
    }

    /// The edit that silences this check at this place, with the reason of the team.
    #[must_use]
    pub fn silence(&self, id: Id<Silenced>, reason: UserText) -> Edit {
        let silenced =
            Silenced { code: Key::new(self.code), place: Some(self.place), reason, ..Silenced::new(id) };
        Silenced::add(silenced, At::Last)
    }
}
