//! How long things take: `cargo bench`, or `cargo bench open` for those with this word in their names.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench may fail, and makes files as it likes"
)]

#[cfg(feature = "gui")]
mod canvas;
mod headless;
mod joining;
mod pdf;
mod plans;
mod schedule;
#[cfg(feature = "gui")]
mod window;

fn main() {
    divan::main();
}
