//! Records with damage in them: their whole fields are kept, the rest is set aside.

use super::Why;
use super::pieces::{BREAK, Item, Part, Pieces, first_loose, value_span};
use crate::file::syntax::{Kind, Node, Tree, is_name};
use std::ops::Range;

/// A field of a damaged record, from its name to the next one.
struct Segment<'a> {
    name: &'a str,
    span: Range<usize>,
}

impl<'a> Pieces<'a> {
    /// What can be kept of a record in these bytes; its parts are empty when that is nothing.
    pub(super) fn mend(&mut self, span: Range<usize>, block: Option<usize>) -> Item<'a> {
        let text = self.text;
        let cut = text[span.clone()].find(BREAK).map_or(span.end, |n| span.start + n);
        let mut item = Item {
            span: span.clone(),
            parts: Vec::new(),
            names: Vec::new(),
            id: "",
            is_whole: false,
            before: Vec::new(),
            behind: None,
        };
        let segments = segments(text, span.start..cut, &|name| self.knows(block, name));
        if segments.is_empty() {
            self.mend_by_brackets(span.start..cut, &mut item);
        }
        let mut rest = cut;
        for segment in segments {
            if item.names.contains(&segment.name) {
                // From here on it is another record, whose start is lost.
                rest = segment.span.start;
                break;
            }
            self.mend_field(&segment, &mut item);
        }
        self.lose(rest..span.end, "", Why::Homeless);
        if item.names.is_empty() {
            item.parts.clear();
        } else {
            item.parts.insert(0, Part::Glue("(\n"));
            item.parts.push(Part::Glue(")"));
        }
        item
    }

    fn mend_field(&mut self, segment: &Segment<'a>, item: &mut Item<'a>) {
        let text = self.text;
        let Range { start, end } = segment.span;
        let Some(colon) = text[start..end].find(':').map(|n| start + n + 1) else { return };
        if let Some((from, to)) = value_span(text, colon, end) {
            if segment.name == "id" {
                item.id = &text[from..to];
            }
            item.names.push(segment.name);
            item.parts.extend([Part::Copy(start..to), Part::Glue(",\n")]);
            if let Some(at) = first_loose(&text[to..end]) {
                self.lose(to + at..end, "", Why::Unreadable);
            }
            return;
        }
        let tree = Tree::new(&text[colon..end]);
        match tree.root().filter(|root| matches!(root.kind(), Kind::Group | Kind::List | Kind::Map)) {
            Some(root) => {
                item.names.push(segment.name);
                item.parts.push(Part::Copy(start..colon));
                self.rebuild(root, colon, &mut item.parts);
                item.parts.push(Part::Glue(",\n"));
                if let Some(at) = first_loose(&text[colon + root.end()..end]) {
                    self.lose(colon + root.end() + at..end, "", Why::Unreadable);
                }
            }
            None => self.lose(start..end, "", Why::Unreadable),
        }
    }

    /// A record without lines of its own: only its brackets tell.
    fn mend_by_brackets(&mut self, span: Range<usize>, item: &mut Item<'a>) {
        let text = self.text;
        let tree = Tree::new(&text[span.clone()]);
        let Some(root) = tree.root().filter(|r| matches!(r.kind(), Kind::Group | Kind::Map)) else {
            self.lose(span, "", Why::Unreadable);
            return;
        };
        item.names = root.children().filter(|n| n.kind() == Kind::Field).map(Node::name).collect();
        item.id = root.field("id").and_then(Node::value).map_or("", Node::text);
        self.rebuild_content(root, span.start, &mut item.parts);
    }

    /// A bracket with those of its children that are sound.
    fn rebuild(&mut self, node: Node<'_, 'a>, base: usize, parts: &mut Vec<Part>) {
        let (open, close) = match node.kind() {
            Kind::List => ("[\n", "]"),
            Kind::Map => ("{\n", "}"),
            _ => ("(\n", ")"),
        };
        parts.push(Part::Glue(open));
        self.rebuild_content(node, base, parts);
        parts.push(Part::Glue(close));
    }

    fn rebuild_content(&mut self, node: Node<'_, 'a>, base: usize, parts: &mut Vec<Part>) {
        let is_bracket = |n: &Node<'_, '_>| matches!(n.kind(), Kind::Group | Kind::List | Kind::Map);
        for child in node.items() {
            let span = base + child.start()..base + child.end();
            let is_sound =
                !child.tree().is_damaged(child.start(), child.end()) && child.kind() != Kind::Faulty;
            let value = if child.kind() == Kind::Field { child.value() } else { Some(child) };
            if is_sound {
                parts.push(Part::Copy(span));
            } else if let Some(inner) = value.filter(is_bracket) {
                if child.kind() == Kind::Field {
                    parts.push(Part::Copy(span.start..base + inner.start()));
                }
                self.rebuild(inner, base, parts);
            } else {
                self.lose(span, "", Why::Unreadable);
                continue;
            }
            parts.push(Part::Glue(",\n"));
        }
    }
}

/// The fields of a record by their lines: those with the indent of the first line that names a known field.
fn segments<'a>(text: &'a str, span: Range<usize>, knows: &dyn Fn(&str) -> bool) -> Vec<Segment<'a>> {
    let mut found: Vec<Segment<'a>> = Vec::new();
    let (mut next, mut level) = (span.start, None);
    for line in text[span.clone()].split_inclusive('\n') {
        let start = next;
        next += line.len();
        // The opening bracket may stand on the line of the first field.
        let bare = line.trim_start_matches([' ', '\t', '(']);
        let indent = line.len() - bare.len();
        let Some(name) = field_name(bare) else { continue };
        let is_first = level.is_none() && knows(name);
        if is_first && !line.trim_start().starts_with('(') {
            // The first line of a piece begins behind its indent: the next one tells.
            level = (start > span.start || line.trim_start().len() < line.len()).then_some(indent);
        }
        if is_first || level == Some(indent) {
            if let Some(last) = found.last_mut() {
                last.span.end = start + indent;
            }
            found.push(Segment { name, span: start + indent..span.end });
        }
    }
    found
}

/// The name at the start of a line, when a colon follows.
fn field_name(line: &str) -> Option<&str> {
    let len = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let name = &line[..len];
    (is_name(name) && line[len..].trim_start().starts_with(':')).then_some(name)
}
