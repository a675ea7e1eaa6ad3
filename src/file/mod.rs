//! Bytes to a plan and back: the RON border, the safe save, recovery.

pub mod decode;
pub mod disk;
pub mod problem;
pub mod recovery;
pub mod syntax;
