//! What is wrong or weak in a plan: one file a rule.
//!
//! The rules and their sources are those of `domain` 1.5. The circles of P4 cannot happen: an edit that makes a row wait for itself is
//! refused.
//!
//! A rule looks at one row, at one piece of text, or at the whole plan. What it finds in a row is kept until the row changes, so that
//! an edit costs one row and the rules over the whole plan, which are linear.

mod diagnostic;
mod engine;
mod findings;
mod place_name;
mod prelude;
mod rule;
mod rules;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod wordlists;

pub use diagnostic::{Diagnostic, Fix, Severity};
pub use engine::{Checker, check};
pub use findings::Findings;
pub use place_name::{place_name, uncapitalised};
pub use rule::{Kind, Rule};
pub use rules::RULES;
