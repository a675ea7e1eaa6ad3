//! How each kind of field reads and writes.

use super::super::extras::Kept;
use super::super::problem::NoteKind;
use super::cx::{Cx, row_id, shown};
use super::loose::{FromNode, List, Scalar, Scalars, Words};
use super::out::Out;
use crate::plan::*;
use std::sync::Arc;

/// Something a field can hold.
pub(super) trait Value: Default {
    /// Whether it is made of items. Remarks at an item go with it; elsewhere they stay when the value is taken out.
    const HAS_ITEMS: bool = false;

    /// Its form in the file.
    type Loose<'a>: FromNode<'a>;

    /// Takes the loose form; tells and keeps what does not fit.
    fn read<'a>(loose: Self::Loose<'a>, cx: &mut Cx<'a>) -> Self;

    /// Gives identities to rows, before links are read.
    fn assign<'a>(_loose: &Self::Loose<'a>, _cx: &mut Cx<'a>) {}

    /// Whether the field is left out.
    fn is_empty(&self) -> bool;

    /// Writes the value.
    fn write(&self, out: &mut Out<'_>);
}

/// Something that is one text or number in the file.
pub(super) trait Atom: Sized {
    /// What to write instead.
    const HINT: &'static str;
    /// What it is.
    const WHAT: &'static str;
    /// Whether it is a date.
    const IS_DAY: bool = false;

    fn parse(text: &str) -> Option<Self>;

    /// As it stands in the file, with quotes if it needs them.
    fn form(&self) -> String;

    fn hint() -> String {
        Self::HINT.to_owned()
    }
}

pub(super) fn read_atom<'a, T: Atom, V: Value>(
    scalar: &Scalar<'a>,
    cx: &mut Cx<'a>,
    instead: &V,
) -> Option<T> {
    let value = T::parse(scalar.text.trim());
    if value.is_none() {
        let message = format!("{} is not {}", shown_scalar(scalar, cx), T::WHAT);
        cx.unfit(NoteKind::Unfit, scalar.span, (message, T::hint()), instead, T::IS_DAY);
    }
    value
}

fn shown_scalar<'a>(scalar: &Scalar<'a>, cx: &Cx<'a>) -> String {
    let raw = cx.raw(scalar.span);
    shown(if raw.is_empty() { &scalar.text } else { raw })
}

/// Fields that hold one atom or none.
macro_rules! optional {
    ($($atom:ty),*) => {$(
        impl Value for Option<$atom> {
            type Loose<'a> = Scalar<'a>;
            fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
                read_atom::<$atom, Self>(&loose, cx, &None)
            }
            fn is_empty(&self) -> bool {
                self.is_none()
            }
            fn write(&self, out: &mut Out<'_>) {
                if let Some(atom) = self {
                    out.push(&atom.form());
                }
            }
        }
    )*};
}

/// Fields that hold atoms in a list.
macro_rules! several {
    ($($atom:ty),*) => {$(
        impl Value for Vec<$atom> {
            const HAS_ITEMS: bool = true;

            type Loose<'a> = Scalars<'a>;
            fn read<'a>(loose: Scalars<'a>, cx: &mut Cx<'a>) -> Self {
                let mut list = Self::new();
                for item in &loose.items {
                    match <$atom>::parse(item.text.trim()) {
                        Some(atom) => list.push(atom),
                        None => {
                            let message = format!("{} is not {}", shown_scalar(item, cx), <$atom>::WHAT);
                            cx.note(NoteKind::SetAside, item.span, message, &<$atom>::hint(), false);
                            cx.set_aside(item.span, Kept::default());
                        }
                    }
                }
                list
            }
            fn is_empty(&self) -> bool {
                Vec::is_empty(self)
            }
            fn write(&self, out: &mut Out<'_>) {
                out.short_list(self.iter().map(Atom::form));
            }
        }
    )*};
}

macro_rules! choices {
    ($($choice:ty),*) => {
        $(impl Atom for $choice {
            const WHAT: &'static str = "one of the choices";
            const HINT: &'static str = "";
            fn parse(text: &str) -> Option<Self> {
                Self::from_word(text)
            }
            fn form(&self) -> String {
                format!("\"{}\"", self.word())
            }
            fn hint() -> String {
                let words: Vec<_> = Self::ALL.iter().map(|c| c.word()).collect();
                format!("choose {}", words.join(", "))
            }
        })*
        optional!($($choice),*);
    };
}

