//! Plans that somebody else has open: asked about before they are, shown as read-only, never blocked.

use super::{
    clock,
    notices::bar,
    open_plan::OpenPlan,
    shell::App,
    tasks::{Done, Tab},
    toasts::Mood,
};
use crate::{
    document::Document,
    file::{
        disk,
        lock::{self, Holder, Lock, TOUCH_EVERY, Taken},
    },
    locale::Words,
    ui::kit,
};
use egui::{Context, Ui};
use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    time::Duration,
};

/// How often it is looked whether somebody else still has a plan open, in seconds.
const LOOK_EVERY: f64 = 10.0;

/// Why a plan is only to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Somebody else has it open.
    OpenElsewhere(Holder),
    /// Somebody else had it open, and has closed it: it may be changed now.
    Freed(Holder),
    /// Its file is marked so.
    Marked,
}

/// A lock that is touched every minute for as long as it is held.
pub struct Held {
    lock: Arc<Lock>,
    /// Closing it ends the thread that touches.
    _stop: Sender<()>,
}

impl Held {
    /// Holds a lock.
    pub fn new(lock: Lock) -> Self {
        let lock = Arc::new(lock);
        let (stop, stopped) = channel();
        // The thread must not keep the lock: it goes with the plan, also when the program ends.
        let touched = Arc::downgrade(&lock);
        let _ = std::thread::Builder::new().name("lock".into()).spawn(move || {
            while stopped.recv_timeout(TOUCH_EVERY) == Err(RecvTimeoutError::Timeout) {
                match touched.upgrade() {
                    Some(lock) => lock.touch(clock::system()),
                    None => return,
                }
            }
        });
        Self { lock, _stop: stop }
    }

    /// Whether it stands beside this plan.
    pub fn is_of(&self, plan: &Path) -> bool {
        self.lock.is_there() && self.lock.is_at(&lock::path_of(plan))
    }
}

/// The person at this computer, for locks of plans.
pub fn me() -> Holder {
    let named = |name: &str| std::env::var(name).ok().filter(|n| !n.is_empty());
    Holder {
        name: named("USER").or_else(|| named("USERNAME")).unwrap_or_default(),
        machine: gethostname::gethostname().to_string_lossy().into_owned(),
        process: std::process::id(),
        since: u64::try_from(clock::now().as_second()).unwrap_or(0),
    }
}

/// "Amina on FIELD-LAPTOP (since 14:02)".
pub fn holder_words(holder: &Holder, words: &Words) -> String {
    let since = clock::when(words, holder.since);
    match (holder.name.is_empty(), holder.machine.is_empty()) {
        (true, true) => words.get("holder-somebody").into_owned(),
        (true, false) => words
            .with("holder-machine", &[("machine", holder.machine.as_str().into()), ("since", since.into())]),
        _ => words.with(
            "holder-named",
            &[
                ("name", holder.name.as_str().into()),
                ("machine", holder.machine.as_str().into()),
                ("since", since.into()),
            ],
        ),
    }
}

/// What is wanted of a plan that is only to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnlyAnswer {
    /// A copy that can be changed.
    Copy,
    /// To change it all the same.
    Edit,
}

/// Says that a plan is only to be read, and why.
pub fn read_only_ui(ui: &mut Ui, open: &OpenPlan, words: &Words) -> Option<ReadOnlyAnswer> {
    let read_only = open.read_only.as_ref()?;
    let said = match read_only {
        ReadOnly::OpenElsewhere(holder) => {
            words.with("notice-open-elsewhere", &[("who", holder_words(holder, words).into())])
        }
        ReadOnly::Freed(holder) if holder.name.is_empty() => words.get("notice-freed").into_owned(),
        ReadOnly::Freed(holder) => words.with("notice-freed-by", &[("name", holder.name.as_str().into())]),
        ReadOnly::Marked => words.get("notice-marked").into_owned(),
    };
    let mut answer = None;
    bar(ui, "notice read-only", &said, |ui| {
        if matches!(read_only, ReadOnly::Freed(_))
            && kit::primary_button(ui, &words.get("notice-edit")).clicked()
        {
            answer = Some(ReadOnlyAnswer::Edit);
        }
        if kit::button(ui, &words.get("notice-copy")).clicked() {
            answer = Some(ReadOnlyAnswer::Copy);
        }
        if matches!(read_only, ReadOnly::OpenElsewhere(_))
            && kit::link_button(ui, &words.get("notice-edit-anyway")).clicked()
        {
            answer = Some(ReadOnlyAnswer::Edit);
        }
    });
    answer
}

