//! H5: the target differs from the baseline, in the direction that was named.
//!
//! Source: the attribute `ascending` of IATI indicators; the rest is general knowledge (`domain` 1.5).

use crate::checks::prelude::*;
use std::cmp::Ordering;

pub(in crate::checks) static RULE: Rule = rule!(
    "H5",
    Error,
    Data,
    "IATI standard, indicator/@ascending; that a target differs from its baseline is general knowledge",
    [Check::Indicator(look)]
);

fn look(indicator: &Indicator, _: &Frame, out: &mut Out) {
    let (Some(baseline), Some(target)) = (indicator.baseline, indicator.target) else { return };
    let found = || Diagnostic::new(&RULE, Place::cell(indicator.id, INDICATOR.target));
    let turn = |found: Diagnostic, direction| {
        found.fix(
            "fix-turn-direction",
            Indicator::change(indicator.id, IndicatorField::Direction(Some(direction))),
        )
    };
    match (target.cmp(&baseline), indicator.direction) {
        (Ordering::Greater, Some(Direction::Down)) => {
            out.push(turn(found().saying("check-H5-down"), Direction::Up))
        }
        (Ordering::Less, Some(Direction::Up)) => out.push(turn(found(), Direction::Down)),
        (Ordering::Equal, None | Some(Direction::Up | Direction::Down)) => {
            out.push(found().saying("check-H5-same").mildly());
        }
        (Ordering::Greater, Some(Direction::Keep)) => {
            out.push(turn(found().saying("check-H5-keep").mildly(), Direction::Up));
        }
        (Ordering::Less, Some(Direction::Keep)) => {
            out.push(turn(found().saying("check-H5-keep").mildly(), Direction::Down));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::*;

    #[test]
    fn fires_where_target_and_direction_disagree() {
        let check = |target: i64, direction, expected: &[&str]| {
            let set = |change| Indicator::change(id(32), change);
            let edits =
                [set(IndicatorField::Target(number(target))), set(IndicatorField::Direction(direction))];
            fires("H5", &edits, expected);
        };
        check(60, Some(Direction::Up), &[]);
        check(2, Some(Direction::Up), &["H5 error indicator 32 target"]);
        check(60, Some(Direction::Down), &["H5-down error indicator 32 target"]);
        check(2, Some(Direction::Down), &[]);
        check(4, Some(Direction::Keep), &[]);
        check(60, Some(Direction::Keep), &["H5-keep warning indicator 32 target"]);
        check(2, Some(Direction::Keep), &["H5-keep warning indicator 32 target"]);
        check(4, Some(Direction::Up), &["H5-same warning indicator 32 target"]);
        check(4, None, &["H5-same warning indicator 32 target"]);
        check(60, None, &[]);
    }
}
