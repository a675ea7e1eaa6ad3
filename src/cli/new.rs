//! `rencana new`: a plan that knows its country.

use super::{Exit, Refusal, Screen, args::NewArgs, input};
use crate::{
    file::{self, EXTENSION, Extras, disk},
    locale::{Arg, Words},
    pack::{NewPlan, Packs},
    plan::{IdSource, Key, Text},
};
use std::path::{Path, PathBuf};

pub(super) fn run(args: &NewArgs, words: &Words, screen: &mut Screen<'_>) -> Exit {
    let packs = super::packs(screen);
    match begin(args, &packs, words) {
        Ok(path) => {
            screen.say(&path.display().to_string());
            Exit::Clean
        }
        Err(Refusal(why)) => {
            screen.warn(&why);
            Exit::Failed
        }
    }
}

/// Writes the plan and says where, or why not.
fn begin(args: &NewArgs, packs: &Packs, words: &Words) -> Result<PathBuf, Refusal> {
    let country = args.country;
    if !packs.countries().iter().any(|known| known.code == country) {
        return Err(Refusal(words.with("cli-no-such-country", &[("code", country.code().into())])));
    }
    let programme = Key::new(&args.programme);
    if !args.programme.is_empty() && packs.programme(&programme).is_none() {
        let known: Vec<_> = packs.programmes().iter().map(|p| p.key.as_str()).collect();
        let values = [("key", args.programme.as_str().into()), ("known", Arg::Text(known.join(", ")))];
        return Err(Refusal(words.with("cli-no-such-programme", &values)));
    }
    let path = with_extension(&args.output);
    if path.symlink_metadata().is_ok() {
        return Err(Refusal(words.with("cli-plan-already-there", &[input::named(&path)])));
    }
    let wish =
        NewPlan { country: Some(country), programme, title: Text::english(&args.title), start: args.start };
    let plan = packs.new_plan(IdSource::random().next(), &wish);
    let text = file::write(&plan, &Extras::default()).map_err(|problem| Refusal(problem.to_string()))?;
    match disk::save(&path, text.as_bytes(), None) {
        disk::Outcome::Failed(failure) => Err(Refusal(failure.to_string())),
        _ => Ok(path),
    }
}

fn with_extension(path: &Path) -> PathBuf {
    let name = path.as_os_str().to_string_lossy();
    if name.ends_with(&format!(".{EXTENSION}")) {
        return path.to_path_buf();
    }
    let mut longer = path.as_os_str().to_os_string();
    longer.push(".");
    longer.push(EXTENSION);
    longer.into()
}
