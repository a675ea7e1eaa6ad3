//! The writer: RON with one field a line, remarks and unknown fields where they stood.
//!
//! ron's own writer knows neither remarks nor field names that are not in the program. What is written here is always read
//! back before it counts: see [`super::super::write`].

use super::super::extras::{Extras, Kept, Unknown};
use super::value::Value;

/// Text under way.
pub(super) struct Out<'e> {
    text: String,
    indent: usize,
    /// On one line: `(a: 1, b: 2)`.
    inline: bool,
    extras: Option<&'e Extras>,
    path: String,
}

impl<'e> Out<'e> {
    pub(super) fn new(extras: &'e Extras) -> Self {
        let extras = (!extras.kept.is_empty()).then_some(extras);
        Self { text: String::new(), indent: 0, inline: false, extras, path: String::new() }
    }

    /// What would be written for a value.
    pub(super) fn render(value: &impl Value) -> String {
        let mut out =
            Self { text: String::new(), indent: 0, inline: false, extras: None, path: String::new() };
        if !value.is_empty() {
            value.write(&mut out);
        }
        out.text
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn line(&mut self, text: &str) {
        self.start_line();
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn start_line(&mut self) {
        for _ in 0..self.indent {
            self.text.push_str("  ");
        }
    }

    /// What is kept at `name` below the current path.
    fn kept_at(&mut self, name: &str) -> Option<&'e Kept> {
        let extras = self.extras?;
        self.below(name, |out| extras.at(&out.path))
    }

    fn below<T>(&mut self, name: &str, f: impl FnOnce(&mut Self) -> T) -> T {
        let len = self.path.len();
        if self.extras.is_some() {
            if len > 0 {
                self.path.push('/');
            }
            self.path.push_str(name);
        }
        let result = f(self);
        self.path.truncate(len);
        result
    }

    /// Whether anything is kept inside the value at the current path.
    pub(super) fn is_touched(&self) -> bool {
        self.extras.is_some_and(|e| e.touches_inside(&self.path))
    }

    /// A field; left out when it is empty and nothing is kept there.
    pub(super) fn field<V: Value>(&mut self, name: &str, value: &V) {
        let kept = self.kept_at(name);
        let has_orphans = !V::HAS_ITEMS && value.is_empty() && self.below(name, |out| out.is_touched());
        if value.is_empty() && kept.is_none() && !has_orphans {
            return;
        }
        if self.inline {
            self.comma();
            self.text.push_str(name);
            self.text.push_str(": ");
            value.write(self);
            return;
        }
        // A value that does not fit stays until somebody gives the field another one.
        let kept_raw =
            kept.and_then(|k| k.unfit.as_ref()).filter(|unfit| Out::render(value) == unfit.instead);
        let has_content = kept.is_some_and(|k| !k.end.is_empty() || !k.unknown.is_empty());
        self.remarks(kept.map_or(&[], |k| &k.before));
        if let Some(unfit) = kept_raw {
            self.start_line();
            self.text.push_str(name);
            self.text.push_str(": ");
            self.text.push_str(&unfit.raw);
            self.text.push(',');
            self.behind(kept.and_then(|k| k.behind.as_deref()));
        } else if !value.is_empty() || has_content {
            self.start_line();
            self.text.push_str(name);
            self.text.push_str(": ");
            self.below(name, |out| value.write(out));
            self.text.push(',');
            self.behind(kept.and_then(|k| k.behind.as_deref()));
        } else {
            if has_orphans {
                self.below(name, |out| out.orphans(|_| false));
            }
            if let Some(remark) = kept.and_then(|k| k.behind.as_deref()) {
                self.line(remark);
            }
        }
    }

    /// The remarks at parts of the current value that somebody took out: a person wrote them, so they stay.
    pub(super) fn orphans(&mut self, is_there: impl Fn(&str) -> bool) {
        let Some(extras) = self.extras else { return };
        let gone: Vec<_> = extras.inside(&self.path).filter(|(name, _)| !is_there(name)).collect();
        for remark in gone.into_iter().flat_map(|(_, kept)| kept.remarks()) {
            self.line(remark);
        }
    }

    /// A field that is always there, its value already in form.
    pub(super) fn required(&mut self, name: &str, value: &str) {
        let kept = self.kept_at(name);
        self.remarks(kept.map_or(&[], |k| &k.before));
        self.start_line();
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(value);
        self.text.push(',');
        self.behind(kept.and_then(|k| k.behind.as_deref()));
    }

    fn remarks(&mut self, remarks: &[String]) {
        for remark in remarks {
            self.line(remark);
        }
    }

    fn behind(&mut self, remark: Option<&str>) {
        if let Some(remark) = remark {
            self.text.push(' ');
            self.text.push_str(remark);
        }
        self.text.push('\n');
    }

    fn comma(&mut self) {
        if !self.text.ends_with('(') && !self.text.ends_with('[') {
            self.text.push_str(", ");
        }
    }

    /// A record: a field a line.
    pub(super) fn record(&mut self, fields: impl FnOnce(&mut Self)) {
        self.bracket('(', ')', fields);
    }

    /// A small record: on one line, unless remarks or unknown fields stand in it.
    pub(super) fn small_record(&mut self, fields: impl FnOnce(&mut Self)) {
        if self.is_touched() {
            return self.record(fields);
        }
        let was = std::mem::replace(&mut self.inline, true);
        self.text.push('(');
        fields(self);
        self.text.push(')');
        self.inline = was;
    }

    fn bracket(&mut self, open: char, close: char, content: impl FnOnce(&mut Self)) {
        let was = std::mem::replace(&mut self.inline, false);
        self.text.push(open);
        self.text.push('\n');
        self.indent += 1;
        content(self);
        if let Some(kept) = self.extras.and_then(|e| e.at(&self.path)) {
            for unknown in &kept.unknown {
                self.unknown(unknown);
            }
            self.remarks(&kept.end);
        }
        self.indent -= 1;
        self.start_line();
        self.text.push(close);
        self.inline = was;
    }

    fn unknown(&mut self, unknown: &Unknown) {
        self.remarks(&unknown.before);
        self.start_line();
        if !unknown.name.is_empty() {
            self.text.push_str(&unknown.name);
            self.text.push_str(": ");
        }
        self.text.push_str(&unknown.raw);
        self.text.push(',');
        self.behind(unknown.behind.as_deref());
    }

    /// A list: an item a line.
    pub(super) fn list<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        name: impl Fn(usize, &T) -> String,
        write: impl Fn(&mut Self, &T),
    ) {
        self.bracket('[', ']', |out| {
            for (i, item) in items.enumerate() {
                let name = if out.extras.is_some() { name(i, &item) } else { String::new() };
                let kept = out.kept_at(&name);
                out.remarks(kept.map_or(&[], |k| &k.before));
                out.start_line();
                out.below(&name, |out| write(out, &item));
                out.text.push(',');
                out.behind(kept.and_then(|k| k.behind.as_deref()));
            }
        });
    }

