//! Bytes to plan and back, and safely onto the disk.
