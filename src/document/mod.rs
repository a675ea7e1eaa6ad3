//! An open plan: what is shown, what was saved, and the steps between.
