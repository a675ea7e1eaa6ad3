//! Rows of the matrix that were made from cards, and what differs between the two since the team last compared them.
//!
//! Neither side ever overwrites the other. A row remembers a short fingerprint of both wordings (`agreed`); when one of them
//! changes, the difference is shown, and the team takes the card's words, writes its own to the card, or keeps both as they are.

use crate::plan::{
    ACTIVITY, Activity, ActivityField, Card, CardField, Edit, Id, Key, MATRIX, MatrixField, OUTPUT, Output,
    OutputField, Place, Plan, Row, Text,
};

/// A row of the matrix that can be linked to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// The overall goal.
    Goal,
    /// The purpose.
    Purpose,
    /// An output.
    Output(Id<Output>),
    /// An activity.
    Activity(Id<Activity>),
}

impl Link {
    /// Every row of a plan that is linked to a card, in the order of the matrix.
    pub fn all(plan: &Plan) -> impl Iterator<Item = (Self, Id<Card>)> {
        let whole = [Self::Goal, Self::Purpose].into_iter();
        let outputs = plan.outputs.iter().filter(|o| o.card.is_some()).map(|o| Self::Output(o.id));
        let activities = plan.activities.iter().filter(|a| a.card.is_some()).map(|a| Self::Activity(a.id));
        let all = whole.chain(outputs).chain(activities);
        all.filter_map(|link| link.card(plan).map(|card| (link, card)))
    }

    /// The card it is linked to.
    #[must_use]
    pub fn card(self, plan: &Plan) -> Option<Id<Card>> {
        match self {
            Self::Goal => plan.matrix.goal_card,
            Self::Purpose => plan.matrix.purpose_card,
            Self::Output(id) => plan.outputs.get(id)?.card,
            Self::Activity(id) => plan.activities.get(id)?.card,
        }
    }

    /// What the row says; nothing when it is not there.
    #[must_use]
    pub fn text(self, plan: &Plan) -> Option<&Text> {
        match self {
            Self::Goal => Some(&plan.matrix.goal),
            Self::Purpose => Some(&plan.matrix.purpose),
            Self::Output(id) => plan.outputs.get(id).map(|o| &o.text),
            Self::Activity(id) => plan.activities.get(id).map(|a| &a.name),
        }
    }

    /// Where it is written.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Self::Goal => Place::field(MATRIX.goal),
            Self::Purpose => Place::field(MATRIX.purpose),
            Self::Output(id) => Place::cell(id, OUTPUT.text),
            Self::Activity(id) => Place::cell(id, ACTIVITY.name),
        }
    }

    fn agreed(self, plan: &Plan) -> Option<&Key> {
        match self {
            Self::Goal => Some(&plan.matrix.goal_agreed),
            Self::Purpose => Some(&plan.matrix.purpose_agreed),
            Self::Output(id) => plan.outputs.get(id).map(|o| &o.agreed),
            Self::Activity(id) => plan.activities.get(id).map(|a| &a.agreed),
        }
    }

    fn set_text(self, text: Text) -> Edit {
        match self {
            Self::Goal => Edit::Matrix(MatrixField::Goal(text)),
            Self::Purpose => Edit::Matrix(MatrixField::Purpose(text)),
            Self::Output(id) => Output::change(id, OutputField::Text(text)),
            Self::Activity(id) => Activity::change(id, ActivityField::Name(text)),
        }
    }

    fn set_agreed(self, key: Key) -> Edit {
        match self {
            Self::Goal => Edit::Matrix(MatrixField::GoalAgreed(key)),
            Self::Purpose => Edit::Matrix(MatrixField::PurposeAgreed(key)),
            Self::Output(id) => Output::change(id, OutputField::Agreed(key)),
            Self::Activity(id) => Activity::change(id, ActivityField::Agreed(key)),
        }
    }
}

/// Which side changed since the team last compared them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The card.
    Card,
    /// The row of the matrix.
    Row,
    /// Both, or they were never compared.
    Both,
}

/// A row that says something else than its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The row.
    pub link: Link,
    /// Its card.
    pub card: Id<Card>,
    /// What changed.
    pub changed: Changed,
}

impl Difference {
    /// What differs between a row and its card; nothing when they say the same, or what the team has agreed to.
    #[must_use]
    pub fn of(plan: &Plan, link: Link) -> Option<Self> {
        let card = link.card(plan)?;
        let (said, text) = (&plan.cards.get(card)?.objective, link.text(plan)?);
        if said == text || said.is_blank() {
            return None;
        }
        let (of_card, of_row) = (print(said), print(text));
        let changed = match link.agreed(plan)?.as_str().split_once('.') {
            Some((a, b)) if a == of_card && b == of_row => return None,
            Some((a, _)) if a == of_card => Changed::Row,
            Some((_, b)) if b == of_row => Changed::Card,
            _ => Changed::Both,
        };
        Some(Self { link, card, changed })
    }

    /// The row takes the words of the card.
    #[must_use]
    pub fn take(self, plan: &Plan) -> Option<Edit> {
        let said = &plan.cards.get(self.card)?.objective;
        let edits = vec![self.link.set_text(said.clone()), self.link.set_agreed(agreed(said, said))];
        Some(Edit::Several("step-link-take", edits))
    }

    /// The card takes the words of the row.
    #[must_use]
    pub fn write(self, plan: &Plan) -> Option<Edit> {
        let text = self.link.text(plan)?;
        let to_card = Card::change(self.card, CardField::Objective(text.clone()));
        Some(Edit::Several("step-link-write", vec![to_card, self.link.set_agreed(agreed(text, text))]))
    }

    /// Both stay as they are, and it is not asked again until one of them changes.
    #[must_use]
    pub fn keep(self, plan: &Plan) -> Option<Edit> {
        let said = &plan.cards.get(self.card)?.objective;
        let edits = vec![self.link.set_agreed(agreed(said, self.link.text(plan)?))];
        Some(Edit::Several("step-link-keep", edits))
    }
}

/// Every difference of a plan, in the order of the matrix.
#[must_use]
pub fn differences(plan: &Plan) -> Vec<Difference> {
    Link::all(plan).filter_map(|(link, _)| Difference::of(plan, link)).collect()
}

/// What a row remembers of the words of its card and of its own.
#[must_use]
pub(super) fn agreed(of_card: &Text, of_row: &Text) -> Key {
    Key::new(&format!("{}.{}", print(of_card), print(of_row)))
}

/// A fingerprint of a text in all its languages, whatever their order: eight letters and digits.
fn print(text: &Text) -> String {
    let mut parts: Vec<(&str, &str)> = text.iter().map(|(l, t)| (l.as_str(), t.raw())).collect();
    parts.sort_unstable();
    // FNV-1a, 64 bits: small, and the same on every machine and in every version.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for (lang, words) in parts {
        lang.bytes().chain([0xff]).chain(words.bytes()).chain([0xfe]).for_each(&mut add);
    }
    // The text form of an identity is letters and digits; twelve of them hold 60 bits, eight are enough here.
    let letters = Id::<()>::from_bits(hash ^ (hash >> 32)).to_string();
    letters.chars().rev().take(8).collect()
}
