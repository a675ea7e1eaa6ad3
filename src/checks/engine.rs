//! Runs the rules, and keeps what they found in rows that did not change.

use super::{
    Findings, RULES,
    rule::{Check, Checked, Marks, Out, RowCheck},
    wordlists::Said,
};
use crate::{analysis::Derived, plan::*};
use std::{cell::OnceCell, collections::HashMap, sync::Arc};

/// What a rule over the whole plan looks at.
pub(super) struct Cx<'a> {
    pub plan: &'a Plan,
    pub derived: &'a Derived,
    /// What was marked in any text of the plan.
    pub marks: Marks,
}

/// What rules by row may know beside the row. When it changes, every row is looked at again.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Frame {
    /// First day of the plan.
    pub start: Option<Day>,
    /// Last day of the plan.
    pub finish: Option<Day>,
}

impl Frame {
    fn new(plan: &Plan) -> Self {
        Self { start: plan.identity.start, finish: plan.identity.finish }
    }
}

/// One piece of text at its place.
pub(super) struct Passage<'a> {
    pub place: Place,
    pub text: &'a Text,
    edit: &'a dyn Fn(Text) -> Option<Edit>,
    said: OnceCell<Vec<Said>>,
}

impl Passage<'_> {
    /// What it says in the languages that have word lists.
    pub fn said(&self) -> &[Said] {
        self.said.get_or_init(|| Said::of(self.text))
    }

    /// The edit that puts another text here.
    pub fn edit(&self, text: Text) -> Option<Edit> {
        (self.edit)(text)
    }

    /// Whether it stands in this field.
    pub fn is(&self, field: Field) -> bool {
        self.place.field == Some(field)
    }
}

