//! `rencana merge`: one plan from two copies of it.

use super::{
    Exit, Refusal, Screen,
    args::{MergeArgs, Telling},
    input::{self, Input},
};
use crate::{
    analysis::Derived,
    file::{self, Extras, ProblemKind, disk},
    locale::Words,
    merge::{self, Merged, Teller, Told},
    plan::{Block, Clash, Field, Id, OpenChoice, Plan},
};
use serde::Serialize;

pub(super) fn run(args: &MergeArgs, words: &Words, screen: &mut Screen<'_>) -> Exit {
    let inputs = [&args.base, &args.ours, &args.theirs].map(|path| input::open(path));
    let is_empty = |kind| kind == ProblemKind::Empty;
    let (base, ours, theirs) = match inputs {
        [Ok(base), Ok(ours), Ok(theirs)] => (Some(base), ours, theirs),
        // A version control program gives an empty file where both sides began the plan.
        [Err(base), Ok(ours), Ok(theirs)] if is_empty(base.problem.kind) => (None, ours, theirs),
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
    let Ok((merged, extras)) = merge::merge_files(base.as_ref().map(held), held(&ours), held(&theirs)) else {
        screen.warn(&words.get("cli-other-plan"));
        return Exit::Failed;
    };
    if let Err(why) = write(args, &merged.plan, &extras, &ours, words) {
        screen.warn(&why.0);
        return Exit::Failed;
    }
    match args.format {
        Telling::Text => tell(args, &merged, words, screen),
        Telling::Json => {
            let answer = as_json(args, &merged, words);
            match serde_json::to_string_pretty(&answer) {
                Ok(json) => screen.say_json(&json),
                Err(error) => {
                    screen.warn(&error.to_string());
                    return Exit::Failed;
                }
            }
        }
    }
    if merged.plan.choices.is_empty() { Exit::Clean } else { Exit::Findings }
}

fn write(args: &MergeArgs, plan: &Plan, extras: &Extras, ours: &Input, words: &Words) -> Result<(), Refusal> {
    let output = &args.output;
    let is_ours = input::is_same_file(output, &args.ours);
    if !is_ours && !args.force && disk::exists(output) {
        return Err(Refusal(words.with("cli-already-there", &[input::named(output)])));
    }
    let text = file::write(plan, extras).map_err(|problem| Refusal(problem.to_string()))?;
    match disk::save(output, text.as_bytes(), is_ours.then_some(&ours.fingerprint)) {
        disk::Outcome::Conflict(_) => {
            Err(Refusal(words.with("cli-changed-meanwhile", &[input::named(output)])))
        }
        disk::Outcome::Failed(failure) => Err(Refusal(failure.to_string())),
        disk::Outcome::SavedBeside(_, other) => {
            let other = ("other", other.display().to_string().into());
            Err(Refusal(words.with("cli-saved-beside", &[input::named(output), other])))
        }
        _ => Ok(()),
    }
}

/// What a file holds: the plan, and what stands beside it.
fn held(input: &Input) -> (&Plan, &Extras) {
    (&input.opened.plan, &input.opened.extras)
}

/// Every open choice of the merged plan, those of earlier merges too, as it is told.
fn told<'a>(plan: &'a Plan, words: &Words) -> Vec<(&'a OpenChoice, Told)> {
    let derived = Derived::new(plan);
    let teller = Teller::new(plan, &derived, words);
    plan.choices.iter().map(|choice| (choice, teller.choice(choice))).collect()
}

fn tell(args: &MergeArgs, merged: &Merged, words: &Words, screen: &mut Screen<'_>) {
    let named = || input::named(&args.output);
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (choice, mut told) in told(&merged.plan, words) {
        if told.before.is_empty() {
            told.before = words.get("seen-nothing").into_owned();
        }
        let key = match choice.clash {
            Some(Clash::DeletedByMine | Clash::DeletedByTheirs) => "cli-choice-deleted",
            _ => "cli-choice",
        };
        let values = [
            named(),
            ("place", told.place.into()),
            ("about", on_one_line(&told.about).into()),
            ("what", told.what.into()),
            ("before", on_one_line(&told.before).into()),
            ("ours", on_one_line(&told.mine).into()),
            ("theirs", on_one_line(&told.theirs).into()),
        ];
        screen.say(&words.with(key, &values));
    }
    for block in &merged.reordered {
        let what = words.get(block.words()).into_owned();
        screen.say(&words.with("cli-reordered", &[named(), ("what", what.into())]));
    }
    let count = merged.plan.choices.len();
    if count > 0 {
        screen.say(&words.with("cli-choices", &[named(), ("count", count.into())]));
    }
}

#[derive(Serialize)]
struct AnswerJson {
    /// The file that was written.
    file: String,
    /// What is to be chosen.
    choices: Vec<ChoiceJson>,
    /// The kinds of rows of which both copies moved one to different places.
    reordered: Vec<&'static str>,
}

#[derive(Serialize)]
struct ChoiceJson {
    id: String,
    /// `changed`, `deleted-by-mine`, `deleted-by-theirs` or `circle`; mine is ours.
    clash: &'static str,
    block: Option<&'static str>,
    /// The id of the row, when it is about one.
    row: Option<String>,
    /// The name of the field in the file, when it is about one.
    field: Option<&'static str>,
    /// The language, when it is about the wording in one.
    lang: Option<String>,
    /// The place in words.
    place: String,
    /// What happened, in words.
    message: String,
    /// The values as a file has them.
    base: String,
    ours: String,
    theirs: String,
}

fn as_json(args: &MergeArgs, merged: &Merged, words: &Words) -> AnswerJson {
    let choice = |(choice, told): (&OpenChoice, Told)| ChoiceJson {
        id: choice.id.to_string(),
        clash: choice.clash.map_or("", Clash::word),
        block: choice.place.map(|place| place.block.word()),
        row: choice.place.and_then(|p| p.row).map(|row| Id::<Plan>::from_bits(row).to_string()),
        field: choice.place.and_then(|p| p.field).map(Field::name),
        lang: choice.lang.as_ref().map(|lang| lang.as_str().to_owned()),
        place: told.place,
        message: told.what,
        base: choice.base.raw().to_owned(),
        ours: choice.mine.raw().to_owned(),
        theirs: choice.theirs.raw().to_owned(),
    };
    AnswerJson {
        file: args.output.display().to_string(),
        choices: told(&merged.plan, words).into_iter().map(choice).collect(),
        reordered: merged.reordered.iter().copied().map(Block::word).collect(),
    }
}
