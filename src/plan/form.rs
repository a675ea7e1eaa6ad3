//! What fields hold, seen from outside: the form of every field and its value, told by the declarations themselves, so that
//! whoever describes a plan to other programs cannot forget a field.

use super::{
    ActivityStatus, ActualValue, After, Block, Borrowed, Country, Currency, Day, Decimal, Field, FiscalStart,
    Id, Key, Lang, Milestone, Money, Place, Rating, ResultRef, Row, Score, Spent, Text, UserText,
};
use std::borrow::Cow;

/// What a field may hold. A field that may be empty has the form of what it holds when it is not.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Text in one or more languages.
    Text,
    /// Text without a language of its own.
    Words,
    /// A short name of something in a pack.
    Key,
    /// Yes or no.
    Truth,
    /// A whole number.
    Whole,
    /// A number from 1 to 5.
    Rating,
    /// A decimal number.
    Number,
    /// A date.
    Day,
    /// A country, by two letters.
    Country,
    /// A currency, by three letters.
    Currency,
    /// A language, by its tag.
    Language,
    /// The identity of a row of this block.
    Id(Block),
    /// A result of the matrix: the goal, the purpose, or the identity of an output.
    Result,
    /// A block of the plan, by its short name.
    Block,
    /// One of these words of the file, each with the key of its name among the interface words.
    Choice(Vec<(&'static str, &'static str)>),
    /// Several of one form.
    List(Box<Form>),
    /// Fields of a record that stands inside another one.
    Record(Vec<(&'static str, Form)>),
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Nothing,
    /// Text in one or more languages.
    Text(&'a Text),
    /// One text: words, a code, a date, an identity.
    Words(Cow<'a, str>),
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(Decimal),
    /// Several values.
    List(Vec<Value<'a>>),
    /// A record that stands inside another one.
    Record(Vec<(&'static str, Value<'a>)>),
}

/// A field with what it may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldForm {
    /// The field.
    pub field: Field,
    /// What it means, in English.
    pub about: &'static str,
    /// What it may hold.
    pub form: Form,
}

/// A type that fields have.
pub trait Formed {
    /// What it may hold.
    fn form() -> Form;

    /// What it holds.
    fn value(&self) -> Value<'_>;

    /// The value of a field that is given this; nothing when it does not fit. Lists and records take none yet.
    fn from_value(_value: &Value<'_>) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

impl Formed for Text {
    fn form() -> Form {
        Form::Text
    }
    fn value(&self) -> Value<'_> {
        if self.iter().next().is_none() { Value::Nothing } else { Value::Text(self) }
    }
    fn from_value(value: &Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Some((*text).clone()),
            Value::Nothing => Some(Self::default()),
            _ => None,
        }
    }
}

impl Formed for bool {
    fn form() -> Form {
        Form::Truth
    }
    fn value(&self) -> Value<'_> {
        Value::Truth(*self)
    }
    fn from_value(value: &Value<'_>) -> Option<Self> {
        match value {
            Value::Truth(truth) => Some(*truth),
            Value::Nothing => Some(false),
            _ => None,
        }
    }
}

impl<T: Formed> Formed for Option<T> {
    fn form() -> Form {
        T::form()
    }
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Nothing, Formed::value)
    }
    fn from_value(value: &Value<'_>) -> Option<Self> {
        if *value == Value::Nothing { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl<T: Formed> Formed for Vec<T> {
    fn form() -> Form {
        Form::List(Box::new(T::form()))
    }
    fn value(&self) -> Value<'_> {
        let list: Vec<_> = self.iter().map(Formed::value).filter(|v| *v != Value::Nothing).collect();
        if list.is_empty() { Value::Nothing } else { Value::List(list) }
    }
}

impl<T: Row> Formed for Id<T> {
    fn form() -> Form {
        Form::Id(T::BLOCK)
    }
    fn value(&self) -> Value<'_> {
        Value::Words(self.to_string().into())
    }
    fn from_value(value: &Value<'_>) -> Option<Self> {
        value.words()?.parse().ok()
    }
}

impl Value<'_> {
    /// The text, when it is one; empty when it is nothing.
    fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            Self::Nothing => Some(""),
            _ => None,
        }
    }
}

/// Types that are one text in the end; an empty one is nothing.
macro_rules! words {
    ($($ty:ty as $form:ident: $me:ident => $text:expr, $read:expr;)*) => {$(
        impl Formed for $ty {
            fn form() -> Form {
                Form::$form
            }
            fn value(&self) -> Value<'_> {
                let $me = self;
                let text: Cow<'_, str> = $text.into();
                if text.is_empty() { Value::Nothing } else { Value::Words(text) }
            }
            fn from_value(value: &Value<'_>) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                read(value.words()?)
            }
        }
    )*};
}

words! {
    UserText as Words: me => me.raw(), |t| Some(Self::new(t));
    Key as Key: me => me.as_str(), |t| Some(Self::new(t)).filter(|key| key.as_str() == t);
    Day as Day: me => me.to_string(), |t| t.parse().ok();
    Country as Country: me => me.code(), Self::new;
    Currency as Currency: me => me.code(), Self::new;
    Lang as Language: me => me.as_str(), Self::new;
    Block as Block: me => me.word(), Self::from_word;
    ResultRef as Result: me => match me {
        ResultRef::Goal => Cow::Borrowed("goal"),
        ResultRef::Purpose => Cow::Borrowed("purpose"),
        ResultRef::Output(id) => Cow::Owned(id.to_string()),
    }, |t| match t {
        "goal" => Some(Self::Goal),
        "purpose" => Some(Self::Purpose),
        id => id.parse().ok().map(Self::Output),
    };
}