choices! {
    Depth, CalendarKind, Weekday, DateStyle, Grouping, StakeholderCategory, Level, CardKind, Grade, Measure, Direction, Frequency,
    Split, MatrixLevel, Certainty, InputKind, Answer, FundSource, CostCategory, CooperationKind, CooperationForm, CreditMethod, Status, Clash
}
optional!(Country, Currency, Day, Decimal, i32, Rating, Lang);
several!(Weekday, Split, Key);

macro_rules! codes {
    ($($code:ty, $what:literal, $hint:literal;)*) => {$(
        impl Atom for $code {
            const WHAT: &'static str = $what;
            const HINT: &'static str = $hint;
            fn parse(text: &str) -> Option<Self> {
                Self::new(text)
            }
            fn form(&self) -> String {
                format!("\"{}\"", self.code())
            }
        }
    )*};
}

codes! {
    Country, "a country code", "write the two letters of ISO 3166, for example NP";
    Currency, "a currency code", "write the three letters of ISO 4217, for example NPR";
}

impl Atom for Day {
    const WHAT: &'static str = "a date";
    const HINT: &'static str = "write it as year-month-day, for example 2017-10-02";
    const IS_DAY: bool = true;

    fn parse(text: &str) -> Option<Self> {
        // jiff reads more forms; in a plan only one is meant.
        let is_plain = text.len() >= 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-' || b == b'+');
        text.parse().ok().filter(|_| is_plain && text.matches('-').count() >= 2)
    }

    fn form(&self) -> String {
        format!("\"{self}\"")
    }
}

impl Atom for Decimal {
    const WHAT: &'static str = "a number";
    const HINT: &'static str = "write digits, with a point before the decimals, for example 1250.5";

    fn parse(text: &str) -> Option<Self> {
        if let Ok(number) = Self::from_str_exact(text) {
            return Some(number);
        }
        // Forms of RON that few people write: 1e3, 0x1F, 12u8.
        let plain = text.replace('_', "");
        let suffix = ["i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128", "f32", "f64"];
        let is_hex = plain.starts_with("0x");
        let bare = suffix.iter().find_map(|s| plain.strip_suffix(s)).filter(|_| !is_hex).unwrap_or(&plain);
        if let Some(digits) = bare.strip_prefix("0x") {
            return u64::from_str_radix(digits, 16).ok().map(Self::from);
        }
        Self::from_str_exact(bare).or_else(|_| Self::from_scientific(bare)).ok()
    }

    fn form(&self) -> String {
        // Equal numbers are written equally: 12.50 as 12.5, and no minus before nothing.
        if self.is_zero() { "0".to_owned() } else { self.normalize().to_string() }
    }
}

impl Atom for i32 {
    const WHAT: &'static str = "a whole number";
    const HINT: &'static str = "write digits only, for example 2017";

    fn parse(text: &str) -> Option<Self> {
        let number = <Decimal as Atom>::parse(text)?;
        if number.is_integer() { Self::try_from(number).ok() } else { None }
    }

    fn form(&self) -> String {
        self.to_string()
    }
}

impl Atom for Rating {
    const WHAT: &'static str = "a rating";
    const HINT: &'static str = "write a number from 1 to 5";

    fn parse(text: &str) -> Option<Self> {
        Self::new(u8::try_from(<i32 as Atom>::parse(text)?).ok()?)
    }

    fn form(&self) -> String {
        self.value().to_string()
    }
}

impl Atom for Key {
    const WHAT: &'static str = "a short name";
    const HINT: &'static str = "use letters, digits and - _ . : only, at most 80";

    fn parse(text: &str) -> Option<Self> {
        let key = Self::new(text);
        (key.as_str() == text).then_some(key)
    }

    fn form(&self) -> String {
        format!("\"{}\"", self.as_str())
    }
}

impl Value for Key {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        read_atom(&loose, cx, &Self::default()).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Out<'_>) {
        out.push(&self.form());
    }
}

