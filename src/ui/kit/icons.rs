//! Small signs, drawn by code: no font has to have them, and they follow the theme.

use crate::text;
use egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Something new.
    Plus,
    /// Less.
    Minus,
    /// Away with it.
    Cross,
    /// Up in the order.
    Up,
    /// Down in the order.
    Down,
    /// Closed; opens to the side.
    Right,
    /// Out of what it is a part of; back.
    Left,
    /// More can be done.
    More,
    /// It is so.
    Check,
    /// Look here.
    Triangle,
    /// Stop.
    Octagon,
    /// By the way.
    Dot,
    /// Where plans are kept.
    Folder,
    /// A document.
    Page,
    /// The start.
    Home,
    /// Find.
    Lens,
    /// A moment.
    Diamond,
    /// Learned in the programme.
    Star,
    /// Days of a month.
    Calendar,
    /// Somebody said something.
    Bubble,
}

/// Paints a sign into a square.
pub fn paint_icon(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let side = rect.width().min(rect.height());
    let c = rect.center();
    // Signs that point nowhere look alike in both directions: those are mirrored twice.
    let is_upright = matches!(icon, Icon::Check | Icon::Lens | Icon::Page | Icon::Folder);
    let way = if is_upright && text::is_mirrored(painter.ctx()) { -1.0 } else { 1.0 };
    let p = |x: f32, y: f32| -> Pos2 { c + vec2(x * way, y) * side };
    let stroke = Stroke::new((side * 0.1).max(1.2), color);
    let line = |points: Vec<Pos2>| painter.add(Shape::line(points, stroke));
    let closed = |points: Vec<Pos2>| painter.add(Shape::closed_line(points, stroke));
    let solid = |points: Vec<Pos2>| painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
    match icon {
        Icon::Plus => {
            line(vec![p(-0.32, 0.0), p(0.32, 0.0)]);
            line(vec![p(0.0, -0.32), p(0.0, 0.32)]);
        }
        Icon::Minus => {
            line(vec![p(-0.32, 0.0), p(0.32, 0.0)]);
        }
        Icon::Cross => {
            line(vec![p(-0.26, -0.26), p(0.26, 0.26)]);
            line(vec![p(-0.26, 0.26), p(0.26, -0.26)]);
        }
        Icon::Up => {
            line(vec![p(-0.28, 0.14), p(0.0, -0.16), p(0.28, 0.14)]);
        }
        Icon::Down => {
            line(vec![p(-0.28, -0.14), p(0.0, 0.16), p(0.28, -0.14)]);
        }
        Icon::Right => {
            line(vec![p(-0.12, -0.26), p(0.16, 0.0), p(-0.12, 0.26)]);
        }
        Icon::Left => {
            line(vec![p(0.12, -0.26), p(-0.16, 0.0), p(0.12, 0.26)]);
        }
        Icon::More => {
            for x in [-0.28, 0.0, 0.28] {
                painter.circle_filled(p(x, 0.0), side * 0.08, color);
            }
        }
        Icon::Check => {
            line(vec![p(-0.3, 0.02), p(-0.08, 0.24), p(0.32, -0.22)]);
        }
        Icon::Triangle => {
            solid(vec![p(0.0, -0.38), p(0.42, 0.34), p(-0.42, 0.34)]);
        }
        Icon::Octagon => {
            let corner = |i: u8| std::f32::consts::TAU * (f32::from(i) + 0.5) / 8.0;
            solid((0..8).map(|i| p(0.42 * corner(i).cos(), 0.42 * corner(i).sin())).collect());
        }
        Icon::Dot => {
            painter.circle_stroke(c, side * 0.26, stroke);
        }
        Icon::Folder => {
            closed(vec![
                p(-0.36, -0.26),
                p(-0.08, -0.26),
                p(0.0, -0.14),
                p(0.36, -0.14),
                p(0.36, 0.28),
                p(-0.36, 0.28),
            ]);
        }
        Icon::Page => {
            closed(vec![p(-0.26, -0.38), p(0.1, -0.38), p(0.28, -0.2), p(0.28, 0.38), p(-0.26, 0.38)]);
            line(vec![p(-0.1, -0.02), p(0.12, -0.02)]);
            line(vec![p(-0.1, 0.16), p(0.12, 0.16)]);
        }
        Icon::Home => {
            line(vec![p(-0.38, 0.02), p(0.0, -0.34), p(0.38, 0.02)]);
            line(vec![p(-0.26, -0.06), p(-0.26, 0.34), p(0.26, 0.34), p(0.26, -0.06)]);
        }
        Icon::Lens => {
            painter.circle_stroke(p(-0.08, -0.08), side * 0.24, stroke);
            line(vec![p(0.1, 0.1), p(0.34, 0.34)]);
        }
        Icon::Diamond => {
            solid(vec![p(0.0, -0.38), p(0.38, 0.0), p(0.0, 0.38), p(-0.38, 0.0)]);
        }
        Icon::Calendar => {
            closed(vec![p(-0.38, -0.28), p(0.38, -0.28), p(0.38, 0.38), p(-0.38, 0.38)]);
            line(vec![p(-0.38, -0.06), p(0.38, -0.06)]);
            for x in [-0.18, 0.18] {
                line(vec![p(x, -0.42), p(x, -0.2)]);
            }
        }
        Icon::Bubble => {
            let room = Rect::from_two_pos(p(-0.42, -0.36), p(0.42, 0.2));
            painter.rect_filled(room, side * 0.16, color);
            solid(vec![p(-0.22, 0.16), p(0.06, 0.16), p(-0.24, 0.42)]);
        }
        Icon::Star => {
            // Five points, as one mesh: a star is not convex.
            let corner = |i: u8| {
                let angle = f32::from(i) * std::f32::consts::PI / 5.0 - std::f32::consts::FRAC_PI_2;
                let radius = if i.is_multiple_of(2) { 0.46 } else { 0.21 };
                p(angle.cos() * radius, angle.sin() * radius + 0.03)
            };
            let mut star = egui::Mesh::default();
            star.colored_vertex(p(0.0, 0.03), color);
            (0..=10).for_each(|i| star.colored_vertex(corner(i), color));
            (1..=10).for_each(|i| star.add_triangle(0, i, i + 1));
            painter.add(star);
            // A mesh has hard edges: a fine line of the same colour softens them.
            let edge = (0..10).map(corner).collect();
            painter.add(Shape::closed_line(edge, Stroke::new(0.8, color)));
        }
    }
}

/// A sign in the row of text, of this size in points; for a screen reader it is silent.
pub fn icon(ui: &mut Ui, icon: Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint_icon(ui.painter(), rect, icon, color);
    response
}

/// A button that shows a sign; `name` is its accessible name and what it says when the pointer rests on it.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let visuals = ui.style().interact(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect(
            rect,
            visuals.corner_radius,
            visuals.weak_bg_fill,
            visuals.bg_stroke,
            egui::StrokeKind::Inside,
        );
    }
    let t = super::tokens(ui);
    // What is disabled is painted paler still.
    let color = if !ui.is_enabled() {
        t.ink_soft.gamma_multiply(0.7)
    } else if response.hovered() {
        t.indigo
    } else {
        t.ink_soft
    };
    let inner = Rect::from_center_size(pos2(rect.center().x, rect.center().y), Vec2::splat(14.0));
    paint_icon(ui.painter(), inner, icon, color);
    super::widgets::hint(response, name)
}
