//! The rules, one file each, in the order of the manual.

mod h4;
mod p1;
mod p6;
mod v1;
mod v3;

use super::Rule;

/// Every rule.
pub static RULES: &[&Rule] = &[&v1::RULE, &v3::RULE, &h4::RULE, &p1::RULE, &p6::RULE];
