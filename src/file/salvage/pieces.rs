//! The pieces of a damaged text: blocks and items, each read by itself, each with the block it belongs to.

mod together;

use super::marks::{Mark, Sign, marks};
use super::{Lost, Why};
use crate::file::syntax::{Kind, Node, Tree, comment};
use crate::file::v1::{self, block_name};
use crate::plan::Block;
use std::ops::Range;

/// What stands between the bytes of something that was overwritten by zeros or noise: nothing is joined across it.
pub(super) const BREAK: &str = "\u{fffd}\u{fffd}\u{fffd}\u{fffd}";

/// A piece of the text, or what is put between pieces.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Copy(Range<usize>),
    Glue(&'static str),
}

/// An item of a list, or a block that stands once.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub span: Range<usize>,
    pub parts: Vec<Part>,
    /// The names of its fields.
    pub names: Vec<&'a str>,
    /// Its identity as written.
    pub id: &'a str,
    pub is_whole: bool,
    /// Remarks before it.
    pub before: Vec<Range<usize>>,
    /// The remark behind it on its line.
    pub behind: Option<Range<usize>>,
}

/// Items whose block is not known: its name was damaged.
struct Orphans<'a> {
    items: Vec<Item<'a>>,
    /// The blocks that stood before and behind.
    between: (Option<usize>, Option<usize>),
}

/// A text under salvage.
pub(super) struct Pieces<'a> {
    pub text: &'a str,
    blocks: &'static [(&'static str, Block)],
    found: Vec<Vec<Item<'a>>>,
    orphans: Vec<Orphans<'a>>,
    /// Fields of the plan that no block has.
    others: Vec<Range<usize>>,
    head: Range<usize>,
    /// The block whose items are being read; nothing between blocks.
    home: Option<usize>,
    last_block: Option<usize>,
    pub lost: Vec<Lost>,
}

fn is_list(block: Block) -> bool {
    !matches!(block, Block::Identity | Block::Context | Block::Matrix)
}

impl<'a> Pieces<'a> {
    pub fn new(text: &'a str) -> Self {
        let blocks = v1::BLOCKS;
        Self {
            text,
            blocks,
            found: blocks.iter().map(|_| Vec::new()).collect(),
            orphans: Vec::new(),
            others: Vec::new(),
            head: 0..0,
            home: None,
            last_block: None,
            lost: Vec::new(),
        }
    }

    /// Cuts the text at its marks and reads what stands between.
    pub fn gather(&mut self) {
        let marks = marks(self.text, self.blocks);
        // The block that follows each mark, looked up once: marks can be many.
        let mut next_blocks: Vec<Option<usize>> = vec![None; marks.len()];
        for i in (1..marks.len()).rev() {
            next_blocks[i - 1] = match marks[i].sign {
                Sign::Block(block) => Some(block),
                _ => next_blocks[i],
            };
        }
        self.head = 0..marks.first().map_or(self.text.len(), |m| m.at);
        let mut resume = 0;
        for (i, mark) in marks.iter().enumerate().filter(|(_, m)| m.at < self.text.len()) {
            if mark.at < resume {
                continue;
            }
            // A line inside a text can look like a mark: an item may reach over the next few.
            let ends: Vec<usize> =
                (1..4).map(|n| marks.get(i + n).map_or(self.text.len(), |m| m.at)).collect();
            let next_block = next_blocks[i];
            resume = match mark.sign {
                Sign::Block(block) => self.block(block, mark.at, &ends),
                Sign::Other => self.other(mark.at, end_of_other(&marks[i + 1..], self.text.len()), ends[0]),
                Sign::Item => self.items(mark.at, &ends, next_block),
                Sign::Fields => {
                    let item = self.mend(mark.at..ends[0], self.home);
                    self.keep(item, next_block);
                    ends[0]
                }
                Sign::End => {
                    self.home = None;
                    self.loose(mark.at + 1..ends[0]);
                    ends[0]
                }
            };
        }
        self.close_group(None);
    }

