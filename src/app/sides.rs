//! Whether the pane beside the page is there, and what it shows.

use super::App;
use crate::ui::panes::Side;

impl App {
    /// Shows this side of the pane, or hides the pane where it stands already.
    pub(super) fn show_side(&mut self, side: Side) {
        // The search stands where the pane does.
        let search = self.shown_mut().and_then(|open| open.find.take());
        // So does the preview, where there is no room for both.
        let covered = self.is_tight && std::mem::take(&mut self.settings.preview_open);
        if search.is_none() && !covered && self.has_side() && self.side == side {
            self.hide_side();
        } else {
            self.call_side(side);
        }
    }

    /// Whether the pane stands beside the page, unless something else needs its room.
    pub(super) fn has_side(&self) -> bool {
        self.settings.side_open && (!self.is_narrow || self.is_side_called)
    }

    /// Shows the pane, in a narrow window too.
    pub(super) fn call_side(&mut self, side: Side) {
        self.settings.side_open = true;
        self.is_side_called = true;
        self.side = side;
    }

    /// Hides the pane.
    pub(super) fn hide_side(&mut self) {
        self.is_side_called = false;
        // A narrow window hides it by itself; a wide one is to remember it.
        self.settings.side_open = self.is_narrow;
    }
}