impl Value for bool {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        match loose.text.trim() {
            "true" => true,
            "false" => false,
            _ => {
                let message = format!("{} is neither true nor false", shown_scalar(&loose, cx));
                let hint = "write true, or leave the field out".to_owned();
                cx.unfit(NoteKind::Unfit, loose.span, (message, hint), &false, false);
                false
            }
        }
    }

    fn is_empty(&self) -> bool {
        !*self
    }

    fn write(&self, out: &mut Out<'_>) {
        out.push(if *self { "true" } else { "false" });
    }
}

impl Value for i32 {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        read_atom(&loose, cx, &0).unwrap_or_default()
    }

    fn is_empty(&self) -> bool {
        *self == 0
    }

    fn write(&self, out: &mut Out<'_>) {
        out.push(&self.form());
    }
}

fn read_user_text<'a>(loose: &Scalar<'a>, cx: &mut Cx<'a>) -> UserText {
    let text = UserText::new(&loose.text);
    if text.raw() != loose.text {
        let message = "characters that no text should hold were taken out".to_owned();
        cx.note(NoteKind::Cleaned, loose.span, message, "", false);
    }
    text
}

impl Value for UserText {
    type Loose<'a> = Scalar<'a>;

    fn read<'a>(loose: Scalar<'a>, cx: &mut Cx<'a>) -> Self {
        read_user_text(&loose, cx)
    }

    fn is_empty(&self) -> bool {
        UserText::is_empty(self)
    }

    fn write(&self, out: &mut Out<'_>) {
        out.quoted(self.raw());
    }
}

impl Value for Text {
    type Loose<'a> = Words<'a>;

    fn read<'a>(loose: Words<'a>, cx: &mut Cx<'a>) -> Self {
        let mut text = Self::default();
        for (tag, scalar, kept) in loose.items {
            let lang = if tag.is_empty() { Some(cx.primary.clone()) } else { Lang::new(&tag) };
            let Some(lang) = lang.filter(|l| text.get(l).is_empty()) else {
                // The tree lets only new, fitting tags through: this came from ron.
                cx.is_void = true;
                continue;
            };
            let words = cx.below(&field_name(&lang), |cx| {
                cx.keep(kept);
                read_user_text(&scalar, cx)
            });
            text = text.with(&lang, words);
        }
        text
    }

    fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    fn write(&self, out: &mut Out<'_>) {
        let mut pairs = self.iter();
        match (pairs.next(), pairs.next()) {
            (Some((lang, words)), None) if !out.is_touched() => {
                out.push("(");
                out.push(&field_name(lang));
                out.push(": ");
                out.quoted(words.raw());
                out.push(")");
            }
            _ => out.record(|out| {
                for (lang, words) in self.iter() {
                    out.entry(&field_name(lang), words.raw());
                }
                out.orphans(|name| self.iter().any(|(lang, _)| field_name(lang) == name));
            }),
        }
    }
}

/// A language tag as the name of a field: RON takes no hyphens there.
fn field_name(lang: &Lang) -> String {
    lang.as_str().replace('-', "_")
}

impl Atom for Lang {
    const WHAT: &'static str = "a language tag";
    const HINT: &'static str = "write a tag of BCP 47, for example en, ne or uz-Arab";

    fn parse(text: &str) -> Option<Self> {
        Self::new(text)
    }

    fn form(&self) -> String {
        format!("\"{}\"", self.as_str())
    }
}

impl Value for Vec<Lang> {
    const HAS_ITEMS: bool = true;

    type Loose<'a> = Scalars<'a>;

    fn read<'a>(loose: Scalars<'a>, cx: &mut Cx<'a>) -> Self {
        let mut langs = Self::new();
        for item in &loose.items {
            let wrong = match Lang::parse(&item.text) {
                Some(lang) if langs.contains(&lang) => "is there twice",
                Some(_) if langs.len() == 3 => "is a fourth language; a plan has at most three",
                Some(lang) => {
                    langs.push(lang);
                    continue;
                }
                None => "is not a language tag",
            };
            let message = format!("{} {wrong}", shown_scalar(item, cx));
            cx.note(NoteKind::SetAside, item.span, message, Lang::HINT, false);
            cx.set_aside(item.span, Kept::default());
        }
        langs
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }

    fn write(&self, out: &mut Out<'_>) {
        out.short_list(self.iter().map(Atom::form));
    }
}

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
    type Loose<'a>: FromNode<'a>;

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
    type Loose<'a>: FromNode<'a>;
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
