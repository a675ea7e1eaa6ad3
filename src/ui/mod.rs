//! Views: each reads a plan and wishes for changes.
