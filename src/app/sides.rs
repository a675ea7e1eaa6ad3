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

    /// Whether the pane stands beside the page, unless something else needs its room: in a wide window as the person left it, in a
    /// narrow one when it was called.
    pub(super) fn has_side(&self) -> bool {
        if self.is_narrow { self.is_side_called } else { self.settings.side_open }
    }

    /// Shows the pane, in a narrow window too.
    pub(super) fn call_side(&mut self, side: Side) {
        self.set_side(true);
        self.side = side;
    }

    /// Hides the pane.
    pub(super) fn hide_side(&mut self) {
        self.set_side(false);
    }

    fn set_side(&mut self, is_open: bool) {
        if self.is_narrow {
            self.is_side_called = is_open;
        } else {
            self.settings.side_open = is_open;
        }
    }
}
