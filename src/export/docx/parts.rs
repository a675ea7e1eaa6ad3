//! The parts of a Word file beside the text: styles, fonts, numbering, settings, properties, heads and feet of pages.

use super::{
    super::{
        Report, Source,
        forms::cut_text,
        xml::{Attribute, DECLARATION, Xml},
    },
    body::{Context, Paragraph, paragraph},
    page::{LANDSCAPE, PORTRAIT, Page},
    picture,
    runs::{LATIN, Look, SCRIPTS, pieces, runs, runs_rtl, with_region},
};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The names that the main part and the heads and feet need.
pub(super) const NAMESPACES: &[Attribute<'static>] = &[("xmlns:w", &MAIN), ("xmlns:r", &RELATIONS)];

/// A part that the document names: its kind, its file and whether it may stand in several copies.
struct Part {
    id: &'static str,
    kind: &'static str,
    file: &'static str,
}

const fn part(id: &'static str, kind: &'static str, file: &'static str) -> Part {
    Part { id, kind, file }
}

const PARTS: &[Part] = &[
    part("styles", "styles", "styles.xml"),
    part("settings", "settings", "settings.xml"),
    part("numbering", "numbering", "numbering.xml"),
    part("fonts", "fontTable", "fontTable.xml"),
    part(PORTRAIT.head, "header", "header1.xml"),
    part(LANDSCAPE.head, "header", "header2.xml"),
    part(PORTRAIT.foot, "footer", "footer1.xml"),
    part(LANDSCAPE.foot, "footer", "footer2.xml"),
    part(super::page::COVER_FOOT, "footer", "footer3.xml"),
];

/// Every part but the document itself, the list of contents first as the container asks.
pub(super) fn all(report: &Report, source: &Source<'_>, cx: &Context<'_>) -> Vec<(String, Vec<u8>)> {
    let word = |name: &str| format!("word/{name}");
    [
        ("[Content_Types].xml".to_owned(), content_types()),
        ("_rels/.rels".to_owned(), package_relations()),
        ("docProps/core.xml".to_owned(), core(report, source)),
        ("docProps/app.xml".to_owned(), app()),
        (word("_rels/document.xml.rels"), document_relations(cx)),
        (word("styles.xml"), styles(report)),
        (word("settings.xml"), settings(report)),
        (word("numbering.xml"), numbering()),
        (word("fontTable.xml"), fonts()),
        (word("header1.xml"), head(report)),
        (word("header2.xml"), head(report)),
        (word("footer1.xml"), foot(report, &PORTRAIT)),
        (word("footer2.xml"), foot(report, &LANDSCAPE)),
        (word("footer3.xml"), cover_foot(report)),
    ]
    .into_iter()
    .map(|(name, part)| (name, part.finish().into_bytes()))
    .collect()
}

fn document(root: &'static str, names: &[Attribute<'_>], inside: impl FnOnce(&mut Xml)) -> Xml {
    let mut x = Xml::new(DECLARATION);
    x.within(root, names, inside);
    x
}

fn content_types() -> Xml {
    let namespace = format!("{PACKAGE}/content-types");
    document("Types", &[("xmlns", &namespace)], |x| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        x.empty("Default", &[("Extension", &"rels"), ("ContentType", &relations)]);
        x.empty("Default", &[("Extension", &"xml"), ("ContentType", &"application/xml")]);
        x.empty("Default", &[("Extension", &"png"), ("ContentType", &"image/png")]);
        x.empty("Default", &[("Extension", &"svg"), ("ContentType", &"image/svg+xml")]);
        let word =
            |kind: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
        let mut named = |name: &str, kind: String| {
            x.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        };
        named("/word/document.xml", word("document.main"));
        for part in PARTS {
            named(&format!("/word/{}", part.file), word(part.kind));
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        named("/docProps/core.xml", core.to_owned());
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        named("/docProps/app.xml", app.to_owned());
    })
}

fn relation(x: &mut Xml, id: &str, kind: &str, target: &str) {
    x.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
}

fn package_relations() -> Xml {
    let namespace = format!("{PACKAGE}/relationships");
    document("Relationships", &[("xmlns", &namespace)], |x| {
        relation(x, "document", &format!("{RELATIONS}/officeDocument"), "word/document.xml");
        relation(x, "core", &format!("{namespace}/metadata/core-properties"), "docProps/core.xml");
        relation(x, "app", &format!("{RELATIONS}/extended-properties"), "docProps/app.xml");
    })
}

fn document_relations(cx: &Context<'_>) -> Xml {
    let namespace = format!("{PACKAGE}/relationships");
    document("Relationships", &[("xmlns", &namespace)], |x| {
        for part in PARTS {
            relation(x, part.id, &format!("{RELATIONS}/{}", part.kind), part.file);
        }
        let kind = format!("{RELATIONS}/image");
        for n in 0..cx.pictures {
            for form in picture::FORMS {
                relation(x, &picture::id(n, form), &kind, &picture::file(n, form));
            }
        }
        let kind = format!("{RELATIONS}/hyperlink");
        for (i, link) in cx.links.iter().enumerate() {
            let id = link_id(i);
            let external = [("Target", link as _), ("TargetMode", &"External" as _)];
            x.empty("Relationship", &[&[("Id", &id as _), ("Type", &kind as _)][..], &external].concat());
        }
    })
}

/// The name by which the text calls the nth address outside.
pub(super) fn link_id(n: usize) -> String {
    format!("link{n}")
}

