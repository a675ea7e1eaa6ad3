//! Right text on egui, for every script of the participants.

mod edit;
mod engine;
mod install;
mod label;
mod style;

pub use edit::{Edit, EditOutput};
pub use engine::{interface_is_rtl, set_interface_direction};
pub use install::install;
pub use label::{galley, label, label_elided, label_sensing, paint, paint_within, width};
pub use style::{Align, Dir, Style};
