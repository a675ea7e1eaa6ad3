//! The records that stand inside rows, as schema 1 has them.

use super::cx::Cx;
use super::loose::{Scalar, Span};
use super::out::Out;
use super::rows::{Part, read_link};
use crate::plan::*;

/// Records inside rows whose fields may all be empty.
macro_rules! parts {
    ($($model:ident => $loose:ident, small: $small:literal { $($field:ident: $ty:ty,)* })*) => {$(
        loose! { $loose { $($field: $ty,)* } }

        impl Part for $model {
            type Loose<'a> = $loose<'a>;
            const IS_SMALL: bool = $small;

            fn build<'a>(loose: $loose<'a>, cx: &mut Cx<'a>) -> Option<Self> {
                cx.keep_fields(loose.kept);
                $(let $field = cx.field(stringify!($field), loose.$field);)*
                Some(Self { $($field,)* })
            }
            fn span_of(loose: &$loose<'_>) -> Span {
                loose.span
            }
            fn write_fields(&self, out: &mut Out<'_>) {
                $(out.field(stringify!($field), &self.$field);)*
            }
        }
    )*};
}

parts! {
    Milestone => MilestoneV1, small: true { on: Option<Day>, value: Option<Decimal>, }
    Borrowed => BorrowedV1, small: false { country: Option<Country>, plan: UserText, team: UserText, on: Option<Day>, }
    Score => ScoreV1, small: false { criterion: Key, step: Option<Rating>, note: UserText, }
    Spent => SpentV1, small: true { source: Option<FundSource>, money: Option<Money>, }
}

loose! { AfterV1 { activity: UserText, lag_days: i32, } }
loose! { ActivityStatusV1 { activity: UserText, status: Option<Status>, done_percent: Option<Decimal>, note: Text, } }
loose! { ActualValueV1 { indicator: UserText, value: Option<Decimal>, on: Option<Day>, note: Text, } }
loose! { MoneyV1 { amount: UserText, currency: UserText, } }
loose! { FiscalStartV1 { calendar: UserText, month: UserText, day: UserText, } }
loose! { PlaceV1 { block: UserText, row: UserText, field: UserText, } }

impl Part for After {
    type Loose<'a> = AfterV1<'a>;
    const IS_SMALL: bool = true;

    fn build<'a>(loose: AfterV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        let activity = link(loose.activity, "activity", cx)?;
        Some(Self { activity, lag_days: cx.field("lag_days", loose.lag_days) })
    }
    fn span_of(loose: &AfterV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("activity", &Some(self.activity));
        out.field("lag_days", &self.lag_days);
    }
}

impl Part for ActivityStatus {
    type Loose<'a> = ActivityStatusV1<'a>;
    const IS_SMALL: bool = false;

    fn build<'a>(loose: ActivityStatusV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        Some(Self {
            activity: link(loose.activity, "activity", cx)?,
            status: cx.field("status", loose.status),
            done_percent: cx.field("done_percent", loose.done_percent),
            note: cx.field("note", loose.note),
        })
    }
    fn span_of(loose: &ActivityStatusV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("activity", &Some(self.activity));
        out.field("status", &self.status);
        out.field("done_percent", &self.done_percent);
        out.field("note", &self.note);
    }
}

impl Part for ActualValue {
    type Loose<'a> = ActualValueV1<'a>;
    const IS_SMALL: bool = false;

    fn build<'a>(loose: ActualValueV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        Some(Self {
            indicator: link(loose.indicator, "indicator", cx)?,
            value: cx.field("value", loose.value),
            on: cx.field("on", loose.on),
            note: cx.field("note", loose.note),
        })
    }
    fn span_of(loose: &ActualValueV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("indicator", &Some(self.indicator));
        out.field("value", &self.value);
        out.field("on", &self.on);
        out.field("note", &self.note);
    }
}

impl Part for Money {
    type Loose<'a> = MoneyV1<'a>;
    const IS_SMALL: bool = true;

    fn build<'a>(loose: MoneyV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        let amount: Option<Decimal> = cx.field("amount", loose.amount);
        let currency: Option<Currency> = cx.field("currency", loose.currency);
        Some(Self { amount: amount?, currency: currency? })
    }
    fn span_of(loose: &MoneyV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("amount", &Some(self.amount));
        out.field("currency", &Some(self.currency));
    }
}

impl Part for FiscalStart {
    type Loose<'a> = FiscalStartV1<'a>;
    const IS_SMALL: bool = true;

    fn build<'a>(loose: FiscalStartV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        let calendar: Option<CalendarKind> = cx.field("calendar", loose.calendar);
        let month: Option<i32> = cx.field("month", loose.month);
        let day: Option<i32> = cx.field("day", loose.day);
        // Bikram Sambat has months of 32 days.
        let within = |n: Option<i32>, last: u8| u8::try_from(n?).ok().filter(|n| (1..=last).contains(n));
        Some(Self { calendar: calendar?, month: within(month, 12)?, day: within(day, 32)? })
    }
    fn span_of(loose: &FiscalStartV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("calendar", &Some(self.calendar));
        out.field("month", &Some(i32::from(self.month)));
        out.field("day", &Some(i32::from(self.day)));
    }
}

impl Part for Place {
    type Loose<'a> = PlaceV1<'a>;
    const IS_SMALL: bool = true;

    fn build<'a>(loose: PlaceV1<'a>, cx: &mut Cx<'a>) -> Option<Self> {
        cx.keep_fields(loose.kept);
        let block = Block::from_word(loose.block?.text.trim())?;
        let row = loose.row.map(|r| super::cx::row_id::<Plan>(r.text.trim()).0);
        let field = match loose.field {
            Some(name) => Some(Field::find(block, name.text.trim())?),
            None => None,
        };
        Some(Self { block, row, field })
    }
    fn span_of(loose: &PlaceV1<'_>) -> Span {
        loose.span
    }
    fn write_fields(&self, out: &mut Out<'_>) {
        out.field("block", &UserText::new(self.block.word()));
        let row = self.row.map(|r| Id::<Plan>::from_bits(r).to_string());
        out.field("row", &UserText::new(&row.unwrap_or_default()));
        out.field("field", &UserText::new(self.field.map_or("", Field::name)));
    }
}

/// A link without which the record means nothing.
fn link<'a, T: Row>(loose: Option<Scalar<'a>>, name: &str, cx: &mut Cx<'a>) -> Option<Id<T>> {
    let loose = loose?;
    cx.below(name, |cx| read_link(&loose, cx, &None::<Id<T>>))
}
