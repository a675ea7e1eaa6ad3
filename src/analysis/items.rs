//! Every item of a plan by its number and its name, whatever the language and the script: what the palette looks through.

use super::{
    Derived,
    search::{Fit, Folded, Needle},
};
use crate::{locale::Words, plan::*};
use std::collections::HashMap;

/// What a person looks for by name: every word of it must fit, in any order.
#[derive(Debug)]
pub struct Query {
    words: Vec<Needle>,
    /// All of it together, when it has several words.
    whole: Option<Needle>,
    folded: Folded,
}

/// An item that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How well it fits; less is better.
    pub rank: u32,
    /// Where it is.
    pub place: Place,
    /// Its name, in the language in which it fits best.
    pub name: String,
}

const fn rank(fit: Fit) -> u32 {
    match fit {
        Fit::Whole => 0,
        Fit::Start => 1,
        Fit::Word => 3,
        Fit::Inside => 6,
    }
}

impl Query {
    /// What was typed; nothing when that is nothing.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let words = Needle::words(typed);
        let whole = if words.len() > 1 { Needle::new(typed.trim()) } else { None };
        (!words.is_empty()).then(|| Self { words, whole, folded: Folded::default() })
    }

    /// How well a name fits; less is better, nothing: not at all.
    pub fn name(&mut self, name: &str) -> Option<u32> {
        self.item(name, "", &[])
    }

    /// The same for an item with a number and a kind, of which `kinds` says how well each word fits.
    fn item(&mut self, name: &str, number: &str, kinds: &[Option<u32>]) -> Option<u32> {
        let folded = &mut self.folded;
        if let Some(fit) = self.whole.as_ref().and_then(|whole| whole.fit(name, folded)) {
            return Some(rank(fit));
        }
        let mut sum = 0;
        for (i, word) in self.words.iter().enumerate() {
            let by_name = word.fit(name, folded).map(rank);
            let by_number = word.fit(number, folded).and_then(|fit| match fit {
                Fit::Whole => Some(0),
                // Activities of output 2 come up with it, those of output 20 do not.
                Fit::Start if word.leads(number) => Some(4),
                _ => None,
            });
            let kind = kinds.get(i).copied().flatten();
            sum += [by_name, by_number, kind].into_iter().flatten().min()?;
        }
        Some(sum)
    }

    /// How well each word fits the name of a kind of item, from its start.
    fn kinds(&mut self, kind: &str) -> Vec<Option<u32>> {
        let fits = self.words.iter().map(|word| word.fit(kind, &mut self.folded));
        let at_start = |fit: Option<Fit>| fit.filter(|fit| *fit < Fit::Inside).map(|fit| 2 + rank(fit));
        fits.map(at_start).collect()
    }
}

/// What fits, the best first and else in the order of the plan; at most so many. `shown` are the languages that are looked at.
#[must_use]
pub fn find_items(
    plan: &Plan,
    derived: &Derived,
    words: &Words,
    shown: &[Lang],
    query: &mut Query,
    most: usize,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut kinds: (Option<Block>, Vec<Option<u32>>) = (None, Vec::new());
    each_item(plan, derived, &mut |place, number, name| {
        if kinds.0 != Some(place.block) {
            kinds = (Some(place.block), query.kinds(&words.get(place.block.words())));
        }
        let mut best: Option<(u32, &str)> = None;
        for text in name.texts(shown) {
            let fits = query.item(text, number, &kinds.1);
            if let Some(rank) = fits.filter(|rank| best.is_none_or(|(best, _)| *rank < best)) {
                best = Some((rank, text));
            }
        }
        if let Some((rank, name)) = best {
            found.push(Found { rank, place, name: name.to_owned() });
            // Everything may fit a single letter; what is worst goes early.
            if found.len() > 64 * most {
                found.sort_by_key(|item| item.rank);
                found.truncate(most);
            }
        }
    });
    found.sort_by_key(|item| item.rank);
    found.truncate(most);
    found
}

