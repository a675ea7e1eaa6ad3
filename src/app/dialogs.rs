//! The system's file dialogs, and the program's own where the system has none.

use super::{
    picker::Picker,
    tasks::{Done, Tasks},
};
use crate::locale::Words;
use rfd::AsyncFileDialog;
use std::{
    future::Future,
    path::PathBuf,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Set when the system's dialog could not be shown: its answer looks like "cancelled", only the log tells.
static PORTAL_FAILED: AtomicBool = AtomicBool::new(false);

struct PortalListener;

impl log::Log for PortalListener {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Warn
    }

    fn log(&self, record: &log::Record<'_>) {
        let failed = record.level() == log::Level::Error && record.target().starts_with("rfd");
        if failed {
            PORTAL_FAILED.store(true, Ordering::SeqCst);
        } else if self.enabled(record.metadata()) && !record.target().starts_with("rfd") {
            eprintln!("{}: {}", record.target(), record.args());
        }
    }

    fn flush(&self) {}
}

/// Listens to what the library of dialogs says in its log.
pub fn listen_to_portal() {
    // A second window of one process, as in tests, finds the listener there already.
    if log::set_logger(&PortalListener).is_ok() {
        log::set_max_level(log::LevelFilter::Warn);
    }
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What the dialog says at the top.
    pub title: String,
    /// The name of the kind of file.
    pub kind: String,
    /// The endings of such files, without the first dot.
    pub endings: Vec<String>,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
    /// What is to be chosen.
    pub goal: Goal,
}

/// What a dialog is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Files to open.
    Open,
    /// A place to save, beginning with this name.
    Save(String),
    /// A folder to put files into.
    Folder,
}

type Answer = Box<dyn FnOnce(Option<Vec<PathBuf>>) -> Done + Send>;

/// The dialogs of the window: one at a time.
#[derive(Default)]
pub struct Dialogs {
    busy: Arc<AtomicBool>,
    /// The program's own dialog, while it is open.
    own: Option<(Box<Picker>, Answer)>,
    /// What to ask again in the program's own dialog, if the system's fails.
    pending: Option<Ask>,
    /// Whether the last answer came from the program's own dialog.
    was_own: bool,
}

impl Dialogs {
    /// Whether a dialog is open.
    pub fn is_busy(&self) -> bool {
        self.busy.load(Ordering::SeqCst) || self.own.is_some()
    }

    /// Whether the last answer came from the program's own dialog, which asks nothing about a file that is there already.
    pub fn was_own(&self) -> bool {
        self.was_own
    }

    /// Asks with the system's dialog. The answer comes over the tasks.
    pub fn ask(
        &mut self,
        frame: Option<&eframe::Frame>,
        tasks: &Tasks,
        ask: Ask,
        answer: impl FnOnce(Option<Vec<PathBuf>>) -> Done + Send + 'static,
    ) {
        if self.is_busy() {
            return;
        }
        let Some(frame) = frame.filter(|_| !PORTAL_FAILED.load(Ordering::SeqCst)) else {
            self.ask_own(ask, Box::new(answer));
            return;
        };
        // The future is made on this thread (macOS asks for it) and waited for on another, so that the window goes on painting.
        let future = native(frame, &ask);
        self.pending = Some(ask);
        self.was_own = false;
        self.busy.store(true, Ordering::SeqCst);
        let busy = Arc::clone(&self.busy);
        tasks.run("file dialog", move || {
            let paths = pollster::block_on(future);
            busy.store(false, Ordering::SeqCst);
            answer(paths)
        });
    }

    /// Whether the system's dialog has just failed; then [`Dialogs::again`] asks in the program's own.
    pub fn has_failed(&self) -> bool {
        self.pending.is_some() && PORTAL_FAILED.load(Ordering::SeqCst)
    }

    /// Asks again what the system's dialog could not ask.
    pub fn again(&mut self, answer: impl FnOnce(Option<Vec<PathBuf>>) -> Done + Send + 'static) {
        if let Some(ask) = self.pending.take() {
            self.ask_own(ask, Box::new(answer));
        }
    }

    fn ask_own(&mut self, ask: Ask, answer: Answer) {
        self.was_own = true;
        self.own = Some((Box::new(Picker::new(ask)), answer));
    }

    /// Shows the program's own dialog while it is open; gives the answer when there is one.
    pub fn ui(&mut self, ctx: &egui::Context, words: &Words) -> Option<Done> {
        let (picker, _) = self.own.as_mut()?;
        let picked = picker.ui(ctx, words)?;
        let (_, answer) = self.own.take()?;
        Some(answer(picked))
    }
}

fn native(frame: &eframe::Frame, ask: &Ask) -> Pin<Box<dyn Future<Output = Option<Vec<PathBuf>>> + Send>> {
    // The portal's filter tells capital letters from small ones.
    let endings: Vec<String> = ask.endings.iter().flat_map(|e| [e.clone(), e.to_uppercase()]).collect();
    let mut dialog =
        AsyncFileDialog::new().set_title(&ask.title).add_filter(&ask.kind, &endings).set_parent(frame);
    if let Some(folder) = &ask.folder {
        dialog = dialog.set_directory(folder);
    }
    match &ask.goal {
        Goal::Save(name) => {
            let future = dialog.set_file_name(name).save_file();
            Box::pin(async move { future.await.map(|f| vec![f.path().to_path_buf()]) })
        }
        Goal::Folder => {
            let future = dialog.pick_folder();
            Box::pin(async move { future.await.map(|f| vec![f.path().to_path_buf()]) })
        }
        Goal::Open => {
            let future = dialog.pick_files();
            Box::pin(async move {
                let paths: Vec<PathBuf> = future.await?.iter().map(|f| f.path().to_path_buf()).collect();
                (!paths.is_empty()).then_some(paths)
            })
        }
    }
}

/// The path with the ending that such files have; and whether that changed it, so that the system has not asked about a file
/// that is already there.
pub fn with_ending(path: PathBuf, ending: &str) -> (PathBuf, bool) {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let wanted = format!(".{ending}");
    if name.to_lowercase().ends_with(&wanted) {
        return (path, false);
    }
    // "x.ron" becomes "x.plan.ron", "x.plan" too.
    let mut stem = name.as_str();
    for part in wanted.split('.').filter(|p| !p.is_empty()).rev() {
        if let Some(shorter) = stem.strip_suffix(&format!(".{part}")) {
            stem = shorter;
        }
    }
    (path.with_file_name(format!("{stem}{wanted}")), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        let check = |given: &str, ending: &str, expected: &str, changed: bool| {
            assert_eq!(with_ending(given.into(), ending), (PathBuf::from(expected), changed), "{given}");
        };
        check("/a/weaving", "plan.ron", "/a/weaving.plan.ron", true);
        check("/a/weaving.plan.ron", "plan.ron", "/a/weaving.plan.ron", false);
        check("/a/Weaving.PLAN.RON", "plan.ron", "/a/Weaving.PLAN.RON", false);
        check("/a/weaving.ron", "plan.ron", "/a/weaving.plan.ron", true);
        check("/a/weaving.plan", "plan.ron", "/a/weaving.plan.ron", true);
        check("/a/v1.2 draft", "plan.ron", "/a/v1.2 draft.plan.ron", true);
        check("/a/plan", "pdf", "/a/plan.pdf", true);
    }
}
