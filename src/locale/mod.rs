//! Languages and scripts: fonts, interface words, forms of numbers and dates.

pub mod calendar;
pub mod fonts;
mod numbers;
mod typed;
mod words;

pub use numbers::{grouped, money_form};
pub use typed::{
    DecimalSign, decimal_sign, read_amount, read_day, read_number, read_number_with, read_quantity,
    western_digit,
};
pub use words::{Arg, Interface, Words};
