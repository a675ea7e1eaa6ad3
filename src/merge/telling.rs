//! Choices and changes in the words of the plan.

use super::{
    Change, What,
    answer::{is_there, seen_at, seen_form, title_at},
};
use crate::{
    analysis::Derived,
    checks::place_name,
    locale::{Words, grouped},
    plan::{Clash, Grouping, Lang, OpenChoice, Place, Plan, Seen},
};

/// A choice or a change, told. Values stand as people wrote them, over several lines if need be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Where: "Activity 2.1, first day"; with the language of a wording: "Activity 2.1, name (Nepali)".
    pub place: String,
    /// What the row is known by: its first text; empty for a record that the plan has once.
    pub about: String,
    /// What happened, as a sentence.
    pub what: String,
    /// What stood there before the copies parted, or before the change; empty when that was nothing, or is not known.
    pub before: String,
    /// My value, or the one after the change.
    pub mine: String,
    /// Their value.
    pub theirs: String,
    /// What stands in the plan now, for a choice.
    pub now: String,
}

/// Tells what is in a plan.
#[derive(Debug)]
pub struct Teller<'a> {
    plan: &'a Plan,
    derived: &'a Derived,
    words: &'a Words,
}

impl<'a> Teller<'a> {
    /// Tells what is in a plan, in these words.
    #[must_use]
    pub fn new(plan: &'a Plan, derived: &'a Derived, words: &'a Words) -> Self {
        Self { plan, derived, words }
    }

    /// An open choice.
    #[must_use]
    pub fn choice(&self, choice: &OpenChoice) -> Told {
        let lang = choice.lang.as_ref();
        let place = match choice.place {
            Some(place) if is_there(self.plan, place) => place,
            _ => {
                let place = self.words.get("choices-gone-place").into_owned();
                let what = self.words.get("choices-gone").into_owned();
                return Told { place, what, ..Told::default() };
            }
        };
        let form = |form: &str| self.value(&seen_form(self.plan, place, lang, form));
        let now = match (lang, seen_at(self.plan, place)) {
            (Some(lang), Seen::Words(text)) => Seen::Plain(text.get(lang).clone()),
            (_, seen) => seen,
        };
        let (key, deleted_by) = match choice.clash {
            Some(Clash::DeletedByMine) => ("choices-deleted-by-mine", Some(true)),
            Some(Clash::DeletedByTheirs) => ("choices-deleted-by-theirs", Some(false)),
            Some(Clash::Circle) => ("choices-circle", None),
            Some(Clash::Changed) | None => ("choices-changed", None),
        };
        let row = |is_mine: bool| match deleted_by {
            Some(by_mine) if by_mine == is_mine => self.words.get("choices-deletes").into_owned(),
            Some(_) => self.words.get("choices-keeps").into_owned(),
            None => form(if is_mine { choice.mine.raw() } else { choice.theirs.raw() }),
        };
        Told {
            place: self.place(place, lang),
            about: self.title(place),
            what: self.words.get(key).into_owned(),
            // Nothing before, or the past is not known: there is nothing to compare with.
            before: if choice.base.is_empty() { String::new() } else { form(choice.base.raw()) },
            mine: row(true),
            theirs: row(false),
            now: if deleted_by.is_some() { String::new() } else { self.value(&now) },
        }
    }

    /// A change that led to this plan from the one that `before` tells.
    #[must_use]
    pub fn change(&self, change: &Change, before: &Teller<'_>) -> Told {
        let at = if change.what == What::Removed { before } else { self };
        let key = match change.what {
            What::Added => "change-added",
            What::Removed => "change-removed",
            What::Moved => "change-moved",
            What::Changed => "change-changed",
        };
        let none = |seen: &Seen, is_row: bool| is_row && seen.is_nothing();
        let is_row = change.what != What::Changed;
        let told =
            |teller: &Teller<'_>, seen| if none(seen, is_row) { String::new() } else { teller.value(seen) };
        Told {
            place: at.place(change.place, change.lang.as_ref()),
            about: at.title(change.place),
            what: self.words.get(key).into_owned(),
            before: told(before, &change.before),
            mine: told(self, &change.after),
            ..Told::default()
        }
    }

    /// The first text of the row at a place.
    fn title(&self, place: Place) -> String {
        let title = title_at(self.plan, place);
        if title.is_nothing() { String::new() } else { self.value(&title) }
    }

    /// A place: "Activity 2.1, first day".
    #[must_use]
    pub fn place(&self, place: Place, lang: Option<&Lang>) -> String {
        let name = place_name(&place, self.plan, self.derived, self.words);
        match lang {
            Some(lang) if self.plan.languages().len() > 1 || !self.plan.languages().contains(lang) => {
                format!("{name} ({})", self.words.language(lang))
            }
            _ => name,
        }
    }

    /// A value.
    #[must_use]
    pub fn value(&self, seen: &Seen) -> String {
        let words = self.words;
        let joined = |all: &[Seen], with: &str| {
            let told: Vec<_> = all.iter().filter(|s| !s.is_nothing()).map(|s| self.value(s)).collect();
            told.join(with)
        };
        match seen {
            seen if seen.is_nothing() => words.get("seen-nothing").into_owned(),
            Seen::Nothing => words.get("seen-nothing").into_owned(),
            Seen::Words(text) => text.best(self.plan.languages()).raw().to_owned(),
            Seen::Plain(text) => text.raw().to_owned(),
            Seen::Day(day) => words.day(*day),
            Seen::Number(number) => {
                grouped(number.normalize(), self.plan.identity.grouping.unwrap_or(Grouping::Thousands))
            }
            Seen::Days(days) => {
                let key = if *days < 0 { "seen-days-before" } else { "seen-days-after" };
                words.with(key, &[("count", (days.unsigned_abs() as usize).into())])
            }
            Seen::Yes => words.get("seen-yes").into_owned(),
            Seen::Named(key) => words.get(key).into_owned(),
            Seen::Code(code) => code.clone(),
            Seen::Place(place) => place_name(place, self.plan, self.derived, words),
            Seen::Many(all) => joined(all, "; "),
            Seen::Parts(all) => joined(all, ", "),
        }
    }
}
