//! The preview of the document beside the page: a thread that lays out and draws, and what it has shown so far.
//!
//! The window says what it wants and goes on; the newest wish replaces the one before. Nothing runs while nothing changes.

use super::{
    exports::{Of, Reading},
    shell::App,
    tasks::{Done, Tab, Tasks},
};
use crate::{
    export::{self, Cancel, ExportError, Sheets, slides::Picture},
    locale::Words,
    plan::Place,
    ui::{
        Outbox,
        panes::{PreviewCx, PreviewView, preview_ui},
    },
};
use egui::{ColorImage, TextureHandle, TextureOptions, Ui};
use std::{
    collections::HashMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Work that has gone on for longer is stopped for newer one; shorter work is finished, so that typing without a rest shows too.
const PATIENCE: Duration = Duration::from_millis(500);

/// A document to lay out.
struct Work {
    tab: Tab,
    reading: Reading,
}

/// Which pages to draw, and how wide.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Wanted {
    pages: Vec<usize>,
    /// In pixels.
    width: u32,
}

/// What the window and the thread share.
#[derive(Default)]
struct Desk {
    work: Option<Work>,
    wanted: Wanted,
    /// The pictures that the window has: the key of the page and its width.
    has: HashMap<usize, (u128, u32)>,
    is_new: bool,
    is_over: bool,
    /// What is being laid out, and since when.
    running: Option<(Cancel, Instant)>,
}

/// The window's end of the desk. Goes with the pane, and the thread with it.
struct Worker(Arc<(Mutex<Desk>, Condvar)>);

fn locked(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    // The thread only puts values there; a panic leaves none half done.
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Worker {
    fn begin(tasks: &Tasks) -> Self {
        let desk = Arc::new((Mutex::new(Desk::default()), Condvar::new()));
        let theirs = Arc::clone(&desk);
        tasks.run_telling("preview", move |tell| work_on(&theirs, tell));
        Self(desk)
    }

    fn ask(&self, change: impl FnOnce(&mut Desk)) {
        let (desk, bell) = &*self.0;
        let mut desk = locked(desk);
        change(&mut desk);
        desk.is_new = true;
        bell.notify_one();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.ask(|desk| {
            desk.is_over = true;
            if let Some((cancel, _)) = &desk.running {
                cancel.stop();
            }
        });
    }
}

/// What the thread tells.
pub enum Previewed {
    /// The document was laid out, or not.
    Sheets(Tab, Result<Arc<Sheets>, ExportError>),
    /// A page of that document was drawn so wide.
    Page(Arc<Sheets>, usize, u32, Picture),
}

fn work_on(desk: &(Mutex<Desk>, Condvar), tell: &dyn Fn(Done)) {
    let (desk, bell) = desk;
    let mut sheets: Option<Arc<Sheets>> = None;
    loop {
        let work = {
            let mut desk = locked(desk);
            while !desk.is_new && !desk.is_over {
                desk = bell.wait(desk).unwrap_or_else(PoisonError::into_inner);
            }
            if desk.is_over {
                drop(desk);
                return export::forget();
            }
            desk.is_new = false;
            let work = desk.work.take();
            desk.running = work.as_ref().map(|work| (work.reading.cancel.clone(), Instant::now()));
            work
        };
        if let Some(work) = work {
            let made = work.reading.read(|source| Sheets::new(source).map(Arc::new));
            locked(desk).running = None;
            if let Ok(made) = &made {
                sheets = Some(Arc::clone(made));
            }
            if !matches!(made, Err(ExportError::Cancelled)) {
                tell(Done::Previewed(Previewed::Sheets(work.tab, made)));
            }
        }
        if let Some(sheets) = &sheets {
            draw(desk, sheets, tell);
        }
    }
}

/// Draws what is wanted and not there, until something newer is wanted.
fn draw(desk: &Mutex<Desk>, sheets: &Arc<Sheets>, tell: &dyn Fn(Done)) {
    loop {
        let (page, width) = {
            let mut desk = locked(desk);
            if desk.is_new || desk.is_over {
                return;
            }
            let width = desk.wanted.width;
            let is_missing = |page: &usize| {
                let look = sheets.key(*page).map(|key| (key, width));
                look.is_some() && desk.has.get(page).copied() != look
            };
            let Some(page) = desk.wanted.pages.iter().copied().find(is_missing) else { return };
            let look = sheets.key(page).map(|key| (page, (key, width)));
            desk.has.extend(look);
            (page, width)
        };
        if let Some(picture) = sheets.picture(page, width) {
            tell(Done::Previewed(Previewed::Page(Arc::clone(sheets), page, width, picture)));
        }
    }
}

/// A page on the screen.
struct Shown {
    look: (u128, u32),
    texture: TextureHandle,
}

/// The preview while it is open.
pub struct Preview {
    worker: Worker,
    /// What the newest work is about.
    asked: Option<Of>,
    wanted: Wanted,
    /// The document, and which plan it is of.
    sheets: Option<(Tab, Arc<Sheets>)>,
    problem: Option<ExportError>,
    pictures: HashMap<usize, Shown>,
    view: PreviewView,
}

impl Preview {
    pub fn begin(tasks: &Tasks) -> Self {
        Self {
            worker: Worker::begin(tasks),
            asked: None,
            wanted: Wanted::default(),
            sheets: None,
            problem: None,
            pictures: HashMap::new(),
            view: PreviewView::default(),
        }
    }

    /// The document that is shown.
    #[cfg(test)]
    pub fn sheets(&self) -> Option<&Arc<Sheets>> {
        self.sheets.as_ref().map(|(_, sheets)| sheets)
    }

    /// Whether the document of this plan and pictures of all pages in sight are there.
    #[cfg(test)]
    pub fn is_complete(&self, tab: Tab) -> bool {
        let Some((_, sheets)) = self.sheets.as_ref().filter(|(of, _)| *of == tab) else { return false };
        let is_drawn = |page: &usize| {
            let look = sheets.key(*page).map(|key| (key, self.wanted.width));
            self.pictures.get(page).map(|shown| shown.look) == look
        };
        !self.wanted.pages.is_empty() && self.wanted.pages.iter().all(is_drawn)
    }

    /// Shows it for a plan.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        tab: Tab,
        (focus, is_focused): (Option<Place>, bool),
        out: &mut Outbox,
    ) {
        let pictures = &self.pictures;
        let problem = self
            .problem
            .as_ref()
            .map(|problem| words.with("preview-problem", &[("detail", problem.to_string().into())]));
        let cx = PreviewCx {
            words,
            sheets: self.sheets.as_ref().filter(|(of, _)| *of == tab).map(|(_, sheets)| &**sheets),
            picture: &|page| pictures.get(&page).map(|shown| shown.texture.id()),
            problem: problem.as_deref(),
            focus,
            is_focused,
        };
        preview_ui(ui, &cx, &mut self.view, out);
        let wanted = Wanted { pages: self.view.wanted.clone(), width: self.view.width };
        if wanted != self.wanted {
            self.pictures.retain(|page, _| wanted.pages.contains(page));
            let has = self.pictures.iter().map(|(page, shown)| (*page, shown.look)).collect();
            self.wanted = wanted.clone();
            self.worker.ask(|desk| (desk.wanted, desk.has) = (wanted, has));
        }
    }

    fn take(&mut self, ctx: &egui::Context, done: Previewed) {
        match done {
            Previewed::Sheets(tab, Ok(sheets)) => {
                if self.sheets.as_ref().is_some_and(|(of, _)| *of != tab) {
                    (self.pictures, self.view) = Default::default();
                    // The thread believes that the window still has what it drew: what is wanted next is told anew.
                    self.wanted = Wanted::default();
                }
                self.problem = None;
                self.sheets = Some((tab, sheets));
            }
            Previewed::Sheets(_, Err(problem)) => self.problem = Some(problem),
            Previewed::Page(sheets, page, width, picture) => {
                let is_shown = self.sheets.as_ref().is_some_and(|(_, shown)| Arc::ptr_eq(shown, &sheets));
                let Some(key) = sheets.key(page).filter(|_| is_shown) else { return };
                let size = [picture.width, picture.height];
                let image = ColorImage::from_rgba_premultiplied(size, &picture.rgba);
                let texture = ctx.load_texture(format!("preview {page}"), image, TextureOptions::LINEAR);
                if self.wanted.pages.contains(&page) {
                    self.pictures.insert(page, Shown { look: (key, width), texture });
                }
            }
        }
    }
}

