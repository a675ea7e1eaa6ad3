//! What all records and rows of a plan have in common, and the macros that write it once.

use super::{
    Block, Edit, Field, Id, Plan, RowEdit, Seen, Table, Text,
    edit::At,
    form::{FieldForm, Value},
};

/// A set of fields that an edit changes one at a time.
pub trait Record: Clone + PartialEq {
    /// One field with its new value.
    type Change: Clone + std::fmt::Debug + PartialEq;

    /// The block of the plan it belongs to.
    const BLOCK: Block;

    /// Its fields in the order of the file.
    fn fields() -> &'static [Field];

    /// Which field a change changes.
    fn field_of(change: &Self::Change) -> Field;

    /// Takes one new value.
    fn set(&mut self, change: Self::Change);

    /// Every field with its value, in the order of the file.
    fn changes(&self) -> Vec<Self::Change>;

    /// What a field holds, to be told; nothing for a field of another record.
    fn seen(&self, field: Field) -> Seen;

    /// Whether the field has this value already.
    fn holds(&self, change: &Self::Change) -> bool;

    /// What two copies made of a field that holds a list, when their changes can be joined.
    fn joined(field: Field, base: &Self, mine: &Self, theirs: &Self) -> Option<Self::Change>;

    /// Shows every field that holds text in the languages of the plan, in the order of the file.
    fn each_text<'a>(&'a self, see: &mut dyn FnMut(Field, &'a Text));

    /// Shows every field with what it holds, in the order of the file.
    fn each_value<'a>(&'a self, see: &mut dyn FnMut(Field, Value<'a>));

    /// Its fields with what they may hold, in the order of the file.
    fn forms() -> Vec<FieldForm>;

    /// The change that gives a field this value; nothing when it does not fit.
    fn value_change(field: Field, value: &Value<'_>) -> Option<Self::Change>;

    /// The change that gives a field this text; nothing when the field holds something else.
    fn text_change(field: Field, text: Text) -> Option<Self::Change>;
}

/// A record that is a row of a [`Table`].
pub trait Row: Record {
    /// Its identity.
    fn id(&self) -> Id<Self>;

    /// An empty row.
    fn new(id: Id<Self>) -> Self;

    /// The table of the plan that holds such rows.
    fn table(plan: &Plan) -> &Table<Self>;

    /// A change of such a row as a change of the plan.
    fn edit(change: RowEdit<Self>) -> Edit;

    /// The edit that gives one field a new value.
    #[must_use]
    fn change(id: Id<Self>, change: Self::Change) -> Edit {
        Self::edit(RowEdit::Set(id, change))
    }

    /// The edit that puts a new row in.
    #[must_use]
    fn add(row: Self, at: At<Self>) -> Edit {
        Self::edit(RowEdit::Insert(Box::new(row), at))
    }

    /// The edit that takes a row out, with everything that belongs to it alone.
    #[must_use]
    fn delete(id: Id<Self>) -> Edit {
        Self::edit(RowEdit::Remove(id))
    }

    /// The edit that puts a row to another place in the order.
    #[must_use]
    fn relocate(id: Id<Self>, at: At<Self>) -> Edit {
        Self::edit(RowEdit::Move(id, at))
    }
}

/// A closed list of choices.
pub trait Choice: Copy + PartialEq + std::fmt::Debug + 'static {
    /// Every choice, in the order in which it is offered.
    fn all() -> &'static [Self];

    /// The key of its name among the interface words.
    fn words(self) -> &'static str;
}

/// A record of the plan that exists once: `record! { Context, ContextField, ContextNames, CONTEXT: Context = "context" { field: Type => Variant } }`.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident, $change:ident, $names:ident, $const:ident: $block:ident = $word:literal {
        $($(#[doc = $about:literal])* $field:ident: $ty:ty => $variant:ident,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $name { $($(#[doc = $about])* pub $field: $ty,)* }
        record!(@common $name, $change, $names, $const, $block, $word, $($(#[doc = $about])* $field: $ty => $variant,)*);
    };
    (@common $name:ident, $change:ident, $names:ident, $const:ident, $block:ident, $word:literal,
        $($(#[doc = $about:literal])* $field:ident: $ty:ty => $variant:ident,)*) => {
        #[doc = concat!("One field of [`", stringify!($name), "`] with its new value.")]
        #[derive(Debug, Clone, PartialEq)]
        pub enum $change { $($(#[doc = $about])* $variant($ty),)* }

        #[doc = concat!("The names of the fields of [`", stringify!($name), "`].")]
        #[derive(Debug, Clone, Copy)]
        pub struct $names { $($(#[doc = $about])* pub $field: $crate::plan::Field,)* }

        #[doc = concat!("The names of the fields of [`", stringify!($name), "`].")]
        pub const $const: $names = $names {
            $($field: $crate::plan::Field::declare($crate::plan::Block::$block, stringify!($field), concat!("field-", $word, "-", stringify!($field))),)*
        };

        impl $crate::plan::Record for $name {
            type Change = $change;
            const BLOCK: $crate::plan::Block = $crate::plan::Block::$block;

            fn fields() -> &'static [$crate::plan::Field] {
                const { &[$($const.$field),*] }
            }

            fn field_of(change: &$change) -> $crate::plan::Field {
                match change { $($change::$variant(_) => $const.$field,)* }
            }

            fn set(&mut self, change: $change) {
                match change { $($change::$variant(value) => self.$field = value,)* }
            }

            fn changes(&self) -> Vec<$change> {
                vec![$($change::$variant(self.$field.clone()),)*]
            }

            fn seen(&self, field: $crate::plan::Field) -> $crate::plan::Seen {
                $(if field == $const.$field { return $crate::plan::seen::Held::seen(&self.$field) })*
                $crate::plan::Seen::Nothing
            }

            fn holds(&self, change: &$change) -> bool {
                match change { $($change::$variant(value) => self.$field == *value,)* }
            }

            fn joined(field: $crate::plan::Field, base: &Self, mine: &Self, theirs: &Self) -> Option<$change> {
                $(if field == $const.$field {
                    return $crate::plan::seen::Held::joined(&base.$field, &mine.$field, &theirs.$field).map($change::$variant)
                })*
                None
            }

            fn each_text<'a>(&'a self, see: &mut dyn FnMut($crate::plan::Field, &'a $crate::plan::Text)) {
                $(if let Some(text) = $crate::plan::seen::Held::as_text(&self.$field) { see($const.$field, text) })*
            }

            fn each_value<'a>(&'a self, see: &mut dyn FnMut($crate::plan::Field, $crate::plan::form::Value<'a>)) {
                $(see($const.$field, $crate::plan::form::Formed::value(&self.$field));)*
            }

            fn forms() -> Vec<$crate::plan::form::FieldForm> {
                vec![$($crate::plan::form::FieldForm {
                    field: $const.$field,
                    about: concat!($($about),*),
                    form: <$ty as $crate::plan::form::Formed>::form(),
                }),*]
            }

            fn value_change(
                field: $crate::plan::Field,
                value: &$crate::plan::form::Value<'_>,
            ) -> Option<$change> {
                $(if field == $const.$field {
                    return <$ty as $crate::plan::form::Formed>::from_value(value).map($change::$variant);
                })*
                None
            }

            fn text_change(field: $crate::plan::Field, text: $crate::plan::Text) -> Option<$change> {
                $(if field == $const.$field { return $crate::plan::seen::Held::from_text(text).map($change::$variant) })*
                None
            }
        }

        #[cfg(test)]
        impl $crate::plan::sample::Sample for $change {
            fn sample(dice: &mut $crate::plan::sample::Dice) -> Self {
                let makers: &[fn(&mut $crate::plan::sample::Dice) -> $change] =
                    &[$(|dice| $change::$variant($crate::plan::sample::Sample::sample(dice)),)*];
                makers[dice.below(makers.len())](dice)
            }
        }
    };
}

/// A row of a table: `row! { Output, OutputField, OutputNames, OUTPUT: Output = "output" in outputs { field: Type => Variant } }`.
macro_rules! row {
    ($(#[$meta:meta])* $name:ident, $change:ident, $names:ident, $const:ident: $block:ident = $word:literal in $table:ident {
        $($(#[doc = $about:literal])* $field:ident: $ty:ty => $variant:ident,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            /// Stable identity.
            pub id: $crate::plan::Id<$name>,
            $($(#[doc = $about])* pub $field: $ty,)*
        }
        record!(@common $name, $change, $names, $const, $block, $word, $($(#[doc = $about])* $field: $ty => $variant,)*);

        impl $crate::plan::Row for $name {
            fn id(&self) -> $crate::plan::Id<Self> {
                self.id
            }
            fn new(id: $crate::plan::Id<Self>) -> Self {
                Self { id, $($field: Default::default(),)* }
            }
            fn table(plan: &$crate::plan::Plan) -> &$crate::plan::Table<Self> {
                &plan.$table
            }
            fn edit(change: $crate::plan::RowEdit<Self>) -> $crate::plan::Edit {
                $crate::plan::Edit::$block(change)
            }
        }
        impl $name {
            /// An empty row.
            #[must_use]
            pub fn new(id: $crate::plan::Id<Self>) -> Self {
                <Self as $crate::plan::Row>::new(id)
            }
        }

        #[cfg(test)]
        impl $crate::plan::sample::Sample for $name {
            fn sample(dice: &mut $crate::plan::sample::Dice) -> Self {
                Self { id: $crate::plan::sample::Sample::sample(dice), $($field: $crate::plan::sample::Sample::sample(dice),)* }
            }
        }
    };
}

/// A closed list of choices, each with its word in the file: `choice! { Side = "side" { Cause = "cause", Effect = "effect" } }`.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident = $group:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)* }

        impl $name {
            /// Every choice, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The key of its name among the interface words.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => concat!("choice-", $group, "-", $word),)* }
            }

            /// The choice with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::plan::form::Formed for $name {
            fn form() -> $crate::plan::form::Form {
                $crate::plan::form::Form::Choice(vec![$(($word, concat!("choice-", $group, "-", $word))),*])
            }

            fn value(&self) -> $crate::plan::form::Value<'_> {
                $crate::plan::form::Value::Words(self.word().into())
            }

            fn from_value(value: &$crate::plan::form::Value<'_>) -> Option<Self> {
                match value {
                    $crate::plan::form::Value::Words(word) => Self::from_word(word),
                    _ => None,
                }
            }
        }

        impl $crate::plan::Choice for $name {
            fn all() -> &'static [Self] {
                Self::ALL
            }
            fn words(self) -> &'static str {
                self.words()
            }
        }

        impl $crate::plan::seen::Held for $name {
            fn seen(&self) -> $crate::plan::Seen {
                $crate::plan::Seen::Named(self.words())
            }
        }

        #[cfg(test)]
        impl $crate::plan::sample::Sample for $name {
            fn sample(dice: &mut $crate::plan::sample::Dice) -> Self {
                Self::ALL[dice.below(Self::ALL.len())]
            }
        }
    };
}