fn core(report: &Report, source: &Source<'_>) -> Xml {
    let names: &[Attribute<'_>] = &[
        ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    document("cp:coreProperties", names, |x| {
        x.with_text("dc:title", &[], &report.name);
        x.with_text("dc:creator", &[], &report.authors.join("; "));
        x.with_text("dc:language", &[], &report.lang);
        let day = source.options.day;
        let time = format!("{:04}-{:02}-{:02}T00:00:00Z", day.year(), day.month(), day.day());
        for name in ["dcterms:created", "dcterms:modified"] {
            x.with_text(name, &[("xsi:type", &"dcterms:W3CDTF")], &time);
        }
    })
}

fn app() -> Xml {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    document("Properties", &[("xmlns", &namespace)], |x| x.with_text("Application", &[], "Rencana"))
}

fn styles(report: &Report) -> Xml {
    document("w:styles", &[("xmlns:w", &MAIN)], |x| {
        x.within("w:docDefaults", &[], |x| {
            x.within("w:rPrDefault", &[], |x| {
                x.within("w:rPr", &[], |x| {
                    let face = LATIN.face;
                    let complex = main_complex_face(report);
                    let faces: [Attribute<'_>; 4] =
                        [("w:ascii", &face), ("w:hAnsi", &face), ("w:eastAsia", &face), ("w:cs", &complex)];
                    x.empty("w:rFonts", &faces);
                    x.raw(r#"<w:sz w:val="20"/><w:szCs w:val="20"/>"#);
                    let tag = with_region(&report.lang);
                    x.empty("w:lang", &[("w:val", &tag), ("w:bidi", &tag)]);
                });
            });
            x.raw("<w:pPrDefault/>");
        });
        x.raw(include_str!("../../../assets/templates/word-styles.xml"));
    })
}

/// The face for complex scripts that the document names as its usual one: that of the first such letter in the titles.
fn main_complex_face(report: &Report) -> &'static str {
    let titles = report.cover.title.iter().flat_map(|l| pieces(&l.text, l.rtl));
    let mut complex = titles.map(|p| p.script).filter(|s| s.complex);
    complex.next().map_or(SCRIPTS[0].face, |s| s.face)
}

fn fonts() -> Xml {
    document("w:fonts", &[("xmlns:w", &MAIN)], |x| {
        for script in [LATIN].into_iter().chain(SCRIPTS) {
            x.within("w:font", &[("w:name", &script.face)], |x| {
                // Readers without our fonts are led to one that their system has.
                x.empty("w:altName", &[("w:val", &script.windows)]);
                x.raw(r#"<w:family w:val="swiss"/><w:pitch w:val="variable"/>"#);
            });
        }
    })
}

fn numbering() -> Xml {
    document("w:numbering", &[("xmlns:w", &MAIN)], |x| {
        x.raw(concat!(
            r#"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>"#,
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>"#,
            r#"<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>"#,
            r#"<w:pPr><w:ind w:left="737" w:hanging="737"/></w:pPr></w:lvl></w:abstractNum>"#,
            r#"<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>"#,
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>"#,
            r#"<w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/>"#,
            r#"<w:pPr><w:ind w:left="170" w:hanging="170"/></w:pPr></w:lvl></w:abstractNum>"#,
            r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
            r#"<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#,
        ));
    })
}

fn settings(report: &Report) -> Xml {
    document("w:settings", &[("xmlns:w", &MAIN)], |x| {
        x.raw(concat!(
            r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>"#,
            r#"<w:characterSpacingControl w:val="doNotCompress"/>"#,
            r#"<w:compat><w:compatSetting w:name="compatibilityMode" "#,
            r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
        ));
        let tag = with_region(&report.lang);
        x.empty("w:themeFontLang", &[("w:val", &tag), ("w:bidi", &tag)]);
        x.raw(r#"<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>"#);
    })
}

/// The title above every page.
fn head(report: &Report) -> Xml {
    document("w:hdr", NAMESPACES, |x| {
        if let Some(title) = report.cover.title.first() {
            let text = cut_text(&title.text.replace('\n', " "), 90, 400);
            let at = Paragraph { style: "Header", rtl: title.rtl, ..Paragraph::default() };
            paragraph(x, &at, |x| runs(x, &text, title.rtl, Look { lang: &title.lang, ..Look::default() }));
        }
    })
}

/// The day, and the number of the page at the other side; in the direction of the words themselves, since numbers and
/// fields beside words of another direction would change places.
fn foot(report: &Report, page: &Page) -> Xml {
    document("w:ftr", NAMESPACES, |x| {
        let rtl = runs_rtl(&report.words["report-page"]);
        let at = Paragraph { style: "Footer", rtl, tab_at: page.text_width(), ..Paragraph::default() };
        paragraph(x, &at, |x| {
            let say = |x: &mut Xml, text: &str| runs(x, text, rtl, Look::default());
            say(x, &format!("{}\t{} ", report.day, report.words["report-page"]));
            field(x, "PAGE");
            say(x, " / ");
            field(x, "NUMPAGES");
        });
    })
}

fn cover_foot(report: &Report) -> Xml {
    document("w:ftr", NAMESPACES, |x| {
        let rtl = runs_rtl(&report.words["report-prepared-on"]);
        let at = Paragraph { style: "Footer", rtl, ..Paragraph::default() };
        let text = format!("{} {}", report.words["report-prepared-on"], report.day);
        paragraph(x, &at, |x| runs(x, &text, rtl, Look::default()));
    })
}

fn field(x: &mut Xml, name: &str) {
    x.within("w:fldSimple", &[("w:instr", &name)], |x| runs(x, "1", false, Look::default()));
}
