//! Views: what is on the screen. They read shared references and put wishes into an [`Outbox`]; nothing here changes a plan,
//! opens a file or asks a clock.

mod command;
pub mod importing;
pub mod kit;
pub mod pages;
pub mod panes;
pub mod present;

pub use command::Command;
pub use pages::Page;

use crate::{
    analysis::Derived,
    checks::Findings,
    locale::Words,
    pack::Packs,
    plan::{Day, Edit, Id, IdSource, Lang, Place, Plan},
};
use std::path::PathBuf;

/// Everything that a view may read.
pub struct Cx<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What is derived from it.
    pub derived: &'a Derived,
    /// What the checks found.
    pub findings: &'a Findings,
    /// Interface words.
    pub words: &'a Words,
    /// Countries and programmes.
    pub packs: &'a Packs,
    /// The languages of the plan whose text is shown, side by side.
    pub shown: &'a [Lang],
    /// The place that the person asked to be led to; the field that stands there takes the focus.
    pub goto: Option<Place>,
    /// The calendar day.
    pub today: Day,
}

/// What the person wants, gathered while a frame is drawn and done after it.
pub struct Outbox {
    wishes: Vec<Wish>,
    ids: IdSource,
    /// The place whose field has the focus in this frame.
    pub focused: Option<Place>,
    /// Whether the place in [`Cx::goto`] was shown.
    pub arrived: bool,
    /// Whether a hand is still at something that is no text field: what it changes next belongs to the same step.
    pub is_held: bool,
}

/// One wish.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Change the plan.
    Edit(Edit),
    /// Do a command.
    Command(Command),
    /// Lead to a place of the plan.
    Go(Place),
    /// Show a page.
    Show(Page),
    /// Show these languages of the plan: one, or none for all side by side.
    ShowLanguage(Option<Lang>),
    /// Start a plan for this country and programme.
    NewPlan(Box<pages::start::NewPlan>),
    /// Open a file.
    OpenFile(PathBuf),
    /// Open a worked example by its name.
    OpenExample(String),
    /// Take a file off the list of recent ones.
    ForgetRecent(PathBuf),
    /// Open the recovered plan with this number.
    Recover(usize),
    /// Throw the recovered plan with this number away.
    DiscardRecovered(usize),
    /// Show the folder of the recovered plan with this number.
    ShowRecovered(usize),
    /// Make a document.
    Export(crate::export::Format, Option<Lang>),
    /// Make the chosen kinds of documents together.
    ExportSeveral(Option<Lang>),
    /// Make these kinds of documents together from now on.
    Several(Vec<crate::export::Format>),
    /// Make them of every open plan, or of the shown one alone.
    OfAllOpen(bool),
    /// Put the matrix of documents in this layout from now on.
    Layout(crate::export::MatrixLayout),
    /// A talk may take so many minutes from now on.
    Minutes(u8),
    /// Sign remarks with this name from now on.
    SignAs(String),
    /// Show the remarks at this place.
    Remarks(Place),
    /// Take steps back until this many are left, or make undone ones again.
    StepTo(usize),
    /// Join the plan with this copy of it.
    JoinCopy(PathBuf),
    /// Leave copies that lie beside the plan for later.
    LeaveCopies,
    /// Something about earlier versions.
    Versions(panes::VersionWish),
}

impl Outbox {
    /// An empty outbox that takes new identities from this source.
    #[must_use]
    pub fn new(ids: IdSource) -> Self {
        Self { wishes: Vec::new(), ids, focused: None, arrived: false, is_held: false }
    }

    /// Wishes for a change of the plan.
    pub fn edit(&mut self, edit: Edit) {
        self.wishes.push(Wish::Edit(edit));
    }

    /// Wishes for a command.
    pub fn command(&mut self, command: Command) {
        self.wishes.push(Wish::Command(command));
    }

    /// Wishes to be led to a place.
    pub fn go(&mut self, place: Place) {
        self.wishes.push(Wish::Go(place));
    }

    /// Any other wish.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// An identity for a new row.
    pub fn new_id<T>(&mut self) -> Id<T> {
        self.ids.next()
    }

    /// A source of identities for an edit that makes many rows.
    pub fn new_ids(&mut self) -> IdSource {
        self.ids.split()
    }

    /// Takes all wishes out, in their order.
    pub fn take(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.wishes)
    }
}

#[cfg(test)]
pub(crate) mod testing;
