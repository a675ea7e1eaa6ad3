//! Work beside the window: on named threads, answered over one channel.

use super::notices::Broken;
use crate::{
    checks::{Checker, Findings},
    document::Document,
    export::slides::{Picture, Show},
    file::{
        Opened, Problem,
        disk::{Changed, Fingerprint, Outcome},
        limits::Size,
        lock::Taken,
        recovery::{FileNow, Orphan},
        versions::Version,
    },
    import::Book,
    plan::Plan,
    ui::panes::{Compared, Line, Pair},
};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

/// A file that was read, and how it stands.
pub struct FileRead {
    /// What it holds.
    pub opened: Opened,
    /// What it held.
    pub fingerprint: Fingerprint,
    /// Whether somebody else has it open; nothing: not asked, because it is open here already.
    pub taken: Option<Taken>,
    /// Whether it is marked read-only.
    pub is_marked: bool,
}

/// Names an open plan for as long as it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tab(pub u64);

/// What came of a piece of work.
pub enum Done {
    /// A dialog to open was answered; nothing: cancelled.
    PickedToOpen(Option<Vec<PathBuf>>),
    /// A dialog to save was answered.
    PickedToSave(Tab, super::saving::SaveFor, Option<PathBuf>),
    /// A dialog for another copy of a plan was answered.
    PickedToJoin(Tab, Option<Vec<PathBuf>>),
    /// Another copy of a plan was read and joined with it, or not.
    Joined(Box<super::joining::Joined>),
    /// Copies of a plan that lie beside it.
    CopiesFound(Tab, Vec<PathBuf>),
    /// A dialog to choose a spreadsheet was answered.
    PickedToImport(Tab, Option<Vec<PathBuf>>),
    /// A spreadsheet was read, or not.
    BookRead(Tab, PathBuf, Result<Box<Book>, super::imports::NotRead>),
    /// A file was read.
    Read(PathBuf, Result<Box<FileRead>, Broken>),
    /// The file of a plan was locked, or not.
    Locked(Tab, PathBuf, Taken),
    /// A file was written.
    Saved(Tab, PathBuf, Arc<Plan>, Outcome),
    /// What is to be written does not come back the same: nothing was written.
    NotWritten(Tab, Box<Problem>),
    /// A document was made and written.
    Exported(super::exports::Made),
    /// A dialog for the folder of several documents was answered.
    PickedFolder(super::exports::Several, Option<PathBuf>),
    /// The next document of several is being made: of which work, which one, its name.
    Making(u64, usize, String),
    /// Several documents were made, or not.
    SeveralMade(super::exports::SeveralMade),
    /// The slides of a talk were made, or not.
    SlidesMade(u64, Result<Arc<Show>, crate::export::ExportError>),
    /// A picture of a slide was drawn; nothing: there is no such slide.
    SlideDrawn(Arc<Show>, usize, Option<Box<Picture>>),
    /// Something of the preview is there.
    Previewed(super::previewing::Previewed),
    /// A large plan was checked in this revision.
    Checked(Tab, u64, Box<Checker>, Findings),
    /// A recovery copy was written, or not.
    Snapshot(Tab, u64, bool, Size),
    /// The versions of a plan, the newest first.
    Versions(Tab, Vec<Version>),
    /// What changed between two versions.
    Compared(Tab, Pair, Compared),
    /// A version was kept, or not.
    VersionKept(Tab, bool),
    /// How the file of recovered work stands, and what the work has that the file has not.
    OrphanLooked(Orphan, FileNow, Option<Vec<Line>>),
    /// Nobody else has the file of a plan open any more that was only to be read.
    Freed(Tab),
    /// Work of this name fell over.
    Fell(String),
    /// How the file of a plan stands.
    Looked(Tab, Fingerprint, Option<Changed>),
}

/// The channel, and how to wake the window.
pub struct Tasks {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    ctx: egui::Context,
}

impl Tasks {
    /// A channel that wakes this window.
    pub fn new(ctx: &egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, ctx: ctx.clone() }
    }

    /// The window that is woken.
    pub fn ctx(&self) -> &egui::Context {
        &self.ctx
    }

    /// Does work on a thread of this name. Where the system gives no thread, it is told like work that fell over.
    pub fn run(&self, name: &str, work: impl FnOnce() -> Done + Send + 'static) {
        self.run_telling(name, move |tell| tell(work()));
    }

    /// Does work on a thread of this name that tells what came of it as it goes: the window need not wait for the rest.
    pub fn run_telling(&self, name: &str, work: impl FnOnce(&dyn Fn(Done)) + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let named = name.to_owned();
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            let tell = |done| {
                // The window may have closed meanwhile: then nobody listens.
                let _ = sender.send(done);
                ctx.request_repaint();
            };
            // Nobody may wait for ever for work that fell over.
            if let Some(fell) = super::falling::caught(&named, || work(&tell)) {
                tell(fell);
            }
        });
        if let Err(error) = started {
            log::error!("no thread for {name}: {error}");
            let _ = self.sender.send(Done::Fell(name.to_owned()));
        }
    }

    /// What is finished.
    pub fn finished(&self) -> Vec<Done> {
        self.receiver.try_iter().collect()
    }
}

/// The plan of a document and its bytes for a file.
pub fn snapshot_of(document: &Document) -> Arc<Plan> {
    Arc::clone(document.plan())
}
