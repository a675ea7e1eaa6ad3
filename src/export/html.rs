//! One page for the web: everything in one file, nothing loaded, nothing run, readable on a phone and on paper.

use super::{
    Exported, Report,
    drawing::{Scene, svg},
    report::{Align, Block, Cell, Column, Fact, Line, RowKind, Section, Share, Signature, Table, Tone},
    xml::{Attribute, Xml},
};

/// Allows the style of the page itself and refuses everything else: no script, no picture, no address is ever loaded.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole plan.
pub(super) fn plan(report: &Report) -> Exported {
    let mut x = Xml::new("<!DOCTYPE html>\n");
    let (lang, dir) = (report.lang.as_str(), direction(report.rtl));
    x.within("html", &[("lang", &lang), ("dir", &dir)], |x| {
        x.within("head", &[], |x| {
            x.raw("<meta charset=\"utf-8\"/>");
            x.empty("meta", &[("http-equiv", &"Content-Security-Policy"), ("content", &POLICY)]);
            x.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
            x.raw("<meta name=\"referrer\" content=\"no-referrer\"/>");
            x.with_text("title", &[], &report.name);
            if !report.authors.is_empty() {
                x.empty("meta", &[("name", &"author"), ("content", &report.authors.join(", "))]);
            }
            x.within("style", &[], |x| x.raw(include_str!("../../assets/templates/web.css")));
        });
        x.within("body", &[], |x| page(x, report));
    });
    Exported { bytes: x.finish().into_bytes(), notes: Vec::new() }
}

const fn direction(rtl: bool) -> &'static str {
    if rtl { "rtl" } else { "ltr" }
}

fn page(x: &mut Xml, report: &Report) {
    x.within("header", &[], |x| {
        x.within("div", &[], |x| {
            report.cover.country.iter().for_each(|l| line(x, "p", l, Tone::Normal));
            x.with_text("p", &[("class", &"kicker")], &report.words["report-kind"]);
            for (i, title) in report.cover.title.iter().enumerate() {
                line(x, if i == 0 { "h1" } else { "p" }, title, Tone::Normal);
            }
        });
    });
    x.within("main", &[], |x| {
        facts(x, &report.cover.facts);
        if !report.cover.team.is_empty() {
            x.with_text("p", &[("class", &"kicker")], &report.words["report-team"]);
            facts(x, &report.cover.team);
        }
        if !report.glance.is_empty() {
            x.within("div", &[("class", &"glance")], |x| {
                x.with_text("p", &[("class", &"kicker")], &report.words["report-glance"]);
                facts(x, &report.glance);
            });
        }
        if !report.sections.is_empty() {
            x.within("nav", &[], |x| {
                x.with_text("h2", &[], &report.words["report-contents"]);
                x.within("ol", &[], |x| {
                    for section in &report.sections {
                        let place = format!("#{}", section.id);
                        x.within("li", &[], |x| x.with_text("a", &[("href", &place)], &section.title));
                    }
                });
            });
        }
        report.sections.iter().for_each(|s| write_section(x, report, s));
    });
    x.within("footer", &[], |x| {
        let made = &report.words["report-made-with"];
        x.text(&format!("{} {} \u{b7} {made}", report.words["report-prepared-on"], report.day));
    });
}

/// An element with one line of the report, in its language and direction.
fn line(x: &mut Xml, name: &'static str, line: &Line, tone: Tone) {
    let (class, dir) = (tone_class(tone), direction(line.rtl));
    let attributes: [Attribute<'_>; 3] = [("lang", &line.lang), ("dir", &dir), ("class", &class)];
    let attributes = if class.is_empty() { &attributes[..2] } else { &attributes };
    x.within(name, attributes, |x| {
        if !line.lead.is_empty() {
            x.with_text("b", &[("class", &"lead")], &line.lead);
        }
        match &line.href {
            Some(href) => x.with_text("a", &[("href", href), ("rel", &"noopener noreferrer")], &line.text),
            None => x.text(&line.text),
        }
    });
}

fn lines(x: &mut Xml, lines: &[Line]) {
    lines.iter().for_each(|l| line(x, "p", l, l.tone));
}

const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Normal => "",
        Tone::Soft => "soft",
        Tone::Strong => "strong",
        Tone::Learned => "learned",
        Tone::Warn => "warn",
    }
}

