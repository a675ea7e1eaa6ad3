//! Our widgets and the design tokens: what every page is made of.

pub mod cells;
pub mod chooser;
mod dates;
pub mod day_picker;
pub mod draft;
pub mod fields;
pub mod grid;
mod icons;
mod languages;
mod long;
mod menu;
mod motif;
mod picker;
mod tokens;
mod widgets;

pub use dates::Dates;
pub use icons::{Icon, icon, icon_button, paint_icon};
use languages::name_in;
pub use languages::{interface_languages, known_languages, language_name};
pub use long::LongList;
pub use menu::{MenuMark, menu_item};
pub use motif::kawung;
pub use tokens::{
    DARK, FORM_WIDTH, GRID, LIGHT, RADIUS, ROW, STRONG_WASH, TAG_WASH, Tokens, install, tokens,
};
pub use widgets::{
    RowWish, Segment, bar, button, card, choice_name, columns_or_stack, dialog_frame, empty_state, form,
    heading, link_button, page, primary_button, remark, ring, row_menu, segments, tag, title_or, toggle,
};
pub(crate) use widgets::{hint, list_sign, paint_ring};
