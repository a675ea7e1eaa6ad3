//! Lines at which the layout of a plan file shows: where a block, an item, or the end of a list stands.

use crate::plan::Block;

/// What begins at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A block, by its place among the blocks.
    Block(usize),
    /// A field of the plan that no block has.
    Other,
    /// An item of a list.
    Item,
    /// The fields of an item whose opening bracket is gone.
    Fields,
    /// The closing bracket of a block.
    End,
}

/// A line that tells the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The first byte after its indent.
    pub at: usize,
    pub sign: Sign,
}

/// Hostile files may have a mark on every line; a plan never has so many.
const MOST: usize = 500_000;
/// The indent of blocks where no block tells another one.
const USUAL: usize = 2;

/// The marks of a text, in order.
pub(super) fn marks(text: &str, blocks: &[(&'static str, Block)]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (mut next, mut top, mut is_opened, mut is_list) = (0, None, false, true);
    for line in text.split_inclusive('\n') {
        let start = next;
        next += line.len();
        let bare = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - bare.len();
        let bare = bare.trim_end();
        if bare.is_empty() || bare.starts_with("//") {
            continue;
        }
        let known = block_at(bare, blocks);
        if known.is_some() && top.is_none() {
            top = Some(indent);
        }
        let level = top.unwrap_or(USUAL);
        let sign = match known {
            Some(block) if indent <= level + 1 => {
                is_list = !matches!(blocks[block].1, Block::Identity | Block::Context | Block::Matrix);
                Some(Sign::Block(block))
            }
            // In a block that stands once, `id` is the Indonesian of a text.
            _ => other_sign(bare, indent, level, is_opened || !is_list),
        };
        is_opened = bare == "(" && sign == Some(Sign::Item);
        if let Some(sign) = sign {
            marks.push(Mark { at: start + indent, sign });
        }
        if marks.len() >= MOST {
            break;
        }
    }
    marks
}

/// The block whose name, colon and bracket stand at the start of a line.
fn block_at(line: &str, blocks: &[(&'static str, Block)]) -> Option<usize> {
    let name = &line[..line.find(|c: char| !c.is_ascii_lowercase() && c != '_')?];
    let value = line[name.len()..].trim_start().strip_prefix(':')?.trim_start();
    let value = value.strip_prefix("Some(").unwrap_or(value);
    let opens = value.starts_with(['(', '[', '{']);
    blocks.iter().position(|(block, _)| opens && *block == name)
}

fn other_sign(line: &str, indent: usize, level: usize, is_opened: bool) -> Option<Sign> {
    let is_id =
        |rest: &str| rest.trim_start().strip_prefix("id").is_some_and(|r| r.trim_start().starts_with(':'));
    if let Some(rest) = line.strip_prefix('(') {
        let is_bare = rest.trim_start().is_empty() && indent == level + 2;
        return (is_bare || is_id(rest)).then_some(Sign::Item);
    }
    if indent == level + 4 && !is_opened && is_id(line) && holds_id(line) {
        return Some(Sign::Fields);
    }
    if indent != level {
        return None;
    }
    if line.starts_with([']', ')', '}']) {
        return Some(Sign::End);
    }
    line.ends_with(['[', '(', '{']).then_some(Sign::Other)
}

/// Whether the value on a line can be an identity.
fn holds_id(line: &str) -> bool {
    let value = line.split_once('"').map_or("", |(_, rest)| rest);
    let id = value.split('"').next().unwrap_or_default();
    id.parse::<crate::plan::Id<crate::plan::Plan>>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_shows() {
        let blocks = [("identity", Block::Identity), ("outputs", Block::Output)];
        let text = "(\n  schema: 1,\n  identity: (\n    title: (\n      id: \"rotan\",\n    ),\n  ),\n  outputs: [\n    // a\n    (\n      id: \"1\",\n      after: [\n        (\n\
                    id: \"2\"),\n      id: \"3\",\n    (id: \"4\"), (id: \"5\"),\n  ],\n  futu#e: [\n)";
        let found: Vec<_> =
            marks(text, &blocks).iter().map(|m| (text[m.at..].lines().next().unwrap(), m.sign)).collect();
        assert_eq!(
            found,
            [
                ("identity: (", Sign::Block(0)),
                ("),", Sign::End),
                ("outputs: [", Sign::Block(1)),
                ("(", Sign::Item),
                ("id: \"3\",", Sign::Fields),
                ("(id: \"4\"), (id: \"5\"),", Sign::Item),
                ("],", Sign::End),
                ("futu#e: [", Sign::Other),
            ]
        );
    }
}
