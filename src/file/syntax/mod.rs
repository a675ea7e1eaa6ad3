//! RON text as a tree that loses nothing: every node knows its bytes, comments are nodes, damage is a node too.
//!
//! ron itself keeps neither comments nor places, and stops at the first mistake. This scanner serves what ron cannot:
//! comments and unknown fields that survive a save, error places in the user's words, and the rescue of damaged files.
//! It takes time linear in the text, nests at most [`MAX_DEPTH`] deep, holds at most [`most_nodes`] nodes, and never fails:
//! what it does not understand becomes a [`Fault`].

mod parse;
mod token;

pub(in crate::file) use token::comment;
pub use token::{decode_text, is_name};

/// How deep values may nest; the limit of ron.
pub const MAX_DEPTH: usize = 128;
/// Values, names and comments that any file may hold. A plan with 10,000 activities has about 300,000.
const FEW_NODES: usize = 250_000;
/// More than this no file may hold.
const MAX_NODES: usize = 4_000_000;
/// Bytes a node that a large file must have. The program writes 16 and more; a file with less is made to cost memory.
const BYTES_A_NODE: usize = 8;

/// How many values, names and comments a text of this many bytes may hold.
#[must_use]
pub fn most_nodes(bytes: usize) -> usize {
    (bytes / BYTES_A_NODE).clamp(FEW_NODES, MAX_NODES)
}
/// Faults beyond this many are not kept; one is enough to refuse a file, a thousand are enough to repair one.
const MAX_FAULTS: usize = 1000;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `// ...` or `/* ... */`.
    Comment,
    /// The name of a field, of a struct or of a variant.
    Name,
    /// A bare word in the place of a value: `true`, `None`, `inf`, an enum variant.
    Word,
    /// A number, or what starts like one.
    Number,
    /// Text in quotes, escaped or raw.
    Text,
    /// Bytes (`b"..."`).
    Bytes,
    /// A character in single quotes.
    Char,
    /// `[...]`.
    List,
    /// `{...}`; its children are fields whose first child is the key.
    Map,
    /// `(...)`, perhaps with a name before it: a struct, a tuple, a variant with content, `Some(...)`.
    Group,
    /// A name and its value.
    Field,
    /// `#![...]`.
    Attribute,
    /// Bytes that make no sense where they stand.
    Faulty,
}

/// What is wrong at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A text is not closed.
    UnclosedText,
    /// A block comment is not closed.
    UnclosedComment,
    /// A bracket is not closed; the fault stands at the opening one.
    Unclosed(char),
    /// A closing bracket that nothing opened.
    StrayCloser(char),
    /// A closing bracket where another one was due.
    WrongCloser {
        /// What stands there.
        found: char,
        /// What would have closed the innermost bracket.
        expected: char,
    },
    /// Two values without a comma between them.
    MissingComma,
    /// A comma with nothing before it.
    StrayComma,
    /// A field without a value.
    MissingValue,
    /// A name is followed by `=`.
    EqualsSign,
    /// The name of a field is in quotes.
    QuotedName,
    /// Quotes of a word processor.
    CurlyQuotes,
    /// A character that means nothing there.
    StrayText,
    /// An escape in a text that means nothing.
    BadEscape,
    /// Values nest deeper than [`MAX_DEPTH`].
    TooDeep,
    /// More than [`most_nodes`] values.
    TooMany,
    /// Something after the end of the file's one value.
    Trailing,
    /// Nothing but white space and comments.
    Empty,
}

/// Something wrong, with its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

#[derive(Debug, Clone, Copy)]
struct Raw {
    kind: Kind,
    start: u32,
    end: u32,
    /// Index of the first node that is not inside this one.
    next: u32,
}

/// A text and what was found in it.
#[derive(Debug)]
pub struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Raw>,
    faults: Vec<Fault>,
}

/// A node of a tree.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t, 'a> {
    tree: &'t Tree<'a>,
    index: u32,
}

impl<'a> Tree<'a> {
    /// Reads a text. Never fails: see [`Tree::faults`]. Texts above 4 GiB are cut; [`super::decode`] refuses them long before.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        parse::parse(text, most_nodes(text.len()))
    }

    /// Reads a text that this program wrote, which may hold more than [`most_nodes`].
    #[must_use]
    pub fn unbounded(text: &'a str) -> Self {
        parse::parse(text, usize::MAX)
    }

    /// What is wrong, in the order of the text.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Number of nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The nodes that no other node holds: comments, attributes, and the one value.
    pub fn top(&self) -> Children<'_, 'a> {
        Children { tree: self, at: 0, end: self.nodes.len() as u32 }
    }

    /// The one value of the file.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_, 'a>> {
        self.top().find(|n| n.is_value())
    }

    /// Whether a fault touches these bytes.
    #[must_use]
    pub fn is_damaged(&self, start: usize, end: usize) -> bool {
        let first = self.faults.partition_point(|f| f.end.max(f.start + 1) <= start);
        self.faults[first..].iter().any(|f| f.start < end && f.end.max(f.start + 1) > start)
    }

    /// The nodes around a byte, the outermost first: the way to a place.
    #[must_use]
    pub fn around(&self, offset: usize) -> Vec<Node<'_, 'a>> {
        let mut way = Vec::new();
        let mut children = self.top();
        while let Some(inner) = children.find(|n| n.start() <= offset && offset < n.end()) {
            way.push(inner);
            children = inner.children();
        }
        way
    }
}

