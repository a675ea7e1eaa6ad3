//! Who waits for whom, seen from the activity that comes first.

use super::{Change, Map};
use crate::plan::{Activity, Id, Plan};

/// The links of one revision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Links {
    followers: Map<Id<Activity>, Vec<Id<Activity>>>,
}

impl Links {
    /// Turns the links round.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let mut me = Self::default();
        for activity in plan.activities.iter() {
            for link in &activity.after {
                me.followers.entry(link.activity).or_default().push(activity.id);
            }
        }
        me
    }

    /// Whether the links stay what they were.
    pub(super) fn holds(change: &Change<'_>) -> bool {
        change.activities.iter().all(|[a, b]| a.after == b.after)
    }

    /// The activities that wait for this one.
    #[must_use]
    pub fn followers(&self, id: Id<Activity>) -> &[Id<Activity>] {
        self.followers.get(&id).map_or(&[], Vec::as_slice)
    }
}
