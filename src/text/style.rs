//! How a text looks: size, weight, colour, direction, and what happens when it does not fit.

use crate::plan::Lang;
use egui::{Color32, Context, Id};

/// The direction of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dir {
    /// By its first strong character; without one, the direction of the window.
    #[default]
    Auto,
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Where the rows of a text stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Where the paragraph's own direction starts: left for English, right for Persian.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where the paragraph's own direction ends. Numbers in a table look best here.
    End,
}

/// The look of a text. Start from [`Style::body`], [`Style::small`], [`Style::section`] or [`Style::start`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    pub(super) size: f32,
    pub(super) strong: bool,
    pub(super) color: Option<Color32>,
    pub(super) dir: Dir,
    pub(super) align: Align,
    pub(super) fill: bool,
    pub(super) rows: usize,
    pub(super) wrap: bool,
    /// Nothing: as the window does.
    pub(super) nastaliq: Option<bool>,
}

impl Style {
    /// All of it, to be hashed.
    pub(super) fn bits(&self) -> impl std::hash::Hash + use<> {
        let Self { size, strong, color, dir, align, fill, rows, wrap, nastaliq } = *self;
        (size.to_bits(), strong, color, dir, align, fill, rows, wrap, nastaliq)
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::body()
    }
}

impl Style {
    /// A style of this size in points.
    pub fn new(size: f32) -> Self {
        Self {
            size: if size.is_finite() { size.clamp(4.0, 200.0) } else { 15.0 },
            strong: false,
            color: None,
            dir: Dir::Auto,
            align: Align::Start,
            fill: false,
            rows: usize::MAX,
            wrap: true,
            nastaliq: None,
        }
    }

    /// Running text: 15 points.
    pub fn body() -> Self {
        Self::new(15.0)
    }

    /// Secondary text: 13 points.
    pub fn small() -> Self {
        Self::new(13.0)
    }

    /// The title of a section: 22 points, bold.
    pub fn section() -> Self {
        Self::new(22.0).strong()
    }

    /// The title of the start page: 30 points, bold.
    pub fn start() -> Self {
        Self::new(30.0).strong()
    }

    /// In bold.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }

    /// In another size, in points.
    #[must_use]
    pub fn size(self, size: f32) -> Self {
        Self { size: Self::new(size).size, ..self }
    }

    /// In this colour instead of the one of the widget that shows it.
    #[must_use]
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// In this direction instead of the one of the first strong character.
    #[must_use]
    pub fn dir(mut self, dir: Dir) -> Self {
        self.dir = dir;
        self
    }

    /// For text of this language: what is written in one that runs right to left does so whatever it begins with.
    #[must_use]
    pub fn lang(self, lang: &Lang) -> Self {
        if lang.is_rtl() { self.dir(Dir::Rtl) } else { self }
    }

    /// Rows aligned like this within the widest row, or within the whole width if [`Style::fill`] is set.
    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Take the whole width that is given, also when the text is narrower.
    #[must_use]
    pub fn fill(mut self) -> Self {
        self.fill = true;
        self
    }

    /// Show at most so many rows (at least one); a longer text ends in `…` on the side where its direction ends.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// One row, elided where it does not fit.
    #[must_use]
    pub fn elided(self) -> Self {
        self.rows(1)
    }

    /// One row as long as it needs to be; line breaks in the text are shown as spaces.
    #[must_use]
    pub fn single_row(mut self) -> Self {
        self.wrap = false;
        self
    }

    /// Arabic script in the Nastaliq style that many readers of Urdu prefer, or not, whatever [`set_nastaliq`] says.
    #[must_use]
    pub fn nastaliq(mut self, on: bool) -> Self {
        self.nastaliq = Some(on);
        self
    }
}

fn nastaliq_id() -> Id {
    Id::unique("rencana nastaliq")
}

/// Says whether all Arabic script of the window is shown in the Nastaliq style.
pub fn set_nastaliq(ctx: &Context, on: bool) {
    ctx.data_mut(|d| d.insert_temp(nastaliq_id(), on));
}

/// Whether all Arabic script of the window is shown in the Nastaliq style.
pub fn is_nastaliq(ctx: &Context) -> bool {
    ctx.data(|d| d.get_temp(nastaliq_id())).unwrap_or(false)
}
