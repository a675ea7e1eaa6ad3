//! Random plans, changed on two sides; and the rules one by one.

mod random;
mod rules;

use super::*;
use crate::plan::*;

fn merged(base: &Plan, mine: &Plan, theirs: &Plan) -> Merged {
    merge(base, mine, theirs).unwrap()
}
