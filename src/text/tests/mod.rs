//! Layout and editing in every script, without a window.

mod layout;
mod mirror;
mod paper;
pub(super) mod samples;
mod sheet;
mod unicode;

use super::engine::{Engine, Layout};
use super::{Style, install};
use egui::epaint::text::{FontProvider, Fonts, TextOptions};
use std::sync::Arc;

/// The fonts and the engine, as a window has them.
pub(super) struct Rig {
    pub fonts: Fonts,
    pub engine: Engine,
    pub pixels_per_point: f32,
    pub interface_rtl: bool,
}

impl Rig {
    pub fn new() -> Self {
        Self::of(Fonts::new(TextOptions::default(), install::definitions()))
    }

    /// The same with fonts from elsewhere for what the shipped faces lack.
    pub fn with_provider(provider: Arc<dyn FontProvider>) -> Self {
        let fonts = Fonts::new(TextOptions::default(), install::definitions());
        Self::of(fonts.with_font_providers(vec![provider]))
    }

    fn of(fonts: Fonts) -> Self {
        let mut rig = Self { fonts, engine: Engine::new(), pixels_per_point: 1.0, interface_rtl: false };
        rig.begin();
        rig
    }

    /// A new pass.
    pub fn begin(&mut self) {
        let mut view = self.fonts.with_pixels_per_point(self.pixels_per_point);
        assert!(self.engine.begin(&mut view, self.pixels_per_point), "the fonts are installed");
    }

    pub fn layout(&mut self, text: &str, style: &Style, width: f32) -> Arc<Layout> {
        let mut view = self.fonts.with_pixels_per_point(self.pixels_per_point);
        self.engine.layout(&mut view, text, style, width, self.interface_rtl)
    }

    /// The text in one row, or one row a paragraph.
    pub fn free(&mut self, text: &str) -> Arc<Layout> {
        self.layout(text, &Style::body(), f32::INFINITY)
    }
}
