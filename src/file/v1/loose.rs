//! The loose types of the file: every scalar is text, everything may be absent.
//!
//! They are read in two ways that give the same: by ron through serde, which is quick and strict, and from the lossless tree,
//! which keeps what ron drops and never fails.

use super::super::extras::{Kept, Unfit, Unknown};
use super::super::limits::Limits;
use super::super::syntax::{Kind, Node, decode_text};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use std::{borrow::Cow, cell::Cell, fmt, marker::PhantomData};

/// First byte and byte after the last; zeros when ron read it, which tells no places.
pub(super) type Span = (u32, u32);

/// What may still be made in one reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk {
    rows: usize,
    parts: usize,
    /// Whether there was more: then nothing that was made counts.
    pub is_over: bool,
}

impl Walk {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self { rows: limits.rows, parts: limits.parts, is_over: false }
    }

    /// Before so many rows, or parts of rows, are made; says whether they may be.
    fn may_make(&mut self, is_row: bool, count: usize) -> bool {
        let left = if is_row { &mut self.rows } else { &mut self.parts };
        self.is_over |= *left < count;
        *left = left.saturating_sub(count);
        !self.is_over
    }

    /// The same for the items of a list.
    fn may_make_items(&mut self, is_row: bool, list: Node<'_, '_>) -> bool {
        self.may_make(is_row, list.children().filter(|n| n.kind() != Kind::Comment).count())
    }
}

thread_local! {
    /// What ron may still make in the reading of this thread: serde has no way to hand it down.
    static LEFT: Cell<Walk> = const { Cell::new(Walk::new(&Limits::NONE)) };
}

/// What the next reading by ron may make.
pub(super) fn allow(limits: &Limits) {
    LEFT.set(Walk::new(limits));
}

/// The same as [`Walk::may_make`] for ron.
fn make<E: de::Error>(is_row: bool) -> Result<(), E> {
    let mut left = LEFT.get();
    let may = left.may_make(is_row, 1);
    LEFT.set(left);
    if may { Ok(()) } else { Err(E::custom("too much for a plan")) }
}

/// A record in a list: a row of a table, or a part of a row.
pub(super) trait Item {
    const IS_ROW: bool;
}

/// Whether a record with these fields is a row: rows alone have identities, in their first field.
pub(super) const fn has_id(fields: &[&str]) -> bool {
    matches!(fields.first(), Some(name) if name.len() == 2 && name.as_bytes()[0] == b'i' && name.as_bytes()[1] == b'd')
}

/// Something that a node of the tree can be taken for.
pub(super) trait FromNode<'a>: Sized {
    /// Takes a node; nothing when it is another kind of value. What stands inside and is not understood goes to `kept`.
    fn from_node(node: Node<'_, 'a>, kept: &mut Kept, walk: &mut Walk) -> Option<Self>;

    /// Takes a bare text; nothing when it is no single text, number or word.
    fn from_bare(_text: &'a str) -> Option<Self> {
        None
    }
}

pub(super) fn span(node: Node<'_, '_>) -> Span {
    (u32::try_from(node.start()).unwrap_or(0), u32::try_from(node.end()).unwrap_or(0))
}

/// One text, number or word.
#[derive(Debug, Clone, Default)]
pub(super) struct Scalar<'a> {
    pub text: Cow<'a, str>,
    pub span: Span,
}

impl<'a> FromNode<'a> for Scalar<'a> {
    fn from_node(node: Node<'_, 'a>, _kept: &mut Kept, _walk: &mut Walk) -> Option<Self> {
        let text = match node.kind() {
            Kind::Text => decode_text(node.text())?,
            Kind::Number | Kind::Word => Cow::Borrowed(node.text()),
            Kind::Char => Cow::Borrowed(node.text().trim_matches('\'')),
            _ => return None,
        };
        Some(Self { text, span: span(node) })
    }

    fn from_bare(text: &'a str) -> Option<Self> {
        Some(Self { text: Cow::Borrowed(text), span: (0, 0) })
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Cow<'de, str>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a number")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
            fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(if value { "true" } else { "false" }))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
                Ok(Cow::Owned(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
                Ok(Cow::Owned(value.to_string()))
            }
            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                // Digits that a float cannot hold are noticed by comparing with the text: see `v1::read_with_ron`.
                if value.is_finite() {
                    Ok(Cow::Owned(value.to_string()))
                } else {
                    Err(E::custom("not finite"))
                }
            }
        }
        Ok(Self { text: deserializer.deserialize_any(Any)?, span: (0, 0) })
    }
}

/// Scalars in a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Scalars<'a> {
    pub items: Vec<Scalar<'a>>,
}

