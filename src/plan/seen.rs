//! What a field holds, in a form that can be told to people: for comparisons and for choices after a merge.

use super::*;

/// The value of a field, taken apart as far as words need it.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// Nothing is written.
    Nothing,
    /// Text in the languages of the plan.
    Words(Text),
    /// Text in one language, or without one.
    Plain(UserText),
    /// A date.
    Day(Day),
    /// A number.
    Number(Decimal),
    /// So many days after something; negative: before its end.
    Days(i32),
    /// A mark that is set.
    Yes,
    /// One of a closed list; the key of its name among the interface words.
    Named(&'static str),
    /// A code or a key, such as `NPR`, `ne` or `kur`.
    Code(String),
    /// A place in the plan, such as the activity that a link leads to.
    Place(Place),
    /// Several of a kind.
    Many(Vec<Seen>),
    /// The parts of one thing, such as an amount and its currency.
    Parts(Vec<Seen>),
}

impl Seen {
    /// Whether nothing is written.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Words(text) => text.iter().next().is_none(),
            Self::Plain(text) => text.is_empty(),
            Self::Code(code) => code.is_empty(),
            Self::Many(all) | Self::Parts(all) => all.iter().all(Self::is_nothing),
            Self::Days(days) => *days == 0,
            Self::Day(_) | Self::Number(_) | Self::Yes | Self::Named(_) | Self::Place(_) => false,
        }
    }
}

/// What a field holds: as text in the languages of the plan, if it is that, and as something to tell.
pub trait Held: Sized {
    /// What is to be told of it.
    fn seen(&self) -> Seen;

    /// The text, when it is one.
    fn as_text(&self) -> Option<&Text> {
        None
    }

    /// The value with this text, when it is one.
    fn from_text(_text: Text) -> Option<Self> {
        None
    }

    /// By what an item of a list is known; two items with one key are two states of one thing. Nothing: lists of such items are taken or
    /// left as a whole.
    fn key(&self) -> Option<Seen> {
        Some(self.seen())
    }

    /// What two copies made of a list, if each only added, changed and took away items of its own; nothing when they cannot be joined so.
    fn joined(_base: &Self, _mine: &Self, _theirs: &Self) -> Option<Self> {
        None
    }
}

impl Held for Text {
    fn seen(&self) -> Seen {
        Seen::Words(self.clone())
    }
    fn as_text(&self) -> Option<&Text> {
        Some(self)
    }
    fn from_text(text: Text) -> Option<Self> {
        Some(text)
    }
}

impl<T: Held> Held for Option<T> {
    fn seen(&self) -> Seen {
        self.as_ref().map_or(Seen::Nothing, Held::seen)
    }
}

impl<T: Held + Clone + PartialEq> Held for Vec<T> {
    fn seen(&self) -> Seen {
        Seen::Many(self.iter().map(Held::seen).collect())
    }

    fn joined(base: &Self, mine: &Self, theirs: &Self) -> Option<Self> {
        for list in [base, mine, theirs] {
            let keys: Option<Vec<Seen>> = list.iter().map(Held::key).collect();
            let keys = keys?;
            if keys.iter().enumerate().any(|(i, key)| keys[..i].contains(key)) {
                return None;
            }
        }
        let find = |list: &Self, item: &T| list.iter().find(|other| other.key() == item.key()).cloned();
        let mut joined = Self::new();
        // In the order of the base, then what is new: by what it says, so that both copies join alike.
        let mut new: Vec<&T> = mine.iter().chain(theirs).filter(|item| find(base, item).is_none()).collect();
        new.sort_by_cached_key(|item| format!("{:?}", item.key()));
        for item in base.iter().chain(new) {
            let (was, my, their) = (find(base, item), find(mine, item), find(theirs, item));
            let now = if my == was {
                their
            } else if their == was || my == their {
                my
            } else {
                return None;
            };
            if let Some(now) = now.filter(|now| find(&joined, now).is_none()) {
                joined.push(now);
            }
        }
        Some(joined)
    }
}

impl<T: Row> Held for Id<T> {
    fn seen(&self) -> Seen {
        Seen::Place(Place::row(*self))
    }
}

impl Held for Lang {
    fn seen(&self) -> Seen {
        Seen::Code(self.as_str().to_owned())
    }
    /// The first language of a plan is its primary one, and there are three at most: such a list is a whole.
    fn key(&self) -> Option<Seen> {
        None
    }
}

macro_rules! held {
    ($($ty:ty: $value:ident => $seen:expr $(, key: $key:expr)?;)*) => {
        $(impl Held for $ty {
            fn seen(&self) -> Seen {
                let $value = self;
                $seen
            }
            $(fn key(&self) -> Option<Seen> {
                let $value = self;
                $key
            })?
        })*
    };
}

held! {
    UserText: text => Seen::Plain(text.clone());
    Key: key => Seen::Code(key.as_str().to_owned());
    Country: country => Seen::Code(country.code().to_owned());
    Currency: currency => Seen::Code(currency.code().to_owned());
    bool: is_set => if *is_set { Seen::Yes } else { Seen::Nothing };
    Day: day => Seen::Day(*day);
    Decimal: number => Seen::Number(*number);
    // Years and numbers of months: without groups of digits.
    i32: number => Seen::Code(number.to_string());
    Rating: rating => Seen::Number(Decimal::from(rating.value()));
    Place: place => Seen::Place(*place);
    Money: money => Seen::Parts(vec![money.currency.seen(), money.amount.seen()]);
    FiscalStart: start => {
        let number = |n: u8| Seen::Number(Decimal::from(n));
        Seen::Parts(vec![number(start.day), number(start.month), start.calendar.seen()])
    };
    ResultRef: of => match of {
        ResultRef::Goal => Seen::Place(Place::field(MATRIX.goal)),
        ResultRef::Purpose => Seen::Place(Place::field(MATRIX.purpose)),
        ResultRef::Output(id) => id.seen(),
    };
    After: link => {
        Seen::Parts(vec![link.activity.seen(), Seen::Days(link.lag_days)])
    }, key: Some(link.activity.seen());
    Milestone: milestone => Seen::Parts(vec![milestone.on.seen(), milestone.value.seen()]), key: Some(milestone.on.seen());
    Borrowed: from => {
        Seen::Parts(vec![from.country.seen(), from.plan.seen(), from.team.seen(), from.on.seen()])
    };
    Score: score => {
        Seen::Parts(vec![score.criterion.seen(), score.step.seen(), score.note.seen()])
    }, key: Some(score.criterion.seen());
    ActivityStatus: status => {
        let parts = [status.activity.seen(), status.status.seen(), status.done_percent.seen(), status.note.seen()];
        Seen::Parts(parts.into())
    }, key: Some(status.activity.seen());
    ActualValue: value => {
        Seen::Parts(vec![value.indicator.seen(), value.value.seen(), value.on.seen(), value.note.seen()])
    }, key: Some(value.indicator.seen());
    Spent: spent => Seen::Parts(vec![spent.source.seen(), spent.money.seen()]), key: Some(spent.source.seen());
}
