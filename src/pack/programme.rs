//! Training programmes and what participants can learn from in them.

use super::Confidence;
use crate::plan::{Country, Day, Key, Lang, Text, UserText};

choice! {
    /// What kind of learning source it is; the journal is grouped by it.
    SourceKind = "source-kind" {
        /// A topic of the classroom.
        Topic = "topic",
        /// An institute.
        Institute = "institute",
        /// A workshop where participants work with their hands.
        Workshop = "workshop",
        /// Observation and discussion in a community.
        Observation = "observation",
        /// A visit to an industry.
        IndustryVisit = "industry-visit",
        /// A visit to a place of culture.
        CulturalVisit = "cultural-visit",
    }
}

impl SourceKind {
    /// The key of the heading over several of the kind among the interface words.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Topic => "pack-source-kinds-topic",
            Self::Institute => "pack-source-kinds-institute",
            Self::Workshop => "pack-source-kinds-workshop",
            Self::Observation => "pack-source-kinds-observation",
            Self::IndustryVisit => "pack-source-kinds-industry-visit",
            Self::CulturalVisit => "pack-source-kinds-cultural-visit",
        }
    }
}

/// Something in a programme that a lesson or an activity can name as the place where it was learned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningSource {
    /// Its key within the programme.
    pub key: Key,
    /// Its kind.
    pub kind: SourceKind,
    /// Its name.
    pub name: Text,
}

/// A training programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its key, which plans carry.
    pub key: Key,
    /// Languages whose wording in this pack a native reader has checked.
    pub reviewed: Vec<Lang>,
    /// Its name.
    pub title: Text,
    /// The framework of co-operation that it belongs to.
    pub framework: Text,
    /// Who holds it.
    pub host: Text,
    /// With whom.
    pub partner: Text,
    /// Where.
    pub place: Text,
    /// First day.
    pub start: Option<Day>,
    /// Last day.
    pub finish: Option<Day>,
    /// How many people take part.
    pub participants: Option<u32>,
    /// The countries that take part.
    pub countries: Vec<Country>,
    /// Why the host holds it.
    pub purpose: Text,
    /// What participants do.
    pub content: Text,
    /// What is asked of participants at the end.
    pub task: Text,
    /// Where the co-operation comes from.
    pub background: Text,
    /// What participants can learn from, in the order of the programme.
    pub sources: Vec<LearningSource>,
    /// Days that all sources of a kind take together, where that is known.
    pub days: Vec<(SourceKind, u32)>,
    /// Where these facts come from.
    pub source: UserText,
    /// How far they can be relied on.
    pub confidence: Confidence,
    /// The day on which they were looked up.
    pub as_of: Option<Day>,
}

impl Programme {
    /// The learning source with this key.
    #[must_use]
    pub fn learning_source(&self, key: &Key) -> Option<&LearningSource> {
        self.sources.iter().find(|source| source.key == *key)
    }

    /// The learning sources of one kind, in the order of the programme.
    pub fn of_kind(&self, kind: SourceKind) -> impl Iterator<Item = &LearningSource> {
        self.sources.iter().filter(move |source| source.kind == kind)
    }
}
