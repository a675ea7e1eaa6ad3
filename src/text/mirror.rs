//! A window that runs from right to left.
//!
//! egui knows one direction. Views are therefore written once, from left to right, and the finished frame is mirrored: every
//! shape, clip and accessible place goes to the other side, and what the pointer and the arrow keys do comes back mirrored.
//! Text and pictures move as they are. So panes, rows, tables, charts, menus and scroll bars stand right to left without a
//! word in any view, as in the mirrored windows that some systems have.
//!
//! A view that paints what must not be mirrored (a map, a clock) asks [`is_mirrored`] and mirrors it once more.

use egui::epaint::{BandShape, ClippedShape, TextShape};
use egui::{
    Context, CornerRadius, CursorIcon, Event, FullOutput, Id, Key, Mesh, Plugin, Pos2, RawInput, Rect, Shape,
    TextureId, ViewportId, emath::TSTransform, pos2, vec2,
};
use std::{collections::HashMap, sync::Arc};

fn wish_id() -> Id {
    Id::unique("rencana window direction wanted")
}

fn now_id() -> Id {
    Id::unique("rencana window direction")
}

/// Says whether the window runs right to left, from the next frame on. Paragraphs without a letter of a direction then do so
/// too.
pub fn set_mirrored(ctx: &Context, rtl: bool) {
    let before = ctx.data_mut(|d| {
        let before: bool = d.get_temp(wish_id()).unwrap_or(false);
        d.insert_temp(wish_id(), rtl);
        before
    });
    if before != rtl {
        ctx.request_repaint();
    }
}

/// Whether the frame that is being drawn will be mirrored.
pub fn is_mirrored(ctx: &Context) -> bool {
    ctx.data(|d| d.get_temp(now_id())).unwrap_or(false)
}

/// Mirrors frames and input. [`super::install`] adds it.
#[derive(Default)]
pub(super) struct Mirror {
    /// The last known area of each window.
    areas: HashMap<ViewportId, Rect>,
    /// The windows that are being drawn, the innermost last, and whether each is mirrored.
    drawn: Vec<(ViewportId, bool)>,
}

impl Plugin for Mirror {
    fn debug_name(&self) -> &'static str {
        "right-to-left window"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let area = match input.screen_rect {
            Some(area) => {
                self.areas.insert(input.viewport_id, area);
                area
            }
            None => self.areas.get(&input.viewport_id).copied().unwrap_or(Rect::ZERO),
        };
        let on: bool = ctx.data(|d| d.get_temp(wish_id())).unwrap_or(false);
        if on != is_mirrored(ctx) {
            ctx.data_mut(|d| d.insert_temp(now_id(), on));
        }
        if on {
            let axis = Axis::of(area);
            input.events.iter_mut().for_each(|event| axis.event(event));
        }
        self.drawn.push((input.viewport_id, on));
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if let Some((window, true)) = self.drawn.pop() {
            // Not the area of the input: a change of zoom lies between.
            Axis::of(ctx.input_for(window, |i| i.viewport_rect())).output(output);
        }
    }
}

/// Where the left and the right side meet: the sum of an x and its mirrored one.
#[derive(Clone, Copy)]
struct Axis(f32);

impl Axis {
    fn of(window: Rect) -> Self {
        Self(window.left() + window.right())
    }

    fn x(self, x: f32) -> f32 {
        self.0 - x
    }

    fn pos(self, at: Pos2) -> Pos2 {
        pos2(self.x(at.x), at.y)
    }

    fn rect(self, rect: Rect) -> Rect {
        Rect::from_min_max(pos2(self.x(rect.right()), rect.top()), pos2(self.x(rect.left()), rect.bottom()))
    }

    fn event(self, event: &mut Event) {
        match event {
            Event::PointerMoved(pos)
            | Event::PointerButton { pos, .. }
            | Event::Touch { pos, .. }
            | Event::MiddleClickPaste { pos, .. } => *pos = self.pos(*pos),
            Event::MouseMoved(by) | Event::MouseWheel { delta: by, .. } => by.x = -by.x,
            Event::Key { key, physical_key, .. } => {
                *key = mirrored_key(*key);
                *physical_key = physical_key.map(mirrored_key);
            }
            _ => {}
        }
    }

