//! The document that is made while a person says how it is to be called: it waits for its name.

use super::{Of, Reading};
use crate::{
    app::tasks::{Done, Tasks},
    export::{self, Cancel, ExportError, Exported, Format},
};
use std::sync::mpsc::{Receiver, sync_channel};

/// The name of its thread.
pub const THREAD: &str = "export before its name";

/// A document that was begun before it had a name. Stops when it is dropped.
pub struct Early {
    of: Of,
    format: Format,
    cancel: Cancel,
    made: Option<Receiver<Result<Exported, ExportError>>>,
}

impl Early {
    /// Begins a document on a thread.
    pub fn begin(tasks: &Tasks, of: Of, format: Format, reading: Reading) -> Self {
        let (tell, made) = sync_channel(1);
        let cancel = reading.cancel.clone();
        tasks.run_telling(THREAD, move |_: &dyn Fn(Done)| {
            // Nobody listens any more when no name was given.
            drop(tell.send(reading.read(|source| export::export(source, format))));
        });
        Self { of, format, cancel, made: Some(made) }
    }

    /// What stops it, and tells how far it is.
    #[cfg(test)]
    pub fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// What it becomes and what stops it, if it is this document.
    pub fn take(
        mut self,
        of: &Of,
        format: Format,
    ) -> Option<(Cancel, Receiver<Result<Exported, ExportError>>)> {
        let is_it = self.format == format && self.of == *of;
        is_it.then(|| self.made.take()).flatten().map(|made| (self.cancel.clone(), made))
    }
}

impl Drop for Early {
    fn drop(&mut self) {
        if self.made.is_some() {
            self.cancel.stop();
        }
    }
}
