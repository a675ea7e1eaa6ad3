//! Slides for the screen: typeset once, then drawn page by page as pictures of any size.

use super::{Deck, Light, Slide};
use crate::export::{ExportError, Source, pdf, typst_world::Pages};

/// A picture of a slide.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Four bytes a pixel: red, green, blue, and a full alpha; rows from the top.
    pub rgba: Vec<u8>,
}

/// The slides of a plan, ready to be drawn.
pub struct Show {
    deck: Deck,
    pages: Pages,
}

impl Show {
    /// Typesets the slides for a dark room.
    ///
    /// # Errors
    /// When it was stopped, took too long, or could not be laid out.
    pub fn new(source: &Source<'_>) -> Result<Self, ExportError> {
        let deck = Deck::new(source, Light::Room);
        let pages = pdf::slide_pages(&deck, source)?;
        Ok(Self { deck, pages })
    }

    /// The slides, in their order; each has a page.
    #[must_use]
    pub fn slides(&self) -> &[Slide] {
        &self.deck.slides
    }

    /// Draws a slide so many pixels wide; nothing when there is no such slide.
    #[must_use]
    pub fn picture(&self, slide: usize, width: u32) -> Option<Picture> {
        self.pages.picture(slide, width)
    }
}
