//! How far an export is, and how it is stopped from another thread.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU8, Ordering},
};

/// Stops an export from another thread, and says there how far it is.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    is_stopped: AtomicBool,
    step: AtomicU8,
    /// Every step that was told, one after another.
    #[cfg(test)]
    steps: std::sync::Mutex<Vec<Step>>,
}

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The plan is read and put together.
    Reading,
    /// The pages are laid out.
    Pages,
    /// The file is written.
    Writing,
}

impl Step {
    const ALL: [Self; 3] = [Self::Reading, Self::Pages, Self::Writing];

    /// The key of its name among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Reading => "making-reading",
            Self::Pages => "making-pages",
            Self::Writing => "making-writing",
        }
    }
}

impl Cancel {
    /// Stops the export at its next step.
    pub fn stop(&self) {
        self.0.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether [`Cancel::stop`] was called.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.is_stopped.load(Ordering::Relaxed)
    }

    /// Says how far the export is.
    pub fn reach(&self, step: Step) {
        #[cfg(test)]
        self.0.steps.lock().unwrap().push(step);
        self.0.step.store(step as u8, Ordering::Relaxed);
    }

    /// Every step that was told, one after another.
    #[cfg(test)]
    pub fn steps(&self) -> Vec<Step> {
        self.0.steps.lock().unwrap().clone()
    }

    /// How far the export is.
    #[must_use]
    pub fn step(&self) -> Step {
        let reached = usize::from(self.0.step.load(Ordering::Relaxed));
        Step::ALL.get(reached).copied().unwrap_or(Step::Reading)
    }
}
