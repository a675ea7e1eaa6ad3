//! Every way a plan changes.
//!
//! An [`Edit`] is a value. It either changes the plan as a whole or is [`Refused`] and changes nothing. Edits carry the
//! identities of new rows, so that the same edit on two copies gives the same plan.

mod integrity;

use super::*;

/// A change of the plan.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "each variant changes the block of its name")]
pub enum Edit {
    Identity(IdentityField),
    Context(ContextField),
    Matrix(MatrixField),
    Member(RowEdit<Member>),
    KeyFigure(RowEdit<KeyFigure>),
    Lesson(RowEdit<Lesson>),
    Stakeholder(RowEdit<Stakeholder>),
    Card(RowEdit<Card>),
    Strategy(RowEdit<Strategy>),
    Output(RowEdit<Output>),
    Indicator(RowEdit<Indicator>),
    Assumption(RowEdit<Assumption>),
    Precondition(RowEdit<Precondition>),
    Input(RowEdit<Input>),
    Activity(RowEdit<Activity>),
    BudgetLine(RowEdit<BudgetLine>),
    Rate(RowEdit<Rate>),
    Risk(RowEdit<Risk>),
    Cooperation(RowEdit<Cooperation>),
    Judgement(RowEdit<Judgement>),
    OvopSheet(RowEdit<OvopSheet>),
    Cluster(RowEdit<Cluster>),
    CreditCase(RowEdit<CreditCase>),
    Instrument(RowEdit<Instrument>),
    Report(RowEdit<Report>),
    Criterion(RowEdit<Criterion>),
    Comment(RowEdit<Comment>),
    Silenced(RowEdit<Silenced>),
    OpenChoice(RowEdit<OpenChoice>),
    /// Several edits as one step; the key names the step among the interface words.
    Several(&'static str, Vec<Edit>),
    /// The whole plan becomes another state of itself, such as two copies in one; the key names the step among the interface words.
    Become(&'static str, Box<Plan>),
}

/// A change of the rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub enum RowEdit<T: Row> {
    /// A new row.
    Insert(Box<T>, At<T>),
    /// A row goes, with everything that belongs to it alone.
    Remove(Id<T>),
    /// A row goes to another place in the order.
    Move(Id<T>, At<T>),
    /// One field gets a new value.
    Set(Id<T>, T::Change),
}

/// A place in the order of a table.
#[derive(Debug, PartialEq)]
pub enum At<T> {
    /// Before all.
    First,
    /// After all.
    Last,
    /// Before this row.
    Before(Id<T>),
    /// After this row.
    After(Id<T>),
}

impl<T> Clone for At<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for At<T> {}

/// Why an edit was not made. The plan is untouched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The row is not there any more.
    NoSuchRow(Block),
    /// A row with this identity is already there.
    IdTaken(Block),
    /// The field points to a row that is not there.
    NoSuchTarget(Field),
    /// The field would make a row depend on itself.
    Circle(Field),
    /// More than three languages, or one of them twice.
    Languages,
    /// A state of another plan.
    OtherPlan,
}

impl Refused {
    /// The key of its message among the interface words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoSuchRow(_) => "refused-no-such-row",
            Self::IdTaken(_) => "refused-id-taken",
            Self::NoSuchTarget(_) => "refused-no-such-target",
            Self::Circle(_) => "refused-circle",
            Self::Languages => "refused-languages",
            Self::OtherPlan => "refused-other-plan",
        }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSuchRow(block) => write!(f, "this {} is not in the plan any more", block.word()),
            Self::IdTaken(block) => write!(f, "this {} is already in the plan", block.word()),
            Self::NoSuchTarget(field) => {
                write!(
                    f,
                    "{} of {} points to something that is not in the plan",
                    field.name(),
                    field.block().word()
                )
            }
            Self::Circle(field) => {
                write!(f, "{} of {} would make it depend on itself", field.name(), field.block().word())
            }
            Self::Languages => write!(f, "a plan has at most three languages, each once"),
            Self::OtherPlan => write!(f, "this is another plan"),
        }
    }
}

impl std::error::Error for Refused {}

/// What a step does, for its name in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// A field changes.
    Change,
    /// A row comes.
    Add,
    /// A row goes.
    Delete,
    /// A row moves.
    Move,
    /// Several things at once; the key of their common name.
    Several(&'static str),
}

