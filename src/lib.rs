//! Rencana drafts the action plan that a participant takes home from a training programme.
//!
//! The modules, in reading order; each uses only those above it.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make files and ask clocks as they like"))]

#[macro_use]
pub mod plan;

pub mod locale;

pub mod pack;

pub mod analysis;

pub mod checks;

pub mod file;

pub mod document;

pub mod merge;

pub mod export;

pub mod import;

pub mod cli;

#[cfg(feature = "gui")]
pub mod text;

#[cfg(feature = "gui")]
pub mod ui;

#[cfg(feature = "gui")]
pub mod app;