    /// A list of short things on one line, unless something is kept in it.
    pub(super) fn short_list(&mut self, items: impl Iterator<Item = String>) {
        if self
            .extras
            .is_some_and(|e| e.at(&self.path).is_some_and(|k| !k.end.is_empty() || !k.unknown.is_empty()))
        {
            return self.list(items, |i, _| i.to_string(), |out, item| out.push(item));
        }
        self.text.push('[');
        for item in items {
            self.comma();
            self.text.push_str(&item);
        }
        self.text.push(']');
    }

    /// A language and its text, on a line of its own.
    pub(super) fn entry(&mut self, name: &str, text: &str) {
        let kept = self.kept_at(name);
        self.remarks(kept.map_or(&[], |k| &k.before));
        self.start_line();
        self.text.push_str(name);
        self.text.push_str(": ");
        self.quoted(text);
        self.text.push(',');
        self.behind(kept.and_then(|k| k.behind.as_deref()));
    }

    /// Text in quotes.
    pub(super) fn quoted(&mut self, text: &str) {
        quote(text, &mut self.text);
    }
}

/// Text as a RON string: as it is, between plain quotes or raw ones. Only a text with a line that looks like a marker of a merge
/// conflict is escaped, so that a real marker is never taken for text.
pub(super) fn quote(text: &str, to: &mut String) {
    let marker = |line: &str| ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|m| line.starts_with(m));
    if text.contains('\n') && text.lines().any(marker) || text.contains('\r') {
        to.push('"');
        for c in text.chars() {
            match c {
                '"' => to.push_str("\\\""),
                '\\' => to.push_str("\\\\"),
                '\n' => to.push_str("\\n"),
                '\r' => to.push_str("\\r"),
                c => to.push(c),
            }
        }
        to.push('"');
        return;
    }
    if !text.contains(['"', '\\']) {
        to.push('"');
        to.push_str(text);
        to.push('"');
        return;
    }
    // One more mark than any quotation mark in the text is followed by.
    let runs = text.split('"').skip(1).map(|after| after.bytes().take_while(|b| *b == b'#').count());
    let marks = "#".repeat(runs.max().map_or(0, |n| n + 1).max(1));
    to.push('r');
    to.push_str(&marks);
    to.push('"');
    to.push_str(text);
    to.push('"');
    to.push_str(&marks);
}
