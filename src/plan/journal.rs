//! The journal: what the team saw.

use super::{Day, Key, Rating, Text};

row! {
    /// A lesson from one learning source.
    Lesson, LessonField, LessonNames, LESSON: Lesson = "lesson" in lessons {
        /// The learning source of the programme; none for a source of the team's own.
        source: Key => Source,
        /// The name of a source of the team's own.
        own_source: Text => OwnSource,
        /// The day of the visit.
        day: Option<Day> => Day,
        /// What we saw.
        saw: Text => Saw,
        /// Why it works there.
        why: Text => Why,
        /// What differs at home.
        differs: Text => Differs,
        /// What we would adapt.
        adapt: Text => Adapt,
        /// How useful it is for us.
        rating: Option<Rating> => Rating,
    }
}
