//! Sheets of paper, in twentieths of a point (twips), as the PDF has them.

use super::super::xml::{Attribute, Xml};

/// A way to lay the sheet.
pub(super) struct Page {
    width: i32,
    height: i32,
    side: i32,
    top: i32,
    bottom: i32,
    turned: bool,
    /// The relation of the head of its pages.
    pub head: &'static str,
    /// The relation of the foot of its pages.
    pub foot: &'static str,
}

/// The relation of the foot of the cover.
pub(super) const COVER_FOOT: &str = "footCover";

/// A4, upright.
pub(super) const PORTRAIT: Page = Page {
    width: 11906,
    height: 16838,
    side: 1134,
    top: 1361,
    bottom: 1134,
    turned: false,
    head: "headPortrait",
    foot: "footPortrait",
};

/// A4 on its long side, for wide tables.
pub(super) const LANDSCAPE: Page = Page {
    width: 16838,
    height: 11906,
    side: 907,
    top: 1247,
    bottom: 1021,
    turned: true,
    head: "headLandscape",
    foot: "footLandscape",
};

impl Page {
    /// The page for a section.
    pub fn of(wide: bool) -> &'static Self {
        if wide { &LANDSCAPE } else { &PORTRAIT }
    }

    /// The room for text between the margins.
    pub const fn text_width(&self) -> i32 {
        self.width - 2 * self.side
    }

    /// Writes the properties of a section on such pages; the cover has no head and a foot of its own.
    pub fn section(&self, x: &mut Xml, cover: bool, rtl: bool) {
        x.within("w:sectPr", &[], |x| {
            let mut named = |name, id: &'static str| {
                x.empty(name, &[("w:type", &"default"), ("r:id", &id)]);
            };
            if cover {
                named("w:footerReference", COVER_FOOT);
            } else {
                named("w:headerReference", self.head);
                named("w:footerReference", self.foot);
            }
            let size: [Attribute<'_>; 3] =
                [("w:w", &self.width), ("w:h", &self.height), ("w:orient", &"landscape")];
            x.empty("w:pgSz", if self.turned { &size } else { &size[..2] });
            x.empty(
                "w:pgMar",
                &[
                    ("w:top", &self.top),
                    ("w:right", &self.side),
                    ("w:bottom", &self.bottom),
                    ("w:left", &self.side),
                    ("w:header", &680),
                    ("w:footer", &567),
                    ("w:gutter", &0),
                ],
            );
            if rtl {
                x.empty("w:bidi", &[]);
            }
        });
    }
}