/// Edits of several fields that a hand repeats, by their names: keys that move a bar day by day.
pub const GESTURES: [&str; 1] = ["step-activity-shift"];

impl Edit {
    /// What it does.
    #[must_use]
    pub fn verb(&self) -> Verb {
        self.about().0
    }

    /// Where it does it.
    #[must_use]
    pub fn place(&self) -> Place {
        self.about().1
    }

    /// Two edits with the same key are steps of one gesture: the same field of the same row, or the same of the [`GESTURES`] on
    /// the same row. An edit that adds a row and writes its first letter goes on with the next letters.
    #[must_use]
    pub fn merge_key(&self) -> Option<(Verb, Place)> {
        if let Self::Several(name, edits) = self
            && !GESTURES.contains(name)
        {
            let [add, change] = edits.as_slice() else { return None };
            let goes_on = add.verb() == Verb::Add && add.place().row == change.place().row;
            return goes_on.then(|| change.merge_key())?;
        }
        let (verb, place) = self.about();
        match verb {
            Verb::Change => Some((verb, place)),
            Verb::Several(name) if GESTURES.contains(&name) => Some((verb, Place { field: None, ..place })),
            Verb::Several(_) | Verb::Add | Verb::Delete | Verb::Move => None,
        }
    }

    fn about(&self) -> (Verb, Place) {
        macro_rules! about {
            ($($once:ident),*; $($row:ident),*) => {
                match self {
                    $(Self::$once(change) => (Verb::Change, Place::field($once::field_of(change))),)*
                    $(Self::$row(edit) => edit.about(),)*
                    Self::Several(name, edits) => {
                        (Verb::Several(name), edits.first().map_or(Place::block(Block::Identity), Edit::place))
                    }
                    Self::Become(name, _) => (Verb::Several(name), Place::block(Block::OpenChoice)),
                }
            };
        }
        about! {
            Identity, Context, Matrix;
            Member, KeyFigure, Lesson, Stakeholder, Card, Strategy, Output, Indicator, Assumption, Precondition,
            Input, Activity, BudgetLine, Rate, Risk, Cooperation, Judgement, OvopSheet, Cluster, CreditCase, Instrument,
            Report, Criterion, Comment, Silenced, OpenChoice
        }
    }

    /// Makes the change. The plan is changed as a whole or, when the edit is refused, left in a state that the caller throws
    /// away: [`crate::document::Document`] applies edits to a copy, which costs a few pointers.
    ///
    /// Returns whether anything is different now.
    ///
    /// # Errors
    /// When the edit does not fit the plan.
    pub(crate) fn apply(&self, plan: &mut Plan) -> Result<bool, Refused> {
        match self {
            Self::Identity(change) => {
                if let IdentityField::Languages(langs) = change {
                    let twice = langs.iter().enumerate().any(|(i, l)| langs[..i].contains(l));
                    if langs.len() > 3 || twice {
                        return Err(Refused::Languages);
                    }
                }
                Ok(set_once(&mut plan.identity, change.clone()))
            }
            Self::Context(change) => Ok(set_once(&mut plan.context, change.clone())),
            Self::Matrix(change) => {
                let card = match change {
                    MatrixField::GoalCard(card) => (*card).map(|c| (c, MATRIX.goal_card)),
                    MatrixField::PurposeCard(card) => (*card).map(|c| (c, MATRIX.purpose_card)),
                    MatrixField::Goal(_)
                    | MatrixField::Purpose(_)
                    | MatrixField::GoalAgreed(_)
                    | MatrixField::PurposeAgreed(_) => None,
                };
                if let Some((card, field)) = card
                    && !plan.cards.contains(card)
                {
                    return Err(Refused::NoSuchTarget(field));
                }
                Ok(set_once(&mut plan.matrix, change.clone()))
            }
            Self::Several(_, edits) => {
                let mut changed = false;
                for edit in edits {
                    changed |= edit.apply(plan)?;
                }
                Ok(changed)
            }
            Self::Member(e) => apply_rows(e, plan),
            Self::KeyFigure(e) => apply_rows(e, plan),
            Self::Lesson(e) => apply_rows(e, plan),
            Self::Stakeholder(e) => apply_rows(e, plan),
            Self::Card(e) => apply_rows(e, plan),
            Self::Strategy(e) => apply_rows(e, plan),
            Self::Output(e) => apply_rows(e, plan),
            Self::Indicator(e) => apply_rows(e, plan),
            Self::Assumption(e) => apply_rows(e, plan),
            Self::Precondition(e) => apply_rows(e, plan),
            Self::Input(e) => apply_rows(e, plan),
            Self::Activity(e) => apply_rows(e, plan),
            Self::BudgetLine(e) => apply_rows(e, plan),
            Self::Rate(e) => apply_rows(e, plan),
            Self::Risk(e) => apply_rows(e, plan),
            Self::Cooperation(e) => apply_rows(e, plan),
            Self::Judgement(e) => apply_rows(e, plan),
            Self::OvopSheet(e) => apply_rows(e, plan),
            Self::Cluster(e) => apply_rows(e, plan),
            Self::CreditCase(e) => apply_rows(e, plan),
            Self::Instrument(e) => apply_rows(e, plan),
            Self::Report(e) => apply_rows(e, plan),
            Self::Criterion(e) => apply_rows(e, plan),
            Self::Comment(e) => apply_rows(e, plan),
            Self::Silenced(e) => apply_rows(e, plan),
            Self::OpenChoice(e) => apply_rows(e, plan),
            Self::Become(_, next) if next.id != plan.id => Err(Refused::OtherPlan),
            Self::Become(_, next) => {
                let changed = **next != *plan;
                plan.clone_from(next);
                Ok(changed)
            }
        }
    }
}

