//! The text of the document: cover, contents, sections and their blocks.

use super::{
    super::{
        Ink, Report,
        report::{Align, Block, Fact, Line, Section, Share, Signature, Tone},
        xml::{Attribute, Xml},
    },
    page::{PORTRAIT, Page},
    parts::link_id,
    picture::picture,
    runs::{Look, runs},
    table::{self, Grid},
};
use unicode_segmentation::UnicodeSegmentation as _;

pub(super) const INDIGO: &str = Ink::Indigo.digits();
pub(super) const INDIGO_TINT: &str = Ink::IndigoTint.digits();
pub(super) const SOGA_TINT: &str = Ink::SogaTint.digits();

/// What the writers share beside the text itself.
pub(super) struct Context<'a> {
    pub report: &'a Report,
    /// Addresses outside, in the order in which the text calls them.
    pub links: Vec<String>,
    /// How many pictures were written so far.
    pub pictures: usize,
    /// The room for text on the page, in twips.
    pub width: i32,
}

/// How a paragraph stands; everything else is its style's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    pub style: &'static str,
    pub rtl: bool,
    pub side: Align,
    pub keep_next: bool,
    pub new_page: bool,
    /// Whether it begins a page, so that nothing keeps it away from the head.
    pub at_top: bool,
    /// A tab that puts what follows to the far side, in twips from the near side; 0: none.
    pub tab_at: i32,
}

impl Default for Paragraph {
    fn default() -> Self {
        Self {
            style: "Normal",
            rtl: false,
            side: Align::Start,
            keep_next: false,
            new_page: false,
            at_top: false,
            tab_at: 0,
        }
    }
}

/// Writes a paragraph; its properties stand in the order of the schema.
pub(super) fn paragraph(x: &mut Xml, at: &Paragraph, inside: impl FnOnce(&mut Xml)) {
    x.within("w:p", &[], |x| {
        x.within("w:pPr", &[], |x| {
            x.empty("w:pStyle", &[("w:val", &at.style)]);
            if at.keep_next {
                x.empty("w:keepNext", &[]);
            }
            if at.new_page {
                x.empty("w:pageBreakBefore", &[]);
            }
            if at.tab_at > 0 {
                let tab: [Attribute<'_>; 2] = [("w:val", &"right"), ("w:pos", &at.tab_at)];
                x.within("w:tabs", &[], |x| x.empty("w:tab", &tab));
            }
            if at.rtl {
                x.empty("w:bidi", &[]);
            }
            if at.at_top {
                x.empty("w:spacing", &[("w:before", &0)]);
            }
            // Word reads `right` as the far side of the paragraph's own direction.
            match at.side {
                Align::Start => {}
                Align::Center => x.empty("w:jc", &[("w:val", &"center")]),
                Align::End => x.empty("w:jc", &[("w:val", &"right")]),
            }
        });
        inside(x);
    });
}

impl Context<'_> {
    /// A paragraph of the program itself.
    fn own(&self, style: &'static str) -> Paragraph {
        Paragraph { style, rtl: self.report.rtl, ..Paragraph::default() }
    }

    /// The look of a text in this language.
    fn look<'l>(&self, lang: &'l str) -> Look<'l> {
        Look { lang: if lang == self.report.lang { "" } else { lang }, ..Look::default() }
    }

    fn words(&self, x: &mut Xml, style: &'static str, text: &str) {
        paragraph(x, &self.own(style), |x| runs(x, text, self.report.rtl, Look::default()));
    }
}

/// Writes a line of the report as a paragraph of its own direction.
pub(super) fn line(x: &mut Xml, cx: &mut Context<'_>, line: &Line, at: &Paragraph) {
    let bullet = line.lead == "\u{2022}";
    let style = if bullet { "ListBullet" } else { at.style };
    // The end of a column is that of the layout. In a layout from right to left, words of the other direction stand at the
    // side where the layout starts; words from right to left keep their own side everywhere.
    let side = match at.side {
        side if line.rtl == cx.report.rtl => side,
        Align::Start if cx.report.rtl => Align::End,
        Align::End => Align::Start,
        side => side,
    };
    paragraph(x, &Paragraph { style, rtl: line.rtl, side, ..*at }, |x| {
        if !bullet && !line.lead.is_empty() {
            let look = Look { style: "Lead", ..Look::default() };
            runs(x, &line.lead, line.rtl, look);
            runs(x, " ", line.rtl, Look::default());
        }
        text(x, cx, line);
    });
}

