//! Rows, records and what stands in them: tables, links between rows, parts without an identity.

use super::super::extras::Kept;
use super::super::problem::NoteKind;
use super::cx::{Cx, row_id, shown};
use super::loose::{FromNode, Item, List, Scalar};
use super::out::Out;
use super::value::{Value, shown_scalar};
use crate::plan::*;
use std::sync::Arc;

/// Reads a link; nothing, told and kept, when it leads nowhere.
pub(super) fn read_link<'a, T: Row, V: Value>(
    loose: &Scalar<'a>,
    cx: &mut Cx<'a>,
    instead: &V,
) -> Option<Id<T>> {
    let (bits, _) = row_id::<T>(loose.text.trim());
    if cx.is_known(T::BLOCK, bits) {
        return Some(Id::from_bits(bits));
    }
    let what = T::BLOCK.word().replace('-', " ");
    let message = format!("there is no {what} with the id {}", shown_scalar(loose, cx));
    let hint = "it stays in the file until the field is filled".to_owned();
    cx.unfit(NoteKind::Dangling, loose.span, (message, hint), instead, false);
    None
}

impl<T: Row> Value for Option<Id<T>> {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        let link = read_link(&loose, cx, &Self::None);
        if link.is_some() && matches!(T::BLOCK, Block::Card | Block::Activity) {
            cx.remember_link(loose.span);
        }
        link
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Out<'_>) {
        if let Some(id) = self {
            out.push(&format!("\"{id}\""));
        }
    }
}

impl Value for ResultRef {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        match loose.text.trim() {
            "goal" => Self::Goal,
            "purpose" => Self::Purpose,
            _ => read_link(&loose, cx, &Self::default()).map_or_else(Self::default, Self::Output),
        }
    }

    fn is_empty(&self) -> bool {
        false
    }

    fn write(&self, out: &mut Out<'_>) {
        match self {
            Self::Goal => out.push("\"goal\""),
            Self::Purpose => out.push("\"purpose\""),
            Self::Output(id) => out.push(&format!("\"{id}\"")),
        }
    }
}

/// A row of a table, as the file has it.
pub(super) trait FileRow: Row {
    type Loose<'a>: FromNode<'a> + Item;

    fn build<'a>(loose: Self::Loose<'a>, id: Id<Self>, cx: &mut Cx<'a>) -> Self;
    fn id_of<'a>(loose: &Self::Loose<'a>) -> (Option<Scalar<'a>>, super::loose::Span);
    fn write_fields(&self, out: &mut Out<'_>);
}

impl<T: FileRow> Value for Table<T> {
    const HAS_ITEMS: bool = true;

    type Loose<'a> = List<T::Loose<'a>>;

    fn read<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self {
        let mut rows = Vec::with_capacity(loose.items.len());
        for (item, kept) in loose.items {
            let id = cx.next_id(T::BLOCK);
            let name = id.to_string();
            rows.push(cx.below(&name, |cx| {
                cx.keep(kept);
                T::build(item, id, cx)
            }));
        }
        // Identities were made different before.
        Self::from_rows(rows).0
    }

    fn assign<'a>(loose: &Self::Loose<'a>, cx: &mut Cx<'a>) {
        for (i, (item, _)) in loose.items.iter().enumerate() {
            let (id, span) = T::id_of(item);
            cx.assign::<T>(T::BLOCK, id.as_ref(), i, span);
        }
    }

    fn is_empty(&self) -> bool {
        Table::is_empty(self)
    }

    fn write(&self, out: &mut Out<'_>) {
        out.list(
            self.iter(),
            |_, row| row.id().to_string(),
            |out, row| {
                out.record(|out| {
                    out.required("id", &format!("\"{}\"", row.id()));
                    row.write_fields(out);
                });
            },
        );
    }
}

/// A record that the plan has once, as the file has it.
pub(super) trait FileRecord: Record + Default {
    type Loose<'a>: FromNode<'a>;

    fn build<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self;
    fn write_fields(&self, out: &mut Out<'_>);
}

impl<T: FileRecord> Value for Arc<T> {
    type Loose<'a> = T::Loose<'a>;

    fn read<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self {
        Self::new(T::build(loose, cx))
    }

    fn is_empty(&self) -> bool {
        **self == T::default()
    }

    fn write(&self, out: &mut Out<'_>) {
        out.record(|out| self.write_fields(out));
    }
}

/// A record inside a row, without an identity.
pub(super) trait Part: Sized {
    type Loose<'a>: FromNode<'a> + Item;
    /// Whether it stands on one line.
    const IS_SMALL: bool;

    /// Nothing when what makes it useful is missing; the cause has been told.
    fn build<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Option<Self>;
    fn span_of(loose: &Self::Loose<'_>) -> super::loose::Span;
    fn write_fields(&self, out: &mut Out<'_>);

    fn write_part(&self, out: &mut Out<'_>) {
        if Self::IS_SMALL {
            out.small_record(|out| self.write_fields(out));
        } else {
            out.record(|out| self.write_fields(out));
        }
    }
}

/// Reads records in a list; those that cannot be built are set aside whole.
pub(super) fn read_parts<'a, T: Part>(loose: List<T::Loose<'a>>, cx: &mut Cx<'a>) -> Vec<T> {
    let mut parts = Vec::new();
    for (item, kept) in loose.items {
        let (span, mark, has_notes) = (T::span_of(&item), cx.mark(), cx.notes.len());
        let name = parts.len().to_string();
        let (before, behind) = (kept.before.clone(), kept.behind.clone());
        match cx.below(&name, |cx| {
            cx.keep(kept);
            T::build(item, cx)
        }) {
            Some(part) => {
                cx.remember_link(span);
                parts.push(part);
            }
            None => {
                cx.go_back(mark, false);
                if cx.notes.len() == has_notes {
                    let message = format!("{} lacks what it needs", shown(cx.raw(span)));
                    cx.note(NoteKind::SetAside, span, message, "it stays in the file as it is", false);
                }
                cx.set_aside(span, Kept { before, behind, ..Kept::default() });
            }
        }
    }
    parts
}

macro_rules! parts {
    (several $($part:ty),*; optional $($one:ty),*) => {
        $(impl Value for Vec<$part> {
            const HAS_ITEMS: bool = true;

            type Loose<'a> = List<<$part as Part>::Loose<'a>>;
            fn read<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self {
                read_parts(loose, cx)
            }
            fn is_empty(&self) -> bool {
                Vec::is_empty(self)
            }
            fn write(&self, out: &mut Out<'_>) {
                out.list(self.iter(), |i, _| i.to_string(), |out, part| part.write_part(out));
            }
        })*
        $(impl Value for Option<$one> {
            type Loose<'a> = <$one as Part>::Loose<'a>;
            fn read<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self {
                let (span, mark, has_notes) = (<$one>::span_of(&loose), cx.mark(), cx.notes.len());
                let part = <$one as Part>::build(loose, cx);
                if part.is_none() {
                    cx.go_back(mark, false);
                    if cx.notes.len() == has_notes {
                        let message = format!("{} lacks what it needs", shown(cx.raw(span)));
                        cx.note(NoteKind::Unfit, span, message, "it stays in the file until the field is filled", false);
                    }
                    cx.keep_unfit(span);
                }
                part
            }
            fn is_empty(&self) -> bool {
                self.is_none()
            }
            fn write(&self, out: &mut Out<'_>) {
                if let Some(part) = self {
                    part.write_part(out);
                }
            }
        })*
    };
}

parts! {
    several Milestone, After, Score, ActivityStatus, ActualValue, Spent;
    optional FiscalStart, Borrowed, Place, Money
}
