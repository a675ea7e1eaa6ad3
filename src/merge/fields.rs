//! One record in its three states, field by field.

use super::Bound;
use crate::{
    file::Written,
    plan::{Clash, Field, Id, Lang, OpenChoice, Place, Record, Text, UserText},
};
use std::{collections::HashMap, sync::Arc};

/// Merges a record that the plan has once.
pub(super) fn merge_once<T: Record + Written>(
    base: &Arc<T>,
    mine: &Arc<T>,
    theirs: &Arc<T>,
    opened: &mut Vec<OpenChoice>,
) -> Arc<T> {
    if theirs == base || mine == theirs {
        return Arc::clone(mine);
    }
    if mine == base {
        return Arc::clone(theirs);
    }
    Arc::new(merge_fields((&**base, &**mine, &**theirs), Place::field, &Bound::default(), opened))
}

/// Merges field by field; text, language by language. Where both changed a field, or a circle binds it, mine stands and a choice is
/// opened.
pub(super) fn merge_fields<T: Record + Written>(
    (base, mine, theirs): (&T, &T, &T),
    place_of: impl Fn(Field) -> Place,
    bound: &Bound,
    opened: &mut Vec<OpenChoice>,
) -> T {
    let mut merged = mine.clone();
    let (base_texts, my_texts, their_texts) = (texts(base), texts(mine), texts(theirs));
    for ((before, my), their) in base.changes().into_iter().zip(mine.changes()).zip(theirs.changes()) {
        if their == my {
            continue;
        }
        let field = T::field_of(&my);
        let place = place_of(field);
        let values = || [base.written(field), mine.written(field), theirs.written(field)];
        if bound.circles.contains(&place) {
            opened.push(choice(place, None, Clash::Circle, values()));
        } else if their == before {
            // I alone changed it.
        } else if my == before {
            merged.set(their);
        } else if let (Some(before), Some(my), Some(their)) =
            (base_texts.get(&field), my_texts.get(&field), their_texts.get(&field))
        {
            let text = merge_text([before, my, their], place, opened);
            if let Some(change) = T::text_change(field, text) {
                merged.set(change);
            }
        } else if let Some(change) = T::joined(field, base, mine, theirs) {
            merged.set(change);
        } else {
            opened.push(choice(place, None, Clash::Changed, values()));
        }
    }
    merged
}

fn texts<T: Record>(record: &T) -> HashMap<Field, &Text> {
    let mut texts = HashMap::new();
    record.each_text(&mut |field, text| {
        texts.insert(field, text);
    });
    texts
}

/// The merged text. Languages stand as they did before, new ones behind them by their tags.
fn merge_text([base, mine, theirs]: [&Text; 3], place: Place, opened: &mut Vec<OpenChoice>) -> Text {
    let mut new: Vec<&Lang> =
        mine.iter().chain(theirs.iter()).map(|(lang, _)| lang).filter(|l| base.get(l).is_empty()).collect();
    new.sort();
    new.dedup();
    let langs: Vec<&Lang> = base.iter().map(|(lang, _)| lang).chain(new).collect();
    let mut merged = Text::default();
    for lang in langs {
        let (before, my, their) = (base.get(lang), mine.get(lang), theirs.get(lang));
        let wording = if my == before { their } else { my };
        if my != before && their != before && my != their {
            let values = [before, my, their].map(|words| words.raw().to_owned());
            opened.push(choice(place, Some(lang.clone()), Clash::Changed, values));
        }
        merged = merged.with(lang, wording.clone());
    }
    merged
}

/// An open choice. Its identity is made from what it says, whoever merges: the same choice met twice is one choice.
pub(super) fn choice(place: Place, lang: Option<Lang>, clash: Clash, values: [String; 3]) -> OpenChoice {
    let [base, mine, theirs] = values;
    let turned = match clash {
        Clash::DeletedByMine | Clash::DeletedByTheirs => "deleted",
        Clash::Changed | Clash::Circle => "changed",
    };
    let mut sides = [mine.as_str(), theirs.as_str()];
    sides.sort_unstable();
    let row = place.row.unwrap_or_default().to_string();
    let mut hash = blake3::Hasher::new();
    let parts = [
        place.block.word(),
        &row,
        place.field.map_or("", Field::name),
        lang.as_ref().map_or("", Lang::as_str),
        turned,
        &base,
        sides[0],
        sides[1],
    ];
    for part in parts {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.finalize().as_bytes()[..8]);
    OpenChoice {
        place: Some(place),
        lang,
        clash: Some(clash),
        base: UserText::new(&base),
        mine: UserText::new(&mine),
        theirs: UserText::new(&theirs),
        ..OpenChoice::new(Id::from_bits(u64::from_le_bytes(bytes)))
    }
}