fn text(x: &mut Xml, cx: &mut Context<'_>, line: &Line) {
    let look = Look { style: tone_style(line.tone), ..cx.look(&line.lang) };
    let Some(href) = &line.href else { return runs(x, &line.text, line.rtl, look) };
    let n = cx.links.iter().position(|known| known == href).unwrap_or_else(|| {
        cx.links.push(href.clone());
        cx.links.len() - 1
    });
    x.within("w:hyperlink", &[("r:id", &link_id(n))], |x| {
        runs(x, &line.text, line.rtl, Look { style: "Hyperlink", ..look });
    });
}

const fn tone_style(tone: Tone) -> &'static str {
    match tone {
        Tone::Normal => "",
        Tone::Soft => "Soft",
        Tone::Strong => "Strong",
        Tone::Learned => "Learned",
        Tone::Warn => "Warn",
    }
}

/// A little room between two blocks; without it two tables would grow into one.
pub(super) fn gap(x: &mut Xml) {
    paragraph(x, &Paragraph { style: "Gap", ..Paragraph::default() }, |_| {});
}

/// Writes everything inside the body of the document.
pub(super) fn body(x: &mut Xml, cx: &mut Context<'_>) {
    let report = cx.report;
    cover(x, cx);
    let mut page = &PORTRAIT;
    // A section of Word ends with the paragraph that holds its properties.
    let end = |x: &mut Xml, page: &Page, cover: bool| {
        x.within("w:p", &[], |x| {
            x.within("w:pPr", &[], |x| {
                // Right below another gap it takes a point: a page that is full to its end has no empty one after it.
                x.raw(r#"<w:pStyle w:val="Gap"/>"#);
                page.section(x, cover, report.rtl);
            });
        });
    };
    if report.sections.is_empty() {
        return page.section(x, true, report.rtl);
    }
    end(x, page, true);
    contents(x, cx);
    // A plan of few words goes on below its contents.
    let few = report.sections.len() <= 3 && report.sections.iter().all(|section| !section.wide);
    for (n, section) in report.sections.iter().enumerate() {
        let next = Page::of(section.wide);
        let turned = !std::ptr::eq(page, next);
        if turned {
            end(x, page, false);
            page = next;
            cx.width = page.text_width();
        }
        let new_page = !turned && (n == 0 && !few || section.begins_page());
        let begins = Paragraph { new_page, at_top: turned || new_page, ..cx.own("Heading1") };
        write_section(x, cx, n, section, &begins);
    }
    page.section(x, false, report.rtl);
}

fn cover(x: &mut Xml, cx: &mut Context<'_>) {
    let report = cx.report;
    let grid = Grid { style: "FactTable", columns: vec![cx.width], rtl: report.rtl, title: "" };
    table::table(x, &grid, |x| {
        // The fuller the cover, the flatter its band, so that it stays one page.
        let lines: usize = report.cover.facts.iter().chain(&report.cover.team).map(|f| f.lines.len()).sum();
        let height: &'static str = match lines {
            0..=10 => r#"<w:trHeight w:val="3800" w:hRule="atLeast"/>"#,
            11..=17 => r#"<w:trHeight w:val="2600" w:hRule="atLeast"/>"#,
            _ => r#"<w:trHeight w:val="1400" w:hRule="atLeast"/>"#,
        };
        table::row(x, &[height], |x| {
            table::cell(x, cx.width, 1, INDIGO, |x| {
                for country in &report.cover.country {
                    let plain = Line { tone: Tone::Normal, ..country.clone() };
                    line(x, cx, &plain, &Paragraph { style: "CoverCountry", ..Paragraph::default() });
                }
                if report.cover.country.is_empty() {
                    gap(x);
                }
            });
        });
        table::row(x, &[r#"<w:trHeight w:val="113" w:hRule="exact"/>"#], |x| {
            table::cell(x, cx.width, 1, Ink::Soga.digits(), gap);
        });
    });
    cx.words(x, "Kicker", &report.words["report-kind"]);
    for (i, title) in report.cover.title.iter().enumerate() {
        let long = title.text.graphemes(true).count() > 120;
        let style = match (i, long) {
            (0, false) => "Title",
            (0, true) => "TitleLong",
            _ => "Subtitle",
        };
        let plain = Line { tone: Tone::Normal, ..title.clone() };
        line(x, cx, &plain, &Paragraph { style, ..Paragraph::default() });
    }
    facts(x, cx, &report.cover.facts, ("TableText", 30), "");
    if !report.cover.team.is_empty() {
        cx.words(x, "Kicker", &report.words["report-team"]);
        facts(x, cx, &report.cover.team, ("TableText", 30), "");
    }
}

