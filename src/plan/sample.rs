//! Random values for property tests.

use super::*;

/// A small seeded source of choices.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        let mut ids = IdSource::seeded(self.0);
        self.0 = self.0.wrapping_add(0x1234_5678_9abc_def1);
        ids.next::<()>().bits() ^ ids.next::<()>().bits().rotate_left(23)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }
}

/// A type with random values.
pub(crate) trait Sample {
    fn sample(dice: &mut Dice) -> Self;
}

const WORDS: [&str; 12] = [
    "weaving",
    "बुनाई",
    "قالی‌بافی",
    "কাঁথা \"সেলাই\"",
    "two\nlines",
    "tab\there",
    "r#\"raw\"#",
    "\\back\\",
    "ລາຍ ນ້ຳ",
    "// not a comment",
    "a,b;(c)",
    "ကျွန်ုပ်",
];

impl Sample for UserText {
    fn sample(dice: &mut Dice) -> Self {
        let n = dice.below(4);
        Self::new(&(0..n).map(|_| WORDS[dice.below(WORDS.len())]).collect::<Vec<_>>().join(" "))
    }
}

impl Sample for Lang {
    fn sample(dice: &mut Dice) -> Self {
        Self::new(["en", "ne", "fa", "uz-Arab"][dice.below(4)]).unwrap()
    }
}

impl Sample for Text {
    fn sample(dice: &mut Dice) -> Self {
        let n = dice.below(3);
        Self::from_pairs((0..n).map(|_| (Lang::sample(dice), UserText::sample(dice))).collect::<Vec<_>>())
    }
}

impl Sample for Decimal {
    fn sample(dice: &mut Dice) -> Self {
        Self::new(
            i64::try_from(dice.next() % 2_000_000_000).unwrap() - 1_000_000_000,
            u32::try_from(dice.below(5)).unwrap(),
        )
        .normalize()
    }
}

impl Sample for Day {
    fn sample(dice: &mut Dice) -> Self {
        let day = |n: usize| i8::try_from(n).unwrap();
        Self::new(
            2010 + i16::try_from(dice.below(20)).unwrap(),
            day(1 + dice.below(12)),
            day(1 + dice.below(28)),
        )
        .unwrap()
    }
}

impl<T> Sample for Id<T> {
    /// From a small set, so that links often lead somewhere.
    fn sample(dice: &mut Dice) -> Self {
        Self::from_bits(dice.below(12) as u64 + 1)
    }
}

impl<T: Sample> Sample for Option<T> {
    fn sample(dice: &mut Dice) -> Self {
        (dice.below(3) > 0).then(|| T::sample(dice))
    }
}

impl<T: Sample> Sample for Vec<T> {
    fn sample(dice: &mut Dice) -> Self {
        let n = dice.below(3);
        (0..n).map(|_| T::sample(dice)).collect()
    }
}

macro_rules! sample {
    ($($ty:ty: $dice:ident => $make:expr;)*) => {
        $(impl Sample for $ty { fn sample($dice: &mut Dice) -> Self { $make } })*
    };
}

sample! {
    bool: dice => dice.below(2) == 1;
    i32: dice => i32::try_from(dice.below(4000)).unwrap() - 100;
    Country: dice => Country::new(["NP", "ID", "IR"][dice.below(3)]).unwrap();
    Currency: dice => Currency::new(["NPR", "IDR", "USD"][dice.below(3)]).unwrap();
    Key: dice => Key::new(["ovop", "kur", "visit-silver", "8.3", ""][dice.below(5)]);
    Rating: dice => Rating::new(u8::try_from(1 + dice.below(5)).unwrap()).unwrap();
    Money: dice => Money { amount: Sample::sample(dice), currency: Sample::sample(dice) };
    FiscalStart: dice => FiscalStart { calendar: Sample::sample(dice), month: u8::try_from(1 + dice.below(12)).unwrap(), day: u8::try_from(1 + dice.below(28)).unwrap() };
    ResultRef: dice => match dice.below(3) { 0 => Self::Goal, 1 => Self::Purpose, _ => Self::Output(Sample::sample(dice)) };
    Milestone: dice => Self { on: Sample::sample(dice), value: Sample::sample(dice) };
    After: dice => Self { activity: Sample::sample(dice), lag_days: i32::try_from(dice.below(40)).unwrap() - 10 };
    Borrowed: dice => Self { country: Sample::sample(dice), plan: Sample::sample(dice), team: Sample::sample(dice), on: Sample::sample(dice) };
    Score: dice => Self { criterion: Key::new("volume"), step: Sample::sample(dice), note: Sample::sample(dice) };
    ActivityStatus: dice => Self { activity: Sample::sample(dice), status: Sample::sample(dice), done_percent: Sample::sample(dice), note: Sample::sample(dice) };
    ActualValue: dice => Self { indicator: Sample::sample(dice), value: Sample::sample(dice), on: Sample::sample(dice), note: Sample::sample(dice) };
    Spent: dice => Self { source: Sample::sample(dice), money: Sample::sample(dice) };
    Place: dice => {
        let block = Block::ALL[dice.below(Block::ALL.len())];
        let fields = block.fields();
        Self {
            block,
            row: if matches!(block, Block::Identity | Block::Context | Block::Matrix) { None } else { Some(dice.below(12) as u64 + 1) },
            field: if dice.below(2) == 0 { None } else { Some(fields[dice.below(fields.len())]) },
        }
    };
    Edit: dice => edit(dice);
}

