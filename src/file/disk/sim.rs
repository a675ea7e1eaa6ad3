//! A file system in memory that can be made to fail, to lie, and to lose power: SQLite's crash tests, for plans.
//!
//! It knows what is on the disk (`durable`) and what the system only promises (`volatile` and a list of pending changes).
//! A crash keeps the durable state and any part of what was pending: writes whole, torn or as zeros; names in any subset.

use super::{Fs, Stat};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

#[derive(Debug, Clone, Default)]
struct Inode {
    volatile: Vec<u8>,
    durable: Vec<u8>,
    /// Whether anything waits for a sync. After a failed sync nothing does, though the disk never got it.
    is_pending: bool,
    /// States between `durable` and `volatile` that a write over an old file passes through.
    between: Vec<Vec<u8>>,
}

#[derive(Debug, Clone)]
enum NameOp {
    Put(PathBuf, usize),
    Drop(PathBuf),
    Rename(PathBuf, PathBuf, usize),
    /// Two names with what each leads to afterwards.
    Exchange([(PathBuf, usize); 2]),
}

impl NameOp {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Put(path, inode) => drop(names.insert(path.clone(), *inode)),
            Self::Drop(path) => drop(names.remove(path)),
            Self::Rename(from, to, inode) => {
                names.remove(from);
                names.insert(to.clone(), *inode);
            }
            Self::Exchange(both) => names.extend(both.iter().cloned()),
        }
    }
}

#[derive(Debug, Clone, Default)]
struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, usize>,
    durable_names: BTreeMap<PathBuf, usize>,
    pending: Vec<NameOp>,
    calls: usize,
}

/// What goes wrong, and when.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fault {
    /// The power goes before this call (from 0).
    pub crash_at: Option<usize>,
    /// This call fails with this error; with `true`, every later one too.
    pub fail_at: Option<(usize, ErrorKind, bool)>,
    /// Writes lose everything after this many bytes and say that all is well.
    pub lies_after: Option<usize>,
    /// No new file may be made in `/doc`.
    pub no_new_files: bool,
    /// Files cannot change names in one step.
    pub no_exchange: bool,
    /// So many bytes are free.
    pub free: Option<u64>,
}

#[derive(Debug, Default)]
pub(crate) struct SimFs {
    state: RefCell<State>,
    pub fault: RefCell<Fault>,
    /// Another program saves this file with these bytes before this call (from 0).
    pub other: RefCell<Option<(usize, PathBuf, Vec<u8>)>>,
}

pub(crate) struct SimFile {
    inode: usize,
    at: usize,
}

impl SimFs {
    /// A disk that holds one file.
    pub(crate) fn with_file(path: &Path, bytes: &[u8]) -> Self {
        let fs = Self::default();
        {
            let mut state = fs.state.borrow_mut();
            state.inodes.push(Inode { volatile: bytes.into(), durable: bytes.into(), ..Inode::default() });
            state.names.insert(path.into(), 0);
            state.durable_names.insert(path.into(), 0);
        }
        fs
    }

    /// How many calls were made.
    pub(crate) fn calls(&self) -> usize {
        self.state.borrow().calls
    }

