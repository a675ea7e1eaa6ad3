//! The model: what a plan is, as plain values. Changed through [`edit`] alone.
