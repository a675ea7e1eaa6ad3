//! The pieces of a damaged text put together to one without damage.

use super::{Item, Part, Pieces, is_list, value_span};
use crate::file::salvage::{Lost, Mended, Why};
use crate::file::v1::block_name;
use std::collections::{HashMap, HashSet};

impl Pieces<'_> {
    /// A text without damage, of the pieces that hold; and what was left out, in the order of the text.
    pub fn put_together(mut self) -> (Mended, Vec<Lost>) {
        self.find_homes();
        self.drop_doubles();
        let mut out = Mended::default();
        self.write_head(&mut out);
        for (i, (name, block)) in self.blocks.iter().enumerate() {
            let Some(first) = self.found[i].first() else { continue };
            out.glue(name);
            out.glue(if is_list(*block) { ": [\n" } else { ": " });
            if is_list(*block) {
                self.found[i].iter().for_each(|item| write_item(self.text, item, &mut out));
                out.glue("],\n");
            } else {
                write_item(self.text, first, &mut out);
            }
        }
        for other in &self.others {
            out.copy(self.text, other.clone());
            out.glue(",\n");
        }
        out.glue(")\n");
        self.lost.sort_by_key(|l| l.span.start);
        (out, self.lost)
    }

    /// Gives orphans the one block that their fields fit.
    fn find_homes(&mut self) {
        for group in std::mem::take(&mut self.orphans) {
            let (after, before) =
                (group.between.0.map_or(0, |b| b + 1), group.between.1.unwrap_or(self.blocks.len()));
            let names: HashSet<&str> = group.items.iter().flat_map(|i| i.names.iter().copied()).collect();
            let fits = |block: usize| {
                is_list(self.blocks[block].1) && names.iter().all(|n| self.knows(Some(block), n))
            };
            let near: Vec<usize> = (after..before.max(after)).filter(|b| fits(*b)).collect();
            let all: Vec<usize> = (0..self.blocks.len()).filter(|b| fits(*b)).collect();
            let home = match (&near[..], &all[..]) {
                ([only], _) | ([], [only]) if names.len() > 1 => Some(*only),
                _ => None,
            };
            for item in group.items {
                match home {
                    Some(home) => self.found[home].push(item),
                    None => self.lose(item.span, "", Why::Homeless),
                }
            }
        }
    }

    /// Items that are there twice: the whole one counts, and of two equal ones the first.
    fn drop_doubles(&mut self) {
        for i in 0..self.found.len() {
            let is_once = !is_list(self.blocks[i].1);
            let items = std::mem::take(&mut self.found[i]);
            let mut best: HashMap<&str, bool> = HashMap::new();
            for item in &items {
                *best.entry(item.id).or_default() |= item.is_whole;
            }
            let (mut texts, mut kept) = (HashSet::new(), Vec::new());
            for item in items {
                let has_better = best.get(item.id).copied().unwrap_or(false) && !item.is_whole;
                let is_double = !texts.insert(&self.text[item.span.clone()]);
                let is_second = is_once && !kept.is_empty();
                if (has_better && (!item.id.is_empty() || is_once)) || is_double || is_second {
                    let path = block_name(self.blocks[i].1);
                    self.lose(item.span, &path, Why::Twice);
                } else {
                    kept.push(item);
                }
            }
            self.found[i] = kept;
        }
    }

    /// The first line, remarks above the plan, the version and the identity.
    fn write_head(&self, out: &mut Mended) {
        let head = &self.text[self.head.clone()];
        let (mut at, mut fields) = (0, Vec::new());
        for line in head.split_inclusive('\n') {
            let bare = line.trim_start().trim_start_matches('(').trim_start();
            let start = at + (line.len() - bare.len());
            at += line.len();
            let is_title = at == line.len() && line.starts_with("// Rencana");
            let is_remark =
                bare.starts_with("//") || (bare.starts_with("#!") && !bare.starts_with("#![enable"));
            if (is_title || is_remark) && !line.contains('\u{fffd}') {
                out.copy(self.text, start..start + bare.trim_end().len());
                out.glue("\n");
            }
            let name = ["schema", "id"]
                .into_iter()
                .find(|name| bare.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(':')));
            let colon = bare.find(':').map_or(0, |n| start + n + 1);
            if let Some(name) = name
                && let Some((from, to)) = value_span(self.text, colon, start + bare.len())
            {
                fields.push((name, from..to));
            }
        }
        out.glue("(\n");
        for name in ["schema", "id"] {
            if let Some((_, span)) = fields.iter().find(|(n, _)| *n == name) {
                out.glue(name);
                out.glue(": ");
                out.copy(self.text, span.clone());
                out.glue(",\n");
            }
        }
    }
}

fn write_item(text: &str, item: &Item<'_>, out: &mut Mended) {
    for remark in &item.before {
        out.copy(text, remark.clone());
        out.glue("\n");
    }
    for part in &item.parts {
        match part {
            Part::Copy(span) => out.copy(text, span.clone()),
            Part::Glue(glue) => out.glue(glue),
        }
    }
    out.glue(",");
    if let Some(remark) = &item.behind {
        out.glue(" ");
        out.copy(text, remark.clone());
    }
    out.glue("\n");
}