fn facts(x: &mut Xml, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    x.within("dl", &[], |x| {
        for fact in facts {
            x.with_text("dt", &[], &fact.label);
            x.within("dd", &[], |x| lines(x, &fact.lines));
        }
    });
}

fn write_section(x: &mut Xml, report: &Report, section: &Section) {
    let class = if section.wide { "wide" } else { "upright" };
    x.within("section", &[("id", &section.id), ("class", &class)], |x| {
        x.with_text("h2", &[], &section.title);
        x.with_text("p", &[("class", &"intro")], &section.intro);
        for block in &section.blocks {
            match block {
                Block::Heading { lines: all, aside } => heading(x, all, aside),
                Block::Facts { facts: all } => facts(x, all),
                Block::Table(t) => table(x, t),
                Block::Drawing { title, scenes } => drawing(x, title, scenes),
                Block::Shares { shares: all } => shares(x, report.rtl, all),
                Block::Note { text } => x.with_text("p", &[("class", &"note")], text),
                Block::Signatures { who } => signatures(x, report, who),
            }
        }
    });
}

fn heading(x: &mut Xml, all: &[Line], aside: &str) {
    let Some((first, others)) = all.split_first() else { return };
    x.within("h3", &[("lang", &first.lang), ("dir", &direction(first.rtl))], |x| {
        x.text(&first.text);
        if !aside.is_empty() {
            x.with_text("small", &[], aside);
        }
    });
    lines(x, others);
}

/// On a narrow screen the drawing keeps its size and slides.
fn drawing(x: &mut Xml, title: &str, scenes: &[Scene]) {
    if !title.is_empty() {
        x.with_text("h3", &[], title);
    }
    for scene in scenes {
        x.within("div", &[("class", &"scroll")], |x| {
            svg::scene(x, scene, |x, l| line(x, "p", l, l.tone));
        });
    }
}

fn table(x: &mut Xml, t: &Table) {
    x.within("div", &[("class", &"scroll")], |x| {
        x.within("table", &[("class", &"stack")], |x| {
            x.within("thead", &[], |x| {
                x.within("tr", &[], |x| {
                    for column in &t.columns {
                        let class = align_class(column.align);
                        x.with_text("th", &[("scope", &"col"), ("class", &class)], &column.title);
                    }
                });
            });
            x.within("tbody", &[], |x| {
                for row in &t.rows {
                    let class = match row.kind {
                        RowKind::Body => "",
                        RowKind::Group => "group",
                        RowKind::Total => "total",
                    };
                    x.within("tr", &[("class", &class)], |x| {
                        let mut first = 0;
                        for c in &row.cells {
                            cell(x, c, t.columns.get(first), row.kind);
                            first += c.span;
                        }
                    });
                }
            });
        });
    });
}

const fn align_class(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Center => "center",
        Align::End => "end",
    }
}

fn cell(x: &mut Xml, c: &Cell, column: Option<&Column>, kind: RowKind) {
    let single = column.filter(|_| c.span == 1);
    let class = single.map_or("start", |c| align_class(c.align));
    let label = single.filter(|c| kind == RowKind::Body && !c.title.is_empty());
    let mut attributes: Vec<Attribute<'_>> = vec![("class", &class)];
    if c.span > 1 {
        attributes.push(("colspan", &c.span));
    }
    // On a narrow screen every cell stands alone and says of which column it is.
    if let Some(label) = label {
        attributes.push(("data-label", &label.title));
    }
    x.within("td", &attributes, |x| {
        for l in &c.lines {
            let strong = kind != RowKind::Body && l.tone == Tone::Normal;
            line(x, "p", l, if strong { Tone::Strong } else { l.tone });
        }
    });
}

/// A place on a line of a hundred, counted from where reading starts.
fn place(at: f32, rtl: bool) -> f32 {
    let at = if rtl { 1.0 - at } else { at };
    (at * 1000.0).round() / 10.0
}

fn rectangle(x: &mut Xml, (from, to): (f32, f32), (y, height): (u8, u8), fill: &str, rtl: bool) {
    let (a, b) = (place(from, rtl), place(to, rtl));
    let (left, width) = (a.min(b), (a - b).abs().max(0.8));
    x.empty("rect", &[("x", &left), ("y", &y), ("width", &width), ("height", &height), ("fill", &fill)]);
}

