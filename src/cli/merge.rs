//! `rencana merge`: one plan from two copies of it.

use super::{
    Exit, Refusal, Screen,
    args::MergeArgs,
    input::{self, Input},
};
use crate::{
    file::{self, Opened, ProblemKind, disk},
    locale::Words,
    merge::{self, Merged},
    plan::{Day, IdSource, Plan},
};
use std::path::Path;

pub(super) fn run(args: &MergeArgs, words: &Words, today: fn() -> Day, screen: &mut Screen<'_>) -> Exit {
    let inputs = [&args.base, &args.ours, &args.theirs].map(|path| input::open(path));
    let is_new = |kind| kind == ProblemKind::Empty;
    let (base, ours, theirs) = match inputs {
        [Ok(base), Ok(ours), Ok(theirs)] => (base.opened.plan, ours, theirs),
        // A version control program gives an empty file where both sides began the plan.
        [Err(base), Ok(ours), Ok(theirs)] if is_new(base.problem.kind) => {
            (Plan::new(ours.opened.plan.id), ours, theirs)
        }
        inputs => {
            for (input, path) in inputs.into_iter().zip([&args.base, &args.ours, &args.theirs]) {
                if let Err(unreadable) = input {
                    screen.warn(&unreadable.render(path, words));
                }
            }
            return Exit::Failed;
        }
    };
    for (path, opened) in [(&args.ours, &ours.opened), (&args.theirs, &theirs.opened)] {
        for note in opened.notes.iter().filter(|n| n.kind.needs_eyes()) {
            screen.warn(&format!("{}: {}", path.display(), note.render()));
        }
    }
    let merged = match merge::merge(&base, &ours.opened.plan, &theirs.opened.plan) {
        Ok(merged) => merged,
        Err(merge::OtherPlan) => {
            screen.warn(&words.get("cli-other-plan"));
            return Exit::Failed;
        }
    };
    let plan = merge::noted(&merged, today(), &mut IdSource::random(), words);
    match write(args, &plan, &ours, &theirs.opened, words) {
        Err(why) => {
            screen.warn(&why.0);
            Exit::Failed
        }
        Ok(()) => tell(&args.output, &merged, words, screen),
    }
}

fn tell(output: &Path, merged: &Merged, words: &Words, screen: &mut Screen<'_>) -> Exit {
    if merged.choices.is_empty() {
        return Exit::Clean;
    }
    for choice in merge::told(merged, words) {
        screen.say(&format!("{}: {choice}", output.display()));
    }
    screen.say(&words.with("cli-choices", &[("count", merged.choices.len().into())]));
    Exit::Findings
}

fn write(args: &MergeArgs, plan: &Plan, ours: &Input, theirs: &Opened, words: &Words) -> Result<(), Refusal> {
    let output = &args.output;
    let is_ours = input::is_same_file(output, &args.ours);
    if !is_ours && !args.force && output.symlink_metadata().is_ok() {
        return Err(Refusal(words.with("cli-already-there", &[input::named(output)])));
    }
    let extras = ours.opened.extras.clone().joined(&theirs.extras);
    let text = file::write(plan, &extras).map_err(|problem| Refusal(problem.to_string()))?;
    match disk::save(output, text.as_bytes(), is_ours.then_some(&ours.fingerprint)) {
        disk::Outcome::Conflict(_) => {
            Err(Refusal(words.with("cli-changed-meanwhile", &[input::named(output)])))
        }
        disk::Outcome::Failed(failure) => Err(Refusal(failure.to_string())),
        _ => Ok(()),
    }
}