impl<'a> FromNode<'a> for Scalars<'a> {
    fn from_node(node: Node<'_, 'a>, kept: &mut Kept, walk: &mut Walk) -> Option<Self> {
        if node.kind() != Kind::List {
            // One value where a list is due is a list of one.
            let only = Scalar::from_node(node, kept, walk)?;
            return Some(Self { items: vec![only] });
        }
        let mut items = Vec::new();
        if !walk.may_make_items(false, node) {
            return Some(Self { items });
        }
        for child in node.children() {
            match Scalar::from_node(child.unwrapped(), kept, walk) {
                Some(item) => items.push(item),
                None if child.kind() == Kind::Comment => kept.end.push(child.text().to_owned()),
                None => kept.unknown.push(unknown("", child, Kept::default())),
            }
        }
        Some(Self { items })
    }
}

impl Item for Scalar<'_> {
    const IS_ROW: bool = false;
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalars<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { items: deserializer.deserialize_seq(Items(PhantomData))? })
    }
}

/// Reads the items of a list one by one, as long as there may be more.
struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Item> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            make(T::IS_ROW)?;
            items.push(item);
        }
        Ok(items)
    }
}

/// Text in languages: the tag as a field name (`uz_Arab` for `uz-Arab`), or one text alone in the plan's first language.
#[derive(Debug, Clone, Default)]
pub(super) struct Words<'a> {
    /// Tag (empty: the first language), text, and what is kept there.
    pub items: Vec<(Cow<'a, str>, Scalar<'a>, Kept)>,
}

impl<'a> FromNode<'a> for Words<'a> {
    fn from_node(node: Node<'_, 'a>, kept: &mut Kept, walk: &mut Walk) -> Option<Self> {
        let mut items: Vec<(Cow<'a, str>, Scalar<'a>, Kept)> = Vec::new();
        if let Some(only) = Scalar::from_node(node, kept, walk) {
            items.push((Cow::Borrowed(""), only, Kept::default()));
            return Some(Self { items });
        }
        walk_record(node, kept, &mut |name, value, of_field| {
            let tag = name.replace('_', "-");
            let fits = crate::plan::Lang::new(&tag).is_some() && !items.iter().any(|(t, ..)| *t == tag);
            let value = value.unwrapped();
            if is_none(value) && of_field.is_empty() {
                return true;
            }
            match Scalar::from_node(value, &mut Kept::default(), walk).filter(|_| fits) {
                Some(text) => {
                    items.push((Cow::Owned(tag), text, std::mem::take(of_field)));
                    true
                }
                None => false,
            }
        })?;
        Some(Self { items })
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Words<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text in languages")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(Tag(tag)) = map.next_key()? {
                    make(false)?;
                    items.push((tag, map.next_value()?, Kept::default()));
                }
                Ok(Words { items })
            }
        }
        deserializer.deserialize_struct("", &[], Pairs)
    }
}

struct Tag<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Tag<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl<'de> Visitor<'de> for Name {
            type Value = Cow<'de, str>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a language tag")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(if text.contains('_') { Cow::Owned(text.replace('_', "-")) } else { Cow::Borrowed(text) })
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.replace('_', "-")))
            }
        }
        deserializer.deserialize_identifier(Name).map(Self)
    }
}

/// Records in a list, each with what is kept beside it.
#[derive(Debug, Clone)]
pub(super) struct List<T> {
    pub items: Vec<(T, Kept)>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new() }
    }
}

impl<'a, T: FromNode<'a> + Item> FromNode<'a> for List<T> {
    fn from_node(node: Node<'_, 'a>, kept: &mut Kept, walk: &mut Walk) -> Option<Self> {
        if node.kind() != Kind::List {
            return None;
        }
        let mut items = Vec::new();
        if !walk.may_make_items(T::IS_ROW, node) {
            return Some(Self { items });
        }
        let (elements, end) = elements(node);
        kept.end = end;
        for Element { node: value, before, behind } in elements {
            let mut of_item = Kept { before, behind, ..Kept::default() };
            match T::from_node(value.unwrapped(), &mut of_item, walk) {
                Some(item) => items.push((item, of_item)),
                None => kept.unknown.push(unknown("", value, of_item)),
            }
        }
        Some(Self { items })
    }
}

impl<'de, T: Deserialize<'de> + Item> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = deserializer.deserialize_seq(Items(PhantomData))?;
        Ok(Self { items: items.into_iter().map(|item| (item, Kept::default())).collect() })
    }
}

/// A child of a bracket with the remarks that belong to it.
struct Element<'t, 'a> {
    node: Node<'t, 'a>,
    before: Vec<String>,
    behind: Option<String>,
}

/// The children of a bracket with their remarks, and the remarks after the last one.
///
/// A remark belongs to what follows it, except when it stands behind something on the same line.
fn elements<'t, 'a>(node: Node<'t, 'a>) -> (Vec<Element<'t, 'a>>, Vec<String>) {
    let mut elements: Vec<Element<'t, 'a>> = Vec::new();
    let mut pending = Vec::new();
    let text = node.tree().text();
    for child in node.children() {
        match child.kind() {
            Kind::Comment => {
                let behind = elements.last_mut().filter(|e| {
                    let gap = text.get(e.node.end()..child.start()).unwrap_or("\n");
                    e.behind.is_none()
                        && pending.is_empty()
                        && !gap.contains('\n')
                        && !child.text().contains('\n')
                });
                match behind {
                    Some(element) => element.behind = Some(child.text().to_owned()),
                    None => pending.push(child.text().to_owned()),
                }
            }
            Kind::Name => {}
            _ => elements.push(Element { node: child, before: std::mem::take(&mut pending), behind: None }),
        }
    }
    (elements, pending)
}