fn shares(x: &mut Xml, rtl: bool, shares: &[Share]) {
    let shown: Vec<_> = shares.iter().filter(|s| s.part > 0.002).collect();
    let drawing: [Attribute<'_>; 4] = [
        ("class", &"shares"),
        ("viewBox", &"0 0 100 10"),
        ("preserveAspectRatio", &"none"),
        ("aria-hidden", &"true"),
    ];
    x.within("svg", &drawing, |x| {
        let mut from = 0.0;
        for share in &shown {
            rectangle(x, (from, from + share.part), (0, 10), share.fill.hex(), rtl);
            from += share.part;
        }
    });
    x.within("ul", &[("class", &"legend")], |x| {
        for share in shown {
            x.within("li", &[], |x| {
                x.within("svg", &[("viewBox", &"0 0 1 1"), ("aria-hidden", &"true")], |x| {
                    x.empty("rect", &[("width", &1), ("height", &1), ("fill", &share.fill.hex())]);
                });
                x.text(&share.label);
                x.text(" ");
                x.with_text("span", &[("class", &"soft")], &share.amount);
            });
        }
    });
}

fn signatures(x: &mut Xml, report: &Report, who: &[Signature]) {
    x.within("div", &[("class", &"sign")], |x| {
        for signature in who {
            x.within("div", &[], |x| {
                x.with_text("p", &[("class", &"soft")], &signature.label);
                lines(x, &signature.lines);
                x.empty("hr", &[]);
                let here =
                    format!("{} \u{b7} {}", report.words["report-signature"], report.words["report-date"]);
                x.with_text("p", &[("class", &"soft")], &here);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::export::{
        Format, Options, Source, export,
        tests::{
            HOSTILE,
            fixture::{SENTENCES, lang, usual, voice, with_source},
            hostile_plan,
            office::{Tree, tree},
            squeezed,
        },
    };
    use crate::plan::Plan;

    fn page(plan: &Plan, only: Option<&str>) -> Tree {
        let voice = voice("en");
        let bytes = with_source(plan, &voice, |s| {
            let options = Options { lang: only.map(lang), ..s.options.clone() };
            export(&Source { options: &options, ..*s }, Format::Html).unwrap().bytes
        });
        let page = String::from_utf8(bytes).unwrap();
        // Everything after the document type is strict XML too, so that a strict reader can judge it.
        tree(page.strip_prefix("<!DOCTYPE html>").unwrap())
    }

    fn written(page: &Tree) -> String {
        let mut text = String::new();
        page.walk(&mut |e| text.push_str(if e.name == "style" { "" } else { &e.text }));
        squeezed(&text)
    }

    #[test]
    fn the_page_loads_and_runs_nothing() {
        for text in [HOSTILE, "</style><script>alert(1)</script>", "\" onload=\"x", "javascript:alert(1)"] {
            let page = page(&hostile_plan(text), None);
            assert!(written(&page).matches(&squeezed(text)).count() >= 20, "{text}");
            page.walk(&mut |e| {
                let runs = ["script", "iframe", "object", "embed", "img", "link", "form", "base"];
                assert!(!runs.contains(&e.name.as_str()), "{}", e.name);
                for (name, value) in &e.attributes {
                    assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}");
                    let leads = ["#", "http://", "https://", "mailto:"];
                    assert!(name != "href" || leads.iter().any(|l| value.starts_with(l)), "{value}");
                }
            });
            let policy = page.children[0].children.iter().find(|m| m.attributes.contains_key("http-equiv"));
            assert!(policy.unwrap().attributes["content"].starts_with("default-src 'none';"));
        }
    }

    #[test]
    fn text_says_its_language_and_direction() {
        for (tag, sentence) in SENTENCES {
            let page = page(&usual(tag), None);
            let (mut times, rtl) = (0, lang(tag).is_rtl());
            page.walk(&mut |e| {
                if e.text.contains(sentence) && e.name != "title" {
                    times += 1;
                    assert_eq!(e.attributes["lang"], *tag);
                    assert_eq!(e.attributes["dir"] == "rtl", rtl, "{tag}");
                }
            });
            assert!(times > 5, "{tag}: {times} times");
        }
        let turned = page(&usual("fa"), Some("fa"));
        assert_eq!((turned.attributes["lang"].as_str(), turned.attributes["dir"].as_str()), ("fa", "rtl"));
    }
}
