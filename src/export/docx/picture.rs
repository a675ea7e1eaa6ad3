//! Drawings as pictures in the text. Each tells those who do not see it what it shows, and stands there twice: as vectors, which
//! Word takes since 2016 and prints sharp at any size, and as pixels for all others.

use super::{
    super::{
        drawing::Scene,
        xml::{Attribute, Xml},
    },
    body::{Context, Paragraph, paragraph},
};
use crate::export::report::Align;

/// The names that a picture needs beside those of the text.
pub(super) const NAMESPACES: [Attribute<'static>; 3] = [
    ("xmlns:wp", &"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", &MAIN),
    ("xmlns:pic", &PICTURE),
];

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// The forms of a picture, by the ends of their files.
pub(super) const FORMS: [&str; 2] = ["png", "svg"];

/// By this number Word knows that a picture has vectors too ([MS-ODRAWXML] 2.2.6), and their namespace.
const VECTORS: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const VECTORS_NAMESPACE: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// The name by which the text calls the nth picture in this form.
pub(super) fn id(n: usize, form: &str) -> String {
    format!("{form}{n}")
}

/// The file of the nth picture in this form.
pub(super) fn file(n: usize, form: &str) -> String {
    format!("media/picture{}.{form}", n + 1)
}

/// A length in points as Word counts lengths of drawings (12,700 to a point).
#[allow(clippy::cast_possible_truncation, reason = "lengths of paper are small")]
fn emu(points: f32) -> i64 {
    (f64::from(points) * 12_700.0).round() as i64
}

/// Writes a paragraph with the next picture.
pub(super) fn picture(x: &mut Xml, cx: &mut Context<'_>, scene: &Scene) {
    let n = cx.pictures;
    cx.pictures += 1;
    let (width, height) = (emu(scene.width), emu(scene.height));
    let (number, name) = (n + 1, format!("Drawing {}", n + 1));
    let [pixels, vectors] = FORMS.map(|form| id(n, form));
    let called: [Attribute<'_>; 3] = [("id", &number), ("name", &name), ("descr", &scene.alt)];
    let size: [Attribute<'_>; 2] = [("cx", &width), ("cy", &height)];
    paragraph(x, &Paragraph { side: Align::Center, ..Paragraph::default() }, |x| {
        x.within("w:r", &[], |x| {
            x.within("w:drawing", &[], |x| {
                let around: [Attribute<'_>; 4] =
                    [("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)];
                x.within("wp:inline", &around, |x| {
                    x.empty("wp:extent", &size);
                    x.empty("wp:docPr", &called);
                    x.raw(r#"<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>"#);
                    x.within("a:graphic", &[], |x| {
                        x.within("a:graphicData", &[("uri", &PICTURE)], |x| {
                            x.within("pic:pic", &[], |x| {
                                x.within("pic:nvPicPr", &[], |x| {
                                    x.empty("pic:cNvPr", &called);
                                    x.raw("<pic:cNvPicPr/>");
                                });
                                x.within("pic:blipFill", &[], |x| {
                                    x.within("a:blip", &[("r:embed", &pixels)], |x| {
                                        x.within("a:extLst", &[], |x| {
                                            x.within("a:ext", &[("uri", &VECTORS)], |x| {
                                                let named = ("xmlns:asvg", &VECTORS_NAMESPACE as _);
                                                x.empty("asvg:svgBlip", &[named, ("r:embed", &vectors)]);
                                            });
                                        });
                                    });
                                    x.raw("<a:stretch><a:fillRect/></a:stretch>");
                                });
                                x.within("pic:spPr", &[], |x| {
                                    x.within("a:xfrm", &[], |x| {
                                        x.raw(r#"<a:off x="0" y="0"/>"#);
                                        x.empty("a:ext", &size);
                                    });
                                    x.raw(r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>"#);
                                });
                            });
                        });
                    });
                });
            });
        });
    });
}
