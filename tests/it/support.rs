//! Folders to play in, and the program itself.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
};

/// The folder of this package.
pub fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The plans that ship as examples, sorted by name.
pub fn examples() -> Vec<PathBuf> {
    let mut found = files(&home().join("examples"));
    found.retain(|path| path.to_string_lossy().ends_with(".plan.ron"));
    found
}

/// Every file under a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|e| e.unwrap().path());
    let mut found: Vec<_> =
        paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    found.sort();
    found
}

/// The sources of the library by their path under `src`, with `/` between, and their text.
pub fn sources() -> Vec<(String, String)> {
    let src = home().join("src");
    let named = |path: PathBuf| {
        let name: Vec<_> = path.strip_prefix(&src).unwrap().iter().map(|p| p.to_str().unwrap()).collect();
        (name.join("/"), std::fs::read_to_string(&path).unwrap())
    };
    files(&src).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")).map(named).collect()
}

/// A folder that goes when the test ends.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("rencana-it-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file.
    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.0.join(name)).unwrap()
    }

    /// The program, to be started in this folder.
    pub fn rencana(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rencana"));
        command.current_dir(&self.0).env("RENCANA_DATA", self.0.join("data"));
        command
    }

    /// Runs the program in this folder.
    pub fn run(&self, args: &[&str]) -> Ran {
        Ran::new(&self.rencana().args(args).output().unwrap())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What came of a run of the program.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn new(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }
}
