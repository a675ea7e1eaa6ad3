//! What is printed, and where.

use super::Exit;
use crate::file::problem::visible;
use std::io::{self, Write};

/// The two streams of the command line. Text of strangers is made harmless on its way out; a reader that went away is no mistake.
pub(super) struct Screen<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    trouble: Option<io::Error>,
}

impl<'a> Screen<'a> {
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { out, err, trouble: None }
    }

    /// Prints lines of the answer.
    pub fn say(&mut self, text: &str) {
        self.put(&lines(text));
    }

    /// Prints JSON: what could steer a terminal is written as an escape, which means the same to a program.
    pub fn say_json(&mut self, json: &str) {
        let mut safe = String::with_capacity(json.len() + 1);
        for c in json.chars() {
            if c != '\n' && c != visible(c) {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            } else {
                safe.push(c);
            }
        }
        safe.push('\n');
        self.put(&safe);
    }

    /// Shows at once what was said until now, where more is to come later.
    pub fn flush(&mut self) {
        if self.trouble.is_none() {
            self.trouble = self.out.flush().err();
        }
    }

    /// Prints lines about what went wrong.
    pub fn warn(&mut self, text: &str) {
        // Nobody is left to be told when this stream is closed.
        let _ = self.err.write_all(lines(text).as_bytes());
    }

    fn put(&mut self, text: &str) {
        if self.trouble.is_none() {
            self.trouble = self.out.write_all(text.as_bytes()).err();
        }
    }

    /// Ends the answer: one that did not arrive, as on a full disk, is a failure.
    pub fn end(mut self, exit: Exit) -> Exit {
        let trouble = self.trouble.take().or_else(|| self.out.flush().err());
        match trouble {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                self.warn(&format!("the answer could not be printed: {error}"));
                Exit::Failed
            }
            _ => exit,
        }
    }
}

fn lines(text: &str) -> String {
    let mut safe: String = text.chars().map(|c| if c == '\n' { c } else { visible(c) }).collect();
    if !safe.ends_with('\n') {
        safe.push('\n');
    }
    safe
}
