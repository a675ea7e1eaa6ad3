//! Drawings for Word as vectors (SVG): nothing but filled and stroked paths, letters too, so that they are sharp at any size and look
//! the same whatever fonts the reader has.

use super::super::{
    ExportError, Options, Report, pdf,
    typst_world::{self, Template},
};
use std::fmt::Write as _;
use ttf_parser::{GlyphId, OutlineBuilder};
use typst::{
    layout::{Frame, FrameItem, Point},
    text::TextItem,
    visualize::{Curve, CurveItem, Geometry, Paint, Shape},
};

/// The drawings of a report, each as a file of its own.
///
/// # Errors
/// As other exports: the work was stopped, took too long, or broke down.
pub(in crate::export) fn vectors(report: &Report, options: &Options) -> Result<Vec<String>, ExportError> {
    if report.scenes().next().is_none() {
        return Ok(Vec::new());
    }
    let pages = typst_world::pages(Template::Drawing, pdf::drawings(report)?, options)?;
    Ok(pages.all().iter().map(|page| svg(&page.frame)).collect())
}

fn svg(frame: &Frame) -> String {
    let (width, height) = (short(frame.width().to_pt()), short(frame.height().to_pt()));
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">"#
    );
    draw(&mut out, frame, Point::zero());
    out.push_str("</svg>");
    out
}

/// Nothing in a drawing is turned or scaled: a group only moves what is in it.
fn draw(out: &mut String, frame: &Frame, at: Point) {
    for (by, item) in frame.items() {
        let at = at + *by;
        match item {
            FrameItem::Group(group) => {
                draw(out, &group.frame, at + Point::new(group.transform.tx, group.transform.ty))
            }
            FrameItem::Text(text) => letters(out, text, at),
            FrameItem::Shape(shape, _) => outline(out, shape, at),
            FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

fn colour(paint: &Paint) -> String {
    match paint {
        Paint::Solid(colour) => colour.to_hex().to_string(),
        // Drawings have plain colours only.
        Paint::Gradient(_) | Paint::Tiling(_) => "#000000".to_owned(),
    }
}

fn outline(out: &mut String, shape: &Shape, at: Point) {
    let mut pen = Pen::new(at, 1.0);
    match &shape.geometry {
        Geometry::Line(to) => {
            pen.point('M', Point::zero());
            pen.point('L', *to);
        }
        Geometry::Rect(size) => pen.curve(&Curve::rect(*size)),
        Geometry::Curve(curve) => pen.curve(curve),
    }
    let fill = shape.fill.as_ref().map_or_else(|| "none".to_owned(), colour);
    let _ = write!(out, r#"<path d="{}" fill="{fill}""#, pen.path);
    if let Some(stroke) = &shape.stroke {
        let (ink, width) = (colour(&stroke.paint), short(stroke.thickness.to_pt()));
        let _ = write!(out, r#" stroke="{ink}" stroke-width="{width}" stroke-linejoin="round""#);
    }
    out.push_str("/>");
}

fn letters(out: &mut String, text: &TextItem, at: Point) {
    let scale = text.size.to_pt() / text.font.units_per_em();
    let mut pen = Pen::new(at, scale);
    let mut here = at;
    for glyph in &text.glyphs {
        pen.at = here + Point::new(glyph.x_offset.at(text.size), -glyph.y_offset.at(text.size));
        text.font.ttf().outline_glyph(GlyphId(glyph.id), &mut pen);
        here.x += glyph.x_advance.at(text.size);
        here.y -= glyph.y_advance.at(text.size);
    }
    if !pen.path.is_empty() {
        let _ = write!(out, r#"<path d="{}" fill="{}"/>"#, pen.path, colour(&text.fill));
    }
}

/// Writes a path. Letters are drawn in the units of their font, upwards.
struct Pen {
    path: String,
    at: Point,
    /// Points to a unit of the font.
    scale: f64,
}

impl Pen {
    fn new(at: Point, scale: f64) -> Self {
        Self { path: String::new(), at, scale }
    }

    fn point(&mut self, command: char, to: Point) {
        let to = self.at + to;
        let _ = write!(self.path, "{command}{} {}", short(to.x.to_pt()), short(to.y.to_pt()));
    }

    fn curve(&mut self, curve: &Curve) {
        for item in &curve.0 {
            match item {
                CurveItem::Move(to) => self.point('M', *to),
                CurveItem::Line(to) => self.point('L', *to),
                CurveItem::Cubic(a, b, to) => {
                    self.point('C', *a);
                    self.point(' ', *b);
                    self.point(' ', *to);
                }
                CurveItem::Close => self.path.push('Z'),
            }
        }
    }

    fn unit(&mut self, command: char, x: f32, y: f32) {
        let (x, y) = (f64::from(x) * self.scale, f64::from(y) * self.scale);
        let (x, y) = (self.at.x.to_pt() + x, self.at.y.to_pt() - y);
        let _ = write!(self.path, "{command}{} {}", short(x), short(y));
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.unit('M', x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.unit('L', x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.unit('Q', x1, y1);
        self.unit(' ', x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.unit('C', x1, y1);
        self.unit(' ', x2, y2);
        self.unit(' ', x, y);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// A length in points, to a hundredth.
fn short(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}
