//! The steps that made the plan, as structurally shared snapshots.

use crate::plan::{Edit, Place, Plan, edit::Verb};
use std::sync::Arc;

/// What a step did and where, for "Undo move activity".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepName {
    /// What it did.
    pub verb: Verb,
    /// Where.
    pub place: Place,
}

/// One step of the history, as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What it did and where.
    pub name: StepName,
    /// Whether it is in the plan now; false: it was undone.
    pub done: bool,
}

/// At most so many steps can be undone. A step costs what it changed: about 1 kB at 10,000 activities, 80 kB of pointers at worst.
const MOST_STEPS: usize = 1000;

#[derive(Debug, Clone)]
struct Snapshot {
    /// The plan on the other side of the step: before it when it is done, after it when it was undone.
    plan: Arc<Plan>,
    name: StepName,
    merge_key: Option<(Verb, Place)>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Snapshot>,
    undone: Vec<Snapshot>,
    is_open: bool,
}

impl History {
    pub(super) fn push(&mut self, before: Arc<Plan>, edit: &Edit) {
        self.undone.clear();
        let merge_key = edit.merge_key();
        let same_gesture = self.is_open
            && merge_key.is_some()
            && self.done.last().is_some_and(|last| last.merge_key == merge_key);
        self.is_open = true;
        if same_gesture {
            return;
        }
        if self.done.len() == MOST_STEPS {
            self.done.remove(0);
        }
        self.done.push(Snapshot {
            plan: before,
            name: StepName { verb: edit.verb(), place: edit.place() },
            merge_key,
        });
    }

    pub(super) fn seal(&mut self) {
        self.is_open = false;
    }

    pub(super) fn undo(&mut self, plan: &mut Arc<Plan>) -> Option<StepName> {
        Self::step(&mut self.done, &mut self.undone, plan, &mut self.is_open)
    }

    pub(super) fn redo(&mut self, plan: &mut Arc<Plan>) -> Option<StepName> {
        Self::step(&mut self.undone, &mut self.done, plan, &mut self.is_open)
    }

    fn step(
        from: &mut Vec<Snapshot>,
        to: &mut Vec<Snapshot>,
        plan: &mut Arc<Plan>,
        is_open: &mut bool,
    ) -> Option<StepName> {
        let mut snapshot = from.pop()?;
        *is_open = false;
        std::mem::swap(&mut snapshot.plan, plan);
        let name = snapshot.name;
        to.push(snapshot);
        Some(name)
    }

    pub(super) fn next_undo(&self) -> Option<StepName> {
        self.done.last().map(|s| s.name)
    }

    pub(super) fn next_redo(&self) -> Option<StepName> {
        self.undone.last().map(|s| s.name)
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        let done = self.done.iter().map(|s| Step { name: s.name, done: true });
        done.chain(self.undone.iter().rev().map(|s| Step { name: s.name, done: false }))
    }
}
