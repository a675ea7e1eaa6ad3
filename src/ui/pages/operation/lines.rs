//! The lines of the table: a heading for each output, and under it its activities with their parts.

use crate::{
    analysis::{Derived, Placed},
    plan::{Activity, Id, Output, Plan},
};
use std::ops::Range;

/// A line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// The heading of an output; nothing: of the activities without one.
    Heading(Option<Id<Output>>),
    /// An activity.
    Activity(&'a Placed),
}

struct Group {
    output: Option<Id<Output>>,
    /// Its activities among all, in the order of their numbers.
    placed: Range<usize>,
    /// The line of its heading.
    line: usize,
}

/// All lines. Made anew in each frame: it costs as much as there are outputs, not activities.
pub struct Lines<'a> {
    groups: Vec<Group>,
    placed: &'a [Placed],
    derived: &'a Derived,
}

impl<'a> Lines<'a> {
    /// The lines of a plan. Activities without an output come last; their heading is left out when there are none.
    pub fn new(plan: &Plan, derived: &'a Derived) -> Self {
        let placed = derived.numbering.activities();
        let rank = |p: &Placed| p.output.and_then(|o| plan.outputs.position(o)).unwrap_or(usize::MAX);
        let (mut groups, mut from, mut line) = (Vec::new(), 0, 0);
        for (i, output) in plan.outputs.iter().enumerate() {
            let to = from + placed[from..].partition_point(|p| rank(p) <= i);
            groups.push(Group { output: Some(output.id), placed: from..to, line });
            line += to - from + 1;
            from = to;
        }
        if from < placed.len() {
            groups.push(Group { output: None, placed: from..placed.len(), line });
        }
        Self { groups, placed, derived }
    }

    /// Number of lines.
    pub fn len(&self) -> usize {
        self.placed.len() + self.groups.len()
    }

    fn group_at(&self, line: usize) -> Option<&Group> {
        self.groups.get(self.groups.partition_point(|g| g.line <= line).checked_sub(1)?)
    }

    /// What stands in a line.
    pub fn at(&self, line: usize) -> Option<Line<'a>> {
        let group = self.group_at(line)?;
        match line - group.line {
            0 => Some(Line::Heading(group.output)),
            i => self.placed[group.placed.clone()].get(i - 1).map(Line::Activity),
        }
    }

    /// Whether a line is a heading.
    pub fn is_heading(&self, line: usize) -> bool {
        self.group_at(line).is_some_and(|g| g.line == line)
    }

    /// The line of an activity.
    pub fn of(&self, id: Id<Activity>) -> Option<usize> {
        let position = self.derived.numbering.position(id)?;
        let group = self.groups.iter().find(|g| g.placed.contains(&position))?;
        Some(group.line + 1 + position - group.placed.start)
    }

    /// The activity before this one, or behind it, with the same whole.
    pub fn sibling(&self, id: Id<Activity>, behind: bool) -> Option<&'a Placed> {
        let position = self.derived.numbering.position(id)?;
        let group = self.groups.iter().find(|g| g.placed.contains(&position))?;
        let depth = self.placed[position].depth;
        let deeper = |p: &&Placed| p.depth > depth;
        let next = if behind {
            self.placed[position + 1..group.placed.end].iter().find(|p| !deeper(p))
        } else {
            self.placed[group.placed.start..position].iter().rev().find(|p| !deeper(p))
        };
        next.filter(|p| p.depth == depth)
    }

    /// The activity that this one is a part of.
    pub fn whole(&self, id: Id<Activity>) -> Option<&'a Placed> {
        let position = self.derived.numbering.position(id)?;
        let depth = self.placed[position].depth;
        self.placed[..position].iter().rev().find(|p| p.depth < depth).filter(|_| depth > 0)
    }

    /// Whether an activity is the last one under its output.
    pub fn is_last(&self, line: usize) -> bool {
        self.group_at(line).is_some_and(|g| line - g.line == g.placed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{At, IdSource};

    /// A plan from words: `1` an output, `a` an activity, `.b` a part of the activity before.
    fn plan(rows: &str) -> Plan {
        let mut ids = IdSource::seeded(3);
        let mut document = crate::document::Document::unsaved(Plan::new(ids.next()));
        let (mut output, mut whole) = (None, None);
        for word in rows.split_whitespace() {
            let edit = if word.parse::<u8>().is_ok() {
                let row = Output::new(ids.next());
                output = Some(row.id);
                crate::plan::Row::add(row, At::Last)
            } else {
                let name = crate::plan::Text::english(word.trim_start_matches('.'));
                let parent = whole.filter(|_| word.starts_with('.'));
                let row = Activity { output, parent, name, ..Activity::new(ids.next()) };
                whole = parent.or(Some(row.id));
                crate::plan::Row::add(row, At::Last)
            };
            document.apply(&edit).unwrap();
        }
        Plan::clone(document.plan())
    }

    fn named<'a>(plan: &'a Plan, name: &str) -> &'a Activity {
        plan.activities.iter().find(|a| a.name.best(&[]).raw() == name).unwrap()
    }

    #[test]
    fn every_line_is_found() {
        let check = |rows: &str, expected: &str| {
            let plan = plan(rows);
            let derived = Derived::new(&plan);
            let lines = Lines::new(&plan, &derived);
            let shown: Vec<_> = (0..lines.len())
                .map(|i| match lines.at(i).unwrap() {
                    Line::Heading(Some(o)) => format!("[{}]", derived.numbering.output(o)),
                    Line::Heading(None) => "[-]".to_owned(),
                    Line::Activity(p) => {
                        assert_eq!(lines.of(p.id), Some(i));
                        p.number.to_string()
                    }
                })
                .collect();
            assert_eq!(shown.join(" "), expected, "{rows}");
            assert_eq!(lines.at(lines.len()), None);
        };
        check("", "");
        check("a b", "[-] 0.1 0.2");
        check("1 a .b c 2 3 d", "[1] 1.1 1.1.1 1.2 [2] [3] 3.1");
        check("x 1 a", "[1] 1.1 [-] 0.1");
    }

    #[test]
    fn siblings_are_of_one_whole() {
        let plan = plan("1 a .b .c d 2 e");
        let derived = Derived::new(&plan);
        let lines = Lines::new(&plan, &derived);
        let check = |name: &str, before: Option<&str>, behind: Option<&str>| {
            let id = named(&plan, name).id;
            let said =
                |p: Option<&Placed>| p.map(|p| plan.activities.get(p.id).unwrap().name.best(&[]).raw());
            assert_eq!(
                (said(lines.sibling(id, false)), said(lines.sibling(id, true))),
                (before, behind),
                "{name}"
            );
        };
        check("a", None, Some("d"));
        check("b", None, Some("c"));
        check("c", Some("b"), None);
        check("d", Some("a"), None);
        check("e", None, None);
        assert_eq!(lines.whole(named(&plan, "c").id).unwrap().id, named(&plan, "a").id);
        assert!(lines.whole(named(&plan, "d").id).is_none());
    }
}
