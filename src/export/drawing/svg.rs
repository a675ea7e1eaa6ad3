//! Drawings for the web page: shapes as SVG inside the page, words as its own text, which the browser breaks within their room.

use super::{Frame, Scene, Shape};
use crate::export::{
    report::{Align, Line},
    xml::{Attribute, Xml},
};

/// Writes a scene; `words` writes a paragraph of it.
pub(in crate::export) fn scene(x: &mut Xml, scene: &Scene, words: impl Fn(&mut Xml, &Line)) {
    let view = format!("0 0 {} {}", short(scene.width), short(scene.height));
    let drawing: [Attribute<'_>; 4] =
        [("class", &"drawing"), ("viewBox", &view), ("role", &"img"), ("aria-label", &scene.alt)];
    x.within("svg", &drawing, |x| {
        x.with_text("title", &[], &scene.alt);
        scene.shapes.iter().for_each(|s| shape(x, s, &words));
    });
}

fn shape(x: &mut Xml, shape: &Shape, words: &impl Fn(&mut Xml, &Line)) {
    match shape {
        Shape::Box { at, fill, edge, radius } => {
            let [left, top, width, height] = numbers(at);
            let (fill, radius) = (fill.hex(), short(*radius));
            let place: [Attribute<'_>; 6] = [
                ("x", &left),
                ("y", &top),
                ("width", &width),
                ("height", &height),
                ("rx", &radius),
                ("fill", &fill),
            ];
            let edge = edge.map(|edge| edge.hex());
            let line = edge.iter().flat_map(|e| [("stroke", e as _), ("stroke-width", &"0.7" as _)]);
            x.empty("rect", &place.into_iter().chain(line).collect::<Vec<_>>());
        }
        Shape::Path { points, ink, width } => {
            let (points, ink) = (list(points), ink.hex());
            let line: [Attribute<'_>; 4] =
                [("points", &points), ("fill", &"none"), ("stroke", &ink), ("stroke-width", width)];
            x.empty("polyline", &line);
        }
        Shape::Area { points, fill } => {
            x.empty("polygon", &[("points", &list(points)), ("fill", &fill.hex())]);
        }
        Shape::Words { at, lines, size, ink, strong, side, middle } => {
            let [left, top, width, height] = numbers(at);
            let (size, ink) = (short(*size), ink.hex());
            let weight = if *strong { "700" } else { "400" };
            let place: [Attribute<'_>; 7] = [
                ("x", &left),
                ("y", &top),
                ("width", &width),
                ("height", &height),
                ("font-size", &size),
                ("font-weight", &weight),
                ("color", &ink),
            ];
            let class = match (side, middle) {
                (Align::Start, true) => "start",
                (Align::Start, false) => "start top",
                (Align::Center, _) => "center",
                (Align::End, _) => "end",
            };
            x.within("foreignObject", &place, |x| {
                let block: [Attribute<'_>; 2] =
                    [("xmlns", &"http://www.w3.org/1999/xhtml"), ("class", &class)];
                x.within("div", &block, |x| lines.iter().for_each(|l| words(x, l)));
            });
        }
    }
}

fn numbers(at: &Frame) -> [String; 4] {
    [at.x, at.y, at.width, at.height].map(short)
}

/// A length with no more digits than an eye can tell.
fn short(length: f32) -> String {
    format!("{:.1}", length).trim_end_matches(".0").to_owned()
}

fn list(points: &[[f32; 2]]) -> String {
    let points: Vec<_> = points.iter().map(|[x, y]| format!("{},{}", short(*x), short(*y))).collect();
    points.join(" ")
}