/// Goes through the fields of a record. `take` gets name and value of each and says whether it knows them; what it does not
/// know is kept. Nothing when the node is no record.
pub(super) fn walk_record<'a>(
    node: Node<'_, 'a>,
    kept: &mut Kept,
    take: &mut dyn FnMut(&'a str, Node<'_, 'a>, &mut Kept) -> bool,
) -> Option<()> {
    if !matches!(node.kind(), Kind::Group | Kind::Map) {
        return None;
    }
    let (elements, end) = elements(node);
    kept.end = end;
    for Element { node, before, behind } in elements {
        let mut of_field = Kept { before, behind, ..Kept::default() };
        let inside = node.children().filter(|n| node.kind() == Kind::Field && n.kind() == Kind::Comment);
        of_field.before.extend(inside.map(|n| n.text().to_owned()));
        let name = if node.kind() == Kind::Field { node.name() } else { "" };
        let taken = match node.value() {
            Some(value) if !name.is_empty() => take(name, value, &mut of_field),
            _ => false,
        };
        if !taken {
            // A bracket that is no field stays whole, with the name before it.
            let value = if node.kind() == Kind::Field { node.value().unwrap_or(node) } else { node };
            kept.unknown.push(unknown(name_as_written(node), value, of_field));
        }
    }
    Some(())
}

fn name_as_written<'a>(field: Node<'_, 'a>) -> &'a str {
    let name = field.children().next().filter(|n| field.kind() == Kind::Field && n.kind() == Kind::Name);
    name.map_or("", Node::text)
}

/// Something that is kept as it is.
fn unknown(name: &str, value: Node<'_, '_>, kept: Kept) -> Unknown {
    Unknown {
        name: name.to_owned(),
        raw: value.text().to_owned(),
        before: kept.before,
        behind: kept.behind,
        at: value.start(),
    }
}

fn is_none(node: Node<'_, '_>) -> bool {
    node.kind() == Kind::Word && node.text() == "None"
}

/// Takes the value of a known field.
pub(super) fn take_field<'a, L: FromNode<'a>>(
    name: &'static str,
    to: &mut Option<L>,
    value: Node<'_, 'a>,
    kept: &mut Kept,
    all: &mut Vec<(&'static str, Kept)>,
    walk: &mut Walk,
) -> bool {
    if to.is_some() || all.iter().any(|(n, k)| *n == name && k.unfit.is_some()) {
        // The same name twice: the second is kept as it is.
        return false;
    }
    let inner = value.unwrapped();
    if !is_none(inner) {
        *to = L::from_node(inner, kept, walk);
        if to.is_none() {
            let unfit = Unfit { raw: value.text().to_owned(), instead: String::new(), at: value.start() };
            *kept = Kept {
                before: std::mem::take(&mut kept.before),
                behind: kept.behind.take(),
                unfit: Some(unfit),
                ..Kept::default()
            };
        }
    }
    if !kept.is_empty() {
        all.push((name, std::mem::take(kept)));
    }
    true
}

/// Declares the loose form of a record: `loose! { MilestoneV1 { on: Option<Day>, value: Option<Decimal> } }`; the types are
/// those of the model, each with its own loose form.
macro_rules! loose {
    ($name:ident { $($field:ident: $ty:ty,)* }) => {
        #[derive(Debug, Default, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub(in crate::file::v1) struct $name<'a> {
            $(#[serde(borrow)] pub $field: Option<<$ty as $crate::file::v1::value::Value>::Loose<'a>>,)*
            #[serde(skip)]
            pub kept: Vec<(&'static str, $crate::file::extras::Kept)>,
            #[serde(skip)]
            pub span: $crate::file::v1::loose::Span,
        }

        impl $crate::file::v1::loose::Item for $name<'_> {
            const IS_ROW: bool = $crate::file::v1::loose::has_id(&[$(stringify!($field)),*]);
        }

        impl<'a> $crate::file::v1::loose::FromNode<'a> for $name<'a> {
            fn from_node(
                node: $crate::file::syntax::Node<'_, 'a>,
                kept: &mut $crate::file::extras::Kept,
                walk: &mut $crate::file::v1::loose::Walk,
            ) -> Option<Self> {
                use $crate::file::v1::loose;
                let mut new = Self { span: loose::span(node), ..Self::default() };
                loose::walk_record(node, kept, &mut |name, value, of_field| match name {
                    $(stringify!($field) => {
                        loose::take_field(stringify!($field), &mut new.$field, value, of_field, &mut new.kept, walk)
                    })*
                    _ => false,
                })?;
                Some(new)
            }
        }
    };
}
