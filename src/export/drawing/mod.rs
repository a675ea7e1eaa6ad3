//! Drawings: the trees and the chart of times as shapes with words, before anybody asks in which format.
//!
//! A [`Scene`] is a sheet of shapes, sizes in points, `x` from the left and `y` downwards, already turned round for layouts that run
//! from right to left. Words stay lines of the report; whoever paints them breaks them, so that every script is right. The room
//! for words is measured beforehand with the advances of the fonts that ship ([`measure::Ruler`]), rather too large than too small.

mod gantt;
pub(super) mod measure;
pub(super) mod svg;
#[cfg(test)]
mod tests;
pub(super) mod time;
mod tree;
mod vector;

pub(super) use gantt::gantt;
pub(super) use tree::{Part, tree};
pub(super) use vector::vectors;

use super::{
    ink::Ink,
    report::{Align, Line},
};
use serde::Serialize;

/// A rectangle, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Frame {
    const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }
}

/// A piece of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Shape {
    /// A rectangle: a card, a bar, a band.
    Box {
        /// Where.
        at: Frame,
        /// What fills it.
        fill: Ink,
        /// Its outline, if it has one.
        edge: Option<Ink>,
        /// How round its corners are.
        radius: f32,
    },
    /// A line through points.
    Path {
        /// The points.
        points: Vec<[f32; 2]>,
        /// Its colour.
        ink: Ink,
        /// Its width.
        width: f32,
    },
    /// A filled shape with corners: a diamond, the head of an arrow.
    Area {
        /// The corners.
        points: Vec<[f32; 2]>,
        /// What fills it.
        fill: Ink,
    },
    /// Words that are broken into rows within their room.
    Words {
        /// The room.
        at: Frame,
        /// The words, a paragraph each.
        lines: Vec<Line>,
        /// The size of the type.
        size: f32,
        /// Its colour; lines with a tone of their own have another one.
        ink: Ink,
        /// Whether it is bold.
        strong: bool,
        /// At which side the rows stand.
        side: Align,
        /// Whether they stand in the middle of its height, or at the top.
        middle: bool,
    },
}

/// A sheet of shapes, the first ones behind the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scene {
    /// Width, in points.
    pub width: f32,
    /// Height, in points.
    pub height: f32,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// The room for a drawing, in points. What does not fit goes on in another scene.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub width: f32,
    /// The height of the first scene, below a heading.
    pub first: f32,
    /// The height of every other one.
    pub others: f32,
}

impl Room {
    /// An A4 sheet on its long side, within the margins of the documents.
    pub const PAGE: Self = Self { width: 748.0, first: 396.0, others: 462.0 };

    const fn height(&self, scenes: usize) -> f32 {
        if scenes == 0 { self.first } else { self.others }
    }
}

impl Scene {
    fn new(room: Room, height: f32) -> Self {
        Self { width: room.width, height, alt: String::new(), shapes: Vec::new() }
    }

    fn fill(&mut self, at: Frame, fill: Ink) {
        self.shapes.push(Shape::Box { at, fill, edge: None, radius: 0.0 });
    }

    fn rounded(&mut self, at: Frame, radius: f32, fill: Ink, edge: Option<Ink>) {
        self.shapes.push(Shape::Box { at, fill, edge, radius });
    }

    fn path(&mut self, points: Vec<[f32; 2]>, ink: Ink, width: f32) {
        self.shapes.push(Shape::Path { points, ink, width });
    }

    fn area(&mut self, points: Vec<[f32; 2]>, fill: Ink) {
        self.shapes.push(Shape::Area { points, fill });
    }

    fn words(&mut self, at: Frame, lines: Vec<Line>, (size, ink, strong): (f32, Ink, bool), side: Align) {
        self.shapes.push(Shape::Words { at, lines, size, ink, strong, side, middle: true });
    }

    /// Lets the words that came last begin at the top of their room.
    fn at_top(&mut self) {
        if let Some(Shape::Words { middle, .. }) = self.shapes.last_mut() {
            *middle = false;
        }
    }

    /// The scene for a layout in this direction.
    fn turned(mut self, rtl: bool) -> Self {
        if rtl {
            let width = self.width;
            for shape in &mut self.shapes {
                match shape {
                    Shape::Box { at, .. } | Shape::Words { at, .. } => at.x = width - at.x - at.width,
                    Shape::Path { points, .. } | Shape::Area { points, .. } => {
                        points.iter_mut().for_each(|p| p[0] = width - p[0]);
                    }
                }
            }
        }
        self
    }
}

/// Gives each scene its words for those who do not see it: what the drawing is, and which of how many.
fn told(mut scenes: Vec<Scene>, what: &str) -> Vec<Scene> {
    let all = scenes.len();
    for (n, scene) in scenes.iter_mut().enumerate() {
        scene.alt = if all > 1 { format!("{what} ({}/{all})", n + 1) } else { what.to_owned() };
    }
    scenes
}

/// A number of rows, cards or days as a length.
#[allow(clippy::cast_precision_loss, reason = "what stands on paper is few enough to be exact")]
const fn count(n: usize) -> f32 {
    n as f32
}
