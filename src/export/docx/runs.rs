//! Text as Word wants it: cut into runs of one script and one direction, each with its font and language.

use super::super::xml::{Attribute, Xml};
use unicode_bidi::{BidiInfo, Level};

/// A script with the faces that draw it: ours, and one that comes with Windows for readers who lack it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Script {
    /// The family of Noto.
    pub face: &'static str,
    /// A family of Windows 10 and later.
    pub windows: &'static str,
    /// Whether Word counts it among the complex scripts, which have sizes and weights of their own.
    pub complex: bool,
    blocks: &'static [(char, char)],
}

/// Latin, Greek and Cyrillic letters, and every sign that no other script claims.
pub(super) const LATIN: &Script =
    &Script { face: "Noto Sans", windows: "Segoe UI", complex: false, blocks: &[] };

const fn complex(face: &'static str, windows: &'static str, blocks: &'static [(char, char)]) -> Script {
    Script { face, windows, complex: true, blocks }
}

/// The other scripts of the fonts that ship, by their blocks in Unicode 16.
pub(super) const SCRIPTS: &[Script] = &[
    complex(
        "Noto Sans Arabic",
        "Segoe UI",
        &[
            ('\u{600}', '\u{6ff}'),
            ('\u{750}', '\u{77f}'),
            ('\u{870}', '\u{8ff}'),
            ('\u{fb50}', '\u{fdff}'),
            ('\u{fe70}', '\u{fefc}'),
        ],
    ),
    complex(
        "Noto Sans Devanagari",
        "Nirmala UI",
        &[('\u{900}', '\u{97f}'), ('\u{1cd0}', '\u{1cff}'), ('\u{a8e0}', '\u{a8ff}')],
    ),
    complex("Noto Sans Bengali", "Nirmala UI", &[('\u{980}', '\u{9ff}')]),
    complex("Noto Sans Tamil", "Nirmala UI", &[('\u{b80}', '\u{bff}')]),
    complex("Noto Sans Sinhala", "Nirmala UI", &[('\u{d80}', '\u{dff}')]),
    complex("Noto Sans Lao", "Leelawadee UI", &[('\u{e80}', '\u{eff}')]),
    complex("Noto Serif Tibetan", "Microsoft Himalaya", &[('\u{f00}', '\u{fff}')]),
    complex(
        "Noto Sans Myanmar",
        "Myanmar Text",
        &[('\u{1000}', '\u{109f}'), ('\u{a9e0}', '\u{a9ff}'), ('\u{aa60}', '\u{aa7f}')],
    ),
];

/// The script of a character, or nothing for one that goes with its neighbours.
fn script_of(c: char) -> Option<&'static Script> {
    let shared = c.is_whitespace()
        || matches!(c, '\u{964}' | '\u{965}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    if shared {
        return None;
    }
    let holds = |s: &&Script| s.blocks.iter().any(|(a, b)| (*a..=*b).contains(&c));
    Some(SCRIPTS.iter().find(holds).unwrap_or(LATIN))
}

/// Text of one script and one direction.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub script: &'static Script,
    pub rtl: bool,
}

/// Cuts a text of this direction where script or direction change; the pieces together are the text.
pub(super) fn pieces(text: &str, rtl: bool) -> Vec<Piece<'_>> {
    let level = if rtl { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(text, Some(level));
    let first = text.chars().find_map(script_of).unwrap_or(LATIN);
    let mut pieces = Vec::new();
    let (mut from, mut now) = (0, (first, None));
    for (at, c) in text.char_indices() {
        let rtl = bidi.levels.get(at).is_some_and(Level::is_rtl);
        let this = (script_of(c).unwrap_or(now.0), Some(rtl));
        if now != this {
            if let (script, Some(rtl)) = now {
                pieces.push(Piece { text: &text[from..at], script, rtl });
            }
            (from, now) = (at, this);
        }
    }
    if let (script, Some(rtl)) = now {
        pieces.push(Piece { text: &text[from..], script, rtl });
    }
    pieces
}

/// Whether a text itself runs from right to left, by its first letter.
pub(super) fn runs_rtl(text: &str) -> bool {
    unicode_bidi::get_base_direction(text) == unicode_bidi::Direction::Rtl
}

/// How a run looks beside what its script asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look<'a> {
    /// A style of characters; empty: none.
    pub style: &'static str,
    /// A colour such as `27408B`; empty: the style's.
    pub colour: &'static str,
    /// The language; empty: the document's.
    pub lang: &'a str,
}

