//! Recovery copies: one second after a change, and at least every two seconds while changes go on.

use super::{
    clock, falling,
    open_plan::OpenPlan,
    shell::App,
    tasks::{Done, snapshot_of},
};
use crate::file::{
    self,
    limits::{self, Size},
    recovery::{Meta, RecoveryStore},
};
use egui::Context;
use std::sync::Arc;

/// Seconds after the last change.
const REST: f64 = 1.0;
/// Seconds after the first change that is not in a copy.
const MOST: f64 = 2.0;
/// When a program with recovered work has lived for so many seconds, it did not end by opening it.
const ALIVE: f64 = 10.0;

impl App {
    /// Starts a copy of each plan that needs one, and has the window wake up when the next is due.
    pub(super) fn keep_copies(&mut self, ctx: &Context) {
        let Some(store) = &self.recovery else { return };
        let now = ctx.input(|i| i.time);
        let mut due_in: Option<f64> = None;
        for open in &mut self.open {
            if note_change(open, now) {
                remember_for_a_fall(open, store);
            }
            if let Some((_, since)) = open.kept.tries {
                if now - since >= ALIVE {
                    open.kept.tries = None;
                    open.kept.changed_at = Some(0.0);
                } else {
                    due_in = Some(due_in.map_or(ALIVE, |d| d.min(ALIVE)));
                }
            }
            let Some(first) = open.kept.changed_at else { continue };
            if open.kept.writing.is_some() {
                continue;
            }
            let wait = (open.kept.last_change + REST).min(first + MOST) - now;
            if wait > 0.0 {
                due_in = Some(due_in.map_or(wait, |d| d.min(wait)));
                continue;
            }
            let Some(slot) = open.slot.clone().or_else(|| store.slot().ok()) else { continue };
            open.slot = Some(slot.clone());
            let revision = open.document.revision();
            open.kept.writing = Some(revision);
            open.kept.changed_at = None;
            let (plan, extras, tab) = (snapshot_of(&open.document), open.extras.clone(), open.tab);
            let meta = meta_of(open);
            let store = Arc::clone(store);
            self.tasks.run("recovery copy", move || {
                let written = file::write(&plan, &extras).ok();
                let size =
                    written.as_ref().map_or(Size::Usual, |text| Size::of(file::rows(&plan), text.len()));
                let is_kept =
                    written.is_some_and(|text| store.snapshot(&slot, text.as_bytes(), &meta).is_ok());
                Done::Snapshot(tab, revision, is_kept, size)
            });
        }
        if let Some(seconds) = due_in {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.clamp(0.01, ALIVE)));
        }
    }

    /// A copy was written, or not.
    pub(super) fn copy_kept(&mut self, ctx: &Context, tab: super::tasks::Tab, revision: u64, is_kept: bool) {
        let failed = self.words.get("recovery-failed").into_owned();
        let Some(open) = self.plan_of(tab) else { return };
        open.kept.writing = None;
        let was_failing = std::mem::replace(&mut open.kept.has_failed, !is_kept);
        if is_kept {
            open.kept.revision = revision;
            open.kept.at = clock::time_of_day();
            // Saved meanwhile: the copy is older than the file and would only puzzle.
            if !open.is_unsaved() {
                self.drop_copy(tab);
            }
        } else if !was_failing {
            self.toasts.say(ctx, super::toasts::Mood::Bad, failed);
        }
    }

    /// Tells while there is time that a plan grows beyond what a file may hold; once for each step.
    pub(super) fn tell_size(&mut self, ctx: &Context, tab: super::tasks::Tab, size: Size) {
        let Some(open) = self.plan_of(tab) else { return };
        let told = std::mem::replace(&mut open.kept.size, size);
        let key = match size {
            Size::NearLimit => "plan-near-limit",
            Size::OverLimit => "plan-over-limit",
            Size::Usual => return,
        };
        if size > told {
            let most = (limits::REFUSE_ABOVE >> 20) as usize;
            let about = [("rows", limits::MOST_ROWS.into()), ("megabytes", most.into())];
            let said = self.words.with(key, &about);
            self.toasts.say(ctx, super::toasts::Mood::Bad, said);
        }
    }

    /// Throws the copy of a plan away: it was saved, or its changes were given up.
    pub(super) fn drop_copy(&mut self, tab: super::tasks::Tab) {
        let store = self.recovery.clone();
        let Some(open) = self.plan_of(tab) else { return };
        open.kept.at.clear();
        open.kept.changed_at = None;
        if let (Some(store), Some(slot)) = (store, &open.slot) {
            falling::forget(slot);
            store.clear(slot);
        }
    }
}

fn meta_of(open: &OpenPlan) -> Meta {
    Meta {
        path: open.path.clone(),
        base: open.fingerprint.as_ref().map(file::disk::Fingerprint::hex),
        seconds: clock::seconds(),
        title: open.title(),
        tries: open.kept.tries.map_or(0, |(tries, _)| tries),
    }
}

/// Has the newest state of a plan at hand, should the program fall before the next copy is written.
fn remember_for_a_fall(open: &mut OpenPlan, store: &Arc<RecoveryStore>) {
    if !open.is_unsaved() {
        open.slot.iter().for_each(falling::forget);
        return;
    }
    if open.slot.is_none() {
        open.slot = store.slot().ok();
    }
    let Some(slot) = open.slot.clone() else { return };
    // What stands beside the plan changes only with a merge: it is copied once, not with each letter.
    let extras = match &open.kept.extras {
        Some(extras) if **extras == open.extras => Arc::clone(extras),
        _ => Arc::new(open.extras.clone()),
    };
    open.kept.extras = Some(Arc::clone(&extras));
    let (store, plan, meta) = (Arc::clone(store), snapshot_of(&open.document), meta_of(open));
    falling::remember(falling::Newest { slot, store, plan, extras, meta });
}

/// Notices that a plan changed since the last frame. Says whether it did.
fn note_change(open: &mut OpenPlan, now: f64) -> bool {
    let revision = open.document.revision();
    if open.kept.seen == revision {
        return false;
    }
    open.kept.seen = revision;
    if open.is_unsaved() {
        open.kept.last_change = now;
        open.kept.changed_at = open.kept.changed_at.or(Some(now));
    } else {
        open.kept.changed_at = None;
    }
    true
}
