//! Where the command line prints.

use std::io::{self, BufWriter, Write};
#[cfg(windows)]
use std::{
    fs::File,
    io::IsTerminal as _,
    os::windows::io::{AsHandle, AsRawHandle},
};

/// The streams of the command line.
pub(crate) struct Terminal {
    /// What was asked for.
    pub out: BufWriter<Box<dyn Write>>,
    /// What went wrong.
    pub err: Box<dyn Write>,
    /// Whether this is the terminal of another program, which a program with a window has to ask for.
    #[cfg(all(windows, feature = "gui"))]
    is_borrowed: bool,
}

impl Terminal {
    /// The terminal of whoever started this program.
    #[cfg(not(windows))]
    pub fn of_caller() -> Self {
        Self { out: BufWriter::new(Box::new(io::stdout())), err: Box::new(io::stderr()) }
    }

    /// The terminal of whoever started this program. What goes into a file or to another program is kept before, since asking for a
    /// terminal may lead the streams there.
    #[cfg(windows)]
    pub fn of_caller() -> Self {
        let (out, err) = (led_away(&io::stdout()), led_away(&io::stderr()));
        #[cfg(feature = "gui")]
        let is_borrowed = winsafe::AttachConsole(winsafe::PidParent::Parent).is_ok();
        // Only the standard streams write letters of every script on a terminal.
        let kept = |stream: Option<File>| stream.filter(|file| !file.is_terminal());
        Self {
            out: BufWriter::new(
                kept(out).map_or_else(|| Box::new(io::stdout()) as _, |file| Box::new(file) as _),
            ),
            err: kept(err).map_or_else(|| Box::new(io::stderr()) as _, |file| Box::new(file) as _),
            #[cfg(feature = "gui")]
            is_borrowed,
        }
    }

    /// Lets the terminal go when the window opens: closing it, or a Ctrl+C that is meant for another program, would end this one.
    #[cfg(feature = "gui")]
    pub fn let_go(&mut self) {
        #[cfg(windows)]
        if std::mem::take(&mut self.is_borrowed) {
            let _ = winsafe::FreeConsole();
        }
    }
}

/// A standard stream that leads somewhere.
#[cfg(windows)]
fn led_away(stream: &(impl AsHandle + AsRawHandle)) -> Option<File> {
    let leads = !stream.as_raw_handle().is_null();
    leads.then(|| stream.as_handle().try_clone_to_owned().ok().map(File::from)).flatten()
}
