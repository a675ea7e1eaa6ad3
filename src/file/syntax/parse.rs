//! The scanner: one pass, an explicit stack, no recursion.

use super::token::{
    Quoted, balanced_len, comment, decode_text, gap_len, in_name, is_space, line_start, name_len, number_len,
    quoted, starts_name,
};
use super::{Fault, FaultKind, Kind, MAX_DEPTH, MAX_FAULTS, Raw, Tree};

struct Frame {
    node: usize,
    /// The bracket that closes it; nothing for a field, which ends with its value.
    closer: Option<char>,
    /// Whether a value has just ended, so that a comma is due.
    full: bool,
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Raw>,
    faults: Vec<Fault>,
    stack: Vec<Frame>,
    /// Whether the one value of the file has been read.
    done: bool,
    /// Bytes of texts that were looked at and then read again as something else. Bounded, so that hostile text costs no
    /// more than a few passes.
    wasted: usize,
    /// How many nodes there may be.
    most: usize,
}

pub(super) fn parse(text: &str, most: usize) -> Tree<'_> {
    let text = &text[..text.floor_char_boundary(u32::MAX as usize - 8)];
    let mut parser = Parser {
        text,
        at: 0,
        nodes: Vec::new(),
        faults: Vec::new(),
        stack: Vec::new(),
        done: false,
        wasted: 0,
        most,
    };
    while parser.step() {}
    parser.finish();
    let Parser { text, nodes, mut faults, .. } = parser;
    faults.sort_by_key(|f| (f.start, f.end));
    Tree { text, nodes, faults }
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn fault(&mut self, kind: FaultKind, start: usize, end: usize) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault { kind, start, end });
        }
    }

    fn open(&mut self, kind: Kind, start: usize) -> usize {
        self.nodes.push(Raw { kind, start: start as u32, end: start as u32, next: 0 });
        self.nodes.len() - 1
    }

    fn close(&mut self, node: usize, end: usize) {
        let next = self.nodes.len() as u32;
        let raw = &mut self.nodes[node];
        (raw.end, raw.next) = (end as u32, next);
    }

    /// A node without children, from here on; moves past it.
    fn leaf(&mut self, kind: Kind, len: usize) {
        let node = self.open(kind, self.at);
        self.at += len;
        self.close(node, self.at);
    }

    /// The quoted text here. After too much that had to be read twice, texts are taken to end with their line.
    fn quoted_here(&self) -> Option<Quoted> {
        let rest = self.rest();
        if self.wasted > 4 * self.text.len() {
            return quoted(&rest[..rest.find('\n').unwrap_or(rest.len())]);
        }
        quoted(rest)
    }

    fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.find(|c| !is_space(c)).unwrap_or(rest.len());
    }

    /// One token or bracket; false at the end.
    fn step(&mut self) -> bool {
        self.skip_spaces();
        if self.at >= self.text.len() {
            return false;
        }
        if self.nodes.len() >= self.most {
            self.fault(FaultKind::TooMany, self.at, self.at + 1);
            return false;
        }
        if let Some((len, closed)) = comment(self.rest()) {
            if !closed {
                self.fault(FaultKind::UnclosedComment, self.at, self.at + 2);
            }
            self.leaf(Kind::Comment, len);
            return true;
        }
        let Some(c) = self.peek() else { return false };
        match self.stack.last() {
            None if !self.done && self.rest().starts_with("#!") => self.attribute(),
            None if self.done => {
                self.fault(FaultKind::Trailing, self.at, self.at + c.len_utf8());
                let len = self.text.len() - self.at;
                self.leaf(Kind::Faulty, len);
            }
            None => match c {
                ',' | ':' | '=' | ')' | ']' | '}' => self.stray(FaultKind::StrayText, c.len_utf8()),
                _ => self.value(c),
            },
            Some(Frame { closer: None, .. }) => self.field_value(c),
            Some(Frame { closer: Some(_), .. }) => self.element(c),
        }
        true
    }

    fn attribute(&mut self) {
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        match rest[..line].find(']') {
            Some(end) => self.leaf(Kind::Attribute, end + 1),
            None => self.stray(FaultKind::StrayText, line),
        }
    }

    fn stray(&mut self, kind: FaultKind, len: usize) {
        self.fault(kind, self.at, self.at + len);
        self.leaf(Kind::Faulty, len);
    }

    /// Inside a field, before its value.
    fn field_value(&mut self, c: char) {
        if matches!(c, ',' | ')' | ']' | '}') {
            let start = self.stack.last().map_or(self.at, |f| self.nodes[f.node].start as usize);
            self.fault(FaultKind::MissingValue, start, self.at);
            self.value_ended(self.at);
        } else {
            self.value(c);
        }
    }

    /// Inside brackets.
    fn element(&mut self, c: char) {
        match c {
            ',' => {
                let Some(frame) = self.stack.last_mut() else { return };
                if !std::mem::replace(&mut frame.full, false) {
                    self.fault(FaultKind::StrayComma, self.at, self.at + 1);
                }
                self.at += 1;
            }
            ')' | ']' | '}' => self.closer(c),
            _ => {
                let full = self.stack.last().is_some_and(|f| f.full);
                if full {
                    self.fault(FaultKind::MissingComma, self.at, self.at + c.len_utf8());
                }
                if !self.field(c) {
                    self.value(c);
                }
            }
        }
    }

    fn closer(&mut self, c: char) {
        let expected = self.stack.last().and_then(|f| f.closer);
        if expected == Some(c) {
            self.at += 1;
            self.pop();
            return;
        }
        // Not what is due: either inner brackets were not closed, or this one is too many.
        if let Some(depth) = self.stack.iter().rposition(|f| f.closer == Some(c)) {
            if let Some(expected) = expected {
                self.fault(FaultKind::WrongCloser { found: c, expected }, self.at, self.at + 1);
            }
            while self.stack.len() > depth + 1 {
                self.pop();
            }
            self.at += 1;
            self.pop();
        } else {
            self.stray(FaultKind::StrayCloser(c), 1);
        }
    }

    /// Closes the innermost frame here.
    fn pop(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        self.close(frame.node, self.at);
        if frame.closer.is_some() {
            self.value_ended(self.at);
        }
    }

    /// A value has ended: the field it belongs to ends with it.
    fn value_ended(&mut self, end: usize) {
        if let Some(Frame { closer: None, node, .. }) = self.stack.last() {
            let node = *node;
            self.stack.pop();
            self.close(node, end);
        }
        match self.stack.last_mut() {
            Some(frame) => frame.full = true,
            None => self.done = true,
        }
    }

    /// Starts a field when a name and a colon stand here.
    fn field(&mut self, c: char) -> bool {
        let in_map = self.stack.last().is_some_and(|f| f.closer == Some('}'));
        if self.stack.last().is_some_and(|f| f.closer == Some(']')) {
            return false;
        }
        let rest = self.rest();
        let (len, is_text) = match c {
            '"' => match quoted(line_start(rest)) {
                Some(q) if q.closed => (q.len, true),
                _ => return false,
            },
            c if starts_name(c) && quoted(line_start(rest)).is_none() => (name_len(rest), false),
            c if in_map && (c.is_ascii_digit() || c == '\'') => (number_len(rest).max(1), false),
            _ => return false,
        };
        // White space and comments may stand between a name and its colon.
        let gap = gap_len(&rest[len..]);
        let sign = rest[len + gap..].chars().next();
        if !matches!(sign, Some(':' | '=')) {
            return false;
        }
        let node = self.open(Kind::Field, self.at);
        if is_text && !in_map {
            self.fault(FaultKind::QuotedName, self.at, self.at + len);
        }
        self.leaf(Kind::Name, len);
        let colon = self.at + gap;
        while self.at < colon {
            match comment(self.rest()) {
                Some((len, _)) => self.leaf(Kind::Comment, len),
                None => self.at += self.peek().map_or(1, char::len_utf8),
            }
        }
        if sign == Some('=') {
            self.fault(FaultKind::EqualsSign, self.at, self.at + 1);
        }
        self.at += 1;
        if let Some(frame) = self.stack.last_mut() {
            frame.full = false;
        }
        self.stack.push(Frame { node, closer: None, full: false });
        true
    }

    fn value(&mut self, c: char) {
        let rest = self.rest();
        if let Some(q) = self.quoted_here() {
            self.quoted(q, c);
            return;
        }
        match c {
            '(' | '[' | '{' => self.bracket(c, 0),
            '\'' => {
                let body = rest[1..].find(['\'', '\n']).map_or(rest.len(), |n| n + 1);
                let escaped = rest.get(..4).is_some_and(|t| t.starts_with("'\\''"));
                let len = if escaped { 4 } else { body + 1 };
                if rest.get(..len).is_some_and(|t| t.ends_with('\'')) {
                    self.leaf(Kind::Char, len);
                    self.value_ended(self.at);
                } else {
                    self.stray(FaultKind::UnclosedText, body.min(rest.len()));
                }
            }
            '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '`' => self.curly(),
            c if c.is_ascii_digit() || matches!(c, '+' | '-' | '.') => {
                self.leaf(Kind::Number, number_len(rest));
                self.value_ended(self.at);
            }
            c if starts_name(c) => {
                let len = name_len(rest).max(c.len_utf8());
                let gap = rest[len..].find(|c| !is_space(c)).unwrap_or(0);
                if rest[len + gap..].starts_with('(') {
                    self.bracket('(', len + gap);
                } else {
                    self.leaf(Kind::Word, len);
                    self.value_ended(self.at);
                }
            }
            _ => {
                // A run of characters that mean nothing is one fault.
                let stop = |c: char| is_space(c) || in_name(c) || "\"'()[]{},".contains(c);
                let len = rest.char_indices().skip(1).find(|(_, c)| stop(*c)).map_or(rest.len(), |(i, _)| i);
                self.stray(FaultKind::StrayText, len);
            }
        }
    }

    fn quoted(&mut self, q: Quoted, c: char) {
        let rest = self.rest();
        let after = rest[q.len..].trim_start_matches(is_space).chars().next();
        let goes_on = matches!(after, None | Some(',' | ')' | ']' | '}' | ':' | '/'));
        let (start, len) = (self.at, if q.closed && goes_on { q.len } else { q.cut.unwrap_or(q.len) });
        if len == q.len && q.closed {
            let token = &rest[..len];
            let kind = if c == 'b' { Kind::Bytes } else { Kind::Text };
            if kind == Kind::Text && decode_text(token).is_none() {
                self.fault(FaultKind::BadEscape, start, start + len);
            }
            self.leaf(kind, len);
        } else {
            // Not closed: the text ends where the layout of the file begins again.
            let line = rest.find('\n').unwrap_or(rest.len());
            let len = if q.cut.is_some() { len } else { line };
            self.fault(FaultKind::UnclosedText, start, start + len);
            self.wasted += q.len - len;
            self.leaf(Kind::Faulty, len);
        }
        self.value_ended(self.at);
        if len < q.len || !q.closed {
            // The comma is inside the text that was not closed.
            if let Some(frame) = self.stack.last_mut() {
                frame.full = false;
            }
        }
    }

    fn curly(&mut self) {
        let rest = self.rest();
        // No further than the closing quote: a line of nothing but opening ones must not be read again for each.
        let closes = |c: char| matches!(c, '”' | '“' | '»' | '«' | '’' | '`' | '"');
        let end = match rest.char_indices().skip(1).find(|(_, c)| *c == '\n' || closes(*c)) {
            Some((i, '\n')) => i,
            Some((i, c)) => i + c.len_utf8(),
            None => rest.len(),
        };
        self.stray(FaultKind::CurlyQuotes, end);
        self.value_ended(self.at);
    }

    /// Opens a bracket that stands `before` bytes further, after its name.
    fn bracket(&mut self, c: char, before: usize) {
        let (kind, closer) = match c {
            '(' => (Kind::Group, ')'),
            '[' => (Kind::List, ']'),
            _ => (Kind::Map, '}'),
        };
        // Fields count too: ron counts every level once, and so does the stack of brackets.
        if self.stack.iter().filter(|f| f.closer.is_some()).count() >= MAX_DEPTH {
            let len = balanced_len(self.rest());
            self.stray(FaultKind::TooDeep, len);
            self.value_ended(self.at);
            return;
        }
        let node = self.open(kind, self.at);
        if before > 0 {
            let len = name_len(self.rest());
            self.leaf(Kind::Name, len);
            self.at += before - len;
        }
        self.at += 1;
        self.stack.push(Frame { node, closer: Some(closer), full: false });
    }

    fn finish(&mut self) {
        if self.stack.is_empty() && !self.done {
            self.fault(FaultKind::Empty, self.at, self.at);
        }
        while let Some(frame) = self.stack.last() {
            let start = self.nodes[frame.node].start as usize;
            match frame.closer {
                Some(closer) => {
                    let name = self
                        .nodes
                        .get(frame.node + 1)
                        .filter(|n| n.kind == Kind::Name && n.start as usize == start);
                    let from = name.map_or(start, |n| n.end as usize);
                    let opener = self.text[from..].find(['(', '[', '{']).map_or(from, |n| from + n);
                    self.fault(FaultKind::Unclosed(closer), opener, opener + 1);
                }
                None => self.fault(FaultKind::MissingValue, start, self.at),
            }
            self.pop();
        }
    }
}