    /// Files that the running system sees.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.state.borrow();
        state.names.iter().map(|(p, i)| (p.clone(), state.inodes[*i].volatile.clone())).collect()
    }

    /// Writes a file as another program would, at once and for good: what happened to names before is on the disk then, too.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state.borrow_mut();
        for op in std::mem::take(&mut state.pending) {
            op.apply(&mut state.durable_names);
        }
        state.inodes.push(Inode { volatile: bytes.into(), durable: bytes.into(), ..Inode::default() });
        let inode = state.inodes.len() - 1;
        state.names.insert(path.into(), inode);
        state.durable_names.insert(path.into(), inode);
    }

    /// Every state of the disk that a power cut can leave now: the files by name.
    pub(crate) fn after_crash(&self, mut seen: impl FnMut(&BTreeMap<PathBuf, Vec<u8>>)) {
        let state = self.state.borrow();
        let pending = state.pending.len().min(6);
        for subset in 0..1u32 << pending {
            let mut names = state.durable_names.clone();
            for (i, op) in state.pending.iter().enumerate() {
                if i >= pending || subset & (1 << i) != 0 {
                    op.apply(&mut names);
                }
            }
            // One unsynced file is varied at a time, the others keep what is durable: a save has one open file.
            let choices: Vec<(usize, Vec<Vec<u8>>)> =
                names.values().map(|i| (*i, state.inodes[*i].crash_states())).collect();
            for (inode, contents) in &choices {
                for content in contents {
                    let files = names
                        .iter()
                        .map(|(p, i)| {
                            (
                                p.clone(),
                                if i == inode { content.clone() } else { state.inodes[*i].durable.clone() },
                            )
                        })
                        .collect();
                    seen(&files);
                }
            }
            if choices.is_empty() {
                seen(&BTreeMap::new());
            }
        }
    }

    /// The disk after a crash, as a new file system.
    pub(crate) fn from_files(files: &BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let fs = Self::default();
        for (path, bytes) in files {
            fs.put(path, bytes);
        }
        fs
    }

    /// Counts a call; lets it fail when it is its turn. Gives whether the call is the one that fails.
    fn call(&self) -> io::Result<()> {
        let n = self.calls();
        self.state.borrow_mut().calls += 1;
        if let Some((_, path, bytes)) = self.other.borrow_mut().take_if(|(at, ..)| *at == n) {
            self.put(&path, &bytes);
        }
        let fault = *self.fault.borrow();
        if fault.crash_at.is_some_and(|at| n >= at) {
            return Err(io::Error::other("the power is gone"));
        }
        match fault.fail_at {
            Some((at, kind, forever)) if n == at || (forever && n > at) => Err(kind.into()),
            _ => Ok(()),
        }
    }

    fn inode(&self, path: &Path) -> io::Result<usize> {
        self.state.borrow().names.get(path).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Inode {
    fn crash_states(&self) -> Vec<Vec<u8>> {
        let mut states = vec![self.durable.clone()];
        if self.is_pending {
            let new = &self.volatile;
            for cut in (0..=new.len()).step_by(512).chain([new.len()]) {
                // Torn: the first blocks are new, the rest old, or missing, or zeros.
                let mut torn = new[..cut].to_vec();
                states.push(torn.clone());
                torn.extend(self.durable.get(cut..).unwrap_or_default());
                states.push(torn);
                let mut zeros = new[..cut].to_vec();
                zeros.resize(new.len(), 0);
                states.push(zeros);
            }
            states.extend(self.between.iter().cloned());
        }
        states
    }
}

impl Fs for SimFs {
    type File = SimFile;
    type Hold = ();

    fn stat(&self, path: &Path) -> io::Result<Stat> {
        self.call()?;
        let inode = self.inode(path)?;
        let len = self.state.borrow().inodes[inode].volatile.len() as u64;
        Ok(Stat { is_file: true, is_folder: false, is_read_only: false, len, modified: None })
    }

    fn link_target(&self, _path: &Path) -> io::Result<Option<PathBuf>> {
        self.call()?;
        Ok(None)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.call()?;
        let inode = self.inode(path)?;
        let bytes = self.state.borrow().inodes[inode].volatile.clone();
        Ok(bytes.into_iter().take(usize::try_from(limit).unwrap()).collect())
    }

    fn create_new(&self, path: &Path) -> io::Result<SimFile> {
        self.call()?;
        if self.fault.borrow().no_new_files && path.starts_with("/doc") {
            return Err(ErrorKind::PermissionDenied.into());
        }
        if self.inode(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let mut state = self.state.borrow_mut();
        state.inodes.push(Inode::default());
        let inode = state.inodes.len() - 1;
        state.names.insert(path.into(), inode);
        state.pending.push(NameOp::Put(path.into(), inode));
        Ok(SimFile { inode, at: 0 })
    }

    fn open_over(&self, path: &Path) -> io::Result<SimFile> {
        self.call()?;
        Ok(SimFile { inode: self.inode(path)?, at: 0 })
    }

    fn write(&self, file: &mut SimFile, bytes: &[u8]) -> io::Result<()> {
        let failed = self.call();
        // A failed write may have written a part.
        let part = self.fault.borrow().lies_after.unwrap_or(bytes.len());
        let arrived = if failed.is_err() { bytes.len() / 2 } else { part.min(bytes.len()) };
        let mut state = self.state.borrow_mut();
        let inode = &mut state.inodes[file.inode];
        let end = file.at + arrived;
        if inode.volatile.len() < end {
            inode.volatile.resize(end, 0);
        }
        inode.volatile[file.at..end].copy_from_slice(&bytes[..arrived]);
        inode.is_pending = true;
        let now = inode.volatile.clone();
        inode.between.push(now);
        file.at = end;
        failed
    }

    fn set_len(&self, file: &mut SimFile, len: u64) -> io::Result<()> {
        self.call()?;
        let mut state = self.state.borrow_mut();
        let inode = &mut state.inodes[file.inode];
        inode.volatile.resize(usize::try_from(len).unwrap(), 0);
        inode.is_pending = true;
        Ok(())
    }

    fn copy_rights(&self, _from: &Path, _file: &SimFile) -> io::Result<()> {
        self.call()
    }

    fn sync(&self, file: &SimFile) -> io::Result<()> {
        let failed = self.call();
        let mut state = self.state.borrow_mut();
        let inode = &mut state.inodes[file.inode];
        if failed.is_ok() {
            inode.durable = inode.volatile.clone();
        }
        // As Linux does it: after a failed sync the pages count as clean, and the next sync succeeds.
        inode.is_pending = false;
        inode.between.clear();
        failed
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        let inode = self.inode(from)?;
        let op = NameOp::Rename(from.into(), to.into(), inode);
        let mut state = self.state.borrow_mut();
        op.apply(&mut state.names);
        state.pending.push(op);
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.call()?;
        if self.fault.borrow().no_exchange {
            return Err(ErrorKind::Unsupported.into());
        }
        let both = [(one.into(), self.inode(other)?), (other.into(), self.inode(one)?)];
        let op = NameOp::Exchange(both);
        let mut state = self.state.borrow_mut();
        op.apply(&mut state.names);
        state.pending.push(op);
        Ok(())
    }

    /// The simulated disk knows no other run that would wait.
    fn hold(&self, _folder: &Path) -> Option<()> {
        None
    }

    fn free_bytes(&self, _folder: &Path) -> Option<u64> {
        self.fault.borrow().free
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call()?;
        let mut state = self.state.borrow_mut();
        let pending = std::mem::take(&mut state.pending);
        for op in pending {
            let of = match &op {
                NameOp::Put(path, _)
                | NameOp::Drop(path)
                | NameOp::Rename(_, path, _)
                | NameOp::Exchange([(path, _), _]) => path.parent(),
            };
            if of == Some(folder) {
                op.apply(&mut state.durable_names);
            } else {
                state.pending.push(op);
            }
        }
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        self.inode(path)?;
        let mut state = self.state.borrow_mut();
        state.names.remove(path);
        state.pending.push(NameOp::Drop(path.into()));
        Ok(())
    }

    fn pause(&self) {}

    fn patience(&self) -> u32 {
        3
    }
}
