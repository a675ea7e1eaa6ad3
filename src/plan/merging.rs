//! What two copies of a plan changed differently, kept in the plan until somebody chooses.

use super::{Lang, Place, UserText};

choice! {
    /// What two copies of a plan did to one thing.
    Clash = "clash" {
        /// Both gave a field another value.
        Changed = "changed",
        /// My copy deleted a row that the other one changed, or that something in it needs. The row is still there.
        DeletedByMine = "deleted-by-mine",
        /// The other copy deleted a row that mine changed, or that something in it needs. The row is still there.
        DeletedByTheirs = "deleted-by-theirs",
        /// The links of both copies together would make something wait for itself or hang on itself.
        Circle = "circle",
    }
}

row! {
    /// Something that two copies of the plan changed differently. The plan holds one of the answers, here are both.
    ///
    /// Values are text: a wording or a code as it is (`2017-10-01`, `12.5`, `own`), a list as the file has it, empty for none.
    OpenChoice, OpenChoiceField, OpenChoiceNames, OPEN_CHOICE: OpenChoice = "open-choice" in choices {
        /// Where: a field, or a row that one copy deleted.
        place: Option<Place> => Place,
        /// The language, when the wording in one language of a text is meant.
        lang: Option<Lang> => Lang,
        /// What happened.
        clash: Option<Clash> => Clash,
        /// The value from which both copies started.
        base: UserText => Base,
        /// The value of the copy into which the other one was merged.
        mine: UserText => Mine,
        /// The value of the other copy.
        theirs: UserText => Theirs,
    }
}