fn row_edit<T: Row + Sample>(dice: &mut Dice) -> Edit
where
    T::Change: Sample,
{
    let at = |dice: &mut Dice| match dice.below(4) {
        0 => At::First,
        1 => At::Before(Id::sample(dice)),
        2 => At::After(Id::sample(dice)),
        _ => At::Last,
    };
    T::edit(match dice.below(8) {
        0..3 => RowEdit::Insert(Box::new(T::sample(dice)), at(dice)),
        3 => RowEdit::Remove(Id::sample(dice)),
        4 => RowEdit::Move(Id::sample(dice), at(dice)),
        _ => RowEdit::Set(Id::sample(dice), T::Change::sample(dice)),
    })
}

fn edit(dice: &mut Dice) -> Edit {
    let makers: &[fn(&mut Dice) -> Edit] = &[
        |d| Edit::Identity(Sample::sample(d)),
        |d| Edit::Context(Sample::sample(d)),
        |d| Edit::Matrix(Sample::sample(d)),
        row_edit::<Member>,
        row_edit::<KeyFigure>,
        row_edit::<Lesson>,
        row_edit::<Stakeholder>,
        row_edit::<Card>,
        row_edit::<Strategy>,
        row_edit::<Output>,
        row_edit::<Output>,
        row_edit::<Indicator>,
        row_edit::<Assumption>,
        row_edit::<Precondition>,
        row_edit::<Input>,
        row_edit::<Activity>,
        row_edit::<Activity>,
        row_edit::<Activity>,
        row_edit::<BudgetLine>,
        row_edit::<Rate>,
        row_edit::<Risk>,
        row_edit::<Cooperation>,
        row_edit::<Judgement>,
        row_edit::<OvopSheet>,
        row_edit::<Cluster>,
        row_edit::<CreditCase>,
        row_edit::<Instrument>,
        row_edit::<Report>,
        row_edit::<Criterion>,
        row_edit::<Comment>,
        row_edit::<Silenced>,
        row_edit::<OpenChoice>,
        |d| Edit::Several("several", (0..d.below(4)).map(|_| edit(d)).collect()),
    ];
    makers[dice.below(makers.len())](dice)
}

/// A plan that `edits` random edits made, the refused ones left out.
pub(crate) fn plan(seed: u64, edits: usize) -> Plan {
    let mut dice = Dice::new(seed);
    let mut plan = Plan::new(Id::from_bits(seed + 1));
    for bits in 1..9 {
        // Empty rows first: most random rows link to some.
        plan.outputs.insert(0, Output::new(Id::from_bits(bits)));
        plan.cards.insert(0, Card::new(Id::from_bits(bits)));
        plan.activities.insert(0, Activity::new(Id::from_bits(bits)));
        plan.indicators.insert(0, Indicator::new(Id::from_bits(bits)));
    }
    for _ in 0..edits {
        let (mut next, edit) = (plan.clone(), Edit::sample(&mut dice));
        // A plan that is taken apart as fast as it grows would test little.
        let takes_apart = !matches!(edit.verb(), edit::Verb::Change | edit::Verb::Add) && dice.below(20) > 0;
        if !takes_apart && edit.apply(&mut next).is_ok() {
            plan = next;
        }
    }
    plan
}
