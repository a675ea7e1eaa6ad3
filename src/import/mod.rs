//! From a spreadsheet to changes of the plan: the program's own workbook after editing, or any other table.
//!
//! [`Book`] reads the bytes of a workbook or a text with columns within limits, whatever a stranger put into it. [`own`] finds
//! what a person changed in a workbook that the program made, [`foreign`] makes rows of a table whose columns a person points
//! at. Both give a [`Proposal`]: changes in the plan's words, each to be taken or left; what is taken is one [`crate::plan::Edit`].

mod book;
mod changes;
pub mod foreign;
pub mod own;
mod values;

pub use book::{Book, Cell, ENDINGS, Sheet, Unreadable};
pub use changes::{Change, Given, NewValue, Proposal, Subject, Unread, What};
pub use values::Misfit;