/// The direct children of a node, in order, comments included.
#[derive(Debug, Clone)]
pub struct Children<'t, 'a> {
    tree: &'t Tree<'a>,
    at: u32,
    end: u32,
}

impl<'t, 'a> Iterator for Children<'t, 'a> {
    type Item = Node<'t, 'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let node = Node { tree: self.tree, index: self.at };
        self.at = node.raw().next;
        Some(node)
    }
}

impl<'t, 'a> Node<'t, 'a> {
    fn raw(self) -> Raw {
        self.tree.nodes[self.index as usize]
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.raw().kind
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.raw().start as usize
    }

    /// Byte after the last.
    #[must_use]
    pub fn end(self) -> usize {
        self.raw().end as usize
    }

    /// Its bytes.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.tree.text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// The tree it belongs to.
    #[must_use]
    pub fn tree(self) -> &'t Tree<'a> {
        self.tree
    }

    /// Direct children, comments included.
    #[must_use]
    pub fn children(self) -> Children<'t, 'a> {
        Children { tree: self.tree, at: self.index + 1, end: self.raw().next }
    }

    /// Direct children that are values or fields: no comments, no name.
    pub fn items(self) -> impl Iterator<Item = Node<'t, 'a>> {
        self.children().filter(|n| !matches!(n.kind(), Kind::Comment | Kind::Name))
    }

    /// Whether it is a value.
    #[must_use]
    pub fn is_value(self) -> bool {
        use Kind as K;
        matches!(
            self.kind(),
            K::Word | K::Number | K::Text | K::Bytes | K::Char | K::List | K::Map | K::Group
        )
    }

    /// The name of a field, a struct or a variant; empty when it has none. A raw identifier (`r#name`) comes without its mark.
    #[must_use]
    pub fn name(self) -> &'a str {
        let is_name = |n: &Self| n.kind() == Kind::Name;
        let Some(name) = self.children().find(|n| n.kind() != Kind::Comment).filter(is_name) else {
            return "";
        };
        let text = name.text();
        let bare = text.strip_prefix("r#").unwrap_or(text);
        bare.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(bare)
    }

    /// The value of a field.
    #[must_use]
    pub fn value(self) -> Option<Self> {
        self.children().find(|n| n.is_value())
    }

    /// The field with this name.
    #[must_use]
    pub fn field(self, name: &str) -> Option<Self> {
        self.children().find(|n| n.kind() == Kind::Field && n.name() == name)
    }

    /// The value itself: what `Some(...)` holds, else the node.
    #[must_use]
    pub fn unwrapped(self) -> Self {
        let mut node = self;
        while node.kind() == Kind::Group && node.name() == "Some" {
            let mut items = node.items();
            let (Some(only), None) = (items.next(), items.next()) else { break };
            if !only.is_value() {
                break;
            }
            node = only;
        }
        node
    }
}

/// Where lines start, to turn bytes into lines.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// For each [`BLOCK`] of bytes the number of the line that its first byte is in, and where that line starts. Not each line by
    /// itself: a hostile file has as many lines as bytes.
    blocks: Vec<(u32, u32)>,
}

const BLOCK: usize = 4096;

impl<'a> Lines<'a> {
    /// The lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let (mut line, mut start) = (1, 0);
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        for (i, byte) in text.bytes().enumerate() {
            if i.is_multiple_of(BLOCK) {
                blocks.push((line, start));
            }
            if byte == b'\n' {
                (line, start) = (line + 1, i as u32 + 1);
            }
        }
        if text.len().is_multiple_of(BLOCK) {
            blocks.push((line, start));
        }
        Self { text, blocks }
    }

    /// The line of a byte: its number from 1, and its first byte.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let (line, start) = self.blocks[offset / BLOCK];
        let (mut line, mut start) = (line as usize, start as usize);
        let from = offset / BLOCK * BLOCK;
        for i in (from..offset).filter(|i| self.text.as_bytes()[*i] == b'\n') {
            (line, start) = (line + 1, i + 1);
        }
        (line, start)
    }
}

#[cfg(test)]
mod tests;