type TextCheck = fn(&Passage<'_>, &Frame, &mut Out);

/// The rows of one table as they were checked last, and what was found in each.
struct Cache<T> {
    looks: Vec<RowCheck<T>>,
    table: Table<T>,
    outs: Vec<Out>,
}

impl<T: Row + Checked> Cache<T> {
    fn new() -> Self {
        let looks = RULES.iter().flat_map(|rule| rule.checks).filter_map(T::look).collect();
        Self { looks, table: Table::default(), outs: Vec::new() }
    }

    fn look_at(&self, row: &T, frame: &Frame, texts: &[TextCheck]) -> Out {
        let mut out = Out::default();
        for look in &self.looks {
            look(row, frame, &mut out);
        }
        row.each_text(&mut |field, text| {
            if text.is_blank() {
                return;
            }
            let edit = |text| T::text_change(field, text).map(|change| T::change(row.id(), change));
            let passage =
                Passage { place: Place::cell(row.id(), field), text, edit: &edit, said: OnceCell::new() };
            for look in texts {
                look(&passage, frame, &mut out);
            }
        });
        out
    }

    /// Brings the cache to this state of the table. Rows that are shared with the last state are not looked at again.
    fn follow(&mut self, table: &Table<T>, frame: &Frame, texts: &[TextCheck]) {
        if table.is_same(&self.table) {
            return;
        }
        let same = |(a, b): &(&Arc<T>, &Arc<T>)| Arc::ptr_eq(a, b);
        let (old, new) = (self.table.len(), table.len());
        let head = self.table.shared().zip(table.shared()).take_while(same).count();
        let rest = old.min(new) - head;
        let tail = self.table.shared().rev().zip(table.shared().rev()).take(rest).take_while(same).count();
        // In the middle rows came, went, moved or changed; those that moved are known by their pointer.
        let mut known: HashMap<*const T, Out> = self
            .table
            .shared()
            .skip(head)
            .zip(self.outs.drain(head..old - tail))
            .map(|(row, out)| (Arc::as_ptr(row), out))
            .collect();
        let middle: Vec<_> = table
            .shared()
            .skip(head)
            .take(new - head - tail)
            .map(|row| known.remove(&Arc::as_ptr(row)).unwrap_or_else(|| self.look_at(row, frame, texts)))
            .collect();
        self.outs.splice(head..head, middle);
        self.table = table.clone();
    }

    fn collect(&self, all: &mut Out) {
        for out in &self.outs {
            all.marks.set(out.marks);
            all.found.extend(out.found.iter().cloned());
        }
    }
}

fn look_at_once<T: Record>(
    record: &T,
    wrap: fn(T::Change) -> Edit,
    texts: &[TextCheck],
    frame: &Frame,
    out: &mut Out,
) {
    record.each_text(&mut |field, text| {
        if text.is_blank() {
            return;
        }
        let edit = |text| T::text_change(field, text).map(wrap);
        let passage = Passage { place: Place::field(field), text, edit: &edit, said: OnceCell::new() };
        for look in texts {
            look(&passage, frame, out);
        }
    });
}

macro_rules! tables {
    ($($table:ident: $row:ident,)*) => {
        struct Caches { $($table: Cache<$row>,)* }

        impl Caches {
            fn new() -> Self {
                Self { $($table: Cache::new(),)* }
            }

            fn follow(&mut self, plan: &Plan, frame: &Frame, texts: &[TextCheck]) {
                $(self.$table.follow(&plan.$table, frame, texts);)*
            }

            fn collect(&self, out: &mut Out) {
                $(self.$table.collect(out);)*
            }
        }

        /// Where the row of a place stands in its table; nothing for a block as a whole.
        pub(super) fn position(plan: &Plan, place: Place) -> Option<usize> {
            let row = place.row?;
            match place.block {
                $(<$row as Record>::BLOCK => plan.$table.position(Id::from_bits(row)),)*
                Block::Comment => plan.comments.position(Id::from_bits(row)),
                Block::Silenced => plan.silenced.position(Id::from_bits(row)),
                Block::OpenChoice => plan.choices.position(Id::from_bits(row)),
                Block::Identity | Block::Context | Block::Matrix => None,
            }
        }
    };
}

tables! {
    team: Member,
    key_figures: KeyFigure,
    lessons: Lesson,
    stakeholders: Stakeholder,
    cards: Card,
    strategies: Strategy,
    outputs: Output,
    indicators: Indicator,
    assumptions: Assumption,
    preconditions: Precondition,
    inputs: Input,
    activities: Activity,
    budget: BudgetLine,
    rates: Rate,
    risks: Risk,
    cooperation: Cooperation,
    judgements: Judgement,
    ovop: OvopSheet,
    clusters: Cluster,
    credits: CreditCase,
    instruments: Instrument,
    reports: Report,
    criteria: Criterion,
}

/// Checks one plan again and again: what was found in a row is kept until the row changes.
pub struct Checker {
    texts: Vec<TextCheck>,
    frame: Frame,
    caches: Caches,
    /// The last answer and the one before it, so that whoever shows them never has to take one of ten thousand findings apart: that
    /// falls to the thread that checks.
    answers: [Findings; 2],
}

impl Default for Checker {
    fn default() -> Self {
        let texts = RULES
            .iter()
            .flat_map(|rule| rule.checks)
            .filter_map(|check| if let Check::Text(look) = check { Some(*look) } else { None })
            .collect();
        Self { texts, frame: Frame::default(), caches: Caches::new(), answers: Default::default() }
    }
}

impl std::fmt::Debug for Checker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Checker").field("frame", &self.frame).finish_non_exhaustive()
    }
}

impl Checker {
    /// Everything that is found in this revision.
    pub fn check(&mut self, plan: &Plan, derived: &Derived) -> Findings {
        self.answers.swap(0, 1);
        self.answers[1] = Findings::default();
        let frame = Frame::new(plan);
        if frame != self.frame {
            self.caches = Caches::new();
            self.frame = frame;
        }
        self.caches.follow(plan, &self.frame, &self.texts);
        let mut out = Out::default();
        look_at_once(&*plan.identity, Edit::Identity, &self.texts, &self.frame, &mut out);
        look_at_once(&*plan.context, Edit::Context, &self.texts, &self.frame, &mut out);
        look_at_once(&*plan.matrix, Edit::Matrix, &self.texts, &self.frame, &mut out);
        self.caches.collect(&mut out);
        let cx = Cx { plan, derived, marks: out.marks };
        for check in RULES.iter().flat_map(|rule| rule.checks) {
            if let Check::Plan(look) = check {
                look(&cx, &mut out);
            }
        }
        // What concerns a block as a whole stands before its rows.
        let found = Findings::new(plan, out.found, |place| position(plan, place).map_or(0, |i| i + 1));
        self.answers[1] = found.clone();
        found
    }
}

/// Everything that is found in a plan.
#[must_use]
pub fn check(plan: &Plan, derived: &Derived) -> Findings {
    Checker::default().check(plan, derived)
}
