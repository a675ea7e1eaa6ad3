//! Right text on egui, for every script of the participants.
