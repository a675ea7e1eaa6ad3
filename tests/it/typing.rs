//! Somebody types in the window, and the program is killed: at most two seconds of typing are gone.

use crate::window::{Folder, example, field, has, wait, window};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use rencana::file::{self, recovery::RecoveryStore};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const NAME: &str = "at_most_two_seconds_of_typing_are_gone";
const VICTIM: &str = "RENCANA_TYPIST";

/// Types one letter after the other, eight a second, and says after each how many there are. The window's clock is the one on the
/// wall.
fn type_for_ever(folder: &Path) -> ! {
    let mut harness = window(folder, vec![folder.join("lokta.plan.ron")]);
    wait(&mut harness, "the plan", |h| has(h, "Superior"));
    let before = field(&harness, "Superior").chars().count();
    harness.get_by_role_and_label(Role::TextInput, "Superior").focus();
    harness.run_ok();
    let mut out = std::io::stdout();
    let (start, began) = (harness.ctx.input(|i| i.time), Instant::now());
    for letter in 1u32.. {
        harness.event(egui::Event::Text("x".into()));
        while began.elapsed() < Duration::from_millis(125) * letter {
            harness.input_mut().time = Some(start + began.elapsed().as_secs_f64());
            harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        let count = field(&harness, "Superior").chars().count() - before;
        writeln!(out, "\ntyped {count}").unwrap();
        out.flush().unwrap();
    }
    unreachable!("nobody types so much")
}

#[test]
fn at_most_two_seconds_of_typing_are_gone() {
    if let Some(folder) = std::env::var_os(VICTIM) {
        type_for_ever(Path::new(&folder));
    }
    let kills: u64 = if std::env::var_os("RENCANA_LONG").is_some() { 100 } else { 2 };
    let mut worst = Duration::ZERO;
    for kill in 0..kills {
        let folder = Folder::new(&format!("typing-{kill}"));
        let path = example(&folder);
        let before =
            file::read(&std::fs::read(&path).unwrap()).unwrap().plan.identity.superior.raw().chars().count();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &format!("typing::{NAME}"), "--nocapture", "--test-threads=1"])
            .env(VICTIM, &folder.0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // When each letter was there, until the kill: some seconds in, at another moment each time.
        let mut typed: Vec<(usize, Instant)> = Vec::new();
        let mut until = None;
        while until.is_none_or(|u| Instant::now() < u) {
            let line = out.next().expect("the typist ended by itself");
            if let Some(count) = line.strip_prefix("typed ") {
                typed.push((count.parse().unwrap(), Instant::now()));
                until = until.or(Some(Instant::now() + Duration::from_millis(2500 + kill * 617 % 2300)));
            }
        }
        child.kill().unwrap();
        let killed = Instant::now();
        child.wait().unwrap();
        let store = RecoveryStore::new(&folder.0.join("data")).unwrap();
        let orphans = store.orphans();
        let kept = orphans.first().and_then(|o| file::read(&store.restore(o).ok()?).ok());
        let kept = kept.map_or(0, |opened| opened.plan.identity.superior.raw().chars().count() - before);
        // The first letter that is gone was typed at most so long ago.
        let gone_since = typed.iter().find(|(count, _)| *count > kept).map(|(_, at)| killed - *at);
        worst = worst.max(gone_since.unwrap_or_default());
    }
    println!(
        "typing in the window, kill -9 | {kills} kills | no seed | at most {} ms of typing gone",
        worst.as_millis()
    );
    // Two seconds, and what the busy machine needs to write the copy.
    assert!(worst <= Duration::from_millis(2000 + 1000), "{worst:?}");
}