/// By what an item is known.
enum Name<'a> {
    Text(&'a Text),
    /// Two texts that say the same: a problem and its positive twin, a goal and what stands beside it.
    Twins(&'a Text, &'a Text),
    Plain(&'a str),
}

impl<'a> Name<'a> {
    /// Its wordings, those that are looked at first; none that is blank.
    fn texts(&self, shown: &[Lang]) -> Vec<&'a str> {
        let (texts, plain) = match self {
            Self::Text(text) => ([Some(*text), None], None),
            Self::Twins(a, b) => ([Some(*a), Some(*b)], None),
            Self::Plain(plain) => ([None, None], Some(*plain)),
        };
        let wordings = texts.into_iter().flatten().flat_map(|text| {
            let first = text.best(shown).raw();
            let others = text.iter().map(|(_, words)| words.raw()).filter(move |words| *words != first);
            std::iter::once(first).chain(others)
        });
        wordings.chain(plain).filter(|words| !words.trim().is_empty()).collect()
    }
}

/// Shows every item with its number, in the order of the plan. Fields that exist once are items of their own.
fn each_item(plan: &Plan, derived: &Derived, see: &mut dyn FnMut(Place, &str, Name<'_>)) {
    let (identity, context, matrix) = (&*plan.identity, &*plan.context, &*plan.matrix);
    for (field, text) in [(MATRIX.goal, &matrix.goal), (MATRIX.purpose, &matrix.purpose)] {
        see(Place::field(field), "", Name::Text(text));
    }
    for output in plan.outputs.iter() {
        let number = derived.numbering.output(output.id);
        see(Place::cell(output.id, OUTPUT.text), number, Name::Text(&output.text));
    }
    for activity in plan.activities.iter() {
        let number = derived.numbering.activity(activity.id);
        see(Place::cell(activity.id, ACTIVITY.name), number, Name::Text(&activity.name));
    }
    for card in plan.cards.iter() {
        let number = derived.tree.node(card.id).map_or("", |node| &*node.number);
        see(Place::cell(card.id, CARD.problem), number, Name::Twins(&card.problem, &card.objective));
        see(Place::cell(card.id, CARD.reason), number, Name::Text(&card.reason));
    }
    indicators(plan, derived, see);
    macro_rules! rows {
        ($($table:ident: $field:ident of $names:ident;)*) => {
            $(for (i, row) in plan.$table.iter().enumerate() {
                see(Place::cell(row.id, $names.$field), &(i + 1).to_string(), Name::Text(&row.$field));
            })*
        };
    }
    rows! {
        assumptions: text of ASSUMPTION; preconditions: text of PRECONDITION; inputs: text of INPUT;
        budget: item of BUDGET; risks: event of RISK; cooperation: text of COOPERATION; lessons: saw of LESSON;
        stakeholders: name of STAKEHOLDER; strategies: name of STRATEGY; key_figures: label of KEY_FIGURE;
        judgements: why of JUDGEMENT; ovop: product of OVOP; clusters: name of CLUSTER; credits: name of CREDIT;
        instruments: name of INSTRUMENT;
    }
    for (i, member) in plan.team.iter().enumerate() {
        let place = Place::cell(member.id, MEMBER.name);
        see(place, &(i + 1).to_string(), Name::Plain(member.name.raw()));
    }
    for (i, rate) in plan.rates.iter().enumerate() {
        let codes: Vec<_> =
            [rate.from, rate.to].into_iter().flatten().map(|code| code.code().to_owned()).collect();
        see(Place::cell(rate.id, RATE.rate), &(i + 1).to_string(), Name::Plain(&codes.join(" ")));
    }
    for (i, comment) in plan.comments.iter().enumerate() {
        see(Place::row(comment.id), &(i + 1).to_string(), Name::Plain(comment.text.raw()));
    }
    see(Place::field(IDENTITY.title), "", Name::Text(&identity.title));
    see(Place::field(IDENTITY.superior), "", Name::Plain(identity.superior.raw()));
    context.each_text(&mut |field, text| see(Place::field(field), "", Name::Text(text)));
}

/// Indicators are counted a result: `2.1` is the first one of output 2.
fn indicators(plan: &Plan, derived: &Derived, see: &mut dyn FnMut(Place, &str, Name<'_>)) {
    let mut counts = HashMap::<ResultRef, usize>::new();
    for row in plan.indicators.iter() {
        let count = counts.entry(row.of).or_default();
        *count += 1;
        let number = match row.of {
            ResultRef::Output(id) => format!("{}.{count}", derived.numbering.output(id)),
            ResultRef::Goal | ResultRef::Purpose => count.to_string(),
        };
        see(Place::cell(row.id, INDICATOR.text), &number, Name::Text(&row.text));
    }
}