/// Writes a text as runs; line ends and tabs stay.
pub(super) fn runs(x: &mut Xml, text: &str, rtl: bool, look: Look<'_>) {
    for piece in pieces(text, rtl) {
        x.within("w:r", &[], |x| {
            properties(x, &piece, look);
            characters(x, piece.text);
        });
    }
}

/// The properties of a run in the order of the schema.
fn properties(x: &mut Xml, piece: &Piece<'_>, look: Look<'_>) {
    let (complex, rtl) = (piece.script.complex, piece.rtl);
    if look.style.is_empty() && look.colour.is_empty() && look.lang.is_empty() && !complex && !rtl {
        return;
    }
    x.within("w:rPr", &[], |x| {
        if !look.style.is_empty() {
            x.empty("w:rStyle", &[("w:val", &look.style)]);
        }
        if complex || rtl {
            let face = &piece.script.face;
            let fonts: [Attribute<'_>; 4] =
                [("w:hint", &"cs"), ("w:ascii", face), ("w:hAnsi", face), ("w:cs", face)];
            x.empty("w:rFonts", &fonts);
        }
        if !look.colour.is_empty() {
            x.empty("w:color", &[("w:val", &look.colour)]);
        }
        if rtl {
            x.empty("w:rtl", &[]);
        }
        if complex {
            x.empty("w:cs", &[]);
        }
        if !look.lang.is_empty() {
            let tag = with_region(look.lang);
            x.empty("w:lang", &[("w:val", &tag), ("w:bidi", &tag)]);
        }
    });
}

fn characters(x: &mut Xml, text: &str) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            x.empty("w:br", &[]);
        }
        for (i, part) in line.split('\t').enumerate() {
            if i > 0 {
                x.empty("w:tab", &[]);
            }
            if !part.is_empty() {
                x.with_text("w:t", &[("xml:space", &"preserve")], part);
            }
        }
    }
}

/// A language tag with the region that office programs expect for their dictionaries, where the tag names none.
pub(super) fn with_region(tag: &str) -> String {
    const REGIONS: &[(&str, &str)] = &[
        ("bn", "BD"),
        ("dz", "BT"),
        ("en", "GB"),
        ("fa", "IR"),
        ("id", "ID"),
        ("lo", "LA"),
        ("my", "MM"),
        ("ne", "NP"),
        ("prs", "AF"),
        ("ps", "AF"),
        ("si", "LK"),
        ("ta", "LK"),
        ("tpi", "PG"),
        ("ur", "PK"),
        ("vi", "VN"),
    ];
    match REGIONS.iter().find(|(lang, _)| *lang == tag) {
        Some((lang, region)) => format!("{lang}-{region}"),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_where_script_or_direction_change() {
        let check = |text: &str, rtl: bool, expected: &[(&str, &str, bool)]| {
            let found = pieces(text, rtl);
            let found: Vec<_> = found.iter().map(|p| (p.text, p.script.face, p.rtl)).collect();
            assert_eq!(found, expected, "{text}");
        };
        let (latin, arabic, devanagari) = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari");
        check("", false, &[]);
        check("weaving 2017", false, &[("weaving 2017", latin, false)]);
        check("सन् 2017 (MSME)", false, &[("सन् ", devanagari, false), ("2017 (MSME)", latin, false)]);
        check("می\u{200c}شود", true, &[("می\u{200c}شود", arabic, true)]);
        check(
            "سال 2017 است",
            true,
            &[("سال ", arabic, true), ("2017", latin, false), (" ", latin, true), ("است", arabic, true)],
        );
        check("Kế hoạch", false, &[("Kế hoạch", latin, false)]);
        check("a سال", false, &[("a ", latin, false), ("سال", arabic, true)]);
    }

    #[test]
    fn every_shipped_script_but_emoji_and_nastaliq_has_its_face() {
        use crate::locale::fonts;
        let spare = [fonts::EMOJI, fonts::NASTALIQ];
        for face in fonts::all().iter().filter(|f| !f.bold && !spare.contains(&f.script)) {
            assert!(SCRIPTS.iter().chain([LATIN]).any(|s| s.face == face.name), "{}", face.name);
        }
    }

    #[test]
    fn white_space_and_line_ends_stay() {
        let mut x = Xml::new("");
        runs(&mut x, " a\n\tb ", false, Look::default());
        let space = " xml:space=\"preserve\"";
        assert_eq!(x.finish(), format!("<w:r><w:t{space}> a</w:t><w:br/><w:tab/><w:t{space}>b </w:t></w:r>"));
    }
}