/// Types that are a number.
macro_rules! numbers {
    ($($ty:ty as $form:ident: $me:ident => $number:expr, $read:expr;)*) => {$(
        impl Formed for $ty {
            fn form() -> Form {
                Form::$form
            }
            fn value(&self) -> Value<'_> {
                let $me = self;
                Value::Number(Decimal::from($number))
            }
            fn from_value(value: &Value<'_>) -> Option<Self> {
                let read: fn(Decimal) -> Option<Self> = $read;
                if let Value::Number(number) = value { read(*number) } else { None }
            }
        }
    )*};
}

numbers! {
    Decimal as Number: me => *me, Some;
    i32 as Whole: me => *me, |n| if n.is_integer() { n.try_into().ok() } else { None };
    u8 as Whole: me => *me, |n| if n.is_integer() { n.try_into().ok() } else { None };
    Rating as Rating: me => Rating::value(*me), |n| if n.is_integer() { Self::new(n.try_into().ok()?) } else { None };
}

/// The form of a field, by how it is reached.
fn form_of<R, T: Formed>(_: fn(&R) -> &T) -> Form {
    T::form()
}

/// Records inside others: a field that is not named here does not compile.
macro_rules! parts {
    ($($ty:ident { $($field:ident),* $(,)? })*) => {$(
        impl Formed for $ty {
            fn form() -> Form {
                Form::Record(vec![$((stringify!($field), form_of(|part: &Self| &part.$field))),*])
            }
            fn value(&self) -> Value<'_> {
                let Self { $($field),* } = self;
                Value::Record(vec![$((stringify!($field), $field.value())),*])
            }
        }
    )*};
}

parts! {
    After { activity, lag_days }
    Borrowed { country, plan, team, on }
    FiscalStart { calendar, month, day }
    Milestone { on, value }
    Money { amount, currency }
    Score { criterion, step, note }
    ActivityStatus { activity, status, done_percent, note }
    ActualValue { indicator, value, on, note }
    Spent { source, money }
}

impl Formed for Place {
    fn form() -> Form {
        Form::Record(vec![("block", Form::Block), ("row", Form::Words), ("field", Form::Words)])
    }
    fn value(&self) -> Value<'_> {
        let Self { block, row, field } = self;
        let words = |text: Option<String>| text.map_or(Value::Nothing, |t| Value::Words(t.into()));
        Value::Record(vec![
            ("block", block.value()),
            ("row", words(row.map(|bits| Id::<()>::from_bits(bits).to_string()))),
            ("field", words(field.map(|f| f.name().to_owned()))),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Activity, BudgetLine, Indicator, Record, Risk, sample};

    /// Gives every field of an empty row what the same field of another row holds.
    fn comes_back<T: Row>(row: &T) {
        let mut copy = T::new(row.id());
        row.each_value(&mut |field, value| {
            if let Some(change) = T::value_change(field, &value) {
                assert_eq!(T::field_of(&change), field);
                copy.set(change);
            } else {
                // Lists and records inside are not taken.
                assert!(
                    matches!(value, Value::List(_) | Value::Record(_) | Value::Nothing),
                    "{field:?} {value:?}"
                );
            }
        });
        let mut own = Vec::new();
        row.each_value(&mut |field, value| own.push((field, value)));
        let mut same = 0;
        copy.each_value(&mut |field, value| {
            let (_, before) = own.iter().find(|(f, _)| *f == field).unwrap();
            if !matches!(before, Value::List(_) | Value::Record(_)) {
                assert_eq!(value, *before, "{field:?}");
                same += 1;
            }
        });
        assert!(same > 5);
    }

    #[test]
    fn values_of_fields_come_back() {
        let mut dice = sample::Dice::new(5);
        for _ in 0..200 {
            comes_back::<BudgetLine>(&sample::Sample::sample(&mut dice));
            comes_back::<Indicator>(&sample::Sample::sample(&mut dice));
            comes_back::<Activity>(&sample::Sample::sample(&mut dice));
            comes_back::<Risk>(&sample::Sample::sample(&mut dice));
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        use crate::plan::{BUDGET, BudgetField, FundSource, RISK};
        let words = |text: &'static str| Value::Words(text.into());
        let line = |field, value| BudgetLine::value_change(field, &value);
        assert_eq!(line(BUDGET.source, words("own")), Some(BudgetField::Source(Some(FundSource::Own))));
        assert_eq!(line(BUDGET.source, words("somebody")), None);
        assert_eq!(line(BUDGET.quantity, words("5")), None);
        assert_eq!(line(BUDGET.quantity, Value::Nothing), Some(BudgetField::Quantity(None)));
        assert_eq!(line(BUDGET.currency, words("rupees")), None);
        assert_eq!(Risk::value_change(RISK.impact, &Value::Number(Decimal::from(6))), None);
        assert_eq!(line(RISK.impact, Value::Number(Decimal::ONE)), None);
    }
}