impl App {
    /// The thread of the preview fell over: it goes, and can be opened anew.
    pub(super) fn preview_fell(&mut self) {
        self.preview = None;
        self.settings.preview_open = false;
    }

    /// Opens the preview or closes it.
    pub(super) fn toggle_preview(&mut self) {
        self.settings.preview_open = !self.settings.preview_open;
        self.settings.save(self.folder.as_deref());
    }

    /// Asks for the document anew when something that it shows has changed; ends the work when the preview is closed.
    pub(super) fn follow_preview(&mut self) {
        let open = self.current.and_then(|i| self.open.get(i)).filter(|_| self.settings.preview_open);
        let Some(open) = open else {
            self.preview = None;
            return;
        };
        let of = self.document_of(open, open.shown.clone());
        if self.preview.as_ref().is_some_and(|preview| preview.asked.as_ref() == Some(&of)) {
            return;
        }
        let work = Work { tab: of.tab, reading: self.reading(open, &of, Cancel::default()) };
        let preview = self.preview.get_or_insert_with(|| Preview::begin(&self.tasks));
        preview.asked = Some(of);
        preview.worker.ask(|desk| {
            if let Some((cancel, _)) = desk.running.as_ref().filter(|(_, since)| since.elapsed() > PATIENCE) {
                cancel.stop();
            }
            desk.work = Some(work);
        });
    }

    /// Takes what the thread of the preview tells.
    pub(super) fn previewed(&mut self, ctx: &egui::Context, done: Previewed) {
        if let Some(preview) = &mut self.preview {
            preview.take(ctx, done);
        }
    }
}

#[cfg(test)]
mod tests;