fn bookmark(n: usize) -> String {
    format!("_Toc{}", n + 1)
}

/// The contents: a field that Word can make anew, filled with entries that lead to their sections. Page numbers are left
/// out because only the program that lays out the pages knows them.
fn contents(x: &mut Xml, cx: &mut Context<'_>) {
    let report = cx.report;
    cx.words(x, "TOCHeading", &report.words["report-contents"]);
    for (n, section) in report.sections.iter().enumerate() {
        paragraph(x, &cx.own("TOC1"), |x| {
            if n == 0 {
                x.raw(concat!(
                    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#,
                    r#"<w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \n \h \z \u </w:instrText></w:r>"#,
                    r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
                ));
            }
            x.within("w:hyperlink", &[("w:anchor", &bookmark(n)), ("w:history", &"1")], |x| {
                runs(x, &format!("{}\t{}", n + 1, section.title), report.rtl, Look::default());
            });
        });
    }
    paragraph(x, &cx.own("Gap"), |x| x.raw(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#));
    if !report.glance.is_empty() {
        cx.words(x, "Kicker", &report.words["report-glance"]);
        facts(x, cx, &report.glance, ("Normal", 30), SOGA_TINT);
    }
}

fn write_section(x: &mut Xml, cx: &mut Context<'_>, n: usize, section: &Section, begins: &Paragraph) {
    let report = cx.report;
    let id = n + 1;
    paragraph(x, begins, |x| {
        x.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(n))]);
        runs(x, &section.title, report.rtl, Look::default());
        x.empty("w:bookmarkEnd", &[("w:id", &id)]);
    });
    cx.words(x, "Intro", &section.intro);
    for block in &section.blocks {
        match block {
            Block::Heading { lines, aside } => heading(x, cx, lines, aside),
            Block::Facts { facts: all } => facts(x, cx, all, ("Normal", 24), ""),
            Block::Table(table) => table::report_table(x, cx, table, &section.title),
            Block::Drawing { title, scenes } => {
                if !title.is_empty() {
                    cx.words(x, "Heading2", title);
                }
                scenes.iter().for_each(|scene| picture(x, cx, scene));
            }
            Block::Shares { shares: all } => shares(x, cx, all),
            Block::Note { text } => cx.words(x, "Remark", text),
            Block::Signatures { who } => signatures(x, cx, who),
        }
    }
}

fn heading(x: &mut Xml, cx: &mut Context<'_>, lines: &[Line], aside: &str) {
    let Some((first, others)) = lines.split_first() else { return };
    let at = Paragraph { tab_at: cx.width, ..cx.own("Heading2") };
    paragraph(x, &at, |x| {
        let title = Line { text: first.text.replace('\n', " "), tone: Tone::Normal, ..first.clone() };
        text(x, cx, &title);
        if !aside.is_empty() {
            let look = Look { style: "Aside", ..Look::default() };
            runs(x, &format!("\t{aside}"), first.rtl, look);
        }
    });
    for other in others {
        line(x, cx, other, &Paragraph { keep_next: true, ..Paragraph::default() });
    }
}

/// Labels beside what is said about them: the style of the text, and the part of the width for labels in percent.
fn facts(x: &mut Xml, cx: &mut Context<'_>, facts: &[Fact], look: (&'static str, i32), fill: &str) {
    let (style, label) = look;
    if facts.is_empty() {
        return;
    }
    let first = cx.width * label / 100;
    let columns = vec![first, cx.width - first];
    let grid = Grid { style: "FactTable", columns, rtl: cx.report.rtl, title: "" };
    // Few words, such as what was learned in one visit, are read in one glance.
    let letters = |fact: &Fact| fact.lines.iter().map(|l| l.text.len()).sum::<usize>();
    let are_few = facts.len() < 8 && facts.iter().map(letters).sum::<usize>() < 1000;
    table::table(x, &grid, |x| {
        for (n, fact) in facts.iter().enumerate() {
            let whole: &[&str] = if letters(fact) < 600 { &["<w:cantSplit/>"] } else { &[] };
            let keep_next = are_few && n + 1 < facts.len();
            table::row(x, whole, |x| {
                table::cell(x, first, 1, fill, |x| {
                    paragraph(x, &Paragraph { keep_next, ..cx.own("FactLabel") }, |x| {
                        runs(x, &fact.label, cx.report.rtl, Look::default());
                    });
                });
                table::cell(x, cx.width - first, 1, fill, |x| {
                    for l in &fact.lines {
                        line(x, cx, l, &Paragraph { style, keep_next, ..Paragraph::default() });
                    }
                    if fact.lines.is_empty() {
                        gap(x);
                    }
                });
            });
        }
    });
    gap(x);
}

