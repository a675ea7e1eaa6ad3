//! The plan of operation: what is done, by whom and when.

use super::{Card, Country, Day, Id, Key, Output, Risk, Text, UserText};

/// A finish-to-start link: this activity starts when the other is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// The activity that comes first.
    pub activity: Id<Activity>,
    /// Days to wait after its finish; negative: days of overlap.
    pub lag_days: i32,
}

/// From which plan an action was taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Borrowed {
    /// The country of the plan.
    pub country: Option<Country>,
    /// The title of the plan.
    pub plan: UserText,
    /// Who wrote it.
    pub team: UserText,
    /// When it was taken.
    pub on: Option<Day>,
}

row! {
    /// Something that is done. Numbered by its place: 1.1, 1.2, and sub-activities 1.1.1.
    Activity, ActivityField, ActivityNames, ACTIVITY: Activity = "activity" in activities {
        /// The output it works for. A sub-activity works for the output of its parent.
        output: Option<Id<Output>> => Output,
        /// The activity it is a part of.
        parent: Option<Id<Activity>> => Parent,
        /// What is done.
        name: Text => Name,
        /// Whether it is a moment and not a time.
        milestone: bool => Milestone,
        /// First day.
        start: Option<Day> => Start,
        /// Last day.
        finish: Option<Day> => Finish,
        /// What must be finished before.
        after: Vec<After> => After,
        /// Who is responsible.
        responsible: Text => Responsible,
        /// Where.
        place: Text => Place,
        /// What is there when it is done.
        deliverable: Text => Deliverable,
        /// The learning sources where the team learned it.
        learned: Vec<Key> => Learned,
        /// What we adapt.
        adapts: Text => Adapts,
        /// The card it was made from.
        card: Option<Id<Card>> => Card,
        /// What activity and card said when the team last compared them.
        agreed: Key => Agreed,
        /// The risk that it treats.
        risk: Option<Id<Risk>> => Risk,
        /// The plan it was borrowed from.
        borrowed: Option<Borrowed> => Borrowed,
    }
}