    /// A block from its name on.
    fn block(&mut self, block: usize, at: usize, ends: &[usize]) -> usize {
        self.close_group(Some(block));
        self.last_block = Some(block);
        let colon = self.text[at..].find(':').map_or(at, |n| at + n + 1);
        if is_list(self.blocks[block].1) {
            self.home = Some(block);
            let bracket = self.text[colon..ends[0]].find('[').map_or(colon, |n| colon + n + 1);
            return self.items(bracket, ends, None);
        }
        self.home = None;
        let value = colon + (self.text[colon..].len() - self.text[colon..].trim_start().len());
        let (item, end) = match ends.iter().find_map(|end| self.whole(value, *end)) {
            Some(item) => {
                let end = item.span.end;
                (item, end)
            }
            None => (self.mend(value..ends[0], Some(block)), ends[0]),
        };
        if !item.parts.is_empty() {
            self.found[block].push(item);
        }
        self.loose(end..ends[0].max(end));
        end.max(ends[0])
    }

    /// A field of the plan that no block has: whole, or a block whose name was damaged.
    fn other(&mut self, at: usize, end: usize, next: usize) -> usize {
        self.close_group(None);
        self.home = None;
        let name_len = self.text[at..].find([':', '\n']).unwrap_or(0);
        let name = self.text[at..at + name_len].trim_end();
        let value = at + name_len + 1;
        let is_field = self.text[at + name_len..].starts_with(':') && crate::file::syntax::is_name(name);
        if let Some(block) = self.nearly(name) {
            self.home = Some(block);
            self.lose(at..next, "", Why::Unreadable);
            return next;
        }
        if is_field && let Some((start, stop)) = value_span(self.text, value, end) {
            self.others.push(at..stop);
            debug_assert!(start <= stop);
            self.loose(stop..end);
            return end;
        }
        self.lose(at..next, "", Why::Unreadable);
        next
    }

