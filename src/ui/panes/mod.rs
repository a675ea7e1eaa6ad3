//! What stands around the page: the list of sections, help, checks, remarks, history, the search, the preview, the palette, the status bar.

mod banners;
mod comments;
mod find;
mod findings;
mod nav;
mod next;
mod palette;
mod preview;
mod side;
mod status;
mod versions;

pub use banners::{choices_banner, copies_banner, line};
pub use find::{FindView, find_ui};
pub use nav::nav_ui;
pub use next::next_ui;
pub use palette::{Items, Palette, palette_ui};
pub use preview::{PreviewCx, PreviewView, preview_ui};
pub use side::{Beside, Side, SideView, side_ui};
pub use status::{Saved, status_ui};
pub use versions::{Compared, Line, Pair, Row, VersionWish, VersionsCx, View as VersionsView, versions_ui};

use crate::{checks::uncapitalised, document::StepName, locale::Words, plan::edit::Verb};

/// The name of a step, such as "change title" or "delete activity", for "Undo ..." and the list of steps.
#[must_use]
pub fn step_name(step: StepName, words: &Words) -> String {
    let thing = words.get(step.place.block.words()).into_owned();
    match step.verb {
        Verb::Change => {
            let what = step.place.field.map(|f| uncapitalised(&words.get(f.words()))).unwrap_or_default();
            words.with("step-change", &[("what", what.into()), ("thing", thing.into())])
        }
        Verb::Add => words.with("step-add", &[("thing", thing.into())]),
        Verb::Delete => words.with("step-delete", &[("thing", thing.into())]),
        Verb::Move => words.with("step-move", &[("thing", thing.into())]),
        Verb::Several(key) => words.get(key).into_owned(),
    }
}
