//! `rencana schema`: what the JSON of a plan may hold.

use super::{Exit, Screen};
use crate::export;

pub(super) fn run(screen: &mut Screen<'_>) -> Exit {
    screen.say(&export::json_schema());
    Exit::Clean
}