    /// The list that a damaged name nearly names, when the file has no such list.
    fn nearly(&self, name: &str) -> Option<usize> {
        let near = |block: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (block.chars().collect(), name.chars().collect());
            a.len() == b.len() && a.iter().zip(&b).filter(|(x, y)| x != y).count() <= 2
        };
        let found = self.blocks.iter().position(|(block, kind)| is_list(*kind) && near(block));
        found.filter(|i| self.found[*i].is_empty())
    }

    /// Items one after the other, from a byte on. Gives where to go on.
    fn items(&mut self, from: usize, ends: &[usize], next_block: Option<usize>) -> usize {
        let (mut at, end) = (from, ends[0]);
        let mut before = Vec::new();
        let mut line_of_last: Option<(Option<usize>, usize)> = None;
        loop {
            let rest = &self.text[at..end.max(at)];
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', ',', ']', ')', '}']).len();
            let rest = &self.text[at..end.max(at)];
            if rest.is_empty() {
                return at.max(end);
            }
            if let Some((len, _)) = comment(rest) {
                let span = at..at + len;
                at += len;
                match line_of_last {
                    Some((Some(block), stop)) if !self.text[stop..span.start].contains('\n') => {
                        if let Some(item) = self.found[block].last_mut() {
                            item.behind = Some(span);
                        }
                    }
                    _ => before.push(span),
                }
                line_of_last = None;
                continue;
            }
            if !rest.starts_with('(') {
                self.lose(at..end, "", Why::Unreadable);
                return end;
            }
            let whole = ends.iter().filter(|e| **e >= at).find_map(|end| self.whole(at, *end));
            let is_last = whole.is_none();
            let mut item = whole.unwrap_or_else(|| self.mend(at..end, self.home));
            item.before = std::mem::take(&mut before);
            at = item.span.end;
            let home = self.keep(item, next_block);
            line_of_last = Some((home, at));
            if is_last {
                return end;
            }
        }
    }

    /// Takes an item to its block. Gives which.
    fn keep(&mut self, item: Item<'a>, next_block: Option<usize>) -> Option<usize> {
        if item.parts.is_empty() {
            return None;
        }
        if let Some(home) = self.home
            && self.misfits(&item, home) > 0
        {
            // The name of the next block may be lost: its items have fields that this block does not know.
            let until = next_block.unwrap_or(self.blocks.len());
            let fits = |block: &usize| {
                is_list(self.blocks[*block].1) && item.names.len() > 2 && self.misfits(&item, *block) == 0
            };
            let mut homes = (home + 1..until.max(home + 1)).filter(fits);
            if let (Some(other), None) = (homes.next(), homes.next()) {
                self.home = Some(other);
                self.last_block = Some(other);
            }
        }
        match self.home {
            Some(home) => self.found[home].push(item),
            None => match self.orphans.last_mut().filter(|o| o.between.1 == Some(usize::MAX)) {
                Some(group) => group.items.push(item),
                None => {
                    let between = (self.last_block, Some(usize::MAX));
                    self.orphans.push(Orphans { items: vec![item], between });
                }
            },
        }
        self.home
    }

    /// How many fields of an item a block does not know.
    fn misfits(&self, item: &Item<'_>, block: usize) -> usize {
        let fields = self.blocks[block].1.fields();
        item.names.iter().filter(|n| **n != "id" && !fields.iter().any(|f| f.name() == **n)).count()
    }

    /// No more items come to the group of orphans that is open.
    fn close_group(&mut self, next: Option<usize>) {
        if let Some(group) = self.orphans.last_mut().filter(|o| o.between.1 == Some(usize::MAX)) {
            group.between.1 = next;
        }
    }

    /// The value at a byte, when it is whole: a bracket that closes before `end`, without a fault in it.
    fn whole(&self, at: usize, end: usize) -> Option<Item<'a>> {
        let text = self.text.get(at..end)?;
        let tree = Tree::new(text);
        let root = tree.root()?;
        let is_sound = tree.faults().first().is_none_or(|f| f.start >= root.end());
        let is_record = matches!(root.unwrapped().kind(), Kind::Group | Kind::Map);
        if !is_sound || !is_record || root.start() > 0 || root.text().contains(BREAK) {
            return None;
        }
        let record = root.unwrapped();
        let names = record.children().filter(|n| n.kind() == Kind::Field).map(Node::name).collect();
        let id = record.field("id").and_then(Node::value).map_or("", Node::text);
        let span = at..at + root.end();
        let parts = vec![Part::Copy(span.clone())];
        Some(Item { span, parts, names, id, is_whole: true, before: Vec::new(), behind: None })
    }

    /// What should be nothing but closing brackets and remarks.
    pub(super) fn loose(&mut self, span: Range<usize>) {
        let text = self.text.get(span.clone()).unwrap_or_default();
        if let Some(at) = first_loose(text) {
            self.lose(span.start + at..span.end, "", Why::Unreadable);
        }
    }

    pub(super) fn lose(&mut self, span: Range<usize>, path: &str, why: Why) {
        let found = self.text.get(span.clone()).unwrap_or_default();
        if !found.trim_matches(|c: char| c.is_whitespace() || "()[]{},".contains(c)).is_empty() {
            let path = if path.is_empty() { self.path_here() } else { path.to_owned() };
            self.lost.push(Lost { span, path, why });
        }
    }

    /// Where the reading is, in words: "Activity 7".
    fn path_here(&self) -> String {
        match self.home {
            Some(home) => format!("{} {}", block_name(self.blocks[home].1), self.found[home].len() + 1),
            None => String::new(),
        }
    }

    /// The names of fields that records of a block have.
    pub(super) fn knows(&self, block: Option<usize>, name: &str) -> bool {
        let Some(block) = block else { return true };
        let block = self.blocks[block].1;
        (name == "id" && is_list(block)) || block.fields().iter().any(|f| f.name() == name)
    }
}

/// Where the next block or unknown field begins.
fn end_of_other(marks: &[Mark], end: usize) -> usize {
    let begins = |m: &&Mark| matches!(m.sign, Sign::Block(_) | Sign::Other);
    marks.iter().find(begins).map_or(end, |m| m.at)
}

/// Where the value that begins at a byte stands, when it is sound.
pub(super) fn value_span(text: &str, at: usize, end: usize) -> Option<(usize, usize)> {
    let tree = Tree::new(text.get(at..end)?);
    let root = tree.root()?;
    let is_sound = tree.faults().first().is_none_or(|f| f.start >= root.end());
    (is_sound && !root.text().contains(BREAK)).then_some((at + root.start(), at + root.end()))
}

/// The first byte of a text that is neither white space, nor a closing bracket or comma, nor a remark.
pub(super) fn first_loose(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', ',', ']', ')', '}']).len();
        match (text.get(at..).filter(|r| !r.is_empty()), comment(&text[at..])) {
            (None, _) => return None,
            (_, Some((len, _))) => at += len,
            _ => return Some(at),
        }
    }
}
