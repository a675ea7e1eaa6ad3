//! `rencana export`: documents from plans, several at a time.

use super::{Exit, Screen, args::ExportArgs, input};
use crate::{
    analysis::Derived,
    checks,
    export::{self, ExportError, Format, OpenCheck, Options, ShippedVoice, Source},
    file::{EXTENSION, disk},
    locale::{Interface, Words},
    pack::Packs,
    plan::Day,
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

pub(super) fn run(args: &ExportArgs, words: &Words, today: fn() -> Day, screen: &mut Screen<'_>) -> Exit {
    let formats = args.formats();
    let into_folder = goes_into_folder(args, args.files.len() * formats.len());
    let jobs: Vec<_> = args.files.iter().map(|file| Job::new(file, args, &formats, into_folder)).collect();
    if let Some((why, path)) = refusal(&jobs, args) {
        screen.warn(&words.with(why, &[input::named(path)]));
        return Exit::Failed;
    }
    if let Some(folder) = args.output.as_deref().filter(|_| into_folder)
        && let Err(failure) = disk::make_folder(folder)
    {
        screen.warn(&failure.to_string());
        return Exit::Failed;
    }
    let packs = super::packs(screen);
    let task = Task { args, day: args.date.unwrap_or_else(today), words, packs: &packs };
    in_parallel(&jobs, screen, |job, tell| task.run(job, tell))
}

/// Whether the output is a folder: it is one already, it is written as one, or several documents go there.
fn goes_into_folder(args: &ExportArgs, documents: usize) -> bool {
    args.output.as_ref().is_some_and(|output| {
        let written = output.as_os_str().to_string_lossy();
        documents > 1 || output.is_dir() || written.ends_with(std::path::is_separator)
    })
}

/// One plan and the documents to make from it.
struct Job<'a> {
    file: &'a Path,
    targets: Vec<(Format, PathBuf)>,
}

impl<'a> Job<'a> {
    fn new(file: &'a Path, args: &ExportArgs, formats: &[Format], into_folder: bool) -> Self {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
        let stem = [EXTENSION, "ron"].iter().find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'));
        let target = |format: Format| {
            let name = format!("{}{}", stem.unwrap_or(&name), format.suffix());
            match &args.output {
                None => file.with_file_name(name),
                Some(folder) if into_folder => folder.join(name),
                Some(output) => output.clone(),
            }
        };
        Self { file, targets: formats.iter().map(|format| (*format, target(*format))).collect() }
    }
}

/// Why nothing is made, as a key of interface words, and the file that it is about.
fn refusal<'j>(jobs: &'j [Job<'_>], args: &ExportArgs) -> Option<(&'static str, &'j Path)> {
    let mut taken = BTreeSet::new();
    jobs.iter().flat_map(|job| &job.targets).find_map(|(_, target)| {
        let why = if jobs.iter().any(|job| input::is_same_file(job.file, target)) {
            "cli-is-a-plan"
        } else if !taken.insert(target) {
            "cli-same-target"
        } else if !args.force && target.symlink_metadata().is_ok() {
            "cli-already-there"
        } else {
            return None;
        };
        Some((why, target.as_path()))
    })
}

/// What all jobs have in common.
struct Task<'a> {
    args: &'a ExportArgs,
    day: Day,
    words: &'a Words,
    packs: &'a Packs,
}

