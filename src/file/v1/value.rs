//! How each kind of field reads and writes.

use super::super::extras::Kept;
use super::super::problem::NoteKind;
use super::cx::{Cx, shown};
use super::loose::{FromNode, Scalar, Scalars};
use super::out::Out;
use crate::plan::*;

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

pub(super) fn shown_scalar<'a>(scalar: &Scalar<'a>, cx: &Cx<'a>) -> String {
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
