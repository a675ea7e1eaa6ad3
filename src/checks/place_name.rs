//! A place in the words of the user: "Activity 2.1, start date".

use super::engine::position;
use crate::{
    analysis::Derived,
    locale::{Arg, Words},
    plan::{Block, Id, Place, Plan, ResultRef},
};

/// What a place is called, such as "Activity 2.1, start date" or "Indicator 2 of the purpose".
///
/// Outputs and activities are known by their numbers, the rows of other tables by how far down they stand.
#[must_use]
pub fn place_name(place: &Place, plan: &Plan, derived: &Derived, words: &Words) -> String {
    let row = row_name(place, plan, derived, words);
    match place.field {
        None => row,
        Some(field) => {
            let field = uncapitalised(&words.get(field.words()));
            words.with("place-field", &[("row", row.into()), ("field", field.into())])
        }
    }
}

fn row_name(place: &Place, plan: &Plan, derived: &Derived, words: &Words) -> String {
    let block = words.get(place.block.words()).into_owned();
    let Some(row) = place.row else { return block };
    let number = match place.block {
        Block::Output => derived.numbering.output(Id::from_bits(row)).to_owned(),
        Block::Activity => derived.numbering.activity(Id::from_bits(row)).to_owned(),
        Block::Indicator => return indicator_name(row, block, plan, derived, words),
        Block::Card => match derived.tree.node(Id::from_bits(row)) {
            Some(node) => {
                let number = ("number", Arg::from(&*node.number));
                return words.with(node.words(), &[number]).trim_end().to_owned();
            }
            None => return words.get("trees-waiting").into_owned(),
        },
        _ => position(plan, *place).map(|i| (i + 1).to_string()).unwrap_or_default(),
    };
    if number.is_empty() {
        return block;
    }
    words.with("place-row", &[("block", block.into()), ("number", number.into())])
}

fn indicator_name(row: u64, block: String, plan: &Plan, derived: &Derived, words: &Words) -> String {
    let Some(indicator) = plan.indicators.get(Id::from_bits(row)) else { return block };
    let brothers = plan.indicators.iter().filter(|i| i.of == indicator.of);
    let before = brothers.take_while(|i| i.id != indicator.id).count();
    let number = ("number", Arg::Text((before + 1).to_string()));
    match indicator.of {
        ResultRef::Goal => words.with("place-indicator-goal", &[number]),
        ResultRef::Purpose => words.with("place-indicator-purpose", &[number]),
        ResultRef::Output(id) => {
            let output = ("output", Arg::from(derived.numbering.output(id)));
            words.with("place-indicator-output", &[number, output])
        }
    }
}

/// A label inside a sentence: "Start date" becomes "start date"; "DAC sectors" stays.
#[must_use]
pub fn uncapitalised(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}