impl Task<'_> {
    fn run(&self, job: &Job<'_>, tell: &Tell<'_>) -> Exit {
        let opened = match input::open(job.file) {
            Ok(input) => input.opened,
            Err(unreadable) => return fail(tell, unreadable.render(job.file, self.words)),
        };
        for note in opened.notes.iter().filter(|n| n.kind.needs_eyes()) {
            tell(Said::Warning(format!("{}: {}", job.file.display(), note.render())));
        }
        let derived = Derived::new(&opened.plan);
        let words = self.headings();
        let findings = checks::check(&opened.plan, &derived);
        let checks = OpenCheck::all(&opened.plan, &derived, &findings, &words);
        let voice = ShippedVoice::new(words, self.packs, &opened.plan);
        let (lang, layout, nastaliq) = (self.args.lang.clone(), self.args.layout, self.args.nastaliq);
        let options = Options { lang, layout, nastaliq, ..Options::on(self.day) };
        let source = Source {
            plan: &opened.plan,
            derived: &derived,
            voice: &voice,
            checks: &checks,
            options: &options,
        };
        let made = job.targets.iter().map(|(format, target)| self.make(&source, *format, target, tell));
        made.max().unwrap_or(Exit::Clean)
    }

    /// Headings follow the language of the document where the program speaks it.
    fn headings(&self) -> Words {
        let chosen = self.args.lang.as_ref().and_then(|lang| Interface::from_tag(lang.as_str()));
        chosen.map_or_else(|| self.words.clone(), Words::new)
    }

    fn make(&self, source: &Source<'_>, format: Format, target: &Path, tell: &Tell<'_>) -> Exit {
        let exported = match export::export(source, format) {
            Ok(exported) => exported,
            Err(error) => {
                let detail = match &error {
                    ExportError::Refused(why) => why.as_str(),
                    _ => "",
                };
                let why = self.words.with(error.words(), &[("detail", detail.into())]);
                return fail(tell, format!("{}: {why}", target.display()));
            }
        };
        // Again: making it took a while.
        if !self.args.force && target.symlink_metadata().is_ok() {
            return fail(tell, self.words.with("cli-already-there", &[input::named(target)]));
        }
        if let disk::Outcome::Failed(failure) = disk::save(target, &exported.bytes, None) {
            return fail(tell, failure.to_string());
        }
        tell(Said::Ready(target.display().to_string()));
        for note in &exported.notes {
            let note = self.words.with(note.words(), &[("count", note.count().into())]);
            tell(Said::Warning(format!("{}: {note}", target.display())));
        }
        Exit::Clean
    }
}

/// What is printed about a document.
enum Said {
    /// The file that is there now.
    Ready(String),
    /// What a person should know, or why there is no file.
    Warning(String),
}

/// Tells something at once, from whatever thread.
type Tell<'a> = dyn Fn(Said) + 'a;

fn fail(tell: &Tell<'_>, message: String) -> Exit {
    tell(Said::Warning(message));
    Exit::Failed
}

/// Does every job, on as many threads as the computer has processors. What is told is printed when it happens: a person sees which
/// documents are ready while others are still made.
fn in_parallel<J: Sync>(
    jobs: &[J],
    screen: &mut Screen<'_>,
    work: impl Fn(&J, &Tell<'_>) -> Exit + Sync,
) -> Exit {
    let (next, worst) = (AtomicUsize::new(0), Mutex::new(Exit::Clean));
    let (send, receive) = mpsc::channel();
    let worker = |send: mpsc::Sender<Said>| {
        // Nothing is lost: the screen listens until the last sender is gone.
        let tell = |said| drop(send.send(said));
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let exit = work(job, &tell);
            let mut worst = worst.lock().unwrap_or_else(PoisonError::into_inner);
            *worst = exit.max(*worst);
        }
    };
    let helpers = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    std::thread::scope(|scope| {
        let mut started = 0;
        for i in 1..=helpers {
            let (send, worker) = (send.clone(), &worker);
            let named = std::thread::Builder::new().name(format!("export {i}"));
            started += usize::from(named.spawn_scoped(scope, move || worker(send)).is_ok());
        }
        if started == 0 {
            // The system gives no thread: then this one works, and prints afterwards.
            worker(send);
        } else {
            drop(send);
        }
        for said in receive {
            match said {
                Said::Ready(line) => {
                    screen.say(&line);
                    screen.flush();
                }
                Said::Warning(line) => screen.warn(&line),
            }
        }
    });
    worst.into_inner().unwrap_or_else(PoisonError::into_inner)
}