fn set_once<T: Record>(record: &mut std::sync::Arc<T>, change: T::Change) -> bool {
    let mut next = T::clone(record);
    next.set(change);
    let changed = next != **record;
    if changed {
        *record = std::sync::Arc::new(next);
    }
    changed
}

impl<T: Row> RowEdit<T> {
    fn about(&self) -> (Verb, Place) {
        match self {
            Self::Insert(row, _) => (Verb::Add, Place::row(row.id())),
            Self::Remove(id) => (Verb::Delete, Place::row(*id)),
            Self::Move(id, _) => (Verb::Move, Place::row(*id)),
            Self::Set(id, change) => (Verb::Change, Place::cell(*id, T::field_of(change))),
        }
    }
}

/// Makes a change of rows.
fn apply_rows<T: integrity::Linked>(edit: &RowEdit<T>, plan: &mut Plan) -> Result<bool, Refused> {
    use RowEdit as E;
    match edit {
        E::Insert(row, at) => {
            if T::table(plan).contains(row.id()) {
                return Err(Refused::IdTaken(T::BLOCK));
            }
            let position = at.position(T::table(plan))?;
            row.check_links(plan)?;
            T::table_mut(plan).insert(position, T::clone(row));
            Ok(true)
        }
        E::Remove(id) => {
            if !T::table(plan).contains(*id) {
                return Err(Refused::NoSuchRow(T::BLOCK));
            }
            T::remove_with_dependents(plan, *id);
            Ok(true)
        }
        E::Move(id, at) => {
            let table = T::table(plan);
            let from = table.position(*id).ok_or(Refused::NoSuchRow(T::BLOCK))?;
            let to = at.position(table)?;
            if to == from || to == from + 1 {
                return Ok(false);
            }
            T::table_mut(plan).move_to(*id, to);
            Ok(true)
        }
        E::Set(id, change) => {
            let old = T::table(plan).get(*id).ok_or(Refused::NoSuchRow(T::BLOCK))?;
            if old.holds(change) {
                return Ok(false);
            }
            if T::is_link(change) {
                let mut next = old.clone();
                next.set(change.clone());
                next.check_links(plan)?;
            }
            // A row that an edit before this one copied is changed in place: a chain of ten thousand is rescheduled in one step.
            T::table_mut(plan).update(*id, |row| row.set(change.clone()));
            Ok(true)
        }
    }
}

impl<T: Row> At<T> {
    fn position(self, table: &Table<T>) -> Result<usize, Refused> {
        let gone = Refused::NoSuchRow(T::BLOCK);
        match self {
            Self::First => Ok(0),
            Self::Last => Ok(table.len()),
            Self::Before(id) => table.position(id).ok_or(gone),
            Self::After(id) => table.position(id).map(|i| i + 1).ok_or(gone),
        }
    }
}
