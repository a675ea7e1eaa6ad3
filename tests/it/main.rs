//! One integration binary; a module a topic.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "tests make files as they like, and may fail"
)]

mod borrowed;
#[cfg(feature = "gui")]
mod care;
#[cfg(feature = "gui")]
mod chart;
mod cli;
mod corpus;
#[cfg(feature = "gui")]
mod dialogs;
#[cfg(feature = "gui")]
mod direction;
mod examples;
#[cfg(feature = "gui")]
mod falling;
#[cfg(feature = "gui")]
mod guidance;
mod hostile;
mod import;
#[cfg(feature = "gui")]
mod joining;
#[cfg(feature = "gui")]
mod keyboard;
#[cfg(unix)]
mod kill;
mod layers;
mod merge;
#[cfg(feature = "gui")]
mod pictures;
mod poor;
mod readme;
mod schema;
#[cfg(feature = "gui")]
mod stock_text;
mod support;
#[cfg(feature = "gui")]
mod typing;
#[cfg(feature = "gui")]
mod window;
mod words;
