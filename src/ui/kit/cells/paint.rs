//! The text of a cell at rest: painted, without a field.

use super::PAD;
use crate::{
    text::{self, Style},
    ui::kit::{self, ROW, tokens},
};
use egui::{Align2, Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// Where the text of a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stand {
    /// Where its own direction starts: what people write.
    #[default]
    Own,
    /// Where the window starts, below the heading: words of the program, dates.
    Window,
    /// Its units below each other, at the right of the screen: numbers.
    Number,
}

impl Stand {
    /// A style for the field in which such a text is typed, so that it stands where it stands at rest.
    #[must_use]
    pub fn typed(self, ui: &Ui, style: Style) -> Style {
        let is_at_right = match self {
            Self::Own => false,
            Self::Window => text::is_mirrored(ui.ctx()),
            // A number is one in every window, with its sign before it and its units at the right.
            Self::Number => true,
        };
        if is_at_right { style.align(text::Align::End).dir(text::Dir::Ltr) } else { style }
    }
}

/// Where a number ends in its cell: at the right of the screen also in a mirrored window, for its last digits stand below each other.
pub fn number_end(ui: &Ui, rect: Rect) -> (egui::Pos2, Align2) {
    if text::is_mirrored(ui.ctx()) {
        (rect.left_center(), Align2::LEFT_CENTER)
    } else {
        (rect.right_center(), Align2::RIGHT_CENTER)
    }
}

/// Paints the text of a cell in one row, elided where it does not fit.
pub fn paint(ui: &Ui, rect: Rect, words: &str, ink: Color32, stand: Stand) {
    paint_styled(ui, rect, words, Style::body().color(ink), stand);
}

/// Paints the text of a cell in a look of its own.
pub fn paint_styled(ui: &Ui, rect: Rect, words: &str, style: Style, stand: Stand) {
    if words.is_empty() {
        return;
    }
    let rect = rect.shrink2(vec2(PAD, 0.0));
    let ink = tokens(ui).ink;
    let style = style.elided();
    let width = rect.width();
    let (at, anchor, style) = match stand {
        Stand::Number => {
            let (at, anchor) = number_end(ui, rect);
            (at, anchor, style.dir(text::Dir::Ltr))
        }
        Stand::Window => (rect.left_center(), Align2::LEFT_CENTER, style),
        Stand::Own => (rect.left_center(), Align2::LEFT_CENTER, style.fill()),
    };
    text::paint_within(ui.painter(), at, anchor, words, &style, ink, width);
}

/// Says all the words of a cell that is too narrow for them when the pointer rests on it.
pub(super) fn whole(response: Response, width: f32, words: &str, style: Style) -> Response {
    let is_cut = response.hovered()
        && !response.has_focus()
        && text::width(&response.ctx, words, &style) > width - 2.0 * PAD;
    if is_cut { kit::hint(response, words) } else { response }
}

/// Text that can only be read.
pub fn read_only(ui: &Ui, rect: Rect, name: &str, words: &str, stand: Stand) -> Response {
    let line = rect.with_max_y(rect.top() + ROW);
    paint(ui, line, words, tokens(ui).ink_soft, stand);
    let response = ui.interact(line, egui::Id::unique(("read-only", name)), Sense::hover());
    response.widget_info(|| {
        let said = if words.is_empty() { name.to_owned() } else { format!("{name}: {words}") };
        WidgetInfo::labeled(Role::Label, true, said)
    });
    response
}