impl App {
    /// Does what is wanted of a plan that is only to be read.
    pub(super) fn read_only_answered(&mut self, tab: Tab, answer: ReadOnlyAnswer) {
        let Some(open) = self.plan_of(tab) else { return };
        // What the other one saved last comes first, with a lock of one's own.
        if let (Some(ReadOnly::Freed(_)), ReadOnlyAnswer::Edit, Some(path)) =
            (&open.read_only, answer, &open.path)
        {
            let path = path.clone();
            return self.reopen_to_change(path);
        }
        open.read_only = None;
        if answer == ReadOnlyAnswer::Copy {
            open.make_copy();
        }
    }

    /// Looks now and then whether a plan that is only to be read is free by now.
    pub(super) fn watch_readers(&mut self, ctx: &Context) {
        let is_open_elsewhere = |open: &&OpenPlan| matches!(open.read_only, Some(ReadOnly::OpenElsewhere(_)));
        if !self.open.iter().any(|open| is_open_elsewhere(&open)) {
            return;
        }
        let now = ctx.input(|i| i.time);
        ctx.request_repaint_after(Duration::from_secs_f64(LOOK_EVERY));
        if now - self.readers_looked < LOOK_EVERY {
            return;
        }
        self.readers_looked = now;
        for open in self.open.iter().filter(is_open_elsewhere) {
            let (Some(path), tab) = (open.path.clone(), open.tab) else { continue };
            self.tasks.run_telling("look at lock", move |tell| {
                // A folder that is away says nothing about the other one.
                if disk::exists(&path) && lock::holder(&path, &me(), clock::system()).is_none() {
                    tell(Done::Freed(tab));
                }
            });
        }
    }

    /// Nobody else has a plan open any more.
    pub(super) fn freed(&mut self, ctx: &Context, tab: Tab) {
        let Some(open) = self.plan_of(tab) else { return };
        if let Some(ReadOnly::OpenElsewhere(holder)) = &open.read_only {
            open.read_only = Some(ReadOnly::Freed(holder.clone()));
            ctx.request_repaint();
        }
    }

    /// Says kindly that a plan cannot be changed, when it cannot.
    pub(super) fn refuses_edits(&mut self, ctx: &Context) -> bool {
        let is_read_only = self.shown().is_some_and(|o| o.read_only.is_some());
        if is_read_only {
            let said = self.words.get("read-only-toast").into_owned();
            self.toasts.say(ctx, Mood::Plain, said);
        }
        is_read_only
    }

    /// Locks the file of a plan that was saved under a new name, on a thread: it may be far away.
    pub(super) fn lock_new_file(&mut self, tab: Tab) {
        let Some(open) = self.plan_of(tab) else { return };
        let Some(path) = open.path.clone() else { return };
        if open.lock.as_ref().is_some_and(|held| held.is_of(&path)) {
            return;
        }
        open.lock = None;
        self.tasks.run("lock", move || {
            let taken = lock::take(&path, &me(), clock::system());
            Done::Locked(tab, path, taken)
        });
    }

    /// The file of a plan was locked, or not.
    pub(super) fn locked(&mut self, tab: Tab, path: &Path, taken: Taken) {
        if let (Some(open), Taken::Mine(lock)) = (self.plan_of(tab), taken)
            && open.path.as_deref() == Some(path)
        {
            open.lock = Some(Held::new(lock));
        }
    }
}

impl OpenPlan {
    /// Makes this plan a copy without a file: the file it came from is nobody's business here any more.
    pub fn make_copy(&mut self) {
        let name = self.path.take().and_then(|p| p.file_name().map(|n| n.to_string_lossy().into_owned()));
        self.copy_of = name;
        self.fingerprint = None;
        self.lock = None;
        self.read_only = None;
        self.is_stranded = false;
        self.document.mark_unsaved();
    }

    /// A plan that is in no file yet.
    pub fn without_file(plan: crate::plan::Plan, extras: crate::file::Extras) -> Self {
        Self::new(Tab(0), Document::unsaved(plan), extras)
    }
}
