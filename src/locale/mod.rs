//! Languages and scripts: fonts, interface words, forms of numbers and dates.

pub mod fonts;
mod numbers;
mod words;

pub use numbers::{grouped, money_form};
pub use words::{Arg, Interface, Words};