/// One bar of coloured cells, and below it what each colour is.
fn shares(x: &mut Xml, cx: &Context<'_>, shares: &[Share]) {
    let shown: Vec<_> = shares.iter().filter(|s| s.part > 0.002).collect();
    if shown.is_empty() {
        return;
    }
    let columns = table::widths(cx.width, shown.iter().map(|s| s.part));
    let grid = Grid { style: "TableNormal", columns: columns.clone(), rtl: cx.report.rtl, title: "" };
    table::table(x, &grid, |x| {
        table::row(x, &[r#"<w:trHeight w:val="190" w:hRule="exact"/>"#], |x| {
            for (share, width) in shown.iter().zip(columns) {
                table::cell(x, width, 1, share.fill.digits(), gap);
            }
        });
    });
    gap(x);
    paragraph(x, &cx.own("TableText"), |x| {
        for (i, share) in shown.iter().enumerate() {
            if i > 0 {
                runs(x, "     ", cx.report.rtl, Look::default());
            }
            swatch(x, share.fill.digits());
            // A colour, its name and its amount stay in one row.
            let tied = |text: String| text.replace(' ', "\u{a0}");
            runs(x, &tied(format!(" {} ", share.label)), cx.report.rtl, Look::default());
            runs(x, &tied(share.amount.clone()), cx.report.rtl, Look { style: "Soft", ..Look::default() });
        }
    });
    gap(x);
}

/// A small field of colour in the text, which needs no sign of any font.
fn swatch(x: &mut Xml, colour: &str) {
    x.within("w:r", &[], |x| {
        x.within("w:rPr", &[], |x| table::shade(x, colour));
        x.with_text("w:t", &[("xml:space", &"preserve")], "\u{a0}\u{a0}\u{a0}");
    });
}

/// Places to sign, two beside each other.
fn signatures(x: &mut Xml, cx: &mut Context<'_>, who: &[Signature]) {
    let report = cx.report;
    let column = cx.width * 47 / 100;
    let columns = vec![column, cx.width - 2 * column, column];
    let grid = Grid { style: "FactTable", columns: columns.clone(), rtl: report.rtl, title: "" };
    let here = format!("{} \u{b7} {}", report.words["report-signature"], report.words["report-date"]);
    table::table(x, &grid, |x| {
        // All sign on one page.
        for (n, pair) in who.chunks(2).enumerate() {
            let keep_next = (n + 1) * 2 < who.len();
            let places = [pair.first(), None, pair.get(1)];
            table::row(x, &["<w:cantSplit/>"], |x| {
                for (place, width) in places.iter().zip(&columns) {
                    table::cell(x, *width, 1, "", |x| match place {
                        Some(signature) => {
                            paragraph(x, &Paragraph { keep_next: true, ..cx.own("FactLabel") }, |x| {
                                runs(x, &signature.label, report.rtl, Look::default());
                            });
                            for l in &signature.lines {
                                line(x, cx, l, &Paragraph { keep_next: true, ..Paragraph::default() });
                            }
                        }
                        None => gap(x),
                    });
                }
            });
            table::row(x, &["<w:cantSplit/>"], |x| {
                for (place, width) in places.iter().zip(&columns) {
                    table::cell(x, *width, 1, "", |x| match place {
                        Some(_) => {
                            let at = Paragraph { keep_next, ..cx.own("SignHere") };
                            paragraph(x, &at, |x| runs(x, &here, report.rtl, Look::default()));
                        }
                        None => gap(x),
                    });
                }
            });
        }
    });
    gap(x);
}
