//! The kawung motif of Yogyakarta batik: four ellipses around a point, repeated on a diagonal grid.

use egui::{Color32, Painter, Rect, Stroke, epaint::EllipseShape, pos2, vec2};
use std::f32::consts::FRAC_PI_4;

/// Paints the motif over a rectangle, `step` points from point to point, fading out towards its lower edge, and over the last
/// `fade` points towards its left one. Give it a faint colour.
pub fn kawung(painter: &Painter, rect: Rect, step: f32, fade: f32, color: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let petal = step * 0.25;
    let mut y = rect.top();
    let mut is_odd = false;
    while y < rect.bottom() + step {
        let downwards = (1.0 - (y - rect.top()) / rect.height()).clamp(0.0, 1.0);
        let mut x = rect.left() + if is_odd { step * 0.5 } else { 0.0 };
        while x < rect.right() + step {
            let across = if fade > 0.0 { ((x - rect.left()) / fade).clamp(0.0, 1.0) } else { 1.0 };
            let faded = color.gamma_multiply(downwards * across);
            for (dx, dy) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
                painter.add(EllipseShape {
                    center: pos2(x + dx * petal * 0.5, y + dy * petal * 0.5),
                    radius: vec2(petal * 0.3, petal * 0.62),
                    fill: faded,
                    stroke: Stroke::NONE,
                    angle: if dx * dy > 0.0 { -FRAC_PI_4 } else { FRAC_PI_4 },
                });
            }
            painter.circle_filled(pos2(x, y), step * 0.025, faded);
            x += step;
        }
        y += step * 0.5;
        is_odd = !is_odd;
    }
}
