//! Right text on egui, for every script of the participants.

mod cache;
mod caret;
mod edit;
mod engine;
mod face;
mod install;
mod itemise;
mod label;
mod paragraph;
mod shape;
mod style;
#[cfg(test)]
mod tests;
mod words;

pub use edit::{Edit, EditOutput};
pub use engine::{interface_is_rtl, set_interface_direction};
pub use install::install;
pub use label::{galley, label, label_elided, label_sensing, paint, paint_within, width};
pub use style::{Align, Dir, Style};

/// The byte where a character of a text starts; its end for any index beyond.
fn byte_at(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(i, _)| i)
}
