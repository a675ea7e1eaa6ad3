//! When the program falls over a mistake of its own: the newest state of each plan is kept, a note is left for the next start, and the
//! window comes back by itself.

use super::{clock, exports::EARLY_THREAD, shell::App, tasks::Done, toasts::Mood};
use crate::{
    file::{
        self, Extras,
        fall::Fall,
        recovery::{Meta, RecoveryStore, Slot},
    },
    plan::Plan,
};
use egui::Context;
use std::{
    cell::RefCell,
    panic::PanicHookInfo,
    path::{Path, PathBuf},
    sync::{Arc, mpsc::channel},
    time::{Duration, Instant},
};

/// What would be lost if the program fell now.
pub struct Newest {
    /// The slot of its recovery copies.
    pub slot: Slot,
    /// Where they are.
    pub store: Arc<RecoveryStore>,
    /// The plan.
    pub plan: Arc<Plan>,
    /// What stands beside it.
    pub extras: Arc<Extras>,
    /// What is known of it.
    pub meta: Meta,
}

thread_local! {
    /// The plans of this thread's window that have changes which are in no file.
    static NEWEST: RefCell<Vec<Newest>> = const { RefCell::new(Vec::new()) };
}

/// The writing of the last copies may take so long; then the copies must do that were made before.
const PATIENCE: Duration = Duration::from_secs(2);
/// A program that fell sooner after its start is not started again: it might do nothing else any more.
const ALIVE: Duration = Duration::from_secs(30);

/// Remembers the newest state of a plan.
pub fn remember(newest: Newest) {
    forget(&newest.slot);
    let _ = NEWEST.try_with(|all| all.try_borrow_mut().map(|mut all| all.push(newest)));
}

/// A plan was saved or given up.
pub fn forget(slot: &Slot) {
    let _ = NEWEST.try_with(|all| all.try_borrow_mut().map(|mut all| all.retain(|n| n.slot != *slot)));
}

/// From now on a fall of this thread, which draws the window, keeps the newest state of its plans and leaves a note in the data folder.
pub fn listen(data_folder: Option<PathBuf>) {
    let (window, usual) = (std::thread::current().id(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |info| {
        usual(info);
        if std::thread::current().id() == window {
            keep_what_is_left(info, data_folder.as_deref());
        }
    }));
}

/// The last act. On a thread of its own: a second mistake on this one would end everything at once.
fn keep_what_is_left(info: &PanicHookInfo<'_>, data_folder: Option<&Path>) {
    let all = NEWEST.try_with(|all| all.try_borrow_mut().map(|mut all| std::mem::take(&mut *all)));
    let all = all.ok().and_then(Result::ok).unwrap_or_default();
    let fall = Fall {
        seconds: clock::seconds(),
        place: info.location().map(ToString::to_string).unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let folder = data_folder.map(PathBuf::from);
    let (done, is_done) = channel();
    let started = std::thread::Builder::new().name("last copies".into()).spawn(move || {
        for Newest { slot, store, plan, extras, meta } in all {
            if let Ok(text) = file::write(&plan, &extras) {
                let _ = store.snapshot(&slot, text.as_bytes(), &meta);
            }
        }
        if let Some(folder) = folder {
            let _ = fall.leave(&folder);
        }
        let _ = done.send(());
    });
    if started.is_ok() {
        let _ = is_done.recv_timeout(PATIENCE);
    }
}

/// The window is gone: says so, and starts the program again, which offers what was kept.
pub fn rise(started: Instant) {
    eprintln!(
        "rencana: a mistake of the program ended it. What you had written is kept and offered at the next start"
    );
    if started.elapsed() < ALIVE {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let _ = std::process::Command::new(program).spawn();
    }
}

/// Falls so many seconds after the first frame as `RENCANA_FALL_AFTER` says: so `tests/tools/real-start` sees what comes after. A release
/// cannot be asked.
#[cfg(debug_assertions)]
pub fn fall_when_asked() {
    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let began = *BEGAN.get_or_init(Instant::now);
    let asked = std::env::var("RENCANA_FALL_AFTER").ok().and_then(|seconds| seconds.parse().ok());
    assert!(asked.is_none_or(|seconds| began.elapsed() < Duration::from_secs(seconds)), "asked to fall");
}

impl App {
    /// What the start screen says about the fall of the last run.
    pub(super) fn fall_words(&self) -> Option<String> {
        let fall = self.fall.as_ref()?;
        Some(self.words.with("fall", &[("when", clock::when(&self.words, fall.seconds).into())]))
    }

    /// Work on a thread fell over. What waits for it must not wait for ever.
    pub(super) fn work_fell(&mut self, ctx: &Context, name: &str) {
        if name == EARLY_THREAD {
            // It is made once more when it has a name, and told then.
            return;
        }
        for open in &mut self.open {
            match name {
                "save" => open.is_saving = false,
                "join" => open.is_joining = false,
                "check" => open.check_anew(),
                // Once more, a while later.
                "recovery copy" if open.kept.writing.take().is_some() => {
                    open.kept.changed_at = Some(ctx.input(|i| i.time));
                }
                _ => {}
            }
        }
        let said = self.words.get("work-fell").into_owned();
        match name {
            "export" => self.making.clear(),
            "slides" | "slide" => self.talk_fell(&said),
            "preview" => self.preview_fell(),
            _ => {}
        }
        self.closing = None;
        self.toasts.say(ctx, Mood::Bad, said);
    }
}

/// Does work, and says so when it falls over.
pub fn caught(name: &str, work: impl FnOnce()) -> Option<Done> {
    let fell = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err();
    fell.then(|| Done::Fell(name.to_owned()))
}