    fn output(self, output: &mut FullOutput) {
        for clipped in &mut output.shapes {
            self.clipped(clipped);
        }
        let platform = &mut output.platform_output;
        platform.cursor_icon = mirrored_icon(platform.cursor_icon);
        if let Some(ime) = &mut platform.ime {
            ime.rect = self.rect(ime.rect);
            ime.cursor_rect = self.rect(ime.cursor_rect);
        }
        let nodes = platform.accesskit_update.iter_mut().flat_map(|update| &mut update.nodes);
        for (_, node) in nodes {
            if let Some(bounds) = node.bounds() {
                let axis = f64::from(self.0);
                let (x0, x1) = (axis - bounds.x1, axis - bounds.x0);
                node.set_bounds(egui::accesskit::Rect { x0, x1, ..bounds });
            }
        }
    }

    fn clipped(self, clipped: &mut ClippedShape) {
        clipped.clip_rect = self.rect(clipped.clip_rect);
        self.shape(&mut clipped.shape);
        let after = clipped.transform_after_tessellation;
        if after != TSTransform::IDENTITY {
            let x = self.0 - after.translation.x - after.scaling * self.0;
            clipped.transform_after_tessellation =
                TSTransform::new(vec2(x, after.translation.y), after.scaling);
        }
    }

    fn shape(self, shape: &mut Shape) {
        let points = |points: &mut [Pos2]| points.iter_mut().for_each(|p| *p = self.pos(*p));
        match shape {
            Shape::Noop => {}
            Shape::Vec(all) => all.iter_mut().for_each(|s| self.shape(s)),
            Shape::Circle(circle) => circle.center = self.pos(circle.center),
            Shape::Ellipse(ellipse) => {
                ellipse.center = self.pos(ellipse.center);
                ellipse.angle = -ellipse.angle;
            }
            Shape::LineSegment { points: ends, .. } => points(ends),
            Shape::Path(path) => points(&mut path.points),
            Shape::Band(band) => self.band(band),
            Shape::Rect(rect) => {
                rect.rect = self.rect(rect.rect);
                rect.angle = -rect.angle;
                let CornerRadius { nw, ne, sw, se } = rect.corner_radius;
                rect.corner_radius = CornerRadius { nw: ne, ne: nw, sw: se, se: sw };
            }
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => self.mesh(Arc::make_mut(mesh)),
            Shape::QuadraticBezier(curve) => points(&mut curve.points),
            Shape::CubicBezier(curve) => points(&mut curve.points),
            Shape::Callback(callback) => callback.rect = self.rect(callback.rect),
        }
    }

    /// A band is turned around the origin, so its mirrored copy is too; its samples stay sorted by x.
    fn band(self, band: &mut BandShape) {
        let axis = if band.angle == 0.0 { self.0 } else { 0.0 };
        band.points.iter_mut().for_each(|p| p.x = axis - p.x);
        band.points.reverse();
        band.angle = -band.angle;
    }

    /// Text keeps its letters and goes to the other side as a whole.
    fn text(self, text: &mut TextShape) {
        let rect = text.galley.rect;
        let turn = egui::emath::Rot2::from_angle(text.angle);
        let middle = turn * rect.center().to_vec2();
        text.pos.x = self.x(text.pos.x + middle.x) - middle.x;
    }

    /// So does a picture; a figure is mirrored.
    fn mesh(self, mesh: &mut Mesh) {
        if mesh.texture_id == TextureId::default() {
            mesh.vertices.iter_mut().for_each(|v| v.pos = self.pos(v.pos));
            return;
        }
        let by = self.x(2.0 * mesh.calc_bounds().center().x);
        mesh.vertices.iter_mut().for_each(|v| v.pos.x += by);
    }
}

/// Left is where right was.
pub(super) fn mirrored_key(key: Key) -> Key {
    match key {
        Key::ArrowLeft => Key::ArrowRight,
        Key::ArrowRight => Key::ArrowLeft,
        other => other,
    }
}

fn mirrored_icon(icon: CursorIcon) -> CursorIcon {
    use CursorIcon as I;
    match icon {
        I::ResizeNeSw => I::ResizeNwSe,
        I::ResizeNwSe => I::ResizeNeSw,
        I::ResizeEast => I::ResizeWest,
        I::ResizeWest => I::ResizeEast,
        I::ResizeNorthEast => I::ResizeNorthWest,
        I::ResizeNorthWest => I::ResizeNorthEast,
        I::ResizeSouthEast => I::ResizeSouthWest,
        I::ResizeSouthWest => I::ResizeSouthEast,
        other => other,
    }
}
