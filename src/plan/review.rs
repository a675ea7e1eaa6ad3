//! Remarks, silenced checks, and what the jury looks at.

use super::{Day, Decimal, Key, Place, Text, UserText};

row! {
    /// A remark bound to a place.
    Comment, CommentField, CommentNames, COMMENT: Comment = "comment" in comments {
        /// Where.
        place: Option<Place> => Place,
        /// Who.
        author: UserText => Author,
        /// When.
        on: Option<Day> => On,
        /// The remark.
        text: UserText => Text,
        /// Whether it is settled.
        resolved: bool => Resolved,
    }
}

row! {
    /// A check that the team silenced at a place.
    Silenced, SilencedField, SilencedNames, SILENCED: Silenced = "silenced" in silenced {
        /// The code of the check.
        code: Key => Code,
        /// Where.
        place: Option<Place> => Place,
        /// Why.
        reason: UserText => Reason,
    }
}

row! {
    /// A criterion of the jury.
    Criterion, CriterionField, CriterionNames, CRITERION: Criterion = "criterion" in criteria {
        /// What is looked at.
        name: Text => Name,
        /// Its weight, in percent.
        weight: Option<Decimal> => Weight,
    }
}
