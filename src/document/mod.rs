//! An open plan: what is shown, what was saved, and the steps between.

mod history;

pub use history::{Step, StepName};

use crate::plan::{Edit, Plan, Refused};
use history::History;
use std::sync::Arc;

/// A plan that is open for editing. The only door for changes is [`Document::apply`].
#[derive(Debug, Clone)]
pub struct Document {
    plan: Arc<Plan>,
    saved: Option<Arc<Plan>>,
    history: History,
    revision: u64,
    modified: (u64, bool),
}

impl Document {
    /// A document that was never saved.
    #[must_use]
    pub fn unsaved(plan: Plan) -> Self {
        Self {
            plan: Arc::new(plan),
            saved: None,
            history: History::default(),
            revision: 0,
            modified: (0, true),
        }
    }

    /// A document as it stands in a file.
    #[must_use]
    pub fn saved(plan: Plan) -> Self {
        let plan = Arc::new(plan);
        Self {
            saved: Some(Arc::clone(&plan)),
            plan,
            history: History::default(),
            revision: 0,
            modified: (0, false),
        }
    }

    /// The plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The plan as its file holds it; none when it was never saved.
    #[must_use]
    pub fn saved_plan(&self) -> Option<&Arc<Plan>> {
        self.saved.as_ref()
    }

    /// Counts every change of the plan, undo and redo included. What is derived from a plan is good for one revision.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Changes the plan. Edits of one gesture, with the same merge key and no seal between them, become one step.
    ///
    /// Returns whether anything is different now.
    ///
    /// # Errors
    /// When the edit does not fit the plan; the plan is untouched then.
    pub fn apply(&mut self, edit: &Edit) -> Result<bool, Refused> {
        let mut next = Plan::clone(&self.plan);
        if !edit.apply(&mut next)? {
            return Ok(false);
        }
        let before = std::mem::replace(&mut self.plan, Arc::new(next));
        self.history.push(before, edit);
        self.touch();
        Ok(true)
    }

    /// Ends the running step: the next edit starts a new one.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Takes the last step back; says which.
    pub fn undo(&mut self) -> Option<StepName> {
        let name = self.history.undo(&mut self.plan)?;
        self.touch();
        Some(name)
    }

    /// Makes the last undone step again; says which.
    pub fn redo(&mut self) -> Option<StepName> {
        let name = self.history.redo(&mut self.plan)?;
        self.touch();
        Some(name)
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<StepName> {
        self.history.next_undo()
    }

    /// The step that redo would make again.
    #[must_use]
    pub fn next_redo(&self) -> Option<StepName> {
        self.history.next_redo()
    }

    /// All steps, the oldest first; those after the current one can be made again.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.history.steps()
    }

    /// Whether the plan differs from what was saved. Undoing back to the saved state is clean.
    pub fn is_modified(&mut self) -> bool {
        if self.modified.0 != self.revision {
            let same = self.saved.as_ref().is_some_and(|s| Arc::ptr_eq(s, &self.plan) || **s == *self.plan);
            self.modified = (self.revision, !same);
        }
        self.modified.1
    }

    /// Records that this state of the plan now stands in the file.
    pub fn mark_saved(&mut self, plan: Arc<Plan>) {
        self.history.seal();
        self.saved = Some(plan);
        self.modified = (u64::MAX, false);
    }

    /// Records that no file holds the plan any more, or that the file holds something else.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
        self.modified = (u64::MAX, true);
    }

    fn touch(&mut self) {
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests;
